"""Number words. CLDR's spell-out rules have some, Babel ships none of them."""

from typing import Final

DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
TEN: Final = "mười"
TENS: Final = "mươi"
HUNDRED: Final = "trăm"
MILLION: Final = "triệu"
BILLION: Final = "tỷ"
MINUS: Final = "âm"

# After a ten the ones change: hai mươi mốt, mười lăm, hai mươi tư.
ONE_AFTER_TENS: Final = "mốt"
FIVE_AFTER_TEN: Final = "lăm"

# Words with a regional choice; the first is the formal one.
MISSING_TEN: Final = ("linh", "lẻ")
THOUSAND: Final = ("nghìn", "ngàn")
FOUR_AFTER_TEN: Final = ("tư", "bốn")
