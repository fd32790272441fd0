"""Words by which people mark a row of a table that is no figure of its own: totals, parts, sums over time.

Written in lower case with the new tone marks; case, blanks and the form of the letters do not matter
where they are read.
"""

from types import MappingProxyType
from typing import Final

# Alone in a cell, or before a colon or a bracket, these name a row of totals: "Cộng", "Tổng số (1+2)".
# "Total" and "Grand Total" are what the pivot tables of an English Excel write; "tong cong" and "tong
# so" what is typed without marks. "Tổng Công ty", "Cộng Hòa", "Tổng kết" are none of them.
TOTALS: Final = (
    "tổng cộng", "cộng", "tổng", "tổng số", "tổng toàn bộ", "cộng chung", "tính chung", "toàn tỉnh",
    "toàn thành phố", "toàn huyện", "toàn xã", "toàn phường", "tong cong", "tong so", "total",
    "grand total", "subtotal",
)  # fmt: skip
# These name one whatever follows: "Tổng cộng quý II", "Tổng cộng xã Ia Sơn".
TOTALS_OF_ANYTHING: Final = ("tổng cộng", "tong cong", "grand total")
# These do before a word for places, periods or all of them: "Cộng xã Ia Sơn", "Cộng các làng".
TOTALS_OF: Final = ("cộng", "tổng")
WHAT_TOTALS_ARE_OF: Final = (
    "toàn", "các", "cả", "quý", "tháng", "năm", "kỳ", "tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã",
    "phường", "thị trấn", "đặc khu", "thôn", "làng", "ấp", "bản", "buôn", "tổ dân phố",
)  # fmt: skip
# A row of these is of the whole table, so that no figure stands outside it.
TOTALS_OF_ALL: Final = (
    "tổng cộng", "tổng số", "toàn tỉnh", "toàn thành phố", "tong cong", "tong so", "grand total",
)  # fmt: skip

# Whatever follows, a row of these is a part of a row above it: "Trong đó: doanh nghiệp".
PARTS: Final = ("trong đó", "trong số đó", "trong do")
# These are so only alone: "Bao gồm:". "Gồm 5 suất quà" says what a gift was.
PARTS_ALONE: Final = ("bao gồm", "gồm", "gồm có", "chia ra", "cụ thể")
# How the rows that go on with the parts begin: "- Doanh nghiệp Y".
BULLETS: Final = ("-", "–", "—", "+", "•", "*")

# A row of these adds up earlier times as well, and is no sum of the rows beside it.
CUMULATIVE: Final = ("lũy kế", "luỹ kế", "cộng dồn", "luy ke")

# How tables shorten the kind of a place before its name; the words in full are the labels of the kinds.
# A kind without a dot is here only where no name begins so: "TT Phú Túc", "TX An Khê", "TDP 5".
PLACE_ABBREVIATIONS: Final = MappingProxyType(
    {
        "tp": "provincial_city",
        "tp.": "provincial_city",
        "t.": "province",
        "h.": "rural_district",
        "q.": "urban_district",
        "tx": "town",
        "tx.": "town",
        "x.": "commune",
        "p.": "ward",
        "tt": "township",
        "tt.": "township",
        "tdp": "to_dan_pho",
        "tdp.": "to_dan_pho",
    }
)
