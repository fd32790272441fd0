"""The table of places, read from the files of the package with the first look-up.

``data/2025-06-30.tsv`` holds the three levels of that day, ``data/2025-07-01.tsv`` the two levels since,
each new unit with the old ones that it was made of, and a file a year what changed later. How they are
made stands in ``tools/places``.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Final, TypedDict

import attrs

from danvankheo.domain.places import TWO_LEVELS_FROM, PlaceKind
from danvankheo.once import once
from danvankheo.places.units import AdminUnit, Origin

FIRST_DAY: Final = date(2025, 6, 30)
"""The day with which the table begins."""

_DAY: Final = timedelta(days=1)
_YEARS: Final = ("2026.tsv",)


@attrs.frozen(eq=False)
class PlaceTable:
    """All units of the table.

    Attributes:
        stages: by code, what it was called in the course of time.
        origins: by the code and the first day of a new unit, the old ones that it was made of.
        heirs: by the code of an old unit, the codes of the new ones; of districts those of its communes.
        checked: the last day on which the table was compared with the catalogue.
    """

    stages: Mapping[str, tuple[AdminUnit, ...]]
    origins: Mapping[str, tuple[Origin, ...]]
    heirs: Mapping[str, tuple[str, ...]]
    checked: date
    _ended: tuple[date, ...]

    def on(self, code: str, day: date) -> AdminUnit | None:
        """Return the unit that had a code on a day."""
        for unit in self.stages.get(code, ()):
            if unit.existed_on(day):
                return unit
        return None

    def units(self) -> Iterator[AdminUnit]:
        """Yield every unit in every stage."""
        for stages in self.stages.values():
            yield from stages

    def last_days(self) -> tuple[date, ...]:
        """Return the days on which something ended, the first of them first."""
        return self._ended


@once
def table() -> PlaceTable:
    """Return the table; it is read with the first call."""
    stages: defaultdict[str, list[AdminUnit]] = defaultdict(list)
    ends = TWO_LEVELS_FROM - _DAY
    for code, kind, name, parent, other in _rows(f"{FIRST_DAY}.tsv", 5):
        names = tuple(filter(None, other.split("|")))
        unit = AdminUnit(
            code=code, since=None, until=ends, name=name, kind=_KINDS[kind], parent=parent, other_names=names
        )
        stages[code].append(unit)
    origins: dict[str, tuple[Origin, ...]] = {}
    heirs: defaultdict[str, list[str]] = defaultdict(list)
    for code, kind, name, parent, resolution, made_of in _rows(f"{TWO_LEVELS_FROM}.tsv", 6):
        unit = AdminUnit(
            code=code,
            since=TWO_LEVELS_FROM,
            until=None,
            name=name,
            kind=_KINDS[kind],
            parent=parent,
            **_resolution(resolution),
            born=TWO_LEVELS_FROM,
        )
        stages[code].append(unit)
        origins[code] = tuple(map(_origin, made_of.split(" ")))
        for origin in origins[code]:
            heirs[origin.code].append(code)
    for file in _YEARS:
        for since, code, kind, resolution in _rows(file, 4):
            day = date.fromisoformat(since)
            before = stages[code][-1]
            stages[code][-1] = attrs.evolve(before, until=day - _DAY)
            stages[code].append(
                attrs.evolve(before, since=day, kind=_KINDS[kind], until=None, **_resolution(resolution))
            )
    _add_districts(stages, heirs)
    return PlaceTable(
        {code: tuple(of) for code, of in stages.items()},
        origins,
        {code: tuple(of) for code, of in heirs.items()},
        date.fromisoformat(_text("checked.txt").strip()),
        tuple(sorted({unit.until for of in stages.values() for unit in of if unit.until})),
    )


def _add_districts(stages: Mapping[str, Sequence[AdminUnit]], heirs: dict[str, list[str]]) -> None:
    """A district's communes went where they went, and with them the district."""
    of_district: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for code, (first, *_) in stages.items():
        if first.since is None and len(first.parent) == _DISTRICT:
            of_district[first.parent].update(dict.fromkeys(heirs[code]))
    for district, new in of_district.items():
        heirs[district] = sorted(new)


_DISTRICT: Final = 3
_KINDS: Final = {kind.value: kind for kind in PlaceKind}


class _Resolution(TypedDict):
    resolution: str
    signed: date | None


@cache
def _resolution(written: str) -> _Resolution:
    """Return a number and the day of the signature: ``1664/NQ-UBTVQH15 2025-06-16``."""
    number, _, day = written.partition(" ")
    return {"resolution": number, "signed": date.fromisoformat(day) if day else None}


def _origin(written: str) -> Origin:
    code = written.rstrip("?=~*/-!")
    return Origin(code, written[len(code) :])


def _rows(file: str, columns: int) -> Iterator[list[str]]:
    """Yield the cells of each row below the head; blank ones at the end of a row are not written."""
    for line in _text(file).splitlines()[1:]:
        cells = line.split("\t")
        yield cells + [""] * (columns - len(cells))


def _text(file: str) -> str:
    return (files("danvankheo.places") / "data" / file).read_text("utf-8")
