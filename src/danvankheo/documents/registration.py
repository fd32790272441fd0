"""The library's records in documents of other people: hooks for a cattrs converter of their own."""

from collections.abc import Iterator
from typing import Any

import attrs
from cattrs import BaseConverter
from cattrs.errors import AttributeValidationNote, ClassValidationError, IterableValidationError

from danvankheo.checking import check_type
from danvankheo.documents.converter import structured, unstructured
from danvankheo.documents.diagnosis import Steps, path_of, problems_of
from danvankheo.documents.shapes import UNIONS, Choice, Record, Value, inside, shape_of
from danvankheo.domain.movement import Movement
from danvankheo.domain.summary import Summary
from danvankheo.errors import DocumentError, Problem
from danvankheo.once import once


def register(other: BaseConverter) -> None:
    """Teach a cattrs converter of yours to read and write the records of the library.

    `Movement`, `Summary` and every record, value and choice in them can then be fields of your own
    classes, at any depth, alone, in lists, dicts and unions with None. They are written as in our
    documents and read as strictly: unknown keys and wrong types are refused, numbers are texts.
    That holds whatever the format and the options of the converter. A movement inside your
    document has no ``version``: the version of your document is yours.

    Nothing changes for other types: how the converter treats `str`, `int`, `Decimal`, `date` and
    your own classes is as you set it.

    Args:
        other: any converter, also of `cattrs.preconf`.

    Raises:
        DocumentError: later, from the converter's ``structure``: what is wrong in one record. With
            ``detailed_validation`` cattrs collects these; `problems` lists them with their paths.

    >>> from cattrs.preconf.json import make_converter
    >>> from danvankheo import Contribution, documents
    >>> @attrs.frozen
    ... class Submission:
    ...     sender: str
    ...     gifts: list[Contribution]
    >>> hooks = make_converter()
    >>> documents.register(hooks)
    >>> text = '{"sender": "Tú An", "gifts": [{"quantity": {"amount": "731", "unit": "workday"}}]}'
    >>> hooks.loads(text, Submission).gifts[0].quantity
    Quantity(Decimal('731'), WORKDAY)
    >>> hooks.dumps(hooks.loads(text, Submission), ensure_ascii=False) == text
    True
    """
    check_type(other, BaseConverter, "documents.register")
    for kind in (*_kinds(), *UNIONS, *(union | None for union in UNIONS)):
        other.register_structure_hook(kind, read)
        other.register_unstructure_hook(kind, unstructured)


def problems(error: Exception) -> tuple[Problem, ...]:
    r"""Return what is wrong with the library's records in a document of yours, each with its path.

    Args:
        error: what the ``structure`` or ``loads`` of a converter raised that knows our records. Of
            a converter without ``detailed_validation`` it has the first record alone, and no path
            that leads to it.

    What is wrong in your own classes is not listed: `cattrs.transform_error` tells it.

    >>> from cattrs import Converter
    >>> from danvankheo import Contribution, documents
    >>> hooks = Converter()
    >>> documents.register(hooks)
    >>> try:
    ...     gift = {"quantity": {"amount": "1,5", "unit": "hectare"}, "purpose": 7}
    ...     hooks.structure({"An Khê": [gift]}, dict[str, list[Contribution]])
    ... except Exception as error:
    ...     print(*documents.problems(error), sep="\n")
    $["An Khê"][0].quantity.amount: expected a number, got "1,5"
    $["An Khê"][0].purpose: expected text, got 7
    """
    return tuple(_problems(error, ()))


@once
def records_by_name() -> dict[str, type]:
    """Return every type of record and value that a movement or a summary can hold, by its name."""
    return {kind.__name__: kind for kind in _kinds() if attrs.has(kind)}


def read(raw: object, kind: Any) -> Any:
    """Return what our converter reads.

    Raises:
        DocumentError: everything that is wrong.
    """
    try:
        return structured(raw, kind)
    except Exception:  # as in `loads`: whatever it was, the diagnosis says it better
        found = problems_of(raw, shape_of(kind))
        if not found:
            raise
        raise DocumentError(found) from None


def _problems(error: BaseException, at: Steps) -> Iterator[Problem]:
    match error:
        case DocumentError():
            for problem in error.problems:
                loc = (*at, *problem.loc)
                yield attrs.evolve(problem, path=path_of(loc), loc=loc)
        case ClassValidationError() | IterableValidationError():
            noted, others = error.group_exceptions()
            for inner, note in noted:
                step = note.name if isinstance(note, AttributeValidationNote) else note.index
                yield from _problems(inner, (*at, step))
            for inner in others:
                yield from _problems(inner, at)


@once
def _kinds() -> tuple[type, ...]:
    """Return every type of ours that a movement or a summary can hold."""
    found: dict[type, None] = {}
    for shape in inside((Movement, Summary)):
        match shape:
            case Choice(kinds):
                found |= dict.fromkeys(kinds)
            case Value(kind) | Record(kind) if kind.__module__.startswith("danvankheo."):
                found[kind] = None
            case _:
                pass
    return tuple(found)
