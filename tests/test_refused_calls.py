"""What is refused says where, why, and in both languages: a table of calls with their sentences."""

import csv
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import danvankheo as dvk
from danvankheo import (
    PERCENT,
    WORKDAY,
    Award,
    AwardForm,
    Change,
    Contribution,
    DanVanKheoError,
    Direction,
    GrantingLevel,
    Movement,
    Period,
    Quantity,
)

with Path(__file__).with_name("vectors").joinpath("refusals.tsv").open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE))

NAMES = {name: getattr(dvk, name) for name in dvk.__all__} | {
    "Decimal": Decimal,
    "Fraction": Fraction,
    "GIVEN": Award(
        form=AwardForm.GIAY_KHEN, level=GrantingLevel.DISTRICT, collectives=10, decided=date(2022, 11, 2)
    ),
    "CHANGE": Change(direction=Direction.UP, size=Quantity(5, PERCENT)),
    "DAY": date(2022, 11, 2),
    "GIFT": Contribution(quantity=Quantity(1, WORKDAY)),
    "MOVEMENT": Movement(name="Dân vận khéo", period=Period.year(2022)),
}


@pytest.mark.parametrize("row", ROWS, ids=range(len(ROWS)))
def test_the_sentence_names_the_call_the_reason_and_what_it_got(row):
    with pytest.raises(DanVanKheoError) as refused:
        eval(row["call"], dict(NAMES))
    assert str(refused.value) == row["english"]
    assert refused.value.vietnamese == row["vietnamese"]


def test_every_function_that_can_refuse_is_in_the_table():
    """Readers, writers, checks and calculations alike; the others take what their types say."""
    called = {row["call"].partition("(")[0] for row in ROWS}
    families = (
        "parse_",
        "format_",
        "check_",
        "words_to_",
        "number_to_",
        "money_to_",
        "percent_to_",
        "fraction_to_",
    )
    assert [name for name in dvk.__all__ if name.startswith(families) and name not in called] == []
