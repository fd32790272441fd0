"""Dated tables: values with the time in which they are in force, and their source."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias

import attrs

from danvankheo.bilingual import Words
from danvankheo.checking import check_one_of
from danvankheo.domain.labels import Labelled
from danvankheo.errors import invalid
from danvankheo.reasons import Reason


class Confidence(Labelled):
    """How sure a value is: seen in the law itself, in a good second-hand source, in a weak one, or not.

    >>> [confidence.label for confidence in Confidence]
    ['văn bản gốc', 'nguồn thứ cấp tin cậy', 'nguồn chưa có văn bản gốc', 'chưa kiểm chứng']
    """

    HIGH = "high", "văn bản gốc"
    MEDIUM = "medium", "nguồn thứ cấp tin cậy"
    LOW = "low", "nguồn chưa có văn bản gốc"
    UNCONFIRMED = "unconfirmed", "chưa kiểm chứng"


class UnknownReason(Labelled):
    """Why there is no value.

    >>> from datetime import date
    >>> from danvankheo import law
    >>> from danvankheo.law import UnknownReason
    >>> law.at(date(2012, 1, 1)).applied("base_salary").reason.label
    'bảng không có quy định cho ngày này'
    >>> law.at(date(2026, 1, 1)).applied("award_coefficient", "giay_khen_district").reason.label
    'cấp này không còn'
    """

    UNCONFIRMED = "unconfirmed", "chưa kiểm chứng được"
    NOT_COVERED = "not_covered", "bảng không có quy định cho ngày này"
    CEILING = "ceiling", "chỉ có quy định mức trần"
    ENDED = "ended", "cấp này không còn"
    NOT_LAID_DOWN = "not_laid_down", "văn bản không quy định mức tiền"
    NOT_TOLD = "not_told", "thiếu thông tin"


@attrs.frozen(kw_only=True)
class Unknown:
    """An answer without a value: what is unknown, and why. It is neither zero nor an error.

    Args:
        what: what was asked for, in Vietnamese.
        reason: why there is no value.
        note: what is known all the same, in Vietnamese.
        at_most: the ceiling, where that is all that is laid down.
        source: who says so, where somebody does.
        since: the first day of which this holds, where a table states it.
        until: the last.
    """

    what: str
    reason: UnknownReason
    note: str = ""
    at_most: Decimal | None = None
    source: str = ""
    since: date | None = None
    until: date | None = None

    def __str__(self) -> str:
        """Return one Vietnamese sentence."""
        told = f"{self.what}: {self.reason.label}"
        return f"{told} ({self.note})" if self.note else told


Value: TypeAlias = Decimal | str
"""A number in the table's unit, or the name of a document."""


@attrs.frozen(kw_only=True)
class Entry:
    """One row of a table: a value and when it is in force.

    Args:
        since: the first day.
        until: the last day; None if it still runs.
        value: the value; None if it is not confirmed, or if there is none.
        key: what it is the value of, in the order of the table's keys.
        source: the document that lays it down.
        article: where in it.
        confidence: how sure it is.
        note: whatever else is to be known.
        at_most: the value is a ceiling.
        without: why the law has no value: the level of who grants it ended, or it lays none down.
        checked: when this row was last compared with the law; None if with the table.

    >>> from danvankheo import law
    >>> entry = law.LawBook.official().table("base_salary").entries[-1]
    >>> entry.since.isoformat(), entry.value, entry.source
    ('2026-07-01', Decimal('2530000'), 'Nghị định 161/2026/NĐ-CP ngày 15/5/2026')
    """

    since: date
    until: date | None = None
    value: Value | None = None
    key: tuple[str, ...] = ()
    source: str
    article: str = ""
    confidence: Confidence
    note: str = ""
    at_most: bool = False
    without: UnknownReason | None = None
    checked: date | None = None

    def covers(self, day: date) -> bool:
        """Return whether it is in force on a day.

        >>> from datetime import date
        >>> from danvankheo import law
        >>> law.LawBook.official().table("base_salary").entries[-1].covers(date(2026, 7, 1))
        True
        """
        return self.since <= day and (self.until is None or day <= self.until)

    @property
    def rule(self) -> str:
        """Source and article, as `Applied.rule` writes them."""
        return _rule(self.source, self.article)


