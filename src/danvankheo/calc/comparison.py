"""Two summaries beside each other: what it moved by, and what cannot be compared."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final, Literal, TypeAlias, TypeVar, overload

import attrs

from danvankheo.bilingual import Words
from danvankheo.calc.places_on import RolledUp, Together
from danvankheo.calc.rates import growth
from danvankheo.calc.summary_figures import FigureKey, SummaryFigure, SummaryPart, figures_of
from danvankheo.checking import check_type, chosen
from danvankheo.domain.contribution import ContributionKind
from danvankheo.domain.labels import Labelled
from danvankheo.domain.periods import Period, PeriodKind
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.shown import Printer, Shown, ShownByField
from danvankheo.domain.summary import Summary
from danvankheo.errors import InvalidValueError, invalid
from danvankheo.reasons import Reason

Key = TypeVar("Key", bound=Hashable)


class Basis(Labelled):
    """What a figure is compared with.

    >>> [basis.label for basis in Basis]
    ['kỳ trước', 'cùng kỳ', 'kế hoạch', 'chỉ tiêu']
    """

    BEFORE = "before", "kỳ trước"
    SAME_PERIOD = "same_period", "cùng kỳ"
    PLAN = "plan", "kế hoạch"
    TARGET = "target", "chỉ tiêu"


class NotCompared(Labelled):
    """Why a figure, or its growth, is not compared.

    >>> NotCompared.ZERO_BEFORE.label
    'số trước bằng 0, không tính được tốc độ tăng'
    """

    NO_NOW = "no_now", "kỳ này chưa có số liệu"
    NO_BEFORE = "no_before", "kỳ trước chưa có số liệu"
    UNIT = "unit", "hai bên ghi khác đơn vị"
    KIND = "kind", "một bên so với tổng số, một bên so với kế hoạch"
    PERIOD_SPAN = "period_span", "hai kỳ dài ngắn khác nhau"
    SEVERAL_PERIODS = "several_periods", "có số liệu của nhiều kỳ"
    PLACES = "places", "địa bàn hai kỳ không như nhau"
    ZERO_BEFORE = "zero_before", "số trước bằng 0, không tính được tốc độ tăng"


@attrs.frozen(kw_only=True, repr=False)
class Compared(ShownByField):
    """One figure beside what it is compared with.

    Args:
        key: what it is of.
        now: the figure; a rate is a fraction. None where nobody states it.
        before: what it is compared with.
        difference: now minus before; of rates a fraction, of which 1/100 is a percentage point.
        growth: by how much it grew, of sums and counts; None for rates and for plans.
        attainment: now over before: of sums and counts, and of all that has a plan or a target.
        why: why something of this is missing.
        periods: of an indicator, the two periods that its figures are of.
        unknown: how many contributions or reports on each side state no figure and are in neither.

    >>> from danvankheo import Contribution, Movement, summarise
    >>> from danvankheo.units import MILLION_DONG
    >>> def year(number, amount):
    ...     gift = Contribution(quantity=Quantity(amount, MILLION_DONG))
    ...     return summarise(Movement(name="Dân vận khéo", period=Period.year(number), contributions=(gift,)))
    >>> (money,) = compare(year(2026, 115), year(2025, 100)).lines
    >>> money.now, money.difference, money.growth
    (Quantity(Decimal('115000000'), DONG), Quantity(Decimal('15000000'), DONG), Fraction(3, 20))
    """

    key: FigureKey
    now: Quantity | Fraction | None
    before: Quantity | Fraction | None
    difference: Quantity | Fraction | None = None
    growth: Fraction | None = None
    attainment: Fraction | None = None
    why: tuple[NotCompared, ...] = ()
    periods: tuple[Period | None, Period | None] = (None, None)
    unknown: tuple[int, int] = (0, 0)

    @property
    def is_approximate(self) -> bool:
        """Return whether growth and attainment are of figures with "hơn", "gần" or "khoảng"."""
        return any(
            isinstance(figure, Quantity) and figure.approximation is not Approximation.EXACTLY
            for figure in (self.now, self.before)
        )


@attrs.frozen(kw_only=True, repr=False)
class Comparison(ShownByField):
    """Every figure of two summaries, side by side.

    Args:
        basis: what they are compared with.
        lines: the figures, in the order of summaries.
        periods: the two periods, where they are known.

    >>> from danvankheo import load, summarise
    >>> now = summarise([load("docs/examples/an-khe-2022.json")])
    >>> same = compare(now, now)
    >>> same.basis.label, {line.growth for line in same.lines if line.growth is not None}
    ('kỳ trước', {Fraction(0, 1)})
    """

    basis: Basis
    lines: tuple[Compared, ...]
    periods: tuple[Period, Period] | None = None

    @property
    def not_compared(self) -> tuple[Compared, ...]:
        """The figures of which something is missing, each with the reason."""
        return tuple(line for line in self.lines if line.why)


class Comparisons(dict[Key, Comparison], Shown):
    """Comparisons by group, as `compare` makes them of two roll-ups: a dict that is shown as a table.

    >>> isinstance(compare({"A": Summary()}, {"A": Summary()}), Comparisons)
    True
    """

    __slots__ = ()

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        printer.pretty(dict(self))


BasisLike = Basis | Literal["before", "same_period", "plan", "target"]


@overload
def compare(
    now: Summary, before: Summary, *, basis: BasisLike = ..., periods: tuple[Period, Period] | None = ...
) -> Comparison: ...
@overload
def compare(
    now: Mapping[Key, Summary],
    before: Mapping[Key, Summary],
    *,
    basis: BasisLike = ...,
    periods: tuple[Period, Period] | None = ...,
) -> Comparisons[Key]: ...
def compare(
    now: Summary | Mapping[Key, Summary],
    before: Summary | Mapping[Key, Summary],
    *,
    basis: BasisLike = Basis.BEFORE,
    periods: tuple[Period, Period] | None = None,
) -> Comparison | Comparisons[Key]:
    """Return every total, count and rate of two summaries side by side, with what it moved by.

    Sums and counts have a difference, a growth and an attainment; rates have points, and an attainment where
    there is a plan or a target. What is unknown is not zero. Nothing is compared across units, kinds of
    rates, periods that differ in length, or places that are not the same: the reason stands in
    `Compared.why`.

    Args:
        now: a summary, or summaries by group, such as those of `roll_up`.
        before: the same of the earlier period, of last year's (cùng kỳ), of a plan or a target.
        basis: which of these it is.
        periods: the period of each, so that a quarter is not compared with a year; a plan may be of a longer
            period that holds the other. Indicators know theirs. `compare_movements` takes it from reports.

    Raises:
        InvalidValueError: neither two summaries nor two mappings of them.

    >>> from danvankheo import AwardForm
    >>> from danvankheo.calc import AwardTotal
    >>> def giay_khen(count):
    ...     return Summary(awards=(AwardTotal(form=AwardForm.GIAY_KHEN, individuals=count),))
    >>> (line,) = compare(giay_khen(11), giay_khen(20), basis="plan").lines
    >>> line.difference, line.growth, line.attainment
    (Quantity(Decimal('-9'), counted('cá nhân')), None, Fraction(11, 20))
    >>> (line,) = compare(giay_khen(11), Summary()).lines
    >>> [why.label for why in line.why]
    ['kỳ trước chưa có số liệu']
    """
    of = chosen(basis, Basis, "compare.basis")
    if periods is not None:
        for period in periods:
            check_type(period, Period, "compare.periods")
    if isinstance(now, Summary) and isinstance(before, Summary):
        return compared(now, before, of, periods)
    if isinstance(now, Mapping) and isinstance(before, Mapping):
        keys = dict.fromkeys((*now, *before))
        apart = {*_shared_with_others(now), *_shared_with_others(before)}
        return Comparisons(
            {
                key: compared(
                    now.get(key, _NOTHING),
                    before.get(key, _NOTHING),
                    of,
                    periods,
                    same_places=key not in apart,
                )
                for key in keys
            }
        )
    two = Words("hai Summary, hoặc hai nhóm Summary", "two summaries, or two mappings of them")
    raise invalid("compare", Reason.TYPE, before if isinstance(now, Summary | Mapping) else now, type=two)


_NOTHING: Final = Summary()


def _shared_with_others(groups: Mapping[Key, Summary]) -> Iterator[Place]:
    """Yield the units that hold figures only together with others, so that their own are not whole."""
    if isinstance(groups, RolledUp):
        for key in groups:
            if isinstance(key, Together):
                yield from key.units


def compared(
    now: Summary,
    before: Summary,
    basis: Basis,
    periods: tuple[Period, Period] | None,
    *,
    same_places: bool = True,
) -> Comparison:
    """Return two summaries side by side; `compare` without its checks of arguments.

    Args:
        now: the later.
        before: what it is compared with.
        basis: what that is.
        periods: of the two, where they are known.
        same_places: whether both are of the same places.
    """
    found = _by_key(now), _by_key(before)
    later, earlier = _with_units(found[0], found[1]), _with_units(found[1], found[0])
    always = () if same_places else (NotCompared.PLACES,)
    too_long = periods is not None and not same_span(*periods, basis)
    of_totals = (*always, *((NotCompared.PERIOD_SPAN,) if too_long else ()))
    lines: list[Compared] = []
    for key in dict.fromkeys((*later, *earlier)):
        here, there = later.get(key, []), earlier.get(key, [])
        if key.part is SummaryPart.INDICATORS:
            for new, old, several in _paired(here, there, basis):
                why = (
                    *always,
                    *_of_rates(new, old, basis),
                    *((NotCompared.SEVERAL_PERIODS,) if several else ()),
                )
                lines.append(_line(key, new, old, basis, (*why, *_apart(key, new, old, later, earlier))))
        else:
            new, old = next(iter(here), None), next(iter(there), None)
            lines.append(_line(key, new, old, basis, (*of_totals, *_apart(key, new, old, later, earlier))))
    return Comparison(basis=basis, lines=tuple(lines), periods=periods)


def same_span(now: Period, before: Period, basis: Basis) -> bool:
    """Return whether two periods are alike in length; a plan may be of a longer one that holds the other.

    >>> quarter, year = Period.quarter(2026, 2), Period.year(2026)
    >>> same_span(quarter, Period.quarter(2025, 2), Basis.SAME_PERIOD), same_span(quarter, year, Basis.BEFORE)
    (True, False)
    >>> same_span(quarter, year, Basis.PLAN)
    True
    """
    if basis in (Basis.PLAN, Basis.TARGET):
        return before.start <= now.start and now.end <= before.end
    if now.kind is not before.kind:
        return False
    return now.days == before.days if now.kind is PeriodKind.DATES else _months(now) == _months(before)


def _months(period: Period) -> int:
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month


def _by_key(summary: Summary) -> dict[FigureKey, list[SummaryFigure]]:
    found: dict[FigureKey, list[SummaryFigure]] = {}
    for figure in figures_of(summary):
        found.setdefault(figure.key, []).append(figure)
    return found


def _with_units(
    found: dict[FigureKey, list[SummaryFigure]], beside: Iterable[FigureKey]
) -> dict[FigureKey, list[SummaryFigure]]:
    """Return figures by key; what nobody stated a quantity of is in the other side's unit, if that is one."""

    def key_of(key: FigureKey) -> FigureKey:
        if key.unit is not None or key.part is not SummaryPart.CONTRIBUTIONS:
            return key
        theirs = [other for other in beside if other.of == key.of and other.unit is not None]
        return theirs[0] if len(theirs) == 1 else key

    return {key_of(key): figures for key, figures in found.items()}


