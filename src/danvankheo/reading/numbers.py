"""Numerals: "1.234.567,8", "−12,5", "1 234 567", "96,42%".

Dots group thousands and a comma starts the decimals (Accounting Law 2003, art. 12). Invoices may
use either convention (Nghị định 123/2020/NĐ-CP, art. 10) and schoolbooks group with a blank, so a
text that both conventions know and read differently is refused, unless the caller chooses.
"""

import re
from decimal import Decimal
from typing import Final, Literal, NamedTuple, TypeAlias

from danvankheo.bilingual import Words
from danvankheo.checking import chosen
from danvankheo.domain.labels import Labelled
from danvankheo.domain.numbers import EXACT, MAX_DIGITS, decimals_of, shortest
from danvankheo.errors import ReadingError
from danvankheo.locale_vi import numerals, spellings
from danvankheo.reading.patterns import any_of
from danvankheo.reading.source import Source
from danvankheo.reading.words import leading_words, spelled_whole
from danvankheo.reasons import Reason


class Convention(Labelled):
    """Whose signs decide what a figure such as "1,500" is, where nothing else does.

    >>> from danvankheo import parse_number
    >>> from danvankheo.reading import Convention
    >>> parse_number("1,500", convention="en"), parse_number("1,500", convention=Convention.VI)
    (Decimal('1500'), Decimal('1.500'))
    """

    VI = "vi", "dấu phẩy thập phân, dấu chấm ngăn nhóm"
    EN = "en", "dấu chấm thập phân, dấu phẩy ngăn nhóm"


ConventionLike: TypeAlias = Convention | Literal["vi", "en"]
"""Whose signs decide where a text can be meant two ways: "1,500" is vi 1,5 and en 1500."""

Following: TypeAlias = Literal["whole", "measure", "scale"]
"""What follows a numeral: nothing or what is counted whole, a measure, or a scale word."""

UNSIGNED: Final = r"(?:[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
NUMERAL: Final = f"[-−+]?{UNSIGNED}"
"""A run of digits and signs that may be a number; `read_numeral` tells whether it is one."""

_WHOLE: Final = r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*|0)"
SURE_NUMERAL: Final = rf"-?(?![1-9][0-9]{{0,2}},[0-9]{{3}}(?![0-9])){_WHOLE}(?:,[0-9]+)?"
"""A numeral with one reading whatever stands around it."""

LONGEST_SURE: Final = MAX_DIGITS
"""A text this short has no number beyond the bounds on either side of the point."""

_SURE: Final = re.compile(SURE_NUMERAL)
_SURE_PERCENT: Final = re.compile(rf"(-?{_WHOLE}(?:,[0-9]+)?) ?%")
_VIETNAMESE: Final = re.compile(rf"{_WHOLE}(?:,[0-9]+)?|0[1-9]")
_ENGLISH: Final = re.compile(_WHOLE.replace(r"\.", ",") + r"(?:\.[0-9]+)?")
_PERCENTS: Final = {
    word: zeros for measure, zeros in (("percent", 2), ("per_mille", 3)) for word in spellings.UNITS[measure]
}


def parse_number(text: str, *, convention: ConventionLike | None = None) -> Decimal:
    """Return a number, its decimals as written; the inverse of `format_number`.

    Read are the digits 0–9 with dots between groups of three and a comma before the decimals, or
    with one blank of any width between groups; a sign before them (-, − or +); a zero before a
    single digit (07). Everything else is refused: other digits, exponents, underscores, NaN, a
    bare comma in front, groups of another length.

    Args:
        text: the number and nothing else, blanks around it aside.
        convention: whose signs decide where a text can be meant two ways. "1,500" is 1,5 under
            ``vi`` and 1500 under ``en``; under ``en`` also "1.5" and "1,234.5" are read. None
            refuses all of these. What is read under None is never read differently.

    Raises:
        ReadingError: the text is no number; the error says where and why.
        AmbiguousTextError: two readings; the error carries both.

    >>> parse_number("154.400.000"), parse_number("2,50"), parse_number("−1 234,5")
    (Decimal('154400000'), Decimal('2.50'), Decimal('-1234.5'))
    >>> parse_number("1,500", convention="vi"), parse_number("1,500", convention="en")
    (Decimal('1.500'), Decimal('1500'))
    """
    if convention is None and isinstance(text, str) and len(text) <= LONGEST_SURE and _SURE.fullmatch(text):
        return decimal_of(text)
    convention = chosen_convention(convention, "parse_number")
    source = Source(text, "parse_number")
    start = sign_at(source, 0)
    number = read_numeral(source, start, len(source.text), "whole", convention)
    return number.copy_negate() if start and number else number


