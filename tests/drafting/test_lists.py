"""Lists: models without quotes, their numbers by whose they are, a sum of gifts and its parts."""

from decimal import Decimal

import pytest

from danvankheo import Movement, audit, draft_movement, dumps, loads

HEAD = "UBND xã Ia Sơn báo cáo năm 2022. "


def drafted(text: str) -> Movement:
    return draft_movement(HEAD + text).movement


@pytest.mark.parametrize(
    ("text", "models"),
    [
        (
            "Nổi bật là một số mô hình hiệu quả như: trồng cây ăn quả ở phường An Bình, nuôi bò lai sinh sản ở "
            "xã Tú An, thắp sáng đường quê tại xã Xuân An.",
            [("Trồng cây ăn quả", "An Bình"), ("Nuôi bò lai sinh sản", "Tú An"), ("Thắp sáng đường quê", "Xuân An")],
        ),
        (
            "Tiêu biểu như các mô hình: Cánh đồng không rác tại xã Hòa Phú, Tân Đạo; trồng nấm linh chi ở thôn "
            "Chiên xã Sơn Đông; mô hình hát then xã An Lạc.",
            [
                ("Cánh đồng không rác tại xã Hòa Phú, Tân Đạo", None),  # of two places
                ("Trồng nấm linh chi ở thôn Chiên", "Sơn Đông"),
                ("Hát then", "An Lạc"),
            ],
        ),
        (
            "Một số mô hình tiêu biểu:\n- Mô hình nuôi dê sinh sản ở xã Ia Piar;\n- Tổ liên gia tự quản tại thôn "
            "3 đã được nhân rộng;\nHội nghị bế mạc.",
            [("Nuôi dê sinh sản", "Ia Piar"), ("Tổ liên gia tự quản tại thôn 3", None)],
        ),
        ("Các mô hình mang lại hiệu quả, góp phần giảm nghèo, xây dựng nông thôn mới.", []),
        ("Nhiều mô hình như làm đường, trồng cây, nuôi bò được nhân rộng.", []),  # a comma may be in a name
        ("Một số mô hình tiêu biểu: nuôi dê ở xã Ia Piar.", []),  # no list
    ],
)  # fmt: skip
def test_models_of_a_list_have_the_place_of_their_item(text, models):
    found = [(model.name, model.place and model.place.name) for model in drafted(text).models]
    assert found == models


@pytest.mark.parametrize(
    "text",
    [
        "Xã công nhận 123 mô hình, trong đó có 54 mô hình cá nhân và 69 mô hình tập thể.",
        "Xã công nhận 123 mô hình (69 tập thể, 54 cá nhân).",
    ],
)
def test_numbers_of_models_by_whose_they_are(text):
    counts = {(count.subject and count.subject.label): count.count for count in drafted(text).model_counts}
    assert counts == {None: 123, "cá nhân": 54, "tập thể": 69}


def test_a_printed_sum_of_gifts_and_its_parts():
    movement = drafted(
        "Các đơn vị đã ủng hộ 60 triệu đồng, gồm: Công ty Hòa Phát 20 triệu đồng, Hội Phụ nữ xã 40 triệu đồng. "
        "Bà con hiến 200 m2 đất."
    )
    assert [total.amount for total in movement.stated_totals] == [60]
    assert [(gift.quantity.amount, gift.giver.name) for gift in movement.contributions] == [
        (20, "Công ty Hòa Phát"),
        (40, "Hội Phụ nữ xã"),
        (200, "Bà con"),
    ]
    assert not audit(movement)
    assert loads(dumps(movement)) == movement


@pytest.mark.parametrize(
    "text",
    [
        # the parts do not make it
        "Các đơn vị đã ủng hộ 60 triệu đồng, gồm: Công ty Hòa Phát 20 triệu đồng, Hội Phụ nữ 30 triệu đồng.",
        # more was given: a total states all of it
        "Xã vận động được 60 triệu đồng, gồm: tiền mặt 20 triệu đồng, hiện vật 40 triệu đồng. Công ty Hòa Phát "
        "ủng hộ thêm 15 triệu đồng.",
    ],
)
def test_a_sum_whose_parts_are_not_all_stays_one_gift(text):
    movement = drafted(text)
    assert movement.stated_totals == ()
    assert movement.contributions[0].quantity.amount == 60


def test_every_path_of_a_draft_leads_to_its_record():
    draft = draft_movement(
        HEAD
        + "Bà con hiến 200 m2 đất. Các đơn vị đã ủng hộ 60 triệu đồng, gồm: Công ty Hòa Phát 20 triệu đồng, "
        "Hội Phụ nữ xã 40 triệu đồng. Nhân dân góp 12 ngày công."
    )
    surfaces = {placed.path: placed.fact.surface for placed in draft.placed if "contrib" in placed.path}
    assert surfaces == {
        "$.contributions[0]": "200 m2",
        "$.contributions[1]": "20 triệu đồng",
        "$.contributions[2]": "40 triệu đồng",
        "$.contributions[3]": "12 ngày công",
    }
    assert [placed.fact.surface for placed in draft.placed if placed.path == "$.stated_totals[0]"] == [
        "60 triệu đồng"
    ]


# Houses, funds, sums before or far after their verb


@pytest.mark.parametrize(
    ("text", "gifts"),
    [
        ("Hội đã xây dựng và sửa chữa 25 mái ấm cho hội viên nghèo.", [(25, "mái ấm")]),
        ("Hội đã xây mới 16 căn nhà đồng đội, sửa chữa 25 căn.", [(16, "căn nhà"), (25, "căn")]),
        ("Xã xây dựng 53 nhà đại đoàn kết trị giá 832 triệu đồng.", [(53, "nhà")]),
        ("Hội sửa chữa 6 căn nhà cho hội viên khó khăn với số tiền 930 triệu đồng.", [(6, "căn nhà")]),
        ("149 triệu đồng đóng góp xây dựng quỹ vì người nghèo.", [(149, "triệu đồng")]),
        ("Xã vận động nhân dân giúp nhau và ủng hộ quỹ, được 112,7 tỷ đồng.", [("112.7", "tỷ đồng")]),
        (
            "Bà con ủng hộ 50 triệu đồng. Từ nguồn quỹ này, xã đã hỗ trợ 30 triệu đồng cho 3 hộ.",
            [(50, "triệu đồng")],
        ),
        ("Trong số 200 phần quà, xã trao 90 phần quà cho hộ nghèo.", [(90, "phần quà")]),
        (
            "Xã trao tặng 200 phần quà cho hộ nghèo. Trong số 200 phần quà, có 90 phần trao cho thôn 3.",
            [(200, "phần quà")],
        ),
    ],
)
def test_gifts_of_houses_and_of_sums(text, gifts):
    found = [(gift.quantity.amount, gift.quantity.unit.label) for gift in drafted(text).contributions]
    assert found == [(Decimal(amount), unit) for amount, unit in gifts]


@pytest.mark.parametrize(
    "text",
    [
        "Nhà nước xây dựng 12 nhà văn hóa cho các thôn.",
        "Hai vợ chồng dựng một căn nhà cho con.",
    ],
)
def test_what_is_no_gift(text):
    assert drafted(text).contributions == ()
