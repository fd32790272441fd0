"""Tables as files: what is written is read back equal, exact or refused, and never a formula."""

import csv
import io
import re
import sys
import zipfile
from itertools import chain
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import DocumentError, InvalidValueError, extras, frames, load
from danvankheo.domain.contribution import ContributionKind
from danvankheo.frames import CONTRIBUTIONS, SCHEMAS, TOTALS, ColumnType, LongNumberWarning
from danvankheo.frames.file_cells import guarded, unguarded
from danvankheo.frames.heads import HEADS, columns_of
from danvankheo.reading import Convention
from effort import costly

FORMS = (".parquet", ".csv", ".xlsx")
KINDS = {ColumnType.WHOLE: pl.Int64, ColumnType.TEXT: pl.String, ColumnType.TRUTH: pl.Boolean}
DANGEROUS = "=+-@\t\r\n＝＋－＠"
UNITS = {
    "money": ["dong", "us_dollar"],
    "labour": ["workday"],
    "land": ["square_metre"],
    "goods": ["counted:cây", "kilogram", "metre", "cubic_metre"],
}
MEASURES = [
    *chain.from_iterable(UNITS.values()),
    "million_dong",
    "percent",
    '{"counted": "hộ", "scale": "thousand"}',
    None,
]

texts = st.text(DANGEROUS + "',;\"\\ _x01ế\u0301𝄞", max_size=8) | st.sampled_from(
    [
        "=1+1",
        "=cmd|'/C calc'!A0",
        "a;=2",
        "'=x",
        "_x0041_",
        "Mô hình <b> & | *",
        "2022-11",
        "007",
        "true",
        "http://a.vn",
    ]
)
wholes = st.integers(0, 3000) | st.integers(0, 9 * 10**18)


@st.composite
def tables(draw, schema):
    """A table that its schema allows, with every column."""
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        row = {}
        for column in schema.columns:
            cell = {ColumnType.WHOLE: wholes, ColumnType.TEXT: texts, ColumnType.TRUTH: st.booleans()}[
                column.type
            ]
            if column.choices:
                cell = st.sampled_from(column.choices)
            row[column.name] = draw(cell if column.filled else st.none() | cell)
        row["movement"] = draw(wholes)  # a sheet does not know of a last row without any cell
        if "other_field" in row:
            row["other_field"] = draw(texts.filter(bool)) if row["field"] == "other" else None
        for amount, unit in (("amount", "unit"), ("part", "unit"), ("value", "value_unit")):
            if amount in row:
                row[unit] = draw(st.sampled_from(UNITS[row["kind"]] if amount == "amount" else MEASURES))
                if amount == "amount" and row[amount] is None:
                    row[unit] = None
        rows.append(row)
    return pl.DataFrame(rows, schema={column.name: KINDS[column.type] for column in schema.columns})


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("schema", [*SCHEMAS.values(), TOTALS], ids=lambda schema: schema.name)
@pytest.mark.filterwarnings("ignore::danvankheo.frames.LongNumberWarning")
@costly
@given(data=st.data(), heads=st.sampled_from(["en", "vi"]), convention=st.sampled_from(["en", "vi"]))
def test_what_is_written_is_read_back_equal(tmp_path_factory, form, schema, data, **how):
    table = data.draw(tables(schema))
    path = tmp_path_factory.mktemp("files") / f"table{form}"
    frames.write_file(table, path, schema, **how)
    for read_as in (None, how["convention"]):
        assert frames.read_file(path, schema, convention=read_as).rows() == table.rows()
    if form != ".xlsx":
        assert frames.scan_file(path, schema).collect().rows() == table.rows()
    if form == ".parquet":
        assert frames.scan_file(path, schema, engine="duckdb").fetchall() == table.rows()


@pytest.mark.parametrize("form", FORMS)
def test_every_engine_writes_the_same_file(tmp_path, engine, form):
    arrow = frames.from_movements(load("docs/examples/an-khe-2022.json"), engine="pyarrow").contributions
    path = tmp_path / f"table{form}"
    frames.write_file(engine.make(arrow), path, CONTRIBUTIONS)
    assert sorted(map(str, frames.read_file(path, CONTRIBUTIONS).rows())) == sorted(
        map(str, pl.DataFrame(arrow).rows())
    )


