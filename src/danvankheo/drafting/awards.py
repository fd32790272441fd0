"""Who was commended: figures of one form in one sentence are one award."""

import re
from collections import Counter
from typing import Final

import attrs

from danvankheo.domain.award import Award, AwardForm, EmulationTitle, GrantingLevel, RecipientGroups
from danvankheo.domain.periods import Period
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.drafting.award_details import groups_of_receivers, kind_of_award
from danvankheo.drafting.material import Material
from danvankheo.drafting.names import Body, bodies_in
from danvankheo.errors import InvalidValueError
from danvankheo.locale_vi import movements
from danvankheo.reading.patterns import any_of, last_match
from danvankheo.scanning.facts import FactKind
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import folded

_GRANTS: Final = re.compile(rf"(?<!\w)(?:{any_of((*movements.GRANTING, movements.DECIDING))})(?!\w)")
_GOT: Final = re.compile(r"[^.;,\n]{0,60}?(?<!\w)được(?P<who> [^.;,\n]{3,80}? )(?:tặng|trao|khen)")
_GETTING: Final = re.compile(rf"[^.;,\n0-9]{{0,60}}?(?<!\w)(?:{any_of(movements.GETTING)})(?!\w)")
_NEAR: Final = 60
_FOR: Final = re.compile(r"[^.;\n]{0,40}?(?P<reason>(?:đã )?có (?:nhiều )?thành tích [^.;\n]{3,160})")


def awards_of(material: Material, period: Period) -> list[Award]:
    """Return the awards that a text states; a form that the law does not know is left aside.

    So are those of years before the period. One that a later sentence tells again, whole or in part,
    is the same.
    """
    found: list[Award] = []
    groups: list[list[int]] = []
    for at, piece in material.free(FactKind.AWARD):
        if (
            not (_form(piece) or _is_flag(piece))
            or not _is_of_receivers(piece)
            or material.is_planned(piece)
            or material.is_earlier(piece, period)
            or material.is_of_other_place(piece)
        ):
            continue
        if groups and _go_together(material, groups[-1][-1], at):
            groups[-1].append(at)
        else:
            groups.append([at])
    for group in groups:
        try:
            award = _award(material, group)
        except InvalidValueError as error:
            material.dropped.append(error)
            continue
        if award is None:
            continue
        again = next((at for at, other in enumerate(found) if _says_again(award, other)), len(found))
        path = f"$.awards[{again}]"
        for at in group:
            material.paths[at] = path
        if again < len(found):
            continue
        found.append(_with_groups(material, group, award, path))
    return found


def _with_groups(material: Material, group: list[int], award: Award, path: str) -> Award:
    """Return an award with the groups that stand after its receivers; as it is where they do not fit."""
    groups = groups_of_receivers(material, group)
    if not groups:
        return award
    try:
        counts = {name: count for name, (count, _) in groups.items()}
        grouped = attrs.evolve(award, groups=RecipientGroups(**counts))
    except InvalidValueError as error:
        material.dropped.append(error)
        return award
    for name, (_, at) in groups.items():
        material.paths[at] = f"{path}.groups.{name}"
    return grouped


def _form(piece: Piece) -> AwardForm | None:
    low = folded(piece.form)
    code = next((code for word, code in movements.AWARD_FORMS.items() if low.startswith(word)), None)
    return AwardForm(code) if code else None


def _is_flag(piece: Piece) -> bool:
    """Return whether it is an emulation flag, which is a title: whose it is says which."""
    return folded(piece.form).startswith(movements.FLAG)


def _flag_of(granter: Body | None) -> EmulationTitle | None:
    """Return which flag a body grants; None where the text does not say whose it is."""
    match granter.level if granter else None:
        case GrantingLevel.CENTRAL:
            return EmulationTitle.GOVERNMENT_FLAG
        case GrantingLevel.PROVINCE:
            return EmulationTitle.PROVINCIAL_FLAG
    return None


def _says_again(award: Award, other: Award) -> bool:
    """Return whether an award is one that was told before: each number that it has is the same."""
    if award.form is not other.form or award.granter != other.granter:
        return False
    counts = ((getattr(award, name), getattr(other, name)) for name in _COUNTS)
    return all(count in (0, known) for count, known in counts)


