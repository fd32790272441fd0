"""The records that tables hold: contributions, indicators, awards, models, and counts of models.

A total is never added to its parts, a plan is no achievement, and hidden rows and columns are left out; what is
left out is listed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, TypeAlias

import attrs

from danvankheo.domain.award import Award, AwardForm, EmulationTitle
from danvankheo.domain.contribution import Contribution
from danvankheo.domain.indicator import ChangeKind, Indicator, IndicatorKind
from danvankheo.domain.model import Model, ModelCount, ModelField, ModelSubject
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place, PlaceKind, PlaceLevel
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import PERCENT, PERCENTAGE_POINT, Dimension, Unit, counted
from danvankheo.errors import DanVanKheoError
from danvankheo.locale_vi import movements, table_heads
from danvankheo.office.address import Address
from danvankheo.office.tables.columns import Column, ColumnKind
from danvankheo.office.tables.meaning import (
    FigureRole,
    field_of,
    giver_of,
    is_of_awards,
    meaning_of,
    place_of,
)
from danvankheo.office.tables.numbers import tidy
from danvankheo.office.tables.reading import NotUnderstood, TableFigure, TableReading
from danvankheo.office.tables.rows import Row, RowKind
from danvankheo.office.tables.same import repeated_tables, summarised
from danvankheo.office.tables.words import has, is_one_of, letters_of
from danvankheo.reading.dates import parse_date

Record: TypeAlias = Contribution | Indicator | Award | Model | ModelCount
"""What a row of a table can be."""


@attrs.frozen(kw_only=True)
class Entry:
    """A record of a table with what it was made of.

    Args:
        record: the record.
        addresses: where its figures stand.
        field: the field that the row names, which no contribution holds by itself.
        place: the place that the row names, as written.
    """

    record: Record
    addresses: tuple[Address, ...]
    field: ModelField | None = None
    place: str = ""


@attrs.frozen(kw_only=True)
class TableRecords:
    """The records of tables, and what of them is none.

    Args:
        entries: the records, each with its places.
        stated_totals: the totals that the tables print for contributions, with their places; never added to them.
        left_out: what was not made a record, and why.
        cautions: what may be counted twice: two tables whose totals are the same.
    """

    entries: tuple[Entry, ...] = ()
    stated_totals: tuple[tuple[Quantity, Address], ...] = ()
    left_out: tuple[NotUnderstood, ...] = ()
    cautions: tuple[NotUnderstood, ...] = ()

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """The contributions."""
        return tuple(each.record for each in self.entries if isinstance(each.record, Contribution))

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators."""
        return tuple(each.record for each in self.entries if isinstance(each.record, Indicator))

    @property
    def awards(self) -> tuple[Award, ...]:
        """The awards."""
        return tuple(each.record for each in self.entries if isinstance(each.record, Award))

    @property
    def models(self) -> tuple[Model, ...]:
        """The models that are named."""
        return tuple(each.record for each in self.entries if isinstance(each.record, Model))

    @property
    def model_counts(self) -> tuple[ModelCount, ...]:
        """How many models are counted."""
        return tuple(each.record for each in self.entries if isinstance(each.record, ModelCount))


def records_of(
    readings: Iterable[TableReading], *, place: Place | None = None, period: Period | None = None
) -> TableRecords:
    """Return the records that tables hold.

    Args:
        readings: the tables.
        place: the place of the paper; rows that name a village or a commune of it become places under it.
        period: the time of the paper, for days that are written without a year.

    >>> from danvankheo.office.address import Address
    >>> from danvankheo.office.grid import Cell, Grid
    >>> from danvankheo.office.tables.reading import read_table
    >>> texts = [["Người góp", "Số tiền (triệu đồng)"], ["Đoàn xã", "8,75"], ["Hội Phụ nữ", "5"], ["Cộng", "13,75"]]
    >>> cells = [
    ...     Cell(row=row, column=column, text=text)
    ...     for row, line in enumerate(texts, 1)
    ...     for column, text in enumerate(line, 1)
    ... ]
    >>> grid = Grid(address=Address(table=1), rows=4, columns=2, cells=tuple(cells))
    >>> records = records_of(read_table(grid))
    >>> [(gift.quantity, gift.giver.name) for gift in records.contributions]
    [(Quantity(Decimal('8.75'), MILLION_DONG), 'Đoàn xã'), (Quantity(Decimal('5'), MILLION_DONG), 'Hội Phụ nữ')]
    >>> str(records.stated_totals[0][1])
    'bảng 1, dòng 4, cột “Số tiền (triệu đồng)”'
    """
    entries: list[Entry] = []
    totals: list[tuple[Quantity, Address]] = []
    left_out: list[NotUnderstood] = []
    every = list(readings)
    twice = {id(copy): first for first, copy in repeated_tables(every)}
    singles = [reading for reading in every if id(reading) not in twice]
    sums = Counter(id(reading) for reading, _, _ in summarised(singles))
    for reading in every:
        if id(reading) in twice:
            where = twice[id(reading)].address
            left_out.append(_whole(reading, f"giống hệt {where.vietnamese}", f"the same as {where.english}"))
            continue
        items = sum(row.kind is RowKind.ITEM and not row.hidden for row in reading.rows)
        if sums[id(reading)] * 2 > items:
            left_out.append(_whole(reading, "tổng hợp các bảng khác", "sums up other tables"))
            continue
        maker = _Maker(reading, place, period)
        entries += maker.entries()
        totals += maker.totals
        left_out += maker.left_out
    return TableRecords(
        entries=tuple(entries),
        stated_totals=tuple(totals),
        left_out=tuple(left_out),
        cautions=tuple(_cautions(totals)),
    )