_Pair: TypeAlias = tuple[SummaryFigure | None, SummaryFigure | None, bool]


def _paired(now: list[SummaryFigure], before: list[SummaryFigure], basis: Basis) -> Iterator[_Pair]:
    """Yield the rates of one indicator two by two, and whether one has none because there are several."""
    if len(now) <= 1 and len(before) <= 1:
        yield next(iter(now), None), next(iter(before), None), False
        return
    left = [*before]
    for figure in now:
        wanted = _earlier(figure.period, basis)
        old = next((each for each in left if wanted is not None and each.period == wanted), None)
        if old is not None:
            left.remove(old)
        yield figure, old, old is None
    for old in left:
        yield None, old, True


def _earlier(period: Period | None, basis: Basis) -> Period | None:
    """Return the period that a rate is compared with, where there are several."""
    if period is None or basis in (Basis.PLAN, Basis.TARGET):
        return period
    try:
        return period.same_period_last_year()
    except InvalidValueError:  # longer than a year
        return None


def _of_rates(now: SummaryFigure | None, before: SummaryFigure | None, basis: Basis) -> Iterator[NotCompared]:
    new, old = now.period if now else None, before.period if before else None
    if new is not None and old is not None and not same_span(new, old, basis):
        yield NotCompared.PERIOD_SPAN


