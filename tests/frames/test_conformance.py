"""Every function on every engine says what its scalar twin says, row by row, digit by digit."""

import random
from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

import pyarrow as pa
import pytest

import danvankheo as dvk
from adversarial import LARGEST, ROUNDINGS, TWINS, answers, differences, pairs, scaled
from danvankheo import Approximation, Better, Quantity, Rounding, frames
from danvankheo.calc import Ties
from danvankheo.domain.units import PERCENT
from danvankheo.units import BILLION_DONG, MILLION_DONG, US_DOLLAR
from effort import ROWS
from public import PUBLIC

Case = tuple[str, Callable[[Any], Any], Callable[[], list[object]]]
"""The column that is written, the call on a frame, the expected column."""


@cache
def table() -> Any:
    """The rows, numbered."""
    return pa.table(
        {
            "id": pa.array(range(ROWS), pa.int64()),
            "a": pa.array(pairs().above, pa.int64()),
            "b": pa.array(pairs().below, pa.int64()),
        }
    )


def check(engine, made, *cases: Case) -> None:
    """Run calls one behind the other, as one plan, and compare every column."""
    frame = engine.make(made)
    kind = type(frame)
    for _, call, _ in cases:
        frame = call(frame)
    assert type(frame) is kind
    got = engine.columns(frame)
    order = sorted(range(len(got["id"])), key=got["id"].__getitem__)
    for out, _, expected in cases:
        assert differences([got[out][row] for row in order], expected()) == [], out


@cache
def rates(name: str, rounding: Rounding) -> list[object]:
    """What the scalar twin says of each pair, in hundredths of a percent."""
    twin = TWINS[name]

    def told(above: int, below: int) -> int:
        return scaled(dvk.as_percent(twin(above, below), decimals=2, rounding=rounding).amount, 2)

    return answers(told, pairs().above, pairs().below)


def test_shares_and_attainment(engine):
    """Half-up and its six sisters, over the full range, without a float and without a wrapped number."""
    for way in ROUNDINGS:

        def call(t, way=way):
            return frames.share(t, part="a", whole="b", out="s", scale=2, rounding=way)

        check(engine, table(), ("s", call, lambda way=way: rates("share", way)))
    check(
        engine,
        table(),
        (
            "d",
            lambda t: frames.attainment(t, actual="a", plan="b", out="d", scale=2),
            lambda: rates("attainment", Rounding.HALF_UP),
        ),
    )


def test_growth(engine):
    """A fall rounds as a fall: (now − before)/before is not now/before − 1 rounded."""
    for way in ROUNDINGS:

        def call(t, way=way):
            return frames.growth(t, now="a", before="b", out="g", scale=2, rounding=way)

        check(engine, table(), ("g", call, lambda way=way: rates("growth", way)))


