"""What type checkers infer for the public API. Checked by mypy and pyright, never run."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, assert_type

import danvankheo as dvk
from danvankheo import (
    MILLION_DONG,
    ChangeKind,
    Contribution,
    ModelField,
    ModelStatus,
    Movement,
    Organization,
    Period,
    Place,
    PlaceLevel,
    Quantity,
    Ranked,
    Summary,
    Total,
    change,
    difference,
    format_money,
    load,
    points,
    rank,
    roll_up,
    share,
    summarise,
    total,
)

gift = Quantity(Decimal("154.4"), MILLION_DONG)
movement: Movement = load("an-khe-2022.json")

assert_type(gift + gift, Quantity)
assert_type(sum([gift, gift]), Quantity | Literal[0])
assert_type(gift.value, Decimal)
assert_type(share(27, 28), Fraction)
assert_type(share(gift, gift), Fraction)
assert_type(difference(gift, gift), Quantity)
assert_type(difference(1, Decimal(2)), Fraction)
assert_type(points(gift, gift), Quantity)
assert_type(change(1, 2, kind=ChangeKind.GROWTH), Fraction)
assert_type(change(gift, gift, kind=ChangeKind.GROWTH), Fraction)
assert_type(change(gift, gift, kind=ChangeKind.DIFFERENCE), Quantity)
assert_type(dvk.as_percent(share(27, 28), decimals=2), Quantity)
assert_type(dvk.indicators_of(movement), tuple[dvk.Indicator, ...])
assert_type(total(movement.contributions), tuple[Total, ...])
assert_type(summarise([movement]), Summary)
assert_type(roll_up([movement], by=PlaceLevel.PROVINCE), dict[Place | None, Summary])
assert_type(roll_up([movement], by="field"), dict[ModelField | str | None, Summary])
assert_type(roll_up([movement], by="period"), dict[Period, Summary])
assert_type(roll_up([movement], by="organizer"), dict[Organization | None, Summary])


def of_any_kind(kind: ChangeKind) -> None:
    """Change by a kind that only the data tell."""
    assert_type(change(1, 2, kind=kind), Fraction)
    assert_type(change(gift, gift, kind=kind), Fraction | Quantity)


def year_of(one: Movement) -> int:
    """Return a year."""
    return one.period.start.year


assert_type(roll_up([movement], by=year_of), dict[int, Summary])
names: dict[str, int] = {"An Khê": 1}
by: Callable[[str], int | None] = names.get
assert_type(rank(names, by=by), tuple[Ranked[str], ...])
assert_type(ModelStatus("recognized"), ModelStatus)
assert_type(ModelStatus.RECOGNIZED.label, str)
assert_type(movement.place, Place | None)
assert_type(movement.reviewed, date | dvk.PartialDate | None)
assert_type(format_money(gift, scale="auto"), str)

assert_type(dvk.parse_number("1.234,5"), Decimal)
assert_type(dvk.parse_percent("96,42%"), Decimal)
assert_type(dvk.parse_quantity("5 ha", convention="vi"), Quantity)
assert_type(dvk.parse_range("5-7%"), dvk.QuantityRange)
assert_type(dvk.parse_ratio("27/28").fraction, Fraction)
assert_type(dvk.parse_change("tăng 5%").signed, Quantity)
assert_type(dvk.parse_attainment("đạt 5% kế hoạch").mode, Literal["reach", "exceed", "short"])
assert_type(dvk.parse_date("2-11"), date | dvk.PartialDate)
assert_type(dvk.parse_period("quý III"), Period | dvk.PartialPeriod)
assert_type(dvk.parse_document("16/CT-TTg"), dvk.DocumentRef)
assert_type(dvk.words_to_number("hai trăm tư"), Decimal)
assert_type(dvk.number_to_words(5, zero="lẻ"), str)

assert_type(dvk.audit(movement), tuple[dvk.Finding, ...])
assert_type(dvk.audit([movement], accept=[dvk.Rounding.TRUNCATE]), tuple[dvk.Finding, ...])
assert_type(dvk.check_ratio(27, 28, "96,42%"), dvk.RatioCheck)
assert_type(dvk.check_ratio("27/28 trường (96,42%)").exact, Fraction | None)
assert_type(dvk.check_ratio(27, 28, "96,42%").finding().severity, dvk.Severity)
assert_type(dvk.check_change("91,5%", "tăng 3,05%").earlier.points, dvk.Interval | None)
assert_type(dvk.wholes_of("359 hộ", "2,04%").count, int | None)
assert_type(dvk.finding_data(dvk.audit(movement)[0]), dict[str, object])
assert_type(dvk.infer_habit({"a": dvk.check_sum(30, [10, 20])}).explaining, tuple[dvk.Rounding, ...])

fact = dvk.scan("Có 12 hộ.")[0]
assert_type(dvk.scan("Có 12 hộ."), list[dvk.Fact])
assert_type(fact.kind, dvk.FactKind)
assert_type(fact.span, tuple[int, int])
assert_type(fact.quantity, Quantity | None)
assert_type(fact.ratio, dvk.Ratio | None)
assert_type(fact.date, date | dvk.PartialDate | None)
assert_type(fact.period, Period | dvk.PartialPeriod | None)
assert_type(fact.role, dvk.Role | None)
assert_type(dvk.fact_data(fact), dict[str, object])
assert_type(dvk.parse_from_to("từ 5% lên 7%").before, Quantity)
draft = dvk.draft_movement("…", name="Dân vận khéo", period=Period.year(2022))
assert_type(draft.movement, Movement)
assert_type(draft.unplaced, tuple[dvk.Fact, ...])
assert_type(draft.facts_of("$.awards[0]"), tuple[dvk.Fact, ...])

worth = dvk.award_money(movement.awards[0])
assert_type(worth.payable, Quantity | dvk.Unknown)
assert_type(worth.lines[0].exact, Quantity)
assert_type(dvk.law.at(date(2022, 11, 2)).applied("base_salary"), dvk.Applied | dvk.Unknown)
assert_type(dvk.law.load("a.toml"), dvk.LawBook)
assert_type(dvk.paid_together([worth]), tuple[dvk.Payment, ...])
assert_type(dvk.value(movement.contributions, rates={dvk.WORKDAY: gift}).total, Quantity)

# Calls that must be refused; an ignore that is not needed is itself an error.
Quantity("154,4", MILLION_DONG)  # type: ignore[arg-type]
share("27", 28)  # type: ignore[arg-type]
Contribution(gift)  # type: ignore[call-arg]
format_money(1, scale="triệu")  # type: ignore[arg-type]
roll_up([movement], by="colour")  # type: ignore[call-overload]
difference(gift, 1)  # type: ignore[call-overload]
dvk.check_ratio(27, 28)  # type: ignore[call-overload]
dvk.check_sum(30)  # type: ignore[call-arg]
dvk.audit(movement, reading="wide")  # type: ignore[arg-type]
dvk.award_money(movement)  # type: ignore[arg-type]
dvk.value(movement.contributions, rates={dvk.WORKDAY: 5})  # type: ignore[dict-item]
dvk.scan(12)  # type: ignore[arg-type]
dvk.draft_movement("…", colour="red")  # type: ignore[call-arg]
dvk.draft_movement("…", period="2022")  # type: ignore[arg-type]
dvk.Movment  # type: ignore[attr-defined]
dvk.parse_number("1,500", convention="fr")  # type: ignore[arg-type]
dvk.number_to_words(5, zero="không")  # type: ignore[arg-type]
dvk.format_ratio(dvk.parse_ratio("27/28"), 28)  # type: ignore[call-overload]
