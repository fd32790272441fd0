"""The symbols and words: CLDR's where CLDR is Vietnamese usage."""

from babel import Locale

from danvankheo import Approximation
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
