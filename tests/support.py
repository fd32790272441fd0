"""Values and strategies that several tests share."""

import copy
import json
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
from hypothesis import strategies as st

from danvankheo import (
    Approximation,
    Award,
    Better,
    ChangeKind,
    Contribution,
    ContributionKind,
    DocumentRef,
    EmulationTitle,
    GrantingLevel,
    Indicator,
    IndicatorKind,
    Model,
    ModelCount,
    ModelField,
    ModelLevel,
    ModelStatus,
    ModelSubject,
    Movement,
    Organization,
    PartialDate,
    Period,
    Place,
    PlaceKind,
    Quantity,
    QuantityRange,
    Result,
    Rounding,
    counted,
    dumps,
    testing,
)
from danvankheo.units import MILLION_DONG, UNITS, Dimension, Scale, local_area

AN_KHE = Place(
    name="An Khê",
    kind=PlaceKind.TOWN,
    code="623",
    parent=Place(name="Gia Lai", kind=PlaceKind.PROVINCE, code="64"),
)

names = st.sampled_from(["An Khê", "Tú Thủy 2", "Kết nối “yêu thương”", "Mô hình <b> & | *", "Đắk [bold]"])
amounts = st.decimals(0, 10**13, places=2).map(lambda d: d.normalize() if d == d.to_integral() else d)
signed_amounts = st.decimals(-(10**13), 10**13, places=3, allow_nan=False)
nouns = st.sampled_from(["hộ", "trường", "mô hình", "tuyến đường"])
rates = st.sampled_from(["", "người/năm", "hộ"])
days = st.dates(date(2010, 1, 1), date(2025, 6, 30))
roundings = st.sampled_from(Rounding)
numbers = st.one_of(
    st.integers(-(10**30), 10**30),
    st.decimals(-(10**15), 10**15, allow_nan=False),
    st.fractions(-(10**9), 10**9, max_denominator=10**6),
    st.floats(-1e15, 1e15, allow_nan=False).map(lambda x: x if abs(x) > 1e-60 else 0.0),
)


@st.composite
def units(draw: st.DrawFn, dimensions: frozenset[Dimension] = frozenset(Dimension)) -> object:
    """Any unit of the dimensions, scaled and per something or not."""
    choices = [unit for unit in UNITS.values() if unit.dimension in dimensions]
    if Dimension.COUNT in dimensions:
        choices.append(counted(draw(nouns)))
    if Dimension.LAND in dimensions:
        choices.append(local_area("sào", draw(st.sampled_from([360, 500, 1000])), "Tây Nguyên"))
    unit = draw(st.sampled_from(choices))
    scalable = unit.scale is Scale.ONE and unit.dimension is not Dimension.RATIO
    if scalable and draw(st.booleans()):
        unit = unit.scaled(draw(st.sampled_from([scale for scale in Scale if scale is not Scale.ONE])))
    return unit.per(rate) if (rate := draw(rates)) else unit


def quantities(unit: st.SearchStrategy[object] | None = None) -> st.SearchStrategy[Quantity]:
    """Any quantity that is not negative."""
    return st.builds(Quantity, amounts, units() if unit is None else unit, st.sampled_from(Approximation))


FIRST, LAST = date(2011, 1, 1), date(2025, 6, 30)  # there were districts
years = st.integers(FIRST.year, LAST.year - 1)
periods = testing.periods(FIRST, LAST)
partial_dates = testing.partial_dates(FIRST, LAST)
_AT = Period.year(2024)
places = testing.places(existing_in=_AT) | st.builds(
    Place, name=names, kind=st.just(PlaceKind.WARD), parent=st.just(AN_KHE)
)
document_refs = st.one_of(
    testing.document_refs(FIRST, LAST),
    st.builds(DocumentRef, number=st.just("30a"), symbol=st.sampled_from(["QH15", "BNV-CTTN&BĐG"])),
)
_giveable = frozenset(Dimension) - {Dimension.RATIO}
given_quantities = quantities(
    st.one_of(units(_giveable)).map(lambda unit: unit.per("") if unit.rate else unit)
)
ranges = given_quantities.map(
    lambda low: QuantityRange(low, Quantity(low.amount + 1, low.unit), Approximation.EXACTLY)
)


def _odd(records, **odd):
    """Records that the published strategies draw, with fields that no report would print so."""
    return st.builds(attrs.evolve, records, **odd)


_UNITS = st.none() | nouns.map(counted)
_PERCENTS = st.none() | quantities(st.just(UNITS["percent"]))
_CHANGES = st.none() | st.builds(Quantity, signed_amounts, st.just(UNITS["percent"]))
_CHANGE_KINDS = st.sampled_from([None, ChangeKind.GROWTH, ChangeKind.POINTS])
_KINDS = st.none() | st.sampled_from(IndicatorKind)
_BETTER = st.none() | st.sampled_from(Better)
_YEARS, _EARLIER = st.none() | years.map(Period.year), st.none() | periods


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    """An indicator with part and whole, a value, or both, that need not agree."""
    whole = draw(st.none() | st.integers(0, 10**6))
    part = draw(st.integers(0, 10**6 if whole is None else whole))
    value = draw(_PERCENTS)
    return Indicator(
        name=draw(names),
        kind=draw(_KINDS),
        value=value,
        part=None if value is not None and draw(st.booleans()) else part,
        whole=whole,
        unit=draw(_UNITS),
        change=draw(_CHANGES),
        change_kind=draw(_CHANGE_KINDS),
        better=draw(_BETTER),
        period=draw(_YEARS),
        compared_to=draw(_EARLIER),
    )


