"""Rules of one field, as every record has them."""

import pytest

from danvankheo import (
    Movement,
    Period,
)

Y2022, Y2026 = Period.year(2022), Period.year(2026)


def test_records_take_their_fields_by_name():
    with pytest.raises(TypeError):
        Movement("Dân vận khéo", Y2022)
