"""Figures beside those of an earlier period, a plan or a target: tables and a report."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

import attrs

from danvankheo.calc.comparison import Basis, Compared, Comparison
from danvankheo.calc.summary_figures import SummaryPart
from danvankheo.checking import check_type
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.summary import Summary
from danvankheo.domain.units import PERCENTAGE_POINT, Dimension, Unit
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.numbers import format_number
from danvankheo.formatting.phrases import places_named, sentence
from danvankheo.reporting.blocks import Block, ChartBlock, ChartForm, Document, Title, paragraphs
from danvankheo.reporting.columns import scaled
from danvankheo.reporting.figure_table import (
    FigureTable,
    Rough,
    TableColumn,
    Value,
    ValueKind,
    percent_column,
    text_column,
)
from danvankheo.reporting.of_many import group_name, in_order

_DECIMALS: Final = 2
_WHAT: Final = "Nội dung"
_NOTE: Final = "Ghi chú"
_MOVED: Final = "Tăng, giảm"
_DONE: Final = "Đạt"
_MOST_BARS: Final = 60
_SECTIONS: Final[Mapping[str, tuple[SummaryPart, ...]]] = {
    "Đóng góp": (SummaryPart.CONTRIBUTIONS,),
    "Mô hình": (SummaryPart.MODELS, SummaryPart.MODEL_COUNTS),
    "Chỉ tiêu": (SummaryPart.INDICATORS,),
    "Khen thưởng": (SummaryPart.AWARDS,),
}


def report_of_comparison(
    together: Comparison,
    groups: Mapping[object, Comparison] | None = None,
    *,
    title: str = "",
    first: str = "Nơi",
    charts: bool = False,
) -> Document:
    """Return the report of figures beside those that they are compared with.

    Args:
        together: all of them.
        groups: the same by place or by whatever else; each figure then has a table of its own, with a row a
            group and all of them last.
        title: its title; "So sánh với cùng kỳ" and the like if not given.
        first: what the groups are, as the head of their column.
        charts: whether each figure of several groups has a chart, two bars a group.

    >>> from danvankheo import load, summarise
    >>> from danvankheo.calc import compare
    >>> now = summarise(load("docs/examples/an-khe-2022.json"))
    >>> report = report_of_comparison(compare(now, now, basis="same_period"))
    >>> report.title, [section.title for section in report.sections]
    ('So sánh với cùng kỳ', ['Đóng góp', 'Mô hình', 'Chỉ tiêu', 'Khen thưởng'])
    >>> report.sections[0].table.rows[1]
    ('Ngày công', 'ngày công', '731', '731', '0', '0,00')
    """
    check_type(together, Comparison, "report_of_comparison")
    if groups is not None:
        check_type(groups, Mapping, "report_of_comparison.groups")
        for each in groups.values():
            check_type(each, Comparison, "report_of_comparison.groups")
    for name, text in (("title", title), ("first", first)):
        check_type(text, str, f"report_of_comparison.{name}")
    named = title or f"So sánh với {together.basis.label}"
    blocks: list[Block] = [*paragraphs(_said(together))]
    for head, parts in _SECTIONS.items():
        lines = [line for line in together.lines if line.key.part in parts]
        if not lines:
            continue
        if groups is None:
            blocks += (Title(head), _table(lines, together))
        else:
            blocks += _by_group(lines, together, groups, first, charts=charts)
    return Document(title=named, blocks=blocks)


def _said(comparison: Comparison) -> str:
    """Return which periods are compared, in a sentence; nothing where they are not known."""
    if comparison.periods is None:
        return ""
    now, before = map(format_period, comparison.periods)
    return sentence(f"{now} so với {comparison.basis.label}, {before}.")


def table_of_comparison(comparison: Comparison) -> FigureTable:
    """Return every figure of a comparison as one table of texts, each row with its unit.

    >>> from danvankheo import load, summarise
    >>> from danvankheo.calc import compare
    >>> now = summarise(load("docs/examples/an-khe-2022.json"))
    >>> table = table_of_comparison(compare(now, now))
    >>> table.head
    ('Nội dung', 'Đơn vị', 'Kỳ này', 'Kỳ trước', 'Tăng, giảm', 'Tăng, giảm (%)', 'Ghi chú')
    >>> table.rows[0]
    ('Tiền', 'triệu đồng', 'khoảng 214,4', 'khoảng 214,4', 'khoảng 0', 'khoảng 0,00', '')
    """
    return _as_texts([("", line) for line in comparison.lines], comparison)


def table_of_comparisons(groups: Mapping[object, Comparison], *, first: str = "Nhóm") -> FigureTable:
    """Return the figures of several comparisons as one table of texts, a row a group and figure."""
    ordered = _ordered(groups)
    named = [
        (name, line)
        for name, key in zip(_group_names(ordered), ordered, strict=True)
        for line in groups[key].lines
    ]
    example = next(iter(groups.values()), Comparison(basis=Basis.BEFORE, lines=()))
    return _as_texts(named, example, first=first)


def _as_texts(named: Sequence[tuple[str, Compared]], comparison: Comparison, first: str = "") -> FigureTable:
    """Return figures of all kinds as texts, each row with its unit."""
    now, before = _names(comparison)
    planned = _is_planned(comparison)
    head = (first, _WHAT, "Đơn vị", now, before, _MOVED, "Đạt (%)" if planned else f"{_MOVED} (%)", _NOTE)
    rows = []
    for name, line in named:
        if line.key.part is SummaryPart.INDICATORS:
            of_now, of_before, moved, *done, note = _cells(_of_rates([line], comparison))
            cells = ["%", of_now, of_before, f"{moved} điểm %" if moved else "", "".join(done), note]
        else:
            cells = _cells(_of_sums([line], comparison))
        rows.append((name, sentence(_what(line)), *cells))
    return FigureTable.of_texts(head, rows, figures=(3, 4, 5, 6), empty=False)


def _cells(columns: Sequence[TableColumn]) -> list[str]:
    return [column.texts[0] for column in columns]


def _table(lines: Sequence[Compared], comparison: Comparison) -> FigureTable:
    rates = lines[0].key.part is SummaryPart.INDICATORS
    columns = _of_rates(lines, comparison) if rates else _of_sums(lines, comparison)
    return _filled([text_column(_WHAT, [sentence(_what(line)) for line in lines]), *columns])


def _by_group(
    lines: Sequence[Compared],
    together: Comparison,
    groups: Mapping[object, Comparison],
    first: str,
    *,
    charts: bool,
) -> Iterable[Block]:
    """Yield a table of each figure, a row a group, all of them last.

    The last row is no sum of the rows above it where one of these has only one of its two sides.
    """
    keys = _ordered(groups)
    names = _group_names(keys)
    for line in lines:
        found = [(name, _same(groups[key].lines, line)) for name, key in zip(names, keys, strict=True)]
        rows = [(name, of_group) for name, of_group in found if of_group is not None]
        shown = [*(of_group for _, of_group in rows), line]
        rates = line.key.part is SummaryPart.INDICATORS
        columns = _of_rates(shown, together) if rates else _of_one_sum(shown, together)
        named = text_column(first, [*(name for name, _ in rows), "Tổng cộng"])
        yield Title(sentence(_what(line)))
        yield attrs.evolve(_filled([named, *columns]), sums=((),))
        if charts and 1 < len(rows) <= _MOST_BARS:
            yield _chart(rows, line, together, first)


def _chart(
    rows: Sequence[tuple[str, Compared]], line: Compared, together: Comparison, first: str
) -> ChartBlock:
    """Return the chart of a figure in several groups; what is not comparable has no earlier bar."""
    drawn = [attrs.evolve(each, before=None) if each.difference is None else each for _, each in rows]
    rates = line.key.part is SummaryPart.INDICATORS
    now, before, *_ = _of_rates(drawn, together) if rates else _of_one_sum(drawn, together)
    names = [name for name, _ in rows]
    told = "; ".join(
        f"{name}: {now.head} {one}, {before.head} {other}"
        for name, one, other in zip(names, now.texts, before.texts, strict=True)
    )
    what = sentence(_what(line))
    unit = f", đơn vị {now.unit_text}" if now.unit_text else ""
    return ChartBlock(
        title=f"{what}, so với {together.basis.label}",
        alt=f"{what}{unit}. {told}.",
        form=ChartForm.PAIRED,
        data=FigureTable(columns=(text_column(first, names), now, before)),
    )


def _same(lines: Iterable[Compared], line: Compared) -> Compared | None:
    """Return the figure of a group that is added up in a line: alike in what it is of and in a period."""
    alike = [each for each in lines if each.key == line.key]
    dated = [
        each
        for each in alike
        if any(one and one == other for one, other in zip(each.periods, line.periods, strict=True))
    ]
    return next(iter(dated or (alike if line.periods == (None, None) else ())), None)


def _of_sums(lines: Sequence[Compared], comparison: Comparison) -> list[TableColumn]:
    """Return the columns of sums and counts, each row in its own unit."""
    now, before = _names(comparison)
    units = [_scale_of([line]) for line in lines]
    pairs = [*zip(lines, units, strict=True)]
    return [
        text_column("Đơn vị", [unit.label if unit else "" for unit in units]),
        _numbers(now, [_in(line.now, unit) for line, unit in pairs]),
        _numbers(before, [_in(line.before, unit) for line, unit in pairs]),
        _numbers(_MOVED, [_moved(_in(line.difference, unit)) for line, unit in pairs], signed=True),
        *_ratios(lines, comparison),
    ]


def _of_one_sum(lines: Sequence[Compared], comparison: Comparison) -> list[TableColumn]:
    """Return the columns of one sum or count in several groups, all in one unit."""
    now, before = _names(comparison)
    unit = _scale_of(lines)
    money = unit is not None and unit.dimension is Dimension.MONEY
    kind = ValueKind.MONEY if money else ValueKind.NUMBER

    def column(head: str, cells: Iterable[Value], *, signed: bool = False) -> TableColumn:
        return TableColumn(head=head, cells=tuple(cells), kind=kind, unit=unit, signed=signed)

    return [
        column(now, [line.now for line in lines]),
        column(before, [line.before for line in lines]),
        column(_MOVED, [_moved(line.difference) for line in lines], signed=True),
        *_ratios(lines, comparison),
    ]


def _ratios(lines: Sequence[Compared], comparison: Comparison) -> list[TableColumn]:
    """Return the columns of growth, or of attainment, and of notes."""
    if _is_planned(comparison):
        ratio = percent_column(_DONE, [_rough(line, line.attainment) for line in lines])
    else:
        ratio = TableColumn(
            head=_MOVED,
            cells=tuple(_rough(line, line.growth) for line in lines),
            kind=ValueKind.PERCENT,
            decimals=_DECIMALS,
            signed=True,
        )
    return [ratio, _notes(lines, comparison)]


def _moved(difference: Value) -> Value:
    """Return a difference, an empty cell where there is none: the note says why."""
    return "" if difference is None else difference


def _of_rates(lines: Sequence[Compared], comparison: Comparison) -> list[TableColumn]:
    """Return the columns of rates: percentages, and points between them."""
    now, before = _names(comparison)
    columns = [
        percent_column(now, [line.now for line in lines]),
        percent_column(before, [line.before for line in lines]),
        TableColumn(
            head=_MOVED,
            cells=tuple(_moved(line.difference) for line in lines),
            kind=ValueKind.PERCENT,
            unit=PERCENTAGE_POINT,
            decimals=_DECIMALS,
            signed=True,
        ),
    ]
    if _is_planned(comparison):
        columns.append(percent_column(_DONE, [_rough(line, line.attainment) for line in lines]))
    return [*columns, _notes(lines, comparison)]


def _filled(columns: Sequence[TableColumn]) -> FigureTable:
    """Return a table without notes and changes that no row has."""
    optional = (_NOTE, _MOVED, _DONE)
    return FigureTable(
        columns=tuple(each for each in columns if each.head not in optional or not each.is_empty)
    )


def _numbers(head: str, cells: Iterable[Value], *, signed: bool = False) -> TableColumn:
    return TableColumn(head=head, cells=tuple(cells), kind=ValueKind.NUMBER, signed=signed)


def _in(figure: Quantity | Fraction | None, unit: Unit | None) -> Value:
    if not isinstance(figure, Quantity):
        return figure
    number: Decimal = figure.to(unit).amount if unit else figure.amount
    exactly = figure.approximation is Approximation.EXACTLY
    return number if exactly else Rough(Fraction(number), figure.approximation)


def _scale_of(lines: Sequence[Compared]) -> Unit | None:
    """Return the unit of figures: of money the largest scale in which all stay short."""
    unit = lines[0].key.unit
    if unit is None or unit.dimension is not Dimension.MONEY:
        return unit
    found = [figure for line in lines for figure in (line.now, line.before)]
    return scaled(unit, [each for each in found if isinstance(each, Quantity)])


def _rough(line: Compared, ratio: Fraction | None) -> Value:
    if ratio is None:
        return ""
    return Rough(ratio) if line.is_approximate else ratio


def _is_planned(comparison: Comparison) -> bool:
    return comparison.basis in (Basis.PLAN, Basis.TARGET)


def _names(comparison: Comparison) -> tuple[str, str]:
    """Return what the two sides are called: their periods where they are known, else by what they are."""
    if comparison.periods is None:
        return "Thực hiện" if _is_planned(comparison) else "Kỳ này", sentence(comparison.basis.label)
    now, before = map(format_period, comparison.periods)
    if _is_planned(comparison):
        return f"Thực hiện {now}", f"{sentence(comparison.basis.label)} {before}"
    return sentence(now), sentence(before)


def _what(line: Compared) -> str:
    """Return what a figure is of: of awards with who gets them, of unlike periods with these."""
    key = line.key
    what = f"{key.what}, {key.unit.label}" if key.part is SummaryPart.AWARDS and key.unit else key.what
    periods = [format_period(period) for period in dict.fromkeys(line.periods) if period]
    several = len(periods) == 1 and None in line.periods
    return f"{what}, {periods[0]}" if several else what


def _notes(lines: Sequence[Compared], comparison: Comparison) -> TableColumn:
    return text_column(_NOTE, [_note(line, comparison) for line in lines])


def _note(line: Compared, comparison: Comparison) -> str:
    """Return why a figure is not compared, and what is in neither side."""
    notes = [why.label for why in line.why]
    names = _names(comparison)
    for name, count in zip(names, line.unknown, strict=True):
        if count and line.key.part is SummaryPart.CONTRIBUTIONS:
            notes.append(f"{name[:1].lower()}{name[1:]} còn {format_number(count)} khoản chưa rõ số lượng")
    return "; ".join(notes)


def _ordered(groups: Mapping[object, Comparison]) -> list[object]:
    return [key for key, _ in in_order((key, Summary()) for key in groups)]


def _group_names(keys: Sequence[object]) -> list[str]:
    places = places_named([key if isinstance(key, Place) else None for key in keys])
    return [place or group_name(key) for place, key in zip(places, keys, strict=True)]
