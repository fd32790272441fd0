"""Numbers in running text that count nothing: names, ordinals, telephones, times of the clock."""

import re
from typing import Final
from unicodedata import category

from danvankheo.locale_vi import contexts, words
from danvankheo.locale_vi.spellings import REGIONAL_AREAS
from danvankheo.reading.patterns import any_of
from danvankheo.reading.units import NAMES, SCALES
from danvankheo.scanning.nouns import noun_at
from danvankheo.scanning.running_text import RunningText

_LOOK_BACK: Final = 40
_NUMERAL: Final = re.compile(r"[0-9]+(?:[.,/:-]?[0-9]+)*")
_CLOCK: Final = (
    r"(?:[01]?[0-9]|2[0-4]) ?"
    r"(?:h(?: ?[0-5][0-9])?(?!\w)|g[0-5][0-9](?!\w)|giờ(?: ?[0-5]?[0-9](?!\w)(?! ?%))?(?: phút)?(?!\w))"
    r"|(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![\w:])"
)
_TELEPHONE: Final = r"(?:\(?0[0-9]{2,4}\)?|1[89]00)(?:[ .-]?[0-9]{2,4}){2,4}(?!\w)"
_ALWAYS: Final = re.compile(r"24 ?/ ?(?:24|7)h?(?![\w/])")
MEASURED: Final = (
    rf"(?:{any_of(name for name in NAMES if name[-1].isalpha())})(?![\w²³])"
    rf"|(?:{any_of(name for name in NAMES if not name[-1].isalpha())})(?![0-9²³])"
)
"""The name of a unit where it ends; a letter may follow one that ends in a sign: "500m2đất"."""
# "7A", "30a", "5G", but not "850m" and "1.200m2".
_LETTERED: Final = re.compile(
    rf"([0-9]+)(?![0-9]|{MEASURED}|(?:{any_of(filter(None, SCALES))})(?!\w))(?:[a-zđ]+[0-9]*)"
)
_SIDE: Final = r"[0-9]+(?:,[0-9]+)?"
_SIZE: Final = rf"{_SIDE}(?: ?m)?(?: ?[x×] ?{_SIDE}){{1,2}}(?: ?(?:m|cm|mm)2?(?!\w))?"
_SUM: Final = r"[0-9]+ ?\+ ?[0-9]+"
_NUMBERED: Final = re.compile(f"{_CLOCK}|{_TELEPHONE}|{_SIZE}|{_SUM}")
_BROKEN_BEFORE: Final = re.compile(r"(?<![\d.,])[0-9]{1,3}(?:[.,]|[.,][0-9]{1,2})\n\Z")
_BROKEN_AFTER: Final = re.compile(
    rf"[0-9]{{3}}(?![0-9])|[0-9]+ ?(?:%|(?:{any_of(filter(None, SCALES))})(?!\w))"
)
_PLACE: Final = re.compile(rf"(?<!\w)(?:{any_of(contexts.NAMED_PLACES)}) (?=[^\W\d_])")
_MOST_WORDS: Final = 4
_MOST_SIDE_BY_SIDE: Final = 8
# A sign in front: "giảm -5%". Of a dash that stands for an item of a list no number tells.
_SIGNED: Final = re.compile(r"−[0-9]+(?:[.,][0-9]+)*|(?:(?<=\w )|(?<=\())-[0-9]+(?:[.,][0-9]+)* ?%")
# No name has a number with groups or decimals.
_WRITTEN_OUT: Final = re.compile(r"[0-9]+[.,][0-9]")
# "số 19 đường Linh Trung": a house, not nineteen streets.
_HOUSE: Final = re.compile(rf"[0-9]+(?:/[0-9]+)*[a-zđ]?,? (?:{any_of(contexts.STREETS)}) ")
_QUOTES: Final = {"“": "”", '"': '"', "‘": "’", "«": "»"}
_QUOTE: Final = re.compile(rf"[{''.join(_QUOTES)}]")
_NUMBERED_HOUSES: Final = ("số ", "số nhà ", "nhà ")
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
    if before > "\u02ff" and category(before).startswith("M"):  # after a mark, as in 5️⃣0
        return _numeral_end(low, at)
    if before == "\n" and _BROKEN_BEFORE.search(low, max(0, at - 8), at) and _BROKEN_AFTER.match(low, at):
        return _numeral_end(low, at)  # half of a number that a line broke
    house = _HOUSE.match(low, at) if low.endswith(_NUMBERED_HOUSES, 0, at) else None
    if house and text.text[house.end() : house.end() + 1].isupper():
        return _numeral_end(low, at)
    found = _ALWAYS.match(low, at) if low.startswith("24", at) else None
    if found and not noun_at(text, found.end() + 1, known_only=True):  # 24/24 xã is a ratio
        return found.end()
    found = _NUMBERED.match(low, at)
    if found:
        return found.end()
    found = _LETTERED.match(low, at)
    if found and not (low[found.end(1) : found.end(1) + 2].isalpha() and _glued(text, found.end(1))):
        return found.end()
    return _of_copyright(text, at)


