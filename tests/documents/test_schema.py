"""The published schema against the converter, in both directions."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker

from danvankheo import DocumentError, dumps, loads
from danvankheo.documents import published_schema
from support import damaged, movements

_VALIDATOR = Draft202012Validator(published_schema(), format_checker=FormatChecker(["date"]))

# What one record says of several fields, or of the meaning of a text, is beyond a schema.
_BEYOND = {
    "calendar-day", "in-range", "starts-first", "period-shape", "period-code", "partial-date", "ordered",
    "higher-parent", "kind-existed", "place-existed", "has-figure", "change-unit",
    "has-recipient", "recipient-kind", "quantity-or-kind", "names-a-day", "other-field", "unique",
    "known-model", "counted-once", "same-base", "dimension", "unscaled-unit", "printable", "not-negative",
    "not-empty", "date",
}  # fmt: skip


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(published_schema())


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "docs" / "examples").glob("*.json")), ids=lambda p: p.name
)
def test_the_examples_are_valid(path):
    _VALIDATOR.validate(json.loads(path.read_text(encoding="utf-8")))


@given(movements())
def test_whatever_is_written_is_valid(movement):
    _VALIDATOR.validate(json.loads(dumps(movement)))


@given(damaged())
def test_schema_and_converter_agree_but_for_rules_beyond_a_schema(document):
    valid = _VALIDATOR.is_valid(document)
    try:
        loads(json.dumps(document))
    except DocumentError as error:
        if valid:
            reasons = {problem.reason.value for problem in error.problems}
            # a schema takes 1.0 and 1e22 for integers
            assert reasons <= _BEYOND or any(_is_whole_float(problem.got) for problem in error.problems)
    else:
        assert valid


def _is_whole_float(got: str) -> bool:
    try:
        return float(got).is_integer() and not got.lstrip("-").isdigit()
    except ValueError:
        return False


def test_every_property_is_described():
    schema = published_schema()
    for name, definition in [("Movement", schema), *schema["$defs"].items()]:
        assert definition["description"], name
    undescribed = [
        f"{name}.{key}"
        for name in (
            "Movement",
            "Model",
            "Contribution",
            "Award",
            "Indicator",
            "Place",
            "Quantity",
            "DocumentRef",
        )
        for key, value in (schema if name == "Movement" else schema["$defs"][name])["properties"].items()
        if "description" not in value and key != "note"
    ]
    assert undescribed == []
