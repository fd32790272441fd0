"""Bars: ranked, stacked, and two periods side by side."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final, TypeVar

import attrs
from matplotlib.axes import Axes

from danvankheo.calc.ranking import Ranked, rank
from danvankheo.charts.canvas import LINE, MARGIN, SMALL, TEXT, Canvas, label, plain, width_of, wrapped
from danvankheo.charts.chart import Chart
from danvankheo.charts.inputs import (
    called,
    check_rows,
    figures_of,
    groups_of,
    in_a_line,
    names_of,
    notes_of,
    ordered,
    told,
    words_of,
)
from danvankheo.charts.measure import Figure, Measure, measure_of
from danvankheo.charts.palette import BEFORE, INK, NOW, PAPER, SOFT_INK, STACK
from danvankheo.checking import check_type, chosen
from danvankheo.domain.indicator import Better
from danvankheo.domain.numbers import whole_from
from danvankheo.domain.periods import Period
from danvankheo.domain.units import Dimension, Unit
from danvankheo.errors import invalid
from danvankheo.formatting.numbers import format_number
from danvankheo.reasons import Reason

Key = TypeVar("Key")
Part = TypeVar("Part")

_AXIS: Final = 22
_GAP: Final = 8
_MOST_NAME_SHARE: Final = 0.34
_BAR: Final = 15.0


@attrs.frozen(kw_only=True)
class Bars:
    """Horizontal bars: one row a name, one or more segments or bars in it.

    Args:
        names: of the rows, the first on top.
        rows: the figures of each row.
        measure: what the axis measures.
        parts: what the figures of a row are, with the colour of each.
        stacked: whether they stand one after the other; else one below the other.
        totals: what is written after a stack.
        note: what is said below.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[Figure | None, ...], ...]
    measure: Measure
    parts: tuple[tuple[str, str], ...]
    stacked: bool = False
    totals: tuple[str, ...] = ()
    note: str = ""

    def draw(self, canvas: Canvas) -> None:
        """Draw them below what stands on the canvas already."""
        if self.measure.label:
            canvas.paragraph(f"Đơn vị: {self.measure.label}")
        if len(self.parts) > 1:
            canvas.down += 3
            canvas.legend(self.parts)
        canvas.down += 4
        bars = 1 if self.stacked else len(self.parts)
        if canvas.is_narrow:
            self._below_names(canvas, bars)
        else:
            self._beside_names(canvas, bars)
        canvas.down += _AXIS
        if self.note:
            canvas.paragraph(self.note)

    def _beside_names(self, canvas: Canvas, bars: int) -> None:
        """Draw names to the left of their bars."""
        room = canvas.inner * _MOST_NAME_SHARE
        lines = [wrapped(name, TEXT, room, most=2) for name in self.names]
        left = max(width_of(line) for each in lines for line in each) + _GAP
        high = max(_BAR * bars + 9, max(map(len, lines)) * TEXT * LINE + 3)
        for at, each in enumerate(lines):
            middle = canvas.down + high * (at + 0.5)
            first = middle - (len(each) - 1) * TEXT * LINE / 2 + TEXT * 0.36
            for step, line in enumerate(each):
                canvas.say(line, MARGIN + left - _GAP, first + step * TEXT * LINE, side="right")
        self._plot(canvas, left=MARGIN + left, high=high, above=0, bars=bars)

    def _below_names(self, canvas: Canvas, bars: int) -> None:
        """Draw names above their bars: on a telephone nothing else leaves room for both."""
        lines = [wrapped(name, TEXT, canvas.inner, most=2) for name in self.names]
        above = max(map(len, lines)) * TEXT * LINE
        high = above + _BAR * bars + 8
        for at, each in enumerate(lines):
            first = canvas.down + high * at + above - (len(each) - 1) * TEXT * LINE - TEXT * 0.35
            for step, line in enumerate(each):
                canvas.say(line, MARGIN, first + step * TEXT * LINE)
        self._plot(canvas, left=MARGIN, high=high, above=above, bars=bars)

    def _plot(self, canvas: Canvas, *, left: float, high: float, above: float, bars: int) -> None:
        width = canvas.width - MARGIN - left
        height = high * len(self.names)

        def draw(axes: Axes) -> None:
            plain(axes, figures_on="x", whole=_are_whole(self.rows, self.measure))
            axes.set_ylim(height, 0)
            axes.set_xlim(*self._limits(width))
            axes.axvline(0, color=SOFT_INK, linewidth=0.8)
            thick = min(_BAR, (high - above - 4) / bars)
            for at in range(len(self.names)):
                room = high - above
                top = high * at + above + (room - thick * bars) / 2
                if self.stacked:
                    self._stack(axes, at, top + thick / 2, thick)
                else:
                    for step in range(bars):
                        self._bar(axes, (at, step), top + thick * (step + 0.5), thick)

        canvas.plot(draw, left=left, width=width, height=height)

    def _bar(self, axes: Axes, place: tuple[int, int], middle: float, thick: float) -> None:
        at, part = place
        figure = self.rows[at][part]
        length = 0.0 if figure is None else float(self.measure.number(figure))
        if figure is not None:
            axes.barh(
                middle, length, height=thick - 2, color=self.parts[part][1], edgecolor=PAPER, linewidth=0
            )
        before = length < 0
        label(
            axes, self.measure.short(figure), (length, middle), by=(-4 if before else 4, 0),
            side="right" if before else "left", colour=INK if part == len(self.parts) - 1 else SOFT_INK,
        )  # fmt: skip

    def _stack(self, axes: Axes, at: int, middle: float, thick: float) -> None:
        so_far = Fraction(0)
        for figure, (_, colour) in zip(self.rows[at], self.parts, strict=True):
            if figure is None:
                continue
            number = self.measure.number(figure)
            axes.barh(
                middle, float(number), left=float(so_far), height=thick - 2, color=colour, edgecolor=PAPER,
                linewidth=0.7,
            )  # fmt: skip
            so_far += number
        label(axes, self.totals[at], (float(so_far), middle), by=(4, 0))

    def _limits(self, width: float) -> tuple[float, float]:
        """Return where the axis begins and ends, with room for what is written after the bars."""
        ends: list[tuple[Fraction, str]] = []
        for at, row in enumerate(self.rows):
            numbers = [self.measure.number(figure) if figure is not None else Fraction(0) for figure in row]
            if self.stacked:
                ends.append((sum(numbers, Fraction(0)), self.totals[at]))
            else:
                ends += [(number, self.measure.short(f)) for number, f in zip(numbers, row, strict=True)]
        highest = float(max((number for number, _ in ends), default=Fraction(0)))
        lowest = float(min((number for number, _ in ends), default=Fraction(0)))
        highest, lowest = max(highest, 0.0), min(lowest, 0.0)
        if highest == lowest:
            highest = 1.0
        after = max((width_of(text, SMALL) for number, text in ends if number >= 0), default=0) + 8
        before = max((width_of(text, SMALL) for number, text in ends if number < 0), default=-8) + 8
        free = max(width - after - before, width * 0.2)
        a_pixel = (highest - lowest) / free
        return lowest - before * a_pixel, highest + after * a_pixel


