"""What a record says of a field that it does not have."""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from types import MappingProxyType
from typing import Final, TypeVar

import attrs

from danvankheo.bilingual import Words
from danvankheo.checking import close_to
from danvankheo.errors import UnknownFieldError
from danvankheo.printing import shown
from danvankheo.reasons import Reason

_Init = TypeVar("_Init", bound=Callable[..., None])


def naming_fields(init: _Init) -> _Init:
    """Return the `__init__` of a record that names its fields where it is called with others."""

    @wraps(init)
    def named(record: object, *values: object, **fields: object) -> None:
        try:
            init(record, *values, **fields)
        except TypeError:
            wrong = _wrong(type(record), values, fields)
            if wrong is None:
                raise
            raise wrong from None

    return named  # type: ignore[return-value]  # called as `init` is


def _wrong(kind: type, values: Sequence[object], fields: Mapping[str, object]) -> UnknownFieldError | None:
    """Return which field a record does not have, or that values need their names; else nothing."""
    known = {field.alias: field for field in attrs.fields(kind) if field.init}
    record = kind.__name__
    for name in fields:
        if name not in known:
            details = {"allowed": ", ".join(known), **_meant(record, name, [*known])}
            return UnknownFieldError(f"{record}.{name}", Reason.KNOWN_FIELD, shown(name), details)
    if len(values) > sum(not field.kw_only for field in known.values()):
        return UnknownFieldError(
            record, Reason.NAMED_FIELDS, shown(values[0]), {"example": next(iter(known), "")}
        )
    return None


def _meant(record: str, name: str, known: Sequence[str]) -> dict[str, str | Words]:
    """Return the fields that a name may mean, as a detail of an error."""
    *others, last = ASKED_FOR.get((record, name), [""])
    if others:
        return {"close": Words(f"{', '.join(others)} hay {last}", f"{', '.join(others)} or {last}")}
    return {"close": last} if last else {**close_to(name, known)}


_RECIPIENTS: Final = ("collectives", "households", "individuals", "mixed")
ASKED_FOR: Final[Mapping[tuple[str, str], tuple[str, ...]]] = MappingProxyType(
    {
        ("Award", "recipient"): _RECIPIENTS,
        ("Award", "recipients"): _RECIPIENTS,
        ("Award", "count"): _RECIPIENTS,
        ("Award", "date"): ("decided",),
        ("Award", "on"): ("decided",),
        ("Contribution", "kind"): ("quantity", "unknown_kind"),
        ("Contribution", "amount"): ("quantity",),
        ("Contribution", "value"): ("quantity",),
        ("Contribution", "date"): ("when",),
        ("Contribution", "period"): ("when",),
        ("Indicator", "quantity"): ("value",),
        ("Indicator", "amount"): ("value",),
        ("Indicator", "percent"): ("value",),
        ("ModelCount", "amount"): ("count",),
        ("Movement", "title"): ("name",),
        ("Movement", "year"): ("period",),
        ("Movement", "date"): ("period",),
        ("Place", "level"): ("kind",),
        ("Place", "province"): ("parent",),
        ("Place", "district"): ("parent",),
    }
)
"""By record, the names that people try first and no likeness leads to, with the fields that are meant."""
