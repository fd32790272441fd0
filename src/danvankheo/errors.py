"""Everything the library raises, and every reason it can give.

Problems in calls and in saved documents are exceptions of the family below; problems in the
figures of a report are findings of the audit. Each refusal carries a stable `Reason`: its
code never changes, and its wording exists in English and in Vietnamese.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Self

import attrs

_LONGEST_SHOWN = 60
_GOT_VI = {
    "nothing": "không có gì",
    "an object": "một đối tượng",
    "a list": "một danh sách",
    "the end": "hết tệp",
    "brackets in brackets": "ngoặc lồng trong ngoặc",
}


class Reason(StrEnum):
    """Why something was refused: a stable code with what was expected, in two languages.

    >>> from danvankheo.errors import Reason
    >>> Reason.NUMBER.value, Reason.NUMBER.english, Reason.NUMBER.vietnamese
    ('number', 'a number', 'một số')
    """

    english: str
    vietnamese: str

    def __new__(cls, code: str, english: str = "", vietnamese: str = "") -> Self:
        """Make a member whose value is the code alone."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.english = english
        member.vietnamese = vietnamese
        return member

    # Plain values
    NUMBER = "number", "a number", "một số"
    NUMERAL = (
        "numeral",
        'a number written as text, such as "27" or "154.4"',
        'một số viết trong ngoặc kép, như "27" hay "154.4"',
    )
    FINITE = "finite", "a finite number", "một số hữu hạn"
    BOUNDED = (
        "bounded",
        "a number of at most {digits} digits on either side of the point",
        "một số có không quá {digits} chữ số ở mỗi phía dấu thập phân",
    )
    FINITE_DECIMAL = (
        "finite-decimal",
        "a number with finitely many decimals",
        "một số thập phân hữu hạn",
    )
    NOT_NEGATIVE = "not-negative", "zero or more", "số không âm"
    POSITIVE = "positive", "more than zero", "số dương"
    WHOLE_NUMBER = "whole-number", "a whole number", "một số nguyên"
    IN_RANGE = "in-range", "from {low} to {high}", "từ {low} đến {high}"
    TEXT = "text", "text", "một chuỗi chữ"
    NOT_EMPTY = "not-empty", "text that is not blank", "chuỗi không để trống"
    PRINTABLE = (
        "printable",
        "text without control characters or broken code points",
        "chuỗi không có ký tự điều khiển hay mã hỏng",
    )
    TEXT_LENGTH = "text-length", "at most {most} characters", "không quá {most} ký tự"
    TRUTH = "truth", "true or false", "true hoặc false"
    TYPE = "type", "{type}", "{type}"
    TUPLE_OF = "tuple-of", "a tuple of {type}", "một bộ (tuple) gồm {type}"
    PATTERN = "pattern", "{pattern}", "{pattern}"
    ONE_OF = "one-of", "one of {allowed}", "một trong {allowed}"

    # Units and quantities
    UNSCALED_UNIT = (
        "unscaled-unit",
        "a unit that carries no scale word yet and is not a ratio",
        "đơn vị chưa có từ chỉ bậc và không phải tỷ lệ",
    )
    AREA_OF_REGION = (
        "area-of-region",
        "an area unit known in that region: {allowed}",
        "đơn vị diện tích dùng ở vùng đó: {allowed}",
    )
    SAME_BASE = "same-base", "a quantity in {base}", "đại lượng tính bằng {base}"
    DIMENSION = "dimension", "a quantity of {allowed}", "đại lượng chỉ {allowed}"
    ORDERED = "ordered", "not below {low}", "không nhỏ hơn {low}"

    UNIT = (
        "unit",
        'a unit such as "million_dong", "workday" or {{"counted": "hộ"}}',
        'một đơn vị, như "million_dong", "workday" hay {{"counted": "hộ"}}',
    )

    # Time
    DATE = "date", "a date such as 2022-11-02", "một ngày, như 2022-11-02"
    PARTIAL_DATE = (
        "partial-date",
        "a date of which the year is missing, or the day, or the day and the month",
        "ngày khuyết: thiếu năm, hoặc thiếu ngày, hoặc thiếu cả ngày và tháng",
    )
    CALENDAR_DAY = "calendar-day", "a day that the calendar has", "một ngày có trong lịch"
    STARTS_FIRST = "starts-first", "a start that is not after the end", "ngày đầu không sau ngày cuối"
    PERIOD_SHAPE = "period-shape", "days that make up {kind}", "các ngày làm thành {kind}"
    PERIOD_CODE = (
        "period-code",
        "a period code such as 2022, 2022-H1, 2022-Q3, 2022-11, 2022-M9, stage:2021/2025 "
        "or 2022-10-17/2022-11-18",
        "mã thời kỳ, như 2022, 2022-H1, 2022-Q3, 2022-11, 2022-M9, stage:2021/2025 hay 2022-10-17/2022-11-18",
    )
    WITHIN_A_YEAR = "within-a-year", "a period of at most one year", "thời kỳ không quá một năm"

    # Places, organisations, documents
    HIGHER_PARENT = (
        "higher-parent",
        "a parent of a higher level than {kind}",
        "nơi trực thuộc ở cấp cao hơn {kind}",
    )
    KIND_EXISTED = (
        "kind-existed",
        "dates on which {kind} existed ({span})",
        "thời gian có {kind} ({span})",
    )
    PLACE_EXISTED = (
        "place-existed",
        "a place that existed in {period}",
        "nơi có tồn tại trong {period}",
    )

    # Records
    PART_WITHIN_WHOLE = (
        "part-within-whole",
        "at most the whole, {whole} (set whole_is_plan if the whole is a plan)",
        "không quá tổng số {whole} (đặt whole_is_plan nếu mẫu số là kế hoạch)",
    )
    HAS_FIGURE = (
        "has-figure",
        "a value, or a part, so that there is something to tell",
        "có giá trị hoặc tử số",
    )
    CHANGE_UNIT = (
        "change-unit",
        "a change in {allowed}",
        "mức thay đổi tính bằng {allowed}",
    )
    HAS_RECIPIENT = "has-recipient", "at least one recipient", "ít nhất một nơi hoặc người nhận"
    RECIPIENT_KIND = (
        "recipient-kind",
        "only {allowed} for {award}",
        "{award} chỉ dành cho {allowed}",
    )
    QUANTITY_OR_KIND = (
        "quantity-or-kind",
        "either a quantity, or in unknown_kind what was given if nobody told how much",
        "hoặc số lượng, hoặc unknown_kind cho biết loại đóng góp khi chưa rõ số lượng",
    )
    NAMES_A_DAY = (
        "names-a-day",
        "a date with its day (a year or a month alone is a period)",
        "ngày có nêu ngày (chỉ năm hay tháng thì dùng thời kỳ)",
    )
    OTHER_FIELD = (
        "other-field",
        "the name of the field if, and only if, the field is 'other'",
        "tên lĩnh vực khi và chỉ khi lĩnh vực là 'other'",
    )
    UNIQUE = "unique", "each id once", "mỗi mã một lần"
    KNOWN_MODEL = "known-model", "the id of a model of this movement", "mã của một mô hình trong phong trào"
    COUNTED_ONCE = "counted-once", "one count for each combination", "mỗi loại một con số"

    # Calls
    DECIMALS_NEEDED = (
        "decimals-needed",
        "decimals=, since the exact value has no end",
        "decimals=, vì giá trị đúng vô hạn chữ số",
    )
    NONZERO = "nonzero", "something other than zero", "số khác không"
    ATTAINMENT_SIDE = (
        "attainment-side",
        "a value of at least 100% to exceed a plan, at most 100% to fall short of it",
        "giá trị từ 100% trở lên khi vượt, từ 100% trở xuống khi thiếu",
    )
    WHOLE_DATE = "whole-date", "a date with {needed}", "ngày có đủ {needed}"

    FLAT_QUANTITY = (
        "flat-quantity",
        "no unit=, per= or approximation= beside a quantity, which has its own",
        "không đặt thêm unit=, per=, approximation= cho đại lượng đã có sẵn",
    )

    # Saved documents
    JSON = "json", "JSON", "JSON đúng cú pháp"
    UTF8 = "utf-8", "text in UTF-8", "tệp mã hóa UTF-8"
    OBJECT = "object", "an object", "một đối tượng {{…}}"
    LIST = "list", "a list", "một danh sách […]"
    KNOWN_KEY = "known-key", "one of the keys {allowed}", "một trong các khóa {allowed}"
    UNREPEATED_KEY = "unrepeated-key", "each key once", "mỗi khóa một lần"
    PRESENT = "present", "this key", "khóa này"
    VERSION = "version", "a version that this release reads: {allowed}", "phiên bản đọc được: {allowed}"
    SIZE = "size", "at most {most} bytes", "không quá {most} byte"
    DEPTH = "depth", "less nesting", "ít tầng lồng nhau hơn"


