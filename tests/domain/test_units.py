"""The units of measure: each has a constant to import, a spelling and a code."""

import pytest

from danvankheo import parse_quantity, units
from danvankheo.domain.units import CURRENCIES, UNITS
from danvankheo.locale_vi import spellings

NAMED = sorted(UNITS.keys() - CURRENCIES)


@pytest.mark.parametrize("code", NAMED)
def test_each_is_imported_by_its_name(code):
    """Foreign money but dollar and euro is `UNITS[code]`."""
    assert code.upper() in units.__all__
    assert getattr(units, code.upper()) is UNITS[code]


@pytest.mark.parametrize(("code", "written"), spellings.UNITS.items())
def test_each_spelling_is_read_as_its_unit(code, written):
    for spelling in written:
        assert parse_quantity(f"5 {spelling}").unit == UNITS[code]
