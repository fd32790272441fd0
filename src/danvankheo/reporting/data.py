"""Reports as data for other programs: exact figures as texts, nothing rounded but where stated."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TypeAlias

from danvankheo.calc.arithmetic import round_to
from danvankheo.calc.totals import summarise
from danvankheo.documents.converter import unstructured
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.domain.summary import Summary
from danvankheo.formatting.names import format_place

Data: TypeAlias = dict[str, object]
"""What JSON can hold."""

_DECIMALS = 2
_SUMS = ("part", "whole")  # of no known figure they are unknown, not zero


def data_of(
    movements: Sequence[Movement], groups: Iterable[tuple[str, Summary]] = (), *, together: bool = True
) -> Data:
    """Return the summary of movements as plain data.

    Args:
        movements: one or many.
        groups: named summaries, such as those of `roll_up`.
        together: whether there is one ``summary`` of all; else ``periods`` has one of each period.

    >>> from danvankheo import load
    >>> data = data_of([load("docs/examples/an-khe-2022.json")])
    >>> schools = data["movements"][0]["indicators"][1]
    >>> schools["printed"], schools["rate"], schools["percent"]
    ({'amount': '96.42', 'unit': 'percent'}, '27/28', '96.43')
    """
    data: Data = {"movements": [_movement(movement) for movement in movements]}
    if together:
        data["summary"] = _summary(summarise(movements))
    else:
        data["periods"] = [
            {"period": period.code, "summary": _summary(summarise(these))}
            for period, these in by_period(movements).items()
        ]
    named = [{"group": name, "summary": _summary(summary)} for name, summary in groups]
    return data | ({"groups": named} if named else {})


def by_period(movements: Iterable[Movement]) -> dict[Period, list[Movement]]:
    """Return movements by their periods, the earliest first."""
    found: dict[Period, list[Movement]] = {}
    for movement in sorted(movements, key=lambda each: each.period):
        found.setdefault(movement.period, []).append(movement)
    return found


def _movement(movement: Movement) -> Data:
    data: Data = {"name": movement.name, "period": movement.period.code}
    if movement.place:
        data["place"] = format_place(movement.place)
    return data | {"indicators": [_indicator(indicator) for indicator in movement.indicators]}


def _indicator(indicator: Indicator) -> Data:
    data: Data = {"name": indicator.name}
    if indicator.value is not None:
        data["printed"] = unstructured(indicator.value)
    return data | _rate(indicator.rate)


def _summary(summary: Summary) -> Data:
    data: Data = unstructured(summary)
    if summary.indicators:
        told = unstructured(summary.indicators)
        data["indicators"] = [
            line | _rate(total.rate) if total.known else {k: v for k, v in line.items() if k not in _SUMS}
            for line, total in zip(told, summary.indicators, strict=True)
        ]
    return data


def _rate(rate: Fraction | None) -> Data:
    """Return an exact rate, and its percentage rounded half up to two decimals."""
    if rate is None:
        return {}
    return {"rate": str(rate), "percent": str(round_to(rate * 100, _DECIMALS))}
