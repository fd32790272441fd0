"""Vietnamese in fonts from before Unicode: TCVN3 (fonts called .Vn…) and VNI (fonts called VNI-…).

In these, "§¬n vÞ" in the font .VnTime shows "Đơn vị": which letters are meant, only the font says. The
tables are facts of two encodings: VN3 of the standard TCVN 5712:1993 and VNI for Windows, as charts of both
list them (Vietnamese Wikipedia, "VSCII" and "VNI"; written down on 1-12-2026, TCVN3 compared with the
converter TCVN5712-1 of GNU libc).
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from itertools import product
from types import MappingProxyType
from typing import Final
from unicodedata import normalize

from danvankheo.choices import Choice


class Letters(Choice, StrEnum):
    """An encoding of Vietnamese letters from before Unicode."""

    TCVN3 = "TCVN3"
    TCVN3_CAPITALS = "TCVN3 chữ hoa"
    VNI = "VNI"


# The letters of VN3 from 0xA1 on; a blank is a code that VN3 leaves free.
_VN3_FROM_A1: Final = (
    "ĂÂÊÔƠƯĐăâêôơưđ"  # A1–AE
    "      "  # AF–B4
    "àảãáạ ằẳẵắ"  # B5–BE
    "       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ"  # BF–FE
)


def _tcvn3() -> dict[str, str]:
    return {chr(0xA1 + at): letter for at, letter in enumerate(_VN3_FROM_A1) if letter != " "}


_TCVN3: Final[Mapping[int, str]] = MappingProxyType(str.maketrans(_tcvn3()))

_VNI_MARKS: Final = {
    "ø": "\u0300",
    "ù": "\u0301",
    "û": "\u0309",
    "õ": "\u0303",
    "ï": "\u0323",
    "â": "\u0302",
    "à": "\u0302\u0300",
    "á": "\u0302\u0301",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306",
    "è": "\u0306\u0300",
    "é": "\u0306\u0301",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
_VNI_LETTERS: Final = {
    "ô": "ơ",
    "ö": "ư",
    "ñ": "đ",
    "ì": "ì",
    "í": "í",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "î": "ỵ",
}


def _vni() -> dict[str, str]:
    letters = dict(_VNI_LETTERS)
    for vowel, (sign, mark) in product("aeouyôö", _VNI_MARKS.items()):
        if len(mark) > 1 or mark in "\u0302\u0306":
            fits = vowel in "aeo" if "\u0302" in mark else vowel == "a"
            if not fits:
                continue
        letters[vowel + sign] = normalize("NFC", _VNI_LETTERS.get(vowel, vowel) + mark)
    both = dict(letters)
    for written, letter in letters.items():
        both[written.upper()] = letter.upper()
        both[written[0].upper() + written[1:]] = letter.upper()
    return both


_VNI: Final[Mapping[str, str]] = MappingProxyType(_vni())
_VNI_PATTERN: Final = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_SUBSET: Final = re.compile(r"[A-Z]{6}\+")
_STYLE: Final = re.compile(r"(?:[-, ]?(?:Bold|Italic|Oblique|Regular))+$", re.IGNORECASE)
_OF_TCVN3: Final = re.compile(r"\.[Vv][Nn][A-Za-z]|Vn[A-Z]")


def letters_of_font(font: str) -> Letters | None:
    """Return the encoding that a font shows, by its name in Office or in a PDF; None for fonts of Unicode.

    >>> letters_of_font(".VnTimeH"), letters_of_font("VNI-Times"), letters_of_font("Times New Roman")
    (Letters.TCVN3_CAPITALS, Letters.VNI, None)
    >>> letters_of_font("FBHPFO+VnTimeHBold"), letters_of_font("AARIQC+.VnArial,BoldItalic")
    (Letters.TCVN3_CAPITALS, Letters.TCVN3)
    """
    name = _STYLE.sub("", _SUBSET.sub("", font.strip()))
    if _OF_TCVN3.match(name):
        return Letters.TCVN3_CAPITALS if name.casefold().endswith("h") else Letters.TCVN3
    return Letters.VNI if name.casefold().startswith("vni") else None


def in_unicode(text: str, letters: Letters | None) -> str:
    """Return text as its font shows it; as it is where the font is one of Unicode.

    >>> in_unicode("§¬n vÞ: triÖu ®ång", Letters.TCVN3), in_unicode("Tæng céng", Letters.TCVN3_CAPITALS)
    ('Đơn vị: triệu đồng', 'TỔNG CỘNG')
    >>> in_unicode("Ñôn vò tính: 1000 ñoàng", Letters.VNI)
    'Đơn vị tính: 1000 đồng'
    """
    if letters is None or (text.isascii() and letters is not Letters.TCVN3_CAPITALS):
        return text
    if letters is Letters.VNI:
        return _VNI_PATTERN.sub(lambda found: _VNI[found[0]], text)
    shown = text.translate(_TCVN3)
    return shown.upper() if letters is Letters.TCVN3_CAPITALS else shown
