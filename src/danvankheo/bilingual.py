"""Words in both languages of the library, as one value."""

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
