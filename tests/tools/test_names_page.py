"""The page of all public names: every home, each name with what it is."""

import names_page

from public import HOMES


def test_the_page_has_every_home():
    assert set(names_page.HOMES) == set(HOMES)


def test_every_name_says_what_it_is():
    lines = names_page.page().splitlines()
    assert [line for line in lines if line.startswith("| `") and line.endswith("|  |")] == []
