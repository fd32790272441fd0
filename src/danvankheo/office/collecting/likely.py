"""A second look at what was collected: slips by a thousand, copied figures, rates unlike all others.

Everything here may well be right: each is an info with its reason, never an error. Nothing is said where too
few others are there to compare with.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from danvankheo.domain.indicator import Indicator
from danvankheo.domain.movement import Movement
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import Dimension, Unit
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.quantities import format_quantity
from danvankheo.office.address import Address
from danvankheo.office.collecting.amounts import written
from danvankheo.office.collecting.records import CollectingProblem, ProblemKind, Sent
from danvankheo.reporting.place_names import lineage_of, same_place

_SLIP: Final = 1000
_LEAST_OTHERS: Final = 5
_APART: Final = 50
"""How far beyond all others a figure is before a slip is thought of."""
_CHANGED: Final = 10
_NEAR_SLIP: Final = (Fraction(500), Fraction(2000))
_COPIED: Final = 3
_TELLING: Final = 4
"""Significant digits that a figure needs for two senders not to have it by chance."""
_MOST_SHARING: Final = 2
_LEAST_RATES: Final = 8
_FENCE: Final = 3


class _Given(NamedTuple):
    sent: Sent
    path: str
    quantity: Quantity
    unit: Unit
    value: Fraction

    @property
    def address(self) -> Address:
        return self.sent.addresses_of(self.path)[0]


def likely(sent: Sequence[Sent], earlier: Sequence[Movement] = ()) -> Iterator[CollectingProblem]:
    """Yield what is worth a second look in what counts, and against earlier movements of the same places."""
    given = [each for one in sent for each in _gifts(one)]
    yield from _slips(given)
    yield from _against(sent, earlier)
    yield from _copied(given)
    yield from _out_of_rank(sent)


def _gifts(sent: Sent) -> Iterator[_Given]:
    for at, gift in enumerate(sent.movement.contributions):
        if gift.quantity is not None and gift.quantity.amount:
            value = Fraction(gift.quantity.value)
            yield _Given(sent, f"$.contributions[{at}]", gift.quantity, gift.quantity.unit.to_base(), value)


def _slips(given: Sequence[_Given]) -> Iterator[CollectingProblem]:
    """Yield figures that lie far beyond all others of their unit and amid them after a slip by a thousand.

    Gifts are compared one by one: the sums of senders differ too much by their size.
    """
    by_unit: defaultdict[Unit, list[_Given]] = defaultdict(list)
    for each in given:
        by_unit[each.unit].append(each)
    for figures in by_unit.values():
        if len(figures) <= _LEAST_OTHERS:
            continue
        ranked = sorted(figures, key=lambda each: each.value)
        least, most = ranked[0], ranked[-1]
        second, second_least = ranked[-2].value, ranked[1].value
        if most.value >= _APART * second and second_least <= most.value / _SLIP <= second:
            yield _slip(
                most, "lớn gấp ít nhất 50 lần mọi số khác", most.value / _SLIP, "at least 50 times all others"
            )
        of_money = least.unit.dimension is Dimension.MONEY
        if (
            of_money
            and least.value * _APART <= second_least
            and second_least <= least.value * _SLIP <= second
        ):
            yield _slip(
                least,
                "nhỏ hơn mọi số khác ít nhất 50 lần",
                least.value * _SLIP,
                "at most a 50th of all others",
            )


def _slip(each: _Given, why: str, meant: Fraction, why_english: str) -> CollectingProblem:
    said, other = format_quantity(each.quantity), written(meant, each.unit)
    return CollectingProblem(
        kind=ProblemKind.TIMES_THOUSAND,
        address=each.address,
        vietnamese=f"{said} {why} ({written(each.value, each.unit)}); nếu nhầm đơn vị thì là {other}",
        english=f"{said} is {why_english}; by a slip of units it would be {other}",
    )


def _against(sent: Sequence[Sent], earlier: Sequence[Movement]) -> Iterator[CollectingProblem]:
    """Yield sums of a place that are far from what it gave in an earlier period as long."""
    for one in sent:
        place = one.movement.place
        if place is None:
            continue
        now = _sums(one.movement)
        for before in earlier:
            alike = before.place is not None and same_place(lineage_of(before.place), lineage_of(place))
            if not alike or before.period == one.movement.period:
                continue
            for unit, value in _sums(before).items():
                if unit in now and value and now[unit]:
                    yield from _changed(one, before, unit, now[unit], value)


def _changed(
    one: Sent, before: Movement, unit: Unit, now: Fraction, then: Fraction
) -> Iterator[CollectingProblem]:
    times = now / then if now > then else then / now
    if times < _CHANGED:
        return
    more, more_english = ("gấp", "more") if now > then else ("giảm còn một phần", "less")
    low, high = _NEAR_SLIP
    slip = low <= times <= high
    hint = "; có thể nhầm đơn vị nghìn lần" if slip else ""
    hint_english = "; perhaps a slip by a thousand" if slip else ""
    rounded = round(times)
    said = f"{more} {rounded} lần" if now > then else f"{more} {rounded}"
    yield CollectingProblem(
        kind=ProblemKind.TIMES_THOUSAND if slip else ProblemKind.CHANGED_MUCH,
        address=Address(one.file),
        vietnamese=(
            f"tổng {written(now, unit)}, {said} so với {format_period(before.period)} "
            f"({written(then, unit)}){hint}"
        ),
        english=(
            f"the sum {written(now, unit)} is about {rounded} times {more_english} than in "
            f"{before.period.code} ({written(then, unit)}){hint_english}"
        ),
    )


def _sums(movement: Movement) -> dict[Unit, Fraction]:
    found: defaultdict[Unit, Fraction] = defaultdict(Fraction)
    for gift in movement.contributions:
        if gift.quantity is not None:
            found[gift.quantity.unit.to_base()] += Fraction(gift.quantity.value)
    return dict(found)


def _copied(given: Sequence[_Given]) -> Iterator[CollectingProblem]:
    """Yield senders that have several telling figures alike, which chance hardly gives."""
    holders: defaultdict[tuple[Unit, Fraction], dict[int, _Given]] = defaultdict(dict)
    for each in given:
        if _digits(each.quantity) >= _TELLING:
            holders[each.unit, each.value].setdefault(id(each.sent), each)
    shared: defaultdict[tuple[int, int], list[tuple[_Given, _Given]]] = defaultdict(list)
    for held in holders.values():
        if len(held) == _MOST_SHARING:
            one, other = held.values()
            place = one.sent.movement.place
            if place is None or place != other.sent.movement.place:
                shared[id(one.sent), id(other.sent)].append((one, other))
    for pairs in shared.values():
        if len(pairs) >= _COPIED:
            one, other = pairs[0]
            figures = ", ".join(format_quantity(first.quantity) for first, _ in pairs[:4])
            yield CollectingProblem(
                kind=ProblemKind.COPIED,
                address=other.address,
                vietnamese=(
                    f"{len(pairs)} số giống hệt của {one.sent.sender} (tệp {one.sent.file}): {figures}; "
                    f"có thể chép nhầm"
                ),
                english=(
                    f"{len(pairs)} figures are those of {one.sent.sender} ({one.sent.file}): {figures}; "
                    f"perhaps copied"
                ),
            )


def _digits(quantity: Quantity) -> int:
    return len(quantity.amount.normalize().as_tuple().digits)


class _Rate(NamedTuple):
    sent: Sent
    path: str
    indicator: Indicator
    value: Fraction


def _out_of_rank(sent: Sequence[Sent]) -> Iterator[CollectingProblem]:
    """Yield rates beyond three times the middle half of all, counted from its ends, by rank alone."""
    by_name: defaultdict[object, list[_Rate]] = defaultdict(list)
    for one in sent:
        for at, indicator in enumerate(one.movement.indicators):
            value = indicator.rate
            if value is not None and indicator.place is None:
                rate = _Rate(one, f"$.indicators[{at}]", indicator, value)
                by_name[indicator.kind or indicator.name.lower()].append(rate)
    for rates in by_name.values():
        if len({id(rate.sent) for rate in rates}) < _LEAST_RATES:
            continue
        ranked = sorted(rates, key=lambda rate: rate.value)
        low, high = ranked[len(ranked) // 4].value, ranked[-1 - len(ranked) // 4].value
        reach = _FENCE * (high - low)
        if not reach:
            continue
        for at, rate in enumerate(ranked, 1):
            if not low - reach <= rate.value <= high + reach:
                yield _unusual(rate, at, len(ranked), low, high)


def _unusual(rate: _Rate, at: int, count: int, low: Fraction, high: Fraction) -> CollectingProblem:
    own, first, last = _percent(rate.value), _percent(low), _percent(high)
    return CollectingProblem(
        kind=ProblemKind.OUT_OF_RANK,
        address=rate.sent.addresses_of(rate.path)[0],
        vietnamese=(
            f"{rate.indicator.name}: {own}, xếp {at}/{count} từ thấp lên; một nửa số nơi nằm trong "
            f"khoảng {first} – {last}"
        ),
        english=(
            f"{rate.indicator.name}: {own} is {at} of {count} from below; half of the places lie between "
            f"{first} and {last}"
        ),
    )


def _percent(value: Fraction) -> str:
    hundredths = round(value * 10_000)
    return f"{hundredths // 100},{hundredths % 100:02}%"
