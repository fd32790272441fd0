"""Enumerations of the domain: a stable English value and the Vietnamese label."""

from enum import StrEnum
from typing import Self

from danvankheo.choices import Choice, new_member


class Labelled(Choice, StrEnum):
    """A choice whose value never changes and whose label is Vietnamese.

    The value is what documents hold; `label` is what people read.

    >>> from danvankheo import ModelStatus
    >>> ModelStatus.RECOGNIZED.value, ModelStatus.RECOGNIZED.label
    ('recognized', 'được công nhận')
    """

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member from its stable value and its label; look one up by its value alone."""
        return new_member(cls, value, label=label)
