"""What a workbook of movements holds, a document a sheet: sums by place, field and period; the records."""

from collections.abc import Sequence
from typing import Final

import attrs

from danvankheo.auditing.claims.audit import audit
from danvankheo.bilingual import Words
from danvankheo.calc.rollup import roll_up
from danvankheo.calc.totals import merge, summarise
from danvankheo.checking import check_type, checked_iterable
from danvankheo.domain.contribution import Contribution
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.domain.quantities import Quantity
from danvankheo.errors import invalid
from danvankheo.formatting.dates import format_date, format_period
from danvankheo.formatting.names import format_place
from danvankheo.formatting.phrases import calm, indicator_of, indicator_total, sentence, total_line
from danvankheo.formatting.texts import text_of
from danvankheo.reasons import Reason
from danvankheo.reporting.blocks import Block, Document, Title, paragraphs, section
from danvankheo.reporting.columns import (
    counts_of,
    quantities_of,
    rates_of,
    side_by_side,
    sums_of,
    with_changes,
)
from danvankheo.reporting.figure_table import (
    FigureTable,
    TableColumn,
    ValueKind,
    number_column,
    percent_column,
    text_column,
)
from danvankheo.reporting.of_many import group_names, in_order, report_of_many, row_names

_NOTHING: Final = "Không có số liệu."


def workbook_of(
    movements: Sequence[Movement], *, together: bool = False, sources: Sequence[str] = ()
) -> dict[str, Document]:
    """Return the documents of a workbook by the names of their sheets.

    They are: all of it added up; by place, field and period; each contribution and each indicator; what
    the audit found; where each report is from. Figures of several periods have a sum each.

    Args:
        movements: the movements; their places must not contain each other.
        together: whether figures of several periods are added up.
        sources: the files that they are from, in the same order.

    >>> from danvankheo import load
    >>> sheets = workbook_of([load("docs/examples/an-khe-2022.json")])
    >>> [*sheets][:4]
    ['Tổng hợp', 'Theo nơi', 'Theo lĩnh vực', 'Theo kỳ']
    >>> sheets["Đóng góp"].sections[0].table.rows[0]
    ('Thị xã An Khê', 'Năm 2022', '', 'xây dựng nông thôn mới', 'hơn 154,4', '', '', '')
    """
    wanted = Words("ít nhất một phong trào", "at least one movement")
    found = list(checked_iterable(movements, "workbook_of", wanted))
    for movement in found:
        check_type(movement, Movement, "workbook_of")
    if not found:
        raise invalid("workbook_of", Reason.TYPE, found, type=wanted)
    periods = sorted({movement.period for movement in found})
    apart = () if together else tuple(periods)
    names = row_names(found)
    whole = report_of_many(found, together=together)
    return {
        "Tổng hợp": _summary(found, whole, apart),
        "Theo nơi": Document(title="Mô hình và đóng góp theo nơi", blocks=_places(whole)),
        "Theo lĩnh vực": _by_field(found, apart),
        "Theo kỳ": _by_period(found),
        "Đóng góp": _contributions(found, names),
        "Chỉ tiêu": _indicators(found, names),
        "Nhận xét": _findings(found, names),
        "Nguồn": _sources(found, names, sources),
    }


def _places(whole: Document) -> list[Block]:
    """Return the section of a report in which each place has a row."""
    first, *_ = whole.sections
    return [Title(first.title), *first.blocks]


def _summary(movements: Sequence[Movement], whole: Document, apart: Sequence[Period]) -> Document:
    """Return the sums of all as sentences, of each period by itself, and all of the report but the places."""
    blocks: list[Block] = []
    for period in apart or (None,):
        these = [each for each in movements if period in (None, each.period)]
        summary = summarise(these)
        name = sentence(format_period(period)) if period else "Tổng cộng các kỳ"
        lines = [
            *(f"{sentence(total_line(line))}." for line in summary.contributions if line.quantity),
            *(f"{sentence(indicator_total(line))}." for line in summary.indicators if line.known),
        ]
        blocks += section(name, text=f"Tổng hợp từ {len(these)} báo cáo.", items=lines)
    rest = [block for each in whole.sections[1:] for block in (Title(each.title), *each.blocks)]
    return Document(title=whole.title, blocks=[*blocks, *rest])


def _by_field(movements: Sequence[Movement], apart: Sequence[Period]) -> Document:
    blocks: list[Block] = []
    for period in apart or (None,):
        these = [each for each in movements if period in (None, each.period)]
        groups = group_names(roll_up(these, by="field").items())
        names, summaries = [name for name, _ in groups], [summary for _, summary in groups]
        models = [sum(tally.count for tally in each.models) for each in summaries]
        names.append("Tổng cộng")
        summaries.append(merge(*summaries))
        models.append(sum(models))
        counts = counts_of([{"Số mô hình nêu tên": count} for count in models])
        table = side_by_side("Lĩnh vực", names, [*counts, *sums_of(summaries)], sums=[range(len(groups))])
        blocks += section(sentence(format_period(period)) if period else "Cộng các kỳ", table=table)
    text = "Khoản đóng góp không gắn với mô hình nào thì không có lĩnh vực, xếp ở dòng “Không ghi”."
    return Document(title="Mô hình và đóng góp theo lĩnh vực", blocks=[*paragraphs(text), *blocks])


