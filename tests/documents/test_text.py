"""Documents as text: round trips, and every error with its path."""

import json
import pickle
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import DocumentError, Movement, Period, dumps, loads
from support import damaged, movements

_AN_KHE = (Path(__file__).parent / "v1" / "an-khe-2022.json").read_text(encoding="utf-8")


@given(movements())
def test_what_is_written_is_read_back_equal(movement):
    text = dumps(movement)
    again = loads(text)
    assert again == movement
    assert dumps(again) == text
    assert loads(text.encode()) == movement


@given(movements())
def test_decomposed_text_reads_as_composed(movement):
    assert loads(normalize("NFD", dumps(movement))) == movement


@pytest.mark.parametrize("path", sorted(Path(__file__).parent.glob("v*/*.json")), ids=lambda p: p.name)
def test_saved_documents_of_every_version_load_for_ever(path):
    movement = loads(path.read_bytes())
    assert loads(dumps(movement)) == movement


@pytest.mark.parametrize("path", sorted(Path(__file__).parent.glob("v1/*-2022.json")), ids=lambda p: p.name)
def test_documents_of_version_1_are_written_as_they_were(path):
    """What came later is optional: without it nothing of it is written, and the version stays."""
    document = json.loads(path.read_text(encoding="utf-8"))
    movement = loads(path.read_bytes())
    assert (movement.launch_level, movement.duration) == (None, None)
    assert all(award.kind is None and award.groups is None for award in movement.awards)
    assert json.loads(dumps(movement)) == {key: told for key, told in document.items() if key != "$schema"}


def _problems(document: object) -> list[str]:
    text = document if isinstance(document, str | bytes) else json.dumps(document)
    with pytest.raises(DocumentError) as caught:
        loads(text)
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems
    for problem in caught.value.problems:
        assert problem.vietnamese  # every reason fills its gaps in both languages
    return [str(problem) for problem in caught.value.problems]


def _an_khe(**changes: object) -> dict[str, object]:
    return {**json.loads(_AN_KHE), **changes}


def test_all_errors_come_at_once_each_with_its_path():
    document = _an_khe(
        version=1,
        name=" ",
        period="2022-13",
        reviewed="2022-02-30",
        colour="đỏ",
        organizer={"kind": "party"},
        awards=[
            {"form": "giấy khen"},
            {"form": "giay_khen", "collectives": -1, "individuals": 1.5, "mixed": True},
        ],
        contributions=[
            {"quantity": {"amount": "154,4", "unit": "million_dong"}},
            {"quantity": {"amount": 154.4, "unit": "triệu đồng", "approximation": "hơn"}},
            {"quantity": {"unit": {"counted": ""}}},
            {"quantity": {"amount": "1", "unit": {"counted": "hộ", "colour": "đỏ"}}},
            {"quantity": {"amount": "1", "unit": {"area": "sào", "square_metres": "360"}}},
            {"purpose": "mở đường"},
            {"quantity": {"amount": "-1", "unit": "dong"}},
            [],
        ],
        indicators=[
            {"name": "Trường", "part": "-29", "whole": "28"},
            {"name": "Trường", "part": "hai bảy"},
            {},
        ],
        models="nhiều",
        directives=[{"type": "Chỉ thị", "number": 16, "symbol": "CT-TTg"}],
    )
    assert _problems(document) == [
        "$.colour: expected one of the keys name, period, place, organizer, launch_level, duration, reviewed, models, "
        'model_counts, contributions, stated_totals, indicators, awards, directives, source, note, got "colour"',
        '$.name: expected text that is not blank, got " "',
        '$.period: expected from 1 to 12, got "2022-13"',
        "$.organizer.name: expected this key, got nothing",
        _choice("$.organizer.kind", "organization", '"party"'),
        '$.reviewed: expected a day that the calendar has, got "2022-02-30"',
        '$.models: expected a list, got "nhiều"',
        '$.contributions[0].quantity.amount: expected a number, got "154,4"',
        '$.contributions[1].quantity.amount: expected a number written as text, such as "27" or "154.4", got 154.4',
        '$.contributions[1].quantity.unit: expected a unit such as "million_dong", "workday" or '
        '{"counted": "hộ"}, got "triệu đồng"',
        "$.contributions[1].quantity.approximation: expected one of exactly, over, nearly, about, under, "
        'at_least, at_most, got "hơn"',
        "$.contributions[2].quantity.amount: expected this key, got nothing",
        '$.contributions[2].quantity.unit.counted: expected text that is not blank, got ""',
        '$.contributions[3].quantity.unit.colour: expected one of the keys counted, scale, per, got "colour"',
        "$.contributions[4].quantity.unit.region: expected this key, got nothing",
        "$.contributions[5].unknown_kind: expected either a quantity or, where the source gives "
        "none, what was given in unknown_kind, got nothing",
        "$.contributions[6].quantity: expected zero or more, got -1",
        "$.contributions[7]: expected an object, got a list",
        "$.indicators[0].part: expected zero or more, got -29",
        '$.indicators[1].part: expected a number, got "hai bảy"',
        "$.indicators[2].name: expected this key, got nothing",
        "$.indicators[2].value: expected a value or a part, so that there is a figure, got nothing",
        _choice("$.awards[0].form", "award", '"giấy khen"'),
        "$.awards[0].recipients: expected at least one recipient in collectives, households, individuals or mixed, got 0",
        "$.awards[1].collectives: expected zero or more, got -1",
        "$.awards[1].individuals: expected a whole number, got 1.5",
        "$.awards[1].mixed: expected a whole number, got true",
        "$.directives[0].number: expected text, got 16",
    ]


