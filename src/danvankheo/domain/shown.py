"""What others ask a value for: a text how it is written, notebooks how it looks, pydantic how it is read.

All are known far above the domain: `danvankheo.presenters` knows who does it.
"""

from collections.abc import Callable, Iterator
from typing import Protocol

import attrs

from danvankheo.domain.fields import naming_fields
from danvankheo.presenters import presenters


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


class Shown:
    """A value that `str`, f-strings, notebooks and rich show in Vietnamese.

    Those that documents can hold are also fields of pydantic models.
    """

    __slots__ = ()

    def __str__(self) -> str:
        """Return it as a Vietnamese report writes it."""
        return presenters.writing().text_of(self)

    def __format__(self, spec: str) -> str:
        """Return it as an f-string asks: ``f"{gift:.1}"`` has one decimal, ``f"{gift:>20}"`` stands right.

        Which options a value takes is what its formatter takes, `format_quantity` and its like.

        Raises:
            InvalidValueError: an option that the value does not have.
        """
        return presenters.writing().formatted(self, spec) if spec else str(self)

    def _repr_html_(self) -> str:
        return presenters.showing().html_of(self)

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:  # IPython's call
        printer.text(repr(self))

    def __rich__(self) -> object:
        """Return what rich draws."""
        return presenters.showing().rich_of(self)

    def __rich_repr__(self) -> Iterator[object]:
        """Yield what rich shows of it within a list, a dict or another record."""
        return presenters.showing().parts_of(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: Callable[[object], object]) -> object:
        """Return how pydantic reads and writes it; what no document holds is as pydantic finds it."""
        return presenters.reading().schema_of(cls) or handler(source)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: object, handler: Callable[[object], dict[str, object]]
    ) -> dict[str, object]:
        """Return its JSON Schema."""
        return presenters.reading().json_schema_of(cls, handler)


class ShownAsTable(Shown):
    """A value that is a table: `print` shows it with aligned columns."""

    __slots__ = ()

    def __str__(self) -> str:
        """Return it as lines of text, the columns aligned."""
        return presenters.showing().plain_of(self)


class ShownByField(Shown):
    """A record: as plain text it is the call that makes it, without the fields that have their defaults.

    A call with a field that it does not have names those that it has.
    """

    __slots__ = ()

    def __init_subclass__(cls, **options: object) -> None:
        """Let the making of a record name its fields; attrs comes here again with what it has written."""
        super().__init_subclass__(**options)
        made = cls.__dict__.get("__init__")
        if made is not None:
            type.__setattr__(cls, "__init__", naming_fields(made))

    def __rich_repr__(self) -> Iterator[object]:
        """Yield the fields that differ from their defaults; rich shows their values likewise."""
        return self._shown_fields()

    def __repr__(self) -> str:
        """Return the call that makes it, on one line."""
        fields = ", ".join(f"{name}={value!r}" for name, value in self._shown_fields())
        return f"{type(self).__name__}({fields})"

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        name = f"{type(self).__name__}("
        printer.begin_group(4, name)
        for at, (field, value) in enumerate(self._shown_fields()):
            if at:
                printer.text(",")
                printer.breakable()
            printer.text(f"{field}=")
            printer.pretty(value)
        printer.end_group(4, ")")

    def _shown_fields(self) -> Iterator[tuple[str, object]]:
        """Yield the fields that differ from their defaults, with their values."""
        for field in attrs.fields(type(self)):  # type: ignore[arg-type]  # records are attrs classes
            value = getattr(self, field.name)
            if value != field.default:
                yield field.name, value
