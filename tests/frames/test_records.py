"""Movements as tables and back: the same sums, the same groups, the same summary, on every engine."""

import itertools
from collections import Counter
from decimal import Decimal

import attrs
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import danvankheo as dvk
import support
from danvankheo import (
    Approximation,
    Contribution,
    DocumentError,
    InvalidValueError,
    Movement,
    Period,
    Quantity,
    frames,
)
from danvankheo.domain.contribution import ContributionKind
from danvankheo.domain.places import PlaceLevel
from danvankheo.domain.summary import Summary
from danvankheo.frames.sums import _CODES
from danvankheo.frames.units import unit_of, unit_text
from effort import costly

NAMES = ("movements", "models", "model_counts", "contributions", "indicators", "awards")
EXAMPLES = [dvk.load(f"docs/examples/{name}-2022.json") for name in ("an-khe", "chu-pah", "cho-don")]


givable = st.builds(
    Contribution,
    quantity=st.builds(
        Quantity,
        st.integers(0, 10**9),
        st.sampled_from(
            [
                dvk.units.DONG,
                dvk.units.MILLION_DONG,
                dvk.units.WORKDAY,
                dvk.units.HECTARE,
                dvk.units.TONNE,
                dvk.counted("cây"),
            ]
        ),
        st.sampled_from(Approximation),
    ),
) | st.builds(Contribution, unknown_kind=st.sampled_from(ContributionKind))
indicators = support.indicators().filter(lambda told: told.value is None or told.value.amount < 10**12)
plain = support.movements().map(lambda movement: attrs.evolve(movement, contributions=(), indicators=()))
movements = st.builds(
    lambda movement, gifts, told: attrs.evolve(movement, contributions=tuple(gifts), indicators=tuple(told)),
    plain,
    st.lists(givable, max_size=5),
    st.lists(indicators, max_size=3),
)


def tables_of(engine, made):
    """The tables of an engine, by way of Arrow."""
    arrow = frames.from_movements(made, engine="pyarrow")
    return frames.Tables(**{name: engine.make(getattr(arrow, name)) for name in NAMES})


def test_summaries_of_tables_are_those_of_records(engine):
    """The same `Summary`, to the word before each sum; and both kinds merge."""
    told = frames.summarise(tables_of(engine, EXAMPLES))
    assert told == dvk.summarise(EXAMPLES)
    more = dvk.calc.merge(told, dvk.summarise(EXAMPLES[0]))
    assert more == dvk.summarise([*EXAMPLES, EXAMPLES[0]])


@costly
@given(st.lists(movements, max_size=3))
def test_any_summary_of_tables_is_that_of_records(told):
    """Whatever is told or left out: unknown quantities, plans, periods, fields by name."""
    expected = dvk.summarise(told)
    for made_of in ("polars", "pyarrow", "pandas"):
        assert frames.summarise(frames.from_movements(told, engine=made_of)) == expected, made_of


_FIGURES = st.tuples(
    st.sampled_from(["Gia Lai", "Kon Tum"]),
    st.none() | st.integers(0, 10**15),
    st.none() | st.integers(0, 10**9),
    st.none() | st.integers(0, 10**9),
)


def _commune(province, dong, poor, households):
    """A movement of one commune with a gift and a rate, each known or not."""
    known = dong is not None
    gift = (
        Contribution(quantity=Quantity(dong, dvk.units.DONG))
        if known
        else Contribution(unknown_kind=ContributionKind.MONEY)
    )
    rate = dvk.Indicator(name="Hộ nghèo", part=poor, whole=households, value=Quantity(1, dvk.units.PERCENT))
    place = dvk.Place(name=province, kind=dvk.PlaceKind.PROVINCE)
    return Movement(
        name="A", period=Period.year(2022), place=place, contributions=(gift,), indicators=(rate,)
    )


