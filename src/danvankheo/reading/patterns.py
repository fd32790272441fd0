"""Patterns of words."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of the words, the longest first, so that it wins.

    >>> any_of(["tỷ", "nghìn", "m²"])
    'nghìn|tỷ|m²'
    """
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
