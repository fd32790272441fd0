"""The letters of a plain file: which encoding it is in, found out and reported, never assumed.

UTF-8 and UTF-16 show by their form. What is neither is read under each encoding that Vietnamese offices have
used, and taken for the one under which (nearly) all of its words with marks are Vietnamese syllables.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final
from unicodedata import normalize

from danvankheo.domain.marks import composed
from danvankheo.office.failures import Unreadable
from danvankheo.office.legacy_letters import Letters, in_unicode
from danvankheo.office.source import Source

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
_LOOKED_AT: Final = 400_000
_MOST_PER_CENT_ODD: Final = 10
_FEWEST_WORDS: Final = 2
_FEWEST_PLAIN: Final = 20  # one letter of ten in UTF-16 is of ASCII: blanks at least

_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE: Final = re.compile(
    "(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    "(?:uyê|iêu|yêu|oai|oay|oeo|uây|uôi|ươi|ươu|uya|uyu|uê|uơ|uy|oa|oă|oe|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|yê|iu|oi"
    "|ôi|ơi|ua|uâ|ui|uô|ưa|ưi|ươ|ưu|[aăâeêioôơuưy])"
    "(?:ch|ng|nh|[cmnpt])?"
)
_WORD: Final = re.compile(r"[^\W\d_]+")


def decoded(source: Source) -> tuple[str, str]:
    """Return the text of a file in Unicode's composed form, and the name of its encoding.

    Raises:
        UnreadableFileError: it is in no encoding that is known.
    """
    for mark, codec, name in _MARKS:
        if source.data.startswith(mark):
            try:
                return composed(source.data.decode(codec)), name
            except UnicodeDecodeError:
                raise source.damaged(
                    f"it begins as {name} and does not go on so",
                    f"mở đầu là {name} nhưng đoạn sau không phải",
                ) from None
    try:
        text = source.data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and _is_most_of(error.start, source):
            raise source.damaged("it ends within a letter", "bị cắt giữa một chữ") from None
    else:
        if "\0" not in text:
            return composed(text), "UTF-8"
    if b"\0" in source.data:
        return _wide(source)
    return _narrow(source)


def _is_most_of(position: int, source: Source) -> bool:
    return position >= len(source.data) - 4 and any(byte > 0x7F for byte in source.data[:position])


def _wide(source: Source) -> tuple[str, str]:
    """Return text of UTF-16 without a mark: its blanks and digits show which byte of two is nothing."""
    first, second = source.data[::2].count(0), source.data[1::2].count(0)
    if max(first, second) * _FEWEST_PLAIN > len(source.data):
        try:
            return composed(source.data.decode("utf-16-be" if first > second else "utf-16-le")), "UTF-16"
        except UnicodeDecodeError:
            pass
    raise source.unreadable(Unreadable.ENCODING)


def _narrow(source: Source) -> tuple[str, str]:
    """Return text of one byte a letter, in the encoding under which its words are Vietnamese."""
    best: tuple[int, str, Callable[[bytes], str]] | None = None
    start = source.data[:_LOOKED_AT]
    for name, decode in _NARROW.items():
        words = [word for word in _WORD.findall(decode(start)) if not word.isascii()]
        odd = sum(not is_syllable(word) for word in words)
        if len(words) >= _FEWEST_WORDS and odd * 100 <= len(words) * _MOST_PER_CENT_ODD:
            if best is not None and best[0] == odd and best[2](start) != decode(start):
                raise source.unreadable(Unreadable.ENCODING)  # two readings, equally good
            if best is None or odd < best[0]:
                best = (odd, name, decode)
    if best is None:
        raise source.unreadable(Unreadable.ENCODING)
    return best[2](source.data), best[1]


def is_syllable(word: str) -> bool:
    """Return whether a word has the form of a Vietnamese syllable, with one tone mark at most.

    >>> is_syllable("nghiệp"), is_syllable("ƯỚC"), is_syllable("§¬n"), is_syllable("Ñoàng")
    (True, True, False, False)
    """
    letters = normalize("NFD", word.casefold())
    tones = sum(letter in _TONES for letter in letters)
    plain = normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    return tones <= 1 and _SYLLABLE.fullmatch(plain) is not None


def _cp1258(data: bytes) -> str:
    return normalize("NFC", data.decode("cp1258", "replace"))


def _of_font(letters: Letters) -> Callable[[bytes], str]:
    return lambda data: in_unicode(data.decode("cp1252", "replace"), letters)


_NARROW: Final[Mapping[str, Callable[[bytes], str]]] = {
    "Windows-1258": _cp1258,
    "TCVN3": _of_font(Letters.TCVN3),
    "VNI": _of_font(Letters.VNI),
}
