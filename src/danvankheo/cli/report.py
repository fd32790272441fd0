"""``danvankheo report``: the Vietnamese report of one movement, or of many added up."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import click

from danvankheo.calc.rollup import roll_up
from danvankheo.cli.formats import WRITERS, format_option
from danvankheo.cli.grouping import by_option
from danvankheo.cli.inputs import (
    DOCUMENTS,
    Inputs,
    accept_option,
    check_coverage,
    files_options,
    read_named,
)
from danvankheo.cli.messages import HelpInVietnamese, Outcome, to_json
from danvankheo.cli.spans import Span, check_span, periods_text, span_of, span_option
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.domain.places import PlaceLevel
from danvankheo.domain.summary import Summary
from danvankheo.formatting.dates import format_period
from danvankheo.reporting.coverage import coverage_of
from danvankheo.reporting.data import data_of
from danvankheo.reporting.of_many import group_names, report_of_many
from danvankheo.reporting.of_one import report_of

_LEVELS: Final = {
    "province": PlaceLevel.PROVINCE,
    "district": PlaceLevel.DISTRICT,
    "commune": PlaceLevel.COMMUNE,
}
_HEADS: Final = {
    "province": "Tỉnh, thành phố",
    "district": "Huyện",
    "commune": "Xã, phường",
    "field": "Lĩnh vực",
    "period": "Kỳ",
    "organizer": "Đơn vị tổ chức",
}
_EPILOG: Final = """\b
Ví dụ:
  danvankheo report an-khe-2022.json
  danvankheo report --by tinh an-khe-2022.json chu-pah-2022.json
  danvankheo report --by xa --problems loi.json thu-muc-quy-2/
  danvankheo report --by tinh --span 2025-Q2/2026-Q2 *.json
  danvankheo report --format html an-khe-2022.json > bao-cao.html
  cat an-khe-2022.json | danvankheo report -
"""


@click.command(cls=HelpInVietnamese, epilog=_EPILOG, short_help="In báo cáo từ một hay nhiều tệp JSON.")
@files_options
@format_option("json")
@by_option([*_LEVELS, "field", "period", "organizer"], most=1, note=" Mặc định mỗi tệp một dòng.")
@span_option
@accept_option
def report(
    files: tuple[str, ...],
    *,
    strict: bool,
    list_file: str | None,
    form: str,
    by: tuple[str, ...] | None,
    span: Span | None,
    accept_duplicates: bool,
) -> str | Outcome:
    """In báo cáo tiếng Việt của phong trào trong TỆP; nhiều tệp thì tổng hợp lại.

    Các kỳ khác nhau được cộng riêng từng kỳ, trừ khi có --span. Nhiều tệp cùng nơi, cùng kỳ thì không
    cộng, trừ khi có --accept-duplicates. Tỷ lệ chung bằng tổng số đạt chia cho tổng số, không lấy trung
    bình các tỷ lệ. Số chưa rõ ghi “…”, không tính là 0. TỆP là “-” thì đọc từ đầu vào chuẩn; là thư mục hay
    mẫu tên như “2026/*.json” thì đọc mọi tệp JSON trong đó.
    """
    inputs = Inputs.of(files, DOCUMENTS, strict=strict, list_file=list_file)
    named = read_named(inputs)
    inputs.check(any_used=bool(named))
    return inputs.outcome(
        _report(named, form=form, by=by, span=span, accept=accept_duplicates, inputs=inputs)
    )


def _report(
    named: Mapping[str, Movement],
    *,
    form: str,
    by: tuple[str, ...] | None,
    span: Span | None,
    accept: bool,
    inputs: Inputs,
) -> str:
    """Return the report of movements by what their files are called."""
    movements = [*named.values()]
    covered = [coverage_of(source, movement) for source, movement in named.items()]
    check_coverage(covered, accept=accept)
    if span:
        check_span(covered, span)
    periods = sorted({movement.period for movement in movements})
    together = span is not None or len(periods) == 1
    if not together:
        click.echo(
            f"Chú ý: có {len(periods)} kỳ ({periods_text(periods)}), mỗi kỳ cộng riêng. "
            f"Muốn cộng chung thì thêm --span {span_of(periods)}.",
            err=True,
        )
    apart = () if together else periods
    groups = _groups(movements, by[0], periods=apart, full=form == "json") if by else None
    if form == "json":
        return to_json(data_of(movements, groups or (), together=together) | {"problems": inputs.data()})
    alone = len(movements) == 1 and groups is None
    if alone:
        return WRITERS[form](report_of(movements[0]))
    first = _HEADS[by[0]] if by else "Nơi"
    return WRITERS[form](report_of_many(movements, groups, together=together, first=first))


def _groups(
    movements: list[Movement], by: str, *, periods: Sequence[Period], full: bool
) -> list[tuple[str, Summary]]:
    """Return the named groups of movements; each period's by themselves, if there are several."""
    if by == "period" or not periods:
        return _grouped(movements, by, full=full)
    of_each = ((period, [each for each in movements if each.period == period]) for period in periods)
    return [
        (f"{name}, {format_period(period)}", summary)
        for period, these in of_each
        for name, summary in _grouped(these, by, full=full)
    ]


def _grouped(movements: list[Movement], by: str, *, full: bool) -> list[tuple[str, Summary]]:
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
    return group_names(found, full=full)
