"""Records from ledgers and lists, wide and long, in Vietnamese and English."""

from datetime import date
from decimal import Decimal

from danvankheo.domain.award import AwardForm, EmulationTitle
from danvankheo.domain.indicator import ChangeKind, IndicatorKind
from danvankheo.domain.model import ModelField, ModelSubject
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place, PlaceKind
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import DONG, MILLION_DONG, PERCENT, SQUARE_METRE, WORKDAY, counted
from danvankheo.office.tables.award_rows import form_named
from danvankheo.office.tables.ledger import records_of
from danvankheo.office.tables.reading import read_tables
from office_tables import grid_of, paper_of, table_of


def records(text, **options):
    return records_of([table_of(text)], **options)


def test_a_wide_ledger_by_field():
    found = records("""
TT | Lĩnh vực | Tiền (triệu đồng) | Ngày công | Đất (m2)
1 | Kinh tế | 318,4 | 402 | 1.850
2 | Văn hóa - xã hội | 205,9 | - | …
 | Tổng cộng | 524,3 | 402 | 1.850""")
    assert [each.quantity for each in found.contributions] == [
        Quantity(Decimal("318.4"), MILLION_DONG),
        Quantity(402, WORKDAY),
        Quantity(1850, SQUARE_METRE),
        Quantity(Decimal("205.9"), MILLION_DONG),
    ]
    assert [each.field for each in found.entries] == [ModelField.ECONOMY] * 3 + [ModelField.CULTURE_SOCIETY]
    assert next((str(total), address.cell) for total, address in found.stated_totals) == (
        str(Quantity(Decimal("524.3"), MILLION_DONG)),
        "C4",
    )


def test_a_list_of_gifts_with_days_givers_and_places():
    xa = Place(name="Tân Quới", kind=PlaceKind.COMMUNE)
    found = records(
        """
Ngày | Người góp | Ấp | Mục đích | Số tiền (đồng)
02/8 | Ông Tám | Ấp 2 | cầu kênh Ba | 850.000
15/8/2026 | Chùa Hưng Thạnh | Ấp 3 | đường ấp 4 | 1.550.000""",
        place=xa,
        period=Period.from_code("2026-Q3"),
    )
    one, other = found.contributions
    assert (one.quantity, one.giver.name, one.purpose) == (Quantity(850_000, DONG), "Ông Tám", "cầu kênh Ba")
    assert (one.when, other.when) == (date(2026, 8, 2), date(2026, 8, 15))
    assert one.place == Place(name="2", kind=PlaceKind.AP, parent=xa)
    assert found.entries[0].place == "Ấp 2"


def test_a_long_ledger_has_its_unit_in_each_row():
    found = records(
        "Nội dung | ĐVT | Số lượng đóng góp\nTiền mặt | triệu đồng | 35,5\nCông lao động | ngày công | 120"
    )
    assert [each.quantity for each in found.contributions] == [
        Quantity(Decimal("35.5"), MILLION_DONG),
        Quantity(120, WORKDAY),
    ]


def test_english_heads_and_codes():
    found = records(
        "Giver | Field | Purpose | Amount | Unit\nYouth Union | economy | bridge | 8.75 | million_dong\nTemple | culture_society | road | 12 | workday"
    )
    assert [each.quantity for each in found.contributions] == [
        Quantity(Decimal("8.75"), MILLION_DONG),
        Quantity(12, WORKDAY),
    ]
    assert [each.field for each in found.entries] == [ModelField.ECONOMY, ModelField.CULTURE_SOCIETY]


def test_part_and_whole_make_an_indicator_and_a_plan_is_no_achievement():
    found = records("""
TT | Nội dung | ĐVT | Tổng số | Đạt | Tỷ lệ (%)
1 | Hộ gia đình văn hóa | hộ | 2.314 | 2.196 | 94,90
 | Trong đó: hộ nghèo | hộ | 118 | 101 | 85,59
2 | Thôn có nhà văn hóa | thôn | 17 | 17 | 100""")
    first, second = found.indicators
    assert (first.kind, first.part, first.whole) == (IndicatorKind.CULTURAL_FAMILY_RATE, 2196, 2314)
    assert first.value == Quantity(Decimal("94.90"), PERCENT)
    assert (second.unit, second.whole_is_plan) == (counted("thôn"), False)
    assert [each.vietnamese for each in found.left_out] == ["là một phần của dòng trên"]
    planned = records(
        "Chỉ tiêu | ĐVT | Kế hoạch | Lũy kế 6 tháng | Đạt (%)\nHộ thoát nghèo | hộ | 60 | 39 | 65,0"
    )
    (indicator,) = planned.indicators
    assert (indicator.part, indicator.whole, indicator.whole_is_plan) == (39, 60, True)


def test_two_times_make_one_indicator():
    (indicator,) = records(
        "Chỉ tiêu | ĐVT | Quý II/2025 | Quý II/2026 | Tăng (+), giảm (-)\nTiền đóng góp | triệu đồng | 586,3 | 757,5 | +171,2"
    ).indicators
    assert indicator.value == Quantity(Decimal("757.5"), MILLION_DONG)
    assert indicator.earlier == Quantity(Decimal("586.3"), MILLION_DONG)
    assert indicator.change_kind is ChangeKind.DIFFERENCE
    assert indicator.compared_to == Period.from_code("2025-Q2")


