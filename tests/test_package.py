"""The package as a whole: its names, its layers of laziness, what is installed."""

import importlib
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distribution, version
from pathlib import Path
from types import ModuleType

import pytest

import danvankheo
from danvankheo.extras import EXTRAS
from danvankheo.public_names import public_names
from danvankheo.reasons import Reason
from public import HOMES, PUBLIC, names_by_home


def _loaded_after(code: str) -> set[str]:
    show = "import sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; {show}"], check=True, capture_output=True, text=True
    )
    return set(done.stdout.split())


def test_the_top_has_at_most_120_names_and_shows_no_others():
    assert len(danvankheo.__all__) <= 120
    for home in HOMES:
        module = importlib.import_module(home)
        assert {name for name in dir(module) if not name.startswith("_")} >= set(module.__all__)
        if home not in {"danvankheo.errors", "danvankheo.units"}:  # plain modules
            assert dir(module) == module.__all__


def test_a_name_means_one_thing_wherever_it_stands():
    """What the top and a home both have is the same; no module stands in the way of a name."""
    for home, names in names_by_home().items():
        for name, value in names.items():
            assert isinstance(value, ModuleType) == (home == "danvankheo" and f"{home}.{name}" in HOMES)
            if home not in {f"danvankheo.{name}" for name in ("frames", "testing", "law", "places")}:
                assert PUBLIC[name] is value
    modules = {module for module in sys.modules if module.startswith("danvankheo.")}
    clashes = {f"{home}.{name}" for home, names in names_by_home().items() for name in names} & modules
    assert clashes <= set(HOMES)


def test_a_star_import_takes_what_the_docs_list_and_nothing_else():
    space: dict[str, object] = {}
    exec("from danvankheo import *", space)
    assert set(space) - {"__builtins__"} == set(danvankheo.__all__)


@pytest.mark.parametrize("folder", ["scanning", "drafting"])
def test_printed_words_are_folded_before_they_are_looked_up(folder):
    """`lower` alone keeps old tone marks, which the word lists do not have, and may change the length."""
    for module in (Path(danvankheo.__file__).parent / folder).glob("*.py"):
        assert ".lower()" not in module.read_text(encoding="utf-8"), module.name


def test_unknown_names_are_attribute_errors():
    with pytest.raises(AttributeError, match="no attribute 'Movment'"):
        _ = danvankheo.Movment


def test_the_import_is_light_and_stays_light_until_something_is_written_or_read():
    assert not {"attr", "babel", "cattrs", "hypothesis", "click"} & _loaded_after("import danvankheo")
    domain = _loaded_after("from danvankheo import Movement, Quantity, share, summarise, rank")
    assert not {"babel", "cattrs", "json", "hypothesis"} & domain
    assert "babel" not in _loaded_after("import danvankheo; danvankheo.format_date; danvankheo.format_money")
    assert "babel" in _loaded_after("import danvankheo; danvankheo.format_number(1)")
    assert "cattrs" in _loaded_after("import danvankheo; danvankheo.loads")


def test_a_value_is_written_without_what_shows_or_saves_it():
    loaded = _loaded_after(
        "import danvankheo as d; str(d.Quantity(5, d.units.DONG)); f'{d.Period.year(2022):>20}'"
    )
    assert (
        not {"cattrs", "rich", "danvankheo.notebooks", "danvankheo.reporting", "danvankheo.auditing"} & loaded
    )
    assert "danvankheo.formatting" in loaded


def test_frames_load_narwhals_and_no_engine():
    """An engine comes with the caller's own frame."""
    engines = {"polars", "pandas", "pyarrow", "duckdb", "pyspark"}
    assert not {"narwhals", *engines} & _loaded_after("import danvankheo; danvankheo.share(1, 2)")
    loaded = _loaded_after("from danvankheo import frames; frames.share")
    assert "narwhals" in loaded
    assert not engines & loaded


def test_frames_without_narwhals_tell_what_to_install():
    code = "import sys; sys.modules['narwhals'] = None; from danvankheo.frames import share"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install narwhals (" in done.stderr.splitlines()[-1]


def test_hints_name_what_the_extras_install():
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]

    def libraries(extra):
        for text in project["optional-dependencies"][extra]:
            name, _, inner = re.split(r"[>=\]]", text)[0].partition("[")
            yield from libraries(inner) if inner else [name]

    assert {extra: {*names} for extra, names in EXTRAS.items()} == {
        extra: {*libraries(extra)} for extra in project["optional-dependencies"] if extra != "all"
    }


def test_the_version_is_that_of_the_installed_package():
    assert danvankheo.__version__ == version("danvankheo")


def test_what_is_installed_is_what_runs():
    """A wheel that was built and installed is tested itself, and not the checkout around the tests."""
    package = Path(danvankheo.__file__).parent
    origin = json.loads(distribution("danvankheo").read_text("direct_url.json") or "{}")
    editable = origin.get("dir_info", {}).get("editable", False)
    assert ("site-packages" in package.parts) is not editable
    assert (package / "py.typed").exists()


def test_every_reason_is_given_somewhere():
    sources = "\n".join(
        path.read_text(encoding="utf-8") for path in Path(danvankheo.__file__).parent.rglob("*.py")
    )
    assert [reason.name for reason in Reason if f"Reason.{reason.name}" not in sources] == []


def test_errors_are_one_family_and_also_what_a_caller_would_catch():
    from danvankheo import DanVanKheoError, DocumentError
    from danvankheo.errors import NotExactError, UndefinedError, UnitMismatchError

    for error, builtin in (
        (NotExactError, ArithmeticError),
        (UndefinedError, ZeroDivisionError),
        (UnitMismatchError, ValueError),
        (DocumentError, ValueError),
    ):
        assert issubclass(error, DanVanKheoError)
        assert issubclass(error, builtin)


def test_a_package_that_lacks_a_library_says_how_to_get_it(tmp_path, monkeypatch):
    """Another missing library is an error of its own, with its own words."""
    for name in ("narwhals", "something_else"):
        (tmp_path / f"needs_{name}.py").write_text(
            f"raise ModuleNotFoundError('no', name='{name}.sub')", encoding="utf-8"
        )
    monkeypatch.syspath_prepend(str(tmp_path))
    homes = {"one": "needs_narwhals", "two": "needs_something_else"}
    monkeypatch.setattr(sys.modules[public_names.__module__], "listed", lambda _: homes)
    lazy = public_names("danvankheo.frames", {"narwhals": "frames"})
    with pytest.raises(ModuleNotFoundError, match="needs narwhals: pip install"):
        lazy.getattr("one")
    with pytest.raises(ModuleNotFoundError, match=r"^no$"):
        lazy.getattr("two")


@pytest.mark.parametrize(
    ("name", "home"),
    [("check_change", "auditing"), ("DONG", "units"), ("Ties", "calc"), ("AwardLine", "awarding")],
)
def test_a_name_that_stands_in_a_home_leads_there(name, home):
    with pytest.raises(AttributeError, match=rf"no attribute '{name}'; it is danvankheo\.{home}\.{name}"):
        getattr(danvankheo, name)


def test_a_name_of_the_top_is_led_to_from_a_home():
    with pytest.raises(AttributeError, match=r"it is danvankheo\.load"):
        _ = danvankheo.auditing.load
    with pytest.raises(AttributeError, match=r"'Movment'$"):
        _ = danvankheo.Movment
