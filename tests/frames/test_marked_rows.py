"""Rows of a file that are no gifts: found, checked, left out, listed; never added and never guessed at."""

import random
import warnings
from unicodedata import normalize

import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import DocumentError, frames
from danvankheo.frames import AWARDS, CONTRIBUTIONS, LeftOutRowsWarning
from danvankheo.frames.marked_rows import Mark, mark_of
from danvankheo.locale_vi import tables
from effort import costly

TOTALS = ("Tổng cộng", "CỘNG", "Tổng số (1+2)", "Tổng cộng xã Ia Sơn:", "Cộng quý II", "cộng các làng",
          "IV. Tổng cộng", " Tổng\u00a0cộng ", "Grand Total", "Tong cong", "Toàn xã", "- Cộng")  # fmt: skip
NO_MARKS = ("Tổng Công ty Cà phê", "Cộng Hòa", "Tổng kết phong trào", "Tổng Cọt", "Bản Cộng", "Gồm 5 suất quà",
            "Tổng số hộ nghèo", "Total Energies", "Toàn Thắng", "Trong đóng góp", "Lũy", "", "-")  # fmt: skip


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_what_marks_a_row(form):
    found = [mark_of(normalize(form, cell)) for cell in TOTALS]
    assert found == [Mark.TOTAL] * len(TOTALS)
    assert [mark_of(normalize(form, cell)) for cell in NO_MARKS] == [None] * len(NO_MARKS)
    for cell in ("Trong đó: doanh nghiệp", "- TRONG ĐÓ", "Bao gồm:", "chia ra"):
        assert mark_of(normalize(form, cell)) is Mark.PART
    for cell in ("Lũy kế từ đầu năm", "luỹ kế"):
        assert mark_of(normalize(form, cell)) is Mark.CUMULATIVE


@given(
    st.sampled_from((*tables.TOTALS, *tables.PARTS, *tables.PARTS_ALONE, *tables.CUMULATIVE)),
    st.lists(st.booleans(), min_size=40, max_size=40),
    st.sampled_from(["NFC", "NFD"]),
    st.sampled_from(["", " ", "- ", "1. ", "II. "]),
    st.sampled_from(["", ":", " ", " (1+2)", "."]),
)
def test_case_blanks_and_composition_do_not_matter(word, upper, form, before, after):
    spelled = "".join(letter.upper() if up else letter for letter, up in zip(word, upper, strict=False))
    assert mark_of(before + normalize(form, spelled).replace(" ", "\u00a0 ") + after) is not None


def table(*rows, **more):
    """Rows of (giver, amount), in đồng unless a third cell has another unit."""
    filled = [(giver, amount, *(rest or ("dong",))) for giver, amount, *rest in rows]
    kinds = {"dong": "money", "workday": "labour", None: "money"}
    return pl.DataFrame(
        {
            "giver": [row[0] for row in filled],
            "kind": [kinds[row[2]] for row in filled],
            "unit": [row[2] if row[1] is not None else None for row in filled],
            "amount": [row[1] for row in filled],
            "approximation": [None] * len(filled),
            **more,
        },
        schema_overrides={"approximation": pl.String, "amount": pl.Int64, "unit": pl.String},
    )


def read(folder, made, form=".csv", **options):
    """What comes back from a file, and what was said of it."""
    path = folder / f"a{form}"
    frames.write_file(made, path)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        back = frames.read_file(path, CONTRIBUTIONS, convention="vi", **options)
    return back, [warning.message for warning in caught if warning.category is LeftOutRowsWarning]


@pytest.mark.parametrize("form", [".csv", ".xlsx", ".parquet"])
def test_a_total_is_checked_and_left_out(tmp_path, form):
    back, said = read(tmp_path, table(("Ông A", 150), ("Bà B", 50), ("Tổng cộng", 200)), form)
    assert back["giver"].to_list() == ["Ông A", "Bà B"]
    assert frames.total(back)["amount"].to_list() == [200]
    row = 3 if form == ".parquet" else 4  # as a spreadsheet shows it, below the heads
    assert str(said[0]) == f"a{form}: not added: row {row}: “Tổng cộng” (totals, which agree with their rows)"
    assert f"không cộng dòng {row}: “Tổng cộng”" in said[0].vietnamese


