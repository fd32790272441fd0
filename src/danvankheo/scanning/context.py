"""What the words around a figure say of it: roles, gifts, comparators.

Light on purpose: only the sentence of a figure is looked at, and of it a bounded stretch. Awards are
in `awards`, subjects in `subjects`.
"""

import re
from collections.abc import Sequence
from typing import Final

from danvankheo.domain.quantities import Quantity
from danvankheo.domain.statements import Attainment, Direction
from danvankheo.domain.units import PERCENT
from danvankheo.locale_vi import contexts, spellings
from danvankheo.reading.patterns import any_of, last_match
from danvankheo.reading.statements import DIRECTIONS
from danvankheo.scanning.awards import tell_award
from danvankheo.scanning.facts import FactKind, Mark, Role
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import RunningText, folded
from danvankheo.scanning.subjects import subject_of

_LOOK_BACK: Final = 160
_COMPARED: Final = re.compile(rf",? ?(?:{any_of(spellings.COMPARED_TO)}) (?P<what>[^,.;:()\n]{{1,80}})")
_COMPARED_FIRST: Final = re.compile(
    rf"(?<!\w)(?:{any_of(spellings.COMPARED_TO)}) (?P<what>[^,.;:()\n]{{1,60}}), "
)
_WHAT_ENDS: Final = re.compile(rf" (?:{any_of(contexts.COMPARATOR_ENDS)})(?!\w)")
_REST_OF_TARGET: Final = re.compile(r"[^,.;:()\n]{0,60}")
_TARGET: Final = re.compile(rf" (?P<target>{any_of(spellings.TARGETS)})(?!\w)")
_AND: Final = re.compile(r"[^,;.\n]{0,25}(?:,| và) ")
_GIVEN: Final = re.compile(rf"(?<!\w)(?:{any_of(contexts.DONATING)})(?!\w)")
_SHARES: Final = any_of(contexts.SHARE_VERBS)
_ROLES: Final = (
    (re.compile(rf"(?<!\w)(?:{_SHARES}) \Z"), Role.SHARE),
    (re.compile(rf"(?<!\w)(?:{any_of(contexts.LEVEL_VERBS)}) \Z"), Role.LEVEL),
)
_NEXT_WORD: Final = re.compile(r" ([^\W\d_]+)")
_NEAR: Final = 60
_CLAUSE: Final = 40
_CLAUSE_END: Final = re.compile(r"[,;:(]")
_MOVE: Final = re.compile(
    rf"(?<!\w)({any_of(word for word, way in DIRECTIONS.items() if way is not Direction.NONE)})(?!\w)"
)


def add_context(text: RunningText, pieces: Sequence[Piece]) -> None:
    """Fill in what the words around each piece say of it."""
    for at, piece in enumerate(pieces):
        before = pieces[at - 1] if at else None
        sentence = text.sentence_start(piece.start, _LOOK_BACK)
        match piece.kind:
            case FactKind.COUNT | FactKind.GOODS:
                tell_award(text, pieces, at, sentence)
            case FactKind.LAND:
                _donated(text, piece, before, sentence)
            case FactKind.PERCENT:
                if not _met_too(text, piece, before):
                    _role(text, piece, before, sentence)
                    _compared(text, piece, sentence, following_only=True)
            case FactKind.CHANGE:
                _compared(text, piece, sentence)
                if (
                    before
                    and before.end >= sentence
                    and before.kind is FactKind.PERCENT
                    and _is_percent(piece)
                ):
                    piece.marks |= {Mark.BASE_IS_RATE}
            case FactKind.RANGE if piece.direction is None:
                piece.direction = _direction_before(text, piece, before, sentence)
            case FactKind.ATTAINMENT if piece.comparator:
                rest = _REST_OF_TARGET.match(text.text, piece.end)
                piece.comparator = _cut(piece.comparator + (rest[0] if rest else ""))
            case FactKind.ATTAINMENT:
                _compared(text, piece, sentence)
        piece.subject = subject_of(text, piece, before, sentence)