@attrs.frozen(kw_only=True)
class Applied:
    """What applied on a day: the value with everything that backs it.

    Args:
        table: the name of its table.
        title: what it is, in Vietnamese: ``Hệ số tiền thưởng (Giấy khen cấp xã)``.
        unit: what the value counts, in Vietnamese.
        key: what it is the value of.
        value: the value.
        since: the first day on which it is in force.
        until: the last day; None if none is set.
        source: the document that lays it down.
        article: where in it.
        confidence: how sure it is.
        note: whatever else is to be known.
        checked: when it was last compared with the law. A later day is answered as far as known
            then: see `is_assumed`.
        day: the day that was asked for.

    >>> from datetime import date
    >>> from danvankheo import law
    >>> salary = law.at(date(2022, 11, 2)).applied("base_salary")
    >>> salary.value, salary.unit, salary.source
    (Decimal('1490000'), 'đồng/tháng', 'Nghị định 38/2019/NĐ-CP')
    >>> salary.since.isoformat(), salary.until.isoformat(), salary.confidence.label
    ('2019-07-01', '2023-06-30', 'nguồn thứ cấp tin cậy')
    """

    table: str
    title: str
    unit: str
    key: tuple[str, ...]
    value: Value
    since: date
    until: date | None
    source: str
    article: str
    confidence: Confidence
    note: str
    checked: date
    day: date

    @property
    def is_assumed(self) -> bool:
        """Whether the day is after the last look at the law.

        >>> from datetime import date
        >>> from danvankheo import law
        >>> law.at(date(2022, 11, 2)).applied("base_salary").is_assumed
        False
        """
        return self.day > self.checked

    @property
    def number(self) -> Decimal:
        """The value as a number.

        Raises:
            InvalidValueError: it is the name of a document.
        """
        if not isinstance(self.value, Decimal):
            raise invalid(f"{self.table}.value", Reason.NUMBER, self.value)
        return self.value

    @property
    def rule(self) -> str:
        """Source and article: ``Nghị định 152/2025/NĐ-CP, Điều 54``."""
        return _rule(self.source, self.article)


def _rule(source: str, article: str) -> str:
    return f"{source}, {article}" if article else source


def reaches(confidence: Confidence, least: Confidence) -> bool:
    """Return whether a value is at least as sure as another.

    >>> reaches(Confidence.MEDIUM, Confidence.MEDIUM), reaches(Confidence.LOW, Confidence.MEDIUM)
    (True, False)
    """
    order = [*Confidence]
    return order.index(confidence) <= order.index(least)


def least_confidence(asked: Confidence | None, where: str) -> Confidence | None:
    """Return the least confidence that a caller asks for, which may be named by its value.

    >>> least_confidence("medium", "law.at.min_confidence")
    Confidence.MEDIUM
    """
    if asked is None:
        return None
    check_one_of(asked, Confidence, where)
    return Confidence(asked)


def too_weak(confidence: Confidence, least: Confidence | None) -> str:
    """Return what is missing of a confidence that is asked for; empty if nothing is.

    >>> too_weak(Confidence.MEDIUM, Confidence.HIGH), too_weak(Confidence.MEDIUM, None)
    ('mới có nguồn thứ cấp tin cậy, cần văn bản gốc', '')
    """
    if least is None or reaches(confidence, least):
        return ""
    return f"mới có {confidence.label}, cần {least.label}"


def _unknown(what: str, entry: Entry, weak: str) -> Unknown:
    """Return the answer of a row without a value, with a ceiling, or that is not sure enough."""
    if entry.value is None:
        reason = entry.without or UnknownReason.UNCONFIRMED
        note = entry.note or ("" if entry.without else entry.source)
    elif entry.at_most:
        reason, note = UnknownReason.CEILING, entry.note
    else:
        reason, note = UnknownReason.UNCONFIRMED, weak
    return Unknown(
        what=what,
        reason=reason,
        note=note,
        at_most=entry.value if entry.at_most and isinstance(entry.value, Decimal) else None,
        source=entry.rule,
        since=entry.since,
        until=entry.until,
    )


