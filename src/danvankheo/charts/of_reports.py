"""Charts of reports: one figure of movements by place and period, and the charts that documents have."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

import attrs

from danvankheo.bilingual import Words
from danvankheo.calc.rollup import Grouping, roll_up
from danvankheo.calc.same_places import side_by_side
from danvankheo.calc.summary_figures import What, figures, figures_of, is_of
from danvankheo.calc.totals import summarise
from danvankheo.charts.bars import paired_bars, ranked_bars, stacked_bars
from danvankheo.charts.chart import Chart
from danvankheo.charts.inputs import names_of
from danvankheo.charts.lines import series, small_multiples
from danvankheo.charts.measure import Figure
from danvankheo.checking import check_type, checked_each, chosen
from danvankheo.domain.indicator import Better
from danvankheo.domain.labels import Labelled
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.domain.places import PlaceLevel
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.summary import Summary
from danvankheo.errors import invalid
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.phrases import sentence
from danvankheo.reading.periods import parse_period
from danvankheo.reasons import Reason
from danvankheo.reporting.blocks import ChartBlock, ChartForm
from danvankheo.reporting.figure_table import Rough, TableColumn, ValueKind
from danvankheo.reporting.of_many import row_names

_BY = Words("cấp để so sánh, như commune", "a level, such as commune")
By = PlaceLevel | Grouping | str


def chart_of_movements(
    movements: Iterable[Movement],
    *,
    form: ChartForm | str,
    of: What,
    by: By | None = None,
    before: Iterable[Movement] = (),
    target: Figure | Mapping[Period, Figure | None] | None = None,
    title: str = "",
    most: int | None = None,
) -> Chart:
    """Return the chart of one figure of reports.

    Args:
        movements: the reports.
        form: ``ranked``, ``stacked`` (by field), ``paired`` (with `before`), ``series`` or
            ``small_multiples`` (both by period).
        of: what is drawn, as `figures` takes it: "money", "poverty_rate", "models" …
        by: what the bars or the small pictures are, as in `roll_up`; each report by itself if not given.
        before: for ``paired``, the reports of the earlier period.
        target: for ``series`` and ``small_multiples``.
        title: its title; what is drawn and when, if not given.
        most: for ``ranked``, how many bars at most.

    Raises:
        InvalidValueError: no such form or figure; ``paired`` without `before`, or another form with it.

    >>> from danvankheo import load
    >>> places = [load(f"docs/examples/{name}-2022.json") for name in ("chu-pah", "cho-don")]
    >>> chart = chart_of_movements(places, form="ranked", of="Mô hình của tập thể")
    >>> print(chart.alt.partition(". ")[0])
    Mô hình của tập thể, năm 2022
    """
    what = chosen(form, ChartForm, "chart_of_movements.form")
    now = tuple(checked_each(movements, Movement, "chart_of_movements"))
    old = tuple(checked_each(before, Movement, "chart_of_movements.before"))
    if (what is ChartForm.PAIRED) is not bool(old):
        needed = {
            "type": Words(
                "kỳ trước (before) cho biểu đồ hai kỳ", "before= for paired bars, and only for these"
            )
        }
        raise invalid("chart_of_movements.before", Reason.TYPE, len(old), **needed)
    named = title or _title(now, of, with_period=what in (ChartForm.RANKED, ChartForm.STACKED))
    match what:
        case ChartForm.RANKED:
            return ranked_bars(_by(now, of, by), title=named, better=_better(now, of), most=most)
        case ChartForm.STACKED:
            return stacked_bars(_by_field(now, of, by), title=named)
        case ChartForm.PAIRED:
            return _paired(now, old, of, by, named)
        case ChartForm.SERIES:
            figures({"": summarise(now)}, of=of)  # some of them have it
            return series(_by_period(now, of), target=target, title=named)
        case ChartForm.SMALL_MULTIPLES:
            figures({"": summarise(now)}, of=of)
            of_each = {key: _by_period(these, of) for key, these in _grouped(now, by).items()}
            return small_multiples(of_each, target=target, title=named)


def _paired(
    now: tuple[Movement, ...], old: tuple[Movement, ...], of: What, by: By | None, title: str
) -> Chart:
    """Return two periods side by side, where both are of the same ground; else the earlier is not drawn."""
    levels = {each.place.level for each in (*now, *old) if each.place}
    if by is None and len(levels) != 1:
        raise invalid("chart_of_movements.by", Reason.TYPE, by, type=_BY)
    groups = side_by_side(now, old, by=by if by is not None else next(iter(levels)))
    both = figures({0: summarise(now), 1: summarise(old)}, of=of)
    assert both
    later, earlier = _where_it_is(groups.now, of), dict(_where_it_is(groups.before, of))
    apart = [key for key, alike in groups.alike.items() if not alike and earlier.get(key) is not None]
    note = f"Địa bàn hai kỳ không như nhau, không so sánh: {', '.join(names_of(apart))}." if apart else ""
    earlier |= dict.fromkeys(apart)
    return paired_bars(later, earlier, periods=(_period(now), _period(old)), title=title, note=note)


def _by(movements: tuple[Movement, ...], of: What, by: By | None) -> Mapping[Any, Figure | None]:
    if by is None:
        names = row_names(movements)
        return figures({name: summarise(each) for name, each in zip(names, movements, strict=True)}, of=of)
    return figures(roll_up(movements, by=by), of=of)  # type: ignore[arg-type]  # `roll_up` checks it


def _grouped(movements: tuple[Movement, ...], by: By | None) -> dict[Any, tuple[Movement, ...]]:
    """Return whole reports by their places; by a level, by the unit of it that they lie in."""
    level = next((each for each in PlaceLevel if by in (each, each.name.lower())), None)
    if by is not None and level is None:
        raise invalid(
            "chart_of_movements.by", Reason.ONE_OF, by, allowed=", ".join(e.name.lower() for e in PlaceLevel)
        )
    found: dict[Any, list[Movement]] = {}
    for movement in movements:
        place = movement.place.at(level) if movement.place and level is not None else movement.place
        found.setdefault(place, []).append(movement)
    return {key: tuple(these) for key, these in found.items()}


def _by_field(
    movements: tuple[Movement, ...], of: What, by: By | None
) -> dict[Any, Mapping[Any, Figure | None]]:
    figures({"": summarise(movements)}, of=of)  # some of them have it
    groups = _grouped(movements, by)
    return {key: _where_it_is(roll_up(these, by=Grouping.FIELD), of) for key, these in groups.items()}


def _by_period(movements: tuple[Movement, ...], of: What) -> Mapping[Period, Figure | None]:
    return _where_it_is(roll_up(movements, by=Grouping.PERIOD), of)


def _where_it_is(groups: Mapping[Any, Summary], of: What) -> Mapping[Any, Figure | None]:
    """Return a figure of every group, None for all where none of them has it."""
    if any(is_of(figure, of) for summary in groups.values() for figure in figures_of(summary)):
        return figures(groups, of=of)
    return dict.fromkeys(groups)


def _period(movements: tuple[Movement, ...]) -> Period | str:
    periods = sorted({movement.period for movement in movements})
    return periods[0] if len(periods) == 1 else ", ".join(map(format_period, periods))


def _title(movements: tuple[Movement, ...], of: What, *, with_period: bool) -> str:
    """Return what is drawn, in Vietnamese, and when."""
    code = of.value if isinstance(of, Labelled) else of
    if code == "models":
        what = "Số mô hình nêu tên"
    else:
        keys = [figure.key for figure in figures_of(summarise(movements))]
        firsts = [key.of[0] for key in keys if isinstance(key.of[0], Labelled) and key.of[0].value == code]
        what = next((first.label for first in firsts if isinstance(first, Labelled)), str(code))
    period = _period(movements)
    when = f", {period if isinstance(period, str) else format_period(period)}" if with_period else ""
    return f"{sentence(what)}{when}"


def _better(movements: tuple[Movement, ...], of: What) -> Better:
    """Return which way an indicator should go, as its reports have it."""
    code = of.value if isinstance(of, Labelled) else of
    told = {
        indicator.direction
        for movement in movements
        for indicator in movement.indicators
        if code in (indicator.label, indicator.kind and indicator.kind.value)
    }
    return next(iter(told)) or Better.HIGHER if len(told) == 1 else Better.HIGHER


def chart_of(block: ChartBlock) -> Chart:
    """Return the chart that a document has, drawn from its table.

    The first column of the table has the names. ``ranked`` draws the second; ``stacked`` all others, one
    after the other; ``paired`` the second beside the third, which is the earlier; ``series`` the second, with
    the third as its target if there is one; ``small_multiples`` a column a period, by its name. Sums, in the
    last rows, are not drawn.

    >>> from danvankheo.reporting import FigureTable
    >>> from danvankheo.reporting.figure_table import number_column, text_column
    >>> data = FigureTable(columns=(text_column("Nơi", ("Xã A", "Xã B")), number_column("Mô hình", (3, 5))))
    >>> chart = chart_of(ChartBlock(title="Mô hình", alt="Xã B: 5; Xã A: 3.", form="ranked", data=data))
    >>> chart.title, chart.alt
    ('Mô hình', 'Xã B: 5; Xã A: 3.')
    """
    check_type(block, ChartBlock, "chart_of")
    table = block.data
    rows = table.length - table.totals
    names = [str(cell) for cell in table.columns[0].cells[:rows]]
    if len(set(names)) < len(names):
        raise invalid(
            "chart_of", Reason.UNIQUE, ", ".join(sorted({name for name in names if names.count(name) > 1}))
        )
    columns = [
        (column.head, dict(zip(names, (_figure(column, cell) for cell in column.cells[:rows]), strict=True)))
        for column in table.columns[1:]
        if column.kind is not ValueKind.TEXT
    ]
    heads = {head for head, _ in columns}
    if len(columns) < _LEAST.get(block.form, 1) or len(heads) < len(columns):
        raise invalid("chart_of", Reason.IN_RANGE, len(columns), low=_LEAST.get(block.form, 1), high="…")
    made = _drawn(block, columns)
    return Chart(title=block.title, alt=block.alt or made.alt, picture=made.picture)


def svg_of(block: ChartBlock) -> str:
    """Return the chart of a document as SVG, without its title: ``picture=`` of `to_html`.

    >>> from danvankheo.reporting import Document, FigureTable, to_html
    >>> from danvankheo.reporting.figure_table import number_column, text_column
    >>> data = FigureTable(columns=(text_column("Nơi", ("Xã A", "Xã B")), number_column("Mô hình", (3, 5))))
    >>> block = ChartBlock(title="Mô hình", alt="Xã B: 5; Xã A: 3.", form="ranked", data=data)
    >>> "<svg" in to_html(Document(title="Báo cáo", blocks=[block]), picture=svg_of)
    True
    """
    return attrs.evolve(chart_of(block), title="").svg(width=_IN_A_PAGE)


def png_of(block: ChartBlock) -> bytes:
    r"""Return the chart of a document as PNG, without its title: ``picture=`` of `write_word`.

    >>> from danvankheo.reporting import FigureTable
    >>> from danvankheo.reporting.figure_table import number_column, text_column
    >>> data = FigureTable(columns=(text_column("Nơi", ("Xã A", "Xã B")), number_column("Mô hình", (3, 5))))
    >>> png_of(ChartBlock(title="Mô hình", alt="Xã B: 5.", form="ranked", data=data))[:4]
    b'\x89PNG'
    """
    return attrs.evolve(chart_of(block), title="").png(width=_IN_A_PAGE, scale=3)


_IN_A_PAGE = 620
_LEAST = {ChartForm.PAIRED: 2}


def _drawn(block: ChartBlock, columns: list[tuple[str, dict[str, Figure | None]]]) -> Chart:
    (first_head, first), *others = columns
    match block.form:
        case ChartForm.RANKED:
            return ranked_bars(first, title=block.title)
        case ChartForm.PAIRED:
            return paired_bars(first, others[0][1], periods=(first_head, others[0][0]), title=block.title)
        case ChartForm.STACKED:
            parts = {name: {head: cells[name] for head, cells in columns} for name in first}
            return stacked_bars(parts, title=block.title)
        case ChartForm.SERIES:
            periods = {name: _read_period(name) for name in first}
            targets = {periods[name]: figure for name, figure in others[0][1].items()} if others else None
            by_period = {periods[name]: figure for name, figure in first.items()}
            return series(by_period, target=targets, title=block.title)
        case ChartForm.SMALL_MULTIPLES:
            of = {head: _read_period(head) for head, _ in columns}
            places = {name: {of[head]: cells[name] for head, cells in columns} for name in first}
            return small_multiples(places, title=block.title)


def _read_period(text: str) -> Period:
    found = parse_period(text)
    check_type(found, Period, "chart_of")
    assert isinstance(found, Period)
    return found


def _figure(column: TableColumn, cell: object) -> Figure | None:
    """Return the figure of a cell; a text is none."""
    match cell:
        case Quantity():
            return cell.to(column.unit) if column.unit else cell
        case Rough():
            return cell.figure
        case str() | None:
            return None
        case _ if column.kind is ValueKind.PERCENT:
            return Fraction(cell)  # type: ignore[call-overload, no-any-return]  # a number
        case _:
            return cell  # type: ignore[return-value]  # likewise
