"""Changes and attainment in running text: "tăng 3,05%", "giảm từ 11% xuống còn 4%", "đạt 105% kế hoạch"."""

import re
from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from typing import Final

import attrs

from danvankheo.domain.numbers import EXACT
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.statements import Attainment, AttainmentMode, Change, Direction, FromTo
from danvankheo.domain.units import PERCENT, TIMES, Scale
from danvankheo.errors import DanVanKheoError
from danvankheo.locale_vi import contexts, numerals, spellings
from danvankheo.reading.figures import APPROXIMATIONS, Figure, approximation_of
from danvankheo.reading.patterns import any_of
from danvankheo.reading.quantities import sharing_unit
from danvankheo.reading.statements import DIRECTIONS, FOLDS, LINK, VERBS, direction_of
from danvankheo.reading.units import SCALES
from danvankheo.scanning.amounts import (
    LENIENT,
    WINDOW,
    amount_at,
    amount_of,
    is_bare,
    number_at,
    opening_at,
    order_at,
)
from danvankheo.scanning.facts import FactKind, Mark
from danvankheo.scanning.pairs import range_of, with_rate_of
from danvankheo.scanning.pieces import Piece, alone
from danvankheo.scanning.running_text import RunningText

_MOVES: Final = [word for word, direction in DIRECTIONS.items() if direction is not Direction.NONE]
_FILLERS: Final = any_of((*spellings.DIRECTION_FILLERS, *contexts.MORE_FILLERS))
_MOVE: Final = re.compile(rf"(?P<word>{any_of(_MOVES)})(?: (?:{_FILLERS})(?!\w))* ")
_MULTIPLE: Final = re.compile(
    rf"(?:(?P<word>{any_of(_MOVES)})(?: (?:{_FILLERS})(?!\w))* )?{spellings.MULTIPLIED} "
    rf"(?:(?P<fold>{any_of(FOLDS)})(?!\w)|(?:(?P<approximation>{any_of(APPROXIMATIONS)}) )?(?=[^\s]))"
)
_TIMES: Final = f" {TIMES.name}"
_HALF: Final = re.compile(
    rf"(?:{any_of(spellings.ONE_HALF)})(?![\w/])(?! (?:{any_of(filter(None, SCALES))})(?!\w))"
)
_AND_A_HALF: Final = re.compile(rf" (?:{any_of(numerals.AND_A_HALF)})(?!\w)")
_REACHED: Final = re.compile(rf"(?:{any_of(contexts.REACHING)}) ")
_LINK: Final = re.compile(
    rf"(?P<told>(?:(?! trở )[^0-9.,;:\n%]{{0,40}}?(?:[0-9]{{4}}\)?)?)?),? ?"
    rf"(?<![^\s)]){LINK} "
)
_FROM: Final = "từ "
_HEIGHT: Final = "độ "
_HIGHER: Final = "cao hơn"

_VERBS: Final[Mapping[str, AttainmentMode]] = {
    **VERBS,
    **{word: AttainmentMode(mode) for mode, verbs in contexts.MORE_ATTAINED.items() for word in verbs},
}
_VERB: Final = re.compile(rf"(?P<verb>{any_of(_VERBS)}) ")
_TARGETS: Final = any_of((*spellings.TARGETS, *contexts.MORE_TARGETS))
_TARGET: Final = re.compile(rf" (?:(?:{any_of(spellings.COMPARED_TO)}) )?(?P<target>{_TARGETS})(?!\w)")
_TARGET_FIRST: Final = re.compile(
    rf"(?P<verb>vượt) (?P<target>(?:{_TARGETS})(?: (?!là )[^\W\d_]+){{0,4}}) (?=\w)"
)
_COMPARED: Final = re.compile(rf" (?:{any_of(spellings.COMPARED_TO)}) ")


def change_at(text: RunningText, at: int) -> Piece | None:
    """Return the change that begins at a position, or the level reached by it."""
    low = text.low
    multiple = _MULTIPLE.match(low, at, at + WINDOW)
    if multiple:
        return _multiple(text, at, multiple)
    move = _MOVE.match(low, at, at + WINDOW)
    if move is None:
        return None
    if text.low.endswith(_HEIGHT, 0, at) and move["word"] == _HIGHER:
        return None  # độ cao hơn 1.200 m
    direction, start = DIRECTIONS[move["word"]], move.end()
    if low.startswith(_FROM, start):
        told = from_to_at(text, start, direction)
        if told:
            return attrs.evolve(told, start=at)
    half = _HALF.match(low, start)
    if half and direction is Direction.DOWN:
        value = Change(direction=direction, size=Quantity(50, PERCENT))
        return _change(at, half.end(), value, form=spellings.ONE_HALF[0])
    opening = opening_at(text, start)
    span = range_of(text, opening) if opening else None
    if span:
        return attrs.evolve(span, direction=direction)
    level = _REACHED.match(low, start)
    if level:
        reached = amount_at(text, level.end())
        return alone(reached) if reached else None
    amount = amount_of(text, opening) if opening else order_at(text, start)
    return _changed(text, at, move["word"], direction, amount) if amount else None


