"""What records make of lists, texts of choices and other libraries' whole numbers."""

from collections import deque
from decimal import Decimal
from fractions import Fraction

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    Approximation,
    Award,
    AwardForm,
    Contribution,
    DocumentRef,
    EmulationTitle,
    InvalidValueError,
    Model,
    ModelCount,
    ModelLevel,
    Movement,
    Organization,
    PartialDate,
    PartialPeriod,
    Period,
    Place,
    PlaceKind,
    Quantity,
    Result,
    Summary,
    format_percent,
    number_to_words,
    round_to,
    testing,
)
from danvankheo.auditing import check_shares
from danvankheo.calc import AwardTotal, Total, mean_yearly_growth
from danvankheo.choices import Choice, member
from danvankheo.units import DONG, MILLION_DONG, Dimension, Unit
from public import PUBLIC

Y2022 = Period.year(2022)
GIFT = Contribution(quantity=Quantity(60, MILLION_DONG))
RECORDS = [kind for kind in PUBLIC.values() if isinstance(kind, type) and attrs.has(kind)]


def sequences_of(record):
    """Every sequence but a tuple that holds the fields of a record."""
    return [list(record), deque(record), iter(record), (each for each in record)]


@given(testing.movements())
def test_lists_are_stored_as_the_tuples_that_they_could_have_been(movement):
    fields = {field.name: getattr(movement, field.name) for field in attrs.fields(Movement)}
    for at in range(4):
        given_ = {
            name: sequences_of(value)[at] if isinstance(value, tuple) else value
            for name, value in fields.items()
        }
        assert Movement(**given_) == movement
        assert hash(Movement(**fields)) == hash(movement)


def test_every_field_that_stores_a_tuple_takes_a_list():
    model = Model(name="A", partners=[Organization(name="Hội Nông dân")], results=[Result(text="vay vốn")])
    assert (type(model.partners), type(model.results)) == (tuple, tuple)
    assert Contribution(quantity=Quantity(1, DONG), items=[Quantity(5, DONG)]).items == (Quantity(5, DONG),)
    assert Summary(contributions=[Total(kind="money", quantity=None, count=1)]).contributions[0].count == 1


@pytest.mark.parametrize(
    "items", ["abc", b"abc", {GIFT: 1}, {GIFT}, frozenset((GIFT,)), GIFT, 5, None], ids=repr
)
def test_what_has_no_order_or_is_one_thing_is_no_list(items):
    with pytest.raises(InvalidValueError, match=r"Movement\.contributions: expected a list or tuple"):
        Movement(name="Dân vận khéo", period=Y2022, contributions=items)


def test_each_item_is_checked_where_it_stands():
    with pytest.raises(InvalidValueError, match=r"Movement\.contributions\[1\]: expected Contribution"):
        Movement(name="Dân vận khéo", period=Y2022, contributions=[GIFT, "5 triệu đồng"])


def choices_in(kind):
    """The fields of a record that hold a choice, with the enumerations of each."""
    for field in attrs.fields(kind):
        hints = [each for each in PUBLIC.values() if isinstance(each, type) and issubclass(each, Choice)]
        text = str(field.type)
        named = [
            each for each in hints if f"{each.__name__}" in text.replace("|", " ").replace(".", " ").split()
        ]
        if named or field.type in hints:
            yield field, named or [field.type]


WITHOUT_TEXT = {
    # Results of the library, which nobody writes by hand.
    "Fact", "Finding", "Table", "Entry", "Applied", "Unknown", "AwardMoney", "AwardLine", "Valued", "Reported",
    "Habit", "Correction", "LawBook",
}  # fmt: skip


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_choice_of_a_record_is_taken_by_its_value(kind):
    """A new field that holds a choice fails here until it has its converter."""
    for field, enumerations in choices_in(kind):
        if kind.__name__ in WITHOUT_TEXT or not kind.__module__.startswith("danvankheo.domain"):
            continue
        for enumeration in enumerations:
            for each in enumeration:
                assert field.converter(str(each.value)) is each, field.name
                assert field.converter(each) is each