def _are_whole(rows: Iterable[Iterable[Figure | None]], measure: Measure) -> bool:
    """Return whether an axis counts things, of which there is no half."""
    counts = not measure.of_rates and (measure.unit is None or measure.unit.dimension is Dimension.COUNT)
    return counts and all(
        measure.number(figure).denominator == 1 for row in rows for figure in row if figure is not None
    )


def ranked_bars(
    values: Mapping[Key, Figure | None] | Iterable[Ranked[Key]],
    *,
    title: str = "",
    better: Better = Better.HIGHER,
    unit: Unit | None = None,
    most: int | None = None,
) -> Chart:
    """Return bars by place, or by whatever else, from best to worst; the unknown stand last as "…".

    Args:
        values: by name the figure of each: quantities of one kind, or rates (`Fraction`, of which 1 is
            100%), or counts; None for unknown. `danvankheo.calc.figures` takes them from a roll-up. Or what
            `rank` returns.
        title: what they are of, with the period: "Tiền vận động, quý II/2026".
        better: whether a higher or a lower figure stands first; a ranking is drawn as it is.
        unit: what plain numbers are of, also those of a ranking; for quantities the unit of the axis.
        most: how many are drawn at most; how many are left out is said below.

    Raises:
        UnitMismatchError: the figures do not measure the same thing.
        InvalidValueError: nothing to draw, or more than 200 bars.

    >>> from danvankheo.calc import figures, roll_up
    >>> from danvankheo import load
    >>> places = [load(f"docs/examples/{name}-2022.json") for name in ("an-khe", "chu-pah", "cho-don")]
    >>> collective = figures(roll_up(places, by="district"), of="Mô hình của tập thể")
    >>> print(ranked_bars(collective, title="Mô hình của tập thể, năm 2022").alt.partition(". ")[2])
    Biểu đồ thanh, xếp từ cao xuống thấp. Huyện Chư Păh, tỉnh Gia Lai: 70,80% (97/137); Huyện Chợ Đồn, \
tỉnh Bắc Kạn: 56,10% (23/41); Thị xã An Khê, tỉnh Gia Lai: chưa có số liệu.
    """
    where = "ranked_bars"
    check_type(title, str, f"{where}.title")
    way = chosen(better, Better, f"{where}.better")
    if isinstance(values, Mapping):
        given = figures_of(values, f"{where}.values")
        measure = measure_of(given.values(), f"{where}.values", unit=unit)
        keys = [line.item for line in rank(ordered(given), key=lambda key: given[key], better=way)]
        kind = (
            "Biểu đồ thanh, xếp từ cao xuống thấp"
            if way is Better.HIGHER
            else "Biểu đồ thanh, xếp từ thấp lên cao"
        )
        found = [given[key] for key in keys]
    else:
        lines = [*values]
        for line in lines:
            check_type(line, Ranked, f"{where}.values")
        figures_of({at: line.value for at, line in enumerate(lines)}, f"{where}.values")
        keys, found = [line.item for line in lines], [line.value for line in lines]
        measure = measure_of(found, f"{where}.values", unit=unit)
        kind = "Biểu đồ thanh, theo thứ hạng"
    names = names_of(keys)
    left_out = 0
    if most is not None:
        kept = whole_from(most, f"{where}.most")
        if kept < 1:
            raise invalid(f"{where}.most", Reason.POSITIVE, most)
        left_out = max(len(names) - kept, 0)
        names, found = names[:kept], found[:kept]
    check_rows(len(names), f"{where}.values")
    rest = f"Không vẽ {format_number(left_out)} dòng còn lại." if left_out else ""
    bars = Bars(
        names=tuple(names),
        rows=tuple((figure,) for figure in found),
        measure=measure,
        parts=(("", NOW),),
        note=" ".join(filter(None, (notes_of(found, measure), rest))),
    )
    return Chart(title=title, alt=words_of(title, kind, told(names, found, measure), rest), picture=bars)


