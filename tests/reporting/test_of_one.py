"""The report of one movement: each figure in its sentence."""

from danvankheo import (
    GrantingLevel,
    Model,
    ModelField,
    Movement,
    Period,
)
from danvankheo.awarding import DurationClass
from danvankheo.reporting.of_one import report_of
from danvankheo.reporting.render import to_markdown
from support import FULL_MOVEMENT

Y2022 = Period.year(2022)


def test_everything_that_is_told_stands_in_the_report():
    text = to_markdown(report_of(FULL_MOVEMENT))
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


def test_models_of_one_field_are_told_in_one_breath():
    models = tuple(Model(name=name, field=ModelField.ECONOMY) for name in ("Một", "Hai"))
    text = to_markdown(report_of(Movement(name="A", period=Y2022, models=models)))
    assert "Số mô hình nêu tên: 2, đều về kinh tế." in text


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
