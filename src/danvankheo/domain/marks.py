"""Letters and the marks on them: composed in linear time; and signs that turn a text round.

Unicode sorts the marks of a letter when it composes it, which for a long run of marks takes the square of
its length. No script puts more than a few on one letter; where there are more, nothing is composed.
"""

import re
from itertools import groupby
from typing import Final
from unicodedata import combining, is_normalized, normalize

MOST_MARKS: Final = 30
"""Marks on one letter; Unicode's own limit for text that is read as a stream."""

# Every combining mark is one of these; what is found is looked at letter by letter.
_RUN: Final = re.compile(rf"[^\w\x00-\x7f]{{{MOST_MARKS + 1},}}")
# What turns the letters after it round: of Unicode's Bidi_Control all but U+200E, which turns nothing
# in a text from left to right.
_TURNING: Final = re.compile("[\u061c\u200f\u202a-\u202e\u2066-\u2069]")

# Old and new tone marks stand side by side in print: hoá and hóa, uỷ and ủy. The vocabulary has
# the new ones. "quý" keeps its mark: there u belongs to the q.
_OLD_MARKS: Final = {
    f"{glide}{old}": f"{new}{vowel}"
    for glide, marked, vowel, vowels in (
        ("o", "óòỏõọ", "a", "áàảãạ"),
        ("o", "óòỏõọ", "e", "éèẻẽẹ"),
        ("u", "úùủũụ", "y", "ýỳỷỹỵ"),
    )
    for new, old in zip(marked, vowels, strict=True)
}
_OLD_MARK: Final = re.compile(rf"(?<!q)(?:{'|'.join(_OLD_MARKS)})(?![^\W\d_])")


def piled(text: str) -> bool:
    r"""Return whether a letter of a text carries more marks than any script puts on one.

    >>> piled("Phong trào"), piled("a" + "\u0301" * 31)
    (False, True)
    """
    return any(
        marked and sum(1 for _ in run) > MOST_MARKS
        for found in _RUN.finditer(text)
        for marked, run in groupby(found[0], key=lambda letter: combining(letter) > 0)
    )


def composed(text: str) -> str:
    r"""Return text in Unicode's composed form; as it is if its marks are piled up.

    >>> composed("tra\u0300o") == "trào"
    True
    """
    if text.isascii() or piled(text) or is_normalized("NFC", text):
        return text
    return normalize("NFC", text)


def turns_round(text: str) -> bool:
    r"""Return whether a text holds a sign that makes what follows it stand in another order.

    >>> turns_round("Hộ nghèo"), turns_round("Hộ nghèo \u202e")
    (False, True)
    """
    return _TURNING.search(text) is not None


def lower(text: str) -> str:
    """Return a text in lower case, letter for letter.

    >>> lower("Ủy ban"), lower("XÃ İA")
    ('ủy ban', 'xã İa')
    """
    low = text.lower()
    return low if len(low) == len(text) else "".join(map(_lower, text))


def _lower(letter: str) -> str:
    low = letter.lower()
    return low if len(low) == 1 else letter


def folded(printed: str) -> str:
    """Return words as the word lists have them: in lower case, with the new tone marks, letter for letter.

    >>> folded("Hoà Bình, Thuỷ lợi, Quý")
    'hòa bình, thủy lợi, quý'
    """
    return _OLD_MARK.sub(lambda found: _OLD_MARKS[found[0]], lower(printed))
