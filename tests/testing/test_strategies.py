"""What is drawn holds what is promised: bounds, consistency, or something that cannot be true."""

import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import count

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import danvankheo as dvk
from danvankheo import (
    Approximation,
    ContributionKind,
    DocumentSystem,
    Movement,
    Period,
    PeriodKind,
    Place,
    PlaceKind,
    Quantity,
    audit,
    check_ratio,
    dumps,
    format_document,
    loads,
    parse_number,
    scan,
    share,
    summarise,
    testing,
    words_to_number,
)
from danvankheo.auditing import Severity
from danvankheo.domain.units import UNITS
from danvankheo.scanning import fact_data
from danvankheo.testing import register, score
from danvankheo.testing.strategies.quantities import UNITS_OF
from danvankheo.units import DONG, Dimension
from public import PUBLIC

_SHRUNK = settings(phases=[Phase.generate, Phase.shrink], database=None)


def smallest(strategy, condition):
    """What Hypothesis shows of a failing test; `find` alone would go on to explain it, at ten times the cost."""
    return find(strategy, condition, settings=_SHRUNK)


# What `audit` says of a movement


@given(testing.movements())
def test_a_movement_is_consistent(movement):
    assert all(finding.severity < Severity.WARNING for finding in audit(movement))


@given(testing.movements(inconsistent=True))
def test_an_inconsistent_movement_has_an_error(movement):
    assert audit(movement)[0].severity is Severity.ERROR


@given(testing.indicators(inconsistent=True))
def test_an_inconsistent_indicator_has_an_error_by_itself(indicator):
    alone = Movement(name="Dân vận khéo", period=Period.year(2022), indicators=(indicator,))
    assert audit(alone)[0].severity is Severity.ERROR


@given(testing.indicators())
def test_a_percentage_is_what_its_parts_print(indicator):
    if indicator.rate is not None:
        decimals = max(0, -indicator.value.amount.as_tuple().exponent)
        printed = dvk.format_percent(share(indicator.part, indicator.whole), decimals=decimals)
        assert dvk.format_quantity(indicator.value) == printed


@given(testing.ratios(), testing.ratios(inconsistent=True))
def test_ratios_and_their_percentages(right, wrong):
    if right.percent is not None:
        assert check_ratio(right.part, right.whole, right.percent).procedures
    assert not check_ratio(wrong.part, wrong.whole, wrong.percent).procedures


# Movements go through the rest of the library


@given(testing.movements())
def test_a_movement_is_saved_and_loaded_unchanged(movement):
    assert loads(dumps(movement)) == movement


@given(testing.movements(max_size=0))
def test_a_movement_may_have_nothing_but_its_head(movement):
    assert (movement.models, movement.contributions, movement.indicators) == ((), (), ())


@given(
    testing.movements(
        periods=st.just(Period.year(2022)),
        places=testing.places(kinds=[PlaceKind.COMMUNE], existing_in=Period.year(2022)),
    )
)
def test_period_and_place_of_a_movement_can_be_chosen(movement):
    assert movement.period == Period.year(2022)
    assert movement.place.kind is PlaceKind.COMMUNE


# Bounds

BOUNDS = st.tuples(st.integers(-(10**12), 10**12), st.integers(0, 10**13))


@given(st.data(), BOUNDS, st.sampled_from([None, *Dimension]))
def test_quantities_stay_within_their_bounds_in_the_base_unit(data, bounds, dimension):
    low, high = bounds[0], bounds[0] + bounds[1]
    quantity = data.draw(testing.quantities(low, high, dimension=dimension))
    assert low <= quantity.value <= high
    assert dimension in (None, quantity.unit.dimension)


@given(testing.quantities(max_value=Fraction(-1, 3), unit=DONG, approximations=[Approximation.OVER]))
def test_one_bound_the_unit_and_the_word_can_be_chosen_alone(quantity):
    assert (quantity.unit, quantity.approximation) == (DONG, Approximation.OVER)
    assert quantity.value <= Fraction(-1, 3)


def test_a_figure_between_narrow_bounds_is_found_in_the_unit_that_can_write_it():
    only = smallest(testing.quantities(Decimal("0.01"), Decimal("0.01"), dimension=Dimension.LENGTH), bool)
    assert only.value == Decimal("0.01")


def test_the_caller_s_decimal_context_changes_nothing():
    with localcontext(prec=2):
        drawn = smallest(
            testing.quantities(unit=DONG),
            lambda quantity: quantity.amount > Decimal("1234.5"),
        )
        assert drawn.amount == 1235


def test_every_unit_of_the_library_is_drawn():
    assert {*UNITS.values()} <= {unit for units in UNITS_OF.values() for unit in units}


