"""Rows that are no figures of their own: totals, parts of a row above, sums over time.

A pattern that every engine reads finds them in columns of text; what a marked cell says is then read
once more in Python.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from itertools import permutations
from typing import Final
from unicodedata import normalize

import narwhals.stable.v2 as nw

from danvankheo.frames.schema import ColumnType, TableSchema
from danvankheo.frames.work import Frame, flag, streamed
from danvankheo.locale_vi import tables

LABEL_COLUMNS: Final = frozenset(
    {"province", "district", "commune", "community", "organizer", "other_field", "giver", "purpose"}
)
"""The published columns in which people write what marks a row."""


class Mark(Enum):
    """What a marked row is."""

    TOTAL = "total"
    PART = "part"
    CUMULATIVE = "cumulative"


_BLANK: Final = r"[\s\x{00A0}]"
_LEAD: Final = r"^[\s\x{00A0}*+•\-–—.)(0-9]*(?:[IVXivx]+[.)][\s\x{00A0}]*)?"
_ALONE: Final = r"[\s\x{00A0}.;]*(?:[:(]|$)"
_ANYTHING: Final = r"(?:[\s\x{00A0}:;,.(/\-–—]|$)"


def pattern_of(*marks: Mark) -> str:
    """Return the pattern of cells that mark a row, in the words that Rust, RE2, Java and Python share.

    >>> bool(re.search(pattern_of(Mark.TOTAL), "  TỔNG CỘNG (1+2)"))
    True
    >>> bool(re.search(pattern_of(*Mark), "Tổng Công ty Cà phê"))
    False
    """
    bodies = "|".join(_BODIES[mark]() for mark in marks)
    return f"{_LEAD}(?:{bodies})".replace(r"\x{00A0}", "\u00a0")


def mark_of(cell: str) -> Mark | None:
    """Return what a cell marks its row as.

    >>> mark_of("Cộng xã Ia Sơn"), mark_of("- Trong đó: tiền mặt"), mark_of("Cộng Hòa")
    (<Mark.TOTAL: 'total'>, <Mark.PART: 'part'>, None)
    """
    return next((mark for mark in Mark if _compiled(mark).search(cell)), None)


def is_of_all(cell: str) -> bool:
    """Return whether a total is of the whole table: "Tổng cộng", but not "Cộng"."""
    return _of_all().search(cell) is not None


def label_columns(schema: TableSchema, there: Iterable[str]) -> list[str]:
    """Return the columns of a table in which a mark of its rows may stand."""
    texts = {column.name for column in schema.columns if column.type is ColumnType.TEXT}
    return [name for name in there if name in texts & LABEL_COLUMNS]


def has_marked_rows(table: Frame, schema: TableSchema) -> bool:
    """Return whether any row of a table is marked; a lazy one is run over its columns of text."""
    flags = [
        flag(marked(table, name)).alias(name)
        for name in label_columns(schema, table.collect_schema().names())
    ]
    if not flags:
        return False
    most = table.select(*flags).select(nw.all().max())
    with streamed(table):
        (row,) = (most.collect() if isinstance(most, nw.LazyFrame) else most).rows()
    return any(row)


def marked(table: Frame, name: str) -> nw.Expr:
    """Return where a column of text, of whatever type, marks its row."""
    texts = nw.col(name) if table.collect_schema()[name] == nw.String else nw.col(name).cast(nw.String)
    return texts.str.contains(pattern_of(*Mark))


def _total() -> str:
    return (
        f"(?:{_any(tables.TOTALS)}){_ALONE}|(?:{_any(tables.TOTALS_OF_ANYTHING)}){_ANYTHING}"
        f"|(?:{_any(tables.TOTALS_OF)}){_BLANK}+(?:{_any(tables.WHAT_TOTALS_ARE_OF)}){_ANYTHING}"
    )


def _part() -> str:
    return f"(?:{_any(tables.PARTS)}){_ANYTHING}|(?:{_any(tables.PARTS_ALONE)}){_ALONE}"


def _cumulative() -> str:
    return f"(?:{_any(tables.CUMULATIVE)}){_ANYTHING}"


_BODIES: Final = {Mark.TOTAL: _total, Mark.PART: _part, Mark.CUMULATIVE: _cumulative}


@cache
def _compiled(mark: Mark) -> re.Pattern[str]:
    return re.compile(pattern_of(mark))


@cache
def _of_all() -> re.Pattern[str]:
    return re.compile(f"{_LEAD}(?:{_any(tables.TOTALS_OF_ALL)}){_ANYTHING}".replace(r"\x{00A0}", "\u00a0"))


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(f"{_BLANK}+".join(map(_spelled, word.split())) for word in longest_first)


def _spelled(word: str) -> str:
    return "".join(map(_letter, word))


@cache
def _letter(letter: str) -> str:
    """Return the pattern of a letter in both cases, composed or with marks of its own.

    The flags of the engines differ in what they take for the same letter, and none composes.
    """
    forms = sorted({form for case in (letter, letter.upper()) for form in _forms(case)})
    return forms[0] if len(forms) == 1 else f"(?:{'|'.join(map(re.escape, forms))})"


def _forms(letter: str) -> Iterator[str]:
    apart = normalize("NFD", letter)
    base, marks = apart[:1], apart[1:]
    for order in permutations(marks):
        for composed in range(len(marks) + 1):
            form = normalize("NFC", base + "".join(order[:composed])) + "".join(order[composed:])
            if normalize("NFC", form) == letter:
                yield form
