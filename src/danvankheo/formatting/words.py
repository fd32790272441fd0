"""Whole numbers in Vietnamese words."""

from typing import Final, Literal, TypeAlias

from danvankheo.domain.numbers import decimal_from
from danvankheo.errors import Reason, one_of, refusal
from danvankheo.locale_vi import numerals

ZeroWord: TypeAlias = Literal["linh", "lẻ"]
"""What stands for a missing ten: một trăm linh năm in the north, một trăm lẻ năm in the south."""

ThousandWord: TypeAlias = Literal["nghìn", "ngàn"]
"""The word for thousand: nghìn in the north, ngàn in the south."""

FourWord: TypeAlias = Literal["tư", "bốn"]
"""The word for four after a ten: hai mươi tư, or hai mươi bốn."""

_BILLION: Final = 1_000_000_000


def number_to_words(
    number: int, *, zero: ZeroWord = "linh", thousand: ThousandWord = "nghìn", four: FourWord = "tư"
) -> str:
    """Return a whole number in words, in the formal style: inner zeros are read out.

    Above tỷ the words nest, as in "một tỷ tỷ".

    Args:
        number: any whole number of at most 100 digits.
        zero: the word for a missing ten.
        thousand: the word for thousand.
        four: the word for four after a ten.

    Raises:
        InvalidValueError: not a whole number, too long, or a word that is none of the choices.

    >>> number_to_words(21), number_to_words(105), number_to_words(1005)
    ('hai mươi mốt', 'một trăm linh năm', 'một nghìn không trăm linh năm')
    >>> number_to_words(-15), number_to_words(24_000, thousand="ngàn", four="bốn")
    ('âm mười lăm', 'hai mươi bốn ngàn')
    """
    if not isinstance(number, int):
        raise refusal("number_to_words", Reason.WHOLE_NUMBER, number)
    size = abs(int(decimal_from(number, "number_to_words")))
    words = _Words(zero=zero, thousand=thousand, four=four)
    text = words.of(size)
    return f"{numerals.MINUS} {text}" if number < 0 else text


class _Words:
    """The chosen words of a region."""

    def __init__(self, *, zero: str, thousand: str, four: str) -> None:
        for name, word, allowed in (
            ("zero", zero, numerals.MISSING_TEN),
            ("thousand", thousand, numerals.THOUSAND),
            ("four", four, numerals.FOUR_AFTER_TEN),
        ):
            one_of(word, allowed, f"number_to_words.{name}")
        self._zero, self._four = zero, four
        self._steps = ((1_000_000, numerals.MILLION), (1_000, thousand), (1, ""))

    def of(self, number: int) -> str:
        """Return the words of a number that is not negative."""
        return self._below_billions(number, inner=False) if number else numerals.DIGITS[0]

    def _below_billions(self, number: int, *, inner: bool) -> str:
        """Return the words; `inner` if larger ones stand before, so that zeros are read out."""
        billions, rest = divmod(number, _BILLION)
        parts = []
        if billions:
            parts.append(f"{self._below_billions(billions, inner=inner)} {numerals.BILLION}")
            inner = True
        for size, word in self._steps:
            group, rest = divmod(rest, size)
            if group:
                parts.append(f"{self._group(group, inner=inner)} {word}".rstrip())
                inner = True
        return " ".join(parts)

    def _group(self, number: int, *, inner: bool) -> str:
        """Return the words of 1 to 999."""
        hundreds, rest = divmod(number, 100)
        tens, ones = divmod(rest, 10)
        parts = []
        if hundreds or inner:
            parts.append(f"{numerals.DIGITS[hundreds]} {numerals.HUNDRED}")
        if tens == 1:
            parts.append(numerals.TEN)
        elif tens:
            parts.append(f"{numerals.DIGITS[tens]} {numerals.TENS}")
        elif ones and parts:
            parts.append(self._zero)
        if ones:
            parts.append(self._one(ones, tens))
        return " ".join(parts)

    def _one(self, ones: int, tens: int) -> str:
        if ones == 1 and tens > 1:
            return numerals.ONE_AFTER_TENS
        if ones == 4 and tens > 1:
            return self._four
        if ones == 5 and tens:
            return numerals.FIVE_AFTER_TEN
        return numerals.DIGITS[ones]
