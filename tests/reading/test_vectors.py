"""The tables of phrases, in both directions: what is read, and what is written of it."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import danvankheo as dvk
from danvankheo import AmbiguousTextError, DocumentSystem, Period, Quantity, ReadingError
from danvankheo.units import Region

_TABLES = Path(__file__).parents[1] / "vectors"
_AREAS = [
    dvk.units.traditional_area("sào", Region.NORTH),
    dvk.units.traditional_area("mẫu", Region.NORTH),
    dvk.units.traditional_area("công", Region.SOUTH),
]
_BASES = {
    "VND": "dong", "USD": "us_dollar", "day": "workday", "m2": "square_metre", "kg": "kilogram",
    "m": "metre", "m3": "cubic_metre",
}  # fmt: skip

Row = dict[str, str]


def _rows(name):
    lines = (_TABLES / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t"))


def _options(text):
    return dict(pair.split("=", 1) for pair in (text or "").split(";") if pair)


_PHRASES = _rows("phrases.tsv")


def _base(unit):
    return _BASES.get(unit, unit)


def _read(row):
    reader = {"money": dvk.parse_money, "range": dvk.parse_range, "ratio": dvk.parse_ratio}
    return reader.get(row["kind"], dvk.parse_quantity)(row["phrase"])


@pytest.mark.parametrize("row", _PHRASES, ids=lambda row: row["phrase"])
def test_a_phrase_is_read_as_the_table_says(row):
    extra = _options(row["extra"])
    if "indefinite" in extra:
        with pytest.raises(ReadingError) as refused:
            _read(row)
        assert refused.value.reason.value == "no-figure"
        assert refused.value.details["floor"] == extra["floor"]
        return
    if "amount" in extra:  # sào, công: the region decides
        with pytest.raises(AmbiguousTextError) as refused:
            _read(row)
        assert {str(meant.amount) for meant in refused.value.readings.values()} == {extra["amount"]}
        told = dvk.parse_quantity(row["phrase"], units=_AREAS)
        assert (str(told.amount), told.unit.dimension.value) == (extra["amount"], "land")
        return
    read = _read(row)
    assert read == _read(row | {"phrase": row["phrase"].upper().lower()})
    assert read.approximation.value == row["approx"]
    if row["kind"] == "range":
        assert (read.low.value, read.high.value) == (Decimal(extra["low"]), Decimal(extra["high"]))
        assert read.low.unit.base == _base(row["unit"])
    elif row["kind"] == "ratio":
        assert (read.part, read.whole) == (Decimal(extra["numerator"]), Decimal(extra["denominator"]))
        assert read.unit == dvk.counted(row["unit"])
    else:
        assert read.value == Decimal(row["value"])
        assert read.unit.base == _base(row["unit"])
        assert read.unit.rate == extra.get("per", "")


@pytest.mark.parametrize("row", [row for row in _PHRASES if row["written"]], ids=lambda row: row["phrase"])
def test_what_was_read_is_written_and_read_again(row):
    read = _read(row)
    write = {"range": dvk.format_range, "ratio": dvk.format_ratio}.get(row["kind"], dvk.format_quantity)
    assert write(read) == row["written"]
    assert _read(row | {"phrase": row["written"]}) == read


def _value_of(row, options):
    what, value = row["what"], row["value"]
    text = row["expected"]
    match what:
        case "number":
            return dvk.parse_number(text, convention="vi"), Decimal(value)
        case "percent":
            return dvk.parse_percent(text) * 100, Decimal(value)
        case "money":
            return dvk.parse_money(text).value, Decimal(value)
        case "area" | "labour" | "length" | "mass" | "count":
            return dvk.parse_quantity(text).value, Decimal(value)
        case "ratio":
            part, whole = map(Decimal, value.split("/"))
            read = dvk.parse_ratio(text)
            assert (read.percent is not None) == (options.get("percent") == "true")
            return (read.part, read.whole), (part, whole)
        case "change":
            read = dvk.parse_change(text)
            assert read.relative_to == options.get("relative_to", "")
            return read.signed.value, Decimal(value)
        case "attainment":
            read = dvk.parse_attainment(text)
            assert (read.mode, read.target) == (options.get("mode", "reach"), options["target"])
            return read.figure.amount, Decimal(value)
        case "date":
            day = date.fromisoformat(value)
            partial = dvk.PartialDate(day=day.day, month=day.month)
            return dvk.parse_date(text), partial if options["style"] == "dash_daymonth" else day
        case "period":
            labels = {"giai đoạn": "stage", "nhiệm kỳ": "term", "năm học": "school"}
            code = f"{labels[options['label']]}:{value}" if options.get("label") in labels else value
            return dvk.parse_period(text), Period.from_code(code)
        case "document":
            party = options.get("style") == "party"
            return dvk.parse_document(text), dvk.DocumentRef(
                type=options["type"],
                number=value,
                symbol=options["symbol"],
                year=int(options["year"]) if "year" in options else None,
                system=DocumentSystem.PARTY if party else DocumentSystem.STATE,
            )
        case "words":
            return dvk.words_to_number(text), Decimal(value)
    raise AssertionError(what)


@pytest.mark.parametrize(
    "row", _rows("format.tsv"), ids=lambda row: f"{row['what']} {row['value']} {row['options']}".strip()
)
def test_what_the_formatters_write_is_read_back(row):
    options = _options(row["options"])
    read, expected = _value_of(row, options)
    if "decimals" in options and read != expected:  # rounding loses digits, and nothing else
        assert abs(read - expected) <= abs(expected) / 100
    else:
        assert read == expected
    if row["what"] in ("money", "area", "labour", "length", "mass", "count"):
        approximation = dvk.parse_quantity(row["expected"]).approximation.value
        assert approximation == options.get("approx", "exactly")


def test_the_digits_as_written_survive():
    assert dvk.parse_money("2,50 tỷ đồng") == Quantity(Decimal("2.50"), dvk.units.BILLION_DONG)
    assert dvk.format_quantity(dvk.parse_quantity("96,40%")) == "96,40%"
