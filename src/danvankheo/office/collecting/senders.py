"""Places of senders in one form: "IA SƠN", "Xã Ia Sơn" and "xã Ia Sơn, tỉnh Gia Lai" are one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final, TypeVar
from unicodedata import normalize

import attrs

from danvankheo.bilingual import Words
from danvankheo.checking import check_type, checked_iterable, close_to
from danvankheo.domain.award import Award
from danvankheo.domain.contribution import Contribution
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.model import Model
from danvankheo.domain.movement import Movement
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place, PlaceLevel
from danvankheo.drafting.names import place_in_words
from danvankheo.errors import invalid
from danvankheo.files import StrPath
from danvankheo.locale_vi.collation import sort_key
from danvankheo.office.reader import read
from danvankheo.office.tables.reading import TableReading
from danvankheo.office.tables.row_places import name_key
from danvankheo.office.typed_places import place_typed
from danvankheo.places import lookup
from danvankheo.places.names import plain, spelled
from danvankheo.places.table import FIRST_DAY
from danvankheo.reasons import Reason
from danvankheo.reporting.place_names import Lineage, PlaceName, lineage_of, lowest, same_place
from danvankheo.scanning.facts import FactKind
from danvankheo.scanning.scanner import scan

_Held = TypeVar("_Held", bound=Movement | Contribution | Indicator | Model)
_BREAKS: Final = re.compile(r"[\s_.\-–()]+")
_ABOVE_COMMUNITIES: Final = (PlaceLevel.COMMUNE, PlaceLevel.DISTRICT, PlaceLevel.PROVINCE)


def place_named(text: str, where: str) -> Place:
    """Return the place that words name with its kind: "xã Ia Sơn, tỉnh Gia Lai".

    Raises:
        InvalidValueError: they name none.

    >>> place_named("xã Ia Sơn, tỉnh Gia Lai", "collect.expected").parent.name
    'Gia Lai'
    """
    found = place_typed(text)
    if found is None:
        allowed = Words(
            "loại và tên, như “xã Ia Sơn, tỉnh Gia Lai”", "kind and name, as “xã Ia Sơn, tỉnh Gia Lai”"
        )
        raise invalid(where, Reason.ONE_OF, text, allowed=allowed)
    return found


def places_of(expected: Iterable[Place | str], where: str) -> tuple[Place, ...]:
    """Return places given as such or in words, each once."""
    several = not isinstance(expected, str | bytes | Mapping)
    given = checked_iterable(expected, where, Words("nhiều nơi", "several places"), several=several)
    found: dict[Place, None] = {}
    for each in given:
        if isinstance(each, str):
            found[place_named(each, where)] = None
        else:
            check_type(each, Place, where)
            found[each] = None
    return tuple(found)


def load_places(path: StrPath) -> tuple[Place, ...]:
    """Return the places that a file lists: a text with one a line, or a table with one a row.

    Each is given by kind and name, with what it lies in after commas: "xã Ia Sơn, tỉnh Gia Lai". In a table
    rows without a place, such as heads, are passed over; in a text every line must be one.

    Raises:
        InvalidValueError: a line that is no place, or no place at all.
        UnreadableFileError: no file that can be read.
        OSError: the file cannot be read.

    >>> [place.name for place in load_places("docs/examples/office/danh-sach-xa.txt")][:3]
    ['An Phú', 'An Thành', 'Chư Sê']
    """
    where = "office.load_places"
    paper = read(path)
    if paper.grids:
        lines = [
            [cell for cell in (grid.text_at(row, column) for column in range(1, grid.columns + 1)) if cell]
            for grid in paper.grids
            for row in range(1, grid.rows + 1)
        ]
        named = (place_typed(", ".join(cells)) or _first_place(cells) for cells in lines)
        found = [place for place in named if place is not None]
    else:
        texts = [
            text for paragraph in paper.paragraphs for text in paragraph.text.split("\n") if text.strip()
        ]
        found = [place_named(text, where) for text in texts]
    if not found:
        allowed = Words("ít nhất một nơi, như “xã Ia Sơn”", "at least one place, as “xã Ia Sơn”")
        raise invalid(where, Reason.ONE_OF, paper.file, allowed=allowed)
    return tuple(dict.fromkeys(found))


def _first_place(cells: Iterable[str]) -> Place | None:
    return next((place for cell in cells if (place := place_typed(cell)) is not None), None)


@attrs.frozen
class Senders:
    """The places that a collection may be of: those that are expected."""

    expected: tuple[Place, ...]

    def of_name(self, text: str) -> tuple[Place, ...]:
        """Return the expected places that have a name, without its kind."""
        key = " ".join(text.lower().split())
        return tuple(place for place in self.expected if name_key(place) == key)

    def in_file_name(self, file: str) -> Place | None:
        """Return the one expected place whose name stands in the name of a file, with marks or without.

        >>> senders = Senders(places_of(["xã Ia Sơn", "xã Ia Sơn Đông", "phường An Phú"], "doc"))
        >>> senders.in_file_name("03-ia_son.xlsx").name, senders.in_file_name("ia-son-dong q2.docx").name
        ('Ia Sơn', 'Ia Sơn Đông')
        """
        words = _plain_words(PurePath(file).stem)
        found = [place for place in self.expected if _plain_words(name_key(place)) in words]
        longest = max((len(name_key(place)) for place in found), default=0)
        best = [place for place in found if len(name_key(place)) == longest]
        return best[0] if len(best) == 1 else None

    def called(self, text: str, within: Place | None, when: Period) -> Place | None:
        """Return the one place that a name without its kind is: an expected one, else a unit of the table."""
        found = self.of_name(text)
        if found or self.expected:
            return found[0] if len(found) == 1 else None
        if within is None or within.level <= PlaceLevel.COMMUNE or when.end < FIRST_DAY:
            return None
        today = lookup.at(when.end)
        units = today.of_place(within)
        if len(units) != 1:
            return None
        named = [unit for unit in today.candidates(text, within=units[0]) if unit.level is PlaceLevel.COMMUNE]
        return today.place(named[0]) if len(named) == 1 else None

    def canonical(self, place: Place) -> Place | None:
        """Return the one expected place that a place is, as far as the names say."""
        names = lineage_of(place)
        found = [each for each in self.expected if same_place(lineage_of(each), names)]
        return found[0] if len(found) == 1 else None


def _plain_words(text: str) -> str:
    """Return words without marks, each between blanks."""
    words = [plain(spelled(word)) for word in _BREAKS.split(normalize("NFC", text)) if word]
    return f" {' '.join(words)} "


def one_form(movements: Iterable[Movement], senders: Senders) -> Mapping[Place, Place]:
    """Return the one form of each place of movements: as expected, else the fullest that all agree with."""
    met = sorted(
        {movement.place for movement in movements if movement.place is not None},
        key=lambda place: (sort_key(place.name), repr(place)),
    )
    alike: defaultdict[tuple[int, str], list[Place]] = defaultdict(list)
    for place in met:
        alike[int(place.level), name_key(place)].append(place)
    return {
        place: senders.canonical(place) or _fullest(place, alike[int(place.level), name_key(place)])
        for place in met
    }


def _fullest(place: Place, alike: Iterable[Place]) -> Place:
    names = lineage_of(place)
    same = [each for each in alike if same_place(lineage_of(each), names)]
    if not all(_agree(one, other) for one in same for other in same):
        return place  # two places of one name: which of them it is nobody knows
    return max(same, key=lambda each: (_given(lineage_of(each)), bool(each.code), not each.name.isupper()))


def _agree(one: Place, other: Place) -> bool:
    codes = {one.code, other.code} - {""}
    return len(codes) < 2 and same_place(lineage_of(one), lineage_of(other))


def _given(names: Lineage) -> int:
    return sum(name is not None for name in names)


def moved(value: _Held, old: Place, new: Place) -> _Held:
    """Return a record in which a place, wherever it stands or others lie in it, is another one."""
    found = _moved(value, old, new)
    assert isinstance(found, type(value))
    return found


def _moved(value: object, old: Place, new: Place) -> object:
    if value == old and isinstance(value, Place):
        return new
    if isinstance(value, tuple):
        items = tuple(_moved(item, old, new) for item in value)
        return value if all(one is other for one, other in zip(items, value, strict=True)) else items
    if not isinstance(value, _PLACED):
        return value
    changed: dict[str, Any] = {}
    for field in attrs.fields(type(value)):
        held = getattr(value, field.name)
        item = _moved(held, old, new)
        if item is not held:
            changed[field.name] = item
    return attrs.evolve(value, **changed) if changed else value


_PLACED: Final = (Place, Movement, Organization, Contribution, Indicator, Model, Award)
"""The records that have places."""


def sheet_places(readings: Sequence[TableReading], senders: Senders) -> dict[int, Place]:
    """Return the commune that each table is of where its title, or the name of its sheet, says so."""
    found: dict[int, Place] = {}
    for at, reading in enumerate(readings):
        if not reading.address.sheet:
            continue
        named = (unit_of(place_in_words(text)) for text in reading.captions)
        place = next((each for each in named if each is not None and each.level is PlaceLevel.COMMUNE), None)
        if place is None:
            alike = senders.of_name(reading.address.sheet)
            stated = unit_of(place_in_words(reading.address.sheet))
            place = alike[0] if len(alike) == 1 else stated
        if place is not None and place.level is PlaceLevel.COMMUNE:
            found[at] = place
    return found


def sheet_periods(readings: Sequence[TableReading]) -> dict[int, Period]:
    """Return the period that each table of a workbook is of where its title says so."""
    found: dict[int, Period] = {}
    for at, reading in enumerate(readings):
        if reading.address.sheet:
            facts = (fact for text in reading.captions for fact in scan(text))
            named = (fact.value for fact in facts if fact.kind is FactKind.PERIOD)
            period = next((value for value in named if isinstance(value, Period)), None)
            if period is not None:
                found[at] = period
    return found


def unit_of(place: Place | None) -> Place | None:
    """Return the commune, or else the wider unit, that a place is or lies in."""
    if place is None:
        return None
    return next((unit for level in _ABOVE_COMMUNITIES if (unit := place.at(level)) is not None), None)


def missing(expected: Iterable[Place], there: Iterable[Place]) -> Iterator[Place]:
    """Yield the expected places that none of the others is."""
    met = [lineage_of(place) for place in there]
    by_name: defaultdict[str, list[Lineage]] = defaultdict(list)
    for names in met:
        name: PlaceName | None = names[lowest(names)]
        if name is not None:
            by_name[name.key].append(names)
    for place in expected:
        own = lineage_of(place)
        if not any(same_place(own, names) for names in by_name[name_key(place)]):
            yield place


def nearest_of(place: Place, expected: Iterable[Place]) -> str:
    """Return the expected place whose name is close to that of a place; empty if none is.

    >>> nearest_of(place_named("xã La Sơn", "doc"), places_of(["xã Ia Sơn"], "doc"))
    '"Ia Sơn"'
    """
    found = close_to(place.name, [each.name for each in expected]).get("close", "")
    return str(found)
