"""What a call was given, checked: each check raises the error that says what was expected and what came."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TypeVar
from unicodedata import combining, normalize

from danvankheo.bilingual import Words
from danvankheo.choices import Choice
from danvankheo.errors import invalid
from danvankheo.printing import shown
from danvankheo.reasons import Reason

T = TypeVar("T")
Member = TypeVar("Member", bound=Choice)


def check_one_of(value: object, choices: Iterable[str], where: str) -> None:
    """Check that a value is one of the choices that a call allows."""
    allowed = tuple(choices)
    if value not in allowed:
        raise invalid(where, Reason.ONE_OF, value, allowed=", ".join(allowed), **close_to(value, allowed))


def chosen(value: object, kind: type[Member], where: str) -> Member:
    """Return the member of an enumeration that a caller named, as itself or by its value as text.

    Raises:
        InvalidValueError: neither; it names the values, and the one that a mistyped text or a label is near.

    >>> from danvankheo import Better
    >>> chosen("lower", Better, "rank.better")
    Better.LOWER
    >>> chosen("Lowr", Better, "rank.better")
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: rank.better: expected one of higher, lower, got "Lowr"; did you \
mean "lower"?
    """
    if isinstance(value, kind):
        return value
    values: dict[str, Member] = {str(each.value): each for each in kind}
    if isinstance(value, str) and not isinstance(value, Choice) and value in values:
        return values[value]
    labels = {str(getattr(each, "label", "")): name for name, each in values.items()}
    near = _nearest(value, (*values, *labels))
    close = {} if near is None else {"close": shown(labels.get(near, near))}
    raise invalid(where, Reason.ONE_OF, value, allowed=", ".join(values), **close)


def checked_each(items: Iterable[T], kind: type[T], where: str) -> Iterator[T]:
    """Yield items, each checked to be of the type that a call works on.

    Raises:
        InvalidValueError: no checked_iterable, or an item of another type.

    >>> list(checked_each([1, 2], int, "total")), list(checked_each("12", int, "total"))
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: total: expected several int, got "12"
    """
    several = not isinstance(items, str | bytes | Mapping)
    for item in checked_iterable(
        items, where, Words(f"nhiều {kind.__name__}", f"several {kind.__name__}"), several=several
    ):
        check_type(item, kind, where)
        yield item


def checked_iterable(items: Iterable[T], where: str, wanted: Words, *, several: bool = True) -> Iterable[T]:
    """Return items as they are, checked to be an checked_iterable.

    Args:
        items: what should be one.
        where: the call and the argument.
        wanted: what is expected.
        several: whether they count as several at all, as the characters of a text do not.

    >>> checked_iterable(7, "rank", Words("nhiều mục", "several things"))
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: rank: expected several things, got 7
    """
    if not several or not isinstance(items, Iterable):
        raise invalid(where, Reason.TYPE, items, type=wanted)
    return items


def check_type(value: object, kind: type, where: str) -> None:
    """Check that an argument is of the type that a call works on."""
    if not isinstance(value, kind):
        raise invalid(where, Reason.TYPE, value, type=kind.__name__)


def close_to(value: object, choices: Iterable[str]) -> dict[str, str]:
    """Return the choice that a mistyped text may be meant as, as a detail of an error; else nothing.

    Letter case, marks and a letter or two do not matter.

    >>> close_to("So luong", ["Số lượng", "Đơn vị"]), close_to("x", ["Số lượng"])
    ({'close': '"Số lượng"'}, {})
    """
    near = _nearest(value, choices)
    return {"close": shown(near)} if near is not None and near != value else {}


def _nearest(value: object, choices: Iterable[str]) -> str | None:
    if not isinstance(value, str):
        return None
    plain = {_unmarked(choice): choice for choice in choices}
    found = get_close_matches(_unmarked(value), plain, n=1, cutoff=0.75)
    return plain[found[0]] if found else None


def _unmarked(text: str) -> str:
    letters = normalize("NFD", text.casefold()).replace("đ", "d")
    return "".join(letter for letter in letters if not combining(letter))
