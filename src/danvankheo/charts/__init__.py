"""Pictures of figures: ranked, stacked and paired bars, series with their target, small multiples of places.

>>> from danvankheo import charts
>>> from danvankheo.units import MILLION_DONG
>>> from danvankheo import Quantity
>>> given = {"Xã Ia Sơn": Quantity(90, MILLION_DONG), "Xã Đak Pơ": Quantity(120, MILLION_DONG)}
>>> chart = charts.ranked_bars(given, title="Tiền vận động")
>>> print(chart.alt)
Tiền vận động. Biểu đồ thanh, xếp từ cao xuống thấp. Xã Đak Pơ: 120 triệu đồng; Xã Ia Sơn: 90 triệu đồng.

A chart is a small value: its title, what it says in words (`Chart.alt`), and the picture as SVG and PNG.
Figures are exact until they are drawn; one unit is chosen for an axis and stands beside it. Nothing here
touches pyplot or Matplotlib's settings, so that threads can draw at the same time.

Read in this order: `chart` (the value), `measure` (the unit of an axis, the text of a figure), `inputs` (what
is given, in order and named), `canvas` (room and type), `palette`, `bars` and `lines` (the pictures);
`ticks` and `locales` are for people who draw themselves.
"""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(__name__, needs={"matplotlib": "plot"})
