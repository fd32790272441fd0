"""What `str`, f-strings and cells of tables say: Vietnamese, for every value and record."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import danvankheo as dvk
from danvankheo import (
    Approximation,
    Award,
    AwardForm,
    Change,
    Contribution,
    ContributionKind,
    Direction,
    DocumentRef,
    Indicator,
    IndicatorKind,
    InvalidValueError,
    Model,
    ModelCount,
    ModelField,
    ModelStatus,
    Movement,
    Organization,
    PartialDate,
    PartialPeriod,
    Period,
    Place,
    PlaceKind,
    PlaceLevel,
    Quantity,
    QuantityRange,
    Ratio,
    Result,
    counted,
    format_money,
    format_quantity,
    rank,
    summarise,
    table,
    testing,
)
from danvankheo.awarding import RecipientGroups
from danvankheo.calc import AwardTotal, IndicatorTotal, ModelCountTotal, ModelTally, Ranked, Total
from danvankheo.domain.shown import Shown
from danvankheo.domain.stated import LocalArea, OrderOfMagnitude
from danvankheo.notebooks.cells import cell_of
from danvankheo.testing.register import STRATEGIES
from danvankheo.units import DONG, HECTARE, MILLION_DONG, PERCENT, SQUARE_METRE, WORKDAY, Dimension
from every_value import CASES
from public import PUBLIC

Y2022 = Period.year(2022)
GIFT = Quantity(Decimal("154.4"), MILLION_DONG, Approximation.OVER)
WARD = Place(name="An Bình", kind=PlaceKind.WARD, parent=Place(name="An Khê", kind=PlaceKind.TOWN))

TEXTS = [
    (GIFT, "hơn 154,4 triệu đồng"),
    (MILLION_DONG.per("người/năm"), "triệu đồng/người/năm"),
    (QuantityRange(Quantity(5, MILLION_DONG), Quantity(10, MILLION_DONG)), "từ 5 đến 10 triệu đồng"),
    (Ratio(part=27, whole=28, unit=counted("trường")), "27/28 trường"),
    (Change(direction=Direction.NONE), "không đổi"),
    (Period.quarter(2022, 3), "quý III/2022"),
    (PartialDate(day=2, month=11), "2/11"),
    (WARD, "phường An Bình, thị xã An Khê"),
    (Organization(name="Thị ủy An Khê"), "Thị ủy An Khê"),
    (
        DocumentRef(type="Chỉ thị", number=16, symbol="CT-TTg", issued=date(2022, 11, 2)),
        "Chỉ thị số 16/CT-TTg ngày 2/11/2022",
    ),
    (Contribution(quantity=Quantity(260, SQUARE_METRE), purpose="mở rộng đường"), "260 m2 đất (mở rộng đường)"),
    (Contribution(unknown_kind=ContributionKind.LABOUR), "ngày công (chưa rõ số lượng)"),
    (
        Indicator(name="Hộ nghèo", part=46, whole=400, unit=counted("hộ"), place=WARD, period=Y2022),
        "Hộ nghèo: 46/400 hộ (11,50%) (phường An Bình, thị xã An Khê), năm 2022",
    ),
    (
        Indicator(name="Hộ nghèo", part=46, change=Quantity(-3, PERCENT), compared_to=Period.year(2021)),
        "Hộ nghèo: 46, giảm 3% so với năm 2021",
    ),
    (Award(form=AwardForm.GIAY_KHEN, collectives=10, individuals=20), "Tặng giấy khen cho 10 tập thể và 20 cá nhân"),
    (Model(name="Tiếng kẻng an ninh"), "Tiếng kẻng an ninh"),
    (ModelCount(count=1069, status=ModelStatus.RECOGNIZED), "1.069 mô hình được công nhận"),
    (Result(text="trồng cây", quantity=Quantity(5, HECTARE)), "trồng cây: 5 ha"),
    (Result(text="vay vốn"), "vay vốn"),
    (
        Movement(name="Dân vận khéo", period=Y2022, place=WARD),
        "Phong trào thi đua “Dân vận khéo” năm 2022, phường An Bình, thị xã An Khê",
    ),
    (Movement(name="Dân vận khéo", period=Y2022), "Phong trào thi đua “Dân vận khéo” năm 2022"),
    (summarise(Movement(name="Dân vận khéo", period=Y2022)), "Tổng hợp 1 phong trào thi đua"),
    (RecipientGroups(enterprises=2, women=8), "2 doanh nghiệp; 8 nữ"),
    (Total(kind=ContributionKind.LABOUR, quantity=Quantity(731, WORKDAY), count=2), "731 ngày công"),
    (Total(kind=ContributionKind.LAND, quantity=None, count=2), "2 khoản đất chưa rõ số lượng"),
    (
        ModelTally(field=ModelField.ECONOMY, status=ModelStatus.RECOGNIZED, count=3),
        "3 mô hình được công nhận về kinh tế",
    ),
    (ModelCountTotal(count=63, reports=2), "63 mô hình"),
    (AwardTotal(form=AwardForm.BANG_KHEN, mixed=262), "bằng khen: 262 tập thể, cá nhân (chưa tách riêng)"),
    (AwardTotal(form=AwardForm.BANG_KHEN), "bằng khen"),
    (
        IndicatorTotal(
            label="tỷ lệ hộ nghèo", kind=IndicatorKind.POVERTY_RATE, unit=counted("hộ"), period=Y2022,
            whole_is_plan=False, part=Decimal(359), whole=Decimal(17597), known=3, unknown=0,
        ),
        "Tỷ lệ hộ nghèo, năm 2022: 359/17.597 hộ (2,04%)",
    ),
    (
        IndicatorTotal(
            label="Trường", kind=None, unit=None, period=None, whole_is_plan=False,
            part=Decimal(0), whole=Decimal(0), known=0, unknown=2,
        ),
        "Trường: chưa rõ",
    ),
    (
        OrderOfMagnitude(words="hàng trăm", unit=DONG, floor=100_000_000),
        "hàng trăm đồng (từ 100.000.000 đồng)",
    ),
    (OrderOfMagnitude(words="vài chục", unit=counted("hộ")), "vài chục hộ"),
    (LocalArea(amount=Decimal("2.5"), unit="sào", approximation=Approximation.OVER), "hơn 2,5 sào"),
    (Ranked(position=1, item=WARD, value=Fraction(1, 2)), "hạng 1: phường An Bình, thị xã An Khê"),
    (Ranked(position=None, item="Tây Sơn", value=None), "chưa xếp hạng: Tây Sơn"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "text"), TEXTS, ids=[text for _, text in TEXTS])
def test_a_value_is_written_as_a_colleague_would(value, text):
    assert str(value) == text
    assert f"{value}" == text
    assert f"{value:>200}" == text.rjust(200)


def test_every_type_that_documents_and_summaries_hold_is_written_here_or_by_a_formatter():
    here = {type(value).__name__ for value, _ in TEXTS} | {"FromTo", "Attainment", "PartialPeriod"}
    kinds = {
        type(case.value) for case in CASES if type(case.value).__module__.startswith("danvankheo.domain")
    }
    assert {kind.__name__ for kind in kinds if issubclass(kind, Shown)} <= here


@pytest.mark.parametrize("name", STRATEGIES)
@given(data=st.data())
def test_no_text_shows_python(name, data):
    value = data.draw(st.from_type(PUBLIC[name]))
    text = str(value)
    assert text.strip()
    assert "\n" not in text
    assert not re.search(r"Decimal|Fraction|datetime|None|True|False|\w=|[a-z]_[a-z]", text), text


READERS = {
    "Quantity": dvk.parse_quantity,
    "QuantityRange": dvk.parse_range,
    "Period": dvk.parse_period,
    "PartialPeriod": dvk.parse_period,
    "PartialDate": dvk.parse_date,
    "Ratio": dvk.parse_ratio,
    "Change": dvk.parse_change,
    "FromTo": dvk.parse_from_to,
    "Attainment": dvk.parse_attainment,
    "DocumentRef": dvk.parse_document,
}


@pytest.mark.parametrize("name", READERS)
@given(data=st.data())
def test_what_is_written_is_read_back(name, data):
    value = data.draw(st.from_type(PUBLIC[name]))
    assume("sào" not in str(value))  # as large as its region says, which a text does not
    read = READERS[name](str(value))
    if isinstance(value, PartialPeriod) and value.number == 6:  # six months are also a half
        assert read.in_year(2022) == value.in_year(2022)
    else:
        assert read == value


@pytest.mark.parametrize("name", STRATEGIES)
@given(data=st.data())
def test_a_cell_says_what_the_value_says_or_less(name, data):
    value = data.draw(st.from_type(PUBLIC[name]))
    assert cell_of(value) in str(value) or isinstance(value, Indicator)


class TestFormat:
    """Specifications of f-strings."""

    @given(testing.quantities(dimension=Dimension.MONEY), st.integers(0, 3))
    def test_money_takes_what_its_formatter_takes(self, gift, decimals):
        assert f"{gift:.{decimals}}" == format_money(gift, decimals=decimals)
        for scale in ("full", "thousand", "million", "billion", "auto", "compound"):
            assert f"{gift:{scale} .{decimals}}" == format_money(gift, scale_word=scale, decimals=decimals)
        for style in ("plain", "symbol", "code", "sign"):
            assert f"{gift:{style}}" == format_money(gift, style=style)

    @given(testing.quantities(), st.integers(0, 3))
    def test_other_quantities_take_what_theirs_takes(self, quantity, decimals):
        assert f"{quantity:.{decimals}}" == format_quantity(quantity, decimals=decimals)
        if quantity.unit.dimension is not Dimension.MONEY:
            for style in ("plain", "symbol", "long"):
                assert f"{quantity:.{decimals} {style}}" == format_quantity(
                    quantity, decimals=decimals, style=style
                )

    def test_the_others_take_what_theirs_take(self):
        fall = dvk.parse_from_to("giảm từ 11,42% xuống còn 4,05%")
        assert f"{fall:.1}" == "giảm từ 11,4% xuống còn 4,1%"
        assert f"{dvk.parse_attainment('vượt 12,54% chỉ tiêu'):.1}" == "vượt 12,5% chỉ tiêu"
        assert f"{dvk.parse_change('tăng 1.500 triệu đồng'):auto}" == "tăng 1,5 tỷ đồng"
        assert f"{Period.stage(2021, 2025):en}" == "giai đoạn 2021–2025"
        assert f"{PartialDate(day=2, month=11):official}" == "ngày 02 tháng 11"
        assert f"{dvk.parse_range('từ 5 đến 10 m2'):symbol}" == "từ 5 đến 10 m²"

    @pytest.mark.parametrize(
        ("spec", "text"),
        [
            (">24", "    hơn 154,4 triệu đồng"),
            ("<24", "hơn 154,4 triệu đồng    "),
            ("^24", "  hơn 154,4 triệu đồng  "),
            ("  .0   >22 ", "hơn 154 triệu đồng".rjust(22)),
            (">3", "hơn 154,4 triệu đồng"),
            (" ", "hơn 154,4 triệu đồng"),
        ],
    )
    def test_parts_stand_in_any_order_and_an_alignment_fills_with_blanks(self, spec, text):
        assert format(GIFT, spec) == text

    @pytest.mark.parametrize(
        "spec",
        [
            "x", ".", ".x", ".-1", "1f", ".2f", ",", "*>20", ">0", ">99999", "auto auto", "auto full", ".1 .1",
            ">5 <5", "AUTO", "million,", ".1000", " ".join([".1"] * 1000), "symbol long",
        ],
    )  # fmt: skip
    def test_what_a_value_does_not_have_is_an_error(self, spec):
        with pytest.raises(
            InvalidValueError, match=r"Quantity\.__format__: expected options that Quantity has"
        ):
            format(GIFT, spec)

    def test_options_of_another_type_are_errors(self):
        for value, spec in (
            (Quantity(5, HECTARE), "auto"),
            (WARD, ".1"),
            (Y2022, "slash"),
            (Movement(name="Dân vận khéo", period=Y2022), "full"),
            (Ratio(part=27, whole=28), ".2"),
        ):
            with pytest.raises(InvalidValueError, match="__format__"):
                format(value, spec)

    def test_an_option_that_fits_no_amount_is_the_formatters_error(self):
        with pytest.raises(InvalidValueError, match="decimals: expected from 0 to 100"):
            f"{GIFT:.101}"


def test_choices_stay_their_stable_value():
    """As JSON holds them, and as they compare; what people read is the label."""
    assert f"{PlaceKind.TOWN}" == str(PlaceKind.TOWN) == PlaceKind.TOWN.value == "town"
    assert PlaceKind.TOWN.label == "thị xã"
    assert str(PlaceLevel.DISTRICT) == "3"


def test_templates_that_escape_get_tables_as_html_and_texts_as_text():
    found = table([GIFT, Quantity(5, MILLION_DONG)])
    assert found.__html__() == found._repr_html_()
    assert "<table" in found.__html__()
    assert not hasattr(GIFT, "__html__")
    jinja2 = pytest.importorskip("jinja2")
    page = jinja2.Environment(autoescape=True).from_string("{{ gift }}|{{ name }}|{{ found }}")
    text = page.render(gift=GIFT, name=Organization(name="Hội <b>"), found=found)
    assert text.startswith("hơn 154,4 triệu đồng|Hội &lt;b&gt;|<div")


def test_ranked_records_are_written():
    assert [str(each) for each in rank([3, 5], key=int)] == ["hạng 1: 5", "hạng 2: 3"]


def test_each_thread_of_a_sum_is_written_alike():
    assert str(sum([Quantity(5, DONG), Quantity(6, DONG)])) == "11 đồng"


def test_a_part_of_a_plan_without_a_percentage_is_an_attainment():
    text = str(dvk.Indicator(name="Làm đường", part=105, whole=100, whole_is_plan=True))
    assert "105" in text
    assert "vượt" in text or "đạt" in text
