"""Files that were cut off, that reach too far or that no disk holds: an error with its place, never a crash."""

import errno
import os
import re
import subprocess
import sys
import zipfile

import fastexcel
import pandas as pd
import polars as pl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import DocumentError, InvalidValueError, frames
from danvankheo.errors import Reason
from danvankheo.frames import CONTRIBUTIONS, extents
from danvankheo.frames.extents import FEW_CELLS, check_extent
from danvankheo.frames.failures import os_errors
from danvankheo.frames.heads import HEADS_SHOWN

HEADS = ("kind", "unit", "amount", "approximation")
ROW = ("labour", "workday", "5", "over")
HEAD = ",".join(HEADS)


def _book(path, *, cells=(), sheets=("Xã A",), replaced=None):
    """A workbook of one good row, further cells, and what its sheet has in place of other bytes."""
    book = xlsxwriter.Workbook(path)
    for title in sheets:
        sheet = book.add_worksheet(title)
        for at, (head, cell) in enumerate(zip(HEADS, ROW, strict=True)):
            sheet.write_string(0, at, head)
            sheet.write_string(1, at, cell)
    for cell in cells:
        sheet.write_string(cell, "x")
    book.close()
    if replaced:
        with zipfile.ZipFile(path) as book:
            parts = {name: book.read(name) for name in book.namelist()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
            for name, content in parts.items():
                old, new = replaced if name.endswith("/sheet1.xml") else (b"", b"")
                assert old in content
                book.writestr(name, content.replace(old, new) if old else content)
    return path


def _problems(path, **how):
    with pytest.raises(DocumentError) as caught:
        frames.read_file(path, CONTRIBUTIONS, **how)
    return [(problem.path, problem.reason, problem.got) for problem in caught.value.problems]


_END = b"</sheetData>"


@pytest.mark.parametrize(
    ("cell", "row"),
    [
        ("XFD1048576", b""),
        ("ZZ200000", b""),
        ("P900000", b""),
        ("ZZZZZZZZZZ99999999999", b'<row r="3"><c r="ZZZZZZZZZZ99999999999"><v>1</v></c></row>'),
        ("XFE1", b'<row r="3"><c r="XFE1"><v>1</v></c></row>'),
        ("A0", b'<row r="3"><c r="A0"><v>1</v></c></row>'),
        ("row 99999999", b'<row r="99999999"><c><v>1</v></c></row>'),
        ("D900000", b'<row r="900000"><c><v>1</v></c></row>'),
        ("ABCD3", b'<x:row xmlns:x="x" r="3"><x:c r="ABCD3"><x:v>1</x:v></x:c></x:row>'),
    ],
)
def test_a_cell_too_far_away_is_named_before_any_reader_makes_room(tmp_path, monkeypatch, cell, row):
    path = tmp_path / "a.xlsx"
    _book(path, cells=() if row else (cell,), replaced=(_END, row + _END) if row else None)
    opened = []
    monkeypatch.setattr(fastexcel.ExcelReader, "load_sheet", lambda *args, **kwargs: opened.append(args))
    assert _problems(path) == [("Xã A", Reason.SHEET_CELLS, f'"{cell}"')]
    assert not opened


def test_the_error_of_a_far_cell_says_how_many_cells_there_may_be(tmp_path):
    with pytest.raises(DocumentError) as caught:
        frames.read_file(_book(tmp_path / "a.xlsx", cells=("XFD1048576",)), CONTRIBUTIONS)
    assert re.search(
        r'Xã A: trang tính không được quá \d+ ô.*bảng ghi "XFD1048576"', caught.value.problems[0].vietnamese
    )


def test_cells_without_contents_and_other_sheets_take_no_room(tmp_path):
    styled = b'<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    path = _book(tmp_path / "a.xlsx", replaced=(_END, styled + _END))
    assert frames.read_file(path, CONTRIBUTIONS)["amount"].to_list() == [500]
    path = _book(tmp_path / "b.xlsx", sheets=("Xã A", "Xã B"), cells=("XFD1048576",))
    assert frames.read_file(path, CONTRIBUTIONS, sheet="Xã A")["amount"].to_list() == [500]
    assert _problems(path, sheet="Xã B") == [("Xã B", Reason.SHEET_CELLS, '"XFD1048576"')]


def test_the_bound_is_exact(tmp_path):
    path = _book(tmp_path / "a.xlsx", cells=("F10",))
    check_extent(path, "Xã A", most=60)
    with pytest.raises(DocumentError):
        check_extent(path, "Xã A", most=59)
    rows = FEW_CELLS // 4
    check_extent(_book(tmp_path / "b.xlsx", cells=(f"A{rows}",)), "Xã A")
    with pytest.raises(DocumentError):
        check_extent(_book(tmp_path / "c.xlsx", cells=(f"A{rows + 1}",)), "Xã A")


_ODD_CELLS = (
    "<x:c r='ZZ9'>",
    '<c s="1" r="AAA7">',
    "<c>",
    "<c\tr='B5000'>",
    '<c r="C1" t="a>b">',
    '<c r="b77">',
    '<c r="D0">',
)


@given(
    cells=st.lists(
        st.tuples(st.sampled_from(["A", "D", "ZZ", "XFD", "XFE"]), st.integers(0, 3_000_000)), max_size=4
    ),
    odd=st.lists(st.sampled_from(_ODD_CELLS), max_size=1),
    contents=st.sampled_from(["<v>1</v>", "<is><t>x</t></is>", ""]),
    most=st.sampled_from([1, 60, 5000, 2**21]),
)
def test_what_is_taken_for_small_at_a_glance_is_small(tmp_path_factory, cells, odd, contents, most):
    """The quick look may send a sheet to the parser; it never lets one pass that the parser would not."""
    tags = [*(f'<c r="{column}{row}">' for column, row in cells), *odd]
    body = "".join(f"<row>{tag}{contents}</{tag.split()[0].strip('<>')}></row>" for tag in tags)
    xml = f'<worksheet xmlns:x="x"><sheetData>{body}</sheetData></worksheet>'
    path = tmp_path_factory.mktemp("extent") / "a.xlsx"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("sheet1.xml", xml)
    with zipfile.ZipFile(path) as book:
        (part,) = book.infolist()
        if extents._is_plainly_small(book, part, most):
            extents._Extent("a", most).read(book, part)


def test_a_large_sheet_of_plain_cells_is_never_parsed(tmp_path, monkeypatch):
    path = tmp_path / "a.xlsx"
    frames.write_file(pl.DataFrame({"a": range(5000), "b": "x"}), path)
    monkeypatch.setattr(extents._Extent, "read", None)
    check_extent(path, "danvankheo")


def test_one_tag_that_never_ends_is_no_workbook(tmp_path):
    long = b'<sheetData a="' + b"x" * 3_000_000 + b'">'
    path = _book(tmp_path / "a.xlsx", replaced=(b"<sheetData>", long))
    assert [reason for _, reason, _ in _problems(path)] == [Reason.WORKBOOK]


def test_a_panic_of_the_reader_is_an_error_about_the_file(tmp_path, monkeypatch):
    class PanicException(BaseException):  # as the reader's own is: no Exception, and no name to import
        pass

    def panic(*_args, **_kwargs):
        raise PanicException("capacity overflow")

    path = _book(tmp_path / "a.xlsx")
    monkeypatch.setattr(fastexcel, "read_excel", panic)
    assert _problems(path) == [("a.xlsx", Reason.WORKBOOK, '"capacity overflow"')]
    monkeypatch.setattr(fastexcel, "read_excel", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        frames.read_file(path, CONTRIBUTIONS)


def test_of_many_unknown_heads_some_are_named_and_the_others_counted(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(",".join([*HEADS, *(f"x{at}" for at in range(5000))]) + "\n")
    found = _problems(path)
    assert [reason for _, reason, _ in found] == [Reason.HEAD] * (HEADS_SHOWN + 1)
    assert (found[0][2], found[-1][2]) == ('"x0"', f"{5000 - HEADS_SHOWN} more")


@pytest.mark.parametrize("read", [frames.read_file, frames.scan_file])
@pytest.mark.parametrize(
    ("rows", "got"),
    [
        ("labour,workday,5,\nlabour,workday,73", "line 3 (3/4)"),
        ("labour\nlabour,workday,5,\n", "line 2 (1/4)"),
        ('"lab\nour",workday,5,\nlabour,workday\nlabour,workday,5,,\n', "lines 4 (2/4), 5 (5/4)"),
        ("labour,workday,5,\n\nlabour,workday,5,\n", "line 3 (0/4)"),
        ("x\n" * 8, "lines 2 (1/4), 3 (1/4), 4 (1/4), 5 (1/4), 6 (1/4) and 3 more"),
        ("labour,workday,5,\r\nlabour,workday,73\r\n", "line 3 (3/4)"),
    ],
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_row_with_fewer_cells_than_heads_is_named_by_its_line(tmp_path, read, rows, got, separator):
    path = tmp_path / "cut.csv"
    path.write_text(f"{HEAD}\n{rows}".replace(",", separator), newline="")
    with pytest.raises(DocumentError) as caught:
        read(path, CONTRIBUTIONS)
    assert [(problem.reason, problem.got) for problem in caught.value.problems] == [(Reason.CSV, got)]


def test_a_quotation_that_never_ends_is_no_csv(tmp_path):
    path = tmp_path / "cut.csv"
    path.write_text(f'{HEAD}\nlabour,workday,5,\nlabour,workday,73,"ov')
    assert [reason for _, reason, _ in _problems(path)] == [Reason.CSV]


@given(cut=st.integers(1, 200), quoted=st.booleans())
def test_a_file_cut_off_anywhere_gives_whole_rows_or_an_error(tmp_path_factory, cut, quoted):
    """What is read of a file that was cut off is a beginning of its rows, but for the last cell."""
    rows = [("labour", "workday", f"{at}5", "over") for at in range(1, 7)]
    mark = '"' if quoted else ""
    lines = [HEAD, *(",".join(f"{mark}{cell}{mark}" for cell in row) for row in rows)]
    text = "\n".join(lines) + "\n"
    path = tmp_path_factory.mktemp("cut") / "cut.csv"
    path.write_text(text[: len(HEAD) + 1 + cut])
    try:
        read = frames.read_file(path, CONTRIBUTIONS)
    except DocumentError:
        return
    assert read["amount"].to_list() == [int(row[2]) * 100 for row in rows[: read.height]]


def test_lines_that_a_carriage_return_alone_ends_are_named(tmp_path):
    path = tmp_path / "mac.csv"
    path.write_bytes(f"{HEAD}\rlabour,workday,5,\r".encode())
    assert _problems(path) == [("mac.csv", Reason.LINE_ENDS, "CR")]
    path.write_bytes(f'{HEAD},purpose\r\nlabour,workday,5,,"a\rb"\r\n'.encode())
    assert frames.read_file(path, CONTRIBUTIONS)["purpose"].to_list() == ["a\rb"]


def test_two_columns_of_one_name_are_named():
    table = pd.DataFrame([[1, 2, 3]], columns=["part", "whole", "part"])
    with pytest.raises(InvalidValueError) as caught:
        frames.share(table, part="part", whole="whole", out="x", scale=1)
    assert (caught.value.reason, caught.value.got) == (Reason.HEAD_ONCE, '"part"')


_WRITE_ON_A_FULL_DISK = """
import resource, signal, sys
import duckdb, polars as pl
from danvankheo import frames
table = pl.DataFrame({"a": [str(at * 7919 % 100_003) * 3 for at in range(100_000)]})
kind, path = sys.argv[1:]
table = {"eager": table, "lazy": table.lazy(), "duckdb": duckdb.from_arrow(table.to_arrow())}[kind]
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
try:
    frames.write_file(table, path, progress=False)
except OSError as error:
    print(type(error).__name__, error.errno, error.strerror, error.filename)
"""


@pytest.mark.parametrize("kind", ["eager", "lazy", "duckdb"])
@pytest.mark.parametrize("form", [".parquet", ".csv", ".xlsx"])
def test_a_disk_that_is_full_is_an_os_error_with_a_text_whatever_writes(tmp_path, kind, form):
    path = tmp_path / f"a{form}"
    path.write_bytes(b"old")
    call = [sys.executable, "-c", _WRITE_ON_A_FULL_DISK, kind, str(path)]
    printed = subprocess.run(call, capture_output=True, text=True, check=True).stdout
    assert printed.strip() == f"OSError {errno.EFBIG} {os.strerror(errno.EFBIG)} {path}"
    assert path.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [path]


def test_other_errors_of_a_writer_pass_as_they_are():
    for error in (
        ValueError("x"),
        pl.exceptions.ComputeError("danvankheo: frames.share: expected"),
        OSError(2, "no"),
    ):
        with pytest.raises(type(error)) as caught, os_errors("a.csv"):
            raise error
        assert caught.value is error
    with pytest.raises(OSError, match="something") as caught, os_errors("a.csv"):
        raise OSError("something")
    assert (caught.value.errno, caught.value.strerror) == (errno.EIO, "something")


def test_the_callers_columns_stay_whatever_they_are_called(engine):
    own = {"_danvankheo_note": [1, 2], "_danvankheo__stop": [3, 4], "_danvankheo_row": [5, 6]}
    table = engine.make(pl.DataFrame({"part": [1, 2], "whole": [3, 4]} | own).to_arrow())
    given_ = frames.share(table, part="part", whole="whole", out="rate", scale=1)
    columns = engine.columns(given_)
    assert {name: [*map(int, columns[name])] for name in (*own, "rate")} == own | {"rate": [333, 500]}


def test_a_new_column_that_would_go_with_the_working_ones_is_named(engine):
    table = engine.make(pl.DataFrame({"part": [1], "whole": [3]}).to_arrow())
    with pytest.raises(InvalidValueError) as caught:
        frames.share(table, part="part", whole="whole", out="_danvankheo_x", scale=1)
    assert (caught.value.reason, caught.value.got) == (Reason.OWN_COLUMN, '"_danvankheo_x"')