def _by_period(movements: Sequence[Movement]) -> Document:
    groups = in_order(roll_up(movements, by="period").items())
    periods, summaries = [period for period, _ in groups], [summary for _, summary in groups]
    columns = [*sums_of(summaries), *rates_of(summaries, by_period=True)]
    if len(periods) > 1:
        columns = with_changes(columns, periods)
    names = [sentence(format_period(period)) for period in periods]
    reports = [sum(each.period == period for each in movements) for period in periods]
    table = side_by_side("Kỳ", names, [number_column("Số báo cáo", reports), *columns])
    return Document(title="Số liệu theo kỳ", blocks=section("Theo kỳ", table=table))


def _contributions(movements: Sequence[Movement], names: Sequence[str]) -> Document:
    """Return each contribution, a row each, its figure in the column of its unit."""
    given = [(at, each) for at, movement in enumerate(movements) for each in movement.contributions]
    columns = [
        text_column(_PLACE, (names[at] for at, _ in given)),
        text_column("Kỳ", (_when(each, movements[at]) for at, each in given)),
        text_column("Người góp", (calm(each.giver.name) if each.giver else "" for _, each in given)),
        text_column("Nội dung", (each.purpose for _, each in given)),
        *quantities_of([each for _, each in given]),
        text_column("Ghi chú", (_remark(each) for _, each in given)),
    ]
    if not given:
        return Document(title="Các khoản đóng góp", blocks=paragraphs(_NOTHING))
    made = FigureTable(columns=map(_with_sum, columns), sums=[range(len(given))])
    kept = [at for at, each in enumerate(made.columns) if at in _ALWAYS or not each.is_empty]
    return Document(
        title="Các khoản đóng góp", blocks=section("Từng khoản, như báo cáo ghi", table=made.chosen(kept))
    )


def _with_sum(column: TableColumn) -> TableColumn:
    """Return a column with the sum of its quantities below."""
    figures = [each for each in column.cells if isinstance(each, Quantity)]
    if column.kind is ValueKind.TEXT:
        last: Quantity | str = "Tổng cộng" if column.head == _PLACE else ""
    else:
        last = sum(figures[1:], start=figures[0])
    return attrs.evolve(column, cells=(*column.cells, last))


_ALWAYS: Final = range(4)
"""The columns that stay though nobody filled them: a sheet has the same columns from quarter to quarter."""


def _when(contribution: Contribution, movement: Movement) -> str:
    when = contribution.when
    if when is None:
        return sentence(format_period(movement.period))
    return sentence(format_period(when)) if isinstance(when, Period) else format_date(when)


def _remark(contribution: Contribution) -> str:
    parts = [contribution.note] if contribution.note else []
    if contribution.items:
        parts.append(f"gồm {', '.join(map(text_of, contribution.items))}")
    return "; ".join(parts)


def _indicators(movements: Sequence[Movement], names: Sequence[str]) -> Document:
    """Return each indicator, a row each, with its rate as its part and whole have it, and as printed."""
    lines = [
        (names[at], each, movement) for at, movement in enumerate(movements) for each in movement.indicators
    ]
    if not lines:
        return Document(title="Chỉ tiêu của từng nơi", blocks=paragraphs(_NOTHING))
    columns = (
        text_column("Nơi", (_of(indicator, name) for name, indicator, _ in lines)),
        text_column("Chỉ tiêu", (sentence(each.name) for _, each, _ in lines)),
        text_column(
            "Kỳ", (sentence(format_period(each.period or movement.period)) for _, each, movement in lines)
        ),
        number_column(_PART, (each.part for _, each, _ in lines)),
        number_column(_WHOLE, (each.whole for _, each, _ in lines)),
        text_column("Đơn vị tính", (each.unit.label if each.unit else "" for _, each, _ in lines)),
        percent_column("Tỷ lệ", (each.rate for _, each, _ in lines), share=(_PART, _WHOLE)),
        text_column("Báo cáo ghi", (indicator_of(each, within=movement) for _, each, movement in lines)),
    )
    return Document(
        title="Chỉ tiêu của từng nơi",
        blocks=section("Chỉ tiêu, như báo cáo ghi", table=FigureTable(columns=columns)),
    )


_PLACE: Final = "Nơi"
_PART: Final = "Số đạt"
_WHOLE: Final = "Tổng số"


def _of(indicator: Indicator, name: str) -> str:
    return sentence(format_place(indicator.place)) if indicator.place else name


def _findings(movements: Sequence[Movement], names: Sequence[str]) -> Document:
    findings = audit(movements)
    rows = [
        (
            sentence(finding.severity.label),
            "; ".join(dict.fromkeys(names[fact.document] for fact in finding.facts)),
            finding.told(),
        )
        for finding in findings
    ]
    if not rows:
        text = "Không thấy số liệu mâu thuẫn. Số liệu khớp nhau chưa chắc đã đúng."
        return Document(title="Nhận xét về số liệu", blocks=paragraphs(text))
    table = FigureTable.of_texts(("Mức độ", "Nơi", "Nhận xét"), rows)
    return Document(title="Nhận xét về số liệu", blocks=section("Cần xem lại", table=table))


def _sources(movements: Sequence[Movement], names: Sequence[str], sources: Sequence[str]) -> Document:
    files = [*sources, *[""] * (len(movements) - len(sources))]
    rows = [
        (name, sentence(format_period(movement.period)), file, movement.source, movement.note)
        for name, movement, file in zip(names, movements, files, strict=True)
    ]
    table = FigureTable.of_texts(("Nơi", "Kỳ", "Tệp", "Nguồn", "Ghi chú"), rows, empty=False)
    return Document(title="Nguồn số liệu", blocks=section("Các báo cáo", table=table))
