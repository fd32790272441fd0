"""Folders of files become one collection: exact, whole, nothing added twice, one bad file stops nothing."""

import json
import random
import shutil
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import InvalidValueError, Movement, Period, Place, PlaceKind, office, save, summarise
from danvankheo.auditing import Severity
from danvankheo.domain.places import PlaceLevel
from danvankheo.testing import movements
from office_files import PAPERS

NOP = Path("docs/examples/office/nop")
QUARTER = Period.quarter(2026, 2)
EXPECTED = [
    f"xã {name}, tỉnh Gia Lai"
    for name in ("An Phú", "An Thành", "Chư Sê", "Ia Hrung", "Ia Nhơn", "Ia Sơn", "Kbang")
]
GIA_LAI = Place(name="Gia Lai", kind=PlaceKind.PROVINCE)


def sums(collection):
    return {each.kind.value: each.quantity.amount for each in collection.total if each.quantity}


def ledger(path, *rows, title="", sheet="So"):
    book = openpyxl.Workbook()
    book.active.title = sheet
    if title:
        book.active.append([title])
    for row in rows:
        book.active.append(row)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


HEAD = ("TT", "Thôn", "Tiền (triệu đồng)")


class TestAFolder:
    def test_one_exact_total(self):
        found = office.collect(NOP, period=QUARTER, expected=EXPECTED, accept=["ia-nhon-gui-lai.docx"])
        assert sums(found) == {"money": Decimal(596_300_000), "labour": 1070, "land": 350}
        assert found.summary() == summarise(found.movements)
        assert [place.name for place in found.missing] == ["Ia Hrung", "Kbang"]
        assert not found.complete

    def test_one_bad_file_is_a_problem_and_stops_nothing(self):
        found = office.collect(NOP, period=QUARTER)
        (problem,) = found.of(Severity.ERROR)
        assert (problem.kind, problem.file) == (office.ProblemKind.UNREADABLE, "ia-hrung.xlsx")
        assert "tệp hỏng" in problem.vietnamese
        assert "damaged" in problem.english

    def test_a_sender_of_two_files_is_not_added_until_one_is_chosen(self):
        found = office.collect(NOP, period=QUARTER)
        twice = [each for each in found.repeated if not each.identical]
        assert [each.files for each in twice] == [("ia-nhon-gui-lai.docx", "ia-nhon.docx")]
        with pytest.raises(InvalidValueError) as error:
            _ = found.total
        assert error.value.reason.value == "sent-once"
        with pytest.raises(InvalidValueError):
            found.roll_up(by="commune")
        chosen = office.collect(NOP, period=QUARTER, accept=["ia-nhon.docx"])
        assert sums(chosen)["money"] == 593_300_000
        both = office.collect(NOP, period=QUARTER, accept=["ia-nhon.docx", "ia-nhon-gui-lai.docx"])
        assert sums(both)["money"] == 696_300_000

    def test_a_copy_byte_for_byte_counts_once_and_is_said(self):
        found = office.collect(NOP, period=QUARTER)
        (copy,) = [each for each in found.repeated if each.identical]
        assert copy.files == ("an-thanh.xlsx", "an-thanh (1).xlsx")
        standings = {sent.file: sent.standing for sent in found.sent}
        assert standings["an-thanh (1).xlsx"] is office.Standing.COPY
        assert standings["an-thanh.xlsx"] is office.Standing.COUNTED

    def test_each_figure_has_its_place(self):
        found = office.collect(NOP, period=QUARTER)
        (sent,) = [each for each in found.sent if each.file == "an-thanh.xlsx"]
        assert str(sent.addresses_of("$.contributions[0]")[0]) == "an-thanh.xlsx, Quy II!C6"
        for each in found.sent:
            for figure in each.figures:
                kind, at = figure.place_in_list
                assert getattr(each.movement, kind)[at]
                assert all(address.file == each.file for address in figure.addresses)

    def test_nothing_depends_on_order(self, tmp_path):
        files = list(NOP.iterdir())
        first = office.collect(files, period=QUARTER).as_data()
        for seed in range(3):
            random.Random(seed).shuffle(files)
            assert office.collect(files, period=QUARTER).as_data() == first
        assert office.collect(NOP, period=QUARTER).as_data() == first

    def test_many_processes_give_the_same(self, tmp_path):
        for at in range(18):
            ledger(
                tmp_path / f"{at}.xlsx",
                HEAD,
                (1, "Thôn 1", at + 0.5),
                title=f"XÃ AN {chr(65 + at)}U QUÝ II NĂM 2026",
            )
        alone = office.collect(tmp_path)
        together = office.collect(tmp_path, processes=2)
        assert together.as_data() == alone.as_data()
        assert sums(alone)["money"] == sum(range(18)) * 1_000_000 + 9_000_000

    def test_folders_in_folders_and_temporary_files(self, tmp_path):
        ledger(tmp_path / "b" / "so.xlsx", HEAD, (1, "Thôn 1", 5), title="XÃ AN PHÚ QUÝ II NĂM 2026")
        ledger(tmp_path / "a" / "so.xlsx", HEAD, (1, "Thôn 1", 7), title="XÃ AN THÀNH QUÝ II NĂM 2026")
        (tmp_path / "~$so.xlsx").write_bytes(b"khoa")
        (tmp_path / "anh.png").write_bytes(b"\x89PNG")
        found = office.collect(tmp_path)
        assert found.files == ("a/so.xlsx", "b/so.xlsx")
        assert sums(found) == {"money": 12_000_000}

    def test_watch_hears_of_each_file(self):
        heard = []
        office.collect(NOP, period=QUARTER, watch=lambda *told: heard.append(told))
        assert [told[0] for told in heard] == list(range(1, 9))
        assert {told[1] for told in heard} == {8}


