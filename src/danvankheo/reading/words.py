"""Number words to numbers: "một nghìn không trăm linh năm", "ba tỷ rưỡi", "hai trăm tư".

The formal form is what `number_to_words` writes. The spoken one leaves out what is clear: mươi
before mốt, tư and lăm; không trăm before linh; the scale word after "triệu hai". What could be
meant two ways is refused: "một trăm năm" may be 150 or a hundred years, "một trăm một" 101 or 110.

Scale words add up: each group stands before the scale words that it is counted in ("hai nghìn tỷ",
"ba trăm bốn mươi lăm tỷ"), and each part is smaller than the smallest unit of the part before it. So
"hai nghìn tỷ ba trăm bốn mươi lăm tỷ" is 2 345 tỷ, as in digits.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from danvankheo.bilingual import Words
from danvankheo.domain.numbers import EXACT, LARGEST_WHOLE, MAX_DIGITS, decimal_from
from danvankheo.errors import ReadingError
from danvankheo.locale_vi import numerals, spellings
from danvankheo.reading.formal_words import formal_number
from danvankheo.reading.source import LONGEST_PHRASE, Source
from danvankheo.reading.word_grammar import (
    DIGITS,
    NUMBER_WORDS,
    SCALE_SIZES,
    SCALES,
    THOUSAND,
    Meaning,
    NotANumberError,
    Spelled,
    WordReader,
)
from danvankheo.reasons import Reason


def words_to_number(text: str) -> Decimal:
    """Return the number that Vietnamese words spell; the inverse of `number_to_words`.

    Formal and spoken forms are read: "hai mươi mốt" and "hai mốt", "một nghìn không trăm linh
    năm" and "một nghìn lẻ năm", "hai trăm tư" (240), "triệu hai" (1 200 000), "ba tỷ rưỡi",
    "nửa triệu", "trăm bốn bảy", "băm mốt", nghìn and ngàn, tỷ and tỉ, lăm and nhăm, composed and
    decomposed letters. Decimals are read one by one or as a number: "phẩy không bốn", "phẩy hai
    mươi lăm", "chấm năm". "âm" and "trừ" make a number negative.

    Raises:
        ReadingError: words in no order of a number, "chín mươi năm" (ninety years), or a text
            with another word in it.
        AmbiguousTextError: two numbers: "một trăm một" (101 or 110), "một triệu hai mươi", "hai ba"
            (23, or two or three), and "chấm" before three digits, which may be the dot between groups.

    >>> words_to_number("chín mươi lăm"), words_to_number("hai phẩy không bốn")
    (Decimal('95'), Decimal('2.04'))
    >>> words_to_number("hai trăm tư"), words_to_number("triệu hai"), words_to_number("ba tỷ rưỡi")
    (Decimal('240'), Decimal('1200000'), Decimal('3500000000'))
    """
    if isinstance(text, str) and len(text) <= LONGEST_PHRASE:
        found = formal_number(text.split(" "))
        if found is not None and found[0] < LARGEST_WHOLE:
            return Decimal(found[0])
    source = Source(text, "words_to_number")
    return spelled_whole(source, 0, len(source.low)).value


def words_to_ordinal(text: str) -> int:
    """Return the number of an ordinal in words; the inverse of `ordinal_to_words`.

    Raises:
        ReadingError: no ordinal.

    >>> words_to_ordinal("thứ nhất"), words_to_ordinal("thứ tư"), words_to_ordinal("thứ hai mươi mốt")
    (1, 4, 21)
    """
    source = Source(text, "words_to_ordinal")
    head = f"{numerals.ORDINAL} "
    if not source.low.startswith(head):
        raise source.error_at(Reason.ORDINAL, 0)
    rest = source.low[len(head) :]
    if rest in numerals.SPOKEN_ORDINALS:
        return numerals.SPOKEN_ORDINALS[rest]
    value = spelled_whole(source, len(head), len(source.low)).value
    if value != value.to_integral_value() or value < 1:
        raise source.error_at(Reason.ORDINAL, len(head))
    return int(value)


def spelled_whole(source: Source, start: int, end: int) -> Spelled:
    """Return the number that all words between two positions spell."""
    words = source.low[start:end].split(" ")
    try:
        return spelled(words)
    except NotANumberError as error:
        raise not_a_number(source, start, words, error) from None


def not_a_number(source: Source, start: int, words: Sequence[str], error: NotANumberError) -> ReadingError:
    """Return what a reader raises for words of a text that begin at a position."""
    before = " ".join(words[: error.position])
    where = start + len(before) + (1 if before else 0)
    if not error.readings:
        return source.error_at(error.reason, where)
    written = [_written(meaning) for meaning in error.readings.values()]
    return source.ambiguous(
        error.reason,
        where,
        error.readings,
        Words("hãy viết bằng chữ số", "write it in digits"),
        meanings=[Words.same(text) for text in written],
    )


def _written(meaning: Meaning) -> str:
    """Return a number that is meant, or two of which one is: "2–3"."""
    numbers = meaning if isinstance(meaning, tuple) else (meaning,)
    return "–".join(f"{number:,f}".translate(_VIETNAMESE_SIGNS) for number in numbers)


_VIETNAMESE_SIGNS: Final = str.maketrans(",.", ".,")


def leading_words(words: Sequence[str]) -> int:
    """Return how many words at the start can belong to a number.

    >>> leading_words("bốn mươi lăm hộ".split())
    3
    """
    count = next((place for place, word in enumerate(words) if word not in NUMBER_WORDS), len(words))
    if count and " ".join(words[count - 1 : count + 1]) in spellings.NOT_SCALES:
        return count - 1  # ba tỷ phú
    return count


def spelled(words: Sequence[str], *, bare: bool = False) -> Spelled:
    """Return the number that a list of lower-case words spells.

    Args:
        words: the words.
        bare: whether a scale word alone is one of it, as in "gần chục hộ", "hơn triệu đồng".

    Raises:
        NotANumberError: they spell none, or several.

    >>> spelled(["ba", "tỷ", "rưỡi"]), spelled(["chục"], bare=True)
    (Spelled(value=Decimal('3500000000'), zeros=9), Spelled(value=Decimal('10'), zeros=0))
    """
    found = formal_number(words)
    if found is not None and found[0] < LARGEST_WHOLE:
        return Spelled(Decimal(found[0]), found[1])
    start = 1 if words and words[0] in numerals.MINUSES else 0
    point = next((place for place, word in enumerate(words) if word in numerals.SPOKEN_POINTS), None)
    reader = WordReader(words, start, len(words) if point is None else point, bare=bare)
    try:
        value, zeros = reader.read()
    except NotANumberError as error:
        if not error.readings or (point is None and not start):
            raise
        raise NotANumberError(error.position) from None
    if point is not None:
        decimals, following = _decimals(words, point + 1)
        if reader.ended or (zeros and following):  # ba tỷ rưỡi phẩy hai, ba tỷ phẩy hai triệu
            raise NotANumberError(point)
        zeros = following
        if words[point] == numerals.SPOKEN_DOT:
            _check_dot(point, value, decimals, following)
        value = decimal_from(EXACT.scaleb(EXACT.add(value, decimals), zeros))
    if value.adjusted() >= MAX_DIGITS:
        raise NotANumberError(start)
    return Spelled(EXACT.minus(value) if start and value else value, zeros)


def _check_dot(point: int, whole: Decimal, decimals: Decimal, zeros: int) -> None:
    """Check that "chấm" stands before other than three digits: "một chấm năm trăm" may be 1.500."""
    if decimals.as_tuple().exponent != -THOUSAND or not 0 < whole < 1000:
        return
    number = EXACT.add(whole, decimals)
    readings = {"decimal-dot": number, "grouping-dot": EXACT.scaleb(number, THOUSAND)}
    scaled = {name: decimal_from(EXACT.scaleb(each, zeros)) for name, each in readings.items()}
    raise NotANumberError(point, Reason.TWO_WAY, scaled)


def _decimals(words: Sequence[str], start: int) -> Spelled:
    """Return what stands after the point, and the zeros of the scale words after it.

    Digits are read one by one ("không bốn"), or as zeros and then one number ("hai mươi lăm").
    """
    end = len(words)
    while end > start and words[end - 1] in SCALES:
        end -= 1
    zeros = sum(SCALES[word] for word in words[end:])
    if zeros not in SCALE_SIZES:
        raise NotANumberError(end)
    if any(word in _NOT_AFTER_POINT for word in words[start:end]):
        raise NotANumberError(start)
    if all(word in DIGITS for word in words[start:end]):
        digits = "".join(str(DIGITS[word]) for word in words[start:end])
    else:
        first = next(place for place in range(start, end) if words[place] != numerals.DIGITS[0])
        digits = "0" * (first - start) + str(WordReader(words, first, end, sure=True).read().value)
    if not digits.isdigit() or len(digits) > MAX_DIGITS:
        raise NotANumberError(start)
    return Spelled(EXACT.scaleb(Decimal(digits), -len(digits)), zeros)


_NOT_AFTER_POINT: Final = frozenset({*SCALES, *numerals.AND_A_HALF, numerals.HALF})
