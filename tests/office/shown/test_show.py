"""Numbers as cells show them, against what Excel's documentation and other makers of formats print."""

from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo.office.shown.show import settled, show, show_text

# Value, format, Vietnamese, English. Rows marked "ssf" are facts of the test vectors of SheetJS SSF (Apache-2.0).
SHOWN = [
    ("0.9642", "0.00%", "96,42%", "96.42%"),
    ("0.9642", "0%", "96%", "96%"),
    ("0.965", "0%", "97%", "97%"),
    ("-0.965", "0%", "-97%", "-97%"),
    ("1234567.891", "#,##0.00", "1.234.567,89", "1,234,567.89"),
    ("1234567.891", "0.00", "1234567,89", "1234567.89"),
    ("0", "#,##0.00", "0,00", "0.00"),
    ("0", "#", "", ""),
    ("0.5", "#.##", ",5", ".5"),
    ("12", "#.##", "12,", "12."),
    ("12.5", ".00", "12,50", "12.50"),
    ("2.5", "0", "3", "3"),
    ("1.005", "0.00", "1,01", "1.01"),
    ("154.4", "General", "154,4", "154.4"),
    ("0.1", "General", "0,1", "0.1"),
    ("1234567890", "General", "1234567890", "1234567890"),
    ("0.00001", "General", "0,00001", "0.00001"),  # ssf
    ("1.234567E-14", "General", "1,23457E-14", "1.23457E-14"),  # ssf
    ("99999.999999999", "General", "100000", "100000"),
    ("35500000", '#,##0.0,,"  triệu"', "35,5  triệu", "35.5  triệu"),
    ("35500000", "#,##0,", "35.500", "35,500"),
    ("5", "00", "05", "05"),
    ("123456789", "000-000-000", "123-456-789", "123-456-789"),
    ("1234", '#,##0" đ"', "1.234 đ", "1,234 đ"),
    ("1234", '#,##0\\ "₫"', "1.234 ₫", "1,234 ₫"),
    ("1234", "[$₫-42A]#,##0", "₫1.234", "₫1,234"),
    ("1234", "#,##0 [$VND]", "1.234 VND", "1,234 VND"),
    ("-1234.5", "#,##0.0_);(#,##0.0)", "(1.234,5)", "(1,234.5)"),
    ("-1234.5", "#,##0.0;[Red]-#,##0.0", "-1.234,5", "-1,234.5"),
    ("0", '#,##0;-#,##0;"-"', "-", "-"),
    ("0", '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "-", "-"),
    ("1234", '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "1.234", "1,234"),
    ("50", "[>=1000]#,##0;0.0", "50,0", "50.0"),
    ("5000", "[>=1000]#,##0;0.0", "5.000", "5,000"),
    ("-5", "[<-3]0.0;0", "5,0", "5.0"),
    ("-2", "[<-3]0.0;0", "-2", "-2"),
    ("7", '[=1]"một";[=2]"hai";0', "7", "7"),
    ("12345", "0.00E+00", "1,23E+04", "1.23E+04"),
    ("0.00012", "0.0E+0", "1,2E-4", "1.2E-4"),
    ("99999", "0.0E+0", "1,0E+5", "1.0E+5"),
    ("12345", "##0.0E+0", "12,3E+3", "12.3E+3"),
    ("1.5", "# ?/?", "1 1/2", "1 1/2"),
    ("0.25", "?/4", "1/4", "1/4"),
    ("5", "# ?/?", "5", "5"),
    ("0", "# ?/?", "0", "0"),
    ("1.99", "# ?/2", "2", "2"),
    ("46204", "dd/mm/yyyy", "01/07/2026", "01/07/2026"),
    ("46204", "mm-dd-yy", "01/07/2026", "7/1/2026"),
    ("46204.75", "d/m/yy h:mm AM/PM", "1/7/26 6:00 CH", "1/7/26 6:00 PM"),
    ("46204", "dddd, d mmmm yyyy", "Thứ Tư, 1 Tháng 7 2026", "Wednesday, 1 July 2026"),
    ("46204", "mmm-yy", "Thg7-26", "Jul-26"),
    ("1.5", "[h]:mm", "36:00", "36:00"),
    ("0.5", "h:mm:ss.00", "12:00:00,00", "12:00:00.00"),
    ("1", "dd/mm/yyyy", "01/01/1900", "01/01/1900"),
    ("-1", "dd/mm/yyyy", "##########", "##########"),
    ("3000000", "dd/mm/yyyy", "##########", "##########"),
    ("1234", "#,##0 d", "1.234 d", "1,234 d"),
    ("1234", "", "1234", "1234"),
    ("1234", "0" * 300, "1234", "1234"),
    ("-5", "General;General", "-5", "-5"),  # ssf
    ("1", '"foo";"bar";"baz"', "foo", "foo"),  # ssf
    ("12.34", "#0.#", "12,3", "12.3"),  # ssf
    ("0.99", "#.0000,,,", ",0000", ".0000"),  # ssf
]


@pytest.mark.parametrize(("number", "code", "vietnamese", "english"), SHOWN)
def test_formats(number, code, vietnamese, english):
    assert show(Decimal(number), code).text == vietnamese
    assert show(Decimal(number), code, signs="en").text == english


def test_what_a_format_says_of_its_number():
    shown = show(Decimal("0.9642"), "0.00%")
    assert (shown.decimals, shown.percent, shown.moment) == (2, True, None)
    assert show(Decimal("0.9642"), "General").decimals is None
    assert show(Decimal(46204), "yyyy").moment == datetime(2026, 7, 1)  # noqa: DTZ001
    assert show(Decimal(0), "yyyy", since_1904=True).text == "1904"


numbers = st.decimals(-(10**12), 10**12, allow_nan=False, places=6)


@given(numbers, st.integers(0, 8), st.booleans(), st.booleans())
def test_decimals_and_groups_are_those_of_decimal_itself(number, places, grouped, percent):
    code = ("#,##0" if grouped else "0") + ("." + "0" * places if places else "") + ("%" if percent else "")
    rounded = (abs(number) * (100 if percent else 1)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    expected = (
        ("-" if number < 0 else "")
        + (f"{rounded:,f}" if grouped else f"{rounded:f}")
        + ("%" if percent else "")
    )
    assert show(number, code, signs="en").text == expected
    assert show(number, code).text == expected.translate(str.maketrans(",.", ".,"))


@given(
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.sampled_from('0#?.,%/E+;@ dmyhs"\\[]_*>=1-General'), max_size=30),
)
def test_no_format_and_no_number_raise(number, code):
    for signs in ("vi", "en"):
        assert isinstance(show(Decimal(repr(number)), code, signs=signs).text, str)
    assert isinstance(show_text("Xã", code), str)


@given(st.floats(-1e15, 1e15, allow_nan=False))
def test_a_number_of_more_than_fifteen_digits_is_the_nearest_of_fifteen(number):
    exact = Decimal(repr(number))
    kept, rounded = settled(exact)
    if rounded:
        assert len(kept.normalize().as_tuple().digits) <= 15
        assert abs(kept - exact) * 2 <= Decimal(1).scaleb(exact.adjusted() - 14)
        assert float(kept) == pytest.approx(number, rel=1e-14)
    else:
        assert kept == exact


def test_text_is_shown_as_its_section_says():
    assert show_text("Xã A", '0;0;0;"["@"]"') == "[Xã A]"
    assert show_text("Xã A", "#,##0") == "Xã A"
    assert show_text("Xã A", "General") == "Xã A"
    assert show_text("Xã A", "@") == "Xã A"
