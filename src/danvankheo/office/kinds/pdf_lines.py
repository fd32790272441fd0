"""Words of a PDF page as lines, and lines as paragraphs, as one sees them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

_WIDE_GAP: Final = 3.0
_NEAR: Final = 2.0
_INDENT: Final = 8.0
_DEEPEST_INDENT: Final = 72.0
_LOOSE: Final = 1.35


@attrs.frozen
class Word:
    """A word with its place on the page, in points from the top left."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """How high its letters are."""
        return self.bottom - self.top


@attrs.frozen
class Line:
    """A line of words from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Its words with blanks between them; a gap as wide as three letters is a tab."""
        said = [self.words[0].text]
        for one, other in pairwise(self.words):
            said.append("\t" if other.left - one.right > _WIDE_GAP * one.height else " ")
            said.append(other.text)
        return "".join(said)

    @property
    def top(self) -> float:
        """Where it begins, from the top."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Where it ends, from the top."""
        return max(word.bottom for word in self.words)


def lines_of(words: Sequence[Word]) -> list[Line]:
    """Return words as lines: those whose middles stand at one height.

    >>> [line.text for line in lines_of([Word("14", 30, 40, 50, 60), Word("Có", 10, 25, 50.5, 60.5)])]
    ['Có 14']
    """
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: ((word.top + word.bottom) / 2, word.left)):
        middle = (word.top + word.bottom) / 2
        if (
            rows
            and rows[-1][-1].top - _NEAR < middle < rows[-1][-1].bottom + _NEAR
            and _overlap(rows[-1][-1], word)
        ):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line(tuple(sorted(row, key=lambda word: word.left))) for row in rows]


def paragraphs_of(lines: Sequence[Line], right: float) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph; `right` is where the widest line of the page ends.

    A new one begins where a line is set in or leaves room for the next word, where one in the middle is
    followed by one at the margin, where more room than between lines is left, and where letters change their
    size.
    """
    if not lines:
        return
    steps = sorted(later.top - line.top for line, later in pairwise(lines) if later.top > line.top)
    usual = steps[len(steps) // 4] if steps else 0.0
    held = [lines[0]]
    for line, later in pairwise(lines):
        if _ends(line, later, right, usual):
            yield held
            held = []
        held.append(later)
    yield held


def _ends(line: Line, later: Line, right: float, usual: float) -> bool:
    first = later.words[0]
    height = line.words[0].height
    room = right - line.words[-1].right
    return (
        not -_DEEPEST_INDENT < first.left - line.words[0].left < _INDENT
        or room > (first.right - first.left) + height / 2
        or later.top - line.top > max(usual * _LOOSE, height * _LOOSE)
        or abs(first.height - height) > height / 5
        or "\t" in line.text
        or "\t" in later.text
    )


def _overlap(one: Word, other: Word) -> bool:
    """Return whether two words share more than half of the lower one's height."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared * 2 > min(one.height, other.height)
