"""Rules between the fields of a record: each is a function of the fields that it needs."""

from collections.abc import Callable, Iterable
from inspect import signature
from operator import attrgetter
from typing import Any, ClassVar, TypeAlias

import attrs

from danvankheo.domain.shown import ShownByField
from danvankheo.errors import InvalidValueError

Broken: TypeAlias = Iterable[InvalidValueError]
"""What is wrong between sound fields: an error for each thing, none where all is well."""


@attrs.frozen
class Rule:
    """A rule of a record.

    Args:
        needs: the fields that it looks at, and no others.
        broken: returns what is wrong, from the values of these fields in this order.
    """

    needs: tuple[str, ...]
    broken: Callable[..., Broken]
    values: Callable[[object], Any] = attrs.field(init=False, repr=False, eq=False)
    alone: bool = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Prepare what is done with every record: they are made by the million."""
        object.__setattr__(self, "values", attrgetter(*self.needs))
        object.__setattr__(self, "alone", len(self.needs) == 1)


def rules(*functions: Callable[..., Broken]) -> tuple[Rule, ...]:
    """Return functions as rules: what a function's parameters are called is what it needs.

    >>> from danvankheo.domain.references import DocumentRef
    >>> [rule.needs for rule in DocumentRef.RULES]
    [('symbol',), ('year',)]
    """
    return tuple(Rule(tuple(signature(each).parameters), each) for each in functions)


class Consistent(ShownByField):
    """A record with rules between its fields: the first that is broken is raised when it is made.

    >>> from danvankheo import Award, AwardForm
    >>> Award(form=AwardForm.BANG_KHEN)
    Traceback (most recent call last):
    danvankheo.errors.InvalidValueError: Award.recipients: expected at least one recipient in collectives, \
households, individuals or mixed, got 0
    """

    __slots__ = ()

    RULES: ClassVar[tuple[Rule, ...]] = ()
    """The rules between fields that are sound on their own, in the order in which they are told."""

    def __attrs_post_init__(self) -> None:
        """Raise the first of what is wrong between the fields, if anything is."""
        for rule in self.RULES:
            values = rule.values(self)
            for error in rule.broken(values) if rule.alone else rule.broken(*values):
                raise error
