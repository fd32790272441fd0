"""The page of all public names: every home, and as the code is."""

import runpy
from pathlib import Path

from public import HOMES

ROOT = Path(__file__).parents[2]
TOOL = runpy.run_path(str(ROOT / "tools" / "names_page.py"))


def test_the_page_has_every_home_and_is_up_to_date():
    """`nox -s names` writes it anew."""
    assert set(TOOL["HOMES"]) == set(HOMES)
    assert (ROOT / "docs" / "reference" / "names.md").read_text(encoding="utf-8") == TOOL["page"]()


def test_every_name_says_what_it_is():
    nameless = [
        line for line in TOOL["page"]().splitlines() if line.startswith("| `") and line.endswith("|  |")
    ]
    assert nameless == []
