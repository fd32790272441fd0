"""A movement as far as a paper states it: its text first, its tables for what the text leaves open."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, TypeAlias

import attrs

from danvankheo.calc.totals import total
from danvankheo.checking import check_type
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.drafting.draft import Draft, draft_movement
from danvankheo.errors import InvalidValueError
from danvankheo.office.grid import Grid
from danvankheo.office.paper import Paper
from danvankheo.office.tables.entries import TableEntry
from danvankheo.office.tables.figures import NotUnderstood
from danvankheo.office.tables.ledger import TableRecords, records_of
from danvankheo.office.tables.reading import read_tables

_KINDS: Final = ("contributions", "indicators", "awards", "models", "model_counts")
_TITLE_ROWS: Final = 8
_TITLE_CELLS: Final = 3
_WORDS: Final = re.compile(r"[^\W\d_]{2,}")
_Told: TypeAlias = tuple[InvalidValueError, ...]


def _said(errors: _Told) -> tuple[str, ...]:
    return tuple(str(error) for error in errors)


@attrs.frozen(kw_only=True)
class PaperDraft:
    """A movement drafted from a paper, for a person to correct.

    Args:
        movement: the movement.
        text: the draft of the running text, with the place of each of its figures.
        entries: the records that come from tables, with their cells.
        aside: the records of tables that were left aside, since the text states such itself: to take both
            would count them twice.
        left_out: what of the tables may be there twice, was not understood, or is a total, a plan or hidden.
        dropped: what the movement could not hold, with the reason.
    """

    movement: Movement
    text: Draft
    entries: tuple[TableEntry, ...] = ()
    aside: tuple[TableEntry, ...] = ()
    left_out: tuple[NotUnderstood, ...] = ()
    dropped: tuple[InvalidValueError, ...] = attrs.field(default=(), eq=_said)


def draft_paper(
    paper: Paper,
    *,
    name: str | None = None,
    period: Period | None = None,
    place: Place | None = None,
    source: str = "",
    note: str = "",
) -> PaperDraft:
    """Return a movement as a paper states it, from its text and its tables.

    Contributions, indicators, awards and models come from the text where it has such, else from the tables:
    never from both, for a table mostly details what the text sums up. Contributions whose sums are exactly
    those of the text come from the tables, which say more of them. Of a workbook the titles are the text.

    Args:
        paper: the paper, as `read` returns it.
        name: the movement's name, if you know it better than the paper; so with what follows.
        period: the period that the figures are about.
        place: where.
        source: where the figures are from.
        note: whatever else is to be kept with it.

    Raises:
        InvalidValueError: neither the paper nor you give the name or the period.

    >>> from danvankheo import Period
    >>> from danvankheo.office import read
    >>> ledger = read("docs/examples/office/so-dong-gop.csv")
    >>> draft = draft_paper(ledger, name="Dân vận khéo", period=Period.quarter(2026, 3))
    >>> [str(gift.quantity.amount) for gift in draft.movement.contributions][:3]
    ['41.5', '38', '1027.4']
    >>> str(draft.entries[0].addresses[0])
    'so-dong-gop.csv, dòng 2, cột “Tiền (triệu đồng)”'
    """
    check_type(paper, Paper, "draft_paper")
    text = text_of(paper)
    drafted = draft_movement(text, name=name, period=period, place=place, source=source, note=note)
    movement = drafted.movement
    records = records_of(read_tables(paper), place=movement.place, period=movement.period)
    taken: list[TableEntry] = []
    aside: list[TableEntry] = []
    dropped: list[InvalidValueError] = []
    for kind in _KINDS:
        held = getattr(records, kind)
        entries = [entry for entry in records.entries if any(entry.record is one for one in held)]
        if getattr(movement, kind) and not (kind == "contributions" and _details(records, movement)):
            aside += entries
            continue
        changes = {kind: held}
        if kind == "contributions":
            changes["stated_totals"] = tuple(dict.fromkeys(total for total, _ in records.stated_totals))
        try:
            movement = attrs.evolve(movement, **changes)
        except InvalidValueError as error:  # such as one count twice
            dropped.append(error.with_traceback(None))
            aside += entries
        else:
            taken += entries
    return PaperDraft(
        movement=movement,
        text=drafted,
        entries=tuple(taken),
        aside=tuple(aside),
        left_out=(*records.cautions, *records.left_out),
        dropped=(*drafted.dropped, *dropped),
    )


def _details(records: TableRecords, movement: Movement) -> bool:
    """Return whether the tables detail just the contributions that the text sums up."""
    told, detailed = (
        [line.quantity for line in total(each)] for each in (movement.contributions, records.contributions)
    )
    return len(records.contributions) > len(movement.contributions) and told == detailed


def text_of(paper: Paper) -> str:
    """Return the running text of a paper, of a workbook its titles."""
    return paper.text if paper.text.strip() else "\n".join(_titles(paper))


def _titles(paper: Paper) -> Iterator[str]:
    """Yield the words of the first rows of each sheet, where its titles stand."""
    for block in paper.blocks:
        if isinstance(block, Grid) and not block.hidden:
            table = _first_row_of_a_table(block)
            for cell in block.cells:
                if cell.row < table and cell.number is None and _WORDS.search(cell.text):
                    yield cell.text


def _first_row_of_a_table(grid: Grid) -> int:
    """Return the first row that is no title, or the one after the last that may be one."""
    rows = Counter(cell.row for cell in grid.cells if cell.text.strip())
    return min([row for row, cells in rows.items() if cells >= _TITLE_CELLS] + [_TITLE_ROWS + 1])
