"""Tables as offices keep them, read by `read_file`, `scan_file` and ``totals``: each habit of a real office."""

import json
import re
import subprocess
import sys
import warnings
from decimal import Decimal
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import DocumentError, frames
from danvankheo.cli.app import run
from danvankheo.frames import CONTRIBUTIONS, INDICATORS, LeftOutRowsWarning
from office_files import PAPERS

OWN = "Xã;Loại đóng góp;Đơn vị tính;Số lượng;Lĩnh vực;Kỳ"
BASE = {
    "đồng": ("dong", 1), "nghìn đồng": ("dong", 10**3), "triệu đồng": ("dong", 10**6), "tỷ đồng": ("dong", 10**9),
    "ngày công": ("workday", 100), "ngày": ("workday", 100), "m2": ("square_metre", 100),
}  # fmt: skip


def workbook(path, *sheets, formats=None):
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for at, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Trang {at}")
        for row in rows:
            sheet.append(row)
        for place, code in (formats or {}).items():
            sheet[place].number_format = code
    book.save(path)
    return path


def csv(path, *lines, encoding="utf-8"):
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def read(path, schema=CONTRIBUTIONS, **how):
    """Return a table with what was said of it, in Vietnamese."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", LeftOutRowsWarning)
        table = frames.read_file(path, schema, **how)
    return table, "; ".join(each.message.vietnamese for each in caught)


def sums(table):
    found = table.filter(pl.col("unit").is_not_null()).group_by("unit").agg(pl.col("amount").sum())
    return dict(found.rows())


def refused(path, schema=CONTRIBUTIONS, **how):
    with pytest.raises(DocumentError) as error:
        read(path, schema, **how)
    return [problem.vietnamese for problem in error.value.problems]


class TestOurOwnHeads:
    """Files with the heads of this library, filled in by people."""

    def test_vietnamese_words_units_of_all_sizes_and_no_column_of_words_before_figures(self, tmp_path):
        rows = ["Ia Sơn;tiền;đồng;5.000.000,0;Kinh tế;Quý II/2026", "Ia Sơn;Tiền;triệu đồng;154,4;văn hoá - xã hội;2026-Q2",
                "Ia Sơn;ngày công;ngày công;31;quốc phòng, an ninh;quý 2 năm 2026", "Ia Sơn;land;m2;12,5;economy;"]  # fmt: skip
        table, _ = read(csv(tmp_path / "a.csv", OWN, *rows))
        assert table.select("kind", "unit", "amount", "field", "period", "approximation").rows() == [
            ("money", "dong", 5_000_000, "economy", "2026-Q2", None),
            ("money", "dong", 154_400_000, "culture_society", "2026-Q2", None),
            ("labour", "workday", 3_100, "defence_security", "2026-Q2", None),
            ("land", "square_metre", 1_250, "economy", None, None),
        ]

    def test_codes_and_words_are_one(self, tmp_path):
        words = csv(tmp_path / "a.csv", OWN, "X;tiền;triệu đồng;154,4;kinh tế;Quý II/2026")
        codes = csv(tmp_path / "b.csv", OWN, "X;money;million_dong;154.4;economy;2026-Q2")
        assert read(words)[0].equals(read(codes)[0])
        assert frames.scan_file(words, CONTRIBUTIONS).collect().equals(read(codes)[0])

    def test_numbers_of_rows_and_remarks_are_left_out(self, tmp_path):
        path = csv(tmp_path / "a.csv", f"STT;{OWN};Ghi chú", "1;X;tiền;đồng;5;kinh tế;;đã nộp")
        assert read(path)[0].columns == [
            "commune",
            "kind",
            "unit",
            "amount",
            "field",
            "period",
            "approximation",
        ]

    def test_a_number_of_excel_is_read_by_its_digits_whatever_the_convention(self, tmp_path):
        rows = [OWN.split(";"), ["X", "tiền", "triệu đồng", 154.4], ["X", "tiền", "triệu đồng", 1.234],
                ["X", "tiền", "triệu đồng", 0.1 + 0.2], ["X", "tiền", "đồng", 5]]  # fmt: skip
        path = workbook(tmp_path / "a.xlsx", rows)
        for convention in (None, "vi", "en"):
            amounts = read(path, convention=convention)[0]["amount"].to_list()
            assert amounts == [154_400_000, 1_234_000, 300_000, 5]

    def test_a_cell_in_percent_is_what_it_shows(self, tmp_path):
        heads = ["Chỉ tiêu", "Chỉ tiêu dùng chung", "Đơn vị tính", "Mẫu số là kế hoạch", "Tử số", "Mẫu số",
                 "Giá trị", "Đơn vị của giá trị"]  # fmt: skip
        rows = [heads, ["Trường", "", "trường", "không", 27, 28, 0.9642, "%"],
                ["Nhà", "", "nhà", "không", 1, 1, 1, "%"], ["Chữ", "", "nhà", "không", 27, 28, "96,42%", "%"],
                ["Số", "", "nhà", "có", 27, 28, 96.42, "percent"]]  # fmt: skip
        path = workbook(tmp_path / "a.xlsx", rows, formats={"G2": "0.00%", "G3": "0%"})
        table, _ = read(path, INDICATORS)
        assert table["value"].to_list() == [96_420_000, 100_000_000, 96_420_000, 96_420_000]
        assert table["whole_is_plan"].to_list() == [False, False, False, True]
        money = workbook(
            tmp_path / "b.xlsx", [OWN.split(";"), ["X", "tiền", "đồng", 1]], formats={"D2": "0%"}
        )
        assert refused(money) == ['“Số lượng”: phải là số, như 1.234,5 hay 1234.5, ở dòng 2 (ô D2): "100%"']

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1258", "utf-8-sig"])
    def test_encodings_of_excel(self, tmp_path, encoding):
        from unicodedata import normalize

        text = [OWN, "Cây Đổi;tiền;triệu đồng;1,5;kinh tế;", "Bến Đò;ngày công;ngày công;7;Văn hóa - xã hội;"]
        if encoding == "cp1258":
            marks = str.maketrans({})
            text = [_for_1258(line.translate(marks)) for line in text]
        table, _ = read(csv(tmp_path / "a.csv", *text, encoding=encoding))
        assert [normalize("NFC", name) for name in table["commune"]] == ["Cây Đổi", "Bến Đò"]
        assert table["amount"].to_list() == [1_500_000, 700]

    def test_one_bad_row_of_many_is_named_by_line_and_cell(self, tmp_path):
        rows = ["X;tiền;đồng;5;kinh tế;"] * 5000
        rows[3217] = "X;tiền;đồng;x5;kinh tế;"
        (told,) = refused(csv(tmp_path / "a.csv", OWN, *rows))
        assert told == '“Số lượng”: phải là số, như 1.234,5 hay 1234.5, ở dòng 3219 (ô D3219): "x5"'
        rows[3217] = "X;tiền;đống;5;kinh tế;"
        (told,) = refused(csv(tmp_path / "a.csv", OWN, *rows))
        assert told.startswith("“Đơn vị tính”: ")
        assert "dòng 3219 (ô C3219)" in told

    def test_several_sheets_are_one_table(self, tmp_path):
        rows = [[*OWN.split(";")], ["X", "tiền", "đồng", 5], ["Tổng cộng", "tiền", "đồng", 5]]
        path = workbook(tmp_path / "a.xlsx", rows, [rows[0], ["Y", "tiền", "đồng", 6]], [])
        table, said = read(path)
        assert table.select("commune", "amount").rows() == [("X", 5), ("Y", 6)]
        assert "a.xlsx, Trang 1: không cộng dòng 3: “Tổng cộng”" in said


def _for_1258(text):
    """Return text with the marks of tones by themselves, as Windows-1258 has them."""
    from unicodedata import normalize

    tones = "\u0300\u0301\u0303\u0309\u0323"
    made = ""
    for letter in text:
        apart = normalize("NFD", letter)
        tone = next((mark for mark in apart if mark in tones), "")
        made += normalize("NFC", apart.replace(tone, "", 1) if tone else apart) + tone
    return made


class TestOfficeHabits:
    """Ledgers as they are sent in."""

    def test_title_rows_merged_heads_units_in_heads(self):
        table, said = read(PAPERS / "xlsx/02-bieu-tong-hop.xlsx")
        assert sums(table) == {"dong": 375_300_000, "workday": 48_500, "square_metre": 52_500}
        assert {*table["commune"]} == {"Xã Mỹ Hiệp Đông"}
        assert {*table["period"]} == {"2026-H1"}
        assert "3 công thức chưa có kết quả" in said

    @pytest.mark.parametrize("head", ["Làng", "Phường", "Tổ dân phố", "Ấp", "Thôn", "Xã"])
    @pytest.mark.parametrize("numbering", ["TT", "STT", "Số TT"])
    def test_heads_of_places_money_and_land(self, tmp_path, head, numbering):
        heads = [numbering, head, "Tiền (triệu đồng)", "Đất (m2)"]
        path = workbook(tmp_path / "a.xlsx", [heads, [1, "An Đông", 154.4, 300], [2, "An Tây", 5, 10.5]])
        table, said = read(path)
        assert sums(table) == {"dong": 159_400_000, "square_metre": 31_050}
        assert said == ""
        column = "commune" if head in {"Phường", "Xã"} else "community"
        assert {*table[column]} == {"An Đông", "An Tây"}

    def test_what_is_not_stated_is_unknown_and_what_is_none_is_no_gift(self):
        table, said = read(PAPERS / "xlsx/08-o-trong.xlsx")
        assert sums(table) == {"dong": 145_500_000, "workday": 7_400, "square_metre": 18_000}
        assert table.filter(pl.col("amount").is_null()).select("kind", "community").rows() == [
            ("money", "thôn Hai")
        ]
        assert "Q3!C4: dòng đang ẩn; Q3!D2: cột đang ẩn" in said

    def test_sheets_summaries_and_copies(self):
        table, said = read(PAPERS / "xlsx/04-nhieu-sheet.xlsx")
        assert sums(table) == {"dong": 711_400_000, "workday": 52_800}
        assert {*table["commune"]} == {"Xã Tân Mỹ Hạ", "Xã An Nhơn Đông", "Xã Phú Thọ Tây"}
        assert "trang tính “Phú Thọ Tây (2)”: cả bảng giống hệt" in said
        assert "trang tính “Tổng hợp”: cả bảng tổng hợp các bảng khác" in said
        one, _ = read(PAPERS / "xlsx/04-nhieu-sheet.xlsx", sheet="An Nhơn Đông")
        assert sums(one) == {"dong": 331_000_000, "workday": 23_900}

    def test_percent_columns(self):
        table, _ = read(PAPERS / "xlsx/07-ty-le.xlsx", INDICATORS)
        assert table.select("indicator", "part", "whole", "value").row(0) == (
            "tỷ lệ gia đình văn hóa", 1807, 1874, 96_420_000
        )  # fmt: skip
        assert refused(PAPERS / "xlsx/07-ty-le.xlsx") == [
            "07-ty-le.xlsx: không thấy bảng nào có số liệu đóng góp"
        ]

    def test_numbers_as_text(self, tmp_path):
        heads = ["TT", "Ấp", "Tiền (triệu đồng)"]
        rows = [heads, ["1", "Ấp 1", "1.245,5"], ["2", "Ấp 2", "35,5 tr"], ["3", "Ấp 3", " 208 "]]
        table, _ = read(workbook(tmp_path / "a.xlsx", rows))
        assert sums(table) == {"dong": 1_489_000_000}
        two_way = workbook(tmp_path / "b.xlsx", [heads, ["1", "Ấp 1", "1.245"], ["2", "Ấp 2", "2"]])
        (told,) = refused(two_way)
        assert told.startswith("Trang 1!C2: số có hai cách hiểu")
        assert sums(read(two_way, convention="vi")[0]) == {"dong": 1_247_000_000}

    def test_a_text_among_figures_is_refused_with_its_cell(self, tmp_path):
        rows = [["TT", "Ấp", "Tiền (triệu đồng)"], [1, "A", 5], [2, "B", "10 + 5"], [3, "C", 7]]
        assert refused(workbook(tmp_path / "a.xlsx", rows)) == [
            'Trang 1!C3: phải là số, như 1.234,5 hay 1234.5, bảng ghi "10 + 5"'
        ]

    def test_a_total_is_never_a_gift(self, tmp_path):
        rows = [["TT", "Ấp", "Tiền (triệu đồng)"], [1, "A", 5.5], [2, "B", 7], ["", "Tổng cộng", 12.5]]
        table, said = read(workbook(tmp_path / "a.xlsx", rows))
        assert sums(table) == {"dong": 12_500_000}
        assert said == "a.xlsx: Trang 1!C4: dòng tổng"
        rows[3][2] = 125
        (told,) = refused(workbook(tmp_path / "a.xlsx", rows))
        assert told.startswith("Trang 1!C4: tổng ghi 125 triệu đồng, các dòng 2–3 cộng lại được 12,5")

    def test_a_table_that_details_a_row_is_not_added_to_it(self):
        path = PAPERS / "docx/03-cam-nghia-dong-nam-2025.docx"
        (told,) = refused(path)
        assert "có thể bảng này nêu chi tiết khoản ấy, không cộng cả hai" in told
        assert sums(read(path, accept_duplicates=True)[0]) == {"dong": 25_118_400_000}

    def test_a_word_before_a_figure_is_kept(self, tmp_path):
        rows = [["TT", "Xã", "Đơn vị tính", "Số tiền ủng hộ", "Ước lượng"], [1, "A", "triệu đồng", 5, "hơn"],
                [2, "B", "triệu đồng", 6, ""]]  # fmt: skip
        table, _ = read(workbook(tmp_path / "a.xlsx", rows))
        assert table.select("amount", "approximation").rows() == [(5_000_000, "over"), (6_000_000, "exactly")]

    def test_a_number_outside_of_all_tables_is_told(self, tmp_path):
        rows = [["TT", "Ấp", "Tiền (triệu đồng)"], [1, "A", 5], [2, "B", 7], [], [], [None] * 9 + [321]]
        _, said = read(workbook(tmp_path / "a.xlsx", rows))
        assert "Trang 1!J6: số nằm ngoài các bảng" in said

    def test_without_the_extra_the_hint_is_one_line(self, tmp_path):
        rows = [["TT", "Ấp", "Tiền (triệu đồng)"], [1, "A", 5], [2, "B", 7]]
        path = str(workbook(tmp_path / "a.xlsx", rows))
        code = "import sys; sys.modules['openpyxl'] = None; from danvankheo.cli.app import run; "
        told = subprocess.run(
            [sys.executable, "-c", f"{code}sys.exit(run(['totals', {path!r}]))"],
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert told.returncode == 2
        assert told.stderr.startswith(
            "Chưa cài gói openpyxl. Cài bằng lệnh: pip install python-docx openpyxl"
        )
        assert told.stderr.count("\n") == 1


def _expected(paper):
    """Return what a paper holds in contributions, by base unit: the figures of tables that are no sums."""
    sums_of = {
        each["target"]
        for each in paper["relations"]
        if each["kind"] in {"sum", "cumulative", "same", "subset"}
    }
    found = {}
    for figure in paper["figures"]:
        means = figure["means"]
        of_a_table = re.search("sheet|table|csv", figure["at"]["block"])
        whole = (
            means.get("total") or means.get("hidden") or means.get("cumulative") or figure["id"] in sums_of
        )
        if means.get("role") == "contribution" and of_a_table and not whole and figure["value"]:
            unit, size = BASE[figure["unit"]]
            found[unit] = found.get(unit, 0) + int(Decimal(figure["value"]) * size)
    return found


_PAPERS = json.loads((PAPERS / "expected.json").read_text(encoding="utf-8"))["files"]
_REFUSED = {"sum-inconsistent", "unit-slip", "subset-exceeds-whole"}


@pytest.mark.parametrize("name", sorted(_PAPERS))
def test_every_paper_is_read_to_the_dong_or_refused(name):
    """0 silent differences: what is read is what the paper holds, and a planted error in a sum refuses it."""
    paper = _PAPERS[name]
    planted = {error["kind"] for error in paper["errors"]} & _REFUSED
    try:
        table, said = read(PAPERS / name)
    except DocumentError as error:
        reasons = {problem.reason.value for problem in error.problems}
        doubled = name.startswith("docx/03")
        assert planted or doubled or (reasons == {"no-table"} and not _expected(paper))
        return
    assert not planted
    wanted = _expected(paper)
    if "repeated" in {error["kind"] for error in paper["errors"]}:
        assert "giống hệt" in said or "đã tính hai lần" in said
    if name == "xlsx/04-nhieu-sheet.xlsx":  # a sheet that is there twice is added once
        wanted = {"dong": wanted["dong"] - 164_200_000, "workday": wanted["workday"] - 13_600}
    assert sums(table) == wanted


amounts = st.decimals(min_value=0, max_value=10**6, places=1)


@given(
    rows=st.lists(st.tuples(amounts, st.integers(0, 10**4)), min_size=2, max_size=12),
    titles=st.integers(0, 3),
    total=st.booleans(),
    text=st.booleans(),
)
def test_whatever_a_ledger_looks_like_its_sum_is_exact(tmp_path_factory, rows, titles, total, text):
    """Against the sum of what was put in: titles, totals, numbers as numbers or as Vietnamese text."""
    path = tmp_path_factory.mktemp("so") / "a.xlsx"

    def cell(amount):
        return f"{amount:.1f}".replace(".", ",") if text else float(amount)

    lines = [["UBND XÃ IA SƠN"], ["KẾT QUẢ ĐÓNG GÓP"], ["Quý II năm 2026"]][:titles]
    lines += [["TT", "Làng", "Tiền (triệu đồng)", "Ngày công"]]
    lines += [[at, f"Làng {at}", cell(money), days] for at, (money, days) in enumerate(rows, 1)]
    money, days = sum(row[0] for row in rows), sum(row[1] for row in rows)
    if total:
        lines.append(["", "Tổng cộng", cell(money), days])
    table, _ = read(workbook(path, lines))
    assert sums(table).get("dong", 0) == money * 10**6
    assert sums(table).get("workday", 0) == days * 100


def test_totals_of_the_command_line_name_file_sheet_and_cell(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("quy-2").mkdir()
    rows = [["TT", "Ấp", "Tiền (triệu đồng)"], [1, "A", 5.5], [2, "B", 7], ["", "Tổng cộng", 12.5]]
    workbook(Path("quy-2/dung.xlsx"), rows)
    workbook(Path("quy-2/sai.xlsx"), [*rows[:3], ["", "Tổng cộng", 99]])
    assert run(["totals", "quy-2", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    data = json.loads(out)
    assert [row["amount"] for row in data["totals"]] == ["12500000"]
    assert err.startswith("Chú ý: dung.xlsx: Trang 1!C4: dòng tổng.\n")
    assert "quy-2/sai.xlsx: Trang 1!C4: tổng ghi 99 triệu đồng" in err
    assert data["problems"][0]["file"] == "quy-2/sai.xlsx"
