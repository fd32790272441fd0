"""A running text, tidied for the readers, with offsets into the text as it came."""

import re
from bisect import bisect_right
from itertools import pairwise
from typing import Final
from unicodedata import combining, is_normalized, normalize

from danvankheo.domain.marks import MOST_MARKS
from danvankheo.domain.marks import folded as folded  # noqa: PLC0414  # scanning has it from here
from danvankheo.errors import invalid
from danvankheo.reading.source import Source
from danvankheo.reasons import Reason

# Web pages type the Latin Eth, which looks like Đ.
_ETH: Final = str.maketrans("ðÐ", "đĐ")

# Letters that are not seen: soft hyphens, zero widths, marks of direction. They part no number.
_UNSEEN: Final = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_ODD: Final = re.compile(rf"[\s{_UNSEEN}]+")
_ONE_BLANK: Final = re.compile(rf"[{_UNSEEN}]*[^\S\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029][{_UNSEEN}]*")
_LINE: Final = re.compile(r"\r\n|[\n\r\v\x85\u2028]")
_PARAGRAPH: Final = re.compile(r"[\f\u2029]")
# A line that ends with one of these goes on in the next, as does one before a small letter.
_LABEL: Final = re.compile(r"(?:[a-zđ]|[0-9]{1,2})[.)/] |[-–+•*] ")
_GOES_ON: Final = frozenset("-/,")
_STRETCH: Final = 1_000
_SENTENCE_END: Final = re.compile(r"[.!?]”? |\n")


class RunningText(Source):
    """A text with composed letters and one blank for any run of blanks.

    What ends a line for good is a line feed; a line that goes on in the next is joined by a blank.

    Attributes:
        text: the tidied text.
        low: the same in lower case with the new tone marks, letter for letter.
    """

    __slots__ = ("_came_from", "_sentences", "_starts")

    def __init__(self, raw: str, reader: str = "scan") -> None:
        if not isinstance(raw, str):
            raise invalid(reader, Reason.TEXT, raw)
        self._raw: str = raw
        self._reader: str = reader
        self._starts: list[int] = [0]
        self._came_from: list[int] = [0]
        self.text: str = self._tidied(raw).translate(_ETH)
        self._sentences: list[int] = [0, *(end.end() for end in _SENTENCE_END.finditer(self.text))]
        self.low: str = folded(self.text)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the tidied text lies in the text as it came."""
        return self._raw_position(start), self._raw_position(end - 1, after=True)

    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Return where each sentence lies in the text as it came.

        >>> RunningText("Góp 5 triệu đồng. Hiến đất.").sentences()
        ((0, 17), (18, 27))
        """
        spans = pairwise((*self._sentences, len(self.text)))
        told = ((start, len(self.text[:end].rstrip())) for start, end in spans)
        return tuple(self.raw_span(start, end) for start, end in told if start < end)

    def begins_sentence(self, position: int) -> bool:
        """Return whether a sentence begins at a position of the tidied text."""
        before = self.text[max(0, position - 6) : position].rstrip(' “"(-–•*')
        return not before or before[-1] in ".:;!?\n…”"

    def sentence_start(self, position: int, most: int) -> int:
        """Return where the sentence of a position begins, or how far back it is worth looking."""
        before = bisect_right(self._sentences, position) - 1
        return max(self._sentences[before], position - most)

    def sentence_end(self, position: int, most: int) -> int:
        """Return where the sentence of a position ends, or how far ahead it is worth looking."""
        following = bisect_right(self._sentences, position)
        end = self._sentences[following] if following < len(self._sentences) else len(self.text)
        return min(end, position + most)

    @property
    def raw(self) -> str:
        """The text as it came."""
        return self._raw

    def _raw_position(self, position: int, *, after: bool = False) -> int:
        """Return where a letter of the tidied text begins, or ends, in the text as it came."""
        piece = bisect_right(self._starts, position) - 1
        into = position - self._starts[piece] + after
        length = len(self.text) if piece + 1 == len(self._starts) else self._starts[piece + 1]
        if after and position + 1 == length and piece + 1 < len(self._starts):
            follows = piece + 1
            while follows + 1 < len(self._starts) and self._came_from[follows] <= self._came_from[piece]:
                follows += 1  # a letter and marks that stood among its own: they came as one
            came_from = self._came_from[follows]
            least = self._came_from[piece] + 1
            while came_from > least and _ODD.match(self._raw, came_from - 1):
                came_from -= 1  # what is not seen after a letter
            return came_from
        return min(self._came_from[piece] + into, len(self._raw))

    def _tidied(self, raw: str) -> str:
        """Return the tidied text, and keep where each of its pieces came from."""
        pieces: list[str] = []
        length = at = 0
        composed = _is_composed(raw)
        for odd in _ODD.finditer(raw):
            if odd[0] == " ":
                continue
            length = self._keep(pieces, raw[at : odd.start()], at, length, composed=composed)
            at = odd.end()
            if any(map(str.isspace, odd[0])):
                self._begin(length, odd.start())
                pieces.append(_blank(raw, odd))
                length += 1
            self._begin(length, at)
        self._keep(pieces, raw[at:], at, length, composed=composed)
        return "".join(pieces)

    def _keep(self, pieces: list[str], part: str, came_from: int, length: int, *, composed: bool) -> int:
        """Keep a part without odd blanks; compose its letters one by one where they are in pieces."""
        if composed or _is_composed(part):
            pieces.append(part)
            return length + len(part)
        for start, end in pairwise([*_cluster_starts(part), len(part)]):
            letters = normalize("NFC", part[start:end])
            left = _left_over(letters, part[start:end])
            for at, letter in enumerate(letters):
                pieces.append(letter)
                own = at >= len(letters) - left  # a mark that nothing took up: it is itself
                self._begin(length, came_from + (end - len(letters) + at if own else start))
                length += 1
        self._begin(length, came_from + len(part))
        return length

    def _begin(self, position: int, came_from: int) -> None:
        """Note that a piece begins at a position of the tidied text."""
        if self._starts[-1] == position:
            self._came_from[-1] = came_from
        else:
            self._starts.append(position)
            self._came_from.append(came_from)


