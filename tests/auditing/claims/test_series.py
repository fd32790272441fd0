"""An indicator against what was said of an earlier period, also where it is said many times."""

from decimal import Decimal

import pytest

from danvankheo import Indicator, Movement, Period, Quantity, audit
from danvankheo.auditing.claims import series
from danvankheo.units import PERCENT, TONNE

LAST, THIS = Period.year(2021), Period.year(2022)


def _percent(amount):
    return Quantity(Decimal(amount), PERCENT)


def _codes(*indicators):
    movement = Movement(name="Dân vận khéo", period=THIS, indicators=indicators)
    return sorted(finding.code.value for finding in audit(movement))


@pytest.fixture
def figures(monkeypatch):
    """How often a figure of an indicator was built from its record."""
    built = [0]
    for name in ("figure_of", "count_of"):
        real = getattr(series, name)

        def counting(*args, real=real):
            built[0] += 1
            return real(*args)

        monkeypatch.setattr(series, name, counting)
    return built


@pytest.mark.parametrize(
    "now",
    [
        {"value": _percent("83"), "change": _percent("3")},
        {"value": _percent("83"), "earlier": _percent("80")},
        {"value": Quantity(3, TONNE), "earlier": Quantity(2, TONNE)},
    ],
)
def test_earlier_figures_are_built_once_however_often_they_are_compared(figures, now):
    def built_for(count):
        figures[0] = 0
        then = [Indicator(name="A", period=LAST, value=_percent("80"), part=8, whole=10)] * count
        here = Indicator(name="A", compared_to=LAST, **now)
        _codes(*then, *[here] * count)
        return figures[0]

    assert built_for(60) <= 2 * built_for(30)


def test_the_first_figure_of_each_unit_is_compared():
    then = [
        Indicator(name="A", period=LAST, value=Quantity(7, TONNE)),
        Indicator(name="A", period=LAST, value=_percent("80")),
    ]
    fits = Indicator(name="A", value=_percent("83"), earlier=_percent("80"), compared_to=LAST)
    assert _codes(*then, fits) == []
    wrong = Indicator(name="A", value=_percent("83"), earlier=_percent("81"), compared_to=LAST)
    assert _codes(*then, wrong) != []


def test_an_earlier_rate_is_compared_with_the_counts_of_its_time():
    then = Indicator(name="A", period=LAST, part=8, whole=10)
    assert (
        _codes(then, Indicator(name="A", value=_percent("83"), earlier=_percent("80"), compared_to=LAST))
        == []
    )
    assert (
        _codes(then, Indicator(name="A", value=_percent("83"), earlier=_percent("81"), compared_to=LAST))
        != []
    )