@costly
@given(st.lists(_FIGURES, min_size=1, max_size=6))
def test_sums_of_columns_are_those_of_records(fast, rows):
    """Each sum by itself, and part with whole: to the digit and to the count of what is unknown."""
    expected = {}
    for place, summary in dvk.roll_up([_commune(*row) for row in rows], by=PlaceLevel.PROVINCE).items():
        money = {line.quantity is not None: line for line in summary.contributions}
        (rate,) = summary.indicators
        dong = int(money[True].quantity.to(dvk.units.DONG).amount) if True in money else None
        counts = tuple(money[known].count if known in money else 0 for known in (True, False))
        sums = (int(rate.part), int(rate.whole)) if rate.known else (None, None)
        expected[place.name] = (dong, *sums, *counts, rate.known, rate.unknown)
    types = {"tinh": pa.string(), "dong": pa.int64(), "ngheo": pa.int64(), "ho": pa.int64()}
    columns = zip(types, zip(*rows, strict=True), strict=True)
    table = fast.make(pa.table({name: pa.array(cells, types[name]) for name, cells in columns}))
    got = fast.columns(frames.roll_up(table, by="tinh", sums=["dong", ("ngheo", "ho")]))
    assert got["ho_known"] == got["ngheo_known"]
    names = ("tinh", "dong", "ngheo", "ho", "dong_known", "dong_unknown", "ho_known", "ho_unknown")
    assert {key: tuple(rest) for key, *rest in zip(*(got[name] for name in names), strict=True)} == expected


@costly
@given(movements)
def test_records_come_back(movement):
    """In base units and without what tables leave out; what tables hold comes back equal."""
    tables = frames.from_movements(movement, engine="pyarrow")
    assert dvk.total(frames.to_contributions(tables.contributions)) == dvk.total(movement.contributions)
    back = [
        (row.label, row.value, row.part, row.whole, row.counts)
        for row in frames.to_indicators(tables.indicators)
    ]
    assert [tuple(map(_shortest, row)) for row in back] == [
        tuple(map(_shortest, (row.label, row.value, row.part, row.whole, row.counts)))
        for row in movement.indicators
    ]
    kept = ("form", "collectives", "households", "individuals", "mixed", "kind", "groups")
    assert [[getattr(award, name) for name in kept] for award in frames.to_awards(tables.awards)] == [
        [getattr(award, name) for name in kept] for award in movement.awards
    ]
    years = [award.award_year for award in movement.awards]
    assert tables.awards["award_year"].to_pylist() == [year and year.end.year for year in years]
    launched = tables.movements.select(["launch_level", "duration"]).to_pylist()
    assert launched == [{"launch_level": movement.launch_level, "duration": movement.duration}]
    kept = ("name", "id", "field", "other_field", "status", "subject", "level")
    assert [[getattr(model, name) for name in kept] for model in frames.to_models(tables.models)] == [
        [getattr(model, name) for name in kept] for model in movement.models
    ]
    assert frames.to_model_counts(tables.model_counts) == movement.model_counts


def _shortest(cell: object) -> object:
    """Numbers that are equal but for zeros at the end are equal here; printed figures are not."""
    return cell.normalize() if isinstance(cell, Decimal) else cell


@pytest.mark.parametrize("level", ["province", "district", "commune", "community"])
def test_tables_group_places_as_records_do(level):
    """The columns of places hold what `roll_up` groups records by."""
    table = frames.from_movements(EXAMPLES, engine="pyarrow").contributions
    got = Counter()
    for row in frames.total(table, by=level).to_pylist():
        got[row[level], row["kind"]] += row["count"]
    expected = Counter()
    for place, summary in dvk.roll_up(EXAMPLES, by=PlaceLevel[level.upper()]).items():
        for line in summary.contributions:
            expected[place.name if place else None, line.kind.value] += line.count
    assert got == expected


