"""``danvankheo places``: the units of administration of a day, and what became of them."""

from datetime import date
from typing import Final

import click

from danvankheo.cli.formats import WRITERS, format_option
from danvankheo.cli.law import read_day
from danvankheo.cli.messages import BadDataError, HelpInVietnamese, to_json
from danvankheo.errors import InvalidValueError
from danvankheo.formatting.dates import format_date
from danvankheo.places.lookup import PlacesOfTheDay, at, covered
from danvankheo.places.table import FIRST_DAY, table
from danvankheo.places.units import AdminUnit
from danvankheo.printing import printable
from danvankheo.reporting.of_places import data_of_places, report_of_places

_EPILOG: Final = """\b
Ví dụ:
  danvankheo places "An Khê" --on 2026-11-30
  danvankheo places "P. An Khê, Gia Lai" --history
  danvankheo places 23617 --format json

\b
Mã thoát: 0 xong; 1 không có đơn vị nào tên (hay mã) ấy, hoặc ngày có lỗi; 2 gọi sai lệnh.
"""


@click.command(cls=HelpInVietnamese, epilog=_EPILOG, short_help="Tra đơn vị hành chính theo ngày.")
@click.argument("name", metavar="TÊN")
@click.option("--on", metavar="NGÀY", help="Chỉ đơn vị có vào ngày này, như 2026-11-30 hay 30/11/2026.")
@click.option("--within", metavar="NƠI", help="Chỉ trong nơi này: tên hoặc mã một đơn vị cấp trên.")
@click.option(
    "--history", is_flag=True, help="Nêu thêm: lập từ những đơn vị nào, sau thành những đơn vị nào."
)
@format_option("json")
def places(name: str, *, on: str | None, within: str | None, history: bool, form: str) -> str:
    """Tra TÊN (hoặc mã) một đơn vị hành chính: mã, nơi trực thuộc, có từ ngày nào đến ngày nào.

    Viết hoa hay thường, "P. An Khê" hay "phường An Khê", không dấu đều tìm được; nơi trực thuộc viết sau dấu
    phẩy. Có nhiều đơn vị cùng tên thì liệt kê tất cả. Bảng bắt đầu từ ngày 30/6/2025.
    """
    day = read_day(on, "--on") if on is not None else None
    try:
        found = _found(name, within, day)
    except InvalidValueError as error:
        raise BadDataError(error.vietnamese) from None
    if not found:
        when = f"vào ngày {format_date(day)}" if day else f"từ ngày {format_date(FIRST_DAY)} đến nay"
        raise BadDataError(f"Không có đơn vị hành chính “{printable(name)}” {when}.")
    if form == "json":
        return to_json(data_of_places(found, on=day, steps=history))
    return WRITERS[form](report_of_places(found, printable(name), on=day, steps=history))


def _found(name: str, within: str | None, day: date | None) -> list[AdminUnit]:
    """Return the units of a day, or of every day of the table, that a name or a code means."""
    if day is not None:
        return [*_on(covered(day, "--on"), name, within)]
    days = (FIRST_DAY, *(unit.since for unit in table().units() if unit.since))
    found = {unit: None for each in sorted(set(days)) for unit in _on(at(each), name, within)}
    return [*found]


def _on(day: PlacesOfTheDay, name: str, within: str | None) -> tuple[AdminUnit, ...]:
    code = name.strip()
    unit = table().on(code, day.day) if code.isdigit() else None
    if unit is not None and within is None:
        return (unit,)
    outer = table().on(within.strip(), day.day) if within is not None else None
    return day.candidates(name, within=outer or within)
