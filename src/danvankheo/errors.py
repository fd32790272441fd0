"""Everything the library raises, and how its errors are made.

Problems in calls and in saved documents are exceptions of the family below; problems in the
figures of a report are findings of the audit. Each error carries a stable `Reason`: its
code never changes, and its wording exists in English and in Vietnamese.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from danvankheo.bilingual import Words
from danvankheo.error_sentences import (
    OF_A_CALL,
    OF_A_FILE,
    OF_A_TABLE,
    english_of,
    in_vietnamese,
    vietnamese_of,
    vietnamese_sentence,
    with_close,
    with_hint,
)
from danvankheo.printing import shown
from danvankheo.reasons import Reason

__all__ = [
    "AmbiguousTextError",
    "DanVanKheoError",
    "DocumentError",
    "InvalidValueError",
    "LongNumberWarning",
    "NotExactError",
    "Problem",
    "ReadingError",
    "Reason",
    "UndefinedError",
    "UnitMismatchError",
    "UnknownFieldError",
    "Words",
]

_WORD: Final = re.compile(r"\S+")


class DanVanKheoError(Exception):
    """The base of every error that the library raises on purpose.

    Attributes:
        reason: the stable reason; its value is the code.

    >>> from danvankheo import DanVanKheoError, load, parse_number
    >>> try:
    ...     parse_number("12.345.67")
    ... except DanVanKheoError as error:
    ...     error.reason.value, error.vietnamese[:28]
    ('groups', '"12.345.67", vị trí 7: phải ')
    """

    reason: Reason

    @property
    def english(self) -> str:
        """What is wrong, as an English sentence: what `str` gives."""
        return str(self)

    @property
    def vietnamese(self) -> str:
        """What is wrong, as a Vietnamese sentence."""
        return str(self)  # each kind of error below has its own


@attrs.define(eq=False, slots=False)
class InvalidValueError(DanVanKheoError, ValueError):
    """A value that its type cannot hold.

    Args:
        field: the type and field, such as ``Contribution.quantity``.
        reason: the stable reason; its value is the code.
        got: the value that came, as text, shortened.
        details: what fills the gaps of the reason's wording: text, or `Words` where the
            languages differ.

    >>> from danvankheo import Award, AwardForm
    >>> Award(form=AwardForm.GIAY_KHEN, collectives=-1)
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: Award.collectives: expected zero or more, got -1
    """

    field: str
    reason: Reason
    got: str
    details: Mapping[str, str | Words] = attrs.field(factory=dict[str, "str | Words"])

    @property
    def expected(self) -> str:
        """What was expected, in English."""
        return self.reason.english.format_map(english_of(self.details))

    @property
    def vietnamese(self) -> str:
        """The error as a Vietnamese sentence."""
        holder = OF_A_FILE if self.field.startswith("$") else OF_A_CALL
        return in_vietnamese(self.field, self.reason, self.got, self.details, holder)

    def __str__(self) -> str:
        """Return the field, what was expected and what came."""
        return with_close(f"{self.field}: expected {self.expected}, got {self.got}", english_of(self.details))


class UnitMismatchError(InvalidValueError):
    """Two quantities that cannot be added, compared or converted into each other.

    >>> from danvankheo import Quantity
    >>> from danvankheo.units import MILLION_DONG, WORKDAY
    >>> Quantity(60, MILLION_DONG) + Quantity(731, WORKDAY)
    Traceback (most recent call last):
    danvankheo.errors.UnitMismatchError: Quantity.+: expected a quantity in đồng, got "ngày công"
    """


class UnknownFieldError(InvalidValueError, TypeError):
    """A field that a record does not have, or one that came without its name.

    >>> from danvankheo import Contribution
    >>> Contribution(kind="money")
    Traceback (most recent call last):
    danvankheo.errors.UnknownFieldError: Contribution.kind: expected one of the fields quantity, \
