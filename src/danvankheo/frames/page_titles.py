"""Of which place and time the tables of a paper are, as the titles above them say."""

from collections.abc import Sequence
from typing import Final

from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place, PlaceLevel
from danvankheo.drafting.dating import period_of
from danvankheo.drafting.material import Material
from danvankheo.drafting.organizers import organizer_of
from danvankheo.drafting.placing import place_of
from danvankheo.drafting.titles import name_of
from danvankheo.frames.cells import Row
from danvankheo.frames.records import full_name
from danvankheo.office.paper import Paper
from danvankheo.office.tables.reading import TableReading
from danvankheo.scanning.facts import FactKind

_LEVELS: Final = (PlaceLevel.PROVINCE, PlaceLevel.DISTRICT, PlaceLevel.COMMUNE, PlaceLevel.COMMUNITY)


class Titles:
    """What the titles of a paper say: those of a table itself, else of its sheet, else of the paper."""

    def __init__(self, paper: Paper, readings: Sequence[TableReading]) -> None:
        self._text = paper.text
        self._of_blocks: dict[str, str] = {}
        for reading in readings:
            block = reading.address.block
            text = "\n".join((self._of_blocks.get(block, ""), *reversed(reading.captions)))
            self._of_blocks[block] = text.strip()
        self._known: dict[str, tuple[Place | None, Period | None]] = {}
        self._rows: dict[int, Row] = {}

    def of(self, reading: TableReading) -> Row:
        """Return the place and the time of a table, as the columns of tables hold them."""
        if id(reading) not in self._rows:
            self._rows[id(reading)] = self._of(reading)
        return self._rows[id(reading)]

    def _of(self, reading: TableReading) -> Row:
        titles = ("\n".join(reversed(reading.captions)), self._of_blocks[reading.address.block])
        said = [self._said(text) for text in (*titles, self._text) if text.strip()]
        place = next((place for place, _ in said if place is not None), None)
        period = next((period for _, period in said if period is not None), None)
        row: Row = {}
        for level in _LEVELS:
            unit = place.at(level) if place is not None else None
            if unit is not None:
                row[level.name.lower()] = full_name(unit)
        if period is not None:
            one = period.start.year == period.end.year
            row |= {"period": period.code, "year": period.start.year if one else None}
        return row

    def _said(self, text: str) -> tuple[Place | None, Period | None]:
        if text not in self._known:
            material = Material.of(text)
            place, period = place_of(material, organizer_of(material)), _period(material)
            self._known[text] = place, period
        return self._known[text]


def _period(material: Material) -> Period | None:
    """Return the period that a text names; of several the one that a draft of it would be of."""
    named = {
        piece.value
        for piece in material.pieces
        if piece.kind is FactKind.PERIOD
        and isinstance(piece.value, Period)
        and not material.is_compared_to(piece)
    }
    if len(named) < 2:
        return next(iter(named), None)
    found = period_of(material, name_of(material))
    return found[1] if found is not None else None
