"""What people gave: money, days of work, land and things after a verb of giving."""

import re
from itertools import pairwise
from typing import Final

import attrs

from danvankheo.domain.contribution import Contribution, ContributionKind, kind_of
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.stated import LocalArea, OrderOfMagnitude
from danvankheo.domain.units import Dimension
from danvankheo.drafting.material import LOOK_BACK, Material
from danvankheo.drafting.naming import without_openings
from danvankheo.errors import InvalidValueError
from danvankheo.formatting.numbers import digits
from danvankheo.locale_vi import contexts, movements, nouns
from danvankheo.reading.patterns import any_of, last_match
from danvankheo.scanning.facts import FactKind, Mark
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import folded

_GIVING: Final = re.compile(rf"(?<!\w)(?:{any_of((*contexts.GIVING, *movements.RECEIVING))})(?!\w)")
_TO_GIVE: Final = re.compile(rf"(?: [^\W\d_]+){{0,5}} (?:{any_of(movements.TO_GIVE)})(?!\w)")
_SUM: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.SUMS)})(?!\w)[^.;\n0-9]{{0,90}}\Z")
_WORTH: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.WORTH)}) (?:[^\W\d_]+ ){{0,2}}\Z")
_WORTH_OF: Final = re.compile(
    rf"[^.;\n0-9]{{0,90}}?[,(]? ?(?:{any_of((*movements.WORTH, *movements.WITH_A_SUM))})"
    r"(?: [^\W\d_]+){0,2} "
    r"|(?: [^\W\d_]+){0,5} \("
)
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
# "Trong số 200 phần quà được trao, có 90 phần trao cho hộ nghèo": the whole stands after it.
_AMONG: Final = re.compile(r"(?<!\w)trong (?:tổng )?số [0-9]")
_BUILT: Final = re.compile(
    rf"(?<!\w)(?:{any_of(movements.BUILDING)})(?: (?:{any_of(movements.AFTER_BUILDING)}))* \Z"
)
_FOR_SOMEBODY: Final = re.compile(
    rf"(?: [^\W\d_]+){{0,6}} (?:cho|tặng)(?!\w)| [“\"]?(?:{any_of(movements.CHARITABLE)})"
)
# "149 triệu đồng ủng hộ quỹ", "vận động ủng hộ Quỹ …, được 112 tỷ đồng"
_GIVEN_AFTER: Final = re.compile(r" (?:ủng hộ|đóng góp|quyên góp)(?!\w)")
_GOT: Final = re.compile(r"(?<!\w)được \Z")
_FUND: Final = re.compile(r"(?<!\w)từ (?:nguồn|số tiền|quỹ)(?!\w)")
_SOMETHING: Final = re.compile(r"(?<!\w)(?:suất|phần|quà|sách|xe|mũ|áo|chăn|gạo)(?!\w)")
_AUXILIARY: Final = re.compile(rf"(?:(?:^|(?<= ))(?:{any_of(movements.BEFORE_GIVING)}) ?)+\Z")
_LONGEST_GIVER: Final = 16
_SINCE_VERB: Final = 60
_GIVER: Final = 30
_KINDS: Final = (FactKind.MONEY, FactKind.LABOUR, FactKind.LAND, FactKind.GOODS, FactKind.COUNT)


def contributions_of(material: Material, period: Period) -> list[Contribution]:
    """Return what people gave in a period, in the order of the text.

    Left aside is what something cost, what is planned, parts of what was stated before and single
    cases out of it, and what is of another time.
    """
    found: list[Contribution] = []
    givers: list[tuple[Organization | None, int]] = []
    last = -2  # the position of the last gift, to tell a list that goes on
    for at, piece in material.free(*_KINDS):
        if not _can_be_given(piece) or material.is_planned(piece):
            continue
        if last >= 0 and (
            (at - 1 == last and _is_said_again(material, at)) or _is_its_worth(material, last, at)
        ):
            material.paths[at] = material.paths[last]
            last = at
            continue
        in_list = last == at - 1 and _GOES_ON.fullmatch(material.between(last, at)) is not None
        if not (in_list or _is_given(material, at, piece)):
            continue
        if _is_told_already(material, piece, found) or material.belongs_elsewhere(piece, period):
            continue
        giver = giver_of(material, piece)
        known = _told_before(material, piece, giver, found, givers)
        if known is not None:
            material.paths[at] = f"$.contributions[{known}]"
            last = at
            continue
        try:
            gift = attrs.evolve(_gift(piece, _purpose(material, piece)), giver=giver)
        except InvalidValueError as error:
            material.dropped.append(error)
            continue
        material.paths[at] = f"$.contributions[{len(found)}]"
        found.append(gift)
        givers.append((giver, piece.start))
        last = at
    return found


