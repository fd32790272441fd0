"""Sums, summaries and roll-ups: nothing lost, nothing counted twice, in whatever order."""

from collections import Counter
from fractions import Fraction
from pathlib import Path

import attrs
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    Approximation,
    Award,
    AwardForm,
    Contribution,
    ContributionKind,
    Indicator,
    IndicatorKind,
    ModelCount,
    ModelField,
    ModelLevel,
    Movement,
    Period,
    Quantity,
    Summary,
    counted,
    load,
    summarise,
    total,
)
from danvankheo.calc import AwardTotal, Total, merge
from danvankheo.units import DONG, MILLION_DONG, SQUARE_METRE, US_DOLLAR, WORKDAY, Region, traditional_area
from support import contributions, movements

_lists = st.lists(movements(), max_size=4)
_EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


@given(st.lists(contributions, max_size=8))
def test_totals_are_exact_and_count_everything(given_):
    lines = total(given_)
    assert sum(line.count for line in lines) == len(given_)
    told = [c.quantity for c in given_ if c.quantity is not None]
    for line in lines:
        if line.quantity is not None:
            parts = [q for q in told if q.unit.fits(line.quantity.unit)]
            assert Fraction(line.quantity.value) == sum(Fraction(q.value) for q in parts)
            assert len(parts) == line.count
            assert line.quantity.unit.size == 1
            assert sum(parts).approximation is line.quantity.approximation
    unknown = Counter(c.kind for c in given_ if c.quantity is None)
    assert unknown == Counter({line.kind: line.count for line in lines if line.quantity is None})


@given(_lists, _lists, _lists)
def test_summaries_are_a_commutative_monoid(one, two, three):
    a, b, c = summarise(one), summarise(two), summarise(three)
    assert merge(a, b) == merge(b, a)
    assert merge(merge(a, b), c) == merge(a, merge(b, c)) == merge(a, b, c)
    assert merge(a, Summary()) == a == merge(a)
    assert merge() == Summary()


@given(_lists, st.randoms())
def test_the_order_and_the_grouping_of_movements_do_not_matter(ms, random):
    whole = summarise(ms)
    assert merge(*map(summarise, ms)) == whole
    random.shuffle(ms)
    assert summarise(iter(ms)) == whole


@given(st.lists(contributions, min_size=1, max_size=5))
def test_a_sum_does_not_depend_on_how_it_was_written(given_):
    base = [
        attrs.evolve(c, quantity=c.quantity.to(c.quantity.unit.to_base())) if c.quantity else c
        for c in given_
    ]
    assert total(base) == total(given_)


def test_sums_of_local_areas_do_not_depend_on_the_order():
    def of(region: Region) -> Movement:
        told = Indicator(name="Đất", part=1, whole=2, unit=traditional_area("sào", region))
        return Movement(name="A", period=Period.year(2022), indicators=(told,))

    a, b = summarise(of(Region.NORTH)), summarise(of(Region.CENTRAL))
    assert merge(a, b) == merge(b, a)


def test_a_summary_made_by_hand_merges_in_base_units():
    by_hand = Total(kind=ContributionKind.MONEY, quantity=Quantity(2, MILLION_DONG), count=1)
    (line,) = merge(Summary(contributions=(by_hand,))).contributions
    assert line.quantity == Quantity(2_000_000, DONG)


def test_stated_numbers_add_up_with_how_many_reports_state_them():
    def of(*stated: ModelCount) -> Movement:
        return Movement(name="A", period=Period.year(2022), model_counts=stated)

    most = ModelCount(count=10**12)
    (line,) = summarise([of(most), of(), of(most)]).model_counts
    assert (line.count, line.reports) == (2 * 10**12, 2)


def test_currencies_and_nouns_stay_apart():
    lines = total(
        Contribution(quantity=Quantity(1, unit))
        for unit in (DONG, US_DOLLAR, counted("cây"), counted("bao"), counted("cây"))
    )
    assert [(line.kind.value, line.quantity.amount, line.quantity.unit.name) for line in lines] == [
        ("money", 1, "đồng"), ("money", 1, "USD"), ("goods", 1, "bao"), ("goods", 2, "cây"),
    ]  # fmt: skip


