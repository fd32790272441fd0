"""Numbers, money, percentages, fractions and ordinals in Vietnamese words."""

from functools import cache
from typing import Final, Literal, TypeAlias, TypedDict, Unpack

from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import Rounding, round_to
from danvankheo.checking import check_one_of
from danvankheo.domain.numbers import Number, decimal_from, fraction_from, shortest, whole_from
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import DONG, Dimension
from danvankheo.errors import invalid
from danvankheo.formatting.numbers import approximated, exact
from danvankheo.locale_vi import numerals, words
from danvankheo.reasons import Reason

ZeroWord: TypeAlias = Literal["linh", "lẻ"]
"""What stands for a missing ten: một trăm linh năm in the north, một trăm lẻ năm in the south."""

ThousandWord: TypeAlias = Literal["nghìn", "ngàn"]
"""The word for thousand: nghìn in the north, ngàn in the south."""

FourWord: TypeAlias = Literal["tư", "bốn"]
"""The word for four after a ten: hai mươi tư, or hai mươi bốn."""

FiveWord: TypeAlias = Literal["lăm", "nhăm"]
"""The word for five after a ten from twenty on: hai mươi lăm, or hai mươi nhăm."""


class WordStyle(TypedDict, total=False):
    """The words of a region; what is not chosen is formal: linh, nghìn, tư, lăm.

    >>> from danvankheo import number_to_words
    >>> from danvankheo.formatting import WordStyle
    >>> southern: WordStyle = {"zero": "lẻ", "thousand": "ngàn"}
    >>> number_to_words(1005, **southern)
    'một ngàn không trăm lẻ năm'
    """

    zero: ZeroWord
    thousand: ThousandWord
    four: FourWord
    five: FiveWord


_SHORT: Final = 10**30  # needs no check of its length


def number_to_words(number: Number, **style: Unpack[WordStyle]) -> str:
    """Return a number in words, in the formal style; the inverse of `words_to_number`.

    Inner zeros are read out, each part is said with all the tỷ that it is counted in ("một tỷ tỷ
    hai trăm tỷ"), and decimals are read digit by digit, as many as are written.

    Args:
        number: any number of at most 100 digits on either side of the point.
        style: the words of a region: ``zero`` linh or lẻ, ``thousand`` nghìn or ngàn, ``four``
            tư or bốn and ``five`` lăm or nhăm, the last two after a ten.

    Raises:
        InvalidValueError: no number, too long, or a word that is none of the choices.
        NotExactError: a fraction without a last decimal; `fraction_to_words` spells it.

    >>> from decimal import Decimal
    >>> number_to_words(21), number_to_words(105), number_to_words(1005)
    ('hai mươi mốt', 'một trăm linh năm', 'một nghìn không trăm linh năm')
    >>> number_to_words(Decimal("2.04")), number_to_words(-15)
    ('hai phẩy không bốn', 'âm mười lăm')
    >>> number_to_words(24_000, thousand="ngàn", four="bốn")
    'hai mươi bốn ngàn'
    """
    chosen = _chosen(style) if style else _FORMAL
    if type(number) is int and 0 <= number < _SHORT:
        return chosen.whole(number)
    value = decimal_from(number, "number_to_words")
    if isinstance(number, float):
        value = shortest(value)  # 1.0 was not written by anyone
    sign = f"{numerals.MINUS} " if value < 0 else ""
    whole, _, decimals = f"{value.copy_abs():f}".partition(".")
    text = sign + chosen.whole(int(whole))
    if not decimals:
        return text
    return f"{text} {numerals.POINT} {' '.join(numerals.DIGITS[int(digit)] for digit in decimals)}"


