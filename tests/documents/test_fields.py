"""The library's records as fields of pydantic models, and what a FastAPI server answers with them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import pytest
from fastapi import Body, FastAPI
from fastapi.testclient import TestClient
from hypothesis import given
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic.errors import PydanticSchemaGenerationError

from danvankheo import (
    Award,
    AwardForm,
    Contribution,
    DocumentError,
    Movement,
    PartialDate,
    Period,
    Place,
    PlaceKind,
    Quantity,
    Summary,
    Unit,
    documents,
    dumps,
    load,
    loads,
    summarise,
)
from danvankheo.auditing import Finding
from danvankheo.documents.registration import records_by_name
from support import movements


class Report(BaseModel):
    """A model of somebody else, with every way of holding our records."""

    sender: str
    movement: Movement
    gifts: dict[str, list[Contribution]] = {}
    form: AwardForm | None = None
    place: Place | None = None
    total: Summary | None = None


app = FastAPI()


@app.post("/reports")
def take(report: Report) -> Report:
    return report


@app.post("/movements")
def take_movement(movement: Annotated[Movement, Body()]) -> Movement:
    return movement


CLIENT = TestClient(app)
AN_KHE = load(Path(__file__).parents[2] / "docs" / "examples" / "an-khe-2022.json")


def embedded(movement):
    """A movement inside another document: it has no version."""
    data = json.loads(dumps(movement))
    del data["version"]
    return data


def test_a_server_reads_and_writes_what_documents_hold():
    sent = {"sender": "Tú An", "movement": embedded(AN_KHE), "gifts": {}, "form": "giay_khen"}
    answer = CLIENT.post("/reports", json=sent)
    assert answer.status_code == 200
    assert answer.json() == sent | {"place": None, "total": None}
    assert CLIENT.post("/movements", json=embedded(AN_KHE)).json() == embedded(AN_KHE)


def test_every_problem_of_a_body_is_an_error_at_its_place():
    gift = {"quantity": {"amount": "1,5", "unit": {"counted": "hộ", "per": " "}}}
    sent = {
        "movement": {
            "name": "",
            "indicators": [{"name": "Trường", "part": 3}],
            "awards": 3,
            "models": [{"id": "a", "name": "x"}, {"id": "a", "name": "y", "colour": "đỏ"}],
        },
        "gifts": {"An Khê": [{"unknown_kind": "land"}, gift]},
        "form": "bằng",
        "place": {"name": "An Khê", "kind": "town", "parent": {"name": "Gia Lai", "kind": "bộ"}},
    }
    answer = CLIENT.post("/reports", json=sent)
    assert answer.status_code == 422
    errors = answer.json()["detail"]
    assert {(error["type"], *error["loc"]) for error in errors} == {
        ("missing", "body", "sender"),
        ("not-empty", "body", "movement", "name"),
        ("present", "body", "movement", "period"),
        ("numeral", "body", "movement", "indicators", 0, "part"),
        ("list", "body", "movement", "awards"),
        ("known-key", "body", "movement", "models", 1, "colour"),
        ("number", "body", "gifts", "An Khê", 1, "quantity", "amount"),
        ("not-empty", "body", "gifts", "An Khê", 1, "quantity", "unit", "per"),
        ("enum", "body", "form"),
        ("one-of", "body", "place", "parent", "kind"),
    }
    (number,) = (error for error in errors if error["loc"][-1] == "amount")
    assert number["msg"] == 'expected a number, got "1,5"'
    assert number["ctx"]["vietnamese"] == 'phải là một số, tệp ghi "1,5"'
    assert number["input"] == "1,5"


@pytest.mark.parametrize("body", ["null", "3", '"x"', "[]", "[[1]]", '{"name": []}', "{}"])
def test_no_body_is_a_fault_of_the_server(body):
    for path in ("/movements", "/reports"):
        answer = CLIENT.post(path, content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code == 422
        assert all(error["loc"][0] == "body" for error in answer.json()["detail"])


def test_a_rule_between_fields_is_an_error_at_its_place():
    data = embedded(AN_KHE)
    data["models"] = [{"id": "a", "name": "Một"}, {"id": "a", "name": "Hai"}]
    with pytest.raises(ValidationError) as caught:
        Report.model_validate({"sender": "x", "movement": data})
    assert [error["loc"] for error in caught.value.errors()] == [("movement", "models", 1, "id")]


def test_the_places_of_errors_are_those_of_problems():
    data = {"version": 1, "name": " ", "awards": [{"form": "x", "individuals": -1}], "á b": 1}
    with pytest.raises(DocumentError) as refused:
        loads(json.dumps(data))
    del data["version"]
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Movement).validate_python(data)
    assert [error["loc"] for error in caught.value.errors()] == [each.loc for each in refused.value.problems]
    assert [each.path for each in refused.value.problems if "b" in each.path] == ['$["á b"]']


@given(movement=movements())
def test_models_write_what_they_read(movement):
    report = Report(sender="Tú An", movement=movement, total=summarise([movement]))
    assert Report.model_validate_json(report.model_dump_json()) == report
    assert Report.model_validate(report.model_dump()) == report
    Draft202012Validator(Report.model_json_schema()).validate(json.loads(report.model_dump_json()))


@pytest.mark.parametrize("kind", records_by_name().values(), ids=lambda kind: kind.__name__)
def test_every_record_of_a_document_is_a_type_of_pydantic(kind):
    schema = TypeAdapter(kind).json_schema()
    Draft202012Validator.check_schema(schema)
    leaf = kind in {Period, PartialDate}
    if kind is not Unit:
        found = schema["$defs"][kind.__name__] if "$ref" in schema else schema
        assert found["type"] == ("string" if leaf else "object")
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(3)


def test_the_schema_of_a_movement_inside_a_document_has_no_version():
    schema = TypeAdapter(Movement).json_schema()
    assert schema["required"] == ["name", "period"]
    assert "version" not in schema["properties"]
    assert schema["properties"].keys() == documents.published_schema()["properties"].keys() - {
        "version",
        "$schema",
    }


def test_all_references_of_the_server_lead_somewhere():
    page = CLIENT.get("/openapi.json").json()
    known = {f"#/components/schemas/{name}" for name in page["components"]["schemas"]}
    found = set()

    def walk(node):
        if isinstance(node, dict):
            found.update(value for key, value in node.items() if key == "$ref")
        for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            walk(each)

    walk(page)
    assert found
    assert found <= known
    assert {"Movement-Input", "Contribution-Input", "Quantity"} <= page["components"]["schemas"].keys()


def test_a_value_that_no_document_holds_is_as_pydantic_finds_it():
    with pytest.raises(PydanticSchemaGenerationError):
        TypeAdapter(Finding)

    class Holder(BaseModel):
        model_config = ConfigDict(arbitrary_types_allowed=True)
        finding: Finding | None = None

    assert Holder().finding is None


def test_keys_that_no_json_has_are_named_too():
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Award).validate_python({"form": "giay_khen", "individuals": 1, 3: "x"})
    assert [error["loc"] for error in caught.value.errors()] == [(3,)]


def test_records_are_taken_as_they_are():
    place = Place(name="An Khê", kind=PlaceKind.TOWN)
    assert TypeAdapter(Place).validate_python(place) is place
    assert TypeAdapter(Quantity | None).validate_python(None) is None


def test_pydantic_loads_only_for_pydantic():
    code = "import sys, danvankheo as d; d.load; d.Movement; d.documents.register; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
