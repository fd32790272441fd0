"""Text that can be held: composed in linear time, in one direction, with marks that a letter can carry."""

import unicodedata
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    DocumentError,
    Indicator,
    InvalidValueError,
    Movement,
    Period,
    Place,
    PlaceKind,
    Quantity,
    loads,
)
from danvankheo.domain import marks, validators
from danvankheo.domain.marks import MOST_MARKS, composed, piled, turns_round
from danvankheo.domain.numbers import decimal_from, fraction_from
from danvankheo.errors import Reason
from danvankheo.frames import CONTRIBUTIONS
from danvankheo.frames.heads import columns_of
from danvankheo.units import WORKDAY

PILE = "a" + "\u0301\u0323" * 20_000
TURNING = [chr(code) for code in (0x061C, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))]


@given(st.text("aộ1 \u0301\u0323\u20d3…", max_size=80))
def test_what_is_not_piled_up_is_composed(text):
    longest = run = 0
    for letter in text:
        run = run + 1 if unicodedata.combining(letter) else 0
        longest = max(longest, run)
    assert piled(text) is (longest > MOST_MARKS)
    assert composed(text) == (text if piled(text) else unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("mark", ["\u0301", "\u20d3", "\u0f71", "\U0001d165", "\u3099", "\u094d"])
def test_marks_of_every_script_are_counted(mark):
    assert (piled("a" + mark * MOST_MARKS), piled("a" + mark * (MOST_MARKS + 1))) == (False, True)


@pytest.fixture
def normalized(monkeypatch):
    """The lengths of what Unicode was asked to compose, or whether it is."""
    lengths = [0]
    for name in ("normalize", "is_normalized"):
        real = getattr(unicodedata, name)
        monkeypatch.setattr(
            marks, name, lambda form, text, real=real: lengths.append(len(text)) or real(form, text)
        )
    return lengths


@pytest.mark.parametrize("length", [500, 20_000, 40_001])
def test_piled_marks_are_never_sorted_but_named(normalized, length):
    document = f'{{"version": 1, "name": "A", "period": "2022", "note": "{PILE[:length]}"}}'
    with pytest.raises(DocumentError) as caught:
        loads(document)
    wanted = Reason.MARKS if length <= validators.LONGEST_TEXT else Reason.TEXT_LENGTH
    assert [(problem.path, problem.reason) for problem in caught.value.problems] == [("$.note", wanted)]
    assert max(normalized) < 500


def test_heads_of_tables_with_piled_marks_are_unknown(normalized):
    for head in (PILE, PILE[:200]):
        assert [problem.reason for problem in columns_of([head], CONTRIBUTIONS)[1]][:1] == [Reason.HEAD]
    assert max(normalized) < 500


def test_long_text_is_named_before_it_is_composed(normalized):
    with pytest.raises(InvalidValueError) as caught:
        Movement(name="e\u0301" * 20_000, period=Period.year(2022))
    assert caught.value.reason is Reason.TEXT_LENGTH
    assert max(normalized) <= validators.LONGEST_TEXT


@pytest.mark.parametrize("sign", TURNING, ids=lambda sign: f"U+{ord(sign):04X}")
def test_what_turns_the_figures_after_a_name_round_is_in_no_text(sign):
    for make in (
        lambda text: Place(name=text, kind=PlaceKind.COMMUNE),
        lambda text: Movement(name="A", period=Period.year(2022), note=text),
        lambda text: Indicator(name=text, part=45, whole=366),
    ):
        make("Hộ nghèo ‘A’\u200b\u200d\u00ad")
        with pytest.raises(InvalidValueError) as caught:
            make(f"Hộ nghèo {sign}")
        assert caught.value.reason is Reason.ONE_DIRECTION


def test_the_turning_signs_are_those_of_unicode():
    found = [chr(code) for code in range(0x11_0000) if turns_round(chr(code))]
    isolating = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    assert {sign for sign in map(chr, range(0x11_0000)) if unicodedata.bidirectional(sign) in isolating} < {
        *found
    }
    assert found == TURNING


class _Odd(Decimal):
    def __str__(self):
        return "odd"

    def __eq__(self, other):
        return False

    __hash__ = Decimal.__hash__


class _OddFraction(Fraction):
    def __str__(self):
        return "odd"


def test_a_number_of_a_subclass_is_kept_as_a_plain_one():
    assert [type(decimal_from(number)) for number in (_Odd("2.50"), _Odd(-1), _Odd("1E+3"))] == [Decimal] * 3
    assert type(fraction_from(_OddFraction(1, 3))) is Fraction
    one, other = Quantity(_Odd("2.50"), WORKDAY), Quantity(Decimal("2.50"), WORKDAY)
    assert (one, hash(one), str(one.amount)) == (other, hash(other), "2.50")