def _told_before(
    material: Material,
    piece: Piece,
    giver: Organization | None,
    found: list[Contribution],
    givers: list[tuple[Organization | None, int]],
) -> int | None:
    """Return which gift is stated again: the same amount in another sentence, by nobody else."""
    for position, (gift, (other, start)) in enumerate(zip(found, givers, strict=True)):
        if gift.quantity is None or not isinstance(piece.value, Quantity):
            continue
        if gift.quantity.value != piece.value.value or not gift.quantity.unit.fits(piece.value.unit):
            continue
        if material.text.sentence_start(start, LOOK_BACK) == material.sentence_of(piece):
            continue  # two of one list
        if other is None or giver is None or _same_giver(other, giver):
            return position
    return None


def _same_giver(one: Organization, other: Organization) -> bool:
    """Return whether the shorter of two names has most of its pairs of words in the longer."""
    words, others = folded(one.name).split(), folded(other.name).split()
    fewer, more = sorted((set(pairwise(words)), set(pairwise(others))), key=len)
    return words == others or 2 * len(fewer & more) > len(fewer)


def _is_its_worth(material: Material, last: int, at: int) -> bool:
    """Return whether a sum of money is what the things given right before it are worth."""
    piece, before = material.pieces[at], material.pieces[last]
    if piece.kind is not FactKind.MONEY or before.kind in (FactKind.MONEY, FactKind.LABOUR):
        return False
    return last == at - 1 and _WORTH_OF.fullmatch(material.between(last, at)) is not None


def _is_said_again(material: Material, at: int) -> bool:
    """Return whether a figure says the one before again, in words: "250 triệu đồng (Hai trăm năm mươi …)"."""
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
        if noun == "phần" and isinstance(piece.value, Quantity) and piece.value.value == 1:
            return False  # "một phần chi phí"
        named = noun.partition(" ")[0] in movements.GIFTS or noun.startswith(movements.GIFT_NAMES)
        return named and noun not in nouns.PEOPLE | nouns.RECIPIENTS
    return True


def _is_told_already(material: Material, piece: Piece, found: list[Contribution]) -> bool:
    """Return whether a gift is part of a total that was stated before it, or one case out of it."""
    if not found:
        return False
    start = material.sentence_of(piece)
    if _is_of_whole(material, piece, found):
        return True
    if _FUND.search(material.text.low, start, piece.start):
        return True  # what the fund that was stated is spent on
    part = last_match(_PART, material.text.low, start, piece.start)
    if part is None:
        return False
    # The gift stated before the words "trong đó", in their sentence or right before it.
    paths = (at for at, path in material.paths.items() if path.startswith("$.contributions"))
    ends = [material.pieces[at].end for at in paths if material.pieces[at].end <= part.start()]
    if not ends:
        return False
    first = material.text.sentence_start(max(0, start - 1), LOOK_BACK)
    return max(ends) >= first


def _is_of_whole(material: Material, piece: Piece, found: list[Contribution]) -> bool:
    """Return whether a gift is out of one named first: "trong số 200 phần quà, có 90 phần"."""
    among = last_match(_AMONG, material.text.low, material.sentence_of(piece), piece.start)
    if among is None or piece.unit is None:
        return False
    wholes = [gift.quantity for gift in found if gift.quantity is not None]
    return any(
        whole.unit.fits(piece.unit)
        or folded(whole.unit.name).split()[:1] == folded(piece.unit.name).split()[:1]
        for whole in wholes
    )


