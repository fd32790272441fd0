"""Findings: sentences in two languages, order, data for programs."""

import json
import pickle
from copy import deepcopy
from fractions import Fraction

import pytest

from danvankheo import (
    Direction,
    InvalidValueError,
    check_ratio,
)
from danvankheo.auditing import (
    FactRef,
    Finding,
    FindingCode,
    Severity,
    check_attainment,
    check_bounds,
    check_chain,
    check_change,
    check_mentions,
    check_part,
    check_shares,
    check_sum,
    check_whole,
    finding_data,
)

# What is found -> how it reads in Vietnamese and in English.
SENTENCES = [
    (
        check_ratio(45, 60, "85%"),
        "45/60 = 75%; làm tròn cách nào cũng không ra 85%. Có thể số đúng là 75%.",
        "45/60 = 75%; no rounding gives 85%. Least correction: 75%.",
    ),
    (
        check_ratio(1, 3, "34%"),
        "1/3 = 33,333333…%, làm tròn đến hàng đơn vị là 33%; báo cáo ghi 34% (luôn làm tròn lên).",
        "1/3 = 33.333333…%, which rounds to 33%; the report prints 34% (always rounded up).",
    ),
    (
        check_ratio("hơn 1.200 hộ", "1.500 hộ", "90%"),
        "hơn 1.200 trong 1.500 hộ là trên 80% và dưới 86,667%; chỉ khớp với 90% nếu hiểu “hơn”, “gần” … theo nghĩa "
        "rộng nhất.",
        "over 1,200 of 1,500 hộ is over 80% and under 86.667%; 90% agrees only if words such as “hơn” or “gần” "
        "are taken very widely.",
    ),
    (
        check_ratio("612 triệu đồng", "580 triệu đồng", "105,5%"),
        "612/580 triệu đồng là trên 105,340% và dưới 105,695%; khớp với 105,5%.",
        "612/580 million dong is over 105.340% and under 105.695%; 105.5% agrees.",
    ),
    (
        check_ratio(1, 30_000_000, "0,02%"),
        "1/30.000.000 = 0,000003333…%; làm tròn cách nào cũng không ra 0,02%. Có thể số đúng là 0,00%.",
        None,
    ),
    (
        check_attainment("63 mô hình", "60 mô hình", "7%", mode="exceed"),
        "63/60 mô hình = 105%; làm tròn cách nào cũng không ra “vượt 7%”. Có thể tử số đúng là 64 mô hình.",
        "63/60 mô hình = 105%; no rounding gives “exceeds by 7%”. Least correction: part 64 mô hình.",
    ),
    (
        check_change("91,5%", "3,05%", before="88,45%"),
        "91,5%, tăng 3,05%, kỳ trước 88,45%: đây là chênh lệch điểm phần trăm; nên ghi rõ “điểm phần trăm”.",
        "91.5%, up 3.05%, 88.45% before: this is in percentage points; say “điểm phần trăm”.",
    ),
    (
        check_change("359 hộ", "46 hộ", before="400 hộ", direction=Direction.DOWN),
        "359 hộ so với kỳ trước 400 hộ là giảm 41 hộ; báo cáo ghi giảm 46 hộ. Nếu đúng giảm 46 hộ thì kỳ trước phải ở mức 405 hộ.",
        "359 hộ from 400 hộ is down 41 hộ; the report prints down 46 hộ. For down 46 hộ the earlier figure would have to be 405 hộ.",
    ),
    (
        check_sum("154,4 triệu đồng", ["60 triệu đồng", "95 triệu đồng"]),
        None,
        "The total is 154.4 million dong, the parts add up to 155 million dong: they agree within "
        "the precision of the figures.",
    ),
    (
        check_sum("12 ha", ["3 ha", "3 ha", "4 ha"]),
        "Tổng ghi 12 ha, các phần cộng lại là 10 ha (do làm tròn, có thể từ 8,5 ha đến 11,5 ha): chỉ khớp nếu cắt bỏ phần lẻ.",
        "The total is 12 hectares, the parts add up to 10 hectares (rounded, from 8.5 hectares to 11.5 hectares): they agree only if figures are cut off.",
    ),
    (
        check_mentions(["gần 60 triệu đồng", "40 triệu đồng"]),
        "gần 60 triệu đồng – 40 triệu đồng: chỉ khớp nhau nếu hiểu “hơn”, “gần” … theo nghĩa rộng nhất.",
        None,
    ),
    (
        check_part("28 trường", "96,52%"),
        "96,52% của 28 trường: không có số nguyên nào phù hợp; gần nhất là 27/28 ≈ 96,43%.",
        None,
    ),
    (
        check_whole(27, "96,42%"),
        "27 chiếm 96,42%: nếu làm tròn thì không có tổng số nào phù hợp; tổng số 28 (nếu cắt bỏ).",
        None,
    ),
    (
        check_shares(["45,5%", "30,5%", "23,8%"]),
        "Các tỷ trọng cộng lại là 99,8% (do làm tròn, có thể từ 99,65% đến 99,95%): chỉ khớp nếu cắt bỏ phần lẻ.",
        None,
    ),
    (
        check_chain([100, 130], ["tăng 10%"]),
        "Chuỗi số liệu 100 → 130, các mức thay đổi tăng 10%: không khớp, sai từ mức thay đổi thứ 1.",
        "The series 100 → 130, changes up 10%: they cannot all be true, from change 1 on.",
    ),
]


