"""The table of places: how many units there are on each day, and that nothing hangs in the air."""

import csv
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise

import pytest

from danvankheo import PlaceKind, PlaceLevel, places
from danvankheo.places.table import FIRST_DAY, table
from danvankheo.places.units import Confirmation

COMMUNE, WARD, ZONE = PlaceKind.COMMUNE, PlaceKind.WARD, PlaceKind.SPECIAL_ZONE
DAYS = [
    date(2025, 6, 30),
    date(2025, 7, 1),
    date(2026, 4, 29),
    date(2026, 4, 30),
    date(2026, 8, 31),
    date(2026, 9, 1),
    date(2026, 9, 19),
    date(2026, 9, 20),
    date(2026, 11, 30),
]


def test_the_three_levels_of_the_last_day():
    found = Counter(unit.level for unit in places.at(date(2025, 6, 30)).units())
    assert found == {PlaceLevel.PROVINCE: 63, PlaceLevel.DISTRICT: 696, PlaceLevel.COMMUNE: 10_035}


@pytest.mark.parametrize(
    ("day", "cities", "communes", "wards"),
    [
        (date(2025, 7, 1), 6, 2_621, 687),
        (date(2026, 4, 29), 6, 2_621, 687),
        (date(2026, 4, 30), 7, 2_611, 697),
        (date(2026, 8, 31), 7, 2_611, 697),
        (date(2026, 9, 1), 8, 2_611, 697),
        (date(2026, 9, 19), 8, 2_611, 697),
        (date(2026, 9, 20), 9, 2_599, 709),
        (date(2026, 11, 30), 9, 2_599, 709),
    ],
)
def test_the_two_levels_since(day, cities, communes, wards):
    assert places.at(day).counts() == {
        PlaceKind.PROVINCE: 34 - cities,
        PlaceKind.MUNICIPALITY: cities,
        COMMUNE: communes,
        WARD: wards,
        ZONE: 13,
    }


@pytest.mark.parametrize("day", DAYS)
def test_no_unit_is_without_its_parent_on_any_day(day):
    that_day = places.at(day)
    for unit in that_day.units():
        parent = that_day.parent(unit)
        if unit.level is PlaceLevel.PROVINCE:
            assert parent is None
        else:
            assert parent is not None, unit
            assert parent.level > unit.level
            assert unit in that_day.children(parent)


def test_a_code_has_one_unit_on_a_day_and_no_day_between_its_stages():
    for code, stages in table().stages.items():
        assert all(unit.code == code for unit in stages)
        for before, after in pairwise(stages):
            assert before.until is not None
            assert after.since == before.until + timedelta(days=1), code


def test_kinds_existed_when_their_units_did():
    for unit in table().units():
        since, until = unit.since or FIRST_DAY, unit.until or date(2099, 1, 1)
        assert (unit.kind.since or since) <= since, unit
        assert until <= (unit.kind.until or until), unit


def test_every_unit_is_a_place_that_a_movement_can_be_in():
    for day in (date(2025, 6, 30), date(2026, 11, 30)):
        that_day = places.at(day)
        for unit in that_day.units():
            place = that_day.place(unit)
            assert (place.code, place.existed_on(day)) == (unit.code, True)


def test_what_became_of_the_old_units_is_counted():
    of_communes = {code: of for code, of in table().origins.items() if len(code) == 5}
    steps = [(origin, new) for new, of in of_communes.items() for origin in of]
    assert len(of_communes) == 3_321
    assert len(steps) == 10_571
    old = Counter(origin.code for origin, _ in steps)
    assert len(old) == 10_035 + 5  # five islands were districts without communes
    assert sum(1 for times in old.values() if times > 1) == 441
    said = Counter(origin.confirmation for origin, _ in steps)
    assert said[Confirmation.UNCONFIRMED] == 137
    assert sum(said.values()) - said[Confirmation.UNCONFIRMED] == 10_434


def test_what_a_note_says_came_in_part_was_divided():
    divided = Counter(o.code for new, of in table().origins.items() if len(new) == 5 for o in of)
    parts = [o.code for of in table().origins.values() for o in of if "/" in o.marks]
    assert len(parts) == 874
    assert [code for code in parts if divided[code] == 1] == []


def test_the_changed_kinds_have_their_resolutions():
    changed = [unit for unit in table().units() if unit.since != unit.born]
    assert Counter((unit.since, unit.kind, unit.resolution) for unit in changed) == {
        (date(2026, 4, 30), WARD, "237/NQ-UBTVQH16"): 10,
        (date(2026, 4, 30), PlaceKind.MUNICIPALITY, "30/2026/QH16"): 1,
        (date(2026, 9, 1), PlaceKind.MUNICIPALITY, "36/2026/QH16"): 1,
        (date(2026, 9, 20), WARD, "388/NQ-UBTVQH16"): 12,
        (date(2026, 9, 20), PlaceKind.MUNICIPALITY, "39/2026/QH16"): 1,
    }
    assert all(unit.signed < unit.since for unit in changed)


def test_the_files_are_plain_rows_in_the_order_of_their_codes():
    folder = files("danvankheo.places") / "data"
    for name in ("2025-06-30.tsv", "2025-07-01.tsv", "2026.tsv"):
        text = (folder / name).read_text("utf-8")
        rows = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
        keys = [
            (row.get("since", ""), "" if "since" in row else len(row["code"]), row["code"]) for row in rows
        ]
        assert keys == sorted(set(keys)), name
        assert "\r" not in text


def test_nothing_is_read_before_the_first_look_up():
    code = (
        "from danvankheo import places; from danvankheo.places import table as t; import builtins, io; "
        "opened = []; real = t._text; t._text = lambda file: opened.append(file) or real(file); "
        "before = list(opened); places.at(__import__('datetime').date(2026, 1, 1)).unit('52'); "
        "print(before, len(opened) > 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "[] True\n"