def test_awards_by_form_and_recipient():
    found = records("""
TT | Hình thức khen thưởng | Tổng số | Tập thể | Cá nhân
1 | Bằng khen | 612 | 168 | 444
2 | Chiến sĩ thi đua cơ sở | 95 | | 95
3 | Danh hiệu khác | 37 | 12 | 25""")
    assert next((each.form, each.collectives, each.individuals) for each in found.awards) == (
        AwardForm.BANG_KHEN,
        168,
        444,
    )
    assert "chưa rõ là hình thức khen thưởng nào" in [each.vietnamese for each in found.left_out]
    assert form_named("Giấy khen của Chủ tịch UBND xã") is AwardForm.GIAY_KHEN
    assert isinstance(form_named("Gia đình văn hóa"), EmulationTitle)


def test_models_and_counts_of_models():
    named = records(
        "TT | Tên mô hình | Lĩnh vực | Đối tượng\n1 | Thắp sáng đường quê | Kinh tế | Tập thể\n2 | Tổ tự quản | Quốc phòng - an ninh | Cá nhân\n3 | A | Kinh tế | Tập thể"
    )
    assert [each.name for each in named.models] == ["Thắp sáng đường quê", "Tổ tự quản", "A"]
    listed = records(
        "TT | Tên mô hình | Lĩnh vực | Đối tượng | Kinh phí (triệu đồng)\n1 | Thắp sáng đường quê | Kinh tế | Tập thể | 12,5"
    )
    assert [(each.name, each.field, each.subject) for each in listed.models] == [
        ("Thắp sáng đường quê", ModelField.ECONOMY, ModelSubject.COLLECTIVE)
    ]
    assert [each.count for each in records("Xã | Số mô hình\nXã A | 3\nXã B | 4\nCộng | 7").model_counts] == [
        3,
        4,
    ]


def test_hidden_and_summed_rows_are_left_out_with_the_reason():
    found = records(
        "STT | Nội dung | Đóng góp (triệu đồng)\nI | Giao thông | 560\n1 | Đường | 210\n2 | Cầu | 350"
    )
    assert [str(each.quantity.amount) for each in found.contributions] == ["210", "350"]
    assert [each.vietnamese for each in found.left_out] == ["là tổng của các dòng bên dưới"]


def test_copies_and_summaries_are_not_added_twice():
    detail = grid_of(
        "TT | Nội dung | Tiền (triệu đồng) | Ngày công\n1 | Đường | 98,4 | 73\n2 | Cầu | 45,6 | 52\n | Cộng | 144,0 | 125"
    )
    other = grid_of("TT | Nội dung | Tiền (triệu đồng) | Ngày công\n1 | Đường | 12 | 7\n | Cộng | 12 | 7")
    summary = grid_of(
        "TT | Xã | Tiền (triệu đồng) | Ngày công\n1 | Phú Thọ | 144,0 | 125\n2 | An Nhơn | 12 | 7\n | Cộng | 156 | 132"
    )
    paper = paper_of("XÃ PHÚ THỌ", detail, "XÃ PHÚ THỌ", detail, "XÃ AN NHƠN", other, "TỔNG HỢP", summary)
    tables = read_tables(paper)
    found = records_of(tables)
    assert len(found.contributions) == 6
    reasons = [each.vietnamese for each in found.left_out]
    assert any("giống hệt" in reason for reason in reasons)


def test_two_totals_that_are_equal_are_a_caution():
    one = grid_of("Nguồn | Đóng góp (triệu đồng)\nNhân dân | 845,6\nKiều bào | 354,4\nTổng số | 1.200,0")
    other = grid_of("Công trình | Đóng góp (nghìn đồng)\nĐường | 420.500\nCầu | 779.500\nTổng số | 1.200.000")
    (caution,) = records_of(read_tables(paper_of(one, other))).cautions
    assert "không cộng cả hai" in caution.vietnamese


def test_awards_by_recipient_and_what_is_no_award():
    found = records("""
TT | Hình thức khen | Tập thể | Hộ gia đình | Cá nhân
1 | Bằng khen của Thủ tướng | 2 | 1 | 3
2 | Chiến sĩ thi đua cơ sở | 1 | 0 | 3
3 | Khen khác | 1 | 2 | 0
4 | Giấy khen | 10 | 0 | 20,5
5 | Giấy khen | | | """)
    (award,) = found.awards
    assert (award.form, award.collectives, award.households, award.individuals) == (
        AwardForm.BANG_KHEN,
        2,
        1,
        3,
    )
    assert [each.vietnamese for each in found.left_out[1:]] == [
        "chưa rõ là hình thức khen thưởng nào",
        "số đối tượng được khen phải là số nguyên",
    ]
    assert "chỉ tặng cho cá nhân" in found.left_out[0].vietnamese


def test_awards_of_one_count():
    found = records("TT | Hình thức khen thưởng | Số lượng\n1 | Bằng khen | 12\n2 | Giấy khen | 10,5")
    assert [(each.form, each.mixed) for each in found.awards] == [(AwardForm.BANG_KHEN, 12)]
    assert len(found.left_out) == 1


def test_shares_and_prize_money_are_no_recipients():
    found = records("""
TT | Hình thức khen thưởng | Tỷ lệ (%) | Tiền thưởng (đồng)
1 | Bằng khen | 12 | 1.500.000""")
    assert found.awards == ()


def test_models_of_a_list_with_their_fields_and_subjects():
    found = records("""
TT | Tên mô hình | Lĩnh vực | Chủ thể
1 | Cổng an ninh | Quốc phòng - an ninh | tập thể
2 | Tuyến đường hoa | | cá nhân
 | Tổng cộng | | """)
    assert [(each.name, each.field, each.subject) for each in found.models] == [
        ("Cổng an ninh", ModelField.DEFENCE_SECURITY, ModelSubject.COLLECTIVE),
        ("Tuyến đường hoa", None, ModelSubject.INDIVIDUAL),
    ]
