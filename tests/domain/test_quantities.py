"""Quantities: equality of what is written, comparison of values, arithmetic that keeps what is known."""

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from itertools import product

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from danvankheo import Approximation, InvalidValueError, Quantity, QuantityRange, counted
from danvankheo.errors import NotExactError, UnitMismatchError
from danvankheo.units import (
    BILLION_DONG,
    DONG,
    HECTARE,
    MILLION_DONG,
    PERCENT,
    PERCENTAGE_POINT,
    SQUARE_METRE,
    UNITS,
    US_DOLLAR,
    WORKDAY,
    Dimension,
    Region,
    Scale,
    local_area,
    traditional_area,
)
from support import quantities, signed_amounts, units

A = Approximation
_MONEY = st.sampled_from([DONG, MILLION_DONG, BILLION_DONG])


def _possible(
    amount: Decimal, approximation: Approximation
) -> tuple[Fraction | None, bool, Fraction | None, bool]:
    """The literal set of a word as (low, low open, high, high open); None is unbounded."""
    value = Fraction(amount)
    return {
        A.EXACTLY: (value, False, value, False),
        A.OVER: (value, True, None, True),
        A.AT_LEAST: (value, False, None, True),
        A.NEARLY: (None, True, value, True),
        A.UNDER: (None, True, value, True),
        A.AT_MOST: (None, True, value, False),
        A.ABOUT: (None, True, None, True),
    }[approximation]


def _sum(one, other):
    low = None if one[0] is None or other[0] is None else one[0] + other[0]
    high = None if one[2] is None or other[2] is None else one[2] + other[2]
    return low, one[1] or other[1], high, one[3] or other[3]


def _contains(outer, inner) -> bool:
    low_fits = outer[0] is None or (
        inner[0] is not None
        and (outer[0] < inner[0] or (outer[0] == inner[0] and (inner[1] or not outer[1])))
    )
    high_fits = outer[2] is None or (
        inner[2] is not None
        and (outer[2] > inner[2] or (outer[2] == inner[2] and (inner[3] or not outer[3])))
    )
    return low_fits and high_fits


@pytest.mark.parametrize(("one", "other"), list(product(A, A)))
def test_what_is_known_of_a_sum_contains_the_sum_of_what_is_known(one, other):
    parts = Quantity(5, DONG, one), Quantity(7, DONG, other)
    result = sum(parts)
    summed = _sum(_possible(Decimal(5), one), _possible(Decimal(7), other))
    assert _contains(_possible(result.amount, result.approximation), summed)
    # and it says no less than it must: a tighter word would be wrong, but for nearly = under
    for word in A:
        if word is not result.approximation and _contains(_possible(result.amount, word), summed):
            assert _contains(_possible(result.amount, word), _possible(result.amount, result.approximation))


@pytest.mark.parametrize("word", A)
def test_negation_mirrors_what_is_known(word):
    minus = -Quantity(5, DONG, word)
    low, low_open, high, high_open = _possible(Decimal(5), word)
    mirrored = (None if high is None else -high, high_open, None if low is None else -low, low_open)
    assert _possible(minus.amount, minus.approximation) == mirrored


def test_the_words_of_the_design():
    assert A.OVER.plus(A.EXACTLY) is A.OVER
    assert A.OVER.plus(A.NEARLY) is A.ABOUT
    assert A.NEARLY.plus(A.NEARLY) is A.NEARLY


@given(st.lists(st.sampled_from(A), min_size=3, max_size=3))
def test_words_add_in_any_order(words):
    a, b, c = words
    assert a.plus(b) is b.plus(a)
    assert a.plus(b).plus(c) is a.plus(b.plus(c))


def test_equality_is_of_what_is_written():
    written = Quantity(Decimal("154.4"), MILLION_DONG)
    assert written != Quantity(154_400_000, DONG)
    assert Quantity(Decimal("2.50"), BILLION_DONG) != Quantity(Decimal("2.5"), BILLION_DONG)
    assert written.value == Quantity(154_400_000, DONG).value
    assert written <= Quantity(154_400_000, DONG) <= written
    assert (
        len({written, Quantity(Decimal("154.4"), MILLION_DONG), Quantity(Decimal("154.40"), MILLION_DONG)})
        == 2
    )


@given(signed_amounts, _MONEY, signed_amounts, _MONEY)
def test_sums_and_differences_are_exact(one, unit, other, other_unit):
    a, b = Quantity(one, unit), Quantity(other, other_unit)
    assert Fraction((a + b).value) == Fraction(a.value) + Fraction(b.value)
    assert Fraction((a - b).value) == Fraction(a.value) - Fraction(b.value)
    assert (a < b) == (a.value < b.value)
    assert (a >= b) == (not a < b)
    assert (a > b) == (b < a)


@given(st.lists(quantities(_MONEY), min_size=2, max_size=5))
def test_a_sum_does_not_depend_on_the_order(parts):
    assert sum(parts).value == sum(reversed(parts)).value
    assert sum(parts).approximation is sum(reversed(parts)).approximation


@given(quantities(), units())
def test_conversion_goes_there_and_back_or_is_refused(quantity, unit):
    if not quantity.unit.fits(unit):
        with pytest.raises(UnitMismatchError):
            quantity.to(unit)
        return
    try:
        there = quantity.to(unit)
    except NotExactError:
        return
    assert there.value == quantity.value
    assert there.unit == unit
    assert there.to(quantity.unit).value == quantity.value


@given(quantities(), quantities())
def test_dimensions_never_mix(one, other):
    assume(not one.unit.fits(other.unit))
    for operate in (
        lambda: one + other,
        lambda: one - other,
        lambda: one < other,
        lambda: one <= other,
        lambda: one > other,
        lambda: one >= other,
    ):
        with pytest.raises(UnitMismatchError, match="expected a quantity in"):
            operate()


