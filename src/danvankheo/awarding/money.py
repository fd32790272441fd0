"""What an award is worth: by the law and the base salary of the day of its decision."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Final

from danvankheo.awarding.party import ASSUMPTION, is_of_party, party_lines
from danvankheo.awarding.records import AwardLine, AwardMoney, Scheme
from danvankheo.awarding.rules import Rules, row_of
from danvankheo.checking import check_type, chosen
from danvankheo.domain.award import Award, Recipient
from danvankheo.domain.dates import PartialDate, code_of, first_day, last_day
from danvankheo.domain.numbers import EXACT, Number, shortest
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import DONG
from danvankheo.domain.validators import check_day
from danvankheo.errors import invalid
from danvankheo.law.book import LawBook
from danvankheo.law.tables import (
    Applied,
    Confidence,
    Unknown,
    UnknownReason,
    least_confidence,
    reaches,
)
from danvankheo.reasons import Reason

# What a row that several granters could be of is taken for.
_TAKEN_FOR: Final = {
    "bang_khen_prime_minister": "Bằng khen cấp trung ương: tính theo mức của Thủ tướng Chính phủ.",
    "bang_khen_corps": "Bằng khen cấp đơn vị: tính theo mức của quân khu, đại học quốc gia.",
}
_OF_PARTY: Final = (
    "Cấp ủy Đảng tặng: chưa kiểm chứng được mức áp dụng cho người ngoài Đảng; "
    "số tiền chỉ đúng nếu áp dụng mức của Nhà nước."
)
_BOTH_SCALES: Final = (
    "Mức của Đảng chỉ dành cho tổ chức đảng và đảng viên; cách làm tròn của Đảng chưa kiểm chứng được."
)


def award_money(
    award: Award,
    *,
    on: date | None = None,
    order: str | None = None,
    honour: str | None = None,
    scheme: Scheme = Scheme.STATE,
    coefficients: Mapping[Recipient, Number] | None = None,
    round_up_to: Number | None = None,
    law: LawBook | None = None,
    min_confidence: Confidence | None = None,
) -> AwardMoney:
    """Return what an award is worth: exactly, and payable, rounded up once after multiplying.

    Coefficient × factor of the recipient × base salary of the day of the decision, then up to the
    next 10 000 đồng (Nghị định 152/2025/NĐ-CP art. 49; the same in 98/2023 and 91/2017). What the
    law or the award does not say is an `Unknown` with its reason, never a guess.

    Args:
        award: the award; its level says who grants it, `decided` the day of the decision.
        on: the day of the decision, if the award does not name it or not wholly.
        order: which order, for `AwardForm.ORDER`: ``labour_3`` is Huân chương Lao động hạng Ba.
        honour: which title, for `AwardForm.STATE_HONOUR`: ``hero``, ``heroic_mother``, ``people``
            (nhân dân) or ``merited`` (ưu tú).
        scheme: whose scale. By the Party's, `coefficients` are yours to give: what it lays down for
            its own organisations is in the table ``party_award_coefficient``. By the State's, an
            award of a Party committee has an `AwardMoney.assumption`, and the Party's scale beside
            it in `AwardMoney.party`.
        coefficients: by what the base salary is multiplied, by kind of recipient; where the law
            has a ceiling, they have to keep to it.
        round_up_to: rounds up to a multiple of so many đồng where the law is not known to.
        law: other tables than the library's, such as ``law.load("ninh-thuan.toml")``.
        min_confidence: how sure every value of the law has to be. What is less sure is an `Unknown`;
            if not given, it counts, and `caveats` name what rests on a weak source.

    Raises:
        InvalidValueError: a day that contradicts the award's, a coefficient above the law's ceiling
            or not positive, an order or an honour that the table does not know.

    >>> from danvankheo import AwardForm, GrantingLevel
    >>> award = Award(form=AwardForm.GIAY_KHEN, level=GrantingLevel.COMMUNE, individuals=20, collectives=10,
    ...               decided=date(2026, 3, 2))
    >>> money = award_money(award)
    >>> [(line.recipient.value, str(line.payable_each)) for line in money.lines]
    [('collectives', '1.410.000 đồng'), ('individuals', '710.000 đồng')]
    >>> money.payable
    Quantity(Decimal('28300000'), DONG)
    """
    check_type(award, Award, "award_money")
    scheme = chosen(scheme, Scheme, "award_money.scheme")
    if law is not None:
        check_type(law, LawBook, "award_money.law")
    given = {} if coefficients is None else coefficients
    check_type(given, Mapping, "award_money.coefficients")
    own = {chosen(who, Recipient, "award_money.coefficients"): number for who, number in given.items()}
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
    rules = Rules(law or LawBook.official(), *days, least)
    salary = rules.applied("base_salary")
    lines: list[AwardLine] = []
    unknowns: list[Unknown] = [salary] if isinstance(salary, Unknown) else []
    if award.mixed:
        note = f"{award.mixed} tập thể, cá nhân chưa tách riêng"
        unknowns.append(Unknown(what="Đối tượng", reason=UnknownReason.NOT_TOLD, note=note))
    base = rules.coefficient(award, order, honour, scheme)
    step = rules.rounding(scheme, round_up_to)
    for recipient, count in _receivers(award):
        factor = rules.of_recipient(award, recipient, base, own)
        if isinstance(factor, Unknown):
            if factor not in unknowns:
                unknowns.append(factor)
        elif isinstance(salary, Applied):
            lines.append(_line(recipient, count, factor, salary, step))
    of_party = scheme is Scheme.STATE and is_of_party(award.granter)
    party = party_lines(award, rules, salary) if of_party and isinstance(salary, Applied) else ()
    decree = rules.applied("award_decree") if scheme is Scheme.STATE else None
    caveats = (
        *_caveats(award),
        *(f"Hệ số của {line.recipient.label}: do người tính nêu." for line in lines if line.recipient in own),
        *((_OF_PARTY,) if of_party else ()),
        *((_BOTH_SCALES,) if party else ()),
        *(_of_rules(lines, decree)),
    )
    return AwardMoney(
        award=award,
        decided=decided,
        lines=tuple(lines),
        unknown=tuple(unknowns),
        decree=decree,
        caveats=caveats,
        assumption=ASSUMPTION if of_party else "",
        party=party,
    )


def _receivers(award: Award) -> list[tuple[Recipient, int]]:
    counts = [(recipient, int(getattr(award, recipient.value))) for recipient in Recipient]
    return [(recipient, count) for recipient, count in counts if count]


def _decided(award: Award, on: date | None) -> date | PartialDate | None:
    """Return the day of the decision as the award and the caller name it together."""
    named = award.decided
    if on is None:
        return named
    check_day(on, "award_money.on")
    if named is not None and not (named.could_be(on) if isinstance(named, PartialDate) else named == on):
        raise invalid("award_money.on", Reason.AS_TOLD, on.isoformat(), told=code_of(named))
    return on


def _days(day: date | PartialDate | None) -> tuple[date, date] | None:
    """Return the first and the last day that the decision can be of; None if not even the year is known."""
    if day is None or (isinstance(day, PartialDate) and day.year is None):
        return None
    return first_day(day), last_day(day)


def _line(
    recipient: Recipient,
    count: int,
    factor: "tuple[Decimal, tuple[Applied, ...]]",
    salary: Applied,
    step: "Decimal | Applied | Unknown",
) -> AwardLine:
    coefficient, rules = factor
    exact = shortest(EXACT.multiply(coefficient, salary.number))
    multiple = step.number if isinstance(step, Applied) else step
    payable = multiple if isinstance(multiple, Unknown) else Quantity(_rounded_up(exact, multiple), DONG)
    used = (*rules, salary, *((step,) if isinstance(step, Applied) else ()))
    return AwardLine(
        recipient=recipient,
        count=count,
        coefficient=coefficient,
        exact_each=Quantity(exact, DONG),
        payable_each=payable,
        rules=used,
    )


def _rounded_up(amount: Decimal, multiple: Decimal) -> Decimal:
    """Return the next multiple that is not below an amount."""
    return EXACT.multiply(Decimal(ceil(Fraction(amount) / Fraction(multiple))), multiple)


def _caveats(award: Award) -> list[str]:
    """Return what the coefficient takes for granted of who grants."""
    row = row_of(award)
    named = row == "bang_khen_prime_minister" and award.granter is not None
    return [_TAKEN_FOR[row]] if row in _TAKEN_FOR and not named else []


def _of_rules(lines: Sequence[AwardLine], decree: Applied | Unknown | None) -> Iterator[str]:
    """Yield what is to be known of the rules that the lines rest on, each of it once."""
    rules = dict.fromkeys(rule for line in lines for rule in line.rules)
    for rule in rules:
        if not reaches(rule.confidence, Confidence.MEDIUM):
            yield f"{rule.title}: {rule.confidence.label}; cần đối chiếu {rule.rule}."
    if lines and isinstance(decree, Applied) and decree.note:
        yield f"{decree.value}: {decree.note}"
    late = [rule.checked for rule in rules if rule.is_assumed]
    if late:
        yield (
            f"Ngày quyết định sau lần đối chiếu bảng quy định ({min(late):%d/%m/%Y}): "
            "tính theo quy định đã biết đến ngày ấy."
        )
