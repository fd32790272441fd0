"""Whole reports made of true figures: however each writer rounds and hedges, the audit proves nothing wrong."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from audited import HOUSEHOLDS
from danvankheo import (
    Approximation,
    ChangeKind,
    Contribution,
    Indicator,
    IndicatorKind,
    Movement,
    Period,
    Place,
    PlaceKind,
    Quantity,
    Rounding,
    audit,
    round_to,
)
from danvankheo.auditing import Severity
from danvankheo.auditing.figures.reported import NEAREST, PROCEDURES
from danvankheo.units import DONG, MILLION_DONG, PERCENT, PERCENTAGE_POINT

DISTRICT = Place(name="Chư Păh", kind=PlaceKind.RURAL_DISTRICT)
COMMUNES = [Place(name=name, kind=PlaceKind.COMMUNE, parent=DISTRICT) for name in ("Ia Ka", "Ia Nhin")]


@st.composite
def writers(draw, only=None):
    """How somebody prints a true value: a procedure, decimals, and words that are true; or one procedure only."""
    rounding = only or draw(st.sampled_from(PROCEDURES))
    decimals = draw(st.integers(0, 2))
    words = [] if only else draw(st.lists(st.sampled_from(Approximation), min_size=1, max_size=3))

    def write(value, unit, signed=False):
        exact = Fraction(value) / Fraction(unit.size)
        for word in words:
            up = word in (Approximation.NEARLY, Approximation.UNDER, Approximation.AT_MOST)
            told = round_to(exact, decimals, rounding=Rounding.CEILING if up else Rounding.FLOOR)
            strict = word in (Approximation.OVER, Approximation.NEARLY, Approximation.UNDER)
            if word is Approximation.ABOUT:
                return Quantity(round_to(exact, 0), unit, word)
            if word is not Approximation.EXACTLY and not signed and not (strict and told == exact):
                return Quantity(told, unit, word)
        return Quantity(round_to(exact, decimals, rounding=rounding), unit)

    return write


@st.composite
def reports(draw, year, place, truths, only):
    """A report of a place in a year: households that are poor, of all, and what people gave."""
    write = draw(writers(only))
    (poor, households, gifts), before = truths
    rate, then = Fraction(100 * poor, households), Fraction(100 * before[0], before[1])
    told = {"value": write(rate, PERCENT), "unit": HOUSEHOLDS}
    told |= {name: number for name, number in (("part", poor), ("whole", households)) if draw(st.booleans())}
    if draw(st.booleans()):
        told |= {"earlier": write(then, PERCENT), "compared_to": Period.year(year - 1)}
    kind = draw(st.sampled_from([None, ChangeKind.POINTS, ChangeKind.GROWTH]))
    if draw(st.booleans()):
        if kind is ChangeKind.GROWTH and then:
            told |= {"change": write(100 * (rate - then) / then, PERCENT, signed=True), "change_kind": kind}
        elif kind is ChangeKind.POINTS:
            told |= {"change": write(rate - then, PERCENTAGE_POINT, signed=True), "change_kind": kind}
        elif kind is None:
            told["change"] = write(rate - then, PERCENT, signed=True)
    numbers = Indicator(
        name="Hộ được vay vốn",
        unit=HOUSEHOLDS,
        value=Quantity(poor, HOUSEHOLDS),
        earlier=Quantity(before[0], HOUSEHOLDS),
        change=Quantity(poor - before[0], HOUSEHOLDS),
        compared_to=Period.year(year - 1),
    )
    plan = Indicator(
        name="Mô hình",
        part=households,
        whole=poor + 1,
        whole_is_plan=True,
        value=write(Fraction(100 * households, poor + 1), PERCENT),
    )
    unit = draw(st.sampled_from([DONG, MILLION_DONG]))
    return Movement(
        name="Dân vận khéo",
        period=Period.year(year),
        place=place,
        indicators=(Indicator(name="Hộ nghèo", kind=IndicatorKind.POVERTY_RATE, **told), numbers, plan),
        contributions=tuple(Contribution(quantity=write(gift, unit)) for gift in gifts),
        stated_totals=(write(sum(gifts), draw(st.sampled_from([DONG, MILLION_DONG]))),),
    )


@st.composite
def worlds(draw, only=None):
    """Reports of two years of a district and of two of its communes, each written by somebody else."""
    gift = st.integers(1, 10**9)

    def truth():
        poor = draw(st.integers(0, 400))
        return poor, poor + draw(st.integers(1, 4000)), draw(st.lists(gift, min_size=1, max_size=3))

    def together(parts):
        return (
            sum(one[0] for one in parts),
            sum(one[1] for one in parts),
            [x for one in parts for x in one[2]],
        )

    years = {
        year: [truth() for _ in range(3)] for year in (2020, 2021, 2022)
    }  # the third commune tells nothing
    made = []
    for year in (2021, 2022):
        for at, place in enumerate(COMMUNES):
            made.append(draw(reports(year, place, (years[year][at], years[year - 1][at]), only)))
        made.append(draw(reports(year, DISTRICT, (together(years[year]), together(years[year - 1])), only)))
    return made


@given(worlds())
def test_true_reports_raise_no_error(told):
    assert [repr(finding) for finding in audit(told) if finding.severity is Severity.ERROR] == []


@given(st.sampled_from(NEAREST).flatmap(worlds))
def test_true_reports_rounded_to_nearest_raise_no_warning_but_of_wording(told):
    """ "tăng 3,05%" of a rate that rose by 3,05 points is the one thing that they print wrongly."""
    serious = [finding for finding in audit(told) if finding.severity >= Severity.WARNING]
    assert [repr(finding) for finding in serious if finding.code.value != "change-in-points"] == []


def test_the_world_of_the_tests_is_one_that_is_audited():
    """A figure that is changed in it is found."""
    poor = Indicator(name="Hộ nghèo", kind=IndicatorKind.POVERTY_RATE, part=50, whole=1000, unit=HOUSEHOLDS)
    wrong = Movement(
        name="Dân vận khéo",
        period=Period.year(2022),
        place=DISTRICT,
        indicators=(
            poor,
            Indicator(
                name="Hộ nghèo",
                kind=IndicatorKind.POVERTY_RATE,
                unit=HOUSEHOLDS,
                value=Quantity(Decimal("9.1"), PERCENT),
            ),
        ),
    )
    assert [finding.code.value for finding in audit(wrong)] == ["ratio-inconsistent"]
