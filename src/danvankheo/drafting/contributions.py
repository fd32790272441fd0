"""What people gave: money, days of work, land and things behind a verb of giving."""

import re
from typing import Final

from danvankheo.domain.contribution import Contribution, ContributionKind, kind_of
from danvankheo.domain.periods import Period
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import Dimension
from danvankheo.drafting.material import Material
from danvankheo.errors import InvalidValueError
from danvankheo.formatting.numbers import digits
from danvankheo.locale_vi import contexts, movements, nouns
from danvankheo.reading.patterns import any_of, last_match
from danvankheo.scanning.facts import FactKind, LocalArea, Mark, OrderOfMagnitude
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import folded

_GIVING: Final = re.compile(rf"(?<!\w)(?:{any_of(contexts.GIVING)})(?!\w)")
_WORTH: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.WORTH)}) (?:[^\W\d_]+ ){{0,2}}\Z")
_PURPOSE: Final = re.compile(
    rf"[^.;:\n0-9]{{0,40}}?(?<!\w)(?P<how>{any_of(movements.PURPOSES)})(?!\w)(?P<what> [^.;:\n0-9]{{2,90}})"
)
_ENDS: Final = re.compile(r"(?<!\w)(?:và|nhưng|trong đó|với|cho|nhờ|của|,)(?!\w)|,")
# A list goes on while only commas, conjunctions and a verb of giving stand between its figures.
_GOES_ON: Final = re.compile(
    rf"[^.;:\n0-9]{{0,30}}(?:,| và| cùng)(?: (?:{any_of((*movements.WILLINGLY, *contexts.GIVING))})){{0,3}} ?"
)
_IN_WORDS: Final = re.compile(r" ?\((?:bằng chữ|viết bằng chữ|ghi bằng chữ)?:? ?")
_NOT_GIVEN: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.NOT_GIVEN)})(?!\w)")
_STATE: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.STATE_GIVERS)})(?!\w)[^,;]*\Z")
_OTHER_VERB: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.OTHER_VERBS)})(?!\w)")
_PART: Final = re.compile(rf"(?<!\w)(?:{any_of((*movements.PARTS, *movements.EXAMPLES))})(?!\w)")
_SINCE_VERB: Final = 60
_GIVER: Final = 30
_KINDS: Final = (FactKind.MONEY, FactKind.LABOUR, FactKind.LAND, FactKind.GOODS, FactKind.COUNT)


def contributions_of(material: Material, period: Period) -> list[Contribution]:
    """Return what people gave in a period, in the order of the text.

    Left aside is what something cost, what is planned, parts of what was told before and single
    cases out of it, and what is of another time.
    """
    found: list[Contribution] = []
    last = -2  # the position of the last gift, to tell a list that goes on
    for at, piece in material.free(*_KINDS):
        if not _can_be_given(piece) or material.is_planned(piece):
            continue
        if at - 1 == last and _is_said_again(material, at):
            material.paths[at] = material.paths[last]
            last = at
            continue
        in_list = last == at - 1 and _GOES_ON.fullmatch(material.between(last, at)) is not None
        if not (in_list or _is_given(material, at, piece)):
            continue
        if _is_told_already(material, piece, found) or material.belongs_elsewhere(piece, period):
            continue
        try:
            gift = _gift(piece, _purpose(material, piece))
        except InvalidValueError as error:
            material.dropped.append(error)
            continue
        material.paths[at] = f"$.contributions[{len(found)}]"
        found.append(gift)
        last = at
    return found


def _is_said_again(material: Material, at: int) -> bool:
    """Tell whether a figure says the one before again, in words: "250 triệu đồng (Hai trăm năm mươi …)"."""
    one, other = material.pieces[at - 1].value, material.pieces[at].value
    if not (isinstance(one, Quantity) and isinstance(other, Quantity) and one.unit.fits(other.unit)):
        return False
    return one.value == other.value and _IN_WORDS.fullmatch(material.between(at - 1, at)) is not None


def _gift(piece: Piece, purpose: str) -> Contribution:
    """Return a gift; of one without a value ("hàng nghìn ngày công", "2 công đất") only the kind is known."""
    if isinstance(piece.value, Quantity):
        return Contribution(quantity=piece.value, purpose=purpose)
    match piece.value:
        case OrderOfMagnitude():
            printed = f"{piece.value.words} {piece.value.unit.label}"
            kind = kind_of(piece.value.unit)
        case LocalArea():
            printed, kind = f"{digits(piece.value.amount)} {piece.value.unit}", ContributionKind.LAND
        case _:
            raise AssertionError(piece)
    return Contribution(unknown_kind=kind, purpose=purpose, note=printed)


def _can_be_given(piece: Piece) -> bool:
    if piece.kind is FactKind.LAND:
        return Mark.DONATED in piece.marks
    unit = piece.unit
    if unit is None or unit.rate or unit.dimension is Dimension.RATIO:
        return False
    if unit.dimension is Dimension.COUNT:
        noun = folded(unit.name)
        return noun.partition(" ")[0] in movements.GIFTS and noun not in nouns.PEOPLE | nouns.RECIPIENTS
    return True


def _is_told_already(material: Material, piece: Piece, found: list[Contribution]) -> bool:
    """Tell whether a gift is part of a total that was told before, or one case out of it."""
    unit = piece.unit
    kind = ContributionKind.LAND if unit is None else kind_of(unit)
    if not any(gift.kind is kind for gift in found):
        return False
    return _PART.search(material.before(piece)) is not None


def _is_given(material: Material, at: int, piece: Piece) -> bool:
    """Tell whether a verb of giving stands before a figure, with no other figure between."""
    start = material.sentence_of(piece)
    if at:
        start = max(start, material.pieces[at - 1].end)
    start = max(start, piece.start - _SINCE_VERB)
    low = material.text.low
    given = last_match(_GIVING, low, start, piece.start)
    if given is None:
        return piece.kind is FactKind.LABOUR and not _NOT_GIVEN.search(low, start, piece.start)
    if _WORTH.search(low, start, piece.start) or _NOT_GIVEN.search(low, start, piece.start):
        return False
    if _STATE.search(low, max(start, given.start() - _GIVER), given.start()):
        return False
    between = low[given.end() : piece.start]
    return ";" not in between and not _OTHER_VERB.search(between)


def _purpose(material: Material, piece: Piece) -> str:
    """Return what a gift was for, as the clause behind it tells; empty if it does not."""
    found = _PURPOSE.match(material.text.low, piece.end)
    if found is None:
        return ""
    start = found.start("what") + 1
    if found["how"] not in ("để", "nhằm"):
        start = found.start("how")
    words_of_it = material.text.text[start : found.end("what")]
    end = _ENDS.search(folded(words_of_it))
    return (words_of_it[: end.start()] if end else words_of_it).strip()
