"""Units as tables write them: in a head, in a caption, in a cell of their own, after a figure.

The nearest wins: the figure's own cell, then its head, the row ("ĐVT", or brackets after what the row is
about), the heads above, and the caption.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from danvankheo.domain.units import PERCENT, UNITS, Dimension, Scale, Unit
from danvankheo.errors import InvalidValueError
from danvankheo.locale_vi import spellings, table_heads
from danvankheo.reading.patterns import any_of
from danvankheo.reading.units import NAMES, SCALES, known_unit, unit_as_printed

_BLANKS: Final = re.compile(r"[\s\u00a0\u2000-\u200b\u202f]+")
_SCALED: Final = re.compile(rf"(?P<scale>{any_of(SCALES)})(?: (?P<words>.+))?")
_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]?")
_CAPTION: Final = re.compile(
    rf"(?<!\w)(?:{any_of(table_heads.CAPTION_UNITS)})(?: tính)? ?[:.] ?(?P<words>[^();:]{{1,40}})",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(r"(?:,|:| -| –) ?(?P<words>[^,:]{1,24})$")
_LEADS: Final = re.compile(rf"(?:{any_of(table_heads.COUNT_LEADS)}) ")
_COUNTED: Final = re.compile(rf"(?:{any_of(table_heads.COUNTED_HEADS)})(?![^\W\d_])")
_LABOUR: Final = re.compile(rf"(?<!\w)(?:{any_of(table_heads.LABOUR_HEADS)})(?!\w)")
_PRICE: Final = re.compile(rf"(?:{any_of(table_heads.PRICES)})(?![^\W\d_])")
_ENDS: Final = " .;,:"


def unit_of_words(words: str) -> Unit | None:
    """Return the unit that words of a table name, short forms included; None if they name none.

    >>> unit_of_words("tr.đ"), unit_of_words("1.000 đồng"), unit_of_words("MH"), unit_of_words("Ng. tấn")
    (MILLION_DONG, THOUSAND_DONG, counted('mô hình'), TONNE.scaled(Scale.THOUSAND))
    """
    return _unit_of(_BLANKS.sub(" ", normalize("NFC", words)).strip(_ENDS))


@lru_cache(maxsize=4096)
def _unit_of(words: str) -> Unit | None:
    if not words or len(words) > 60:
        return None
    low = words.lower()
    if low in UNITS:  # the codes that tables of this library hold
        return UNITS[low]
    low = table_heads.SHORT_SCALES.get(low, table_heads.SHORT_SCALES.get(low.rstrip("."), low))
    if low in ("triệu", "nghìn", "tỷ"):
        low = f"{low} đồng"
    scaled = _SCALED.fullmatch(low)
    unit = None
    try:
        if low.startswith(spellings.NOT_SCALES):
            return None
        if scaled is not None and scaled["words"]:
            unit = unit_as_printed(scaled["scale"], _measured(scaled["words"]))
        elif scaled is None:
            unit = known_unit(_measured(low), Scale.ONE)
    except InvalidValueError:
        return None
    return unit


def _measured(words: str) -> str:
    found = NAMES.get(words)
    return found.name if found is not None else words


def is_a_unit(words: str) -> bool:
    """Return whether words are a unit, and not only something that can be counted.

    >>> is_a_unit("triệu đồng"), is_a_unit("hộ"), is_a_unit("theo giá hiện hành")
    (True, True, False)
    """
    unit = unit_of_words(words)
    return unit is not None and (
        unit.dimension is not Dimension.COUNT
        or unit.name in table_heads.COUNTED_HEADS
        or unit.name in _MORE_COUNTED
    )


_MORE_COUNTED: Final = frozenset(
    {
        "cái",
        "chiếc",
        "bộ",
        "công",
        "đôi",
        "tổ chức",
        "km đường",
        "trẻ",
        "cháu",
        "giường",
        "bệnh viện",
        "trạm",
        "kwh",
    }
)


def unit_in_caption(text: str) -> Unit | None:
    """Return the unit that a caption gives to a whole table: "ĐVT: triệu đồng".

    >>> unit_in_caption("Biểu 1. Nguồn vốn (ĐVT: triệu đồng)"), unit_in_caption("Đơn vị: xã Ia Sơn")
    (MILLION_DONG, None)
    """
    text = _BLANKS.sub(" ", normalize("NFC", text)).strip()
    found = _CAPTION.search(text)
    if found is not None and not found["words"].lower().startswith(table_heads.NO_ONE_UNIT):
        words = found["words"].strip(_ENDS)
        unit = unit_of_words(words)
        if unit is not None and is_a_unit(words):
            return unit
    bare = text.strip("() .")
    if len(bare) <= 24:
        unit = unit_of_words(bare)
        if unit is not None and unit.dimension is Dimension.MONEY:
            return unit
    return None


def gives_a_unit(text: str) -> bool:
    """Return whether a text is there to give a unit, known or not: "ĐVT: như đầu cột"."""
    return _CAPTION.match(_BLANKS.sub(" ", normalize("NFC", text)).strip("( ")) is not None


def unit_in_head(head: str) -> Unit | None:
    """Return the unit that one head names, in brackets, after a comma, or by what it counts.

    >>> unit_in_head("Tiền (triệu đồng)"), unit_in_head("Ngày công"), unit_in_head("Số mô hình")
    (MILLION_DONG, WORKDAY, counted('mô hình'))
    >>> unit_in_head("Tỷ lệ %"), unit_in_head("Đất hiến (m2)"), unit_in_head("Kế hoạch năm")
    (PERCENT, SQUARE_METRE, None)
    """
    text = _BLANKS.sub(" ", normalize("NFC", head)).strip(_ENDS)
    inner = unit_in_brackets(text)
    if inner is not None:
        return inner
    found = unit_in_caption(text)
    if found is not None:
        return found
    if _is_percent(text):
        return PERCENT
    tail = _TAIL.search(text)
    if tail is not None and is_a_unit(tail["words"]):
        return unit_of_words(tail["words"])
    low = _BRACKETS.sub("", text).strip(_ENDS).lower()
    if _LABOUR.search(low):
        return unit_of_words("ngày công")
    if low in table_heads.COUNT_LEADS or low in ("cộng", "tổng cộng") or _PRICE.match(low):
        return None  # "Đơn giá" counts no "đơn"
    lead = _LEADS.match(low)
    bare = low[lead.end() :] if lead is not None else low
    counted = _COUNTED.match(bare)
    if counted is not None and not (lead is None and bare in table_heads.RECIPIENTS):
        return unit_of_words(counted.group())
    unit = unit_of_words(bare)
    if unit is not None and unit.dimension is not Dimension.COUNT and unit.scale is not Scale.ONE:
        return unit
    return None


def unit_in_brackets(text: str) -> Unit | None:
    """Return the unit that stands in brackets: "Đường trục thôn (km)".

    >>> unit_in_brackets("Nhà văn hóa (nhà)"), unit_in_brackets("Tăng (+), giảm (-)")
    (counted('nhà'), None)
    """
    for words in reversed(_BRACKETS.findall(text)):
        bare = words.strip(_ENDS)
        if bare in table_heads.PERCENT_SIGNS:
            return PERCENT
        found = unit_in_caption(bare)
        if found is not None:
            return found
        if is_a_unit(bare):
            return unit_of_words(bare)
    return None


def unit_in_path(path: Sequence[str]) -> Unit | None:
    """Return the unit of a column by its heads, the lowest first."""
    return next((unit for head in reversed(path) if (unit := unit_in_head(head)) is not None), None)


def unit_in_captions(texts: Iterable[str]) -> Unit | None:
    """Return the unit that the texts around a table give it, the nearest first."""
    return next((unit for text in texts if (unit := unit_in_caption(text)) is not None), None)


def _is_percent(text: str) -> bool:
    return text.endswith("%") or text.startswith("%") or text.lower() in table_heads.PERCENT_SIGNS
