"""Names of bodies that letterheads print in capitals, in the case in which a sentence has them."""

import re
from typing import Final

# As Nghị định 30/2020/NĐ-CP, appendix II, has them: the first letter of a body's name, and proper names.
_PHRASES: Final = (
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Ủy ban MTTQ Việt Nam",
    "Mặt trận Tổ quốc Việt Nam",
    "Mặt trận Tổ quốc",
    "Đảng Cộng sản Việt Nam",
    "Đảng ủy",
    "Đảng bộ",
    "Chi bộ",
    "Tỉnh ủy",
    "Huyện ủy",
    "Thị ủy",
    "Thành ủy",
    "Ban Thường vụ",
    "Ban Chấp hành",
    "Ban Dân vận",
    "Ban Tuyên giáo và Dân vận",
    "Ban Chỉ đạo",
    "Ban Chỉ huy Quân sự",
    "Bộ Chỉ huy Quân sự",
    "Hội đồng Thi đua - Khen thưởng",
    "Hội Liên hiệp Phụ nữ",
    "Hội Nông dân",
    "Hội Cựu chiến binh",
    "Hội Người cao tuổi",
    "Hội Chữ thập đỏ",
    "Liên đoàn Lao động",
    "Công đoàn",
    "Công an",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Đoàn Thanh niên",
    "Sở Nội vụ",
    "Chủ tịch",
    "Văn phòng",
)
_LOW: Final = frozenset(["tỉnh", "huyện", "quận", "xã", "phường", "của", "và", "các"])
_ALONE: Final = ("thành phố", "thị xã", "thị trấn", "tổ dân phố", "đặc khu")
_SHORT: Final = frozenset(
    ["ubnd", "hđnd", "mttq", "mttqvn", "tncs", "lhpn", "ccb", "bch", "btv", "tđkt", "lđlđ", "thpt", "thcs"]
)
_FOUND: Final = re.compile(
    "|".join(re.escape(phrase.lower()) for phrase in sorted((*_PHRASES, *_ALONE), key=len, reverse=True))
)
_CASES: Final = {phrase.lower(): phrase for phrase in (*_PHRASES, *_ALONE)}


def in_sentence_case(name: str) -> str:
    """Return a name in capitals as a sentence has it; words that are not known count as proper names.

    >>> in_sentence_case("HỘI ĐỒNG NHÂN DÂN TỈNH GIA LAI"), in_sentence_case("BAN DÂN VẬN TỈNH ỦY GIA LAI")
    ('Hội đồng nhân dân tỉnh Gia Lai', 'Ban Dân vận Tỉnh ủy Gia Lai')
    """
    low = name.lower()
    parts: list[str] = []
    at = 0
    for found in _FOUND.finditer(low):
        parts += (_words(low[at : found.start()]), _CASES[found[0]])
        at = found.end()
    text = "".join((*parts, _words(low[at:])))
    return text[:1].upper() + text[1:]


def _words(text: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: _word(word[0]), text)


def _word(word: str) -> str:
    if word in _SHORT:
        return word.upper()
    return word if word in _LOW else word.capitalize()
