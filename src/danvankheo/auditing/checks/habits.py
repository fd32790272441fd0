"""How a whole report was rounded: the one procedure that explains all of its figures."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

import attrs

from danvankheo.auditing.checks.base import Check, Procedures, accepted
from danvankheo.auditing.figures.reported import NEAREST, PROCEDURES
from danvankheo.auditing.findings.codes import FindingCode
from danvankheo.auditing.findings.finding import FactRef, Finding
from danvankheo.calc.arithmetic import Rounding
from danvankheo.checking import check_type


@attrs.frozen(kw_only=True)
class Habit:
    """By which procedures the figures of a report can have been made.

    Args:
        per_fact: for each fact the procedures that explain it.

    >>> from danvankheo import check_ratio
    >>> from danvankheo.auditing import infer_habit
    >>> schools, roads = check_ratio(27, 28, "96,42%"), check_ratio(2, 3, "66,6%")
    >>> habit = infer_habit({"trường": schools, "tuyến đường": roads, "hộ": check_ratio(3, 4, "80%")})
    >>> habit.best, habit.deciding, habit.impossible
    ((Rounding.TRUNCATE,), ('trường', 'tuyến đường'), ('hộ',))
    >>> habit.outliers_of(Rounding.TRUNCATE), habit.discriminating
    (('hộ',), ('trường', 'tuyến đường'))
    >>> habit.outliers == {Rounding.TRUNCATE: ("hộ",)}
    True
    """

    per_fact: Mapping[str, Procedures] = attrs.field(hash=False)

    @property
    def explaining(self) -> Procedures:
        """The procedures that explain every fact."""
        return tuple(way for way in PROCEDURES if not self.outliers_of(way))

    @property
    def best(self) -> Procedures:
        """The procedures that fail the fewest facts."""
        failed = {way: len(self.outliers_of(way)) for way in PROCEDURES}
        return tuple(way for way in PROCEDURES if failed[way] == min(failed.values()))

    @property
    def outliers(self) -> dict[Rounding, tuple[str, ...]]:
        """For each of the best procedures the facts that it does not explain."""
        return {way: self.outliers_of(way) for way in self.best}

    @property
    def discriminating(self) -> tuple[str, ...]:
        """The facts that some procedures explain and others do not."""
        return tuple(fact for fact, found in self.per_fact.items() if 0 < len(found) < len(PROCEDURES))

    @property
    def impossible(self) -> tuple[str, ...]:
        """The facts that no procedure explains."""
        return tuple(fact for fact, found in self.per_fact.items() if not found)

    @property
    def deciding(self) -> tuple[str, ...]:
        """The facts that tell cutting off from rounding to nearest."""
        return tuple(
            fact
            for fact, found in self.per_fact.items()
            if found and (Rounding.TRUNCATE in found) != any(way in found for way in NEAREST)
        )

    @property
    def chance(self) -> Fraction:
        """The chance that as many deciding facts agree by luck: one half for each.

        Digits that never end lie as often above as below the middle, so one fact alone says little.
        """
        return Fraction(1, 2 ** len(self.deciding))

    def outliers_of(self, rounding: Rounding) -> tuple[str, ...]:
        """Return the facts that a procedure does not explain."""
        return tuple(fact for fact, found in self.per_fact.items() if rounding not in found)

    def finding(
        self, *, accept: Iterable[Rounding] = NEAREST, facts: tuple[FactRef, ...] = ()
    ) -> Finding | None:
        """Return that the report has another habit than those accepted, if two facts or more say so."""
        right = accepted(accept)
        explained = self.explaining
        if not explained or len(self.deciding) < 2 or any(way in right for way in explained):
            return None
        return Finding(
            code=FindingCode.HABIT,
            details=(("agreeing", len(self.deciding)),),
            facts=facts,
            procedures=explained,
        )


def infer_habit(checks: Mapping[str, Check]) -> Habit:
    """Return by which procedures the figures of a report can have been made.

    Each check is judged by itself: facts that share an unknown are not solved together.

    Args:
        checks: what was checked, under names of your choice.

    >>> from danvankheo import check_ratio
    >>> habit = infer_habit({
    ...     "trường": check_ratio(27, 28, "96,42%"),
    ...     "tuyến đường": check_ratio(2, 3, "66,6%"),
    ...     "hội trường": check_ratio(5, 6, "83,3%"),
    ... })
    >>> [way.value for way in habit.explaining], habit.deciding, habit.chance
    (['truncate'], ('trường', 'tuyến đường'), Fraction(1, 4))
    """
    check_type(checks, Mapping, "infer_habit")
    for check in checks.values():
        check_type(check, Check, "infer_habit")
    return Habit(per_fact={name: check.procedures for name, check in checks.items()})
