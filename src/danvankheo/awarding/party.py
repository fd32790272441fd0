"""The Party's own scale beside the State's: which holds for a Party committee's award is not known."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from danvankheo.awarding.records import PartyLine
from danvankheo.awarding.rules import Rules
from danvankheo.domain.award import Award, AwardForm, GrantingLevel, Recipient
from danvankheo.domain.numbers import EXACT, shortest
from danvankheo.domain.organizations import Organization, OrganizationKind
from danvankheo.domain.places import TWO_LEVELS_FROM
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import DONG
from danvankheo.law.tables import Applied
from danvankheo.locale_vi import movements

ASSUMPTION: Final = "nếu theo mức của Nhà nước"
"""What stands beside each amount of a Party committee's award that is reckoned by the State's scale."""

_TABLE: Final = "party_award_coefficient"
_COMMITTEES: Final = frozenset({OrganizationKind.PARTY_COMMITTEE, OrganizationKind.PARTY_STANDING_BOARD})
_KINDS: Final = _COMMITTEES | {OrganizationKind.PARTY_AGENCY, OrganizationKind.PARTY_CELL}
# Who is of the Party by its name alone; a "ban thường vụ" and a "ban tổ chức" can be of others.
_NAMES: Final = (
    *movements.COMMITTEES,
    "đảng ủy",
    "đảng bộ",
    "cấp ủy",
    "chi bộ",
    "ban dân vận",
    "ban tuyên giáo",
)
_RECEIVERS: Final[Mapping[Recipient, tuple[str, ...]]] = {
    Recipient.COLLECTIVE: ("cell", "base_organization"),
    Recipient.INDIVIDUAL: ("member",),
}


def is_of_party(granter: Organization | None) -> bool:
    """Return whether a body is the Party's: by its kind, else by its name.

    >>> is_of_party(Organization(name="Đảng ủy phường An Khê")), is_of_party(Organization(name="UBND xã"))
    (True, False)
    """
    if granter is None:
        return False
    if granter.kind is not None and granter.kind is not OrganizationKind.OTHER:
        return granter.kind in _KINDS
    name = granter.name.lower().replace("uỷ", "ủy")
    return any(word in name for word in _NAMES)


def party_lines(award: Award, rules: Rules, salary: Applied) -> tuple[PartyLine, ...]:
    """Return what an award comes to by the Party's own scale, one line for each kind of receiver.

    None where the scale has no row for who grants it, or another one within the days that the
    decision can be of.
    """
    granters = {_granter(award, day) for day in rules.days}
    granter = granters.pop()
    if granter is None or granters:
        return ()
    lines: list[PartyLine] = []
    for recipient, receivers in _RECEIVERS.items():
        count = int(getattr(award, recipient.value))
        for receiver in receivers if count else ():
            if (granter, receiver) == ("base_committee", "base_organization"):
                continue  # a base committee grants to what is below it
            found = rules.applied(_TABLE, granter, receiver)
            if isinstance(found, Applied):
                exact = shortest(EXACT.multiply(found.number, salary.number))
                lines.append(
                    PartyLine(
                        recipient=recipient,
                        receiver=receiver,
                        called=rules.called(_TABLE, granter, receiver),
                        count=count,
                        coefficient=found.number,
                        exact_each=Quantity(exact, DONG),
                        rules=(found, salary),
                    )
                )
    return tuple(lines)


def _granter(award: Award, day: date) -> str | None:
    """Return which row of the Party's scale grants an award on a day; None if none is known to.

    Of a commune it was a base committee, and is the one above base organisations since 1-7-2025.
    """
    kind = award.granter.kind if award.granter else None
    if kind not in _COMMITTEES:
        return None
    two_levels = day >= TWO_LEVELS_FROM
    match award.form, award.level:
        case AwardForm.BANG_KHEN, GrantingLevel.PROVINCE:
            return "provincial_standing_board"
        case AwardForm.GIAY_KHEN, GrantingLevel.DISTRICT:
            return "district_standing_board"
        case AwardForm.GIAY_KHEN, GrantingLevel.COMMUNE:
            return "superior_standing_board" if two_levels else "base_committee"
        case _:
            return None
