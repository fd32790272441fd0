"""Formatters against the plain line that does the least work, and against Babel, interleaved.

Each call's answer is checked before it is timed.
"""

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, setcontext
from decimal import Context as DecimalContext

from babel.dates import format_date as babel_date
from babel.numbers import format_compact_decimal
from babel.numbers import format_decimal as babel_number
from babel.numbers import format_percent as babel_percent
from race import race

from danvankheo import format_date, format_money, format_number, format_percent

# What Babel rounds with; danvankheo does not look at it.
setcontext(DecimalContext(prec=60, rounding=ROUND_HALF_UP))

NUMBER, RATIO, MONEY, DAY = Decimal("1234567.5"), Decimal("0.96428571"), 154_400_000, date(2022, 11, 2)
SWAP = str.maketrans(",.", ".,")
STEP = Decimal("0.01")
MILLION = Decimal(10**6)

Call = Callable[[], str]
CASES: dict[str, tuple[str, Call, Call, Call]] = {
    "format_number": (
        "1.234.567,5",
        lambda: f"{NUMBER:,f}".translate(SWAP),
        lambda: format_number(NUMBER),
        lambda: babel_number(NUMBER, locale="vi"),
    ),
    "format_number(decimals=2)": (
        "1.234.567,50",
        lambda: f"{NUMBER.quantize(STEP, ROUND_HALF_UP):,f}".translate(SWAP),
        lambda: format_number(NUMBER, decimals=2),
        lambda: babel_number(NUMBER, format="#,##0.00", locale="vi"),
    ),
    "format_percent(decimals=2)": (
        "96,43%",
        lambda: f"{(RATIO * 100).quantize(STEP, ROUND_HALF_UP):,f}%".translate(SWAP),
        lambda: format_percent(RATIO, decimals=2),
        lambda: babel_percent(RATIO, format="#,##0.00%", locale="vi"),
    ),
    "format_money": (
        "154.400.000 đồng",
        lambda: f"{MONEY:,} đồng".replace(",", "."),
        lambda: format_money(MONEY),
        lambda: babel_number(MONEY, format="#,##0 đồng", locale="vi"),
    ),
    "format_money(scale_word='auto')": (
        "154,4 triệu đồng",
        lambda: f"{(MONEY / MILLION).normalize():,f} triệu đồng".translate(SWAP),
        lambda: format_money(MONEY, scale_word="auto"),
        lambda: format_compact_decimal(MONEY, format_type="long", fraction_digits=1, locale="vi") + " đồng",
    ),
    "format_date": (
        "02/11/2022",
        lambda: f"{DAY.day:02}/{DAY.month:02}/{DAY.year}",
        lambda: format_date(DAY),
        lambda: babel_date(DAY, "dd/MM/yyyy", locale="vi"),
    ),
    "format_date(style='official')": (
        "ngày 02 tháng 11 năm 2022",
        lambda: f"ngày {DAY.day:02} tháng {DAY.month} năm {DAY.year}",
        lambda: format_date(DAY, style="official"),
        lambda: babel_date(DAY, "'ngày' dd 'tháng' M 'năm' yyyy", locale="vi"),
    ),
}


if __name__ == "__main__":
    race(
        "writing, ns a call",
        ("plain", "ours", "Babel"),
        {name: [(answer, call) for call in calls] for name, (answer, *calls) in CASES.items()},
        ((1, 0), (2, 1)),
    )
