"""Pieces: what is read at one place of a text, with offsets into the tidied text."""

from collections.abc import Mapping
from typing import Final

import attrs

from danvankheo.domain.quantities import Quantity
from danvankheo.domain.stated import LocalArea, OrderOfMagnitude, Stated
from danvankheo.domain.statements import Attainment, Change, Direction
from danvankheo.domain.units import TIMES, Dimension, Unit, counted
from danvankheo.locale_vi import contexts
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


@attrs.frozen
class Piece:
    """What was read at one place: every reader returns it, and the context returns it with more."""

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


@attrs.frozen
class Skip:
    """What stands at a place is no fact of the text; reading goes on after it."""

    end: int


def amount_piece(
    start: int,
    end: int,
    value: Quantity | OrderOfMagnitude | LocalArea,
    marks: frozenset[Mark] = frozenset(),
    form: str = "",
) -> Piece:
    """Return the piece of an amount; its kind follows from the unit."""
    return Piece(_kind(value), start, end, value, form=form, marks=marks)


def alone(amount: Piece) -> Piece:
    """Return an amount that is a fact of its own: "5 lần" are counted, where they multiply nothing."""
    value = amount.value
    if not isinstance(value, Quantity) or value.unit.measure != TIMES.measure:
        return amount
    times = attrs.evolve(value, unit=counted(TIMES.name).per(value.unit.rate))
    return attrs.evolve(amount, kind=_kind(times), value=times)


def _kind(value: Quantity | OrderOfMagnitude | LocalArea) -> FactKind:
    if isinstance(value, LocalArea):
        return FactKind.LAND
    if is_duration(value.unit):
        return FactKind.PERIOD
    if value.unit.dimension is Dimension.COUNT and value.unit.name.partition(" ")[0] in contexts.CONTAINERS:
        return FactKind.GOODS
    return _KINDS[value.unit.dimension]
