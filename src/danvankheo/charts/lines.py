"""Lines over time: an indicator with its target, and the same of many places, small, side by side."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final, TypeVar

import attrs
from matplotlib.axes import Axes

from danvankheo.charts.bars import _are_whole
from danvankheo.charts.canvas import LINE, MARGIN, SMALL, TEXT, Canvas, label, plain, width_of, wrapped
from danvankheo.charts.chart import Chart
from danvankheo.charts.inputs import (
    check_number,
    check_rows,
    figures_of,
    groups_of,
    names_of,
    notes_of,
    ordered,
    words_of,
)
from danvankheo.charts.measure import Figure, Measure, measure_of
from danvankheo.charts.palette import NOW, PAPER, SOFT_INK, TARGET
from danvankheo.checking import check_type
from danvankheo.domain.periods import Period, PeriodKind
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import Unit
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.phrases import sentence

Key = TypeVar("Key")

_TARGET_NAME: Final = "chỉ tiêu"
_PLOT: Final = 230.0
_SMALL_PLOT: Final = 74.0
_CELL: Final = 165.0


@attrs.frozen(kw_only=True)
class Line:
    """The figures of one thing by period, and its targets.

    Args:
        name: what it is.
        figures: by period, None for the unknown.
        targets: by period, None where there is none.
    """

    name: str
    figures: tuple[Figure | None, ...]
    targets: tuple[Figure | None, ...]


@attrs.frozen(kw_only=True)
class Lines:
    """One or many lines over the same periods, all on one scale.

    Args:
        lines: what is drawn, each in axes of its own.
        periods: the periods, the earliest first.
        measure: what the upright axis measures.
        note: what is said below.
    """

    lines: tuple[Line, ...]
    periods: tuple[Period, ...]
    measure: Measure
    note: str = ""

    def draw(self, canvas: Canvas) -> None:
        """Draw them below what stands on the canvas already."""
        if self.measure.label:
            canvas.paragraph(f"Đơn vị: {self.measure.label}")
        if any(target is not None for line in self.lines for target in line.targets):
            canvas.down += 3
            canvas.legend((("Thực hiện", NOW), ("Chỉ tiêu", TARGET)), lines=True)
        canvas.down += 6
        if len(self.lines) == 1 and not self.lines[0].name:
            self._alone(canvas)
        else:
            self._small(canvas)
        if self.note:
            canvas.paragraph(self.note)

    def _alone(self, canvas: Canvas) -> None:
        left = MARGIN + self._room_for_ticks()
        width = canvas.width - MARGIN - left
        self._plot(canvas, self.lines[0], left=left, width=width, height=_PLOT, full=True)
        canvas.down += 26

    def _small(self, canvas: Canvas) -> None:
        columns = max(2, int(canvas.inner // _CELL))
        columns = min(columns, len(self.lines))
        ticks = self._room_for_ticks()
        gap = 12.0
        width = (canvas.inner - ticks - gap * (columns - 1)) / columns
        names = [wrapped(line.name, TEXT, width, most=2) for line in self.lines]
        for first in range(0, len(self.lines), columns):
            row = range(first, min(first + columns, len(self.lines)))
            head = max(len(names[at]) for at in row) * TEXT * LINE
            top = canvas.down + head + 10
            for column, at in enumerate(row):
                left = MARGIN + ticks + column * (width + gap)
                for step, text in enumerate(names[at]):
                    canvas.say(text, left, canvas.down + TEXT + step * TEXT * LINE, bold=True)
                self._plot(
                    canvas, self.lines[at], left=left, width=width, height=_SMALL_PLOT, top=top, full=False,
                    labels=column == 0,
                )  # fmt: skip
            canvas.down = top + _SMALL_PLOT + 28

    def _plot(
        self,
        canvas: Canvas,
        line: Line,
        *,
        left: float,
        width: float,
        height: float,
        full: bool,
        top: float | None = None,
        labels: bool = True,
    ) -> None:
        xs = _positions(self.periods)
        low, high = self._limits(full=full)
        whole = _are_whole([each.figures for each in self.lines], self.measure)

        def draw(axes: Axes) -> None:
            plain(axes, figures_on="y", whole=whole)
            axes.set_ylim(low, high)
            side = (max(xs) - min(xs) or 1) * (0.06 if full else 0.12)
            axes.set_xlim(min(xs) - side, max(xs) + side)
            if not labels:
                axes.tick_params(labelleft=False)
            self._stroke(
                axes, xs, line.targets, TARGET, "--", points=sum(t is not None for t in line.targets) == 1
            )
            self._stroke(axes, xs, line.figures, NOW, "-", points=True)
            self._figures(axes, xs, line, full=full, width=width)
            self._periods(axes, xs, low, width=width)

        canvas.plot(draw, left=left, width=width, height=height, top=top)

    def _stroke(
        self,
        axes: Axes,
        xs: Sequence[float],
        figures: Sequence[Figure | None],
        colour: str,
        style: str,
        *,
        points: bool,
    ) -> None:
        """Draw a line that breaks where nothing is known."""
        ys = [None if figure is None else float(self.measure.number(figure)) for figure in figures]
        for are_known, run in groupby(zip(xs, ys, strict=True), key=lambda point: point[1] is not None):
            if are_known:
                across, up = zip(*run, strict=True)
                axes.plot(across, up, color=colour, linewidth=1.8, linestyle=style, marker="", zorder=2)
        known = [(x, y) for x, y in zip(xs, ys, strict=True) if y is not None]
        if points and known:
            axes.plot(
                [x for x, _ in known], [y for _, y in known], color=colour, linestyle="", marker="o",
                markersize=4.5, markerfacecolor=colour, markeredgecolor=PAPER, markeredgewidth=0.7, zorder=3,
                clip_on=False,
            )  # fmt: skip

    def _figures(self, axes: Axes, xs: Sequence[float], line: Line, *, full: bool, width: float) -> None:
        """Write figures at the points: all where there is room, else the first and the last."""
        known = [at for at, figure in enumerate(line.figures) if figure is not None]
        widest = max((width_of(self.measure.short(f), SMALL) for f in line.figures), default=0)
        room = full and widest * 1.15 * len(xs) <= width
        for at in known if room else sorted({*known[:1], *known[-1:]}):
            y = float(self.measure.number(line.figures[at]))  # type: ignore[arg-type]  # it is known
            side = "center"
            if not room and len(xs) > 1:
                side = "left" if at == known[0] and at != known[-1] else "right"
                side = "left" if at == 0 and len(known) == 1 else side
            above = not self._falls_into(line, at)
            label(
                axes, self.measure.short(line.figures[at]), (xs[at], y), by=(0, 6 if above else -6),
                side=side, up="baseline" if above else "top",  # type: ignore[arg-type]  # one of three words
            )  # fmt: skip
        bottom = axes.get_ylim()[0]
        for at, figure in enumerate(line.figures):
            if figure is None and full:
                label(
                    axes,
                    self.measure.short(None),
                    (xs[at], bottom),
                    by=(0, 5),
                    colour=SOFT_INK,
                    side="center",
                    up="baseline",
                )

    def _falls_into(self, line: Line, at: int) -> bool:
        """Return whether the line goes up from a point on both sides, so that there is room only below."""
        here = line.figures[at]
        beside = [line.figures[near] for near in (at - 1, at + 1) if 0 <= near < len(line.figures)]
        known = [self.measure.number(figure) for figure in beside if figure is not None]
        return (
            here is not None
            and len(known) == 2
            and all(number > self.measure.number(here) for number in known)
        )

    def _periods(self, axes: Axes, xs: Sequence[float], low: float, *, width: float) -> None:
        """Write the periods below: all where there is room, else the first and the last."""
        names = [_short(period, self.periods) for period in self.periods]
        room = max(width_of(name, SMALL) for name in names) * 1.2 * len(names) <= width
        shown = range(len(names)) if room else sorted({0, len(names) - 1})
        for at in shown:
            side = "center"
            if not room and len(names) > 1:
                side = "left" if at == 0 else "right"
            label(axes, names[at], (xs[at], low), by=(0, -7), colour=SOFT_INK, side=side, up="top")  # type: ignore[arg-type]

    def _limits(self, *, full: bool) -> tuple[float, float]:
        """Return where the upright axis begins and ends; one scale for all lines."""
        numbers = [
            float(self.measure.number(figure))
            for line in self.lines
            for figure in (*line.figures, *line.targets)
            if figure is not None
        ]
        low, high = (min(numbers), max(numbers)) if numbers else (0.0, 1.0)
        if low >= 0 and low < high * 0.6:
            low = 0.0
        room = (high - low or abs(high) or 1.0) * (0.16 if full else 0.34)
        return (low if low == 0 else low - room), high + room

    def _room_for_ticks(self) -> float:
        samples = [self.measure.short(figure) for line in self.lines for figure in line.figures]
        return max((width_of(text, SMALL) for text in samples), default=10) + 10


def _positions(periods: Sequence[Period]) -> list[float]:
    """Return where periods stand: by their first days, so that a year that is missing leaves room."""
    first = periods[0].start.toordinal()
    return [float(period.start.toordinal() - first) for period in periods]


def _short(period: Period, among: Sequence[Period]) -> str:
    """Return what a period is called below an axis: years by their number where all are years."""
    if all(each.kind is PeriodKind.YEAR for each in among):
        return str(period.start.year)
    return format_period(period)


def series(
    values: Mapping[Period, Figure | None],
    *,
    target: Figure | Mapping[Period, Figure | None] | None = None,
    title: str = "",
    unit: Unit | None = None,
) -> Chart:
    """Return the line of an indicator over time, with its target dashed.

    The line breaks where nothing is known; a period that is not there leaves its room. The upright axis need
    not begin at zero.

    Args:
        values: by period the figure: quantities of one kind, rates (`Fraction`) or counts; None for unknown.
        target: one for all periods, or by period.
        title: what it is of, and where.
        unit: what plain numbers are of; for quantities the unit of the axis.

    Raises:
        UnitMismatchError: the figures do not measure the same thing.

    >>> from fractions import Fraction
    >>> printed = {2021: 44, 2022: 31, 2023: 20}
    >>> rates = {Period.year(year): Fraction(rate, 1000) for year, rate in printed.items()}
    >>> print(series(rates, target=Fraction(25, 1000), title="Tỷ lệ hộ nghèo").alt)
    Tỷ lệ hộ nghèo. Biểu đồ đường theo thời gian. Năm 2021: 4,4%; năm 2022: 3,1%; năm 2023: 2%. \