def _whole(reading: TableReading, vietnamese: str, english: str) -> NotUnderstood:
    """Return that a whole table was left out."""
    return NotUnderstood(
        address=reading.address, text=reading.title, vietnamese=f"cả bảng {vietnamese}", english=f"the table {english}"
    )


def _cautions(totals: Sequence[tuple[Quantity, Address]]) -> Iterator[NotUnderstood]:
    """Yield totals of two tables that are the same: perhaps one whole, divided in two ways."""
    for at, (total, address) in enumerate(totals):
        for other, there in totals[:at]:
            apart = (address.position, address.sheet, address.row) != (there.position, there.sheet, there.row)
            if apart and total.unit.fits(other.unit) and total.value == other.value and total.amount:
                yield NotUnderstood(
                    address=address,
                    text=str(total.amount),
                    vietnamese=f"tổng bằng đúng {there.vietnamese}: có thể là một khoản được chia theo hai cách, đừng cộng cả hai",
                    english=f"equals {there.english}: perhaps one whole divided in two ways; do not add both",
                )


class _Maker:
    """Makes the records of one table."""

    def __init__(self, reading: TableReading, place: Place | None, period: Period | None) -> None:
        self.reading, self.place, self.period = reading, place, period
        self.totals: list[tuple[Quantity, Address]] = []
        self.left_out: list[NotUnderstood] = []
        self.figures = [each for each in reading.columns if each.kind.holds_figures]
        self.awards = is_of_awards(reading)

    def entries(self) -> list[Entry]:
        """Return the records of the table, row by row."""
        found: list[Entry] = []
        above = {row.parent for row in self.reading.rows if row.kind is RowKind.ITEM and not row.some}
        for row in self.reading.rows:
            if row.kind is RowKind.TOTAL:
                self._keep_totals(row)
            elif row.kind is not RowKind.ITEM and row.kind is not RowKind.SOME:
                continue
            elif row.hidden:
                self._leave_row(row, "dòng đang ẩn", "a hidden row")
            elif row.some:
                self._leave_row(row, "là một phần của dòng trên", "a part of a row above")
            elif row.at in above and self._is_whole(row):
                self._leave_row(row, "là tổng của các dòng bên dưới", "the sum of the rows under it")
            elif self.awards:
                found += self._award(row)
            else:
                found += self._row(row)
        found += self._models()
        for each in self.figures:
            if each.hidden:
                self._leave(self.reading.region.body[0].address(each.column, each.head), each.head, "cột đang ẩn", "a hidden column")
        return found

    def _is_whole(self, row: Row) -> bool:
        """Return whether a row with rows under it adds them up, as far as money or counts tell."""
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
            if figure is not None and not each.hidden and meaning_of(self.reading, figure).role is FigureRole.CONTRIBUTION:
                gifts.append((each, figure.unit))
        plain = [each for each, _ in gifts if each.kind not in (ColumnKind.TOTAL, ColumnKind.CUMULATIVE)]
        units = {unit for each, unit in gifts if each in plain}
        return [each for each, unit in gifts if each in plain or unit not in units]

    def _row(self, row: Row) -> Iterator[Entry]:
        used: set[int] = set()
        for each in self._gift_columns(row):
            figure = self.reading.figure_at(row.at, each.column)
            entry = None if figure is None else self._contribution(row, each, figure)
            used.add(each.column)
            if entry is not None:
                yield entry
        yield from self._indicators(row, used)

    def _contribution(self, row: Row, column: Column, figure: TableFigure) -> Entry | None:
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
                when=self._day(row) or column.period,
            )
        except DanVanKheoError as error:
            self._leave(figure.address, figure.text, getattr(error, "vietnamese", str(error)), str(error))
            return None
        return Entry(
            record=record,
            addresses=(figure.address,),
            field=field_of(self.reading, row),
            place=place_of(self.reading, row),
        )

    def _indicators(self, row: Row, used: set[int]) -> Iterator[Entry]:
        """Yield the indicators of a row: part and whole, actual and plan, now and before, or a count alone."""
        by_kind: dict[ColumnKind, list[Column]] = {}
        for each in self.figures:
            if each.column not in used and not each.hidden and self.reading.figure_at(row.at, each.column) is not None:
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
            if self._is_in_cumulative(row, each, figure):
                self._leave(figure.address, figure.text, "đã có trong số lũy kế", "is in the cumulative figure")
                continue
            if meaning.role is FigureRole.INDICATOR and each.kind not in (ColumnKind.SHARE, ColumnKind.ATTAINMENT):
                yield from self._count(row, each, figure)
            else:
                self._leave(figure.address, figure.text, _why(meaning.role), f"is a {meaning.role.value}")

    def _is_in_cumulative(self, row: Row, column: Column, figure: TableFigure) -> bool:
        """Return whether another column of the row adds a figure up with those of earlier times."""
        return column.kind is not ColumnKind.CUMULATIVE and any(
            each.kind is ColumnKind.CUMULATIVE
            and (other := self.reading.figure_at(row.at, each.column)) is not None
            and other.unit == figure.unit
            for each in self.figures
        )

    def _ratio(self, row: Row, name: str, columns: Sequence[Column], *, planned: bool) -> Entry | None:
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
            self._leave(part.address, part.text, getattr(error, "vietnamese", str(error)), str(error))
            return None
        return Entry(
            record=record,
            addresses=tuple(figure.address for figure in known),
            field=field_of(self.reading, row),
            place=place_of(self.reading, row),
        )

    def _compared(
        self, row: Row, name: str, by_kind: dict[ColumnKind, list[Column]], used: set[int]
    ) -> Iterator[Entry]:
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
        timed.sort(key=lambda each: (each.kind is not ColumnKind.BEFORE, each.period.start if each.period else date.min))
        before, now = (self.reading.figure_at(row.at, each.column) for each in timed)
        if before is None or now is None:
            return
        value, earlier = _quantity(now), _quantity(before)
        moved = self.reading.figure_at(row.at, changes[0].column)
        if value is None or earlier is None or moved is None:
            return
        relative = changes[0].kind is ColumnKind.GROWTH
        unit: Unit = PERCENT if relative else PERCENTAGE_POINT if value.unit.fits(PERCENT) else value.unit
        kind = ChangeKind.GROWTH if relative else ChangeKind.POINTS if value.unit.fits(PERCENT) else ChangeKind.DIFFERENCE
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
            self._leave(now.address, now.text, getattr(error, "vietnamese", str(error)), str(error))
            return
        used |= {each.column for each in (*timed, *changes)}
        yield Entry(record=record, addresses=(now.address, before.address, moved.address), place=place_of(self.reading, row))

    def _count(self, row: Row, column: Column, figure: TableFigure) -> Iterator[Entry]:
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
                else Indicator(name=(name or row.label)[:500], value=quantity, period=column.period, place=places[1])
            )
        except DanVanKheoError as error:
            self._leave(figure.address, figure.text, getattr(error, "vietnamese", str(error)), str(error))
            return
        yield Entry(record=record, addresses=(figure.address,), field=field_of(self.reading, row), place=places[0])

    def _award(self, row: Row) -> Iterator[Entry]:
        form = form_named(row.label)
        figures = [
            figure for each in self.figures if (figure := self.reading.figure_at(row.at, each.column)) is not None
        ]
        if not figures:
            return
        if form is None:
            self._leave(figures[0].address, row.label, "chưa rõ là hình thức khen thưởng nào", "no known form of award")
            return
        first = self.reading.column(figures[0].column).path[:1]
        counts = {"collectives": 0, "individuals": 0, "households": 0, "mixed": 0}
        places: list[Address] = []
        for figure in figures:
            column = self.reading.column(figure.column)
            name = _recipient(column)
            whole = figure.amount == int(figure.amount) and figure.unit is not PERCENT
            if not name or not whole or column.path[:1] != first or counts[name]:
                continue
            counts[name] = int(figure.amount)
            places.append(figure.address)
        if not any(counts[name] for name in ("collectives", "individuals", "households")):
            total = next((each for each in figures if self.reading.column(each.column).kind is ColumnKind.TOTAL), figures[0])
            counts["mixed"] = int(total.amount)
            places = [total.address]
        try:
            yield Entry(record=Award(form=form, **counts), addresses=tuple(places))
        except DanVanKheoError as error:
            self._leave(figures[0].address, row.label, getattr(error, "vietnamese", str(error)), str(error))

    def _models(self) -> Iterator[Entry]:
        """Yield the models that a list names."""
        column = next(
            (
                each
                for each in self.reading.columns
                if not each.kind.holds_figures and any(is_one_of(head, table_heads.MODEL_NAMES) for head in each.path)
            ),
            None,
        )
        if column is None:
            return
        subjects = next(
            (each for each in self.reading.columns if any(is_one_of(head, table_heads.SUBJECT_HEADS) for head in each.path)),
            None,
        )
        for row in self.reading.rows:
            name = tidy(row.line.text(column.column))
            if not name or row.hidden or row.kind in (RowKind.TOTAL, RowKind.CUMULATIVE):
                continue
            said = letters_of(row.line.text(subjects.column)) if subjects is not None else ""
            subject = next((each for each in ModelSubject if said in (each.label, each.value)), None)
            try:
                record = Model(name=name, field=field_of(self.reading, row), subject=subject, place=self._place(row))
            except DanVanKheoError as error:
                self._leave(row.line.address(column.column, column.head), name, getattr(error, "vietnamese", str(error)), str(error))
                continue
            yield Entry(
                record=record,
                addresses=(row.line.address(column.column, column.head),),
                field=field_of(self.reading, row),
                place=place_of(self.reading, row),
            )

    def _place(self, row: Row) -> Place | None:
        """Return the place that a row names with its kind: "Ấp Đông", under that of the paper."""
        name = place_of(self.reading, row)
        column = self.reading.column_of(ColumnKind.PLACE)
        if not name or column is None:
            return None
        low = name.lower()
        levels = _levels(column)
        kinds = {
            kind.label: kind
            for kind in PlaceKind
            if kind not in (PlaceKind.NATION, PlaceKind.PROVINCIAL_CITY) and (not levels or kind.level in levels)
        }
        label = next((label for label in sorted(kinds, key=len, reverse=True) if low.startswith(f"{label} ")), None)
        if label is None:
            return None
        kind = kinds[label]
        if self.place is not None and self.place.kind.level <= kind.level:
            return None
        try:
            return Place(name=name[len(label) :].strip(), kind=kind, parent=self.place)
        except DanVanKheoError:
            return None

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
        if self.period is not None and text.count("/") == 1 and self.period.start.year == self.period.end.year:
            text = f"{text}/{self.period.start.year}"
        try:
            found = parse_date(text)
        except DanVanKheoError:
            return None
        return found if isinstance(found, date) else None

    def _leave_row(self, row: Row, vietnamese: str, english: str) -> None:
        figure = next(
            (found for each in self.figures if (found := self.reading.figure_at(row.at, each.column)) is not None), None
        )
        if figure is not None:
            self._leave(figure.address, row.label, vietnamese, english)

    def _leave(self, address: Address, text: str, vietnamese: str, english: str) -> None:
        self.left_out.append(NotUnderstood(address=address, text=text, vietnamese=vietnamese, english=english))


