"""One figure of every group of a roll-up, asked for by its code or its word."""

from decimal import Decimal

import pytest

from danvankheo import (
    Award,
    AwardForm,
    Contribution,
    Indicator,
    InvalidValueError,
    Model,
    Movement,
    Period,
    Quantity,
    counted,
    summarise,
)
from danvankheo.calc import figures
from danvankheo.units import MILLION_DONG, WORKDAY

YEARS = [Period.year(year) for year in (2025, 2026)]


def movement(year=YEARS[1], **records):
    return Movement(name="Dân vận khéo", period=year, **records)


GIFTS = movement(
    contributions=[
        Contribution(quantity=Quantity(Decimal("1.5"), MILLION_DONG)),
        Contribution(quantity=Quantity(12, WORKDAY)),
        Contribution(quantity=Quantity(2, counted("con bò"))),
        Contribution(quantity=Quantity(3, counted("cây"))),
    ],
    models=[Model(name="A"), Model(name="B")],
    awards=[Award(form="giay_khen", collectives=2, individuals=3), Award(form="giay_khen", households=1)],
)
RATES = [
    movement(
        year,
        indicators=[
            Indicator(
                name="Hộ nghèo", kind="poverty_rate", part=year.start.year % 100, whole=100, period=year
            )
        ],
    )
    for year in YEARS
]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("money", "1.500.000 đồng"),
        ("tiền", "1.500.000 đồng"),
        ("labour", "12 ngày công"),
        ("models", "2 mô hình"),
        ("giay_khen", "6 tập thể, hộ, cá nhân"),
        (AwardForm.GIAY_KHEN, "6 tập thể, hộ, cá nhân"),
        (AwardForm.BANG_KHEN, "None"),
    ],
    ids=range(7),
)
def test_a_figure_is_asked_for_by_code_or_word(asked, wanted):
    groups = {"A": summarise(GIFTS), "B": summarise([GIFTS, GIFTS])}
    if wanted == "None":
        with pytest.raises(InvalidValueError):
            figures(groups, of=asked)
        return
    found = figures(groups, of=asked)
    assert str(found["A"]) == wanted
    assert found["B"].amount == 2 * found["A"].amount


def test_several_figures_at_once_are_told_apart_by_unit_or_period():
    groups = {"A": summarise(GIFTS)}
    with pytest.raises(InvalidValueError, match="one unit") as error:
        figures(groups, of="goods")
    assert "cây" in error.value.vietnamese
    assert "con bò" in error.value.vietnamese
    assert str(figures(groups, of="goods", unit=counted("cây"))["A"]) == "3 cây"
    rates = {"A": summarise(RATES)}
    with pytest.raises(InvalidValueError, match=r"one period \(period=\): 2025, 2026"):
        figures(rates, of="poverty_rate")
    assert figures(rates, of="poverty_rate", period=YEARS[0])["A"] * 100 == 25


def test_what_no_group_has_is_refused_with_what_there_is():
    with pytest.raises(InvalidValueError, match="money"):
        figures({"A": summarise(GIFTS)}, of="mony")
    assert figures({}, of="money") == {}
    assert figures({"A": summarise(GIFTS), "B": summarise(movement())}, of="models")["B"] is None