@pytest.mark.parametrize("name", ["polars", "pandas", "pyarrow", "duckdb"])
@pytest.mark.parametrize("form", FORMS)
def test_files_are_read_into_every_engine(tmp_path, name, form):
    given_ = frames.from_movements(load("docs/examples/an-khe-2022.json")).contributions
    frames.write_file(given_, tmp_path / f"table{form}", CONTRIBUTIONS)
    table = frames.read_file(tmp_path / f"table{form}", CONTRIBUTIONS, engine=name)
    assert type(table).__module__.startswith(name.removeprefix("py")) or name in type(table).__module__
    frames.write_file(table, tmp_path / "again.parquet", CONTRIBUTIONS)
    assert frames.read_file(tmp_path / "again.parquet", CONTRIBUTIONS).rows() == given_.rows()


@pytest.mark.parametrize("schema", [*SCHEMAS.values(), TOTALS], ids=lambda schema: schema.name)
def test_every_column_has_heads_of_its_own(schema):
    assert set(HEADS[schema.name]) >= set(schema.names)
    for heads in HEADS[schema.name].values():
        for head in heads:
            assert columns_of([head], schema)[0] != [head], head
    written = [HEADS[schema.name][name][0] for name in schema.names]
    assert columns_of(written, schema) == ([*schema.names], [])


@given(st.text(DANGEROUS + "',;\" aế", max_size=12))
def test_no_text_in_csv_can_become_a_formula(text):
    """Whatever separator a program takes the file for, no cell begins as a formula does.

    Taken for another one, quotes no longer match, and a cell may begin with the end of a line.
    """
    frame = pl.DataFrame({"a": ["x", text], "b": [text, "x"]})
    safe = frame.with_columns(guarded(pl.col("a", "b")))
    assert safe.with_columns(unguarded(pl.col("a", "b"))).equals(frame)
    assert not safe["b"][0].startswith(tuple(DANGEROUS))
    for separator in ",;\t":
        for row in csv.reader(io.StringIO(safe.write_csv(), newline=""), delimiter=separator):
            for cell in row:
                assert not cell.lstrip("\t\r\n").startswith(tuple(DANGEROUS)), (separator, cell)