class TestPeriods:
    def test_two_periods_are_not_one_sum(self, tmp_path):
        ledger(tmp_path / "a.xlsx", HEAD, (1, "Thôn 1", 5), title="XÃ AN PHÚ QUÝ I NĂM 2026")
        ledger(tmp_path / "b.xlsx", HEAD, (1, "Thôn 1", 7), title="XÃ AN THÀNH QUÝ II NĂM 2026")
        found = office.collect(tmp_path)
        with pytest.raises(InvalidValueError) as error:
            _ = found.total
        assert error.value.reason.value == "one-period"
        assert {period.code for period in found.roll_up(by="period")} == {"2026-Q1", "2026-Q2"}

    def test_another_period_is_set_aside_and_said(self, tmp_path):
        ledger(tmp_path / "a.xlsx", HEAD, (1, "Thôn 1", 5), title="XÃ AN PHÚ QUÝ I NĂM 2026")
        ledger(tmp_path / "b.xlsx", HEAD, (1, "Thôn 1", 7), title="XÃ AN THÀNH QUÝ II NĂM 2026")
        found = office.collect(tmp_path, period=QUARTER)
        assert sums(found) == {"money": 7_000_000}
        assert [each.kind for each in found.of(Severity.ERROR)] == [office.ProblemKind.OTHER_PERIOD]
        taken = office.collect(tmp_path, period=QUARTER, accept=["a.xlsx"])
        assert sums(taken) == {"money": 12_000_000}

    def test_a_file_without_a_period_is_of_the_one_that_is_collected_or_of_none(self, tmp_path):
        ledger(tmp_path / "a.xlsx", HEAD, (1, "Thôn 1", 5), title="XÃ AN PHÚ")
        assert [each.kind for each in office.collect(tmp_path).problems] == [office.ProblemKind.NO_PERIOD]
        assert not office.collect(tmp_path).movements
        found = office.collect(tmp_path, period=QUARTER)
        assert [each.kind for each in found.problems] == [office.ProblemKind.PERIOD_ASSUMED]
        assert sums(found) == {"money": 5_000_000}

    def test_months_of_a_quarter_belong_to_it(self, tmp_path):
        ledger(tmp_path / "a.xlsx", HEAD, (1, "Thôn 1", 5), title="XÃ AN PHÚ THÁNG 4 NĂM 2026")
        ledger(tmp_path / "b.xlsx", HEAD, (1, "Thôn 1", 7), title="XÃ AN PHÚ THÁNG 5 NĂM 2026")
        assert sums(office.collect(tmp_path, period=QUARTER)) == {"money": 12_000_000}


