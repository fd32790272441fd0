"""Tables and reports as plain text: what `print` shows, in columns that a screen of equal letters aligns."""

from collections.abc import Sequence
from unicodedata import category, combining, east_asian_width

from danvankheo.printing import visible
from danvankheo.reporting.blocks import Block, ChartBlock, Document, Items, Note, Prose, Signature, Title
from danvankheo.reporting.figure_table import FigureTable

_GAP = "  "


def plain_table(table: FigureTable) -> str:
    """Return a table as lines: text to the left, figures to the right, a rule below the head.

    Cells are not broken, so lines may be long; rich draws the same table for the width of its screen.

    >>> rows = (("Xã Ia Sơn", "5.000"), ("Phường An Khê", "12.000"))
    >>> print(plain_table(FigureTable.of_texts(("Nơi", "Tiền (đồng)"), rows, figures=[1])))
    Nơi            Tiền (đồng)
    ─────────────  ───────────
    Xã Ia Sơn            5.000
    Phường An Khê       12.000
    """
    if not table.length:
        return NOTHING
    lines = [[_on_one_line(cell) for cell in line] for line in (table.head, *table.rows)]
    widths = [max(map(columns_of, cells)) for cells in zip(*lines, strict=True)]
    head, *rows = (_aligned(line, widths, table) for line in lines)
    rule = _GAP.join("─" * width for width in widths)
    body = rows[: len(rows) - table.totals]
    totals = [rule, *rows[len(body) :]] if table.totals and body else rows[len(body) :]
    return "\n".join([head, rule, *body, *totals])


NOTHING = "Không có số liệu nào."
"""What stands in place of a table without rows."""


def plain_report(report: Document) -> str:
    """Return a report as lines of text: its title, its sections, their tables.

    >>> print(plain_report(Document(title="Tiền thưởng", blocks=(Prose("Tổng cộng: 5.000 đồng."),))))
    Tiền thưởng
    Tổng cộng: 5.000 đồng.
    """
    lines = [text for text in (report.title, report.subtitle) if text]
    for block in report.blocks:
        lines += _lines(block)
    return "\n".join("\n".join(map(visible, line.split("\n"))) for line in lines)


def _lines(block: Block) -> list[str]:
    match block:
        case Title(text):
            return ["", text]
        case Prose(text):
            return [text]
        case Items(items):
            return [f"- {item}" for item in items]
        case FigureTable():
            return [plain_table(block)]
        case ChartBlock():
            return [block.title, block.alt]
        case Note():
            return [block.shown]
        case Signature(signers):
            return [", ".join(part for part in signer.lines if part) for signer in signers]


def columns_of(text: str) -> int:
    r"""Return how many columns of a terminal a text takes: marks none, letters one, ideographs two.

    >>> columns_of("Phường"), columns_of("Phu\u031bo\u031b\u0300ng"), columns_of("東京")
    (6, 6, 4)
    """
    if text.isascii():
        return len(text)
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if combining(letter) or category(letter) in _WITHOUT_WIDTH:
        return 0
    return 2 if east_asian_width(letter) in _WIDE else 1


_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
_WIDE = frozenset({"W", "F"})


def _on_one_line(cell: str) -> str:
    return visible(" ".join(cell.split()))


def _aligned(line: Sequence[str], widths: Sequence[int], table: FigureTable) -> str:
    cells = []
    for at, (cell, width) in enumerate(zip(line, widths, strict=True)):
        room = " " * (width - columns_of(cell))
        cells.append(room + cell if at in table.numeric else cell + room)
    return _GAP.join(cells).rstrip()
