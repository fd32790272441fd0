"""What notebooks and terminals ask a value for when they show it.

How things look is known far above the domain, so the one call goes by the module's name: what
shows a value loads when something is shown, and not before.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

import attrs


class Printer(Protocol):
    """The part of IPython's pretty printer that is used here; Hypothesis prints with the same."""

    def text(self, text: str) -> None:
        """Print text as it is."""

    def pretty(self, obj: object) -> None:
        """Print an object in its own way."""

    def breakable(self) -> None:
        """Print a blank, or a new line where the line is full."""

    def begin_group(self, indent: int, open: str) -> None:
        """Begin lines that are indented alike."""

    def end_group(self, dedent: int, close: str) -> None:
        """End them."""


class _Showing(Protocol):
    def html_of(self, value: object) -> str: ...
    def rich_of(self, value: object) -> object: ...


class Shown:
    """A value that notebooks show as HTML, rich as rich text, and both in Vietnamese."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return _showing().html_of(self)

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:  # IPython's call
        printer.text(repr(self))

    def __rich__(self) -> object:
        """Return what rich draws."""
        return _showing().rich_of(self)


class ShownByField(Shown):
    """A record: as plain text it is the call that makes it, without the fields that have their defaults."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return the call that makes it, on one line."""
        told = ", ".join(f"{name}={value!r}" for name, value in _told(self))
        return f"{type(self).__name__}({told})"

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        name = f"{type(self).__name__}("
        printer.begin_group(4, name)
        for at, (field, value) in enumerate(_told(self)):
            if at:
                printer.text(",")
                printer.breakable()
            printer.text(f"{field}=")
            printer.pretty(value)
        printer.end_group(4, ")")


def _told(record: object) -> Iterator[tuple[str, object]]:
    """Yield the fields of a record that differ from their defaults, with their values."""
    for field in attrs.fields(type(record)):  # type: ignore[arg-type]  # records are attrs classes
        value = getattr(record, field.name)
        if value != field.default:
            yield field.name, value


def _showing() -> _Showing:
    return cast("_Showing", import_module("danvankheo.notebooks.show"))
