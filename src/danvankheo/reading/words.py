"""Number words to numbers: "một nghìn không trăm linh năm", "ba tỷ rưỡi", "hai trăm tư".

The formal form is what `number_to_words` writes. The spoken one leaves out what is clear: mươi
before mốt, tư and lăm; không trăm before linh; the scale word behind "triệu hai". What could be
meant two ways is refused: "một trăm năm" may be 150 or a hundred years.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum, auto
from types import MappingProxyType
from typing import Final, NamedTuple

from danvankheo.domain.numbers import EXACT, LARGEST_WHOLE, MAX_DIGITS, decimal_from, shortest
from danvankheo.locale_vi import numerals
from danvankheo.reading.formal_words import formal_number
from danvankheo.reading.source import LONGEST_PHRASE, Source
from danvankheo.reasons import Reason

_ONES: Final[Mapping[str, int]] = MappingProxyType(
    {**{word: digit for digit, word in enumerate(numerals.DIGITS) if digit}, **numerals.SPOKEN_DIGITS}
)
_DIGITS: Final = MappingProxyType({numerals.DIGITS[0]: 0, **_ONES})
_FIVE: Final = numerals.DIGITS[5]
_FIVES: Final = dict.fromkeys(numerals.FIVE_AFTER_TEN, 5)
_NOT_FIVE: Final = {word: digit for word, digit in _ONES.items() if word != _FIVE}
_AFTER_TEN: Final = MappingProxyType(_NOT_FIVE | _FIVES)
_AFTER_TENS: Final = MappingProxyType(_NOT_FIVE | _FIVES | {numerals.ONE_AFTER_TENS: 1})
# Words that only ever stand behind a ten, so that "hai mốt" needs no mươi. Two plain digits are
# refused: "hai ba" is two or three.
_WITHOUT_TENS: Final = MappingProxyType(_FIVES | {numerals.ONE_AFTER_TENS: 1, numerals.FOURTH: 4})
_AFTER_HUNDRED: Final = MappingProxyType({**_ONES, numerals.ONE_AFTER_TENS: 1})
_SCALES: Final = numerals.SCALE_ZEROS
_BILLIONS: Final = frozenset(word for word, zeros in _SCALES.items() if zeros == 9)
_HALVED: Final[Mapping[str, int]] = MappingProxyType(
    {**_SCALES, numerals.HUNDRED: 2, numerals.SPOKEN_TENS[1]: 1}
)
_HALF: Final = Decimal("0.5")
_BILLION: Final = 9
_THOUSAND: Final = 3
_LEADS: Final = frozenset({*_SCALES, numerals.HUNDRED, *numerals.SPOKEN_TENS[1:]})
_WORDS: Final = frozenset(
    {
        *_DIGITS, *_AFTER_TENS, *_LEADS, *numerals.MISSING_TEN, *numerals.SPOKEN_TENS, *numerals.AND_A_HALF,
        *numerals.SPOKEN_POINTS, numerals.TEN, numerals.MINUS, numerals.HALF,
    }
)  # fmt: skip


class Spelled(NamedTuple):
    """A number read from words, and how many zeros its last scale word stands for."""

    value: Decimal
    zeros: int


class NotANumberError(Exception):
    """The words make no number from `position` on."""

    def __init__(self, position: int, reason: Reason = Reason.NUMBER_WORDS) -> None:
        super().__init__(position, reason)
        self.position: int = position
        self.reason: Reason = reason


def words_to_number(text: str) -> Decimal:
    """Return the number that Vietnamese words spell; the inverse of `number_to_words`.

    Formal and spoken forms are read: "hai mươi mốt" and "hai mốt", "một nghìn không trăm linh
    năm" and "một nghìn lẻ năm", "hai trăm tư" (240), "triệu hai" (1 200 000), "ba tỷ rưỡi",
    "nửa triệu", nghìn and ngàn, tỷ and tỉ, lăm and nhăm, composed and decomposed letters.
    Decimals are read one by one or as a number: "phẩy không bốn", "phẩy hai mươi lăm".

    Raises:
        ReadingError: words in no order of a number, "chín mươi năm" (ninety years), or a text
            with another word in it.

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
        raise source.refuse(Reason.ORDINAL, 0)
    rest = source.low[len(head) :]
    if rest in numerals.SPOKEN_ORDINALS:
        return numerals.SPOKEN_ORDINALS[rest]
    value = spelled_whole(source, len(head), len(source.low)).value
    if value != value.to_integral_value() or value < 1:
        raise source.refuse(Reason.ORDINAL, len(head))
    return int(value)


def spelled_whole(source: Source, start: int, end: int) -> Spelled:
    """Return the number that all words between two positions spell."""
    words = source.low[start:end].split(" ")
    try:
        return spelled(words)
    except NotANumberError as error:
        before = " ".join(words[: error.position])
        raise source.refuse(error.reason, start + len(before) + (1 if before else 0)) from None