@pytest.mark.parametrize("decimals", [0, 1, 7, 15])
def test_other_decimals(engine, decimals):
    """An odd number of places, and so many that a step more would not fit."""
    most = LARGEST // 10 ** (decimals + 2)
    both = zip(pairs(400, 3).above, pairs(400, 3).below, strict=True)
    few = [(a, b) for a, b in both if a is None or not b or abs(a) // abs(b) < most]
    above, below = (list(column) for column in zip(*few, strict=True))
    columns = {"id": range(len(few)), "a": above, "b": below}
    made = pa.table({name: pa.array(column, pa.int64()) for name, column in columns.items()})

    def told(name: str) -> list[object]:
        twin = TWINS[name]
        shown = answers(lambda a, b: dvk.as_percent(twin(a, b), decimals=decimals).amount, above, below)
        return [None if amount is None else scaled(amount, decimals) for amount in shown]

    check(
        engine,
        made,
        (
            "s",
            lambda t: frames.share(t, part="a", whole="b", out="s", scale=decimals),
            lambda: told("share"),
        ),
        (
            "g",
            lambda t: frames.growth(t, now="a", before="b", out="g", scale=decimals),
            lambda: told("growth"),
        ),
    )


@cache
def narrow() -> Any:
    """The same rows with every number halved, so that differences of two are within the range."""
    halves = [[None if n is None else n // 2 for n in column] for column in (pairs().above, pairs().below)]
    return (
        table()
        .set_column(1, "a", pa.array(halves[0], pa.int64()))
        .set_column(2, "b", pa.array(halves[1], pa.int64()))
    )


@cache
def points_told() -> list[object]:
    """Differences of rates in hundredths of a percent, as quantities have them."""

    def told(now: int, before: int) -> int:
        one, other = (Quantity(Decimal(n).scaleb(-2), PERCENT) for n in (now, before))
        return scaled(dvk.points(one, before=other).amount, 2)

    return answers(told, *(narrow()[name].to_pylist() for name in "ab"))


def test_points(engine):
    """The difference of two rates is exact, whatever their size and sign."""
    check(engine, narrow(), ("p", lambda t: frames.points(t, now="a", before="b", out="p"), points_told))


@cache
def differences_told() -> list[object]:
    """Differences of whole numbers, as numbers have them."""

    def told(now: int, before: int) -> int:
        return int(dvk.difference(now, before=before))

    return answers(told, *(narrow()[name].to_pylist() for name in "ab"))


def test_difference_and_change(engine):
    """The difference of two figures is exact; `change` is the function that its kind names."""
    check(
        engine,
        narrow(),
        ("d", lambda t: frames.difference(t, now="a", before="b", out="d"), differences_told),
        ("c", lambda t: frames.change(t, now="a", before="b", out="c", kind="difference"), differences_told),
        ("p", lambda t: frames.change(t, now="a", before="b", out="p", kind="points"), points_told),
    )
    table = engine.make(pa.table({"a": [110, 90], "b": [100, 0]}))
    grown = engine.columns(frames.change(table, now="a", before="b", out="g", kind="growth", scale=1))
    assert grown["g"] == [100, None]


@cache
def grouped() -> Any:
    """Rows in groups with null keys, few values that repeat, and large ones that differ in the last digit."""
    rng = random.Random(11)
    values = [
        rng.choice([None, rng.randint(-3, 3), 2**53 + rng.randint(0, 3), LARGEST - rng.randint(0, 2)])
        for _ in range(ROWS)
    ]
    keys = [rng.choice([None, *(f"xã {n}" for n in range(ROWS // 50))]) for _ in range(ROWS)]
    years = [rng.choice([None, 2021, 2022]) for _ in range(ROWS)]
    return pa.table(
        {
            "id": pa.array(range(ROWS), pa.int64()),
            "xa": pa.array(keys, pa.string()),
            "year": pa.array(years, pa.int64()),
            "v": pa.array(values, pa.int64()),
        }
    )


@cache
def positions(better: Better, ties: Ties) -> list[object]:
    """Where each row stands in its group, as the scalar twin has it."""
    rows = grouped().to_pylist()
    groups = defaultdict(list)
    for row in rows:
        groups[row["xa"], row["year"]].append(row)
    found = [None] * len(rows)
    for members in groups.values():
        for ranked in dvk.rank(members, key=lambda row: row["v"], better=better, ties=ties):
            found[ranked.item["id"]] = ranked.position
    return found


@pytest.mark.parametrize("better", Better)
def test_rank(engine, better):
    """Ties, unknown values, null keys, and values that a float cannot tell apart."""

    def case(ties: Ties) -> Case:
        def call(t):
            order = "id" if ties is Ties.ORDINAL else ""
            return frames.rank(
                t, key="v", out=ties.value, by=["xa", "year"], better=better, ties=ties, order=order
            )

        return ties.value, call, lambda: positions(better, ties)

    check(engine, grouped(), *map(case, Ties))


@cache
def yearly() -> Any:
    """One row a commune and year, with gaps, in no order."""
    rng = random.Random(5)
    keys = [(unit, year) for unit in range(ROWS // 10) for year in range(2011, 2026) if rng.random() < 0.67][
        :ROWS
    ]
    rng.shuffle(keys)
    return pa.table(
        {
            "id": pa.array(range(len(keys)), pa.int64()),
            "xa": [None if unit == 0 else f"xã {unit}" for unit, _ in keys],
            "year": pa.array([year for _, year in keys], pa.int64()),
            "v": pa.array([rng.choice([None, rng.randint(0, LARGEST)]) for _ in keys], pa.int64()),
        }
    )


@cache
def values_of_the_year_before() -> list[object]:
    """The figure of the year before, looked up."""
    rows = yearly().to_pylist()
    known = {(row["xa"], row["year"]): row["v"] for row in rows}
    return [known.get((row["xa"], row["year"] - 1)) for row in rows]


def test_year_before(engine):
    """A gap of a year is unknown, whatever the order of the rows."""
    call = ("e", lambda t: frames.year_before(t, value="v", out="e", by="xa"), values_of_the_year_before)
    check(engine, yearly(), call)


def test_roll_up(engine):
    """Sums beyond 2^53 are exact; unknown rows are counted apart; null keys make a group."""
    made = frames.roll_up(engine.make(summed()), by=["xa", "year"], sums=("a", "b"))
    got = engine.columns(made)
    assert list(got) == ["xa", "year", "a", "b", "known", "unknown"]
    assert _by_key(got) == expected_sums(("a", "b"))
    alone = engine.columns(frames.roll_up(engine.make(summed()), by=[], sums="a"))
    known = [a for a in summed()["a"].to_pylist() if a is not None]
    assert alone == {"a": [sum(known)], "known": [len(known)], "unknown": [ROWS - len(known)]}


def test_each_sum_is_by_itself(engine):
    """A gap in one column takes nothing from another; only columns of one tuple belong together."""
    made = frames.roll_up(engine.make(summed()), by=["xa", "year"], sums=["c", ("a", "b")])
    got = engine.columns(made)
    keys, counts = ["xa", "year"], [f"{name}_{word}" for name in "cab" for word in ("known", "unknown")]
    assert list(got) == [*keys, "c", "a", "b", *counts]
    alone = ["c", "c_known", "c_unknown"]
    for names in (alone, ["a", "b", "a_known", "a_unknown"], ["a", "b", "b_known", "b_unknown"]):
        expected = expected_sums(("c",) if names is alone else ("a", "b"))
        assert _by_key({name: got[name] for name in (*keys, *names)}) == expected


def _by_key(columns: dict[str, list[object]]) -> dict[object, object]:
    """Rows by their first two cells."""
    return {(xa, year): tuple(rest) for xa, year, *rest in zip(*columns.values(), strict=True)}


def test_any_names_may_be_added_up(engine):
    """Names with blanks, accents and backticks, and those that a sum has for itself."""
    columns = {"số tiền (đồng)": [1, 2], "rows": [3, None], "sum0": [5, 6], "`sum`": [7, 8]}
    made = engine.make(pa.table({name: pa.array(column, pa.int64()) for name, column in columns.items()}))
    got = engine.columns(frames.roll_up(made, by="sum0", sums=("số tiền (đồng)", "rows")))
    rows = sorted(zip(*got.values(), strict=True))
    assert ([*got], rows) == (
        ["sum0", "số tiền (đồng)", "rows", "known", "unknown"],
        [(5, 1, 3, 1, 0), (6, None, None, 0, 1)],
    )
    if engine.name != "pyspark":  # it takes a backtick for its own, in whatever is asked of it
        got = engine.columns(frames.share(made, part="`sum`", whole="sum0", out="`", scale=0))
        assert sorted(got["`"]) == [133, 140]


@cache
def summed() -> Any:
    """Large numbers of both signs whose sums fit, with gaps."""
    rng = random.Random(3)
    most = LARGEST // ROWS
    columns = [
        [rng.choice([None, rng.randint(-most, most), rng.randint(0, most)]) for _ in range(ROWS)]
        for _ in "abc"
    ]
    return pa.table(
        {
            **dict(zip("abc", (pa.array(c, pa.int64()) for c in columns), strict=True)),
            **{n: grouped()[n] for n in ("xa", "year")},
        }
    )


@cache
def expected_sums(names: tuple[str, ...]) -> dict[object, object]:
    """Plain Python sums of the rows in which all the numbers are known."""
    groups = defaultdict(list)
    for row in summed().to_pylist():
        groups[row["xa"], row["year"]].append([row[name] for name in names])
    found = {}
    for key, rows in groups.items():
        known = [row for row in rows if None not in row]
        sums = tuple(map(sum, zip(*known, strict=True))) if known else (None,) * len(names)
        found[key] = (*sums, len(known), len(rows) - len(known))
    return found


def texts(function: str, **options: Any) -> list[object]:
    """What a formatter writes for each number of the first column, taken for so many places."""
    return _texts(function, tuple(options.items()))


@cache
def _texts(function: str, options: tuple[tuple[str, Any], ...]) -> list[object]:
    chosen = dict(options)
    twin, places = PUBLIC[function], chosen.pop("scale")
    numbers = [None if n is None else Decimal(n).scaleb(-places) for n in pairs().above]
    return answers(lambda number: twin(number, **chosen), numbers)


@pytest.mark.parametrize(
    "options",
    [
        dict(scale=0),
        dict(scale=2),
        dict(scale=2, decimals=2),
        dict(scale=6, decimals=3),
        dict(scale=6, decimals=0, rounding=Rounding.HALF_EVEN),
        dict(scale=3, decimals=1, rounding=Rounding.FLOOR),
        dict(scale=1, decimals=4, grouping=False),
        dict(scale=15, grouping=False),
    ],
    ids=str,
)
def test_numbers_as_text(engine, options):
    """Dots, commas, zeros at the end and the sign of what rounds to zero."""
    check(
        engine,
        table(),
        (
            "t",
            lambda t: frames.format_number(t, number="a", out="t", **options),
            lambda: texts("format_number", **options),
        ),
    )


def test_percentages_as_text(engine):
    """A rate in hundredths of a percent is the ratio of the twin, a hundred times finer."""
    options = dict(decimals=1, rounding=Rounding.HALF_DOWN)
    check(
        engine,
        table(),
        (
            "t",
            lambda t: frames.format_percent(t, percent="a", out="t", scale=2),
            lambda: texts("format_percent", scale=4),
        ),
        (
            "u",
            lambda t: frames.format_percent(t, percent="a", out="u", scale=2, **options),
            lambda: texts("format_percent", scale=4, **options),
        ),
    )


MONEY = [
    dict(scale=0),
    dict(scale=0, scale_word="full", decimals=1),
    dict(scale=0, scale_word="thousand"),
    dict(scale=0, scale_word="million", decimals=2, rounding=Rounding.TRUNCATE),
    dict(scale=0, scale_word="billion", decimals=1, approximation=Approximation.OVER),
    dict(scale=0, scale_word="auto"),
    dict(scale=0, scale_word="auto", decimals=1, per="người/năm"),
    dict(scale=0, scale_word="compound"),
    dict(scale=2, scale_word="compound", decimals=1),
    dict(scale=2, unit=US_DOLLAR, scale_word="auto", decimals=0),
    dict(scale=1, unit=MILLION_DONG),
    dict(scale=6, unit=MILLION_DONG, scale_word="auto"),
    dict(scale=9, unit=BILLION_DONG, scale_word="compound"),
    dict(scale=0, style="symbol", scale_word="auto"),
    dict(scale=2, style="code", per="hộ"),
]


@pytest.mark.parametrize("options", MONEY, ids=str)
def test_money_as_text(engine, options):
    """Scale words, compounds and what rounding makes of 999.999.999 đồng."""
    check(
        engine,
        table(),
        (
            "t",
            lambda t: frames.format_money(t, amount="a", out="t", **options),
            lambda: texts("format_money", **options),
        ),
    )


@cache
def printed() -> Any:
    """Percentages printed in every way and wrongly, with two, one or no decimals."""
    rng = random.Random(13)
    rows = []
    for row, (above, below) in enumerate(zip(pairs().above, pairs().below, strict=True)):
        part, whole = (None if n is None else n for n in (above, below))
        decimals = rng.choice([0, 1, 2, 2])
        percent = rng.randint(0, 10**6)
        if part is not None and whole and part / whole >= 0:
            way = rng.choice([*ROUNDINGS, Rounding.UP, Rounding.TRUNCATE])
            exact = dvk.round_to(100 * dvk.share(part, whole), decimals, rounding=way)
            percent = scaled(exact, decimals) * 10 ** (2 - decimals) + rng.choice([0, 0, 0, 0, 1, -1])
        rows.append((row, part, whole, max(percent, 0), decimals))
    names = ("id", "a", "b", "p", "d")
    return pa.table(
        {
            name: pa.array(column, pa.int64())
            for name, column in zip(names, zip(*rows, strict=True), strict=True)
        }
    )


@cache
def verdicts(*, each: bool) -> list[object]:
    """What the check says of each row; None for what it refuses."""

    def told(part: int, whole: int, percent: int, decimals: int) -> str | None:
        shown = decimals if each else 2
        step = 10 ** (2 - shown)
        if percent % step:
            return "inconsistent" if part >= 0 and whole > 0 else None
        try:
            return dvk.check_ratio(part, whole, Decimal(percent // step).scaleb(-shown)).verdict.value
        except dvk.InvalidValueError:
            return None

    return answers(told, *(printed()[name].to_pylist() for name in "abpd"))


def test_printed_percentages(engine):
    """Each percentage was rounded, cut off, rounded up, or cannot be right: as the audit says of one."""
    same = dict(part="a", whole="b", percent="p", scale=2)
    check(
        engine,
        printed(),
        ("v", lambda t: frames.audit_ratio(t, out="v", **same), lambda: verdicts(each=False)),
        ("w", lambda t: frames.audit_ratio(t, out="w", printed="d", **same), lambda: verdicts(each=True)),
    )
    assert set(verdicts(each=True)) == {"rounded", "truncated", "rounded_up", "inconsistent", None}
