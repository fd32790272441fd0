"""Models and their numbers."""

import pytest

from danvankheo import (
    InvalidValueError,
    Model,
    ModelCount,
    ModelField,
    Result,
)


def refused(match: str):
    """What refuses a value, in these words."""
    return pytest.raises(InvalidValueError, match=match)


class TestModel:
    """Models."""

    def test_only_a_field_outside_the_four_has_a_name_of_its_own(self):
        assert Model(name="A", field=ModelField.OTHER, other_field="nông thôn mới").other_field
        for field, other in ((ModelField.OTHER, ""), (ModelField.ECONOMY, "nông thôn mới"), (None, "khác")):
            with refused(r"Model\.other_field"):
                Model(name="A", field=field, other_field=other)

    def test_results_hold_a_quantity_or_none(self):
        with refused("Quantity or QuantityRange"):
            Result(text="vay vốn", quantity=5)
        with refused(r"Model\.results\[0\]: expected Result"):
            Model(name="A", results=("vay vốn",))
        with refused("a list or tuple of Result"):
            Model(name="A", results="vay vốn")

    @pytest.mark.parametrize("count", [-1, True, 1.0, "1", 10**13])
    def test_counts(self, count):
        with refused(r"ModelCount\.count"):
            ModelCount(count=count)
