"""Comparison: every figure of two summaries, against sums made by hand; nothing compared that is not alike."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

from danvankheo import (
    Award,
    AwardForm,
    Contribution,
    ContributionKind,
    Indicator,
    IndicatorKind,
    InvalidValueError,
    Movement,
    Period,
    Place,
    PlaceKind,
    PlaceLevel,
    Quantity,
    Summary,
    counted,
    roll_up,
    summarise,
)
from danvankheo.calc import (
    Basis,
    Comparisons,
    NotCompared,
    SummaryPart,
    compare,
    compare_movements,
    figures_of,
)
from danvankheo.units import DONG, MILLION_DONG, US_DOLLAR, WORKDAY

Q2 = Period.quarter(2026, 2)
LAST_Q2 = Period.quarter(2025, 2)
GIA_LAI = Place(name="Gia Lai", kind=PlaceKind.PROVINCE)
UNITS = {"dong": DONG, "million_dong": MILLION_DONG, "workday": WORKDAY, "gạo": counted("suất quà")}

gifts = st.lists(st.tuples(st.sampled_from([*UNITS]), st.integers(0, 10**9)), max_size=6)
rates = st.none() | st.tuples(st.integers(0, 500), st.integers(0, 500))
awards = st.lists(
    st.tuples(st.sampled_from([AwardForm.GIAY_KHEN, AwardForm.BANG_KHEN]), st.integers(1, 50)), max_size=3
)
tellings = st.tuples(gifts, rates, awards)


def movement(period: Period, told: tuple) -> Movement:
    given, rate, forms = told
    return Movement(
        name="Dân vận khéo",
        period=period,
        contributions=[Contribution(quantity=Quantity(amount, UNITS[unit])) for unit, amount in given],
        indicators=[Indicator(name="Hộ nghèo", kind=IndicatorKind.POVERTY_RATE, part=rate[0], whole=rate[1])]
        if rate
        else [],
        awards=[Award(form=form, individuals=count) for form, count in forms],
    )


def by_hand(told: tuple) -> dict[object, Fraction]:
    """Return the figures of a telling, summed without the library."""
    given, rate, forms = told
    sums: Counter[object] = Counter()
    seen: set[object] = set()
    for unit, amount in given:
        key = "dong" if "dong" in unit else unit
        sums[key] += Fraction(amount) * (1_000_000 if unit == "million_dong" else 1)
        seen.add(key)
    for form, count in forms:
        sums[form] += Fraction(count)
        seen.add(form)
    found: dict[object, Fraction] = {key: Fraction(sums[key]) for key in seen}
    if rate and rate[1]:
        found["rate"] = Fraction(*rate)
    return found


def key_of(line) -> object:
    match line.key.part:
        case SummaryPart.INDICATORS:
            return "rate"
        case SummaryPart.AWARDS:
            return line.key.of[0]
        case _:
            return {"đồng": "dong", "ngày công": "workday"}.get(line.key.unit.label, "gạo")


def plain(figure) -> Fraction | None:
    return Fraction(figure.value) if isinstance(figure, Quantity) else figure


@given(tellings, tellings, st.sampled_from(Basis))
@example(([("dong", 0)], None, []), ([("dong", 0)], None, []), Basis.BEFORE)
def test_every_figure_is_that_of_sums_made_by_hand(now, before, basis):
    later, earlier = by_hand(now), by_hand(before)
    periods = (Q2, Q2 if basis in (Basis.PLAN, Basis.TARGET) else LAST_Q2)
    pair = movement(periods[0], now), movement(periods[1], before)
    made = compare(summarise(pair[0]), summarise(pair[1]), basis=basis, periods=periods)
    assert {key_of(line) for line in made.lines} >= set(later) | set(earlier)
    planned = basis in (Basis.PLAN, Basis.TARGET)
    for line in made.lines:
        key = key_of(line)
        new, old = later.get(key), earlier.get(key)
        assert (plain(line.now), plain(line.before)) == (new, old)
        if new is None or old is None:
            assert line.difference is line.growth is line.attainment is None
            assert line.why == (NotCompared.NO_NOW,) * (new is None) + (NotCompared.NO_BEFORE,) * (
                old is None
            )
            continue
        assert plain(line.difference) == new - old
        if key == "rate":
            assert line.growth is None
            assert line.attainment == (new / old if planned and old else None)
            assert line.why == ((NotCompared.ZERO_BEFORE,) if planned and not old else ())
        else:
            assert line.growth == (new / old - 1 if old and not planned else None)
            assert line.attainment == (new / old if old else None)
            assert line.why == (() if old else (NotCompared.ZERO_BEFORE,))


@given(st.lists(tellings, max_size=4))
def test_the_same_figures_did_not_move_and_groups_are_compared_alike(told):
    groups = {at: summarise(movement(Q2, each)) for at, each in enumerate(told)}
    made = compare(groups, groups)
    assert isinstance(made, Comparisons)
    assert [*made] == [*groups]
    for key, comparison in made.items():
        assert comparison == compare(groups[key], groups[key])
        assert all(not line.growth and not plain(line.difference or Fraction(0)) for line in comparison.lines)


@given(tellings)
def test_figures_of_a_summary_leave_nothing_out(told):
    summary = summarise(movement(Q2, told))
    found = figures_of(summary)
    assert len({(figure.key, figure.period) for figure in found}) == len(found)
    parts = Counter(figure.key.part for figure in found)
    assert parts[SummaryPart.CONTRIBUTIONS] == len(summary.contributions)
    assert parts[SummaryPart.INDICATORS] == len(summary.indicators)
    assert parts[SummaryPart.AWARDS] == len(summary.awards)


def one(now: Movement, before: Movement, **options) -> object:
    (line,) = compare(summarise(now), summarise(before), **options).lines
    return line


def gift(period: Period, amount: int | None, unit=MILLION_DONG, place: Place | None = None) -> Movement:
    quantity = None if amount is None else Quantity(amount, unit)
    given = Contribution(quantity=quantity, unknown_kind=None if quantity else ContributionKind.MONEY)
    return Movement(name="Dân vận khéo", period=period, place=place, contributions=[given])


def test_what_nobody_stated_is_unknown_and_counted():
    line = one(gift(Q2, None), gift(LAST_Q2, 5))
    assert (line.why, line.difference, line.unknown) == ((NotCompared.NO_NOW,), None, (1, 0))
    line = one(gift(Q2, 5), gift(LAST_Q2, None))
    assert (line.why, line.difference, line.unknown) == ((NotCompared.NO_BEFORE,), None, (0, 1))
    line = one(gift(Q2, None), gift(LAST_Q2, None))
    assert line.why == (NotCompared.NO_NOW, NotCompared.NO_BEFORE)


def test_units_and_kinds_are_never_mixed():
    lines = compare(summarise(gift(Q2, 5)), summarise(gift(LAST_Q2, 5, US_DOLLAR))).lines
    assert [line.why for line in lines] == [(NotCompared.UNIT,)] * 2

    def rate(*, plan: bool) -> Summary:
        told = Indicator(name="Nhà vệ sinh", part=5, whole=10, whole_is_plan=plan)
        return summarise(Movement(name="Dân vận khéo", period=Q2, indicators=[told]))

    assert {line.why for line in compare(rate(plan=True), rate(plan=False)).lines} == {(NotCompared.KIND,)}


@pytest.mark.parametrize(
    ("now", "before", "basis", "alike"),
    [
        (Q2, LAST_Q2, "same_period", True),
        (Q2, Period.quarter(2026, 1), "before", True),
        (Q2, Period.year(2025), "before", False),
        (Q2, Period.half(2025, 1), "before", False),
        (Period.first_months(2026, 9), Period.first_months(2025, 9), "same_period", True),
        (Period.first_months(2026, 9), Period.first_months(2025, 8), "same_period", False),
        (Period.stage(2021, 2025), Period.stage(2016, 2020), "before", True),
        (Period.stage(2021, 2025), Period.stage(2017, 2020), "before", False),
        (Q2, Period.year(2026), "plan", True),
        (Q2, Period.year(2025), "plan", False),
        (Period.year(2026), Period.award_year(2026), "before", False),
    ],
)
def test_periods_of_unlike_length_are_not_compared(now, before, basis, alike):
    line = one(gift(now, 6), gift(before, 5), basis=basis, periods=(now, before))
    assert (NotCompared.PERIOD_SPAN in line.why) is not alike
    assert (line.difference is not None) is alike


def test_of_several_periods_each_is_compared_with_its_own():
    def rates(*years: int) -> Summary:
        told = [
            Indicator(
                name="Hộ nghèo", kind="poverty_rate", part=year % 100, whole=100, period=Period.year(year)
            )
            for year in years
        ]
        return summarise(Movement(name="Dân vận khéo", period=Period.year(years[0]), indicators=told))

    lines = compare(rates(2026, 2025), rates(2025, 2023)).lines
    found = {line.periods: (line.difference, line.why) for line in lines}
    assert found == {
        (Period.year(2026), Period.year(2025)): (Fraction(1, 100), ()),
        (Period.year(2025), None): (None, (NotCompared.SEVERAL_PERIODS,)),
        (None, Period.year(2023)): (None, (NotCompared.SEVERAL_PERIODS,)),
    }


def commune(name: str, kind: PlaceKind = PlaceKind.COMMUNE) -> Place:
    return Place(name=name, kind=kind, parent=GIA_LAI)


def test_across_the_merger_only_the_same_ground_is_compared():
    now = [gift(Q2, 60, place=commune("Cửu An")), gift(Q2, 7, place=commune("An Bình", PlaceKind.WARD))]
    old = [gift(LAST_Q2, 10, place=commune(name)) for name in ("Tú An", "Xuân An", "Song An", "Cửu An")]
    old.append(gift(LAST_Q2, 5, place=commune("An Bình", PlaceKind.WARD)))
    by_name = {key.name: made.lines[0] for key, made in compare_movements(now, old, by="commune").items()}
    assert by_name["Cửu An"].growth == Fraction(1, 2)
    assert by_name["An Bình"].why == (NotCompared.PLACES,)  # the new ward is of three old communes
    (line,) = compare_movements(now, old).lines
    assert (line.growth, line.why) == (None, (NotCompared.PLACES,))
    (line,) = compare_movements(now[:1], old[:4]).lines
    assert line.growth == Fraction(1, 2)
    provinces = compare_movements(now, old, by="province")
    assert {made.lines[0].why for made in provinces.values()} == {(NotCompared.PLACES,)}


def test_a_roll_up_by_units_of_a_day_says_what_is_only_known_together():
    divided = Place(
        name="Đội Cấn", kind=PlaceKind.WARD, parent=Place(name="Hà Nội", kind=PlaceKind.MUNICIPALITY)
    )
    ba_dinh = Place(name="Ba Đình", kind=PlaceKind.WARD, parent=divided.parent)
    day = Period.year(2026).end
    old = roll_up([gift(Period.year(2024), 5, place=divided)], by=PlaceLevel.COMMUNE, places_on=day)
    new = roll_up([gift(Period.year(2026), 5, place=ba_dinh)], by=PlaceLevel.COMMUNE, places_on=day)
    made = compare(new, old)
    assert {made[key].lines[0].why for key in new} == {(NotCompared.PLACES,)}


def test_wrong_arguments_are_named():
    for args in ((1, Summary()), (Summary(), {}), ({}, Summary())):
        with pytest.raises(InvalidValueError):
            compare(*args)
    with pytest.raises(InvalidValueError):
        compare(Summary(), Summary(), basis="last")
    with pytest.raises(InvalidValueError):
        compare(Summary(), Summary(), periods=(2025, 2026))
    with pytest.raises(InvalidValueError):
        compare_movements([], [gift(Q2, 1)])
    with pytest.raises(InvalidValueError, match="2025-Q2, 2026-Q2"):
        compare_movements([gift(Q2, 1), gift(LAST_Q2, 1)], [gift(Q2, 1)])


def test_approximate_figures_have_approximate_growth():
    over = Movement(
        name="Dân vận khéo",
        period=Q2,
        contributions=[Contribution(quantity=Quantity(Decimal("1.5"), MILLION_DONG, "over"))],
    )
    line = one(over, gift(LAST_Q2, 1))
    assert line.is_approximate
    assert (line.growth, str(line.difference)) == (Fraction(1, 2), "hơn 500.000 đồng")


def test_a_period_longer_than_a_year_has_no_same_period_last_year():
    stage = Period.stage(2021, 2025)

    def rate(period):
        told = Indicator(name="Hộ nghèo", kind="poverty_rate", part=1, whole=4, period=period)
        return summarise(Movement(name="A", period=Period.year(2025), indicators=[told]))

    both = summarise([Movement(name="A", period=Period.year(2025), indicators=[
        Indicator(name="Hộ nghèo", kind="poverty_rate", part=1, whole=4, period=stage),
        Indicator(name="Hộ nghèo", kind="poverty_rate", part=1, whole=5, period=Period.year(2025)),
    ])])  # fmt: skip
    lines = compare(both, rate(Period.year(2024))).lines
    assert (NotCompared.SEVERAL_PERIODS,) in {line.why for line in lines}
    assert pretty(compare({"A": both}, {"A": both})).startswith("{")