class TestPlaces:
    @pytest.mark.parametrize("title", ["XÃ IA SƠN", "Xã  Ia Sơn", "UBND xã Ia Sơn, tỉnh Gia Lai"])
    def test_spellings_are_one_sender(self, tmp_path, title):
        ledger(tmp_path / "a.xlsx", HEAD, (1, "Làng 1", 5), title=f"{title} QUÝ II NĂM 2026")
        ledger(tmp_path / "b.xlsx", HEAD, (1, "Làng 1", 7), title="xã Ia Sơn, tỉnh Gia Lai, quý II năm 2026")
        found = office.collect(tmp_path, expected=["xã Ia Sơn, tỉnh Gia Lai"])
        assert not found.missing
        assert len(found.undecided) == 1
        assert {sent.movement.place.name for sent in found.sent} == {"Ia Sơn"}

    def test_rows_that_name_communes_are_senders(self, tmp_path):
        ledger(
            tmp_path / "so.xlsx",
            ("TT", "Xã", "Kỳ", "Tiền (triệu đồng)"),
            (1, "Ia Sơn", "Quý II/2026", 5),
            (2, "IA SƠN", "2026-Q2", 7),
            (3, "An Thành", "Quý II/2026", 11.5),
            (4, "An Thành", "Quý I/2026", 3),
            (None, "Tổng cộng", None, 26.5),
        )
        found = office.collect(tmp_path)
        by_sender = {
            (sent.movement.place.name, sent.movement.period.code): sum(
                gift.quantity.amount for gift in sent.movement.contributions
            )
            for sent in found.sent
        }
        assert by_sender == {
            ("Ia Sơn", "2026-Q2"): 12,
            ("An Thành", "2026-Q2"): Decimal("11.5"),
            ("An Thành", "2026-Q1"): 3,
        }
        assert sums(office.collect(tmp_path, period=QUARTER)) == {"money": 23_500_000}

    def test_year_and_quarter_in_columns_of_numbers(self, tmp_path):
        ledger(
            tmp_path / "so.xlsx",
            ("TT", "Xã", "Năm", "Quý", "Tiền (triệu đồng)"),
            (1, "Ia Sơn", 2026, 2, 5),
            (2, "An Thành", 2026, 1, 7),
        )
        found = office.collect(tmp_path)
        assert {sent.movement.period.code for sent in found.sent} == {"2026-Q2", "2026-Q1"}

    def test_sheets_of_several_communes(self):
        found = office.collect(
            PAPERS / "xlsx" / "04-nhieu-sheet.xlsx", period=Period.quarter(2026, 3), audit=False
        )
        assert [sent.sender for sent in found.sent] == ["xã Tân Mỹ Hạ", "xã An Nhơn Đông", "xã Phú Thọ Tây"]
        assert sums(found) == {"money": 711_400_000, "labour": 528}

    def test_a_summary_beside_what_it_sums_up_is_not_added(self, tmp_path):
        ledger(tmp_path / "a.xlsx", HEAD, (1, "Thôn 1", 5), title="XÃ AN PHÚ, TỈNH GIA LAI QUÝ II NĂM 2026")
        tinh = Movement(name="Dân vận khéo", period=QUARTER, place=GIA_LAI)
        save(tinh, tmp_path / "tinh.json")
        found = office.collect(tmp_path)
        assert len(found.undecided) == 1
        with pytest.raises(InvalidValueError):
            _ = found.total
        assert sums(office.collect(tmp_path, leave_out=["tinh.json"])) == {"money": 5_000_000}

    def test_who_is_not_expected_is_said_with_who_is_meant(self, tmp_path):
        ledger(tmp_path / "a.xlsx", HEAD, (1, "Thôn 1", 5), title="XÃ LA SƠN QUÝ II NĂM 2026")
        found = office.collect(tmp_path, expected=["xã Ia Sơn"])
        (problem,) = found.of(Severity.WARNING)
        assert problem.kind is office.ProblemKind.NOT_EXPECTED
        assert "Ia Sơn" in problem.vietnamese
        assert [place.name for place in found.missing] == ["Ia Sơn"]

    def test_a_place_that_is_given(self, tmp_path):
        ledger(tmp_path / "a.xlsx", HEAD, (1, "Thôn 1", 5), title="QUÝ II NĂM 2026")
        found = office.collect(tmp_path, places={"a.xlsx": "xã Ia Sơn"})
        assert [sent.sender for sent in found.sent] == ["xã Ia Sơn"]
        assert not found.problems


