"""The movements that a paper holds: one for each place and period that its text and tables are about.

Figures come from the text or from the tables, kind by kind, and never from both: `one_whole` decides.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, TypeAlias, TypeVar

import attrs

from danvankheo.domain.contribution import Contribution
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.domain.places import DISTRICTS_UNTIL, TWO_LEVELS_FROM, Place, PlaceLevel
from danvankheo.drafting.draft import Draft, draft_movement
from danvankheo.errors import InvalidValueError
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.names import format_place
from danvankheo.office.address import Address
from danvankheo.office.collecting.amounts import written
from danvankheo.office.collecting.formed import Formed, FormedTable, formed
from danvankheo.office.collecting.forms import Form
from danvankheo.office.collecting.one_whole import Difference, about, divided_again, text_or_tables
from danvankheo.office.collecting.records import CollectedFigure, CollectingProblem, ProblemKind, Sent
from danvankheo.office.collecting.senders import Senders, sheet_periods, sheet_places, unit_of
from danvankheo.office.drafts import text_of
from danvankheo.office.paper import Paper
from danvankheo.office.tables.entries import Record, TableEntry
from danvankheo.office.tables.figures import NotUnderstood
from danvankheo.office.tables.ledger import TableRecords, records_of
from danvankheo.office.tables.reading import TableReading, read_tables
from danvankheo.office.tables.row_places import name_key
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
        self.assumed: bool = False
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
        if self.assumed and any(key[1] is self.asked for key in groups):
            self._say_assumed()
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
        self.assumed = self.asked is not None
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
        left: list[TableEntry] = []
        for again in divided_again(entries, self.readings, self._table_of):
            left += again.entries
            there = again.first.address
            title = again.first.title or there.without_file().vietnamese
            said = written(again.total, again.about[1])
            self._say(
                ProblemKind.DIVIDED_TWICE,
                again.entries[0].addresses[0],
                f"tổng {said} bằng đúng tổng của “{title}”: một khoản chia hai cách, chỉ cộng một lần",
                f"the total {said} is that of “{title}”: one whole divided in two ways, added once",
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
        choice = text_or_tables(base.contributions, gifts, elsewhere, self._table_of)
        for difference in choice.differences:
            self._say_differs(difference)
        kept = [gift for gift in base.contributions if about(gift) not in choice.from_tables]
        of_text = {about(gift) for gift in kept}
        aside = [
            entry
            for entry in gifts
            if about(entry.record) in of_text or any(entry is one for one in choice.left)
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

    def _say_differs(self, found: Difference) -> None:
        unit = found.about[1]
        at = next((at for at, gift in enumerate(self.draft.movement.contributions) if gift is found.first), 0)
        said, added = written(found.text, unit), written(found.tables, unit)
        chosen, chosen_en = (
            ("bảng", "the tables are taken") if found.by_tables else ("phần lời", "the text is taken")
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

    def _say_assumed(self) -> None:
        assert self.asked is not None
        self._say(
            ProblemKind.PERIOD_ASSUMED,
            Address(self.paper.file),
            f"tệp không ghi thời kỳ; lấy {format_period(self.asked)}",
            f"the file states no period; {self.asked.code} is taken",
        )

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


def _number(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")
