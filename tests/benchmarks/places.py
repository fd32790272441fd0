"""Places: look-up by code and by name as people write them, cost of the import and of the table, 10 M rows.

    python tests/benchmarks/places.py [ROWS]      # rows of the join, 10 000 000 without an argument

Names are made of the table: the kind shortened or left out, marks left out, capitals, old tone marks.
"""

import random
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from datetime import date

BEFORE, AFTER = date(2025, 6, 30), date(2026, 11, 30)
NAMES = 10_000
SHORT = {
    "thành phố": "TP.", "tỉnh": "T.", "huyện": "H.", "quận": "Q.", "thị xã": "TX.", "thị trấn": "TT.",
    "phường": "P.", "xã": "X.",
}  # fmt: skip


def unmarked(text):
    """Return a text without its marks."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def old_marks(text):
    """Return a text with the tone marks where they were once put: hoà for hòa."""
    for new, old in (("òa", "oà"), ("óa", "oá"), ("ủy", "uỷ"), ("úy", "uý"), ("ùy", "uỳ"), ("ọa", "oạ")):
        text = text.replace(new, old)
    return text


def written(day, unit, random):
    """Yield a unit's name as people write it, each way with what it is called."""
    kind, name = unit.kind.label, unit.name
    above = day.parent(unit)
    full = f"{kind} {name}"
    province = next((each for each in lineage(day, unit) if not each.parent), None)
    yield "full", full
    yield "name alone", name
    yield "short kind", f"{SHORT.get(kind, kind)} {name}"
    yield "capitals", full.upper()
    yield "old tone marks", old_marks(full)
    yield "no marks", unmarked(full)
    yield "no marks, no kind", unmarked(name)
    if above is not None:
        yield "with all above", day.text(unit)
        yield "with province", f"{full}, {province.name}"
        yield (
            "short, with parent",
            f"{SHORT.get(kind, kind + ' ')}{name}, {SHORT.get(above.kind.label, '')}{above.name}",
        )
        yield "no marks, with all above", unmarked(day.text(unit))


def lineage(day, unit):
    """Yield a unit and those above it."""
    while unit is not None:
        yield unit
        unit = day.parent(unit)


def names(places):
    """Print how many of the made names mean the right unit, several, none, or a wrong one."""
    from danvankheo.errors import AmbiguousTextError, ReadingError

    rng = random.Random(7)
    made = []
    for day in (places.at(BEFORE), places.at(AFTER)):
        units = list(day.units())
        while len(made) < NAMES // 2 * (1 + (day.day == AFTER)):
            unit = rng.choice(units)
            ways = list(written(day, unit, rng))
            made.append((day, unit, *rng.choice(ways)))
    found = Counter()
    start = time.perf_counter()
    for day, unit, way, text in made:
        try:
            answer = "right" if day.find(text) == unit else "WRONG"
        except AmbiguousTextError as error:
            answer = "several" if unit in error.readings.values() else "SEVERAL WITHOUT IT"
        except ReadingError:
            answer = "none"
        found[way, answer] += 1
    taken = time.perf_counter() - start
    ways = dict.fromkeys(way for way, _ in found)
    answers = ("right", "several", "none", "WRONG", "SEVERAL WITHOUT IT")
    print(f"{'way':28}", *(f"{answer:>8}" for answer in answers))
    for way in ways:
        print(f"{way:28}", *(f"{found[way, answer]:8}" for answer in answers))
    print(f"{'all':28}", *(f"{sum(found[way, answer] for way in ways):8}" for answer in answers))
    print(f"{NAMES / taken:,.0f} names a second")


def codes(places):
    """Print how many look-ups by code there are in a second."""
    day = places.at(AFTER)
    all_codes = [unit.code for unit in day.units()] * 100
    start = time.perf_counter()
    for code in all_codes:
        day.unit(code)
    print(f"{len(all_codes) / (time.perf_counter() - start):,.0f} codes a second")


def costs():
    """Print what the import costs, and what the table with its names does, in a process of its own."""
    code = """
import time, tracemalloc
start = time.perf_counter()
import danvankheo
imported = time.perf_counter() - start
from danvankheo import places
from datetime import date
loaded = time.perf_counter() - start - imported
start = time.perf_counter()
day = places.at(date(2026, 11, 30))
day.unit("23617")
table = time.perf_counter() - start
day.candidates("An Khê")
names = time.perf_counter() - start - table
print(f"import danvankheo {imported * 1e3:.1f} ms, places {loaded * 1e3:.1f} ms more; "
      f"first code {table * 1e3:.0f} ms, first name {names * 1e3:.0f} ms more")
"""
    memory = """
import tracemalloc
from danvankheo import places
from datetime import date
tracemalloc.start()
day = places.at(date(2026, 11, 30))
day.unit("23617")
table = tracemalloc.get_traced_memory()[0]
day.candidates("An Khê")
print(f"table {table / 2**20:.1f} MiB, with names {tracemalloc.get_traced_memory()[0] / 2**20:.1f} MiB")
"""
    for each in (code, memory):
        print(
            subprocess.run([sys.executable, "-c", each], check=True, capture_output=True, text=True).stdout,
            end="",
        )


def columns(places, rows):
    """Print what `frames.places` takes on a frame of many rows, beside a join written by hand."""
    import duckdb
    import polars as pl

    from danvankheo import PlaceLevel, frames

    held = {
        unit.code: "+".join(each.code for each in places.held_by(unit, on=AFTER, level=PlaceLevel.COMMUNE))
        for unit in places.at(BEFORE).units()
    }
    rng = random.Random(3)
    some = rng.choices([code for code in held if len(code) == 5], k=min(rows, 1_000_000))
    table = pl.DataFrame({"ma": (some * (rows // len(some) + 1))[:rows]})
    known = pl.DataFrame({"ma": [*held], "among": [*held.values()]})
    arrow, arrow_known = table.to_arrow(), known.to_arrow()
    one = (~pl.col("among").str.contains("+", literal=True)).alias("one")
    ways = {
        "polars by hand": lambda: table.join(known, on="ma", how="left").with_columns(one),
        "polars": lambda: frames.places(table, code="ma", out="nay", places_on=AFTER),
        "duckdb by hand": lambda: (
            duckdb.from_arrow(arrow)
            .join(duckdb.from_arrow(arrow_known), "ma", "left")
            .project("*, not contains(among, '+') as one")
            .to_arrow_table()
        ),
        "duckdb": lambda: frames.places(
            duckdb.from_arrow(arrow), code="ma", out="nay", places_on=AFTER
        ).to_arrow_table(),
    }
    for name, way in ways.items():
        taken = []
        for _ in range(3):
            start = time.perf_counter()
            way()
            taken.append(time.perf_counter() - start)
        print(f"{name:16} {rows:,} rows {min(taken):.2f} s")


if __name__ == "__main__":
    costs()
    from danvankheo import places

    names(places)
    codes(places)
    columns(places, int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000)
