"""The order of Vietnamese words: Đ after D, letters before tones, as dictionaries and CLDR have it.

ICU knows it too, but comes as a compiled library; neither Babel nor Python has collation of their own.
"""

import re
from functools import lru_cache
from typing import Final, TypeAlias
from unicodedata import normalize

ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The 29 letters, and f, j, w, z of foreign names at their Latin places."""

TONES: Final = "\u0300\u0309\u0303\u0301\u0323"
"""The marks of huyền, hỏi, ngã, sắc, nặng; no mark comes before them all."""

_PLACES: Final = {letter: place for place, letter in enumerate(ALPHABET)}
_TONES: Final = {tone: place for place, tone in enumerate(TONES, 1)}
_NUMBER: Final = re.compile("[0-9]+")

_Letters: TypeAlias = tuple[tuple[int, int, str], ...]
SortKey: TypeAlias = tuple[_Letters, tuple[int, ...], str]


@lru_cache(maxsize=4096)
def sort_key(text: str) -> SortKey:
    """Return what sorts texts as Vietnamese does.

    Letters decide first, then tones, then capitals; numbers go by their size.

    >>> sorted(["Vĩnh Sơn", "Đak Pơ", "Ia Pa", "An Khê", "Ân Hữu", "Chư Păh", "Ayun"], key=sort_key)
    ['An Khê', 'Ayun', 'Ân Hữu', 'Chư Păh', 'Đak Pơ', 'Ia Pa', 'Vĩnh Sơn']
    >>> sorted(["mạ", "má", "mã", "mả", "mà", "ma"], key=sort_key)
    ['ma', 'mà', 'mả', 'mã', 'má', 'mạ']
    >>> sorted(["thôn 10", "thôn 2"], key=sort_key)
    ['thôn 2', 'thôn 10']
    """
    letters: list[tuple[int, int, str]] = []
    tones: list[int] = []
    at, low = 0, normalize("NFC", text).casefold()
    while at < len(low):
        number = _NUMBER.match(low, at)
        if number:
            at = number.end()
            letters.append((1, int(number[0][:_LONGEST_NUMBER]), ""))
            tones.append(0)
            continue
        letter, tone = _apart(low[at])
        place = _PLACES.get(letter)
        rank = (0 if not letter.isalnum() else 3, 0, letter) if place is None else (2, place, "")
        letters.append(rank)
        tones.append(tone)
        at += 1
    return tuple(letters), tuple(tones), text.swapcase()


_LONGEST_NUMBER: Final = 100
"""Digits of a number that count; Python does not read thousands of them."""


@lru_cache(maxsize=512)
def _apart(letter: str) -> tuple[str, int]:
    """Return a letter without its tone, and the place of the tone."""
    parts = normalize("NFD", letter)
    tone = next((_TONES[mark] for mark in parts if mark in _TONES), 0)
    bare = normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))
    return bare, tone
