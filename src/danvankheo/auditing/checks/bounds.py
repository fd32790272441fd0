"""What no figure can be: a share over 100, a part over its whole, a cumulative series that falls."""

from collections.abc import Iterable, Sequence

import attrs

from danvankheo.auditing.checks.base import Check, Verdict
from danvankheo.auditing.figures.inputs import alike, figures_of, not_negative
from danvankheo.auditing.figures.intervals import Interval
from danvankheo.auditing.figures.reported import (
    NEAREST,
    PROCEDURES,
    Nature,
    Printed,
    Procedure,
    Reading,
    Reported,
    known_procedure,
)
from danvankheo.auditing.findings.codes import FindingCode
from danvankheo.auditing.findings.finding import FactRef, Finding
from danvankheo.auditing.findings.wording import Listing, Value
from danvankheo.calc.arithmetic import Rounding


@attrs.frozen(kw_only=True)
class BoundsCheck(Check):
    """Whether a figure can be at all: by itself, and beside the whole that it is part of.

    Args:
        figure: as printed.
        whole: the whole that it is part of; None if none was given.
        broken: which bounds it breaks.

    >>> from danvankheo.auditing import check_bounds
    >>> check = check_bounds("29 trường", whole="28 trường")
    >>> check.verdict.value, check.broken
    ('impossible', (FindingCode.PART_OVER_WHOLE,))
    """

    figure: Reported
    whole: Reported | None
    broken: tuple[FindingCode, ...]

    @property
    def verdict(self) -> Verdict:
        """Whether it breaks no bound."""
        return Verdict.IMPOSSIBLE if self.broken else Verdict.POSSIBLE

    def finding(
        self, *, accept: Iterable[Rounding] = NEAREST, facts: tuple[FactRef, ...] = ()
    ) -> Finding:  # as of every check
        """Return what is found; of several bounds that are broken the first."""
        return self._finding((*self.broken, FindingCode.BOUNDS_FIT)[0], facts)

    def findings(self, *, facts: tuple[FactRef, ...] = ()) -> tuple[Finding, ...]:
        """Return a finding for each bound that is broken; none if it can be.

        >>> from danvankheo.auditing import check_bounds
        >>> [finding.code.value for finding in check_bounds("12,5 hộ", whole="28 hộ").findings()]
        ['count-not-whole']
        """
        return tuple(self._finding(code, facts) for code in self.broken)

    def _finding(self, code: FindingCode, facts: tuple[FactRef, ...]) -> Finding:
        details: tuple[tuple[str, Value], ...] = (("figure", self.figure),)
        if code is FindingCode.PART_OVER_WHOLE and self.whole is not None:
            details = (("part", self.figure), ("whole", self.whole))
        return Finding(code=code, details=details, facts=facts, procedures=self.procedures)


def check_bounds(
    figure: Printed,
    *,
    whole: Printed | None = None,
    nature: Nature | None = None,
    rounding: Procedure = Rounding.HALF_UP,
) -> BoundsCheck:
    """Return whether a figure can be: by itself, and beside the whole that it is part of.

    A share cannot pass 100, a part not its whole, and counts come whole.

    Args:
        figure: as printed.
        whole: the whole that it is part of.
        nature: what kind of number it is; a percentage passes for a rate, which may pass 100.
        rounding: how they were rounded.

    >>> print(check_bounds("100,4%", nature=Nature.SHARE))
    100,4%: tỷ lệ này không thể vượt 100%.
    >>> check_bounds("27 trường", whole="28 trường").verdict.value
    'possible'
    """
    part = Reported.of(figure, nature)
    if part.nature is not Nature.SIGNED:
        not_negative(part, "check_bounds")
    rounding = known_procedure(rounding)
    broken = []
    may_be_over = part.nature is Nature.SHARE and part.value >= 100
    if may_be_over and part.interval(rounding, reading=Reading.LITERAL) is None:
        broken.append(FindingCode.SHARE_OVER_100)
    may_be_partial = part.nature is Nature.COUNT and part.value.denominator != 1
    if may_be_partial and part.possible(rounding, reading=Reading.LITERAL) is None:
        broken.append(FindingCode.COUNT_NOT_WHOLE)
    total: Reported | None = None
    if whole is not None:
        part, total = alike([part, Reported.of(whole)], "check_bounds")
        if not _can_rise([part, total], rounding):
            broken.append(FindingCode.PART_OVER_WHOLE)
    procedures = () if broken else PROCEDURES
    return BoundsCheck(
        figure=part, whole=total, broken=tuple(broken), procedures=procedures, loosely=procedures
    )


@attrs.frozen(kw_only=True)
class CumulativeCheck(Check):
    """Whether a cumulative series (lũy kế) can be: it never falls.

    Args:
        values: the figures as printed, in their order.

    >>> from danvankheo.auditing import check_cumulative
    >>> check_cumulative(["120 hộ", "135 hộ"]).verdict.value
    'possible'
    """

    values: tuple[Reported, ...]

    @property
    def verdict(self) -> Verdict:
        """Whether values can be chosen that never fall."""
        return Verdict.POSSIBLE if self.procedures else Verdict.IMPOSSIBLE

    def finding(
        self, *, accept: Iterable[Rounding] = NEAREST, facts: tuple[FactRef, ...] = ()
    ) -> Finding:  # as of every check
        """Return what is found."""
        code = FindingCode.CUMULATIVE_FITS if self.procedures else FindingCode.CUMULATIVE_FALLS
        details = (("values", Listing(self.values, " → ")),)
        return Finding(code=code, details=details, facts=facts, procedures=self.procedures)


def check_cumulative(values: Iterable[Printed], *, rounding: Procedure = Rounding.HALF_UP) -> CumulativeCheck:
    """Return whether a cumulative series (lũy kế) must have fallen, which it cannot.

    Args:
        values: the figures as printed, in their order; at least one.
        rounding: how they were rounded.

    >>> print(check_cumulative(["120 hộ", "135 hộ", "131 hộ"]))
    120 hộ → 135 hộ → 131 hộ: số lũy kế không thể giảm.
    """
    figures = alike(figures_of(values, "check_cumulative", least=1), "check_cumulative")
    procedures = PROCEDURES if _can_rise(figures, known_procedure(rounding)) else ()
    return CumulativeCheck(values=figures, procedures=procedures, loosely=procedures)


def _can_rise(figures: Sequence[Reported], rounding: Procedure) -> bool:
    """Return whether values can be chosen that never fall: the smallest possible one each time."""
    floor: Interval | None = None
    for figure in figures:
        span = figure.possible(rounding, reading=Reading.LITERAL)
        if span is None:
            continue  # impossible by itself, which is another finding
        reached = span if floor is None else span.meet(floor)
        if reached is None:
            return False
        floor = Interval(reached.low, None, low_closed=reached.low_closed)
    return True
