"""Several tables as one: names and times in one form, nothing twice, on every engine."""

from collections import Counter
from unicodedata import normalize

import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import danvankheo as dvk
from danvankheo import Contribution, DocumentError, Movement, Period, Place, PlaceKind, Quantity, frames
from danvankheo.domain.places import PlaceLevel
from effort import costly

TYPES = {"year": pa.int64(), "amount": pa.int64()}


def arrow(**columns):
    """A table of gifts of one đồng a row, or as the columns say."""
    rows = len(next(iter(columns.values())))
    filled = {"kind": ["money"] * rows, "unit": ["dong"] * rows, "amount": [1] * rows,
              "approximation": [None] * rows} | columns  # fmt: skip
    return pa.table({name: pa.array(cells, TYPES.get(name, pa.string())) for name, cells in filled.items()})


def summed(engine, made, by):
    """The sums of a table by some columns."""
    got = engine.columns(frames.total(made, by=by))
    return {
        key: amount
        for *key, amount in zip(*(got[name] for name in (*by, "amount")), strict=True)
        for key in [tuple(key)]
    }


def test_names_and_times_come_in_one_form(engine):
    cells = ["Ia Sơn", "Xã Ia Sơn", " IA SƠN", normalize("NFD", "xã ia sơn"), "Hoà Phú", "Hòa Phú", None]
    periods = ["2026-Q2", "Quý II/2026", "quý 2/2026", "quý II", None, "Năm 2026", "2025"]
    years = [None, 2026, None, 2026, 2026, 2026, None]
    made = frames.combine({"a": engine.make(arrow(commune=cells, period=periods, year=years))})
    assert summed(engine, made, ["commune", "period", "year"]) == {
        ("Xã Ia Sơn", "2026-Q2", 2026): 4,
        ("Hoà Phú", "2026", 2026): 2,
        (None, "2025", 2025): 1,
    }


def test_names_are_found_by_those_above_them_as_they_were_typed(engine):
    columns = {"province": ["tỉnh gia lai", "Tỉnh Gia Lai"], "district": ["h. IA PA", "Ia Pa"],
               "commune": ["x. IA SƠN", "Ia Sơn"], "community": ["làng  Pốt", "Pốt"]}  # fmt: skip
    made = frames.combine({"a": engine.make(arrow(**columns))})
    assert summed(engine, made, [*columns]) == {("Tỉnh Gia Lai", "Huyện Ia Pa", "Xã Ia Sơn", "Làng Pốt"): 2}


def test_tables_of_other_columns_are_one(engine):
    one = arrow(commune=["Ia Sơn"], period=["2026-Q2"])
    other = arrow(province=["Gia Lai"], commune=["Xã Ia Lâu"], giver=["Ông A"], year=[2026])
    made = engine.columns(frames.combine({"a": engine.make(one), "b": engine.make(other)}))
    assert [*made] == [
        "period",
        "year",
        "province",
        "commune",
        "giver",
        "kind",
        "unit",
        "amount",
        "approximation",
    ]
    assert sorted(made["commune"]) == ["Ia Sơn", "Xã Ia Lâu"]


def test_a_place_and_time_in_two_tables_is_an_error(engine):
    one, other = (engine.make(arrow(commune=[name], period=[when])) for name, when in
                  (("Ia Sơn", "2026-Q2"), ("xã IA SƠN", "quý II/2026")))  # fmt: skip
    with pytest.raises(DocumentError) as caught:
        frames.combine({"a.csv": one, "b.csv": other})
    (problem,) = caught.value.problems
    assert (problem.path, problem.reason.value, problem.got) == (
        "xã Ia Sơn, quý II/2026", "one-report", "a.csv, b.csv")  # fmt: skip
    made = frames.combine({"a.csv": one, "b.csv": other}, accept_duplicates=True)
    assert summed(engine, made, ["commune"]) == {("Xã Ia Sơn",): 2}


