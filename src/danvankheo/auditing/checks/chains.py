"""Series of figures with the growth from each to the next, and over all."""

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from danvankheo.auditing.checks.base import Check, code_for, explained
from danvankheo.auditing.checks.changes import stated_change
from danvankheo.auditing.checks.earlier import factor_of
from danvankheo.auditing.figures.inputs import alike, figures_of, not_negative
from danvankheo.auditing.figures.intervals import NOT_NEGATIVE, POSITIVE, Interval
from danvankheo.auditing.figures.reported import NEAREST, Nature, Printed, Reading, Reported, known_reading
from danvankheo.auditing.findings.codes import FindingCode
from danvankheo.auditing.findings.finding import FactRef, Finding
from danvankheo.auditing.findings.wording import Listing, Value
from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import Rounding
from danvankheo.checking import check_type
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.statements import Change, Direction
from danvankheo.domain.units import PERCENT, TIMES
from danvankheo.errors import UnitMismatchError, invalid
from danvankheo.printing import shown
from danvankheo.reading.statements import parse_change
from danvankheo.reasons import Reason

_UNKNOWN: Final = "…"


@attrs.frozen(kw_only=True)
class ChainCheck(Check):
    """What a series and the changes along it say of each other.

    Args:
        values: the figures in order; None for one that is not stated.
        changes: the change from each to the next.
        total_change: the change from the first to the last, if it is stated.
        broken_at: the first change, counted from 0, that the figures before it rule out if all are
            rounded half up, the change over all left aside; None if none is.

    >>> from danvankheo.auditing import check_chain
    >>> check = check_chain([200, 220, 250], ["tăng 10%", "tăng 10%"])
    >>> check.broken_at, check.severity.label
    (1, 'lỗi')
    """

    values: tuple[Reported | None, ...]
    changes: tuple[Change, ...]
    total_change: Change | None
    broken_at: int | None

    def finding(self, *, accept: Iterable[Rounding] = NEAREST, facts: tuple[FactRef, ...] = ()) -> Finding:
        """Return what is found; `accept` says which procedures the reader takes for right."""
        where = Words(" nhau", "")
        if self.broken_at is not None:
            link = self.broken_at + 1
            where = Words(f", sai từ mức thay đổi thứ {link}", f", from change {link} on")
        elif self.total_change is not None:
            where = Words(" với mức cả giai đoạn", " with the change over all")
        changes = [_in_words(change) for change in self.changes]
        if self.total_change is not None:
            changes.append(Listing((Words("cả giai đoạn ", "over all "), _in_words(self.total_change)), ""))
        details: dict[str, Value] = {
            "values": Listing(tuple(_UNKNOWN if value is None else value for value in self.values), " → "),
            "changes": Listing(tuple(changes)),
            "where": where,
        }
        return Finding(
            code=code_for(self.procedures, self.loosely, accept, _CODES),
            details=tuple(details.items()),
            facts=facts,
            procedures=self.procedures,
        )


_CODES: Final = (
    FindingCode.CHAIN_FITS,
    FindingCode.CHAIN_OTHERWISE,
    FindingCode.CHAIN_LOOSE,
    FindingCode.CHAIN_BROKEN,
)


def check_chain(
    values: Sequence[Printed | None],
    changes: Sequence[Change | str],
    *,
    total_change: Change | str | None = None,
    reading: Reading = Reading.IMPLIED,
) -> ChainCheck:
    """Return whether a series, the growth along it and the growth over all can be true together.

    Args:
        values: the figures in order, None for one that is not stated.
        changes: from each to the next, relative: a `Change`, or text such as ``"tăng 10%"``.
        total_change: from the first to the last.
        reading: how words such as "hơn" are taken.

    Raises:
        ReadingError: text that is no figure or change.
        UnitMismatchError: figures that measure different things, or a change that is not relative.
        InvalidValueError: a negative figure, or not one change fewer than values.

    >>> check_chain([120, None, 150], ["tăng 10%", "tăng 14%"]).broken_at is None
    True
    >>> print(check_chain([200, 220, 242], ["tăng 10%", "tăng 10%"], total_change="tăng 20%"))
    Chuỗi số liệu 200 → 220 → 242, các mức thay đổi tăng 10%, tăng 10%, cả giai đoạn tăng 20%: không \
khớp với mức cả giai đoạn.
    """
    known_reading(reading)
    for name, listed in (("values", values), ("changes", changes)):
        if isinstance(listed, str) or not isinstance(listed, Sequence):
            raise invalid(f"check_chain.{name}", Reason.LIST, listed)
    given = [value for value in values if value is not None]
    alike_figures = iter(alike(figures_of(given, "check_chain.values"), "check_chain"))
    figures = tuple(
        None if value is None else not_negative(next(alike_figures), "check_chain.values") for value in values
    )
    moves = tuple(_relative(change) for change in changes)
    over_all = None if total_change is None else _relative(total_change)
    if len(moves) != len(figures) - 1 or not moves:
        most = max(1, len(figures) - 1)
        raise invalid("check_chain.changes", Reason.IN_RANGE, len(moves), low=most, high=most)
    printed = tuple(figure for figure in figures if figure is not None)

    def holds(rounding: Rounding, reading: Reading) -> bool:
        spans = _spans(figures, rounding, reading)
        factors = [_factor(change, rounding, reading) for change in moves]
        if _first_break(spans, factors) is not None:
            return False
        if over_all is None:
            return True
        factor = _factor(over_all, rounding, reading)
        stays_zero = bool(printed) and all(span is not None and 0 in span for span in spans)
        return stays_zero or _closes(spans, factors, factor) or _closes_at_zero(spans, factors, factor)

    approximated = (*printed, *(_reported(change) for change in (*moves, *([over_all] if over_all else []))))
    procedures, loosely = explained(holds, reading, approximated)
    return ChainCheck(
        values=figures,
        changes=moves,
        total_change=over_all,
        procedures=procedures,
        loosely=loosely,
        broken_at=_first_break(
            _spans(figures, Rounding.HALF_UP, reading),
            [_factor(change, Rounding.HALF_UP, reading) for change in moves],
        ),
    )


