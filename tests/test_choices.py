"""Closed sets: each value as the member or as its text, everywhere; anything else is refused by name."""

from collections import Counter
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from unicodedata import normalize

import pytest

import danvankheo as dvk
from danvankheo import Approximation, AttainmentMode, Better, ChangeKind, Direction, InvalidValueError
from danvankheo.auditing import (
    Family,
    Nature,
    Reading,
    Reported,
    check_attainment,
    check_change,
    check_sum,
    least_correction,
    printed_interval,
    value_before,
)
from danvankheo.awarding import Scheme
from danvankheo.calc import Grouping, Ties
from danvankheo.checking import chosen
from danvankheo.choices import Choice, meant_by
from danvankheo.domain.units import Region
from danvankheo.formatting import MoneyScale, UnitStyle
from danvankheo.reading import Convention, TimesReading
from danvankheo.units import MILLION_DONG, SQUARE_METRE, traditional_area
from public import PUBLIC

GIFT = dvk.Quantity(Decimal("154.4"), MILLION_DONG)
MOVEMENT = dvk.load("docs/examples/an-khe-2022.json")
AWARD = dvk.Award(
    form=dvk.AwardForm.GIAY_KHEN,
    level=dvk.GrantingLevel.COMMUNE,
    decided=date(2026, 3, 2),
    individuals=1,
)

CALLS = [
    (dvk.Rounding, "round_to", lambda it: dvk.round_to(Fraction(1, 3), 2, rounding=it)),
    (Better, "rank", lambda it: dvk.rank([1, 2], key=int, better=it)),
    (Ties, "rank ties", lambda it: dvk.rank([1, 1], key=int, ties=it)),
    (ChangeKind, "change", lambda it: dvk.change(2, before=1, kind=it)),
    (MoneyScale, "format_money", lambda it: dvk.format_money(154_400_000, scale_word=it)),
    (MoneyScale, "format_change", lambda it: dvk.format_change(GIFT, scale_word=it)),
    (Approximation, "approximation", lambda it: dvk.format_money(5, approximation=it)),
    (UnitStyle, "format_quantity", lambda it: dvk.format_quantity(dvk.Quantity(5, SQUARE_METRE), style=it)),
    (AttainmentMode, "format_attainment", lambda it: dvk.format_attainment(Fraction(1), mode=it)),
    (AttainmentMode, "Attainment", lambda it: dvk.Attainment(figure=dvk.parse_quantity("5%"), mode=it)),
    (AttainmentMode, "check_attainment", lambda it: check_attainment(63, 60, "5%", mode=it)),
    (AttainmentMode, "least_correction", lambda it: least_correction(63, 60, "5%", mode=it)),
    (Convention, "parse_number", lambda it: dvk.parse_number("1,500", convention=it)),
    (Convention, "parse_quantity", lambda it: dvk.parse_quantity("1,500 hộ", convention=it)),
    (TimesReading, "parse_change", lambda it: dvk.parse_change("tăng 2 lần", times=it)),
    (Grouping, "roll_up", lambda it: dvk.roll_up([MOVEMENT], by=it)),
    (Direction, "check_change", lambda it: check_change("5%", "1%", direction=it)),
    (ChangeKind, "check_change kind", lambda it: check_change("5%", "1%", kind=it)),
    (Direction, "value_before", lambda it: value_before("5%", "1%", direction=it)),
    (Reading, "check_sum", lambda it: check_sum("hơn 5 hộ", ["5 hộ"], reading=it)),
    (Nature, "Reported", lambda it: Reported.of(5, it)),
    (Family, "printed_interval", lambda it: printed_interval("5,0%", rounding=it)),
    (Scheme, "award_money", lambda it: dvk.award_money(AWARD, scheme=it)),
    (dvk.Recipient, "coefficients", lambda it: dvk.award_money(AWARD, coefficients={it: Fraction(1, 10)})),
    (Region, "traditional_area", lambda it: traditional_area("sào" if it != "south" else "công", it)),
]


@pytest.mark.parametrize(("kind", "name", "call"), CALLS, ids=[name for _, name, _ in CALLS])
def test_a_choice_may_be_given_by_its_value(kind, name, call):
    for member in kind:
        assert call(member) == call(member.value)


class Other(Enum):
    """No choice of ours."""

    UP = "up"


@pytest.mark.parametrize(("kind", "name", "call"), CALLS, ids=[name for _, name, _ in CALLS])
@pytest.mark.parametrize("wrong", ["", "xyz", 5, Other.UP, dvk.PlaceKind.BAN, ("a",)], ids=repr)
def test_what_is_no_choice_is_refused(kind, name, call, wrong):
    with pytest.raises(InvalidValueError):
        call(wrong)


@pytest.mark.parametrize(
    ("wrong", "near"), [("higer", "higher"), ("Lower", "lower"), ("cang cao cang tot", "higher"), ("x", None)]
)
def test_a_mistyped_choice_is_answered_with_the_nearest(wrong, near):
    with pytest.raises(InvalidValueError) as refused:
        chosen(wrong, Better, "rank.better")
    assert ("did you mean" in str(refused.value)) == (near is not None)
    assert near is None or str(refused.value).endswith(f'did you mean "{near}"?')


@pytest.mark.parametrize("level", dvk.PlaceLevel, ids=lambda level: level.name)
def test_levels_of_places_have_names(level):
    assert dvk.roll_up([MOVEMENT], by=level.name.lower()) == dvk.roll_up([MOVEMENT], by=level)


LABELLED = [
    kind
    for kind in PUBLIC.values()
    if isinstance(kind, type) and issubclass(kind, Choice) and hasattr(next(iter(kind), None), "label")
]


@pytest.mark.parametrize("kind", LABELLED, ids=lambda kind: kind.__name__)
def test_a_label_means_its_member_unless_several_share_it(kind):
    labels = Counter(each.label.casefold() for each in kind)
    for each in kind:
        if not each.label:
            continue
        for text in (each.label, each.label.upper(), normalize("NFD", each.label)):
            found = meant_by(kind, text)
            assert each in found
            assert len(found) == labels[each.label.casefold()]


@pytest.mark.parametrize("kind", LABELLED, ids=lambda kind: kind.__name__)
def test_no_label_is_the_value_of_another_member(kind):
    values = {each.value: each for each in kind}
    assert all(values.get(each.label, each) is each for each in kind)


def test_records_and_calls_take_labels():
    assert dvk.Place(name="An Khê", kind="thị xã").kind is dvk.PlaceKind.TOWN
    assert dvk.Contribution(unknown_kind="Tiền").unknown_kind is dvk.ContributionKind.MONEY
    assert dvk.Model(name="Đường hoa", field="kinh tế").field is dvk.ModelField.ECONOMY
    assert dvk.award_money(AWARD, scheme="Nhà nước") == dvk.award_money(AWARD)
    assert dvk.Quantity(5, MILLION_DONG, "hơn").approximation is Approximation.OVER


def test_a_label_of_two_members_is_refused_with_both():
    with pytest.raises(InvalidValueError) as refused:
        dvk.Place(name="Quy Nhơn", kind="thành phố")
    assert str(refused.value).endswith('did you mean "municipality" or "provincial_city"?')


def test_documents_hold_values_alone():
    """What is saved is read by every version: a label in a document is an error."""
    saved = dvk.dumps(
        dvk.Movement(name="x", period=dvk.Period.year(2022), place=dvk.Place(name="y", kind="xã"))
    )
    with pytest.raises(dvk.DocumentError):
        dvk.loads(saved.replace('"commune"', '"xã"'))
