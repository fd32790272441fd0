"""How readers are scored."""

import pytest

from danvankheo.testing import MarkedText, agree, score


def fact(kind="count", span=(3, 8), value="12", unit="hộ", **more):
    return {
        "kind": kind,
        "span": list(span),
        "value": value,
        "unit": unit,
        "approx": "exactly",
        "direction": None,
        **more,
    }


def marked(*facts, **more):
    return MarkedText(text="Có 12 hộ ở tổ 7.", facts=facts, **more)


@pytest.mark.parametrize(
    ("got", "same"),
    [
        (fact(), True),
        (fact(span=(3, 5)), True),
        (fact(value="12.0"), True),
        (fact(kind="goods"), True),
        (fact(kind="goods", unit="m"), False),
        (fact(span=(8, 9)), False),
        (fact(value="13"), False),
        (fact(value=None), False),
        (fact(kind="money"), False),
    ],
)
def test_a_fact_agrees_by_kind_place_and_value(got, same):
    assert agree(got, fact()) is same


@pytest.mark.parametrize("key", ["low", "high", "from", "to", "number", "symbol"])
def test_ends_and_symbols_are_values(key):
    assert agree(fact(extra={key: "5"}), fact(extra={key: "5.0"}))
    assert not agree(fact(extra={key: "5"}), fact(extra={key: "6"}))


def test_found_missed_and_made_up_are_counted():
    found = score([marked(fact())], lambda text: [fact(), fact(span=(11, 15))])
    assert (found.precision, found.recall) == (0.5, 1.0)
    assert found.errors == (" made up count “tổ 7”",)
    missed = score([marked(fact())], lambda text: [])
    assert (missed.precision, missed.recall, missed.f1) == (1.0, 0.0, 0.0)
    assert missed.errors == (" missed count “12 hộ”",)
    assert score([], lambda text: []).f1 == 1.0


def test_each_marked_fact_is_found_once():
    assert score([marked(fact())], lambda text: [fact(), fact()]).invented == {"count": 1}


def test_optional_places_count_neither_way_and_traps_always():
    got = [fact(), fact(span=(11, 15))]
    found = score([marked(fact(), optional=((11, 15),), traps=("tổ 7",), name="a")], lambda text: got)
    assert found.precision == 1.0
    assert found.traps == ("a tổ 7",)


def test_the_table_tells_every_kind_and_how_exact_the_found_are():
    found = score([marked(fact())], lambda text: [fact(span=(3, 5), unit="căn hộ")])
    lines = found.table().splitlines()
    assert lines[1].split() == ["count", "1", "1", "1.000", "1.000", "1.000"]
    assert lines[2].split()[0] == "all"
    assert lines[3] == "of the found: span 0.000, unit 1.000, approx 1.000, direction 1.000; traps touched: 0"