def test_a_total_that_differs_is_an_error_with_both_figures(tmp_path):
    with pytest.raises(DocumentError) as caught:
        read(tmp_path, table(("Ông A", 1_500_000), ("Bà B", 50), ("Tổng cộng", 1_600_050)))
    (problem,) = caught.value.problems
    assert str(problem) == (
        "amount: expected the sum of its 2 rows, 1,500,050 đồng, got row 4: “Tổng cộng”: 1,600,050 đồng"
    )
    assert problem.vietnamese == (
        "amount: dòng 4: “Tổng cộng”: 1.600.050 đồng, nhưng 2 dòng cộng lại là 1.500.050 đồng"
    )


SOUND = {
    "on top": [("Tổng số", 3), ("A", 1), ("B", 2)],
    "subtotals": [("A", 1), ("B", 2), ("Cộng", 3), ("C", 4), ("Cộng", 4), ("Tổng cộng", 7)],
    "three levels": [("A", 1), ("Cộng", 1), ("B", 2), ("Cộng", 2), ("Cộng huyện X", 3), ("C", 5),
                     ("Cộng", 5), ("Cộng huyện Y", 5), ("Toàn tỉnh", 8)],
    "subtotals on top": [("Cộng xã X", 3), ("A", 1), ("B", 2), ("Cộng xã Y", 4), ("C", 4)],
    "two units": [("A", 1), ("B", 2, "workday"), ("Tổng cộng", 1), ("Tổng cộng", 2, "workday")],
    "no figure": [("A", 1), ("Tổng cộng", None)],
    "a gift without a figure": [("A", 1), ("B", None), ("Tổng cộng", 5)],
    "parts": [("A", 9), ("Trong đó: tiền mặt", 4), ("- chuyển khoản", 5), ("B", 1), ("Cộng", 10)],
    "parts of the total": [("A", 9), ("B", 1), ("Cộng", 10), ("Trong đó:", None), ("- nữ", 4), ("+ nam", 6)],
    "a heading of all rows": [("Tổng cộng", 3), ("Trong đó:", None), ("A", 1), ("B", 2)],
    "over time": [("A", 1), ("Cộng", 1), ("Lũy kế từ đầu năm", 500)],
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_tables_as_people_make_them(tmp_path, name):
    back, said = read(tmp_path, table(*SOUND[name]))
    assert set(back["giver"]) <= {"A", "B", "C"}
    marked = [row for row in SOUND[name] if row[0] not in {"A", "B", "C"}]
    assert back.height == len(SOUND[name]) - len(marked)
    assert len(said) == 1


WRONG = {
    "no rows": ([("Tổng cộng", 5)], "total-rows"),
    "only parts": ([("Tổng cộng", 5), ("Trong đó: A", 5)], "total-rows"),
    "rows outside": ([("A", 1), ("B", 2), ("Tổng cộng", 3), ("C", 4)], "beyond-total"),
    "a second level is wrong": (
        [("A", 1), ("Cộng", 1), ("B", 2), ("Cộng", 3), ("Tổng cộng", 4)],
        "total-sum",
    ),
    "less than what is known": ([("A", 9), ("B", None), ("Tổng cộng", 5)], "total-sum"),
    "parts without an end": ([("A", 9), ("Trong đó:", None), ("nữ", 4), ("nam", 5)], "parts-end"),
    "another unit": ([("A", 1), ("Tổng cộng", 1, "workday")], "total-rows"),
    "a part is more than its row": ([("A", 9), ("Trong đó: tiền mặt", 10), ("B", 20)], "part-of-row"),
    "a second part is": ([("A", 9), ("Trong đó:", None), ("- nữ", 4), ("- nam", 10)], "part-of-row"),
    "a part of a total is": ([("A", 9), ("Cộng", 9), ("Trong đó: tiền mặt", 10)], "part-of-row"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_not_understood_is_an_error(tmp_path, name):
    rows, reason = WRONG[name]
    with pytest.raises(DocumentError) as caught:
        read(tmp_path, table(*rows))
    assert {problem.reason.value for problem in caught.value.problems} == {reason}


def test_a_total_of_the_rows_that_agree_with_it(tmp_path):
    rows = [("A", 1), ("B", 2), ("C", 4), ("Cộng", 5), ("Cộng", 2)]
    communes = ["Ia Sơn", "Ia Lâu", "Ia Sơn", "Ia Sơn", "Ia Lâu"]
    back, _ = read(tmp_path, table(*rows, commune=communes))
    assert back["amount"].to_list() == [1, 2, 4]


def test_a_total_without_a_unit_has_that_of_its_rows(tmp_path):
    path = tmp_path / "a.csv"
    lines = ["giver;kind;unit;amount;approximation", "A;labour;workday;7,5;", "B;labour;workday;2;"]
    path.write_text("\n".join([*lines, "Cộng;;;9;"]), encoding="utf-8")
    with pytest.raises(DocumentError, match=r"the sum of its 2 rows, 9\.5 ngày công, got row 4: “Cộng”: 9 "):
        frames.read_file(path, CONTRIBUTIONS, convention="vi")
    path.write_text("\n".join([*lines, "B;labour;workday;0,5;", "Cộng;;;10;"]), encoding="utf-8")
    with pytest.warns(LeftOutRowsWarning):
        assert frames.read_file(path, CONTRIBUTIONS, convention="vi").height == 3


@costly
@given(
    st.lists(st.lists(st.integers(0, 10**12), min_size=1, max_size=4), min_size=1, max_size=4),
    st.booleans(),
    st.integers(-3, 3),
)
def test_sums_are_those_of_the_gifts(tmp_path_factory, groups, on_top, off):
    """However many subtotals there are and wherever they stand; and a wrong grand total never passes."""
    rows = []
    for group in groups:
        gifts = [("A", amount) for amount in group]
        subtotal = [("Cộng", sum(group))]
        rows += subtotal + gifts if on_top else gifts + subtotal
    whole = sum(map(sum, groups))
    rows.append(("Tổng cộng", whole + off))
    blocks = {sum(map(sum, groups[at:])) for at in range(len(groups))} if not on_top else set()
    folder = tmp_path_factory.mktemp("a")
    if off and whole + off not in {*blocks, *(sum(group) for group in groups)}:
        with pytest.raises((DocumentError, OverflowError)):
            read(folder, table(*rows))
    elif not off:
        back, _ = read(folder, table(*rows))
        assert frames.total(back)["amount"].to_list() == [whole]


def test_tables_of_any_engine_lack_what_would_be_added_twice(engine):
    rows = table(("A", 1), ("Tổng cộng", 1), ("Trong đó: tiền mặt", 1))
    made = pa.table({name: rows[name].to_list() for name in rows.columns if name != "approximation"})
    made = made.append_column("approximation", pa.array([None] * 3, pa.string()))
    with pytest.raises(DocumentError) as caught:
        frames.total(engine.make(made))
    (problem,) = caught.value.problems
    listed = "rows 2, 3" if engine.eager else "2 rows"
    assert (problem.path, problem.reason.value, problem.got) == ("giver", "total-row", listed)


def test_other_tables_hold_no_totals_either():
    columns = {"commune": ["Ia Sơn", "Tổng cộng"], "form": ["giay_khen"] * 2}
    counts = {name: [1, 1] for name in ("collectives", "households", "individuals", "mixed")}
    with pytest.raises(DocumentError, match="awards: commune: expected rows of gifts only"):
        frames.validate(pl.DataFrame(columns | counts), AWARDS)


def test_a_categorical_column_marks_rows_too(tmp_path):
    made = table(("A", 1), ("Tổng cộng", 1)).with_columns(pl.col("giver").cast(pl.Categorical))
    back, said = read(tmp_path, made, ".parquet")
    assert (back.height, len(said)) == (1, 1)
    with pytest.raises(DocumentError, match="rows of gifts only"):
        frames.total(made)


def test_long_tables_are_checked_as_short_ones(tmp_path):
    rng = random.Random(3)
    amounts = [rng.randint(1, 10**9) for _ in range(20_000)]
    rows = [*(("A", amount) for amount in amounts), ("Tổng cộng", sum(amounts))]
    back, _ = read(tmp_path, table(*rows), ".parquet")
    assert back.height == 20_000


def test_a_part_that_is_more_than_its_row_is_an_error_with_both_figures(tmp_path):
    with pytest.raises(DocumentError) as caught:
        read(tmp_path, table(("Ông A", 1_500_000), ("Trong đó: tiền mặt", 1_600_000), ("Bà B", 5)))
    (problem,) = caught.value.problems
    assert str(problem) == (
        "amount: expected at most the row above of which it is a part, 1,500,000 đồng, "
        "got row 3: “Trong đó: tiền mặt”: 1,600,000 đồng"
    )
    assert problem.vietnamese == (
        "amount: không được lớn hơn số ở dòng trên (1.500.000 đồng), vì chỉ là một phần của số ấy, "
        "ở dòng 3: “Trong đó: tiền mặt”: 1.600.000 đồng"
    )


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("A", 9), ("Trong đó: tiền mặt", 9)], [None, None]),
        ([("A", 9), ("Trong đó: tiền mặt", 10)], ["over", None]),
        ([("A", 9), ("Trong đó: tiền mặt", 10)], ["about", None]),
        ([("A", 9), ("Trong đó: tiền mặt", 10)], [None, "nearly"]),
        ([("A", 9), ("Trong đó: công", 10, "workday")], [None, None]),
        ([("A", None), ("Trong đó: tiền mặt", 10)], [None, None]),
        (
            [("A", 9), ("Trong đó: tiền mặt", 5), ("- chuyển khoản", 6)],
            [None, None, None],
        ),  # they may overlap
        ([("Trong đó: tiền mặt", 5), ("A", 4)], [None, None]),
    ],
)
def test_parts_that_may_be_true(tmp_path, rows, words):
    made = table(*rows).with_columns(approximation=pl.Series(words, dtype=pl.String))
    back, _ = read(tmp_path, made)
    assert back["giver"].to_list() == ["A"]


