"""Reasons: each code has its wording in both languages, and no wording is left over."""

from string import Formatter

import pytest

from danvankheo.errors import Reason
from danvankheo.reason_words import WORDINGS


def gaps(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_wording_is_that_of_a_reason():
    assert {reason.value for reason in Reason} == set(WORDINGS)


@pytest.mark.parametrize("reason", Reason)
def test_both_languages_say_it_and_ask_for_nothing_that_the_other_lacks(reason):
    assert reason.english
    assert reason.vietnamese
    assert bool(reason.hint) == bool(reason.hint_vietnamese)
    assert gaps(reason.vietnamese) - gaps(reason.english) <= {"got"}
    assert gaps(reason.hint) == gaps(reason.hint_vietnamese)
    assert reason.value == reason.value.lower()
