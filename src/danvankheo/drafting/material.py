"""A text with its facts, and what became of each."""

from collections.abc import Iterator

import attrs

from danvankheo.scanning.facts import Fact, FactKind
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import RunningText
from danvankheo.scanning.scan import read_pieces

LOOK_BACK = 240
"""How far back a sentence is looked at."""


@attrs.define
class Material:
    """What a draft is made from.

    Args:
        text: the tidied text.
        pieces: what was read in it.
        facts: the same as facts, at the same positions.
        paths: where in the movement each fact went, by its position.
    """

    text: RunningText
    pieces: list[Piece]
    facts: list[Fact]
    paths: dict[int, str] = attrs.field(factory=dict[int, str])

    @classmethod
    def of(cls, text: str) -> "Material":
        """Return the material of a text."""
        running, pieces = read_pieces(text)
        return cls(running, pieces, [piece.fact(running) for piece in pieces])

    def free(self, *kinds: FactKind) -> Iterator[tuple[int, Piece]]:
        """Yield the pieces of some kinds that went nowhere yet, with their positions."""
        for at, piece in enumerate(self.pieces):
            if piece.kind in kinds and at not in self.paths:
                yield at, piece

    def sentence_of(self, piece: Piece) -> int:
        """Return where the sentence of a piece begins."""
        return self.text.sentence_start(piece.start, LOOK_BACK)

    def before(self, piece: Piece, *, most: int = LOOK_BACK) -> str:
        """Return what stands before a piece in its sentence, in lower case."""
        start = self.text.sentence_start(piece.start, most)
        return self.text.low[start : piece.start]

    def between(self, one: int, other: int) -> str:
        """Return what stands between two pieces, in lower case."""
        return self.text.low[self.pieces[one].end : self.pieces[other].start]
