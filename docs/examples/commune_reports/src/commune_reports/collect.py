"""Which reports are there, and which must be left out?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import danvankheo as dvk
from danvankheo import Movement


@dataclass(frozen=True)
class Collected:
    """What a folder holds: reports that can be added up, and why others cannot, by the name of the file."""

    movements: tuple[Movement, ...]
    left_out: dict[str, list[str]]


def collect(folder: Path) -> Collected:
    """Return the reports of a folder, one JSON file each, in the order of their names."""
    sound: dict[str, Movement] = {}
    left_out: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            movement = dvk.load(path)
        except dvk.DocumentError as error:
            left_out[path.name] = [problem.vietnamese for problem in error.problems]
            continue
        if movement.place is None:
            left_out[path.name] = ["$.place: báo cáo của nơi nào?"]
        else:
            sound[path.name] = movement
    left_out |= told_twice(sound)
    kept = tuple(movement for name, movement in sound.items() if name not in left_out)
    return Collected(kept, dict(sorted(left_out.items())))


def told_twice(movements: dict[str, Movement]) -> dict[str, list[str]]:
    """Return which files tell of places and times that others tell of too, so that sums would be wrong."""
    names = {id(movement): name for name, movement in movements.items()}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for pair in dvk.overlapping(movements.values()):
        one, other = (names[id(movement)] for movement in pair)
        found[one].append(f"trùng nơi và thời gian với {other}")
        found[other].append(f"trùng nơi và thời gian với {one}")
    return dict(found)


def years_of(movements: Iterable[Movement]) -> str:
    """Return the periods of the reports: "năm 2025", or several."""
    return ", ".join(
        dvk.format_period(period) for period in sorted({movement.period for movement in movements})
    )
