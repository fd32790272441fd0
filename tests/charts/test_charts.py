"""Charts: what they say in words is exact, and what they draw is the same every time, whatever is given."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import rcParams
from matplotlib.figure import Figure
from PIL import Image

from danvankheo import (
    Better,
    InvalidValueError,
    ModelField,
    Period,
    Place,
    PlaceKind,
    Quantity,
    counted,
    rank,
)
from danvankheo.charts import (
    Chart,
    paired_bars,
    ranked_bars,
    series,
    small_multiples,
    stacked_bars,
    tick_formatter,
)
from danvankheo.charts.canvas import width_of, wrapped
from danvankheo.charts.palette import STACK
from danvankheo.errors import UnitMismatchError
from danvankheo.units import DONG, HECTARE, MILLION_DONG, PERCENT, SQUARE_METRE, WORKDAY
from effort import costly

YEARS = [Period.year(year) for year in (2022, 2023, 2024, 2025)]
NAMES = ["Xã Ia Sơn", "Phường An Khê", "Xã Đak Pơ"]


def million(amount: str) -> Quantity:
    return Quantity(Decimal(amount), MILLION_DONG)


MONEY = dict(zip(NAMES, map(million, ("679.7", "2208.123", "99.5")), strict=True))
CHARTS = {
    "ranked": ranked_bars(MONEY | {"Xã An Thành": None}, title="Tiền vận động"),
    "growth": ranked_bars({"A": Fraction(-1, 3), "B": Fraction(1, 8)}, title="Tăng, giảm"),
    "paired": paired_bars(
        MONEY, {"Xã Ia Sơn": million("606")}, periods=(YEARS[1], YEARS[0]), title="Hai năm"
    ),
    "stacked": stacked_bars({name: {ModelField.ECONOMY: 3, None: 1} for name in NAMES}, title="Mô hình"),
    "series": series(
        dict(zip(YEARS, (Fraction(4, 100), None, Fraction(3, 100), Fraction(2, 100)), strict=True)),
        target=Fraction(3, 100),
        title="Hộ nghèo",
    ),
    "multiples": small_multiples({name: dict.fromkeys(YEARS, 3) for name in NAMES}, title="Mô hình"),
}


@pytest.fixture(params=CHARTS.values(), ids=CHARTS)
def chart(request: pytest.FixtureRequest) -> Chart:
    return request.param


def bars_of(made: Chart) -> list[float]:
    """Return the lengths of bars as they are drawn, in the unit of the axis."""
    figure = made._canvas(720).figure()
    return [patch.get_width() for axes in figure.axes for patch in axes.patches]


@pytest.mark.parametrize("width", [240, 390, 720])
def test_a_picture_has_the_width_that_is_asked_for(chart, width):
    picture = Image.open(BytesIO(chart.png(width=width, scale=1)))
    assert picture.width == width
    assert picture.height > 60
    root = ElementTree.fromstring(chart.svg(width=width))
    assert root.get("width") == str(width)
    assert abs(int(root.get("height")) - picture.height) <= 1


def test_the_same_bytes_every_time_in_any_thread_and_process(chart):
    svg, png = chart.svg(), chart.png()
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(lambda _: chart.svg(), range(4))) == {svg}
        assert set(threads.map(lambda _: chart.png(), range(4))) == {png}
    assert not re.search(r"<dc:date|20\d\d-\d\d-\d\dT", svg)


def test_the_same_bytes_in_another_process():
    code = (
        "from danvankheo.charts import ranked_bars; from hashlib import sha256;"
        "print(sha256(ranked_bars({'A': 1, 'B': 2}, title='T').svg().encode()).hexdigest())"
    )
    seen = {
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
        for _ in range(2)
    }
    assert len(seen) == 1


def test_nothing_of_pyplot_and_no_setting_of_matplotlib_is_touched(chart):
    before = dict(rcParams)
    chart.svg()
    chart.png()
    assert dict(rcParams) == before


def test_pyplot_is_not_loaded():
    code = "import danvankheo.charts as c; c.ranked_bars({'A': 1}).png(); import sys; print('matplotlib.pyplot' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"


def test_ids_of_two_charts_never_meet_and_all_that_are_used_are_there():
    ids = [set(re.findall(r'\bid="([^"]+)"', chart.svg())) for chart in CHARTS.values()]
    assert all(not one & other for at, one in enumerate(ids) for other in ids[:at])
    for each in CHARTS.values():
        svg = each.svg()
        used = set(re.findall(r'(?:href="#|url\(#)([^")]+)', svg))
        assert used <= set(re.findall(r'\bid="([^"]+)"', svg))


def test_svg_says_what_it_shows_to_those_who_do_not_see_it(chart):
    root = ElementTree.fromstring(chart.svg())
    title, words = root[0], root[1]
    assert root.get("role") == "img"
    assert (title.text, words.text) == (chart.title, chart.alt)
    assert 'alt="' in chart._repr_html_()
    assert chart._repr_svg_() == chart.svg()


def test_words_say_all_figures_in_the_unit_of_the_axis():
    assert CHARTS["ranked"].alt == (
        "Tiền vận động. Biểu đồ thanh, xếp từ cao xuống thấp. Phường An Khê: 2.208,123 triệu đồng; "
        "Xã Ia Sơn: 679,7 triệu đồng; Xã Đak Pơ: 99,5 triệu đồng; Xã An Thành: chưa có số liệu."
    )
    assert "A: -33,33% (-1/3)" in CHARTS["growth"].alt
    assert CHARTS["series"].alt.endswith(
        "năm 2023: chưa có số liệu; năm 2024: 3%; năm 2025: 2%. Chỉ tiêu: 3%."
    )
    assert "năm 2022 606 triệu đồng, năm 2023 679,7 triệu đồng" in CHARTS["paired"].alt


figures = st.one_of(
    st.dictionaries(st.sampled_from("ABCDEFGH"), st.none() | st.integers(-(10**12), 10**12), min_size=1),
    st.dictionaries(
        st.sampled_from("ABCDEFGH"),
        st.none() | st.fractions(-5, 5, max_denominator=10**6).filter(lambda f: True),
        min_size=1,
    ),
    st.dictionaries(
        st.sampled_from("ABCDEFGH"),
        st.none() | st.builds(Quantity, st.integers(0, 10**14), st.sampled_from([DONG, MILLION_DONG])),
        min_size=1,
    ),
)


@costly
@given(figures, st.sampled_from(Better))
def test_bars_are_as_long_as_their_figures(values, better):
    made = ranked_bars(values, better=better)
    unit = made.picture.measure.unit
    known = [value for value in values.values() if value is not None]
    scale = unit.size if unit else Fraction(1, 100) if any(isinstance(v, Fraction) for v in known) else 1
    exact = [
        Fraction(value.value if isinstance(value, Quantity) else value) / Fraction(scale) for value in known
    ]
    drawn = bars_of(made)
    assert drawn == pytest.approx([float(e) for e in sorted(exact, reverse=better is Better.HIGHER)])
    for name in values:
        assert f"{name}: " in made.alt
    ElementTree.fromstring(made.svg(width=390))


@costly
@given(st.lists(st.lists(st.none() | st.integers(0, 1000), min_size=3, max_size=3), min_size=1, max_size=9))
def test_a_stack_is_as_long_as_its_sum(rows):
    parts = [*ModelField][:3]
    made = stacked_bars({f"Xã {at}": dict(zip(parts, row, strict=True)) for at, row in enumerate(rows)})
    assert sum(bars_of(made)) == pytest.approx(sum(figure or 0 for row in rows for figure in row))
    for at, row in enumerate(rows):
        known = [figure for figure in row if figure is not None]
        total = f"{sum(known):,}".replace(",", ".") if known else "chưa có số liệu"
        partly = ", chưa đủ số liệu" if known and None in row else ""
        assert f"Xã {at}: cộng {total}{partly} (" in made.alt


def test_money_has_one_scale_chosen_by_the_largest():
    def unit_of(*amounts: int) -> str:
        return ranked_bars({str(at): Quantity(a, DONG) for at, a in enumerate(amounts)}).picture.measure.label

    assert unit_of(999) == "đồng"
    assert unit_of(1, 5_000) == "nghìn đồng"
    assert unit_of(1, 1_000_000) == "triệu đồng"
    assert unit_of(9_999_999_999) == "triệu đồng"
    assert unit_of(500_000, 10_000_000_000) == "tỷ đồng"
    assert (
        ranked_bars({"A": Quantity(2, HECTARE), "B": Quantity(5, SQUARE_METRE)}).picture.measure.label == "m2"
    )
    in_hectares = ranked_bars({"A": Quantity(5_000, SQUARE_METRE)}, unit=HECTARE)
    assert in_hectares.alt.endswith("A: 0,5 ha.")


def test_a_ranking_is_drawn_as_it_is_and_what_is_left_out_is_said():
    ranked = rank(MONEY, key=MONEY.get, better=Better.LOWER)
    made = ranked_bars(ranked, unit=DONG, most=2)
    assert made.alt == (
        "Biểu đồ thanh, theo thứ hạng. Xã Đak Pơ: 99.500.000 đồng; Xã Ia Sơn: 679.700.000 đồng. "
        "Không vẽ 1 dòng còn lại."
    )


def test_places_are_called_without_what_all_lie_in_and_stand_in_vietnamese_order():
    gia_lai = Place(name="Gia Lai", kind=PlaceKind.PROVINCE)
    places = [
        Place(name=name, kind=PlaceKind.COMMUNE, parent=gia_lai) for name in ("Ia Sơn", "Đak Pơ", "Cửu An")
    ]
    made = paired_bars(dict.fromkeys(places, 1), dict.fromkeys(places, 2), periods=("nay", "trước"))
    assert [*made.picture.names] == ["Xã Cửu An", "Xã Đak Pơ", "Xã Ia Sơn"]


HOSTILE = [
    "$x^2_{bad}$ \\frac",
    "<script>&\"'",
    "a\x1b[31m\u202eb",
    "漢字 🎉",
    "M" * 300,
    " \n\t ",
    "%s {0} \\n",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_text_whatever_they_hold(name):
    made = ranked_bars({name: 1, "B": 2}, title=name)
    for width in (240, 720):
        ElementTree.fromstring(made.svg(width=width))
        made.png(width=width, scale=1)
    assert "<script>" not in made._repr_html_() + made.svg()
    assert not {"\x1b", "\u202e"} & set(made.svg())


def test_what_cannot_be_drawn_is_refused_with_its_reason():
    with pytest.raises(UnitMismatchError):
        ranked_bars({"A": Quantity(1, DONG), "B": Quantity(1, WORKDAY)})
    with pytest.raises(UnitMismatchError):
        ranked_bars({"A": Quantity(1, counted("hộ")), "B": 3})
    with pytest.raises(UnitMismatchError):
        ranked_bars({"A": Fraction(1, 2), "B": 3})
    with pytest.raises(UnitMismatchError):
        series({YEARS[0]: Fraction(1, 2)}, target=Quantity(1, DONG))
    for bad in ({}, {"A": True}, {"A": "1"}, [1], dict.fromkeys(map(str, range(201)), 1)):
        with pytest.raises(InvalidValueError):
            ranked_bars(bad)
    with pytest.raises(InvalidValueError, match="2022"):
        series({2022: 1})
    with pytest.raises(InvalidValueError):
        stacked_bars({"A": {"x": -1}})
    with pytest.raises(InvalidValueError):
        stacked_bars({"A": {str(part): 1 for part in range(len(STACK) + 1)}})
    for width in (239, 4001, 390.5):
        with pytest.raises(InvalidValueError):
            CHARTS["ranked"].png(width=width)
    with pytest.raises(InvalidValueError):
        CHARTS["ranked"].png(scale=5)
    with pytest.raises(InvalidValueError):
        ranked_bars({"A": 1}, most=0)


def test_a_chart_is_saved_whole_or_not_at_all(tmp_path, chart):
    for ending in ("svg", "PNG"):
        path = tmp_path / f"hình.{ending}"
        chart.save(path)
        assert path.read_bytes() in (
            chart.png(),
            b'<?xml version="1.0" encoding="utf-8"?>\n' + chart.svg().encode(),
        )
    with pytest.raises(InvalidValueError, match=r"\.svg, \.png"):
        chart.save(tmp_path / "hình.jpg")
    with pytest.raises(OSError, match="nowhere"):
        chart.save(tmp_path / "nowhere" / "hình.svg")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["hình.PNG", "hình.svg"]


def _lightness(colour: str) -> float:
    """Return L* of CIELAB of a colour of sRGB."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * light ** (1 / 3) - 16 if light > 0.008856 else 903.3 * light


