"""What a report is made of, whatever it is printed as: sections of sentences and tables."""

import attrs

from danvankheo.domain.shown import ShownByField


@attrs.frozen(kw_only=True, repr=False)
class TextTable(ShownByField):
    """A table of Vietnamese texts, as `danvankheo.table` makes it.

    Args:
        head: what the columns hold.
        rows: the cells of each row.
        numeric: the places of the columns that hold figures and align right; 0 is the first.

    >>> from danvankheo import scan, table
    >>> table(scan("Góp 12 triệu đồng.")).rows
    (('tiền', '12 triệu đồng', '12 triệu đồng', '', '', '4–17'),)
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()


@attrs.frozen(kw_only=True)
class Section:
    """A part of a report: a paragraph, a list and a table, each of which may be missing."""

    title: str
    text: str = ""
    items: tuple[str, ...] = ()
    table: TextTable | None = None


@attrs.frozen(kw_only=True, repr=False)
class Report(ShownByField):
    """A report: plain text throughout, nothing escaped, nothing measured."""

    title: str
    subtitle: str = ""
    text: str = ""
    sections: tuple[Section, ...] = ()
