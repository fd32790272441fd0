"""Locales for people who draw themselves: JSON, and the signs that our own formatters write."""

import json
from datetime import date
from decimal import Decimal

from danvankheo import format_date, format_number
from danvankheo.charts import plotly_separators, vega_locale


def test_the_signs_are_those_of_our_own_numbers():
    number = vega_locale()["formatLocale"]
    written = (
        f"{1234567.5:,}".replace(",", "_").replace(".", number["decimal"]).replace("_", number["thousands"])
    )
    assert written == format_number(Decimal("1234567.5"))
    assert plotly_separators() == number["decimal"] + number["thousands"]


def test_days_begin_with_sunday_and_are_called_as_in_our_dates():
    times = vega_locale()["timeFormatLocale"]
    assert (len(times["days"]), len(times["shortDays"])) == (7, 7)
    assert (len(times["months"]), len(times["shortMonths"])) == (12, 12)
    for day in range(1, 8):
        that = date(2026, 11, day)
        name = times["days"][(that.weekday() + 1) % 7]
        assert name.lower() in format_date(that, style="cldr_full").lower()


def test_it_is_json():
    assert json.loads(json.dumps(vega_locale())) == vega_locale()
