"""Words in both languages of the library, as one value."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

import attrs

Language: TypeAlias = Literal["vi", "en"]
"""In which language something is written: Vietnamese or English."""


@attrs.frozen(cache_hash=True)
class Words:
    """The same words in Vietnamese and in English.

    Args:
        vietnamese: as a colleague in an office writes it.
        english: the same for programmers.

    >>> from danvankheo.errors import Words
    >>> Words("tiền", "money").vietnamese
    'tiền'
    """

    vietnamese: str
    english: str

    @classmethod
    def same(cls, text: str) -> "Words":
        """Return words that both languages write alike, such as figures in Vietnamese signs.

        >>> Words.same("27/28") == Words("27/28", "27/28")
        True
        """
        return cls(text, text)


def in_vietnamese(details: Mapping[str, str | Words]) -> dict[str, str]:
    """Return what fills the gaps of a Vietnamese sentence."""
    return {name: each.vietnamese if isinstance(each, Words) else each for name, each in details.items()}


def in_english(details: Mapping[str, str | Words]) -> dict[str, str]:
    """Return what fills the gaps of an English sentence.

    >>> in_english({"what": Words("cả trang tính", "the whole sheet"), "count": "3"})
    {'what': 'the whole sheet', 'count': '3'}
    """
    return {name: each.english if isinstance(each, Words) else each for name, each in details.items()}
