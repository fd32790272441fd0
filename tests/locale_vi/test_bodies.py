"""Names in capitals become names as a sentence has them; all others stay as they are."""

import pytest

from danvankheo import Movement, Organization, Period
from danvankheo.formatting.phrases import calm
from danvankheo.locale_vi.bodies import in_sentence_case
from danvankheo.reporting.of_one import report_of


@pytest.mark.parametrize(
    ("shouted", "quiet"),
    [
        ("ỦY BAN NHÂN DÂN XÃ IA SƠN", "Ủy ban nhân dân xã Ia Sơn"),
        ("UBND THÀNH PHỐ PLEIKU", "UBND thành phố Pleiku"),
        ("BAN DÂN VẬN TỈNH ỦY GIA LAI", "Ban Dân vận Tỉnh ủy Gia Lai"),
        ("ĐẢNG ỦY PHƯỜNG AN BÌNH", "Đảng ủy phường An Bình"),
        ("ỦY BAN MTTQ VIỆT NAM TỈNH BÌNH ĐỊNH", "Ủy ban MTTQ Việt Nam tỉnh Bình Định"),
        ("HỘI LIÊN HIỆP PHỤ NỮ XÃ TÚ AN", "Hội Liên hiệp Phụ nữ xã Tú An"),
        ("UBND THÀNH PHỐ BUÔN MA THUỘT", "UBND thành phố Buôn Ma Thuột"),
    ],
)
def test_capitals_are_read_as_the_names_they_are(shouted, quiet):
    assert in_sentence_case(shouted) == quiet
    assert calm(shouted) == quiet


@pytest.mark.parametrize("name", ["UBND xã Ia Sơn", "UBND", "Thị ủy An Khê", ""])
def test_what_is_not_shouted_stays(name):
    assert calm(name) == name


def test_a_report_does_not_shout():
    movement = Movement(
        name="Dân vận khéo",
        period=Period.year(2026),
        organizer=Organization(name="ỦY BAN NHÂN DÂN XÃ IA SƠN"),
    )
    assert report_of(movement).text == "Đơn vị tổ chức: Ủy ban nhân dân xã Ia Sơn."
