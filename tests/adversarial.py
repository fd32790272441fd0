"""Rows on which naive frames go wrong, and what the scalar functions say of each of them."""

import random
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

import attrs

from danvankheo import Rounding, attainment, growth, share
from danvankheo.errors import UndefinedError
from effort import ROWS

LARGEST = 9 * 10**18

Column = list[int | None]


@attrs.frozen
class Pairs:
    """Two columns of whole numbers: an answer of two decimals of a percent exists for each pair."""

    above: Column
    below: Column


@cache
def pairs(rows: int = ROWS, seed: int = 7) -> Pairs:
    """Ties, near ties, beyond 2^53, the full range, nulls, zeros and negatives, by turns."""
    rng = random.Random(seed)
    found = [_pair(rng, turn % 10) for turn in range(rows)]
    return Pairs([above for above, _ in found], [below for _, below in found])


def _pair(rng: random.Random, turn: int) -> tuple[int | None, int | None]:
    match turn:
        case 0:  # exact ties at two decimals of a percent
            return rng.randint(-(10**6), 10**6), rng.choice([8, 16, 40, 80, 200, 400, 2000, 20000, 10**6])
        case 1:  # beyond 2^53 on both sides
            return rng.randint(-LARGEST, LARGEST), rng.randint(10**16, LARGEST)
        case 2:  # one part off an exact tie
            whole = rng.randint(10**9, LARGEST // 2) * 2
            half = (2 * rng.randint(0, 9998) + 1) * whole // 20000
            return half + rng.choice([-1, 0, 1]), whole
        case 3:
            return rng.choice(
                [(0, 0), (5, 0), (None, 3), (3, None), (None, None), (0, 7), (-1, 3), (1, -3), (-7, -7)]
            )
        case 4:  # the ends of the range
            whole = rng.choice([LARGEST, -LARGEST, LARGEST - 1, 2**62, 2**53 + 1, 9 * 10**16 + 1])
            return rng.choice([LARGEST, -LARGEST, LARGEST - 1, 1, 0, 2**53 + 1]), whole
        case 5:  # any length of both
            whole = rng.choice([1, -1]) * rng.randint(1, 2 ** rng.randint(1, 62))
            size = rng.randint(0, 2 ** rng.randint(1, 62)) % (abs(whole) * 8 * 10**14)
            return rng.choice([1, -1]) * size, whole
        case _:
            whole = rng.randint(1, 10 ** rng.randint(1, 12))
            return rng.randint(0, 10 ** rng.randint(1, 13)), whole


def scaled(number: Decimal, places: int) -> int:
    """A decimal as a whole number of its last place."""
    whole = number.scaleb(places)
    assert whole == int(whole)
    return int(whole)


TWINS: dict[str, Callable[[Any, Any], Any]] = {
    "share": share,
    "attainment": attainment,
    "growth": lambda now, before: growth(now, before=before),
}
"""The scalar functions of two figures, both by place."""


def answers(function: Callable[..., Any], *columns: Sequence[Any]) -> list[Any]:
    """What a scalar function says of each row; None for a null in it, and for what it calls undefined."""
    found = []
    for row in zip(*columns, strict=True):
        if any(cell is None for cell in row):
            found.append(None)
            continue
        try:
            found.append(function(*row))
        except UndefinedError:
            found.append(None)
    return found


def differences(got: Sequence[object], expected: Iterable[object]) -> list[tuple[int, object, object]]:
    """The rows that differ, each with what came and what should have come: the first ten."""
    both = zip(got, expected, strict=True)
    rows = ((row, one, other) for row, (one, other) in enumerate(both))
    return [row for row in rows if row[1] != row[2] or isinstance(row[1], float)][:10]


ROUNDINGS = tuple(Rounding)
