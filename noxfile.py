"""Tests on every Python found here, and the chores: ``nox -l`` lists them."""

import json
from pathlib import Path

import nox

nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["tests"]

PROJECT = nox.project.load_toml("pyproject.toml")
SCHEMA = Path("src/danvankheo/documents/schemas/movement-v1.schema.json")


def _install(session: nox.Session) -> None:
    session.install("-q", "-U", "pip")
    session.install("-q", ".[cli]", *nox.project.dependency_groups(PROJECT, "test"))


def _write_page(session: nox.Session, module: str, function: str, page: str) -> None:
    """Write a page of the reference that the package makes itself."""
    code = f"from {module} import {function}; print({function}(), end='')"
    made = session.run("python", "-c", code, silent=True)
    (Path("docs/reference") / page).write_text(str(made), encoding="utf-8")


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """Run the tests against the built package."""
    _install(session)
    session.run("pytest", "-q", "tests", "README.md", "docs", env={"DANVANKHEO_WHEEL": "1"})


@nox.session
def app(session: nox.Session) -> None:
    """Run the tests of the downstream app of the docs against the built package."""
    _install(session)
    session.install("-q", "--no-deps", "docs/examples/commune_reports")
    session.chdir("docs/examples/commune_reports")
    session.run("pytest", "-q")


@nox.session
def schema(session: nox.Session) -> None:
    """Write the published JSON Schema anew from the records."""
    _install(session)
    code = "import json, danvankheo.documents.schema_maker as maker; print(json.dumps(maker.make_schema()))"
    made = session.run("python", "-c", code, silent=True)
    text = json.dumps(json.loads(str(made)), ensure_ascii=False, indent=2)
    SCHEMA.write_text(text + "\n", encoding="utf-8")


@nox.session
def law(session: nox.Session) -> None:
    """Write the docs page of the tables of law anew."""
    _install(session)
    _write_page(session, "danvankheo.reporting.of_law", "law_page", "law-tables.md")


@nox.session
def notebook(session: nox.Session) -> None:
    """Run the notebook of the docs anew and store what it shows."""
    _install(session)
    path = Path("docs/how-to/notebook.ipynb")
    session.run("jupyter", "execute", "--inplace", str(path))
    told = json.loads(path.read_text(encoding="utf-8"))
    for cell in told["cells"]:
        cell["metadata"] = {}  # when it ran, which is news in every diff
    told["metadata"]["language_info"] = {"name": "python"}
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the site into a folder of its own and tell where it is; a warning is an error."""
    session.install("-q", "-U", "pip")
    session.install("-q", "-e", ".[cli]", *nox.project.dependency_groups(PROJECT, "docs"))
    session.run("sphinx-build", "-n", "-W", "-q", "docs", "build/docs")
    session.log("build/docs/index.html")


@nox.session
def mutants(session: nox.Session) -> None:
    """Tell which small changes of the calculating folders no test notices; hours for all of them.

    ``nox -s mutants -- 'danvankheo.calc.rates*'`` takes some; ``mutmut show NAME`` shows one.
    """
    _install(session)
    session.install("-q", "-e", ".[cli]", "mutmut>=3.8")
    env = {"CI": "1", "DANVANKHEO_EXAMPLES": "10", "PYTHONUTF8": "1"}
    session.run("mutmut", "run", *session.posargs, env=env)


@nox.session
def tables(session: nox.Session) -> None:
    """Write the docs page of the published tables anew."""
    _install(session)
    _write_page(session, "danvankheo.frames.page", "tables_page", "frames-tables.md")


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Measure imports, formatters, readers, words and documents."""
    _install(session)
    session.install("-q", *nox.project.dependency_groups(PROJECT, "benchmark"))
    for script in sorted(Path("tests/benchmarks").glob("*.py")):
        session.run("python", str(script))
