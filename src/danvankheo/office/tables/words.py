"""Words of tables, found whole: kinds of heads, rows that are totals, parts or sums over time."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from danvankheo.locale_vi import table_heads, tables
from danvankheo.office.tables.numbers import tidy
from danvankheo.reading.patterns import any_of

_NUMBERING: Final = r"^[\s*+•\-–—.)(0-9]*(?:[ivx]+[.)] ?)?"
_ALONE: Final = r"[ .;]*(?:[:(=]|$)"
_ANYTHING: Final = r"(?:[ :;,.(/\-–—=]|$)"
_TOTAL: Final = re.compile(
    rf"{_NUMBERING}(?:(?:{any_of(tables.TOTALS)}){_ALONE}|(?:{any_of(tables.TOTALS_OF_ANYTHING)}){_ANYTHING}"
    rf"|(?:{any_of(tables.TOTALS_OF)}) "
    rf"(?:{any_of((*tables.WHAT_TOTALS_ARE_OF, *table_heads.PARTS_OF_TABLES))}){_ANYTHING}"
    rf"|(?:cộng|tổng cộng) \(?[a-zivx0-9]{{1,4}}\)?$)"
)
_TOTAL_OF_ALL: Final = re.compile(rf"{_NUMBERING}(?:{any_of(tables.TOTALS_OF_ALL)}){_ANYTHING}")
_SOME: Final = re.compile(rf"^[\s*+•\-–—]*(?:{any_of(table_heads.ROW_SOME_OF)}){_ANYTHING}")
_SOME_ALONE: Final = re.compile(rf"^[\s*+•\-–—]*(?:{any_of(table_heads.ROW_SOME_OF)})[ .;:]*$")
_ALL: Final = re.compile(rf"^[\s*+•\-–—]*(?:{any_of(table_heads.ROW_ALL_OF)}){_ALONE}")
_OVER_TIME: Final = re.compile(rf"{_NUMBERING}(?:{any_of(tables.CUMULATIVE)}){_ANYTHING}")


_NOT_WITHIN: Final = r"(?<![^\W_])"
_NOT_BEGUN: Final = r"(?![^\W_])"


@lru_cache(maxsize=512)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_whole, sorted(words, key=len, reverse=True))))


def _whole(word: str) -> str:
    before = _NOT_WITHIN if word[:1].isalnum() else ""
    after = _NOT_BEGUN if word[-1:].isalnum() else ""
    return before + re.escape(word) + after


def has(text: str, words: Iterable[str]) -> bool:
    """Return whether a text has one of the words, whole; the text in lower case.

    >>> has("lũy kế 9 tháng", ("lũy kế",)), has("khác", ("kh",))
    (True, False)
    """
    return _pattern(tuple(words)).search(text) is not None


def is_one_of(text: str, words: Iterable[str]) -> bool:
    """Return whether a text, its brackets aside, is one of the words.

    >>> is_one_of("Số TT", ("số tt",)), is_one_of("Ghi chú (nếu có)", ("ghi chú",))
    (True, True)
    """
    low = tidy(re.sub(r"\([^()]*\)", "", text)).lower().strip(" .:;")
    return low in words


def is_total(label: str) -> bool:
    """Return whether what a row is called makes it a total.

    >>> is_total("TỔNG CỘNG"), is_total("Tổng số (A+B) (1)"), is_total("Cộng xã Ia Sơn")
    (True, True, True)
    >>> is_total("Tổng Công ty")
    False
    """
    return _TOTAL.search(tidy(label).lower()) is not None


def is_total_of_all(label: str) -> bool:
    """Return whether a total is of the whole table: "Tổng cộng", but not "Cộng"."""
    return _TOTAL_OF_ALL.search(tidy(label).lower()) is not None


def is_some_of(label: str) -> bool:
    """Return whether a row is a part of the one above: "Trong đó: hộ nghèo"."""
    return _SOME.search(tidy(label).lower()) is not None


def opens_some(label: str) -> bool:
    """Return whether the rows after it are parts of the one above: "Trong đó:".

    >>> opens_some("Trong đó:"), opens_some("Trong đó: hộ nghèo")
    (True, False)
    """
    return _SOME_ALONE.search(tidy(label).lower()) is not None


def opens_all(label: str) -> bool:
    """Return whether the rows after it make up the one above: "Chia ra:"."""
    return _ALL.search(tidy(label).lower()) is not None


def is_over_time(label: str) -> bool:
    """Return whether a row adds up earlier times: "Lũy kế"."""
    return _OVER_TIME.search(tidy(label).lower()) is not None


def letters_of(text: str) -> str:
    """Return text as names are compared: lower case, one blank, no signs at its ends.

    >>> letters_of(" XÃ  AN NHƠN ĐÔNG: ")
    'xã an nhơn đông'
    """
    return tidy(text).lower().strip(" .,:;-–*+")
