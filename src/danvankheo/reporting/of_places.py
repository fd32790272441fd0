"""Units of administration as reports: which have a name, and what became of them."""

from collections.abc import Iterable, Sequence
from datetime import date

from danvankheo.formatting.dates import format_date
from danvankheo.places.changes import history
from danvankheo.places.lookup import PlacesOfTheDay
from danvankheo.places.steps import Step
from danvankheo.places.table import FIRST_DAY, table
from danvankheo.places.units import AdminUnit
from danvankheo.reporting.blocks import Block, Document, paragraphs, section
from danvankheo.reporting.figure_table import FigureTable

_UNITS = ("Mã", "Đơn vị", "Thuộc", "Từ ngày", "Đến ngày", "Nghị quyết")
_STEPS = ("Ngày", "Trước", "Mã trước", "Sau", "Mã sau", "Vào đơn vị mới", "Nghị quyết", "Căn cứ")


def report_of_places(
    units: Sequence[AdminUnit], name: str, *, on: date | None = None, steps: bool = False
) -> Document:
    """Return units as a report.

    Args:
        units: what was found.
        name: what was asked for.
        on: the day as of which they were found; None for all days of the table.
        steps: whether what led to each and on from it is listed as well.

    >>> from danvankheo import places
    >>> found = places.at(date(2026, 11, 30)).candidates("Cửu An")
    >>> report_of_places(found, "Cửu An", on=date(2026, 11, 30)).sections[0].table.rows[0][:3]
    ('23629', 'xã Cửu An', 'tỉnh Gia Lai')
    """
    rows = [_unit(unit, on) for unit in units]
    title = (
        f"“{name}” ngày {format_date(on)}" if on else f"“{name}”, từ ngày {format_date(FIRST_DAY)} đến nay"
    )
    sections = [section("Đơn vị hành chính", table=FigureTable.of_texts(_UNITS, rows, empty=False))]
    if steps:
        sections += [_history(unit, on) for unit in units]
    text = ""
    if on is not None and on > table().checked:
        checked = format_date(table().checked)
        text = f"Bảng được đối chiếu lần cuối ngày {checked}; sau ngày ấy có thể đã thay đổi."
    return Document(
        title=title, blocks=[*paragraphs(text), *(block for blocks in sections for block in blocks)]
    )


def data_of_places(units: Iterable[AdminUnit], *, on: date | None, steps: bool) -> list[dict[str, object]]:
    """Return the same as data for JSON."""
    return [
        {
            **_data(unit),
            "within": [each.code for each in _above(unit, on)],
            **({"history": [_step_data(step) for step in history(unit)]} if steps else {}),
        }
        for unit in units
    ]


def _unit(unit: AdminUnit, on: date | None) -> tuple[str, ...]:
    return (
        unit.code,
        unit.label,
        ", ".join(each.label for each in _above(unit, on)),
        format_date(unit.since) if unit.since else "",
        format_date(unit.until) if unit.until else "",
        _resolution(unit),
    )


def _history(unit: AdminUnit, on: date | None) -> tuple[Block, ...]:
    title = ", ".join(each.label for each in (unit, *_above(unit, on)))
    rows = [
        (
            format_date(step.day),
            step.old.label,
            step.old.code,
            step.new.label,
            step.new.code,
            "toàn bộ" if step.whole else "một phần",
            _resolution(step.new),
            step.confirmation.label,
        )
        for step in history(unit)
    ]
    if not rows:
        return section(title, text="Không có thay đổi nào.")
    return section(title, table=FigureTable.of_texts(_STEPS, rows, empty=False))


def _above(unit: AdminUnit, on: date | None) -> list[AdminUnit]:
    """Return what a unit lies in on a day, else on the last day of the unit or of the table."""
    day = PlacesOfTheDay(on or unit.until or max(table().checked, unit.since or FIRST_DAY))
    above, found = day.parent(unit), []
    while above is not None:
        found.append(above)
        above = day.parent(above)
    return found


def _resolution(unit: AdminUnit) -> str:
    return f"{unit.resolution} ({format_date(unit.signed)})" if unit.signed else unit.resolution


def _data(unit: AdminUnit) -> dict[str, object]:
    return {
        "code": unit.code,
        "kind": unit.kind.value,
        "name": unit.name,
        "since": unit.since.isoformat() if unit.since else None,
        "until": unit.until.isoformat() if unit.until else None,
        "resolution": unit.resolution or None,
        "signed": unit.signed.isoformat() if unit.signed else None,
    }


def _step_data(step: Step) -> dict[str, object]:
    return {
        "day": step.day.isoformat(),
        "old": _data(step.old),
        "new": _data(step.new),
        "whole": step.whole,
        "confirmation": step.confirmation.value,
        "sources": list(step.sources),
    }
