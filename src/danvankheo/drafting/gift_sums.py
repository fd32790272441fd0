"""A printed sum of gifts and its parts: the sum is kept as a stated total, the parts as what was given."""

import re
from collections.abc import Sequence
from typing import Final

from danvankheo.domain.contribution import Contribution
from danvankheo.domain.organizations import Organization
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.drafting.material import Material
from danvankheo.drafting.parts import parts_after
from danvankheo.errors import InvalidValueError
from danvankheo.locale_vi import contexts, movements
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.running_text import folded

_PATH: Final = "$.contributions[{}]"
_LEAD: Final = re.compile(
    rf"[^:]*:|.*?(?<!\w)(?:{any_of((*movements.PARTS, 'trong đó có'))})(?: có)?(?!\w)", re.DOTALL
)
_VERB: Final = re.compile(
    rf"(?: (?:{any_of((*movements.WILLINGLY, *contexts.GIVING, 'số tiền', 'là'))}))+ ?\Z|:? ?\Z"
)
_MOST_WORDS: Final = 14


def sums_apart(
    material: Material, gifts: Sequence[Contribution]
) -> tuple[list[Contribution], list[Quantity]]:
    """Return the gifts with the parts of a printed sum in its place, and the sums that were replaced.

    "Các đơn vị ủng hộ 60 triệu đồng, gồm: Công ty A 20 triệu đồng, Công ty B 40 triệu đồng": the sum is a
    stated total, and the parts are two gifts with their givers. Only where the parts make the sum to the
    last đồng, and nothing else of its kind was given: a total states all of it.

    Args:
        material: the text, its facts and where they went.
        gifts: what was found to be given, in the order of the text.
    """
    for position, gift in enumerate(gifts):
        total = gift.quantity
        if total is None or total.approximation is not Approximation.EXACTLY or not _is_alone(gifts, total):
            continue
        facts = [at for at, path in material.paths.items() if path == _PATH.format(position)]
        parts, used = parts_after(material, max(facts), total)
        if len(parts) != len(used) or sum(part.value for part in parts) != total.value:
            continue
        for at in facts:
            material.paths[at] = "$.stated_totals[0]"
        given = [_part(material, at) for at in used]
        later = {
            _PATH.format(at): _PATH.format(at + len(given) - 1) for at in range(position + 1, len(gifts))
        }
        for at, path in material.paths.items():
            material.paths[at] = later.get(path, path)
        for number, at in enumerate(used):
            material.paths[at] = _PATH.format(position + number)
        return [*gifts[:position], *given, *gifts[position + 1 :]], [total]
    return list(gifts), []


def _is_alone(gifts: Sequence[Contribution], total: Quantity) -> bool:
    """Return whether nothing else was given in the unit of a sum."""
    alike = [gift for gift in gifts if gift.quantity is not None and gift.quantity.unit.fits(total.unit)]
    return len(alike) == 1 and all(gift.quantity is not None for gift in gifts)


def _part(material: Material, at: int) -> Contribution:
    """Return a part with the one who gave it, as far as its item says."""
    piece, before = material.pieces[at], material.pieces[at - 1]
    value = piece.value
    assert isinstance(value, Quantity)
    words = material.text.text[before.end : piece.start]
    lead = _LEAD.match(folded(words))
    words = words[lead.end() :] if lead else words
    words = _VERB.sub("", words.strip(" ,;.:–-+(")).strip(" ,;:.–-+(")
    named = 0 < len(words.split()) <= _MOST_WORDS and (
        words[0].isupper() or folded(words).startswith(tuple(movements.GIVERS))
    )
    giver = None
    if named:
        try:
            giver = Organization(name=words)
        except InvalidValueError:
            giver = None
    return Contribution(quantity=value, giver=giver)
