"""How the cells of a workbook look: fonts, borders, and number formats as Vietnam writes figures."""

from typing import Any, Final, TypeAlias

import attrs

from danvankheo.domain.quantities import Approximation

Format: TypeAlias = Any
"""A format of XlsxWriter, which has no types."""

_FONT: Final = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
_VIETNAM: Final = "[$-42A]"
_GRID: Final = {"border": 1, "border_color": "#7F7F7F"}
_HEAD: Final = {
    "bold": True,
    "text_wrap": True,
    "align": "center",
    "valign": "vcenter",
    "bg_color": "#E2ECF5",
}
_TOTAL: Final = {"bold": True, "bg_color": "#F3F3F3"}
# A text that begins with one of these would be a formula where somebody types it again or saves it as CSV.
_BEGINS_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")


def number_format(decimals: int, approximation: Approximation, *, signed: bool = False) -> str:
    """Return the number format of a figure: with Vietnam's signs where the program lets a format choose.

    Excel itself takes the signs of the user's region, whatever a format says.

    >>> number_format(2, Approximation.NEARLY), number_format(1, Approximation.EXACTLY, signed=True)
    ('[$-42A]"gần "#,##0.00;[$-42A]"gần "-#,##0.00', '[$-42A]+#,##0.0;[$-42A]-#,##0.0;[$-42A]0.0')
    """
    plain = "0" + (f".{'0' * decimals}" if decimals else "")
    word = _VIETNAM + (f'"{approximation.label} "' if approximation.label else "")
    if signed:
        return f"{word}+#,##{plain};{word}-#,##{plain};{word}{plain}"
    # Excel puts the sign of a negative number before all else, unless the format says where it stands.
    return f"{word}#,##{plain};{word}-#,##{plain}" if approximation.label else f"{word}#,##{plain}"


@attrs.frozen
class Shape:
    """What of a cell of a table decides its look.

    Args:
        number: the number format of a figure; empty for texts.
        total: whether it stands in a sum.
        right: whether it aligns right.
        quoted: whether it is a text that would be a formula where somebody types it again.
    """

    number: str = ""
    total: bool = False
    right: bool = False
    quoted: bool = False

    @classmethod
    def of_text(cls, text: str, *, total: bool = False, right: bool = False) -> "Shape":
        """Return the look of a text.

        >>> Shape.of_text("=1+1").quoted, Shape.of_text("Ia Sơn").quoted
        (True, False)
        """
        return cls(total=total, right=right, quoted=text.startswith(_BEGINS_FORMULAS))


class Forms:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._cells: dict[Shape, Format] = {}
        self.title: Format = self._made(bold=True, font_size=14)
        self.section: Format = self._made(bold=True)
        self.prose: Format = self._made(text_wrap=True)
        self.note: Format = self._made(text_wrap=True, italic=True, font_size=11)
        self.signer: Format = self._made(bold=True, align="center", text_wrap=True)
        self.head: Format = self._made(**_GRID, **_HEAD)

    def cell(self, shape: Shape) -> Format:
        """Return the format of a cell of a table."""
        if shape not in self._cells:
            options: dict[str, Any] = {**_GRID, **(_TOTAL if shape.total else {})}
            options["align"] = "right" if shape.number or shape.right else "left"
            if shape.number:
                options["num_format"] = shape.number
            else:
                options |= {"text_wrap": True, "quote_prefix": shape.quoted}
            self._cells[shape] = self._made(**options)
        return self._cells[shape]

    def _made(self, **options: Any) -> Format:
        return self._book.add_format({**_FONT, **options})
