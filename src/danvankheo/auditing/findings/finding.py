"""Findings: what a check found, about which facts, with the exact values that it rests on."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import total_ordering
from typing import Final, Literal, TypeAlias, get_args

import attrs

from danvankheo.auditing.figures.intervals import Interval
from danvankheo.auditing.figures.lattice import WholeNumbers
from danvankheo.auditing.figures.reported import PROCEDURES, ReportedFigure
from danvankheo.auditing.findings.codes import FindingCode, Severity
from danvankheo.auditing.findings.wording import ENGLISH, VIETNAMESE, Listing, Measured, Value, Writing
from danvankheo.bilingual import Language, Words
from danvankheo.calc.arithmetic import Rounding
from danvankheo.checking import check_one_of
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.shown import Shown
from danvankheo.domain.units import Unit
from danvankheo.domain.validators import Field, a, tuple_of
from danvankheo.errors import invalid
from danvankheo.reasons import Reason

CorrectedField: TypeAlias = Literal["percent", "part", "whole"]
"""Which number a correction changes."""

_Single: TypeAlias = Fraction | Interval | WholeNumbers | ReportedFigure
ExactValue: TypeAlias = _Single | tuple[_Single, ...]
"""A value of a finding that a program can go on with, in base units, or several side by side."""

_CORRECTED: Final[Mapping[str, Words]] = {
    "percent": Words("số ", ""),
    "part": Words("tử số ", "part "),
    "whole": Words("mẫu số ", "whole "),
}
_LEAST: Final = Words("Có thể {field}đúng là {to}.", "Least correction: {field}{to}.")


@attrs.frozen(kw_only=True, cache_hash=True)
class Correction:
    """The change of one number that makes figures agree.

    Args:
        field: which number: the printed percentage, the part or the whole.
        to: what it must be, with the decimals that were printed.
        edits: how many digits are substituted, inserted, deleted or swapped with their neighbour.
        steps: how many units in the last place it is away.
        unit: the unit that it is in.

    >>> from danvankheo import check_ratio
    >>> check_ratio(45, 60, "85%").correction()
    Correction(field='percent', to=Decimal('75'), edits=1, steps=10, unit=PERCENT)
    """

    field: CorrectedField
    to: Decimal
    edits: int
    steps: int
    unit: Unit | None = None


@attrs.frozen(kw_only=True, cache_hash=True)
class FactRef:
    """Where a fact stands that a finding is about.

    Args:
        document: the index of its document among those audited; 0 is the first. Sentences count
            from 1: `number`.
        path: its path in the document, such as ``$.indicators[1]``.
        name: what it is called.
        place: the place that it is about, or its document; None if neither names one.
        period: its period, or that of its document; None for a fact of no document.

    >>> from danvankheo import audit, load
    >>> fact = audit(load("docs/examples/an-khe-2022.json"))[0].facts[0]
    >>> fact.path, fact.number, fact.place.name, fact.period.code
    ('$.indicators[1]', 1, 'An Khê', '2022')
    """

    document: int = 0
    path: str = "$"
    name: str = ""
    place: Place | None = None
    period: Period | None = None

    @property
    def number(self) -> int:
        """The number of its document as sentences and tables count them, from 1."""
        return self.document + 1

    def __str__(self) -> str:
        """Return the name, else the path."""
        return self.name or self.path

    @property
    def order(self) -> tuple[object, ...]:
        """Where it sorts: by document, then as it stands there.

        >>> FactRef(path="$.indicators[2]").order < FactRef(path="$.indicators[10]").order
        True
        """
        return self.document, [int(part) if part.isdigit() else part for part in _NUMBERS.split(self.path)]


_NUMBERS: Final = re.compile(r"(\d+)")


def _fills_the_gaps(record: "Finding", field: Field, details: tuple[tuple[str, Value], ...]) -> None:
    tuple_of(tuple)(record, field, details)
    missing = record.code.gaps - {"procedures", *(name for name, _ in details)}
    if missing:
        raise invalid(f"Finding.details: {', '.join(sorted(missing))}", Reason.PRESENT, None)


def _exact(value: Value) -> list[_Single]:
    """Return what a program can go on with of a value; nothing of words."""
    match value:
        case Measured():
            return [value.value]
        case WholeNumbers() | ReportedFigure():
            return [value]
        case int() | Decimal():
            return [Fraction(value)]
        case Listing():
            return [each for item in value.items for each in _exact(item)]
        case _:
            return []


@total_ordering
@attrs.frozen(kw_only=True, order=False, cache_hash=True, repr=False)
class Finding(Shown):
    """What an audit found. `str` is the Vietnamese sentence; the worst sorts first.

    Args:
        code: what was found; it has a severity.
        details: what fills the gaps of the sentences, by name.
        facts: the facts it is about; empty for a check on bare figures.
        procedures: which of the five roundings explain the figures.
        correction: the least change that makes them agree, where that of one number can.

    >>> from danvankheo import check_ratio
    >>> finding = check_ratio(45, 60, "85%").finding()
    >>> finding.severity.value, str(finding)
    ('error', '45/60 = 75%; làm tròn cách nào cũng không ra 85%. Có thể số đúng là 75%.')
    >>> finding.english
    '45/60 = 75%; no rounding gives 85%. Least correction: 75%.'
    """

    code: FindingCode = attrs.field(validator=a(FindingCode))
    details: tuple[tuple[str, Value], ...] = attrs.field(default=(), validator=_fills_the_gaps)
    facts: tuple[FactRef, ...] = attrs.field(default=(), validator=tuple_of(FactRef))
    procedures: tuple[Rounding, ...] = attrs.field(default=PROCEDURES, validator=tuple_of(Rounding))
    correction: Correction | None = None

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.code.severity

    @property
    def place(self) -> Place | None:
        """The place that its first fact is about; None for a check on bare figures.

        >>> from danvankheo import audit, load
        >>> found = audit(load("docs/examples/an-khe-2022.json"))[0]
        >>> found.place.name, found.period.code, found.document
        ('An Khê', '2022', 0)
        """
        return self.facts[0].place if self.facts else None

    @property
    def period(self) -> Period | None:
        """The period of its first fact; None for a check on bare figures."""
        return self.facts[0].period if self.facts else None

    @property
    def document(self) -> int | None:
        """The index of the document of its first fact; None for a check on bare figures."""
        return self.facts[0].document if self.facts else None

    @property
    def vietnamese(self) -> str:
        """The sentence in Vietnamese."""
        return self._sentence(VIETNAMESE, self.code.vietnamese)

    @property
    def english(self) -> str:
        """The sentence in English."""
        return self._sentence(ENGLISH, self.code.english)

    def told(self, *, language: Language = "vi") -> str:
        """Return the sentence after the name of the first fact that it is about.

        >>> from danvankheo import audit, load
        >>> audit(load("docs/examples/an-khe-2022.json"))[1].told()[:33]
        'Hộ nghèo: 359 hộ chiếm 2,04%, tức'
        """
        check_one_of(language, get_args(Language), "Finding.told.language")
        sentence = self.vietnamese if language == "vi" else self.english
        return f"{self.facts[0]}: {sentence}" if self.facts else sentence

    @property
    def values(self) -> dict[str, ExactValue]:
        """The exact values and intervals that it rests on, by name, in base units."""
        found = ((name, _exact(value)) for name, value in self.details)
        return {name: told[0] if len(told) == 1 else tuple(told) for name, told in found if told}

    def __str__(self) -> str:
        """Return the Vietnamese sentence."""
        return self.vietnamese

    def __lt__(self, other: "Finding") -> bool:
        """Order by severity, the worst first, then by the facts."""
        return self.order < other.order if isinstance(other, Finding) else NotImplemented

    def __repr__(self) -> str:
        """Return the code, the facts and the sentence."""
        facts = f" {', '.join(fact.path for fact in self.facts)}" if self.facts else ""
        return f"<Finding {self.code.value}{facts}: {self.english}>"

    @property
    def order(self) -> tuple[object, ...]:
        """Where it sorts: the worst first, then by its facts and its code.

        >>> from danvankheo import check_ratio
        >>> wrong, cut_off = check_ratio(45, 60, "85%").finding(), check_ratio(27, 28, "96,42%").finding()
        >>> wrong.order < cut_off.order
        True
        """
        return self.severity.rank, [fact.order for fact in self.facts], self.code.value

    def _sentence(self, language: Writing, template: str) -> str:
        text = language.fill(template, {**dict(self.details), "procedures": self.procedures})
        return f"{text} {_correction_text(self.correction, language)}" if self.correction else text


def _correction_text(correction: Correction, language: Writing) -> str:
    suffix = language.suffix(correction.unit) if correction.unit is not None else ""
    label = language.write(_CORRECTED[correction.field])
    number = f"{language.number(correction.to)}{suffix}"
    return language.write(_LEAST).format(field=label, to=number)
