"""Every function on every engine says what its scalar twin says, row by row, digit by digit."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")
pytest.importorskip("narwhals")

import danvankheo as dvk
from adversarial import ROUNDINGS, ROWS, answers, differences, pairs, scaled
from danvankheo import Approximation, Better, Quantity, Rounding, Ties, frames
from danvankheo.domain.units import PERCENT

Case = tuple[str, Callable[[Any], Any], Callable[[], list[object]]]
"""The column that is written, the call on a frame, the expected column."""


@cache
def table() -> Any:
    """The rows, numbered."""
    return pa.table(
        {
            "id": pa.array(range(ROWS), pa.int64()),
            "a": pa.array(pairs().above, pa.int64()),
            "b": pa.array(pairs().below, pa.int64()),
        }
    )


def check(engine, made, *cases: Case) -> None:
    """Run calls one behind the other, as one plan, and compare every column."""
    frame = engine.make(made)
    kind = type(frame)
    for _, call, _ in cases:
        frame = call(frame)
    assert type(frame) is kind
    got = engine.columns(frame)
    order = sorted(range(len(got["id"])), key=got["id"].__getitem__)
    for out, _, expected in cases:
        assert differences([got[out][row] for row in order], expected()) == [], out


@cache
def rates(name: str, rounding: Rounding) -> list[object]:
    """What the scalar twin says of each pair, in hundredths of a percent."""
    twin = getattr(dvk, name)

    def told(above: int, below: int) -> int:
        return scaled(dvk.as_percent(twin(above, below), decimals=2, rounding=rounding).amount, 2)

    return answers(told, pairs().above, pairs().below)


@pytest.mark.parametrize("rounding", ROUNDINGS)
def test_shares_and_attainment(engine, rounding):
    """Half-up and its six sisters, over the full range, without a float and without a wrapped number."""
    options = dict(decimals=2, rounding=rounding)
    check(
        engine,
        table(),
        (
            "s",
            lambda t: frames.share(t, part="a", whole="b", out="s", **options),
            lambda: rates("share", rounding),
        ),
        *(
            [
                (
                    "d",
                    lambda t: frames.attainment(t, actual="a", plan="b", out="d", **options),
                    lambda: rates("attainment", rounding),
                )
            ]
            if rounding is Rounding.HALF_UP
            else []
        ),
    )


@pytest.mark.parametrize("rounding", ROUNDINGS)
def test_growth(engine, rounding):
    """A fall rounds as a fall: (now − before)/before is not now/before − 1 rounded."""

    def call(t):
        return frames.growth(t, now="a", before="b", out="g", decimals=2, rounding=rounding)

    check(engine, table(), ("g", call, lambda: rates("growth", rounding)))
