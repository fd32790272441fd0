"""The symbols and words: CLDR's where CLDR is Vietnamese usage."""

import pytest
from babel import Locale

from danvankheo import Approximation, Quantity, format_money, parse_money
from danvankheo.domain.units import CURRENCIES, UNITS
from danvankheo.locale_vi import numerals, words
from danvankheo.locale_vi.cldr import symbols, unit_name
from danvankheo.units import Scale


def test_symbols_are_those_of_cldr():
    assert vars_of(symbols()) == (",", ".", "-", "%", "‰")


def vars_of(signs: object) -> tuple[str, ...]:
    return tuple(getattr(signs, name) for name in ("decimal", "group", "minus", "percent", "per_mille"))


def test_every_unit_key_is_one_of_cldr():
    for key in words.CLDR_UNITS.values():
        assert unit_name(key, "short")
        assert unit_name(key, "long")


def test_scale_words_agree_with_compact_numbers_of_cldr():
    compact = Locale("vi").compact_decimal_formats["long"]["other"]
    for scale in (Scale.THOUSAND, Scale.MILLION, Scale.BILLION):
        assert compact[str(10**scale.zeros)].pattern.endswith(scale.label)
    assert (numerals.THOUSAND[0], numerals.MILLION, numerals.BILLION) == ("nghìn", "triệu", "tỷ")


def test_every_approximation_but_exactly_has_a_word_of_its_own():
    labels = [word.label for word in Approximation]
    assert len(set(labels)) == len(labels)
    assert labels.count("") == 1


@pytest.mark.parametrize("code", CURRENCIES)
def test_foreign_money_is_called_as_cldr_calls_it(code):
    vietnamese = Locale("vi")
    name = vietnamese.currencies[code.upper()]
    assert words.UNIT_LONG_NAMES[code] == name[:1].lower() + name[1:]
    sign = vietnamese.currency_symbols.get(code.upper(), code.upper())
    for style in ("symbol", "sign"):
        assert words.MONEY_STYLES[style][code] == sign
        written = format_money(1234, unit=UNITS[code], style=style)
        assert written == f"1.234 {sign}"
        assert parse_money(written) == parse_money(f"1.234 {name}") == Quantity(1234, UNITS[code])
    assert parse_money(f"{code.upper()} 1.234") == parse_money(f"{sign}1.234") == Quantity(1234, UNITS[code])
