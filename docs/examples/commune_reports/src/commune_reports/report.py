"""What does the province's report say?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import danvankheo as dvk
from commune_reports.collect import Collected
from danvankheo import ContributionKind, Movement, Place, PlaceLevel, Summary
from danvankheo.auditing import Finding
from danvankheo.calc import IndicatorTotal


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
    provinces = dvk.roll_up(movements, by=PlaceLevel.PROVINCE)
    left_out = (f"{name}: {'; '.join(problems)}" for name, problems in collected.left_out.items())
    sections = (
        Section("Kết quả chung", tuple(total_lines(summary))),
        *([grouped("Theo tỉnh, thành phố", provinces)] if len(provinces) > 1 else []),
        grouped("Theo xã, phường", communes),
        *rankings(summary, communes),
        Section("Khen thưởng", tuple(award_lines(summary))),
        Section("Số liệu cần xem lại", tuple(finding_lines(findings, movements))),
        Section("Báo cáo không dùng được", tuple(left_out)),
    )
    worst = max((finding.severity for finding in findings), default=dvk.auditing.Severity.FINE)
    return Report(
        title=title_of(movements, provinces),
        sections=tuple(section for section in sections if section.lines or section.rows),
        sound=not collected.left_out and worst < dvk.auditing.Severity.ERROR,
    )


def title_of(movements: Sequence[Movement], provinces: Iterable[Place | None]) -> str:
    """Return "Phong trào “Dân vận khéo” tỉnh Gia Lai, năm 2025: 6 báo cáo"."""
    if not movements:
        return "Không có báo cáo nào dùng được"
    names = " và ".join(sorted({f"“{movement.name}”" for movement in movements}))
    where = " và ".join(dvk.format_place(place) for place in provinces if place is not None)
    when = ", ".join(dvk.format_period(period) for period in sorted({each.period for each in movements}))
    count = dvk.format_number(len(movements))
    return f"Phong trào {names}{where and f' {where}'}, {when}: {count} báo cáo"


def total_lines(summary: Summary) -> Iterator[str]:
    """Yield what was given and what was reached, a sentence each."""
    for line in summary.contributions:
        if line.quantity is None:
            yield f"{line.count} khoản {line.kind.label} không nêu số lượng."
        else:
            what = " đất" if line.kind is ContributionKind.LAND else ""  # others say it by their unit
            yield f"Nhân dân đóng góp {dvk.format_quantity(line.quantity)}{what}."
    for rate in summary.indicators:
        yield f"{sentence(name_of(rate))}: {rate_of(rate)}."


def name_of(total: IndicatorTotal) -> str:
    """Return "tỷ lệ hộ nghèo, năm 2025": figures of two years are two figures."""
    plan = ", so với kế hoạch" if total.whole_is_plan else ""
    when = f", {dvk.format_period(total.period)}" if total.period else ""
    return f"{total.label}{plan}{when}"


def rate_of(total: IndicatorTotal | None) -> str:
    """Return "27/28 trường (96,43%), 1 báo cáo chưa nêu"."""
    if total is None:
        return "chưa nêu"
    if total.rate is None:
        return "chưa đủ số liệu"
    told = dvk.format_ratio(total.part, total.whole, unit=total.unit, percent=True, decimals=2)
    return f"{told}, {total.unknown} báo cáo chưa nêu" if total.unknown else told


def rankings(whole: Summary, communes: Mapping[Place | None, Summary]) -> Iterator[Section]:
    """Yield a ranking of the communes for each shared indicator of one time that two of them tell."""
    places = [place for place in communes if place is not None]
    for total in whole.indicators:
        key = (total.kind, total.unit, name_of(total))
        lines = [(place, line) for place in places for line in communes[place].indicators]
        told = {place: line for place, line in lines if (line.kind, line.unit, name_of(line)) == key}
        rates = {place: line.rate for place, line in told.items() if line.rate is not None}
        if total.kind is None or len(rates) < 2:
            continue
        # `dvk.table` would write 48/2.410 in lowest terms; a reader looks for what was reported.
        rows = tuple(
            (str(line.position or ""), dvk.format_place(line.item), rate_of(told.get(line.item)))
            for line in dvk.rank(places, key=rates.get, better=total.kind.better)
        )
        yield Section(f"Xếp hạng: {name_of(total)}", head=("Hạng", "Nơi", "Kết quả"), rows=rows)


def award_lines(summary: Summary) -> Iterator[str]:
    """Yield how many received which award."""
    for row in dvk.calc.summary_rows(summary):
        if row["part"] == "awards" and row["amount"] is not None:
            yield f"{sentence(row['what'])}: {dvk.format_number(row['amount'])} {row['unit']}."


def finding_lines(findings: Sequence[Finding], movements: Sequence[Movement]) -> Iterator[str]:
    """Yield what cannot be true or is left open, the worst first, with the places whose reports say so."""
    for finding in findings:
        told = dict.fromkeys(movements[fact.document].place for fact in finding.facts)
        where = ", ".join(dvk.format_place(place) for place in told if place is not None)
        yield f"{sentence(finding.severity.label)}{where and f' ({where})'}: {finding.told()}"


def grouped(title: str, groups: Mapping[Place | None, Summary]) -> Section:
    """Return a section with a row a place, as danvankheo tables them."""
    table = dvk.table(groups)
    return Section(title, head=table.head, rows=table.rows)


def sentence(text: str) -> str:
    """Return a text with a capital letter in front; names and abbreviations in it stay as they are."""
    return text[:1].upper() + text[1:]