Chỉ tiêu: 2,5%.
    """
    where = "series"
    check_type(title, str, f"{where}.title")
    given = _by_period(values, f"{where}.values")
    periods = sorted({*given, *(_periods_of(target, where))})
    check_rows(len(periods), f"{where}.values")
    line = _line("", given, periods, target, where)
    measure = measure_of((*line.figures, *line.targets), where, unit=unit)
    sentences = [
        "Biểu đồ đường theo thời gian",
        sentence(_told(periods, line.figures, measure)),
        _aim(periods, line, target, measure),
    ]
    note = notes_of(line.figures, measure)
    picture = Lines(lines=(line,), periods=tuple(periods), measure=measure, note=note)
    return Chart(title=title, alt=words_of(title, *sentences), picture=picture)


def small_multiples(
    values: Mapping[Key, Mapping[Period, Figure | None]],
    *,
    target: Figure | Mapping[Period, Figure | None] | None = None,
    title: str = "",
    unit: Unit | None = None,
) -> Chart:
    """Return a small line for each commune, all on one scale, in Vietnamese order.

    Args:
        values: by name the figures by period, as `series` takes them.
        target: one for all, or by period.
        title: what they are of.
        unit: what plain numbers are of; for quantities the unit of the axis.

    Raises:
        UnitMismatchError: the figures do not measure the same thing.

    >>> years = Period.year(2024), Period.year(2025)
    >>> models = {"Xã Ia Sơn": dict(zip(years, (3, 5))), "Xã Đak Pơ": dict(zip(years, (2, None)))}
    >>> chart = small_multiples(models, title="Số mô hình")
    >>> print(chart.alt)
    Số mô hình. Mỗi nơi một biểu đồ đường nhỏ, cùng thang đo. Xã Đak Pơ: năm 2024 2, \
