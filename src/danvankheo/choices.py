"""What every enumeration of the library has in common."""

from enum import Enum
from typing import TypeVar

_Text = TypeVar("_Text", bound=str)


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
