"""The tree itself: tests stand where the code stands, and the picture of the floors is the one that holds."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE, TESTS = ROOT / "src" / "danvankheo", ROOT / "tests"
# What crosses modules has a name of its own: tables for both directions, whole worlds, any input.
CROSSING = {
    "auditing": {"vectors"},
    "auditing/claims": {"worlds"},
    "awarding": {"award_money", "hand_cases"},
    "charts": {"charts"},
    "cli": {"files", "hostile_cells", "office_out", "what_is_added"},
    "domain": {"quantity_arithmetic"},
    "drafting": {"changes", "lists"},
    "formatting": {"options", "vectors"},
    "frames": {"conformance", "damaged_files", "places", "properties", "refusals"},
    "law": {"changes"},
    "notebooks": {"notebook"},
    "office": {"records"},
    "office/checking": {"cases", "cases_in_context", "true_tables"},
    "office/collecting": {"habits"},
    "office/kinds": {"texts"},
    "office/templates": {"libreoffice", "round_trip"},
    "places": {"notes", "resolve"},
    "reading": {"any_text", "cldr_dates", "silent_values", "vectors"},
    "scanning": {"properties", "scan", "vectors"},
    "testing": {"strategies"},
    "": {"imports", "package", "refusals", "tree", "typing", "values"},
}
FOLDERS = sorted(
    {path.parent for path in TESTS.rglob("test_*.py")} - {TESTS / "docs", TESTS / "tools"}
)  # these test other folders of the project
# Rooms in which each module that decides something has tests of its own.
WHOLE = ("auditing/checks", "auditing/figures", "auditing/findings", "calc", "formatting")
THROUGH = {  # modules without a file of their own, and what tests them
    "auditing/findings/found": "auditing/findings/test_data",
    "calc/belonging": "calc/test_rollup",
    "formatting/changes": "formatting/test_vectors",
    "formatting/names": "formatting/test_vectors",
    "formatting/specs": "formatting/test_texts",
}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(TESTS).as_posix())
def test_each_file_of_tests_is_named_after_its_module_or_crosses_modules(folder):
    room = folder.relative_to(TESTS).as_posix().removeprefix(".")
    modules = {path.stem for path in (SOURCE / room).glob("*.py")}
    subjects = {path.stem.removeprefix("test_") for path in folder.glob("test_*.py")}
    assert subjects <= modules | CROSSING.get(room, set())
    assert not CROSSING.get(room, set()) & modules


@pytest.mark.parametrize("room", WHOLE)
def test_each_module_of_a_whole_room_has_its_tests(room):
    modules = {path.stem for path in (SOURCE / room).glob("[!_]*.py")}
    own = {path.stem.removeprefix("test_") for path in (TESTS / room).glob("test_*.py")}
    through = {name.rpartition("/")[2]: file for name, file in THROUGH.items() if name.startswith(f"{room}/")}
    assert modules - own == set(through)
    assert all((TESTS / f"{file}.py").exists() for file in through.values())


def test_the_picture_of_the_floors_is_the_contract():
    """`lint-imports` holds the contract; CONTRIBUTING.md draws it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contract = next(
        each for each in project["tool"]["importlinter"]["contracts"] if each["name"] == "Imports run one way"
    )
    floors = [
        [name.removeprefix("danvankheo.") for name in layer.split(" | ")] for layer in contract["layers"]
    ]
    picture = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("```text\n")[2].partition("```")[0]
    drawn = [re.match(r" ([a-z_]+(?: · [a-z_]+)*)(?: {2}|$)", line) for line in picture.splitlines()]
    assert [each[1].split(" · ") for each in drawn if each] == floors


def test_every_package_stands_on_a_floor():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    standing = {name.removeprefix("danvankheo.") for layer in layers for name in layer.split(" | ")}
    there = {path.parent.name for path in SOURCE.glob("*/__init__.py")} | {
        path.stem for path in SOURCE.glob("[!_]*.py")
    }
    assert there == standing
