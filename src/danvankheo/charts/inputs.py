"""What is given to be drawn: checked, named in Vietnamese, and in the order in which a reader looks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeVar

from danvankheo.bilingual import Words
from danvankheo.charts.measure import Figure, Measure
from danvankheo.checking import check_type
from danvankheo.domain.numbers import fraction_from
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.summary import Summary
from danvankheo.errors import invalid
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.phrases import places_named
from danvankheo.reasons import Reason
from danvankheo.reporting.of_many import group_name, in_order

Key = TypeVar("Key")

_SOMETHING: Final = Words("ít nhất một số liệu", "at least one figure")
MOST_ROWS: Final = 200
"""How many bars or small pictures a chart can have; nobody reads more."""


def figures_of(values: object, where: str) -> dict[object, Figure | None]:
    """Return named figures as a dict, checked.

    Raises:
        InvalidValueError: no mapping, nothing in it, more than can be read, or something that is no figure.
    """
    check_type(values, Mapping, where)
    assert isinstance(values, Mapping)
    if not values:
        raise invalid(where, Reason.TYPE, values, type=_SOMETHING)
    for value in values.values():
        if value is not None and not isinstance(value, Quantity):
            check_number(value, where)
    return dict(values)


def check_number(value: object, where: str) -> None:
    """Check that a value is a number."""
    if isinstance(value, Summary):
        wanted = {"type": Words("các số, như calc.figures(…) trả về", "figures, as of calc.figures(…)")}
        raise invalid(where, Reason.TYPE, value, **wanted)
    fraction_from(value, where)  # type: ignore[arg-type]  # this is the check


def groups_of(values: object, where: str) -> dict[object, dict[object, Figure | None]]:
    """Return named groups of named figures, checked."""
    check_type(values, Mapping, where)
    assert isinstance(values, Mapping)
    if not values:
        raise invalid(where, Reason.TYPE, values, type=_SOMETHING)
    return {key: figures_of(each, where) for key, each in values.items()}


def ordered(keys: Iterable[Key]) -> list[Key]:
    """Return keys in the order in which a reader looks for them: see `in_order`."""
    return [key for key, _ in in_order((key, Summary()) for key in keys)]


def names_of(keys: Sequence[object]) -> list[str]:
    """Return what keys are called: places without what all of them lie in, the rest as reports do."""
    places = places_named([key if isinstance(key, Place) else None for key in keys])
    return [place or group_name(key) for place, key in zip(places, keys, strict=True)]


def called(period: Period | str, where: str) -> str:
    """Return what a period is called, or a name as it is."""
    if isinstance(period, Period):
        return group_name(period)
    check_type(period, str, where)
    return period


def in_a_line(period: Period | str) -> str:
    """Return what a period is called within a sentence."""
    return format_period(period) if isinstance(period, Period) else period


def check_rows(count: int, where: str) -> None:
    """Check that not more is to be drawn than can be read."""
    if count > MOST_ROWS:
        raise invalid(where, Reason.IN_RANGE, count, low=1, high=MOST_ROWS)


def words_of(title: str, *sentences: str) -> str:
    """Return the words of a chart: its title, what kind of picture it is, its figures."""
    parts = [part.rstrip(".") for part in (title, *sentences) if part]
    return "".join(f"{part}. " for part in parts).rstrip()


def told(names: Sequence[str], figures: Sequence[Figure | None], measure: Measure) -> str:
    """Return "Xã A: 12 triệu đồng; Xã B: chưa có số liệu"."""
    return "; ".join(f"{name}: {measure.full(figure)}" for name, figure in zip(names, figures, strict=True))


def notes_of(figures: Iterable[Figure | None], measure: Measure) -> str:
    """Return what is to be said below a picture of how its figures are written."""
    figures = [*figures]
    notes = []
    if any(measure.is_rounded(figure) for figure in figures):
        notes.append("Số trên hình được làm tròn.")
    if any(figure is None for figure in figures):
        notes.append("“…”: chưa có số liệu.")
    return " ".join(notes)
