"""Lists of names with their money, against amounts made by hand from the decree."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import AwardForm, EmulationTitle, InvalidValueError, Organization, OrganizationKind, Recipient
from danvankheo.awarding import AwardList, Honoree, award_list
from danvankheo.domain.quantities import Quantity
from danvankheo.law.tables import Unknown

DAY = date(2026, 7, 2)
# Base salary 2.530.000 from 1-7-2026; giấy khen of a commune 0,3, collectives twice, households 1,5 times,
# each rounded up to 10.000 đồng.
BY_HAND = {Recipient.INDIVIDUAL: 760_000, Recipient.COLLECTIVE: 1_520_000, Recipient.HOUSEHOLD: 1_140_000}


@given(st.lists(st.sampled_from(Recipient)))
def test_the_sum_is_that_of_amounts_made_by_hand(recipients):
    names = [Honoree(name=f"Tên {at}", recipient=one, form="giay_khen") for at, one in enumerate(recipients)]
    made = award_list(names, level="commune", decided=DAY)
    assert [line.payable.amount for line in made.lines] == [BY_HAND[one] for one in recipients]
    assert made.payable.amount == sum(BY_HAND[one] for one in recipients)
    assert made.is_complete
    assert made.assumptions == ()
    assert made.repeated == ()


def test_each_line_keeps_what_is_exact():
    (line,) = award_list(
        [Honoree(name="A", recipient="households", form="giay_khen")], level="commune", decided=DAY
    ).lines
    assert line.line.exact_each.amount == Decimal("0.3") * Decimal("1.5") * 2_530_000
    assert line.line.count == 1


def test_a_level_of_its_own_and_a_title_that_knows_its_receiver():
    names = [
        Honoree(name="A", recipient="individuals", form=AwardForm.BANG_KHEN, level="province"),
        Honoree(name="B", recipient="individuals", form=EmulationTitle.ADVANCED_WORKER),
    ]
    first, second = award_list(names, level="commune", decided=DAY).lines
    assert (first.payable.amount, second.payable.amount) == (3_800_000, 760_000)
    with pytest.raises(InvalidValueError):
        award_list([Honoree(name="C", recipient="households", form="advanced_worker")], decided=DAY)


def test_what_is_not_known_is_in_no_sum():
    names = [
        Honoree(name="A", recipient="individuals", form="giay_khen"),
        Honoree(name="B", recipient="individuals", form=AwardForm.ORDER),
    ]
    made = award_list(names, level="commune", decided=DAY)
    assert isinstance(made.lines[1].payable, Unknown)
    assert (made.payable.amount, made.is_complete) == (760_000, False)
    undated = award_list(names[:1], level="commune")
    assert (undated.payable.amount, undated.is_complete) == (0, False)


def test_a_party_committee_s_amounts_are_under_an_assumption():
    board = Organization(name="Ban Thường vụ Đảng ủy xã", kind=OrganizationKind.PARTY_STANDING_BOARD)
    names = [Honoree(name="A", recipient="individuals", form="giay_khen")]
    made = award_list(names, level="commune", decided=DAY, granter=board)
    assert made.payable.amount == 0
    assert [made.payable_if(each) for each in made.assumptions] == [Quantity(760_000, made.payable.unit)]


def test_names_that_stand_there_twice_are_named():
    one = Honoree(name="Rơ Châm  Hyưt", recipient="individuals", form="giay_khen", unit="Thôn 3")
    other = Honoree(name="RƠ CHÂM HYƯT", recipient="individuals", form="giay_khen", unit="thôn 3")
    elsewhere = Honoree(name="Rơ Châm Hyưt", recipient="individuals", form="giay_khen", unit="thôn 4")
    assert award_list([one, elsewhere, other], decided=DAY).repeated == ((0, 2),)


def test_wrong_names_are_refused():
    for bad in (
        {"name": "", "recipient": "individuals", "form": "giay_khen"},
        {"name": "A", "recipient": "x", "form": "giay_khen"},
        {"name": "A", "recipient": "individuals", "form": "x"},
    ):
        with pytest.raises(InvalidValueError):
            Honoree(**bad)
    with pytest.raises(InvalidValueError):
        award_list(["A"], decided=DAY)
    assert award_list([], decided=DAY) == AwardList(lines=())
