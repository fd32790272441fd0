"""The shapes of documents, and the converter that reads them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given

from danvankheo import (
    Approximation,
    AwardForm,
    EmulationTitle,
    InvalidValueError,
    Movement,
    PartialDate,
    PartialPeriod,
    Period,
    Place,
    PlaceKind,
    Quantity,
    QuantityRange,
    Summary,
    summarise,
)
from danvankheo.documents.converter import structured, unstructured
from danvankheo.documents.shapes import UNIONS, Choice, Either, Many, Maybe, Record, Value, inside, shape_of
from danvankheo.units import DONG, WORKDAY
from support import movements


@pytest.mark.parametrize(
    ("kind", "shape"),
    [
        (Place, Record(Place)),
        (Place | None, Maybe(Record(Place))),
        (tuple[Place, ...], Many(Record(Place))),
        (tuple[int, ...], Many(shape_of(int))),
        (PlaceKind, Choice((PlaceKind,))),
        (PlaceKind | None, Maybe(Choice((PlaceKind,)))),
        (AwardForm | EmulationTitle, Choice((AwardForm, EmulationTitle))),
        (PartialDate | date, shape_of(date | PartialDate)),
    ],
    ids=str,
)
def test_shapes(kind, shape):
    assert shape_of(kind) == shape


@pytest.mark.parametrize(
    "kind", [float, Fraction, list[int], dict[str, int], int | str, object, "Place"], ids=str
)
def test_types_that_documents_do_not_know(kind):
    with pytest.raises(TypeError, match="documents do not know"):
        shape_of(kind)


def test_a_field_knows_whether_it_must_be_stated():
    fields = Record(Quantity).fields
    assert [(name, field.required) for name, field in fields.items()] == [
        ("amount", True), ("unit", True), ("approximation", False),
    ]  # fmt: skip
    assert fields["approximation"].sound("over") is Approximation.OVER
    with pytest.raises(InvalidValueError):
        fields["unit"].sound("dong")


def test_all_that_a_record_holds_is_found_once():
    found = list(inside((Movement, Summary)))
    assert len(found) == len(set(found))
    assert {Record(Movement), Record(Summary), Record(Place), Choice((PlaceKind,)), shape_of(bool)} <= set(
        found
    )
    records = {shape.kind for shape in found if isinstance(shape, Record)}
    for kind in records:
        held = {field.shape for field in Record(kind).fields.values()}
        assert held <= set(found)
    assert {shape_of(union) for union in UNIONS} <= set(found)


@pytest.mark.parametrize(
    ("raw", "kind", "value"),
    [
        ("2022", Period | date | PartialDate, Period.year(2022)),
        ("2022-11", Period | date | PartialDate, Period.month(2022, 11)),
        ("2022-11-02", Period | date | PartialDate, date(2022, 11, 2)),
        ("--11-02", Period | date | PartialDate, PartialDate(month=11, day=2)),
        ("2022", date | PartialDate, PartialDate(year=2022)),
        ("2022-11", date | PartialDate | None, PartialDate(year=2022, month=11)),
        (None, date | PartialDate | None, None),
        (["2022"], tuple[Period, ...], (Period.year(2022),)),
        ({"amount": "5", "unit": "dong"}, Quantity | QuantityRange, Quantity(5, DONG)),
        (
            {"low": {"amount": "5", "unit": "dong"}, "high": {"amount": "6", "unit": "dong"}},
            Quantity | QuantityRange,
            QuantityRange(Quantity(5, DONG), Quantity(6, DONG)),
        ),
        (AwardForm.BANG_KHEN.value, AwardForm | EmulationTitle, AwardForm.BANG_KHEN),
        (
            {"name": "3", "kind": "thon", "parent": {"name": "Tú An", "kind": "commune"}},
            Place,
            Place(name="3", kind=PlaceKind.THON, parent=Place(name="Tú An", kind=PlaceKind.COMMUNE)),
        ),
    ],
    ids=str,
)
def test_what_is_read_is_written_back(raw, kind, value):
    assert structured(raw, kind) == value
    if not isinstance(value, tuple):
        assert type(structured(raw, kind)) is type(value)
    assert unstructured(value) == raw


@pytest.mark.parametrize(
    ("raw", "kind", "reason"),
    [
        ({"name": "A", "kind": "ward", "colour": 1}, Place, "known-key"),
        ({"name": 5, "kind": "ward"}, Place, "text"),
        ([], Place, "object"),
        (None, Place, "object"),
        ({}, tuple[Place, ...], "list"),
        ("--x", Period | date | PartialDate, "date"),
        ("2022-13", date | PartialDate, "in-range"),
        (2022, date | PartialDate, "date"),
        (2022, Period | date | PartialDate, "text"),
        (None, date | PartialDate, "date"),
        ("x", AwardForm | EmulationTitle, "one-of"),
        ("5", Quantity | QuantityRange, "object"),
    ],
    ids=str,
)
def test_what_is_no_such_value(raw, kind, reason):
    with pytest.raises(InvalidValueError) as caught:
        structured(raw, kind)
    assert caught.value.reason.value == reason


def test_a_missing_key_is_for_the_diagnosis():
    with pytest.raises(TypeError):
        structured({"name": "A"}, Place)


@given(movements())
def test_movements_and_summaries_come_back(movement):
    for value in (movement, summarise(movement)):
        assert structured(unstructured(value), type(value)) == value


def test_whatever_a_phrase_states_is_written():
    part = PartialPeriod(kind="dates", start=date(2022, 1, 5))
    assert unstructured(
        {"a": [Quantity(5, DONG), (WORKDAY, Decimal("1.50"))], "b": part, "c": "x", "d": None}
    ) == {
        "a": [{"amount": "5", "unit": "dong"}, ["workday", "1.50"]],
        "b": {"kind": "dates", "start": "2022-01-05"},
        "c": "x",
        "d": None,
    }
    assert unstructured({PlaceKind.WARD: Fraction(1, 3)}) == {"ward": Fraction(1, 3)}


def test_what_must_be_stated_is_written_first():
    """As documents have been written from the beginning."""
    from danvankheo import DocumentRef

    reference = DocumentRef(type="Chỉ thị", number=16, symbol="CT-TTg")
    assert list(unstructured(reference)) == ["number", "symbol", "type"]


def test_shapes_are_values():
    for shape in inside((Movement, Summary)):
        assert attrs.evolve(shape) == shape
        assert isinstance(shape, Value | Choice | Either | Maybe | Many | Record)
