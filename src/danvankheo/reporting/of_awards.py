"""What the awards of movements are worth, as a report: each number with its source."""

from collections.abc import Iterable, Sequence
from typing import Final

from danvankheo.awarding.records import AwardLine, AwardMoney, PartyLine
from danvankheo.domain.quantities import Quantity
from danvankheo.formatting.dates import format_date
from danvankheo.formatting.money import format_money
from danvankheo.formatting.numbers import format_number
from danvankheo.law.tables import Applied, Unknown
from danvankheo.reporting.of_law import told
from danvankheo.reporting.report import Report, Section, TextTable

_BY_PARTY: Final = "nếu theo mức của Đảng"
_NOT_ROUNDED: Final = "chưa rõ cách làm tròn"
_HEAD: Final = (
    "Đối tượng",
    "Số lượng",
    "Hệ số",
    "Mỗi phần, chính xác",
    "Mỗi phần, được nhận",
    "Cộng, được nhận",
)


def report_of_awards(money: Sequence[AwardMoney], *, of: Sequence[str] = ()) -> Report:
    """Return the report of what awards are worth.

    Args:
        money: what `award_money` answered, award by award.
        of: whose each award is, such as "Dân vận khéo, năm 2022, An Khê"; printed after its title.

    >>> from datetime import date
    >>> from danvankheo import Award, AwardForm, GrantingLevel, award_money
    >>> award = Award(form=AwardForm.GIAY_KHEN, level=GrantingLevel.COMMUNE, individuals=20,
    ...               decided=date(2026, 3, 2))
    >>> report_of_awards([award_money(award)]).sections[0].table.rows[0]
    ('cá nhân', '20', '0,3', '702.000 đồng', '710.000 đồng', '14.200.000 đồng')
    """
    whose = of or [""] * len(money)
    sections = [_section(at, *each) for at, each in enumerate(zip(money, whose, strict=True), 1)]
    caveats: dict[str, list[str]] = {}
    for at, each in enumerate(money, 1):
        for caveat in each.caveats:
            caveats.setdefault(caveat, []).append(str(at))
    if caveats:
        items = tuple(_caveat(caveat, of_awards, len(money)) for caveat, of_awards in caveats.items())
        sections.append(Section(title="Lưu ý", items=items))
    return Report(title="Tiền thưởng", text=_totals(money), sections=tuple(sections))


def _totals(money: Sequence[AwardMoney]) -> str:
    """Return the sum of what is known; what only an assumption makes known is never in it."""
    told: list[str] = []
    known = _payable(each for each in money if not each.assumption)
    if known:
        told.append(f"Cộng các phần đã rõ: {format_money(known)}.")
    for assumption in dict.fromkeys(each.assumption for each in money if each.assumption):
        assumed = [each for each in money if each.assumption == assumption]
        by_state = _payable(assumed)
        by_party = [most for each in assumed if (most := each.party_at_most)]
        if by_state:
            own = (
                f"; {_BY_PARTY}: nhiều nhất {format_money(_sum(by_party))}, chưa làm tròn" if by_party else ""
            )
            told.append(f"Cấp ủy Đảng trao, {assumption}: {format_money(by_state)}{own}.")
    partly = sum(isinstance(each.payable, Unknown) for each in money)
    if partly:
        told.append(f"Có {partly} khen thưởng chưa tính đủ.")
    return " ".join(told)


def _payable(money: Iterable[AwardMoney]) -> Quantity | None:
    totals = [line.payable_total for each in money for line in each.lines]
    known = [amount for amount in totals if isinstance(amount, Quantity)]
    return _sum(known) if known else None


def _sum(amounts: Sequence[Quantity]) -> Quantity:
    return sum(amounts[1:], start=amounts[0])


def _caveat(caveat: str, of_awards: Sequence[str], count: int) -> str:
    """Return a caveat once, with the numbers of the awards that it is of, if not of all."""
    return caveat if len(of_awards) == count else f"{caveat} (Mục {', '.join(of_awards)})"


def _section(at: int, money: AwardMoney, whose: str) -> Section:
    award = money.award
    day = f", quyết định ngày {format_date(money.decided)}" if money.decided else ""
    granter = f" ({award.granter.name})" if award.granter else ""
    of = f" – {whose}" if whose else ""
    title = f"{at}. {award.form.label[:1].upper()}{award.form.label[1:]}{granter}{day}{of}"
    rules: dict[str, None] = {}
    if isinstance(money.decree, Applied):
        rules[str(money.decree.value)] = None
    lines: tuple[AwardLine | PartyLine, ...] = (*money.lines, *money.party)
    for line in lines:
        rules |= dict.fromkeys(_rule(rule) for rule in line.rules)
    items = (*rules, *(f"Chưa rõ: {unknown}" for unknown in money.unknown))
    rows = (
        *(_row(line, money.assumption) for line in money.lines),
        *(_party_row(line) for line in money.party),
    )
    table = TextTable(head=_HEAD, rows=rows, numeric=frozenset(range(1, len(_HEAD))))
    return Section(title=title, items=items, table=table if rows else None)


def _rule(rule: Applied) -> str:
    return f"{told(rule)} [{rule.confidence.label}]"


def _row(line: AwardLine, assumption: str) -> tuple[str, ...]:
    return (
        f"{line.recipient.label}, {assumption}" if assumption else line.recipient.label,
        format_number(line.count),
        format_number(line.coefficient),
        format_money(line.exact),
        _amount(line.payable),
        _amount(line.payable_total),
    )


def _party_row(line: PartyLine) -> tuple[str, ...]:
    return (
        f"{line.recipient.label} là {line.called}, {_BY_PARTY}",
        format_number(line.count),
        format_number(line.coefficient),
        format_money(line.exact),
        _NOT_ROUNDED,
        f"{format_money(line.exact_total)} (chưa làm tròn)",
    )


def _amount(amount: Quantity | Unknown) -> str:
    return str(amount) if isinstance(amount, Unknown) else format_money(amount)
