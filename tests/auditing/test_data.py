"""Findings as data: the keys that other programs read."""

from danvankheo import Contribution, Indicator, Movement, Period, Quantity, audit, check_ratio
from danvankheo.auditing import check_change, finding_data, to_sarif
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
    assert told[0][0] == {"document": 0, "path": "$.indicators[0]", "name": "Trường"}
    assert [fact["path"] for fact in told[1]] == ["$.stated_totals[0]", "$.contributions[0]"]


def test_a_log_says_where_its_findings_are():
    log = to_sarif(audit([WRONG]), sources=["an-khe 2022.json"])
    run = log["runs"][0]
    assert (log["version"], run["columnKind"], run["language"]) == ("2.1.0", "unicodeCodePoints", "vi")
    assert run["artifacts"] == [{"location": {"uri": "an-khe%202022.json"}}]
    place = run["results"][0]["locations"][0]
    assert place["physicalLocation"]["artifactLocation"] == {"uri": "an-khe%202022.json", "index": 0}
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "$.indicators[0]"
