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
            "khoảng", "chừng", "độ", "xấp xỉ", "trên dưới", "trên, dưới", "ước", "ước đạt", "ước tính",
            "ước khoảng", "ước thực hiện", "tầm khoảng", "khoảng chừng", "ước chừng",
        ),
        "under": ("dưới", "chưa đến", "chưa tới", "chưa đầy", "không tới"),
        "at_least": ("ít nhất", "tối thiểu", "không dưới", "không ít hơn"),
        "at_most": ("không quá", "tối đa", "nhiều nhất", "không hơn"),
        "exactly": ("đúng", "tròn"),
    }
)  # fmt: skip

# Read before a figure that stands alone; in running text they compare ("cao hơn 5%" is a rise).
MORE_APPROXIMATIONS: Final = MappingProxyType(
    {
        "over": ("cao hơn", "nhiều hơn", "lớn hơn"),
        "about": ("tầm", "cỡ", "~", "≈"),
        "under": ("ít hơn", "kém hơn", "thấp hơn", "nhỏ hơn"),
    }
)
APPROXIMATION_SIGNS: Final = ("~", "≈")

# Words after a figure that say on which side it lies, with "từ" before it or without.
AT_LEAST_AFTER: Final = "trở lên"
AT_MOST_AFTER: Final = "trở xuống"

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
# Nouns that begin like a scale word: "tỷ lệ" is a rate, "triệu phú" a person.
NOT_SCALES: Final = (
    "tỷ lệ", "tỉ lệ", "tỷ số", "tỉ số", "tỷ trọng", "tỉ trọng", "tỷ giá", "tỉ giá", "tỷ suất", "tỉ suất",
    "tỷ phú", "tỉ phú", "triệu phú", "trăm họ", "vạn chài",
)  # fmt: skip
# Typed in chats, never in a report: only with an option. "N" and "Tr" are CLDR's compact forms.
SHORTHAND_SCALES: Final = MappingProxyType({"k": "thousand", "n": "thousand", "tr": "million"})
# Heads of tables write "trđ", "tr.đồng", "ngđ": before đồng these can mean nothing else.
SCALES_BEFORE_DONG: Final = MappingProxyType(
    {"k": "thousand", "ng": "thousand", "ngh": "thousand", "tr": "million"}
)
DONG_AFTER_SCALE: Final = ("đồng", "đ", "₫", "vnđ", "vnd")
# Compact letters of CLDR and English with their zeros: as a unit they would be a guess. M is also a
# metre in capitals, T a tonne.
COMPACT_LETTERS: Final = MappingProxyType(
    {"k": 3, "n": 3, "ng": 3, "ngh": 3, "tr": 6, "m": 6, "mn": 6, "t": 9, "b": 9, "bn": 9, "nt": 12}
)
# Signs of units that capitals make another thing of: 4G is a network.
NOT_IN_CAPITALS: Final = ("G",)
COMPACT_OR_UNIT: Final = MappingProxyType({"M": "metre", "T": "tonne", "t": "tonne"})

