"""What a record says of a field that it does not have, of any record."""

import inspect

import attrs
import pytest

from danvankheo import Award, Contribution, InvalidValueError, Movement, Period, Place, Quantity
from danvankheo.domain.fields import ASKED_FOR
from danvankheo.domain.shown import ShownByField
from danvankheo.errors import UnknownFieldError
from danvankheo.units import DONG
from public import PUBLIC

RECORDS = [kind for kind in PUBLIC.values() if isinstance(kind, type) and issubclass(kind, ShownByField)]
every_record = pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)


@every_record
def test_an_unknown_field_is_named_with_those_that_there_are(kind):
    with pytest.raises(UnknownFieldError) as refused:
        kind(no_such_field=1)
    assert refused.value.field == f"{kind.__name__}.no_such_field"
    assert str(refused.value).startswith(
        f"{kind.__name__}.no_such_field: expected one of the fields {attrs.fields(kind)[0].alias}"
    )
    assert isinstance(refused.value, TypeError)
    assert isinstance(refused.value, InvalidValueError)


@every_record
def test_the_signature_of_a_record_is_that_of_its_fields(kind):
    assert [*inspect.signature(kind).parameters] == [
        field.alias for field in attrs.fields(kind) if field.init
    ]


def test_a_mistyped_field_leads_to_the_right_one():
    with pytest.raises(UnknownFieldError, match='did you mean "contributions"'):
        Movement(name="x", period=Period.year(2022), contribution=())
    with pytest.raises(UnknownFieldError, match="did you mean quantity or unknown_kind"):
        Contribution(kind="money")
    with pytest.raises(UnknownFieldError, match="did you mean collectives, households, individuals or mixed"):
        Award(form="giay_khen", count=3)


def test_a_value_without_its_name_is_told_so():
    with pytest.raises(UnknownFieldError, match="each field by its name, such as quantity=…"):
        Contribution(Quantity(3, DONG))


def test_an_error_of_another_kind_inside_is_not_taken_for_one():
    """Whatever else is a TypeError comes through as it is."""
    with pytest.raises(TypeError, match="missing 1 required keyword-only argument: 'kind'"):
        Place(name="An Khê")


@pytest.mark.parametrize(("record", "name"), ASKED_FOR)
def test_names_that_people_try_are_none_and_what_is_meant_is_one(record, name):
    fields = {field.alias for field in attrs.fields(PUBLIC[record])}
    assert name not in fields
    assert {*ASKED_FOR[record, name]} <= fields
