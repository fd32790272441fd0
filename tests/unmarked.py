"""Vietnamese as it is typed without marks."""

import unicodedata


def unmarked(text: str) -> str:
    """Return a text without its marks."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
