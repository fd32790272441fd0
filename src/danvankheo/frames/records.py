"""Movements as tables of the published columns, and rows of tables as records again.

A table holds what can be counted, in the smallest unit, and what it can be grouped by. Written forms
(154,4 triệu or 154.400.000), documents, notes and results stay with the records.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from typing import Any, Final, Generic, Literal, TypeAlias, TypeVar

import attrs
import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoDataFrame, IntoFrame, IntoFrameT

from danvankheo.calc.arithmetic import round_to
from danvankheo.calc.rollup import Grouping, grouping
from danvankheo.calc.totals import Fact, facts_of
from danvankheo.checking import check_one_of, checked_each
from danvankheo.domain.award import GROUPS, Award, AwardKind, RecipientGroups
from danvankheo.domain.contribution import Contribution, ContributionKind
from danvankheo.domain.indicator import Indicator, IndicatorKind
from danvankheo.domain.model import Model, ModelCount, ModelField, ModelLevel, ModelStatus, ModelSubject
from danvankheo.domain.movement import Movement
from danvankheo.domain.numbers import decimals_of
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place, PlaceKind, PlaceLevel
from danvankheo.errors import DocumentError, InvalidValueError, Problem
from danvankheo.extras import missing
from danvankheo.formatting.names import format_place
from danvankheo.frames.cells import (
    Row,
    choice_of,
    form_of,
    number_of,
    quantity_of,
    rows_of,
    text_of,
    truth_of,
)
from danvankheo.frames.schema import (
    AWARDS,
    CONTRIBUTIONS,
    INDICATORS,
    MODEL_COUNTS,
    MODELS,
    MOVEMENTS,
    SCHEMAS,
    ColumnType,
    TableSchema,
)
from danvankheo.frames.units import from_smallest, to_smallest, unit_of, unit_text
from danvankheo.frames.validation import validate

Engine: TypeAlias = Literal["polars", "pandas", "pyarrow"]
"""What tables can be made of; DuckDB and Spark take any of them over."""

_Record = TypeVar("_Record")

_TYPES: Final[Mapping[ColumnType, type[nw.dtypes.DType]]] = {
    ColumnType.WHOLE: nw.Int64,
    ColumnType.TEXT: nw.String,
    ColumnType.TRUTH: nw.Boolean,
}
_LEVELS: Final = (PlaceLevel.PROVINCE, PlaceLevel.DISTRICT, PlaceLevel.COMMUNE, PlaceLevel.COMMUNITY)


@attrs.frozen(kw_only=True)
class Tables(Generic[IntoFrameT]):
    """The tables of movements, each as `SCHEMAS` says; None is a table that is not there.

    >>> Tables().contributions is None
    True
    """

    movements: IntoFrameT | None = None
    models: IntoFrameT | None = None
    model_counts: IntoFrameT | None = None
    contributions: IntoFrameT | None = None
    indicators: IntoFrameT | None = None
    awards: IntoFrameT | None = None


def from_movements(
    movements: Movement | Iterable[Movement], *, engine: Engine = "polars", kinds: bool = False
) -> Tables[IntoDataFrame]:
    """Return movements as tables: one row a movement, and one row each fact, with place and time.

    Places and periods are those by which `danvankheo.roll_up` groups. Two places of one level that have
    the same name and are of two kinds are written with them: Xã An Khê, Phường An Khê. pandas gets
    Arrow's types, which keep whole numbers whole beside unknown ones.

    Args:
        movements: one or many.
        engine: what the tables are made of.
        kinds: whether every place is written with its kind, so that tables made one by one agree.

    Raises:
        InvalidValueError: an amount finer than the smallest unit, or beyond 9·10^18 of it.
        ModuleNotFoundError: the engine is not installed.

    >>> from danvankheo import load
    >>> tables = from_movements(load("docs/examples/an-khe-2022.json"))
    >>> tables.contributions.select("province", "year", "kind", "unit", "amount", "approximation").rows()[0]
    ('Gia Lai', 2022, 'money', 'dong', 154400000, 'over')
    """
    check_one_of(engine, ("polars", "pandas", "pyarrow"), "frames.from_movements.engine")
    if find_spec(engine) is None:
        raise missing("frames.from_movements", engine, engine)
    rows: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
    given: list[Movement] = [*checked_each(movements, Movement, "frames.from_movements")]
    name_of = full_name if kinds else _naming(given)
    for number, movement in enumerate(given):
        context = _Context(number, movement, name_of)
        rows[MOVEMENTS.name].append(context.of(None) | _launched(movement))
        for fact in facts_of(movement):
            name, row = row_of(fact, context.models, f"movements[{number}]")
            rows[name].append(context.of(fact) | row)
    return Tables(**{name: _made(found, SCHEMAS[name], engine) for name, found in rows.items()})


def to_contributions(table: IntoFrame) -> tuple[Contribution, ...]:
    """Return the contributions of a table, in base units; the rows of a lazy one are collected.

    Inverse of ``from_movements(…).contributions`` for what tables hold: equal sums, and purpose,
    giver and model.

    Raises:
        DocumentError: the table is not what `CONTRIBUTIONS` says; every problem.

    >>> from danvankheo import load, total
    >>> an_khe = load("docs/examples/an-khe-2022.json")
    >>> total(to_contributions(from_movements(an_khe).contributions)) == total(an_khe.contributions)
    True
    """
    return _records(table, CONTRIBUTIONS, _contribution)


def to_indicators(table: IntoFrame) -> tuple[Indicator, ...]:
    """Return the indicators of a table, each with its period; inverse of ``from_movements(…).indicators``.

    Raises:
        DocumentError: the table is not what `INDICATORS` says, or a row has neither a value nor a part.

    >>> from danvankheo import load
    >>> an_khe = load("docs/examples/an-khe-2022.json")
    >>> to_indicators(from_movements(an_khe).indicators)[1].rate
    Fraction(27, 28)
    """
    return _records(table, INDICATORS, _indicator)


def to_awards(table: IntoFrame) -> tuple[Award, ...]:
    """Return the awards of a table; inverse of ``from_movements(…).awards``.

    Raises:
        DocumentError: the table is not what `AWARDS` says, or a row has recipients that a title is not for.

    >>> from danvankheo import load
    >>> an_khe = load("docs/examples/an-khe-2022.json")
    >>> to_awards(from_movements(an_khe).awards)[0].recipients
    30
    """
    return _records(table, AWARDS, _award)


def to_models(table: IntoFrame) -> tuple[Model, ...]:
    """Return the models of a table; inverse of ``from_movements(…).models``.

    Raises:
        DocumentError: the table is not what `MODELS` says, or a row has no name.

    >>> from danvankheo import load
    >>> an_khe = load("docs/examples/an-khe-2022.json")
    >>> to_models(from_movements(an_khe).models)[0].name
    'Câu lạc bộ “Kết nối yêu thương”'
    """
    return _records(table, MODELS, _model)


def to_model_counts(table: IntoFrame) -> tuple[ModelCount, ...]:
    """Return the numbers of models of a table; inverse of ``from_movements(…).model_counts``.

    Raises:
        DocumentError: the table is not what `MODEL_COUNTS` says.

    >>> from danvankheo import load
    >>> chu_pah = load("docs/examples/chu-pah-2022.json")
    >>> [stated.count for stated in to_model_counts(from_movements(chu_pah).model_counts)]
    [274, 194, 80]
    """
    return _records(table, MODEL_COUNTS, _model_count)


class _Context:
    """What the tables say of a movement and of each of its facts: where and when."""

    def __init__(self, number: int, movement: Movement, name_of: Callable[[Place], str]) -> None:
        self._number, self._movement, self._name_of = number, movement, name_of
        self._places = [grouping(level, movement) for level in _LEVELS]
        self._period = grouping(Grouping.PERIOD, movement)
        self.models = {model.id: model for model in movement.models if model.id}

    def of(self, fact: Fact | None) -> Row:
        period = self._period(fact)
        assert isinstance(period, Period)
        organizer = self._movement.organizer
        row: Row = {
            "movement": self._number,
            "period": period.code,
            "year": period.start.year if period.start.year == period.end.year else None,
            "organizer": organizer.name if organizer else None,
        }
        for level, place_of in zip(_LEVELS, self._places, strict=True):
            place = place_of(fact)
            row[level.name.lower()] = self._name_of(place) if isinstance(place, Place) else None
        return row


def full_name(place: Place) -> str:
    """Return a place with its kind: "Xã Ia Sơn"."""
    name = format_place(place, within=place.parent)
    return name[:1].upper() + name[1:]


def _naming(movements: Iterable[Movement]) -> Callable[[Place], str]:
    """Return what a place is called among those of some movements: with its kind where names repeat."""
    kinds: dict[tuple[PlaceLevel, str], set[PlaceKind]] = {}
    for movement in movements:
        facts = (getattr(fact, "place", None) for fact in facts_of(movement))
        for place in (movement.place, *facts):
            for unit in place.lineage() if isinstance(place, Place) else ():
                kinds.setdefault((unit.level, unit.name), set()).add(unit.kind)
    repeated = {key for key, found in kinds.items() if len(found) > 1}
    return lambda place: full_name(place) if (place.level, place.name) in repeated else place.name


def row_of(fact: Fact, models: Mapping[str, Model], where: str) -> tuple[str, Row]:
    """Return the table of a fact, and what its row says besides where and when.

    Args:
        fact: the fact.
        models: the models of its movement, by their ids.
        where: where it is, for errors.

    Raises:
        InvalidValueError: an amount finer than the smallest unit, or beyond 9·10^18 of it.
    """
    match fact:
        case Contribution():
            model = models.get(fact.model)
            return CONTRIBUTIONS.name, _gift(fact, f"{where}.contributions") | (
                _field(model) if model else {}
            )
        case Indicator():
            return INDICATORS.name, _figures(fact, f"{where}.indicators")
        case Award():
            return AWARDS.name, _given_awards(fact)
        case Model():
            return MODELS.name, {**_field(fact), **_choices(fact), "id": fact.id or None, "name": fact.name}
        case ModelCount():
            return MODEL_COUNTS.name, {**_field(fact), **_choices(fact), "count": fact.count}


def _launched(movement: Movement) -> Row:
    level, duration = movement.launch_level, movement.duration
    return {
        "name": movement.name,
        "launch_level": level.value if level else None,
        "duration": duration.value if duration else None,
    }


def _given_awards(award: Award) -> Row:
    year = award.award_year
    return {
        "form": award.form.value,
        **{name: getattr(award, name) for name in _RECIPIENTS},
        "kind": award.kind.value if award.kind else None,
        "award_year": year.end.year if year else None,
        **({name: getattr(award.groups, name) for name in GROUPS} if award.groups else {}),
    }


def _gift(given: Contribution, where: str) -> Row:
    quantity = given.quantity
    row: Row = {
        "model": given.model or None,
        "giver": given.giver.name if given.giver else None,
        "purpose": given.purpose or None,
        "kind": given.kind.value,
    }
    if quantity is None:
        return row
    base = quantity.unit.to_base()
    return row | {
        "unit": unit_text(base),
        "amount": to_smallest(quantity.value, base, where),
        "approximation": quantity.approximation.value,
    }


def _figures(indicator: Indicator, where: str) -> Row:
    unit = indicator.counts
    row: Row = {
        "indicator": indicator.label,
        "kind": indicator.kind.value if indicator.kind else None,
        "unit": unit_text(unit),
        "whole_is_plan": indicator.whole_is_plan,
    }
    for name, number in (("part", indicator.part), ("whole", indicator.whole)):
        row[name] = None if number is None else to_smallest(number, unit, f"{where}.{name}")
    value = indicator.value
    if value is not None:
        row |= {
            "value": to_smallest(value.amount, value.unit, f"{where}.value"),
            "value_unit": unit_text(value.unit),
            "value_decimals": decimals_of(value.amount),
            "value_approximation": value.approximation.value,
        }
    return row


def _field(told: Model | ModelCount) -> Row:
    return {"field": told.field.value if told.field else None, "other_field": told.other_field or None}


def _choices(told: Model | ModelCount) -> Row:
    chosen = {name: getattr(told, name) for name in ("status", "subject", "level")}
    return {name: member.value if member else None for name, member in chosen.items()}


_RECIPIENTS: Final = ("collectives", "households", "individuals", "mixed")


def _made(rows: Sequence[Row], schema: TableSchema, engine: Engine) -> IntoDataFrame:
    columns = {column.name: [row.get(column.name) for row in rows] for column in schema.columns}
    types = {column.name: _TYPES[column.type]() for column in schema.columns}
    made: Any = nw.from_dict(columns, schema=types, backend="pyarrow" if engine == "pandas" else engine)
    native: IntoDataFrame = made.to_native()
    if engine == "pandas":
        pandas = nw.Implementation.PANDAS.to_native_namespace()
        native = made.to_native().to_pandas(types_mapper=pandas.ArrowDtype)
    return native


def _records(table: IntoFrame, schema: TableSchema, make: Callable[[Row], _Record]) -> tuple[_Record, ...]:
    """Return a record for each row, or every problem of every row."""
    validate(table, schema)
    made: list[_Record] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows_of(table, schema.names)):
        try:
            made.append(make(row))
        except InvalidValueError as error:
            field = error.field.rpartition(".")[2]
            problems.append(Problem(f"[{number}].{field}", error.reason, error.got, error.details))
    if problems:
        raise DocumentError(tuple(problems), schema.name)
    return tuple(made)


def _contribution(row: Row) -> Contribution:
    quantity = quantity_of(row["unit"], row["amount"], row["approximation"])
    return Contribution(
        quantity=quantity,
        unknown_kind=ContributionKind(text_of(row["kind"])) if quantity is None else None,
        purpose=text_of(row["purpose"]),
        giver=Organization(name=text_of(row["giver"])) if text_of(row["giver"]) else None,
        model=text_of(row["model"]),
    )


def _indicator(row: Row) -> Indicator:
    unit = unit_of(text_of(row["unit"]))
    part, whole = number_of(row["part"]), number_of(row["whole"])
    value = quantity_of(row["value_unit"], row["value"], row["value_approximation"])
    decimals = number_of(row["value_decimals"])
    if value is not None and decimals is not None:
        value = attrs.evolve(value, amount=round_to(value.amount, decimals))
    return Indicator(
        name=text_of(row["indicator"]),
        kind=choice_of(row["kind"], IndicatorKind),
        value=value,
        part=None if part is None else from_smallest(part, unit, "part"),
        whole=None if whole is None else from_smallest(whole, unit, "whole"),
        unit=unit,
        whole_is_plan=truth_of(row["whole_is_plan"]),
        period=Period.from_code(text_of(row["period"])) if text_of(row["period"]) else None,
    )


def _award(row: Row) -> Award:
    groups = {name: number_of(row[name]) for name in GROUPS}
    collectives, households, individuals, mixed = (number_of(row[name]) or 0 for name in _RECIPIENTS)
    return Award(
        form=form_of(text_of(row["form"])),
        collectives=collectives,
        households=households,
        individuals=individuals,
        mixed=mixed,
        kind=choice_of(row["kind"], AwardKind),
        groups=RecipientGroups(**groups) if any(count is not None for count in groups.values()) else None,
    )


def _model(row: Row) -> Model:
    return Model(
        name=text_of(row["name"]),
        id=text_of(row["id"]),
        field=choice_of(row["field"], ModelField),
        other_field=text_of(row["other_field"]),
        status=choice_of(row["status"], ModelStatus),
        subject=choice_of(row["subject"], ModelSubject),
        level=choice_of(row["level"], ModelLevel),
    )


def _model_count(row: Row) -> ModelCount:
    return ModelCount(
        count=number_of(row["count"]) or 0,
        field=choice_of(row["field"], ModelField),
        other_field=text_of(row["other_field"]),
        status=choice_of(row["status"], ModelStatus),
        subject=choice_of(row["subject"], ModelSubject),
        level=choice_of(row["level"], ModelLevel),
    )
