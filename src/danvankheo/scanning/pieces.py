"""Pieces: facts on their way, with offsets into the tidied text, before their context is read."""

from collections.abc import Mapping
from typing import Final

import attrs

from danvankheo.domain.quantities import Quantity
from danvankheo.domain.stated import LocalArea, OrderOfMagnitude, Stated
from danvankheo.domain.statements import Attainment, Change, Direction
from danvankheo.domain.units import TIMES, Dimension, Unit, counted
from danvankheo.locale_vi import contexts
from danvankheo.scanning.amounts import Amount
from danvankheo.scanning.counted import is_duration
from danvankheo.scanning.facts import Fact, FactKind, Mark, Role
from danvankheo.scanning.running_text import RunningText

_KINDS: Final[Mapping[Dimension, FactKind]] = {
    Dimension.MONEY: FactKind.MONEY,
    Dimension.LABOUR: FactKind.LABOUR,
    Dimension.LAND: FactKind.LAND,
    Dimension.LENGTH: FactKind.GOODS,
    Dimension.MASS: FactKind.GOODS,
    Dimension.VOLUME: FactKind.GOODS,
    Dimension.RATIO: FactKind.PERCENT,
    Dimension.COUNT: FactKind.COUNT,
}


@attrs.define
class Piece:
    """What was read at one place; the context fills in the rest."""

    kind: FactKind
    start: int
    end: int
    value: Stated
    direction: Direction | None = None
    form: str = ""
    marks: frozenset[Mark] = frozenset()
    role: Role | None = None
    comparator: str = ""
    subject: str = ""

    @property
    def unit(self) -> Unit | None:
        """The unit of the one quantity that it states."""
        match self.value:
            case Quantity() | OrderOfMagnitude():
                return self.value.unit
            case Change():
                return self.value.size.unit if self.value.size else None
            case Attainment():
                return self.value.figure.unit
        return None

    def fact(self, text: RunningText) -> Fact:
        """Return the fact, with its place in the text as it came."""
        start, end = text.raw_span(self.start, self.end)
        return Fact(
            kind=self.kind,
            span=(start, end),
            surface=text.raw[start:end],
            value=self.value,
            role=self.role,
            direction=self.direction,
            comparator=self.comparator,
            subject=self.subject,
            form=self.form,
            marks=self.marks,
        )


def piece_of(amount: Amount) -> Piece:
    """Return the piece of an amount; its kind follows from the unit."""
    value = amount.value
    if isinstance(value, Quantity) and value.unit.measure == TIMES.measure:  # "5 lần": nothing multiplies
        amount = amount._replace(value=attrs.evolve(value, unit=counted(TIMES.name).per(value.unit.rate)))
    return Piece(_kind(amount), amount.start, amount.end, amount.value, form=amount.form, marks=amount.marks)


def _kind(amount: Amount) -> FactKind:
    if isinstance(amount.value, LocalArea):
        return FactKind.LAND
    unit = amount.value.unit
    if is_duration(unit):
        return FactKind.PERIOD
    if unit.dimension is Dimension.COUNT and unit.name.partition(" ")[0] in contexts.CONTAINERS:
        return FactKind.GOODS
    return _KINDS[unit.dimension]
