"""Summaries of tables: the twin of `danvankheo.summarise`, so that clusters and records merge."""

from collections.abc import Iterator, Sequence
from typing import Final

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrame, IntoFrameT

from danvankheo.calc.totals import merge
from danvankheo.checking import check_type
from danvankheo.domain.contribution import ContributionKind
from danvankheo.domain.indicator import IndicatorKind
from danvankheo.domain.model import ModelField, ModelLevel, ModelStatus, ModelSubject
from danvankheo.domain.periods import Period
from danvankheo.domain.summary import AwardTotal, IndicatorTotal, ModelCountTotal, ModelTally, Summary, Total
from danvankheo.frames.cells import Row, choice_of, form_of, number_of, quantity_of, rows_of, text_of
from danvankheo.frames.records import Tables
from danvankheo.frames.schema import AWARDS, INDICATORS, MODEL_COUNTS, MODELS, TableSchema
from danvankheo.frames.sums import COUNT, KNOWN, UNKNOWN, roll_up, total
from danvankheo.frames.units import from_smallest, unit_of
from danvankheo.frames.validation import validate
from danvankheo.frames.work import narwhals_frame

_RECIPIENTS: Final = ("collectives", "households", "individuals", "mixed")


def summarise(tables: Tables[IntoFrameT]) -> Summary:
    """Return the totals of tables; lazy ones are run, and only their groups come back.

    The twin of `danvankheo.summarise`: equal to it for tables of the same movements, and `merge` takes
    both. Movements are counted in the table of movements alone.

    Args:
        tables: one or more tables, of any engine.

    Raises:
        DocumentError: a table is not what its schema says; every problem.
        InvalidValueError: a sum beyond 9·10^18.

    >>> import danvankheo as dvk
    >>> from danvankheo.frames import from_movements
    >>> an_khe = dvk.load("docs/examples/an-khe-2022.json")
    >>> summarise(from_movements(an_khe)) == dvk.summarise(an_khe)
    True
    """
    check_type(tables, Tables, "frames.summarise")
    told = Summary(
        movements=_count(tables.movements),
        models=tuple(_models(tables.models)),
        model_counts=tuple(_model_counts(tables.model_counts)),
        contributions=tuple(_contributions(tables.contributions)),
        indicators=tuple(_indicators(tables.indicators)),
        awards=tuple(_awards(tables.awards)),
    )
    return merge(told)  # merging sorts, and adds up what a null and an empty text keep apart


def _count(table: IntoFrame | None) -> int:
    if table is None:
        return 0
    counted = narwhals_frame(table, "frames.summarise").select(nw.len().alias(COUNT))
    return number_of(rows_of(counted.to_native(), [COUNT])[0][COUNT]) or 0


def _contributions(table: IntoFrame | None) -> Iterator[Total]:
    if table is None:
        return
    for row in rows_of(total(table), ("kind", "unit", "amount", "approximation", COUNT)):
        quantity = quantity_of(row["unit"], row["amount"], row["approximation"])
        yield Total(kind=ContributionKind(text_of(row["kind"])), quantity=quantity, count=_whole(row, COUNT))


def _indicators(table: IntoFrame | None) -> Iterator[IndicatorTotal]:
    by = ("indicator", "kind", "unit", "period", "whole_is_plan")
    for row in _rolled_up(table, INDICATORS, by, ("part", "whole")):
        unit = unit_of(text_of(row["unit"]))
        yield IndicatorTotal(
            label=text_of(row["indicator"]),
            kind=choice_of(row["kind"], IndicatorKind),
            unit=unit,
            period=Period.from_code(text_of(row["period"])) if row["period"] else None,
            whole_is_plan=bool(row["whole_is_plan"]),
            part=from_smallest(_whole(row, "part"), unit, "part"),
            whole=from_smallest(_whole(row, "whole"), unit, "whole"),
            known=_whole(row, KNOWN),
            unknown=_whole(row, UNKNOWN),
        )


def _awards(table: IntoFrame | None) -> Iterator[AwardTotal]:
    for row in _rolled_up(table, AWARDS, ("form",), _RECIPIENTS):
        counts = {name: _whole(row, name) for name in _RECIPIENTS}
        yield AwardTotal(form=form_of(text_of(row["form"])), **counts)


def _models(table: IntoFrame | None) -> Iterator[ModelTally]:
    for row in _rolled_up(table, MODELS, ("field", "other_field", "status"), ()):
        yield ModelTally(
            field=choice_of(row["field"], ModelField),
            other_field=text_of(row["other_field"]),
            status=choice_of(row["status"], ModelStatus),
            count=_whole(row, KNOWN),
        )


def _model_counts(table: IntoFrame | None) -> Iterator[ModelCountTotal]:
    by = ("status", "subject", "field", "other_field", "level")
    for row in _rolled_up(table, MODEL_COUNTS, by, (COUNT,)):
        yield ModelCountTotal(
            status=choice_of(row["status"], ModelStatus),
            subject=choice_of(row["subject"], ModelSubject),
            field=choice_of(row["field"], ModelField),
            other_field=text_of(row["other_field"]),
            level=choice_of(row["level"], ModelLevel),
            count=_whole(row, COUNT),
            reports=_whole(row, KNOWN),
        )


def _rolled_up(
    table: IntoFrame | None, schema: TableSchema, by: Sequence[str], sums: tuple[str, ...]
) -> list[Row]:
    """Return the groups of a validated table; columns that it lacks group nothing."""
    if table is None:
        return []
    validate(table, schema)
    there = narwhals_frame(table, schema.name).collect_schema().names()
    found = roll_up(table, by=[name for name in by if name in there], sums=sums)
    return rows_of(found, (*by, *sums, KNOWN, UNKNOWN))


def _whole(row: Row, name: str) -> int:
    return number_of(row[name]) or 0
