"""Checks of what strategies are called with, in Hypothesis' own way."""

import inspect
from collections.abc import Callable, Collection
from datetime import date
from functools import wraps
from types import NoneType, UnionType
from typing import Any, Literal, ParamSpec, TypeVar, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from danvankheo.once import once
from danvankheo.printing import shown

P = ParamSpec("P")
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


def checked(make: Callable[P, T]) -> Callable[P, T]:
    """Return a function that raises `InvalidArgument` for an argument of another type than it says.

    >>> @checked
    ... def years(*, among: st.SearchStrategy[int]) -> st.SearchStrategy[int]:
    ...     return among
    >>> years(among=2022)
    Traceback (most recent call last):
    hypothesis.errors.InvalidArgument: years(among=2022): expected a strategy for int; just(…) makes one
    """
    signature = inspect.signature(make)

    @once
    def hints() -> dict[str, Any]:
        return get_type_hints(inspect.unwrap(make))

    @wraps(make)
    def check(*args: P.args, **kwargs: P.kwargs) -> T:
        for name, value in signature.bind(*args, **kwargs).arguments.items():
            hint = hints().get(name, object)
            if not _fits(value, hint):
                raise InvalidArgument(f"{make.__name__}({name}={shown(value)}): expected {_in_words(hint)}")
        return make(*args, **kwargs)

    return check


def _fits(value: object, hint: Any) -> bool:
    """Return whether a value is of a type, as far as that can be seen."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return any(_fits(value, part) for part in parts)
    if origin is Literal:
        return value in parts
    if origin is st.SearchStrategy or hint is st.SearchStrategy:
        return isinstance(value, st.SearchStrategy)
    if origin is Collection:
        if isinstance(value, str) or not isinstance(value, Collection):
            return False
        return all(_fits(each, parts[0]) for each in value)
    if hint is int:
        return hasattr(type(value), "__index__") and not isinstance(value, bool)
    return not isinstance(hint, type) or isinstance(value, hint)


def _in_words(hint: Any) -> str:
    """Return a type in words."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return " or ".join(_in_words(part) for part in parts if part is not NoneType)
    if origin is Literal:
        return "one of " + ", ".join(map(repr, parts))
    if origin is st.SearchStrategy:
        inner = " or ".join(_in_words(part) for part in parts)
        return f"a strategy for {inner}; just(…) makes one"
    if origin is Collection:
        return f"several of {_in_words(parts[0])}"
    return getattr(hint, "__name__", str(hint))
