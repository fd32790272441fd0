"""The audit of documents: what is found, about which facts, and what is left in peace."""

from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audited import codes, movement, percent, report
from danvankheo import (
    Contribution,
    Indicator,
    InvalidValueError,
    Quantity,
    Rounding,
    audit,
    load,
    round_to,
)
from danvankheo.auditing import Finding, Reading, Severity
from danvankheo.auditing.figures.reported import PROCEDURES
from danvankheo.units import (
    MILLION_DONG,
    PERCENT,
)
from support import movements


def test_an_khe_yields_the_three_findings_that_the_figures_allow(example_folder):
    schools, poor, insured = audit(load("docs/examples/an-khe-2022.json"))
    assert [finding.severity for finding in (schools, poor, insured)] == [
        Severity.WARNING,
        Severity.INFO,
        Severity.INFO,
    ]
    assert str(schools) == (
        "27/28 trường = 96,428571…%, làm tròn đến hai chữ số thập phân là 96,43%; báo cáo ghi 96,42% "
        "(cắt bỏ phần lẻ, không làm tròn)."
    )
    assert schools.procedures == (Rounding.TRUNCATE,)
    assert str(poor) == (
        "359 hộ chiếm 2,04%, tức tổng số hộ từ 17.556 đến 17.641 (nếu làm tròn), từ 17.513 đến 17.598 (nếu cắt bỏ)."
    )
    assert str(insured) == (
        "91,5%, tăng 3,05%: nếu là điểm phần trăm thì kỳ trước trên 88,395% và dưới 88,505%; nếu là tăng tương "
        "đối thì trên 88,739% và dưới 88,845%. Nên ghi rõ “điểm phần trăm”."
    )
    assert [finding.facts[0].path for finding in (schools, poor, insured)] == [
        "$.indicators[1]",
        "$.indicators[0]",
        "$.indicators[2]",
    ]


def test_who_accepts_cutting_off_is_not_warned_of_it(example_folder):
    an_khe = load("docs/examples/an-khe-2022.json")
    accepting = audit(an_khe, accept=[*PROCEDURES[:3], Rounding.TRUNCATE])
    assert [finding.code.value for finding in accepting] == ["whole-implied", "points-or-relative"]
    assert "ratio-rounded-up" in codes(
        movement(indicators=(Indicator(name="Xã", part=1, whole=3, value=percent("34")),))
    )


def test_the_habit_of_a_report_needs_two_figures_to_show():
    cut = [
        Indicator(name="Trường", part=27, whole=28, value=percent("96.42")),
        Indicator(name="Tuyến đường", part=2, whole=3, value=percent("66.6")),
        Indicator(name="Hội trường", part=5, whole=6, value=percent("83.3")),
    ]
    assert codes(movement(indicators=tuple(cut))) == ["ratio-truncated", "ratio-truncated", "habit"]
    assert codes(movement(indicators=(cut[0], cut[2]))) == ["ratio-truncated"]
    rounded = attrs.evolve(cut[1], value=percent("66.7"))
    assert codes(movement(indicators=(cut[0], rounded))) == ["ratio-truncated"]


def test_findings_come_worst_first_and_in_the_order_of_the_document():
    indicators = [
        Indicator(name=f"Chỉ tiêu {number}", part=1, whole=3, value=percent(told))
        for number, told in enumerate(["34", "33"] * 6 + ["50", "34"])
    ]
    findings = audit(movement(indicators=tuple(indicators)))
    backwards = findings[::-1]
    assert findings == tuple(sorted(backwards))
    assert findings[0].code.value == "ratio-inconsistent"
    assert [finding.facts[0].path for finding in findings[1:]] == [
        f"$.indicators[{at}]" for at in (0, 2, 4, 6, 8, 10, 13)
    ]


@given(st.lists(movements(), max_size=3), st.sampled_from(Reading))
def test_any_movements_are_audited(told, reading):
    findings = audit(told, reading=reading)
    assert all(isinstance(finding, Finding) and finding.facts for finding in findings)
    for finding in findings:
        assert finding.vietnamese
        assert finding.english
        assert all(fact.document < len(told) for fact in finding.facts)


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 400), st.integers(0, 2)), min_size=1, max_size=6),
    st.sampled_from(PROCEDURES),
)
def test_a_report_made_of_true_figures_raises_no_error(figures, rounding):
    """Whatever the habit of its writer; and no warning if the writer rounds to nearest."""
    indicators = tuple(
        Indicator(
            name=f"Chỉ tiêu {number}",
            part=part,
            whole=whole,
            whole_is_plan=part > whole,
            value=Quantity(round_to(Fraction(100 * part, whole), places, rounding=rounding), PERCENT),
        )
        for number, (part, whole, places) in enumerate(figures)
    )
    severities = {finding.severity for finding in audit(movement(indicators=indicators))}
    assert Severity.ERROR not in severities
    if rounding in PROCEDURES[:3]:
        assert Severity.WARNING not in severities


def test_what_is_no_movement_is_refused():
    with pytest.raises(InvalidValueError):
        audit(["Dân vận khéo"])
    with pytest.raises(InvalidValueError):
        audit(movement(), accept=["nearest"])
    with pytest.raises(InvalidValueError):
        audit(movement(), accept=[])
    assert audit([]) == ()


@given(st.lists(movements(), max_size=2))
def test_taking_words_literally_finds_no_more_than_taking_them_as_meant(told):
    """Whatever the literal reading holds against a report, the implied one does too."""

    def serious(reading):
        return [finding for finding in audit(told, reading=reading) if finding.severity >= Severity.WARNING]

    assert len(serious(Reading.LITERAL)) <= len(serious(Reading.IMPLIED))
    errors = [
        [finding.facts for finding in serious(reading) if finding.severity is Severity.ERROR]
        for reading in Reading
    ]
    assert errors[0] == errors[1]  # in either reading an error is one that the literal reading proves


def test_a_list_that_is_not_complete_does_not_hide_the_habit():
    cut = tuple(
        Indicator(name=f"Chỉ tiêu {at}", part=part, whole=whole, value=percent(told))
        for at, (part, whole, told) in enumerate([(27, 28, "96.42"), (2, 3, "66.6")])
    )
    gifts = (Contribution(quantity=Quantity(3, MILLION_DONG)),)
    codes = [
        finding.code.value
        for finding in audit(
            report(indicators=cut, contributions=gifts, stated_totals=(Quantity(10, MILLION_DONG),))
        )
    ]
    assert "habit" in codes
