"""What a call was given, checked: each check raises the error that says what was expected and what came."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Final, TypeVar
from unicodedata import combining, normalize

from danvankheo.bilingual import Words
from danvankheo.choices import Choice, meant_by, member
from danvankheo.errors import InvalidValueError, invalid
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
    """Return the member of an enumeration that a caller named: as itself, by its value or by its label.

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
    found = member(kind, value)
    if isinstance(found, kind):
        return found
    raise none_of(where, value, kind)


def none_of(where: str, value: object, *kinds: type[Choice]) -> InvalidValueError:
    """Return the error that a value is no member of the enumerations; it names the values."""
    values = [str(each.value) for kind in kinds for each in kind]
    meant = [shown(each.value) for kind in kinds for each in meant_by(kind, value)]
    if len(meant) > 1:
        close = {"close": Words(" hay ".join(meant), " or ".join(meant))}
        return invalid(where, Reason.ONE_OF, value, allowed=", ".join(values), **close)
    labels = {str(getattr(each, "label", "")): str(each.value) for kind in kinds for each in kind}
    near = _nearest(value, (*values, *labels))
    near_one = {} if near is None else {"close": shown(labels.get(near, near))}
    return invalid(where, Reason.ONE_OF, value, allowed=", ".join(values), **near_one)


def checked_each(items: T | Iterable[T], kind: type[T], where: str) -> Iterator[T]:
    """Yield items, each checked to be of the type that a call works on; one alone is several of one.

    Raises:
        InvalidValueError: no iterable, or an item of another type.

    >>> list(checked_each([1, 2], int, "total")), list(checked_each(3, int, "total"))
    ([1, 2], [3])
    >>> list(checked_each("12", int, "total"))
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: total: expected several int, got "12"
    """
    if isinstance(items, kind) and not isinstance(items, str):
        yield items
        return
    wanted = Words(f"nhiều {kind.__name__}", f"several {kind.__name__}")
    if isinstance(items, str | bytes | Mapping) or not isinstance(items, Iterable):
        raise other_than(where, items, kind, called=wanted)
    for item in items:
        check_type(item, kind, where)
        yield item


def checked_iterable(items: Iterable[T], where: str, wanted: Words, *, several: bool = True) -> Iterable[T]:
    """Return items as they are, checked to be an iterable.

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
        raise other_than(where, value, kind)


_READERS: Final[Mapping[str, str | Words]] = {
    "date": "parse_date",
    "Quantity": "parse_quantity",
    "QuantityRange": "parse_range",
    "Period": "parse_period",
    "DocumentRef": "parse_document",
    "Ratio": "parse_ratio",
    "Change": "parse_change",
    "FromTo": "parse_from_to",
    "Attainment": "parse_attainment",
    "Place": "places.at(day).place",
    "AdminUnit": "places.at(day).find",
    "Movement": Words("draft_movement, đọc tệp bằng load", "load reads a file, draft_movement"),
}
"""What reads a value from text, by the name of its type."""

_MADE_OF: Final[Mapping[tuple[str, str], str]] = {
    ("Contribution", "Quantity"): "Contribution(quantity=…)",
    ("Contribution", "Movement"): "movement.contributions",
    ("Indicator", "Movement"): "movement.indicators",
    ("Award", "Movement"): "movement.awards",
    ("AwardMoney", "Award"): "award_money(award)",
    ("Movement", "Draft"): "draft.movement",
    ("Summary", "Movement"): "summarise(movement)",
    ("Finding", "Movement"): "audit(movement)",
    ("Finding", "Check"): "check.finding()",
    ("Quantity", "Contribution"): "contribution.quantity",
    ("Place", "AdminUnit"): "places.at(day).place(unit)",
}
"""How a value is made of another one, or found in it, by the names of their types."""


def other_than(where: str, value: object, *kinds: type, called: Words | None = None) -> InvalidValueError:
    """Return the error that a value is of none of the types.

    Of text it says what reads it, or which choices there are.

    Args:
        where: the call and the argument.
        value: what came.
        kinds: what is expected.
        called: the same in words; the names of the types, if not given.

    >>> from danvankheo import Quantity
    >>> str(other_than("format_quantity", "12 triệu đồng", Quantity))
    'format_quantity: expected Quantity, not text: parse_quantity reads text, got "12 triệu đồng"'
    """
    names = [kind.__name__ for kind in kinds]
    wanted = called or Words(" hoặc ".join(names), " or ".join(names))
    if isinstance(value, str):
        choices = [kind for kind in kinds if issubclass(kind, Choice)]
        if choices and not isinstance(value, Choice):
            return none_of(where, value, *choices)
        readers = dict.fromkeys(_READERS[name] for name in names if name in _READERS)
        if readers:
            both = [each if isinstance(each, Words) else Words.same(each) for each in readers]
            reader = Words(
                " hoặc ".join(each.vietnamese for each in both), " or ".join(each.english for each in both)
            )
            return invalid(where, Reason.NOT_TEXT, value, type=wanted, reader=reader)
    for other in type(value).__mro__:
        for name in names:
            if (name, other.__name__) in _MADE_OF:
                way = _MADE_OF[name, other.__name__]
                return invalid(where, Reason.OTHER_TYPE, value, type=wanted, other=other.__name__, way=way)
    return invalid(where, Reason.TYPE, value, type=wanted)


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
