"""Facts: what a running text says in figures, each with its place in the text."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs

from danvankheo.domain.dates import PartialDate
from danvankheo.domain.labels import Labelled
from danvankheo.domain.periods import PartialPeriod, Period
from danvankheo.domain.quantities import Approximation, Quantity, QuantityRange
from danvankheo.domain.references import DocumentRef
from danvankheo.domain.shown import ShownByField
from danvankheo.domain.stated import LocalArea, OrderOfMagnitude, Stated
from danvankheo.domain.statements import Attainment, Change, Direction, FromTo, Ratio


class FactKind(Labelled):
    """What kind of fact; it follows from the unit, not from the verb."""

    MONEY = "money", "tiền"
    LABOUR = "labour", "ngày công"
    LAND = "land", "diện tích"
    GOODS = "goods", "hiện vật, chiều dài, khối lượng"
    COUNT = "count", "số lượng"
    RATIO = "ratio", "tỷ số"
    PERCENT = "percent", "tỷ lệ"
    CHANGE = "change", "tăng, giảm"
    ATTAINMENT = "attainment", "mức hoàn thành"
    AWARD = "award", "khen thưởng"
    DOCUMENT = "document", "văn bản"
    DATE = "date", "ngày"
    PERIOD = "period", "thời kỳ"
    RANGE = "range", "khoảng"


class Role(Labelled):
    """What a percentage is of: a part of a whole, a rate reached, or a level after a change."""

    SHARE = "share", "tỷ trọng"
    RATE = "rate", "mức đạt"
    LEVEL = "level", "mức còn lại, mức tới"


class Mark(Labelled):
    """What else is to be known of a fact; the value is the key in `Fact.extra`.

    >>> from danvankheo import scan
    >>> from danvankheo.scanning import Mark
    >>> scan("Bà con hiến 260 m2 đất.")[0].marks
    frozenset({Mark.DONATED})
    """

    DONATED = "donated", "đất được hiến"
    RESTATES_RATIO = "restates", "nhắc lại tỷ số bên cạnh"
    BASE_IS_RATE = "base_is_rate", "thay đổi của một tỷ lệ"
    DOT_DECIMAL = "separator", "dấu chấm thập phân"
    TWO_WAY = "ambiguous", "dấu phẩy có hai cách hiểu"
    BARE_SCALE = "bare_scale", "không ghi đơn vị tiền"
    TYPO = "typo", "lỗi gõ"
    WEEKDAY = "weekday", "thứ trong tuần không khớp với ngày"


_EXTRA: Final[Mapping[Mark, object]] = MappingProxyType(
    dict.fromkeys(Mark, True) | {Mark.RESTATES_RATIO: "ratio", Mark.DOT_DECIMAL: "dot_decimal"}
)


@attrs.frozen(kw_only=True, repr=False)
class Fact(ShownByField):
    """One figure of a running text: what it says, and where.

    Args:
        kind: what kind of fact.
        span: where the phrase stands in the text as it came: start, and end exclusive, in code points.
        surface: the characters there.
        value: what it says. A duration ("10 năm") is a quantity of năm, tháng, tuần or ngày. A
            change in lần keeps the printed number: "tăng 1,6 lần" may mean by or to, and `form`
            says the wording.
        role: what a percentage is of.
        direction: which way, of a change, and of a range after tăng or giảm.
        comparator: what it is compared to or measured against, as printed, without "so với".
        subject: what the figure is about, where the text says it more precisely than the unit.
        form: how it is worded: the form of an award as printed, ``compound``, ``fraction``,
            ``gấp lần``.
        marks: what else is to be known.

    >>> from danvankheo import scan
    >>> gift, = scan("Nhân dân đóng góp hơn 154,4 triệu đồng.")
    >>> gift.kind.value, gift.surface, gift.span
    ('money', 'hơn 154,4 triệu đồng', (18, 38))
    >>> gift.quantity
    Quantity(Decimal('154.4'), MILLION_DONG, Approximation.OVER)
    """

    kind: FactKind
    span: tuple[int, int]
    surface: str
    value: Stated
    role: Role | None = None
    direction: Direction | None = None
    comparator: str = ""
    subject: str = ""
    form: str = ""
    marks: frozenset[Mark] = frozenset()

    def __str__(self) -> str:
        """Return it as the text says it."""
        return self.surface

    @property
    def quantity(self) -> Quantity | None:
        """The one quantity that it states, be it of a change or of an attainment."""
        match self.value:
            case Quantity():
                return self.value
            case Change():
                return self.value.size
            case Attainment():
                return self.value.figure
        return None

    @property
    def ratio(self) -> Ratio | None:
        """Part and whole, of a ratio.

        >>> from danvankheo import scan
        >>> scan("Có 27/28 trường đạt chuẩn.")[0].ratio.fraction
        Fraction(27, 28)
        """
        return self.value if isinstance(self.value, Ratio) else None

    @property
    def range(self) -> QuantityRange | None:
        """The two ends, of a range.

        >>> from danvankheo import scan
        >>> scan("Mỗi lượt vay từ 5 đến 10 triệu đồng.")[0].range.high
        Quantity(Decimal('10'), MILLION_DONG)
        """
        return self.value if isinstance(self.value, QuantityRange) else None

    @property
    def date(self) -> "date | PartialDate | None":
        """The day, of a date.

        >>> from danvankheo import scan
        >>> scan("Hội nghị ngày 02/11/2022.")[0].date
        datetime.date(2022, 11, 2)
        """
        return self.value if isinstance(self.value, date | PartialDate) else None

    @property
    def period(self) -> Period | PartialPeriod | None:
        """The time, of a period with a date; a duration is a `quantity`."""
        return self.value if isinstance(self.value, Period | PartialPeriod) else None

    @property
    def document(self) -> DocumentRef | None:
        """The document, of a reference to one.

        >>> from danvankheo import scan
        >>> scan("Thực hiện Chỉ thị số 16/CT-TTg.")[0].document.symbol
        'CT-TTg'
        """
        return self.value if isinstance(self.value, DocumentRef) else None

    @property
    def approximation(self) -> Approximation | None:
        """What the words around the figure say of it; None for documents, dates and periods."""
        match self.value:
            case QuantityRange() | Ratio() | LocalArea():
                return self.value.approximation
            case FromTo():
                return self.value.after.approximation
            case OrderOfMagnitude():
                return Approximation.ABOUT
        return self.quantity.approximation if self.quantity else None

    @property
    def extra(self) -> dict[str, object]:
        """Role, form and marks by the keys that `fact_data` gives them.

        >>> from danvankheo import scan
        >>> scan("Bà con hiến 260 m2 đất.")[0].extra
        {'donated': True}
        """
        told: dict[str, object] = {mark.value: _EXTRA[mark] for mark in sorted(self.marks)}
        if self.kind is FactKind.LAND:
            told[Mark.DONATED.value] = Mark.DONATED in self.marks
        if self.role is not None:
            told["role"] = self.role.value
        if self.form:
            told["form"] = self.form
        return told
