"""``danvankheo parse`` as a shell sees it."""

import json

import pytest

from danvankheo.cli.app import run


@pytest.mark.parametrize(
    ("args", "output"),
    [
        (["hơn 154,4 triệu đồng"], "số lượng: hơn 154,4 triệu đồng\n  = hơn 154.400.000 đồng\n"),
        (["hơn", "154,4", "triệu", "đồng"], "số lượng: hơn 154,4 triệu đồng\n  = hơn 154.400.000 đồng\n"),
        (["15 triệu"], "số tiền: 15 triệu đồng\n  = 15.000.000 đồng\n"),
        (["1tr5", "--shorthand"], "số tiền: 1,5 triệu đồng\n  = 1.500.000 đồng\n"),
        (["2/11"], "ngày: 2/11\ntỷ số: 2/11\n  = 18,18%\n"),
        (["27/28 trường (96,42%)"], "tỷ số: 27/28 trường (96,42%)\n  = 96,43%\n"),
        (["gần 2/3 số hộ"], "tỷ số: gần 2/3 số hộ\n  = gần 66,67%\n"),
        (["vượt 12,5% chỉ tiêu"], "mức hoàn thành: vượt 12,5% chỉ tiêu\n  = đạt 112,5% chỉ tiêu\n"),
        (["tăng 2 lần", "--times", "added"], "mức tăng giảm: gấp 3 lần\n"),
        (["quý III/2022"], "thời kỳ: quý III/2022\n  = 01/07/2022 – 30/09/2022\n"),
        (["từ 5 đến 10 triệu đồng"], "khoảng giá trị: từ 5 đến 10 triệu đồng\n"),
        (["16/CT-TTg", "ngày 2/11/2022"], "văn bản: 16/CT-TTg ngày 2/11/2022\n"),
        (["hai trăm tư"], "số viết bằng chữ: 240\n"),
        (["1,500", "--convention", "vi"], "số: 1,500\n"),
        (["6 tháng đầu năm"], "thời kỳ: 6 tháng đầu năm\n"),
    ],
    ids=range(15),
)  # fmt: skip
def test_parse(args, output, capsys):
    assert run(["parse", *args]) == 0
    assert capsys.readouterr() == (output, "")


def test_parse_as_json(capsys):
    assert run(["parse", "--json", "hơn 154,4 triệu đồng"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "text": "hơn 154,4 triệu đồng",
        "readings": [
            {
                "kind": "quantity",
                "written": "hơn 154,4 triệu đồng",
                "value": {"amount": "154.4", "unit": "million_dong", "approximation": "over"},
                "base_amount": "154400000",
                "base_unit": "dong",
            }
        ],
    }


@pytest.mark.parametrize(
    "text",
    ["2/11", "27/28 trường (96,42%)", "giảm 5%", "đạt 5% kế hoạch", "từ năm 2019 đến nay", "36-HD/VPTW", "5-7%",
     "1.000", "2-11-2022", "năm 2022", "hai phẩy năm"],
)  # fmt: skip
def test_every_kind_has_a_json_form(text, capsys):
    assert run(["parse", "--json", text]) == 0
    told = json.loads(capsys.readouterr().out)
    assert all(set(reading) >= {"kind", "written", "value"} for reading in told["readings"])


def test_a_text_with_two_meanings_tells_both_and_fails(capsys):
    assert run(["parse", "--json", "2 sào"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["readings"] == []
    assert (told["error"]["code"], told["error"]["position"]) == ("regional-unit", 2)
    assert {name: meant["unit"]["square_metres"] for name, meant in told["error"]["readings"].items()} == {
        "north": "360",
        "central": "500",
    }
    assert run(["parse", "1,500"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "1,500 hoặc 1500" in err
