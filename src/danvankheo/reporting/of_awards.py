"""What the awards of movements are worth, as a report: each number with its source."""

from collections.abc import Sequence

from danvankheo.awarding.money import AwardLine, AwardMoney
from danvankheo.domain.quantities import Quantity
from danvankheo.formatting.dates import format_date
from danvankheo.formatting.money import format_money
from danvankheo.formatting.numbers import format_number
from danvankheo.law.tables import Applied, Unknown
from danvankheo.reporting.of_law import told
from danvankheo.reporting.report import Report, Section, TextTable

_HEAD = ("Đối tượng", "Số lượng", "Hệ số", "Mỗi phần, chính xác", "Mỗi phần, được nhận", "Cộng, được nhận")


def report_of_awards(money: Sequence[AwardMoney], *, of: Sequence[str] = ()) -> Report:
    """Return the report of what awards are worth.

    Args:
        money: what `award_money` answered, award by award.
        of: whose each award is, such as "Dân vận khéo, năm 2022, An Khê"; told behind its title.

    >>> from datetime import date
    >>> from danvankheo import Award, AwardForm, GrantingLevel, award_money
    >>> award = Award(form=AwardForm.GIAY_KHEN, level=GrantingLevel.COMMUNE, individuals=20,
    ...               decided=date(2026, 3, 2))
    >>> report_of_awards([award_money(award)]).sections[0].table.rows[0]
    ('cá nhân', '20', '0,3', '702.000 đồng', '710.000 đồng', '14.200.000 đồng')
    """
    parts = [line.payable_total for each in money for line in each.lines]
    known = [amount for amount in parts if isinstance(amount, Quantity)]
    text = ""
    if known:
        text = f"Cộng các phần đã rõ: {format_money(sum(known[1:], start=known[0]))}."
    partly = sum(isinstance(each.payable, Unknown) for each in money)
    if partly:
        text = f"{text} Có {partly} khen thưởng chưa tính đủ.".strip()
    whose = of or [""] * len(money)
    sections = tuple(_section(at, *told) for at, told in enumerate(zip(money, whose, strict=True), 1))
    return Report(title="Tiền thưởng", text=text, sections=sections)


def _section(at: int, money: AwardMoney, whose: str) -> Section:
    award = money.award
    day = f", quyết định ngày {format_date(money.decided)}" if money.decided else ""
    granter = f" ({award.granter.name})" if award.granter else ""
    behind = f" – {whose}" if whose else ""
    title = f"{at}. {award.form.label[:1].upper()}{award.form.label[1:]}{granter}{day}{behind}"
    rules: dict[str, None] = {}
    if isinstance(money.decree, Applied):
        rules[str(money.decree.value)] = None
    for line in money.lines:
        rules |= dict.fromkeys(_rule(rule) for rule in line.rules)
    items = [*rules, *(f"Chưa rõ: {unknown}" for unknown in money.unknown), *money.caveats]
    table = TextTable(
        head=_HEAD, rows=tuple(_row(line) for line in money.lines), numeric=frozenset(range(1, len(_HEAD)))
    )
    return Section(title=title, items=tuple(items), table=table if money.lines else None)


def _rule(rule: Applied) -> str:
    assumed = f"; sau lần đối chiếu ngày {format_date(rule.checked)}" if rule.is_assumed else ""
    return f"{told(rule)} [{rule.confidence.label}{assumed}]"


def _row(line: AwardLine) -> tuple[str, ...]:
    return (
        line.recipient.label,
        format_number(line.count),
        format_number(line.coefficient),
        format_money(line.exact),
        _amount(line.payable),
        _amount(line.payable_total),
    )


def _amount(amount: Quantity | Unknown) -> str:
    return str(amount) if isinstance(amount, Unknown) else format_money(amount)
