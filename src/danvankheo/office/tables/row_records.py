"""The records in the rows of one table: contributions, indicators and counts of models."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

import attrs

from danvankheo.domain.contribution import Contribution
from danvankheo.domain.indicator import ChangeKind, Indicator, IndicatorKind
from danvankheo.domain.model import ModelCount
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import PERCENT, PERCENTAGE_POINT, Dimension, Unit, counted
from danvankheo.errors import DanVanKheoError
from danvankheo.locale_vi import movements
from danvankheo.office.address import Address
from danvankheo.office.tables.award_rows import awards_of
from danvankheo.office.tables.columns import Column, ColumnKind
from danvankheo.office.tables.entries import Record, TableEntry, why_not
from danvankheo.office.tables.figures import NotUnderstood, TableFigure
from danvankheo.office.tables.meaning import (
    FigureRole,
    field_of,
    giver_of,
    is_of_awards,
    meaning_of,
    place_of,
)
from danvankheo.office.tables.model_rows import models_of
from danvankheo.office.tables.numbers import tidy
from danvankheo.office.tables.outline import Row, RowKind
from danvankheo.office.tables.reading import TableReading
from danvankheo.office.tables.row_places import period_in_head, period_in_row, place_in_row
from danvankheo.office.tables.words import has, letters_of
from danvankheo.reading.dates import parse_date


class RowRecords:
    """Makes the records of one table."""

    def __init__(self, reading: TableReading, place: Place | None, period: Period | None) -> None:
        self.reading: TableReading = reading
        self.place: Place | None = place
        self.period: Period | None = period
        self.totals: list[tuple[Quantity, Address]] = []
        self.left_out: list[NotUnderstood] = []
        self.figures: list[Column] = [each for each in reading.columns if each.kind.holds_figures]
        self.awards: bool = is_of_awards(reading)

    def entries(self) -> list[TableEntry]:
        """Return the records of the table, row by row."""
        found: list[TableEntry] = []
        above = {row.parent for row in self.reading.rows if row.kind is RowKind.ITEM and not row.some}
        for row in self.reading.rows:
            if row.kind is RowKind.TOTAL:
                self._keep_totals(row)
            elif row.kind not in {RowKind.ITEM, RowKind.SOME}:
                continue
            elif row.hidden:
                self._leave_row(row, "dòng đang ẩn", "a hidden row")
            elif row.some:
                self._leave_row(row, "là một phần của dòng trên", "a part of a row above")
            elif row.at in above and self._is_whole(row):
                self._leave_row(row, "là tổng của các dòng bên dưới", "the sum of the rows under it")
            else:
                place = self._place(row)
                made = awards_of(self.reading, row, self._leave) if self.awards else self._row(row)
                found += [attrs.evolve(entry, unit=place) for entry in made]
        found += models_of(self.reading, self._place, self._leave)
        for each in self.figures:
            if each.hidden:
                self._leave(
                    self.reading.region.body[0].address(each.column, each.head),
                    each.head,
                    "cột đang ẩn",
                    "a hidden column",
                )
        return found

    def _is_whole(self, row: Row) -> bool:
        """Return whether a row with rows under it adds them up, as far as money or counts show."""
        return any(self.reading.figure_at(row.at, each.column) is not None for each in self.figures)

    def _keep_totals(self, row: Row) -> None:
        for each in self._gift_columns(row):
            figure = self.reading.figure_at(row.at, each.column)
            quantity = None if figure is None else _quantity(figure)
            if figure is not None and quantity is not None:
                self.totals.append((quantity, figure.address))

    def _gift_columns(self, row: Row) -> list[Column]:
        """Return the columns of contributions whose figures no other column adds up."""
        gifts = []
        for each in self.figures:
            figure = self.reading.figure_at(row.at, each.column)
            if (
                figure is not None
                and not each.hidden
                and each.kind is not ColumnKind.BEFORE
                and meaning_of(self.reading, figure).role is FigureRole.CONTRIBUTION
            ):
                gifts.append((each, figure.unit))
        plain = [each for each, _ in gifts if each.kind not in (ColumnKind.TOTAL, ColumnKind.CUMULATIVE)]
        units = {unit for each, unit in gifts if each in plain}
        return [each for each, unit in gifts if each in plain or unit not in units]

    def _row(self, row: Row) -> Iterator[TableEntry]:
        used: set[int] = set()
        for each in self._gift_columns(row):
            figure = self.reading.figure_at(row.at, each.column)
            entry = None if figure is None else self._contribution(row, each, figure)
            used.add(each.column)
            if entry is not None:
                yield entry
        yield from self._indicators(row, used)

    def _contribution(self, row: Row, column: Column, figure: TableFigure) -> TableEntry | None:
        quantity = _quantity(figure)
        if quantity is None:
            self._leave(figure.address, figure.text, "chưa rõ đơn vị tính", "no unit is given")
            return None
        giver = giver_of(self.reading, row)
        purpose = self.reading.column_of(ColumnKind.PURPOSE)
        words = tidy(row.line.text(purpose.column)) if purpose is not None else ""
        place = self._place(row)
        try:
            record = Contribution(
                quantity=quantity,
                giver=Organization(name=giver) if giver else None,
                purpose=words,
                place=place,
                when=self._day(row)
                or period_in_row(self.reading, row)
                or period_in_head(column, self.period),
            )
        except DanVanKheoError as error:
            self._leave(figure.address, figure.text, *why_not(error))
            return None
        return TableEntry(
            record=record,
            addresses=(figure.address,),
            field=field_of(self.reading, row),
            place=place_of(self.reading, row),
        )

    def _indicators(self, row: Row, used: set[int]) -> Iterator[TableEntry]:
        """Yield the indicators of a row: part and whole, actual and plan, now and before, a count."""
        by_kind: dict[ColumnKind, list[Column]] = {}
        for each in self.figures:
            if (
                each.column not in used
                and not each.hidden
                and self.reading.figure_at(row.at, each.column) is not None
            ):
                by_kind.setdefault(each.kind, []).append(each)
        name = row.label or self.reading.title
        pairs = (
            (ColumnKind.PART, ColumnKind.TOTAL, ColumnKind.SHARE),
            (ColumnKind.CUMULATIVE, ColumnKind.PLAN, ColumnKind.ATTAINMENT),
            (ColumnKind.ACTUAL, ColumnKind.PLAN, ColumnKind.ATTAINMENT),
        )
        for part, whole, rate in pairs:
            if len(by_kind.get(part, ())) == 1 and len(by_kind.get(whole, ())) == 1:
                columns = [by_kind[part][0], by_kind[whole][0], *by_kind.get(rate, ())[:1]]
                entry = self._ratio(row, name, columns, planned=whole is ColumnKind.PLAN)
                if entry is not None:
                    used |= {each.column for each in columns}
                    yield entry
                    break
        yield from self._compared(row, name, by_kind, used)
        for each in self.figures:
            figure = self.reading.figure_at(row.at, each.column)
            if figure is None or each.column in used or each.hidden:
                continue
            meaning = meaning_of(self.reading, figure)
            if each.kind is ColumnKind.BEFORE and meaning.role is FigureRole.CONTRIBUTION:
                self._leave(figure.address, figure.text, "là số của kỳ trước", "of an earlier period")
                continue
            if self._is_in_cumulative(row, each, figure):
                self._leave(
                    figure.address, figure.text, "đã có trong số lũy kế", "is in the cumulative figure"
                )
                continue
            if meaning.role is FigureRole.INDICATOR and each.kind not in (
                ColumnKind.SHARE,
                ColumnKind.ATTAINMENT,
            ):
                yield from self._count(row, each, figure)
            else:
                self._leave(figure.address, figure.text, *_why(meaning.role))

    def _is_in_cumulative(self, row: Row, column: Column, figure: TableFigure) -> bool:
        """Return whether another column of the row adds a figure up with those of earlier times."""
        return column.kind is not ColumnKind.CUMULATIVE and any(
            each.kind is ColumnKind.CUMULATIVE
            and (other := self.reading.figure_at(row.at, each.column)) is not None
            and other.unit == figure.unit
            for each in self.figures
        )

    def _ratio(self, row: Row, name: str, columns: Sequence[Column], *, planned: bool) -> TableEntry | None:
        figures = [self.reading.figure_at(row.at, each.column) for each in columns]
        known = [figure for figure in figures if figure is not None]
        part, whole = known[0], known[1]
        value = Quantity(known[2].amount, PERCENT) if len(known) > 2 else None
        unit = part.unit if part.unit is not None and part.unit.dimension is not Dimension.RATIO else None
        kind = None if planned else _kind_of(name)
        try:
            record = Indicator(
                name=name[:500],
                part=part.amount,
                whole=whole.amount,
                value=value,
                unit=None if kind is not None else unit,
                kind=kind,
                whole_is_plan=planned,
                place=self._place(row),
            )
        except DanVanKheoError as error:
            self._leave(part.address, part.text, *why_not(error))
            return None
        return TableEntry(
            record=record,
            addresses=tuple(figure.address for figure in known),
            field=field_of(self.reading, row),
            place=place_of(self.reading, row),
        )

    def _compared(
        self, row: Row, name: str, by_kind: dict[ColumnKind, list[Column]], used: set[int]
    ) -> Iterator[TableEntry]:
        """Yield an indicator with its earlier figure, from two columns with periods and their change."""
        changes = [*by_kind.get(ColumnKind.CHANGE, ()), *by_kind.get(ColumnKind.GROWTH, ())]
        timed = [
            each
            for kind in (ColumnKind.AMOUNT, ColumnKind.BEFORE, ColumnKind.ACTUAL)
            for each in by_kind.get(kind, ())
            if each.column not in used and (each.period is not None or each.kind is ColumnKind.BEFORE)
        ]
        if not changes or len(timed) != 2:
            return
        timed.sort(
            key=lambda each: (
                each.kind is not ColumnKind.BEFORE,
                each.period.start if each.period else date.min,
            )
        )
        before, now = (self.reading.figure_at(row.at, each.column) for each in timed)
        if before is None or now is None:
            return
        value, earlier = _quantity(now), _quantity(before)
        moved = self.reading.figure_at(row.at, changes[0].column)
        if value is None or earlier is None or moved is None:
            return
        relative = changes[0].kind is ColumnKind.GROWTH
        unit: Unit = PERCENT if relative else PERCENTAGE_POINT if value.unit.fits(PERCENT) else value.unit
        kind = (
            ChangeKind.GROWTH
            if relative
            else ChangeKind.POINTS
            if value.unit.fits(PERCENT)
            else ChangeKind.DIFFERENCE
        )
        try:
            record = Indicator(
                name=name[:500],
                value=value,
                earlier=earlier,
                change=Quantity(moved.amount, unit),
                change_kind=kind,
                compared_to=timed[0].period,
                period=timed[1].period,
                place=self._place(row),
            )
        except DanVanKheoError as error:
            self._leave(now.address, now.text, *why_not(error))
            return
        used |= {each.column for each in (*timed, *changes)}
        yield TableEntry(
            record=record,
            addresses=(now.address, before.address, moved.address),
            place=place_of(self.reading, row),
        )

    def _count(self, row: Row, column: Column, figure: TableFigure) -> Iterator[TableEntry]:
        quantity = _quantity(figure)
        if quantity is None:
            self._leave(figure.address, figure.text, "chưa rõ đơn vị tính", "no unit is given")
            return
        places = place_of(self.reading, row), self._place(row)
        of_models = quantity.unit == counted("mô hình") and quantity.amount == int(quantity.amount)
        name = f"{row.label} – {column.head}" if column.path and not places[0] else column.name
        try:
            record: Record = (
                ModelCount(count=int(quantity.amount), field=field_of(self.reading, row))
                if of_models
                else Indicator(
                    name=(name or row.label)[:500], value=quantity, period=column.period, place=places[1]
                )
            )
        except DanVanKheoError as error:
            self._leave(figure.address, figure.text, *why_not(error))
            return
        yield TableEntry(
            record=record, addresses=(figure.address,), field=field_of(self.reading, row), place=places[0]
        )

    def _place(self, row: Row) -> Place | None:
        """Return the place that a row names with its kind: "Ấp Đông", under that of the paper."""
        return place_in_row(self.reading, row, self.place)

    def _day(self, row: Row) -> date | None:
        column = self.reading.column_of(ColumnKind.DAY)
        if column is None:
            return None
        cell = row.line.at(column.column)
        if cell is None:
            return None
        if isinstance(cell.value, date):
            return date(cell.value.year, cell.value.month, cell.value.day)
        text = tidy(cell.text)
        if (
            self.period is not None
            and text.count("/") == 1
            and self.period.start.year == self.period.end.year
        ):
            text = f"{text}/{self.period.start.year}"
        try:
            found = parse_date(text)
        except DanVanKheoError:
            return None
        return found if isinstance(found, date) else None

    def _leave_row(self, row: Row, vietnamese: str, english: str) -> None:
        found = (self.reading.figure_at(row.at, each.column) for each in self.figures)
        figure = next((each for each in found if each is not None), None)
        if figure is not None:
            self._leave(figure.address, row.label, vietnamese, english)

    def _leave(self, address: Address, text: str, vietnamese: str, english: str) -> None:
        self.left_out.append(
            NotUnderstood(address=address, text=text, vietnamese=vietnamese, english=english)
        )


def _why(role: FigureRole) -> tuple[str, str]:
    """Return why a figure of a role makes no record, in Vietnamese and English."""
    return _NO_RECORDS.get(role, ("không phải là đóng góp, chỉ tiêu hay khen thưởng", "of no known role"))


_NO_RECORDS: Final = {
    FigureRole.PLAN: ("là kế hoạch, không phải kết quả", "a plan, no result"),
    FigureRole.CHANGE: ("là mức tăng, giảm", "a change"),
    FigureRole.REST: ("là phần còn lại", "what is left"),
    FigureRole.INDICATOR: ("là tỷ lệ không kèm tử số, mẫu số", "a rate without part and whole"),
    FigureRole.CONTRIBUTION: ("là tổng của các cột khác", "the sum of other columns"),
}


def _quantity(figure: TableFigure) -> Quantity | None:
    if figure.unit is None:
        return None
    try:
        return Quantity(figure.amount, figure.unit, figure.approximation)
    except DanVanKheoError:
        return None


def _kind_of(name: str) -> IndicatorKind | None:
    low = letters_of(name)
    for words, code in movements.INDICATORS.items():
        if has(low, (words,)):
            return IndicatorKind(code)
    return None
