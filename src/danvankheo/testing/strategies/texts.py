"""Strategies for Vietnamese text: numerals with their numbers, reports with the facts in them."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Final, Literal, TypeAlias, get_args

import attrs
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from danvankheo.domain.numbers import EXACT, decimals_of
from danvankheo.domain.periods import PeriodKind
from danvankheo.domain.quantities import Approximation, Quantity, QuantityRange
from danvankheo.domain.stated import Stated
from danvankheo.domain.statements import Attainment, Change, Direction, Ratio
from danvankheo.domain.units import (
    HECTARE,
    MILLION_DONG,
    PERCENT,
    PERCENTAGE_POINT,
    SQUARE_METRE,
    WORKDAY,
    Dimension,
    counted,
)
from danvankheo.formatting.changes import format_attainment, format_change, format_ratio
from danvankheo.formatting.dates import format_date, format_period
from danvankheo.formatting.names import format_document
from danvankheo.formatting.numbers import format_number
from danvankheo.formatting.quantities import format_quantity, format_range
from danvankheo.formatting.words import WordStyle, number_to_words
from danvankheo.scanning.data import fact_data
from danvankheo.scanning.facts import Fact, FactKind, Mark, Role
from danvankheo.testing import MarkedText, vocabulary
from danvankheo.testing.strategies.arguments import checked, sampled
from danvankheo.testing.strategies.quantities import printed_percents, quantities
from danvankheo.testing.strategies.settings import FIRST_DAY, LAST_DAY, document_refs, periods

NumeralForm: TypeAlias = Literal["digits", "words"]
"""How a number is written: 1.005, or một nghìn không trăm linh năm."""


@checked
def vietnamese_numerals(
    min_value: int = 0,
    max_value: int = 10**12,
    *,
    decimals: int = 0,
    forms: Collection[NumeralForm] = get_args(NumeralForm),
) -> st.SearchStrategy[tuple[str, Decimal]]:
    """Return a strategy for numbers as Vietnamese writes them: pairs of the text and the number.

    Digits are grouped by dots or not at all, words are those of any region.

    Args:
        min_value: the least number.
        max_value: the largest.
        decimals: how many decimals there are.
        forms: ``digits`` (1.005), ``words`` (một nghìn lẻ năm), or both.

    >>> from hypothesis import find
    >>> text, number = find(vietnamese_numerals(1005, 1005, forms=["digits"]), lambda numeral: True)
    >>> text in ("1005", "1.005"), number
    (True, Decimal('1005'))
    """
    if min_value > max_value or decimals < 0:
        raise InvalidArgument(f"expected {min_value=} <= {max_value=} and {decimals=} >= 0")
    steps = st.integers(min_value * 10**decimals, max_value * 10**decimals)
    numbers = steps.map(lambda step: EXACT.scaleb(Decimal(step), -decimals))
    return _numerals(numbers, sampled(forms, "forms"))


@st.composite
def _numerals(
    draw: st.DrawFn, numbers: st.SearchStrategy[Decimal], forms: st.SearchStrategy[NumeralForm]
) -> tuple[str, Decimal]:
    number = draw(numbers)
    if draw(forms) == "words":
        return number_to_words(number, **draw(_STYLES)), number
    return format_number(number, decimals=decimals_of(number), grouping=draw(_GROUPED)), number


_GROUPED: Final = st.booleans()
_STYLES: Final[st.SearchStrategy[WordStyle]] = st.fixed_dictionaries(
    {},
    optional={
        "zero": st.sampled_from(["linh", "lẻ"]),
        "thousand": st.sampled_from(["nghìn", "ngàn"]),
        "four": st.sampled_from(["tư", "bốn"]),
        "five": st.sampled_from(["lăm", "nhăm"]),
    },
)  # type: ignore[assignment]  # the keys and words of a WordStyle


@checked
def report_texts(*, min_size: int = 1, max_size: int = 5) -> st.SearchStrategy[MarkedText]:
    """Return a strategy for texts of reports with the facts that are in them.

    The facts are as `danvankheo.scanning.fact_data` writes them, so that any reader of running text can be
    held against them, by itself or with `danvankheo.testing.score`.

    Args:
        min_size: the least number of sentences.
        max_size: the largest.

    >>> from hypothesis import find
    >>> from danvankheo import scan
    >>> from danvankheo.scanning import fact_data
    >>> marked = find(report_texts(), lambda marked: "triệu đồng" in marked.text)
    >>> [fact_data(fact) for fact in scan(marked.text)] == list(marked.facts)
    True
    """
    if not 0 <= min_size <= max_size:
        raise InvalidArgument(f"expected 0 <= {min_size=} <= {max_size=}")
    return st.lists(_SENTENCES, min_size=min_size, max_size=max_size).map(_marked)


_Sentence: TypeAlias = Sequence[str | Fact]
"""Plain words and facts by turns; where a fact stands is not known yet."""


def _marked(sentences: Sequence[_Sentence]) -> MarkedText:
    text = ""
    facts = []
    for sentence in sentences:
        text += " " if text else ""
        for piece in sentence:
            if isinstance(piece, Fact):
                span = len(text), len(text) + len(piece.surface)
                facts.append(fact_data(attrs.evolve(piece, span=span)))
                text += piece.surface
            else:
                text += piece
    return MarkedText(text=text, facts=tuple(facts))


def _fact(
    kind: FactKind,
    surface: str,
    value: Stated,
    *,
    subject: str = "",
    comparator: str = "",
    form: str = "",
    role: Role | None = None,
    direction: Direction | None = None,
    marks: Collection[Mark] = (),
) -> Fact:
    return Fact(
        kind=kind,
        span=(0, len(surface)),
        surface=surface,
        value=value,
        subject=subject,
        comparator=comparator,
        form=form,
        role=role,
        direction=direction,
        marks=frozenset(marks),
    )


_EXACTLY: Final = [Approximation.EXACTLY]
_MONEY: Final = quantities(1, dimension=Dimension.MONEY)
_LABOUR: Final = quantities(1, 9999, unit=WORKDAY)
_LAND: Final = quantities(1, 10**6, unit=SQUARE_METRE) | quantities(100, 10**7, unit=HECTARE)
_HOUSEHOLDS: Final = quantities(1, 9999, unit=counted("hộ"))


@st.composite
def _gifts(draw: st.DrawFn) -> _Sentence:
    """Draw what people gave: money, labour or land."""
    match draw(st.sampled_from([FactKind.MONEY, FactKind.LABOUR, FactKind.LAND])):
        case FactKind.MONEY:
            gift = draw(_MONEY)
            return "Nhân dân đóng góp ", _fact(FactKind.MONEY, format_quantity(gift), gift), "."
        case FactKind.LABOUR:
            gift = draw(_LABOUR)
            return "Bà con góp ", _fact(FactKind.LABOUR, format_quantity(gift), gift), " làm đường."
        case _:
            gift = draw(_LAND)
            given = _fact(FactKind.LAND, format_quantity(gift), gift, marks=[Mark.DONATED])
            return "Các hộ dân hiến ", given, " đất."


@st.composite
def _counts(draw: st.DrawFn) -> _Sentence:
    count = draw(_HOUSEHOLDS)
    told = _fact(FactKind.COUNT, format_quantity(count), count, subject="hộ nghèo")
    return "Toàn xã có ", told, " nghèo."


@st.composite
def _ratios(draw: st.DrawFn) -> _Sentence:
    whole = draw(st.integers(1, 999))
    part = draw(st.integers(1, whole))
    percent = draw(printed_percents(part, whole))
    ratio = Ratio(part=part, whole=whole, unit=counted("trường"))
    subject = "trường đạt chuẩn quốc gia"
    return (
        "Có ",
        _fact(FactKind.RATIO, format_ratio(ratio), ratio, subject=subject),
        " đạt chuẩn quốc gia (",
        _fact(
            FactKind.PERCENT,
            format_quantity(percent),
            percent,
            subject=subject,
            role=Role.SHARE,
            marks=[Mark.RESTATES_RATIO],
        ),
        ").",
    )


_PERCENTS: Final = quantities(0, 100, unit=PERCENT, approximations=_EXACTLY)
_POINTS: Final = quantities(Decimal("0.01"), 20, unit=PERCENTAGE_POINT, approximations=_EXACTLY)


@st.composite
def _rates(draw: st.DrawFn) -> _Sentence:
    level, points = draw(_PERCENTS), draw(_POINTS)
    change = Change(direction=draw(st.sampled_from([Direction.DOWN, Direction.UP])), size=points)
    moved = _fact(
        FactKind.CHANGE,
        format_change(change),
        change,
        subject="hộ nghèo",
        comparator="cùng kỳ",
        direction=change.direction,
    )
    told = _fact(FactKind.PERCENT, format_quantity(level), level, subject="hộ nghèo", role=Role.LEVEL)
    return "Tỷ lệ hộ nghèo còn ", told, ", ", moved, " so với cùng kỳ."


@st.composite
def _awards(draw: st.DrawFn) -> _Sentence:
    collectives, individuals = (
        Quantity(draw(st.integers(1, 99)), counted(noun)) for noun in ("tập thể", "cá nhân")
    )
    told = [
        _fact(FactKind.AWARD, format_quantity(each), each, form="giấy khen")
        for each in (collectives, individuals)
    ]
    return "Thị xã tặng giấy khen cho ", told[0], " và ", told[1], "."


_ATTAINED: Final = quantities(1, 200, unit=PERCENT, approximations=_EXACTLY)


@st.composite
def _attainments(draw: st.DrawFn) -> _Sentence:
    attained = Attainment(figure=draw(_ATTAINED), target=draw(st.sampled_from(vocabulary.TARGETS)))
    told = _fact(
        FactKind.ATTAINMENT,
        format_attainment(attained),
        attained,
        subject="Thu ngân sách",
        comparator=attained.target,
    )
    return "Thu ngân sách ", told, "."


@st.composite
def _ranges(draw: st.DrawFn) -> _Sentence:
    low = draw(st.integers(1, 99))
    high = draw(st.integers(low + 1, 100))
    span = QuantityRange(Quantity(low, MILLION_DONG), Quantity(high, MILLION_DONG))
    return "Mỗi hộ được vay ", _fact(FactKind.RANGE, format_range(span), span), "."


@st.composite
def _documents(draw: st.DrawFn) -> _Sentence:
    document = attrs.evolve(draw(_REFERENCES), issued=None)
    return "Thị xã triển khai ", _fact(FactKind.DOCUMENT, format_document(document), document), "."


@st.composite
def _dates(draw: st.DrawFn) -> _Sentence:
    day = draw(_DAYS)
    return "Hội nghị diễn ra ngày ", _fact(FactKind.DATE, format_date(day), day), "."


@st.composite
def _periods(draw: st.DrawFn) -> _Sentence:
    period = draw(_TIMES)
    told = _fact(FactKind.PERIOD, format_period(period), period)
    return "Trong ", told, ", phong trào được đẩy mạnh."


_REFERENCES: Final = document_refs()
_DAYS: Final = st.dates(FIRST_DAY, LAST_DAY)
_TIMES: Final = periods(kinds=[kind for kind in PeriodKind if kind is not PeriodKind.DATES])
_SENTENCES: Final = st.one_of(
    *(_gifts(), _counts(), _ratios(), _rates(), _awards()),
    *(_attainments(), _ranges(), _documents(), _dates(), _periods()),
)
