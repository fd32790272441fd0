"""Everything the library raises, and how errors are made and shown.

Problems in calls and in saved documents are exceptions of the family below; problems in the
figures of a report are findings of the audit. Each error carries a stable `Reason`: its
code never changes, and its wording exists in English and in Vietnamese.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import Final, TypeVar
from unicodedata import combining, normalize

import attrs

from danvankheo.reasons import Reason

__all__ = [
    "AmbiguousTextError",
    "DanVanKheoError",
    "DocumentError",
    "InvalidValueError",
    "NotExactError",
    "Problem",
    "ReadingError",
    "Reason",
    "UndefinedError",
    "UnitMismatchError",
]

T = TypeVar("T")

_LONGEST_SHOWN = 60
_GOT_VI: Final = {
    "an object": "nhóm mục {…}",
    "a list": "danh sách […]",
    "the end": "hết tệp giữa chừng",
    "bytes": "không phải tệp văn bản",
    "null": "giá trị trống (null)",
    "nothing": "giá trị trống",
    "None": "giá trị trống",
}
_NOTHING: Final = ("nothing", "None")
# What the Vietnamese sentence of these has no place for: it says that something is missing or too much.
_WITHOUT_GOT: Final = (
    Reason.KNOWN_KEY, Reason.HEAD, Reason.SIZE, Reason.DEPTH, Reason.PARQUET, Reason.TOLD, Reason.WEEKDAY,
)  # fmt: skip


class DanVanKheoError(Exception):
    """The base of every error that the library raises on purpose.

    >>> from danvankheo import DanVanKheoError, parse_number
    >>> try:
    ...     parse_number("12.345.67")
    ... except DanVanKheoError as error:
    ...     error.reason.value
    'groups'
    """


@attrs.define(eq=False, slots=False)
class InvalidValueError(DanVanKheoError, ValueError):
    """A value that its type cannot hold.

    Args:
        field: the type and field, such as ``Contribution.quantity``.
        reason: the stable reason; its value is the code.
        got: the value that came, as text, shortened.
        details: what fills the gaps of the reason's wording; ``allowed_vi`` is what fills
            ``allowed`` in Vietnamese, where that differs, and so on.

    >>> from danvankheo import Award, AwardForm
    >>> Award(form=AwardForm.GIAY_KHEN, collectives=-1)
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: Award.collectives: expected zero or more, got -1
    """

    field: str
    reason: Reason
    got: str
    details: Mapping[str, str] = attrs.field(factory=dict[str, str])

    @property
    def expected(self) -> str:
        """What was expected, in English."""
        return self.reason.english.format_map(self.details)

    @property
    def vietnamese(self) -> str:
        """The error as a Vietnamese sentence."""
        holder = _OF_A_FILE if self.field.startswith("$") else _OF_A_CALL
        return _in_vietnamese(self.field, self.reason, self.got, self.details, holder)

    def __str__(self) -> str:
        """Return the field, what was expected and what came."""
        return _with_close(f"{self.field}: expected {self.expected}, got {self.got}", self.details)


class UnitMismatchError(InvalidValueError):
    """Two quantities that cannot be added, compared or converted into each other.

    >>> from danvankheo import Quantity
    >>> from danvankheo.units import MILLION_DONG, WORKDAY
    >>> Quantity(60, MILLION_DONG) + Quantity(731, WORKDAY)
    Traceback (most recent call last):
    danvankheo.errors.UnitMismatchError: Quantity.+: expected a quantity in đồng, got "ngày công"
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
    details: Mapping[str, str] = attrs.field(factory=dict[str, str], hash=False)
    loc: tuple[str | int, ...] = attrs.field(default=(), kw_only=True, eq=False, repr=False)

    @property
    def vietnamese(self) -> str:
        """The problem as a Vietnamese sentence."""
        return _in_vietnamese(self.path, self.reason, self.got, self.details, self._holder)

    @property
    def sentences(self) -> tuple[str, str]:
        """What was expected and what came, in English and in Vietnamese, without the place.

        For a form that shows the problem at its place.

        >>> Problem("$.indicators[2].part", Reason.NUMBER, '"hai bảy"').sentences
        ('expected a number, got "hai bảy"', 'phải là một số, tệp ghi "hai bảy"')
        """
        english = _with_close(
            f"expected {self.reason.english.format_map(self.details)}, got {self.got}", self.details
        )
        words = _vietnamese_words(self.details)
        return english, _sentence_vi(self.reason, self.got, words, self._holder)

    @property
    def _holder(self) -> str:
        return _OF_A_FILE if self.path.startswith("$") else _OF_A_TABLE

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
    """

    problems: tuple[Problem, ...]
    source: str = ""

    def __str__(self) -> str:
        """Return one line a problem."""
        head = f"{self.source}: " if self.source else ""
        return "\n".join(f"{head}{problem}" for problem in self.problems)


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
    ...     error.position, error.reason.value, error.hint
    ...     error.expected
    (7, 'groups', 'write 1.234.567 or 1.234,5')
    'dots between groups of three digits and one comma before the decimals'
    """

    reader: str
    text: str
    position: int
    reason: Reason
    details: Mapping[str, str] = attrs.field(factory=dict[str, str])

    @property
    def expected(self) -> str:
        """What was expected, in English."""
        return self.reason.english.format_map(self.details)

    @property
    def hint(self) -> str:
        """What to do about it, in English; empty where the expectation says it all."""
        return self.reason.hint.format_map(self.details)

    @property
    def vietnamese(self) -> str:
        """The error as a Vietnamese sentence."""
        words = _vietnamese_words(self.details)
        sentence = f"{shown(self.text)}, vị trí {self.position}: {self.reason.vietnamese.format_map(words)}"
        return _with_hint(sentence, self.reason.hint_vietnamese.format_map(words))

    def __str__(self) -> str:
        """Return what was expected, where, and the hint."""
        where = f"position {self.position} of {shown(self.text)}"
        return _with_hint(f"{self.reader}: expected {self.expected} at {where}", self.hint)