unknown_kind, purpose, giver, model, place, when, items, note, got "kind"; did you mean quantity or \
unknown_kind?
    """


class NotExactError(InvalidValueError, ArithmeticError):
    """An exact finite decimal was asked for where none exists."""


class UndefinedError(InvalidValueError, ZeroDivisionError):
    """A ratio whose denominator is zero, or a growth from nothing.

    >>> from danvankheo import share
    >>> share(27, 0)
    Traceback (most recent call last):
    danvankheo.errors.UndefinedError: share.whole: expected something other than zero, got 0
    """


@attrs.frozen
class Problem:
    """One thing wrong in a saved document: where, why, and what stood there.

    Args:
        path: where, as text: ``$.indicators[2].part``; in a table, the head of the column.
        reason: the stable reason; its value is the code.
        got: what stood there, as text, shortened.
        details: what fills the gaps of the reason's wording.
        loc: where in a JSON document, as keys and positions from 0: ``("indicators", 2, "part")``.
            Empty for the document as a whole, and where it is no JSON document.

    >>> from danvankheo import DocumentError, loads
    >>> from danvankheo.errors import Problem, Reason
    >>> str(Problem("$.indicators[2].part", Reason.NUMBER, '"hai bảy"'))
    '$.indicators[2].part: expected a number, got "hai bảy"'
    >>> try:
    ...     loads('{"version": 1, "name": "Dân vận khéo", "indicators": [{"name": "Trường", "part": 27}]}')
    ... except DocumentError as error:
    ...     [problem.loc for problem in error.problems]
    [('period',), ('indicators', 0, 'part')]
    """

    path: str
    reason: Reason
    got: str
    details: Mapping[str, str | Words] = attrs.field(factory=dict[str, "str | Words"], hash=False)
    loc: tuple[str | int, ...] = attrs.field(default=(), kw_only=True, eq=False, repr=False)

    @property
    def english(self) -> str:
        """The problem as an English sentence: what `str` gives."""
        return str(self)

    @property
    def vietnamese(self) -> str:
        """The problem as a Vietnamese sentence."""
        return in_vietnamese(self.path, self.reason, self.got, self.details, self._holder)

    @property
    def sentences(self) -> tuple[str, str]:
        """What was expected and what came, in English and in Vietnamese, without the place.

        For a form that shows the problem at its place.

        >>> Problem("$.indicators[2].part", Reason.NUMBER, '"hai bảy"').sentences
        ('expected a number, got "hai bảy"', 'phải là một số, tệp ghi "hai bảy"')
        """
        words = english_of(self.details)
        english = with_close(f"expected {self.reason.english.format_map(words)}, got {self.got}", words)
        return english, vietnamese_sentence(self.reason, self.got, vietnamese_of(self.details), self._holder)

    @property
    def _holder(self) -> str:
        return OF_A_FILE if self.path.startswith("$") else OF_A_TABLE

    def __str__(self) -> str:
        """Return the path, what was expected and what came."""
        english, _ = self.sentences
        return f"{self.path}: {english}"


@attrs.define(eq=False, slots=False)
class DocumentError(DanVanKheoError, ValueError):
    """A document that cannot be read; it carries every problem, not only the first.

    Args:
        problems: what is wrong, in the order of the document.
        source: the file's name, or an empty text.

    Attributes:
        reason: that of the first problem.

    >>> from danvankheo import DocumentError, loads
    >>> try:
    ...     loads('{"version": 1, "name": "Dân vận khéo"}')
    ... except DocumentError as error:
    ...     error.reason.value, error.vietnamese
    ('present', '$.period: thiếu mục này')
    """

    problems: tuple[Problem, ...]
    source: str = ""
    reason: Reason = attrs.field(
        init=False,
        repr=False,
        default=attrs.Factory(lambda error: _reason_of(error.problems), takes_self=True),
    )

    @property
    def vietnamese(self) -> str:
        """One line a problem, in Vietnamese."""
        return self._lines(problem.vietnamese for problem in self.problems)

    def __str__(self) -> str:
        """Return one line a problem."""
        return self._lines(problem.english for problem in self.problems)

    def _lines(self, problems: Iterable[str]) -> str:
        head = f"{self.source}: " if self.source else ""
        return "\n".join(f"{head}{problem}" for problem in problems)


@attrs.define(eq=False, slots=False)
class ReadingError(DanVanKheoError, ValueError):
    """A text that a reader cannot read: which text, where in it, why, and what to do.

    Args:
        reader: the function that was called, such as ``parse_number``.
        text: the text as it came in.
        position: the index in `text` at which reading stopped.
        reason: the stable reason; its value is the code.
        details: what fills the gaps of the reason's wording.

    >>> from danvankheo import parse_number
    >>> try:
    ...     parse_number("12.345.67")
    ... except ReadingError as error:
    ...     error.position, error.span, error.reason.value, error.hint
    ...     error.expected
    (7, (7, 9), 'groups', 'write 1.234.567 or 1.234,5')
    'dots between groups of three digits and one comma before the decimals'
    """

    reader: str
    text: str
    position: int
    reason: Reason
    details: Mapping[str, str | Words] = attrs.field(factory=dict[str, "str | Words"])

    @property
    def span(self) -> tuple[int, int]:
        """Where in `text` to mark it: from the position to the end of the word there.

        Both ends are the same where the text ended too soon.
        """
        found = _WORD.search(self.text, self.position)
        return found.span() if found else (self.position, self.position)

    @property
    def expected(self) -> str:
        """What was expected, in English."""
        return self.reason.english.format_map(english_of(self.details))

    @property
    def hint(self) -> str:
        """What to do about it, in English; empty where the expectation says it all."""
        return self.reason.hint.format_map(english_of(self.details))

    @property
    def vietnamese(self) -> str:
        """The error as a Vietnamese sentence."""
        words = vietnamese_of(self.details)
        sentence = f"{shown(self.text)}, vị trí {self.position}: {self.reason.vietnamese.format_map(words)}"
        return with_hint(sentence, self.reason.hint_vietnamese.format_map(words))

    def __str__(self) -> str:
        """Return what was expected, where, and the hint."""
        where = f"position {self.position} of {shown(self.text)}"
        return with_hint(f"{self.reader}: expected {self.expected} at {where}", self.hint)


@attrs.define(eq=False, slots=False)
class AmbiguousTextError(ReadingError):
    """A text that can be meant in several ways; it carries all of them, and nothing is guessed.

    Args:
        readings: each reading by a short stable name of how it comes about.
        labels: how each reading is written for whoever is to choose, by the same names.

    >>> from danvankheo import parse_number
    >>> try:
    ...     parse_number("1,500")
    ... except AmbiguousTextError as error:
    ...     error.readings
    ...     [label.vietnamese for label in error.labels.values()]
    {'decimal-comma': Decimal('1.500'), 'grouping-comma': Decimal('1500')}
    ['1,5', '1.500']
    """

    readings: Mapping[str, object] = attrs.field(factory=dict[str, object])
    labels: Mapping[str, Words] = attrs.field(factory=dict[str, Words])


def _reason_of(problems: Sequence[Problem]) -> Reason:
    return problems[0].reason if problems else Reason.READABLE


class LongNumberWarning(UserWarning):
    """Numbers of more than 15 digits, which spreadsheet programs would round, were written as text.

    >>> import warnings
    >>> warnings.simplefilter("ignore", LongNumberWarning)  # if text is what you want
    """


def invalid(field: str, reason: Reason, got: object, **details: object) -> InvalidValueError:
    """Return the error that says why ``got`` cannot stand in ``field``; `Words` are in both languages."""
    return InvalidValueError(field, reason, shown(got), detailed(details))


def detailed(details: Mapping[str, object]) -> dict[str, str | Words]:
    """Return details as an error holds them: `Words`, and all else as text."""
    return {name: each if isinstance(each, Words) else str(each) for name, each in details.items()}


def problem_at(
    path: str | Words, reason: Reason, got: str | Words, details: Mapping[str, str | Words] | None = None
) -> Problem:
    """Return a problem whose place, or what stood there, is said in both languages.

    >>> row = problem_at("amount", Reason.NUMBER, Words("dòng 3", "row 3"))
    >>> str(row), row.vietnamese
    ('amount: expected a number, got row 3', 'amount: phải là một số, ở dòng 3')
    """
    both = {name: each for name, each in (("path", path), ("got", got)) if isinstance(each, Words)}
    told = english_of({"path": path, "got": got})
    return Problem(told["path"], reason, told["got"], {**(details or {}), **both})
