"""What an award is worth: by the law and the base salary of the day of its decision."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Final

import attrs

from danvankheo.domain.award import Award, AwardForm, EmulationTitle, GrantingLevel, Recipient
from danvankheo.domain.dates import PartialDate, code_of, first_day, last_day
from danvankheo.domain.labels import Labelled
from danvankheo.domain.numbers import EXACT, Number, decimal_from, shortest
from danvankheo.domain.organizations import OrganizationKind
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import DONG
from danvankheo.errors import refusal, require
from danvankheo.law.book import LawBook, least_confidence
from danvankheo.law.tables import Applied, Confidence, Unknown, UnknownReason, reaches, surely
from danvankheo.reasons import Reason

# Which row of the table of coefficients a form is, by who grants it. A bằng khen of a unit is one of
# a military region or a national university.
_ROWS: Final[Mapping[tuple[AwardForm, GrantingLevel], str]] = {
    (AwardForm.BANG_KHEN, GrantingLevel.CENTRAL): "bang_khen_prime_minister",
    (AwardForm.BANG_KHEN, GrantingLevel.MINISTRY): "bang_khen_province",
    (AwardForm.BANG_KHEN, GrantingLevel.PROVINCE): "bang_khen_province",
    (AwardForm.BANG_KHEN, GrantingLevel.UNIT): "bang_khen_corps",
    (AwardForm.GIAY_KHEN, GrantingLevel.UNIT): "giay_khen_unit",
    (AwardForm.GIAY_KHEN, GrantingLevel.DISTRICT): "giay_khen_district",
    (AwardForm.GIAY_KHEN, GrantingLevel.COMMUNE): "giay_khen_commune",
}
# What a row that several granters could be of is taken for.
_TAKEN_FOR: Final = {
    "bang_khen_prime_minister": "Bằng khen cấp trung ương: tính theo mức của Thủ tướng Chính phủ.",
    "bang_khen_corps": "Bằng khen cấp đơn vị: tính theo mức của quân khu, đại học quốc gia.",
}
_PRIME_MINISTER: Final = "thủ tướng"
_PARTY: Final = frozenset(
    {OrganizationKind.PARTY_COMMITTEE, OrganizationKind.PARTY_STANDING_BOARD, OrganizationKind.PARTY_AGENCY}
)
_OF_PARTY: Final = (
    "Cấp ủy Đảng tặng: chưa kiểm chứng được mức áp dụng cho người ngoài Đảng; tạm tính theo mức của Nhà nước."
)


class Scheme(Labelled):
    """Whose scale an award is paid by; the Party's is separate.

    >>> [scheme.label for scheme in Scheme]
    ['Nhà nước', 'Đảng']
    """

    STATE = "state", "Nhà nước"
    PARTY = "party", "Đảng"


@attrs.frozen(kw_only=True)
class AwardLine:
    """What one kind of recipient gets.

    Args:
        recipient: collectives, households or individuals.
        count: how many.
        coefficient: by what the base salary is multiplied, the factor of the recipient included.
        exact: for each, before rounding.
        payable: for each, rounded up as the law says; or why that is unknown.
        rules: what each number rests on.

    >>> from datetime import date
    >>> from danvankheo import Award, AwardForm, GrantingLevel, award_money
    >>> merit = Award(
    ...     form=AwardForm.GIAY_KHEN, level=GrantingLevel.COMMUNE, individuals=20, decided=date(2026, 3, 2)
    ... )
    >>> line = award_money(merit).lines[0]
    >>> line.coefficient, line.exact, line.payable
    (Decimal('0.3'), Quantity(Decimal('702000'), DONG), Quantity(Decimal('710000'), DONG))
    >>> line.exact_total, line.payable_total
    (Quantity(Decimal('14040000'), DONG), Quantity(Decimal('14200000'), DONG))
    """

    recipient: Recipient
    count: int
    coefficient: Decimal
    exact: Quantity
    payable: Quantity | Unknown
    rules: tuple[Applied, ...]

    @property
    def exact_total(self) -> Quantity:
        """For all of them, before rounding."""
        return _times(self.exact, self.count)

    @property
    def payable_total(self) -> Quantity | Unknown:
        """For all of them, each rounded up."""
        return _times(self.payable, self.count) if isinstance(self.payable, Quantity) else self.payable


@attrs.frozen(kw_only=True)
class AwardMoney:
    """What an award is worth, with the law that says so.

    Args:
        award: the award.
        decided: the day of the decision as far as it is told.
        lines: what each kind of recipient gets, where known.
        unknown: what is not known, and why.
        decree: the decree of the day.
        caveats: what to bear in mind, in Vietnamese.

    >>> from datetime import date
    >>> from danvankheo import Award, AwardForm, GrantingLevel, award_money
    >>> merit = Award(
    ...     form=AwardForm.GIAY_KHEN, level=GrantingLevel.COMMUNE, individuals=20, decided=date(2026, 3, 2)
    ... )
    >>> money = award_money(merit)
    >>> money.exact, money.payable
    (Quantity(Decimal('14040000'), DONG), Quantity(Decimal('14200000'), DONG))
    """

    award: Award
    decided: date | PartialDate | None
    lines: tuple[AwardLine, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    decree: Applied | Unknown | None = None
    caveats: tuple[str, ...] = ()

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


def award_money(
    award: Award,
    *,
    on: date | None = None,
    order: str | None = None,
    scheme: Scheme = Scheme.STATE,
    coefficients: Mapping[Recipient, Number] | None = None,
    round_up_to: Number | None = None,
    law: LawBook | None = None,
    min_confidence: Confidence | None = None,
) -> AwardMoney:
    """Return what an award is worth: exactly, and payable, rounded up once after multiplying.

    Coefficient × factor of the recipient × base salary of the day of the decision, then up to the
    next 10 000 đồng (Nghị định 152/2025/NĐ-CP art. 49; the same in 98/2023 and 91/2017). What the
    law or the award does not tell is an `Unknown` with its reason, never a guess.

    Args:
        award: the award; its level tells who grants it, `decided` the day of the decision.
        on: the day of the decision, if the award does not tell it or not wholly.
        order: which order, for `AwardForm.ORDER`: ``labour_3`` is Huân chương Lao động hạng Ba.
        scheme: whose scale. By the Party's, `coefficients` are yours to give: what it lays down for
            its own organisations is in the table ``party_award_coefficient``.
        coefficients: by what the base salary is multiplied, by kind of recipient; where the law
            has a ceiling, they have to keep to it.
        round_up_to: rounds up to a multiple of so many đồng where the law is not known to.
        law: other tables than the library's, such as ``law.load("ninh-thuan.toml")``.
        min_confidence: how sure every value of the law has to be. What is less sure is an `Unknown`;
            if not given, it counts, and `caveats` name what rests on a weak source.

    Raises:
        InvalidValueError: a day that contradicts the award's, a coefficient above the law's ceiling
            or not positive, an order that the table does not know.

    >>> from danvankheo import AwardForm, GrantingLevel
    >>> award = Award(form=AwardForm.GIAY_KHEN, level=GrantingLevel.COMMUNE, individuals=20, collectives=10,
    ...               decided=date(2026, 3, 2))
    >>> money = award_money(award)
    >>> [(line.recipient.value, str(line.exact.amount), str(line.payable.amount)) for line in money.lines]
    [('collectives', '1404000', '1410000'), ('individuals', '702000', '710000')]
    >>> money.payable
    Quantity(Decimal('28300000'), DONG)
    """
    require(award, Award, "award_money")
    require(scheme, Scheme, "award_money.scheme")
    if law is not None:
        require(law, LawBook, "award_money.law")
    own = {} if coefficients is None else coefficients
    require(own, Mapping, "award_money.coefficients")
    for recipient in own:
        require(recipient, Recipient, "award_money.coefficients")
    decided = _decided(award, on)
    days = _days(decided)
    if days is None:
        unknown = Unknown(
            what="Ngày ký quyết định",
            reason=UnknownReason.NOT_TOLD,
            note="tiền thưởng tính theo ngày ký quyết định; hãy nêu ngày ấy (on= hay --on)",
        )
        return AwardMoney(award=award, decided=decided, unknown=(unknown,))
    least = least_confidence(min_confidence, "award_money.min_confidence")
    rules = _Rules(law or LawBook.official(), *days, least)
    salary = rules.applied("base_salary")
    lines: list[AwardLine] = []
    unknowns: list[Unknown] = [salary] if isinstance(salary, Unknown) else []
    if award.mixed:
        note = f"{award.mixed} tập thể, cá nhân chưa tách riêng"
        unknowns.append(Unknown(what="Đối tượng", reason=UnknownReason.NOT_TOLD, note=note))
    base = rules.coefficient(award, order, scheme)
    step = rules.rounding(scheme, round_up_to)
    for recipient, count in _receivers(award):
        told = rules.of_recipient(award, recipient, base, own)
        if isinstance(told, Unknown):
            if told not in unknowns:
                unknowns.append(told)
        elif isinstance(salary, Applied):
            lines.append(_line(recipient, count, told, salary, step))
    party = scheme is Scheme.STATE and award.granter is not None and award.granter.kind in _PARTY
    return AwardMoney(
        award=award,
        decided=decided,
        lines=tuple(lines),
        unknown=tuple(unknowns),
        decree=rules.applied("award_decree") if scheme is Scheme.STATE else None,
        caveats=(
            *_caveats(award),
            *(
                f"Hệ số của {line.recipient.label}: do người tính nêu."
                for line in lines
                if line.recipient in own
            ),
            *((_OF_PARTY,) if party else ()),
            *dict.fromkeys(_weak(rule) for line in lines for rule in line.rules if _is_weak(rule)),
        ),
    )


def _receivers(award: Award) -> list[tuple[Recipient, int]]:
    counts = [(recipient, int(getattr(award, recipient.value))) for recipient in Recipient]
    return [(recipient, count) for recipient, count in counts if count]


def _decided(award: Award, on: date | None) -> date | PartialDate | None:
    """Return the day of the decision as the award and the caller tell it together."""
    told = award.decided
    if on is None:
        return told
    if not isinstance(on, date) or isinstance(on, datetime):
        raise refusal("award_money.on", Reason.DATE, on)
    if told is not None and not (told.could_be(on) if isinstance(told, PartialDate) else told == on):
        raise refusal("award_money.on", Reason.AS_TOLD, on.isoformat(), told=code_of(told))
    return on


def _days(day: date | PartialDate | None) -> tuple[date, date] | None:
    """Return the first and the last day that the decision can be of; None if not even the year is told."""
    if day is None or (isinstance(day, PartialDate) and day.year is None):
        return None
    return first_day(day), last_day(day)


def _line(
    recipient: Recipient,
    count: int,
    told: "tuple[Decimal, tuple[Applied, ...]]",
    salary: Applied,
    step: "Decimal | Applied | Unknown",
) -> AwardLine:
    coefficient, rules = told
    exact = shortest(EXACT.multiply(coefficient, salary.number))
    multiple = step.number if isinstance(step, Applied) else step
    payable = multiple if isinstance(multiple, Unknown) else Quantity(_rounded_up(exact, multiple), DONG)
    used = (*rules, salary, *((step,) if isinstance(step, Applied) else ()))
    return AwardLine(
        recipient=recipient,
        count=count,
        coefficient=coefficient,
        exact=Quantity(exact, DONG),
        payable=payable,
        rules=used,
    )


def _rounded_up(amount: Decimal, multiple: Decimal) -> Decimal:
    """Return the next multiple that is not below an amount."""
    return EXACT.multiply(Decimal(ceil(Fraction(amount) / Fraction(multiple))), multiple)


def _times(each: Quantity, count: int) -> Quantity:
    return Quantity(EXACT.multiply(each.amount, Decimal(count)), each.unit)


def _sum(quantities: Sequence[Quantity]) -> Quantity:
    return sum(quantities, start=Quantity(0, DONG))


class _Rules:
    """What applied on every day that a decision can be of."""

    def __init__(self, book: LawBook, first: date, last: date, least: Confidence | None) -> None:
        self._first, self._last, self._least = book.at(first), book.at(last), least

    def applied(self, name: str, *key: str) -> Applied | Unknown:
        """Return what applied, if it was the same on all of the days."""
        one, other = self._first.applied(name, *key), self._last.applied(name, *key)
        if _same(one, other):
            return surely(one, self._least)
        what = one.title if isinstance(one, Applied) else one.what
        changed = self._change(name, *key)
        note = (
            f"thay đổi từ ngày {changed:%d/%m/%Y}; phải có ngày ký quyết định"
            if changed
            else "phải có ngày ký quyết định"
        )
        return Unknown(what=what, reason=UnknownReason.NOT_TOLD, note=note)

    def coefficient(self, award: Award, order: str | None, scheme: Scheme) -> Applied | Unknown:
        """Return the coefficient of a form or a title, before the factor of the recipient."""
        if scheme is Scheme.PARTY:
            note = "chưa có mức của Đảng cho đối tượng này; hãy nêu ở coefficients="
            return Unknown(what="Hệ số tiền thưởng", reason=UnknownReason.UNCONFIRMED, note=note)
        if isinstance(award.form, EmulationTitle):
            return self.applied("award_coefficient", award.form.value)
        if award.form is AwardForm.ORDER:
            if order is None:
                note = "chưa nêu huân chương nào, hạng nào (order= hay --order)"
                return Unknown(what="Hệ số huân chương", reason=UnknownReason.NOT_TOLD, note=note)
            return self.applied("award_coefficient", f"order_{order}")
        if award.form is AwardForm.COMMEMORATIVE_MEDAL:
            return self.applied("award_coefficient", award.form.value)
        row = _row(award)
        if row is not None:
            return self.applied("award_coefficient", row)
        if award.level is None:
            note = "chưa nêu cấp nào tặng"
            return Unknown(what=f"Hệ số {award.form.label}", reason=UnknownReason.NOT_TOLD, note=note)
        note = f"chưa có hệ số cho {award.form.label} do {award.level.label} tặng"
        return Unknown(what=f"Hệ số {award.form.label}", reason=UnknownReason.UNCONFIRMED, note=note)

    def of_recipient(
        self,
        award: Award,
        recipient: Recipient,
        base: Applied | Unknown,
        own: Mapping[Recipient, Number],
    ) -> tuple[Decimal, tuple[Applied, ...]] | Unknown:
        """Return by what the base salary is multiplied for a kind of recipient, and by what rules."""
        if recipient in own:
            return _own_coefficient(own[recipient], recipient, base), ()
        if isinstance(base, Unknown):
            return base
        if isinstance(award.form, EmulationTitle):
            return base.number, (base,)
        of = AwardForm.ORDER.value if award.form is AwardForm.ORDER else "form"
        factor = self.applied("award_recipient", of, recipient.value)
        if isinstance(factor, Unknown):
            return factor
        return EXACT.multiply(base.number, factor.number), (base, factor)

    def rounding(self, scheme: Scheme, asked: Number | None) -> Decimal | Applied | Unknown:
        """Return to what multiple amounts are rounded up."""
        if asked is not None:
            step = decimal_from(asked, "award_money.round_up_to")
            if step <= 0:
                raise refusal("award_money.round_up_to", Reason.POSITIVE, asked)
            return step
        if scheme is Scheme.PARTY:
            note = "chưa rõ cách làm tròn tiền thưởng của Đảng; hãy nêu ở round_up_to="
            return Unknown(what="Cách làm tròn", reason=UnknownReason.UNCONFIRMED, note=note)
        applied = self.applied("award_rounding")
        if isinstance(applied, Applied) and applied.number <= 0:
            raise refusal("law.award_rounding", Reason.POSITIVE, applied.number)
        return applied

    def _change(self, name: str, *key: str) -> date | None:
        """Return the first day after the first on which something else applied."""
        table = self._first.book.table(name)
        return next(
            (entry.since for entry in table.of(key) if self._first.day < entry.since <= self._last.day), None
        )


def _row(award: Award) -> str | None:
    """Return the row of coefficients that a form is; of central bodies only the Prime Minister's is known."""
    if award.level is None or not isinstance(award.form, AwardForm):
        return None
    row = _ROWS.get((award.form, award.level))
    granter = award.granter
    if row == "bang_khen_prime_minister" and granter is not None:
        return row if _PRIME_MINISTER in granter.name.lower() else None
    return row


