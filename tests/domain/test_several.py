"""Sequences of records: tuples whose parts are of the same kind."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from every_value import SEQUENCES

EACH = pytest.mark.parametrize("kind", SEQUENCES, ids=lambda kind: kind.__name__)


@EACH
@given(cut=st.slices(5))
def test_a_slice_is_of_the_same_kind(kind, cut):
    records = SEQUENCES[kind]
    assert len(records) >= 2
    assert type(records[cut]) is kind
    assert records[cut] == tuple(records)[cut]
    assert records[0] is next(iter(records))
    assert records[-1] is [*records][-1]


@EACH
def test_it_is_a_tuple_and_survives_copying(kind):
    records = SEQUENCES[kind]
    assert isinstance(records, tuple)
    assert (records, hash(records)) == (tuple(records), hash(tuple(records)))
    for same in (pickle.loads(pickle.dumps(records)), copy.deepcopy(records), copy.copy(records)):
        assert type(same) is kind
        assert same == records
    assert kind() == ()
    assert not kind()
    with pytest.raises(TypeError):
        records[0] = records[1]
    with pytest.raises(AttributeError):
        records.name = "x"


@EACH
def test_it_is_shown_as_a_table(kind):
    records = SEQUENCES[kind]
    assert records._repr_html_().count("<tr>") == 1 + len(records)
