"""Findings as data: the keys that other programs read."""

import json

import attrs
import pytest
from sarif_pydantic import Sarif

from danvankheo import (
    Contribution,
    Indicator,
    IndicatorKind,
    Movement,
    Period,
    Place,
    PlaceKind,
    Quantity,
    audit,
    check_ratio,
    load,
    parse_quantity,
)
from danvankheo.auditing import (
    FactRef,
    check_change,
    check_cumulative,
    check_sum,
    check_whole,
    finding_data,
    finding_rows,
    to_sarif,
)
from danvankheo.units import WORKDAY

WRONG = Movement(
    name="Dân vận khéo",
    period=Period.year(2022),
    indicators=(Indicator(name="Trường", part=29, whole=28),),
    contributions=(Contribution(quantity=Quantity(30, WORKDAY)),),
    stated_totals=(Quantity(20, WORKDAY),),
)


def test_a_finding_has_these_keys_and_its_corrections_theirs():
    told = finding_data(check_ratio(45, 60, "85%").finding())
    assert set(told) == {"code", "severity", "facts", "vi", "en", "procedures", "values", "correction"}
    assert (told["code"], told["severity"]) == ("ratio-inconsistent", "error")
    assert told["correction"] == {"field": "percent", "to": "75", "edits": 1, "steps": 10}


def test_intervals_have_both_ends_and_say_whether_they_are_in():
    told = finding_data(check_change("91,5%", "tăng 3,05%").finding())
    assert told["values"]["points"] == {
        "low": "17679/200",
        "high": "17701/200",
        "low_closed": False,
        "high_closed": False,
    }


def test_facts_tell_their_document_and_path():
    told = [finding_data(finding)["facts"] for finding in audit([WRONG])]
    assert told[0][0] == {
        "document": 0,
        "path": "$.indicators[0]",
        "name": "Trường",
        "place": None,
        "period": "2022",
    }
    assert [fact["path"] for fact in told[1]] == ["$.stated_totals[0]", "$.contributions[0]"]


def test_a_log_says_where_its_findings_are():
    log = to_sarif(audit([WRONG]), sources=["an-khe 2022.json"])
    run = log["runs"][0]
    assert (log["version"], run["columnKind"], run["language"]) == ("2.1.0", "unicodeCodePoints", "vi")
    assert run["artifacts"] == [{"location": {"uri": "an-khe%202022.json"}}]
    place = run["results"][0]["locations"][0]
    assert place["physicalLocation"]["artifactLocation"] == {"uri": "an-khe%202022.json", "index": 0}
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "$.indicators[0]"


GIA_LAI = Place(name="Gia Lai", kind=PlaceKind.PROVINCE)


AN_KHE = Place(name="An Khê", kind=PlaceKind.TOWN, parent=GIA_LAI)


HAMLET = Place(name="Pốt", kind=PlaceKind.LANG, parent=AN_KHE)


def test_a_finding_knows_place_period_and_document():
    """Those of the entry, else those of its movement; of several documents each its own."""
    own = attrs.evolve(
        WRONG,
        place=AN_KHE,
        indicators=(Indicator(name="Trường", part=29, whole=28, place=HAMLET, period=Period.year(2021)),),
        contributions=(Contribution(quantity=Quantity(30, WORKDAY), when=Period.month(2022, 3)),),
    )
    found = {finding.code.value: finding for finding in audit([WRONG, own]) if finding.document == 1}
    school, gift = found["part-over-whole"], found["parts-exceed-total"]
    assert (school.place, school.period, school.facts[0].number) == (HAMLET, Period.year(2021), 2)
    assert [(fact.place, fact.period.code) for fact in gift.facts] == [(AN_KHE, "2022"), (AN_KHE, "2022-03")]
    nowhere = [finding for finding in audit([WRONG, own]) if finding.document == 0]
    assert [(finding.place, finding.period) for finding in nowhere] == [(None, Period.year(2022))] * 2
    bare = check_ratio(27, 28, "96,42%").finding()
    assert (bare.place, bare.period, bare.document) == (None, None, None)


def test_findings_between_documents_know_both():
    first, second = (
        Movement(
            name="Dân vận khéo",
            period=Period.year(2022),
            place=AN_KHE,
            indicators=(
                Indicator(name="Hộ nghèo", kind=IndicatorKind.POVERTY_RATE, value=parse_quantity(percent)),
            ),
        )
        for percent in ("2,04%", "3,04%")
    )
    (found,) = audit([first, second])
    assert [(fact.number, fact.place, fact.period.code) for fact in found.facts] == [
        (1, AN_KHE, "2022"),
        (2, AN_KHE, "2022"),
    ]


