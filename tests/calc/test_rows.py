"""A summary as rows: each total with all that is known of it, and nothing that is not."""

from decimal import Decimal
from fractions import Fraction

from danvankheo import (
    Approximation,
    Award,
    AwardForm,
    Contribution,
    ContributionKind,
    Indicator,
    IndicatorKind,
    Model,
    ModelCount,
    ModelField,
    ModelLevel,
    ModelStatus,
    ModelSubject,
    Movement,
    Period,
    Quantity,
    summarise,
)
from danvankheo.calc import SummaryRow, summary_rows
from danvankheo.units import MILLION_DONG, PERCENT

_TOLD = Movement(
    name="Dân vận khéo",
    period=Period.year(2022),
    contributions=(
        Contribution(quantity=Quantity(5, MILLION_DONG, Approximation.OVER)),
        Contribution(quantity=Quantity(2, MILLION_DONG)),
        Contribution(unknown_kind=ContributionKind.LAND, purpose="mở đường"),
    ),
    models=(
        Model(name="Đường hoa", status=ModelStatus.RECOGNIZED, field=ModelField.ECONOMY),
        Model(name="Tiếng kẻng an ninh"),
        Model(
            name="Chợ không tiền mặt",
            status=ModelStatus.RECOGNIZED,
            field=ModelField.OTHER,
            other_field="Chuyển đổi số",
        ),
    ),
    model_counts=(
        ModelCount(count=12),
        ModelCount(count=7, subject=ModelSubject.COLLECTIVE, level=ModelLevel.GRASSROOTS),
    ),
    indicators=(
        Indicator(name="Hộ nghèo", kind=IndicatorKind.POVERTY_RATE, part=1, whole=3),
        Indicator(name="Trường đạt chuẩn", value=Quantity(5, PERCENT)),
        Indicator(name="Vườn mẫu", part=27, whole=28, period=Period.year(2021)),
    ),
    awards=(
        Award(form=AwardForm.GIAY_KHEN, collectives=2, households=1, individuals=3),
        Award(form=AwardForm.ORDER, mixed=4),
    ),
)
_SILENT = Movement(name="Dân vận khéo", period=Period.year(2023))


# part, what, unit, amount, approximation, whole, rate, period, told, untold
_ROWS = [
    ("contributions", "tiền", "đồng", Decimal(7_000_000), "over", None, None, None, 2, 0),
    ("contributions", "đất", None, None, None, None, None, None, 0, 1),
    ("models", "được công nhận, kinh tế", "mô hình", Decimal(1), None, None, None, None, 1, 0),
    ("models", "được công nhận, Chuyển đổi số", "mô hình", Decimal(1), None, None, None, None, 1, 0),
    ("models", "không nêu lĩnh vực", "mô hình", Decimal(1), None, None, None, None, 1, 0),
    ("model_counts", "tất cả", "mô hình", Decimal(12), None, None, None, None, 1, 1),
    ("model_counts", "tập thể, cấp cơ sở", "mô hình", Decimal(7), None, None, None, None, 1, 1),
    ("indicators", "Trường đạt chuẩn", None, None, None, None, None, "2022", 0, 1),
    ("indicators", "tỷ lệ hộ nghèo", "hộ", Decimal(1), None, Decimal(3), Fraction(1, 3), "2022", 1, 0),
    ("indicators", "Vườn mẫu", None, Decimal(27), None, Decimal(28), Fraction(27, 28), "2021", 1, 0),
    ("awards", "huân chương", "tập thể, cá nhân", Decimal(4), None, None, None, None, 0, 0),
    ("awards", "giấy khen", "tập thể", Decimal(2), None, None, None, None, 0, 0),
    ("awards", "giấy khen", "hộ gia đình", Decimal(1), None, None, None, None, 0, 0),
    ("awards", "giấy khen", "cá nhân", Decimal(3), None, None, None, None, 0, 0),
]


def test_every_total_has_a_row_with_what_is_known_of_it():
    rows = summary_rows(summarise([_TOLD, _SILENT]))
    assert [tuple(row.values()) for row in rows] == _ROWS
    assert {tuple(row) for row in rows} == {tuple(SummaryRow.__annotations__)}
