"""Codes of places in columns: every engine says what `places.held_by` says, row by row."""

import random
from datetime import date

import pyarrow as pa
import pytest

from danvankheo import InvalidValueError, PlaceLevel, frames, places
from effort import ROWS
from engines import ENGINES

BEFORE, AFTER = date(2025, 6, 30), date(2026, 11, 30)
HELD = {
    unit.code: [each.code for each in places.held_by(unit, on=AFTER, level=PlaceLevel.COMMUNE)]
    for unit in places.at(BEFORE).units()
    if unit.level is PlaceLevel.COMMUNE
}


@pytest.fixture(params=ENGINES, ids=lambda engine: engine.name)
def engine(request):
    return request.param.ready()


def test_every_code_goes_where_its_unit_went(engine):
    rng = random.Random(5)
    codes = [None if rng.random() < 0.01 else rng.choice([*HELD]) for _ in range(ROWS)]
    made = pa.table({"id": range(ROWS), "ma cũ": codes})
    frame = engine.make(made)
    found = frames.places(frame, code="ma cũ", out="ma", places_on=AFTER)
    assert type(found) is type(frame)
    got = engine.columns(found)
    assert [*got] == ["id", "ma cũ", "ma", "ma_among"]
    rows = sorted(zip(got["id"], got["ma"], got["ma_among"], strict=True))
    among = [None if code is None else "+".join(HELD[code]) for code in codes]
    assert [row[2] for row in rows] == among
    assert [row[1] for row in rows] == [None if text is None or "+" in text else text for text in among]


def test_sums_by_the_units_lose_nothing(engine):
    made = pa.table({"ma": ["23617", "23620", "00022", "00016"], "dong": [1, 2, 4, 8]})
    found = frames.places(engine.make(made), code="ma", out="nay", places_on=AFTER)
    sums = engine.columns(frames.roll_up(found, by="nay_among", sums="dong"))
    assert dict(zip(sums["nay_among"], sums["dong"], strict=True)) == {"23617": 3, "00004+00008": 12}


def test_a_code_that_no_unit_had_stops_the_calculation(engine):
    made = engine.make(pa.table({"ma": ["23617", "99999"]}))
    with pytest.raises(Exception, match="codes that units of administration had on the day") as error:
        engine.columns(frames.places(made, code="ma", out="nay", places_on=AFTER))
    if engine.eager:
        assert isinstance(error.value, InvalidValueError)
        assert "row 2" in str(error.value)


def test_a_code_means_the_unit_of_its_day(engine):
    made = pa.table({"ma": ["52", "64", "79"]})
    old = frames.places(engine.make(made), code="ma", out="x", places_on=AFTER, level=PlaceLevel.PROVINCE)
    assert engine.columns(old)["x"] == ["52", "52", "79"]
    new = frames.places(
        engine.make(pa.table({"ma": ["52"]})), code="ma", out="x", places_on=BEFORE, codes_on=AFTER,
        level=PlaceLevel.PROVINCE,
    )  # fmt: skip
    assert engine.columns(new)["x_among"] == ["52+64"]


def test_columns_that_cannot_be(engine):
    made = engine.make(pa.table({"ma": ["23617"], "so": [23617], "x_among": ["a"]}))
    for options, reason in (
        ({"code": "mã", "out": "nay"}, "column"),
        ({"code": "so", "out": "nay"}, "text-column"),
        ({"code": "ma", "out": "so"}, "new-column"),
        ({"code": "ma", "out": "x"}, "new-column"),
        ({"code": "ma", "out": "nay", "codes_on": date(2020, 1, 1)}, "places-from"),
        ({"code": "ma", "out": "nay", "level": PlaceLevel.DISTRICT}, "kind-existed"),
    ):
        with pytest.raises(InvalidValueError) as error:
            frames.places(made, places_on=AFTER, **options)
        assert error.value.reason.value == reason