def money_to_words(
    amount: Number | Quantity, *, even: bool = False, capital: bool = False, **style: Unpack[WordStyle]
) -> str:
    """Return an amount of money in words, as vouchers need it; `parse_money` is the inverse.

    Accounting Law 2015, art. 16, asks for the sum of a voucher in figures and in words.

    Args:
        amount: an amount in đồng, or a quantity of money, spelled in its base unit.
        even: whether "chẵn" closes it, which says that no smaller money follows.
        capital: whether the first letter is a capital.
        style: as in `number_to_words`.

    Raises:
        InvalidValueError: not money, or `even` for an amount that is not whole.

    >>> from danvankheo import Quantity
    >>> from danvankheo.units import MILLION_DONG
    >>> money_to_words(154_400_000, even=True, capital=True)
    'Một trăm năm mươi tư triệu bốn trăm nghìn đồng chẵn'
    >>> money_to_words(Quantity(5, MILLION_DONG))
    'năm triệu đồng'
    """
    quantity = amount if isinstance(amount, Quantity) else Quantity(exact(amount, "money_to_words"), DONG)
    unit = quantity.unit.to_base()
    if unit.dimension is not Dimension.MONEY:
        raise invalid("money_to_words", Reason.DIMENSION, unit.label, allowed=Words("tiền", "money"))
    value = shortest(quantity.to(unit).amount)
    name = words.UNIT_LONG_NAMES.get(unit.measure, unit.name)
    text = f"{number_to_words(value, **style)} {name}"
    if even:
        if value != value.to_integral_value():
            raise invalid("money_to_words", Reason.WHOLE_NUMBER, value)
        text = f"{text} {numerals.EVEN}"
    if unit.rate:
        text = f"{text}/{unit.rate}"
    text = approximated(text, quantity.approximation)
    return text[0].upper() + text[1:] if capital else text


def percent_to_words(
    ratio: Number,
    *,
    decimals: int | None = None,
    rounding: Rounding = Rounding.HALF_UP,
    **style: Unpack[WordStyle],
) -> str:
    """Return a ratio as a percentage in words; `parse_percent` is the inverse.

    Args:
        ratio: a plain number; 1 is 100%.
        decimals: so many decimals of the percentage; None spells the exact value.
        rounding: how the last digit is chosen.
        style: as in `number_to_words`.

    >>> from danvankheo import share
    >>> percent_to_words(share(27, 28), decimals=2)
    'chín mươi sáu phẩy bốn ba phần trăm'
    """
    percent = fraction_from(ratio, "percent_to_words") * 100
    if decimals is None:
        number = exact(percent, "percent_to_words")
    else:
        number = round_to(percent, decimals, rounding=rounding)
    return f"{number_to_words(number, **style)} {numerals.FRACTION} {numerals.HUNDRED}"


def fraction_to_words(part: int, whole: int, **style: Unpack[WordStyle]) -> str:
    """Return a fraction in words; `parse_ratio` is the inverse.

    Raises:
        InvalidValueError: not whole numbers, or a whole that is not more than zero.

    >>> fraction_to_words(3, 4), fraction_to_words(27, 28)
    ('ba phần tư', 'hai mươi bảy phần hai mươi tám')
    """
    _check_whole("fraction_to_words.part", part)
    _check_whole("fraction_to_words.whole", whole, positive=True)
    below = numerals.FOURTH if whole == 4 else number_to_words(whole, **style)
    return f"{number_to_words(part, **style)} {numerals.FRACTION} {below}"


def ordinal_to_words(number: int, **style: Unpack[WordStyle]) -> str:
    """Return an ordinal in words; `words_to_ordinal` is the inverse.

    Raises:
        InvalidValueError: not a whole number from 1 on.

    >>> ordinal_to_words(1), ordinal_to_words(4), ordinal_to_words(21)
    ('thứ nhất', 'thứ tư', 'thứ hai mươi mốt')
    """
    _check_whole("ordinal_to_words", number, positive=True)
    special = {1: numerals.FIRST, 4: numerals.FOURTH}
    return f"{numerals.ORDINAL} {special.get(number) or number_to_words(number, **style)}"


def _check_whole(where: str, number: int, *, positive: bool = False) -> None:
    if whole_from(number, where) < 1 and positive:
        raise invalid(where, Reason.POSITIVE, number)


