"""How each type shows itself: `Shown` asks here, as HTML for notebooks and as rich text for terminals."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from danvankheo.auditing.findings.finding import Finding
from danvankheo.awarding.records import AwardMoney
from danvankheo.calc.comparison import Comparison
from danvankheo.domain.movement import Movement
from danvankheo.domain.shown import Shown
from danvankheo.domain.summary import Summary
from danvankheo.formatting.texts import text_of
from danvankheo.notebooks.cells import cell_of
from danvankheo.notebooks.labels import RECORDS
from danvankheo.notebooks.tables import of_one, table
from danvankheo.reporting.blocks import Document
from danvankheo.reporting.figure_table import FigureTable
from danvankheo.reporting.of_one import report_of
from danvankheo.reporting.plain import NOTHING, plain_report, plain_table
from danvankheo.reporting.render import html_body, html_table, html_text
from danvankheo.scanning.facts import Fact

if TYPE_CHECKING:
    from rich.console import Group
    from rich.text import Text

    from danvankheo.notebooks.terminal import Fitted

Shape: TypeAlias = Document | FigureTable | str
"""What a value shows as: a report with sections, a table, or a phrase."""

# Notebooks align all cells of tables to the right, by rules that weigh more than any plain one.
_STYLE: Final = (
    "<style>.danvankheo .w{overflow-x:auto}.danvankheo .w table{margin:0 0 1em;table-layout:auto}"
    ".danvankheo table th,.danvankheo table td{text-align:left!important;vertical-align:top}"
    ".danvankheo table th.n,.danvankheo table td.n{text-align:right!important}"
    ".danvankheo td:first-child{min-width:7em}"
    ".danvankheo table td.n{white-space:nowrap}.danvankheo table .t td{font-weight:bold}</style>"
)


def shape_of(value: Shown) -> Shape:
    """Return what a value shows as.

    >>> from danvankheo import Period, Quantity
    >>> from danvankheo.units import MILLION_DONG
    >>> shape_of(Quantity(60, MILLION_DONG)), shape_of(Period.quarter(2022, 3))
    ('60 triệu đồng', 'quý III/2022')
    """
    shape = _shape_of(value)
    return NOTHING if isinstance(shape, FigureTable) and not shape.length else shape


def _shape_of(value: Shown) -> Shape:
    match value:
        case Document() | FigureTable():
            return value
        case Movement():
            return report_of(value)
        case Summary() | Comparison():
            return table(value)
        case Finding() | Fact():
            return table([value])
        case AwardMoney():
            return table(value) if value.lines else text_of(value)
        case Iterable() | Mapping():
            return table(value)
        case _ if (name := RECORDS.get(type(value).__name__)) is not None:
            return of_one(value, name)
        case _:
            return cell_of(value)


def html_of(value: Shown) -> str:
    """Return a value as HTML; whatever a name contains stays text.

    >>> from danvankheo import Quantity
    >>> from danvankheo.units import MILLION_DONG
    >>> html_of(Quantity(60, MILLION_DONG))
    '<span lang="vi">60 triệu đồng</span>'
    """
    shape = shape_of(value)
    match shape:
        case str():
            return f'<span lang="vi">{html_text(shape)}</span>'
        case FigureTable():
            lines = html_table(shape)
        case Document():
            lines = [f"<h3>{html_text(shape.title)}</h3>", *html_body(shape, level=4)]
    return "\n".join(['<div class="danvankheo" lang="vi">', _STYLE, *lines, "</div>"])


def plain_of(value: Shown) -> str:
    """Return a value as lines of plain text, a table with aligned columns.

    >>> from danvankheo import scan
    >>> print(plain_of(scan("Góp 12 triệu đồng.")))
    Loại  Trong văn bản  Giá trị        Vị trí
    ────  ─────────────  ─────────────  ──────
    tiền  12 triệu đồng  12 triệu đồng  4–17
    """
    shape = shape_of(value)
    match shape:
        case str():
            return shape
        case FigureTable():
            return plain_table(shape)
        case Document():
            return plain_report(shape)


def parts_of(value: Shown) -> Iterator[object]:
    """Yield what rich shows of a value within a list, a dict or another record.

    >>> from danvankheo import Quantity
    >>> from danvankheo.units import MILLION_DONG
    >>> list(parts_of(Quantity(60, MILLION_DONG)))
    ['60 triệu đồng']
    """
    match value:
        case Finding():
            yield from (value.severity.label, value.told())
        case _:
            yield cell_of(value)


def rich_of(value: Shown) -> "Group | Fitted | Text":
    """Return a value as what rich draws; whatever a name contains stays text.

    >>> from danvankheo import Quantity
    >>> from danvankheo.units import MILLION_DONG
    >>> rich_of(Quantity(60, MILLION_DONG)).plain
    '60 triệu đồng'
    """
    from danvankheo.notebooks import terminal  # needs rich  # noqa: PLC0415

    shape = shape_of(value)
    match shape:
        case str():
            return terminal.phrase(shape)
        case FigureTable():
            return terminal.grid(shape)
        case Document():
            return terminal.whole(shape)
