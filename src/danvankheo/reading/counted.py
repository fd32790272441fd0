"""What may be a counted noun, and what a mistyped unit was meant as.

A counted noun never begins with a number word, a scale word, a compact letter or a spelling of a
unit, nor with one of these mistyped: with marks missing or wrong, or, for scale words and units of
four letters and more, with one letter wrong. Nouns of the project's lists are nouns whatever they
look like, if they are at least as long as the word in doubt ("đồng bào", "trạm"); so are true words
that begin a longer noun ("vận động viên"), unless what is weighed follows ("5 tân gạo").
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Final
from unicodedata import combining, normalize

from danvankheo.domain.units import CURRENCIES, UNITS, Dimension, Scale
from danvankheo.locale_vi import lookalikes, nouns, numerals, spellings
from danvankheo.reading.word_grammar import NUMBER_WORDS

_KNOWN: Final = (
    nouns.RECIPIENTS
    | nouns.PEOPLE
    | nouns.THINGS
    | nouns.CLASSIFIERS
    | lookalikes.NOUNS_LIKE_WORDS
    | lookalikes.TRUE_NOUNS
)
_SCALE_WORDS: Final = tuple(word for words in spellings.SCALES.values() for word in words)
_SHORT_SCALES: Final = (*spellings.SCALES_BEFORE_DONG, *spellings.SHORTHAND_SCALES)
_GLUED: Final = frozenset(
    f"{scale}{joint}{dong}"
    for scale in _SHORT_SCALES
    for joint in ("", ".")
    for dong in spellings.DONG_AFTER_SCALE
)
_GLUED_PLAIN: Final = frozenset(word.replace("đ", "d") for word in _GLUED)
_UNITS: Final = tuple(word for words in spellings.UNITS.values() for word in words)
# Short names of foreign money: with a letter missing, or without vowels, they are near to too much.
_ONLY_WHOLE: Final = frozenset(word for code in CURRENCIES for word in spellings.UNITS[code] if len(word) < 4)
_LONGEST: Final = 5
"""Words of the longest spelling of a unit."""
_SHORTEST_WITH_A_SLIP: Final = 4
"""In shorter words one letter makes too many others: tấn and tán, ha and hộ."""


def folded(text: str) -> str:
    """Return text in plain letters, without marks and joints.

    >>> folded("xăng-ti-mét"), folded("đồng")
    ('xang ti met', 'dong')
    """
    plain = normalize("NFD", text.replace("đ", "d").replace("-", " "))
    return "".join(letter for letter in plain if not combining(letter))


def is_counted_noun(name: str, scale: Scale = Scale.ONE) -> bool:
    """Say whether words in lower case can be what is counted.

    Args:
        name: the words.
        scale: the scale word before them.

    >>> is_counted_noun("hộ nghèo"), is_counted_noun("triệu đông"), is_counted_noun("tạ thóc")
    (True, False, False)
    """
    words = name.split(" ")
    first = words[0].rstrip(".,")
    known = _known_length(words)
    if first in spellings.JOINING:
        return False  # hai hoặc ba hộ
    if first in spellings.COMPACT_LETTERS or _is_abbreviation(first) or (not known and _unglued(words)):
        return False
    if first in spellings.SPOKEN_MEASURES and (len(words) == 1 or measured_after(words[1:])):
        return False
    if first == numerals.FRACTION and words[1:2] and words[1] in NUMBER_WORDS:
        return False
    if any(f"{last} {first}" in spellings.NOT_SCALES for last in _LAST_WORDS.get(scale, ())):
        return False  # ba tỷ phú
    if scale.zeros >= Scale.THOUSAND.zeros and folded(name) == _DONG:
        return False
    if _holds_figure(words, known) or (not known and len(name) == 1):
        return False
    exact, near = _exact_length(words), _near_length(words)
    if exact >= known > 0 or (exact and not known):
        return name in lookalikes.NOUNS_LIKE_WORDS
    if near < known or not near:
        return True
    if _goes_on_as_number(words, known):
        return False
    if near == known:
        return first not in lookalikes.TRUE_NOUNS or not _is_measured(words)
    if name in lookalikes.WHOLE_NOUNS:
        return True
    return near == 1 and first in lookalikes.TRUE_HEADS and len(words) > 1 and not _is_measured(words)


def _holds_figure(words: Sequence[str], known: int) -> bool:
    """Say whether words of a figure stand inside: "nnăm mươi chín", "hộ triệu đồng", "rưi km".

    After a word that no list knows a unit says the same; so does đồng after the first word.
    """
    if not known and words[1:2] and words[1] in spellings.DONG_AFTER_SCALE:
        return True
    if any(one in numerals.SPOKEN_POINTS and other in NUMBER_WORDS for one, other in pairwise(words)):
        return True
    telling = _TELLING if known else _TELLING | _TELLING_AFTER_UNKNOWN
    return any(
        word in telling and " ".join(words[at : at + 2]) not in spellings.NOT_SCALES
        for at, word in enumerate(words)
        if at >= max(known, 1)
    )


_TELLING: Final = frozenset(
    {*spellings.ORDERS, *numerals.AND_A_HALF, numerals.TENS} - {numerals.HUNDRED, numerals.SPOKEN_TENS[1]}
)
_TELLING_AFTER_UNKNOWN: Final = frozenset(
    {
        numerals.HUNDRED, numerals.TEN, numerals.SPOKEN_TENS[1],
        *(word for word in numerals.SPOKEN_POINTS if word != numerals.SPOKEN_DOT),
        *(word for words in spellings.UNITS.values() for word in words if len(word) <= 3 and word.isascii()),
    }
)  # fmt: skip


def _is_abbreviation(word: str) -> bool:
    """Say whether a word is "trđ" or the like, or the consonants of a word of figures: "lt"."""
    if word in _GLUED or folded(word) in _GLUED_PLAIN or _single(word) in _GLUED or word.endswith(_DONGS):
        return True
    return word in _CONSONANTS or not _GLUED.isdisjoint(_swaps(word))


# No word ends in đ, and after a stop đồng is money.
_DONGS: Final = ("đ", *(f".{dong}" for dong in spellings.DONG_AFTER_SCALE))


def _single(word: str) -> str:
    """Return a word with no letter twice in a row, as Vietnamese words are."""
    return "".join(letter for at, letter in enumerate(word) if not at or letter != word[at - 1])


_GLUING: Final = tuple(sorted({*_SCALE_WORDS, *NUMBER_WORDS}, key=len, reverse=True))

# No Vietnamese word goes on after the others.
_NEVER_LONGER: Final = (
    frozenset(_SCALE_WORDS) | {word for word in NUMBER_WORDS if len(word) >= _SHORTEST_WITH_A_SLIP}
) - lookalikes.LONGER_WORDS_BEGIN_WITH


def _unglued(words: Sequence[str]) -> tuple[str, str] | None:
    """Return a word of a number and what is written to it without a blank: "triệuđông"."""
    for number in _GLUING:
        rest = words[0].removeprefix(number)
        if rest and rest != words[0] and (number in _NEVER_LONGER or _begins_counted([rest, *words[1:]])):
            return number, rest
    for inner in _NEVER_LONGER:
        if words[0].find(inner) > 0:
            return words[0].partition(inner)[0], inner
    return None


def _begins_counted(words: Sequence[str]) -> bool:
    """Say whether words begin with a scale word, a unit, or a noun of the lists, mistyped or not."""
    if words[0] in _SCALE_LETTERS:
        return True
    return bool(_known_length(words) or _exact_length(words) or _near_length(words))


_SCALE_LETTERS: Final = frozenset({"b", "k", "tr"})


_DONG: Final = folded(spellings.DONG_AFTER_SCALE[0])
_LAST_WORDS: Final[Mapping[Scale, Sequence[str]]] = MappingProxyType(
    {Scale(scale): [word.split(" ")[-1] for word in words] for scale, words in spellings.SCALES.items()}
)


def _is_measured(words: Sequence[str]) -> bool:
    """Say whether the first word is a unit of measure with wrong marks before what is measured."""
    return _FOLDED.get(folded(words[0])) in _MEASURES and measured_after(words[1:])


def _goes_on_as_number(words: Sequence[str], known: int) -> bool:
    """Say whether a word like one of a number goes on as a number does, or before who is counted.

    "bon trăm hộ", "9 ngà người", but not "bà con".
    """
    if known > 1 or words[1:] == [] or meant_by(words[0]) not in _OF_NUMBERS:
        return False
    people = nouns.RECIPIENTS | nouns.PEOPLE
    return words[1] in NUMBER_WORDS or any(each in people for _, each in _prefixes(words[1:]))


_OF_NUMBERS: Final = NUMBER_WORDS | set(_SCALE_WORDS)


_MEASURES: Final = frozenset(
    word
    for code, words in spellings.UNITS.items()
    for word in words
    if UNITS[code].dimension in (Dimension.MASS, Dimension.VOLUME, Dimension.LENGTH, Dimension.LAND)
)


def _prefixes(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield what words begin with, the longest first."""
    for count in range(min(_LONGEST, len(words)), 0, -1):
        yield count, " ".join(words[:count]).rstrip(".,")


