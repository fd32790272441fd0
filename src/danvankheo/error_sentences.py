"""What is wrong, as a sentence in each language: the reason's wording, what came, and what may be meant."""

import re
from collections.abc import Mapping
from typing import Final

from danvankheo.bilingual import Words
from danvankheo.reasons import Reason

OF_A_CALL: Final = "nhận được"
OF_A_TABLE: Final = "bảng ghi"
OF_A_FILE: Final = "tệp ghi"
_GOT_VI: Final = {
    "an object": "nhóm mục {…}",
    "a list": "danh sách […]",
    "the end": "hết tệp giữa chừng",
    "bytes": "không phải tệp văn bản",
    "null": "giá trị trống (null)",
    "nothing": "giá trị trống",
    "None": "giá trị trống",
}
_NOTHING: Final = ("nothing", "None")
# What the Vietnamese sentence of these has no place for: it says that something is missing or too much.
_WITHOUT_GOT: Final = (
    Reason.KNOWN_KEY, Reason.HEAD, Reason.SIZE, Reason.DEPTH, Reason.PARQUET, Reason.TOLD, Reason.WEEKDAY,
    Reason.AGREES, Reason.UNREADABLE_FILE, Reason.NO_TABLE, Reason.KNOWN_FIELD,
)  # fmt: skip
_ROWS: Final = re.compile("(?:[0-9]+ )?dòng(?: |$)")


def in_vietnamese(
    where: str, reason: Reason, got: str, details: Mapping[str, str | Words], holder: str
) -> str:
    """Return the place and what is wrong there, in Vietnamese."""
    words = vietnamese_of(details)
    return f"{words.get('path', where)}: {vietnamese_sentence(reason, got, words, holder)}"


def vietnamese_sentence(reason: Reason, got: str, words: Mapping[str, str], holder: str) -> str:
    """Return what is wrong as a Vietnamese sentence: what must be, and what a call or a file has."""
    came = words.get("got") or _GOT_VI.get(got, got)
    if got in _NOTHING and reason is Reason.COLUMN:
        sentence = "thiếu cột này"
    else:
        named = f"giá trị ở {came}" if reason is Reason.ONE_OF and _ROWS.match(came) else came
        sentence = reason.vietnamese.format_map({**words, "got": named})
        if not (reason in _WITHOUT_GOT or "{got}" in reason.vietnamese):
            sentence += _came(reason, got, came, holder)
    return f"{sentence}; có phải là {words['close']}?" if "close" in words else sentence


def _came(reason: Reason, got: str, came: str, holder: str) -> str:
    if _ROWS.match(came):
        return f", ở {came}"
    if got in _NOTHING:
        nothing = ", chưa có giá trị" if holder == OF_A_CALL else ", đang để trống"
        return "" if reason is Reason.PRESENT else nothing
    return f", {holder} {came}"


def with_close(sentence: str, details: Mapping[str, str]) -> str:
    """Return an English sentence with the choice that a mistyped text may be meant as."""
    return f"{sentence}; did you mean {details['close']}?" if "close" in details else sentence


def with_hint(sentence: str, hint: str) -> str:
    """Return a sentence with the hint after it, if there is one."""
    return f"{sentence}; {hint}" if hint else sentence


def english_of(details: Mapping[str, str | Words]) -> dict[str, str]:
    """Return the details of an error in English."""
    return {key: word.english if isinstance(word, Words) else word for key, word in details.items()}


def vietnamese_of(details: Mapping[str, str | Words]) -> dict[str, str]:
    """Return the details of an error in Vietnamese."""
    return {key: word.vietnamese if isinstance(word, Words) else word for key, word in details.items()}
