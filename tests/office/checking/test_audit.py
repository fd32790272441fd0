"""Whole papers: each planted error at its cell and of its kind, and not one false alarm."""

import json

import pytest

from danvankheo.auditing.findings.codes import Severity
from danvankheo.office.checking.audit import audit_paper, audit_papers
from danvankheo.office.reader import read
from office_files import PAPERS
from office_tables import grid_of, paper_of

EXPECTED = json.loads((PAPERS / "expected.json").read_text(encoding="utf-8"))["files"]
SAME = {
    "cumulative": "sum-inconsistent",
    "text-against-table": "contradiction",
    "table-against-table": "contradiction",
    "parts-against-whole": "contradiction",
}


def place_of(at):
    if "row" in at:
        return at["block"], (at["row"], at["column"])
    return at["block"], tuple(at["span"])


def stands_at(address, wanted):
    block, (one, other) = wanted
    if address.block != block:
        return False
    if address.span is not None:
        return address.span[0] < other and one < address.span[1]
    return (address.row, address.column) == (one, other)


@pytest.mark.parametrize("name", EXPECTED)
def test_planted_errors_are_found_and_nothing_else_is_alleged(name):
    gold = EXPECTED[name]
    found = audit_paper(read(PAPERS / name))
    used = set()
    for error in gold["errors"]:
        kinds = {SAME.get(kind, kind) for kind in (error["kind"], *error["also_right"])}
        severity = Severity(error["severity"])
        hits = [
            finding
            for finding in found
            if finding.code.value in kinds
            and any(stands_at(address, place_of(error["at"])) for address in finding.addresses)
        ]
        assert any(hit.severity is severity for hit in hits), (error["note"], [str(each) for each in found])
        used |= {id(hit) for hit in hits}
    alleged = [each for each in found if each.severity is not Severity.INFO and id(each) not in used]
    assert not alleged, [str(each) for each in alleged]


def test_findings_sort_by_file_and_place_and_say_what_to_write():
    table = grid_of("TT | Ấp | Tiền (triệu đồng)\n1 | Đông | 96,5\n2 | Tây | 20\n | Cộng | 118,5")
    found = audit_papers([paper_of("Mở đầu", table, file="b.docx"), paper_of(table, table, file="a.docx")])
    assert [(each.address.file, each.address.table) for each in found][:2] == [("a.docx", 1), ("a.docx", 2)]
    assert found[-1].address.file == "b.docx"
    (one,) = audit_paper(
        paper_of(grid_of("TT | Ấp | Tiền (triệu đồng)\n1 | Đông | 96,5\n2 | Tây | 20\n | Cộng | 118,5"))
    )
    assert str(one.address) == "bieu.docx, bảng 1, dòng 4, cột “Tiền (triệu đồng)”"
    assert one.correction == "116,5"
    assert one.vietnamese == (
        "tổng ghi 118,5 triệu đồng, các dòng 2–3 cộng lại được 116,5 triệu đồng (lệch 2,0 triệu đồng); "
        "có thể phải là 116,5 triệu đồng."
    )
    assert "rows 2–3 add up to 116.5" in one.english


def test_what_was_not_checked_is_said():
    found = audit_paper(
        paper_of(grid_of("Nội dung | Số lượng | Kinh phí\nA | 12 | ba triệu\nB | 15 | 4\nC | 7 | 9"))
    )
    assert not found.findings
    texts = [each.vietnamese for each in found.not_checked]
    assert "không thấy quan hệ nào giữa các số liệu để kiểm tra" in texts
    assert "“ba triệu” không phải là số liệu" in texts


def test_a_summary_is_compared_with_the_papers_that_it_sums_up():
    def commune(name, money, days, file):
        return paper_of(
            f"XÃ {name.upper()}",
            grid_of(
                f"TT | Nội dung | Tiền (triệu đồng) | Ngày công\n1 | Đường | {money} | {days}\n | Cộng | {money} | {days}"
            ),
            file=file,
        )

    papers = [
        commune("Tân Mỹ", "216,2", "153", "1.docx"),
        commune("An Nhơn", "331,0", "239", "2.docx"),
        commune("Phú Thọ", "164,2", "136", "3.docx"),
        paper_of(
            "TỔNG HỢP",
            grid_of(
                "TT | Xã | Tiền (triệu đồng) | Ngày công\n1 | Tân Mỹ | 216,2 | 153\n2 | An Nhơn | 313,0 | 239\n"
                "3 | Phú Thọ | 164,2 | 136\n | Cộng | 693,4 | 528"
            ),
            file="tong-hop.docx",
        ),
    ]
    (found,) = audit_papers(papers)
    assert found.code.value == "contradiction"
    assert [(each.file, each.cell) for each in found.addresses] == [("tong-hop.docx", "C3"), ("2.docx", "C3")]
    assert found.correction == "331,0"


def test_last_years_figures_are_compared_with_last_years_paper():
    rows = "Tiền đóng góp | triệu đồng | {}\nNgày công | ngày | {}\nĐất hiến | m2 | {}"
    last = grid_of("Chỉ tiêu | ĐVT | Năm 2024\n" + rows.format("586,3", "1.120", "940"))
    now = grid_of(
        "Chỉ tiêu | ĐVT | Năm 2024 | Năm 2025\nTiền đóng góp | triệu đồng | 568,3 | 757,5\n"
        "Ngày công | ngày | 1.120 | 1.008\nĐất hiến | m2 | 940 | 1.316"
    )
    (found,) = audit_papers([paper_of(now, file="2025.docx"), paper_of(last, file="2024.docx")])
    assert {each.file: each.cell for each in found.addresses} == {"2025.docx": "C2", "2024.docx": "C2"}
