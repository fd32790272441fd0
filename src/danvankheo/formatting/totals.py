"""Phrases of what was added up: the main totals of a summary, what an award is worth."""

from collections.abc import Iterator

from danvankheo.awarding.records import AwardLine, AwardMoney, PartyLine
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.summary import AwardTotal, Summary
from danvankheo.formatting.money import format_money
from danvankheo.formatting.numbers import format_number
from danvankheo.formatting.phrases import enumeration, recipients, total_line
from danvankheo.law.tables import Unknown


def summary_line(summary: Summary) -> str:
    """Return how many movements a summary is of, and its main totals.

    >>> from danvankheo import load, summarise
    >>> summary_line(summarise(load("docs/examples/an-khe-2022.json")))
    'Tổng hợp 1 phong trào thi đua: đóng góp khoảng 214,4 triệu đồng, 731 ngày công và 260 m2 đất; 9 mô \
hình nêu tên; 3 chỉ tiêu; khen thưởng 10 tập thể và 20 cá nhân'
    """
    text = f"Tổng hợp {format_number(summary.movements)} phong trào thi đua"
    totals = "; ".join(_main_totals(summary))
    return f"{text}: {totals}" if totals else text


def _main_totals(summary: Summary) -> Iterator[str]:
    if summary.contributions:
        yield f"đóng góp {enumeration(map(total_line, summary.contributions))}"
    named = sum(line.count for line in summary.models)
    if named:
        yield f"{format_number(named)} mô hình nêu tên"
    for line in summary.model_counts:
        if not (line.status or line.subject or line.field or line.other_field or line.level):
            yield f"tổng số {format_number(line.count)} mô hình"
    if summary.indicators:
        yield f"{format_number(len(summary.indicators))} chỉ tiêu"
    if summary.awards:
        yield f"khen thưởng {_all_recipients(summary)}"


def _all_recipients(summary: Summary) -> str:
    """Return the recipients of all awards, by their kind; the form of the first award does not matter."""
    first = summary.awards[0]
    counts = {
        name: sum(getattr(award, name) for award in summary.awards)
        for name in ("collectives", "households", "individuals", "mixed")
    }
    return recipients(AwardTotal(form=first.form, **counts))


def award_total(line: AwardTotal) -> str:
    """Return a form of award with how many got it."""
    return f"{line.form.label}: {recipients(line)}" if line.recipients else line.form.label


def award_worth(worth: AwardMoney | AwardLine | PartyLine) -> str:
    """Return what an award is worth, as one line: each of its recipients, and the total.

    >>> from datetime import date
    >>> from danvankheo import Award, award_money
    >>> award_worth(award_money(Award(form="giay_khen", level="commune", collectives=1, individuals=2,
    ...                               decided=date(2026, 3, 2))))
    'giấy khen: 1 tập thể × 1.410.000 đồng, 2 cá nhân × 710.000 đồng; tổng cộng 2.830.000 đồng'
    """
    match worth:
        case AwardLine():
            total = worth.payable_total
            return f"{_each(worth)} = {format_money(total)}" if isinstance(total, Quantity) else _each(worth)
        case PartyLine():
            of_party = f"{format_number(worth.count)} {worth.recipient.label} là {worth.called}"
            return f"{of_party} × {format_money(worth.exact_each)} ({_NOT_ROUNDED})"
        case AwardMoney():
            parts = [", ".join(map(_each, worth.lines)), _total(worth)]
            text = f"{worth.award.form.label}: {'; '.join(part for part in parts if part)}"
            return f"{text}, {worth.assumption}" if worth.assumption else text


def _total(worth: AwardMoney) -> str:
    total = worth.payable
    if isinstance(total, Unknown):
        return f"chưa tính được ({total})"
    return f"tổng cộng {format_money(total)}"


def _each(line: AwardLine) -> str:
    """Return "10 tập thể × 900.000 đồng"."""
    each = line.payable_each
    if isinstance(each, Quantity):
        amount = format_money(each)
    else:
        amount = f"{format_money(line.exact_each)} ({_NOT_ROUNDED})"
    return f"{format_number(line.count)} {line.recipient.label} × {amount}"


_NOT_ROUNDED = "chưa làm tròn"
