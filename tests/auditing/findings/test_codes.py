"""Every code is found by some figures, and reads as a sentence in both languages."""

import string
from pathlib import Path

import pytest

from danvankheo import (
    Attainment,
    DanVanKheoError,
    Quantity,
    Ratio,
    Rounding,
    audit,
    check_ratio,
    counted,
    parse_percent,
    parse_ratio,
)
from danvankheo.auditing import (
    Finding,
    FindingCode,
    Severity,
    check_attainment,
    check_bounds,
    check_chain,
    check_change,
    check_cumulative,
    check_mentions,
    check_part,
    check_shares,
    check_sum,
    check_whole,
)
from danvankheo.domain.contribution import Contribution
from danvankheo.domain.model import ModelCount, ModelStatus
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.units import MILLION_DONG, PERCENT

CUT = [Rounding.TRUNCATE]
GIFT = Contribution(quantity=Quantity(5, MILLION_DONG), purpose="làm đường")


def of_report(**fields):
    return audit(Movement(name="Dân vận khéo", period=Period.year(2022), **fields))


def of_models():
    counts = (
        ModelCount(count=3, status=ModelStatus.REGISTERED),
        ModelCount(count=4, status=ModelStatus.RECOGNIZED),
    )
    return of_report(model_counts=counts)[0]


def of_habit():
    from danvankheo.auditing import infer_habit

    return infer_habit({"a": check_ratio(27, 28, "96,42%"), "b": check_ratio(2, 3, "66,6%")}).finding()


