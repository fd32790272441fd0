"""What the awards of movements are worth, as a report: each number with its source."""

from collections.abc import Iterable, Sequence
from typing import Final

from danvankheo.awarding.records import AwardLine, AwardMoney, PartyLine
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import DONG
from danvankheo.formatting.dates import format_date
from danvankheo.formatting.money import format_money
from danvankheo.formatting.numbers import format_number
from danvankheo.formatting.phrases import calm, sentence
from danvankheo.formatting.words import money_to_words
from danvankheo.law.tables import AppliedRule, Unknown
from danvankheo.reporting.blocks import Block, Document, paragraphs, section
from danvankheo.reporting.figure_table import FigureTable, TableColumn, Value, ValueKind, number_column
from danvankheo.reporting.of_law import told

_BY_PARTY: Final = "nếu theo mức của Đảng"
_NOT_ROUNDED: Final = "chưa rõ cách làm tròn"


def report_of_awards(money: Sequence[AwardMoney], *, of: Sequence[str] = ()) -> Document:
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
    whose = of or [""] * len(money)
    sections = [_section(at, *each) for at, each in enumerate(zip(money, whose, strict=True), 1)]
    caveats: dict[str, list[str]] = {}
    for at, each in enumerate(money, 1):
        for caveat in each.caveats:
            caveats.setdefault(caveat, []).append(str(at))
    if caveats:
        items = tuple(_caveat(caveat, of_awards, len(money)) for caveat, of_awards in caveats.items())
        sections.append(section("Lưu ý", items=items))
    blocks = [block for blocks in sections for block in blocks]
    return Document(title="Tiền thưởng", blocks=[*paragraphs(_totals(money)), *blocks])


def _totals(money: Sequence[AwardMoney]) -> str:
    """Return the sum of what is known; what only an assumption makes known is never in it."""
    told: list[str] = []
    known = _payable(each for each in money if not each.assumption)
    if known:
        scope = "" if all(isinstance(each.payable, Quantity) for each in money) else " (phần đã xác định)"
        told.append(f"Tổng cộng{scope}: {format_money(known)}, bằng chữ: {money_to_words(known)}.")
    for assumption in dict.fromkeys(each.assumption for each in money if each.assumption):
        assumed = [each for each in money if each.assumption == assumption]
        by_state = _payable(assumed)
        by_party = [most for each in assumed if (most := each.party_at_most)]
        if by_state:
            own = (
                f"; {_BY_PARTY}: nhiều nhất {format_money(_sum(by_party))}, chưa làm tròn" if by_party else ""
            )
            told.append(f"Cấp ủy Đảng tặng, {assumption}: {format_money(by_state)}{own}.")
    partly = sum(isinstance(each.payable, Unknown) for each in money)
    if partly:
        told.append(f"Có {format_number(partly)} trường hợp khen thưởng chưa tính đủ tiền thưởng.")
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


def _section(at: int, money: AwardMoney, whose: str) -> tuple[Block, ...]:
    award = money.award
    day = f", quyết định ngày {format_date(money.decided)}" if money.decided else ""
    granter = f", {calm(award.granter.name)} tặng" if award.granter else ""
    title = f"{at}. {sentence(award.form.label)}{granter}{day}" + (f" – {whose}" if whose else "")
    rules: dict[str, None] = {}
    if isinstance(money.decree, AppliedRule):
        rules[str(money.decree.value)] = None
    lines: tuple[AwardLine | PartyLine, ...] = (*money.lines, *money.party)
    for line in lines:
        rules |= dict.fromkeys(_rule(rule) for rule in line.rules)
    items = (*rules, *(f"Chưa rõ: {unknown}" for unknown in money.unknown))
    return section(title, items=items, table=table_of_award(money) if money.lines or money.party else None)


def table_of_award(money: AwardMoney) -> FigureTable:
    """Return what an award is worth as a table: a row each kind of recipient, and the total.

    >>> from datetime import date
    >>> from danvankheo import Award, award_money
    >>> table = table_of_award(award_money(Award(form="giay_khen", level="commune", individuals=20,
    ...                                          decided=date(2026, 3, 2))))
    >>> table.rows
    (('Cá nhân', '20', '0,3', '702.000', '710.000', '14.200.000'),)
    """
    rows = [*(_row(line, money.assumption) for line in money.lines), *map(_party_row, money.party)]
    return _table(rows) if rows else FigureTable(columns=())


def table_of_awards(money: Sequence[AwardMoney]) -> FigureTable:
    """Return what awards are worth as one table: a row each award, with its total or why it is not known."""
    totals = [each.payable for each in money]
    known = [
        each
        for each, of in zip(totals, money, strict=True)
        if isinstance(each, Quantity) and not of.assumption
    ]
    whole = len(money) > 1 and len(known) == len(money)
    notes = [str(each) if isinstance(each, Unknown) else "" for each in totals]
    rows = [
        (
            sentence(each.award.form.label),
            format_date(each.decided) if each.decided else "",
            each.award.recipients,
            total if isinstance(total, Quantity) else None,
            note or sentence(each.assumption),
        )
        for each, total, note in zip(money, totals, notes, strict=True)
    ]
    lines: list[tuple[Value, ...]] = [*rows]
    if whole:
        lines.append(("Tổng cộng", "", "", _sum(known), ""))
    form, day, count, total, note = zip(*lines, strict=True)
    columns = (
        TableColumn(head="Khen thưởng", cells=form),
        TableColumn(head="Ngày quyết định", cells=day),
        number_column("Số đối tượng", count),
        _money("Tiền thưởng", total),
        TableColumn(head="Ghi chú", cells=note),
    )
    return FigureTable(columns=columns, sums=(range(len(rows)),) if whole else ()).filled()


def _table(rows: Sequence[tuple[Value, ...]]) -> FigureTable:
    """Return the table of an award, with its sum where every row is known."""
    summed = [total for *_, total in rows if isinstance(total, Quantity)]
    whole = len(rows) > 1 and len(summed) == len(rows)
    lines = [*rows, ("Tổng cộng", "", "", "", "", _sum(summed))] if whole else rows
    who, count, coefficient, exact, payable, total = zip(*lines, strict=True)
    columns = (
        TableColumn(head="Đối tượng", cells=who),
        number_column("Số lượng", count),
        number_column("Hệ số", coefficient),
        _money("Mức tính", exact),
        _money("Mức thưởng, làm tròn", payable),
        _money("Thành tiền", total),
    )
    return FigureTable(columns=columns, sums=(range(len(rows)),) if whole else ())


def _money(head: str, cells: Sequence[Value]) -> TableColumn:
    return TableColumn(head=head, cells=cells, kind=ValueKind.MONEY, unit=DONG)


def _rule(rule: AppliedRule) -> str:
    return f"{told(rule)} [{rule.confidence.label}]"


def _row(line: AwardLine, assumption: str) -> tuple[Value, ...]:
    return (
        sentence(f"{line.recipient.label}, {assumption}" if assumption else line.recipient.label),
        line.count,
        line.coefficient,
        line.exact_each,
        _known(line.payable_each),
        _known(line.payable_total),
    )


def _party_row(line: PartyLine) -> tuple[Value, ...]:
    return (
        sentence(f"{line.recipient.label} là {line.called}, {_BY_PARTY}"),
        line.count,
        line.coefficient,
        line.exact_each,
        _NOT_ROUNDED,
        f"{format_number(line.exact_total.value)} (chưa làm tròn)",
    )


def _known(amount: Quantity | Unknown) -> Quantity | str:
    return str(amount) if isinstance(amount, Unknown) else amount