def _levels(column: Column) -> set[PlaceLevel]:
    """Return the levels that the head of a column of places names: "Xã, phường" are communes, "Bản Lải" is one."""
    low = column.name.lower()
    return {kind.level for kind in PlaceKind if has(low, (kind.label,))}


def _why(role: FigureRole) -> str:
    return {
        FigureRole.PLAN: "là kế hoạch, không phải kết quả",
        FigureRole.CHANGE: "là mức tăng, giảm",
        FigureRole.REST: "là phần còn lại",
        FigureRole.INDICATOR: "là tỷ lệ không kèm tử số, mẫu số",
    }.get(role, "không phải là đóng góp, chỉ tiêu hay khen thưởng")


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


_RECIPIENTS: Final = (("tập thể", "collectives"), ("hộ gia đình", "households"), ("cá nhân", "individuals"))


def _recipient(column: Column) -> str:
    low = column.head.lower()
    return next((field for words, field in _RECIPIENTS if words in low), "")


def form_named(label: str) -> AwardForm | EmulationTitle | None:
    """Return the form of commendation or the title that a row names.

    >>> form_named("Bằng khen của Thủ tướng"), form_named("Giấy khen"), form_named("Danh hiệu khác")
    (AwardForm.BANG_KHEN, AwardForm.GIAY_KHEN, None)
    """
    low = letters_of(label)
    titles = sorted(EmulationTitle, key=lambda each: -len(each.label))
    title = next((each for each in titles if each.label.lower() in low), None)
    if title is not None:
        return title
    return next((each for each in AwardForm if each.label in low), None)