_TWO_BILLIONS: Final = 10**18  # from there on tỷ stands twice


class _Words:
    """The chosen words of a region, and the words of 0 to 999 made from them."""

    __slots__ = ("_inner", "_thousand", "head")

    def __init__(
        self,
        zero: str = numerals.MISSING_TEN[0],
        thousand: str = numerals.THOUSAND[0],
        four: str = numerals.FOUR_AFTER_TEN[0],
        five: str = numerals.FIVE_AFTER_TEN[0],
    ) -> None:
        self._thousand = thousand
        below_hundred = _below_hundred(zero, four, five)
        # Inside a larger number the hundreds are stated even if they are none.
        self._inner = tuple(
            f"{numerals.DIGITS[number // 100]} {numerals.HUNDRED} {below_hundred[number % 100]}".rstrip()
            for number in range(1000)
        )
        self.head = (*numerals.DIGITS, *below_hundred[10:], *self._inner[100:])

    def whole(self, number: int) -> str:
        """Return the words of a number that is not negative.

        Each nine digits are said with the tỷ that they are counted in: 10¹⁸ is một tỷ tỷ.
        """
        if number < 1000:
            return self.head[number]
        if number >= _TWO_BILLIONS:
            return self._long(number)
        rest, ones = divmod(number, 1000)
        rest, thousands = divmod(rest, 1000)
        billions, millions = divmod(rest, 1000)
        text, group = "", self.head
        if billions:
            text, group = f"{self.whole(billions)} {numerals.BILLION} ", self._inner
        if millions:
            text, group = f"{text}{group[millions]} {numerals.MILLION} ", self._inner
        if thousands:
            text, group = f"{text}{group[thousands]} {self._thousand} ", self._inner
        return f"{text}{group[ones]}" if ones else text[:-1]

    def _long(self, number: int) -> str:
        """Return the words of a number of more than two groups of nine digits."""
        chunks = []
        while number:
            number, chunk = divmod(number, 10**9)
            chunks.append(chunk)
        parts, group = list[str](), self.head
        for place in range(len(chunks) - 1, -1, -1):
            if not chunks[place]:
                continue
            rest, ones = divmod(chunks[place], 1000)
            millions, thousands = divmod(rest, 1000)
            for size, scale in ((millions, numerals.MILLION), (thousands, self._thousand), (ones, "")):
                if size:
                    parts.append(f"{group[size]} {scale}" if scale else group[size])
                    group = self._inner
            parts.extend([numerals.BILLION] * place)
        return " ".join(parts)


def _chosen(style: WordStyle) -> _Words:
    for name, allowed in (
        ("zero", numerals.MISSING_TEN),
        ("thousand", numerals.THOUSAND),
        ("four", numerals.FOUR_AFTER_TEN),
        ("five", numerals.FIVE_AFTER_TEN),
    ):
        if name in style:
            check_one_of(style[name], allowed, f"number_to_words.{name}")  # type: ignore[literal-required]
    return _words_of(tuple(style.items()))


@cache
def _words_of(style: tuple[tuple[str, str], ...]) -> _Words:
    return _Words(**dict(style))


def _below_hundred(zero: str, four: str, five: str) -> list[str]:
    """Return the words of 0 to 99 after a hundred."""
    after_tens = {1: numerals.ONE_AFTER_TENS, 4: four, 5: five}
    told = []
    for number in range(100):
        tens, ones = divmod(number, 10)
        if tens == 0:
            text = f"{zero} {numerals.DIGITS[ones]}" if ones else ""
        elif tens == 1:
            one = numerals.FIVE_AFTER_TEN[0] if ones == 5 else numerals.DIGITS[ones] if ones else ""
            text = f"{numerals.TEN} {one}".rstrip()
        else:
            one = after_tens.get(ones, numerals.DIGITS[ones]) if ones else ""
            text = f"{numerals.DIGITS[tens]} {numerals.TENS} {one}".rstrip()
        told.append(text)
    return told


_FORMAL: Final = _Words()
