"""The movements that a paper holds: one for each place and period that its text and tables are about.

Figures come from the text or from the tables, kind by kind, and never from both. Where both state the same
total, the tables are taken: they have the details. Where they differ, the text is taken as it stands at the
head, and the difference is reported.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, TypeAlias, TypeVar

import attrs

from danvankheo.domain.contribution import Contribution, ContributionKind, kind_of
from danvankheo.domain.movement import Movement
from danvankheo.domain.numbers import EXACT, decimals_of
from danvankheo.domain.periods import Period
from danvankheo.domain.places import DISTRICTS_UNTIL, TWO_LEVELS_FROM, Place, PlaceLevel
from danvankheo.domain.quantities import Approximation
from danvankheo.domain.units import Unit
from danvankheo.drafting.draft import Draft, draft_movement
from danvankheo.errors import InvalidValueError
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.names import format_place
from danvankheo.office.address import Address
from danvankheo.office.collecting.amounts import written
from danvankheo.office.collecting.formed import Formed, FormedTable, formed
from danvankheo.office.collecting.forms import Form
from danvankheo.office.collecting.records import CollectedFigure, CollectingProblem, ProblemKind, Sent
from danvankheo.office.collecting.senders import Senders, sheet_periods, sheet_places, unit_of
from danvankheo.office.drafts import text_of
from danvankheo.office.paper import Paper
from danvankheo.office.tables.entries import Record, TableEntry
from danvankheo.office.tables.figures import NotUnderstood
from danvankheo.office.tables.ledger import TableRecords, records_of
from danvankheo.office.tables.outline import RowKind
from danvankheo.office.tables.reading import TableReading, read_tables
from danvankheo.office.tables.row_places import name_key
from danvankheo.office.tables.same import total_row
from danvankheo.office.tables.words import letters_of
from danvankheo.reasons import Reason
from danvankheo.reporting.place_names import lineage_of, same_place
from danvankheo.scanning.facts import FactKind

_LISTS: Final = ("indicators", "awards", "models", "model_counts")
_AMOUNTS: Final = frozenset(
    {FactKind.MONEY, FactKind.LABOUR, FactKind.LAND, FactKind.GOODS, FactKind.RATIO, FactKind.PERCENT}
)
_NOWHERE: Final = Period.between(DISTRICTS_UNTIL, TWO_LEVELS_FROM)
"""Stands for a period that a paper does not state: days on which places of every kind existed."""

_Record = TypeVar("_Record", bound=Record)
_Key: TypeAlias = tuple[Place | None, Period]
_About: TypeAlias = tuple[ContributionKind, Unit]


class PaperMovements:
    """Makes the movements of one paper, and lists what is left of it."""

    def __init__(
        self,
        paper: Paper,
        *,
        name: str,
        period: Period | None,
        place: Place | None,
        otherwise: Place | None,
        forms: Sequence[Form],
        senders: Senders,
    ) -> None:
        self.paper = paper
        self.name = name
        self.asked = period
        self.senders = senders
        self.problems: list[CollectingProblem] = []
        self.not_understood: list[NotUnderstood] = []
        self.open: dict[str, Address] = {}
        self.left_of_text: list[TableEntry] = []
        self.draft: Draft = self._drafted(place)
        self.named_by_file: bool = self.draft.movement.place is None and otherwise is not None
        self.place: Place | None = self.draft.movement.place or otherwise
        self.tables: list[FormedTable] = []
        self.readings: list[TableReading] = []
        self.plain: tuple[TableReading, ...] = read_tables(paper)
        """The tables as they are read without a form."""
        for reading in self.plain:
            table = formed(reading, forms)
            self.tables += [table] if table is not None else []
            self.readings.append(reading if table is None else table.reading)
        self.whose: Mapping[int, Place] = {} if place is not None else sheet_places(self.readings, senders)
        if len({name_key(each) for each in self.whose.values()}) > 1:
            self.place = None  # each sheet is of a place of its own
        else:
            self.whose = {}
        self.when: Mapping[int, Period] = sheet_periods(self.readings)
        if len(set(self.when.values())) < 2:
            self.when = {}  # all sheets are of the paper's one period
        self.lines: dict[tuple[str, int], int] = {
            (line.grid.address.block, line.row): at
            for at, reading in enumerate(self.readings)
            for line in reading.region.body
        }
        self.form: str = ", ".join(dict.fromkeys(table.form.name for table in self.tables))

    @property
    def period(self) -> Period:
        """The period of the paper, or what stands for it."""
        return self.draft.movement.period

    def sent(self) -> tuple[Sent, ...]:
        """Return the movements, that of the paper's own place first."""
        groups, records = self._groups()
        own = (unit_of(self.place) or self.place, self.period)
        if own not in groups and (not groups or self._text_has_more()):
            groups = {own: [], **groups}
        made: list[Sent] = []
        lost: list[TableEntry] = []
        elsewhere = [entry for key, entries in groups.items() if key[0] != own[0] for entry in entries]
        for key, entries in groups.items():
            if key[1] is _NOWHERE:
                lost += entries
                continue
            if key == own:
                made.append(self._own(entries, elsewhere, records, alone=len(groups) == 1))
            else:
                made.append(self._of(key, entries))
        if lost or (not made and self._has_figures()):
            self._say_no_period(lost)
        self._say_open()
        self._list_unused(records)
        return tuple(made)

    def _drafted(self, place: Place | None) -> Draft:
        text = text_of(self.paper)
        try:
            return draft_movement(text, name=self.name, place=place)
        except InvalidValueError as error:
            if error.reason is not Reason.TOLD:
                raise
        if self.asked is not None:
            self._say(
                ProblemKind.PERIOD_ASSUMED,
                Address(self.paper.file),
                f"tệp không ghi thời kỳ; lấy {format_period(self.asked)}",
                f"the file states no period; {self.asked.code} is taken",
            )
        return draft_movement(text, name=self.name, place=place, period=self.asked or _NOWHERE)

    def _groups(self) -> tuple[dict[_Key, list[TableEntry]], TableRecords]:
        """Return the records of tables by the place and period that their rows name."""
        period = None if self.period is _NOWHERE else self.period
        records = records_of(self.readings, place=self.place, period=period)
        entries = [*records.entries]
        for table in self.tables:
            maker = Formed(table, self.place, period)
            entries += maker.entries()
            self.not_understood += maker.left_out
            for address, total, added in maker.sums:
                self._say(
                    ProblemKind.AUDIT,
                    address,
                    f"dòng tổng ghi {_number(total)}, các dòng cộng lại được {_number(added)}",
                    f"the total says {total}, the rows add up to {added}",
                )
            if table.absent:
                heads = ", ".join(f"“{head}”" for head in table.absent)
                self._say(
                    ProblemKind.FORM_IN_PART,
                    table.reading.address,
                    f"không thấy cột {heads} của biểu “{table.form.name}”",
                    f"the columns {heads} of the form “{table.form.name}” are not there",
                )
        groups: defaultdict[_Key, list[TableEntry]] = defaultdict(list)
        for entry in entries:
            groups[self._key(entry)].append(entry)
        return {key: self._divided_once(group) for key, group in groups.items()}, records

    def _divided_once(self, entries: list[TableEntry]) -> list[TableEntry]:
        """Return the records of a place without those of a table that divides what another one divides.

        "By source" and "by work" with the same printed total are one whole, not two.
        """
        tables: defaultdict[tuple[int, _About], list[TableEntry]] = defaultdict(list)
        for entry in entries:
            about = _about(entry.record)
            if about is not None:
                tables[self._table_of(entry), about].append(entry)
        seen: dict[tuple[_About, Fraction], int] = {}
        left: list[TableEntry] = []
        for (at, about), held in tables.items():
            total = _printed_total(self.readings[at], about) if at >= 0 else None
            if total is None or not total:
                continue
            first = seen.setdefault((about, total), at)
            if first != at and not _same_rows(self.readings[first], self.readings[at]):
                left += held
                where, there = held[0].addresses[0], self.readings[first].address
                title = self.readings[first].title or there.without_file().vietnamese
                self._say(
                    ProblemKind.DIVIDED_TWICE,
                    where,
                    f"tổng {written(total, about[1])} bằng đúng tổng của “{title}”: một khoản "
                    f"chia hai cách, chỉ cộng một lần",
                    f"the total {written(total, about[1])} is that of “{title}”: one whole divided in two "
                    f"ways, added once",
                )
        return [entry for entry in entries if not any(entry is one for one in left)]

    def _key(self, entry: TableEntry) -> _Key:
        """Return whose and of when a record of a table is: the paper's, unless its row says otherwise."""
        own = unit_of(self.place) or self.place
        place = unit_of(entry.unit or getattr(entry.record, "place", None)) or self._named_alone(entry)
        if place is None:
            place = self.whose.get(self._table_of(entry), own)
        if place is not None and own is not None and same_place(lineage_of(place), lineage_of(own)):
            place = own
        given = isinstance(entry.record, Contribution)
        when = (
            entry.record.when
            if isinstance(entry.record, Contribution)
            else getattr(entry.record, "period", None)
        )
        period = self.when.get(self._table_of(entry), self.period)
        if isinstance(when, Period) and (given or period is _NOWHERE) and not _within(when, period):
            period = when
        return place, period

    def _table_of(self, entry: TableEntry) -> int:
        """Return which of the tables a record comes from; -1 for none."""
        address = entry.addresses[0] if entry.addresses else None
        return -1 if address is None else self.lines.get((address.block, address.row), -1)

    def _named_alone(self, entry: TableEntry) -> Place | None:
        """Return the place of a row that says a name without its kind, where that is settled."""
        if not entry.place or entry.unit is not None:
            return None
        found = self.senders.called(entry.place, self.place, self.period)
        if found is None and self.place is not None and self.place.level > PlaceLevel.COMMUNE:
            self.open.setdefault(
                entry.place, entry.addresses[0] if entry.addresses else Address(self.paper.file)
            )
        return found

    def _own(
        self, entries: list[TableEntry], elsewhere: list[TableEntry], records: TableRecords, *, alone: bool
    ) -> Sent:
        """Return the movement of the paper's own place and period: its text, and its tables."""
        base = self.draft.movement
        gifts = [entry for entry in entries if isinstance(entry.record, Contribution)]
        given = {id(entry): entry.record for entry in gifts if isinstance(entry.record, Contribution)}
        stated = {gift: at for at, gift in enumerate(base.contributions)}
        dropped = self._in_tables(base.contributions, gifts, elsewhere)
        kept = [gift for gift in base.contributions if _about(gift) not in dropped]
        of_text = {_about(gift) for gift in kept}
        aside = [
            entry
            for entry in gifts
            if _about(entry.record) in of_text or any(entry is one for one in self.left_of_text)
        ]
        taken = [entry for entry in gifts if not any(entry is one for one in aside)]
        figures = [
            CollectedFigure(
                path=f"$.contributions[{at}]", addresses=self._in_text(f"$.contributions[{stated[gift]}]")
            )
            for at, gift in enumerate(kept)
        ]
        totals = tuple(dict.fromkeys(total for total, _ in records.stated_totals)) if alone and taken else ()
        movement = attrs.evolve(
            base,
            place=unit_of(self.place) or self.place,
            contributions=(*kept, *(_at_home(given[id(entry)], base.place) for entry in taken)),
            stated_totals=base.stated_totals if kept else totals or base.stated_totals,
            source=base.source or self.paper.file,
        )
        figures += _places_of(taken, "contributions", len(kept))
        self._set_aside(aside)
        for kind in _LISTS:
            movement, more = self._with(movement, kind, entries)
            figures += more
        return self._sent(movement, figures)

    def _of(self, key: _Key, entries: Sequence[TableEntry]) -> Sent:
        """Return the movement of another place or period that rows of tables name."""
        place, period = key
        movement = Movement(name=self.name, period=period, place=place, source=self.paper.file)
        figures: list[CollectedFigure] = []
        for kind in ("contributions", *_LISTS):
            movement, more = self._with(movement, kind, entries)
            figures += more
        return self._sent(movement, figures)

    def _sent(self, movement: Movement, figures: Sequence[CollectedFigure]) -> Sent:
        return Sent(file=self.paper.file, movement=movement, figures=tuple(figures), form=self.form)

    def _with(
        self, movement: Movement, kind: str, entries: Sequence[TableEntry]
    ) -> tuple[Movement, list[CollectedFigure]]:
        """Return a movement with the records of one kind that tables hold, if it has none of the text."""
        mine = [entry for entry in entries if _list_of(entry) == kind]
        held: tuple[object, ...] = getattr(movement, kind)
        figures = [
            CollectedFigure(path=f"$.{kind}[{at}]", addresses=self._in_text(f"$.{kind}[{at}]"))
            for at in range(len(held))
        ]
        if held:
            self._set_aside(mine)
            return movement, figures
        for entry in mine:
            records: tuple[Any, ...] = (*getattr(movement, kind), _at_home(entry.record, movement.place))
            changed: dict[str, Any] = {kind: records}
            try:
                movement = attrs.evolve(movement, **changed)
            except InvalidValueError as error:
                where = entry.addresses[0] if entry.addresses else Address(self.paper.file)
                self._say(ProblemKind.REFUSED, where, _without_field(error), str(error))
                continue
            figures.append(
                CollectedFigure(
                    path=f"$.{kind}[{len(records) - 1}]", addresses=entry.addresses, field=entry.field
                )
            )
        return movement, figures

    def _in_tables(
        self, text: Sequence[Contribution], gifts: Sequence[TableEntry], elsewhere: Sequence[TableEntry]
    ) -> set[_About]:
        """Return what the text states and the tables detail, so that these are taken; say what differs."""
        tables = [entry.record for entry in (*gifts, *elsewhere) if isinstance(entry.record, Contribution)]
        others = {_about(entry.record) for entry in elsewhere if isinstance(entry.record, Contribution)}
        found: set[_About] = set()
        for about in dict.fromkeys(map(_about, text)):
            stated = [gift for gift in text if _about(gift) == about]
            detailed = [gift for gift in tables if _about(gift) == about]
            if about is None or not detailed:
                continue
            one, tolerance = _sum(stated), sum(map(_precision, stated), Fraction(0))
            other = _sum(detailed)
            alone = self._one_table(about, gifts, one, tolerance) if abs(one - other) > tolerance else None
            if alone is not None:
                found.add(about)
                self.left_of_text += alone
                continue
            if abs(one - other) <= tolerance or about in others:
                found.add(about)
            if abs(one - other) > tolerance:
                self._say_differs(about, stated, one, other, in_tables=about in others)
        return found

    def _one_table(
        self, about: _About, gifts: Sequence[TableEntry], stated: Fraction, tolerance: Fraction
    ) -> list[TableEntry] | None:
        """Return the records of all tables but the one whose sum the text states; None if none has it."""
        by_table: defaultdict[int, list[TableEntry]] = defaultdict(list)
        for entry in gifts:
            if _about(entry.record) == about:
                by_table[self._table_of(entry)].append(entry)
        fitting = [
            at
            for at, held in by_table.items()
            if abs(_sum([e.record for e in held if isinstance(e.record, Contribution)]) - stated) <= tolerance
        ]
        if len(fitting) != 1:
            return None
        return [entry for at, held in by_table.items() if at != fitting[0] for entry in held]

    def _say_differs(
        self,
        about: _About,
        stated: Sequence[Contribution],
        one: Fraction,
        other: Fraction,
        *,
        in_tables: bool,
    ) -> None:
        at = next((at for at, gift in enumerate(self.draft.movement.contributions) if gift is stated[0]), 0)
        said, added = written(one, about[1]), written(other, about[1])
        chosen, chosen_en = (
            ("bảng", "the tables are taken") if in_tables else ("phần lời", "the text is taken")
        )
        self._say(
            ProblemKind.TEXT_AGAINST_TABLE,
            self._in_text(f"$.contributions[{at}]")[0],
            f"phần lời ghi {said}, các bảng cộng lại được {added}; lấy theo {chosen}",
            f"the text says {said}, the tables add up to {added}; {chosen_en}",
        )

    def _text_has_more(self) -> bool:
        held = self.draft.movement
        return any(getattr(held, kind) for kind in ("contributions", *_LISTS))

    def _has_figures(self) -> bool:
        return self._text_has_more() or any(reading.figures for reading in self.readings)

    def _say_no_period(self, lost: Sequence[TableEntry]) -> None:
        where = lost[0].addresses[0] if lost and lost[0].addresses else Address(self.paper.file)
        self._say(
            ProblemKind.NO_PERIOD,
            where,
            "tệp không ghi thời kỳ của số liệu, nên chưa cộng được; hãy nêu kỳ tổng hợp",
            "the file states no period, so its figures are not added; give period=",
        )

    def _set_aside(self, entries: Sequence[TableEntry]) -> None:
        self.not_understood += [
            NotUnderstood(
                address=entry.addresses[0],
                text="",
                vietnamese="không lấy từ bảng, vì phần lời đã nêu",
                english="not taken from the table, since the text states such itself",
            )
            for entry in entries
            if entry.addresses
        ]

    def _say_open(self) -> None:
        """Say which rows name a place that may be of several kinds."""
        for name, where in self.open.items():
            place = format_place(self.place) if self.place is not None else ""
            self._say(
                ProblemKind.KIND_OPEN,
                where,
                f"“{name}” chưa rõ là xã hay phường; tính chung cho {place}",
                f"“{name}” may be of several kinds; counted for {place}",
            )

    def _list_unused(self, records: TableRecords) -> None:
        self.not_understood += [*records.left_out, *records.cautions]
        for reading in self.readings:
            self.not_understood += reading.not_understood
            rounded = [
                figure for figure in reading.figures if figure.amount != figure.stored and not figure.hidden
            ]
            if rounded:
                self.not_understood.append(
                    NotUnderstood(
                        address=rounded[0].address,
                        text=rounded[0].text,
                        vietnamese=f"{len(rounded)} ô đang hiển thị số làm tròn; đã lấy số hiển thị",
                        english=f"{len(rounded)} cells show rounded numbers; what they show was taken",
                    )
                )
        for fact in self.draft.unplaced:
            if fact.kind in _AMOUNTS:
                self.not_understood.append(
                    NotUnderstood(
                        address=self._address_of(fact.span),
                        text=fact.surface,
                        vietnamese=f"“{' '.join(fact.surface.split())}” chưa rõ thuộc mục nào",
                        english=f"“{' '.join(fact.surface.split())}” has no place in a movement",
                    )
                )
        for error in self.draft.dropped:
            self._say(ProblemKind.REFUSED, Address(self.paper.file), _without_field(error), str(error))

    def _in_text(self, path: str) -> tuple[Address, ...]:
        facts = self.draft.facts_of(path)
        return tuple(self._address_of(fact.span) for fact in facts) or (Address(self.paper.file),)

    def _address_of(self, span: tuple[int, int]) -> Address:
        if self.paper.text.strip():
            return self.paper.running_text.address_of(span)
        return Address(self.paper.file)

    def _say(self, kind: ProblemKind, address: Address, vietnamese: str, english: str) -> None:
        self.problems.append(
            CollectingProblem(kind=kind, address=address, vietnamese=vietnamese, english=english)
        )