@given(testing.units(dimensions=[Dimension.MONEY]))
def test_units_are_those_that_are_listed(unit):
    assert unit in UNITS_OF[Dimension.MONEY]


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31) - timedelta(days=5000))


@given(st.data(), DAYS, st.integers(0, 5000), st.sets(st.sampled_from(PeriodKind)))
def test_periods_stay_within_their_days_and_kinds(data, first, days, kinds):
    last = first + timedelta(days=days)
    kinds |= {PeriodKind.DATES}
    period = data.draw(testing.periods(first, last, kinds=kinds))
    assert first <= period.start <= period.end <= last
    assert period.kind in kinds


@pytest.mark.parametrize("kind", PeriodKind)
def test_every_kind_of_period_is_drawn(kind):
    assert smallest(testing.periods(kinds=[kind]), bool).kind is kind


@pytest.mark.parametrize("kind", PlaceKind)
def test_every_kind_of_place_is_drawn(kind):
    assert smallest(testing.places(kinds=[kind]), bool).kind is kind


@given(st.data(), testing.periods())
def test_places_existed_in_their_period(data, period):
    assert data.draw(testing.places(existing_in=period)).existed_in(period)


@given(st.data(), testing.periods())
def test_records_of_a_period_can_stand_in_a_movement_of_it(data, period):
    Movement(
        name="Dân vận khéo",
        period=period,
        models=(data.draw(testing.models(period=period)),),
        model_counts=(data.draw(testing.model_counts(period=period)),),
        contributions=(data.draw(testing.contributions(period=period)),),
        awards=(data.draw(testing.awards(period=period)),),
    )


@given(st.data(), st.sampled_from(ContributionKind), st.integers(0, 10**9))
def test_contributions_of_a_kind_and_size(data, kind, least):
    given_ = data.draw(testing.contributions(least, 2 * least, kinds=[kind]))
    assert given_.kind is kind
    assert least <= given_.quantity.value <= 2 * least


def test_a_contribution_may_tell_no_quantity():
    assert smallest(testing.contributions(), lambda given: given.quantity is None).unknown_kind


@given(st.data(), st.integers(1, 500), st.integers(0, 500))
def test_awards_have_so_many_recipients(data, least, more):
    award = data.draw(testing.awards(min_recipients=least, max_recipients=least + more))
    assert least <= award.recipients <= least + more


@given(testing.document_refs(date(2022, 1, 1), date(2022, 12, 31), systems=[DocumentSystem.STATE]))
def test_documents_of_a_time_and_a_system(document):
    assert document.system is DocumentSystem.STATE
    assert (document.issued or date(2022, 1, 1)).year == 2022
    assert document.year in (None, 2022)


@given(testing.document_refs())
def test_documents_are_written_and_read(document):
    assert dvk.parse_document(format_document(document, issued=True)) == document


# Text


@given(testing.vietnamese_numerals(-(10**9), 10**15, decimals=2))
def test_numerals_are_the_number(numeral):
    text, number = numeral
    read = parse_number if any(char.isdigit() for char in text) else words_to_number
    assert read(text) == number


@given(testing.vietnamese_numerals(1000, 9999, forms=["digits"]))
def test_numerals_in_digits_have_no_words(numeral):
    assert numeral[0].replace(".", "").isdigit()


@given(testing.report_texts())
def test_the_facts_of_a_text_are_read_from_it_and_no_others(marked):
    read = [fact_data(fact) for fact in scan(marked.text)]
    assert read == list(marked.facts)
    assert not score([marked], lambda _text: read).errors


# What examples shrink to: the page that a failing test shows


@pytest.mark.parametrize(
    ("strategy", "condition", "printed"),
    [
        (testing.quantities(), lambda drawn: drawn.amount > 5, "6 triệu đồng"),
        (testing.gifts(dimension=Dimension.LAND), lambda drawn: drawn.amount > 0, "1 m2"),
        (testing.quantities(), lambda drawn: drawn.approximation.value == "over", "hơn 1 triệu đồng"),
    ],
    ids=count(),
)
def test_quantities_shrink_to_plain_ones(strategy, condition, printed):
    assert dvk.format_quantity(smallest(strategy, condition)) == printed


def test_movements_shrink_to_the_one_thing_that_matters():
    shown = smallest(testing.movements(), lambda movement: movement.awards)
    assert (shown.name, shown.place, shown.contributions) == ("Dân vận khéo", None, ())
    assert shown.awards[0].form is dvk.AwardForm.GIAY_KHEN
    assert summarise(shown).awards[0].recipients == 1


# Calls that cannot be meant


