"""Tables of what a notebook holds: records, facts, findings, rankings, summaries and groups of them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeVar

import attrs

from danvankheo.auditing.findings import Finding
from danvankheo.bilingual import Words
from danvankheo.calc.rows import SummaryRow, summary_rows
from danvankheo.domain.periods import Period
from danvankheo.domain.quantities import Approximation
from danvankheo.domain.several import Several
from danvankheo.domain.shown import Shown
from danvankheo.domain.summary import Summary
from danvankheo.errors import iterable, refusal
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.numbers import approximated, format_number
from danvankheo.formatting.phrases import UNKNOWN, percentage, sentence
from danvankheo.notebooks.cells import cell_of, is_figure
from danvankheo.notebooks.labels import FIELDS
from danvankheo.reasons import Reason
from danvankheo.reporting.of_facts import table_of_facts
from danvankheo.reporting.of_many import group_names
from danvankheo.reporting.report import TextTable, filled
from danvankheo.scanning.facts import Fact

Key = TypeVar("Key")
Record = TypeVar("Record", bound=Shown)
_ONE_TYPE: Final = "các bản ghi cùng một loại"


def table(told: Iterable[Shown] | Mapping[Key, Summary] | Summary) -> TextTable:
    """Return what is told as a table, which notebooks show as HTML and rich as rich text.

    Columns that nobody filled are left out.

    Args:
        told: findings, facts, a ranking, or records of one type, a row each; a summary; or
            summaries by group, as `roll_up` returns them.

    Raises:
        InvalidValueError: something else, or things of several types.

    >>> from danvankheo import audit, load
    >>> findings = table(audit(load("docs/examples/an-khe-2022.json")))
    >>> findings.head, findings.rows[0][:2]
    (('Mức độ', 'Mã', 'Nhận xét', 'Nơi ghi'), ('cảnh báo', 'ratio-truncated'))
    """
    if isinstance(told, Summary):
        return _of_summary(told)
    if isinstance(told, Mapping):
        return _of_groups(group_names(told.items()))
    if isinstance(told, Shown) and not isinstance(told, Several):
        raise refusal("table", Reason.TYPE, told, type=Words("nhiều bản ghi", "several records"))
    items = list(iterable(told, "table", Words("nhiều bản ghi", "several records")))
    if len({type(item) for item in items}) > 1:
        raise refusal("table", Reason.TYPE, items, type=Words(_ONE_TYPE, "records of one type"))
    if findings := _all(items, Finding):
        return filled(_FINDING_HEAD, _findings(findings))
    if facts := _all(items, Fact):
        return table_of_facts(facts)
    return of_records(items)


def of_records(records: Sequence[Shown]) -> TextTable:
    """Return records of one type, a row each, a column a field that any of them tells."""
    if not records:
        return TextTable(head=(), rows=())
    kind = type(records[0])
    if not attrs.has(kind):
        raise refusal("table", Reason.TYPE, records[0], type=Words(_ONE_TYPE, "records of one type"))
    fields = attrs.fields(kind)
    values = [[getattr(record, field.name) for field in fields] for record in records]
    figures = [at for at in range(len(fields)) if all(is_figure(row[at]) for row in values)]
    rows = [tuple(cell_of(value) for value in row) for row in values]
    return filled(tuple(FIELDS.get(field.name, field.name) for field in fields), rows, figures)


def of_one(record: Shown, name: str) -> TextTable:
    """Return one record, a row a field that it tells."""
    fields = attrs.fields(type(record))  # type: ignore[arg-type]  # records are attrs classes
    told = ((FIELDS.get(field.name, field.name), cell_of(getattr(record, field.name))) for field in fields)
    return TextTable(head=(name, ""), rows=tuple(row for row in told if row[1]))


def _all(items: Sequence[Shown], kind: type[Record]) -> list[Record]:
    """Return the items if there are any and all are of a type, else nothing."""
    found = [item for item in items if isinstance(item, kind)]
    return found if len(found) == len(items) else []


_FINDING_HEAD: Final = ("Mức độ", "Mã", "Nhận xét", "Nơi ghi")


def _findings(findings: Sequence[Finding]) -> list[tuple[str, ...]]:
    """Return findings, a row each; where several documents were audited, facts tell theirs."""
    several = any(fact.document for finding in findings for fact in finding.facts)
    return [
        (
            finding.severity.label,
            finding.code.value,
            finding.told(),
            "; ".join(
                f"báo cáo {fact.document + 1}: {fact.path}" if several else fact.path
                for fact in finding.facts
                if fact.path != "$"
            ),
        )
        for finding in findings
    ]


_SUMMARY_HEAD: Final = ("Mục", "Nội dung", "Kỳ", "Số liệu", "Tỷ lệ", "Đã nêu", "Chưa nêu")
_SUMMARY_FIGURES: Final = (3, 4, 5, 6)
_PARTS: Final = {
    "contributions": "Đóng góp",
    "models": "Mô hình kể tên",
    "model_counts": "Số mô hình nêu",
    "indicators": "Chỉ tiêu",
    "awards": "Khen thưởng",
}


def _of_summary(summary: Summary) -> TextTable:
    """Return a summary, a row a total."""
    rows = [
        (
            _PARTS[row["part"]],
            row["what"],
            _period(row),
            _figure(row),
            _rate(row),
            *(format_number(count) if count else "" for count in (row["known"], row["unknown"])),
        )
        for row in summary_rows(summary)
    ]
    return filled(_SUMMARY_HEAD, rows, _SUMMARY_FIGURES)


def _of_groups(groups: Sequence[tuple[str, Summary]]) -> TextTable:
    """Return summaries, a row a group and a column a total that any of them has."""
    told: list[dict[str, list[str]]] = []
    for _, summary in groups:
        cells: dict[str, list[str]] = {}
        for row in summary_rows(summary):
            figure, rate = _figure(row), _rate(row)
            cells.setdefault(_column(row), []).append(f"{figure} ({rate})" if rate else figure)
        told.append(cells)
    columns = list(dict.fromkeys(column for cells in told for column in cells))
    rows = [
        (name, *("; ".join(cells.get(column, [UNKNOWN])) for column in columns))
        for (name, _), cells in zip(groups, told, strict=True)
    ]
    return TextTable(head=("Nhóm", *columns), rows=tuple(rows), numeric=frozenset(range(1, len(columns) + 1)))


def _column(row: SummaryRow) -> str:
    name = f"{_PARTS[row['part']]}: {row['what']}" if row["part"] in _NOT_NAMED else sentence(row["what"])
    return f"{name}, {_period(row)}" if row["period"] else name


_NOT_NAMED: Final = ("models", "model_counts")
"""Parts whose totals do not say by themselves what they are of."""


def _period(row: SummaryRow) -> str:
    return format_period(Period.from_code(row["period"])) if row["period"] else ""


def _figure(row: SummaryRow) -> str:
    if row["amount"] is None:
        return UNKNOWN
    figure = format_number(row["amount"])
    if row["whole"] is not None:
        figure = f"{figure}/{format_number(row['whole'])}"
    if row["unit"]:
        figure = f"{figure} {row['unit']}"
    return approximated(figure, Approximation(row["approximation"])) if row["approximation"] else figure


def _rate(row: SummaryRow) -> str:
    return "" if row["rate"] is None else percentage(row["rate"])