@attrs.frozen(kw_only=True, repr=False)
class Table:
    """A table of dated values.

    Args:
        name: its name in English, such as ``base_salary``.
        title: what it holds, in Vietnamese.
        title_en: the same in English.
        unit: what its values count, in Vietnamese.
        keys: the names of what its values depend on besides the day.
        allowed: for each key, the words that it can be, with what they are called in Vietnamese.
        checked: when it was last compared with the law; a row may name another day.
        entries: its rows, those of one key in the order of time, without gap or overlap.

    >>> from danvankheo import law
    >>> table = law.LawBook.official().table("base_salary")
    >>> table.title, table.unit, table.keys
    ('Mức lương cơ sở', 'đồng/tháng', ())
    """

    name: str
    title: str
    title_en: str
    unit: str
    keys: tuple[str, ...] = ()
    allowed: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict[str, Mapping[str, str]], hash=False)
    checked: date
    entries: tuple[Entry, ...]

    def __repr__(self) -> str:
        """Return its name and its number of rows, not the rows."""
        return f"<Table {self.name} of {len(self.entries)} rows>"

    def applied(self, day: date, *key: str, min_confidence: Confidence | None = None) -> Applied | Unknown:
        """Return what applied on a day.

        Args:
            day: the day.
            key: one word for each of `keys`.
            min_confidence: how sure it has to be; what is less sure is unknown.

        Raises:
            InvalidValueError: another number of words, a word that the table does not know, or no
                confidence.

        >>> from danvankheo import law
        >>> salaries = law.LawBook.official().table("base_salary")
        >>> str(salaries.applied(date(2022, 11, 2), min_confidence=Confidence.HIGH))
        'Mức lương cơ sở: chưa kiểm chứng được (mới có nguồn thứ cấp tin cậy, cần văn bản gốc)'
        """
        self.check_key(key)
        least = least_confidence(min_confidence, f"law.{self.name}.min_confidence")
        entry = next((row for row in self.of(key) if row.covers(day)), None)
        what = f"{self.title} ({self.called(key)})" if key else self.title
        if entry is None:
            return Unknown(what=what, reason=UnknownReason.NOT_COVERED, note=f"ngày {day:%d/%m/%Y}")
        weak = too_weak(entry.confidence, least)
        if entry.value is None or entry.at_most or weak:
            return _unknown(what, entry, weak)
        return Applied(
            table=self.name,
            title=what,
            unit=self.unit,
            key=entry.key,
            value=entry.value,
            since=entry.since,
            until=entry.until,
            source=entry.source,
            article=entry.article,
            confidence=entry.confidence,
            note=entry.note,
            checked=self.checked_of(entry),
            day=day,
        )

    def checked_of(self, entry: Entry) -> date:
        """Return when a row was last compared with the law: its own day, else the table's.

        >>> from danvankheo import law
        >>> table = law.LawBook.official().table("new_rural_criteria")
        >>> [table.checked_of(entry).day for entry in table.entries]
        [30, 30, 30, 23, 30]
        """
        return entry.checked or self.checked

    def over(self, other: "Table") -> "Table":
        """Return this table with the rows of another for the keys that it has none of.

        Tables of other keys or of another unit have nothing in common: this one is returned.
        """
        if (self.keys, self.unit) != (other.keys, other.unit):
            return self
        own = {entry.key for entry in self.entries}
        kept = tuple(
            attrs.evolve(entry, checked=other.checked_of(entry))
            for entry in other.entries
            if entry.key not in own
        )
        allowed = {name: {**other.allowed[name], **self.allowed[name]} for name in self.keys}
        return attrs.evolve(self, entries=(*self.entries, *kept), allowed=allowed)

    def called(self, key: tuple[str, ...]) -> str:
        """Return what a key is called in Vietnamese.

        >>> from danvankheo import law
        >>> law.LawBook.official().table("poverty_line").called(("rural",))
        'nông thôn'
        """
        return ", ".join(self.allowed[name][word] for name, word in zip(self.keys, key, strict=True))

    def of(self, key: tuple[str, ...]) -> Iterator[Entry]:
        """Yield the rows of one key, in the order of time."""
        return (row for row in self.entries if row.key == key)

    def check_key(self, key: tuple[str, ...]) -> None:
        """Check that a key has a known word for each of the table's keys.

        Raises:
            InvalidValueError: it has not.

        >>> from danvankheo import law
        >>> law.LawBook.official().table("poverty_line").check_key(("town",))
        Traceback (most recent call last):
        danvankheo.errors.InvalidValueError: law.poverty_line.area: expected one of rural, urban, got "town"
        """
        where = f"law.{self.name}"
        if len(key) != len(self.keys):
            asked = ", ".join(self.keys)
            keys = asked or Words("không có mã nào", "no key")
            raise invalid(where, Reason.LAW_KEY, ", ".join(key), keys=keys)
        for name, word in zip(self.keys, key, strict=True):
            if word not in self.allowed[name]:
                raise invalid(f"{where}.{name}", Reason.ONE_OF, word, allowed=", ".join(self.allowed[name]))

    def changes(self) -> Iterator[date]:
        """Yield each day on which something changes, in order.

        >>> from danvankheo import law
        >>> [day.isoformat() for day in law.LawBook.official().table("base_salary").changes()][-2:]
        ['2024-07-01', '2026-07-01']
        """
        days = {row.since for row in self.entries}
        days |= {row.until + timedelta(days=1) for row in self.entries if row.until}
        return iter(sorted(days))
