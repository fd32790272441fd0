"""The same fact stated more than once."""

from collections.abc import Iterable
from typing import Final

import attrs

from danvankheo.auditing.checks.base import Check, Verdict, code_for, explained
from danvankheo.auditing.figures.inputs import alike, figures_of
from danvankheo.auditing.figures.intervals import Interval, common_to
from danvankheo.auditing.figures.reported import (
    NEAREST,
    Family,
    Nature,
    Printed,
    Procedure,
    Reading,
    Reported,
    known_reading,
)
from danvankheo.auditing.findings.codes import FindingCode
from danvankheo.auditing.findings.finding import FactRef, Finding
from danvankheo.auditing.findings.wording import Listing
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
        """Whether they are stated alike, can all be true, or contradict each other."""
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
        nature: what kind of number it is, where the units do not say.
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
    printed = figures_of(mentions, "check_mentions", least=1, nature=nature)
    figures = alike(printed, "check_mentions")

    def common(rounding: Procedure, reading: Reading) -> Interval | None:
        shared = common_to(figure.interval(rounding, reading=reading) for figure in figures)
        counts = any(figure.nature is Nature.COUNT for figure in figures)
        return None if shared is None or (counts and shared.wholes() is None) else shared

    procedures, loosely = explained(
        lambda rounding, reading: common(rounding, reading) is not None, reading, figures
    )
    return MentionsCheck(
        mentions=figures,
        procedures=procedures,
        loosely=loosely,
        common=common(Rounding.HALF_UP, reading),
        apart=not same_writer and common(Family.ANY, Reading.LITERAL) is not None,
    )


def _key(figure: Reported) -> tuple[object, ...]:
    return figure.value, figure.quantum, figure.approximation, figure.nature