def _caveats(award: Award) -> list[str]:
    """Return what the coefficient takes for granted of who grants."""
    row = _row(award)
    named = row == "bang_khen_prime_minister" and award.granter is not None
    return [_TAKEN_FOR[row]] if row in _TAKEN_FOR and not named else []


def _is_weak(rule: Applied) -> bool:
    return not reaches(rule.confidence, Confidence.MEDIUM)


def _weak(rule: Applied) -> str:
    """Return what is to be known of a value that rests on a weak source."""
    return f"{rule.title}: {rule.confidence.label}, cần đối chiếu {rule.rule}."


def _same(one: Applied | Unknown, other: Applied | Unknown) -> bool:
    if isinstance(one, Applied) and isinstance(other, Applied):
        return one.since == other.since
    return isinstance(one, Unknown) and isinstance(other, Unknown) and one.reason == other.reason


def _own_coefficient(asked: Number, recipient: Recipient, base: Applied | Unknown) -> Decimal:
    """Return the caller's coefficient, which keeps to the law's ceiling."""
    where = f"award_money.coefficients[{recipient.value}]"
    coefficient = decimal_from(asked, where)
    if coefficient <= 0:
        raise refusal(where, Reason.POSITIVE, asked)
    if isinstance(base, Unknown) and base.at_most is not None and coefficient > base.at_most:
        raise refusal(where, Reason.IN_RANGE, asked, low=0, high=base.at_most)
    return coefficient