def test_no_text_in_a_workbook_is_a_formula_a_link_or_a_number(tmp_path):
    evil = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "{=1}",
        "http://a.vn",
        "internal:A1",
        "007",
        "1e5",
        "TRUE",
    ]
    table = pl.DataFrame({"=kind": evil, "so": range(len(evil))})
    frames.write_file(table, tmp_path / "table.xlsx")
    with zipfile.ZipFile(tmp_path / "table.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert not [name for name in book.namelist() if "sheet1.xml.rels" in name or "calcChain" in name]
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    cells = re.findall(r'<c r="A\d+"([^>]*)>', sheet)
    assert len(cells) == len(evil) + 1
    assert all('t="inlineStr"' in cell for cell in cells)
    assert "<t>=1+1</t>" in sheet


def _given(**columns):
    return pl.DataFrame(
        {"kind": ["money"], "unit": ["dong"], "amount": [60], "approximation": [None]} | columns
    )


@pytest.mark.parametrize(("amount", "warned"), [(999_999_999_999_999, False), (1_000_000_000_000_000, True)])
@pytest.mark.parametrize("form", [".csv", ".xlsx"])
def test_numbers_of_more_than_15_digits_are_text_with_a_warning(tmp_path, recwarn, form, amount, warned):
    path = tmp_path / f"table{form}"
    frames.write_file(_given(amount=[amount]), path, CONTRIBUTIONS)
    assert [str(warning.message) for warning in recwarn if warning.category is LongNumberWarning] == (
        ["amount: numbers of more than 15 digits"] if warned else []
    )
    if form == ".xlsx":
        sheet = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
        assert (f"<v>{amount}</v>" in sheet, f"<t>{amount}</t>" in sheet) == (not warned, warned)
    assert frames.read_file(path, CONTRIBUTIONS)["amount"].to_list() == [amount]


@pytest.mark.parametrize(
    ("text", "unit", "convention", "wanted"),
    [
        ("1.234,5", "workday", None, 123450),
        ("1234.5", "workday", None, 123450),
        ("1,234.5", "workday", None, 123450),
        ("1.234", "kilogram", "vi", 1234000),
        ("1.234", "kilogram", "en", 1234),
        ("1.234.567", "dong", None, 1234567),
        ("9007199254740993", "dong", None, 9007199254740993),
        ("154400000,0", "dong", None, 154400000),
        (" −5 ", "dong", None, -5),
        ("1.234", "kilogram", None, "cell-two-way"),
        ("1,234", "dong", None, "cell-two-way"),
        ("1234.5", "workday", "vi", "cell-digits"),
        ("1.234,5", "workday", "en", "cell-digits"),
        ("12.34.567", "dong", None, "cell-digits"),
        ("1e5", "dong", None, "cell-digits"),
        ("٣", "dong", None, "cell-digits"),
        ("", "dong", None, "cell-digits"),
        ("0,005", "workday", None, "smallest-unit"),
        ("9000000000000000001", "dong", None, "smallest-unit"),
        ("9" * 10_000, "dong", None, "cell-digits"),
        ("5", "đồng bạc", None, "unit"),
    ],
)  # fmt: skip
def test_amounts_as_text(text, unit, convention, wanted):
    signs = convention and Convention(convention)
    from danvankheo.frames.file_cells import read_amount

    if isinstance(wanted, int):
        assert read_amount(text, unit, signs) == wanted
        return
    with pytest.raises(InvalidValueError) as caught:
        read_amount(text, unit, signs)
    assert caught.value.reason.value == wanted


@given(
    st.integers(-9 * 10**18, 9 * 10**18) | st.integers(-9999, 9999),
    st.sampled_from(MEASURES),
    st.sampled_from(Convention),
)
def test_columns_of_amounts_are_written_as_single_ones(whole, unit, convention):
    from danvankheo.frames.file_cells import told, write_amount

    frame = pl.DataFrame({"amount": [whole], "unit": [unit]}, schema={"amount": pl.Int64, "unit": pl.String})
    text = frame.select(told("amount", "unit", convention, set())).item()
    assert text == write_amount(whole, unit, convention)


def _csv(folder, text):
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def _told(error):
    return [(problem.path, problem.reason.value, problem.got) for problem in error.value.problems]


def test_heads_are_told_all_at_once(tmp_path):
    path = _csv(tmp_path, "kind,LOẠI,Màu,approximation,unit,unit\n")
    with pytest.raises(DocumentError) as error:
        frames.read_file(path, CONTRIBUTIONS)
    assert _told(error) == [
        ("LOẠI", "head-once", '"LOẠI" beside "kind"'),
        ("Màu", "head", '"Màu"'),
        ("unit", "head-once", '"unit" beside "unit"'),
        ("amount", "column", "nothing"),
    ]
    assert error.value.source == str(path)
    with pytest.raises(DocumentError):
        frames.scan_file(path, CONTRIBUTIONS)
    kept = frames.read_file(
        _csv(tmp_path, "ghi chú;kind;unit;amount;approximation\n'=x;money;dong;5;\n"),
        CONTRIBUTIONS,
        extra=["Ghi chú"],
    )
    assert kept.rows(named=True)[0] == {
        "Ghi chú": "=x", "kind": "money", "unit": "dong", "amount": 5, "approximation": None
    }  # fmt: skip


def test_cells_are_told_all_at_once_and_stop_a_lazy_table(tmp_path):
    rows = ["money,dong,1.234,,2022", 'money,dong,"1,5",,năm', "labour,workday,x,,", "labour,workday,x,,1"]
    path = _csv(tmp_path, "\n".join(["kind,unit,amount,approximation,year", *rows]))
    with pytest.raises(DocumentError) as error:
        frames.read_file(path, CONTRIBUTIONS)
    assert _told(error) == [
        ("amount", "cell-two-way", 'row 2 (cell C2): "1.234"'),
        ("amount", "smallest-unit", 'row 3 (cell C3): "1,5"'),
        ("amount", "cell-digits", 'rows 4, 5 (cell C4): "x"'),
        ("year", "cell-digits", 'row 3 (cell E3): "năm"'),
    ]
    assert 'ở dòng 4, 5 (ô C4): "x"' in error.value.problems[2].vietnamese
    with pytest.raises(Exception, match=r"danvankheo: frames.scan_file: (amount|year): expected"):
        frames.scan_file(path, CONTRIBUTIONS).collect()


def test_rows_are_checked_as_validate_does(tmp_path):
    with pytest.raises(DocumentError) as error:
        frames.read_file(_csv(tmp_path, "kind,unit,amount,approximation\ncash,dong,-5,\n"), CONTRIBUTIONS)
    assert _told(error) == [("kind", "one-of", "row 2"), ("amount", "not-negative", "row 2")]


def test_truth_is_true_or_false(tmp_path):
    head = "indicator,kind,unit,whole_is_plan,part,whole"
    read = frames.read_file(_csv(tmp_path, f"{head}\nA,,,TRUE,1,2\nB,,,false,1,2"), frames.INDICATORS)
    assert read["whole_is_plan"].to_list() == [True, False]
    with pytest.raises(DocumentError) as error:
        frames.read_file(_csv(tmp_path, f"{head}\nA,,,có lẽ,1,2"), frames.INDICATORS)
    assert _told(error) == [("whole_is_plan", "truth", 'row 2 (cell D2): "có lẽ"')]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", b"", "column"),
        ("a.csv", b"kind,unit,amount,approximation\nmoney,dong,5,\xff\n", "utf-8"),
        ("a.csv", b"kind,unit,amount,approximation\nmoney,dong,5,,,\n", "csv"),
        ("a.parquet", b"PAR1 no PAR1", "parquet"),
        ("a.xlsx", b"PK no", "workbook"),
    ],
    ids=["empty", "latin", "ragged", "parquet", "workbook"],
)
def test_files_that_are_something_else(tmp_path, name, content, reason):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DocumentError) as error:
        frames.read_file(path, CONTRIBUTIONS)
    assert {problem.reason.value for problem in error.value.problems} == {reason}


