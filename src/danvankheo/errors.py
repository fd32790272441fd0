"""Everything the library raises, and how errors are made and shown.

Problems in calls and in saved documents are exceptions of the family below; problems in the
figures of a report are findings of the audit. Each error carries a stable `Reason`: its
code never changes, and its wording exists in English and in Vietnamese.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from typing import Final, TypeVar
from unicodedata import combining, normalize

import attrs

from danvankheo.bilingual import Words
from danvankheo.choices import Choice
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
    "Words",
]

T = TypeVar("T")
Member = TypeVar("Member", bound=Choice)

_LONGEST_SHOWN = 60
_WORD: Final = re.compile(r"\S+")
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
    Reason.AGREES, Reason.UNREADABLE_FILE, Reason.NO_TABLE,
)  # fmt: skip


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
        return self.reason.english.format_map(_english(self.details))

    @property
    def vietnamese(self) -> str:
        """The error as a Vietnamese sentence."""
        holder = _OF_A_FILE if self.field.startswith("$") else _OF_A_CALL
        return _in_vietnamese(self.field, self.reason, self.got, self.details, holder)

    def __str__(self) -> str:
        """Return the field, what was expected and what came."""
        return _with_close(f"{self.field}: expected {self.expected}, got {self.got}", _english(self.details))


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
    details: Mapping[str, str | Words] = attrs.field(factory=dict[str, "str | Words"], hash=False)
    loc: tuple[str | int, ...] = attrs.field(default=(), kw_only=True, eq=False, repr=False)

    @property
    def english(self) -> str:
        """The problem as an English sentence: what `str` gives."""
        return str(self)

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
        words = _english(self.details)
        english = _with_close(f"expected {self.reason.english.format_map(words)}, got {self.got}", words)
        return english, _sentence_vi(self.reason, self.got, _vietnamese(self.details), self._holder)

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
        return self.reason.english.format_map(_english(self.details))

    @property
    def hint(self) -> str:
        """What to do about it, in English; empty where the expectation says it all."""
        return self.reason.hint.format_map(_english(self.details))

    @property
    def vietnamese(self) -> str:
        """The error as a Vietnamese sentence."""
        words = _vietnamese(self.details)
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


def _with_hint(sentence: str, hint: str) -> str:
    return f"{sentence}; {hint}" if hint else sentence


_OF_A_CALL: Final = "nhận được"
_OF_A_TABLE: Final = "bảng ghi"
_OF_A_FILE: Final = "tệp ghi"


def _in_vietnamese(
    where: str, reason: Reason, got: str, details: Mapping[str, str | Words], holder: str
) -> str:
    words = _vietnamese(details)
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
    near = _nearest(value, choices)
    return {"close": shown(near)} if near is not None and near != value else {}


def _nearest(value: object, choices: Iterable[str]) -> str | None:
    if not isinstance(value, str):
        return None
    plain = {_unmarked(choice): choice for choice in choices}
    found = get_close_matches(_unmarked(value), plain, n=1, cutoff=0.75)
    return plain[found[0]] if found else None


def _unmarked(text: str) -> str:
    letters = normalize("NFD", text.casefold()).replace("đ", "d")
    return "".join(letter for letter in letters if not combining(letter))


def _english(details: Mapping[str, str | Words]) -> dict[str, str]:
    return {key: word.english if isinstance(word, Words) else word for key, word in details.items()}


def _vietnamese(details: Mapping[str, str | Words]) -> dict[str, str]:
    return {key: word.vietnamese if isinstance(word, Words) else word for key, word in details.items()}


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
    told = _english({"path": path, "got": got})
    return Problem(told["path"], reason, told["got"], {**(details or {}), **both})


def one_of(value: object, choices: Iterable[str], where: str) -> None:
    """Check that a value is one of the choices that a call allows."""
    allowed = tuple(choices)
    if value not in allowed:
        raise refusal(where, Reason.ONE_OF, value, allowed=", ".join(allowed), **close_to(value, allowed))


def chosen(value: object, kind: type[Member], where: str) -> Member:
    """Return the member of an enumeration that a caller named, as itself or by its value as text.

    Raises:
        InvalidValueError: neither; it names the values, and the one that a mistyped text or a label is near.

    >>> from danvankheo import Better
    >>> chosen("lower", Better, "rank.better")
    Better.LOWER
    >>> chosen("Lowr", Better, "rank.better")
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: rank.better: expected one of higher, lower, got "Lowr"; did you \
mean "lower"?
    """
    if isinstance(value, kind):
        return value
    values: dict[str, Member] = {str(each.value): each for each in kind}
    if isinstance(value, str) and not isinstance(value, Choice) and value in values:
        return values[value]
    labels = {str(getattr(each, "label", "")): name for name, each in values.items()}
    near = _nearest(value, (*values, *labels))
    close = {} if near is None else {"close": shown(labels.get(near, near))}
    raise refusal(where, Reason.ONE_OF, value, allowed=", ".join(values), **close)


def each_of(items: Iterable[T], kind: type[T], where: str) -> Iterator[T]:
    """Yield items, each checked to be of the type that a call works on.

    Raises:
        InvalidValueError: no iterable, or an item of another type.

    >>> list(each_of([1, 2], int, "total")), list(each_of("12", int, "total"))
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: total: expected several int, got "12"
    """
    several = not isinstance(items, str | bytes | Mapping)
    for item in iterable(
        items, where, Words(f"nhiều {kind.__name__}", f"several {kind.__name__}"), several=several
    ):
        require(item, kind, where)
        yield item


def iterable(items: Iterable[T], where: str, wanted: Words, *, several: bool = True) -> Iterable[T]:
    """Return items as they are, checked to be an iterable.

    Args:
        items: what should be one.
        where: the call and the argument.
        wanted: what is expected.
        several: whether they count as several at all, as the characters of a text do not.

    >>> iterable(7, "rank", Words("nhiều mục", "several things"))
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: rank: expected several things, got 7
    """
    if not several or not isinstance(items, Iterable):
        raise refusal(where, Reason.TYPE, items, type=wanted)
    return items


def require(value: object, kind: type, where: str) -> None:
    """Check that an argument is of the type that a call works on."""
    if not isinstance(value, kind):
        raise refusal(where, Reason.TYPE, value, type=kind.__name__)
