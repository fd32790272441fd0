"""``danvankheo words`` as a shell sees it."""

import json

import pytest

from danvankheo.cli.app import run


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["1.234.567"], "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"),
        (["-5"], "âm năm"),
        (["2,04"], "hai phẩy không bốn"),
        (["1,500", "--convention", "en"], "một nghìn năm trăm"),
        (["--zero", "lẻ", "--thousand", "ngàn", "--four", "bốn", "1.124.105"],
         "một triệu một trăm hai mươi bốn ngàn một trăm lẻ năm"),
        (["--five", "nhăm", "25"], "hai mươi nhăm"),
        (["154,4 triệu đồng", "--even"], "một trăm năm mươi tư triệu bốn trăm nghìn đồng chẵn"),
        (["500.000", "--even"], "năm trăm nghìn đồng chẵn"),
        (["hơn 2 tỷ"], "hơn hai tỷ đồng"),
    ],
    ids=range(9),
)  # fmt: skip
def test_words(args, line, capsys):
    assert run(["words", *args]) == 0
    assert capsys.readouterr() == (line + "\n", "")


def test_words_as_json(capsys):
    assert run(["words", "2 tỷ 150 triệu đồng", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "text": "2 tỷ 150 triệu đồng",
        "value": "2150000000",
        "words": "hai tỷ một trăm năm mươi triệu đồng",
    }


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["x"], 1, "bằng chữ số hoặc bằng chữ"), (["1,500"], 1, "chọn vi (dấu phẩy"),
        (["5 hộ"], 1, "tiền"), (["0,5", "--even"], 1, "số nguyên"), ([], 2, "Thiếu SỐ"), (["1", "2"], 2, "Lệnh chưa đúng"),
        (["--zero", "khong", "1"], 2, "linh, lẻ"), (["12.345.67"], 1, "vị trí 7"),
    ],
    ids=range(8),
)  # fmt: skip
def test_words_that_cannot_be(args, code, said, capsys):
    assert run(["words", *args]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
