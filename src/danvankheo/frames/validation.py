"""Whether a table is what its published schema says: every problem at once, not only the first.

An eager table names the rows; a lazy one is run once and says how many rows there are.
"""

from collections.abc import Iterator

import attrs
import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrame

from danvankheo.bilingual import Words
from danvankheo.checking import check_type
from danvankheo.domain.contribution import ContributionKind, kind_of
from danvankheo.domain.model import ModelField
from danvankheo.domain.units import UNITS, Dimension
from danvankheo.errors import DocumentError, Problem, problem_at
from danvankheo.frames.marked_rows import label_columns, marked
from danvankheo.frames.schema import CONTRIBUTIONS, Column, ColumnType, TableSchema
from danvankheo.frames.units import COUNTED_PREFIX
from danvankheo.frames.work import (
    Frame,
    RowNumber,
    beyond,
    flag,
    from_one,
    is_whole,
    narwhals_frame,
    not_whole,
    rows_where,
    streamed,
    told_rows,
)
from danvankheo.reasons import Reason


def validate(table: IntoFrame, schema: TableSchema) -> None:
    """Check that a table is what its schema says.

    Args:
        table: a frame of any engine. A lazy one is run once.
        schema: one of `SCHEMAS`, `TOTALS`, or one of your own.

    Raises:
        DocumentError: with every problem: a column that is missing or of another type; then nulls
            where there must be none, texts that are none of the choices, negative numbers, numbers
            beyond 9·10^18, and rows of totals or parts ("Tổng cộng", "Trong đó: …"), which would be
            added a second time; each with its rows (the first is row 1) or, of a lazy table, how many.

    >>> import polars as pl
    >>> from danvankheo.frames import CONTRIBUTIONS
    >>> table = pl.DataFrame({
    ...     "kind": ["money", "cash"], "unit": ["dong", "dong"],
    ...     "amount": [-5, 60], "approximation": [None, "over"],
    ... })
    >>> try:
    ...     validate(table, CONTRIBUTIONS)
    ... except ValueError as error:
    ...     print(error)
    contributions: kind: expected one of money, labour, land, goods, got row 2
    contributions: amount: expected zero or more, got row 1
    """
    check_type(schema, TableSchema, "frames.validate.schema")
    check(table, schema)


def check(table: IntoFrame, schema: TableSchema, number: RowNumber = from_one) -> None:
    """Check that a table is what its schema says, and number its rows in errors as the caller says."""
    frame = narwhals_frame(table, f"frames.{schema.name}")
    problems = [*_wrong_columns(frame, schema)] or [*_wrong_rows(frame, schema, number)]
    if problems:
        raise DocumentError(tuple(problems), schema.name)


@attrs.frozen
class _Rule:
    """What must not be in a row."""

    column: str
    reason: Reason
    broken: nw.Expr
    details: dict[str, str] = attrs.field(factory=dict[str, str])


def _wrong_columns(frame: Frame, schema: TableSchema) -> Iterator[Problem]:
    found = frame.collect_schema()
    for column in schema.columns:
        path = column.name
        if column.name not in found:
            if column.needed:
                yield Problem(path, Reason.COLUMN, "nothing", {"allowed": column.name})
            continue
        kind = found[column.name]
        if column.type is ColumnType.WHOLE and not is_whole(kind):
            error = not_whole(path, kind, frame.implementation)
            yield Problem(path, error.reason, error.got, error.details)
        elif column.type is not ColumnType.WHOLE and not _fits(kind, column.type):
            yield Problem(path, Reason.TYPE, str(kind), {"type": f"a column of {column.type.value}"})


def _fits(kind: nw.dtypes.DType, wanted: ColumnType) -> bool:
    if wanted is ColumnType.TRUTH:
        return kind == nw.Boolean
    # pandas shows a column without any text as objects; a null column holds nothing that is wrong.
    return kind in (nw.String, nw.Categorical, nw.Object) or isinstance(kind, nw.Enum | nw.Unknown)