@attrs.define(eq=False, slots=False)
class AmbiguousTextError(ReadingError):
    """A text that can be meant in several ways; it carries all of them, and nothing is guessed.

    Args:
        readings: each reading by a short stable name of how it comes about.

    >>> from danvankheo import parse_number
    >>> try:
    ...     parse_number("1,500")
    ... except AmbiguousTextError as error:
    ...     error.readings
    {'decimal-comma': Decimal('1.500'), 'grouping-comma': Decimal('1500')}
    """

    readings: Mapping[str, object] = attrs.field(factory=dict[str, object])


def _with_hint(sentence: str, hint: str) -> str:
    return f"{sentence}; {hint}" if hint else sentence


_OF_A_CALL: Final = "nhận được"
_OF_A_TABLE: Final = "bảng ghi"
_OF_A_FILE: Final = "tệp ghi"


def _in_vietnamese(where: str, reason: Reason, got: str, details: Mapping[str, str], holder: str) -> str:
    words = _vietnamese_words(details)
    return f"{words.get('path', where)}: {_sentence_vi(reason, got, words, holder)}"


def _sentence_vi(reason: Reason, got: str, words: Mapping[str, str], holder: str) -> str:
    """Return what is wrong as a Vietnamese sentence: what must be, and what a call or a file has."""
    came = words.get("got") or _GOT_VI.get(got, got)
    if got in _NOTHING and reason is Reason.COLUMN:
        sentence = "thiếu cột này"
    else:
        named = f"giá trị ở {came}" if reason is Reason.ONE_OF and _ROWS.match(came) else came
        sentence = reason.vietnamese.format_map({**words, "got": named})
        if not (reason in _WITHOUT_GOT or "{got}" in reason.vietnamese):
            sentence += _came(reason, got, came, holder)
    return f"{sentence}; có phải là {words['close']}?" if "close" in words else sentence


def _came(reason: Reason, got: str, came: str, holder: str) -> str:
    if _ROWS.match(came):
        return f", ở {came}"
    if got in _NOTHING:
        nothing = ", chưa có giá trị" if holder == _OF_A_CALL else ", đang để trống"
        return "" if reason is Reason.PRESENT else nothing
    return f", {holder} {came}"


_ROWS: Final = re.compile("(?:[0-9]+ )?dòng(?: |$)")


def _with_close(sentence: str, details: Mapping[str, str]) -> str:
    return f"{sentence}; did you mean {details['close']}?" if "close" in details else sentence


