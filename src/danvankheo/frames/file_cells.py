"""Cells of text files and workbooks: exact numbers, and texts that no program takes for formulas.

People write amounts in units (731 ngày công), tables hold whole numbers of the smallest unit (73 100).
Between the two there is text and integer arithmetic, never a float.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

import polars as pl

from danvankheo.bilingual import Words
from danvankheo.errors import InvalidValueError, Problem, invalid, problem_at
from danvankheo.frames.forms import STORED, rows_told
from danvankheo.frames.schema import ColumnType, TableSchema
from danvankheo.frames.spreadsheets import SHEET_DIGITS
from danvankheo.frames.units import COUNTED_PREFIX, PLACES, from_smallest, to_smallest, unit_of
from danvankheo.frames.work import LARGEST
from danvankheo.printing import shown
from danvankheo.reading.numbers import Convention
from danvankheo.reasons import Reason

UNIT_COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {"amount": "unit", "part": "unit", "whole": "unit", "value": "value_unit"}
)
"""The columns of amounts, and the column that holds the unit of each."""

_NO_HEADS: Final[Mapping[str, tuple[str, int]]] = MappingProxyType({})
_VI: Final = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_EN: Final = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_LONGEST: Final = 60
_PERCENT: Final = "percent"
_TRUTHS: Final = {"true": True, "false": False, "có": True, "không": False}

# What programs take for the beginning of a formula: a sign at the beginning of a cell, or after what
# another separator would make one; quotes and blanks between the two may be lost.
_FORMULA: Final = r"""((?:^|[,;\t\r\n])["'\t\r\n]*)%s([=+\-@＝＋－＠])"""
_BLANK: Final = r"""(^["']*)%s([\t\r\n])"""


def read_amount(text: str, unit: str | None, convention: Convention | None = None) -> int:
    """Return an amount as written in a cell as a whole number of the smallest unit; exact or refused.

    Args:
        text: the number, Vietnamese ("1.234,5") or plain ("1234.5").
        unit: its unit as tables hold it; None counts ones.
        convention: whose signs it has. None reads what has one meaning under both, and refuses
            "1.234" and "1,234". `parse_number`, which reads prose, takes "1.234" for 1234.

    Raises:
        InvalidValueError: no such number, two meanings, or finer than the smallest unit.

    >>> read_amount("1.234,5", "workday"), read_amount("1234.5", "workday")
    (123450, 123450)
    >>> read_amount("1.234", "kilogram", Convention.VI), read_amount("1.234", "kilogram", Convention.EN)
    (1234000, 1234)
    """
    stored = text.startswith(STORED)
    plain = text.removeprefix(STORED).strip()
    if unit == _PERCENT:
        plain = plain.removesuffix("%").rstrip()
    if stored:
        convention = Convention.EN
    sign = -1 if plain[:1] in ("-", "−") else 1
    digits = plain[1:] if plain[:1] in ("-", "−", "+") else plain
    readings = {}
    if len(digits) <= _LONGEST:
        if convention is not Convention.EN and _VI.fullmatch(digits):
            readings["vi"] = Decimal(digits.replace(".", "").replace(",", "."))
        if convention is not Convention.VI and _EN.fullmatch(digits):
            readings["en"] = Decimal(digits.replace(",", ""))
    if not readings:
        raise invalid("amount", Reason.CELL_DIGITS, text.removeprefix(STORED))
    if len({*readings.values()}) > 1:
        raise invalid("amount", Reason.CELL_TWO_WAY, text)
    return sign * to_smallest(next(iter(readings.values())), unit_of(unit), "amount")


def write_amount(whole: int, unit: str | None, convention: Convention = Convention.EN) -> str:
    """Return a whole number of the smallest unit as the amount that people read; inverse of `read_amount`.

    Three decimals get a fourth, so that no reader can take them for a group of thousands.

    >>> write_amount(73_150, "workday"), write_amount(73_150, "workday", Convention.VI)
    ('731.5', '731,5')
    >>> write_amount(1_234, "kilogram")
    '1.2340'
    """
    text = f"{from_smallest(whole, unit_of(unit), 'amount'):f}"
    head, point, decimals = text.partition(".")
    decimals = f"{decimals}0" if len(decimals) == 3 else decimals
    return head + point.replace(".", "," if convention is Convention.VI else ".") + decimals


def guarded(texts: pl.Expr) -> pl.Expr:
    """Return texts that no spreadsheet program takes for formulas; `unguarded` gives them back.

    An apostrophe is put before a sign that could begin a formula (=, +, -, @, also of full width), at the
    beginning or after a comma, a semicolon, a tab or a line end within the text; and before a tab or
    a line end at the beginning.
    """
    for pattern in (_FORMULA, _BLANK):
        texts = texts.str.replace_all(pattern % "", "${1}'${2}")
    return texts


def unguarded(texts: pl.Expr) -> pl.Expr:
    """Return texts as they were before `guarded`."""
    for pattern in (_BLANK, _FORMULA):
        texts = texts.str.replace_all(pattern % "'", "${1}${2}")
    return texts


def typed(
    texts: pl.LazyFrame, names: Iterable[str], schema: TableSchema, convention: Convention | None
) -> pl.LazyFrame:
    """Return a table of texts with the types of its schema; a bad cell stops its run."""

    def of(name: str, kind: ColumnType) -> pl.Expr:
        def convert(cells: pl.Series) -> pl.Series:
            values, faults = _converted(cells.struct.unnest(), kind, convention)
            for error in faults.values():  # Polars passes on errors of one argument
                told = f"expected {error.expected}, got {error.got}"
                raise ValueError(f"danvankheo: frames.scan_file: {name}: {told}")
            return values

        pair = pl.struct(pl.col(name).alias("text"), _unit_of_column(name, there).alias("unit"))
        return pair.map_batches(convert, return_dtype=_KINDS[kind], is_elementwise=True).alias(name)

    there = [*names]
    return texts.with_columns(*(of(name, kind) for name, kind in _to_convert(there, schema)))


def typed_at_once(
    texts: pl.DataFrame,
    schema: TableSchema,
    convention: Convention | None,
    heads: Mapping[str, tuple[str, int]] = _NO_HEADS,
) -> tuple[pl.DataFrame, list[Problem]]:
    """Return a table of texts with the types of its schema, and every cell that has no such value.

    Args:
        texts: the table.
        schema: what it holds.
        convention: whose signs numbers have that can be meant two ways.
        heads: what columns are called in their file, and their numbers there, from 1.
    """
    made: list[pl.Series] = []
    problems: list[Problem] = []
    for name, kind in _to_convert(texts.columns, schema):
        unit = _unit_of_column(name, texts.columns)
        cells = texts.select(pl.col(name).alias("text"), unit.alias("unit"))
        values, faults = _converted(cells, kind, convention)
        made.append(values.alias(name))
        problems += _problems(name, cells, faults, heads)
    return texts.with_columns(made), problems


def told(name: str, unit: str | None, convention: Convention, long: set[str]) -> pl.Expr:
    """Return whole numbers of the smallest unit as amounts in text.

    Args:
        name: their column.
        unit: the column of their units; None writes the numbers as they are.
        convention: whose decimal sign they get.
        long: gets the name, when the table is run, if there is a number of more than 15 digits.
    """

    def convert(cells: pl.Series) -> pl.Series:
        frame = cells.struct.unnest().with_columns(_plain(convention).alias("plain"))
        rest = pl.col("whole").is_not_null() & pl.col("plain").is_null()
        pairs = frame.filter(rest).select("whole", "unit").unique()
        texts = [write_amount(whole, unit, convention) for whole, unit in pairs.rows()]
        known = pairs.with_columns(pl.Series("told", texts, pl.String))
        joined = frame.join(known, on=["whole", "unit"], how="left", nulls_equal=True, maintain_order="left")
        amounts = joined.select(pl.coalesce("plain", "told"))["plain"]
        if (amounts.str.count_matches("[0-9]") > SHEET_DIGITS).any():
            long.add(name)
        return amounts

    units = pl.col(unit).cast(pl.String) if unit else pl.lit(None, pl.String)
    pair = pl.struct(pl.col(name).cast(pl.Int64).alias("whole"), units.alias("unit"))
    return pair.map_batches(convert, return_dtype=pl.String, is_elementwise=True).alias(name)


_SIZES: Final = {code: 10**places for code, places in PLACES.items()}
_KINDS: Final = {ColumnType.WHOLE: pl.Int64(), ColumnType.TRUTH: pl.Boolean()}
_Faults = dict[tuple[str, str | None], InvalidValueError]


def _to_convert(there: Iterable[str], schema: TableSchema) -> Iterator[tuple[str, ColumnType]]:
    kinds = {column.name: column.type for column in schema.columns}
    for name in there:
        if kinds.get(name, ColumnType.TEXT) is not ColumnType.TEXT:
            yield name, kinds[name]


def _unit_of_column(name: str, there: Iterable[str]) -> pl.Expr:
    """Return the units of a column's amounts; null where ones are counted."""
    unit = UNIT_COLUMNS.get(name)
    return pl.col(unit) if unit in {*there} and unit else pl.lit(None, pl.String)


def _converted(
    cells: pl.DataFrame, kind: ColumnType, convention: Convention | None
) -> tuple[pl.Series, _Faults]:
    """Return the values of cells, and of each text that has none why."""
    if kind is ColumnType.TRUTH:
        lower = pl.col("text").str.strip_chars().str.to_lowercase()
        quick = lower.replace_strict(_TRUTHS, default=None, return_dtype=pl.Boolean)
    else:
        quick = _sure()
    cells = cells.with_columns(quick.alias("value"))
    rest = cells.filter(pl.col("value").is_null() & pl.col("text").is_not_null())
    if rest.is_empty():
        return cells["value"], {}
    pairs = rest.select("text", "unit").unique(maintain_order=True)
    faults: _Faults = {}
    values: list[int | None] = []
    for text, unit in pairs.rows():
        value = None
        try:
            if kind is ColumnType.TRUTH:
                raise invalid("cell", Reason.TRUTH, text)
            value = read_amount(text, unit, convention)
        except InvalidValueError as error:
            faults[text, unit] = error
        values.append(value)
    found = pairs.with_columns(pl.Series("found", values, _KINDS[kind]))
    joined = cells.join(found, on=["text", "unit"], how="left", nulls_equal=True, maintain_order="left")
    return joined.select(pl.coalesce("value", "found").alias("value"))["value"], faults


def _plain(convention: Convention) -> pl.Expr:
    """Return what `write_amount` does for the base units, by digits alone; null for other units."""
    whole, unit = pl.col("whole"), pl.col("unit")
    counts = unit.is_null() | unit.str.starts_with(COUNTED_PREFIX)
    size = pl.when(counts).then(1).otherwise(unit.replace_strict(_SIZES, default=None, return_dtype=pl.Int64))
    decimals = (whole.abs() % size + size).cast(pl.String).str.slice(1).str.strip_chars_end("0")
    decimals += pl.when(decimals.str.len_chars() == 3).then(pl.lit("0")).otherwise(pl.lit(""))
    point = (
        pl.when(decimals == "")
        .then(pl.lit(""))
        .otherwise(pl.lit("," if convention is Convention.VI else "."))
    )
    sign = pl.when(whole < 0).then(pl.lit("-")).otherwise(pl.lit(""))
    written = sign + (whole.abs() // size).cast(pl.String) + point + decimals
    return pl.when(size == 1).then(whole.cast(pl.String)).otherwise(written)


def _sure() -> pl.Expr:
    """Return what digits alone say in a unit that many tables have; null where it takes a closer look."""
    text, unit = pl.col("text"), pl.col("unit")
    zeros = unit.replace_strict({code: "0" * places for code, places in PLACES.items()}, default=None)
    counted = unit.is_null() | unit.str.starts_with(COUNTED_PREFIX)
    digits = pl.when(text.str.contains(r"^-?(?:0|[1-9][0-9]{0,17})$")).then(text)
    value = (digits + pl.when(counted).then(pl.lit("")).otherwise(zeros)).cast(pl.Int64, strict=False)
    return pl.when(value.abs() <= LARGEST).then(value)


def _problems(
    name: str, cells: pl.DataFrame, faults: _Faults, heads: Mapping[str, tuple[str, int]]
) -> Iterator[Problem]:
    """Yield one problem for each reason, with the rows and the first text."""
    by_reason: dict[Reason, _Faults] = {}
    for pair, error in faults.items():
        by_reason.setdefault(error.reason, {})[pair] = error
    if faults:
        cells = cells.with_row_index("row")
    for reason, these in by_reason.items():
        pairs = pl.DataFrame([*these], {"text": pl.String, "unit": pl.String}, orient="row")
        rows = cells.join(pairs, on=["text", "unit"], how="semi", nulls_equal=True)["row"].sort().to_list()
        (text, unit), error = next(iter(these.items()))
        of_unit = reason is Reason.UNIT
        got = shown(unit if of_unit else text.removeprefix(STORED))
        column = UNIT_COLUMNS[name] if of_unit else name
        head, number = heads.get(column, (column, 0))
        where = Words(f"“{head}”", column) if column in heads else column
        yield problem_at(where, reason, rows_told(rows, got, column=number), error.details)