def test_what_is_unknown_is_counted_and_not_zero():
    unknown = Contribution(unknown_kind=ContributionKind.LAND)
    known = Contribution(quantity=Quantity(260, SQUARE_METRE))
    first, second = total([unknown, known, unknown])
    assert (first.quantity, first.count) == (Quantity(260, SQUARE_METRE), 1)
    assert (second.quantity, second.count) == (None, 2)


def test_percentages_are_never_averaged():
    def of(part: int, whole: int | None) -> Movement:
        told = Indicator(name="Trường", kind=IndicatorKind.STANDARD_SCHOOL_RATE, part=part, whole=whole)
        return Movement(name="A", period=Period.year(2022), indicators=(told,))

    (rate,) = summarise([of(27, 28), of(1, 2), of(5, None)]).indicators
    assert (rate.part, rate.whole, rate.known, rate.unknown) == (28, 30, 2, 1)
    assert rate.rate == Fraction(28, 30) != (Fraction(27, 28) + Fraction(1, 2)) / 2


def test_figures_of_two_years_and_plans_are_not_added():
    def of(year: int, plan: bool) -> Movement:
        told = Indicator(name="Hộ nghèo", part=1, whole=2, whole_is_plan=plan)
        return Movement(name="A", period=Period.year(year), indicators=(told,))

    assert [
        (rate.period.code, rate.whole_is_plan, rate.known)
        for rate in summarise([of(2022, False), of(2021, False), of(2022, True), of(2022, False)]).indicators
    ] == [("2021", False, 1), ("2022", False, 2), ("2022", True, 1)]


def test_a_rate_of_nothing_is_unknown():
    told = Indicator(name="Hộ nghèo", part=0, whole=0)
    (rate,) = summarise(Movement(name="A", period=Period.year(2022), indicators=(told,))).indicators
    assert rate.rate is None


def test_an_khe():
    summary = summarise(load(_EXAMPLES / "an-khe-2022.json"))
    assert [line.quantity for line in summary.contributions] == [
        Quantity(214_400_000, DONG, Approximation.ABOUT), Quantity(731, WORKDAY), Quantity(260, SQUARE_METRE),
    ]  # fmt: skip
    assert [(tally.field, tally.count) for tally in summary.models] == [
        (ModelField.DEFENCE_SECURITY, 3),
        (None, 6),
    ]
    (award,) = summary.awards
    assert (award.collectives, award.individuals, award.recipients) == (10, 20, 30)
    rates = {rate.kind: rate for rate in summary.indicators}
    assert rates[IndicatorKind.STANDARD_SCHOOL_RATE].rate == Fraction(27, 28)
    assert rates[IndicatorKind.POVERTY_RATE].rate is None
    assert rates[IndicatorKind.POVERTY_RATE].unknown == 1


def test_the_real_sums_of_two_districts():
    counts = {
        (stated.status and stated.status.value, stated.subject and stated.subject.value): stated.count
        for stated in summarise(
            [load(_EXAMPLES / f"{name}-2022.json") for name in ("cho-don", "chu-pah")]
        ).model_counts
    }
    assert (
        counts["recognized", None] == counts["recognized", "collective"] + counts["recognized", "individual"]
    )
    assert counts["exemplary", None] == counts["exemplary", "collective"] + counts["exemplary", "individual"]
    assert counts[None, None] == counts[None, "collective"] + counts[None, "individual"] == 274


def test_recipients_and_levels_are_kept_apart_in_sums():
    """Households are not individuals, and models of a level are not those of another."""
    movement = Movement(
        name="Dân vận khéo",
        period=Period.year(2022),
        awards=(
            Award(form=AwardForm.GIAY_KHEN, collectives=10, households=3, individuals=20, mixed=2),
            Award(form=AwardForm.GIAY_KHEN, collectives=1, households=2, individuals=4, mixed=5),
        ),
        model_counts=(
            ModelCount(count=12, level=ModelLevel.PROVINCE),
            ModelCount(count=30, level=ModelLevel.GRASSROOTS),
            ModelCount(count=42),
        ),
    )
    summary = summarise([movement, movement])
    assert summary.awards == (
        AwardTotal(form=AwardForm.GIAY_KHEN, collectives=22, households=10, individuals=48, mixed=14),
    )
    assert [(total.level, total.count, total.reports) for total in summary.model_counts] == [
        (None, 84, 2),
        (ModelLevel.GRASSROOTS, 60, 2),
        (ModelLevel.PROVINCE, 24, 2),
    ]
