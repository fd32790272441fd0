"""What people write besides what we write: every spelling that the readers know, in lower case.

The first spelling of each entry is the one that the formatters write. Frequencies are of 177 real
articles; a spelling without one is ordinary Vietnamese that those articles happened not to hold.
"""

from types import MappingProxyType
from typing import Final

# Words before a figure. hơn 60 articles, trên 38, gần 37, khoảng 11, ước 4, dưới 2, ít nhất 1,
# ngót nghét 1, từ … trở lên 1.
APPROXIMATIONS: Final = MappingProxyType(
    {
        "over": ("hơn", "trên"),
        "nearly": ("gần", "ngót", "ngót nghét"),
        "about": (
            "khoảng", "chừng", "độ", "xấp xỉ", "trên dưới", "ước", "ước đạt", "ước tính", "ước khoảng",
            "ước thực hiện",
        ),
        "under": ("dưới", "chưa đến", "chưa tới", "chưa đầy"),
        "at_least": ("ít nhất", "tối thiểu", "không dưới", "không ít hơn"),
        "at_most": ("không quá", "tối đa", "nhiều nhất", "không hơn"),
        "exactly": ("đúng", "tròn"),
    }
)  # fmt: skip

# Words behind a figure that say on which side it lies, with "từ" before it or without.
AT_LEAST_BEHIND: Final = "trở lên"
AT_MOST_BEHIND: Final = "trở xuống"

# Scale words: triệu 59 articles, tỷ 48, tỉ 5, nghìn and ngàn 15, vạn 3. CLDR knows nghìn, triệu, tỷ.
SCALES: Final = MappingProxyType(
    {
        "ten": ("chục",),
        "hundred": ("trăm",),
        "thousand": ("nghìn", "ngàn"),
        "ten_thousand": ("vạn",),
        "million": ("triệu",),
        "billion": ("tỷ", "tỉ"),
        "trillion": ("nghìn tỷ", "nghìn tỉ", "ngàn tỷ", "ngàn tỉ"),
    }
)
# Typed in chats, never in a report: only behind an option.
SHORTHAND_SCALES: Final = MappingProxyType({"k": "thousand", "tr": "million"})

# "hàng chục" … tell an order of magnitude and no figure (8 articles); vài, mấy, dăm not even that.
ORDERS: Final = MappingProxyType(
    {"chục": 1, "trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9}
)
ORDER_WORD: Final = "hàng"
VAGUE: Final = ("vài", "mấy", "dăm", "một số", "nhiều", "một vài", "dăm ba")

# Units. m2 29 articles, m² 1, mét vuông 2, ha 9, ngày công 7, ngày công lao động 9; the long
# names are CLDR's and those that newspapers print.
UNITS: Final = MappingProxyType(
    {
        "dong": ("đồng", "đ", "₫", "vnđ", "vnd", "đồng việt nam"),
        "us_dollar": ("usd", "đô la mỹ", "đô-la mỹ", "đôla mỹ", "us$"),
        "workday": ("ngày công", "ngày công lao động", "công lao động", "lượt ngày công"),
        "square_metre": ("m2", "m²", "mét vuông"),
        "hectare": ("ha", "héc-ta", "hécta", "héc ta", "hec-ta", "hecta"),
        "square_kilometre": ("km2", "km²", "kilômét vuông", "ki-lô-mét vuông", "ki lô mét vuông"),
        "centimetre": ("cm", "xăng-ti-mét", "xentimét"),
        "metre": ("m", "mét"),
        "kilometre": ("km", "kilômét", "ki-lô-mét", "ki lô mét", "cây số"),
        "kilogram": ("kg", "kilôgam", "ki-lô-gam", "ki lô gam"),
        "yen_weight": ("yến",),
        "quintal": ("tạ",),
        "tonne": ("tấn",),
        "cubic_metre": ("m3", "m³", "mét khối"),
        "litre": ("lít",),
        "percent": ("%", "phần trăm"),
        "per_mille": ("‰", "phần nghìn", "phần ngàn"),
        "percentage_point": ("điểm phần trăm", "điểm %"),
        "times": ("lần",),
    }
)

# sào and mẫu differ by region, and "công" is a day of labour or an area.
REGIONAL_AREAS: Final = ("sào", "mẫu", "công")
LABOUR_OR_LAND: Final = "công"
GROUNDS: Final = ("đất", "ruộng", "vườn")

# Two figures side by side: "27 trong tổng số 28" 5 articles, "27/28" 36.
OUT_OF: Final = ("trong tổng số", "trên tổng số", "trong số", "trong", "trên")
SHARES: Final = ("chiếm tỷ lệ", "chiếm tỉ lệ", "chiếm", "tỷ lệ", "tỉ lệ", "đạt tỷ lệ", "đạt")

# Changes. The short words between tăng and the figure add nothing that a figure could hold.
DIRECTIONS: Final = MappingProxyType(
    {
        "up": ("tăng", "cao hơn", "nhiều hơn", "mở rộng"),
        "down": ("giảm", "thấp hơn", "ít hơn", "thu hẹp"),
        "none": ("không đổi", "không thay đổi", "giữ nguyên"),
    }
)
DIRECTION_FILLERS: Final = ("thêm", "được", "nhanh", "mạnh", "nhẹ")
# A change told by its two ends (6 articles): "giảm từ 11,42% xuống còn 4,05%".
UPWARDS: Final = "lên"
LINKS: Final = (UPWARDS, "xuống", "còn")
REACHED_BY: Final = ("còn", "chỉ còn", "chỉ", "đến", "tới", "mức", "thành")
MOVED: Final = ("nâng", "hạ")
MULTIPLIED: Final = "gấp"
TWICE: Final = "đôi"
ONE_HALF: Final = ("một nửa", "nửa", "1/2")
COMPARED_TO: Final = ("so với", "so")

# Plans: đạt 13 articles, bằng 6, vượt 5.
ATTAINED: Final = MappingProxyType(
    {"reach": ("đạt", "bằng", "hoàn thành"), "exceed": ("vượt",), "short": ("còn thiếu", "thiếu", "hụt")}
)
TARGETS: Final = ("kế hoạch", "chỉ tiêu", "dự toán", "nghị quyết", "mục tiêu")

# Dates and periods; i and y are both written in quý and kỳ.
QUARTERS: Final = ("quý", "quí")
TERMS: Final = ("nhiệm kỳ", "nhiệm kì")
EARLY_DAYS: Final = ("mồng", "mùng")
UNTIL: Final = ("đến", "tới")
NOW: Final = ("nay", "hiện nay")
