"""Words in the cells of files: Vietnamese ones and the codes of tables are read alike, Vietnamese written.

What a word means does not depend on its capitals, its blanks or the form of its letters. A text that is no
word of its column stays as it is, for `validate` to refuse.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final, TypeAlias

import polars as pl

from danvankheo.domain.marks import composed
from danvankheo.domain.periods import Period
from danvankheo.errors import InvalidValueError
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.phrases import sentence
from danvankheo.frames.file_cells import UNIT_COLUMNS
from danvankheo.frames.schema import CONTRIBUTIONS, Column, TableSchema
from danvankheo.frames.units import unit_of, unit_text
from danvankheo.locale_vi import movements, spellings, table_heads
from danvankheo.office.tables.units import unit_of_words
from danvankheo.reporting.coverage import read_period

_LONGEST: Final = 100
_UNITS: Final = frozenset(UNIT_COLUMNS.values())
_IN_BASE_UNITS: Final = frozenset({CONTRIBUTIONS.name, "totals"})
_Translate: TypeAlias = Callable[[str], str]


def as_codes(names: Iterable[str], schema: TableSchema) -> list[pl.Expr]:
    """Return the columns of a file that hold words, as the codes of tables.

    Args:
        names: the columns that are there.
        schema: what the file holds.
    """
    return [*_mapped(names, schema, _reading)]


def as_words(names: Iterable[str], schema: TableSchema) -> list[pl.Expr]:
    """Return the columns of a table that hold codes, as the words that `as_codes` reads back."""
    return [*_mapped(names, schema, _writing)]


def in_base_units(names: Iterable[str], schema: TableSchema) -> list[pl.Expr]:
    """Return the column of units as base units, where a table has to be in these; amounts are already."""
    there = "unit" in {*names} and schema.name in _IN_BASE_UNITS
    return [_translated("unit", _base_unit)] if there else []


def code_of(column: Column, text: str) -> str:
    """Return the code of a word in a column of choices; the text itself if it is none of its words.

    >>> code_of(CONTRIBUTIONS.column("field"), " Kinh  tế"), code_of(CONTRIBUTIONS.column("kind"), "money")
    ('economy', 'money')
    >>> code_of(CONTRIBUTIONS.column("approximation"), "trên"), code_of(CONTRIBUTIONS.column("kind"), "cash")
    ('over', 'cash')
    """
    if text in column.choices or len(text) > _LONGEST:
        return text
    return _codes(column).get(_plain(text), text)


def unit_code(text: str) -> str:
    """Return a unit as tables hold it; the text itself if it names none.

    >>> unit_code("Triệu đồng"), unit_code("ngày công"), unit_code("m2"), unit_code("dong"), unit_code("suất")
    ('million_dong', 'workday', 'square_metre', 'dong', 'counted:suất')
    """
    if not text.strip() or len(text) > _LONGEST or _is_unit(text):
        return text
    found = unit_of_words(text)
    return (unit_text(found) or text) if found is not None else text


def period_code(text: str) -> str:
    """Return the code of a period; the text itself if it names none, or needs a year.

    >>> period_code("Quý II/2026"), period_code("quý II")
    ('2026-Q2', 'quý II')
    """
    if len(text) > _LONGEST:
        return text
    try:
        found = read_period(text, None)
    except InvalidValueError:
        return text
    return found.code if found is not None else text


def _reading(column: Column) -> _Translate | None:
    if column.words:
        return lambda text: code_of(column, text)
    if column.name in _UNITS:
        return unit_code
    return period_code if column.name == "period" else None


def _writing(column: Column) -> _Translate | None:
    if column.words:
        words = {code: word for code, word in _written(column) if code_of(column, word) == code}
        return lambda text: words.get(text, text)
    if column.name in _UNITS:
        return _unit_word
    return _period_word if column.name == "period" else None


def _written(column: Column) -> Iterator[tuple[str, str]]:
    """Yield the word that is written for each choice; the first that is read where it has no label."""
    others = {code: words[0] for code, words in spellings.APPROXIMATIONS.items()}
    for code, word in zip(column.choices, column.words, strict=True):
        yield code, word or others.get(code, code)


@cache
def _codes(column: Column) -> Mapping[str, str]:
    """Return the codes of a column by its words, none of which means two of them."""
    found: dict[str, str] = {}
    pairs = [*zip(column.choices, column.words, strict=True)]
    pairs += [(code, code.replace("_", " ")) for code in column.choices]
    for words in (movements.MODEL_FIELDS, table_heads.FIELD_CODES):
        pairs += [(code, word) for word, code in words.items()]
    for by_code in (spellings.APPROXIMATIONS, spellings.MORE_APPROXIMATIONS):
        pairs += [(code, word) for code, words in by_code.items() for word in words]
    for code, word in pairs:
        if word and code in column.choices:
            found.setdefault(_plain(word), code)
    return found


def _plain(text: str) -> str:
    return " ".join(composed(text).casefold().replace("_", " ").split()).replace("–", "-")


@lru_cache(maxsize=4096)
def _is_unit(text: str) -> bool:
    try:
        return unit_of(text) is not None
    except InvalidValueError:
        return False


def _base_unit(text: str) -> str:
    try:
        unit = unit_of(text)
    except InvalidValueError:
        return text
    return (unit_text(unit.to_base()) or text) if unit is not None else text


def _unit_word(text: str) -> str:
    try:
        unit = unit_of(text)
    except InvalidValueError:
        return text
    return unit.label if unit is not None and unit_code(unit.label) == text else text


def _period_word(text: str) -> str:
    try:
        word = sentence(format_period(Period.from_code(text)))
    except InvalidValueError:
        return text
    return word if period_code(word) == text else text


def _mapped(
    names: Iterable[str], schema: TableSchema, of: Callable[[Column], _Translate | None]
) -> Iterator[pl.Expr]:
    columns = {column.name: column for column in schema.columns}
    for name in names:
        translate = of(columns[name]) if name in columns else None
        if translate is not None:
            yield _translated(name, translate)


def _translated(name: str, translate: _Translate) -> pl.Expr:
    """Return a column of texts, each different one translated once."""

    def all_of(cells: pl.Series) -> pl.Series:
        different = cells.unique().drop_nulls().to_list()
        changes = {text: new for text in different if (new := translate(text)) != text}
        return cells.replace(changes) if changes else cells

    return pl.col(name).map_batches(all_of, return_dtype=pl.String, is_elementwise=True).alias(name)