def _change(
    at: int, end: int, value: Change | FromTo, marks: frozenset[Mark] = frozenset(), form: str = ""
) -> Piece:
    return Piece(FactKind.CHANGE, at, end, value, direction=value.direction, form=form, marks=marks)


def _changed(text: RunningText, at: int, word: str, direction: Direction, amount: Piece) -> Piece | None:
    """Return the change by an amount."""
    if not isinstance(amount.value, Quantity):
        return None
    form = f"{word} {TIMES.name}" if amount.value.unit.fits(TIMES) else amount.form
    with suppress(DanVanKheoError):
        value = Change(direction=direction, size=amount.value)
        return _change(at, amount.end, value, amount.marks, form)
    return None


def _multiple(text: RunningText, at: int, found: re.Match[str]) -> Piece | None:
    """Return "gấp 2 lần", "tăng gấp đôi"."""
    fold = found["fold"]
    lead = f"{found['word']} {spellings.MULTIPLIED} " if found["word"] else f"{spellings.MULTIPLIED} "
    if fold:
        size, end = Quantity(FOLDS[fold], TIMES), found.end()
        form = f"{lead}{fold}"
    else:
        figure = number_at(text, found.end())
        if figure is None:
            return None
        times = text.low.startswith(_TIMES, figure.stop)
        end = figure.stop + (len(_TIMES) if times else 0)
        half = _AND_A_HALF.match(text.low, end) if times else None
        form = f"{lead}{TIMES.name}"
        with suppress(DanVanKheoError):
            amount = figure.amount(text, TIMES, LENIENT)
            if half:
                amount, end = EXACT.add(amount, Decimal("0.5")), half.end()
            size = Quantity(amount, TIMES, approximation_of(found["approximation"]))
            value = Change(direction=Direction.UP, size=size)
            return _change(at, end, value, form=form)
        return None
    return _change(at, end, Change(direction=Direction.UP, size=size), form=form)


def from_to_at(text: RunningText, at: int, direction: Direction | None = None) -> Piece | None:
    """Return the change stated by its two ends that begins at a position with "từ".

    Args:
        text: the text.
        at: where "từ" stands.
        direction: which way the word before it says; None if only lên or xuống tells.
    """
    if not text.low.startswith(_FROM, at):
        return None
    opening = opening_at(text, at + len(_FROM))
    if opening is None:
        return None
    first, alone = opening.figure, amount_of(text, opening)
    link = _LINK.match(text.low, alone.end if alone else first.stop)
    if link is None and alone:
        alone, link = None, _LINK.match(text.low, first.stop)
    if link is None:
        return None
    after = amount_at(text, link.end())
    if after is None or not isinstance(after.value, Quantity):
        return None
    with suppress(DanVanKheoError):
        before = _before(text, first, alone, after.value)
        if first.scale is Scale.ONE and after.value.unit.scale is not Scale.ONE and before > after.value:
            return None  # từ 500 lên 2 triệu đồng: which scale the first has is not stated
        told = direction or direction_of(None, link["link"])
        value = FromTo(before=before, after=after.value, direction=told)
        return _change(at, after.end, value, after.marks)
    return None


def _before(text: RunningText, first: Figure, alone: Piece | None, after: Quantity) -> Quantity:
    """Return the figure that a change started from, in its own unit or in that of the other end.

    Raises:
        DanVanKheoError: the ends do not fit.
    """
    if alone and isinstance(alone.value, Quantity) and not is_bare(alone):
        return with_rate_of(alone.value, after)
    return sharing_unit(text, first.start, first.stop, after.unit, LENIENT)


def attainment_at(text: RunningText, at: int) -> Piece | None:
    """Return how far a plan is met, if a figure and a plan stand at a position."""
    reversed_order = _TARGET_FIRST.match(text.low, at, at + WINDOW)
    if reversed_order:
        amount = amount_at(text, reversed_order.end())
        if amount is None or not isinstance(amount.value, Quantity):
            return None
        plan = text.text[slice(*reversed_order.span("target"))]
        return _attained(at, amount.end, amount, AttainmentMode.EXCEED, plan)
    found = _VERB.match(text.low, at, at + WINDOW)
    if found is None:
        return None
    expected = found["verb"] in APPROXIMATIONS  # ước đạt says of the figure that it is about right
    amount = amount_at(text, at if expected else found.end())
    if amount is None or not isinstance(amount.value, Quantity):
        return None
    mode, end = _VERBS[found["verb"]], amount.end
    percent = amount.value.unit.fits(PERCENT)
    target = _TARGET.match(text.low, end)
    if target and (percent or mode is not AttainmentMode.REACH):
        end = target.end()
        return _attained(at, end, amount, mode, text.text[target.start("target") : end])
    compared = _COMPARED.match(text.low, end)
    if mode is AttainmentMode.EXCEED and (percent or compared):
        return _attained(at, end, amount, mode, "")
    return None


def _attained(at: int, end: int, amount: Piece, mode: AttainmentMode, target: str) -> Piece | None:
    assert isinstance(amount.value, Quantity)
    with suppress(DanVanKheoError):
        value = Attainment(figure=amount.value, mode=mode, target=target)
        return Piece(FactKind.ATTAINMENT, at, end, value, marks=amount.marks, comparator=target)
    return None
