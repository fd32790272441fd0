"""Calls that both type checkers must refuse: an ignore that one of them does not need is itself an error."""

# pyright: reportUnnecessaryTypeIgnoreComment=error

from datetime import date
from decimal import Decimal

import danvankheo as dvk
from danvankheo import (
    Contribution,
    Movement,
    Period,
    Quantity,
    difference,
    format_money,
    load,
    roll_up,
    share,
)
from danvankheo.units import MILLION_DONG

gift = Quantity(Decimal("154.4"), MILLION_DONG)
movement: Movement = load("an-khe-2022.json")

# Wrong types, unknown choices
Quantity("154,4", MILLION_DONG)  # type: ignore[arg-type]
share("27", 28)  # type: ignore[arg-type]
Contribution(gift)  # type: ignore[call-arg]
format_money(1, scale_word="triệu")  # type: ignore[arg-type]
roll_up([movement], by="colour")  # type: ignore[call-overload]
difference(gift, before=1)  # type: ignore[call-overload]
dvk.check_ratio(27, 28)  # type: ignore[call-overload]
dvk.auditing.check_sum(30)  # type: ignore[call-arg]
dvk.audit(movement, reading="wide")  # type: ignore[arg-type]
dvk.award_money(movement)  # type: ignore[arg-type]
dvk.calc.value_in_money(movement.contributions, rates={dvk.units.WORKDAY: 5})  # type: ignore[dict-item]
dvk.scan(12)  # type: ignore[arg-type]
dvk.draft_movement("…", colour="red")  # type: ignore[call-arg]
dvk.draft_movement("…", period="2022")  # type: ignore[arg-type]
dvk.Movment  # type: ignore[attr-defined]
dvk.parse_number("1,500", convention="fr")  # type: ignore[arg-type]
dvk.number_to_words(5, zero="không")  # type: ignore[arg-type]
dvk.format_ratio(dvk.parse_ratio("27/28"), 28)  # type: ignore[call-overload]

# Records: other things in a list, a text for a value, a missing or unknown field, a field set afterwards
Movement(name="Dân vận khéo", period=Period.year(2022), contributions=[gift])  # type: ignore[list-item]
Movement(name="Dân vận khéo", period=Period.year(2022), contributions=Contribution(quantity=gift))  # type: ignore[arg-type]
Movement(name="Dân vận khéo", period="2022")  # type: ignore[arg-type]
Movement(name="Dân vận khéo")  # type: ignore[call-arg]
Movement("Dân vận khéo", Period.year(2022))  # type: ignore[call-arg]
Contribution(quantity=gift, colour="red")  # type: ignore[call-arg]
Quantity(1, "đồng")  # type: ignore[arg-type]
Quantity(1, MILLION_DONG, 5)  # type: ignore[arg-type]
dvk.Award(form="giay_khen", collectives=1.0)  # type: ignore[arg-type]
dvk.Award(form=None, collectives=1)  # type: ignore[arg-type]
dvk.Place(name="An Khê", kind=5)  # type: ignore[arg-type]
Period.year("2022")  # type: ignore[arg-type]
Period.year(2022.0)  # type: ignore[arg-type]
dvk.exact(14.73)  # type: ignore[call-arg]
dvk.Ratio(part="27", whole=28)  # type: ignore[arg-type]
gift.amount = Decimal(1)  # type: ignore[misc]
movement.name = "khác"  # type: ignore[misc]
gift.colour = "red"  # type: ignore[attr-defined]
movement.contributions.append(Contribution(quantity=gift))  # type: ignore[attr-defined]
movement.place.name  # type: ignore[union-attr]
gift + 5  # type: ignore[operator]
gift * gift  # type: ignore[operator]
gift / "3"  # type: ignore[operator]
3 / gift  # type: ignore[operator]
gift.same_value(5)  # type: ignore[arg-type]
gift < 5  # type: ignore[operator]

# What must be told by keyword, and what must be told at all
dvk.convert(gift, dvk.units.DONG)  # type: ignore[call-arg]
dvk.as_percent(share(27, 28), 2)  # type: ignore[call-arg]
dvk.format_percent(share(27, 28), 2)  # type: ignore[call-arg]
dvk.change(gift, before=gift)  # type: ignore[call-overload]
roll_up([movement])  # type: ignore[call-overload]
dvk.rank([movement])  # type: ignore[call-arg]
dvk.calc.mean_yearly_growth(2, before=1, years=3)  # type: ignore[call-arg]
dvk.units.traditional_area("sào")  # type: ignore[call-arg]
dvk.auditing.infer_habit([dvk.check_ratio(27, 28, "96,42%")])  # type: ignore[arg-type]
dvk.format_date("2022-11-02")  # type: ignore[arg-type]
dvk.format_period(2022)  # type: ignore[arg-type]
dvk.format_quantity(5)  # type: ignore[arg-type]
dvk.calc.merge([dvk.summarise(movement)])  # type: ignore[arg-type]
dvk.parse_number(5)  # type: ignore[arg-type]
dvk.parse_date(date(2022, 11, 2))  # type: ignore[arg-type]
dvk.loads(movement)  # type: ignore[arg-type]
dvk.save("an-khe-2022.json", movement)  # type: ignore[arg-type]
dvk.law.at("2022-11-02")  # type: ignore[arg-type]
dvk.documents.register(movement)  # type: ignore[arg-type]
dvk.award_money(movement.awards[0]).payable.amount  # type: ignore[union-attr]
dvk.scan("Có 12 hộ.")[0].quantity.amount  # type: ignore[union-attr]
