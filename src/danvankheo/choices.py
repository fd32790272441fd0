"""What every enumeration of the library has in common."""

from enum import Enum


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