@pytest.mark.parametrize(
    ("strategy", "wrong"),
    [
        (testing.quantities, lambda make: make(2, 1)),
        (testing.quantities, lambda make: make(Decimal("0.001"), Decimal("0.002"), unit=DONG)),
        (testing.quantities, lambda make: make(unit=DONG, dimension=Dimension.LAND)),
        (testing.quantities, lambda make: make(approximations=[])),
        (testing.quantities, lambda make: make(dimension="money of the moon")),
        (testing.gifts, lambda make: make(-1)),
        (testing.gifts, lambda make: make(dimension=Dimension.RATIO)),
        (testing.units, lambda make: make(dimensions=[])),
        (testing.periods, lambda make: make(date(2022, 2, 1), date(2022, 1, 1))),
        (testing.periods, lambda make: make(date(2022, 2, 1), date(2022, 12, 1), kinds=[PeriodKind.YEAR])),
        (testing.places, lambda make: make(kinds=[PlaceKind.TOWN], existing_in=Period.year(2026))),
        (testing.organizations, lambda make: make(kinds=[])),
        (testing.document_refs, lambda make: make(systems=[])),
        (testing.document_refs, lambda make: make(date(2022, 2, 1), date(2022, 1, 1))),
        (testing.indicators, lambda make: make(min_whole=0)),
        (testing.indicators, lambda make: make(min_whole=2, max_whole=1)),
        (testing.awards, lambda make: make(min_recipients=0)),
        (testing.contributions, lambda make: make(kinds=[])),
        (testing.vietnamese_numerals, lambda make: make(2, 1)),
        (testing.vietnamese_numerals, lambda make: make(forms=[])),
        (testing.report_texts, lambda make: make(min_size=2, max_size=1)),
    ],
    ids=count(),
)
def test_arguments_that_cannot_be_met_are_refused(strategy, wrong):
    with pytest.raises(InvalidArgument):
        wrong(strategy)


# The entry point


@pytest.mark.parametrize("name", sorted(register.STRATEGIES))
def test_types_are_drawn_by_their_strategies(name):
    kind = PUBLIC[name]
    assert isinstance(smallest(st.from_type(kind), lambda drawn: True), kind)


@given(...)
def test_hypothesis_infers_them_from_annotations(movement: Movement, gift: Quantity, place: Place | None):
    assert isinstance(movement, Movement)
    assert isinstance(gift, Quantity)
    assert place is None or isinstance(place, Place)


def test_every_record_and_value_of_the_domain_is_registered():
    drawn = {PUBLIC[name] for name in register.STRATEGIES}
    domain = {
        kind
        for kind in PUBLIC.values()
        if isinstance(kind, type)
        and kind.__module__.startswith("danvankheo.domain.")
        and hasattr(kind, "__attrs_attrs__")
    }
    totals = {kind for kind in domain if kind.__module__ == "danvankheo.domain.summary"} - {dvk.Summary}
    without_size = {kind for kind in domain if kind.__module__ == "danvankheo.domain.stated"}
    assert domain - totals - without_size == drawn  # those come as parts of a summary, these of a fact


def test_hypothesis_alone_loads_the_records_and_nothing_heavy():
    code = """
import sys, hypothesis
heavy = ("babel", "cattrs", "danvankheo.formatting", "danvankheo.calc", "danvankheo.testing.strategies")
print(sorted(name for name in sys.modules if name.startswith(heavy)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_without_hypothesis_the_hint_says_what_to_install():
    code = """
import sys
sys.modules["hypothesis"] = None
try:
    import danvankheo.testing
    danvankheo.testing.movements
except ModuleNotFoundError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (
        done.stdout.strip()
        == "danvankheo.testing needs hypothesis: pip install hypothesis (the extra “testing” of danvankheo)"
    )


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (
            lambda: testing.movements(periods=Period.year(2022)),
            r"movements\(periods=.*a strategy for Period",
        ),
        (lambda: testing.movements(places="An Khê"), "a strategy for Place"),
        (lambda: testing.movements(max_size="3"), "expected int"),
        (lambda: testing.quantities(unit="dong"), 'unit="dong".*expected Unit'),
        (lambda: testing.quantities("1"), "min_value"),
        (lambda: testing.places(kinds=PlaceKind.TOWN), "several of PlaceKind"),
        (lambda: testing.places(kinds=["town"]), "several of PlaceKind"),
        (lambda: testing.models(period=2022), "expected Period"),
        (lambda: testing.periods(2022), "expected date"),
        (lambda: testing.vietnamese_numerals(forms=["digit"]), "'digits', 'words'"),
        (lambda: testing.ratios(inconsistent="no"), "expected bool"),
    ],
    ids=count(),
)
def test_arguments_of_another_type_are_named(make, words):
    with pytest.raises(InvalidArgument, match=words):
        make()
