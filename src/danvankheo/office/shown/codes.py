"""An Excel number format taken apart: sections, conditions, placeholders and literal text.

The grammar is that of ECMA-376 part 1, 18.8.30 and 18.8.31.
"""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from enum import Enum, auto
from functools import lru_cache
from typing import Final

import attrs

from danvankheo.choices import Choice

LONGEST_CODE: Final = 255
"""Characters that Excel allows in a format; a longer one counts as General."""


class Kind(Choice, Enum):
    """What a piece of a format stands for."""

    LITERAL = auto()
    DIGIT = auto()
    POINT = auto()
    COMMA = auto()
    PERCENT = auto()
    EXPONENT = auto()
    SLASH = auto()
    GENERAL = auto()
    TEXT = auto()
    DATE = auto()
    ELAPSED = auto()
    HALF_DAY = auto()


@attrs.frozen
class Piece:
    """A piece of a format: what it stands for, and its letters."""

    kind: Kind
    text: str


@attrs.frozen
class Section:
    """One of the parts that semicolons divide, with the numbers it is for."""

    pieces: tuple[Piece, ...]
    condition: tuple[str, Decimal] | None = None

    def has(self, *kinds: Kind) -> bool:
        """Return whether a piece of one of the kinds stands in it."""
        return any(piece.kind in kinds for piece in self.pieces)


_PIECES: Final = re.compile(
    r"""(?P<literal>"[^"]*"?|\\.|_.)|(?P<fill>\*.)|(?P<bracket>\[[^\]]*\])
    |(?P<general>General)|(?P<half>AM/PM|A/P)|(?P<exponent>E[+-])
    |(?P<date>y+|m+|d+|h+|s+(?:\.0+)?|e+|b+)|(?P<digit>[0#?])|(?P<end>;)|(?P<other>.)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_SIGNS: Final = {".": Kind.POINT, ",": Kind.COMMA, "%": Kind.PERCENT, "/": Kind.SLASH, "@": Kind.TEXT}
_CONDITION: Final = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?[0-9]+(?:\.[0-9]+)?)\]")
_ELAPSED: Final = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_CURRENCY: Final = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")


@lru_cache(maxsize=1024)
def sections_of(code: str) -> tuple[Section, ...]:
    """Return the sections of a format; of an empty or overlong one the section of General.

    >>> [section.condition for section in sections_of('[>=1000]#,##0;0.0')]
    [('>=', Decimal('1000')), None]
    >>> [piece.text for piece in sections_of('0.0" ha"')[0].pieces]
    ['0', '.', '0', ' ha']
    """
    if not code or len(code) > LONGEST_CODE:
        code = "General"
    sections: list[Section] = []
    pieces: list[Piece] = []
    condition: tuple[str, Decimal] | None = None
    for found in _PIECES.finditer(code):
        if found.lastgroup == "end":
            sections.append(Section(_settled(pieces), condition))
            pieces, condition = [], None
        elif found.lastgroup == "bracket":
            condition = _condition(found[0]) or condition
            pieces += _of_bracket(found[0])
        else:
            pieces += _of_piece(found[0], found.lastgroup or "")
    sections.append(Section(_settled(pieces), condition))
    return tuple(sections)


def _condition(bracket: str) -> tuple[str, Decimal] | None:
    found = _CONDITION.fullmatch(bracket)
    if found is None:
        return None
    try:
        return found[1], Decimal(found[2])
    except InvalidOperation:  # pragma: no cover - the pattern lets only digits through
        return None


def _of_bracket(bracket: str) -> list[Piece]:
    """Return what a bracket shows: hours that go on past a day, a currency sign; colours show nothing."""
    if found := _ELAPSED.fullmatch(bracket):
        return [Piece(Kind.ELAPSED, found[1].lower())]
    if found := _CURRENCY.fullmatch(bracket):
        return [Piece(Kind.LITERAL, found[1])] if found[1] else []
    return []


def _of_piece(text: str, group: str) -> list[Piece]:
    match group:
        case "literal":
            return [Piece(Kind.LITERAL, _unquoted(text))]
        case "fill":
            return []
        case "general":
            return [Piece(Kind.GENERAL, text)]
        case "half":
            return [Piece(Kind.HALF_DAY, text)]
        case "exponent":
            return [Piece(Kind.EXPONENT, text)]
        case "date":
            return [Piece(Kind.DATE, text.lower())]
        case "digit":
            return [Piece(Kind.DIGIT, text)]
        case _:
            return [Piece(_SIGNS.get(text, Kind.LITERAL), text)]


def _unquoted(text: str) -> str:
    if text.startswith('"'):
        return text.strip('"')
    return "" if text.startswith("_") else text[1:]  # room as wide as a letter


def _settled(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces with the signs that mean themselves here as literals.

    In a section of days a point, a comma and a digit are text; in one without digits all signs are.
    """
    dated = any(piece.kind in {Kind.DATE, Kind.ELAPSED, Kind.HALF_DAY} for piece in pieces)
    digits = any(piece.kind is Kind.DIGIT for piece in pieces)
    if dated and not digits:
        plain = {Kind.POINT, Kind.COMMA, Kind.PERCENT, Kind.SLASH, Kind.EXPONENT}
    elif dated:
        plain = {Kind.DATE, Kind.ELAPSED, Kind.HALF_DAY} if _first_is_digit(pieces) else set(Kind) - _DAYS
    elif not digits:
        plain = {Kind.POINT, Kind.COMMA, Kind.SLASH, Kind.EXPONENT}
    else:
        plain = set()
    return tuple(attrs.evolve(p, kind=Kind.LITERAL) if p.kind in plain else p for p in pieces)


_DAYS: Final = {Kind.DATE, Kind.ELAPSED, Kind.HALF_DAY, Kind.LITERAL}


def _first_is_digit(pieces: Sequence[Piece]) -> bool:
    """Return whether digits come first: `0 đ`, whose letter some write without quotes."""
    first = next(piece for piece in pieces if piece.kind in {Kind.DIGIT, Kind.DATE, Kind.ELAPSED})
    return first.kind is Kind.DIGIT
