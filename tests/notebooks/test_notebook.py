"""The notebook of the docs shows what it would show if it were run now."""

import copy
from base64 import b64decode
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[2] / "docs/how-to/notebook.ipynb"


@pytest.fixture(scope="module")
def notebooks():
    stored = nbformat.read(NOTEBOOK, as_version=4)
    run = copy.deepcopy(stored)
    for cell in run.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    NotebookClient(run, timeout=300, resources={"metadata": {"path": NOTEBOOK.parent}}).execute()
    return stored, run


def outputs(notebook):
    return [(cell.source, output) for cell in notebook.cells for output in cell.get("outputs", [])]


def test_what_is_stored_is_what_it_shows(notebooks):
    stored, run = (
        [
            (source, kind, output.data[kind])
            for source, output in outputs(notebook)
            for kind in ("text/plain", "text/html")
            if kind in output.get("data", {})
        ]
        for notebook in notebooks
    )
    assert run == stored
    assert len(stored) > 10


def test_nothing_is_said_on_the_side(notebooks):
    """A glyph that the font lacks, for one, is told as a warning."""
    assert [output for _, output in outputs(notebooks[1]) if output.output_type == "stream"] == []


def test_the_charts_are_drawn(notebooks):
    for notebook in notebooks:
        charts = [
            b64decode(output.data["image/png"])
            for _, output in outputs(notebook)
            if "image/png" in output.get("data", {})
        ]
        assert [chart[:4] for chart in charts] == [b"\x89PNG"] * 2
        assert all(len(chart) > 5000 for chart in charts)
