"""Numbers in running text that count nothing: names, ordinals, telephones, times of the clock."""

import re
from typing import Final
from unicodedata import category

from danvankheo.locale_vi import contexts, words
from danvankheo.reading.patterns import any_of
from danvankheo.reading.units import NAMES, SCALES
from danvankheo.scanning.nouns import noun_at
from danvankheo.scanning.running_text import RunningText

_LOOK_BACK: Final = 40
_NUMERAL: Final = re.compile(r"[0-9]+(?:[.,/:-]?[0-9]+)*")
_CLOCK: Final = re.compile(
    r"(?:[01]?[0-9]|2[0-4]) ?"
    r"(?:h(?: ?[0-5][0-9])?(?!\w)|g[0-5][0-9](?!\w)|giờ(?: ?[0-5]?[0-9](?!\w)(?! ?%))?(?: phút)?(?!\w))"
    r"|(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![\w:])"
)
_TELEPHONE: Final = re.compile(r"(?:\(?0[0-9]{2,4}\)?|1[89]00)(?:[ .-]?[0-9]{2,4}){2,4}(?!\w)")
_ALWAYS: Final = re.compile(r"24 ?/ ?(?:24|7)h?(?!\w)")
# "7A", "30a", "5G", but not "850m" and "1.200m2".
_LETTERED: Final = re.compile(rf"[0-9]+(?!(?:{any_of(NAMES)})(?![\w²³]))(?:[a-zđ]+[0-9]*)")
_SIDE: Final = r"[0-9]+(?:,[0-9]+)?"
_SIZE: Final = re.compile(rf"{_SIDE}(?: ?m)?(?: ?[x×] ?{_SIDE}){{1,2}}(?: ?(?:m|cm|mm)2?(?!\w))?")
_BROKEN_BEFORE: Final = re.compile(r"(?<![\d.,])[0-9]{1,3}(?:[.,]|[.,][0-9]{1,2})\n\Z")
_BROKEN_BEHIND: Final = re.compile(
    rf"[0-9]{{3}}(?![0-9])|[0-9]+ ?(?:%|(?:{any_of(filter(None, SCALES))})(?!\w))"
)
_SUM: Final = re.compile(r"[0-9]+ ?\+ ?[0-9]+")
_PLACE: Final = re.compile(rf"(?<!\w)(?:{any_of(contexts.NAMED_PLACES)}) (?=[^\W\d_])")
_MOST_WORDS: Final = 4
# A sign in front: "giảm -5%". Of a dash that stands for an item of a list no number tells.
_SIGNED: Final = re.compile(r"−[0-9]+(?:[.,][0-9]+)*|(?:(?<=\w )|(?<=\())-[0-9]+(?:[.,][0-9]+)* ?%")
# No name has a number with groups or decimals.
_WRITTEN_OUT: Final = re.compile(r"[0-9]+[.,][0-9]")
_QUOTES: Final = {"“": "”", '"': '"', "‘": "’", "«": "»"}
_QUOTE: Final = re.compile(rf"[{''.join(_QUOTES)}]")
_ROOM: Final = contexts.LONGEST_NAME


def name_end(text: RunningText, at: int) -> int | None:
    """Return where the numeral ends that stands at a position and is part of a name, or None.

    The caller has seen that a digit stands there.
    """
    low = text.low
    before = low[at - 1 : at]
    if before in ("’", "'") and low[at - 2 : at - 1].isdigit():
        return _numeral_end(low, at)  # 1'200
    signed = _SIGNED.match(low, at - 1) if before in ("-", "−") else None
    if signed:
        return signed.end()
    if before.isalnum() or (at > 1 and before in "-_." and low[at - 2].isalpha()):
        return _numeral_end(low, at)
    if before > "\u02ff" and category(before).startswith("M"):  # behind a mark, as in 5️⃣0
        return _numeral_end(low, at)
    if before == "\n" and _BROKEN_BEFORE.search(low, max(0, at - 8), at) and _BROKEN_BEHIND.match(low, at):
        return _numeral_end(low, at)  # half of a number that a line broke
    found = _ALWAYS.match(low, at)
    if found and not noun_at(text, found.end() + 1, known_only=True):  # 24/24 xã is a ratio
        return found.end()
    for pattern in (_CLOCK, _TELEPHONE, _SIZE, _SUM, _LETTERED):
        found = pattern.match(low, at)
        if found:
            return found.end()
    return None


def follows_head(text: RunningText, at: int) -> bool:
    """Tell whether a word before a number makes it a name or an ordinal: "tổ 7", "lần thứ 3"."""
    before = text.low[max(0, at - _LOOK_BACK) : at]
    if before[-1:] not in (" ", ".") or _WRITTEN_OUT.match(text.low, at):
        return False
    words = before.rstrip(" .").rsplit(" ", 4)
    for count in (1, 2, 3):
        if " ".join(words[-count:]) in contexts.NAME_HEADS:
            apart = words[-count - 1] if len(words) > count else ""
            return apart not in contexts.DISTRIBUTING
    return _follows_place(text, at)


def _follows_place(text: RunningText, at: int) -> bool:
    """Tell whether a number stands behind the name of a place: "thôn Đông Sơn 2"."""
    for found in _PLACE.finditer(text.low, max(0, at - _LOOK_BACK), at):
        name = text.text[found.end() : at].split()
        if len(name) <= _MOST_WORDS and all(word[0].isupper() and word.isalpha() for word in name):
            return True
    return False


def street_end(text: RunningText, at: int) -> int | None:
    """Return where a day ends that a street, a school or a bridge is called by: "đường 30 Tháng 4"."""
    found = _DAY_OF_NAME.match(text.low, at)
    if found is None or not _NAMED_BY_DAY.search(text.low, max(0, at - _LOOK_BACK), at):
        return None
    return found.end()


_DAY_OF_NAME: Final = re.compile(
    rf"(?:[0-9]{{1,2}}|[^\W\d_]+) {words.MONTH} (?:[0-9]{{1,2}}|[^\W\d_]+)(?!\w)"
    r"|[0-9]{1,2}[/.-][0-9]{1,2}(?![\w/])"
)
_NAMED_BY_DAY: Final = re.compile(rf"(?<!\w)(?:{any_of(contexts.NAMED_BY_DAY)}) \Z")


def quoted_name_end(text: RunningText, at: int) -> int | None:
    """Return where a quoted name ends in which a position lies, or None: “5 không, 3 sạch”."""
    if not _QUOTE.search(text.text, max(0, at - _ROOM), at):
        return None
    for opening, closing in _QUOTES.items():
        start = text.text.rfind(opening, max(0, at - _ROOM), at)
        if opening == closing and text.text[start - 1 : start].isalnum():
            continue  # it closes the quote before: "Hũ gạo" góp 50 kg; mô hình "Ống heo"
        if start < 0 or text.text.find(closing, start + 1, at) >= 0:
            continue
        end = text.text.find(closing, at, start + _ROOM + 2)
        # What opens a sentence is speech; a name stands behind the word for what it names.
        if end >= 0 and text.text[end - 1] not in ".!?," and not text.begins_sentence(start):
            return end
    return None


def _numeral_end(low: str, at: int) -> int:
    found = _NUMERAL.match(low, at)
    return found.end() if found else at + 1
