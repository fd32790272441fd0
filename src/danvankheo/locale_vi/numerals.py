"""Number words. CLDR's spell-out rules have some, Babel ships none of them."""

from types import MappingProxyType
from typing import Final

DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
TEN: Final = "mười"
TENS: Final = "mươi"
HUNDRED: Final = "trăm"
MILLION: Final = "triệu"
BILLION: Final = "tỷ"
MINUS: Final = "âm"
# "trừ" is how a minus sign is read aloud.
MINUSES: Final = (MINUS, "trừ")
POINT: Final = "phẩy"
FRACTION: Final = "phần"
ORDINAL: Final = "thứ"
FIRST: Final = "nhất"
FOURTH: Final = "tư"

# Money on vouchers ends in it where no smaller money follows.
EVEN: Final = "chẵn"

# After a ten the ones change: hai mươi mốt, mười lăm, hai mươi tư.
ONE_AFTER_TENS: Final = "mốt"

# Words with a regional choice; the first is the formal one. Nghị định 123/2020/NĐ-CP itself writes
# "hai mươi nhăm".
MISSING_TEN: Final = ("linh", "lẻ")
THOUSAND: Final = ("nghìn", "ngàn")
FOUR_AFTER_TEN: Final = ("tư", "bốn")
FIVE_AFTER_TEN: Final = ("lăm", "nhăm")

# What is heard besides: "bẩy" in the north, "nhì" in ordinals, "tư" for four, "chục" for mươi,
# "hăm hai" and "băm hai" for hai mươi hai and ba mươi hai.
SPOKEN_DIGITS: Final = MappingProxyType({"bẩy": 7, "tư": 4})
SPOKEN_TENS: Final = ("mươi", "chục")
CONTRACTED_TENS: Final = MappingProxyType({"hăm": 2, "băm": 3})
SPOKEN_ORDINALS: Final = MappingProxyType({"nhất": 1, "nhì": 2})
# "chấm" reads out a point, as calculators and English write it; before three digits it may as well
# be the dot between groups.
SPOKEN_DOT: Final = "chấm"
SPOKEN_POINTS: Final = ("phẩy", "phảy", SPOKEN_DOT)
HALF: Final = "nửa"
AND_A_HALF: Final = ("rưỡi", "rưởi")

# Scale words by how many zeros they stand for; vạn, ten thousand, lives in speech only.
SCALE_ZEROS: Final = MappingProxyType({"nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9})