def _choice(path: str, of: str, got: str) -> str:
    from danvankheo import AwardForm, EmulationTitle, OrganizationKind

    members = {"organization": [*OrganizationKind], "award": [*AwardForm, *EmulationTitle]}[of]
    return f"{path}: expected one of {', '.join(members)}, got {got}"


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ("", "line 1, column 1: expected JSON, got the end"),
        ("{", "line 1, column 2: expected JSON, got the end"),
        ('{"version": 1,\n "name" "A"}', 'line 2, column 9: expected JSON, got ""A"}"'),
        ("[]", "$: expected an object, got a list"),
        ("null", "$: expected an object, got null"),
        ('"An Khê"', '$: expected an object, got "An Khê"'),
        ("[" * 100_000, "$: expected less nesting, got brackets in brackets"),
        ('{"a":' * 100_000, "$: expected less nesting, got brackets in brackets"),
        ('{"version": NaN}', '$: expected JSON, got "NaN"'),
        ('{"version": -Infinity}', '$: expected JSON, got "-Infinity"'),
        (b"\xff\xfe", "$: expected text in UTF-8, got byte 0xff at position 0"),
    ],
    ids=range(11),
)  # fmt: skip
def test_what_is_no_document_at_all(document, problem):
    assert _problems(document) == [problem]


@pytest.mark.parametrize(
    ("version", "problem"),
    [
        (2, "$.version: expected a version that this release reads: 1, got 2"),
        (True, "$.version: expected a version that this release reads: 1, got True"),
        (1.0, "$.version: expected a version that this release reads: 1, got 1.0"),
        ("1", '$.version: expected a version that this release reads: 1, got "1"'),
        (None, "$.version: expected this key, got nothing"),
        ([1], "$.version: expected a version that this release reads: 1, got [1]"),
    ],
    ids=repr,
)
def test_versions(version, problem):
    assert _problems(_an_khe(version=version)) == [problem]


def test_a_key_that_stands_twice_is_an_error_however_deep():
    text = '{"version": 1, "name": "A", "name": "B", "period": "2022", "awards": [{"form": "order", "mixed": 1, "mixed": 2}]}'
    assert _problems(text) == [
        '$.name: expected each key once, got "name"',
        '$.awards[0].mixed: expected each key once, got "mixed"',
    ]


def test_very_long_integers_are_an_error_and_not_a_crash():
    (problem,) = _problems('{"version": 1, "year": ' + "9" * 10_000 + "}")
    assert problem.startswith("$: expected JSON")


def test_all_that_a_record_says_of_sound_fields_together_comes_at_once():
    gift = {"quantity": {"amount": "1", "unit": "dong"}, "model": "không có"}
    twins = [{"name": "M", "id": "m"}, {"name": "N", "id": "m"}]
    document = _an_khe(period="2026", reviewed=None, awards=[], models=twins, contributions=[gift, gift])
    assert _problems(document) == [
        '$.place: expected a place that existed in 2026, got "thị xã An Khê"',
        '$.models[1].id: expected each id once, got "m"',
        '$.contributions[0].model: expected the id of a model of this movement, got "không có"',
        '$.contributions[1].model: expected the id of a model of this movement, got "không có"',
    ]


