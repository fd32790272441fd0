"""Checks of what strategies are called with, in Hypothesis' own way."""

from collections.abc import Collection
from datetime import date
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

T = TypeVar("T")


def sampled(choices: Collection[T], name: str) -> st.SearchStrategy[T]:
    """Return a strategy for one of the choices, the first being the simplest.

    Raises:
        InvalidArgument: there is nothing to choose from.
    """
    if not choices:
        raise InvalidArgument(f"{name}={choices!r}: expected at least one")
    return st.sampled_from(tuple(choices))


def check_days(min_value: date, max_value: date) -> None:
    """Raise `InvalidArgument` if the first day is after the last."""
    if min_value > max_value:
        raise InvalidArgument(f"{min_value=} is after {max_value=}")