# "hàng chục", "cả trăm" … tell an order of magnitude and no figure (8 articles); vài, mấy, dăm not even that.
ORDERS: Final = MappingProxyType(
    {"chục": 1, "trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9}
)
ORDER_WORDS: Final = ("hàng", "cả")
VAGUE: Final = ("vài", "mấy", "dăm", "một số", "nhiều", "một vài", "dăm ba")

# Units. m2 29 articles, m² 1, mét vuông 2, ha 9, ngày công 7, ngày công lao động 9; the long
# names are CLDR's and those that newspapers print.
UNITS: Final = MappingProxyType(
    {
        "dong": ("đồng", "đ", "₫", "vnđ", "vnd", "đồng việt nam", "việt nam đồng"),
        "us_dollar": (
            "usd",
            "đô la mỹ",
            "đô-la mỹ",
            "đôla mỹ",
            "us$",
            "$",
            "đô la",
            "đô-la",
            "đôla",
            "đô",
            "đô mỹ",
        ),
        "euro": ("eur", "euro", "€", "ơ-rô", "ơ rô"),
        # Codes, and names and signs of CLDR. Bare yên, kíp, bạt, bảng, tệ and rúp are other things as well.
        "cny": ("cny", "nhân dân tệ", "ndt", "cn¥"),
        "jpy": ("jpy", "yên nhật", "yên nhật bản", "¥"),
        "krw": ("krw", "won hàn quốc", "won", "₩"),
        "gbp": ("gbp", "bảng anh", "£"),
        "lak": ("lak", "kip lào"),
        "khr": ("khr", "riel campuchia", "riel"),
        "thb": ("thb", "bạt thái lan", "baht", "baht thái", "baht thái lan", "bạt thái", "฿"),
        "aud": ("aud", "đô la australia", "đô la úc", "au$"),
        "sgd": ("sgd", "đô la singapore"),
        "cad": ("cad", "đô la canada", "ca$"),
        "hkd": ("hkd", "đô la hồng kông", "hk$"),
        "twd": ("twd", "đô la đài loan mới", "đô la đài loan", "đài tệ", "nt$"),
        "chf": ("chf", "franc thụy sĩ", "franc thụy sỹ"),
        "rub": ("rub", "rúp nga"),
        "workday": ("ngày công", "ngày công lao động", "công lao động", "lượt ngày công"),
        "square_metre": ("m2", "m²", "mét vuông"),
        "hectare": ("ha", "héc-ta", "hécta", "héc ta", "hec-ta", "hecta", "hec ta"),
        "square_kilometre": ("km2", "km²", "kilômét vuông", "ki-lô-mét vuông", "ki lô mét vuông"),
        "millimetre": ("mm", "mi-li-mét", "mi li mét", "milimét"),
        "centimetre": ("cm", "xăng-ti-mét", "xăng ti mét", "xentimét", "xen-ti-mét"),
        "metre": ("m", "mét"),
        "kilometre": ("km", "kilômét", "ki-lô-mét", "ki lô mét", "kí lô mét", "cây số"),
        "gram": ("g", "gam", "gram"),
        "hectogram": ("lạng",),
        "kilogram": (
            "kg",
            "kilôgam",
            "ki-lô-gam",
            "ki lô gam",
            "ki-lô",
            "ki lô",
            "kí lô",
            "ký lô",
            "kí-lô",
            "kilô",
        ),
        "yen_weight": ("yến",),
        "quintal": ("tạ",),
        "tonne": ("tấn",),
        "cubic_centimetre": ("cm3", "cm³", "xăng-ti-mét khối", "xăng ti mét khối", "xentimét khối"),
        "cubic_metre": ("m3", "m³", "mét khối"),
        "cubic_kilometre": ("km3", "km³", "ki-lô-mét khối", "ki lô mét khối", "kilômét khối"),
        "millilitre": ("ml", "mi-li-lít", "mi li lít", "mililít"),
        "litre": ("lít", "l"),
        "percent": ("%", "phần trăm"),
        "per_mille": ("‰", "phần nghìn", "phần ngàn"),
        "percentage_point": ("điểm phần trăm", "điểm %"),
        "times": ("lần",),
    }
)  # fmt: skip

# Measures of speech, each with what it mostly is. They are things as well ("cân" is a pair of scales),
# so that a figure of them is read as neither.
SPOKEN_MEASURES: Final = MappingProxyType({"ký": "kg", "kí": "kg", "cân": "kg", "thước": "m", "phân": "cm"})

# Signs and codes of money that stand before the figure as well, as CLDR's English patterns have them.
BEFORE_FIGURES: Final = (
    "₫", "vnđ", "vnd", "us$", "usd", "$", "€", "eur", "cny", "cn¥", "jpy", "¥", "krw", "₩", "gbp", "£", "lak",
    "khr", "thb", "฿", "aud", "au$", "sgd", "cad", "ca$", "hkd", "hk$", "twd", "nt$", "chf", "rub",
)  # fmt: skip
# Of these a full stop at the end belongs to the abbreviation: "154.400.000 đ."
ABBREVIATED_MONEY: Final = ("đ", "vnđ", "vnd", "usd")
# What a rate says instead of a slash: "40 ki lô mét trên giờ".
PER: Final = ("trên", "một", "mỗi")
PER_TIME: Final = ("giờ", "phút", "giây", "ngày", "tháng", "quý", "năm")

# sào and mẫu differ by region, and "công" is a day of labour or an area.
REGIONAL_AREAS: Final = ("sào", "mẫu", "công")
LABOUR_OR_LAND: Final = "công"
GROUNDS: Final = ("đất", "ruộng", "vườn")

# Two figures side by side: "27 trong tổng số 28" 5 articles, "27/28" 36.
OUT_OF: Final = ("trong tổng số", "trên tổng số", "trong số", "trong", "trên")
# In words a ratio is also said so: "hai trên mười lăm", "một chia tám", "một phần tám".
DIVIDED: Final = "chia"
SPOKEN_OUT_OF: Final = (*OUT_OF, DIVIDED, "phần")
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
# A change stated by its two ends (6 articles): "giảm từ 11,42% xuống còn 4,05%".
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
LAST_EARLY_DAY: Final = 10
UNTIL: Final = ("đến", "tới")
# "giữa 5 và 10 triệu đồng"
BETWEEN: Final = "giữa"
AND: Final = "và"
# What joins two figures begins nothing that is counted: "hai hoặc ba hộ".
JOINING: Final = (AND, "hoặc", "hay", "đến", "tới")
NOW: Final = ("nay", "hiện nay")
# "thg" is CLDR's short form of tháng, and "Q" that of quý; Babel, ICU and Intl print both.
MONTHS: Final = ("tháng", "thg")
SHORT_QUARTER: Final = "q"
# Names of months in the lunar calendar, which also stand for the first and the last month of the
# solar one ("ngày 6 tháng Giêng năm 1946"): only the words after the date show which is meant.
LUNAR_MONTHS: Final = MappingProxyType({"giêng": 1, "chạp": 12})
SOLAR: Final = ("dương lịch", "dl")
LUNAR: Final = ("âm lịch", "âl")
# After a year, as CLDR and historians write it.
OUR_ERA: Final = ("scn", "sau công nguyên")
# Days of the week from Monday on. CLDR has "Thứ Hai", "Thứ 2", "T2", "Chủ Nhật" and "CN"; "chúa nhật" is
# southern, "thứ bẩy" northern.
WEEKDAYS: Final = (
    ("thứ hai", "thứ 2", "t2"),
    ("thứ ba", "thứ 3", "t3"),
    ("thứ tư", "thứ 4", "t4"),
    ("thứ năm", "thứ 5", "t5"),
    ("thứ sáu", "thứ 6", "t6"),
    ("thứ bảy", "thứ bẩy", "thứ 7", "t7"),
    ("chủ nhật", "chúa nhật", "cn"),
)