def _without_field(error: InvalidValueError) -> str:
    """Return what is wrong without the name of the field, which says nothing to an office."""
    return error.vietnamese.removeprefix(f"{error.field}: ")


def _within(inner: Period, outer: Period) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _list_of(entry: TableEntry) -> str:
    return _LIST_OF[type(entry.record).__name__]


_LIST_OF: Final = {
    "Contribution": "contributions",
    "Indicator": "indicators",
    "Award": "awards",
    "Model": "models",
    "ModelCount": "model_counts",
}


def _printed_total(reading: TableReading, about: _About) -> Fraction | None:
    """Return the total that a table prints for what is given, in base units; None if it has not just one."""
    row = total_row(reading)
    if row is None:
        return None
    found = [
        Fraction(figure.amount) * Fraction(figure.unit.size)
        for figure in reading.figures
        if figure.row == row.at
        and figure.unit is not None
        and (kind_of(figure.unit), figure.unit.to_base()) == about
    ]
    return found[0] if len(found) == 1 else None


def _same_rows(one: TableReading, other: TableReading) -> bool:
    """Return whether two tables are about the same things: then one of them is no other division."""
    labels = [
        {letters_of(row.label) for row in reading.rows if row.kind is RowKind.ITEM}
        for reading in (one, other)
    ]
    return bool(labels[0] & labels[1])


