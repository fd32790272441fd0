"""What cannot be exact is refused, in words that name the fix: before anything runs, or by the engine itself."""

from decimal import Decimal

import polars as pl
import pyarrow as pa
import pytest

from danvankheo import Approximation, DocumentError, InvalidValueError, frames, load
from danvankheo.calc import Ties
from danvankheo.errors import Reason
from danvankheo.units import US_DOLLAR, WORKDAY

LARGEST = 9 * 10**18


def one_row(**columns: object) -> object:
    """A table of one row of whole numbers."""
    return pa.table({name: pa.array([cell], pa.int64()) for name, cell in columns.items()})


def test_float_columns_are_refused_with_the_fix(engine):
    """A float has lost its digits before anyone looks."""
    table = engine.make(pa.table({"a": pa.array([1.0]), "b": pa.array([3], pa.int64())}))
    with pytest.raises(InvalidValueError, match="whole numbers of the smallest unit") as caught:
        frames.share(table, part="a", whole="b", out="x", scale=2)
    assert (caught.value.reason, caught.value.field) == (Reason.WHOLE_COLUMN, "frames.share: a")
    assert "cast to Int64" in str(caught.value) or "convert_dtypes" in str(caught.value)
    assert "ở chỗ tạo cột" in caught.value.vietnamese or "khi đọc" in caught.value.vietnamese


def test_pandas_columns_that_gaps_made_float_are_refused():
    """Whole numbers beside a gap are float64 in NumPy's pandas, and the large ones are already wrong."""
    pd = pytest.importorskip("pandas")
    table = pd.DataFrame({"a": [2**53 + 1, None], "b": [1, 1]})
    with pytest.raises(InvalidValueError, match='convert_dtypes\\(dtype_backend="pyarrow"\\)'):
        frames.roll_up(table, by="b", sums="a")


def test_numpy_integers_stay_exact_beside_unknown_answers():
    """NumPy's whole numbers are taken, and answers that are unknown do not turn the others into floats."""
    pd = pytest.importorskip("pandas")
    table = pd.DataFrame({"a": [2**53 + 1, 1], "b": [1, 0]})
    got = frames.share(table, part="a", whole="b", out="x", scale=0)
    assert got["x"].dtype == "Int64"
    assert got["x"][0] == (2**53 + 1) * 100
    assert got["x"].isna()[1]


def test_other_types_are_refused(engine):
    """Decimals have a scale of their own, texts are no numbers."""
    for column in (pa.array([Decimal("1.5")]), pa.array(["1"])):
        table = engine.make(pa.table({"a": column}))
        with pytest.raises(InvalidValueError, match="whole numbers"):
            frames.format_number(table, number="a", out="x")


def test_smaller_integers_are_taken(engine):
    """An int32 is a whole number too."""
    table = engine.make(pa.table({"a": pa.array([27], pa.int32()), "b": pa.array([28], pa.int16())}))
    got = engine.columns(frames.share(table, part="a", whole="b", out="x", scale=2))
    assert got["x"] == [9643]


def test_missing_columns_are_told_with_those_that_are_there(engine):
    """A misspelt name is the commonest mistake."""
    with pytest.raises(InvalidValueError, match='one of the columns a, b, got "whole"'):
        frames.share(engine.make(one_row(a=1, b=2)), part="a", whole="whole", out="x", scale=2)


TOO_LARGE = {
    "share": lambda t: frames.share(t, part="a", whole="one", out="x", scale=2),
    "growth": lambda t: frames.growth(t, now="a", before="one", out="x", scale=2),
    "points": lambda t: frames.points(t, now="a", before="c", out="x"),
    "difference": lambda t: frames.difference(t, now="a", before="c", out="x"),
    "roll_up": lambda t: frames.roll_up(t, by="two", sums="a"),
    "input": lambda t: frames.attainment(t, actual="over", plan="a", out="x", scale=2),
    "text": lambda t: frames.format_number(t, number="over", out="x"),
    "money": lambda t: frames.format_money(
        t, amount="a", out="x", unit=US_DOLLAR.scaled(US_DOLLAR.scale.__class__.BILLION), scale_word="full"
    ),
}


@pytest.mark.parametrize("call", TOO_LARGE.values(), ids=TOO_LARGE)
def test_what_int64_cannot_hold_stops_the_calculation(engine, call):
    """No wrapped sum and no lost digit: an eager frame names the row, a lazy one fails when it runs."""
    rows = {
        "a": [1, LARGEST, LARGEST],
        "c": [0, -LARGEST, 0],
        "one": [1, 1, 1],
        "two": [1, 2, 2],
        "over": [1, 2**63 - 1, 1],
    }
    table = engine.make(pa.table({name: pa.array(column, pa.int64()) for name, column in rows.items()}))
    if engine.eager:
        with pytest.raises(InvalidValueError, match=r"at most 9·10\^18 in size, got row"):
            call(table)
    else:
        lazy = call(table)
        with pytest.raises(Exception, match=r"danvankheo: frames\.\w+: expected whole numbers of at most"):
            engine.columns(lazy)


def test_two_rows_for_one_year_stop_the_calculation(engine):
    """Which of them was the year before is not for us to choose."""
    table = engine.make(pa.table({"xa": ["A", "A"], "year": [2022, 2022], "v": [1, 2]}))
    with pytest.raises(Exception, match="one row for each year"):
        engine.columns(frames.year_before(table, value="v", out="x", by="xa"))