def _wrong_rows(frame: Frame, schema: TableSchema, number: RowNumber) -> Iterator[Problem]:
    there = frame.collect_schema().names()
    rules = [rule for column in schema.columns if column.name in there for rule in _rules_of(column)]
    rules += (_Rule(name, Reason.TOTAL_ROW, marked(frame, name)) for name in label_columns(schema, there))
    if schema is CONTRIBUTIONS:
        rules += _rules_of_gifts()
    if {"field", "other_field"} <= {*there} & {*schema.names}:
        rules += _rules_of_fields()
    if not rules:
        return
    # Flags first, sums of them then: an aggregation of a plain column is fast everywhere.
    flagged = frame.select(*(flag(rule.broken).alias(str(at)) for at, rule in enumerate(rules)))
    sums = flagged.select(*(nw.col(str(at)).sum() for at in range(len(rules))))
    with streamed(frame):
        counts = (sums.collect() if isinstance(sums, nw.LazyFrame) else sums).rows()[0]
    for rule, count in zip(rules, counts, strict=True):
        if count:
            yield problem_at(rule.column, rule.reason, _rows(frame, rule, int(count), number), rule.details)


def _rows(frame: Frame, rule: _Rule, count: int, number: RowNumber) -> Words:
    """Return which rows break a rule or, of a lazy frame, how many."""
    if isinstance(frame, nw.DataFrame):
        return told_rows(rows_where(frame, rule.broken), number)
    return Words(f"{count} dòng", f"{count} rows" if count > 1 else "1 row")


def _rules_of(column: Column) -> Iterator[_Rule]:
    here = nw.col(column.name)
    if column.filled:
        yield _Rule(column.name, Reason.PRESENT, here.is_null())
    if column.choices:
        allowed = {"allowed": ", ".join(column.choices)}
        yield _Rule(column.name, Reason.ONE_OF, ~here.is_null() & ~here.is_in(column.choices), allowed)
    if column.type is ColumnType.WHOLE:
        yield _Rule(column.name, Reason.NOT_NEGATIVE, here < 0)
        yield _Rule(column.name, Reason.COLUMN_RANGE, beyond(here))


def _units_of(kind: ContributionKind) -> list[str]:
    """Return the base units in which a kind is added up, things counted aside."""
    return [
        code
        for code, unit in UNITS.items()
        if unit.to_base() == unit and unit.dimension is not Dimension.RATIO and kind_of(unit) is kind
    ]


def _has_unit_of(kind: ContributionKind) -> nw.Expr:
    unit = nw.col("unit")
    fits = unit.is_in(_units_of(kind))
    if kind is ContributionKind.GOODS:
        fits |= unit.str.starts_with(COUNTED_PREFIX)
    return (nw.col("kind") == kind.value) & fits


def _rules_of_gifts() -> Iterator[_Rule]:
    """Yield what must hold between the columns of a contribution."""
    kind, unit, amount = nw.col("kind"), nw.col("unit"), nw.col("amount")
    fitting = nw.any_horizontal(*(_has_unit_of(each) for each in ContributionKind), ignore_nulls=True)
    known = kind.is_in([each.value for each in ContributionKind]) & ~unit.is_null()
    yield _Rule("unit", Reason.GIFT_UNIT, known & ~fitting)
    told, counted = flag(amount.is_null()), flag(unit.is_null())
    yield _Rule("amount", Reason.AMOUNT_AND_UNIT, told != counted)


def _rules_of_fields() -> Iterator[_Rule]:
    """Yield what must hold between a field and its name."""
    named = nw.col("other_field").fill_null("") != ""
    is_other = nw.col("field").fill_null("") == ModelField.OTHER.value
    yield _Rule("other_field", Reason.OTHER_FIELD, flag(named) != flag(is_other))
