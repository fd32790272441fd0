"""Money: every scale says the same amount."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import Approximation, InvalidValueError, Quantity, format_money
from danvankheo.errors import NotExactError
from danvankheo.units import BILLION_DONG, DONG, EURO, HECTARE, MILLION_DONG, US_DOLLAR
from support import tidy

_FACTORS = {"tỷ": 10**9, "triệu": 10**6, "nghìn": 10**3, "": 1}
_AMOUNTS = st.decimals(-(10**16), 10**16, places=2)


def _read(text: str) -> Fraction:
    """Read an amount back word by word: digits, then perhaps a scale word."""
    words = text.removesuffix(" đồng").split()
    sign = -1 if words[0].startswith("-") else 1
    words[0] = words[0].removeprefix("-")
    value = Fraction(0)
    while words:
        digits = Fraction(tidy(words.pop(0)))
        value += digits * _FACTORS[words.pop(0) if words else ""]
    return sign * value


@given(_AMOUNTS, st.sampled_from(["full", "thousand", "million", "billion", "auto", "compound"]))
def test_every_scale_says_the_exact_amount(amount, scale):
    assert _read(format_money(amount, scale_word=scale)) == Fraction(amount)


@given(_AMOUNTS, st.integers(0, 3))
def test_auto_never_writes_a_thousand_millions(amount, decimals):
    text = format_money(amount, scale_word="auto", decimals=decimals)
    digits = abs(tidy(text.split()[0]))
    if "triệu" in text:
        assert 1 <= digits < 1000
    elif "tỷ" not in text:
        assert digits < 10**6


@pytest.mark.parametrize(
    ("amount", "options", "text"),
    [
        (999_999, {"scale_word": "auto"}, "999.999 đồng"),
        (Decimal("999999.5"), {"scale_word": "auto", "decimals": 0}, "1 triệu đồng"),
        (999_999_999, {"scale_word": "auto", "decimals": 1}, "1,0 tỷ đồng"),
        (-999_999_999, {"scale_word": "auto", "decimals": 1}, "-1,0 tỷ đồng"),
        (1_132_000_000_000, {"scale_word": "auto"}, "1.132 tỷ đồng"),
        (0, {"scale_word": "compound"}, "0 đồng"),
        (-3_645_000_500, {"scale_word": "compound"}, "-3 tỷ 645 triệu 500 đồng"),
        (1_200_500, {"scale_word": "compound"}, "1 triệu 200 nghìn 500 đồng"),
        (Fraction(10**9, 3), {"scale_word": "million", "decimals": 2}, "333,33 triệu đồng"),
        (Fraction(10**9, 3), {"scale_word": "compound", "decimals": 0}, "333 triệu 333 nghìn 333 đồng"),
        (Quantity(Decimal("2.50"), BILLION_DONG), {}, "2,50 tỷ đồng"),
        (Quantity(Decimal("2.50"), BILLION_DONG), {"scale_word": "full"}, "2.500.000.000 đồng"),
        (Quantity(Decimal("2.5"), BILLION_DONG), {"decimals": 0}, "3 tỷ đồng"),
        (Quantity(60, MILLION_DONG.per("hộ"), Approximation.NEARLY), {"scale_word": "auto"},
         "gần 60 triệu đồng/hộ"),
        (48_500_000, {"scale_word": "auto", "per": "người/năm"}, "48,5 triệu đồng/người/năm"),
        (Decimal("1.2"), {"unit": MILLION_DONG}, "1,2 triệu đồng"),
        (5000, {"unit": US_DOLLAR}, "5.000 USD"),
        (500_000, {"style": "symbol"}, "500.000 đ"),
        (500_000, {"style": "code", "per": "hộ"}, "500.000 VND/hộ"),
        (154_400_000, {"style": "sign", "scale_word": "auto"}, "154,4 triệu ₫"),
        (5000, {"unit": US_DOLLAR, "style": "symbol"}, "5.000 US$"),
        (5000, {"unit": US_DOLLAR, "style": "sign"}, "5.000 $"),
        (20, {"unit": EURO, "style": "symbol"}, "20 €"),
        (60_000_000, {"scale_word": "million", "approximation": Approximation.AT_MOST}, "không quá 60 triệu đồng"),
    ],
)  # fmt: skip
def test_examples(amount, options, text):
    assert format_money(amount, **options) == text


@pytest.mark.parametrize(
    ("amount", "options", "error"),
    [
        (Quantity(1, HECTARE), {}, InvalidValueError),
        (1, {"unit": HECTARE}, InvalidValueError),
        (1, {"scale_word": "chục"}, InvalidValueError),
        (1, {"style": "long"}, InvalidValueError),
        (1, {"approximation": "hơn cả"}, InvalidValueError),
        (1, {"rounding": "up there", "decimals": 0}, InvalidValueError),
        (Quantity(1, DONG), {"per": "hộ"}, InvalidValueError),
        (Quantity(1, DONG), {"unit": US_DOLLAR}, InvalidValueError),
        (Fraction(1, 3), {}, NotExactError),
        (Fraction(1, 3), {"scale_word": "auto"}, NotExactError),
        (Decimal("Infinity"), {"scale_word": "auto"}, InvalidValueError),
    ],
)
def test_refused(amount, options, error):
    with pytest.raises(error):
        format_money(amount, **options)


def test_the_unit_of_a_number_is_dong():
    assert format_money(500_000) == format_money(500_000, unit=DONG) == "500.000 đồng"