def test_options_are_checked_before_anything_runs():
    """Each with the name of the option."""
    table = one_row(a=1, b=2)
    for field, call in {
        "frames.share.scale": lambda: frames.share(table, part="a", whole="b", out="x", scale=16),
        "frames.format_number.scale": lambda: frames.format_number(table, number="a", out="x", scale=-1),
        "frames.rank.order": lambda: frames.rank(table, key="a", out="x", ties=Ties.ORDINAL),
        "frames.format_money": lambda: frames.format_money(table, amount="a", out="x", unit=WORKDAY),
        "frames.roll_up": lambda: frames.roll_up(table, by="a", sums="a"),
        "frames.roll_up ": lambda: frames.roll_up(table, by="a", sums=["b", "b"]),
        "  frames.roll_up": lambda: frames.roll_up(table, by=[], sums=["a", ("a", "b")]),
        "frames.roll_up.sums": lambda: frames.roll_up(table, by="a", sums=("a", ("b",))),
        "frames.roll_up.sums ": lambda: frames.roll_up(table, by="a", sums=[()]),
        " frames.roll_up.sums": lambda: frames.roll_up(table, by="a", sums=[["a", "b"]]),
        " frames.roll_up": lambda: frames.roll_up(table.rename_columns(["a", "known"]), by="a", sums="known"),
        "rounding": lambda: frames.share(table, part="a", whole="b", out="x", scale=2, rounding="down"),
    }.items():
        with pytest.raises(InvalidValueError) as caught:
            call()
        assert caught.value.field == field.strip()
    with pytest.raises(InvalidValueError, match="approximation="):
        frames.format_money(table, amount="a", out="x", approximation=Approximation.OVER, approximations="b")


@pytest.mark.parametrize(
    ("columns", "by", "sums", "name"),
    [
        (["a", "b"], ["a"], ["b", "b"], "b"),
        (["a", "known"], ["a"], "known", "known"),
        (["dong", "ho", "dong_known"], ["dong_known"], ["dong", "ho"], "dong_known"),
        (["dong", "ho", "dong_unknown"], [], ["dong", ("ho", "dong_unknown")], "dong_unknown"),
    ],
)
def test_columns_that_would_be_written_twice_are_named(columns, by, sums, name):
    with pytest.raises(InvalidValueError) as caught:
        frames.roll_up(one_row(**dict.fromkeys(columns, 1)), by=by, sums=sums)
    assert (caught.value.reason, caught.value.got) == (Reason.COLUMN_ONCE, f'"{name}"')


def test_a_column_that_sums_write_themselves_is_told():
    """A caller does not know by heart that `known` and `unknown` come back."""
    with pytest.raises(
        InvalidValueError, match="each column once, of the keys, the sums, and the counts"
    ) as caught:
        frames.roll_up(one_row(a=1, known=2), by="a", sums="known")
    assert "mỗi cột chỉ được nêu một lần" in caught.value.vietnamese


def test_what_is_no_frame_is_refused():
    """A list of rows is a common guess."""
    with pytest.raises(InvalidValueError, match="a frame of Polars, pandas, PyArrow, DuckDB or Spark"):
        frames.share([1], part="a", whole="b", out="x", scale=2)


def test_working_columns_never_stay(engine):
    """The frame that comes back has the caller's columns, in their order, and the new one."""
    table = engine.make(one_row(a=27, b=28))
    got = engine.columns(frames.share(table, part="a", whole="b", out="x", scale=2))
    assert list(got) == ["a", "b", "x"]


def test_no_column_of_the_caller_is_replaced(engine):
    table = engine.make(one_row(a=27, b=28))
    with pytest.raises(InvalidValueError, match=r"frames.share.out: .* got \"a\"") as refused:
        frames.share(table, part="a", whole="b", out="a", scale=2)
    assert refused.value.reason.value == "new-column"
    dated = engine.make(one_row(v=27, year=2022))
    with pytest.raises(InvalidValueError, match=r"frames.year_before.out: "):
        frames.year_before(dated, value="v", out="year", by=[])


def test_a_mistyped_column_is_named(engine):
    table = engine.make(one_row(dat_chuan=27, tong_so=28))
    with pytest.raises(InvalidValueError, match='did you mean "dat_chuan"\\?') as refused:
        frames.share(table, part="đạt_chuẩn", whole="tong_so", out="x", scale=2)
    assert refused.value.vietnamese.endswith('có phải là "dat_chuan"?')
    with pytest.raises(InvalidValueError) as other:
        frames.share(table, part="xyz", whole="tong_so", out="x", scale=2)
    assert "did you mean" not in str(other.value)


def test_rows_are_told_in_vietnamese_too():
    table = pl.DataFrame(
        {"kind": ["money", "beer"], "unit": ["dong"] * 2, "amount": [1, 2], "approximation": ["exactly"] * 2}
    )
    with pytest.raises(DocumentError) as refused:
        frames.validate(table, frames.CONTRIBUTIONS)
    assert "giá trị ở dòng 2;" in refused.value.problems[0].vietnamese


def test_a_table_of_arrow_s_large_strings_with_gaps_becomes_records(example_folder):
    """As pandas makes of Parquet: a missing text is `pd.NA`, which is neither true nor false."""
    kept = frames.from_movements(load("docs/examples/an-khe-2022.json")).contributions
    arrow = kept.to_pandas(use_pyarrow_extension_array=True)
    assert frames.to_contributions(arrow) == frames.to_contributions(kept)


def test_a_change_has_a_scale_only_where_it_is_a_growth():
    """A difference and points are exact in the unit of their columns."""
    pl = pytest.importorskip("polars")
    table = pl.DataFrame({"a": [110], "b": [100]})
    for kind, scale in (("growth", None), ("points", 2), ("difference", 0)):
        with pytest.raises(InvalidValueError, match="scale"):
            frames.change(table, now="a", before="b", out="x", kind=kind, scale=scale)
    with pytest.raises(InvalidValueError, match="kind"):
        frames.change(table, now="a", before="b", out="x", kind="percent")