def test_calls_that_are_refused(tmp_path):
    table = _given()
    for call in (
        lambda: frames.read_file(tmp_path / "a.rtf", CONTRIBUTIONS),
        lambda: frames.write_file(table, tmp_path / "a.txt"),
        lambda: frames.write_file(table, tmp_path / "a.csv", heads="fr"),
        lambda: frames.scan_file(tmp_path / "a.xlsx", CONTRIBUTIONS),
        lambda: frames.scan_file(tmp_path / "a.csv", CONTRIBUTIONS, engine="duckdb"),
        lambda: frames.write_file(table.with_columns(pl.lit(1).alias("Năm"), year=1), tmp_path / "a.csv", CONTRIBUTIONS, heads="vi"),
        lambda: frames.write_file(pl.DataFrame({"a": ["x" * 32_768]}), tmp_path / "a.xlsx"),
        lambda: frames.write_file(pl.DataFrame({"a": range(2**20)}), tmp_path / "a.xlsx"),
    ):  # fmt: skip
        with pytest.raises(InvalidValueError):
            call()
    with pytest.raises(DocumentError) as error:
        frames.write_file(table.with_columns(ty_le=0.5, ngay=pl.date(2022, 11, 2)), tmp_path / "a.csv")
    assert [(problem.path, problem.reason.value) for problem in error.value.problems] == [
        ("ty_le", "cell-kind"),
        ("ngay", "cell-kind"),
    ]
    with pytest.raises(DocumentError):
        frames.write_file(_given(kind=["cash"]), tmp_path / "a.parquet", CONTRIBUTIONS)
    with pytest.raises(FileNotFoundError):
        frames.read_file(tmp_path / "a.csv", CONTRIBUTIONS)
    assert [*tmp_path.iterdir()] == []


def _workbook(path, cells, *, sheets=("Đóng góp",)):
    book = xlsxwriter.Workbook(path)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name in sheets:
        sheet = book.add_worksheet(name)
        for at, head in enumerate(("Loại", "Đơn vị tính", "Số lượng", "Từ ước lượng", "Kỳ")):
            sheet.write_string(0, at, head)
        for row, (amount, period) in enumerate(cells, 1):
            sheet.write_string(row, 0, "money")
            sheet.write_string(row, 1, "dong")
            for at, cell in ((2, amount), (4, period)):
                if cell == "day":
                    sheet.write_number(row, at, 44866, day)
                elif isinstance(cell, str) and cell.startswith("="):
                    sheet.write_formula(row, at, cell, None, "#DIV/0!" if "0" in cell else 7)
                elif isinstance(cell, str):
                    sheet.write_string(row, at, cell)
                else:
                    sheet.write_number(row, at, cell)
    book.close()
    return path


