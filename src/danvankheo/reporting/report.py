"""What a report is made of, whatever it is printed as: sections of sentences and tables."""

import attrs

from danvankheo.domain.shown import ShownByField


@attrs.frozen(kw_only=True, repr=False)
class Table(ShownByField):
    """A table; columns whose place is in `numeric` hold figures and align right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()


@attrs.frozen(kw_only=True)
class Section:
    """A part of a report: a paragraph, a list and a table, each of which may be missing."""

    title: str
    text: str = ""
    items: tuple[str, ...] = ()
    table: Table | None = None


@attrs.frozen(kw_only=True, repr=False)
class Report(ShownByField):
    """A report: plain text throughout, nothing escaped, nothing measured."""

    title: str
    subtitle: str = ""
    text: str = ""
    sections: tuple[Section, ...] = ()
