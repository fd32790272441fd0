"""A text with its facts, and what became of each."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

import attrs

from danvankheo.domain.periods import PartialPeriod, Period
from danvankheo.domain.places import Place
from danvankheo.drafting.scenes import Scene, scene_at
from danvankheo.errors import InvalidValueError
from danvankheo.locale_vi import movements, spellings
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.facts import Fact, FactKind
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import RunningText
from danvankheo.scanning.scanner import read_pieces

LOOK_BACK: Final = 240
"""How far back a sentence is looked at."""

# "đúng định hướng", "đạt mục tiêu": what was aimed at is met.
_MET: Final = "".join(f"(?<!{word} )" for word in movements.MEETING)
_PLANNED: Final = re.compile(
    rf"{_MET}(?<!\w)(?:(?:{any_of(movements.PLANNED)})(?!\w)|kế hoạch (?:năm )?[0-9]{{4}} ?:)"
)
_AIMED: Final = re.compile(
    rf"{_MET}(?<!\w)(?:{any_of(word for word in movements.PLANNED if word not in movements.EXPECTED)})(?!\w)"
)
# A heading, alone on its line: "II. Phương hướng, nhiệm vụ năm 2023".
_PLANS: Final = re.compile(
    rf"(?:^|\n)[ ]?(?:[ivx0-9]+[.)/-]+ ?)?(?:{any_of(movements.PLANS_HEADINGS)})[^.\n]{{0,90}}(?=\n|\.)"
)
_AFTER_PLANS: Final = re.compile(rf"\n[ ]?(?:[ivx0-9]+[.)/-]+ ?)?(?:{any_of(movements.AFTER_PLANS)})(?!\w)")
_CUMULATIVE: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.CUMULATIVE)})(?!\w)")
_COMPARED: Final = re.compile(rf"(?:{any_of(spellings.COMPARED_TO)}) (?:cùng kỳ |cuối |đầu |hết )?\Z")


@attrs.define
class Material:
    """What a draft is made from.

    Args:
        text: the tidied text.
        pieces: what was read in it.
        facts: the same as facts, at the same positions.
        paths: where in the movement each fact went, by its position.
        dropped: why the movement could not hold what the text states.
    """

    text: RunningText
    pieces: list[Piece]
    facts: list[Fact]
    paths: dict[int, str] = attrs.field(factory=dict[int, str])
    dropped: list[InvalidValueError] = attrs.field(factory=list[InvalidValueError])
    plans: tuple[int, int] = (0, 0)
    """Where the part of the text lies that tells of plans, if there is one."""
    scenes: list[Scene] = attrs.field(factory=list[Scene])
    """Where the text is about which place."""
    place: Place | None = None
    """What the text is about, as far as it says."""
    elsewhere: dict[str, int] = attrs.field(factory=dict[str, int])
    """Other places of which the text has figures, with how many were left aside."""

    @classmethod
    def of(cls, text: str) -> "Material":
        """Return the material of a text."""
        running, pieces = read_pieces(text, "draft_movement")
        heading = _PLANS.search(running.low)
        plans = (0, 0)
        if heading:
            following = _AFTER_PLANS.search(running.low, heading.end())
            plans = (heading.start(), following.start() if following else len(running.low))
        return cls(running, pieces, [piece.fact(running) for piece in pieces], plans=plans)

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

    def is_planned(self, piece: Piece, *, mildly: bool = False) -> bool:
        """Return whether its sentence, or its part of the text, is about what is to come.

        Args:
            piece: the figure.
            mildly: whether what is merely expected ("dự kiến", "sẽ") counts as a result, named as that.
        """
        sentence = self.text.low[self.sentence_of(piece) : piece.start]
        start, end = self.plans
        planned = _AIMED if mildly else _PLANNED
        return start < piece.start < end or planned.search(sentence) is not None

    def own_period(self, piece: Piece, period: Period) -> Period | None:
        """Return the period that the sentence of a figure names, if it is another than the document's."""
        named = self._period_before(piece)
        return None if named is None or named == period else named

    def is_compared_to(self, piece: Piece) -> bool:
        """Return whether a time is what something else is compared to: "so với cùng kỳ năm 2021"."""
        return _COMPARED.search(self.text.low, max(0, piece.start - 25), piece.start) is not None

    def belongs_elsewhere(self, piece: Piece, period: Period) -> bool:
        """Return whether a figure is of another time, of more years or of another place."""
        start = self.sentence_of(piece)
        if _CUMULATIVE.search(self.text.low, start, piece.start) or self.is_of_other_place(piece):
            return True
        told = self._period_before(piece, period)
        return told is not None and not told.overlaps(period)

    def is_of_other_place(self, piece: Piece) -> bool:
        """Return whether a figure stands where the text is about another place, and note that place."""
        scene = scene_at(self.scenes, piece.start)
        if scene is None or scene.is_own:
            return False
        self.elsewhere[scene.place] = self.elsewhere.get(scene.place, 0) + 1
        return True

    def is_earlier(self, piece: Piece, period: Period) -> bool:
        """Return whether its sentence says that a figure is of a time before a period."""
        told = self._period_before(piece)
        return told is not None and told.end < period.start

    def _period_before(self, piece: Piece, own: Period | None = None) -> Period | None:
        """Return the period stated last before a piece in its sentence, comparators aside.

        Args:
            piece: the figure.
            own: the document's period, of whose year a part of a year without one is; None to leave it.
        """
        start = self.sentence_of(piece)
        at = bisect_left(self.pieces, piece.start, key=lambda other: other.start)
        while at and self.pieces[at - 1].start >= start:
            at -= 1
            told = self.pieces[at]
            if isinstance(told.value, Period) and not self.is_compared_to(told):
                return told.value
            if (
                own
                and isinstance(told.value, PartialPeriod)
                and told.value.number
                and not self.is_compared_to(told)
            ):
                return told.value.in_year(own.start.year)
        return None

    def between(self, one: int, other: int) -> str:
        """Return what stands between two pieces, in lower case."""
        return self.text.low[self.pieces[one].end : self.pieces[other].start]
