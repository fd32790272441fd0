"""Rates and levels: a ratio and the percentage beside it are one, a change in brackets belongs to it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import takewhile
from typing import Final

import attrs

from danvankheo.domain.indicator import Indicator, IndicatorKind
from danvankheo.domain.periods import Period, PeriodKind
from danvankheo.domain.places import PlaceLevel
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.statements import Attainment, Change, Direction, FromTo, Ratio
from danvankheo.domain.units import PERCENT, TIMES, Dimension, Unit, counted
from danvankheo.drafting.changing import change_of
from danvankheo.drafting.material import Material
from danvankheo.drafting.naming import clause_name
from danvankheo.errors import DanVanKheoError, InvalidValueError
from danvankheo.locale_vi import movements, results, spellings
from danvankheo.reading.patterns import any_of
from danvankheo.reading.periods import period_at
from danvankheo.scanning.facts import FactKind, Mark, Role
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import RunningText, folded

_KINDS: Final = (
    FactKind.RATIO, FactKind.PERCENT, FactKind.CHANGE, FactKind.ATTAINMENT, FactKind.MONEY, FactKind.GOODS
)  # fmt: skip
_NEAR: Final = 60
_BESIDE: Final = re.compile(r"[^,.;:(\n]{0,70}(?: ?\(|, ?)?(?:(?:chiếm|đạt|tỷ lệ|tỉ lệ|bằng) ?){0,2}")
_CHANGE_NEAR: Final = re.compile(r"\)?[^,.;:(\n0-9]{0,80}(?: ?\(|\)?, ?)(?:và |tức )?|,? ?(?:và )?")
# "riêng năm 2014" is a time, and no place inside.
_ELSEWHERE: Final = re.compile(
    rf"(?<!\w)(?:{any_of(movements.ELSEWHERE)})(?!\w)(?! (?:trong )?(?:năm|quý|tháng|kỳ|[0-9]))"
    r"[^.;]{0,25}\Z"
)
_WIDER: Final = re.compile(rf"(?<!\w)(?P<wider>{any_of(movements.WIDER)})(?!\w)[^.;]{{0,40}}\Z")
_PLAN: Final = re.compile(rf"\((?:{any_of(movements.PLAN_IN_BRACKETS)})(?: (?:là|năm [0-9]+))? \Z")
# "so với năm 2021 là 3,7%": the figure of the other year.
_EARLIER: Final = re.compile(rf"(?<!\w)(?:{any_of(spellings.COMPARED_TO)}) [^,.;\n]{{0,40}} (?:là|đạt|có) \Z")
# "800.000 ha/700.000 ha diện tích kế hoạch"
_OF_PLAN: Final = re.compile(rf"(?: [^\W\d_]+){{0,3}} (?:{any_of(movements.PLAN_IN_BRACKETS)})(?!\w)")
_SHARE_OF_COUNT: Final = re.compile(r"\(|(?<!\w)(?:chiếm|tỷ lệ|tỉ lệ|đạt)(?!\w)")
_LEVEL: Final = re.compile(any_of(movements.LEVELS))
_SAME_WORDS: Final = any_of(movements.SAME_PERIOD)
_SAME: Final = re.compile(
    rf"(?<!\w)(?:{_SAME_WORDS})(?!\w)(?P<last> (?:{any_of(movements.LAST_YEAR)})(?!\w))?"
)
_SAME_BEFORE: Final = re.compile(rf"(?<!\w)(?:{_SAME_WORDS}) \Z")
_OPENING: Final = re.compile(r"(?<!\w)(?:[0-9]{1,2} tháng|tháng|quý|quí|nửa|giai đoạn|nhiệm kỳ|năm học|năm) ")
_MOST_YEARS: Final = 20
_SHORT: Final = 2


def indicators_of(material: Material, period: Period) -> Iterator[tuple[Indicator, list[int]]]:
    """Yield the indicators that a text states, in its order, each with the positions of its facts.

    Left aside are plans, figures of wider or of single places, and what no more than a noun names.
    """
    for at, piece in material.free(*_KINDS):
        if at in material.paths or material.is_planned(piece) or is_of_other(material, piece):
            continue
        if _is_of_figure(material, at):
            continue
        made = _indicator(material, at, piece, period)
        if made is None or material.belongs_elsewhere(piece, period):
            continue
        yield made
        changed = _count_changed(material, *made, period) or _change_of_attained(material, *made, period)
        if changed is not None:
            yield changed


def _count_changed(
    material: Material, indicator: Indicator, used: list[int], period: Period
) -> tuple[Indicator, list[int]] | None:
    """Return the count that changed where a rate is made of it: "350 hộ nghèo, chiếm 8,2%, giảm 45 hộ"."""
    following = used[-1] + 1
    if indicator.part is None or indicator.unit is None or following >= len(material.pieces):
        return None
    change, low = material.pieces[following].value, material.text.low
    link = _CHANGE_NEAR.fullmatch(low, material.pieces[used[-1]].end, material.pieces[following].start)
    if link is None or following in material.paths or not isinstance(change, Change) or not change.signed:
        return None
    value = Quantity(indicator.part, indicator.unit)
    signed = change_of(change.signed, value)
    if signed is None or signed.unit.dimension is Dimension.RATIO:
        return None
    counted_name = f"{movements.NUMBER_OF} {folded(indicator.name[:1])}{indicator.name[1:]}"
    compared_to = period_in(material.pieces[following].comparator, period)
    made = Indicator(name=_capitalised(counted_name), value=value, change=signed, compared_to=compared_to)
    return made, [following]


def _change_of_attained(
    material: Material, indicator: Indicator, used: list[int], period: Period
) -> tuple[Indicator, list[int]] | None:
    """Return what changed where only its plan is told: "vụ xuân đạt 100,1% kế hoạch (tăng 2,3%)"."""
    attained, following = material.pieces[used[0]], used[-1] + 1
    if not isinstance(attained.value, Attainment) or following >= len(material.pieces) or indicator.part:
        return None
    piece, low = material.pieces[following], material.text.low
    link = _CHANGE_NEAR.fullmatch(low, material.pieces[used[-1]].end, piece.start)
    if link is None or following in material.paths or not isinstance(piece.value, Change):
        return None
    if not (piece.value.signed and piece.comparator and attained.subject):
        return None
    compared_to = period_in(piece.comparator, period)
    name = _capitalised(attained.subject)
    return Indicator(name=name, change=piece.value.signed, compared_to=compared_to), [following]


def _is_of_figure(material: Material, at: int) -> bool:
    """Return whether a percentage says more of the count or sum before it, which `results` reads whole."""
    if not at or material.pieces[at].kind not in (FactKind.PERCENT, FactKind.ATTAINMENT):
        return False
    piece, before = material.pieces[at], material.pieces[at - 1]
    if not isinstance(before.value, Quantity) or before.value.unit.dimension is Dimension.RATIO:
        return False
    if at - 1 in material.paths or _kind(f"{_noun(before)} {before.subject} {piece.subject}") is not None:
        return False
    return _BESIDE.fullmatch(material.between(at - 1, at)) is not None


def _noun(piece: Piece) -> str:
    return piece.unit.name if piece.unit is not None else ""


def is_of_other(material: Material, piece: Piece) -> bool:
    """Return whether a figure is of another place or time, or is the plan in brackets after a figure."""
    before = material.before(piece, most=_NEAR)
    if _EARLIER.search(before) or _ELSEWHERE.search(before) or _PLAN.search(before):
        return True
    wider = _WIDER.search(before)
    if wider is None or material.place is None:
        return False
    return PlaceLevel[movements.WIDER[wider["wider"]]] > material.place.kind.level


@attrs.define
class _Sketch:
    """An indicator as far as it was gathered, and the positions of its facts."""

    name: str
    used: list[int]
    value: Quantity | None = None
    part: Quantity | None = None
    ratio: Ratio | None = None
    earlier: Quantity | None = None
    change: Change | None = None
    compared_to: Period | None = None
    whole_is_plan: bool = False
    attained: bool = False
    """It tells how far a plan is met: a change after it is of the figure and not of that."""

    def made(self) -> Indicator:
        """Return the indicator.

        Raises:
            InvalidValueError: its figures make none.
        """
        kind = None if self.attained else _kind(self.name)
        part, whole, unit = None, None, None
        if self.ratio:
            part, whole, unit = self.ratio.part, self.ratio.whole, self.ratio.unit
        elif self.part:
            part, unit = self.part.amount, self.part.unit
        if kind is not None and unit is not None and not unit.fits(counted(kind.noun)):
            kind = None
        return Indicator(
            name=_capitalised(self.name),
            kind=kind,
            value=self.value,
            part=part,
            whole=whole,
            unit=unit,
            earlier=self.earlier,
            change=change_of(self.change.signed if self.change else None, self.value),
            compared_to=self.compared_to,
            whole_is_plan=self.whole_is_plan,
        )


def _indicator(
    material: Material, at: int, piece: Piece, period: Period
) -> tuple[Indicator, list[int]] | None:
    """Return the indicator that a fact opens, with the positions of all its facts."""
    sketch = _opened(material, at, piece, period)
    if sketch is None:
        return None
    if _kind(sketch.name) is None:
        longer = clause_name(material, sketch.used[0], "")
        goes_on = folded(longer).startswith(f"{folded(sketch.name)} {results.REACHES} ")
        if len(sketch.name.split()) <= _SHORT or goes_on:
            sketch.name = max(sketch.name, longer, key=lambda name: len(name.split()))
    if not _says_what(sketch):
        return None
    following = sketch.used[-1] + 1
    if sketch.ratio and following < len(material.pieces):
        following = _percent_beside(material, sketch, following)
    if following < len(material.pieces) and not sketch.attained:
        _change_beside(material, sketch, following, period)
    try:
        return sketch.made(), sketch.used
    except InvalidValueError as error:
        material.dropped.append(error)
        return None


def _says_what(sketch: _Sketch) -> bool:
    """Return whether a name says what is measured; "Thôn: 100%" does not."""
    if folded(sketch.name) in results.QUOTED:
        return False
    alone = len(sketch.name.split()) < 2 and sketch.ratio is None
    return bool(sketch.name) and (not alone or _kind(sketch.name) is not None)


def _opened(material: Material, at: int, piece: Piece, period: Period) -> _Sketch | None:
    match piece.value:
        case Ratio() if _is_ratio_of_counts(piece.value) and piece.form != "fraction":
            assert piece.value.unit is not None
            planned = _OF_PLAN.match(material.text.low, piece.end) is not None
            name = _name_of_ratio(material, at, piece.value.unit)
            return _Sketch(name, [at], ratio=piece.value, whole_is_plan=planned)
        case Quantity() if piece.kind is FactKind.PERCENT and piece.value.unit.fits(PERCENT):
            if piece.value.unit.rate:
                return None
            return _percent(material, at, piece, piece.value)
        case Quantity() if piece.value.unit.rate and _is_level(piece.subject):
            return _Sketch(piece.subject, [at], value=piece.value)
        case FromTo():
            if not (piece.value.after.unit.fits(PERCENT) or _is_level(piece.subject)):
                return None
            sketch = _Sketch(piece.subject, [at], value=piece.value.after, earlier=piece.value.before)
            sketch.compared_to = _year_inside(material, at, period)
            return sketch
        case Attainment() if piece.value.figure.unit.fits(PERCENT) and piece.value.mode == "reach":
            target = piece.comparator or piece.value.target
            name = f"{piece.subject} {spellings.COMPARED_TO[0]} {target}" if piece.subject else ""
            return _Sketch(name, [at], value=piece.value.figure, attained=True)
    return None


def _is_ratio_of_counts(ratio: Ratio) -> bool:
    """Return whether a ratio has a unit and whole counts: "6,7 hộ/10.000 hộ" is a rate by itself."""
    if ratio.unit is None:
        return False
    whole_counts = all(side == side.to_integral_value() for side in (ratio.part, ratio.whole))
    return ratio.unit.dimension is not Dimension.COUNT or whole_counts


def _name_of_ratio(material: Material, at: int, unit: Unit) -> str:
    """Return what a ratio measures; its noun alone says so of criteria, and where a plan is met."""
    told = material.pieces[at].subject
    if told:
        return told
    following = material.pieces[at + 1] if at + 1 < len(material.pieces) else None
    met = following is not None and isinstance(following.value, Attainment)
    if following and (met or Mark.RESTATES_RATIO in following.marks):
        return following.subject or (unit.name if unit.dimension is Dimension.COUNT else "")
    return unit.name if folded(unit.name) in movements.CRITERIA else ""


def _is_level(subject: str) -> bool:
    """Return whether words name a level that reports follow over the years: income, yields."""
    return _LEVEL.match(folded(subject)) is not None


def _percent(material: Material, at: int, piece: Piece, value: Quantity) -> _Sketch:
    """Return a percentage, with the count before it of which it is the share: "359 hộ nghèo, chiếm 2,04%"."""
    before = at - 1
    if (
        at
        and piece.role is Role.SHARE
        and before in material.paths
        and piece.start - material.pieces[before].end < 4
    ):
        return _Sketch("", [at], value=value)  # the share of a number that went elsewhere
    if at and piece.role is Role.SHARE and before not in material.paths:
        counted_before = material.pieces[before]
        between = material.between(before, at)
        close = len(between) <= _NEAR and _SHARE_OF_COUNT.search(between) is not None
        if close and counted_before.kind is FactKind.COUNT and isinstance(counted_before.value, Quantity):
            name = counted_before.subject or piece.subject
            return _Sketch(name, [before, at], value=value, part=counted_before.value)
    return _Sketch(piece.subject, [at], value=value)


def _percent_beside(material: Material, sketch: _Sketch, following: int) -> int:
    """Take the percentage that restates a ratio, or says how far it meets its plan."""
    piece = material.pieces[following]
    near = piece.start - material.pieces[following - 1].end <= _NEAR + 20
    if not near or following in material.paths:
        return following
    if Mark.RESTATES_RATIO in piece.marks and isinstance(piece.value, Quantity):
        sketch.value = piece.value
        ratio = sketch.ratio
        if ratio and ratio.part > ratio.whole and ratio.unit and ratio.unit.dimension is Dimension.MONEY:
            sketch.whole_is_plan = True  # no part of money is more than the whole
    elif (
        isinstance(piece.value, Attainment)
        and piece.value.mode == "reach"
        and piece.value.figure.unit.fits(PERCENT)
    ):
        sketch.value, sketch.whole_is_plan = piece.value.figure, True
    else:
        return following
    sketch.used.append(following)
    return following + 1


def _change_beside(material: Material, sketch: _Sketch, following: int, period: Period) -> None:
    """Take the change that stands in brackets or after a comma."""
    piece = material.pieces[following]
    if not isinstance(piece.value, Change) or following in material.paths or piece.value.size is None:
        return
    link = _CHANGE_NEAR.fullmatch(material.text.low, material.pieces[following - 1].end, piece.start)
    if link is None or piece.value.direction is Direction.NONE or not _fits(sketch, piece.value):
        return
    sketch.change = piece.value
    sketch.compared_to = period_in(piece.comparator, period)
    sketch.used.append(following)
    told = following + 1  # the year that the comparator names is a fact of its own
    if (
        sketch.compared_to
        and told < len(material.pieces)
        and material.pieces[told].kind is FactKind.PERIOD
        and material.is_compared_to(material.pieces[told])
        and told not in material.paths
    ):
        sketch.used.append(told)


def _fits(sketch: _Sketch, change: Change) -> bool:
    """Return whether a change can be that of the sketch's figure."""
    assert change.size is not None
    unit: Unit = change.size.unit
    if unit.fits(TIMES):
        return False  # to or by: the text does not say
    shown = sketch.value.unit if sketch.value else sketch.ratio.unit if sketch.ratio else None
    return shown is not None and (unit.dimension is shown.dimension or unit.fits(PERCENT))


