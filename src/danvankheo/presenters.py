"""Who writes, shows and reads a value: slots that the package fills.

So records know no floor above theirs. Each slot holds a function that imports what does the work: it
loads when a value is first shown or read, and not before.
"""

from collections.abc import Callable, Iterator
from typing import Any, Protocol


class Writing(Protocol):
    """How a value is written: `danvankheo.formatting.specs`."""

    def text_of(self, value: Any) -> str:
        """Return it as a Vietnamese report writes it."""
        ...

    def formatted(self, value: Any, spec: str) -> str:
        """Return it as the specification of an f-string asks."""
        ...


class Showing(Protocol):
    """How a value looks in notebooks and terminals: `danvankheo.notebooks.show`."""

    def html_of(self, value: Any) -> str:
        """Return it as HTML."""
        ...

    def plain_of(self, value: Any) -> str:
        """Return it as lines of plain text."""
        ...

    def rich_of(self, value: Any) -> object:
        """Return what rich draws."""
        ...

    def parts_of(self, value: Any) -> Iterator[object]:
        """Yield what rich shows of it within another value."""
        ...


class Reading(Protocol):
    """How pydantic reads a record: `danvankheo.documents.fields`."""

    def schema_of(self, kind: type) -> object:
        """Return the core schema of a record, None if documents cannot hold it."""
        ...

    def json_schema_of(self, kind: type, referred: Any) -> dict[str, object]:
        """Return its JSON Schema."""
        ...


class Presenters:
    """The slots; `danvankheo/__init__.py` fills them."""

    writing: Callable[[], Writing]
    showing: Callable[[], Showing]
    reading: Callable[[], Reading]


presenters: Presenters = Presenters()
