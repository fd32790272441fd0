"""A Party committee's award: the State's scale is an assumption, and the Party's own stands beside it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    Award,
    AwardForm,
    GrantingLevel,
    Organization,
    OrganizationKind,
    PartialDate,
    award_money,
)
from danvankheo.awarding import Scheme
from danvankheo.awarding.party import is_of_party

BOARD, COMMITTEE = OrganizationKind.PARTY_STANDING_BOARD, OrganizationKind.PARTY_COMMITTEE


def granted(level, kind=BOARD, name="Ban Thường vụ", form=AwardForm.GIAY_KHEN, decided=None, **counts):
    granter = Organization(name=name, kind=kind)
    return Award(form=form, level=level, granter=granter, decided=decided, **(counts or {"individuals": 1}))


@pytest.mark.parametrize(
    ("day", "level", "form", "receivers"),
    [
        ("2022-11-02", "district", "giay_khen", {"cell": "1.5", "base_organization": "2", "member": "1"}),
        ("2025-06-30", "commune", "giay_khen", {"cell": "0.6", "member": "0.3"}),
        ("2025-07-01", "commune", "giay_khen", {"cell": "1.5", "base_organization": "2", "member": "1"}),
        ("2026-01-05", "province", "bang_khen", {"cell": "2", "base_organization": "5", "member": "1.5"}),
        ("2026-01-05", "province", "giay_khen", {}),
        ("2026-01-05", "unit", "giay_khen", {}),
        ("2025-07-01", "district", "giay_khen", {}),
    ],
)
def test_the_partys_scale_by_who_grants_and_when(day, level, form, receivers):
    award = granted(GrantingLevel(level), form=AwardForm(form), individuals=1, collectives=1)
    money = award_money(award, on=date.fromisoformat(day))
    assert {line.receiver: line.coefficient for line in money.party} == {
        receiver: Decimal(coefficient) for receiver, coefficient in receivers.items()
    }
    assert money.assumption == "nếu theo mức của Nhà nước"


def test_what_changed_within_the_days_of_the_decision_has_no_line():
    award = granted(GrantingLevel.COMMUNE, decided=PartialDate(year=2025))
    assert award_money(award).party == ()


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Ban Thường vụ Thị ủy An Khê", None, True),
        ("Ban Thường vụ Thị uỷ An Khê", None, True),
        ("Đảng ủy phường An Khê", OrganizationKind.OTHER, True),
        ("Ban Dân vận Trung ương", None, True),
        ("Chi bộ thôn 3", OrganizationKind.PARTY_CELL, True),
        ("Ban Thường vụ Hội Nông dân xã", None, False),
        ("Ban Thường vụ Hội Nông dân xã", OrganizationKind.FARMERS_UNION, False),
        ("UBND thị xã An Khê", None, False),
        ("Thường trực Thị ủy", OrganizationKind.PEOPLES_COMMITTEE, False),  # the kind is what counts
    ],
)
def test_who_is_of_the_party(name, kind, expected):
    assert is_of_party(Organization(name=name, kind=kind)) is expected


def test_an_agency_of_the_party_has_the_assumption_but_no_row():
    money = award_money(
        granted(GrantingLevel.PROVINCE, OrganizationKind.PARTY_AGENCY, form=AwardForm.BANG_KHEN),
        on=date(2026, 1, 5),
    )
    assert (money.assumption != "", money.party, money.party_at_most) == (True, (), None)
    assert any("Đảng" in caveat for caveat in money.caveats)


def test_others_have_no_assumption():
    people = granted(GrantingLevel.COMMUNE, OrganizationKind.PEOPLES_COMMITTEE)
    assert (
        award_money(people, on=date(2026, 1, 5)).assumption,
        award_money(people, on=date(2026, 1, 5)).party,
    ) == ("", ())
    own = award_money(granted(GrantingLevel.COMMUNE), on=date(2026, 1, 5), scheme=Scheme.PARTY)
    assert (own.assumption, own.party) == ("", ())  # the caller's own coefficients: nothing is assumed


@given(st.integers(0, 500), st.integers(1, 500))
def test_at_most_is_what_each_recipient_could_get(collectives, individuals):
    award = granted(GrantingLevel.DISTRICT, collectives=collectives, individuals=individuals)
    money = award_money(award, on=date(2022, 11, 2))
    assert money.party_at_most.value == 1_490_000 * (2 * collectives + individuals)
    assert all(line.exact_total.value == line.exact_each.value * line.count for line in money.party)