def test_numbers_in_workbooks_are_whole_and_exact_or_refused(tmp_path):
    read = frames.read_file(
        _workbook(
            tmp_path / "a.xlsx", [(154_400_000, 2022), ("9007199254740993", "2022-Q3"), ("=3+4", "2022")]
        ),
        CONTRIBUTIONS,
    )
    assert read.select("amount", "period").rows() == [
        (154_400_000, "2022"), (9007199254740993, "2022-Q3"), (7, "2022")
    ]  # fmt: skip
    wrong = [(1.5, "2022"), (2**53, "2022"), ("day", "day"), ("=1/0", 2022.5), (5, "2022"), ("1.234", "2022")]
    with pytest.raises(DocumentError) as error:
        frames.read_file(_workbook(tmp_path / "a.xlsx", wrong), CONTRIBUTIONS)
    told = _told(error)
    assert ("Số lượng", "cell-error", "row 5 (cell C5): #") in told
    assert ("amount", "smallest-unit", 'row 2 (cell C2): "1.5"') in told
    assert ("Số lượng", "cell-number", 'row 3 (cell C3): "9007199254740992"') in told
    assert ("Số lượng", "cell-text", 'row 4 (cell C4): "2022-11-01 00:00:00"') in told
    assert ("Kỳ", "cell-text", 'row 4 (cell E4): "2022-11-01 00:00:00"') in told
    assert ("amount", "cell-two-way", 'row 7 (cell C7): "1.234"') in told


def test_several_sheets_are_one_table_unless_two_are_the_same(tmp_path):
    path = _workbook(tmp_path / "a.xlsx", [(5, "2022")], sheets=("Xã A", "Xã B"))
    with pytest.raises(DocumentError, match="Xã A, Xã B") as error:
        frames.read_file(path, CONTRIBUTIONS)
    assert _told(error) == [("Xã B", "one-report", "Xã A, Xã B")]
    assert frames.read_file(path, CONTRIBUTIONS, accept_duplicates=True).height == 2
    assert frames.read_file(path, CONTRIBUTIONS, sheet="Xã B").height == 1
    with pytest.raises(InvalidValueError, match="Xã A, Xã B"):
        frames.read_file(path, CONTRIBUTIONS, sheet="Xã C")


@pytest.mark.parametrize("form", FORMS)
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, form):
    path = tmp_path / f"table{form}"
    frames.write_file(_given(), path, CONTRIBUTIONS)
    old = path.read_bytes()
    lazy = pl.LazyFrame({"a": ["x", "5"] * 1000}).with_columns(pl.col("a").cast(pl.Int64))
    with pytest.raises(pl.exceptions.PolarsError):
        frames.write_file(lazy, path)
    assert path.read_bytes() == old
    assert [*tmp_path.iterdir()] == [path]


@pytest.mark.parametrize(
    ("missing", "call", "extra"),
    [
        ("polars", lambda path: frames.read_file(path, CONTRIBUTIONS), "polars"),
        ("duckdb", lambda path: frames.scan_file(path, CONTRIBUTIONS, engine="duckdb"), "duckdb"),
        ("xlsxwriter", lambda path: frames.write_file(_given(), path.with_suffix(".xlsx")), "excel"),
        ("fastexcel", lambda path: frames.read_file(_workbook(path.with_suffix(".xlsx"), []), CONTRIBUTIONS), "excel"),
    ],
    ids=["polars", "duckdb", "xlsxwriter", "fastexcel"],
)  # fmt: skip
def test_what_is_not_installed_is_told_with_its_extra(tmp_path, monkeypatch, missing, call, extra):
    path = tmp_path / "a.parquet"
    frames.write_file(_given(), path)
    found = extras.find_spec
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == missing else found(name))
    with pytest.raises(ModuleNotFoundError, match=rf"needs {missing}: pip install .*{missing}.*“{extra}”"):
        call(path)


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_shown_on_a_terminal_alone(tmp_path, monkeypatch):
    for stream, wanted, shown in (
        (_Terminal(), True, True),
        (_Terminal(), False, False),
        (io.StringIO(), True, False),
    ):
        monkeypatch.setattr(sys, "stderr", stream)
        frames.write_file(_given(), tmp_path / "đóng-góp.parquet", progress=wanted)
        assert ("đóng-góp.parquet" in stream.getvalue()) is shown