def stacked_bars(
    values: Mapping[Key, Mapping[Part, Figure | None]], *, title: str = "", unit: Unit | None = None
) -> Chart:
    """Return bars whose parts stand one after the other: places by field, with the sum of each.

    Places stand in Vietnamese order, the four fields as they are always listed. A sum in which a part is
    not known says so.

    Args:
        values: by name the figures of its parts, none negative; None for unknown.
        title: what they are of, with the period.
        unit: what plain numbers are of; for quantities the unit of the axis.

    Raises:
        UnitMismatchError: the figures do not measure the same thing.
        InvalidValueError: a negative figure, more than eight kinds of parts, or nothing to draw.

    >>> from danvankheo import ModelField
    >>> models = {"Xã Ia Sơn": {ModelField.ECONOMY: 4, ModelField.POLITICAL_SYSTEM: 1},
    ...           "Xã Đak Pơ": {ModelField.ECONOMY: 2, ModelField.POLITICAL_SYSTEM: None}}
    >>> print(stacked_bars(models, title="Mô hình").alt)
    Mô hình. Biểu đồ thanh chồng theo phần. Xã Đak Pơ: cộng 2, chưa đủ số liệu (Kinh tế 2; Xây dựng hệ thống \
chính trị chưa có số liệu); Xã Ia Sơn: cộng 5 (Kinh tế 4; Xây dựng hệ thống chính trị 1).
    """
    where = "stacked_bars"
    check_type(title, str, f"{where}.title")
    given = groups_of(values, f"{where}.values")
    parts = ordered(dict.fromkeys(part for row in given.values() for part in row))
    check_rows(len(given), f"{where}.values")
    if len(parts) > len(STACK):
        raise invalid(f"{where}.values", Reason.IN_RANGE, len(parts), low=1, high=len(STACK))
    keys = ordered(given)
    rows = [tuple(given[key].get(part) for part in parts) for key in keys]
    flat = [figure for row in rows for figure in row]
    measure = measure_of(flat, f"{where}.values", unit=unit)
    for figure in flat:
        if figure is not None and measure.number(figure) < 0:
            raise invalid(f"{where}.values", Reason.NOT_NEGATIVE, figure)
    names, of_parts = names_of(keys), names_of(parts)
    totals = [_total(row, measure) for row in rows]
    partly = [any(key not in row or row[key] is None for key in row) for row in map(given.__getitem__, keys)]
    lines = [
        f"{name}: cộng {measure.full(total) if total is not None else 'chưa có số liệu'}"
        f"{', chưa đủ số liệu' if some and total is not None else ''} "
        f"({'; '.join(f'{part} {measure.full(f)}' for part, f in zip(of_parts, row, strict=True))})"
        for name, row, total, some in zip(names, rows, totals, partly, strict=True)
    ]
    shown = [
        measure.short(total) + ("*" if some and total is not None else "")
        for total, some in zip(totals, partly, strict=True)
    ]
    note = notes_of([*totals], measure)
    if any(mark.endswith("*") for mark in shown):
        note = f"{note} *: chưa đủ số liệu các phần.".strip()
    bars = Bars(
        names=tuple(names),
        rows=tuple(rows),
        measure=measure,
        parts=tuple(zip(of_parts, STACK[: len(parts)], strict=True)),
        stacked=True,
        totals=tuple(shown),
        note=note,
    )
    return Chart(
        title=title, alt=words_of(title, "Biểu đồ thanh chồng theo phần", "; ".join(lines)), picture=bars
    )