class TestTables:
    def test_text_and_table_are_not_both_added(self):
        found = office.collect(PAPERS / "docx" / "06-sua-doi-theo-doi.docx")
        assert sums(found) == {"money": 151_000_000, "labour": 184, "land": 260}

    def test_one_whole_divided_in_two_ways_is_added_once(self):
        found = office.collect(PAPERS / "xlsx" / "05-don-vi-dau-cot.xlsx", audit=False)
        assert sums(found) == {"money": 1_200_000_000}
        assert office.ProblemKind.DIVIDED_TWICE in {each.kind for each in found.problems}

    def test_a_text_that_differs_from_its_tables_is_said(self):
        found = office.collect(PAPERS / "docx" / "01-xuan-lam-quy-3.docx")
        (problem,) = [each for each in found.problems if each.kind is office.ProblemKind.TEXT_AGAINST_TABLE]
        assert "1.286 ngày công" in problem.vietnamese
        assert "1.268 ngày công" in problem.vietnamese

    def test_what_is_hidden_is_not_added(self):
        found = office.collect(PAPERS / "xlsx" / "08-o-trong.xlsx", period=Period.quarter(2026, 3))
        assert sums(found) == {"money": 145_500_000, "labour": 74, "land": 180}
        assert any("ẩn" in each.vietnamese for each in found.not_understood)

    def test_a_cell_that_is_no_figure_is_listed(self, tmp_path):
        ledger(tmp_path / "a.xlsx", HEAD, (1, "Thôn 1", 5), (2, "Thôn 2", "chưa thu"), (3, "Thôn 3", 1),
               title="XÃ AN PHÚ QUÝ II NĂM 2026")  # fmt: skip
        found = office.collect(tmp_path)
        assert sums(found) == {"money": 6_000_000}
        assert [each.text for each in found.not_understood] == ["chưa thu"]


class TestOut:
    def test_a_workbook_with_live_sums_that_reads_back(self, tmp_path):
        found = office.collect(NOP, period=QUARTER, expected=EXPECTED, accept=["ia-nhon.docx"])
        found.save(tmp_path / "tong-hop.xlsx")
        book = openpyxl.load_workbook(tmp_path / "tong-hop.xlsx")
        assert book.sheetnames == ["Tổng hợp", "Số liệu", "Vấn đề", "Thiếu, trùng", "Chưa dùng"]
        sheet = book["Tổng hợp"]
        last = next(row for row in sheet.iter_rows() if row[1].value == "Tổng cộng")
        assert last[3].value == f"=SUM(D5:D{last[0].row - 1})"
        shown = openpyxl.load_workbook(tmp_path / "tong-hop.xlsx", data_only=True)["Tổng hợp"]
        assert shown.cell(last[0].row, 4).value == 593_300_000
        rows = [row for row in shown.iter_rows(min_row=5, values_only=True) if isinstance(row[0], int)]
        assert sum(row[3] for row in rows) == 593_300_000

    def test_json(self, tmp_path):
        found = office.collect(NOP, period=QUARTER, expected=EXPECTED)
        found.save(tmp_path / "tong-hop.json")
        data = json.loads((tmp_path / "tong-hop.json").read_text("utf-8"))
        assert data["total"] is None
        assert "one file for each place" in data["refused"]
        assert data["missing"] == ["xã Ia Hrung, tỉnh Gia Lai", "xã Kbang, tỉnh Gia Lai"]
        assert {each["file"] for each in data["problems"]} == {"ia-hrung.xlsx", "xa-an-phu.csv"}

    def test_another_kind_of_file_is_refused(self, tmp_path):
        found = office.collect(NOP, period=QUARTER)
        with pytest.raises(InvalidValueError):
            found.save(tmp_path / "tong-hop.pdf")

    def test_letters(self):
        letters = office.collect(NOP, period=QUARTER, expected=EXPECTED).letters(signed="Ban Dân vận")
        assert set(letters) == {f"xã {name}, tỉnh Gia Lai" for name in ("Ia Hrung", "Ia Nhơn", "Kbang")}
        assert "tệp hỏng" in letters["xã Ia Hrung, tỉnh Gia Lai"]
        assert "bản chính thức" in letters["xã Ia Nhơn, tỉnh Gia Lai"]
        assert "chưa nhận được" in letters["xã Kbang, tỉnh Gia Lai"]

    def test_a_text_that_looks_like_a_formula_stays_text(self, tmp_path):
        ledger(
            tmp_path / "a.xlsx", ("Người góp", "Tiền (triệu đồng)"), ("@=1+1", 5), ("=cmd", 5), ("Ông A", 5)
        )
        book = openpyxl.load_workbook(tmp_path / "a.xlsx")
        book.active["A3"].data_type = "s"
        book.save(tmp_path / "a.xlsx")
        office.collect(tmp_path, period=QUARTER).save(tmp_path / "out.xlsx")
        sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Số liệu"]
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)

    def test_the_page_names_all(self):
        text = str(office.collect(NOP, period=QUARTER, expected=EXPECTED))
        for words in ("Chưa gửi (2)", "Gửi trùng (2)", "Chưa cộng: 1 nơi có nhiều tệp", "ia-hrung.xlsx"):
            assert words in text


