"""Patterns of words."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of the words, the longest first, so that it wins.

    >>> any_of(["tỷ", "nghìn", "m²"])
    'nghìn|tỷ|m²'
    """
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def last_match(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Return where a pattern matches for the last time between two positions.

    >>> last_match(re.compile("tặng|trao"), "tặng quà, trao vốn", 0, 18).start()
    10
    """
    found = None
    for found in pattern.finditer(text, start, end):  # noqa: B007  # only the last one counts
        pass
    return found
