"""Words of Vietnamese reports, each list with the reason why it stands here and not in CLDR."""

from types import MappingProxyType
from typing import Final

# Changes. CLDR has no words for them; these are the norm of official reports.
MULTIPLIED: Final = "gấp"
COMPARED_TO: Final = "so với"
UP_TO: Final = "lên"
DOWN_TO: Final = "xuống còn"
SAME_PERIOD: Final = "cùng kỳ"

# Attainment of a plan, by the side from which it is stated.

# Documents and dates. Nghị định 30/2020/NĐ-CP, appendix I, writes "Số:" at a document's head and
# "số" inside a sentence; quarters are printed in Roman numerals.
NUMBER_OF_DOCUMENT: Final = "số"
DAY: Final = "ngày"
MONTH: Final = "tháng"
YEAR: Final = "năm"
QUARTER: Final = "quý"
ROMAN_QUARTERS: Final = ("I", "II", "III", "IV")
FIRST_OF_YEAR: Final = "đầu năm"
LAST_OF_YEAR: Final = "cuối năm"
FROM: Final = "từ"
TO: Final = "đến"
NOW: Final = "nay"

# Unit names by style. Reports type "m2" far more often than CLDR's "m²" (29 articles of 177 to 1),
# so the plain name is the domain's own; "symbol" and "long" are CLDR's where a key is given.
CLDR_UNITS: Final = MappingProxyType(
    {
        "square_metre": "area-square-meter",
        "square_kilometre": "area-square-kilometer",
        "cubic_metre": "volume-cubic-meter",
        "hectare": "area-hectare",
        "metre": "length-meter",
        "kilometre": "length-kilometer",
        "kilogram": "mass-kilogram",
    }
)
# CLDR has no labour-day, and calls the US dollar "US$".
UNIT_LONG_NAMES: Final = MappingProxyType(
    {
        "workday": "ngày công lao động", "us_dollar": "đô la Mỹ", "euro": "euro", "cny": "nhân dân tệ",
        "jpy": "yên Nhật", "krw": "won Hàn Quốc", "gbp": "bảng Anh", "lak": "kip Lào",
        "khr": "riel Campuchia",
        "thb": "bạt Thái Lan", "aud": "đô la Australia", "sgd": "đô la Singapore", "cad": "đô la Canada",
        "hkd": "đô la Hồng Kông", "twd": "đô la Đài Loan mới", "chf": "franc Thụy sĩ", "rub": "rúp Nga",
    }
)  # fmt: skip

# Signs of CLDR for foreign money; the others have their code.
_FOREIGN_SIGNS: Final = {
    "cny": "CN¥", "jpy": "¥", "krw": "₩", "gbp": "£", "thb": "฿", "aud": "AU$", "cad": "CA$", "hkd": "HK$",
    "twd": "NT$",
}  # fmt: skip
_FOREIGN_CODES: Final = {code: code.upper() for code in ("lak", "khr", "sgd", "chf", "rub", *_FOREIGN_SIGNS)}
_FOREIGN: Final = {**_FOREIGN_CODES, **_FOREIGN_SIGNS}

# Signs of money. The law has "đ" and "VND" (Luật 46/2010/QH12, Điều 16); CLDR has "₫" and "US$".
MONEY_STYLES: Final = MappingProxyType(
    {
        "symbol": MappingProxyType({"dong": "đ", "us_dollar": "US$", "euro": "€", **_FOREIGN}),
        "code": MappingProxyType({"dong": "VND", "us_dollar": "USD", "euro": "EUR", **_FOREIGN_CODES}),
        "sign": MappingProxyType({"dong": "₫", "us_dollar": "$", "euro": "€", **_FOREIGN}),
    }
)
