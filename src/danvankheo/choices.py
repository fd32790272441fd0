"""What every enumeration of the library has in common."""

from collections import defaultdict
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import TypeVar
from unicodedata import normalize

_Text = TypeVar("_Text", bound=str)
_Member = TypeVar("_Member", bound="Choice")


class Choice(Enum):
    """An enumeration whose members show as the expression that means them.

    So the `repr` of a record is the call that makes it, however many choices it holds.

    >>> from danvankheo import AwardForm
    >>> from danvankheo.calc import AwardTotal
    >>> AwardTotal(form=AwardForm.GIAY_KHEN, mixed=262)
    AwardTotal(form=AwardForm.GIAY_KHEN, mixed=262)
    """

    def __repr__(self) -> str:
        """Return the class and the name: ``AwardForm.GIAY_KHEN``."""
        return f"{type(self).__name__}.{self.name}"


def new_member(kind: type[_Text], value: str, **attributes: object) -> _Text:
    """Return a member whose value is the text alone and that carries more: for `__new__` of an enumeration.

    >>> from enum import StrEnum
    >>> class Sign(Choice, StrEnum):
    ...     letter: str
    ...     def __new__(cls, value, letter=""):
    ...         return new_member(cls, value, letter=letter)
    ...     COMMA = "comma", ","
    >>> Sign("comma").letter, Sign.COMMA.value
    (',', 'comma')
    """
    made = str.__new__(kind, value)
    made._value_ = value  # type: ignore[attr-defined]  # what enum reads
    for name, attribute in attributes.items():
        setattr(made, name, attribute)
    return made


def member(kind: type[_Member], value: object) -> _Member:
    """Return the member of an enumeration that a text means: by its value, or by its Vietnamese label.

    Whatever else comes back as it is. A member of another enumeration is no text, though it may have the
    same value; a label that several members share names none of them.

    >>> from danvankheo import GrantingLevel, ModelLevel, PlaceKind
    >>> member(GrantingLevel, "district"), member(GrantingLevel, ModelLevel.DISTRICT)
    (GrantingLevel.DISTRICT, ModelLevel.DISTRICT)
    >>> member(PlaceKind, "thị xã"), member(PlaceKind, "thành phố")
    (PlaceKind.TOWN, 'thành phố')
    """
    found = meant_by(kind, value)
    return found[0] if len(found) == 1 else value  # type: ignore[return-value]  # whoever checks it names it


def meant_by(kind: type[_Member], value: object) -> tuple[_Member, ...]:
    """Return every member that a value means: itself, that of a value as text, or those of a label.

    >>> from danvankheo import PlaceKind
    >>> meant_by(PlaceKind, "thành phố")
    (PlaceKind.MUNICIPALITY, PlaceKind.PROVINCIAL_CITY)
    """
    if isinstance(value, kind):
        return (value,)
    if not isinstance(value, str) or isinstance(value, Enum):
        return ()
    by_value, by_label = _named(kind)
    found: tuple[Choice, ...] = ()
    if value in by_value:
        found = (by_value[value],)
    elif len(value) <= _LONGEST_LABEL:
        found = by_label.get(normalize("NFC", value).casefold(), ())
    return tuple(each for each in found if isinstance(each, kind))


_LONGEST_LABEL = 200


@cache
def _named(kind: type[Choice]) -> tuple[Mapping[str, Choice], Mapping[str, tuple[Choice, ...]]]:
    """Return the members by their values as text, and by their labels in small letters."""
    by_label: defaultdict[str, list[Choice]] = defaultdict(list)
    for each in kind:
        label = getattr(each, "label", None)
        if label:
            by_label[label.casefold()].append(each)
    return {str(each.value): each for each in kind}, {name: tuple(of) for name, of in by_label.items()}
