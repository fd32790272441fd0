"""Awards reckoned by hand from the text of the decrees: 21 amounts, 4 rightly without one, 4 that the law knows."""

from datetime import date

import pytest

from danvankheo import Award, AwardForm, EmulationTitle, GrantingLevel, Quantity, award_money
from danvankheo.law import Unknown
from danvankheo.units import DONG

COMMUNE, DISTRICT, PROVINCE = GrantingLevel.COMMUNE, GrantingLevel.DISTRICT, GrantingLevel.PROVINCE
GIAY_KHEN, BANG_KHEN = AwardForm.GIAY_KHEN, AwardForm.BANG_KHEN
ONE, TEAM, HOUSE = "individuals", "collectives", "households"


def worth(day, form, level, recipient, order=None):
    award = Award(form=form, level=level, **{recipient: 1})
    return award_money(award, on=date.fromisoformat(day), order=order)


AMOUNTS = [
    ("2018-05-15", GIAY_KHEN, COMMUNE, ONE, 195_000, 200_000),
    ("2018-08-01", GIAY_KHEN, COMMUNE, TEAM, 417_000, 420_000),
    ("2019-03-01", BANG_KHEN, PROVINCE, ONE, 1_390_000, 1_390_000),
    ("2020-11-18", BANG_KHEN, GrantingLevel.CENTRAL, TEAM, 10_430_000, 10_430_000),
    ("2021-06-01", GIAY_KHEN, GrantingLevel.UNIT, ONE, 447_000, 450_000),
    ("2022-11-02", GIAY_KHEN, DISTRICT, TEAM, 894_000, 900_000),
    ("2023-07-05", GIAY_KHEN, COMMUNE, ONE, 270_000, 270_000),
    ("2023-12-31", EmulationTitle.GRASSROOTS_EMULATION_FIGHTER, None, ONE, 1_800_000, 1_800_000),
    ("2018-07-01", EmulationTitle.ADVANCED_COLLECTIVE, None, TEAM, 1_112_000, 1_120_000),
    ("2019-07-01", EmulationTitle.PROVINCIAL_FLAG, None, TEAM, 11_920_000, 11_920_000),
    ("2024-07-01", GIAY_KHEN, COMMUNE, TEAM, 702_000, 710_000),
    ("2025-07-01", GIAY_KHEN, COMMUNE, ONE, 702_000, 710_000),
    ("2025-07-01", GIAY_KHEN, COMMUNE, HOUSE, 1_053_000, 1_060_000),
    ("2025-07-01", GIAY_KHEN, COMMUNE, TEAM, 1_404_000, 1_410_000),
    ("2026-06-30", BANG_KHEN, PROVINCE, TEAM, 7_020_000, 7_020_000),
    ("2026-07-01", BANG_KHEN, PROVINCE, HOUSE, 5_692_500, 5_700_000),
    ("2026-11-30", AwardForm.ORDER, None, TEAM, 22_770_000, 22_770_000),
    ("2026-11-30", AwardForm.ORDER, None, ONE, 11_385_000, 11_390_000),
    ("2026-11-30", EmulationTitle.CULTURAL_VILLAGE, None, TEAM, 3_795_000, 3_800_000),
    ("2026-11-30", EmulationTitle.ADVANCED_WORKER, None, ONE, 759_000, 760_000),
    ("2026-11-30", BANG_KHEN, GrantingLevel.UNIT, TEAM, 5_060_000, 5_060_000),
    # Once without an answer although the law is known:
    ("2024-01-01", BANG_KHEN, PROVINCE, ONE, 2_700_000, 2_700_000),
    ("2024-11-02", GIAY_KHEN, DISTRICT, ONE, 702_000, 710_000),
    ("2024-11-30", AwardForm.ORDER, None, ONE, 10_530_000, 10_530_000),
]


@pytest.mark.parametrize("case", AMOUNTS, ids=range(len(AMOUNTS)))
def test_the_amounts_reckoned_by_hand(case):
    day, form, level, recipient, exact, payable = case
    money = worth(day, form, level, recipient, order="labour_3" if form is AwardForm.ORDER else None)
    assert (money.exact, money.payable) == (Quantity(exact, DONG), Quantity(payable, DONG))


NO_AMOUNT = [
    ("2025-06-30", AwardForm.COMMEMORATIVE_MEDAL, PROVINCE, ONE, "ceiling"),
    ("2022-11-30", EmulationTitle.CULTURAL_FAMILY, None, HOUSE, "unconfirmed"),
    ("2017-09-30", GIAY_KHEN, COMMUNE, ONE, "not_covered"),
    ("2027-03-01", GIAY_KHEN, COMMUNE, ONE, "not_covered"),
    # The class of an order under Nghị định 91/2017 was seen in a weak source only.
    ("2022-11-30", AwardForm.ORDER, None, ONE, "unconfirmed"),
]


@pytest.mark.parametrize(("day", "form", "level", "recipient", "reason"), NO_AMOUNT)
def test_where_there_is_no_amount(day, form, level, recipient, reason):
    money = worth(day, form, level, recipient, order="labour_3" if form is AwardForm.ORDER else None)
    assert isinstance(money.payable, Unknown)
    assert money.unknown[0].reason.value == reason


def test_there_are_29_cases():
    assert len(AMOUNTS) + len(NO_AMOUNT) == 29


@pytest.mark.parametrize(
    ("day", "honour", "recipient", "exact"),
    [
        ("2026-01-05", "hero", ONE, 36_270_000),
        ("2026-01-05", "hero", TEAM, 72_540_000),
        ("2024-02-01", "heroic_mother", ONE, 27_900_000),
        ("2026-01-05", "people", ONE, 29_250_000),
        ("2026-12-01", "merited", ONE, 22_770_000),
        ("2026-01-05", "people", TEAM, None),
        ("2023-01-05", "hero", ONE, None),
    ],
)
def test_state_honours_by_name(day, honour, recipient, exact):
    award = Award(form=AwardForm.STATE_HONOUR, **{recipient: 1})
    money = award_money(award, on=date.fromisoformat(day), honour=honour)
    assert money.exact == Quantity(exact, DONG) if exact else isinstance(money.exact, Unknown)


def test_medals_until_2023():
    medal = Award(form=AwardForm.MEDAL, individuals=1, collectives=1)
    money = award_money(medal, on=date(2022, 11, 30))
    assert [str(line.exact_each.amount) for line in money.lines] == ["4470000", "2235000"]
    assert award_money(medal, on=date(2024, 1, 1)).unknown[0].reason.value == "unconfirmed"
