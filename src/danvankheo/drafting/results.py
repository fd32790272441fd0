"""What else a text counts or measures: results that are no gift, no award and no shared rate.

A figure opens a result; the share, the change and the attainment right beside it belong to it, and so
do its parts where the text lists all of them.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

import attrs

from danvankheo.domain.indicator import Indicator
from danvankheo.domain.periods import Period
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.statements import Attainment, Change, Direction, FromTo
from danvankheo.domain.units import PERCENT, TIMES, Dimension, Unit
from danvankheo.drafting.changing import change_of
from danvankheo.drafting.indicators import is_of_other, period_in
from danvankheo.drafting.material import Material
from danvankheo.drafting.naming import clause_name
from danvankheo.drafting.parts import parts_after, parts_by_share
from danvankheo.drafting.wholes import whole_of
from danvankheo.errors import InvalidValueError
from danvankheo.locale_vi import contexts, results
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.facts import FactKind
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import folded

_COUNTED: Final = (FactKind.COUNT, FactKind.GOODS, FactKind.MONEY, FactKind.LAND, FactKind.LABOUR)
_NO_RESULT: Final = re.compile(
    rf"(?<!\w)(?<!tổng )(?:{any_of((*results.PRICES, *results.RANKS))}) (?:[^\W\d_]+ )?\Z"
)
_DIFFERING: Final = re.compile(rf"(?<!\w)(?:{any_of(results.DIFFERING)}) [^,.;:\n0-9]{{0,40}}\Z")
_AVERAGE: Final = re.compile(rf"(?<!\w)(?:{any_of(contexts.AVERAGES)})(?!\w)")
_IN_WORDS: Final = re.compile(r"[^\W\d_]")
# Words that go on about the figure, then at most a comma or a bracket, then a verb of shares.
_BESIDE: Final = re.compile(
    r"[^,.;:(\n]{0,70}(?: ?\(|, ?)?(?:và )?"
    r"(?:(?<!\w)(?:tỷ lệ|tỉ lệ|chiếm|đạt|bằng|ước|tương đương|tức|là|vượt|hoàn thành) ?){0,3}"
)
_CHANGES: Final = re.compile(r"\)?[^,.;:(\n]{0,80}(?: ?\(|\)?, ?)?(?:và |tức )?")
_OF_ANOTHER: Final = re.compile(rf"(?<!\w)(?:{any_of(results.OF_ANOTHER)}) \Z")
_FEW_WORDS: Final = 6
_NEAR: Final = 30
_SHORT: Final = 2


class Result(NamedTuple):
    """An indicator and the positions of its facts."""

    indicator: Indicator
    used: list[int]


def results_of(material: Material, period: Period) -> Iterator[Result]:
    """Yield an indicator for every figure that is left and counts or measures something by name."""
    last: tuple[int, str] = (-1, "")  # the sentence and the name of the result before
    for at, piece in enumerate(material.pieces):
        if at in material.paths or not _opens(material, piece):
            continue
        sentence = material.sentence_of(piece)
        made = _Sketch.opened(material, at, period, goes_on=last[1] if last[0] == sentence else "")
        if made is None:
            continue
        last = sentence, made.name
        made.gather(material, period)
        for part in made.apart():
            try:
                yield Result(part.indicator(), part.used)
            except InvalidValueError as error:
                material.dropped.append(error)


def _opens(material: Material, piece: Piece) -> bool:
    """Return whether a figure can open a result: it is no price, no rank, no chapter, and no plan."""
    if material.is_planned(piece, mildly=True) or is_of_other(material, piece):
        return False
    if material.is_of_other_place(piece):
        return False
    match piece.value:
        case Quantity() if piece.kind in _COUNTED:
            return _is_counted_result(material, piece, piece.value)
        case Quantity() if piece.kind is FactKind.PERCENT:
            return piece.value.unit.fits(PERCENT) and not piece.value.unit.rate
        case Change():
            size = piece.value.size
            if size is None or piece.value.direction is Direction.NONE or size.unit.fits(TIMES):
                return False
            # A percentage alone may be a part of anything; points, and what is compared, are a change.
            return (
                size.unit.dimension is not Dimension.RATIO
                or not size.unit.fits(PERCENT)
                or bool(piece.comparator)
            )
        case FromTo():
            return True
    return False


def _is_counted_result(material: Material, piece: Piece, value: Quantity) -> bool:
    low = material.text.low
    if _NO_RESULT.search(low, max(0, piece.start - _NEAR), piece.start):
        return False
    if _DIFFERING.search(low, max(0, piece.start - 2 * _NEAR), piece.start):
        return False
    unit = value.unit
    if unit.dimension is Dimension.MONEY and unit.rate:
        return False  # a price
    if unit.dimension is not Dimension.COUNT:
        return True
    if value.value == 1 or (
        _IN_WORDS.match(low, piece.start) and value.approximation is Approximation.EXACTLY
    ):
        return False  # "một", "hai em": a story, not a statistic
    return folded(unit.name) not in results.NO_RESULTS


def _is_broken_count(value: Quantity | None) -> bool:
    if value is None or value.unit.dimension is not Dimension.COUNT:
        return False
    return value.value != value.value.to_integral_value()


def _is_after_time(material: Material, at: int) -> bool:
    """Return whether a figure says more of the one before it in its sentence, for a time between them."""
    if at < 2:
        return False
    time = material.pieces[at - 1]
    return time.kind is FactKind.PERIOD and material.pieces[at - 2].start >= material.sentence_of(time)


@attrs.define
class _Sketch:
    """A result as far as it was gathered, and the positions of its facts."""

    name: str
    used: list[int]
    period: Period | None = None
    value: Quantity | None = None
    percent: Quantity | None = None
    whole: Decimal | None = None
    earlier: Quantity | None = None
    change: Change | None = None
    change_at: int = -1
    """Where among the facts the change stands that was taken after the figure."""
    compared_to: Period | None = None
    attainment: Quantity | None = None
    parts: tuple[Quantity, ...] = ()

    @classmethod
    def opened(cls, material: Material, at: int, period: Period, *, goes_on: str) -> "_Sketch | None":
        """Return the result that a figure opens; None if nothing near it says what it is.

        Args:
            material: the text and its facts.
            at: the position of the figure.
            period: what the document is about.
            goes_on: what the figure before it in its sentence was called: one without words of its own
                says more of the same, for another time.
        """
        piece = material.pieces[at]
        sketch = cls("", [at], period=material.own_period(piece, period))
        match piece.value:
            case Quantity():
                sketch.value = piece.value
            case Change():
                sketch.change = piece.value
                sketch.compared_to = period_in(piece.comparator, sketch.period or period)
            case FromTo():
                sketch.value, sketch.earlier = piece.value.after, piece.value.before
        unit = sketch.unit
        noun = unit.name if unit is not None and unit.dimension is Dimension.COUNT else ""
        sketch.name = clause_name(material, at, noun)
        if not sketch.name and (sketch.period is not None or _is_after_time(material, at)):
            time = material.facts[at - 1].surface if at and sketch.period is None else ""
            sketch.name = f"{goes_on} {time}".strip() if goes_on else ""
        if _is_broken_count(sketch.value) and not _AVERAGE.search(folded(sketch.name)):
            return None  # 99,1 men to 100 women, 8,5 points of 10
        quoted = folded(sketch.name) in results.QUOTED
        return sketch if len(sketch.name.split()) >= _SHORT and not quoted else None

    @property
    def unit(self) -> Unit | None:
        """What its own figure is in."""
        if self.value is not None:
            return self.value.unit
        return self.change.size.unit if self.change and self.change.size else None

    def gather(self, material: Material, period: Period) -> None:
        """Take what stands right beside the figure, and its parts."""
        while (at := self.used[-1] + 1) < len(material.pieces) and self._takes(material, at, period):
            self.used.append(at)
        if self.value is not None and self.percent is None:
            self.parts, listed = parts_after(material, self.used[-1], self.value)
            self.parts = self.parts or parts_by_share(material, self.used[-1], self.value)
            self.used += listed
            following = self.used[-1] + 1
            if listed and following < len(material.pieces) and self._takes(material, following, period):
                self.used.append(following)
        if self.percent is not None and self.value is not None and self.percent.unit.fits(PERCENT):
            found = whole_of(material, self.used[0], self.value, self.percent)
            self.whole = found

    def _takes(self, material: Material, at: int, period: Period) -> bool:
        """Take a fact that belongs to the figure; whether it does."""
        piece, before = material.pieces[at], material.pieces[at - 1]
        if at in material.paths or piece.start < before.end:
            return False
        link = material.text.low[before.end : piece.start]
        beside = _BESIDE.fullmatch(link) is not None
        match piece.value:
            case Quantity() if beside and piece.kind is FactKind.PERCENT and self._has_no_share():
                if piece.value.value > 100:  # no share: of a plan
                    self.attainment = piece.value
                else:
                    self.percent = piece.value
                return piece.value.unit.fits(PERCENT)
            case Change() if (
                self.change is None
                and self._changes(piece.value)
                and _CHANGES.fullmatch(link) is not None
                and self._is_of_this(material, link)
            ):
                self.change, self.change_at = piece.value, at
                self.compared_to = period_in(piece.comparator, self.period or period)
                return True
            case Attainment() if self.attainment is None and piece.value.figure.unit.fits(PERCENT):
                if beside:
                    self.attainment = _reached(piece.value)
                return beside
            case Period() if material.is_compared_to(piece):
                return self.change is not None
        return False

    def _is_of_this(self, material: Material, link: str) -> bool:
        """Return whether a change after some words is that of the figure.

        A bracket that closes before it was opened after the figure, "(8,9%), giảm 225 em", and not before:
        "40 giải (… 17 giải ba), tăng 28 giải". Words without a sign are few, and the figure is the subject
        of them, not what another one is of: "doanh thu của 138 công ty cho thấy mức tăng 5,5%".
        """
        low, first = material.text.low, material.pieces[self.used[0]]
        if ")" in link:
            return low.rfind("(", 0, first.start) <= low.rfind(")", 0, first.start)
        if not link.strip() or any(sign in link for sign in ",("):
            return True
        of_another = _OF_ANOTHER.search(low, max(0, first.start - _NEAR), first.start) is not None
        return not of_another and len(link.split()) <= _FEW_WORDS

    def _has_no_share(self) -> bool:
        """Return whether a percentage beside it can be its share: it is no rate, and has none yet."""
        if self.value is None or self.percent is not None or self.change is not None:
            return False
        return self.value.unit.dimension is not Dimension.RATIO

    def _changes(self, change: Change) -> bool:
        """Return whether a change can be that of the figure: in its unit, or in percent."""
        if change.size is None or change.direction is Direction.NONE or self.value is None:
            return False
        unit = change.size.unit
        if unit.fits(TIMES):
            return False
        if unit.dimension is Dimension.RATIO and not unit.fits(PERCENT):
            return self.value.unit.fits(PERCENT)  # points are of a rate
        return unit.dimension is self.value.unit.dimension or unit.fits(PERCENT)

    def apart(self) -> "list[_Sketch]":
        """Return the result, as two where a share is printed and the count changed.

        "14.695 em, đạt 63,3%, giảm 956 em": what fell by 956 is the count and not the share.
        """
        size = self.change.size if self.change else None
        if (
            self.percent is None
            or self.value is None
            or size is None
            or size.unit.dimension is Dimension.RATIO
        ):
            return [self]
        of_change = self.used[self.used.index(self.change_at) :] if self.change_at in self.used else []
        own = [at for at in self.used if at not in of_change]
        share = attrs.evolve(self, used=own, change=None, compared_to=None)
        return [share, attrs.evolve(self, used=of_change, percent=None, whole=None, attainment=None)]

    def indicator(self) -> Indicator:
        """Return the indicator.

        Raises:
            InvalidValueError: its figures make none.
        """
        value, part, unit = self.value, None, None
        if self.percent is not None and self.value is not None:
            exact = self.value.approximation is Approximation.EXACTLY
            value, part, unit = self.percent, self.value.amount, self.value.unit
            if not exact:
                value, part, unit = self.value, None, None
        change = change_of(self.change.signed if self.change else None, value)
        return Indicator(
            name=self.name[:1].upper() + self.name[1:],
            value=value,
            part=part,
            whole=self.whole if part is not None else None,
            unit=unit,
            earlier=self.earlier,
            change=change,
            compared_to=self.compared_to if change is not None else None,
            attainment=self.attainment,
            parts=self.parts,
            period=self.period,
        )


def _reached(attainment: Attainment) -> Quantity:
    """Return how much of a plan is reached, in percent: "vượt 6,7%" reached 106,7%."""
    figure = attainment.figure
    if attainment.mode == "exceed":
        return attrs.evolve(figure, amount=figure.amount + 100)
    return figure
