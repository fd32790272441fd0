"""Which procedures explain a claim, and what that says."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Final, NoReturn, TypeAlias

import attrs

from danvankheo.auditing.figures.reported import NEAREST, PROCEDURES, Reading, Reported
from danvankheo.auditing.findings.codes import FindingCode, Severity
from danvankheo.auditing.findings.finding import FactRef, Finding
from danvankheo.calc.arithmetic import Rounding
from danvankheo.checking import check_one_of
from danvankheo.choices import Choice
from danvankheo.domain.quantities import Approximation
from danvankheo.domain.shown import Shown
from danvankheo.errors import invalid
from danvankheo.reasons import Reason

Procedures: TypeAlias = tuple[Rounding, ...]
"""Procedures in the order of `PROCEDURES`."""


class Verdict(Choice, StrEnum):
    """What a check says of the figures, as printed.

    >>> from danvankheo import check_ratio
    >>> from danvankheo.auditing import Verdict
    >>> check_ratio(27, 28, "96,42%").verdict is Verdict.TRUNCATED
    True
    """

    EXACT = "exact"
    """They agree to the digit."""
    EXPLAINED = "explained"
    """They differ by what rounding explains."""
    ROUNDED = "rounded"
    """The percentage is rounded to nearest."""
    TRUNCATED = "truncated"
    """The percentage is cut off."""
    ROUNDED_UP = "rounded_up"
    """The percentage is always rounded up."""
    DIRECTED = "directed"
    """Cut off or always rounded up: both explain it, rounding to nearest does not."""
    FORCED_TO_100 = "forced_to_100"
    """Shares were adjusted so that they add up to 100."""
    INCONSISTENT = "inconsistent"
    """No procedure explains them."""
    POINTS = "points"
    """The change is in points, or a plain difference."""
    RELATIVE = "relative"
    """The change is relative to the earlier figure."""
    AMBIGUOUS = "ambiguous"
    """Both readings of the change agree."""
    NEITHER = "neither"
    """No reading of the change agrees."""
    SAME = "same"
    """The same figure, stated alike."""
    COMPATIBLE = "compatible"
    """Stated differently, and all can be true."""
    LOOSELY_COMPATIBLE = "loosely_compatible"
    """All can be true only if words such as "hơn" are taken literally."""
    CONTRADICTION = "contradiction"
    """They cannot all be true."""
    POSSIBLE = "possible"
    """The figure, or the series, can be."""
    IMPOSSIBLE = "impossible"
    """It cannot be, whatever was rounded."""


@attrs.frozen(kw_only=True)
class Check(Shown, ABC):
    """What every check is: the procedures that explain its figures, and a finding; `str` tells it.

    Args:
        procedures: which of the five explain the figures, words such as "hơn" taken as they are meant.
        loosely: which explain them with such words taken literally, where none does otherwise.

    >>> from danvankheo import check_ratio
    >>> check = check_ratio(45, 60, "85%")
    >>> check.procedures, check.severity.label
    ((), 'lỗi')
    >>> str(check)
    '45/60 = 75%; làm tròn cách nào cũng không ra 85%. Có thể số đúng là 75%.'
    """

    procedures: Procedures
    loosely: Procedures

    @abstractmethod
    def finding(self, *, accept: Iterable[Rounding] = NEAREST, facts: tuple[FactRef, ...] = ()) -> Finding:
        """Return what is found; `accept` says which procedures the reader takes for right."""

    @property
    def severity(self) -> Severity:
        """How bad it is, for a reader who accepts rounding to nearest."""
        return self.finding().severity

    def __str__(self) -> str:
        """Return the sentence in Vietnamese."""
        return str(self.finding())

    def __bool__(self) -> NoReturn:
        """Raise: ``if check_ratio(…)`` would be true of right and of wrong figures alike.

        Raises:
            InvalidValueError: always, as arrays and columns refuse to be a truth value.

        >>> from danvankheo import check_ratio
        >>> bool(check_ratio(45, 60, "85%"))
        Traceback (most recent call last):
        danvankheo.errors.InvalidValueError: RatioCheck: expected a look at .severity, .verdict or \
.finding(), since a check is neither true nor false, got "lỗi"
        """
        raise invalid(type(self).__name__, Reason.NO_TRUTH, self.severity.label)


def explaining(holds: Callable[[Rounding], bool]) -> Procedures:
    """Return the procedures under which a claim holds.

    >>> explaining(lambda rounding: rounding is Rounding.UP)
    (Rounding.UP,)
    """
    return tuple(rounding for rounding in PROCEDURES if holds(rounding))


def accepted(accept: Iterable[Rounding]) -> Procedures:
    """Return the procedures that a caller accepts, also by their names.

    Raises:
        InvalidValueError: none, or something that is no procedure of the five.
    """
    chosen = [accept] if isinstance(accept, str) or not isinstance(accept, Iterable) else [*accept]
    for rounding in chosen:
        check_one_of(rounding, PROCEDURES, "accept")
    if not chosen:
        raise invalid("accept", Reason.ONE_OF, (), allowed=", ".join(PROCEDURES))
    return tuple(rounding for rounding in PROCEDURES if rounding in chosen)


def in_both_readings(
    explain: Callable[[Reading], Procedures], reading: Reading, figures: Iterable[Reported]
) -> tuple[Procedures, Procedures]:
    """Return the procedures of a reading, and those of the literal one where that may tell more."""
    procedures = explain(reading)
    if procedures or all(figure.approximation is Approximation.EXACTLY for figure in figures):
        return procedures, procedures
    return procedures, explain(Reading.LITERAL)


def explained(
    holds: Callable[[Rounding, Reading], bool], reading: Reading, figures: Iterable[Reported]
) -> tuple[Procedures, Procedures]:
    """Return the procedures under which a claim holds, and those of the literal reading as above.

    Args:
        holds: whether it holds under a procedure in a reading.
        reading: the reading that is asked for.
        figures: what it is about; only words beside them can be read in two ways.
    """
    return in_both_readings(
        lambda reading: explaining(lambda rounding: holds(rounding, reading)), reading, figures
    )


def rounding_verdict(procedures: Procedures) -> Verdict:
    """Return how a percentage was rounded, judged by the procedures that explain it.

    >>> rounding_verdict((Rounding.TRUNCATE,)).value
    'truncated'
    """
    if any(rounding in procedures for rounding in NEAREST):
        return Verdict.ROUNDED
    return _DIRECTED.get(procedures, Verdict.INCONSISTENT)


_DIRECTED: Final = {
    (Rounding.TRUNCATE,): Verdict.TRUNCATED,
    (Rounding.UP,): Verdict.ROUNDED_UP,
    (Rounding.TRUNCATE, Rounding.UP): Verdict.DIRECTED,
}


def code_for(
    procedures: Procedures,
    loosely: Procedures,
    accept: Iterable[Rounding],
    codes: tuple[FindingCode, FindingCode, FindingCode, FindingCode],
) -> FindingCode:
    """Return the code of a claim: it fits, fits otherwise, fits loosely, or is broken.

    Args:
        procedures: those that explain it in the implied reading.
        loosely: those that explain it in the literal reading.
        accept: those that the reader accepts.
        codes: the four codes, in that order.
    """
    fits, otherwise, loose, broken = codes
    if any(rounding in procedures for rounding in accepted(accept)):
        return fits
    if procedures:
        return otherwise
    return loose if loosely else broken