def parse_percent(text: str, *, convention: ConventionLike | None = None) -> Decimal:
    """Return a percentage as a ratio, its digits kept; the inverse of `format_percent`.

    "96,42%" is 0.9642. "phần trăm", "‰" and "phần nghìn" are read as well, and number words
    before them. For the percentage as printed, with words such as "gần", use `parse_quantity`.

    Args:
        text: the percentage.
        convention: as in `parse_number`; before a percent sign a comma is a decimal comma.

    Raises:
        ReadingError: no percentage, or a word before it that a number cannot hold.

    >>> parse_percent("96,42%"), parse_percent("4,10 %"), parse_percent("ba phần nghìn")
    (Decimal('0.9642'), Decimal('0.0410'), Decimal('0.003'))
    """
    if convention is None and isinstance(text, str) and len(text) <= LONGEST_SURE:
        found = _SURE_PERCENT.fullmatch(text)
        if found:
            return EXACT.scaleb(decimal_of(found[1]), -2)
    convention = chosen_convention(convention, "parse_percent")
    source = Source(text, "parse_percent")
    low = source.low
    sign = next((word for word in _PERCENTS if low.endswith(word)), "")
    end = len(low.removesuffix(sign).rstrip())
    if not sign:
        raise source.error_at(Reason.DIMENSION, len(low), allowed=Words("phần trăm", "percent"))
    if any(low.startswith(f"{word} ") for words in spellings.APPROXIMATIONS.values() for word in words):
        raise source.error_at(Reason.PLAIN_FIGURE, 0)
    start = sign_at(source, 0)
    if not start and low[:1].isalpha() and leading_words(low[:end].split(" ")):
        number = spelled_whole(source, 0, end).value
    else:
        number = read_numeral(source, start, end, "measure", convention)
    if start and number:
        number = number.copy_negate()
    return EXACT.scaleb(number, -_PERCENTS[sign])


def decimal_of(numeral: str) -> Decimal:
    """Return the number of a Vietnamese numeral that was checked before; no minus zero.

    >>> decimal_of("1.234,50")
    Decimal('1234.50')
    """
    number = Decimal(numeral.replace(".", "").replace(",", "."))
    return number or number.copy_abs()


def sign_at(source: Source, start: int) -> int:
    """Return where the figure begins after a sign that stands apart from it, or the start itself.

    "âm 1.200.000" and "- 3": a sign right before the digits belongs to the numeral.
    """
    found = _SIGN_APART.match(source.low, start)
    return found.end() if found else start


_SIGN_APART: Final = re.compile(
    rf"(?:(?:{any_of(numerals.MINUSES)}) |[-−] |[-−](?=[^ 0-9]))"
    rf"(?=(?:{any_of(spellings.BEFORE_FIGURES)})? ?[0-9])"
)


def chosen_convention(convention: ConventionLike | None, where: str) -> Convention | None:
    """Return the convention that a caller named, or none."""
    return None if convention is None else chosen(convention, Convention, f"{where}.convention")


def read_numeral(
    source: Source, start: int, end: int, following: Following, convention: Convention | None
) -> Decimal:
    """Return the number between two positions of a text.

    Args:
        source: the text.
        start: where the numeral begins.
        end: where it ends.
        following: what follows it. A comma before three digits is a decimal comma before a measure
            or a scale word ("31,046 tỷ"), and before a scale word a dot before one or two digits
            is a decimal point ("1.7 tỷ"): there the other reading is not in use.
        convention: whose signs decide where nothing else does.
    """
    token = source.text[start:end]
    if convention != "en" and len(token) <= LONGEST_SURE and _SURE.fullmatch(token):
        return decimal_of(token)  # the quick way for most numerals
    negative = token[:1] in ("-", "−")
    digits = token[1:] if token[:1] in ("-", "−", "+") else token
    spaced = digits.replace(" ", ".") if "." not in digits else digits
    vietnamese = _decimal(spaced, ".") if _VIETNAMESE.fullmatch(spaced) else None
    english = _decimal(digits, ",") if _ENGLISH.fullmatch(digits) else None
    if vietnamese is None and english is None:
        raise _fault(source, start + len(token) - len(digits), digits)
    readings = _Readings(digits, vietnamese, english)
    number = _settled(source, start, readings, following, convention)
    if len(digits) > MAX_DIGITS and _is_too_long(number):
        raise source.error_at(Reason.BOUNDED, start, digits=MAX_DIGITS)
    return number.copy_negate() if negative and number else number


