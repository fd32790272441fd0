"""Room for a picture: text that is measured and wrapped, a legend, axes; all in pixels from the top left."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Final, Literal

from matplotlib import get_data_path
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.patches import Rectangle
from matplotlib.patheffects import Normal, Stroke
from matplotlib.text import Text
from matplotlib.textpath import text_to_path
from matplotlib.ticker import MaxNLocator

from danvankheo.charts.palette import GRID, INK, PAPER, SOFT_INK
from danvankheo.charts.ticks import VietnameseTicks
from danvankheo.printing import visible

TITLE: Final = 16
TEXT: Final = 12.5
SMALL: Final = 11.5
LINE: Final = 1.35
"""Sizes of type in pixels, and the height of a line as a multiple of it."""

MARGIN: Final = 14
_DOTS_PER_INCH: Final = 96
_POINTS_PER_PIXEL: Final = 72 / _DOTS_PER_INCH
_UNKNOWN_LETTER: Final = "\N{REPLACEMENT CHARACTER}"

Side = Literal["left", "center", "right"]


class Canvas:
    """A sheet of a given width that grows downwards; `figure` draws it when all is on it.

    Args:
        width: in pixels.
    """

    def __init__(self, width: int) -> None:
        self.width = width
        self.down: float = MARGIN
        """How far down it is filled."""
        self._parts: list[Callable[[Figure, float], None]] = []

    @property
    def height(self) -> float:
        """How high it is as it stands, in pixels."""
        return self.down + MARGIN

    @property
    def is_narrow(self) -> bool:
        """Return whether it is as narrow as a telephone."""
        return self.width < 560

    @property
    def inner(self) -> float:
        """How much of the width is between the margins."""
        return self.width - 2 * MARGIN

    def title(self, text: str) -> None:
        """Write the title."""
        if text:
            self.paragraph(text, TITLE, colour=INK, bold=True)
            self.down += 3

    def paragraph(
        self, text: str, size: float = SMALL, *, colour: str = SOFT_INK, bold: bool = False
    ) -> None:
        """Write text over the whole width, in as many lines as it needs."""
        for line in wrapped(text, size, self.inner, bold=bold):
            self.say(line, MARGIN, self.down + size, size, colour=colour, bold=bold)
            self.down += size * LINE

    def say(
        self,
        text: str,
        x: float,
        baseline: float,
        size: float = TEXT,
        *,
        colour: str = INK,
        bold: bool = False,
        side: Side = "left",
    ) -> None:
        """Write one line of text where it is wanted."""

        def draw(figure: Figure, height: float) -> None:
            figure.text(
                x / self.width,
                1 - baseline / height,
                drawable(text),
                color=colour,
                ha=side,
                va="baseline",
                fontproperties=font(size, bold=bold),
                parse_math=False,
            )

        self._parts.append(draw)

    def legend(self, entries: Sequence[tuple[str, str]], *, lines: bool = False) -> None:
        """Name colours, in as many lines as it needs.

        Args:
            entries: what each is, and its colour.
            lines: whether a line is drawn instead of a square.
        """
        x = float(MARGIN)
        for text, colour in entries:
            needed = 18 + width_of(text, SMALL) + 18
            if x > MARGIN and x + needed - 18 > self.width - MARGIN:
                x, self.down = MARGIN, self.down + SMALL * LINE
            self._mark(x, self.down + 1, colour, thin=lines)
            self.say(text, x + 17, self.down + SMALL - 1, SMALL, colour=INK)
            x += needed
        self.down += SMALL * LINE + 4

    def _mark(self, x: float, top: float, colour: str, *, thin: bool) -> None:
        def draw(figure: Figure, height: float) -> None:
            up, high = (top + 5, 2.5) if thin else (top, 10.5)
            corner = x / self.width, 1 - (up + high) / height
            box = Rectangle(corner, 12 / self.width, high / height, transform=figure.transSubfigure)
            box.set(facecolor=colour, edgecolor=SOFT_INK, linewidth=0 if thin else 0.4)
            figure.add_artist(box)

        self._parts.append(draw)

    def plot(
        self,
        draw: Callable[[Axes], None],
        *,
        left: float,
        width: float,
        height: float,
        top: float | None = None,
    ) -> None:
        """Make room for axes and let something be drawn in them.

        Args:
            draw: what draws.
            left: where they begin, from the left of the canvas.
            width: of the axes alone, without their labels.
            height: likewise.
            top: where they begin, if not below what is there; the canvas does not grow then.
        """
        above = self.down if top is None else top

        def place(figure: Figure, whole: float) -> None:
            box = (left / self.width, 1 - (above + height) / whole, width / self.width, height / whole)
            draw(figure.add_axes(box, facecolor=PAPER))

        self._parts.append(place)
        if top is None:
            self.down += height

    def figure(self, scale: int = 1) -> Figure:
        """Return all of it as a figure of Matplotlib.

        Args:
            scale: how many dots a pixel has.
        """
        height = self.height
        size = (self.width / _DOTS_PER_INCH, height / _DOTS_PER_INCH)
        figure = Figure(size, dpi=_DOTS_PER_INCH * scale, facecolor=PAPER, edgecolor=PAPER, linewidth=0)
        for part in self._parts:
            part(figure, height)
        return figure


def font(size: float, *, bold: bool = False) -> FontProperties:
    """Return Matplotlib's own font, which has every Vietnamese letter, in a size of pixels."""
    return FontProperties(
        family="DejaVu Sans",
        style="normal",
        variant="normal",
        weight="bold" if bold else "normal",
        stretch="normal",
        size=size * _POINTS_PER_PIXEL,
        math_fontfamily="dejavusans",
    )