def test_neighbours_in_a_stack_differ_on_a_photocopy():
    steps = [abs(_lightness(one) - _lightness(next)) for one, next in pairwise(STACK)]
    assert min(steps) >= 20


@given(st.text(min_size=1), st.floats(30, 400))
def test_wrapped_text_keeps_its_letters_and_fits(text, room):
    lines = wrapped(text, 12.5, room)
    assert all(width_of(line) <= room or len(line) <= 1 for line in lines)


@given(st.integers(-(10**9), 10**9), st.integers(0, 6))
def test_ticks_are_written_as_the_numbers_that_they_mean(whole, decimals):
    meant = Decimal(whole).scaleb(-decimals)
    text = tick_formatter()(float(meant))
    assert Decimal(text.replace(".", "").replace(",", ".")) == meant


def test_ticks_of_an_axis_have_decimals_alike_and_their_unit():
    axes = Figure().add_subplot()
    axes.plot([0, 3], [0, 0.3])
    axes.yaxis.set_major_formatter(tick_formatter(PERCENT))
    assert axes.yaxis.get_major_formatter().format_ticks([0, 0.1, 0.15000000000000002]) == [
        "0%",
        "10%",
        "15%",
    ]
    assert tick_formatter(MILLION_DONG).format_ticks([0, 500_000, 1_000_000]) == ["0,0", "0,5", "1,0"]
    assert tick_formatter()(float("nan")) == ""
    assert tick_formatter()(-0.0) == "0"
