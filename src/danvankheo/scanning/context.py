"""What the words around a figure say of it: roles, gifts, comparators.

Light on purpose: only the sentence of a figure is looked at, and of it a bounded stretch. Awards are
in `awards`, subjects in `subjects`.
"""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from danvankheo.domain.quantities import Quantity
from danvankheo.domain.statements import Attainment, Direction
from danvankheo.domain.units import PERCENT
from danvankheo.locale_vi import contexts, spellings
from danvankheo.reading.patterns import any_of, last_match
from danvankheo.reading.statements import DIRECTIONS
from danvankheo.scanning.awards import as_award
from danvankheo.scanning.facts import FactKind, Mark, Role
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import RunningText, folded
from danvankheo.scanning.subjects import subject_of

_LOOK_BACK: Final = 160
_FOLLOWING: Final = 3  # so many receivers side by side before the form of their award
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


def in_context(text: RunningText, pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces with what the words around each say of it."""
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        before = found[-1] if found else None
        sentence = text.sentence_start(piece.start, _LOOK_BACK)
        told = _told(text, piece, before, pieces[at + 1 : at + 1 + _FOLLOWING], sentence)
        subject = subject_of(text, told, before, sentence)
        found.append(attrs.evolve(told, subject=subject) if subject else told)
    return found


def _told(
    text: RunningText, piece: Piece, before: Piece | None, following: Sequence[Piece], sentence: int
) -> Piece:
    match piece.kind:
        case FactKind.COUNT | FactKind.GOODS:
            return as_award(text, piece, before, following, sentence)
        case FactKind.LAND:
            return _marked(piece, Mark.DONATED) if _is_given(text, piece, before, sentence) else piece
        case FactKind.PERCENT:
            met = _met_too(text, piece, before)
            if met is None:
                return _compared(
                    text, _with_role(text, piece, before, sentence), sentence, following_only=True
                )
            return met
        case FactKind.CHANGE:
            changed = _compared(text, piece, sentence)
            of_rate = before is not None and before.end >= sentence and before.kind is FactKind.PERCENT
            return _marked(changed, Mark.BASE_IS_RATE) if of_rate and _is_percent(piece) else changed
        case FactKind.RANGE if piece.direction is None:
            return attrs.evolve(piece, direction=_direction_before(text, piece, before, sentence))
        case FactKind.ATTAINMENT if piece.comparator:
            rest = _REST_OF_TARGET.match(text.text, piece.end)
            return attrs.evolve(piece, comparator=_cut(piece.comparator + (rest[0] if rest else "")))
        case FactKind.ATTAINMENT:
            return _compared(text, piece, sentence)
    return piece


def _marked(piece: Piece, mark: Mark) -> Piece:
    return attrs.evolve(piece, marks=piece.marks | {mark})


def _is_given(text: RunningText, piece: Piece, before: Piece | None, sentence: int) -> bool:
    """Return whether land was given: in one clause with a word of giving, or in a list after one."""
    start = sentence
    if before and before.kind is FactKind.LAND and Mark.DONATED not in before.marks:
        start = max(start, before.end)
    crop = _NEXT_WORD.match(text.low, piece.end)
    grown = crop is not None and crop[1] in contexts.CROPS
    if grown and contexts.GIVEN_AWAY not in text.low[start : piece.start]:
        return False
    return _GIVEN.search(text.low, start, piece.start) is not None


def _with_role(text: RunningText, piece: Piece, before: Piece | None, sentence: int) -> Piece:
    """Return a percentage as the share, the rate or the level that it is."""
    if piece.unit is not None and not piece.unit.fits(PERCENT):
        return piece
    near = before is not None and before.end >= sentence and piece.start - before.end <= _NEAR
    role = _role_by_verb(text, piece, sentence)
    if role is None:
        bracketed = text.low[piece.start - 1 : piece.start] == "("
        following = _NEXT_WORD.match(text.low, piece.end)
        of_noun = following is not None and following[1] not in contexts.PHRASE_ENDS
        in_share = bracketed or (text.low[max(0, piece.start - 7) : piece.start] == "tỷ lệ ")
        counted = before is not None and before.kind in (FactKind.COUNT, FactKind.RATIO)
        role = Role.SHARE if of_noun or (near and in_share and counted) else Role.RATE
    restates = near and before is not None and before.kind is FactKind.RATIO and role is not Role.LEVEL
    marks = piece.marks | {Mark.RESTATES_RATIO} if restates else piece.marks
    return attrs.evolve(piece, role=role, marks=marks)


def _role_by_verb(text: RunningText, piece: Piece, sentence: int) -> Role | None:
    window = text.low[max(sentence, piece.start - 30) : piece.start]
    return next((role for pattern, role in _ROLES if pattern.search(window)), None)


def _direction_before(
    text: RunningText, piece: Piece, before: Piece | None, sentence: int
) -> Direction | None:
    """Return which way a range goes that a move tells in the same clause: "giảm bình quân từ 1,5 - 2%"."""
    start = max(sentence, before.end if before else 0, piece.start - _CLAUSE)
    move = last_match(_MOVE, text.low, start, piece.start)
    if move is None or _CLAUSE_END.search(text.low, move.end(), piece.start):
        return None
    return DIRECTIONS[move[1]]


def _met_too(text: RunningText, piece: Piece, before: Piece | None) -> Piece | None:
    """Return a share that meets a plan like the one before: "đạt 56% dự toán tỉnh, 54% dự toán xã"."""
    if before is None or not isinstance(before.value, Attainment):
        return None
    if not isinstance(piece.value, Quantity):
        return None
    target = _TARGET.match(text.low, piece.end)
    if target is None or not _AND.fullmatch(text.low, before.end, piece.start):
        return None
    plan = text.text[slice(*target.span("target"))]
    value = Attainment(figure=piece.value, mode=before.value.mode, target=plan)
    return attrs.evolve(piece, kind=FactKind.ATTAINMENT, end=target.end(), value=value, comparator=plan)


def _compared(text: RunningText, piece: Piece, sentence: int, *, following_only: bool = False) -> Piece:
    """Return a change with what it is measured against: "so với …" after it, else at the sentence's head."""
    found = _COMPARED.match(text.text, piece.end)
    if found:
        return attrs.evolve(piece, comparator=_cut(found["what"]))
    head = None if following_only else _COMPARED_FIRST.search(text.low, sentence, piece.start)
    return attrs.evolve(piece, comparator=text.text[slice(*head.span("what"))]) if head else piece


def _cut(words: str) -> str:
    """Return a comparator without what follows it in the clause."""
    end = _WHAT_ENDS.search(folded(words))
    return (words[: end.start()] if end else words).strip()


def _is_percent(piece: Piece) -> bool:
    unit = piece.unit
    return unit is not None and unit.fits(PERCENT)
