"""Names of places as people write them, brought to forms that can be compared."""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Final, NamedTuple
from unicodedata import combining, normalize

from danvankheo.domain.marks import composed, folded
from danvankheo.domain.places import PlaceKind, PlaceLevel
from danvankheo.locale_vi.tables import PLACE_ABBREVIATIONS

SHORT_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "hcm": "Hồ Chí Minh",
        "tphcm": "Hồ Chí Minh",
        "brvt": "Bà Rịa - Vũng Tàu",
        "tthue": "Thừa Thiên Huế",
    }
)
"""Initials that stand for a province, without marks, dots and blanks."""

# One syllable of names of the Central Highlands, which the official lists themselves write in four ways;
# and i and y, which mean the same after one consonant: Mỹ Quý, Mỹ Quí.
_HIGHLAND: Final = re.compile(r"\bđ[ăắaá]k\b")
_Y: Final = re.compile(r"\b(qu|[hklmst])([yýỳỷỹỵ])\b")
_I_OF: Final = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))
_FARM: Final = re.compile(r"^n\.?t\.? ")  # names of state farms: "thị trấn NT Lệ Ninh"
_ZEROS: Final = re.compile(r"(?<![0-9])0+(?=[0-9])")
_APOSTROPHES: Final = str.maketrans("’‘ʼ`´", "'''''")
_ENDS: Final = " .,;:"


class Written(NamedTuple):
    """A name as somebody wrote it: the kinds that it can mean, the name, and what it lies in."""

    kinds: frozenset[PlaceKind]
    name: str
    within: tuple[str, ...]


def spelled(name: str) -> str:
    """Return a name as equal spellings share it: letter case, tone marks, i and y, zeros do not matter.

    >>> spelled("Hoà  Bình") == spelled("HÒA BÌNH"), spelled("Mỹ Quý") == spelled("Mĩ Quí"), spelled("04")
    (True, True, '4')
    """
    low = folded(" ".join(composed(name).translate(_APOSTROPHES).split()))
    low = _FARM.sub("nông trường ", low)
    low = _Y.sub(lambda found: found[1] + _I_OF[found[2]], _HIGHLAND.sub("đắk", low))
    return _ZEROS.sub("", low)


def plain(spelling: str) -> str:
    """Return a spelling without marks, blanks and signs, by which names are looked up.

    >>> plain(spelled("Ea H'leo")), plain(spelled("Đăk Đoa"))
    ('eahleo', 'dakdoa')
    """
    return "".join(base for base, _ in _letters(spelling))


def lacks_marks_of(spelling: str, other: str) -> bool:
    """Return whether a spelling is the other one with marks left out, and none that it has not.

    >>> lacks_marks_of("an khe", "an khê"), lacks_marks_of("tân thạnh", "tân thành")
    (True, False)
    """
    mine, theirs = _letters(spelling), _letters(other)
    return len(mine) == len(theirs) and all(
        base == letter and marks <= there for (base, marks), (letter, there) in zip(mine, theirs, strict=True)
    )


def readings(text: str) -> tuple[Written, ...]:
    """Return what a written name says: its kind, if it names one, and after commas what it lies in.

    A word without marks that may be a kind may also begin the name: "xa dung" is xã Xa Dung as well.

    >>> readings("TX. An Khê, tỉnh Gia Lai")
    (Written(kinds=frozenset({PlaceKind.TOWN}), name='An Khê', within=('tỉnh Gia Lai',)),)
    >>> [(sorted(kind.name for kind in read.kinds), read.name) for read in readings("TP Quy Nhơn")]
    [(['MUNICIPALITY', 'PROVINCIAL_CITY'], 'Quy Nhơn')]
    >>> [read.name for read in readings("P.4")], [read.name for read in readings("xa dung")]
    (['4'], ['xa dung', 'dung'])
    """
    first, *rest = text.split(",")
    name = " ".join(composed(first).split()).strip(_ENDS)
    within = tuple(part.strip(_ENDS) for part in rest if part.strip(_ENDS))
    whole = Written(frozenset(), name, within)
    found = _KIND.match(folded(name))
    if found is None or not name[found.end() :].strip(_ENDS):
        return (whole,)
    kinds = _KINDS_OF[found["word"] or found["letter"] or found["bare"]]
    of_kind = Written(kinds, name[found.end() :].strip(_ENDS), within)
    return (whole, of_kind) if found["bare"] else (of_kind,)


def full_name(name: str) -> str:
    """Return the name that initials stand for, or the name as it is."""
    return SHORT_NAMES.get(plain(spelled(name)), name)


@lru_cache(maxsize=4096)
def _letters(spelling: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return letters and digits, each with its marks; the stroke of đ is one."""
    parts = [*normalize("NFD", spelling), ""]
    found: list[tuple[str, frozenset[str]]] = []
    marks: list[str] = []
    letter = ""
    for part, after in pairwise(parts):
        if combining(part):
            marks.append(part)
        else:
            letter, marks = part, []
        if letter.isalnum() and (not after or not combining(after)):
            found.append(("d", frozenset({"đ"})) if letter == "đ" else (letter, frozenset(marks)))
    return tuple(found)


def _kinds_of() -> dict[str, frozenset[PlaceKind]]:
    """Return the kinds that a word before a name can mean: "thành phố" is of two levels."""
    words = {kind.label: kind for kind in PlaceKind if PlaceLevel.COMMUNITY < kind.level < PlaceLevel.NATION}
    words |= {
        word.rstrip("."): PlaceKind(value)
        for word, value in PLACE_ABBREVIATIONS.items()
        if PlaceKind(value).level > PlaceLevel.COMMUNITY
    }
    cities = frozenset({PlaceKind.MUNICIPALITY, PlaceKind.PROVINCIAL_CITY})
    return {word: cities if kind in cities else frozenset({kind}) for word, kind in words.items()}


def _without_marks(words: Mapping[str, frozenset[PlaceKind]]) -> dict[str, frozenset[PlaceKind]]:
    """Return the words without marks, which may begin a name as well."""
    bare = {" ".join(map(plain, word.split())): kinds for word, kinds in words.items()}
    return {word: kinds for word, kinds in bare.items() if word not in words}


_MARKED: Final = _kinds_of()
_BARE: Final = _without_marks(_MARKED)
_KINDS_OF: Final = {**_MARKED, **_BARE}
_WORDS: Final = sorted((word for word in _MARKED if len(word) > 1), key=len, reverse=True)
_SINGLE: Final = "".join(word for word in _MARKED if len(word) == 1)
# "P. Tây Sơn", "TX An Khê"; a letter without its dot only before a number: "P4", "Q 1".
_KIND: Final = re.compile(
    rf"(?:(?P<word>{'|'.join(_WORDS)})(?:\. ?| )|(?P<letter>[{_SINGLE}])(?:\. ?| ?(?=[0-9]))"
    rf"|(?P<bare>{'|'.join(_BARE)}) )"
)
