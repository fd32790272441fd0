"""The docs page of every published table of `danvankheo.frames`, made from its schema."""

from typing import Final

from danvankheo.frames.schema import CONTEXT, SCHEMAS, Column, TableSchema
from danvankheo.frames.units import PLACES
from danvankheo.reporting.blocks import Block, Document, paragraphs, section
from danvankheo.reporting.figure_table import FigureTable
from danvankheo.reporting.render import to_markdown

_HEAD: Final = ("Column", "Type", "Unit", "Meaning", "Needed", "Null")
_ABOUT: Final = (
    "Made of the schema that the library checks tables against (nox -s pages). A table may have more "
    "columns. Null is “not stated”, which is not zero, except where it is refused. Every table may begin "
    "with the columns of “context”."
)
_UNITS: Final = "A whole number of the smallest unit is one of these; things counted are counted whole."


def page() -> str:
    """Return the page, in Markdown."""
    context = TableSchema(name="context", meaning="where and when", columns=CONTEXT)
    sections = [_section(context, frozenset())]
    sections += [_section(schema, frozenset(context.names)) for schema in SCHEMAS.values()]
    units = tuple((unit, f"1/{10**places}" if places else "1") for unit, places in PLACES.items())
    head = ("Base unit", "Smallest unit")
    sections.append(section("Smallest units", text=_UNITS, table=FigureTable.of_texts(head, units)))
    blocks = [block for blocks in sections for block in blocks]
    return to_markdown(Document(title="Published tables", blocks=[*paragraphs(_ABOUT), *blocks]))


def _section(schema: TableSchema, left_out: frozenset[str]) -> tuple[Block, ...]:
    rows = tuple(_row(column) for column in schema.columns if column.name not in left_out)
    return section(schema.name, text=f"{schema.meaning}.", table=FigureTable.of_texts(_HEAD, rows))


def _row(column: Column) -> tuple[str, ...]:
    choices = f": {', '.join(column.choices)}" if column.choices else ""
    return (
        column.name,
        column.type.value,
        column.unit,
        column.meaning.replace("`", "") + choices,
        "yes" if column.needed else "",
        "refused" if column.filled else "not stated",
    )
