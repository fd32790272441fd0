"""Contributions: a figure, or a kind of which none is known."""

import pytest

from danvankheo import (
    Contribution,
    ContributionKind,
    InvalidValueError,
    PartialDate,
    Quantity,
    counted,
)
from danvankheo.units import (
    DONG,
    MILLION_DONG,
    PERCENT,
    SQUARE_METRE,
    TONNE,
    WORKDAY,
)


def refused(match: str):
    """What refuses a value, in these words."""
    return pytest.raises(InvalidValueError, match=match)


class TestContribution:
    """Contributions."""

    @pytest.mark.parametrize(
        ("unit", "kind"),
        [
            (MILLION_DONG, ContributionKind.MONEY),
            (WORKDAY, ContributionKind.LABOUR),
            (SQUARE_METRE, ContributionKind.LAND),
            (TONNE, ContributionKind.GOODS),
            (counted("cây"), ContributionKind.GOODS),
        ],
    )
    def test_the_kind_follows_from_the_unit(self, unit, kind):
        assert Contribution(quantity=Quantity(1, unit)).kind is kind

    def test_an_unknown_quantity_needs_its_kind(self):
        assert Contribution(unknown_kind=ContributionKind.LAND).quantity is None
        with refused("either a quantity or, where the source gives none"):
            Contribution(purpose="mở đường")

    def test_refusals(self):
        with refused("zero or more"):
            Contribution(quantity=Quantity(-1, DONG))
        for unit in (PERCENT, DONG.per("hộ")):
            with refused("a quantity of money, labour, land or goods"):
                Contribution(quantity=Quantity(1, unit))
        with refused("either a quantity or, where the source gives none"):
            Contribution(quantity=Quantity(1, DONG), unknown_kind=ContributionKind.LAND)
        with refused(r"from 0 to 10\^60"):
            Contribution(quantity=Quantity(10**55, MILLION_DONG))
        with refused("a date with its day"):
            Contribution(quantity=Quantity(1, DONG), when=PartialDate(year=2022))
        with refused("expected Quantity"):
            Contribution(quantity=5)
        with refused(r"Contribution\.when"):
            Contribution(quantity=Quantity(1, DONG), when="2022")
