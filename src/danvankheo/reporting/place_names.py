"""Names of places as people type them in tables, brought to one form, and kept apart where they must be."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias
from unicodedata import normalize

from danvankheo.domain.places import Place, PlaceKind, PlaceLevel
from danvankheo.locale_vi.tables import PLACE_ABBREVIATIONS
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.running_text import folded

LEVELS: Final = (PlaceLevel.PROVINCE, PlaceLevel.DISTRICT, PlaceLevel.COMMUNE, PlaceLevel.COMMUNITY)
"""The levels that tables have columns of, from the highest."""


class PlaceName(NamedTuple):
    """A name in a cell: the kind, if it is given, the name as it is compared, and as it is printed."""

    kind: PlaceKind | None
    key: str
    shown: str

    @property
    def full(self) -> str:
        """The name with its kind, where it is known: "xã Ia Sơn"."""
        return f"{self.kind.label} {self.shown}" if self.kind else self.shown

    def agrees(self, other: "PlaceName | None") -> bool:
        """Return whether both may be one place; of a name that is missing nothing is known."""
        return other is None or (
            self.key == other.key and (self.kind is other.kind or None in (self.kind, other.kind))
        )


Lineage: TypeAlias = tuple[PlaceName | None, ...]
"""The names of a row, by `LEVELS`."""


def read_name(cell: str | None, level: PlaceLevel) -> PlaceName | None:
    """Return the name of a place in a cell of a column; None for an empty one.

    Capitals, blanks, the composition of letters and the place of tone marks do not matter; a word for
    the kind of place, or its abbreviation, is no part of the name.

    >>> read_name("  XÃ  IA SƠN", PlaceLevel.COMMUNE)
    PlaceName(kind=PlaceKind.COMMUNE, key='ia sơn', shown='Ia Sơn')
    >>> read_name("P.Hoà Bình", PlaceLevel.COMMUNE).key, read_name("Hòa Bình", PlaceLevel.COMMUNE).key
    ('hòa bình', 'hòa bình')
    """
    text = " ".join(normalize("NFC", cell or "").replace("’", "'").split()).strip(" .,;:")
    if not text:
        return None
    low = folded(text)
    found = _KIND_WORD[level is PlaceLevel.COMMUNITY].match(low)
    if not found or not low[found.end() :].strip():
        return PlaceName(None, low, _printed(text))
    kind = _kind(found["word"].strip(), level)
    return PlaceName(kind, low[found.end() :].strip(), _printed(text[found.end() :].strip()))


def lineage_of(place: Place | None) -> Lineage:
    """Return the names of a place and of those that it lies in."""
    units = (place.at(level) if place else None for level in LEVELS)
    return tuple(
        PlaceName(unit.kind, folded(" ".join(unit.name.split())), unit.name) if unit else None
        for unit in units
    )


def place_text(names: Lineage) -> str:
    """Return a place with those that it lies in, as `format_place` writes them."""
    return ", ".join(name.full for name in reversed(names) if name)


class AmbiguousName(NamedTuple):
    """A name without a kind that may be several places of the data."""

    level: PlaceLevel
    key: str
    name: str
    kinds: tuple[PlaceKind, ...]

    @property
    def meanings(self) -> str:
        """What it may be: "xã An Khê hay phường An Khê"."""
        return " hay ".join(f"{kind.label} {self.name}" for kind in self.kinds)


def one_form(rows: Iterable[Lineage]) -> tuple[Mapping[Lineage, Lineage], list[AmbiguousName]]:
    """Return each row of names in the form that all rows share, and the names that have none.

    A name without a kind gets that of the same name elsewhere, within places that agree, if there is
    but one; if there are two, nobody knows which it is. Of several spellings one is taken, never
    that in capitals if there is another.

    >>> rows = [(None, None, read_name(cell, PlaceLevel.COMMUNE), None) for cell in ("Ia Sơn", "Xã Ia Sơn")]
    >>> {names[2].full for names in one_form(rows)[0].values()}
    {'xã Ia Sơn'}
    """
    found: dict[Lineage, Lineage] = {row: row for row in rows}
    unclear: dict[AmbiguousName, None] = {}
    for at, level in enumerate(LEVELS):
        named: defaultdict[str, set[Lineage]] = defaultdict(set)
        for row in found.values():
            name = row[at]
            if name:
                named[name.key].add(row[: at + 1])
        forms: dict[Lineage, PlaceName] = {}
        for rows_of_name in named.values():
            shown = min((name.shown for *_, name in rows_of_name if name), key=_plainness)
            for names in rows_of_name:
                kinds = _kinds(names, rows_of_name)
                name = names[at]
                assert name is not None
                if len(kinds) > 1:
                    ordered = tuple(kind for kind in PlaceKind if kind in kinds)
                    unclear[AmbiguousName(level, name.key, shown, ordered)] = None
                kind = next(iter(kinds)) if len(kinds) == 1 else name.kind
                forms[names] = PlaceName(kind, name.key, shown)
        found = {
            row: (*names[:at], forms[names[: at + 1]], *names[at + 1 :]) if names[at] else names
            for row, names in found.items()
        }
    return found, [*unclear]


def same_place(one: Lineage, other: Lineage) -> bool:
    """Return whether two rows of names may be of one place: the lowest names agree, and all above them."""
    return lowest(one) == lowest(other) and _agree(one, other)


def lies_in(inner: Lineage, outer: Lineage) -> bool:
    """Return whether the place of one row of names lies in that of another, as far as the names say."""
    at = lowest(outer)
    return at < lowest(inner) and inner[at] is not None and _agree(inner[: at + 1], outer[: at + 1])


def lowest(names: Lineage) -> int:
    """Return the position of the lowest name that is given, or -1."""
    return max((at for at, name in enumerate(names) if name), default=-1)


def homonyms(rows: Iterable[Lineage], by: Sequence[PlaceLevel]) -> Mapping[str, PlaceLevel]:
    """Return names that stand for several places, each with the level whose names keep them apart.

    Args:
        rows: rows of names, in one form.
        by: the levels by which sums are grouped.
    """
    found: dict[str, PlaceLevel] = {}
    for at, level in enumerate(LEVELS):
        if level not in by:
            continue
        named: defaultdict[tuple[PlaceKind | None, str], set[Lineage]] = defaultdict(set)
        for row in rows:
            name = row[at]
            if name:
                named[name.kind, name.key].add(row[: at + 1])
        for alike in named.values():
            for above, higher in enumerate(LEVELS[:at]):
                given = {names[above] for names in alike} - {None}
                if higher not in by and len(given) > 1:
                    (*_, name) = next(iter(alike))
                    found.setdefault(name.full if name else "", higher)
    return found


def _agree(one: Lineage, other: Lineage) -> bool:
    return all(a is None or a.agrees(b) for a, b in zip(one, other, strict=True))


def _kinds(names: Lineage, alike: Iterable[Lineage]) -> set[PlaceKind]:
    """Return what kinds a name without one has elsewhere, within places that agree."""
    *above, name = names
    if name is None or name.kind:
        return set()
    there = (other for other in alike if _agree(tuple(above), other[:-1]))
    return {kind for *_, other in there if other and (kind := other.kind)}


def _plainness(shown: str) -> tuple[bool, str]:
    return (shown == shown.lower(), shown)


def _printed(name: str) -> str:
    return name.title() if name.isupper() else name


def _kind(word: str, level: PlaceLevel) -> PlaceKind:
    kind = _WORDS[level is PlaceLevel.COMMUNITY][word]
    if kind is PlaceKind.PROVINCIAL_CITY and level is PlaceLevel.PROVINCE:
        return PlaceKind.MUNICIPALITY
    return kind


def _words(*, communities: bool) -> dict[str, PlaceKind]:
    """Return the words for kinds of communities, or of administrative units."""
    full = {kind.label: kind for kind in PlaceKind} | {
        PlaceKind.PROVINCIAL_CITY.label: PlaceKind.PROVINCIAL_CITY
    }
    words = full | {word: PlaceKind(kind) for word, kind in PLACE_ABBREVIATIONS.items()}
    return {
        word: kind
        for word, kind in words.items()
        if (kind.level is PlaceLevel.COMMUNITY) is communities and kind is not PlaceKind.NATION
    }


_WORDS: Final = {communities: _words(communities=communities) for communities in (False, True)}
_KIND_WORD: Final = {
    communities: re.compile(rf"(?P<word>{any_of(words)})(?:(?<=\.) ?| )")
    for communities, words in _WORDS.items()
}
