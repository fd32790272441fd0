"""The page of the docs is what the schema says."""

from pathlib import Path

import pytest

import danvankheo
from danvankheo.frames.page import tables_page


@pytest.mark.skipif("site-packages" in danvankheo.__file__, reason="the page stands beside the sources")
def test_the_page_of_tables_is_up_to_date():
    """`nox -s tables` writes it anew."""
    page = Path(__file__).parents[2] / "docs" / "reference" / "frames-tables.md"
    assert page.read_text(encoding="utf-8") == tables_page()
