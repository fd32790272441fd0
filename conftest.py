"""Runs every example of the README, the docs and the docstrings as a test."""

import shutil
from collections.abc import Iterator
from doctest import ELLIPSIS, IGNORE_EXCEPTION_DETAIL
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.myst import DocTestDirectiveParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser, SkipParser

ROOT = Path(__file__).parent


@pytest.fixture
def example_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Run examples in a folder of their own that holds the example documents."""
    shutil.copytree(ROOT / "docs" / "examples", tmp_path / "docs" / "examples")
    monkeypatch.chdir(tmp_path)
    yield tmp_path


_OPTIONS = ELLIPSIS | IGNORE_EXCEPTION_DETAIL

pytest_collect_file = (
    Sybil(parsers=[DocTestParser(_OPTIONS), SkipParser()], patterns=["*.py"], fixtures=["example_folder"])
    + Sybil(
        parsers=[PythonCodeBlockParser(doctest_optionflags=_OPTIONS), DocTestDirectiveParser(_OPTIONS)],
        patterns=["*.md"],
        fixtures=["example_folder"],
    )
).pytest()