def test_rows_are_flat_and_ready_for_json():
    found = audit([WRONG, load("docs/examples/an-khe-2022.json")])
    rows = finding_rows(found)
    assert [row["vietnamese"] for row in rows] == [finding.vietnamese for finding in found]
    assert json.loads(json.dumps(rows)) == rows
    cut_off = next(row for row in rows if row["code"] == "ratio-truncated")
    assert cut_off == {
        "severity": "warning",
        "code": "ratio-truncated",
        "document": 1,
        "place": "thị xã An Khê, tỉnh Gia Lai",
        "period": "2022",
        "path": "$.indicators[1]",
        "name": "Trường đạt chuẩn quốc gia",
        "printed": "96,42%",
        "right": "96,43%",
        "vietnamese": cut_off["vietnamese"],
        "english": cut_off["english"],
    }


@pytest.mark.parametrize(
    ("check", "printed", "right"),
    [
        (check_ratio(45, 60, "85%"), "85%", "75%"),
        (check_ratio(27, 28, "96,43%"), "96,43%", None),
        (check_change("1.808 hộ", "tăng 12%", before="1.530 hộ"), "tăng 12%", "tăng 18,169934…% (278 hộ)"),
    ],
    ids=["inconsistent", "fits", "change"],
)
def test_rows_of_bare_figures_say_what_is_printed_and_what_is_right(check, printed, right):
    (row,) = finding_rows([check.finding()])
    assert (row["printed"], row["right"], row["place"], row["document"]) == (printed, right, None, None)
    assert (row["path"], row["name"], row["period"]) == (None, None, None)


def test_facts_of_documents_sort_by_document_then_as_they_stand():
    facts = [FactRef(document=1), FactRef(path="$.indicators[10]"), FactRef(path="$.indicators[2]")]
    assert [fact.path for fact in sorted(facts, key=lambda fact: fact.order)] == [
        "$.indicators[2]",
        "$.indicators[10]",
        "$",
    ]


def test_the_log_is_sarif(example_folder):
    findings = [*audit(load("docs/examples/an-khe-2022.json")), check_ratio(45, 60, "85%").finding()]
    log = to_sarif(findings, sources=["báo cáo/an-khe 2022.json"])
    read = Sarif.model_validate(log)
    run = read.runs[0]
    assert [result.rule_id for result in run.results] == [finding.code.value for finding in findings]
    assert [result.level.value for result in run.results] == ["warning", "note", "note", "error"]
    location = run.results[0].locations[0]
    assert location.physical_location.artifact_location.uri == "b%C3%A1o%20c%C3%A1o/an-khe%202022.json"
    assert location.logical_locations[0].fully_qualified_name == "$.indicators[1]"
    rules = run.tool.driver.rules
    assert [rules[result.rule_index].id for result in run.results] == [
        result.rule_id for result in run.results
    ]


def test_the_log_word_for_word():
    """Viewers skip keys that they do not know, so a misspelled one would go unseen."""
    facts = (FactRef(path="$.indicators[1]", name="Trường"), FactRef(document=3, path="$.indicators[4]"))
    finding = check_whole(27, "96,42%").finding(facts=facts)
    run = to_sarif([finding], sources=["an-khe 2022.json"], language="en")["runs"][0]
    assert run["tool"]["driver"]["rules"] == [
        {
            "id": "whole-otherwise",
            "shortDescription": {"text": "Whole otherwise"},
            "defaultConfiguration": {"level": "warning"},
        }
    ]
    del run["tool"]
    near = {"fullyQualifiedName": "$.indicators[1]", "kind": "object", "name": "Trường"}
    file = {"artifactLocation": {"uri": "an-khe%202022.json", "index": 0}}
    far = {"fullyQualifiedName": "$.indicators[4]", "kind": "object"}
    assert run == {
        "columnKind": "unicodeCodePoints",
        "language": "en",
        "artifacts": [{"location": {"uri": "an-khe%202022.json"}}],
        "results": [
            {
                "ruleId": "whole-otherwise",
                "ruleIndex": 0,
                "level": "warning",
                "message": {
                    "text": "Trường: 27 at 96.42%: no whole fits if rounded; the whole is 28 (if cut off)."
                },
                "locations": [{"logicalLocations": [near], "physicalLocation": file}],
                "relatedLocations": [{"logicalLocations": [far]}],
                "properties": {"finding": finding_data(finding)},
            }
        ],
    }


def test_every_kind_of_value_is_told_with_all_its_parts():
    total = finding_data(check_sum("12 ha", ["3 ha", "3 ha", "4 ha"]).finding())["values"]
    assert total["leeway"] == {"low": "85000", "low_closed": True, "high": "115000", "high_closed": True}
    assert total["difference"] == "20000"
    ranges = finding_data(check_whole(359, "2,04%").finding())["values"]["ranges"]
    assert ranges == [
        {"smallest": 17556, "largest": 17641, "count": 86},
        {"smallest": 17513, "largest": 17598, "count": 86},
    ]
    first, last = finding_data(check_cumulative(["60 hộ", "20 hộ"]).finding())["values"]["values"]
    kind = {"unit": {"counted": "hộ"}, "approximation": "exactly", "nature": "count"}
    assert (first, last) == ({"amount": "60"} | kind, {"amount": "20"} | kind)