def _first_break(spans: Sequence[Interval | None], factors: Sequence[Interval | None]) -> int | None:
    """Return the first link over which no value can be carried to the next figure; exact on a path."""
    reached = spans[0]
    for link, factor in enumerate(factors):
        if reached is None or factor is None:
            return link
        reached = (reached * factor).meet(spans[link + 1])
        if reached is None:
            return link
    return None


def _closes(
    spans: Sequence[Interval | None], factors: Sequence[Interval | None], total: Interval | None
) -> bool:
    """Return whether positive figures can also have grown by the total factor.

    The ends of a path and the ratio between them are three bounds on two numbers. A further link is
    taken in by multiplying the ratio and tightening each bound by the other two, which loses
    nothing: bounds on ratios stay bounds on ratios when a number between is left out.
    """
    start = _positive(spans[0])
    if start is None:
        return False
    first, last, ratio = start, start, Interval.exactly(1)
    for span, factor in zip(spans[1:], factors, strict=True):
        step = _positive(factor)
        reached = None if step is None else (last * step).meet(_positive(span))
        if step is None or reached is None:
            return False
        grown = ratio * step
        start_then, last_then = first.meet(reached.over(grown)), reached.meet(first * grown)
        ratio_then = grown.meet(reached.over(first))
        if start_then is None or last_then is None or ratio_then is None:
            return False
        first, last, ratio = start_then, last_then, ratio_then
    return ratio.meet(total) is not None


def _closes_at_zero(
    spans: Sequence[Interval | None], factors: Sequence[Interval | None], total: Interval | None
) -> bool:
    """Return whether the figures can fall to zero, as the total must then do, and stay there."""
    if total is None or 0 not in total:
        return False
    for fallen in range(1, len(spans)):
        last = factors[fallen - 1]
        before = [_positive(span) for span in spans[:fallen]]
        if (
            last is not None
            and 0 in last
            and all(span is not None and 0 in span for span in spans[fallen:])
            and _first_break(before, factors[: fallen - 1]) is None
        ):
            return True
    return False


def _positive(interval: Interval | None) -> Interval | None:
    return None if interval is None else interval.meet(POSITIVE)


def _spans(figures: Sequence[Reported | None], rounding: Rounding, reading: Reading) -> list[Interval | None]:
    """Return what each figure can be."""
    return [
        NOT_NEGATIVE if figure is None else figure.possible(rounding, reading=reading) for figure in figures
    ]


def _factor(change: Change, rounding: Rounding, reading: Reading) -> Interval | None:
    figure = _reported(change)
    span = figure.interval(rounding, reading=reading)
    return None if span is None else factor_of(span, figure.unit, change.direction)


def _reported(change: Change) -> Reported:
    assert change.size is not None
    return Reported.of(change.size, Nature.RATE)


def _in_words(change: Change) -> Value:
    return stated_change(change.direction, _reported(change))


def _relative(change: Change | str) -> Change:
    """Return a change that says by what a figure was multiplied."""
    found = parse_change(change) if isinstance(change, str) else change
    check_type(found, Change, "check_chain.changes")
    if found.size is None:
        return Change(direction=Direction.NONE, size=Quantity(0, PERCENT))
    if not (found.size.unit.fits(PERCENT) or found.size.unit.fits(TIMES)):
        base = {"base": f"{PERCENT.label} / {TIMES.label}"}
        label = shown(found.size.unit.label)
        raise UnitMismatchError("check_chain.changes", Reason.SAME_BASE, label, base)
    return found
