"""Summaries as plain rows, for data frames and spreadsheets."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TypedDict

from danvankheo.checking import check_type
from danvankheo.domain.award import Recipient
from danvankheo.domain.labels import Labelled
from danvankheo.domain.summary import Summary
from danvankheo.domain.units import counted


class SummaryRow(TypedDict):
    """One total of a summary; None is what such a total does not have, or what nobody reported."""

    part: str
    """Which part of the summary: contributions, models, model_counts, indicators, awards."""
    what: str
    """What it is of, in Vietnamese: tiền, giấy khen, tỷ lệ hộ nghèo."""
    unit: str | None
    """What the amount counts, in Vietnamese: đồng, tập thể, hộ."""
    amount: Decimal | None
    """The exact sum; of an indicator, the sum of its parts."""
    approximation: str | None
    """What the words of the sources leave of the sum: exactly, over, about …"""
    whole: Decimal | None
    """The sum of the wholes of an indicator."""
    rate: Fraction | None
    """Its parts over its wholes, exactly."""
    period: str | None
    """The code of the period of an indicator."""
    known: int
    """How many contributions or reports give a figure."""
    unknown: int
    """How many more give none; they are not in the sum."""


def summary_rows(summary: Summary) -> list[SummaryRow]:
    """Return a summary as a list of dicts with the same keys in each, one a total.

    Figures stay exact: amounts are Decimal, rates Fraction; nothing is a float. JSON has neither:
    ``json.dumps(rows, default=str, ensure_ascii=False)`` writes them exactly, as texts.

    >>> from danvankheo import load, summarise
    >>> for row in summary_rows(summarise(load("docs/examples/an-khe-2022.json")))[:3]:
    ...     print(row["what"], row["amount"], row["unit"], row["approximation"], row["known"])
    tiền 214400000 đồng about 2
    ngày công 731 ngày công exactly 1
    đất 260 m2 exactly 1
    """
    check_type(summary, Summary, "summary_rows")
    return [*_contributions(summary), *_models(summary), *_indicators(summary), *_awards(summary)]


def _row(
    part: str,
    what: str,
    unit: str | None,
    amount: Decimal | None,
    *,
    approximation: str | None = None,
    whole: Decimal | None = None,
    rate: Fraction | None = None,
    period: str | None = None,
    known: int = 0,
    unknown: int = 0,
) -> SummaryRow:
    return SummaryRow(
        part=part,
        what=what,
        unit=unit,
        amount=amount,
        approximation=approximation,
        whole=whole,
        rate=rate,
        period=period,
        known=known,
        unknown=unknown,
    )


def _contributions(summary: Summary) -> Iterator[SummaryRow]:
    for line in summary.contributions:
        if line.quantity is None:
            yield _row("contributions", line.kind.label, None, None, unknown=line.count)
        else:
            word = line.quantity.approximation.value
            unit, amount = line.quantity.unit.label, line.quantity.amount
            yield _row("contributions", line.kind.label, unit, amount, approximation=word, known=line.count)


def _models(summary: Summary) -> Iterator[SummaryRow]:
    unit = counted("mô hình").label
    for tally in summary.models:
        what = _joined(tally.status, tally.other_field or tally.field, otherwise="không nêu lĩnh vực")
        yield _row("models", what, unit, Decimal(tally.count), known=tally.count)
    for stated in summary.model_counts:
        of = (stated.subject, stated.level, stated.status, stated.other_field or stated.field)
        what = _joined(*of, otherwise="tất cả")
        unknown = summary.movements - stated.reports
        yield _row("model_counts", what, unit, Decimal(stated.count), known=stated.reports, unknown=unknown)


def _indicators(summary: Summary) -> Iterator[SummaryRow]:
    for line in summary.indicators:
        known = line.known > 0  # else the sums are of nothing, and not zero
        yield _row(
            "indicators",
            line.label,
            line.unit.label if line.unit else None,
            line.part if known else None,
            whole=line.whole if known else None,
            rate=line.rate,
            period=line.period.code if line.period else None,
            known=line.known,
            unknown=line.unknown,
        )


def _awards(summary: Summary) -> Iterator[SummaryRow]:
    for line in summary.awards:
        counts = {
            Recipient.COLLECTIVE.label: line.collectives,
            Recipient.HOUSEHOLD.label: line.households,
            Recipient.INDIVIDUAL.label: line.individuals,
            f"{Recipient.COLLECTIVE.label}, {Recipient.INDIVIDUAL.label}": line.mixed,
        }
        for recipient, count in counts.items():
            if count:
                yield _row("awards", line.form.label, recipient, Decimal(count))


def _joined(*parts: Labelled | str | None, otherwise: str) -> str:
    labels = [part.label if isinstance(part, Labelled) else part for part in parts if part]
    return ", ".join(labels) or otherwise