def _known_length(words: Sequence[str]) -> int:
    """Return how many words the longest known noun has that the words begin with."""
    return next((count for count, prefix in _prefixes(words) if prefix in _KNOWN), 0)


def _exact_length(words: Sequence[str]) -> int:
    """Return how many words the longest number word, scale word or unit has that they begin with."""
    return next((count for count, prefix in _prefixes(words) if prefix in _EXACT), 0)


def _near_length(words: Sequence[str]) -> int:
    """Return how many words the longest mistyped one has that they begin with."""
    return next((count for count, prefix in _prefixes(words) if meant_by(prefix)), 0)


_EXACT: Final = frozenset({*NUMBER_WORDS, *_SCALE_WORDS, *_UNITS})


def _by_fold(words: Iterable[str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(folded(word), word)
    return MappingProxyType(found)


# Scale words first, then units: of two that a slip could have meant the hint names the first.
_FOLDED: Final = _by_fold((*_SCALE_WORDS, *_UNITS, *sorted(NUMBER_WORDS)))
_SLIPPED: Final = tuple(
    word
    for word in (*_SCALE_WORDS, *_UNITS)
    if len(word) >= _SHORTEST_WITH_A_SLIP and word.replace(" ", "").replace("-", "").isalpha()
)


_MISSING_ONE: Final = tuple(
    word
    for words, length in ((_UNITS, _SHORTEST_WITH_A_SLIP - 1), (sorted(NUMBER_WORDS), _SHORTEST_WITH_A_SLIP))
    for word in words
    if len(word) >= length and word.isalpha() and word not in _ONLY_WHOLE
)
_CONSONANTS: Final = frozenset(
    "".join(letter for letter in word if folded(letter) not in "aeiouy")
    for word in _EXACT - _ONLY_WHOLE
    if word.isalpha() and any(folded(letter) in "aeiouy" for letter in word)
) - frozenset("bcdđghklmnpqrstvx")
"""What is left of a word of figures without its vowels."""


@lru_cache(maxsize=4096)
def meant_by(word: str) -> str:
    """Return the number word, scale word or unit that was mistyped, or an empty text.

    >>> meant_by("trieu"), meant_by("đồg"), meant_by("ki lo gam"), meant_by("hộ")
    ('triệu', 'đồng', 'ki-lô-gam', '')
    """
    if word in _EXACT or not word:
        return ""
    found = _FOLDED.get(folded(word), "")
    if found and found.replace(" ", "").replace("-", "").isalpha():
        return found
    if _single(word) != word and _single(word) in _EXACT:
        return _single(word)
    swapped = next((each for each in _swaps(word) if each in _EXACT), "")
    if swapped:
        return swapped
    found = next((each for each in _SLIPPED if is_slip(word, each)), "")
    return found or next((each for each in _MISSING_ONE if len(word) < len(each) and is_slip(word, each)), "")


def _swaps(word: str) -> Iterator[str]:
    """Yield a word with two letters that changed places."""
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def is_slip(one: str, other: str) -> bool:
    """Say whether one letter is missing, too many, wrong, or two changed places.

    >>> is_slip("đồg", "đồng"), is_slip("đồng", "đồng"), is_slip("tirệu", "triệu")
    (True, False, True)
    """
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((at for at, pair in enumerate(zip(one, other)) if pair[0] != pair[1]), None)  # noqa: B905
    if start is None:
        return True
    rest, others = one[start:], other[start:]
    swapped = rest[:2] == others[1::-1] and rest[2:] == others[2:]
    return swapped or rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]


_WRITTEN: Final[Mapping[str, str]] = MappingProxyType(
    {word: UNITS[code].name for code, words in spellings.UNITS.items() for word in words}
)
"""How each spelling of a unit is written."""


def meant_text(words: str) -> str:
    """Return what the words after a figure were likely meant as, up to their unit; else empty.

    >>> meant_text("trieu dong"), meant_text("N USD"), meant_text("tạ hạt giống"), meant_text("hộ nghèo")
    ('triệu đồng', 'nghìn USD', 'tạ', '')
    """
    left = words.lower().split(" ")
    left[:1] = _unglued(left) or left[:1]
    meant: list[str] = []
    zeros = spellings.COMPACT_LETTERS.get(left[0])
    if zeros is not None:
        meant.append(next(scale.label for scale in Scale if scale.zeros == zeros))
        left = left[1:]
    while left and (not meant or meant[-1] not in _NAMES):
        for count, prefix in _prefixes(left):
            word = prefix if prefix in _EXACT else meant_by(prefix)
            if word:
                meant.append(_WRITTEN.get(word, word))
                left = left[count:]
                break
        else:
            break
    rest = " ".join(left)
    if not meant and left[:1] and left[0] in spellings.SPOKEN_MEASURES:
        return spellings.SPOKEN_MEASURES[left[0]]
    if left and meant and left[0] in NUMBER_WORDS:
        return ""
    if not meant or any(letter.isdigit() for letter in rest) or (rest and meant[-1] in _RATIOS):
        return ""
    text = " ".join(meant if meant[-1] in _NAMES else [*meant, *left])
    return text if text != words else ""


_NAMES: Final = frozenset(_WRITTEN.values())
_RATIOS: Final = frozenset(unit.name for unit in UNITS.values() if unit.dimension is Dimension.RATIO)


def measured_after(words: Sequence[str]) -> bool:
    """Say whether words begin with what is weighed or measured: "thóc giống"."""
    return any(prefix in lookalikes.MATERIALS for _, prefix in _prefixes(words))