năm 2025 chưa có số liệu; Xã Ia Sơn: năm 2024 3, năm 2025 5.
    """
    where = "small_multiples"
    check_type(title, str, f"{where}.title")
    groups = groups_of(values, f"{where}.values")
    keys = ordered(groups)
    check_rows(len(keys), f"{where}.values")
    by_key = [_by_period(groups[key], f"{where}.values") for key in keys]
    periods = sorted({period for each in by_key for period in each} | {*_periods_of(target, where)})
    lines = [
        _line(name, each, periods, target, where) for name, each in zip(names_of(keys), by_key, strict=True)
    ]
    flat = [figure for line in lines for figure in (*line.figures, *line.targets)]
    measure = measure_of(flat, where, unit=unit)
    told = "; ".join(
        f"{line.name}: {_told(periods, line.figures, measure, between=' ', after=', ')}" for line in lines
    )
    kind = "Mỗi nơi một biểu đồ đường nhỏ, cùng thang đo"
    aim = _aim(periods, lines[0], target, measure)
    note = notes_of([figure for line in lines for figure in line.figures], measure)
    picture = Lines(lines=tuple(lines), periods=tuple(periods), measure=measure, note=note)
    return Chart(title=title, alt=words_of(title, kind, told, aim), picture=picture)


def _by_period(values: object, where: str) -> dict[Period, Figure | None]:
    found: dict[Period, Figure | None] = {}
    for period, figure in figures_of(values, where).items():
        check_type(period, Period, where)
        assert isinstance(period, Period)
        found[period] = figure
    return found


def _periods_of(target: object, where: str) -> list[Period]:
    return [*_by_period(target, f"{where}.target")] if isinstance(target, Mapping) else []


def _line(
    name: str,
    figures: Mapping[Period, Figure | None],
    periods: Sequence[Period],
    target: Figure | Mapping[Period, Figure | None] | None,
    where: str,
) -> Line:
    if isinstance(target, Mapping):
        targets = tuple(target.get(period) for period in periods)
    else:
        if target is not None and not isinstance(target, Quantity):
            check_number(target, f"{where}.target")
        targets = (target,) * len(periods)
    return Line(name=name, figures=tuple(figures.get(period) for period in periods), targets=targets)


def _told(
    periods: Sequence[Period],
    figures: Sequence[Figure | None],
    measure: Measure,
    *,
    between: str = ": ",
    after: str = "; ",
) -> str:
    names = [format_period(period) for period in periods]
    return after.join(f"{name}{between}{measure.full(f)}" for name, f in zip(names, figures, strict=True))


def _aim(
    periods: Sequence[Period],
    line: Line,
    target: Figure | Mapping[Period, Figure | None] | None,
    measure: Measure,
) -> str:
    if target is None:
        return ""
    if not isinstance(target, Mapping):
        return f"Chỉ tiêu: {measure.full(target)}"
    known = [(period, aim) for period, aim in zip(periods, line.targets, strict=True) if aim is not None]
    return f"Chỉ tiêu: {_told([p for p, _ in known], [a for _, a in known], measure)}" if known else ""
