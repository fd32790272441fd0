"""Which inputs cover the same place and time."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import InvalidValueError, Period
from danvankheo.domain.places import PlaceLevel
from danvankheo.reporting.coverage import Coverage, overlaps, read_period, repeated
from danvankheo.reporting.place_names import LEVELS, lies_in, read_name, same_place

Q2, YEAR = Period.quarter(2026, 2), Period.year(2026)


def names(*cells):
    """Names from the province downwards."""
    return tuple(read_name(cell, level) for cell, level in itertools.zip_longest(cells, LEVELS, fillvalue=""))


@pytest.mark.parametrize(
    ("text", "year", "code"),
    [
        ("2026-Q2", None, "2026-Q2"), ("Quý II/2026", None, "2026-Q2"), (" QUÝ 2/2026 ", None, "2026-Q2"),
        ("quý II", 2026, "2026-Q2"), ("6 tháng đầu năm", 2026, "2026-H1"), ("Năm 2026", None, "2026"),
        ("2026", None, "2026"), (None, 2026, "2026"), ("", 2025, "2025"),
        ("giai đoạn 2021-2025", None, "stage:2021/2025"), ("2026-04-01/2026-05-31", None, "2026-04-01/2026-05-31"),
    ],
)  # fmt: skip
def test_periods_of_rows(text, year, code):
    assert read_period(text, year).code == code


@pytest.mark.parametrize("text", ["quý II", "đợt 1", "quý V/2026", "từ năm 2019 đến nay"])
def test_what_is_no_period_is_an_error(text):
    with pytest.raises(InvalidValueError, match="a period such as"):
        read_period(text, None)


def test_no_period_is_none():
    assert read_period(None, None) is None


_NAMES = st.builds(
    names,
    st.sampled_from(["", "Gia Lai", "Kon Tum"]),
    st.just(""),
    st.sampled_from(["", "Ia Sơn", "Xã Ia Sơn", "P. Ia Sơn", "Ia Lâu"]),
    st.sampled_from(["", "Làng Pốt"]),
)
_COVERED = st.builds(
    Coverage,
    source=st.sampled_from(["a.csv", "b.csv", "c.json"]),
    names=_NAMES,
    period=st.sampled_from([None, Q2, YEAR, Period.quarter(2025, 2)]),
)


@given(st.lists(_COVERED, max_size=6, unique=True))
def test_pairs_agree_with_comparing_all(covered):
    """Of two inputs the same place and time is a double; what may overlap and is none is warned of."""
    placed = [each for each in covered if any(each.names)]
    pairs = [(a, b) for at, b in enumerate(placed) for a in placed[:at]]
    twice = {
        frozenset((a.source, b.source))
        for a, b in pairs
        if a.source != b.source and a.period == b.period and same_place(a.names, b.names)
    }
    found = repeated(covered)
    assert bool(found) == bool(twice)
    assert all(len(set(one.sources)) == len(one.sources) > 1 for one in found)
    expected = []
    for a, b in pairs:
        share = a.period is None or b.period is None or a.period.overlaps(b.period)
        other = a.source != b.source
        same = same_place(a.names, b.names) and a.period != b.period and (other or (a.period and b.period))
        nested = other and (lies_in(a.names, b.names) or lies_in(b.names, a.names))
        if share and (same or nested):
            expected.append((a, b))
    assert sorted(map(str, overlaps(covered))) == sorted(map(str, expected))


def test_a_double_has_all_its_inputs_and_its_fullest_name():
    (found,) = repeated([
        Coverage("a.csv", names("", "", "Ia Sơn"), Q2),
        Coverage("b.csv", names("Tỉnh Gia Lai", "", "Xã Ia Sơn"), Q2),
        Coverage("c.csv", names("", "", "IA SƠN"), Q2),
        Coverage("c.csv", names("", "", "IA SƠN"), YEAR),
    ])  # fmt: skip
    assert (found.first.text, found.sources) == (
        "xã Ia Sơn, tỉnh Gia Lai, quý II/2026",
        ("a.csv", "b.csv", "c.csv"),
    )


def test_levels_are_those_of_the_columns_of_tables():
    assert LEVELS == (PlaceLevel.PROVINCE, PlaceLevel.DISTRICT, PlaceLevel.COMMUNE, PlaceLevel.COMMUNITY)
