"""Where what is counted ends: "359 hộ" in "359 hộ nghèo trên địa bàn"."""

import re
from collections.abc import Mapping
from itertools import islice
from types import MappingProxyType
from typing import Final, NamedTuple

from danvankheo.locale_vi import contexts, lookalikes, nouns
from danvankheo.reading.patterns import any_of
from danvankheo.reading.source import Source
from danvankheo.reading.units import NAMES, SCALES

NOUNS: Final = nouns.RECIPIENTS | nouns.PEOPLE | nouns.THINGS | lookalikes.NOUNS_LIKE_UNITS
"""Every noun that is known to be counted."""

_WORD: Final = r"[^\W\d_]+"
_WORDS: Final = re.compile(_WORD)
_NEXT_WORD: Final = re.compile(rf" ({_WORD})(?![\w-])")
# Longer than any noun of the lists, and what side-by-side nouns add.
_WINDOW: Final = 60
_JOINED: Final = re.compile(r",? (?:và |hoặc |hay )?|/| - ")


def _lengths() -> dict[str, list[int]]:
    """Return how many words the nouns have that begin with a word: few, so that few are tried."""
    found: dict[str, set[int]] = {}
    for noun in NOUNS:
        words = _WORDS.findall(noun)
        found.setdefault(words[0], set()).add(len(words))
    return {first: sorted(counts, reverse=True) for first, counts in found.items()}


_LENGTHS: Final[Mapping[str, list[int]]] = MappingProxyType(_lengths())


def _sides() -> dict[str, frozenset[str]]:
    """Return what may stand beside a noun: whatever is in one of its groups."""
    found: dict[str, frozenset[str]] = {}
    for group in nouns.SIDE_BY_SIDE:
        for noun in group:
            found[noun] = found.get(noun, frozenset()) | group
    return found


_SIDES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(_sides())


_SHORT: Final = re.compile(rf"(?:{any_of(nouns.ABBREVIATIONS)})(?![\w/-])")
_SHORT_NAMES: Final = re.compile(rf"(?<![\w/-]){_SHORT.pattern}")


class Noun(NamedTuple):
    """A noun after a figure: where it lies, and whether the lists know it."""

    start: int
    end: int
    known: bool
    head: str


def noun_at(text: Source, at: int, *, known_only: bool = False) -> Noun | None:
    """Return the noun that begins at a position, coordinated nouns included.

    Args:
        text: the text.
        at: where it would begin, after the blank.
        known_only: whether a word that the lists do not know is no noun.
    """
    short = abbreviated(text, at)
    if short:
        end = at + len(short)
        meaning = nouns.ABBREVIATIONS[short]
        return Noun(at, _side_by_side(text, at, end, meaning), known=True, head=meaning)
    head, core = _known(text.low, at)
    if not head:
        return None if known_only else _unknown(text, at)
    end = at + len(head)
    following = _NEXT_WORD.match(text.low, end)
    if text.text[at].isupper() and (
        text.low[end + 1 : end + 2].isdigit() or (following and head in nouns.ATTACHING)
    ):
        return None  # khoản 2 Điều 5, 242 Bộ luật
    if following and head in nouns.CLASSIFIERS and (short := abbreviated(text, following.start(1))):
        return Noun(at, following.start(1) + len(short), known=True, head=head)  # lượt HS
    if head in nouns.ATTACHING and following and _can_be_noun(text, following.start(1), following[1]):
        end = following.end()
        if head in nouns.ATTACHING_TWO:
            end = _two_words(text, end)
        return Noun(at, end, known=True, head=head)
    return Noun(at, _side_by_side(text, at, end, core), known=True, head=head)


def abbreviated(text: Source, at: int) -> str:
    """Return the abbreviated noun at a position as it is printed, or an empty text: "HS", "đ/c"."""
    found = _SHORT.match(text.text, at) if text.text[at : at + 1] in _SHORT_STARTS else None
    return found[0] if found else ""