def close_to(value: object, choices: Iterable[str]) -> dict[str, str]:
    """Return the choice that a mistyped text may be meant as, as a detail of an error; else nothing.

    Letter case, marks and a letter or two do not matter.

    >>> close_to("So luong", ["Số lượng", "Đơn vị"]), close_to("x", ["Số lượng"])
    ({'close': '"Số lượng"'}, {})
    """
    plain = {_unmarked(choice): choice for choice in choices}
    found = get_close_matches(_unmarked(value), plain, n=1, cutoff=0.75) if isinstance(value, str) else []
    return {"close": shown(plain[found[0]])} if found and plain[found[0]] != value else {}


def _unmarked(text: str) -> str:
    letters = normalize("NFD", text.casefold()).replace("đ", "d")
    return "".join(letter for letter in letters if not combining(letter))


def _vietnamese_words(details: Mapping[str, str]) -> dict[str, str]:
    return {key.removesuffix("_vi"): word for key, word in sorted(details.items())}  # _vi comes later


def shown(value: object) -> str:
    """Return a value as an error message shows it: quoted if text, cut if long, safe to print."""
    if isinstance(value, str):
        return f'"{printable(_cut(value))}"'
    if isinstance(value, Decimal):
        return _cut(str(value))
    try:
        return _cut(repr(value))
    except ValueError:  # CPython refuses to print very long integers
        return f"a very long {type(value).__name__}"


def printable(text: str) -> str:
    r"""Return text with escapes in place of what a terminal would obey or could not show.

    >>> printable("a\x1b[31m")
    'a\\x1b[31m'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


ESCAPED: Final = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200f\\u2028-\\u202e\\u2066-\\u2069]"
)
"""What is never drawn: what a terminal obeys, and what shows the figures after it reversed.

Tabs and line ends are not of these, nor any letter, nor blanks of whatever width.
"""


def visible(text: str) -> str:
    r"""Return text with escapes in place of what moves the cursor or turns the text round.

    The names in a report and the cells of a table come from anybody; what else they hold is theirs.

    >>> visible("a\x1b[31m"), visible("Hộ nghèo\u202e")
    ('a\\x1b[31m', 'Hộ nghèo\\u202e')
    """
    return ESCAPED.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def refusal(field: str, reason: Reason, got: object, **details: object) -> InvalidValueError:
    """Return the error that says why ``got`` cannot stand in ``field``."""
    return InvalidValueError(field, reason, shown(got), {k: str(v) for k, v in details.items()})


def one_of(value: object, choices: Iterable[str], where: str) -> None:
    """Check that a value is one of the choices that a call allows."""
    allowed = tuple(choices)
    if value not in allowed:
        raise refusal(where, Reason.ONE_OF, value, allowed=", ".join(allowed), **close_to(value, allowed))


def each_of(items: Iterable[T], kind: type[T], where: str) -> Iterator[T]:
    """Yield items, each checked to be of the type that a call works on.

    Raises:
        InvalidValueError: no iterable, or an item of another type.

    >>> list(each_of([1, 2], int, "total")), list(each_of("12", int, "total"))
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: total: expected several int, got "12"
    """
    several = not isinstance(items, str | bytes | Mapping)
    for item in iterable(items, where, f"several {kind.__name__}", f"nhiều {kind.__name__}", several=several):
        require(item, kind, where)
        yield item


def iterable(
    items: Iterable[T], where: str, wanted: str, wanted_vi: str, *, several: bool = True
) -> Iterable[T]:
    """Return items as they are, checked to be an iterable.

    Args:
        items: what should be one.
        where: the call and the argument.
        wanted: what is expected.
        wanted_vi: the same in Vietnamese.
        several: whether they count as several at all, as the characters of a text do not.

    >>> iterable(7, "rank", "several things", "nhiều mục")
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: rank: expected several things, got 7
    """
    if not several or not isinstance(items, Iterable):
        raise refusal(where, Reason.TYPE, items, type=wanted, type_vi=wanted_vi)
    return items


def require(value: object, kind: type, where: str) -> None:
    """Check that an argument is of the type that a call works on."""
    if not isinstance(value, kind):
        raise refusal(where, Reason.TYPE, value, type=kind.__name__)
