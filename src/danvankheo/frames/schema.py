"""The published columns of tables: their names, types, units and meaning, as data.

Tables that come from records have exactly these columns; tables from elsewhere may have more, and may
leave out those that are not `needed`. `validate` checks a table against them.
"""

from collections.abc import Mapping
from enum import StrEnum
from itertools import chain
from types import MappingProxyType
from typing import Final

import attrs

from danvankheo.checking import close_to
from danvankheo.domain.award import AwardForm, AwardKind, EmulationTitle, GrantingLevel
from danvankheo.domain.contribution import ContributionKind
from danvankheo.domain.indicator import IndicatorKind
from danvankheo.domain.labels import Labelled
from danvankheo.domain.model import ModelField, ModelLevel, ModelStatus, ModelSubject
from danvankheo.domain.movement import DurationClass
from danvankheo.domain.quantities import Approximation
from danvankheo.errors import invalid
from danvankheo.reasons import Reason


class ColumnType(StrEnum):
    """What a column holds: Int64, text, or true and false.

    >>> CONTRIBUTIONS.column("amount").type is ColumnType.WHOLE
    True
    """

    WHOLE = "Int64"
    TEXT = "String"
    TRUTH = "Boolean"


@attrs.frozen(kw_only=True)
class Column:
    """One column of a published table.

    Args:
        name: its name.
        type: what it holds.
        meaning: what it says.
        unit: what a whole number counts.
        needed: whether a table without it is refused.
        filled: whether a null in it is refused; else null is "not stated", which is not zero.
        choices: the only texts that it may hold; empty if any.
        words: the Vietnamese word of each choice, which files may hold in its place; empty for none.
        heads: Vietnamese heads of a column of your own: the one that is written, then others that are
            read. Those of the published tables are in `HEADS`.

    >>> CONTRIBUTIONS.column("approximation").choices[:2]
    ('exactly', 'over')
    """

    name: str
    type: ColumnType
    meaning: str
    unit: str = ""
    needed: bool = False
    filled: bool = False
    choices: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class TableSchema:
    """The columns of a published table, or of one of your own.

    In files the amounts of a table are in the unit of their row where both columns are there:
    ``amount``, ``part`` and ``whole`` beside ``unit``, ``value`` beside ``value_unit``. Every other
    whole number stands in files as it is.

    Raises:
        InvalidValueError: two columns of one name or one head.

    >>> [column.name for column in CONTRIBUTIONS.columns if column.needed]
    ['kind', 'unit', 'amount', 'approximation']
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]

    def __attrs_post_init__(self) -> None:
        """Check that each name and each head is of one column."""
        found: set[str] = set()
        for column in self.columns:
            its = {" ".join(head.casefold().split()) for head in (column.name, *column.heads)}
            if both := found & its:
                raise invalid(f"TableSchema.columns: {column.name}", Reason.HEAD_ONCE, min(both))
            found |= its

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order.

        >>> MOVEMENTS.names[:3]
        ('movement', 'period', 'year')
        """
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Return a column by its name.

        Raises:
            InvalidValueError: there is none of that name.
        """
        found = next((column for column in self.columns if column.name == name), None)
        if found is None:
            allowed = ", ".join(self.names)
            where = f"frames.{self.name}"
            raise invalid(where, Reason.COLUMN, name, allowed=allowed, **close_to(name, self.names))
        return found


def _values(*kinds: type[Labelled]) -> tuple[str, ...]:
    return tuple(str(member.value) for member in chain(*kinds))


def _text(name: str, meaning: str, *, needed: bool = False, filled: bool = False) -> Column:
    return Column(name=name, type=ColumnType.TEXT, meaning=meaning, needed=needed, filled=filled)


def _choice(
    name: str, meaning: str, *kinds: type[Labelled], needed: bool = False, filled: bool = False
) -> Column:
    words = tuple(member.label for member in chain(*kinds))
    return attrs.evolve(
        _text(name, meaning, needed=needed, filled=filled), choices=_values(*kinds), words=words
    )


def _whole(name: str, meaning: str, unit: str, *, needed: bool = False, filled: bool = False) -> Column:
    return attrs.evolve(_text(name, meaning, needed=needed, filled=filled), type=ColumnType.WHOLE, unit=unit)


_SMALLEST: Final = "the smallest unit of `unit`"
_UNIT: Final = (
    "what is counted: a unit's code such as `dong`, `counted:` and a noun such as `counted:hộ`, or the "
    "JSON object by which documents describe a unit"
)

CONTEXT: Final = (
    _whole("movement", "which movement it is of: its number in `movements`", "order, from 0"),
    _text("period", "the period's code, such as `2022` or `2022-Q3`: its own, else the movement's"),
    _whole("year", "the calendar year that the period lies in; null if it spans several", "years"),
    _text("province", "name of the province that it lies in"),
    _text("district", "name of the district"),
    _text("commune", "name of the commune"),
    _text("community", "name of the thôn, tổ dân phố …"),
    _text("organizer", "name of the movement's organiser"),
)
"""What every table begins with: places and periods as `roll_up` of records assigns them."""

PLACE_COLUMNS: Final = ("province", "district", "commune", "community")
"""The columns of names of places, from the highest."""

_FIELDS: Final = (
    _choice("field", "the field of the model that it belongs to", ModelField),
    _text("other_field", "the field's name, if it is none of the four"),
)

MOVEMENTS: Final = TableSchema(
    name="movements",
    meaning="one row a movement",
    columns=(
        *CONTEXT,
        _text("name", "the movement's name"),
        _choice("launch_level", "at which level the body that launched it is", GrantingLevel),
        _choice("duration", "how long it runs, as statistics class it", DurationClass),
    ),
)
CONTRIBUTIONS: Final = TableSchema(
    name="contributions",
    meaning="one row a contribution",
    columns=(
        *CONTEXT,
        *_FIELDS,
        _text("model", "the id of the model that it went to"),
        _text("giver", "name of the organisation that gave it"),
        _text("purpose", "what for"),
        _choice("kind", "what was given", ContributionKind, needed=True, filled=True),
        _text("unit", f"{_UNIT}; a base unit, null if nobody stated the quantity", needed=True),
        _whole("amount", "how much; null if nobody stated", _SMALLEST, needed=True),
        _choice("approximation", "the word before the figure; null is `exactly`", Approximation, needed=True),
    ),
)
INDICATORS: Final = TableSchema(
    name="indicators",
    meaning="one row an indicator",
    columns=(
        *CONTEXT,
        _text("indicator", "what it is called across places", needed=True, filled=True),
        _choice("kind", "the shared indicator that it is", IndicatorKind, needed=True),
        _text("unit", f"{_UNIT}; as written", needed=True),
        Column(
            name="whole_is_plan",
            type=ColumnType.TRUTH,
            meaning="whether the denominator is a plan",
            needed=True,
            filled=True,
        ),
        _whole("part", "the numerator", _SMALLEST, needed=True),
        _whole("whole", "the denominator", _SMALLEST, needed=True),
        _whole("value", "the printed figure", "the smallest unit of `value_unit`"),
        _text("value_unit", "its unit, as written; `percent` for a rate"),
        _whole("value_decimals", "how many decimals are printed", "decimals"),
        _choice("value_approximation", "the word before it; null is `exactly`", Approximation),
    ),
)
_GROUPS: Final = {
    "enterprises": "enterprises",
    "provincial_leaders": "leaders of a province or a ministry",
    "department_heads": "heads of departments",
    "business_people": "business people",
    "other_leaders": "other leaders, from deputy heads of divisions up",
    "direct_workers": "people working directly",
    "women": "women",
}
AWARDS: Final = TableSchema(
    name="awards",
    meaning="one row an award",
    columns=(
        *CONTEXT,
        _choice(
            "form",
            "the form of commendation or the title",
            AwardForm,
            EmulationTitle,
            needed=True,
            filled=True,
        ),
        *(
            _whole(name, meaning, "recipients", needed=True, filled=True)
            for name, meaning in (
                ("collectives", "how many collectives receive it"),
                ("households", "how many households"),
                ("individuals", "how many individuals"),
                ("mixed", "how many recipients whose kind is not told apart"),
            )
        ),
        _choice("kind", "what it is given for", AwardKind),
        _whole("award_year", "the year, from 1-12 to 30-11, in which it was decided", "years"),
        *(
            _whole(name, f"how many of them are {meaning}; null if the source does not say", "recipients")
            for name, meaning in _GROUPS.items()
        ),
    ),
)
MODELS: Final = TableSchema(
    name="models",
    meaning="one row a model described",
    columns=(
        *CONTEXT,
        attrs.evolve(_FIELDS[0], needed=True),
        attrs.evolve(_FIELDS[1], needed=True),
        _choice("status", "where it stands in its life", ModelStatus, needed=True),
        _choice("subject", "whose it is", ModelSubject),
        _choice("level", "at which level it is", ModelLevel),
        _text("id", "its key in the movement"),
        _text("name", "its name"),
    ),
)
MODEL_COUNTS: Final = TableSchema(
    name="model_counts",
    meaning="one row a number of models that a report states",
    columns=(
        *CONTEXT,
        attrs.evolve(_FIELDS[0], needed=True),
        attrs.evolve(_FIELDS[1], needed=True),
        _choice("status", "their status; null for all together, as below", ModelStatus, needed=True),
        _choice("subject", "whose they are", ModelSubject, needed=True),
        _choice("level", "their level", ModelLevel, needed=True),
        _whole("count", "how many", "models", needed=True, filled=True),
    ),
)
SCHEMAS: Final[Mapping[str, TableSchema]] = MappingProxyType(
    {table.name: table for table in (MOVEMENTS, MODELS, MODEL_COUNTS, CONTRIBUTIONS, INDICATORS, AWARDS)}
)
"""Every published table by its name."""
