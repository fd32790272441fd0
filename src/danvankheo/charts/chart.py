"""A chart as a value: its title, what it says in words, and its picture."""

import os
import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Final, Protocol, cast

import attrs
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG

from danvankheo.charts.canvas import Canvas
from danvankheo.domain.numbers import whole_from
from danvankheo.errors import invalid
from danvankheo.files import StrPath, path_of, replaced
from danvankheo.printing import shown, visible
from danvankheo.reasons import Reason

DEFAULT_WIDTH: Final = 720
"""How wide a chart is if nobody says: as an A4 page with its margins takes, in pixels of 1/96 inch."""

_NARROWEST: Final = 240
_WIDEST: Final = 4_000
_POINTS: Final = 72 / 96  # what SVG of Matplotlib counts in
_MOST_PIXELS: Final = 60_000_000
_ID: Final = re.compile(r'\bid="([^"]+)"')
_USE: Final = re.compile(r'(?<=#)([^")\s]+)(?=["\)])')
_OPEN_TAG: Final = re.compile(r"<svg\b[^>]*>")


class Write(Protocol):
    """How a canvas of Matplotlib writes itself; its own function has no types."""

    def __call__(self, out: BytesIO, *, metadata: dict[str, str | None]) -> object:
        """Write to a stream."""
        ...


class Picture(Protocol):
    """What a chart draws; records of figures and names, without anything of Matplotlib."""

    def draw(self, canvas: Canvas) -> None:
        """Draw it below what stands on the canvas already."""
        ...


@attrs.frozen(kw_only=True, repr=False)
class Chart:
    r"""A chart: drawn anew with each call, always to the same bytes.

    Made by `ranked_bars`, `stacked_bars`, `paired_bars`, `series` and `small_multiples`. Notebooks show it.

    Args:
        title: what it is of.
        alt: what it says in words, with the exact figures: the alternative text of web pages and Word.
        picture: what is drawn.

    >>> from danvankheo.charts import ranked_bars
    >>> chart = ranked_bars({"Xã Ia Sơn": 12, "Xã Đak Pơ": 20}, title="Số mô hình")
    >>> chart.svg(width=390).startswith("<svg"), chart.png(width=390)[:4]
    (True, b'\x89PNG')
    """

    title: str
    alt: str
    picture: Picture

    def svg(self, *, width: int = DEFAULT_WIDTH) -> str:
        """Return the picture as SVG, with its title and its words in it.

        Letters are outlines, so that it looks alike everywhere. Ids are of the chart alone: several charts
        can stand in one page.

        Args:
            width: in pixels of 1/96 inch, from 240 to 4 000; the height follows.
        """
        canvas = self._canvas(width)
        figure = canvas.figure()
        out = BytesIO()
        write = cast(Write, FigureCanvasSVG(figure).print_svg)
        write(out, metadata={"Date": None, "Creator": None})
        text = out.getvalue().decode("utf-8")
        text = text[text.index("<svg") :]
        return self._named(_with_own_ids(text), canvas.width, canvas.height)

    def png(self, *, width: int = DEFAULT_WIDTH, scale: int = 2) -> bytes:
        """Return the picture as PNG.

        Args:
            width: in pixels of 1/96 inch, from 240 to 4 000; the height follows.
            scale: how many dots a pixel has, from 1 to 4: 2 for screens, 3 for print.
        """
        scale = whole_from(scale, "Chart.png.scale")
        if not 1 <= scale <= 4:
            raise invalid("Chart.png.scale", Reason.IN_RANGE, scale, low=1, high=4)
        canvas = self._canvas(width)
        dots = canvas.width * canvas.height * scale * scale
        if dots > _MOST_PIXELS:
            raise invalid("Chart.png", Reason.IN_RANGE, round(dots), low=1, high=_MOST_PIXELS)
        figure = canvas.figure(scale)
        out = BytesIO()
        write = cast(Write, FigureCanvasAgg(figure).print_png)
        write(out, metadata={"Software": None, "Description": visible(self.alt)})
        return out.getvalue()

    def save(self, path: StrPath, *, width: int = DEFAULT_WIDTH, scale: int = 2) -> None:
        """Write the picture to a file, whole or not at all; its name ends with .svg or .png.

        Raises:
            InvalidValueError: another ending.
            OSError: the file cannot be written.
        """
        name = path_of(path, "Chart.save")
        ending = os.path.splitext(name)[1].lower()
        if ending == ".svg":
            content = ('<?xml version="1.0" encoding="utf-8"?>\n' + self.svg(width=width)).encode()
        elif ending == ".png":
            content = self.png(width=width, scale=scale)
        else:
            raise invalid("Chart.save.path", Reason.ONE_OF, ending, allowed=".svg, .png")
        with replaced(Path(name)) as whole:
            whole.write_bytes(content)

    def __repr__(self) -> str:
        """Return what it is of, briefly."""
        return f"<Chart {shown(self.title)}>"

    def __html__(self) -> str:
        """Return it as HTML: what templates that escape by themselves, such as Jinja's, put in as it is."""
        return self._repr_html_()

    def _repr_html_(self) -> str:
        data = b64encode(self.svg().encode()).decode()
        alt = escape(visible(self.alt))
        return f'<img src="data:image/svg+xml;base64,{data}" alt="{alt}" style="max-width:100%;height:auto">'

    def _repr_svg_(self) -> str:
        return self.svg()

    def _canvas(self, width: int) -> Canvas:
        width = whole_from(width, "Chart.width")
        if not _NARROWEST <= width <= _WIDEST:
            raise invalid("Chart.width", Reason.IN_RANGE, width, low=_NARROWEST, high=_WIDEST)
        canvas = Canvas(width)
        canvas.title(self.title)
        self.picture.draw(canvas)
        return canvas

    def _named(self, svg: str, width: float, height: float) -> str:
        """Return SVG whose root says what it shows to those who do not see it."""
        opening = (
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img" '
            f'lang="vi" width="{width:.0f}" height="{height:.0f}" '
            f'viewBox="0 0 {width * _POINTS:.2f} {height * _POINTS:.2f}" '
            f'style="max-width:100%;height:auto">\n'
            f"<title>{escape(visible(self.title))}</title><desc>{escape(visible(self.alt))}</desc>"
        )
        return _OPEN_TAG.sub(lambda _: opening, svg, count=1)


def _with_own_ids(svg: str) -> str:
    """Return SVG with ids that depend on what it shows alone: Matplotlib's are drawn at random."""
    numbered = {name: f"n{at}" for at, name in enumerate(dict.fromkeys(_ID.findall(svg)))}
    plain = _with_ids(svg, numbered)
    mark = sha256(plain.encode()).hexdigest()[:8]
    return _with_ids(svg, {name: f"c{mark}-{own}" for name, own in numbered.items()})


def _with_ids(svg: str, names: dict[str, str]) -> str:
    svg = _ID.sub(lambda found: f'id="{names[found[1]]}"', svg)
    return _USE.sub(lambda found: names.get(found[1], found[1]), svg)
