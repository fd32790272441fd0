"""Runs every example of the README, the docs and the docstrings as a test."""

import re
import shlex
import shutil
import subprocess
import sys
from doctest import ELLIPSIS
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.parsers.myst import CodeBlockParser, DocTestDirectiveParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser, SkipParser

import effort  # noqa: F401  (loads the profile of Hypothesis that all tests use)

ROOT = Path(__file__).parent
collect_ignore = ["docs/examples/commune_reports"]  # a project of its own, with tests of its own


@pytest.fixture(scope="session")
def folder_of_examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the example documents, and what examples save."""
    folder = tmp_path_factory.mktemp("examples")
    shutil.copytree(ROOT / "docs" / "examples", folder / "docs" / "examples")
    return folder


@pytest.fixture
def example_folder(folder_of_examples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run an example in that folder."""
    monkeypatch.chdir(folder_of_examples)


def run_commands(example: Example) -> None:
    """Run the commands of a console block, ``$ danvankheo …``, and compare what they print."""
    for command, expected in re.findall(
        r"^\$ danvankheo (.*)\n((?:(?!\$ ).*\n?)*)", example.parsed, re.MULTILINE
    ):
        call = [sys.executable, "-m", "danvankheo", *shlex.split(command)]
        printed = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", check=False).stdout  # noqa: S603
        lines = [line.rstrip() for line in printed.strip("\n").splitlines()]
        assert "\n".join(lines) == expected.strip("\n"), f"{command}:\n{printed}"


pytest_collect_file = (
    Sybil(parsers=[DocTestParser(ELLIPSIS), SkipParser()], patterns=["*.py"], fixtures=["example_folder"])
    + Sybil(
        parsers=[
            PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
            DocTestDirectiveParser(ELLIPSIS),
            CodeBlockParser("console", run_commands),
        ],
        patterns=["*.md"],
        fixtures=["example_folder"],
    )
).pytest()
