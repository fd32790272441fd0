"""Official statistics, against counts made by hand."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import Award, AwardForm, EmulationTitle, InvalidValueError, Movement, Period
from danvankheo.awarding import (
    AwardKind,
    DurationClass,
    RecipientGroups,
    movement_statistics,
    provincial_awards,
    state_awards,
)
from danvankheo.reporting import report_of_statistics

YEAR = Period.award_year(2026)
days = st.sampled_from([date(2025, 11, 30), date(2025, 12, 1), date(2026, 11, 30), date(2026, 12, 1), None])
awards = st.builds(
    Award,
    form=st.sampled_from([AwardForm.BANG_KHEN, AwardForm.GIAY_KHEN, AwardForm.COMMEMORATIVE_MEDAL]),
    level=st.sampled_from(["province", "ministry", "commune", "central", None]),
    collectives=st.integers(1, 9),
    households=st.integers(0, 9),
    individuals=st.integers(0, 9),
    mixed=st.integers(0, 3),
    decided=days,
    kind=st.none() | st.sampled_from(AwardKind),
)


def of(*given: Award, **more) -> Movement:
    return Movement(name="Dân vận khéo", period=Period.year(2026), awards=given, **more)


@given(st.lists(awards, max_size=6))
def test_awards_of_a_province_are_those_counted_by_hand(given):
    form = provincial_awards([of(*given)], YEAR)
    inside = [
        each
        for each in given
        if each.decided in (date(2025, 12, 1), date(2026, 11, 30))
        and each.level in ("province", "ministry")
        and each.form is not AwardForm.GIAY_KHEN
    ]
    by_kind: Counter[str] = Counter()
    for each in inside:
        by_kind[each.kind.value if each.kind else ""] += each.recipients
    assert form.row("01").counts[0] == sum(each.recipients for each in inside)
    assert form.row("01").counts[1] == sum(e.recipients for e in inside if e.form is AwardForm.BANG_KHEN)
    assert form.row("02").counts[0] == sum(each.collectives for each in inside)
    assert form.row("04").counts[0] == sum(each.households for each in inside)
    assert form.row("05").counts[0] == sum(each.individuals for each in inside)
    assert form.row("12").counts[0] == by_kind["thematic"] + by_kind["thematic_movement"]
    assert form.row("17").counts == (None,) * 5
    mixed, unknown = sum(each.mixed for each in inside), by_kind[""]
    wrong = {each.rule for each in form.sums if not each.holds}
    assert ("02 + 04 + 05 = 01" in wrong) is (mixed > 0)
    assert ("11 + … + 17 = 01" in wrong) is (unknown > 0)
    assert not any(rule.startswith("dòng") for rule in wrong)


def test_groups_of_receivers_and_their_sum():
    groups = RecipientGroups(enterprises=1, department_heads=2, direct_workers=3, women=4)
    whole = Award(
        form="bang_khen", level="province", collectives=2, individuals=5, decided=date(2026, 3, 2), groups=groups,
        kind="regular",
    )  # fmt: skip
    form = provincial_awards([of(whole)], YEAR)
    assert [form.row(code).counts[0] for code in ("03", "05", "06", "07", "10", "11")] == [1, 5, 0, 2, 3, 7]
    assert all(each.holds for each in form.sums)
    assert form.notes == ("Dòng 17 (kháng chiến): hồ sơ không nêu.",)


def test_awards_of_the_state():
    day = date(2026, 3, 2)
    given = (
        Award(form="order", collectives=1, individuals=2, decided=day),
        Award(form="bang_khen", level="central", individuals=3, decided=day),
        Award(form="bang_khen", level="province", individuals=30, decided=day),
        Award(form=EmulationTitle.NATIONAL_EMULATION_FIGHTER, individuals=1, decided=day),
        Award(form="state_honour", individuals=1, decided=date(2025, 3, 2)),
    )
    form = state_awards([of(*given)], YEAR)
    assert form.rows[0].counts == (7, 3, None, None, 0, 0, 3, 1, 0)
    assert form.rows[1].counts == (1, 1, 0, 0, 0, 0, 0, 0, 0)
    assert form.rows[3].counts == (6, 2, 0, 0, 0, 0, 3, 1, 0)
    assert all(each.holds for each in form.sums)
    assert "1 khen thưởng của năm thống kê khác, không có trong biểu." in form.notes


def test_prizes_are_in_the_sum_and_in_no_column():
    form = state_awards([of(Award(form="prize", individuals=1, decided=date(2026, 3, 2)))], YEAR)
    assert form.rows[0].counts == (1, 0, None, None, 0, 0, 0, 0, 0)
    assert "1 giải thưởng có trong tổng số, hồ sơ không tách cột 3 và 4." in form.notes


levels = st.sampled_from(["central", "ministry", "province", "commune", "unit", None])


@given(st.lists(st.tuples(levels, st.none() | st.sampled_from(DurationClass)), max_size=8))
def test_movements_are_those_counted_by_hand(told):
    movements = [of(launch_level=level, duration=duration) for level, duration in told]
    form = movement_statistics(movements, YEAR, as_units=())
    column = {"central": 1, "ministry": 2, "province": 2, "unit": 3}
    placed = [(column[level], duration) for level, duration in told if level in column]
    assert form.row("01").counts == tuple(
        len(placed) if at == 0 else sum(c == at for c, _ in placed) for at in range(4)
    )
    for code, duration in zip(("06", "07", "08", "09", "10"), DurationClass, strict=True):
        assert form.row(code).counts[0] == sum(d is duration for _, d in placed)
    assert form.row("02").counts == (None,) * 4
    assert all(each.holds for each in form.sums)
    more = movement_statistics(movements, YEAR, as_units=["commune"])
    assert more.row("01").counts[3] == form.row("01").counts[3] + sum(level == "commune" for level, _ in told)


def test_a_movement_of_another_time_is_named():
    form = movement_statistics([Movement(name="x", period=Period.year(2020), launch_level="province")], YEAR)
    assert form.row("01").counts == (0, 0, 0, 0)
    assert form.notes[0] == "1 phong trào ngoài năm thống kê, không có trong biểu."


def test_only_award_years_and_known_rows():
    for make in (movement_statistics, state_awards, provincial_awards):
        with pytest.raises(InvalidValueError):
            make([], Period.year(2026))
        with pytest.raises(InvalidValueError):
            make([], 2026)
        with pytest.raises(InvalidValueError):
            make(["x"], YEAR)
        with pytest.raises(InvalidValueError):
            make([], YEAR).row("99")


@pytest.mark.parametrize(
    ("year", "said"), [(2022, "0701 đến 0703"), (2024, "02/2023/TT-BNV."), (2026, "18/2025")]
)
def test_the_document_says_which_form_it_is(year, said):
    document = report_of_statistics(provincial_awards([], Period.award_year(year)))
    assert said in document.blocks[-1].text


def test_the_document_says_which_sums_do_not_come_out():
    award = Award(form="bang_khen", level="province", individuals=3, decided=date(2026, 3, 2), kind="ad_hoc")
    document = report_of_statistics(provincial_awards([of(award)], YEAR))
    assert document.sections[0].items[0] == "Cột 1: 06 + … + 10 = 05 không khớp (0 và 3)."
    assert document.blocks[0].rows[0] == ("Tổng số", "01", "3", "3", "0", "0", "0")
