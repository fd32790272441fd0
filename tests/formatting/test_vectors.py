"""Every row of the table of values, options and expected Vietnamese text."""

import csv
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import danvankheo as dvk
from danvankheo import Approximation, DocumentSystem, Period, Quantity, Unit, counted

_TABLE = Path(__file__).parents[1] / "vectors" / "format.tsv"
_ROWS = list(csv.DictReader(_TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
_UNITS = {
    "VND": dvk.units.DONG, "USD": dvk.units.US_DOLLAR, "ha": dvk.units.HECTARE, "km": dvk.units.KILOMETRE, "m": dvk.units.METRE,
    "tấn": dvk.units.TONNE, "tạ": dvk.units.QUINTAL, "kg": dvk.units.KILOGRAM, "percent": dvk.units.PERCENT,
    "percentage_point": dvk.units.PERCENTAGE_POINT,
}  # fmt: skip
_SCALES = {"nghìn": "thousand", "triệu": "million", "tỷ": "billion"}

Options = dict[str, str]


def _unit(options: Options, default: Unit | None = None) -> Unit:
    name = options.get("unit")
    return _UNITS.get(name) or counted(name) if name else default


def _decimals(options: Options) -> int | None:
    return int(options["decimals"]) if "decimals" in options else None


def _approximation(options: Options) -> Approximation:
    return Approximation(options.get("approx", "exactly"))


def _number(value: str, options: Options) -> str:
    grouping = options.get("grouping") != "none"
    return dvk.format_number(Decimal(value), decimals=_decimals(options), grouping=grouping)


def _percent(value: str, options: Options) -> str:
    printed = dvk.format_quantity(Quantity(Decimal(value), dvk.units.PERCENT), decimals=_decimals(options))
    assert dvk.format_percent(Decimal(value) / 100, decimals=_decimals(options)) == printed
    return printed


def _money(value: str, options: Options) -> str:
    scale = options.get("scale", "full")
    return dvk.format_money(
        Decimal(value),
        unit=_unit(options, dvk.units.DONG),
        scale_word=_SCALES.get(scale, scale),
        decimals=_decimals(options),
        per=options.get("per", ""),
        approximation=_approximation(options),
    )


def _measured(base: Unit) -> Callable[[str, Options], str]:
    def write(value: str, options: Options) -> str:
        style = "symbol" if options.get("symbol") else "long" if options.get("long") else "plain"
        quantity = Quantity(Decimal(value), base, _approximation(options))
        return dvk.format_quantity(quantity, unit=_unit(options), decimals=_decimals(options), style=style)

    return write


def _count(value: str, options: Options) -> str:
    unit = _unit(options)
    unit = unit.per(options["per"]) if "per" in options else unit
    return dvk.format_quantity(Quantity(Decimal(value), unit, _approximation(options)))


def _ratio(value: str, options: Options) -> str:
    part, whole = map(Decimal, value.split("/"))
    percent = options.get("percent") == "true"
    return dvk.format_ratio(part, whole, unit=_unit(options), percent=percent, decimals=_decimals(options))


def _change(value: str, options: Options) -> str:
    scale = options.get("scale")
    return dvk.format_change(
        Quantity(Decimal(value), _unit(options)),
        scale_word=_SCALES.get(scale, scale),
        relative_to=options.get("relative_to", ""),
    )


def _attainment(value: str, options: Options) -> str:
    # The table gives the printed figure; the library takes what was attained.
    mode = options.get("mode", "reach")
    attained = Decimal(value) / 100 + (1 if mode == "exceed" else 0)
    return dvk.format_attainment(attained, target=options["target"], mode=mode)


def _date(value: str, options: Options) -> str:
    return dvk.format_date(date.fromisoformat(value), style=options["style"])


def _period(value: str, options: Options) -> str:
    kinds = {"giai đoạn": "stage", "nhiệm kỳ": "term", "năm học": "school"}
    code = f"{kinds[options['label']]}:{value}" if options.get("label") in kinds else value
    return dvk.format_period(Period.from_code(code), dash=options.get("dash", "hyphen"))


def _document(value: str, options: Options) -> str:
    system = DocumentSystem.PARTY if options.get("style") == "party" else DocumentSystem.STATE
    year = int(options["year"]) if "year" in options else None
    return dvk.format_document(
        dvk.DocumentRef(
            type=options["type"], number=value, symbol=options["symbol"], year=year, system=system
        )
    )


def _words(value: str, options: Options) -> str:
    return dvk.number_to_words(int(value), **options)


_WRITERS = {
    "number": _number, "percent": _percent, "money": _money, "area": _measured(dvk.units.SQUARE_METRE),
    "labour": _measured(dvk.units.WORKDAY), "length": _measured(dvk.units.METRE), "mass": _measured(dvk.units.KILOGRAM),
    "count": _count, "ratio": _ratio, "change": _change, "attainment": _attainment, "date": _date,
    "period": _period, "document": _document, "words": _words,
}  # fmt: skip


@pytest.mark.parametrize(
    "row", _ROWS, ids=lambda row: f"{row['what']} {row['value']} {row['options']}".strip()
)
def test_the_text_is_the_expected_one(row: Options) -> None:
    options = dict(pair.split("=", 1) for pair in row["options"].split(";") if pair)
    assert _WRITERS[row["what"]](row["value"], options) == row["expected"]


def test_the_table_is_whole() -> None:
    assert len(_ROWS) == 60
    assert {row["what"] for row in _ROWS} <= set(_WRITERS)
