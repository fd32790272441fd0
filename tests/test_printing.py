"""Values and texts as messages and terminals show them."""

from decimal import Decimal

import pytest

from danvankheo.printing import ESCAPED, printable, shown, visible


@pytest.mark.parametrize("length", [0, 1, 59, 60])
def test_a_text_of_one_line_is_shown_whole(length):
    assert shown("ạ" * length) == f'"{"ạ" * length}"'


@pytest.mark.parametrize("length", [61, 62, 10_000])
def test_what_is_longer_is_cut_to_sixty_signs(length):
    assert shown("ạ" * length) == f'"{"ạ" * 59}…"'
    assert shown(Decimal("1" * length)) == "1" * 59 + "…"
    assert shown(["a" * length]) == "['" + "a" * 57 + "…"


@pytest.mark.parametrize(
    ("value", "text"),
    [(5, "5"), (None, "None"), (Decimal("1.50"), "1.50"), ("a\nb", '"a\\nb"'), (b"a", "b'a'"), ([1, "a"], "[1, 'a']"),
    ],
)  # fmt: skip
def test_values_are_shown_as_they_are_written(value, text):
    assert shown(value) == text


def test_a_number_that_python_does_not_print_is_called_what_it_is():
    assert shown(-(10**5000)) == "a very long int"


def test_what_a_terminal_obeys_is_escaped_and_words_stay():
    assert printable("Hộ nghèo\t1") == "Hộ nghèo\\t1"
    assert visible("Hộ nghèo\t1\n") == "Hộ nghèo\t1\n"
    for char in "\x00\x08\x1b\x7f\x9f\u061c\u200f\u2028\u202e\u2066\u2069":
        assert ESCAPED.fullmatch(char)
        assert visible(f"a{char}b") == printable(f"a{char}b") != f"a{char}b"
    for char in "\t\n\u200b\xa0ạ":
        assert not ESCAPED.fullmatch(char)
