"""What the official note of a new unit says: which old units it was made of, and which only in part."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final, NamedTuple

_TONES: Final = "\u0301\u0300\u0309\u0303\u0323"
# The lists begin after one of these; "hơp" and "họp" are misprints that stand in the catalogue.
_LIST: Final = re.compile(r"h[ợơọ]p nhất|nhập|sắp xếp\s?(?=toàn bộ)|phần còn lại của", re.IGNORECASE)
_END: Final = re.compile(r"bỏ cấp huyện|số:", re.IGNORECASE)
_NEW_NAME: Final = re.compile(r"\bthành (?:lập )?(?:xã|phường|thị trấn|đặc khu|tên gọi)\b.*", re.IGNORECASE)
_RENAMED: Final = re.compile(
    r"(?:đổi|dổi) (?:tên|loại hình)[^.;]*?\b(?:từ|tè)? ?(?:xã|phường|thị trấn) (.+?) thành\b", re.IGNORECASE
)
_KEPT: Final = re.compile(r"giữ nguyên", re.IGNORECASE)
_WHOLE_DISTRICT: Final = re.compile(
    r"quy mô dân(?: số)? của huyện|nhập toàn bộ [0-9]+ xã.*thuộc huyện", re.IGNORECASE
)


class Said(NamedTuple):
    """What a note says of one old unit: how it is named there, and whether only a part of it came."""

    how: str
    part: bool


def folded(text: str) -> str:
    """Return a name as it is compared: small letters, each syllable's tone as a digit at its end.

    >>> folded("Hoà  Bình"), folded("hòa bình")
    ('hoa2 binh2', 'hoa2 binh2')
    """
    text = unicodedata.normalize("NFC", text).casefold().replace("’", "'").replace("ð", "đ")
    syllables = re.split(r"(\W+)", text)
    return " ".join("".join(map(_tone_last, syllables)).split())


def _tone_last(syllable: str) -> str:
    letters = unicodedata.normalize("NFD", syllable)
    tones = "".join(str(1 + _TONES.index(mark)) for mark in letters if mark in _TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in letters if mark not in _TONES)) + tones


_PART: Final = re.compile(
    rf"(?:p?(?:1|{folded('một')}) {folded('phần')}|{folded('phần còn lại')}"
    rf"|[0-9] (?:ha|km2)|{folded('người')})\b"
    rf"(?:(?! {folded('và')} )[^,;§])*$"
)


def said_of(note: str, code: str, old: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, Said]:
    """Return what a note says of old units, by their codes; what it does not name is missing.

    Each mention counts once, so that of two old units with one name only the first is confirmed by a
    note that names one.

    Args:
        note: the note of the new unit.
        code: the code of the new unit.
        old: codes and spellings of old units that one of the mappings gives it; districts have a code
            of three digits.
    """
    text = _END.split(" ".join(note.split()))[0].strip(" .")
    begins = _LIST.search(text)
    found: dict[str, Said] = {}
    old = list(old)
    if _WHOLE_DISTRICT.search(text):
        return {each: Said("district", part=False) for each, _ in old}
    if _KEPT.search(text):
        return {each: Said("kept", part=False) for each, _ in old if each == code}
    renamed = _RENAMED.search(text)
    left = folded(_NEW_NAME.sub("", text[begins.start() :])) if begins else ""
    for each, name in sorted(
        ((each, name) for each, names in old for name in names), key=lambda pair: -len(pair[1])
    ):
        if each in found:
            continue
        mention = re.search(rf"(?<!\w){re.escape(folded(name))}(?!\w)", left)
        if mention:
            found[each] = Said("named", part=_PART.search(left[: mention.start()]) is not None)
            left = f"{left[: mention.start()]}§{left[mention.end() :]}"
        elif renamed and folded(renamed[1]) == folded(name):
            found[each] = Said("renamed", part=False)
    return found
