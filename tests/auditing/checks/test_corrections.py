"""How far a correction is from what is printed, against every way to get there."""

from hypothesis import given
from hypothesis import strategies as st

from danvankheo.auditing.checks.corrections import edits_between as edits

TEXTS = st.text("0159.", max_size=5)


def neighbours(text):
    """Every text that one edit makes: a character less, another, one more, two swapped."""
    for at in range(len(text)):
        yield text[:at] + text[at + 1 :]
        yield from (text[:at] + char + text[at + 1 :] for char in "0159.")
        yield text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
    yield from (text[:at] + char + text[at:] for at in range(len(text) + 1) for char in "0159.")


@given(TEXTS)
def test_a_neighbour_is_one_edit_away(text):
    assert edits(text, text) == 0
    assert all(edits(text, other) == 1 for other in neighbours(text) if other != text)


@given(TEXTS, TEXTS)
def test_the_way_back_is_as_long_and_none_is_longer_than_writing_anew(one, other):
    assert edits(one, other) == edits(other, one)
    assert abs(len(one) - len(other)) <= edits(one, other) <= max(len(one), len(other))


@given(TEXTS, TEXTS)
def test_some_edit_of_either_text_brings_them_closer(one, other):
    if one != other:
        assert any(edits(near, other) < edits(one, other) for near in neighbours(one)) or any(
            edits(one, near) < edits(one, other) for near in neighbours(other)
        )
