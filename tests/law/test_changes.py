"""The law on the day before and the day after each change, and what nobody has confirmed."""

from datetime import date, timedelta

import pytest

from danvankheo import law
from danvankheo.awarding import AwardKind
from danvankheo.law import AppliedRule, Confidence, LawBook, Unknown

DAY = timedelta(days=1)

# The first day, the table and its key, what applied before, what since.
CHANGES = [
    ("2018-07-01", "base_salary", (), 1_300_000, 1_390_000),
    ("2026-07-01", "base_salary", (), 2_340_000, 2_530_000),
    ("2024-01-01", "award_coefficient", ("bang_khen_province",), 1, "1.5"),
    ("2024-01-01", "award_coefficient", ("order_gold_star",), 46, 46),
    ("2025-07-01", "award_coefficient", ("giay_khen_district",), "0.3", "ended"),
    ("2025-07-01", "award_coefficient", ("giay_khen_commune",), "0.15", "0.3"),
    ("2024-01-01", "award_coefficient", ("order_labour_3",), "unconfirmed", "4.5"),
    ("2024-01-01", "award_coefficient", ("cultural_family",), "unconfirmed", "not_laid_down"),
    ("2024-01-01", "award_coefficient", ("medal",), "1.5", "unconfirmed"),
    ("2024-01-01", "award_coefficient", ("state_honour_hero",), "not_covered", "15.5"),
    ("2025-07-01", "party_award_coefficient", ("district_standing_board", "member"), 1, "ended"),
    ("2025-07-01", "party_award_coefficient", ("superior_standing_board", "member"), "not_covered", 1),
    ("2025-07-01", "party_award_coefficient", ("base_committee", "cell"), "0.6", "0.6"),
    ("2022-03-08", "new_rural_criteria", (), 19, 19),
    ("2026-02-15", "new_rural_criteria", (), "unconfirmed", 10),
    ("2026-01-01", "poverty_line", ("rural",), 1_500_000, 1_500_000),
    ("2027-01-01", "poverty_line", ("rural",), 1_500_000, 2_200_000),
    ("2025-07-01", "local_government_levels", (), 3, 2),
    ("2027-03-01", "award_decree", (), "Nghị định 152/2025/NĐ-CP", "not_covered"),
    ("2025-08-05", "award_rule", ("dissolved_unit",), "not_covered", None),
    (
        "2026-10-01",
        "award_kind",
        ("thematic",),
        "khen thưởng phong trào thi đua, chuyên đề",
        "khen thưởng chuyên đề",
    ),
    (
        "2026-10-01",
        "award_kind",
        ("thematic_movement",),
        "khen thưởng phong trào thi đua, chuyên đề",
        "khen thưởng phong trào thi đua theo chuyên đề",
    ),
]


def said(answer):
    if isinstance(answer, Unknown):
        return answer.reason.value
    return (
        answer.value
        if isinstance(answer.value, str)
        else str(answer.value.normalize() if answer.value % 1 else int(answer.value))
    )


@pytest.mark.parametrize(("first", "table", "key", "before", "since"), CHANGES)
def test_the_day_before_and_the_day_of_each_change(first, table, key, before, since):
    day = date.fromisoformat(first)
    assert said(law.at(day - DAY).applied(table, *key)) == str(before)
    if since is not None:
        assert said(law.at(day).applied(table, *key)) == str(since)
    assert law.at(day - DAY).applied(table, *key) != law.at(day).applied(table, *key)


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("award_decree", ()),
        ("award_rounding", ()),
        ("award_coefficient", ("advanced_worker",)),
        ("award_coefficient", ("bang_khen_prime_minister",)),
        ("award_rule", ("titles_together",)),
    ],
)
def test_the_amended_law_lowers_the_confidence_of_the_decree(table, key):
    before, since = (law.at(date(2026, 9, 30) + step).applied(table, *key) for step in (0 * DAY, DAY))
    assert before.value == since.value
    assert (before.confidence, since.confidence) == (Confidence.HIGH, Confidence.MEDIUM)