def test_totals_of_every_kind_have_heads_and_units(tmp_path):
    movement = load("docs/examples/an-khe-2022.json")
    totals = frames.total(frames.from_movements(movement).contributions, by=["year"]).sort("kind")
    frames.write_file(totals, tmp_path / "tong.csv", TOTALS, heads="vi", convention="vi")
    lines = Path(tmp_path / "tong.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Năm,Loại đóng góp,Đơn vị tính,Số lượng,Từ ước lượng,Số khoản"
    assert sorted(lines[1:]) == [
        "2022,ngày công,ngày công,731,đúng,1",
        "2022,tiền,đồng,214400000,khoảng,2",
        "2022,đất,m2,260,đúng,1",
    ]
    assert {line.split(",")[1] for line in lines[1:]} <= {kind.label for kind in ContributionKind}
    assert frames.read_file(tmp_path / "tong.csv", TOTALS).sort("kind").equals(totals)


OWN = frames.TableSchema(
    name="hộ nghèo / các xã của tỉnh [2022]: 'số liệu'",
    meaning="one row a commune",
    columns=(
        frames.Column(name="commune", type=ColumnType.TEXT, meaning="its name", needed=True),
        frames.Column(name="poor", type=ColumnType.WHOLE, meaning="poor", heads=("Hộ nghèo", "Số hộ nghèo")),
        frames.Column(name="all", type=ColumnType.WHOLE, meaning="all"),
        frames.Column(name="part", type=ColumnType.WHOLE, meaning="a part without a unit"),
        frames.Column(name="done", type=ColumnType.TRUTH, meaning="whether it is done"),
    ),
)


@pytest.mark.parametrize("heads", ["en", "vi"])
@pytest.mark.parametrize("form", FORMS)
def test_a_table_of_ones_own_comes_back(tmp_path, form, heads):
    rows = {
        "commune": ["Tú An", None],
        "poor": [1234, None],
        "all": [0, 5],
        "part": [7, 8],
        "done": [True, None],
    }
    table, path = pl.DataFrame(rows), tmp_path / f"a{form}"
    frames.write_file(table, path, OWN, heads=heads)
    assert frames.read_file(path, OWN).equals(table)
    if form != ".xlsx":
        assert frames.scan_file(path, OWN).collect().equals(table)


def test_columns_of_ones_own_get_the_heads_that_are_given(tmp_path):
    table = pl.DataFrame({"commune": ["Tú An"], "poor": [1], "all": [2], "ghi chú": ["a"]})
    frames.write_file(table, tmp_path / "a.csv", OWN, heads="vi")
    assert (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()[0] == "Xã,Hộ nghèo,all,ghi chú"
    (tmp_path / "b.csv").write_text("xã;SỐ HỘ NGHÈO\nTú An;3\n", encoding="utf-8")
    assert frames.read_file(tmp_path / "b.csv", OWN).rows() == [("Tú An", 3)]


def test_a_table_of_ones_own_is_checked(tmp_path):
    (tmp_path / "a.csv").write_text("Hộ nghèo,hộ khá\n1,2\n", encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        frames.read_file(tmp_path / "a.csv", OWN)
    assert [(each.path, each.reason.value) for each in caught.value.problems] == [
        ("hộ khá", "head"),
        ("commune", "column"),
    ]


def test_a_schema_names_each_column_once():
    with pytest.raises(InvalidValueError, match="near_poor"):
        frames.TableSchema(
            name="x",
            meaning="x",
            columns=(
                frames.Column(name="poor", type=ColumnType.WHOLE, meaning="x", heads=("Hộ",)),
                frames.Column(name="near_poor", type=ColumnType.WHOLE, meaning="x", heads=(" hộ ",)),
            ),
        )
    with pytest.raises(InvalidValueError, match="commune"):
        OWN.column("xã")


@pytest.mark.parametrize("schema", ["contributions", None])
def test_only_a_schema_says_what_a_file_holds(tmp_path, schema):
    path = tmp_path / "a.csv"
    path.write_text("kind\n", encoding="utf-8")
    for read in (frames.read_file, frames.scan_file):
        with pytest.raises(InvalidValueError, match="TableSchema"):
            read(path, schema)
    with pytest.raises(InvalidValueError, match="TableSchema"):
        frames.validate(pl.DataFrame({"kind": ["money"]}), schema)


def test_amounts_without_their_units_stand_as_they_are(tmp_path):
    table = pl.DataFrame({"indicator": ["a"], "kind": [None], "unit": ["percent"], "whole_is_plan": [False]})
    table = table.with_columns(part=None, whole=None, value=9643).cast(
        {"kind": pl.String, "part": pl.Int64, "whole": pl.Int64}
    )
    frames.write_file(table, tmp_path / "a.csv", SCHEMAS["indicators"])
    assert frames.read_file(tmp_path / "a.csv", SCHEMAS["indicators"])["value"].to_list() == [9643]


def test_a_mistyped_head_is_named():
    heads = ["kind", "unit", "approximation", "So luong", "amount"]
    (problem,) = columns_of(heads, CONTRIBUTIONS)[1]
    assert problem.path == "So luong"
    assert problem.sentences[0].endswith('got "So luong"; did you mean "Số lượng"?')