def expanded(printed: str) -> str:
    """Return words with their abbreviated nouns written out.

    >>> expanded("lượt HS"), expanded("đ/c"), expanded("hộ")
    ('lượt học sinh', 'đồng chí', 'hộ')
    """
    if printed.islower() and "/" not in printed:
        return printed
    return _SHORT_NAMES.sub(lambda found: nouns.ABBREVIATIONS[found[0]], printed)


_SHORT_STARTS: Final = frozenset(short[0] for short in nouns.ABBREVIATIONS)


def _known(low: str, at: int, *, classified: bool = False) -> tuple[str, str]:
    """Return the longest noun of the lists that begins at a position, with its classifier and without."""
    first = _WORDS.match(low, at)
    if first is None:
        return "", ""
    lengths = _LENGTHS.get(first[0])
    if lengths is None:
        return "", ""
    if lengths[0] == 1:
        ends = [first.end()]
    else:
        ends = [found.end() for found in islice(_WORDS.finditer(low, at, at + _WINDOW), lengths[0])]
    for count in lengths:
        if count <= len(ends):
            phrase = low[at : ends[count - 1]]
            if phrase in NOUNS:
                following = at + len(phrase)
                if phrase in nouns.CLASSIFIERS and not classified and low[following : following + 1] == " ":
                    counted = _known(low, following + 1, classified=True)[0]
                    if counted and counted not in nouns.NEVER_CLASSIFIED:
                        return f"{phrase} {counted}", counted
                return phrase, phrase
    return "", ""


def _side_by_side(text: Source, start: int, end: int, head: str) -> int:
    """Return where the nouns end that stand beside the first under one number."""
    group = _SIDES.get(head)
    if group is None:
        return end
    while end - start < _WINDOW:
        joined = _JOINED.match(text.low, end)
        if joined is None or not joined[0].strip():
            break
        short = abbreviated(text, joined.end())
        beside = short or _known(text.low, joined.end())[0]
        if nouns.ABBREVIATIONS.get(beside, beside).partition(",")[0] not in group:
            break
        end = joined.end() + len(beside)
    return end


def _unknown(text: Source, at: int) -> Noun | None:
    """Return a word that is not in the lists, where nothing tells that it is no noun."""
    word = _WORDS.match(text.low, at)
    if word is None or len(word[0]) < 2 or text.low[word.end() : word.end() + 1] == "-":
        return None
    if word[0] in nouns.CLASSIFIERS:
        following = _NEXT_WORD.match(text.low, word.end())
        if following and _can_be_noun(text, following.start(1), following[1]):
            return Noun(at, following.end(), known=True, head=text.low[at : following.end()])
        return Noun(at, word.end(), known=True, head=word[0])
    if not _can_be_noun(text, at, word[0]) or _is_no_word(text.text[at : word.end()]):
        return None
    return Noun(at, _two_words(text, word.end()), known=False, head=word[0])


def _is_no_word(printed: str) -> bool:
    """Return whether letters make no word: a sign ("mAh"), a scale glued to its unit ("tỷđồng")."""
    scale = _GLUED_SCALE.match(printed)
    return not printed.islower() or (scale is not None and printed[scale.end() :] in NAMES)


_GLUED_SCALE: Final = re.compile(f"(?:{any_of(filter(None, SCALES))})")


def _two_words(text: Source, end: int) -> int:
    """Return where the second word ends of a noun of two, as most are; or where the first does."""
    following = _NEXT_WORD.match(text.low, end)
    if (
        following
        and following[1] not in contexts.PHRASE_ENDS
        and _can_be_noun(text, following.start(1), following[1])
    ):
        return following.end()
    return end


def _can_be_noun(text: Source, at: int, word: str) -> bool:
    """Return whether nothing speaks against a word being a noun."""
    return word not in nouns.NOT_NOUNS and word not in contexts.NOT_COUNTED and text.text[at].islower()
