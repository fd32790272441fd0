"""Any small frame says what the scalar functions say of each of its rows."""

from decimal import Decimal

import polars as pl
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

import danvankheo as dvk
from adversarial import LARGEST, TWINS, answers, scaled
from danvankheo import InvalidValueError, Rounding, frames
from danvankheo.errors import Reason
from effort import costly

cells = st.none() | st.integers(-LARGEST, LARGEST) | st.integers(-100, 100)
rows = st.lists(st.tuples(cells, cells), min_size=1, max_size=8)


def table(pairs):
    """Two columns of whole numbers."""
    above, below = zip(*pairs, strict=True)
    return pa.table({"a": pa.array(above, pa.int64()), "b": pa.array(below, pa.int64())})


@costly
@given(rows, st.sampled_from(["share", "growth"]), st.integers(0, 15), st.sampled_from(Rounding))
def test_rates_are_exact_or_refused(fast, pairs, name, decimals, rounding):
    """Equal digits; or an error, and then some answer really is beyond what Int64 holds."""
    twin = TWINS[name]
    columns = dict(part="a", whole="b") if name == "share" else dict(now="a", before="b")

    def told(above: int, below: int) -> int:
        return scaled(
            dvk.as_percent(twin(above, below), decimals=decimals, rounding=rounding).amount, decimals
        )

    expected = answers(told, *zip(*pairs, strict=True))
    try:
        made = getattr(frames, name)(
            fast.make(table(pairs)), out="x", scale=decimals, rounding=rounding, **columns
        )
        got = fast.columns(made)["x"]
    except (InvalidValueError, pl.exceptions.PolarsError) as error:
        if fast.eager:
            assert isinstance(error, InvalidValueError)
            assert error.reason is Reason.COLUMN_RANGE
        assert "expected whole numbers of at most" in str(error)
        near = LARGEST - 3 * 10 ** (decimals + 2)  # the bound is checked a little early
        assert any(answer is not None and abs(answer) >= near for answer in expected)
    else:
        assert got == expected


@costly
@given(
    st.lists(cells, min_size=1, max_size=8),
    st.integers(0, 9),
    st.none() | st.integers(0, 12),
    st.sampled_from(Rounding),
)
def test_texts_are_those_of_single_numbers(fast, numbers, places, decimals, rounding):
    """Numbers and money, whatever the places and the decimals."""
    made = fast.make(pa.table({"a": pa.array(numbers, pa.int64())}))
    options = dict(decimals=decimals, rounding=rounding)
    made = frames.format_number(made, number="a", out="n", scale=places, **options)
    for scale in ("auto", "compound"):
        made = frames.format_money(made, amount="a", out=scale, scale=places, scale_word=scale, **options)
    exact = [None if number is None else Decimal(number).scaleb(-places) for number in numbers]
    got = fast.columns(made)
    assert got["n"] == answers(lambda number: dvk.format_number(number, **options), exact)
    for scale in ("auto", "compound"):
        assert got[scale] == answers(
            lambda number, scale=scale: dvk.format_money(number, scale_word=scale, **options), exact
        )


@costly
@given(rows)
def test_sums_are_exact_or_refused(fast, pairs):
    """A sum that wraps around would be believed."""
    known = [above for above, _ in pairs if above is not None]
    try:
        got = fast.columns(frames.roll_up(fast.make(table(pairs)), by=[], sums="a"))
    except (InvalidValueError, pl.exceptions.PolarsError) as error:
        assert "expected whole numbers of at most" in str(error)
        assert abs(sum(known)) > LARGEST
    else:
        assert got == {
            "a": [sum(known) if known else None],
            "known": [len(known)],
            "unknown": [len(pairs) - len(known)],
        }
