"""The figure before a change: all that it can have been."""

from danvankheo.auditing import (
    check_chain,
    check_change,
    value_before,
)


def test_what_fell_by_everything_can_have_been_anything():
    assert check_change("0 hộ", "giảm 100%", before="50 hộ").relative
    assert str(value_before("0 hộ", "giảm 100%").relative) == "[0, ∞)"
    values = ["392,4 ha", None, "0 ha", "0 ha", None, "0 ha"]
    changes = ["tăng 50,0%", "giảm 100,00%", "tăng 2%", "tăng 1%", "tăng 0%"]
    assert len(check_chain(values, changes).procedures) == 5
