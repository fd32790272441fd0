"""What the awards of movements are worth, as a report: each number with its source."""

from collections.abc import Sequence
from typing import Final

from danvankheo.awarding.money import AwardLine, AwardMoney
from danvankheo.domain.quantities import Quantity
from danvankheo.formatting.dates import format_date
from danvankheo.formatting.money import format_money
from danvankheo.formatting.numbers import format_number
from danvankheo.formatting.words import money_to_words
from danvankheo.law.tables import Applied, Unknown
from danvankheo.reporting.of_law import told
from danvankheo.reporting.phrases import calm, noted, sentence
from danvankheo.reporting.report import Report, Section, TextTable

_HEAD: Final = (
    "Đối tượng",
    "Số lượng",
    "Hệ số",
    "Mức tính (đồng)",
    "Mức thưởng (làm tròn, đồng)",
    "Thành tiền (đồng)",
)


def report_of_awards(money: Sequence[AwardMoney], *, of: Sequence[str] = ()) -> Report:
    """Return the report of what awards are worth.

    Args:
        money: what `award_money` answered, award by award.
        of: whose each award is, such as "Dân vận khéo, năm 2022, An Khê"; it follows the title.

    >>> from datetime import date
    >>> from danvankheo import Award, AwardForm, GrantingLevel, award_money
    >>> award = Award(form=AwardForm.GIAY_KHEN, level=GrantingLevel.COMMUNE, individuals=20,
    ...               decided=date(2026, 3, 2))
    >>> report_of_awards([award_money(award)]).sections[0].table.rows[0]
    ('Cá nhân', '20', '0,3', '702.000', '710.000', '14.200.000')
    """
    parts = [line.payable_total for each in money for line in each.lines]
    known = [amount for amount in parts if isinstance(amount, Quantity)]
    partly = sum(isinstance(each.payable, Unknown) for each in money)
    text = ""
    if known:
        whole = sum(known[1:], start=known[0])
        scope = " (phần đã xác định)" if partly else ""
        text = f"Tổng cộng{scope}: {format_money(whole)}, bằng chữ: {money_to_words(whole)}."
    if partly:
        text = f"{text} Có {format_number(partly)} khen thưởng chưa tính đủ.".strip()
    whose = of or [""] * len(money)
    sections = tuple(_section(at, *each) for at, each in enumerate(zip(money, whose, strict=True), 1))
    return Report(title="Tiền thưởng", text=text, sections=sections)


def _section(at: int, money: AwardMoney, whose: str) -> Section:
    award = money.award
    day = f", quyết định ngày {format_date(money.decided)}" if money.decided else ""
    granter = f", {calm(award.granter.name)} tặng" if award.granter else ""
    title = f"{at}. {sentence(award.form.label)}{granter}{day}" + (f" – {whose}" if whose else "")
    rules: dict[str, None] = {}
    if isinstance(money.decree, Applied):
        rules[str(money.decree.value)] = None
    for line in money.lines:
        rules |= dict.fromkeys(_rule(rule) for rule in line.rules)
    items = [*rules, *(f"Chưa rõ: {unknown}" for unknown in money.unknown), *money.caveats]
    rows = [_row(line) for line in money.lines]
    totals = [line.payable_total for line in money.lines]
    summed = [amount for amount in totals if isinstance(amount, Quantity)]
    whole = len(rows) > 1 and len(summed) == len(totals)
    if whole:
        rows.append(("Tổng cộng", "", "", "", "", _dong(sum(summed[1:], start=summed[0]))))
    table = TextTable(
        head=_HEAD, rows=tuple(rows), numeric=frozenset(range(1, len(_HEAD))), totals=int(whole)
    )
    return Section(title=title, items=tuple(items), table=table if rows else None)


def _rule(rule: Applied) -> str:
    """Return a rule with its source; what rests on a weak one is among the caveats."""
    assumed = f"quy định đối chiếu lần cuối ngày {format_date(rule.checked)}" if rule.is_assumed else ""
    return noted(told(rule), assumed)


def _row(line: AwardLine) -> tuple[str, ...]:
    return (
        sentence(line.recipient.label),
        format_number(line.count),
        format_number(line.coefficient),
        _dong(line.exact),
        _amount(line.payable),
        _amount(line.payable_total),
    )


def _amount(amount: Quantity | Unknown) -> str:
    return str(amount) if isinstance(amount, Unknown) else _dong(amount)


def _dong(amount: Quantity) -> str:
    return format_number(amount.value)