def _donated(text: RunningText, piece: Piece, before: Piece | None, sentence: int) -> None:
    """Mark land that was given: in one clause with a word of giving, or in a list after one."""
    start = sentence
    if before and before.kind is FactKind.LAND and Mark.DONATED not in before.marks:
        start = max(start, before.end)
    crop = _NEXT_WORD.match(text.low, piece.end)
    grown = crop is not None and crop[1] in contexts.CROPS
    if grown and contexts.GIVEN_AWAY not in text.low[start : piece.start]:
        return
    if _GIVEN.search(text.low, start, piece.start):
        piece.marks |= {Mark.DONATED}


def _role(text: RunningText, piece: Piece, before: Piece | None, sentence: int) -> None:
    """Tell a share from a rate and from a level."""
    if piece.unit is not None and not piece.unit.fits(PERCENT):
        return
    near = before is not None and before.end >= sentence and piece.start - before.end <= _NEAR
    bracketed = text.low[piece.start - 1 : piece.start] == "("
    window = text.low[max(sentence, piece.start - 30) : piece.start]
    for pattern, role in _ROLES:
        if pattern.search(window):
            piece.role = role
            break
    else:
        following = _NEXT_WORD.match(text.low, piece.end)
        of_noun = following is not None and following[1] not in contexts.PHRASE_ENDS
        in_share = bracketed or (text.low[max(0, piece.start - 7) : piece.start] == "tỷ lệ ")
        counted = before is not None and before.kind in (FactKind.COUNT, FactKind.RATIO)
        piece.role = Role.SHARE if of_noun or (near and in_share and counted) else Role.RATE
    if near and before is not None and before.kind is FactKind.RATIO and piece.role is not Role.LEVEL:
        piece.marks |= {Mark.RESTATES_RATIO}


def _direction_before(
    text: RunningText, piece: Piece, before: Piece | None, sentence: int
) -> Direction | None:
    """Return which way a range goes that a move tells in the same clause: "giảm bình quân từ 1,5 - 2%"."""
    start = max(sentence, before.end if before else 0, piece.start - _CLAUSE)
    move = last_match(_MOVE, text.low, start, piece.start)
    if move is None or _CLAUSE_END.search(text.low, move.end(), piece.start):
        return None
    return DIRECTIONS[move[1]]


def _met_too(text: RunningText, piece: Piece, before: Piece | None) -> bool:
    """Return whether a share meets a plan like the one before: "đạt 56% dự toán tỉnh, 54% dự toán xã"."""
    if before is None or not isinstance(before.value, Attainment):
        return False
    if not isinstance(piece.value, Quantity):
        return False
    target = _TARGET.match(text.low, piece.end)
    if target is None or not _AND.fullmatch(text.low, before.end, piece.start):
        return False
    plan = text.text[slice(*target.span("target"))]
    piece.value = Attainment(figure=piece.value, mode=before.value.mode, target=plan)
    piece.kind, piece.end, piece.comparator = FactKind.ATTAINMENT, target.end(), plan
    return True


def _compared(text: RunningText, piece: Piece, sentence: int, *, following_only: bool = False) -> None:
    """Set what a change is measured against: "so với …" after it, else at the head of the sentence."""
    found = _COMPARED.match(text.text, piece.end)
    if found is None and following_only:
        return
    if found is None:
        head = _COMPARED_FIRST.search(text.low, sentence, piece.start)
        if head:
            piece.comparator = text.text[head.start("what") : head.end("what")]
        return
    piece.comparator = _cut(found["what"])


def _cut(words: str) -> str:
    """Return a comparator without what follows it in the clause."""
    end = _WHAT_ENDS.search(folded(words))
    return (words[: end.start()] if end else words).strip()


def _is_percent(piece: Piece) -> bool:
    unit = piece.unit
    return unit is not None and unit.fits(PERCENT)