def test_a_broken_field_does_not_hide_what_other_fields_say_together():
    twins = [{"name": "M", "id": "m"}, {"name": "N", "id": "m"}]
    gift = {"quantity": {"amount": "một", "unit": {"counted": "hộ", "scale": "nghìn"}}}
    document = _an_khe(name="", period="2026", reviewed=None, awards=[], models=twins, contributions=[gift])
    assert [problem.partition(":")[0] for problem in _problems(document)] == [
        "$.name",
        "$.contributions[0].quantity.amount",
        "$.contributions[0].quantity.unit.scale",
        "$.place",
        "$.models[1].id",
    ]


@pytest.mark.parametrize(
    "text",
    ['"unit": {"counted": "a", "counted": "b"}', '"unit": "dong", "unit": "dong"'],
)
def test_a_repeated_key_is_told_wherever_it_stands(text):
    gift = '{"quantity": {"amount": "1", ' + text + "}}"
    (problem,) = _problems('{"version": 1, "name": "A", "period": "2022", "contributions": [' + gift + "]}")
    assert "expected each key once" in problem
    problems = _problems('{"version": 1, "name": "A", "period": "2022", "$schema": {"a": 1, "a": 2}}')
    assert any("expected each key once" in problem for problem in problems)


@pytest.mark.parametrize(
    ("unit", "key"),
    [
        ({"counted": "a\x00"}, "counted"),
        ({"counted": "hộ", "per": "a\x01"}, "per"),
        ({"counted": "hộ", "scale": "nghìn"}, "scale"),
        ({"unit": "đồng", "per": "hộ"}, "unit"),
        ({"area": "x" * 600, "square_metres": "5", "region": "A"}, "area"),
        ({"area": "sào", "square_metres": "năm", "region": "A"}, "square_metres"),
        ({"area": "sào", "square_metres": "0", "region": "A"}, "square_metres"),
        ({"area": "sào", "square_metres": "5", "region": "a\x01"}, "region"),
    ],
    ids=range(8),
)
def test_what_is_wrong_in_a_unit_is_told_under_its_key(unit, key):
    document = _an_khe(stated_totals=[{"amount": "1", "unit": unit}])
    (problem,) = _problems(document)
    assert problem.startswith(f"$.stated_totals[0].unit.{key}: expected ")
    assert "an object" not in problem


def test_repeated_keys_are_found_in_linear_time():
    keys = ", ".join(f'"k{number}": 1' for number in range(50_000))
    assert len(_problems("{" + keys + ', "k1": 2}')) == 50_004


def test_a_long_chain_of_parents_is_refused():
    place = '{"name": "A", "kind": "thon", "parent": ' * 400 + "null" + "}" * 400
    (problem,) = _problems('{"version": 1, "name": "A", "period": "2022", "place": ' + place + "}")
    assert problem == "$: expected less nesting, got brackets in brackets"


def test_a_key_cannot_forge_lines_or_obey_the_terminal():
    (problem,) = _problems(json.dumps(_an_khe(**{"\x1b]0;x\x07\nOK": 1})))
    assert problem.isprintable()


def test_a_byte_order_mark_and_a_schema_key_are_passed_over():
    document = {"$schema": "https://example.vn/movement.json", **_an_khe()}
    assert loads("\ufeff" + json.dumps(document)) == loads(b"\xef\xbb\xbf" + json.dumps(document).encode())


@pytest.mark.parametrize("text", ['"\\ud800"', '"\\u0000"', '"\\u001b[31m"'])
def test_text_that_cannot_be_printed_is_refused(text):
    (problem,) = _problems(f'{{"version": 1, "name": {text}, "period": "2022"}}')
    assert problem.startswith("$.name: expected text without control characters")


def test_null_says_not_told_where_that_is_possible():
    assert loads(
        '{"version": 1, "name": "A", "period": "2022", "place": null, "reviewed": null}'
    ) == Movement(name="A", period=Period.year(2022))
    assert _problems('{"version": 1, "name": null, "period": null, "models": null}') == [
        "$.name: expected text, got null",
        "$.period: expected text, got null",
        "$.models: expected a list, got null",
    ]


@given(damaged())
def test_any_document_is_read_or_refused_with_paths_and_nothing_else(document):
    try:
        movement = loads(json.dumps(document))
    except DocumentError as error:
        assert error.problems
        assert all(problem.path.startswith("$") for problem in error.problems)
    else:
        assert loads(dumps(movement)) == movement


@given(st.text() | st.binary())
def test_any_text_is_read_or_refused_and_nothing_else(text):
    with pytest.raises(DocumentError):
        loads(text)