def _is_composed(text: str) -> bool:
    """Return whether letters are composed; in stretches, since a run of marks costs its square."""
    return all(is_normalized("NFC", text[at : at + _STRETCH + 1]) for at in range(0, len(text), _STRETCH))


def _cluster_starts(part: str) -> list[int]:
    """Return where letters begin, each with the marks after it; no letter has more than 30."""
    starts: list[int] = []
    for at, letter in enumerate(part):
        if not starts or not combining(letter) or at - starts[-1] > MOST_MARKS:
            starts.append(at)
    return starts


def _left_over(letters: str, cluster: str) -> int:
    """Return how many marks at the end of a composed letter are as they came; the first is no mark."""
    count = 0
    while count < len(letters) - 1 and letters[-1 - count] == cluster[-1 - count]:
        count += 1
    return count


def _blank(raw: str, blank: re.Match[str]) -> str:
    """Return a line feed where a line, or a cell of a table, ends for good, else a blank."""
    after = raw[blank.end() : blank.end() + 1]
    before = raw[blank.start() - 1 : blank.start()]
    if before.isdigit() and after.isdigit() and not _ONE_BLANK.fullmatch(blank[0]):
        return "\n"  # two numbers: one blank of any width may part the digits of one, no more
    if before.isdigit() and "\t" in blank[0]:
        return "\n"  # a cell of a table
    lines = len(_LINE.findall(blank[0]))
    if not lines and not _PARAGRAPH.search(blank[0]):
        return " "
    if before in (",", ".") and after.isdigit() and raw[blank.start() - 2 : blank.start() - 1].isdigit():
        return "\n"  # perhaps one number that a line broke: what is after is left out
    goes_on = lines == 1 and (before in _GOES_ON or after.islower() or after.isdigit())
    if before in ".:;!?" or _LABEL.match(raw, blank.end()):
        goes_on = False
    return " " if goes_on else "\n"