def test_percent_points_dollars_and_households_are_things_of_their_own():
    for one, other in [
        (PERCENT, PERCENTAGE_POINT),
        (DONG, US_DOLLAR),
        (counted("hộ"), counted("trường")),
        (MILLION_DONG, MILLION_DONG.per("hộ")),
        (WORKDAY, SQUARE_METRE),
    ]:
        with pytest.raises(UnitMismatchError):
            Quantity(1, one) + Quantity(1, other)


def test_a_sum_stays_in_the_finer_unit_as_it_is_written():
    assert Quantity(1, BILLION_DONG) + Quantity(Decimal("300.5"), MILLION_DONG) == Quantity(
        Decimal("1300.5"), MILLION_DONG
    )
    assert Quantity(1, traditional_area("sào", Region.NORTH)) + Quantity(
        1, traditional_area("sào", Region.CENTRAL)
    ) == Quantity(860, SQUARE_METRE)


def test_adding_something_else_is_a_type_error():
    for other in (1, "1", None):
        with pytest.raises(TypeError):
            Quantity(1, DONG) + other
        with pytest.raises(TypeError):
            other + Quantity(1, DONG)
        with pytest.raises(TypeError):
            Quantity(1, DONG) < other  # noqa: B015
        with pytest.raises(TypeError):
            Quantity(1, DONG) - other


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        (Decimal("NaN"), "finite"),
        (float("inf"), "finite"),
        (Decimal("1e999999999"), "bounded"),
        ("154,4", "not-text"),
        (True, "number"),
        (None, "number"),
    ],
)
def test_amounts_are_finite_numbers(amount, code):
    with pytest.raises(InvalidValueError, match=r"Quantity\.amount") as caught:
        Quantity(amount, DONG)
    assert caught.value.reason.value == code


def test_the_unit_and_the_word_have_their_types():
    with pytest.raises(InvalidValueError, match="expected Unit"):
        Quantity(1, "dong")
    with pytest.raises(InvalidValueError, match="one of exactly, over"):
        Quantity(1, DONG, "hơn là")
    with pytest.raises(InvalidValueError, match="expected Approximation"):
        Quantity(1, DONG, 5)


@given(quantities())
def test_quantities_survive_pickle_copy_and_evolve(quantity):
    assert pickle.loads(pickle.dumps(quantity)) == quantity
    assert copy.deepcopy(quantity) == quantity
    assert hash(copy.copy(quantity)) == hash(quantity)
    assert attrs.evolve(quantity, approximation=A.ABOUT).approximation is A.ABOUT
    namespace = {**UNITS_BY_NAME, "Quantity": Quantity, "Decimal": Decimal, "Approximation": A,
                 "counted": counted, "local_area": local_area, "Scale": Scale, "UNITS": UNITS}  # fmt: skip
    assert eval(repr(quantity), namespace) == quantity


UNITS_BY_NAME = {unit.code.upper(): unit for unit in UNITS.values()}


def test_ranges_run_upwards_in_one_dimension():
    with pytest.raises(InvalidValueError, match="not below"):
        QuantityRange(Quantity(10, MILLION_DONG), Quantity(5, MILLION_DONG))
    with pytest.raises(UnitMismatchError):
        QuantityRange(Quantity(1, DONG), Quantity(5, WORKDAY))
    assert QuantityRange(Quantity(900, MILLION_DONG), Quantity(1, BILLION_DONG)).low < Quantity(
        1, BILLION_DONG
    )


class TestUnits:
    """Units by themselves."""

    def test_scale_words_multiply(self):
        assert SQUARE_METRE.scaled(Scale.MILLION).size == 10**6
        assert HECTARE.scaled(Scale.THOUSAND).size == 10**7
        assert MILLION_DONG.unscaled() == DONG
        assert [scale.factor for scale in Scale] == [10**n for n in (0, 1, 2, 3, 4, 6, 9, 12)]

    @pytest.mark.parametrize("unit", [MILLION_DONG, PERCENT])
    def test_one_scale_word_at_most_and_none_on_ratios(self, unit):
        with pytest.raises(InvalidValueError, match="no scale word"):
            unit.scaled(Scale.THOUSAND)

    def test_traditional_areas_need_their_region(self):
        sizes = {region: traditional_area("mẫu", region).factor for region in Region}
        assert list(sizes.values()) == [3600, 5000, 10000]
        with pytest.raises(InvalidValueError, match="công, mẫu"):
            traditional_area("sào", Region.SOUTH)
        with pytest.raises(InvalidValueError):
            local_area("sào", 1000, "")
        with pytest.raises(InvalidValueError, match="more than zero"):
            local_area("sào", 0, "Tây Nguyên")

    def test_nouns_compare_composed(self):
        assert counted("hộ") == counted("hô\u0323") == counted("ho\u0323\u0302")

    def test_a_noun_is_text_that_is_not_blank(self):
        for noun in ("", "  ", None, "a\x1b[31m", "x" * 501, "\ud800"):
            with pytest.raises(InvalidValueError):
                counted(noun)

    @given(units())
    def test_units_survive_pickle_and_know_their_base(self, unit):
        assert pickle.loads(pickle.dumps(unit)) == unit
        assert hash(pickle.loads(pickle.dumps(unit))) == hash(unit)
        assert unit.fits(unit.to_base())
        assert unit.to_base().size == 1

    @pytest.mark.parametrize("dimension", Dimension)
    def test_every_dimension_has_a_base_of_size_one(self, dimension):
        of_dimension = [unit for unit in UNITS.values() if unit.dimension is dimension]
        assert dimension is Dimension.COUNT or any(unit.size == 1 for unit in of_dimension)
