"""The place and the time that a row of a table names, in its own columns."""

from collections.abc import Iterator
from typing import Final

from danvankheo.domain.periods import PartialPeriod, Period
from danvankheo.domain.places import Place, PlaceKind, PlaceLevel
from danvankheo.errors import DanVanKheoError, InvalidValueError
from danvankheo.office.tables.columns import Column, ColumnKind
from danvankheo.office.tables.numbers import tidy
from danvankheo.office.tables.outline import Row
from danvankheo.office.tables.reading import TableReading
from danvankheo.office.tables.words import has, letters_of
from danvankheo.reading.periods import parse_period
from danvankheo.reporting.coverage import read_period
from danvankheo.reporting.place_names import PlaceName, lineage_of, lowest, read_name

_NOT_OF_ROWS: Final = (PlaceKind.NATION, PlaceKind.PROVINCIAL_CITY)


def place_in_row(reading: TableReading, row: Row, within: Place | None) -> Place | None:
    """Return the place that a row names with its kind, by its cell, "Ấp Đông", or its head, "Xã".

    Columns of several levels make one place, the wider as its parent; the widest lies in `within`.

    >>> from danvankheo import office
    >>> table, = office.read_tables(office.read("docs/examples/office/so-dong-gop.csv"))
    >>> place_in_row(table, table.rows[0], None).kind.label
    'ấp'
    """
    named: dict[PlaceLevel, Place] = {}
    for column in reading.columns:
        if column.kind is ColumnKind.PLACE:
            for place in _places_in(tidy(row.line.text(column.column)), column):
                named.setdefault(place.level, place)
    found = within
    for level in sorted(named, reverse=True):
        place = named[level]
        above = found
        if above is not None and above.level <= level:
            if above is not within or above.level < level:
                continue  # the paper is of a smaller place: what it lies in stands beside
            if name_key(above) == name_key(place):
                continue
            above = above.parent  # a row of another place than the paper's
        try:
            found = Place(name=place.name, kind=place.kind, parent=above)
        except DanVanKheoError:
            return None
    return None if found is within else found


def name_key(place: Place) -> str:
    """Return the name of a place as it is compared."""
    names = lineage_of(place)
    name = names[lowest(names)]
    return "" if name is None else name.key


def _places_in(text: str, column: Column) -> Iterator[Place]:
    """Yield the place that a cell names, and what it lies in: "Ấp Đông, xã Ia Sơn"."""
    lowest, *above = text.split(", ")
    places = [
        _named(lowest, levels_of(column), _kind_in_head(column)),
        *(_named(each, set()) for each in above),
    ]
    if None not in places:
        yield from (place for place in places if place is not None)


def _named(text: str, levels: set[PlaceLevel], kind_in_head: PlaceKind | None = None) -> Place | None:
    name = _read(text, levels)
    if name is None:
        return None
    kind = name.kind or kind_in_head
    if kind is None or kind in _NOT_OF_ROWS or (levels and kind.level not in levels):
        return None
    try:
        return Place(name=name.shown, kind=kind)
    except DanVanKheoError:
        return None


def _read(text: str, levels: set[PlaceLevel]) -> PlaceName | None:
    """Return a name with the kind that it states, if one of the levels has such a kind."""
    names = [read_name(text, level) for level in sorted(levels or {*PlaceLevel} - {PlaceLevel.NATION})]
    stated = [name for name in names if name is not None and name.kind is not None]
    return stated[0] if stated else next(iter(names), None)


def levels_of(column: Column) -> set[PlaceLevel]:
    """Return the levels that the head of a column of places names: under "Xã, phường", communes."""
    low = column.name.lower()
    return {kind.level for kind in PlaceKind if has(low, (kind.label,))}


def _kind_in_head(column: Column) -> PlaceKind | None:
    """Return the one kind that a head is: "Xã" is, "Xã, phường" and "Địa phương" are not."""
    head = letters_of(column.head).removeprefix("tên ")
    return next((kind for kind in PlaceKind if kind.label == head and kind not in _NOT_OF_ROWS), None)


def period_in_row(reading: TableReading, row: Row) -> Period | None:
    """Return the period that a row names in a column of its own, with the year of another column."""
    columns = [column for column in reading.columns if column.kind is ColumnKind.PERIOD]
    year: int | None = None
    words = ""
    for column in columns:
        text = tidy(row.line.text(column.column)).removesuffix(".0")
        head = letters_of(column.head)
        if text.isdigit() and len(text) == 4:
            year = int(text)
        elif text and not words:
            words = (
                text
                if letters_of(text).startswith(head) or head not in ("quý", "tháng")
                else f"{head} {text}"
            )
    try:
        return read_period(words or None, year)
    except InvalidValueError:
        return None


def period_in_head(column: Column, within: Period | None) -> Period | None:
    """Return the time that a head names; "Tháng 4" in the year of the paper, in its period or not.

    >>> column = Column(column=3, path=("Tiền (triệu đồng)", "Quý I"), kind=ColumnKind.AMOUNT)
    >>> period_in_head(column, Period.year(2026)), period_in_head(column, None)
    (Period.from_code('2026-Q1'), None)
    """
    if column.period is not None or within is None or within.start.year != within.end.year:
        return column.period
    for head in reversed(column.path):
        if len(head) <= 40:
            try:
                found = parse_period(head)
            except DanVanKheoError:
                continue
            if isinstance(found, PartialPeriod):
                return found.in_year(within.start.year)
    return None
