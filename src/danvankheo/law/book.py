"""All tables of law together: what applied on a day, what changed, and a caller's own tables."""

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

import attrs

from danvankheo.domain.validators import check_day
from danvankheo.errors import invalid
from danvankheo.law.loader import read_table, read_table_file
from danvankheo.law.tables import Applied, Confidence, Table, Unknown, least_confidence
from danvankheo.once import once
from danvankheo.reasons import Reason


@attrs.frozen(repr=False)
class LawBook:
    """Tables of law by their names; a new book is made of an old one, nothing is changed.

    >>> book = LawBook.official()
    >>> sorted(book.tables)[:3]
    ['award_coefficient', 'award_decree', 'award_kind']
    """

    _tables: tuple[Table, ...]

    def __repr__(self) -> str:
        """Return how many tables it has; all of them would fill pages."""
        return f"<LawBook of {len(self._tables)} tables>"

    @property
    def tables(self) -> dict[str, Table]:
        """The tables by their names; a new dict each time."""
        return {table.name: table for table in self._tables}

    @classmethod
    def official(cls) -> "LawBook":
        """Return the tables that come with the library."""
        return _official()

    def at(self, day: date, *, min_confidence: Confidence | None = None) -> "LawOfTheDay":
        """Return what applied on a day.

        Args:
            day: the day.
            min_confidence: how sure every answer has to be; what is less sure is unknown.

        Raises:
            InvalidValueError: no day, or no confidence.

        >>> day = LawBook.official().at(date(2025, 7, 1))
        >>> day.applied("award_decree").value, day.applied("local_government_levels").value
        ('Nghị định 152/2025/NĐ-CP', Decimal('2'))
        """
        check_day(day, "law.at")
        return LawOfTheDay(self, day, least_confidence(min_confidence, "law.at.min_confidence"))

    def table(self, name: str) -> Table:
        """Return a table by its name; "base-salary" is ``base_salary``.

        Raises:
            InvalidValueError: there is none of that name.
        """
        found = None
        if isinstance(name, str):
            names = name, name.replace("-", "_")
            found = next((table for table in self._tables if table.name in names), None)
        if found is None:
            raise invalid("law.table", Reason.ONE_OF, name, allowed=", ".join(sorted(self.tables)))
        return found

    def history(
        self, name: str, *key: str, min_confidence: Confidence | None = None
    ) -> tuple[Applied | Unknown, ...]:
        """Return what a table said, one answer for each stretch of time, the oldest first.

        Args:
            name: the table.
            key: one word for each of the table's keys.
            min_confidence: how sure every answer has to be; what is less sure is unknown.

        >>> [str(line.value) for line in LawBook.official().history("base_salary")[-3:]]
        ['1800000', '2340000', '2530000']
        """
        table = self.table(name)
        table.check_key(key)
        return tuple(
            table.applied(entry.since, *key, min_confidence=min_confidence) for entry in table.of(key)
        )

    def load(self, path: str | Path) -> "LawBook":
        """Return a book with one table more, read from a file under the same checks.

        Of a table of a name that the book has, the file's rows take the place of those of the same
        key in the new book; the rows of other keys stay.

        Raises:
            DocumentError: a file that is no sound table; every problem with its place.
            OSError: the file cannot be read.
        """
        table = read_table_file(Path(path))
        old = self.tables.get(table.name)
        others = tuple(other for other in self._tables if other is not old)
        return LawBook((*others, table.over(old) if old else table))


@attrs.frozen
class LawOfTheDay:
    """What applied on one day.

    Args:
        book: the tables.
        day: the day.
        min_confidence: how sure every answer has to be; None takes all.
    """

    book: LawBook
    day: date
    min_confidence: Confidence | None = None

    def applied(self, name: str, *key: str, min_confidence: Confidence | None = None) -> Applied | Unknown:
        """Return what a table said that day, or that it is unknown.

        Args:
            name: the table.
            key: one word for each of the table's keys.
            min_confidence: how sure it has to be, if not as sure as of the whole day; what is less
                sure is unknown.

        Raises:
            InvalidValueError: no such table, key or confidence.

        >>> answer = LawBook.official().at(date(2024, 5, 1)).applied("award_recipient", "form", "households")
        >>> answer.reason.value, answer.note
        ('unconfirmed', 'Chưa tra được hệ số của hộ gia đình.')
        """
        least = self.min_confidence if min_confidence is None else min_confidence
        return self.book.table(name).applied(self.day, *key, min_confidence=least)

    def __iter__(self) -> Iterator[Applied | Unknown]:
        """Yield every answer that has no key, table by table."""
        for name in sorted(self.book.tables):
            if not self.book.tables[name].keys:
                yield self.applied(name)


def at(day: date, *, min_confidence: Confidence | None = None) -> LawOfTheDay:
    """Return what applied on a day, by the tables that come with the library.

    Args:
        day: the day.
        min_confidence: how sure every answer has to be; what is less sure is unknown.

    >>> at(date(2023, 6, 30)).applied("base_salary").value, at(date(2023, 7, 1)).applied("base_salary").value
    (Decimal('1490000'), Decimal('1800000'))
    """
    return LawBook.official().at(day, min_confidence=min_confidence)


def history(name: str, *key: str, min_confidence: Confidence | None = None) -> tuple[Applied | Unknown, ...]:
    """Return what changed in a table that comes with the library.

    Args:
        name: the table.
        key: one word for each of the table's keys.
        min_confidence: how sure every answer has to be; what is less sure is unknown.

    >>> [line.since.isoformat() for line in history("award_coefficient", "giay_khen_commune")]
    ['2017-10-01', '2024-01-01', '2025-07-01']
    """
    return LawBook.official().history(name, *key, min_confidence=min_confidence)


def load(path: str | Path) -> LawBook:
    """Return the library's tables and one of the caller's, such as a province's own rates.

    Nothing global changes: pass the book on, as in ``award_money(award, law=book)``.

    Raises:
        DocumentError: a file that is no sound table; every problem with its place.
        OSError: the file cannot be read.
    """
    return LawBook.official().load(path)


@once
def _official() -> LawBook:
    folder = files("danvankheo.law") / "data"
    return LawBook(
        tuple(
            read_table(file.read_bytes(), file.name)
            for file in sorted(folder.iterdir(), key=lambda file: file.name)
            if file.name.endswith(".toml")
        )
    )
