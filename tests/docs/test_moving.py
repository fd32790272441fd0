"""The page on moving: every name that it sends its readers to is there, and no old one is left."""

import re
from functools import reduce
from pathlib import Path

import pytest

import danvankheo

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "moving.md").read_text("utf-8")
HOMES = dict(re.findall(r"^\| `danvankheo\.([a-z]+)` \| (.+) \|$", PAGE, re.MULTILINE))
NEW = [
    new
    for row in re.findall(r"^\| .+ \| (.+) \|$", PAGE, re.MULTILINE)
    for new in re.findall(r"`danvankheo\.([\w.]+)", row)
]


@pytest.mark.parametrize("home", HOMES)
def test_each_name_is_in_its_home_and_no_longer_at_the_top(home):
    names = set(re.findall(r"`(\w+)`", HOMES[home]))
    assert names
    assert names <= set(getattr(danvankheo, home).__all__)
    assert not names & set(danvankheo.__all__)


@pytest.mark.parametrize("name", NEW)
def test_each_new_name_is_there(name):
    assert reduce(getattr, name.split("."), danvankheo) is not None


def test_old_names_are_gone():
    for old in ("value", "Earlier", "earlier_value"):
        assert not hasattr(danvankheo, old)
        assert not hasattr(danvankheo.auditing, old)