def leading_words(words: Sequence[str]) -> int:
    """Return how many words at the start can belong to a number.

    >>> leading_words("bốn mươi lăm hộ".split())
    3
    """
    return next((place for place, word in enumerate(words) if word not in _WORDS), len(words))


def spelled(words: Sequence[str]) -> Spelled:
    """Return the number that a list of lower-case words spells.

    Raises:
        NotANumberError: they spell none.

    >>> spelled(["ba", "tỷ", "rưỡi"])
    Spelled(value=Decimal('3500000000'), zeros=9)
    """
    found = formal_number(words)
    if found is not None and found[0] < LARGEST_WHOLE:
        return Spelled(Decimal(found[0]), found[1])
    start = 1 if words and words[0] == numerals.MINUS else 0
    point = next((place for place, word in enumerate(words) if word in numerals.SPOKEN_POINTS), None)
    reader = _Reader(words, start, len(words) if point is None else point)
    value, zeros = reader.read()
    if point is not None:
        decimals, behind = _decimals(words, point + 1)
        if reader.ended or (zeros and behind):  # ba tỷ rưỡi phẩy hai, ba tỷ phẩy hai triệu
            raise NotANumberError(point)
        zeros = behind
        value = decimal_from(EXACT.scaleb(EXACT.add(value, decimals), zeros))
    if value.adjusted() >= MAX_DIGITS:
        raise NotANumberError(start)
    return Spelled(EXACT.minus(value) if start and value else value, zeros)


def _decimals(words: Sequence[str], start: int) -> Spelled:
    """Return what stands behind the point, and the zeros of the scale words behind it.

    Digits are read one by one ("không bốn"), or as zeros and then one number ("hai mươi lăm").
    """
    end = len(words)
    while end > start and words[end - 1] in _SCALES:
        end -= 1
    zeros = sum(_SCALES[word] for word in words[end:])
    if zeros not in _SCALE_SIZES:
        raise NotANumberError(end)
    if any(word in _NOT_BEHIND_POINT for word in words[start:end]):
        raise NotANumberError(start)
    if all(word in _DIGITS for word in words[start:end]):
        digits = "".join(str(_DIGITS[word]) for word in words[start:end])
    else:
        first = next(place for place in range(start, end) if words[place] != numerals.DIGITS[0])
        digits = "0" * (first - start) + str(_Reader(words, first, end).read().value)
    if not digits.isdigit() or len(digits) > MAX_DIGITS:
        raise NotANumberError(start)
    return Spelled(EXACT.scaleb(Decimal(digits), -len(digits)), zeros)


_SCALE_SIZES: Final = frozenset({0, 12, *_SCALES.values()})  # 12: nghìn tỷ
_HALF_SIZES: Final = _SCALE_SIZES | set(_HALVED.values())


_NOT_BEHIND_POINT: Final = frozenset({*_SCALES, *numerals.AND_A_HALF, numerals.HALF})


class _Form(Enum):
    """How a group below a thousand is said, which decides where it may stand."""

    FULL = auto()  # with trăm
    TENS = auto()  # hai mươi mốt
    ONES = auto()  # linh năm
    DIGIT = auto()  # hai


_SURE_FORMS: Final = (_Form.FULL, _Form.ONES)