# What finds each code, and how the Vietnamese sentence reads.
FOUND = {
    "ratio-fits": (lambda: check_ratio(2, 3, "66,7%"), "2/3 = 66,666666…%; khớp với 66,7%."),
    "ratio-not-in-percent": (
        lambda: check_ratio(27, 28, parse_percent("96,42%")),
        "27/28 = 96,428571…%; 0,9642% là tỷ số chưa nhân 100: phải ghi 96,43%.",
    ),
    "ratio-truncated": (lambda: check_ratio("27/28 trường (96,42%)"), None),
    "ratio-rounded-up": (lambda: check_ratio(1, 3, "34%"), None),
    "ratio-otherwise": (
        lambda: check_ratio(2, 3, "66,7%").finding(accept=CUT),
        "2/3 = 66,666666…%; chỉ ra 66,7% nếu làm tròn hoặc luôn làm tròn lên.",
    ),
    "ratio-loose": (lambda: check_ratio("hơn 1.200 hộ", "1.500 hộ", "90%"), None),
    "ratio-inconsistent": (lambda: check_ratio(45, 60, "85%"), None),
    "attainment-wording": (
        lambda: check_attainment("612 triệu đồng", "580 triệu đồng", "vượt 105,5%"),
        "612/580 triệu đồng là trên 105,340% và dưới 105,695%: phải ghi “đạt 105,5%”; báo cáo ghi “vượt 105,5%”.",
    ),
    "whole-implied": (lambda: check_whole("359 hộ", "2,04%"), None),
    "whole-otherwise": (lambda: check_whole("27 trường", "96,42%"), None),
    "whole-impossible": (lambda: check_whole("0 hộ", "5%"), "0 hộ chiếm 5%: không có tổng số nào phù hợp."),
    "part-implied": (
        lambda: check_part("28 trường", "96,43%"),
        "96,43% của 28 trường là 27 (nếu làm tròn).",
    ),
    "part-impossible": (lambda: check_part("28 trường", "96,52%"), None),
    "part-otherwise": (
        lambda: check_part("28 trường", "96,42%"),
        "96,42% của 28 trường: chỉ có số nguyên phù hợp nếu cắt bỏ phần lẻ.",
    ),
    "part-loose": (
        lambda: check_part("gần 20 trường", "hơn 95%"),
        None,
    ),
    "no-power": (lambda: check_part("17.600 hộ", "2,04%"), None),
    "points-or-relative": (lambda: check_change("91,5%", "tăng 3,05%"), None),
    "change-fits": (
        lambda: check_change("1.808 hộ", "tăng 278 hộ", before="1.530 hộ"),
        "1.808 hộ, tăng 278 hộ: khớp với kỳ trước 1.530 hộ.",
    ),
    "change-fits-alone": (
        lambda: check_change("1.808 hộ", "tăng 278 hộ"),
        "1.808 hộ, tăng 278 hộ: kỳ trước 1.530 hộ.",
    ),
    "change-undecided": (
        lambda: check_change("100%", "tăng 1%", before="99%"),
        "100%, tăng 1%, kỳ trước 99%: hiểu là điểm phần trăm hay tăng tương đối đều khớp.",
    ),
    "change-in-points": (lambda: check_change("91,5%", "tăng 3,05%", before="88,45%"), None),
    "change-is-relative": (
        lambda: check_change("91,5%", "tăng 3,05%", before="88,8%", kind="points"),
        "91,5%, tăng 3,05%, kỳ trước 88,8%: đây là mức tăng tương đối (%), không phải điểm phần trăm.",
    ),
    "change-otherwise": (
        lambda: check_change("6%", "giảm 2%", before="9,5%", kind="points"),
        "6%, giảm 2%, kỳ trước 9,5%: chỉ khớp nếu cắt bỏ phần lẻ.",
    ),
    "change-loose": (
        lambda: check_change("gần 60 triệu đồng", "tăng 5 triệu đồng", before="20 triệu đồng"),
        None,
    ),
    "change-inconsistent": (lambda: check_change("1.808 hộ", "tăng 12%", before="1.530 hộ"), None),
    "change-impossible": (
        lambda: check_change("50 hộ", "giảm 120%", before="60 hộ"),
        "50 hộ, giảm 120%: không có số kỳ trước nào phù hợp.",
    ),
    "sum-exact": (lambda: check_sum(30, [10, 20]), "Tổng 30 đúng bằng các phần cộng lại."),
    "sum-fits": (lambda: check_sum("10,3 ha", ["4,1 ha", "6,1 ha"]), None),
    "sum-otherwise": (lambda: check_sum("12 ha", ["3 ha", "3 ha", "4 ha"]), None),
    "sum-loose": (
        lambda: check_sum("60 triệu đồng", ["hơn 40 triệu đồng", "5 triệu đồng"]),
        "Tổng ghi 60 triệu đồng, các phần cộng lại là hơn 45 triệu đồng: chỉ khớp nếu hiểu “hơn”, “gần” … theo nghĩa rộng nhất.",
    ),
    "sum-inconsistent": (lambda: check_sum(30, [10, 21]), None),
    "parts-exceed-total": (
        lambda: check_sum(30, [10, 21]).finding_of_listed(),
        "Các phần cộng lại là 31, vượt tổng đã ghi 30.",
    ),
    "parts-below-total": (
        lambda: check_sum(30, [10, 19]).finding_of_listed(),
        "Các phần cộng lại là 29, ít hơn tổng 30: liệt kê chưa đủ, hoặc có số sai.",
    ),
    "shares-fit": (lambda: check_shares([50, 30, 20]), "Các tỷ trọng cộng lại là 100%, khớp với 100%."),
    "shares-otherwise": (lambda: check_shares(["45,5%", "30,5%", "23,8%"]), None),
    "shares-loose": (lambda: check_shares(["hơn 40%", "30%"]), None),
    "shares-forced": (lambda: check_shares([33, 33, 34], counts=[5, 5, 5]), None),
    "shares-inconsistent": (lambda: check_shares([50, 30]), None),
    "shares-wrong": (
        lambda: check_shares([50, 50], counts=[1, 2]),
        "Các tỷ trọng 50%, 50% không đúng với số lượng; đúng phải là 33%, 67%.",
    ),
    "chain-fits": (
        lambda: check_chain([100, 110], ["tăng 10%"]),
        "Chuỗi số liệu 100 → 110 khớp với các mức thay đổi: tăng 10%.",
    ),
    "chain-otherwise": (lambda: check_chain([100, None, 123], ["tăng 10%", "tăng 10%"]), None),
    "chain-loose": (lambda: check_chain(["gần 60 triệu đồng", "20 triệu đồng"], ["tăng 10%"]), None),
    "chain-broken": (lambda: check_chain([100, 130], ["tăng 10%"]), None),
    "mentions-agree": (lambda: check_mentions(["2,04%", "2%"]), "2,04% – 2%: khớp nhau."),
    "mentions-otherwise": (
        lambda: check_mentions(["2,6%", "2%"]),
        "2,6% – 2%: chỉ khớp nhau nếu cắt bỏ phần lẻ.",
    ),
    "mentions-loose": (lambda: check_mentions(["gần 60 triệu đồng", "40 triệu đồng"]), None),
    "mentions-apart": (
        lambda: check_mentions(["2,04%", "2,05%"], same_writer=False),
        "2,04% – 2,05%: chỉ khớp nhau nếu mỗi nơi làm tròn một cách.",
    ),
    "contradiction": (lambda: check_mentions(["2,04%", "2,05%"]), None),
    "bounds-fit": (
        lambda: check_bounds("27 trường", whole="28 trường"),
        "27 trường: trong giới hạn cho phép.",
    ),
    "cumulative-fits": (lambda: check_cumulative(["5 hộ", "9 hộ"]), "5 hộ → 9 hộ: số lũy kế không giảm."),
    "share-over-100": (
        lambda: check_bounds("100,4%", nature="share"),
        "100,4%: tỷ lệ này không thể vượt 100%.",
    ),
    "part-over-whole": (
        lambda: check_bounds("29 trường", whole="28 trường"),
        "29 trường, mà tổng số chỉ có 28 trường.",
    ),
    "count-not-whole": (lambda: check_bounds("12,5 hộ"), "12,5 hộ: số đếm phải là số nguyên."),
    "cumulative-falls": (
        lambda: check_cumulative(["5 hộ", "4 hộ"]),
        "5 hộ → 4 hộ: số lũy kế không thể giảm.",
    ),
    "models-not-nested": (
        of_models,
        "Số mô hình được công nhận (4) nhiều hơn số mô hình đăng ký (3).",
    ),
    "repeated": (
        lambda: of_report(contributions=(GIFT, GIFT))[0],
        "5 triệu đồng ghi 2 lần giống hệt nhau; nếu chỉ là một thì đã tính trùng.",
    ),
    "habit": (
        of_habit,
        "Các số liệu kiểm tra được đều chỉ khớp nếu báo cáo cắt bỏ phần lẻ (2 số liệu cho thấy rõ).",
    ),
}