_COUNTS: Final = ("collectives", "households", "individuals", "mixed")


def _is_of_receivers(piece: Piece) -> bool:
    """Return whether a figure counts receivers, exactly; "30 giấy khen" counts papers."""
    value = piece.value
    if not isinstance(value, Quantity) or value.approximation is not Approximation.EXACTLY:
        return False
    return (
        folded(value.unit.name) not in movements.AWARD_FORMS
        and value.value == value.value.to_integral_value()
    )


def _go_together(material: Material, one: int, other: int) -> bool:
    first, second = material.pieces[one], material.pieces[other]
    return (
        first.form == second.form
        and material.sentence_of(second) <= first.start
        and second.start - first.end < 100
        and _GRANTS.search(material.text.low, first.end, second.start) is None
    )


def _award(material: Material, group: list[int]) -> Award | None:
    """Return the award of the figures of one form; None where the form depends on whose it is, untold.

    Raises:
        InvalidValueError: no award can be so.
    """
    counts: Counter[str] = Counter()
    for at in group:
        value = material.pieces[at].value
        assert isinstance(value, Quantity)
        counts[_receivers(folded(value.unit.name))] += int(value.value)
    first = material.pieces[group[0]]
    granter = (
        _granter_of_form(material, group) or _granter_following(material, group) or _granter(material, first)
    )
    form = _form(first) or _flag_of(granter)
    if form is None:
        return None
    reason = _FOR.match(material.text.text, material.pieces[group[-1]].end)
    return Award(
        form=form,
        granter=granter.organization if granter else None,
        level=granter.level if granter else None,
        reason=reason["reason"].strip() if reason else "",
        collectives=counts["collectives"],
        households=counts["households"],
        individuals=counts["individuals"],
        mixed=counts["mixed"],
        kind=kind_of_award(material, group),
    )


def _receivers(noun: str) -> str:
    """Return which count of an award a noun adds to."""
    parts = [part.strip() for part in noun.replace(" và ", ",").split(",")]
    kinds = {
        "collectives"
        if part in movements.COLLECTIVES
        else "households"
        if part in movements.HOUSEHOLDS
        else "individuals"
        for part in parts
    }
    return kinds.pop() if len(kinds) == 1 and noun not in movements.OF_EITHER_KIND else "mixed"


def _granter_of_form(material: Material, group: list[int]) -> Body | None:
    """Return whose the form is, as it says itself: "Bằng khen của Chủ tịch UBND tỉnh"."""
    first, last = material.pieces[group[0]], material.pieces[group[-1]]
    low = material.text.low
    form = re.compile(rf"(?<!\w){re.escape(folded(first.form))}(?: của)? (?=\w)")
    found = None
    if not _GETTING.match(low, last.end):  # else what stands before is another's
        found = last_match(form, low, max(material.sentence_of(first), first.start - _NEAR), first.start)
    found = found or form.search(low, last.end, last.end + _NEAR)
    if found is None:
        return None
    body = next(bodies_in(material.text, found.end(), found.end() + _NEAR), None)
    return body if body and body.start == found.end() else None


def _granter_following(material: Material, group: list[int]) -> Body | None:
    """Return who grants what the receivers are said to have got: "được UBND tỉnh tặng Bằng khen"."""
    end = material.pieces[group[-1]].end
    found = _GOT.match(material.text.low, end)
    if found is None:
        return None
    bodies = list(bodies_in(material.text, *found.span("who")))
    return bodies[-1] if bodies else None


def _granter(material: Material, piece: Piece) -> Body | None:
    """Return who grants: the last body named before the verb of the sentence."""
    start = material.sentence_of(piece)
    if _GOT.match(material.text.low, piece.end):
        return None
    verb = last_match(_GRANTS, material.text.low, start, piece.start)
    first = _GRANTS.search(material.text.low, start, piece.start)
    if verb is None or first is None:
        return None
    clause = max(start, material.text.low.rfind(";", start, first.start()) + 1)
    bodies = list(bodies_in(material.text, clause, verb.start()))
    return bodies[-1] if bodies else None
