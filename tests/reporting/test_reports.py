"""Reports: every figure of a full movement in its sentence, in every form."""

from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    Approximation,
    Award,
    AwardForm,
    Contribution,
    ContributionKind,
    DocumentRef,
    EmulationTitle,
    GrantingLevel,
    Indicator,
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
    counted,
)
from danvankheo.awarding import AwardKind, DurationClass, RecipientGroups
from danvankheo.formatting.phrases import amount, award_line, indicator_line
from danvankheo.reporting.data import data_of
from danvankheo.reporting.of_many import report_of_many
from danvankheo.reporting.of_one import report_of
from danvankheo.reporting.render import to_html, to_markdown
from danvankheo.units import DONG, MILLION_DONG, PER_MILLE, PERCENT, SQUARE_METRE
from support import AN_KHE, movements

Y2022 = Period.year(2022)


def _percent(value: str, approximation: Approximation = Approximation.EXACTLY) -> Quantity:
    return Quantity(Decimal(value), PERCENT, approximation)


FULL = Movement(
    name="Dân vận khéo",
    period=Y2022,
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


def test_everything_that_is_told_stands_in_the_report():
    text = to_markdown(report_of(FULL))
    for expected in (
        "Hội nghị sơ kết, tổng kết: ngày 02 tháng 11.",
        "Số mô hình nêu tên: 2, trong đó 1 về xây dựng nông thôn mới.",
        "- 69 mô hình tập thể cấp huyện được công nhận về kinh tế.",
        "Nhân dân đã đóng góp 1 khoản đất chưa rõ số lượng và 12 con bò.",
        "| Hội Nông dân |  | đất |",
        "Nguồn ghi tổng số 1 triệu đồng.",
        "Thu ngân sách: 91 triệu đồng (kỳ trước: 88 triệu đồng); chỉ tiêu 95 triệu đồng (phường An Bình), quý I/2022.",
        "Tặng danh hiệu Gia đình văn hóa cho 1.905 hộ gia đình.",
    ):
        assert expected in text, expected


@pytest.mark.parametrize(
    ("indicator", "line"),
    [
        (Indicator(name="A", part=27, whole=28), "A: 27/28 (96,43%)"),
        (Indicator(name="A", part=27, whole=28, value=_percent("96.43")), "A: 27/28 (96,43%)"),
        (Indicator(name="A", part=27, whole=28, value=_percent("96")), "A: 27/28 (96%)"),
        (Indicator(name="A", part=27, whole=28, value=_percent("95", Approximation.OVER)),
         "A: 27/28 (hơn 95%; tính ra 96,43%)"),
        (Indicator(name="A", part=204, whole=10_000, value=Quantity(Decimal("20.4"), PER_MILLE)),
         "A: 204/10.000 (20,4‰)"),
        (Indicator(name="A", part=3, whole=4, value=Quantity(9, counted("cây"))), "A: 3/4 (9 cây)"),
        (Indicator(name="A", part=0, whole=0), "A: 0/0"),
        (Indicator(name="A", value=_percent("5"), change=_percent("1"), compared_to=Period.stage(2016, 2020)),
         "A: 5%, tăng 1% so với giai đoạn 2016-2020"),
        (Indicator(name="A", value=_percent("5"), change=_percent("-1"), earlier=_percent("6"),
                   compared_to=Period.year(2021)),
         "A: 5%, giảm 1% so với cùng kỳ năm 2021 (6%)"),
    ],
    ids=range(9),
)  # fmt: skip
def test_indicators(indicator, line):
    assert indicator_line(indicator, Y2022) == line


def test_models_of_one_field_are_told_in_one_breath():
    models = tuple(Model(name=name, field=ModelField.ECONOMY) for name in ("Một", "Hai"))
    text = to_markdown(report_of(Movement(name="A", period=Y2022, models=models)))
    assert "Số mô hình nêu tên: 2, đều về kinh tế." in text


def test_the_row_of_sources_counts_known_figures_only():
    unknown = Movement(
        name="A", period=Y2022, contributions=(Contribution(unknown_kind=ContributionKind.LABOUR),)
    )
    text = to_markdown(report_of_many([unknown, FULL]))
    assert "| … | … | 1 khoản ngày công |" in text
    assert "Số dòng có số liệu: mô hình nêu tên 1/2, hiện vật 1/2; dòng chưa có số liệu ghi “…”." in text


def test_a_year_without_a_year_before_is_no_crash():
    told = Indicator(name="A", value=_percent("5"), change=_percent("1"), compared_to=Period.year(2))
    assert indicator_line(told, Period.year(1)) == "A: 5%, tăng 1% so với năm 0002"
    assert indicator_line(told, Period.stage(2, 5)) == "A: 5%, tăng 1% so với năm 0002"


def test_awards():
    award = Award(
        form=AwardForm.BANG_KHEN,
        granter=Organization(name="Chủ tịch UBND tỉnh"),
        decision=DocumentRef(type="Quyết định", number=5, symbol="QĐ-UBND"),
        decided=date(2022, 11, 2),
        mixed=262,
        reason="thành tích xuất sắc",
    )
    assert award_line(award) == (
        "Chủ tịch UBND tỉnh tặng bằng khen cho 262 tập thể, cá nhân (chưa tách riêng) "
        "có thành tích xuất sắc theo Quyết định số 05/QĐ-UBND, ngày 2 tháng 11 năm 2022"
    )


def test_an_award_with_its_kind_and_the_groups_of_its_recipients():
    award = Award(
        form=AwardForm.GIAY_KHEN,
        collectives=3,
        individuals=20,
        kind=AwardKind.AD_HOC,
        groups=RecipientGroups(enterprises=2, direct_workers=12, women=0),
    )
    assert award_line(award) == (
        "Tặng giấy khen cho 3 tập thể và 20 cá nhân (trong đó 2 doanh nghiệp; 12 người trực tiếp công tác, "
        "lao động; 0 nữ), khen thưởng đột xuất"
    )


def test_who_launched_a_movement_and_for_how_long():
    movement = Movement(
        name="Dân vận khéo",
        period=Period.award_year(2026),
        launch_level=GrantingLevel.PROVINCE,
        duration=DurationClass.ONE_TO_THREE_YEARS,
    )
    report = report_of(movement)
    assert report.title == "Phong trào thi đua “Dân vận khéo” năm thống kê khen thưởng 2026"
    assert report.text == "Cấp phát động: cấp tỉnh. Thời gian thực hiện: từ 1 đến 3 năm."


@pytest.mark.parametrize(
    ("dong", "text"),
    [
        (0, "0 đồng"),
        (999_999, "999.999 đồng"),
        (1_234_500_000, "1.234.500.000 đồng"),
        (1_234_500_000_000, "1.234,5 tỷ đồng"),
        (1_132_000_000_000, "1.132 tỷ đồng"),
        (214_400_001, "214.400.001 đồng"),
    ],
)
def test_totals_are_printed_exactly_and_shortly(dong, text):
    assert amount(Quantity(dong, DONG)) == text
    assert amount(Quantity(260, SQUARE_METRE)) == "260 m2"


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.lists(movements(), min_size=1, max_size=3))
def test_any_movement_can_be_told_in_every_form(ms):
    for report in (report_of(ms[0]), report_of_many(ms)):
        page = _Page()
        page.feed(to_html(report))
        assert page.tags <= {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "ul", "li", "thead", "tbody",
                             "table", "tr", "th", "td", "div"}  # fmt: skip
        assert report.title in page.text
        assert to_markdown(report).startswith("# Phong trào thi đua “")
        for section in report.sections:
            if section.table:
                assert {len(row) for row in section.table.rows} == {len(section.table.head)}
    assert len(data_of(ms)["movements"]) == len(ms)


def test_a_name_cannot_become_a_list_in_markdown():
    text = to_markdown(report_of(Movement(name="A", period=Y2022, note="1. Một\n- hai & <b>", place=AN_KHE)))
    assert "1\\. Một - hai \\& \\<b\\>" in text