def width_of(text: str, size: float = TEXT, *, bold: bool = False) -> float:
    """Return how wide a line of text is, in pixels.

    >>> width_of("Xã Đak Pơ") > width_of("Xã") > 0
    True
    """
    width, _, _ = text_to_path.get_text_width_height_descent(
        drawable(text), font(size, bold=bold), ismath=False
    )
    return float(width) / _POINTS_PER_PIXEL


def wrapped(text: str, size: float, room: float, *, bold: bool = False, most: int | None = None) -> list[str]:
    """Return text in lines that fit; of more lines than there may be, the last ends with "…".

    >>> wrapped("Tiền vận động năm 2025", 12.5, 90)
    ['Tiền vận động', 'năm 2025']
    """
    lines: list[str] = []
    for word in _words(drawable(text), size, room, bold=bold):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if most is not None and len(lines) > most:
        lines = lines[:most]
        while lines[-1] and width_of(f"{lines[-1]}…", size, bold=bold) > room:
            lines[-1] = lines[-1][:-1].rstrip()
        lines[-1] += "…"
    return lines


def _words(text: str, size: float, room: float, *, bold: bool) -> Iterable[str]:
    """Yield words, those that are wider than a line in pieces."""
    for word in text.split():
        rest = word

        def width(letters: int) -> float:
            return width_of(rest[:letters], size, bold=bold)  # noqa: B023  # called at once

        while width(len(rest)) > room and len(rest) > 1:
            cut = max(bisect_right(range(len(rest)), room, lo=1, key=width) - 1, 1)
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def drawable(text: str) -> str:
    """Return text as the font can draw it: a letter that it lacks is its sign for that.

    >>> drawable("Phường An Khê 漢")
    'Phường An Khê �'
    """
    letters = _letters()
    return "".join(
        letter if ord(letter) in letters else _UNKNOWN_LETTER for letter in visible(" ".join(text.split()))
    )


@cache
def _letters() -> frozenset[int]:
    return frozenset(get_font(f"{get_data_path()}/fonts/ttf/DejaVuSans.ttf").get_charmap())


def plain(axes: Axes, *, figures_on: Literal["x", "y"], whole: bool) -> None:
    """Leave of axes only a grid and the labels of the axis that has the figures.

    Args:
        axes: the axes.
        figures_on: which axis has the figures.
        whole: whether they are whole numbers only.
    """
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_axisbelow(True)
    axes.tick_params(
        which="both", length=0, pad=4, labelsize=SMALL * _POINTS_PER_PIXEL, labelcolor=SOFT_INK,
        labelrotation=0, labelfontfamily="DejaVu Sans", top=False, right=False, labeltop=False,
        labelright=False, bottom=False, left=False,
        labelbottom=figures_on == "x", labelleft=figures_on == "y",
    )  # fmt: skip
    axis = axes.xaxis if figures_on == "x" else axes.yaxis
    other = axes.yaxis if figures_on == "x" else axes.xaxis
    axis.set_major_locator(MaxNLocator(nbins=4, steps=[1, 2, 2.5, 5, 10], integer=whole))
    axis.set_major_formatter(VietnameseTicks())
    axis.grid(True, which="major", color=GRID, linewidth=0.8, linestyle="-", alpha=1)
    other.grid(False)
    axes.minorticks_off()


def label(
    axes: Axes,
    text: str,
    at: tuple[float, float],
    *,
    by: tuple[float, float] = (0, 0),
    size: float = SMALL,
    colour: str = INK,
    bold: bool = False,
    side: Side = "left",
    up: Literal["top", "center", "bottom", "baseline"] = "center",
) -> Text:
    """Write beside a point of axes.

    Args:
        axes: the axes.
        text: one line.
        at: the point, in figures.
        by: how far from it, in pixels to the right and up.
        size: in pixels.
        colour: of the letters.
        bold: whether they are bold.
        side: which side of the text is at the point.
        up: likewise in height.
    """
    offset = (by[0] * _POINTS_PER_PIXEL, by[1] * _POINTS_PER_PIXEL)
    note = axes.annotate(
        drawable(text), at, offset, textcoords="offset points", ha=side, va=up, color=colour,
        fontproperties=font(size, bold=bold), parse_math=False, annotation_clip=False,
    )  # fmt: skip
    note.set_path_effects(
        [Stroke(linewidth=2.2, foreground=PAPER), Normal()]
    )  # so that lines do not cross it
    return note
