"""What does the province's report say?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

import danvankheo as dvk
from commune_reports.collect import Collected, years_of
from danvankheo import Finding, IndicatorKind, IndicatorTotal, Movement, Place, PlaceLevel, Summary


@dataclass(frozen=True)
class Section:
    """A part of a report: sentences, then perhaps a table with a row of heads."""

    title: str
    lines: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Report:
    """A report as plain text; pages see to what must be escaped."""

    title: str
    sections: tuple[Section, ...]
    sound: bool
    """Whether every file was used and no finding is an error."""


def report_of(collected: Collected) -> Report:
    """Return the report of the province."""
    movements = collected.movements
    findings = dvk.audit(movements)
    summary = dvk.summarise(movements)
    communes = dvk.roll_up(movements, by=PlaceLevel.COMMUNE)
    sections = (
        Section("Kết quả chung", tuple(total_lines(summary))),
        table_section("Theo xã, phường", dvk.table(communes)),
        *rankings(communes),
        Section("Khen thưởng", tuple(award_lines(summary))),
        Section("Số liệu cần xem lại", tuple(finding_lines(findings, movements))),
        Section("Báo cáo không dùng được", tuple(left_out_lines(collected))),
    )
    worst = max((finding.severity for finding in findings), default=dvk.Severity.FINE)
    return Report(
        title=title_of(movements),
        sections=tuple(section for section in sections if section.lines or section.rows),
        sound=not collected.left_out and worst < dvk.Severity.ERROR,
    )


def title_of(movements: Sequence[Movement]) -> str:
    """Return "Phong trào “Dân vận khéo” tỉnh Gia Lai, năm 2025: 6 báo cáo"."""
    if not movements:
        return "Không có báo cáo nào dùng được"
    names = " và ".join(sorted({f"“{movement.name}”" for movement in movements}))
    provinces = dvk.roll_up(movements, by=PlaceLevel.PROVINCE)
    where = " và ".join(dvk.format_place(place) for place in provinces if place is not None)
    count = dvk.format_number(len(movements))
    return f"Phong trào {names} {where}, {years_of(movements)}: {count} báo cáo"


def total_lines(summary: Summary) -> Iterator[str]:
    """Yield what was given and what was reached, a sentence each."""
    for line in summary.contributions:
        if line.quantity is None:
            yield f"{line.count} khoản {line.kind.label} không nêu số lượng."
        else:
            yield f"Nhân dân đóng góp {dvk.format_quantity(line.quantity)}."
    for rate in summary.indicators:
        yield f"{rate.label.capitalize()}: {rate_of(rate)}."


def rate_of(total: IndicatorTotal) -> str:
    """Return "27/28 trường (96,43%), 1 báo cáo chưa nêu"."""
    if total.rate is None:
        return "chưa đủ số liệu"
    told = dvk.format_ratio(total.part, total.whole, unit=total.unit, percent=True, decimals=2)
    return f"{told}, {total.unknown} báo cáo chưa nêu" if total.unknown else told


def rankings(communes: dict[Place | None, Summary]) -> Iterator[Section]:
    """Yield a ranking of the communes for each shared indicator that two of them tell."""
    for kind in IndicatorKind:
        ranked = dvk.rank(communes, by=partial(_rate, communes, kind), better=kind.better)
        if sum(line.value is not None for line in ranked) >= 2:
            yield table_section(f"Xếp hạng: {kind.label}", dvk.table(ranked))


def _rate(communes: dict[Place | None, Summary], kind: IndicatorKind, place: Place | None) -> Fraction | None:
    return next((line.rate for line in communes[place].indicators if line.kind is kind), None)


def award_lines(summary: Summary) -> Iterator[str]:
    """Yield how many received which award."""
    for row in dvk.summary_rows(summary):
        if row["part"] == "awards" and row["amount"] is not None:
            yield f"{row['what'].capitalize()}: {dvk.format_number(row['amount'])} {row['unit']}."


def finding_lines(findings: Sequence[Finding], movements: Sequence[Movement]) -> Iterator[str]:
    """Yield what cannot be true or is left open, the worst first, with the places whose reports say so."""
    for finding in findings:
        told = dict.fromkeys(movements[fact.document].place for fact in finding.facts)
        where = ", ".join(dvk.format_place(place) for place in told if place is not None)
        yield f"{finding.severity.label.capitalize()} ({where}): {finding.told()}"


def left_out_lines(collected: Collected) -> Iterator[str]:
    """Yield each file that was left out, with its problems."""
    for name, problems in collected.left_out.items():
        yield f"{name}: {'; '.join(problems)}"


def table_section(title: str, table: dvk.TextTable) -> Section:
    """Return a section that is a table of danvankheo."""
    return Section(title, head=table.head, rows=table.rows)
