"""Print every row of the tables of law for the yearly review: the longest unchecked and least sure first.

    python tools/law_review.py                     # all rows, as of today
    python tools/law_review.py --on 2027-03-01     # ages as of a day; rows that no longer applied are marked
    python tools/law_review.py --older-than 365    # only rows that were checked more days ago, or are unsure

A row is tabs between: days since its check, day of the check, confidence, table, key, since, until, value,
source. A sum by confidence stands below. Exit 1 if a row that applies on the day is older than asked for.
"""

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from danvankheo.law import Confidence, Entry, LawBook, Table

_OPEN = "…"


class Reviewed(NamedTuple):
    """One row of a table, with how long ago it was compared with the law."""

    age: int
    table: Table
    entry: Entry
    applies: bool


def rows_by_age(book: LawBook, day: date) -> list[Reviewed]:
    """Return every row of a book, the longest unchecked first; of one age the least sure first."""
    found = [
        Reviewed((day - table.checked_of(entry)).days, table, entry, entry.covers(day))
        for table in book.tables.values()
        for entry in table.entries
    ]
    order = [*Confidence]
    return sorted(
        found,
        key=lambda row: (
            -row.age,
            -order.index(row.entry.confidence),
            row.table.name,
            row.entry.key,
            row.entry.since,
        ),
    )


def lines(rows: Sequence[Reviewed]) -> Iterator[str]:
    """Yield the rows as text, and how many there are of each confidence."""
    for row in rows:
        entry = row.entry
        value = entry.without.value if entry.without else _OPEN if entry.value is None else str(entry.value)
        cells = (
            str(row.age),
            row.table.checked_of(entry).isoformat(),
            entry.confidence.value,
            row.table.name,
            " ".join(entry.key) or "-",
            entry.since.isoformat(),
            entry.until.isoformat() if entry.until else _OPEN,
            f"<= {value}" if entry.at_most else value,
            entry.rule,
        )
        yield "\t".join(cells) + ("" if row.applies else "\t(not on this day)")
    counts = Counter(row.entry.confidence for row in rows)
    yield (
        ", ".join(f"{counts[confidence]} {confidence.value}" for confidence in Confidence)
        + f"; {len(rows)} rows"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the rows; return 1 if one that applies on the day is older than asked for."""
    parser = ArgumentParser(description="Rows of the tables of law by age of their check and confidence.")
    parser.add_argument("--on", type=date.fromisoformat, default=date.today())  # noqa: DTZ011
    parser.add_argument("--older-than", type=int, metavar="DAYS")
    asked = parser.parse_args(arguments)
    rows = rows_by_age(LawBook.official(), asked.on)
    old: list[Reviewed] = []
    if asked.older_than is not None:
        old = [row for row in rows if row.applies and row.age > asked.older_than]
        unsure = (Confidence.LOW, Confidence.UNCONFIRMED)
        rows = [row for row in rows if row.age > asked.older_than or row.entry.confidence in unsure]
    print("\n".join(lines(rows)))
    return 1 if old else 0


if __name__ == "__main__":
    sys.exit(main())