def _glued(text: RunningText, at: int) -> bool:
    """Return whether a noun that is counted, or an area, is glued to its number: "164hộ", "2sào"."""
    return text.low.startswith(REGIONAL_AREAS, at) or noun_at(text, at, known_only=True) is not None


def _of_copyright(text: RunningText, at: int) -> int | None:
    """Return where the years end that a page prints beside the sign of copyright."""
    years = _YEARS.match(text.low, at) if text.low.startswith(("19", "20"), at) else None
    return years.end() if years and _COPYRIGHT.search(text.low, max(0, at - _LOOK_BACK), at) else None


_YEARS: Final = re.compile(r"(?:19|20)[0-9]{2}(?: ?[-–—] ?(?:19|20)[0-9]{2})?(?![\w.,]*[0-9])")
_COPYRIGHT: Final = re.compile(rf"(?:{any_of(contexts.COPYRIGHT)})[ :,.©]{{0,3}}\Z")


def follows_head(text: RunningText, at: int, *, most: int = _MOST_SIDE_BY_SIDE) -> bool:
    """Return whether a word before a number makes it a name or an ordinal: "tổ 7", "lần thứ 3".

    Args:
        text: the text.
        at: where the number stands.
        most: how many numbers before it are looked at, which may count the head: "2 tầng 4 phòng".
    """
    before = text.low[max(0, at - _LOOK_BACK) : at]
    if before[-1:] not in (" ", ".") or _WRITTEN_OUT.match(text.low, at):
        return False
    before = before.rstrip(" .")
    words = before.rsplit(" ", 4)
    for count in (1, 2, 3):
        head = " ".join(words[-count:])
        if head not in contexts.NAME_HEADS:
            continue
        apart = _GLUED.sub("", words[-count - 1]) if len(words) > count else ""
        start = max(0, at - _LOOK_BACK) + len(before) - len(head)
        if text.text[start].isupper():
            return True  # các Dự án 8
        if apart in contexts.DISTRIBUTING or f"{apart} {head}" in contexts.NOT_HEADS:
            return False
        return not (_COUNT.fullmatch(apart) and _is_counted(text, start - 1 - len(apart), most))
    return _follows_place(text, at)


def is_listed_name(text: RunningText, at: int, *, most: int = _MOST_SIDE_BY_SIDE) -> bool:
    """Return whether a number goes on a list of numbers of one head: "Điều 240, 242"."""
    listed = _LISTED.search(text.low, max(0, at - _LOOK_BACK), at)
    return listed is not None and follows_head(text, listed.start(1), most=most)


_LISTED: Final = re.compile(r"(?<![\w.,/-])([0-9]+[a-zđ]?)(?:,| và) \Z")


def _is_counted(text: RunningText, at: int, most: int) -> bool:
    """Return whether a number counts the head that follows it, so that the head names nothing."""
    before = _WORD_BEFORE.search(text.low, max(0, at - _LOOK_BACK), at)
    if most == 0 or (before and before[1] in contexts.TIMES_AND_NUMBERS):
        return False  # quý 3 khối 2
    return not (follows_head(text, at, most=most - 1) or is_listed_name(text, at, most=most - 1))


_GLUED: Final = re.compile(r".*[^\w\s](?=\w)")  # "chất lượng:tổng số"
_COUNT: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})*")
_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+) \Z")


def _follows_place(text: RunningText, at: int) -> bool:
    """Return whether a number stands after the name of a place: "thôn Đông Sơn 2"."""
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
        # What opens a sentence is speech; a name stands after the word for what it names.
        if end >= 0 and text.text[end - 1] not in ".!?," and not text.begins_sentence(start):
            return end
    return None


def _numeral_end(low: str, at: int) -> int:
    found = _NUMERAL.match(low, at)
    return found.end() if found else at + 1
