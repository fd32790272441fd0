"""Tables and reports as plain text: what `print` shows, in columns that a screen of equal letters aligns."""

from collections.abc import Sequence
from unicodedata import category, combining, east_asian_width

from danvankheo.printing import visible
from danvankheo.reporting.report import Report, TextTable

_GAP = "  "


def plain_table(table: TextTable) -> str:
    """Return a table as lines: text to the left, figures to the right, a rule below the head.

    Cells are not broken, so lines may be long; rich draws the same table for the width of its screen.

    >>> from danvankheo.reporting import TextTable
    >>> head, rows = ("Nơi", "Tiền (đồng)"), (("Xã Ia Sơn", "5.000"), ("Phường An Khê", "12.000"))
    >>> print(plain_table(TextTable(head=head, rows=rows, numeric=frozenset({1}))))
    Nơi            Tiền (đồng)
    ─────────────  ───────────
    Xã Ia Sơn            5.000
    Phường An Khê       12.000
    """
    if not table.rows:
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


def plain_report(report: Report) -> str:
    """Return a report as lines of text: its title, its sections, their tables.

    >>> print(plain_report(Report(title="Tiền thưởng", text="Tổng cộng: 5.000 đồng.")))
    Tiền thưởng
    Tổng cộng: 5.000 đồng.
    """
    lines = [text for text in (report.title, report.subtitle, report.text) if text]
    for section in report.sections:
        lines += ["", section.title, *([section.text] if section.text else [])]
        lines += [f"- {item}" for item in section.items]
        if section.table:
            lines.append(plain_table(section.table))
    return "\n".join("\n".join(map(visible, line.split("\n"))) for line in lines)


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


def _aligned(line: Sequence[str], widths: Sequence[int], table: TextTable) -> str:
    cells = []
    for at, (cell, width) in enumerate(zip(line, widths, strict=True)):
        room = " " * (width - columns_of(cell))
        cells.append(room + cell if at in table.numeric else cell + room)
    return _GAP.join(cells).rstrip()