class TestArguments:
    @pytest.mark.parametrize(
        "options",
        [
            {"accept": ["khong-co.xlsx"]},
            {"accept": "ia-nhon.docx"},
            {"leave_out": ["khong-co.xlsx"]},
            {"places": {"khong-co.xlsx": "xã Ia Sơn"}},
            {"places": {"ia-nhon.docx": "Ia Sơn"}},
            {"expected": ["Ia Sơn"]},
            {"expected": "xã Ia Sơn"},
            {"earlier": ["a"]},
            {"name": 5},
        ],
    )
    def test_what_is_none_is_refused(self, options):
        with pytest.raises(InvalidValueError):
            office.collect(NOP, period=QUARTER, **options)

    def test_a_path_that_is_not_there(self):
        with pytest.raises(FileNotFoundError):
            office.collect("khong-co")


HOSTILE = [
    b"",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"%PDF-1.4",
    b"{",
    b"{}",
    b"[]" * 9,
    b"\x00" * 99,
    b"<html>",
]


@pytest.mark.parametrize(
    "suffix", [".xlsx", ".docx", ".xls", ".csv", ".pdf", ".json", ".html", ".ods", ".txt"]
)
def test_no_file_stops_the_rest(tmp_path, suffix):
    for at, content in enumerate(HOSTILE):
        (tmp_path / f"{at}{suffix}").write_bytes(content)
    shutil.copy(NOP / "ia-nhon.docx", tmp_path)
    found = office.collect(tmp_path, period=QUARTER)
    assert sums(found)["money"] == 100_000_000
    assert {each.file for each in found.problems} >= {f"0{suffix}", f"3{suffix}"} - {"3.txt", "3.csv"}


@given(st.lists(movements(periods=st.just(QUARTER), places=st.none()), min_size=1, max_size=4))
def test_saved_movements_are_collected_as_they_are(tmp_path_factory, found):
    folder = tmp_path_factory.mktemp("nop")
    for at, movement in enumerate(dict.fromkeys(found)):
        save(movement, folder / f"{at}.json")
    collection = office.collect(folder)
    assert collection.movements == tuple(dict.fromkeys(found))
    assert collection.summary() == summarise([*dict.fromkeys(found)])


def test_roll_up_by_commune():
    found = office.collect(NOP, period=QUARTER, expected=EXPECTED, accept=["ia-nhon.docx"])
    rolled = found.roll_up(by=PlaceLevel.COMMUNE)
    assert len(rolled) == len(found.movements)  # villages lie in the commune as it is expected
    assert {place.name: len(summary.contributions) for place, summary in rolled.items()}["Ia Sơn"] == 2
