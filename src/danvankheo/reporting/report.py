"""What a report is made of, whatever it is printed as: sections of sentences and tables."""

from collections.abc import Iterable, Sequence

import attrs

from danvankheo.domain.shown import ShownAsTable, ShownByField


@attrs.frozen(kw_only=True, repr=False)
class TextTable(ShownByField, ShownAsTable):
    """A table of Vietnamese texts, as `danvankheo.table` makes it.

    Args:
        head: what the columns hold.
        rows: the cells of each row.
        numeric: the places of the columns that hold figures and align right; 0 is the first.
        totals: how many of the last rows are sums of those before, which are shown bold.

    >>> from danvankheo import scan, table
    >>> table(scan("Góp 12 triệu đồng.")).rows
    (('tiền', '12 triệu đồng', '12 triệu đồng', '4–17'),)
    >>> print(table(scan("Góp 12 triệu đồng.")))
    Loại  Trong văn bản  Giá trị        Vị trí
    ────  ─────────────  ─────────────  ──────
    tiền  12 triệu đồng  12 triệu đồng  4–17
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    totals: int = 0

    def is_total(self, row: int) -> bool:
        """Return whether a row, counted from 0, is a sum of rows before it.

        >>> TextTable(head=("Nơi", "Tiền"), rows=(("A", "1"), ("Tổng cộng", "1")), totals=1).is_total(1)
        True
        """
        return row >= len(self.rows) - self.totals

    def __html__(self) -> str:
        """Return it as HTML: what templates that escape by themselves, such as Jinja's, put in as it is."""
        return self._repr_html_()


@attrs.frozen(kw_only=True)
class Section:
    """A part of a report: a paragraph, a list and a table, each of which may be missing."""

    title: str
    text: str = ""
    items: tuple[str, ...] = ()
    table: TextTable | None = None


@attrs.frozen(kw_only=True, repr=False)
class Report(ShownByField, ShownAsTable):
    """A report: plain text throughout, nothing escaped, nothing measured."""

    title: str
    subtitle: str = ""
    text: str = ""
    sections: tuple[Section, ...] = ()

    def __html__(self) -> str:
        """Return it as HTML: what templates that escape by themselves, such as Jinja's, put in as it is."""
        return self._repr_html_()


def filled(
    head: Sequence[str], rows: Sequence[Sequence[str]], figures: Iterable[int] = (), *, totals: int = 0
) -> TextTable:
    """Return a table without the columns that nobody filled.

    Args:
        head: what the columns hold.
        rows: the cells of each row.
        figures: the places of the columns that hold figures.
        totals: how many of the last rows are sums.

    >>> filled(("Nơi", "Hạng"), [("An Khê", ""), ("Chư Păh", "")]).head
    ('Nơi',)
    """
    kept = [column for column in range(len(head)) if any(row[column] for row in rows)]
    return TextTable(
        head=tuple(head[column] for column in kept),
        rows=tuple(tuple(row[column] for column in kept) for row in rows),
        numeric=frozenset(kept.index(column) for column in figures if column in kept),
        totals=totals,
    )