def test_what_may_be_two_places_is_an_error():
    made = pl.from_arrow(arrow(commune=["Phường An Khê", "Xã An Khê", "An Khê"], period=["2026"] * 3))
    with pytest.raises(DocumentError) as caught:
        frames.combine({"a.csv": made})
    assert str(caught.value.problems[0]) == (
        "a.csv: commune: expected a name with its kind, since it may be xã An Khê hay phường An Khê, got “An Khê”"
    )
    apart = frames.combine({"a.csv": made[:2]})
    assert apart["commune"].to_list() == ["Phường An Khê", "Xã An Khê"]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"period": ["đợt 1"]}, "period-text"),
        ({"period": ["quý II"]}, "period-text"),
        ({"period": ["2026-Q2"], "year": [2025]}, "year-of-period"),
        ({"giver": ["Tổng cộng"]}, "total-row"),
    ],
)
def test_every_problem_of_a_table_has_its_name(cells, reason):
    with pytest.raises(DocumentError) as caught:
        frames.combine({"a.csv": pl.from_arrow(arrow(**cells))})
    assert [problem.reason.value for problem in caught.value.problems] == [reason]
    assert "a.csv" in str(caught.value)


_PLACES = {("Ia Sơn", PlaceKind.COMMUNE): ["Xã Ia Sơn", "xã ia sơn", "X. Ia Sơn", "IA SƠN", "Ia Sơn "],
           ("An Khê", PlaceKind.WARD): ["Phường An Khê", "P.An Khê", "PHƯỜNG  AN KHÊ"],
           ("An Khê", PlaceKind.COMMUNE): ["Xã An Khê", "xã AN KHÊ"]}  # fmt: skip
_TIMES = {"2026-Q2": ["2026-Q2", "Quý II/2026", "quý 2/2026"], "2025": ["2025", "năm 2025", "Năm  2025"]}


@costly
@given(st.data())
def test_sums_are_those_of_the_true_places_and_times(fast, data):
    """However each row is typed; by way of records, which know which place is meant."""
    rows = data.draw(
        st.lists(
            st.tuples(st.sampled_from([*_PLACES]), st.sampled_from([*_TIMES]), st.integers(0, 10**12)),
            min_size=1, max_size=6,
        )
    )  # fmt: skip
    typed = {
        "commune": [data.draw(st.sampled_from(_PLACES[place])) for place, _, _ in rows],
        "period": [data.draw(st.sampled_from(_TIMES[time])) for _, time, _ in rows],
        "amount": [amount for *_, amount in rows],
    }
    if "An Khê" not in {name for (name, _), _, _ in rows}:
        typed["commune"] = [cell.replace("Xã ", "") for cell in typed["commune"]]
    expected = Counter()
    for (name, kind), time, amount in rows:
        gift = Contribution(quantity=Quantity(amount, dvk.units.DONG))
        place = Place(name=name, kind=kind)
        movement = Movement(name="A", period=Period.from_code(time), place=place, contributions=(gift,))
        for unit, summary in dvk.roll_up([movement], by=PlaceLevel.COMMUNE).items():
            expected[unit, time] += int(summary.contributions[0].quantity.amount)
    made = frames.combine({"a": fast.make(arrow(**typed))})
    got = summed(fast, made, ["commune", "period"])
    assert sorted(got.values()) == sorted(expected.values())
    for (name, time), amount in got.items():
        places = [
            place for place, when in expected if when == time and name.lower().endswith(place.name.lower())
        ]
        kinds = [place for place in places if place.kind.label in name.lower()] or places
        assert amount in {expected[place, time] for place in kinds}


def test_places_of_two_kinds_are_two_keys_of_tables():
    """`from_movements` writes names; a ward and a commune of one name are never one key."""
    places = [Place(name="An Khê", kind=kind) for kind in (PlaceKind.WARD, PlaceKind.COMMUNE)]
    places.append(Place(name="Ia Sơn", kind=PlaceKind.COMMUNE))
    given = [
        Movement(
            name="A",
            period=Period.year(2026),
            place=place,
            contributions=(Contribution(quantity=Quantity(number, dvk.units.DONG)),),
        )
        for number, place in enumerate(places)
    ]
    made = frames.from_movements(iter(given)).contributions
    assert made["commune"].to_list() == ["Phường An Khê", "Xã An Khê", "Ia Sơn"]
    assert frames.from_movements(given, kinds=True).contributions["commune"].to_list()[2] == "Xã Ia Sơn"
    assert frames.combine({"a": made}).height == 3