def test_a_whole_that_only_the_literal_reading_leaves_is_told():
    check = check_whole("0 hộ", "gần 5%")  # as it is meant, from 4% to 5%; literally, also 0%
    assert str(check) == "0 hộ chiếm gần 5%, tức tổng số hộ từ 1 trở lên (dù làm tròn hay cắt bỏ)."


def test_every_code_has_figures_that_find_it():
    assert set(FOUND) == {code.value for code in FindingCode}


@pytest.mark.parametrize("code", FOUND)
def test_figures_find_their_code(code):
    call, sentence = FOUND[code]
    found = call()
    finding = found if isinstance(found, Finding) else found.finding()
    assert finding.code.value == code
    assert sentence in (None, finding.vietnamese)
    assert finding.vietnamese.endswith(".")
    assert finding.english.endswith(".")
    assert "{" not in finding.vietnamese + finding.english
    assert finding.severity is finding.code.severity


def test_checks_take_what_the_readers_read():
    ratio = parse_ratio("hơn 1.200/1.500 hộ (81,5%)")
    assert check_ratio(ratio).part.approximation.value == "over"
    assert check_ratio(ratio).severity is Severity.FINE
    bare = Ratio(part=27, whole=28, percent=Quantity(96, PERCENT))
    assert check_ratio(bare).verdict.value == "rounded"
    told = Attainment(figure=Quantity(105, PERCENT), mode="exceed")
    assert check_attainment(63, 60, told).mode == "exceed"
    for call in (
        lambda: check_ratio(parse_ratio("27/28 trường")),
        lambda: check_ratio(27, 28, None),
        lambda: check_ratio(27),
        lambda: check_attainment(63, 60, told, mode="exceed"),
        lambda: check_attainment(63, 60, "105%", mode="beyond"),
    ):
        with pytest.raises(DanVanKheoError):
            call()


def test_approximated_attainments_above_and_below_the_plan():
    assert check_attainment("hơn 1.200 hộ", "1.000 hộ", "vượt 25%").severity is Severity.FINE
    assert check_attainment("gần 800 hộ", "1.000 hộ", "thiếu 25%").severity is Severity.FINE
    assert check_attainment("gần 800 hộ", "1.000 hộ", "thiếu 125%").severity is Severity.ERROR
    assert check_attainment("hơn 1.200 hộ", counted_households(1000), "hơn 120%").severity is Severity.FINE


def counted_households(number):
    return Quantity(number, counted("hộ"))


def test_sentences_in_two_languages_have_the_same_gaps():
    for code in FindingCode:
        gaps = [
            {name for _, name, _, _ in string.Formatter().parse(template) if name}
            for template in (code.vietnamese, code.english)
        ]
        assert gaps[0] == gaps[1] or gaps[0] - gaps[1] <= {"places", "things"}, code
        assert code.vietnamese.endswith(".")
        assert code.english.endswith(".")


def test_severities_order_by_how_bad_they_are():
    assert Severity.ERROR > Severity.WARNING > Severity.INFO > Severity.FINE
    assert Severity.INFO <= Severity.INFO < Severity.ERROR
    assert Severity.WARNING >= Severity.INFO
    assert not Severity.WARNING < Severity.WARNING
    assert not Severity.WARNING > Severity.WARNING
    assert max(Severity) is Severity.ERROR


def test_every_code_is_in_the_docs():
    page = (Path(__file__).parents[3] / "docs" / "explanation" / "audit.md").read_text("utf-8")
    assert [code.value for code in FindingCode if f"`{code.value}`" not in page] == []
