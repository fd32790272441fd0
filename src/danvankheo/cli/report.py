"""``danvankheo report``: the Vietnamese report of one movement, or of many added up."""

from collections.abc import Iterable
from typing import Final

import click

from danvankheo.calc.rollup import roll_up
from danvankheo.cli.formats import WRITERS, format_option
from danvankheo.cli.inputs import overlap_warnings, read_movements
from danvankheo.cli.messages import HelpInVietnamese, to_json
from danvankheo.domain.movement import Movement
from danvankheo.domain.places import PlaceLevel
from danvankheo.domain.summary import Summary
from danvankheo.reporting.data import data_of
from danvankheo.reporting.of_many import group_names, report_of_many
from danvankheo.reporting.of_one import report_of

_LEVELS: Final = {
    "province": PlaceLevel.PROVINCE,
    "district": PlaceLevel.DISTRICT,
    "commune": PlaceLevel.COMMUNE,
}
_EPILOG: Final = """\b
Ví dụ:
  danvankheo report an-khe-2022.json
  danvankheo report --by province an-khe-2022.json chu-pah-2022.json
  danvankheo report --format html an-khe-2022.json > bao-cao.html
  cat an-khe-2022.json | danvankheo report -

\b
Mã thoát: 0 xong; 1 tệp có lỗi (in hết lỗi, không in báo cáo); 2 gọi sai lệnh.
"""


@click.command(cls=HelpInVietnamese, epilog=_EPILOG, short_help="In báo cáo từ một hay nhiều tệp JSON.")
@click.argument("files", nargs=-1, required=True, metavar="TỆP…")
@format_option("json")
@click.option(
    "--by",
    type=click.Choice([*_LEVELS, "field", "period", "organizer"]),
    metavar="CÁCH",
    help="Gộp theo province, district, commune, field, period hay organizer; mặc định mỗi tệp một dòng.",
)
def report(files: tuple[str, ...], form: str, by: str | None) -> str:
    """In báo cáo tiếng Việt của phong trào trong TỆP; nhiều tệp thì cộng lại.

    Tỷ lệ chung tính bằng tổng tử số trên tổng mẫu số, không lấy trung bình các tỷ lệ. Số chưa
    rõ in là “…”, không coi là 0. TỆP là “-” thì đọc đầu vào chuẩn.
    """
    movements = read_movements(files)
    for warning in overlap_warnings(movements):
        click.echo(warning, err=True)
    groups = _groups(movements, by) if by else None
    if form == "json":
        return to_json(data_of(movements, groups or ()))
    alone = len(movements) == 1 and groups is None
    made = report_of(movements[0]) if alone else report_of_many(movements, groups)
    return WRITERS[form](made)


def _groups(movements: list[Movement], by: str) -> list[tuple[str, Summary]]:
    found: Iterable[tuple[object, Summary]]
    match by:
        case "field":
            found = roll_up(movements, by="field").items()
        case "period":
            found = roll_up(movements, by="period").items()
        case "organizer":
            found = roll_up(movements, by="organizer").items()
        case _:
            found = roll_up(movements, by=_LEVELS[by]).items()
    return group_names(found)
