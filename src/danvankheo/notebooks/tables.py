"""Tables of what a notebook holds: records, facts, findings, rankings, summaries and groups of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final, TypeVar, cast

import attrs

from danvankheo.auditing.findings.finding import Finding
from danvankheo.awarding.records import AwardMoney
from danvankheo.bilingual import Words
from danvankheo.calc.comparison import Comparison, Comparisons
from danvankheo.calc.ranking import RankedItem
from danvankheo.calc.rows import SummaryRow, summary_rows
from danvankheo.checking import check_type, checked_iterable
from danvankheo.domain.model import ModelField
from danvankheo.domain.movement import Movement
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Approximation
from danvankheo.domain.shown import Shown
from danvankheo.domain.summary import Summary
from danvankheo.errors import invalid
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.numbers import approximated, format_number
from danvankheo.formatting.phrases import UNKNOWN, percentage, places_named, sentence
from danvankheo.notebooks.cells import cell_of, is_figure
from danvankheo.notebooks.labels import FIELDS, RECORDS
from danvankheo.reasons import Reason
from danvankheo.reporting.columns import (
    MEAN,
    counts_of,
    rates_of,
    side_by_side,
    sums_of,
    with_changes,
    with_means,
)
from danvankheo.reporting.figure_table import FigureTable
from danvankheo.reporting.of_awards import table_of_award, table_of_awards
from danvankheo.reporting.of_comparison import table_of_comparison, table_of_comparisons
from danvankheo.reporting.of_facts import table_of_facts
from danvankheo.reporting.of_many import group_names, in_order, row_names
from danvankheo.scanning.facts import Fact

Key = TypeVar("Key")
Record = TypeVar("Record", bound=Shown)
_ONE_TYPE: Final = "các bản ghi cùng một loại"


def table(
    told: Shown | Iterable[Shown] | Mapping[Key, Summary] | Mapping[Key, Comparison],
) -> FigureTable:
    """Return values as a table, which notebooks show as HTML and rich as rich text.

    Columns that nobody filled are left out. Each column of figures has one unit, which its head names.
    Summaries by period have the change of each figure after it and, over two years or more, the mean change a
    year in the last row.

    Args:
        told: findings, facts, a ranking, award money, or records of one type, a row each; a
            summary; summaries by group, as `roll_up` returns them; or a comparison. A record alone
            has a row for each of its fields; award money alone one for each kind of recipient.

    Raises:
        InvalidValueError: something else, or things of several types.

    >>> from danvankheo import audit, load
    >>> findings = table(audit(load("docs/examples/an-khe-2022.json")))
    >>> findings.head, findings.rows[0][0]
    (('Mức độ', 'Nhận xét', 'Nơi ghi'), 'cảnh báo')
    """
    if isinstance(told, Summary):
        return _of_summary(told)
    if isinstance(told, Comparison):
        return table_of_comparison(told)
    if isinstance(told, Comparisons):
        compared: dict[object, Comparison] = dict(told.items())
        return table_of_comparisons(compared, first=_first_head([*compared]))
    if isinstance(told, Mapping):
        return _of_groups([*cast("Mapping[object, Summary]", told).items()])
    if isinstance(told, Shown) and not isinstance(told, Iterable):
        return _of_one(told)
    items = list(checked_iterable(told, "table", Words("nhiều bản ghi", "several records")))
    if len({type(item) for item in items}) > 1:
        raise invalid("table", Reason.TYPE, items, type=Words(_ONE_TYPE, "records of one type"))
    if findings := _all(items, Finding):
        return FigureTable.of_texts(_FINDING_HEAD, _findings(findings), empty=False)
    if facts := _all(items, Fact):
        return table_of_facts(facts)
    if money := _all(items, AwardMoney):
        return table_of_awards(money)
    if ranked := [item for item in items if isinstance(item, RankedItem)]:
        return _of_ranked(ranked)
    return of_records(items)


def _of_one(value: Shown) -> FigureTable:
    """Return the table of one value: of what tables hold in rows, that row; of a record its fields."""
    match value:
        case FigureTable():
            return value
        case AwardMoney():
            return table_of_award(value) if value.lines else table_of_awards([value])
        case Finding() | Fact() | RankedItem():
            return table([value])
        case _ if attrs.has(type(value)):
            return of_one(value, RECORDS.get(type(value).__name__, _FIELD))
        case _:
            raise invalid("table", Reason.TYPE, value, type=Words("nhiều bản ghi", "several records"))


_FIELD: Final = "Mục"


def of_records(records: Sequence[Shown]) -> FigureTable:
    """Return records of one type, a row each, a column a field that any of them has."""
    if not records:
        return FigureTable(columns=())
    kind = type(records[0])
    if not attrs.has(kind):
        raise invalid("table", Reason.TYPE, records[0], type=Words(_ONE_TYPE, "records of one type"))
    fields = attrs.fields(kind)
    values = [[getattr(record, field.name) for field in fields] for record in records]
    figures = [at for at in range(len(fields)) if _are_figures([row[at] for row in values])]
    columns = [_cells([row[at] for row in values]) for at in range(len(fields))]
    heads = tuple(FIELDS.get(field.name, field.name) for field in fields)
    return FigureTable.of_texts(heads, [*zip(*columns, strict=True)], figures=figures, empty=False)


def _are_figures(values: Sequence[object]) -> bool:
    """Return whether a column holds figures, some of which may be missing."""
    given = [value for value in values if value is not None]
    return bool(given) and all(map(is_figure, given))


def _cells(values: Sequence[object]) -> list[str]:
    """Return a column of values; places without what all of them lie in."""
    if all(value is None or isinstance(value, Place) for value in values):
        return places_named([value if isinstance(value, Place) else None for value in values])
    return [cell_of(value) for value in values]


def _of_ranked(ranked: Sequence[RankedItem[object]]) -> FigureTable:
    """Return a ranking: each row by its place, else by what it is called."""
    items = [line.item for line in ranked]
    places = [item if isinstance(item, Place) else getattr(item, "place", None) for item in items]
    if all(isinstance(item, Movement) for item in items):
        names = row_names([item for item in items if isinstance(item, Movement)])
    elif all(isinstance(place, Place) for place in places):
        names = places_named([place for place in places if isinstance(place, Place)])
    else:
        names = [_name(item) for item in items]
    by_place = all(isinstance(place, Place) for place in places)
    values = [line.value for line in ranked]
    rates = all(value is None or abs(value) <= 1 for value in values) and any(
        value is not None and value.denominator > 1 for value in values
    )
    rows = [
        (str(line.position) if line.position else UNKNOWN, name, _ranked_by(line.value, rates=rates))
        for line, name in zip(ranked, names, strict=True)
    ]
    head = ("Hạng", "Nơi" if by_place else "Đối tượng", "Tỷ lệ (%)" if rates else "Giá trị")
    return FigureTable.of_texts(head, rows, figures=(0, 2), empty=False)


def _name(item: object) -> str:
    """Return what an item of a ranking is called; of a pair of a name and a figure the name."""
    if isinstance(item, tuple):
        return "; ".join(cell_of(part) for part in item if not (part is None or is_figure(part)))
    return cell_of(item)


def _ranked_by(value: Fraction | None, *, rates: bool) -> str:
    if value is None:
        return UNKNOWN
    if rates:
        return format_number(value * 100, decimals=_DECIMALS)
    written = format_number(value, decimals=None if value.denominator == 1 else _DECIMALS)
    return written if value * 10**_DECIMALS % 1 == 0 else approximated(written, Approximation.ABOUT)


_DECIMALS: Final = 2


def of_one(record: Shown, name: str) -> FigureTable:
    """Return one record, a row a field that it tells."""
    fields = attrs.fields(type(record))  # type: ignore[arg-type]  # records are attrs classes
    told = ((FIELDS.get(field.name, field.name), cell_of(getattr(record, field.name))) for field in fields)
    return FigureTable.of_texts((name, ""), [row for row in told if row[1]])


def _all(items: Sequence[Shown], kind: type[Record]) -> list[Record]:
    """Return the items if there are any and all are of a type, else nothing."""
    found = [item for item in items if isinstance(item, kind)]
    return found if len(found) == len(items) else []


_FINDING_HEAD: Final = ("Mức độ", "Nhận xét", "Nơi ghi")


def _findings(findings: Sequence[Finding]) -> list[tuple[str, ...]]:
    """Return findings, a row each; where several documents were audited, facts name theirs."""
    several = any(fact.document for finding in findings for fact in finding.facts)
    return [
        (
            finding.severity.label,
            finding.told(),
            "; ".join(
                f"báo cáo {fact.document + 1}: {fact.path}" if several else fact.path
                for fact in finding.facts
                if fact.path != "$"
            ),
        )
        for finding in findings
    ]


_SUMMARY_HEAD: Final = ("Mục", "Nội dung", "Kỳ", "Số liệu", "Đơn vị", "Tỷ lệ", "Số nguồn nêu", "Chưa nêu")
_SUMMARY_FIGURES: Final = (3, 5, 6, 7)
_PARTS: Final = {
    "contributions": "Đóng góp",
    "models": "Mô hình nêu tên",
    "model_counts": "Số mô hình",
    "indicators": "Chỉ tiêu",
    "awards": "Khen thưởng",
}


def _of_summary(summary: Summary) -> FigureTable:
    """Return a summary, a row a total."""
    rows = [
        (
            _PARTS[row["part"]],
            sentence(row["what"]),
            _period(row),
            _figure(row),
            row["unit"] or "",
            _rate(row),
            *(format_number(count) if count else "" for count in (row["known"], row["unknown"])),
        )
        for row in summary_rows(summary)
    ]
    return FigureTable.of_texts(_SUMMARY_HEAD, rows, figures=_SUMMARY_FIGURES, empty=False)


def _of_groups(groups: Iterable[tuple[object, Summary]]) -> FigureTable:
    """Return summaries, a row a group and a column a total that any of them has."""
    found = in_order(groups)
    for _, summary in found:
        check_type(summary, Summary, "table")
    names = [name for name, _ in group_names(found)]
    keys, summaries = [key for key, _ in found], [summary for _, summary in found]
    periods = [key for key in keys if isinstance(key, Period)]
    by_period = bool(periods) and len(periods) == len(keys)
    figures = [*sums_of(summaries), *rates_of(summaries, by_period=by_period)]
    counts = counts_of([_counts(summary) for summary in summaries])
    if not by_period or len(periods) < 2:
        return side_by_side(_first_head(keys), names, [*figures, *counts])
    figures = with_changes(figures, periods)
    if periods[-1].start.year - periods[0].start.year < _LEAST_YEARS:
        return side_by_side(_first_head(keys), names, [*figures, *counts])
    counts = [attrs.evolve(column, cells=(*column.cells, "")) for column in counts]
    columns = [*with_means(figures, periods), *counts]
    return side_by_side(_first_head(keys), [*names, MEAN], columns, sums=((),))


_LEAST_YEARS: Final = 2
"""How many years a series has to go over for a mean change a year."""


def _first_head(keys: Sequence[object]) -> str:
    """Return the head of the column that names the groups."""
    kinds: tuple[tuple[type, str], ...] = (
        (Period, "Kỳ"), (Place, "Nơi"), (ModelField, "Lĩnh vực"), (Organization, "Đơn vị tổ chức"),
    )  # fmt: skip
    named = [key for key in keys if key is not None]
    return next((head for kind, head in kinds if named and isinstance(named[0], kind)), "Nhóm")


def _counts(summary: Summary) -> dict[str, int]:
    """Return what a summary counts, by the heads of its columns."""
    found: Counter[str] = Counter()
    for row in summary_rows(summary):
        if row["part"] in _COUNTED and row["amount"] is not None:
            of = f", {row['unit']}" if row["part"] == "awards" else ""
            name = row["what"] if row["part"] == "awards" else f"{_PARTS[row['part']]}, {row['what']}"
            found[sentence(f"{name}{of}")] += int(row["amount"])
    return dict(found)


_COUNTED: Final = ("models", "model_counts", "awards")


def _period(row: SummaryRow) -> str:
    return format_period(Period.from_code(row["period"])) if row["period"] else ""


def _figure(row: SummaryRow) -> str:
    if row["amount"] is None:
        return UNKNOWN
    figure = format_number(row["amount"])
    if row["whole"] is not None:
        figure = f"{figure}/{format_number(row['whole'])}"
    return approximated(figure, Approximation(row["approximation"])) if row["approximation"] else figure


def _rate(row: SummaryRow) -> str:
    return "" if row["rate"] is None else percentage(row["rate"])