def _places_of(entries: Sequence[TableEntry], kind: str, first: int) -> Iterator[CollectedFigure]:
    for at, entry in enumerate(entries, first):
        yield CollectedFigure(path=f"$.{kind}[{at}]", addresses=entry.addresses, field=entry.field)


def _at_home(record: _Record, place: Place | None) -> _Record:
    """Return a record without its place where that is the movement's own."""
    own = getattr(record, "place", None)
    if own is None or place is None or own != place:
        return record
    alone: dict[str, Any] = {"place": None}
    return attrs.evolve(record, **alone)


def _about(gift: object) -> _About | None:
    if not isinstance(gift, Contribution) or gift.quantity is None:
        return None
    return gift.kind, gift.quantity.unit.to_base()


def _sum(gifts: Sequence[Contribution]) -> Fraction:
    return sum((Fraction(gift.quantity.value) for gift in gifts if gift.quantity is not None), Fraction(0))


def _precision(gift: Contribution) -> Fraction:
    """Return how far from its amount a figure of a text may be by how it is written."""
    quantity = gift.quantity
    if quantity is None:
        return Fraction(0)
    last = Fraction(
        EXACT.multiply(quantity.unit.size, Decimal(1).scaleb(-max(decimals_of(quantity.amount), 0)))
    )
    return last if quantity.approximation is not Approximation.EXACTLY else last / 2


def _number(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")