def _is_too_long(number: Decimal) -> bool:
    decimals = decimals_of(number)
    return decimals > MAX_DIGITS or len(number.as_tuple().digits) - decimals > MAX_DIGITS


class _Readings(NamedTuple):
    """A numeral without its sign, and what each convention makes of it."""

    digits: str
    vietnamese: Decimal | None
    english: Decimal | None


def _settled(
    source: Source, start: int, readings: _Readings, following: Following, convention: Convention | None
) -> Decimal:
    """Return the one reading that signs, context or the caller leave, or refuse with all of them."""
    digits, vietnamese, english = readings
    if english is None or vietnamese == english:
        assert vietnamese is not None
        return vietnamese
    if vietnamese is not None:
        grouped = "." in digits
        if grouped or following != "whole":  # the Vietnamese reading is the one in use
            if convention is not Convention.EN:
                return vietnamese
        elif convention is not None:
            return vietnamese if convention is Convention.VI else english
        names = ("grouping-dot", "decimal-dot") if grouped else ("decimal-comma", "grouping-comma")
        raise _two_way(source, start, dict(zip(names, (vietnamese, english), strict=True)), digits)
    if convention is Convention.EN:
        return english
    if "," in digits:
        raise source.error_at(Reason.ENGLISH_SIGNS, start, number=_written(english))
    if following == "scale" and (len(digits.partition(".")[2]) < 3 or digits[0] == "0"):
        return english
    badly_grouped = Decimal(digits.replace(".", ""))
    raise _two_way(source, start, {"decimal-dot": english, "grouping-dot": badly_grouped}, digits)


def _two_way(source: Source, start: int, readings: dict[str, Decimal], digits: str) -> ReadingError:
    meanings = [_written(number) for number in readings.values()]
    if "." in digits:
        plain = meanings[0]
        signs = ', or pass convention="en" for English signs' if "decimal-dot" in list(readings)[:1] else ""
        choose = Words(f"viết {plain}", f"write {plain}{signs}")
    else:
        choose = Words(
            "chọn vi (dấu phẩy thập phân) hoặc en (dấu phẩy ngăn nhóm)",
            'pass convention="vi" for the decimal comma or convention="en" for groups',
        )
    return source.ambiguous(
        Reason.TWO_WAY,
        start,
        readings,
        choose,
        meanings=[Words.same(meaning) for meaning in meanings],
        labels=[_label(number) for number in readings.values()],
    )


def _label(number: Decimal) -> Words:
    """Return a number so that neither reader can take it for another: no zeros at its end."""
    english = f"{shortest(number):,f}"
    return Words(english.translate(_EXCHANGED), english)


_EXCHANGED: Final = str.maketrans(",.", ".,")


def _fault(source: Source, start: int, digits: str) -> ReadingError:
    """Return why digits and signs make no number, and where."""
    if not digits:
        return source.error_at(Reason.FIGURE, start)
    for place, letter in enumerate(digits):
        if letter not in "0123456789., ":
            return source.error_at(Reason.DIGITS, start + place)
    if re.match("0+[0-9]", digits):
        return source.error_at(Reason.LEADING_ZERO, start)
    place, grouped = 0, False
    for found in re.finditer(r"([0-9]*)([., ]|\Z)", digits):
        length = len(found[1])
        if not length or (grouped and length != 3) or (found[2] in (".", " ") and length > 3):
            place = found.start()
            break
        if found[2] == ",":
            place = found.end() + len(re.match("[0-9]*", digits[found.end() :])[0])  # type: ignore[index]
            break
        grouped = True
    return source.error_at(Reason.GROUPS, start + min(place, len(digits)))


def _decimal(digits: str, group: str) -> Decimal:
    return Decimal(digits.replace(group, "").replace(",", "."))


def _written(number: Decimal) -> str:
    return f"{number:f}".replace(".", ",")