contributions = testing.contributions(period=_AT) | _odd(
    testing.contributions(kinds=[ContributionKind.MONEY], period=_AT),
    quantity=given_quantities,
    unknown_kind=st.none(),
    purpose=names,
    when=st.none() | days | partial_dates.filter(lambda d: d.year is None) | periods,
    items=st.lists(given_quantities, max_size=1).map(tuple),
)
_models = testing.models(period=_AT) | _odd(
    testing.models(period=_AT),
    name=names,
    place=places,
    results=st.builds(Result, text=names, quantity=st.none() | given_quantities | ranges).map(lambda r: (r,)),
)
_awards = _odd(
    testing.awards(period=_AT),
    level=st.sampled_from([None, GrantingLevel.PROVINCE, GrantingLevel.COMMUNE]),
    decided=st.none() | days | partial_dates,
    decision=st.none() | document_refs,
)
_MOVEMENTS = testing.movements(periods=periods, max_size=1)


@st.composite
def movements(draw: st.DrawFn) -> Movement:
    """Any movement: what reports print and, half of the time, records beside it that agree with nothing."""
    told = draw(_MOVEMENTS)
    if draw(st.booleans()):
        return told
    return attrs.evolve(
        told,
        name=draw(names),
        place=draw(st.none() | places),
        models=(*told.models, *draw(st.lists(_models, max_size=1))),
        model_counts=draw(_COUNTS),
        contributions=(*told.contributions, *draw(st.lists(contributions, max_size=2))),
        stated_totals=tuple(draw(st.lists(given_quantities, max_size=1))),
        indicators=(*told.indicators, *draw(st.lists(indicators(), max_size=2))),
        awards=(*told.awards, *draw(st.lists(_awards, max_size=1))),
        directives=tuple(draw(st.lists(document_refs, max_size=1))),
    )


_COUNTS = st.lists(testing.model_counts(period=_AT), unique_by=lambda count: count.what, max_size=3).map(
    tuple
)


_JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 3) | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "1", "2022", "dong", "over", "giay_khen", "-1", "x\n", "1.50", "--11-02"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["name", "amount", "unit", "counted", "kind", "low", "x"]), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, object]:
    """A document in which one thing, anywhere, is replaced, removed or added."""
    document = json.loads(dumps(draw(movements())))
    here = copy.deepcopy(document)
    root = here
    while True:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        key = draw(st.sampled_from([*keys, "new"] if isinstance(here, dict) else keys))
        deeper = here.get(key) if isinstance(here, dict) else here[key]
        if isinstance(deeper, dict | list) and deeper and draw(st.booleans()):
            here = deeper
            continue
        if key in keys and draw(st.booleans()) and isinstance(here, dict):
            del here[key]
        else:
            here[key] = draw(_JUNK)
        return root


def exact(number: object) -> Fraction:
    """The exact value that the library takes a number for: a float is its shortest repr."""
    return Fraction(repr(number)) if isinstance(number, float) else Fraction(number)


def tidy(text: str) -> Decimal:
    """The decimal of a Vietnamese numeral, read in the plainest way."""
    return Decimal(text.replace(".", "").replace(",", "."))


# A movement of which every part is stated.
FULL_MOVEMENT = Movement(
    name="Dân vận khéo",
    period=Period.year(2022),
    place=AN_KHE,
    reviewed=PartialDate(day=2, month=11),
    models=(
        Model(name="Một", field=ModelField.OTHER, other_field="xây dựng nông thôn mới"),
        Model(name="Hai"),
    ),
    model_counts=(
        ModelCount(
            count=69,
            status=ModelStatus.RECOGNIZED,
            subject=ModelSubject.COLLECTIVE,
            level=ModelLevel.DISTRICT,
            field=ModelField.ECONOMY,
        ),
    ),
    contributions=(
        Contribution(unknown_kind=ContributionKind.LAND, giver=Organization(name="Hội Nông dân")),
        Contribution(quantity=Quantity(12, counted("con bò"))),
    ),
    stated_totals=(Quantity(1, MILLION_DONG),),
    indicators=(
        Indicator(
            name="thu ngân sách",
            value=Quantity(91, MILLION_DONG),
            earlier=Quantity(88, MILLION_DONG),
            target=Quantity(95, MILLION_DONG),
            place=Place(name="An Bình", kind=PlaceKind.WARD, parent=AN_KHE),
            period=Period.quarter(2022, 1),
        ),
    ),
    awards=(Award(form=EmulationTitle.CULTURAL_FAMILY, households=1_905),),
)


def agrees(value: Fraction, quantity: Quantity) -> bool:
    """Whether a true amount, in the quantity's unit, is what its word says, taken literally."""
    figure = Fraction(quantity.amount)
    return {
        Approximation.EXACTLY: value == figure,
        Approximation.OVER: value > figure,
        Approximation.AT_LEAST: value >= figure,
        Approximation.NEARLY: value < figure,
        Approximation.UNDER: value < figure,
        Approximation.AT_MOST: value <= figure,
        Approximation.ABOUT: True,
    }[quantity.approximation]
