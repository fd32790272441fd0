"""Where what is counted ends: "359 hộ" in "359 hộ nghèo trên địa bàn"."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from danvankheo.locale_vi import contexts, nouns
from danvankheo.reading.source import Source

NOUNS: Final = nouns.RECIPIENTS | nouns.PEOPLE | nouns.THINGS
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
_SIDES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {noun: group for group in nouns.SIDE_BY_SIDE for noun in group}
)


class Noun(NamedTuple):
    """A noun behind a figure: where it lies, and whether the lists know it."""

    start: int
    end: int
    known: bool
    head: str


def noun_at(text: Source, at: int, *, known_only: bool = False) -> Noun | None:
    """Return the noun that begins at a position, coordinated nouns included.

    Args:
        text: the text.
        at: where it would begin, behind the blank.
        known_only: whether a word that the lists do not know is no noun.
    """
    head, core = _known(text.low, at)
    if not head:
        return None if known_only else _unknown(text, at)
    end = at + len(head)
    behind = _NEXT_WORD.match(text.low, end)
    if head in nouns.ATTACHING and behind and _can_be_noun(text, behind.start(1), behind[1]):
        end = behind.end()
        if head in nouns.ATTACHING_TWO:
            end = _two_words(text, end)
        return Noun(at, end, known=True, head=head)
    return Noun(at, _side_by_side(text.low, at, end, core), known=True, head=head)


def _known(low: str, at: int, *, classified: bool = False) -> tuple[str, str]:
    """Return the longest noun of the lists that begins at a position, with its classifier and without."""
    first = _WORDS.match(low, at)
    if first is None:
        return "", ""
    lengths = _LENGTHS.get(first[0])
    if lengths is None:
        return "", ""
    ends = [found.end() for found in _WORDS.finditer(low, at, at + _WINDOW)][: lengths[0]]
    for count in lengths:
        if count <= len(ends):
            phrase = low[at : ends[count - 1]]
            if phrase in NOUNS:
                behind = at + len(phrase)
                if phrase in nouns.CLASSIFIERS and not classified and low[behind : behind + 1] == " ":
                    counted = _known(low, behind + 1, classified=True)[0]
                    if counted:
                        return f"{phrase} {counted}", counted
                return phrase, phrase
    return "", ""


def _side_by_side(low: str, start: int, end: int, head: str) -> int:
    """Return where the nouns end that stand beside the first under one number."""
    group = _SIDES.get(head)
    if group is None:
        return end
    while end - start < _WINDOW:
        joined = _JOINED.match(low, end)
        if joined is None or not joined[0].strip():
            break
        beside = _known(low, joined.end())[0]
        if beside not in group:
            break
        end = joined.end() + len(beside)
    return end


def _unknown(text: Source, at: int) -> Noun | None:
    """Return a word that is not in the lists, where nothing tells that it is no noun."""
    word = _WORDS.match(text.low, at)
    if word is None or len(word[0]) < 2 or text.low[word.end() : word.end() + 1] == "-":
        return None
    if word[0] in nouns.CLASSIFIERS:
        behind = _NEXT_WORD.match(text.low, word.end())
        if behind and _can_be_noun(text, behind.start(1), behind[1]):
            return Noun(at, behind.end(), known=True, head=text.low[at : behind.end()])
        return Noun(at, word.end(), known=True, head=word[0])
    if not _can_be_noun(text, at, word[0]):
        return None
    return Noun(at, _two_words(text, word.end()), known=False, head=word[0])


def _two_words(text: Source, end: int) -> int:
    """Return where the second word ends of a noun of two, as most are; or where the first does."""
    behind = _NEXT_WORD.match(text.low, end)
    if behind and behind[1] not in contexts.PHRASE_ENDS and _can_be_noun(text, behind.start(1), behind[1]):
        return behind.end()
    return end


def _can_be_noun(text: Source, at: int, word: str) -> bool:
    """Tell whether nothing speaks against a word being a noun."""
    return word not in nouns.NOT_NOUNS and word not in contexts.NOT_COUNTED and text.text[at].islower()