@pytest.mark.parametrize(("check", "vietnamese", "english"), SENTENCES, ids=range(len(SENTENCES)))
def test_sentences(check, vietnamese, english):
    finding = check.finding()
    assert vietnamese in (None, finding.vietnamese)
    assert english in (None, finding.english)
    assert str(check) == str(finding) == finding.vietnamese


def some_findings():
    return [
        check.finding(facts=(FactRef(path=f"$.indicators[{at}]"),))
        for at, (check, *_) in enumerate(SENTENCES)
    ]


def test_findings_can_be_kept_and_sorted():
    findings = some_findings()
    assert pickle.loads(pickle.dumps(findings)) == findings
    assert deepcopy(findings) == findings
    assert len(set(findings)) == len(findings)
    ranks = [finding.severity.rank for finding in sorted(findings)]
    assert ranks == sorted(ranks)
    assert min(Severity, key=lambda severity: severity.rank) is Severity.ERROR
    with pytest.raises(TypeError):
        _ = findings[0] < 1


def test_a_finding_is_told_with_its_exact_values():
    finding = check_ratio(27, 28, "96,42%").finding(facts=(FactRef(path="$.indicators[1]", name="Trường"),))
    assert finding.values["exact"] == Fraction(675, 7)
    assert repr(finding).startswith("<Finding ratio-truncated $.indicators[1]: 27/28 = 96.428571…%")
    assert str(finding.facts[0]) == "Trường"
    data = finding_data(finding)
    assert [(fact["path"], fact["name"]) for fact in data["facts"]] == [("$.indicators[1]", "Trường")]
    assert data["values"]["percent"] == {
        "amount": "96.42",
        "unit": "percent",
        "approximation": "exactly",
        "nature": "rate",
    }
    correction = finding_data(check_ratio(45, 60, "85%").finding())["correction"]
    assert correction == {"field": "percent", "to": "75", "edits": 1, "steps": 10}


def test_a_finding_fills_the_gaps_of_its_sentences():
    with pytest.raises(InvalidValueError, match="exact, printed, ratio"):
        Finding(code=FindingCode.RATIO_FITS)


def test_every_finding_is_plain_data():
    for finding in (*some_findings(), *check_bounds("29 trường", whole="28 trường").findings()):
        assert json.loads(json.dumps(finding_data(finding)))["vi"] == finding.vietnamese