def _total(row: Sequence[Figure | None], measure: Measure) -> Figure | None:
    """Return the sum of the figures of a row that are known; None if none is."""
    known = [figure for figure in row if figure is not None]
    if not known:
        return None
    total = known[0]
    for figure in known[1:]:
        total = total + figure  # type: ignore[operator]  # of one kind: `measure_of` saw to it
    return total


def paired_bars(
    now: Mapping[Key, Figure | None],
    before: Mapping[Key, Figure | None],
    *,
    periods: tuple[Period | str, Period | str],
    title: str = "",
    unit: Unit | None = None,
    note: str = "",
) -> Chart:
    """Return two bars a name, the earlier period above the later: this year beside last.

    Args:
        now: by name the figure of each; None for unknown.
        before: the same, earlier; what only one of the two has is unknown in the other.
        periods: the later and the earlier period, or what to call them.
        title: what they are of.
        unit: what plain numbers are of; for quantities the unit of the axis.
        note: what is to be said besides, below the picture and in its words.

    Raises:
        UnitMismatchError: the figures do not measure the same thing.

    >>> chart = paired_bars({"Xã Ia Sơn": 12}, {"Xã Ia Sơn": 9, "Xã Đak Pơ": 4},
    ...                     periods=(Period.quarter(2026, 2), Period.quarter(2025, 2)), title="Số mô hình")
    >>> print(chart.alt)
    Số mô hình. Biểu đồ thanh, mỗi nơi hai kỳ. Xã Đak Pơ: quý II/2025 4, quý II/2026 chưa có số liệu; \
Xã Ia Sơn: quý II/2025 9, quý II/2026 12.
    """
    where = "paired_bars"
    for name, text in (("title", title), ("note", note)):
        check_type(text, str, f"{where}.{name}")
    later, earlier = figures_of(now, f"{where}.now"), figures_of(before, f"{where}.before")
    keys = ordered(dict.fromkeys([*later, *earlier]))
    check_rows(len(keys), f"{where}.now")
    of_now, of_before = (called(period, f"{where}.periods") for period in periods)
    later_words, earlier_words = map(in_a_line, periods)
    rows = [(earlier.get(key), later.get(key)) for key in keys]
    flat = [figure for row in rows for figure in row]
    measure = measure_of(flat, where, unit=unit)
    names = names_of(keys)
    lines = [
        f"{name}: {earlier_words} {measure.full(old)}, {later_words} {measure.full(new)}"
        for name, (old, new) in zip(names, rows, strict=True)
    ]
    bars = Bars(
        names=tuple(names),
        rows=tuple(rows),
        measure=measure,
        parts=((of_before, BEFORE), (of_now, NOW)),
        note=" ".join(filter(None, (notes_of(flat, measure), note))),
    )
    alt = words_of(title, "Biểu đồ thanh, mỗi nơi hai kỳ", "; ".join(lines), note)
    return Chart(title=title, alt=alt, picture=bars)