def test_words_of_sums_are_those_of_approximations(engine):
    """For every set of words: the least and the greatest code tell what adding them one by one tells."""
    rows = []
    words = tuple(Approximation)
    for size in range(1, len(words) + 1):
        rows += [
            (str(at), word)
            for at, some in enumerate(itertools.combinations(words, size), len(rows) * 100)
            for word in some
        ]
    table = pa.table(
        {
            "set": [name for name, _ in rows],
            "kind": ["money"] * len(rows),
            "unit": ["dong"] * len(rows),
            "amount": pa.array([1] * len(rows), pa.int64()),
            "approximation": [word.value for _, word in rows],
        }
    )
    made = engine.columns(frames.total(engine.make(table), by="set"))
    got = dict(zip(made["set"], made["approximation"], strict=True))
    for name, group in itertools.groupby(rows, key=lambda row: row[0]):
        known = Approximation.EXACTLY
        for _, word in group:
            known = known.plus(word)
        assert got[name] == known.value
    assert {word for word, _ in _CODES} == {*words} - {Approximation.EXACTLY}


def test_two_words_of_a_sum_are_told_without_a_warning(engine):
    """pandas 2 warns where whole numbers fill all gaps of a column of floats."""
    rows = {
        "kind": ["money"] * 2,
        "unit": ["dong"] * 2,
        "amount": [1, 1],
        "approximation": ["over", "nearly"],
    }
    assert engine.columns(frames.total(engine.make(pa.table(rows))))["approximation"] == ["about"]


BROKEN = {
    "kind": ["money", "cash", "labour", "goods", None],
    "unit": ["dong", "dong", "dong", "counted:cây", "dong"],
    "amount": [-5, 60, 2**63 - 1, None, 3],
    "approximation": ["over", "circa", None, None, None],
}


def test_every_problem_of_a_table_is_told_at_once(engine):
    """With the rows of an eager table, and with their number of a lazy one."""
    table = pa.table({name: pa.array(column) for name, column in BROKEN.items()})
    with pytest.raises(DocumentError) as caught:
        frames.total(engine.make(table))
    told = {problem.path: [] for problem in caught.value.problems}
    for problem in caught.value.problems:
        told[problem.path].append((problem.reason.value, problem.got))
    row = (lambda at: f"row {at + 1}") if engine.eager else (lambda _: "1 row")
    assert told == {
        "kind": [("present", row(4)), ("one-of", row(1))],
        "amount": [("not-negative", row(0)), ("column-range", row(2)), ("amount-and-unit", row(3))],
        "approximation": [("one-of", row(1))],
        "unit": [("gift-unit", row(2))],
    }


def test_missing_and_mistyped_columns_are_all_told(engine):
    """Before anything runs."""
    table = pa.table({"kind": [1], "amount": [1.5], "unit": ["dong"]})
    with pytest.raises(DocumentError) as caught:
        frames.validate(engine.make(table), frames.CONTRIBUTIONS)
    assert [problem.path for problem in caught.value.problems] == ["kind", "amount", "approximation"]
    assert "Int64" in str(caught.value)


def test_rows_that_make_no_record_are_told_by_number():
    """A title for individuals has no collectives; the second row alone is wrong."""
    awards = {
        "form": ["giay_khen", "advanced_worker"],
        "collectives": [1, 2],
        "households": [0, 0],
        "individuals": [0, 0],
        "mixed": [0, 0],
    }
    with pytest.raises(DocumentError, match=r"awards: \[1\]\.form"):
        frames.to_awards(pa.table(awards))


def test_amounts_finer_than_the_smallest_unit_are_refused():
    """Half a đồng would have to be rounded, and nobody said how."""
    gift = Contribution(quantity=Quantity(Decimal("0.5"), dvk.units.DONG))
    movement = Movement(name="Dân vận khéo", period=Period.year(2022), contributions=(gift,))
    with pytest.raises(InvalidValueError, match="at most 0 decimals of the base unit"):
        frames.from_movements(movement, engine="pyarrow")


@given(support.units())
def test_units_come_back_from_text(unit):
    """Every unit has one text, and the text one unit."""
    assert unit_of(unit_text(unit)) == unit


@pytest.mark.parametrize("text", ["dongg", "counted:", "{", '{"scale": "million"}', "triệu đồng"])
def test_texts_that_are_no_unit_are_refused(text):
    """A misspelt unit is never taken for a thing counted."""
    with pytest.raises(InvalidValueError):
        unit_of(text)


def test_no_tables_make_an_empty_summary():
    """Nothing is told, so nothing is summed."""
    assert frames.summarise(frames.Tables()) == Summary()
