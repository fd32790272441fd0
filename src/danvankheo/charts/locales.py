"""How Vietnamese writes numbers and dates on axes, as data for Vega, D3 and Plotly."""

from typing import Final, TypedDict

from danvankheo.locale_vi.cldr import calendar_names, symbols


class NumberLocale(TypedDict):
    """A locale of d3-format."""

    decimal: str
    thousands: str
    grouping: list[int]
    currency: list[str]
    percent: str
    minus: str


class TimeLocale(TypedDict):
    """A locale of d3-time-format."""

    dateTime: str
    date: str
    time: str
    periods: list[str]
    days: list[str]
    shortDays: list[str]
    months: list[str]
    shortMonths: list[str]


class VegaLocale(TypedDict):
    """What vega-embed takes as its options ``formatLocale`` and ``timeFormatLocale``."""

    formatLocale: NumberLocale
    timeFormatLocale: TimeLocale


_DAY: Final = "%d/%m/%Y"


def vega_locale() -> VegaLocale:
    """Return the locale of Vega, Vega-Lite and D3 for Vietnamese: 1.234,5; 31/12/2025; thứ Hai.

    It can be written as JSON; its two parts are d3-format's and d3-time-format's. In Altair:
    ``alt.renderers.set_embed_options(format_locale=vega_locale()["formatLocale"],
    time_format_locale=vega_locale()["timeFormatLocale"])``. Signs are CLDR's.

    >>> locale = vega_locale()
    >>> locale["formatLocale"]["decimal"], locale["formatLocale"]["thousands"]
    (',', '.')
    >>> locale["formatLocale"]["currency"], locale["timeFormatLocale"]["days"][1]
    (['', ' đồng'], 'Thứ Hai')
    """
    signs, names = symbols(), calendar_names()
    return {
        "formatLocale": {
            "decimal": signs.decimal,
            "thousands": signs.group,
            "grouping": [3],
            "currency": ["", " đồng"],
            "percent": signs.percent,
            "minus": signs.minus,
        },
        "timeFormatLocale": {
            "dateTime": f"%H:%M:%S {_DAY}",
            "date": _DAY,
            "time": "%H:%M:%S",
            "periods": [*names.halves_of_day],
            "days": [*names.days],
            "shortDays": [*names.short_days],
            "months": [*names.months],
            "shortMonths": [*names.short_months],
        },
    }


def plotly_separators() -> str:
    """Return the signs of a number for Plotly: ``figure.update_layout(separators=plotly_separators())``.

    The first is the decimal sign, the second parts thousands.

    >>> plotly_separators()
    ',.'
    """
    signs = symbols()
    return f"{signs.decimal}{signs.group}"
