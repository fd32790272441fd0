"""Rules that are no amounts: each answer names its rule, and what nobody tells stays open."""

from datetime import date, datetime

import pytest

from danvankheo import (
    Award,
    AwardForm,
    EmulationTitle,
    GrantingLevel,
    InvalidValueError,
    Organization,
    OrganizationKind,
    Period,
    Place,
    PlaceKind,
    award_money,
)
from danvankheo.awarding import Payment, check_dissolved, check_together, paid_together
from danvankheo.law import AppliedRule, Confidence, LawBook, Unknown

TOWN = Place(name="An Khê", kind=PlaceKind.TOWN)
MERGED = Place(name="Tú An", kind=PlaceKind.COMMUNE, until=date(2025, 6, 30))
COMMUNE = Place(name="Cửu An", kind=PlaceKind.COMMUNE)


@pytest.mark.parametrize(
    ("unit", "decided", "until", "verdict"),
    [
        (TOWN, date(2025, 8, 5), None, "not_allowed"),
        (TOWN, date(2025, 8, 4), None, "unclear"),  # the rule is not known to hold yet
        (TOWN, date(2025, 6, 30), None, "allowed"),  # its last day
        (MERGED, date(2026, 1, 5), None, "not_allowed"),
        (COMMUNE, date(2026, 1, 5), None, "unclear"),  # nothing says whether it still existed
        (COMMUNE, date(2026, 1, 5), date(2026, 6, 30), "allowed"),
        (COMMUNE, date(2026, 1, 5), date(2026, 1, 4), "not_allowed"),
        (
            Organization(name="UBND thị xã", kind=OrganizationKind.PEOPLES_COMMITTEE, place=TOWN),
            date(2026, 1, 5),
            None,
            "not_allowed",
        ),
        # A school in a town that ended goes on, and so does a commune whose district ended.
        (
            Organization(name="Trường THPT", kind=OrganizationKind.SCHOOL, place=TOWN),
            date(2026, 1, 5),
            None,
            "unclear",
        ),
        (Place(name="Song An", kind=PlaceKind.COMMUNE, parent=TOWN), date(2026, 1, 5), None, "unclear"),
        (Organization(name="Hội Nông dân", place=COMMUNE), date(2026, 1, 5), None, "unclear"),
        (Place(name="3", kind=PlaceKind.THON, parent=MERGED), date(2026, 1, 5), None, "unclear"),
    ],
)
def test_no_award_for_a_unit_that_was_dissolved(unit, decided, until, verdict):
    ruling = check_dissolved(unit, decided=decided, until=until)
    assert ruling.verdict.value == verdict
    assert ruling.because.endswith(".")
    (rule,) = ruling.rules
    assert isinstance(rule, AppliedRule) == (decided >= date(2025, 8, 5))


def test_a_rule_that_is_not_sure_enough_leaves_it_open():
    ruling = check_dissolved(TOWN, decided=date(2026, 1, 5), min_confidence=Confidence.HIGH)
    assert (ruling.verdict.value, isinstance(ruling.rules[0], Unknown)) == ("unclear", True)


@pytest.mark.parametrize(
    "asked",
    [
        {"unit": "An Khê", "decided": date(2026, 1, 5)},
        {"unit": TOWN, "decided": "2026-01-05"},
        {"unit": TOWN, "decided": None},
        {"unit": TOWN, "decided": date(2026, 1, 5), "until": "2025"},
        {"unit": TOWN, "decided": date(2026, 1, 5), "until": datetime(2025, 6, 30)},  # noqa: DTZ001
        {"unit": TOWN, "decided": datetime(2026, 1, 5)},  # noqa: DTZ001
        {"unit": TOWN, "decided": date(2026, 1, 5), "law": {}},
        {"unit": TOWN, "decided": date(2026, 1, 5), "min_confidence": "sure"},
    ],
    ids=range(8),
)
def test_arguments_of_other_types_are_refused(asked):
    unit = asked.pop("unit")
    with pytest.raises(InvalidValueError):
        check_dissolved(unit, **asked)


def worth(form, day=date(2026, 1, 5), **more):
    recipient = form.recipient.value if isinstance(form, EmulationTitle) else "individuals"
    level = GrantingLevel.COMMUNE if isinstance(form, AwardForm) else None
    return award_money(Award(form=form, level=level, decided=day, **{recipient: 1}, **more))


LOW, HIGH = EmulationTitle.ADVANCED_WORKER, EmulationTitle.GRASSROOTS_EMULATION_FIGHTER
Y2024, Y2025 = Period.year(2024), Period.year(2025)


def test_titles_of_one_period_by_the_rule_of_the_day():
    low, high = check_together([worth(LOW, period=Y2025), worth(HIGH, period=Y2025)])
    assert (low.verdict.value, high.verdict.value) == ("not_allowed", "allowed")
    assert [rule.rule for rule in low.rules] == ["Nghị định 152/2025/NĐ-CP, Điều 49"]
    assert "cùng thời gian" in low.because


def test_a_title_and_a_form_are_by_a_rule_of_their_own():
    title, form = check_together([worth(LOW, period=Y2025), worth(AwardForm.GIAY_KHEN, period=Y2025)])
    assert title.verdict.value == form.verdict.value == "allowed"
    assert [rule.key for rule in title.rules] == [("title_and_form",)]
    three = check_together(
        [worth(LOW, period=Y2025), worth(HIGH, period=Y2024), worth(AwardForm.GIAY_KHEN, period=Y2025)]
    )
    assert [rule.key[0] for rule in three[0].rules] == ["titles_together", "title_and_form"]


@pytest.mark.parametrize(
    "decree", [("2018-01-05", "91/2017"), ("2024-02-01", "98/2023"), ("2026-11-20", "152/2025")]
)
def test_the_rule_is_that_of_the_day_of_the_decision(decree):
    day, number = date.fromisoformat(decree[0]), decree[1]
    for ruling in check_together([worth(LOW, day, period=Y2025), worth(HIGH, day, period=Y2024)]):
        assert [number in rule.source for rule in ruling.rules] == [True]
        assert ruling.verdict.value == "allowed"


def test_one_award_alone_needs_no_rule_and_none_is_cited():
    (ruling,) = check_together([worth(LOW)])
    assert (ruling.verdict.value, ruling.rules) == ("allowed", ())


def test_without_a_day_or_a_rule_it_stays_open():
    undated = award_money(Award(form=LOW, individuals=1, period=Y2025))
    assert [ruling.verdict.value for ruling in check_together([undated, undated])] == ["unclear", "unclear"]
    old = [worth(LOW, date(2015, 1, 5), period=Y2024), worth(HIGH, date(2015, 1, 5), period=Y2025)]
    assert [ruling.verdict.value for ruling in check_together(old)] == ["unclear", "unclear"]
    with pytest.raises(InvalidValueError):
        check_together(["giấy khen"])


def test_the_verdicts_are_those_of_paid_together():
    names = {Payment.PAID: "allowed", Payment.NOT_PAID: "not_allowed", Payment.UNCLEAR: "unclear"}
    money = [worth(LOW, period=Y2025), worth(HIGH, period=Y2025), worth(AwardForm.GIAY_KHEN, period=Y2025)]
    assert [ruling.verdict.value for ruling in check_together(money, law=LawBook.official())] == [
        names[payment] for payment in paid_together(money)
    ]
