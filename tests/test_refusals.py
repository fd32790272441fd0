"""What a refused call says, in both languages: which call and argument, what was wanted, what came."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import danvankheo as dvk

_, *_ROWS = (
    line.split("\t")
    for line in (Path(__file__).parent / "vectors" / "refusals.tsv").read_text("utf-8").splitlines()
)
_NAMES = {name: getattr(dvk, name) for name in dvk.__all__} | {
    "Decimal": Decimal,
    "Fraction": Fraction,
    "date": date,
    "quantity": dvk.parse_quantity,
    "percent": lambda figure: dvk.Quantity(Decimal(figure), dvk.PERCENT),
    "MOVEMENT": dvk.Movement(name="Dân vận khéo", period=dvk.Period.year(2022)),
    "GIAY_KHEN": dvk.Award(
        form=dvk.AwardForm.GIAY_KHEN,
        level=dvk.GrantingLevel.COMMUNE,
        decided=date(2022, 5, 5),
        individuals=1,
    ),
}


@pytest.mark.parametrize(("call", "english", "vietnamese"), _ROWS, ids=[row[0] for row in _ROWS])
def test_a_refusal_names_the_argument_and_what_was_wanted(call, english, vietnamese):
    with pytest.raises(dvk.DanVanKheoError) as refused:
        eval(call, dict(_NAMES))
    assert (str(refused.value), refused.value.vietnamese) == (english, vietnamese)