def test_choices_are_taken_by_their_value_and_never_by_that_of_another_enumeration():
    assert Place(name="An Khê", kind="town") == Place(name="An Khê", kind=PlaceKind.TOWN)
    assert Quantity(1, DONG, "over").approximation is Approximation.OVER
    assert Award(form="giay_khen", collectives=1).form is AwardForm.GIAY_KHEN
    assert Award(form="cultural_family", households=1).form is EmulationTitle.CULTURAL_FAMILY
    assert Unit("workday", "ngày công", "labour", "workday").dimension is Dimension.LABOUR
    with pytest.raises(InvalidValueError, match=r"Award\.level: expected GrantingLevel"):
        Award(form="giay_khen", level=ModelLevel.DISTRICT, collectives=1)


def test_no_two_enumerations_of_one_field_share_a_value():
    assert not {form.value for form in AwardForm} & {title.value for title in EmulationTitle}


@pytest.mark.parametrize("text", ["TOWN", "Town", " town", "thi xa", "", "town\n", "thành phố"])
def test_a_value_is_written_as_it_is(text):
    assert member(PlaceKind, text) == text
    with pytest.raises(InvalidValueError, match=r"Place\.kind: expected one of nation, province"):
        Place(name="An Khê", kind=text)


WHOLE = [
    np.int64,
    np.int32,
    np.uint8,
    type("Whole", (), {"__init__": lambda self, n: setattr(self, "n", n), "__index__": lambda self: self.n}),
]


@pytest.mark.parametrize("kind", WHOLE, ids=lambda kind: kind.__name__)
def test_whole_numbers_of_other_libraries_are_stored_as_pythons(kind):
    made = {
        ModelCount(count=kind(3)).count: 3,
        Award(form=AwardForm.GIAY_KHEN, collectives=kind(5)).collectives: 5,
        AwardTotal(form=AwardForm.GIAY_KHEN, mixed=kind(7)).mixed: 7,
        PartialDate(month=kind(11), day=kind(2)).month: 11,
        PartialPeriod(kind="quarter", number=kind(4)).number: 4,
        DocumentRef(number=1, symbol="QH15", year=kind(22)).year: 22,
        Summary(movements=kind(9)).movements: 9,
    }
    assert all(type(number) is int and number == whole for number, whole in made.items())
    assert DocumentRef(number=kind(16), symbol="CT-TTg").number == "16"


def test_years_and_months_are_whole_numbers_of_any_library():
    year, three = np.int64(2022), np.int8(3)
    assert Period.year(year) == Y2022
    assert Period.quarter(year, three) == Period.quarter(2022, 3)
    assert Period.half(year, np.int8(1)) == Period.half(2022, 1)
    assert Period.month(year, three) == Period.month(2022, 3)
    assert Period.first_months(year, three) == Period.first_months(2022, 3)
    assert Period.last_months(year, three) == Period.last_months(2022, 3)
    assert Period.stage(year, np.int64(2025)) == Period.stage(2022, 2025)
    assert Period.school_year(year) == Period.school_year(2022)
    assert PartialDate(month=3, day=2).in_year(year).year == 2022
    assert type(Period.year(year).start.year) is int


def test_options_that_are_whole_numbers_are_of_any_library():
    assert round_to(Decimal("1.25"), np.int8(1)) == Decimal("1.3")
    assert round_to(Fraction(2, 3), np.uint8(60)) == round_to(Fraction(2, 3), 60)
    assert format_percent(Decimal("0.1234"), decimals=np.int64(1)) == "12,3%"
    assert mean_yearly_growth(150, before=100, years=np.int8(5), decimals=np.uint8(30)) == mean_yearly_growth(
        150, before=100, years=5, decimals=30
    )
    assert number_to_words(np.int64(21)) == "hai mươi mốt"
    assert check_shares(["50%", "50%"], counts=np.array([1, 1])).is_largest_remainder


@pytest.mark.parametrize("number", [True, np.True_, 3.0, np.float64(3), Decimal(3), "3", None], ids=repr)
def test_what_only_looks_whole_is_no_count(number):
    for make in (
        lambda: ModelCount(count=number),
        lambda: Award(form=AwardForm.GIAY_KHEN, collectives=number),
        lambda: Period.year(number),
        lambda: PartialPeriod(kind="quarter", number=number),
    ):
        with pytest.raises(InvalidValueError):
            make()


@given(st.sampled_from([3.0, np.float64(5)]))
def test_a_whole_float_is_told_the_way_out(number):
    with pytest.raises(InvalidValueError, match=r"int\(…\) makes one"):
        ModelCount(count=number)