class _Reader:
    """Reads the words of a number from left to right, looking at each a bounded number of times."""

    def __init__(self, words: Sequence[str], start: int, end: int) -> None:
        self._words, self._at, self._end = words, start, end
        self.ended: bool = False  # behind rưỡi and a spoken last digit nothing may follow

    def read(self) -> Spelled:
        """Return the number that all the words spell."""
        word = self._word()
        if word == numerals.HALF:
            return self._half()
        if word == numerals.DIGITS[1] and self._word(1) == numerals.HALF:
            self._at += 1
            return self._half()
        leads = word in _LEADS
        if leads:  # "triệu hai": một is left out, so something must follow
            self._words = [*self._words[: self._at], numerals.DIGITS[1], *self._words[self._at :]]
            self._end += 1
        try:
            found = self._parts()
            if leads and not self.ended:
                raise NotANumberError(self._at)
        except NotANumberError as error:
            raise NotANumberError(max(0, error.position - leads), error.reason) from None
        return found

    def _parts(self) -> Spelled:
        """Return the sum of the parts: groups, each with the scale words behind it."""
        above = below = 0  # whole billions, and what was read since
        zeros = _BILLION  # of the last scale word: the next part must be smaller
        in_full = True  # no group since the last tỷ left out its hundreds
        first = True
        while True:
            at = self._at
            group, form = self._group()
            in_full = in_full and (above == 0 or form is _Form.FULL)
            if self._word() not in _SCALES:
                return self._last(above + below, zeros, group, form, at, first=first)
            size = _SCALES[self._word()]
            if size != _BILLION:
                if size >= zeros or group * 10**size >= 10**zeros:
                    raise NotANumberError(self._at)
                below, zeros = below + group * 10**size, size
                group, self._at = 0, self._at + 1
            while self._word() in _BILLIONS:
                if not in_full:
                    raise NotANumberError(self._at)  # ba tỷ hai tỷ
                above, below, group, zeros = (above + below + group) * 10**_BILLION, 0, 0, _BILLION
                self._at += 1
            first = False
            if self._ends_in_half():
                return Spelled(Decimal(above + below + 10**zeros // 2), zeros)
            if self._at == self._end:
                return Spelled(Decimal(above + below), zeros)

    def _last(self, before: int, zeros: int, group: int, form: "_Form", at: int, *, first: bool) -> Spelled:
        """Return the sum with the last group, behind which no scale word stands."""
        if first and form is _Form.DIGIT and group and self._ends_in_half():  # hai rưỡi
            return Spelled(EXACT.add(Decimal(group), _HALF), 0)
        if self._at != self._end:
            raise NotANumberError(self._at)
        if first or form in _SURE_FORMS or (zeros == _THOUSAND and form is _Form.TENS):
            return Spelled(Decimal(before + group), 0)
        if form is not _Form.DIGIT or not group:
            raise NotANumberError(at)  # một triệu hai mươi: 20 or 20 nghìn?
        if self._words[at] == _FIVE:
            raise NotANumberError(at, Reason.NOT_YEARS)  # một triệu năm
        self.ended = True
        return Spelled(Decimal(before + group * 10 ** (zeros - 1)), zeros)  # một triệu hai

    def _group(self) -> tuple[int, "_Form"]:
        """Return the next group below a thousand, and how it is said."""
        word, at = self._word(), self._at
        if word in numerals.MISSING_TEN:
            self._at += 1
            return self._take(_ONES), _Form.ONES
        if word == numerals.TEN:
            self._at += 1
            return 10 + self._take_after_ten(_AFTER_TEN), _Form.TENS
        digit = self._take(_DIGITS)
        following = self._word()
        if word == numerals.FOURTH and following and following not in _SCALES:  # never "tư mươi"
            raise NotANumberError(self._at)
        if following == numerals.HUNDRED:
            self._at += 1
            return digit * 100 + self._below_a_hundred(digit), _Form.FULL
        if following in numerals.SPOKEN_TENS:
            self._at += 1
            return self._tens(digit, at), _Form.TENS
        if following in _WITHOUT_TENS and digit > 1:
            return digit * 10 + self._take(_WITHOUT_TENS), _Form.TENS
        return digit, _Form.DIGIT

    def _below_a_hundred(self, hundreds: int) -> int:
        """Return what follows trăm: "linh năm", "hai mươi mốt", spoken "tư" for forty, "rưỡi"."""
        word, at = self._word(), self._at
        if hundreds and self._ends_in_half():
            return 50
        if word in numerals.MISSING_TEN or word == numerals.TEN or self._word(1) in numerals.SPOKEN_TENS:
            return self._group()[0]
        if self._word(1) in _WITHOUT_TENS:
            return self._group()[0]
        if word not in _AFTER_HUNDRED:
            return 0
        tens = self._take(_AFTER_HUNDRED)
        if not hundreds:
            raise NotANumberError(at)  # không trăm tư
        if word == _FIVE and self._word() not in _SCALES:
            raise NotANumberError(at, Reason.NOT_YEARS)  # một trăm năm
        self.ended = True
        return tens * 10

    def _tens(self, digit: int, at: int) -> int:
        """Return what "hai mươi" and the word behind it make."""
        chuc = self._words[self._at - 1] != numerals.TENS
        if digit < (1 if chuc else 2):
            raise NotANumberError(at)
        if chuc and self._ends_in_half():
            return digit * 10 + 5
        return digit * 10 + self._take_after_ten(_AFTER_TENS)

    def _take_after_ten(self, ones: Mapping[str, int]) -> int:
        word = self._word()
        if word == _FIVE:
            raise NotANumberError(self._at, Reason.NOT_YEARS)
        return self._take(ones) if word in ones else 0

    def _half(self) -> Spelled:
        """Return nửa, or half of the scale word behind it."""
        self._at += 1
        self.ended = True
        zeros = 0
        while (word := self._word()) in _HALVED:
            zeros += _HALVED[word]
            self._at += 1
        if self._at != self._end or zeros not in _HALF_SIZES:
            raise NotANumberError(self._at)
        return Spelled(shortest(EXACT.multiply(_HALF, Decimal(10**zeros))), zeros if zeros > 2 else 0)

    def _ends_in_half(self) -> bool:
        """Tell whether the rest is "rưỡi", and read it."""
        if self._at != self._end - 1 or self._word() not in numerals.AND_A_HALF:
            return False
        self._at += 1
        self.ended = True
        return True

    def _word(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._words[at] if at < self._end else ""

    def _take(self, digits: Mapping[str, int]) -> int:
        digit = digits.get(self._word())
        if digit is None:
            raise NotANumberError(self._at)
        self._at += 1
        return digit