class DanVanKheoError(Exception):
    """The base of every error that the library raises on purpose."""


@attrs.define(eq=False, slots=False)
class InvalidValueError(DanVanKheoError, ValueError):
    """A value that its type cannot hold.

    Args:
        field: the type and field, such as ``Contribution.quantity``.
        reason: the stable reason; its value is the code.
        got: the refused value, as text, shortened.
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
        """The refusal as a Vietnamese sentence."""
        return _in_vietnamese(self.field, self.reason, self.got, self.details)

    def __str__(self) -> str:
        """Return the field, what was expected and what came."""
        return f"{self.field}: expected {self.expected}, got {self.got}"


class UnitMismatchError(InvalidValueError):
    """Two quantities that cannot be added, compared or converted into each other."""


class NotExactError(InvalidValueError, ArithmeticError):
    """An exact finite decimal was asked for where none exists."""


class UndefinedError(InvalidValueError, ZeroDivisionError):
    """A ratio whose denominator is zero, or a growth from nothing."""


@attrs.frozen
class Problem:
    """One thing wrong in a saved document: where, why, and what stood there.

    >>> from danvankheo.errors import Problem, Reason
    >>> str(Problem("$.indicators[2].part", Reason.NUMBER, '"hai bảy"'))
    '$.indicators[2].part: expected a number, got "hai bảy"'
    """

    path: str
    reason: Reason
    got: str
    details: Mapping[str, str] = attrs.field(factory=dict[str, str], hash=False)

    @property
    def vietnamese(self) -> str:
        """The problem as a Vietnamese sentence."""
        return _in_vietnamese(self.path, self.reason, self.got, self.details)

    def __str__(self) -> str:
        """Return the path, what was expected and what came."""
        return f"{self.path}: expected {self.reason.english.format_map(self.details)}, got {self.got}"


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


def _in_vietnamese(where: str, reason: Reason, got: str, details: Mapping[str, str]) -> str:
    words = {key.removesuffix("_vi"): word for key, word in sorted(details.items())}  # _vi comes later
    got = words.get("got") or _GOT_VI.get(got, got)
    return f"{words.get('path', where)}: cần {reason.vietnamese.format_map(words)}, gặp {got}"


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


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def refusal(field: str, reason: Reason, got: object, **details: object) -> InvalidValueError:
    """Return the error that says why ``got`` cannot stand in ``field``."""
    return InvalidValueError(field, reason, shown(got), {k: str(v) for k, v in details.items()})


def one_of(value: object, choices: Iterable[str], where: str) -> None:
    """Check that a value is one of the choices that a call allows."""
    allowed = tuple(choices)
    if value not in allowed:
        raise refusal(where, Reason.ONE_OF, value, allowed=", ".join(allowed))


def require(value: object, kind: type, where: str) -> None:
    """Check that an argument is of the type that a call works on."""
    if not isinstance(value, kind):
        raise refusal(where, Reason.TYPE, value, type=kind.__name__)
