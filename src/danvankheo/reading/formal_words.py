"""Number words in the formal style, read by an automaton: the quick way for what papers print.

It knows one language only, that of `number_to_words` for whole numbers, and answers None to
everything else; `danvankheo.reading.words` reads that, and reads these alike.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from danvankheo.locale_vi import numerals

# In a state, a word adds something to the group and leads to the next state. A digit is added as
# ones at once; trăm after it adds the other 99 of its hundredfold, mươi the other nine of its ten.
_Steps = dict[str, tuple[str, int]]
_ONES: Final = {word: digit for digit, word in enumerate(numerals.DIGITS) if digit}
_FIVE: Final = numerals.DIGITS[5]
_AFTER_TEN: Final = {word: digit for word, digit in _ONES.items() if word != _FIVE} | dict.fromkeys(
    numerals.FIVE_AFTER_TEN, 5
)
_AFTER_TENS: Final = (
    {word: digit for word, digit in _AFTER_TEN.items() if digit != 1}
    | {numerals.ONE_AFTER_TENS: 1}
    | dict.fromkeys(numerals.FOUR_AFTER_TEN, 4)
)


def _ending(ones: Mapping[str, int]) -> _Steps:
    return {word: ("whole", digit) for word, digit in ones.items()}


def _table() -> dict[str, _Steps]:
    table: dict[str, _Steps] = {
        "start": {numerals.TEN: ("ten", 10), **{word: (f"first {d}", d) for word, d in _ONES.items()}},
        "inner": {word: (f"hundreds {d}", d) for d, word in enumerate(numerals.DIGITS)},
        "following hundreds": {
            numerals.TEN: ("ten", 10),
            **dict.fromkeys(numerals.MISSING_TEN, ("missing ten", 0)),
            **{word: (f"tens {d}", d) for word, d in _ONES.items()},
        },
        "missing ten": _ending(_ONES),
        "ten": _ending(_AFTER_TEN),
        "tens": _ending(_AFTER_TENS),
        "whole": {},
    }
    for digit in range(10):
        hundred: _Steps = {numerals.HUNDRED: ("following hundreds", 99 * digit)}
        tens: _Steps = {numerals.TENS: ("tens", 9 * digit)} if digit > 1 else {}
        table[f"first {digit}"] = hundred | tens
        table[f"hundreds {digit}"] = hundred
        table[f"tens {digit}"] = tens
    return table


_TABLE: Final = _table()
_WHOLE_GROUPS: Final = frozenset(
    {"ten", "tens", "whole", "following hundreds", *(f"first {digit}" for digit in range(1, 10))}
)
_BILLION: Final = 9
_LARGEST_SCALE: Final = 12  # nghìn tỷ
# vạn lives in speech only
_SCALES: Final = {word: zeros for word, zeros in numerals.SCALE_ZEROS.items() if zeros % 3 == 0}


def formal_number(words: Sequence[str]) -> tuple[int, int] | None:
    """Return the number of formal words and the zeros of a scale word at their end.

    >>> formal_number("một nghìn không trăm linh năm".split())
    (1005, 0)
    >>> formal_number("năm trăm triệu".split()), formal_number("hai trăm tư".split())
    ((500000000, 6), None)
    """
    total = counted = group = 0
    limit = scale = 0  # the smallest unit of the whole billions so far, the last scale word
    zeros, state = _BILLION, "start"
    billions = 0  # how many tỷ stand at the end so far
    for word in words:
        step = _TABLE[state].get(word)
        if step is not None:
            if billions:
                total, limit = total + counted, scale
                counted, zeros, billions = 0, _BILLION, 0
            state = step[0]
            group += step[1]
            continue
        size = _SCALES.get(word)
        if size is None or not (state in _WHOLE_GROUPS or (state == "inner" and size == _BILLION)):
            return None
        if size == _BILLION:
            if not billions:
                scale = zeros if counted and not group else 0
            counted, scale, billions = (counted + group) * 10**_BILLION, scale + _BILLION, billions + 1
            if total and counted >= 10**limit:
                return None
        elif size < zeros and not billions:
            counted, zeros = counted + group * 10**size, size
        else:
            return None
        group, state = 0, "inner"
    if state == "inner":
        if not billions:
            scale = zeros
        return total + counted, scale if scale <= _LARGEST_SCALE else _BILLION
    return (total + counted + group, 0) if state in _WHOLE_GROUPS else None
