"""What an award is worth, as records: a line for each kind of recipient, totals, and what is unknown."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import attrs

from danvankheo.domain.award import Award, Recipient
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.labels import Labelled
from danvankheo.domain.numbers import EXACT
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.shown import Shown
from danvankheo.domain.units import DONG
from danvankheo.law.tables import Applied, Unknown


class Scheme(Labelled):
    """Whose scale an award is paid by; the Party's is separate.

    >>> [scheme.label for scheme in Scheme]
    ['Nhà nước', 'Đảng']
    """

    STATE = "state", "Nhà nước"
    PARTY = "party", "Đảng"


class _Worth(Shown):
    """What is worth something: `str` says how much, `repr` the same in brackets, without its rules."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return its type and what it says."""
        return f"<{type(self).__name__} {self}>"


@attrs.frozen(kw_only=True, repr=False)
class AwardLine(_Worth):
    """What one kind of recipient gets.

    Args:
        recipient: collectives, households or individuals.
        count: how many.
        coefficient: by what the base salary is multiplied, the factor of the recipient included.
        exact_each: what one of them gets, before rounding.
        payable_each: the same, rounded up as the law says; or why that is unknown.
        rules: what each number rests on.

    >>> from datetime import date
    >>> from danvankheo import Award, AwardForm, GrantingLevel, award_money
    >>> merit = Award(
    ...     form=AwardForm.GIAY_KHEN, level=GrantingLevel.COMMUNE, individuals=20, decided=date(2026, 3, 2)
    ... )
    >>> line = award_money(merit).lines[0]
    >>> line.coefficient, line.exact_each, line.payable_each
    (Decimal('0.3'), Quantity(Decimal('702000'), DONG), Quantity(Decimal('710000'), DONG))
    >>> line.exact_total, line.payable_total
    (Quantity(Decimal('14040000'), DONG), Quantity(Decimal('14200000'), DONG))
    >>> print(line)
    20 cá nhân × 710.000 đồng = 14.200.000 đồng
    """

    recipient: Recipient
    count: int
    coefficient: Decimal
    exact_each: Quantity
    payable_each: Quantity | Unknown
    rules: tuple[Applied, ...]

    @property
    def exact_total(self) -> Quantity:
        """For all of them, before rounding."""
        return _times(self.exact_each, self.count)

    @property
    def payable_total(self) -> Quantity | Unknown:
        """For all of them, each rounded up."""
        each = self.payable_each
        return _times(each, self.count) if isinstance(each, Quantity) else each


@attrs.frozen(kw_only=True, repr=False)
class PartyLine(_Worth):
    """What recipients of a Party committee's award would get by the Party's own scale.

    How the Party rounds is not known, so there is an exact amount only.

    Args:
        recipient: collectives or individuals.
        receiver: what they would have to be, by its word in the table ``party_award_coefficient``.
        called: the same in Vietnamese: ``đảng viên``.
        count: how many.
        coefficient: by what the base salary is multiplied.
        exact_each: what one of them would get, before rounding.
        rules: what each number rests on.

    >>> from datetime import date
    >>> from danvankheo import Award, AwardForm, GrantingLevel, Organization, OrganizationKind, award_money
    >>> board = Organization(name="Ban Thường vụ Thị ủy", kind=OrganizationKind.PARTY_STANDING_BOARD)
    >>> merit = Award(
    ...     form=AwardForm.GIAY_KHEN, level=GrantingLevel.DISTRICT, granter=board, individuals=20,
    ...     decided=date(2022, 11, 2),
    ... )
    >>> line = award_money(merit).party[0]
    >>> line.called, line.exact_each, line.exact_total
    ('đảng viên', Quantity(Decimal('1490000'), DONG), Quantity(Decimal('29800000'), DONG))
    """

    recipient: Recipient
    receiver: str
    called: str
    count: int
    coefficient: Decimal
    exact_each: Quantity
    rules: tuple[Applied, ...]

    @property
    def exact_total(self) -> Quantity:
        """For all of them, before rounding."""
        return _times(self.exact_each, self.count)


@attrs.frozen(kw_only=True, repr=False)
class AwardMoney(_Worth):
    """What an award is worth, with the law that says so.

    Args:
        award: the award.
        decided: the day of the decision as far as it is known.
        lines: what each kind of recipient gets, where known.
        unknown: what is not known, and why.
        decree: the decree of the day.
        caveats: what to bear in mind, in Vietnamese.
        assumption: what `lines` and totals take for granted, to be printed beside every one of
            them: ``nếu theo mức của Nhà nước``, for a Party committee's award; empty if nothing.
        party: the same award by the Party's own scale, where that is possible too.

    >>> from datetime import date
    >>> from danvankheo import Award, AwardForm, GrantingLevel, award_money
    >>> merit = Award(
    ...     form=AwardForm.GIAY_KHEN, level=GrantingLevel.COMMUNE, individuals=20, decided=date(2026, 3, 2)
    ... )
    >>> money = award_money(merit)
    >>> money.exact, money.payable, money.assumption
    (Quantity(Decimal('14040000'), DONG), Quantity(Decimal('14200000'), DONG), '')
    >>> money
    <AwardMoney giấy khen: 20 cá nhân × 710.000 đồng; tổng cộng 14.200.000 đồng>
    """

    award: Award
    decided: date | PartialDate | None
    lines: tuple[AwardLine, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    decree: Applied | Unknown | None = None
    caveats: tuple[str, ...] = ()
    assumption: str = ""
    party: tuple[PartyLine, ...] = ()

    @property
    def exact(self) -> Quantity | Unknown:
        """The total before rounding, or the first thing that is unknown."""
        if self.unknown:
            return self.unknown[0]
        return _sum([line.exact_total for line in self.lines])

    @property
    def payable(self) -> Quantity | Unknown:
        """The total to be paid, or the first thing that is unknown."""
        if self.unknown:
            return self.unknown[0]
        totals: list[Quantity] = []
        for line in self.lines:
            total = line.payable_total
            if isinstance(total, Unknown):
                return total
            totals.append(total)
        return _sum(totals)

    @property
    def party_at_most(self) -> Quantity | None:
        """The most that the Party's own scale comes to, before rounding; None where it is not possible.

        Each recipient is taken for what the scale gives most for: a base organisation, a member.
        """
        if not self.party:
            return None
        most: dict[Recipient, Quantity] = {}
        for line in self.party:
            so_far = most.get(line.recipient)
            if so_far is None or line.exact_total > so_far:
                most[line.recipient] = line.exact_total
        return _sum([*most.values()])


def _times(each: Quantity, count: int) -> Quantity:
    return Quantity(EXACT.multiply(each.amount, Decimal(count)), each.unit)


def _sum(quantities: Sequence[Quantity]) -> Quantity:
    return sum(quantities, start=Quantity(0, DONG))
