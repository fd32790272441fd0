"""The parts of a figure, where a text lists all of them: "18 giải, gồm 4 giải nhất, 5 giải nhì …"."""

import re
from decimal import Decimal
from typing import Final

from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.units import Dimension
from danvankheo.drafting.material import Material
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.facts import FactKind
from danvankheo.scanning.running_text import folded

# A list that says it is whole, and one that may leave something out.
_WHOLE: Final = ("gồm có", "gồm", "bao gồm", "chia ra", "cụ thể", "cụ thể là")
_SOME: Final = ("trong đó có", "trong đó")
_LEAD: Final = re.compile(
    rf"[^.;\n0-9]{{0,60}}?[,.(:;]? ?(?P<lead>{any_of((*_WHOLE, *_SOME))})(?!\w)[^.;\n]{{0,90}}"
    r"|[^.;\n0-9]{0,20} ?\((?:[^()]{0,40}: )"
)
# "219 trường hợp (năm 2015: 28 trường hợp; …)"
_BY_TIME: Final = re.compile(r"(?P<lead>) ?(?:\(|:|, )(?:trong )?")
_NEW_LIST: Final = re.compile(rf"(?<!\w)(?:{any_of((*_WHOLE, *_SOME))})(?!\w)")
_LAST: Final = re.compile(r"[^.;,\n]{0,60}?[,;]? ?(?<!\w)và(?!\w)[^.\n]{0,60}")
_FEWEST: Final = 2
_MOST: Final = 30
# A list opened by "trong đó" is taken for whole only if next to nothing is missing.
_NEARLY: Final = (9, 10)
_OFF_BY: Final = Decimal("0.1")


def parts_after(material: Material, at: int, total: Quantity) -> tuple[tuple[Quantity, ...], list[int]]:
    """Return the parts of a total and the positions of their facts; nothing if the list is not whole.

    Args:
        material: the text and its facts.
        at: the position after which the list begins.
        total: what the parts should make.
    """
    nothing: tuple[tuple[Quantity, ...], list[int]] = ((), [])
    if total.approximation is not Approximation.EXACTLY or total.unit.rate:
        return nothing
    parts: list[Quantity] = []
    used: list[int] = []
    lead: re.Match[str] | None = None
    closed = False
    sentence = material.text.sentence_end(material.pieces[at].end, 900)
    for position in range(at + 1, min(len(material.pieces), at + _MOST)):
        piece, before = material.pieces[position], material.pieces[position - 1]
        if piece.start < before.end or piece.start > sentence:
            break
        between = material.text.low[before.end : piece.start]
        if lead is None:
            lead = (_BY_TIME if piece.kind is FactKind.PERIOD else _LEAD).fullmatch(between)
            if lead is None:
                return nothing
        elif _NEW_LIST.search(between):  # "…; giáo viên có 35 giải gồm:": the last one opens its own
            del parts[-1:], used[-1:]
            break
        if piece.kind in (FactKind.PERIOD, FactKind.DATE):
            continue
        part = _same_kind(piece.value, total)
        if part is None or position in material.paths:
            break
        closed = closed or _LAST.fullmatch(between) is not None
        parts.append(part)
        used.append(position)
        if sum(part.value for part in parts) == total.value:
            break
    if lead is None or len(parts) < _FEWEST or not _is_whole(lead, parts, total, closed=closed):
        return nothing
    return tuple(parts), used


def parts_by_share(material: Material, at: int, total: Quantity) -> tuple[Quantity, ...]:
    """Return the parts that stand after a total each with its share, where the shares make 100 %.

    "Tổng số 837 em; giỏi 114 em (13,6%), khá 419 em (50,1%) …": shares that add up say that the list
    is whole. Each part stays a figure of its own.

    Args:
        material: the text and its facts.
        at: the position of the total.
        total: what the parts should make.
    """
    if total.approximation is not Approximation.EXACTLY or total.unit.rate:
        return ()
    parts: list[Quantity] = []
    shares: list[Decimal] = []
    end = material.text.sentence_end(material.pieces[at].end, 900)
    for piece in material.pieces[at + 1 : at + _MOST]:
        if piece.start > end:
            break
        if piece.kind is FactKind.PERCENT and isinstance(piece.value, Quantity):
            if len(shares) + 1 != len(parts):
                break
            shares.append(piece.value.value)
            continue
        part = _same_kind(piece.value, total)
        if part is None or len(parts) != len(shares):
            break
        parts.append(part)
    # A printed share is off by less than one in its last place, and those of a list by that much each.
    whole = abs(sum(shares, Decimal(-100))) <= len(shares) * _OFF_BY
    return tuple(parts) if len(parts) == len(shares) >= _FEWEST and whole else ()


def _same_kind(value: object, total: Quantity) -> Quantity | None:
    """Return a part in the unit of its total; None if it counts something else."""
    if not isinstance(value, Quantity) or value.unit.rate:
        return None
    if value.approximation is not Approximation.EXACTLY:
        return None
    if total.unit.dimension is Dimension.COUNT:
        if value.unit.dimension is not Dimension.COUNT:
            return None
        if folded(value.unit.name).split()[0] != folded(total.unit.name).split()[0]:
            return None
        return Quantity(value.value, total.unit) if total.unit.scale == value.unit.scale else None
    return value if value.unit.fits(total.unit) else None


def _is_whole(lead: re.Match[str], parts: list[Quantity], total: Quantity, *, closed: bool) -> bool:
    """Return whether a list claims to be all of its total."""
    added = sum(part.value for part in parts)
    if added == total.value:
        return True
    if lead["lead"] not in _SOME:
        return 2 * added > total.value and 2 * total.value > added
    if total.unit.dimension is not Dimension.COUNT:
        return False
    least, of = _NEARLY
    return closed and of * added >= least * total.value and added < total.value
