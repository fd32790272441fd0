"""The grammar of number words: groups below a thousand, and the scale words that count them."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from enum import Enum, auto
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from danvankheo.domain.numbers import EXACT, shortest
from danvankheo.locale_vi import numerals
from danvankheo.reasons import Reason

_ONES: Final[Mapping[str, int]] = MappingProxyType(
    {**{word: digit for digit, word in enumerate(numerals.DIGITS) if digit}, **numerals.SPOKEN_DIGITS}
)
DIGITS: Final = MappingProxyType({numerals.DIGITS[0]: 0, **_ONES})
_FIVE: Final = numerals.DIGITS[5]
_FIVES: Final = dict.fromkeys(numerals.FIVE_AFTER_TEN, 5)
_NOT_FIVE: Final = {word: digit for word, digit in _ONES.items() if word != _FIVE}
_AFTER_TEN: Final = MappingProxyType(_NOT_FIVE | _FIVES)
_AFTER_TENS: Final = MappingProxyType(_NOT_FIVE | _FIVES | {numerals.ONE_AFTER_TENS: 1})
# Words that only ever stand after a ten, so that "hai mốt" needs no mươi. Two plain digits are
# refused: "hai ba" is two or three.
_WITHOUT_TENS: Final = MappingProxyType(_FIVES | {numerals.ONE_AFTER_TENS: 1, numerals.FOURTH: 4})
_AFTER_HUNDRED: Final = MappingProxyType({**_ONES, numerals.ONE_AFTER_TENS: 1})
_ONE: Final = numerals.DIGITS[1]
_LINH: Final = numerals.MISSING_TEN[0]
SCALES: Final = numerals.SCALE_ZEROS
_BILLIONS: Final = frozenset(word for word, zeros in SCALES.items() if zeros == 9)
_HALVED: Final[Mapping[str, int]] = MappingProxyType(
    {**SCALES, numerals.HUNDRED: 2, numerals.SPOKEN_TENS[1]: 1}
)
_HALF: Final = Decimal("0.5")
_BILLION: Final = 9
THOUSAND: Final = 3
_LEADS: Final = frozenset({*SCALES, numerals.HUNDRED, *numerals.SPOKEN_TENS[1:]})
NUMBER_WORDS: Final = frozenset(
    {
        *DIGITS, *_AFTER_TENS, *_LEADS, *numerals.MISSING_TEN, *numerals.SPOKEN_TENS, *numerals.AND_A_HALF,
        *numerals.SPOKEN_POINTS, *numerals.MINUSES, *numerals.CONTRACTED_TENS, numerals.TEN, numerals.HALF,
    }
)  # fmt: skip
"""Every word that can be part of a number in words."""


class Spelled(NamedTuple):
    """A number read from words, and how many zeros its last scale word stands for."""

    value: Decimal
    zeros: int


Meaning: TypeAlias = Decimal | tuple[Decimal, Decimal]
"""What words may mean: a number, or one of two: "hai ba" is 23, or two or three."""


class NotANumberError(Exception):
    """The words make no number from `position` on, or several: then `readings` holds each."""

    def __init__(
        self,
        position: int,
        reason: Reason = Reason.NUMBER_WORDS,
        readings: Mapping[str, Meaning] = MappingProxyType({}),
    ) -> None:
        super().__init__(position, reason, readings)
        self.position: int = position
        self.reason: Reason = reason
        self.readings: Mapping[str, Meaning] = readings


SCALE_SIZES: Final = frozenset({0, 12, *SCALES.values()})  # 12: nghìn tỷ
_HALF_SIZES: Final = SCALE_SIZES | set(_HALVED.values())


class _Form(Enum):
    """How a group below a thousand is said, which decides where it may stand."""

    FULL = auto()  # with trăm
    TENS = auto()  # hai mươi mốt
    ONES = auto()  # linh năm
    DIGIT = auto()  # hai


_SURE_FORMS: Final = (_Form.FULL, _Form.ONES)


class WordReader:
    """Reads the words of a number from left to right, looking at each a bounded number of times.

    Args:
        words: all words.
        start: where the number begins.
        end: where it ends.
        bare: whether a scale word alone is one of it.
        sure: whether words that have two readings are refused without telling them.
    """

    def __init__(
        self, words: Sequence[str], start: int, end: int, *, bare: bool = False, sure: bool = False
    ) -> None:
        self._words, self._at, self._end = words, start, end
        self._bare, self._sure = bare, sure
        self.ended: bool = False  # after rưỡi and a spoken last digit nothing may follow

    def read(self) -> Spelled:
        """Return the number that all the words spell."""
        word = self._word()
        if word == numerals.HALF:
            return self._half()
        if word == _ONE and self._word(1) == numerals.HALF:
            self._at += 1
            return self._half()
        leads = word in _LEADS
        if leads:  # "triệu hai": một is left out, so something must follow
            self._words = [*self._words[: self._at], _ONE, *self._words[self._at :]]
            self._end += 1
        try:
            found = self._parts()
            if leads and not self._bare and all(word in _LEADS for word in self._words[1 : self._at]):
                raise NotANumberError(self._at)
        except NotANumberError as error:
            raise NotANumberError(max(0, error.position - leads), error.reason, error.readings) from None
        return found

    def _parts(self) -> Spelled:
        """Return the sum of the parts: groups, each with the scale words after it.

        What stands before a tỷ is counted in it; `limit` are the zeros of the smallest unit so far.
        """
        total = 0  # whole billions so far
        limit: int | None = None
        while True:
            counted, zeros = 0, _BILLION  # what is counted in the next tỷ, and its last scale word
            while True:
                at = self._at
                group, form = self._group(falls=bool(total or counted))
                size = SCALES.get(self._word())
                if size is None:
                    last = zeros if counted else limit
                    return self._last(total + counted, last, group, form, at)
                if size == _BILLION:
                    self._check_inner(counted, zeros, group, form, at)
                    counted, unit = counted + group, 0
                    break
                if size >= zeros or group * 10**size >= 10**zeros:
                    raise NotANumberError(self._at)
                self._at += 1
                counted, zeros = counted + group * 10**size, size
                if self._word() in _BILLIONS:
                    unit = size
                    break
                if self._ends_in_half():
                    return Spelled(Decimal(total + counted + 10**zeros // 2), zeros)
                if self._at == self._end:
                    return Spelled(Decimal(total + counted), zeros)
            while self._word() in _BILLIONS:
                counted, unit = counted * 10**_BILLION, unit + _BILLION
                self._at += 1
            if limit is not None and counted >= 10**limit:
                raise NotANumberError(self._at - 1)  # ba tỷ hai tỷ
            total, limit = total + counted, unit
            scale = unit if unit in SCALE_SIZES else _BILLION
            if self._ends_in_half():
                return Spelled(Decimal(total + 10**limit // 2), scale)
            if self._at == self._end:
                return Spelled(Decimal(total), scale)

    def _check_inner(self, counted: int, zeros: int, group: int, form: "_Form", at: int) -> None:
        """Check the last group before a tỷ: "hai nghìn ba tỷ" may be 2.003 tỷ or 2.300 tỷ."""
        if not counted or form in _SURE_FORMS or (form is _Form.TENS and zeros == THOUSAND):
            return
        readings = {}
        if form is _Form.DIGIT and self._at == self._end - 1 and _BILLIONS.isdisjoint(self._words[:at]):
            for name, each in (("ones", group), ("spoken", group * 10 ** (zeros - 1))):
                readings[name] = Decimal((counted + each) * 10**_BILLION)
        raise self._two_ways(at, readings)

    def _last(self, before: int, zeros: int | None, group: int, form: "_Form", at: int) -> Spelled:
        """Return the sum with the last group, after which no scale word stands.

        Args:
            before: the sum of the parts before it.
            zeros: those of the scale word before it, or None where it is the first.
            group: what it is.
            form: how it is said.
            at: where it begins.
        """
        first = zeros is None
        if first and form is _Form.DIGIT and group and self._ends_in_half():  # hai rưỡi
            return Spelled(EXACT.add(Decimal(group), _HALF), 0)
        if self._at != self._end:
            raise NotANumberError(self._at)
        if zeros is None or form in _SURE_FORMS or (zeros == THOUSAND and form is _Form.TENS):
            return Spelled(Decimal(before + group), 0)
        ones, next_unit = Decimal(before + group), 10 ** (zeros - 1)
        if form is _Form.TENS and zeros % 3 == 0:  # một triệu hai mươi: 20 or 20 nghìn?
            spoken = Decimal(before + group * 10 ** (zeros - 3))
            raise self._two_ways(at, {"ones": ones, "spoken": spoken})
        if form is not _Form.DIGIT or not group:
            raise NotANumberError(at)
        if self._words[at] == _FIVE:
            raise NotANumberError(at, Reason.NOT_YEARS)  # một triệu năm
        if group == 1:  # một nghìn một, một nghìn mốt
            raise self._two_ways(at, {"ones": ones, "spoken": Decimal(before + next_unit)})
        self.ended = True
        scale = zeros if zeros in SCALE_SIZES else _BILLION
        return Spelled(Decimal(before + group * next_unit), scale)  # một triệu hai

    def _group(self, *, falls: bool = False) -> tuple[int, "_Form"]:
        """Return the next group below a thousand, and how it is said.

        Args:
            falls: whether a scale word stands before it.
        """
        word, at = self._word(), self._at
        if word in numerals.MISSING_TEN:
            self._at += 1
            if falls and self._starts_a_ten():  # một tỷ lẻ mười bảy
                return self._group()[0], _Form.ONES
            return self._take(_ONES), _Form.ONES
        if word == numerals.TEN:
            self._at += 1
            return 10 + self._take_after_ten(_AFTER_TEN), _Form.TENS
        if word in numerals.CONTRACTED_TENS:
            tens = self._take(numerals.CONTRACTED_TENS)
            return tens * 10 + self._ones_after_tens(), _Form.TENS
        if falls and word == numerals.ONE_AFTER_TENS and self._at == self._end - 1:
            self._at += 1
            return 1, _Form.DIGIT
        digit = self._take(DIGITS)
        following = self._word()
        if word == numerals.FOURTH and following and following not in SCALES:  # never "tư mươi"
            raise NotANumberError(self._at)
        if following == numerals.HUNDRED:
            self._at += 1
            return digit * 100 + self._below_a_hundred(digit), _Form.FULL
        if following in numerals.SPOKEN_TENS:
            self._at += 1
            return self._tens(digit, at), _Form.TENS
        if following in _WITHOUT_TENS and digit > 1:
            return digit * 10 + self._take(_WITHOUT_TENS), _Form.TENS
        if following in _NOT_FIVE and _NOT_FIVE[following] == digit + 1:
            raise self._one_of_two(at)
        return digit, _Form.DIGIT

    def _starts_a_ten(self) -> bool:
        return self._word() == numerals.TEN or self._word(1) == numerals.TENS

    def _ones_after_tens(self) -> int:
        """Return the digit that must follow hăm and băm."""
        word = self._word()
        if word == _FIVE:
            raise NotANumberError(self._at, Reason.NOT_YEARS)
        return self._take(_AFTER_TENS)

    def _below_a_hundred(self, hundreds: int) -> int:
        """Return what follows trăm: "linh năm", "hai mươi mốt", spoken "tư" for forty, "rưỡi"."""
        word, at = self._word(), self._at
        if hundreds and self._ends_in_half():
            return 50
        if word in numerals.MISSING_TEN or word == numerals.TEN or self._word(1) in numerals.SPOKEN_TENS:
            return self._group()[0]
        if self._word(1) in _WITHOUT_TENS or word in numerals.CONTRACTED_TENS:
            return self._group()[0]
        if word not in _AFTER_HUNDRED:
            return 0
        if hundreds and self._word(1) in _ONES:
            return self._two_digits()
        tens = self._take(_AFTER_HUNDRED)
        if not hundreds:
            raise NotANumberError(at)  # không trăm tư
        if word == _FIVE and self._word() not in SCALES:
            raise NotANumberError(at, Reason.NOT_YEARS)  # một trăm năm
        if word == _ONE:
            raise self._two_ways(at, self._instead(at, {"ones": [_LINH, _ONE], "tens": [numerals.TEN]}))
        self.ended = True
        return tens * 10

    def _two_digits(self) -> int:
        """Return "bốn bảy" after trăm, where mươi is left out; "hai ba" may be two or three."""
        at = self._at
        tens, ones = self._take(_ONES), self._take(_ONES)
        if self._words[at + 1] == _FIVE:
            raise NotANumberError(at + 1, Reason.NOT_YEARS)
        if tens == 1:
            raise NotANumberError(at + 1)
        if ones == tens + 1:
            raise self._one_of_two(at, numerals.TENS)
        return tens * 10 + ones

    def _tens(self, digit: int, at: int) -> int:
        """Return what "hai mươi" and the word after it make."""
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

    def _one_of_two(self, at: int, *place: str) -> NotANumberError:
        """Return the error of two digits of which the second is one more, with what they may mean.

        "hai ba" is 23, or two or three; "trăm hai ba" is 123, or 120 to 130.
        """
        low, high = self._words[at], self._words[at + 1]
        choices = {"tens": [low, numerals.TENS, high], "low": [low, *place], "high": [high, *place]}
        read = self._instead(at, choices, count=2)
        if len(read) < len(choices):
            return NotANumberError(at + 1)
        readings: dict[str, Meaning] = {"tens": read["tens"], "one-of-two": (read["low"], read["high"])}
        return NotANumberError(at + 1, Reason.TWO_WAY, readings)

    def _instead(
        self, at: int, choices: Mapping[str, Sequence[str]], *, count: int = 1
    ) -> dict[str, Decimal]:
        """Return what all the words spell with others in place of one or more of them."""
        readings: dict[str, Decimal] = {}
        for name, others in choices.items() if not self._sure else ():
            words = [*self._words[:at], *others, *self._words[at + count : self._end]]
            with suppress(NotANumberError):
                readings[name] = WordReader(words, 0, len(words), sure=True).read().value
        return readings

    def _two_ways(self, at: int, readings: Mapping[str, Decimal]) -> NotANumberError:
        if self._sure or len(set(readings.values())) < 2:
            return NotANumberError(at)
        return NotANumberError(at, Reason.TWO_WAY, readings)

    def _half(self) -> Spelled:
        """Return nửa, or half of the scale word after it."""
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
        """Say whether the rest is "rưỡi", and read it."""
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
