"""Values and texts as messages and terminals show them: short, on one line, nothing that a terminal obeys."""

import re
from decimal import Decimal
from typing import Final

_LONGEST_SHOWN: Final = 60


def shown(value: object) -> str:
    """Return a value as an error message shows it: quoted if text, cut if long, safe to print."""
    if isinstance(value, str):
        return f'"{printable(_shortened(value))}"'
    if isinstance(value, Decimal):
        return _shortened(str(value))
    try:
        return _shortened(repr(value))
    except ValueError:  # CPython refuses to print very long integers
        return f"a very long {type(value).__name__}"


def printable(text: str) -> str:
    r"""Return text with escapes in place of what a terminal would obey or could not show.

    >>> printable("a\x1b[31m")
    'a\\x1b[31m'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


ESCAPED: Final = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200f\\u2028-\\u202e\\u2066-\\u2069]"
)
"""What is never drawn: what a terminal obeys, and what shows the figures after it reversed.

Tabs and line ends are not of these, nor any letter, nor blanks of whatever width.
"""


def visible(text: str) -> str:
    r"""Return text with escapes in place of what moves the cursor or turns the text round.

    The names in a report and the cells of a table come from anybody; what else they hold is theirs.

    >>> visible("a\x1b[31m"), visible("Hộ nghèo\u202e")
    ('a\\x1b[31m', 'Hộ nghèo\\u202e')
    """
    return ESCAPED.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