def test_no_row_of_the_decree_is_sure_after_the_law_changed():
    book = LawBook.official()
    for table in book.tables.values():
        for entry in table.entries:
            last = entry.until or date.max
            if "152/2025" in f"{entry.source} {entry.value}" and last >= date(2026, 10, 1):
                assert entry.confidence is not Confidence.HIGH, (table.name, entry)


# What was looked for and not confirmed: no value may stand for it.
UNCONFIRMED = [
    ("award_recipient", ("form", "households"), "2018-01-01"),
    ("award_recipient", ("form", "households"), "2024-01-01"),
    ("award_recipient", ("order", "households"), "2018-01-01"),
    ("award_recipient", ("order", "households"), "2026-01-01"),
    ("award_coefficient", ("bang_khen_corps",), "2024-01-01"),
    *(
        ("award_coefficient", (f"order_{order}",), "2018-01-01")
        for order in (
            "independence_2",
            "military_exploit_3",
            "labour_1",
            "labour_3",
            "great_unity",
            "bravery",
        )
    ),
    ("new_rural_criteria", (), "2026-01-15"),
    ("base_salary", (), "2013-03-01"),
]


@pytest.mark.parametrize(("table", "key", "day"), UNCONFIRMED)
def test_what_nobody_confirmed_has_no_value(table, key, day):
    answer = law.at(date.fromisoformat(day)).applied(table, *key)
    assert isinstance(answer, Unknown)
    assert answer.reason.value == "unconfirmed"
    assert answer.note


def test_the_scale_for_others_than_the_partys_own_is_not_in_the_tables():
    receivers = law.LawBook.official().table("party_award_coefficient").allowed["receiver"]
    assert set(receivers) == {"cell", "base_organization", "base_organization_flag", "member"}


def test_a_level_that_ended_names_who_grants_today():
    answer = law.at(date(2026, 1, 5)).applied("award_coefficient", "giay_khen_district")
    assert answer.reason.label == "cấp này không còn"
    assert "Chủ tịch UBND xã, phường, đặc khu" in answer.note
    assert "203/2025/QH15" in answer.source
    assert answer.since == date(2025, 7, 1)


def test_a_title_without_money_is_called_that():
    answer = law.at(date(2026, 1, 5)).applied("award_coefficient", "cultural_family")
    assert str(answer).startswith("Hệ số tiền thưởng (Gia đình văn hóa): văn bản không quy định mức tiền")


def test_the_kinds_of_award_are_those_of_the_records():
    table = law.LawBook.official().table("award_kind")
    assert table.allowed["kind"] == {kind.value: kind.label for kind in AwardKind}


def test_each_row_has_the_day_of_its_check():
    book = LawBook.official()
    for table in book.tables.values():
        for entry in table.entries:
            answer = table.applied(entry.since, *entry.key)
            if isinstance(answer, AppliedRule):
                assert answer.checked == table.checked_of(entry) <= table.checked


@pytest.mark.parametrize("least", ["high", Confidence.MEDIUM])
def test_every_look_up_takes_the_least_confidence(least):
    day, key = date(2022, 11, 2), ("giay_khen_commune",)
    answers = [
        law.at(day, min_confidence=least).applied("award_coefficient", *key),
        law.at(day).applied("award_coefficient", *key, min_confidence=least),
        law.LawBook.official().at(day, min_confidence=least).applied("award_coefficient", *key),
        law.LawBook.official().table("award_coefficient").applied(day, *key, min_confidence=least),
        law.history("award_coefficient", *key, min_confidence=least)[0],
        law.LawBook.official().history("award_coefficient", *key, min_confidence=least)[0],
    ]
    assert {isinstance(answer, Unknown) for answer in answers} == {least == "high"}
    salary = next(each for each in law.at(day, min_confidence=least) if "lương" in str(each))
    assert isinstance(salary, Unknown) == (least == "high")
