"""``danvankheo report``: the Vietnamese report of one movement, or of many added up."""

from collections.abc import Iterable, Sequence
from typing import Final

import click

from danvankheo.calc.rollup import roll_up
from danvankheo.cli.comparing import compare_options, comparison_data, comparison_of, write_comparison
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
from danvankheo.cli.messages import HelpInVietnamese, Outcome, UnreadableError, to_json
from danvankheo.cli.report_files import Written, file_options, write_report
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
  danvankheo report --by xa 2026-q2/*.json --compare 2025-q2
  danvankheo report --output bao-cao.docx an-khe-2022.json
  danvankheo report --output bao-cao.docx --layout hd36 an-khe-2022.json
  danvankheo report --output so-lieu.xlsx *.json
  cat an-khe-2022.json | danvankheo report -
"""


@click.command(cls=HelpInVietnamese, epilog=_EPILOG, short_help="In báo cáo từ một hay nhiều tệp JSON.")
@files_options
@format_option("json")
@by_option([*_LEVELS, "field", "period", "organizer"], most=1, note=" Mặc định mỗi tệp một dòng.")
@span_option
@accept_option
@compare_options
@file_options
def report(
    files: tuple[str, ...],
    *,
    strict: bool,
    problems_file: str | None,
    form: str,
    by: tuple[str, ...] | None,
    span: Span | None,
    accept_duplicates: bool,
    compared: tuple[str, ...],
    basis: str | None,
    output: str | None,
    layout: str | None,
) -> str | Outcome:
    """In báo cáo tiếng Việt của phong trào trong TỆP; nhiều tệp thì tổng hợp lại.

    Các kỳ khác nhau được cộng riêng từng kỳ, trừ khi có --span. Nhiều tệp cùng nơi, cùng kỳ thì không
    cộng, trừ khi có --accept-duplicates. Tỷ lệ chung bằng tổng số đạt chia cho tổng số, không lấy trung
    bình các tỷ lệ. Có --compare thì mỗi số đứng cạnh số của kỳ ấy, chỗ nào không so sánh được thì nêu lý
    do. Số chưa rõ ghi “…”, không tính là 0. TỆP là “-” thì đọc từ đầu vào chuẩn; là thư mục hay mẫu tên như
    “2026/*.json” thì đọc mọi tệp JSON trong đó.
    """
    inputs = Inputs.of(files, DOCUMENTS, strict=strict, list_file=problems_file)
    named = read_named(inputs)
    inputs.check(any_used=bool(named))
    movements = [*named.values()]
    covered = [coverage_of(source, movement) for source, movement in named.items()]
    check_coverage(covered, accept=accept_duplicates)
    if span:
        check_span(covered, span)
    if layout is not None and output is None:
        raise UnreadableError("--layout cần đi cùng --output TỆP.docx.")
    if output is not None and form != "text":
        raise UnreadableError("--output đã cho biết dạng tệp; không dùng cùng với --format.")
    if compared:
        everything, of_groups, document = comparison_of(
            movements,
            compared,
            by=by[0] if by else None,
            basis=basis,
            accept=accept_duplicates,
            charts=output is not None,
        )
        if output is not None:
            write_comparison(document, movements, output, layout)
            return inputs.outcome("")
        data = comparison_data(everything, of_groups)
        return inputs.outcome(to_json(data) if form == "json" else WRITERS[form](document))
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
        data = data_of(movements, groups or (), together=together) | {"problems": inputs.data()}
        return inputs.outcome(to_json(data))
    if len(movements) == 1 and groups is None:
        document = report_of(movements[0])
    else:
        first = _HEADS[by[0]] if by else "Nơi"
        document = report_of_many(movements, groups, together=together, first=first)
    if output is not None:
        write_report(Written(document, movements, [*named], together), output, layout)
        return inputs.outcome("")
    return inputs.outcome(WRITERS[form](document))


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