def _apart(
    key: FigureKey,
    now: SummaryFigure | None,
    before: SummaryFigure | None,
    later: Iterable[FigureKey],
    earlier: Iterable[FigureKey],
) -> Iterator[NotCompared]:
    """Yield why a figure stands alone: the other side has it in another unit or of another kind."""
    if now is not None and before is not None:
        return
    others = [each for each in (later if now is None else earlier) if each.part is key.part and each != key]
    if key.of != (ContributionKind.GOODS,) and any(each.of == key.of for each in others):
        yield NotCompared.UNIT
    elif key.part is SummaryPart.INDICATORS and any(each.of[:-1] == key.of[:-1] for each in others):
        yield NotCompared.KIND


def _line(
    key: FigureKey,
    now: SummaryFigure | None,
    before: SummaryFigure | None,
    basis: Basis,
    why: Iterable[NotCompared],
) -> Compared:
    new, old = now.value if now else None, before.value if before else None
    reasons = [*dict.fromkeys(why)]
    if not reasons:
        reasons += [NotCompared.NO_NOW] * (new is None) + [NotCompared.NO_BEFORE] * (old is None)
    told = Compared(
        key=key,
        now=new,
        before=old,
        why=tuple(reasons),
        periods=(now.period if now else None, before.period if before else None),
        unknown=(now.unknown if now else 0, before.unknown if before else 0),
    )
    if reasons or new is None or old is None:
        return told
    planned = basis in (Basis.PLAN, Basis.TARGET)
    if isinstance(new, Fraction) or isinstance(old, Fraction):
        assert isinstance(new, Fraction)
        assert isinstance(old, Fraction)
        ratio = new / old if planned and old else None
        no_ratio = (NotCompared.ZERO_BEFORE,) if planned and not old else ()
        return attrs.evolve(told, difference=new - old, attainment=ratio, why=no_ratio)
    moved = new - old
    if old.value <= 0:
        return attrs.evolve(told, difference=moved, why=(NotCompared.ZERO_BEFORE,))
    return attrs.evolve(
        told, difference=moved, growth=None if planned else growth(new, before=old), attainment=new / old
    )
