"""What a text says of an award besides its receivers: its kind, and who of them is in which group."""

import re
from collections.abc import Sequence
from typing import Final

from danvankheo.domain.award import AwardKind
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.drafting.material import Material
from danvankheo.locale_vi import movements
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.facts import FactKind

_KIND: Final = re.compile(
    rf"(?<!\w)(?:khen thưởng|khen|thành tích|{any_of(movements.AWARD_FORMS)})(?: về| theo)?(?: phong trào)? "
    rf"(?P<kind>{any_of(movements.AWARD_KINDS)})(?!\w)(?! (?:hơn|được)(?!\w))"
)
_LONGEST_SENTENCE: Final = 400
_SENTENCE_END: Final = re.compile(r"[.;](?= |\Z)|\n")
_OPENS: Final = re.compile(rf",? ?\(?(?:{any_of(movements.PARTS)})(?: có)? ?:? ?")
_NEXT: Final = re.compile(r"(?: [^\W\d_]+){0,6}?(?:[,;]| và|, và)(?: có)? ")
_GROUP: Final = re.compile(rf"(?P<group>{any_of(movements.RECIPIENT_GROUPS)})(?!\w)")


def kind_of_award(material: Material, group: Sequence[int]) -> AwardKind | None:
    """Return the kind of an award that its sentence names; None if it names none, or several."""
    start = material.sentence_of(material.pieces[group[0]])
    last = material.pieces[group[-1]].end
    end = _SENTENCE_END.search(material.text.low, last, last + _LONGEST_SENTENCE)
    found = {
        movements.AWARD_KINDS[match["kind"]]
        for match in _KIND.finditer(material.text.low, start, end.start() if end else last)
    }
    return AwardKind(found.pop()) if len(found) == 1 else None


def groups_of_receivers(material: Material, group: Sequence[int]) -> dict[str, tuple[int, int]]:
    """Return the groups that stand after receivers, each with its number and the position of its figure.

    "20 cá nhân (trong đó có 8 nữ, 12 người trực tiếp lao động)" names two.
    """
    found: dict[str, tuple[int, int]] = {}
    for at in group:
        end, between = material.pieces[at].end, _OPENS
        for place in range(at + 1, len(material.pieces)):
            piece = material.pieces[place]
            if piece.kind is not FactKind.COUNT or not between.fullmatch(material.text.low, end, piece.start):
                break
            value = piece.value
            if not isinstance(value, Quantity) or value.approximation is not Approximation.EXACTLY:
                break
            named = _GROUP.match(material.text.low, piece.end - len(value.unit.name))
            if named is None or value.value != value.value.to_integral_value():
                break
            found.setdefault(movements.RECIPIENT_GROUPS[named["group"]], (int(value.value), place))
            end, between = max(piece.end, named.end()), _NEXT
    return found
