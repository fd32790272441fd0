"""The same fact told more than once, and figures that no reader needs a second one to doubt."""

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from danvankheo.auditing.codes import FindingCode
from danvankheo.auditing.findings import FactRef, Finding
from danvankheo.auditing.inputs import alike, figures_of, not_negative
from danvankheo.auditing.intervals import Interval, common_to
from danvankheo.auditing.procedures import Check, Verdict, code_for, explaining, in_both_readings
from danvankheo.auditing.reported import (
    NEAREST,
    Family,
    Nature,
    Printed,
    Procedure,
    Reading,
    Reported,
    known_procedure,
    known_reading,
)
from danvankheo.auditing.wording import Listing
from danvankheo.calc.arithmetic import Rounding


@attrs.frozen(kw_only=True)
class MentionsCheck(Check):
    """What several mentions of one fact say of each other.

    Args:
        mentions: the figure as printed, each time.
        common: all values of which all mentions are true, rounded half up; None if there is none.
        apart: whether they can all be true if each was rounded in its own way.

    >>> from danvankheo.auditing import check_mentions
    >>> check_mentions(["hơn 154,4 triệu đồng", "154.437.000 đồng"]).verdict.value
    'compatible'
    """

    mentions: tuple[Reported, ...]
    common: Interval | None
    apart: bool = False

    @property
    def verdict(self) -> Verdict:
        """Whether they are told alike, can all be true, or contradict each other."""
        if self.procedures:
            first = self.mentions[0]
            alike = all(_key(mention) == _key(first) for mention in self.mentions)
            return Verdict.SAME if alike else Verdict.COMPATIBLE
        return Verdict.LOOSELY_COMPATIBLE if self.loosely else Verdict.CONTRADICTION

    def finding(self, *, accept: Iterable[Rounding] = NEAREST, facts: tuple[FactRef, ...] = ()) -> Finding:
        """Return what is found; `accept` says which procedures the reader takes for right."""
        code = code_for(self.procedures, self.loosely, accept, _CODES)
        if code is FindingCode.CONTRADICTION and self.apart:
            code = FindingCode.MENTIONS_APART
        details = (("told", Listing(self.mentions, " – ")),)
        return Finding(code=code, details=details, facts=facts, procedures=self.procedures)


_CODES: Final = (
    FindingCode.MENTIONS_AGREE,
    FindingCode.MENTIONS_OTHERWISE,
    FindingCode.MENTIONS_LOOSE,
    FindingCode.CONTRADICTION,
)


def check_mentions(
    mentions: Iterable[Printed],
    *,
    nature: Nature | None = None,
    same_writer: bool = True,
    reading: Reading = Reading.IMPLIED,
) -> MentionsCheck:
    """Return whether several mentions of one fact can all be true.

    Args:
        mentions: the figure as printed, each time; at least once.
        nature: what kind of number it is, where the units do not tell.
        same_writer: whether one writer, with one way of rounding, printed them all.
        reading: how words such as "hơn" are taken.

    Raises:
        ReadingError: text that is no figure.
        UnitMismatchError: mentions that measure different things.

    >>> check_mentions(["hơn 154,4 triệu đồng", "154.437.000 đồng"]).verdict.value
    'compatible'
    >>> print(check_mentions(["2,04%", "2,05%"]))
    2,04% – 2,05%: cùng một số liệu mà ghi khác nhau.
    """
    known_reading(reading)
    told = figures_of(mentions, "check_mentions", least=1, nature=nature)
    figures = alike(told, "check_mentions")

    def common(rounding: Procedure, reading: Reading) -> Interval | None:
        shared = common_to(figure.interval(rounding, reading=reading) for figure in figures)
        counts = any(figure.nature is Nature.COUNT for figure in figures)
        return None if shared is None or (counts and shared.wholes() is None) else shared

    procedures, loosely = in_both_readings(
        lambda reading: explaining(lambda rounding: common(rounding, reading) is not None), reading, figures
    )
    return MentionsCheck(
        mentions=figures,
        procedures=procedures,
        loosely=loosely,
        common=common(Rounding.HALF_UP, reading),
        apart=not same_writer and common(Family.ANY, Reading.LITERAL) is not None,
    )


def check_bounds(
    figure: Printed,
    *,
    whole: Printed | None = None,
    nature: Nature | None = None,
    rounding: Procedure = Rounding.HALF_UP,
) -> tuple[Finding, ...]:
    """Return what is impossible about a figure by itself, or beside the whole that it is part of.

    A share cannot pass 100, a part not its whole, and counts come whole.

    Args:
        figure: as printed.
        whole: the whole that it is part of.
        nature: what kind of number it is; a percentage passes for a rate, which may pass 100.
        rounding: how they were rounded.

    >>> [str(finding) for finding in check_bounds("100,4%", nature=Nature.SHARE)]
    ['100,4%: tỷ lệ này không thể vượt 100%.']
    >>> [finding.code.value for finding in check_bounds("29 trường", whole="28 trường")]
    ['part-over-whole']
    """
    part = Reported.of(figure, nature)
    if part.nature is not Nature.SIGNED:
        not_negative(part, "check_bounds")
    rounding = known_procedure(rounding)
    found = []
    may_be_over = part.nature is Nature.SHARE and part.value >= 100
    if may_be_over and part.interval(rounding, reading=Reading.LITERAL) is None:
        found.append(Finding(code=FindingCode.SHARE_OVER_100, details=(("figure", part),), procedures=()))
    may_be_partial = part.nature is Nature.COUNT and part.value.denominator != 1
    if may_be_partial and part.possible(rounding, reading=Reading.LITERAL) is None:
        found.append(Finding(code=FindingCode.COUNT_NOT_WHOLE, details=(("figure", part),), procedures=()))
    if whole is not None:
        part, total = alike([part, Reported.of(whole)], "check_bounds")
        if not _can_rise([part, total], rounding):
            details = (("part", part), ("whole", total))
            found.append(Finding(code=FindingCode.PART_OVER_WHOLE, details=details, procedures=()))
    return tuple(found)


def check_cumulative(
    values: Iterable[Printed], *, rounding: Procedure = Rounding.HALF_UP
) -> tuple[Finding, ...]:
    """Return a finding if a cumulative series (lũy kế) must have fallen, else nothing.

    >>> print(*check_cumulative(["120 hộ", "135 hộ", "131 hộ"]))
    120 hộ → 135 hộ → 131 hộ: số lũy kế không thể giảm.
    """
    figures = alike(figures_of(values, "check_cumulative"), "check_cumulative")
    if _can_rise(figures, rounding):
        return ()
    details = (("values", Listing(figures, " → ")),)
    return (Finding(code=FindingCode.CUMULATIVE_FALLS, details=details, procedures=()),)


def _can_rise(figures: Sequence[Reported], rounding: Procedure) -> bool:
    """Tell whether values can be chosen that never fall: the smallest possible one each time."""
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


def _key(figure: Reported) -> tuple[object, ...]:
    return figure.value, figure.quantum, figure.approximation, figure.nature
