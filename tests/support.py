"""Values and strategies that several tests share."""

import copy
import json
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from danvankheo import (
    UNITS,
    Approximation,
    Award,
    AwardForm,
    Better,
    ChangeKind,
    Contribution,
    ContributionKind,
    Dimension,
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
    OrganizationKind,
    Period,
    Place,
    PlaceKind,
    Quantity,
    QuantityRange,
    Result,
    Rounding,
    Scale,
    counted,
    dumps,
    local_area,
)
from danvankheo.testing import strategies

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
periods = strategies.periods(FIRST, LAST)
partial_dates = strategies.partial_dates(FIRST, LAST)
places = st.one_of(
    strategies.places(existing_in=Period.year(2024)),
    st.builds(Place, name=names, kind=st.just(PlaceKind.WARD), parent=st.just(AN_KHE)),
)
organizations = st.builds(
    Organization, name=names, kind=st.none() | st.sampled_from(OrganizationKind), place=st.none() | places
)
document_refs = st.one_of(
    strategies.document_refs(FIRST, LAST),
    st.builds(DocumentRef, number=st.just("30a"), symbol=st.sampled_from(["QH15", "BNV-CTTN&BĐG"])),
)
_giveable = frozenset(Dimension) - {Dimension.RATIO}
given_quantities = quantities(
    st.one_of(units(_giveable)).map(lambda unit: unit.per("") if unit.rate else unit)
)
ranges = given_quantities.map(
    lambda low: QuantityRange(low, Quantity(low.amount + 1, low.unit), Approximation.EXACTLY)
)


@st.composite
def models(draw: st.DrawFn) -> Model:
    """Any model of the years of `periods`."""
    field = draw(st.none() | st.sampled_from(ModelField))
    return Model(
        name=draw(names),
        field=field,
        other_field="xây dựng nông thôn mới" if field is ModelField.OTHER else "",
        subject=draw(st.none() | st.sampled_from(ModelSubject)),
        level=draw(st.none() | st.sampled_from(ModelLevel)),
        status=draw(st.none() | st.sampled_from(ModelStatus)),
        place=draw(st.none() | places),
        lead=draw(st.none() | organizations),
        results=draw(
            st.lists(
                st.builds(Result, text=names, quantity=st.none() | given_quantities | ranges), max_size=2
            ).map(tuple)
        ),
    )


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    """An indicator with part and whole, a value, or both."""
    whole = draw(st.none() | st.integers(0, 10**6))
    part = draw(st.integers(0, 10**6 if whole is None else whole))
    value = draw(st.none() | quantities(st.just(UNITS["percent"])))
    kind = draw(st.sampled_from([None, ChangeKind.GROWTH, ChangeKind.POINTS]))
    return Indicator(
        name=draw(names),
        kind=draw(st.none() | st.sampled_from(IndicatorKind)),
        value=value,
        part=None if value is not None and draw(st.booleans()) else part,
        whole=whole,
        unit=draw(st.none() | nouns.map(counted)),
        change=draw(st.none() | st.builds(Quantity, signed_amounts, st.just(UNITS["percent"]))),
        change_kind=kind,
        better=draw(st.none() | st.sampled_from(Better)),
        period=draw(st.none() | years.map(Period.year)),
        compared_to=draw(st.none() | periods),
    )


counts = st.integers(0, 500)
awards = st.one_of(
    st.builds(
        Award,
        form=st.sampled_from(AwardForm),
        granter=st.none() | organizations,
        level=st.none() | st.sampled_from([GrantingLevel.PROVINCE, GrantingLevel.COMMUNE]),
        decided=st.none() | days | partial_dates,
        decision=st.none() | document_refs,
        collectives=counts,
        households=counts,
        individuals=counts,
        mixed=st.integers(1, 5),
    ),
    st.builds(Award, form=st.just(EmulationTitle.ADVANCED_WORKER), individuals=st.integers(1, 9)),
)
contributions = st.one_of(
    st.builds(
        Contribution,
        quantity=given_quantities,
        purpose=names,
        when=st.none() | days | partial_dates.filter(lambda d: d.year is None) | periods,
        items=st.lists(given_quantities, max_size=1).map(tuple),
    ),
    st.builds(Contribution, unknown_kind=st.sampled_from(ContributionKind)),
)
model_counts = st.lists(
    st.builds(
        ModelCount,
        count=counts,
        status=st.none() | st.sampled_from(ModelStatus),
        subject=st.none() | st.sampled_from(ModelSubject),
    ),
    unique_by=lambda count: count.what,
    max_size=3,
).map(tuple)


def movements() -> st.SearchStrategy[Movement]:
    """Any movement."""
    return st.builds(
        Movement,
        name=names,
        period=periods,
        place=st.none() | places,
        organizer=st.none() | organizations,
        reviewed=st.none() | days | partial_dates,
        models=st.lists(models(), max_size=2).map(tuple),
        model_counts=model_counts,
        contributions=st.lists(contributions, max_size=4).map(tuple),
        stated_totals=st.lists(given_quantities, max_size=1).map(tuple),
        indicators=st.lists(indicators(), max_size=3).map(tuple),
        awards=st.lists(awards, max_size=2).map(tuple),
        directives=st.lists(document_refs, max_size=2).map(tuple),
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