def period_in(comparator: str, period: Period) -> Period | None:
    """Return the period that a comparator names: "cùng kỳ năm 2021", "quý I/2025", "cùng kỳ năm trước".

    Args:
        comparator: what a figure is compared to, as printed.
        period: what the figure is of: its "cùng kỳ năm 2025" is the same quarter of 2025.
    """
    source = RunningText(comparator)
    same = _SAME.search(source.low)
    for opening in _OPENING.finditer(source.low):
        found = None
        with suppress(DanVanKheoError):
            found = period_at(source, opening.start(), len(source.low))
        if found and isinstance(found[0], Period):
            return _same_in(period, found[0].start.year) if _is_whole(found[0], same) else found[0]
    return _years_before(period, 1) if same and same["last"] else None


def _is_whole(named: Period, same: re.Match[str] | None) -> bool:
    """Return whether a year is named after "cùng kỳ", so that only its part is meant."""
    return same is not None and named.kind is PeriodKind.YEAR


def _same_in(period: Period, year: int) -> Period | None:
    """Return the same span of another year; a year has that year itself."""
    if period.kind is PeriodKind.YEAR:
        return Period.year(year)
    return _years_before(period, period.start.year - year)


def _years_before(period: Period, years: int) -> Period | None:
    """Return the same span so many years before; None of a span longer than a year."""
    if not 0 < years <= _MOST_YEARS:
        return None
    with suppress(InvalidValueError):
        for _ in range(years):
            period = period.same_period_last_year()
        return period
    return None


def _year_inside(material: Material, at: int, period: Period) -> Period | None:
    """Return the time named with the first end of a change from one figure to another."""
    piece = material.pieces[at]
    for other in takewhile(lambda other: other.end <= piece.end, material.pieces[at + 1 : at + 4]):
        if isinstance(other.value, Period) and other.value.kind is PeriodKind.YEAR:
            same = _SAME_BEFORE.search(material.text.low, max(0, other.start - _NEAR), other.start)
            return _same_in(period, other.value.start.year) if same else other.value
    return None


def _kind(name: str) -> IndicatorKind | None:
    low = folded(name)
    found = next((code for word, code in movements.INDICATORS.items() if word in low), None)
    return IndicatorKind(found) if found else None


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]