def _is_given(material: Material, at: int, piece: Piece) -> bool:
    """Return whether a verb of giving stands before a figure, with no other figure between."""
    start = material.sentence_of(piece)
    if at:
        start = max(start, material.pieces[at - 1].end)
    start = max(start, piece.start - _SINCE_VERB)
    low = material.text.low
    if low.startswith("/", piece.end):
        return False  # a price
    if piece.kind is not FactKind.MONEY and _TO_GIVE.match(low, piece.end):
        return True
    if piece.kind is FactKind.MONEY and (
        _is_sum_given(material, piece) or _GIVEN_AFTER.match(low, piece.end) or _is_got(material, at, piece)
    ):
        return True
    if _is_house_built(material, piece, start):
        return True
    given = last_match(_GIVING, low, start, piece.start)
    if given is None:
        return piece.kind is FactKind.LABOUR and not _NOT_GIVEN.search(low, start, piece.start)
    if _NOT_GIVEN.search(low, start, piece.start):
        return False
    if _WORTH.search(low, start, piece.start) and not _SOMETHING.search(low, given.end(), piece.start):
        return False
    if _STATE.search(low, max(start, given.start() - _GIVER), given.start()):
        return False
    between = low[given.end() : piece.start]
    return ";" not in between and not _OTHER_VERB.search(between)


def _is_got(material: Material, at: int, piece: Piece) -> bool:
    """Return whether a sum is what a verb of giving got, however far it stands: "vận động …, được 112 tỷ"."""
    low, start = material.text.low, material.sentence_of(piece)
    start = max(start, material.pieces[at - 1].end) if at else start
    if not _GOT.search(low, start, piece.start):
        return False
    given = last_match(_GIVING, low, start, piece.start)
    return given is not None and not _NOT_GIVEN.search(low, given.start(), piece.start)


def _is_house_built(material: Material, piece: Piece, start: int) -> bool:
    """Return whether houses were built or mended for somebody: "sửa chữa 25 mái ấm cho hội viên nghèo".

    A number in words is one of a story.
    """
    low = material.text.low
    if not _is_house(piece) or low[piece.start].isalpha() or not _BUILT.search(low, start, piece.start):
        return False
    return _FOR_SOMEBODY.match(low, piece.end) is not None or _follows_house(material, piece)


def _is_house(piece: Piece) -> bool:
    noun = folded(piece.unit.name) if piece.unit is not None else ""
    return noun == movements.HOUSE or noun.startswith(movements.HOUSES)


def _follows_house(material: Material, piece: Piece) -> bool:
    """Return whether a house was given before in its sentence: "xây 16 căn nhà đồng đội, sửa chữa 25 căn"."""
    start = material.sentence_of(piece)
    return any(
        path.startswith("$.contributions")
        and start <= material.pieces[at].start < piece.start
        and _is_house(material.pieces[at])
        for at, path in material.paths.items()
    )


def _is_sum_given(material: Material, piece: Piece) -> bool:
    """Return whether a figure is the sum of what a sentence, or the one before it, says was given."""
    low, start = material.text.low, material.sentence_of(piece)
    found = _SUM.search(low, max(start, piece.start - LOOK_BACK), piece.start)
    if found is None or _NOT_GIVEN.search(low, found.start(), piece.start):
        return False
    first = material.text.sentence_start(max(0, start - 1), LOOK_BACK)
    given = last_match(_GIVING, low, first, piece.start)
    return given is not None and _STATE.search(low, max(first, given.start() - _GIVER), given.start()) is None


def giver_of(material: Material, piece: Piece) -> Organization | None:
    """Return who gave: the words before the verb of giving in its clause, if they name somebody."""
    text, start = material.text, material.sentence_of(piece)
    given = last_match(_GIVING, text.low, start, piece.start)
    if given is not None and given[0] in movements.RECEIVING:
        return None
    end = given.start() if given else piece.start
    clause = re.split(r"[;:\n]|[.,](?= )", text.text[start:end])[-1]
    words = without_openings(_AUXILIARY.sub("", clause.rstrip(" :-–")))
    low = folded(words)
    if not 1 < len(words.split()) <= _LONGEST_GIVER or low.startswith(("được", "nhận")):
        return None
    if not (any(word[0].isupper() for word in words.split()[1:]) or low.startswith(tuple(movements.GIVERS))):
        return None
    try:
        return Organization(name=words)
    except InvalidValueError:
        return None


def _purpose(material: Material, piece: Piece) -> str:
    """Return what a gift was for, as the clause after it tells; empty if it does not."""
    found = _PURPOSE.match(material.text.low, piece.end)
    if found is None:
        return ""
    start = found.start("what") + 1
    if found["how"] not in ("để", "nhằm"):
        start = found.start("how")
    words_of_it = material.text.text[start : found.end("what")]
    end = _ENDS.search(folded(words_of_it))
    return (words_of_it[: end.start()] if end else words_of_it).strip()