@pytest.mark.parametrize("form", [".csv", ".xlsx", ".parquet"])
def test_rows_after_those_left_out_have_the_numbers_of_the_file(tmp_path, form):
    made = table(("A", 5), ("Trong đó: tiền mặt", 4), ("B", 1), ("Cộng", 6), ("C", 1))
    made = made.with_columns(kind=pl.Series(["money"] * 4 + ["cash"]))
    with pytest.raises(DocumentError) as caught:
        read(tmp_path, made, form)
    row = 5 if form == ".parquet" else 6
    assert [problem.got for problem in caught.value.problems] == [f"row {row}"]


def test_a_place_is_grouped_with_those_that_it_lies_in():
    made = table(("A", 1), ("B", 2), ("C", 4)).with_columns(
        province=pl.Series(["Gia Lai", "Nghệ An", "Gia Lai"]), commune=pl.lit("Tân Sơn")
    )
    got = frames.total(made, by="commune").select("province", "commune", "amount").sort("amount")
    assert got.rows() == [("Nghệ An", "Tân Sơn", 2), ("Gia Lai", "Tân Sơn", 5)]
    assert frames.total(made.drop("province"), by="commune")["amount"].to_list() == [7]
    assert frames.total(made, by=["commune", "province"]).columns[:2] == ["commune", "province"]
    assert frames.total(made, by="giver").columns[0] == "giver"
