"""Which reports are there, and which must be left out?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import danvankheo as dvk
from danvankheo import Movement, PlaceLevel


@dataclass(frozen=True)
class Collected:
    """What a folder holds: reports that can be added up, and why others cannot, by the name of the file."""

    movements: tuple[Movement, ...]
    left_out: dict[str, list[str]]


def collect(folder: Path) -> Collected:
    """Return the reports of a folder, one JSON file each, in the order of their names."""
    sound: dict[str, Movement] = {}
    left_out: dict[str, list[str]] = {}
    for path in sorted(path for path in folder.iterdir() if path.suffix.lower() == ".json"):
        try:
            movement = dvk.load(path)
        except OSError as error:
            left_out[path.name] = [f"không đọc được: {error.strerror}"]
            continue
        except dvk.DocumentError as error:
            left_out[path.name] = [problem.vietnamese for problem in error.problems]
            continue
        if movement.place is None or movement.place.at(PlaceLevel.COMMUNE) is None:
            left_out[path.name] = ["$.place: phải là xã, phường, đặc khu hoặc nơi thuộc về đó"]
        else:
            sound[path.name] = movement
    left_out |= told_twice(sound)
    kept = tuple(movement for name, movement in sound.items() if name not in left_out)
    return Collected(kept, dict(sorted(left_out.items())))


def told_twice(movements: dict[str, Movement]) -> dict[str, list[str]]:
    """Return which files tell of places and times that others tell of too, so that sums would be wrong."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in sorted(set(doubles(movements))):
        found[one].append(f"trùng nơi và thời gian với {other}")
        found[other].append(f"trùng nơi và thời gian với {one}")
    return dict(found)


def doubles(movements: dict[str, Movement]) -> Iterator[tuple[str, str]]:
    """Yield pairs of files of which only one can be added up."""
    names = {id(movement): name for name, movement in movements.items()}
    for one, other in dvk.calc.overlapping(movements.values()):
        yield names[id(one)], names[id(other)]
    # To danvankheo a place is all that is told of it; an official code is one place however it is spelled.
    codes = {name: (told.place.level, told.place.code) for name, told in movements.items() if told.place}
    for (a, code), (b, other_code) in combinations(codes.items(), 2):
        if code[1] and code == other_code and movements[a].period.overlaps(movements[b].period):
            yield a, b
