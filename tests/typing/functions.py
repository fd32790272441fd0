"""What type checkers infer for every public function. Checked by mypy and pyright, never run."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Literal, assert_type

from cattrs import Converter
from cattrs.preconf.json import make_converter

import danvankheo as dvk
from danvankheo import (
    ChangeKind,
    ModelField,
    ModelStatus,
    Movement,
    Organization,
    Period,
    Place,
    PlaceLevel,
    Quantity,
    Summary,
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
from danvankheo.calc import RankedItem, RollUp, Total
from danvankheo.formatting import WordStyle
from danvankheo.units import MILLION_DONG

gift = Quantity(Decimal("154.4"), MILLION_DONG)
movement: Movement = load("an-khe-2022.json")
place = Place(name="An Khê", kind=dvk.PlaceKind.TOWN)

assert_type(gift + gift, Quantity)
assert_type(sum([gift, gift]), Quantity | Literal[0])
assert_type(gift.value, Decimal)
assert_type(share(27, 28), Fraction)
assert_type(share(gift, gift), Fraction)
assert_type(difference(gift, before=gift), Quantity)
assert_type(difference(1, before=Decimal(2)), Fraction)
assert_type(points(gift, before=gift), Quantity)
assert_type(change(1, before=2, kind=ChangeKind.GROWTH), Fraction)
assert_type(change(gift, before=gift, kind=ChangeKind.GROWTH), Fraction)
assert_type(change(gift, before=gift, kind=ChangeKind.DIFFERENCE), Quantity)
assert_type(dvk.as_percent(share(27, 28), decimals=2), Quantity)
assert_type(dvk.calc.indicators_of(movement), tuple[dvk.Indicator, ...])
assert_type(total(movement.contributions), tuple[Total, ...])
assert_type(summarise([movement]), Summary)
assert_type(roll_up([movement], by=PlaceLevel.PROVINCE), RollUp[Place | None])
assert_type(roll_up([movement], by="field"), RollUp[ModelField | str | None])
assert_type(roll_up([movement], by="period"), RollUp[Period])
assert_type(roll_up([movement], by=dvk.calc.Grouping.PERIOD), RollUp[Period])
assert_type(roll_up([movement], by="province"), RollUp[Place | None])
assert_type(roll_up([movement], by="award_year"), RollUp[Period | None])
assert_type(roll_up([movement], by="organizer"), RollUp[Organization | None])


def of_any_kind(kind: ChangeKind) -> None:
    """Change by a kind that only the data tell."""
    assert_type(change(1, before=2, kind=kind), Fraction)
    assert_type(change(gift, before=gift, kind=kind), Fraction | Quantity)


def year_of(one: Movement) -> int:
    """Return a year."""
    return one.period.start.year


assert_type(roll_up([movement], by=year_of), RollUp[int])
names: dict[str, int] = {"An Khê": 1}
by: Callable[[str], int | None] = names.get
assert_type(rank(names, key=by), tuple[RankedItem[str], ...])
assert_type(ModelStatus("recognized"), ModelStatus)
assert_type(ModelStatus.RECOGNIZED.label, str)
assert_type(movement.place, Place | None)
assert_type(movement.reviewed, date | dvk.PartialDate | None)
assert_type(format_money(gift, scale_word="auto"), str)

assert_type(dvk.parse_number("1.234,5"), Decimal)
assert_type(dvk.parse_percent("96,42%"), Decimal)
assert_type(dvk.parse_quantity("5 ha", convention="vi"), Quantity)
assert_type(dvk.parse_range("5-7%"), dvk.QuantityRange)
assert_type(dvk.parse_ratio("27/28").fraction, Fraction)
assert_type(dvk.parse_change("tăng 5%").signed, Quantity)
assert_type(dvk.parse_attainment("đạt 5% kế hoạch").mode, dvk.AttainmentMode)
assert_type(dvk.parse_date("2-11", near=2026), date | dvk.PartialDate)
assert_type(dvk.parse_period("quý III", near=2026), Period | dvk.PartialPeriod)
assert_type(dvk.parse_document("16/CT-TTg"), dvk.DocumentRef)
assert_type(dvk.words_to_number("hai trăm tư"), Decimal)
assert_type(dvk.number_to_words(5, zero="lẻ"), str)

assert_type(dvk.audit(movement), dvk.auditing.Findings)
assert_type(dvk.audit(movement)[:2], dvk.auditing.Findings)
assert_type(dvk.audit(movement)[0], dvk.auditing.Finding)
assert_type(dvk.audit(movement).errors, dvk.auditing.Findings)
assert_type(dvk.auditing.finding_rows(dvk.audit(movement)), list[dvk.auditing.FindingRow])
assert_type(dvk.audit([movement], accept=[dvk.Rounding.TRUNCATE]), dvk.auditing.Findings)
assert_type(dvk.check_ratio(27, 28, "96,42%"), dvk.auditing.RatioCheck)
assert_type(dvk.check_ratio("27/28 trường (96,42%)").exact, Fraction | None)
assert_type(dvk.check_ratio(27, 28, "96,42%").finding().severity, dvk.auditing.Severity)
assert_type(dvk.auditing.check_change("91,5%", "tăng 3,05%").implied.points, dvk.auditing.Interval | None)
assert_type(dvk.auditing.wholes_of("359 hộ", "2,04%").count, int | None)
assert_type(dvk.auditing.finding_data(dvk.audit(movement)[0]), dict[str, object])
assert_type(
    dvk.auditing.infer_habit({"a": dvk.auditing.check_sum(30, [10, 20])}).explaining, tuple[dvk.Rounding, ...]
)

fact = dvk.scan("Có 12 hộ.")[0]
assert_type(dvk.scan("Có 12 hộ."), dvk.scanning.Facts)
assert_type(fact.kind, dvk.scanning.FactKind)
assert_type(fact.span, tuple[int, int])
assert_type(fact.quantity, Quantity | None)
assert_type(fact.ratio, dvk.Ratio | None)
assert_type(fact.date, date | dvk.PartialDate | None)
assert_type(fact.period, Period | dvk.PartialPeriod | None)
assert_type(fact.role, dvk.scanning.Role | None)
assert_type(dvk.scanning.fact_data(fact), dict[str, object])
assert_type(dvk.parse_from_to("từ 5% lên 7%").before, Quantity)
draft = dvk.draft_movement("…", name="Dân vận khéo", period=Period.year(2022))
assert_type(draft.movement, Movement)
assert_type(draft.unplaced, tuple[dvk.scanning.Fact, ...])
assert_type(draft.facts_of("$.awards[0]"), tuple[dvk.scanning.Fact, ...])

worth = dvk.award_money(movement.awards[0])
assert_type(worth.payable, Quantity | dvk.law.Unknown)
assert_type(worth.lines[0].exact_each, Quantity)
assert_type(dvk.law.at(date(2022, 11, 2)).applied("base_salary"), dvk.law.AppliedRule | dvk.law.Unknown)
assert_type(dvk.law.load("a.toml"), dvk.law.LawBook)
assert_type(dvk.awarding.paid_together([worth]), tuple[dvk.awarding.Payment, ...])
assert_type(dvk.awarding.check_together([worth]), tuple[dvk.awarding.Ruling, ...])
assert_type(dvk.awarding.check_dissolved(place, decided=date(2025, 11, 20)), dvk.awarding.Ruling)
assert_type(dvk.calc.value_in_money(movement.contributions, rates={dvk.units.WORKDAY: gift}).total, Quantity)

assert_type(dvk.attainment(gift, gift), Fraction)
assert_type(dvk.attainment(105, Decimal(100)), Fraction)
assert_type(dvk.growth(120, before=100), Fraction)
assert_type(dvk.growth(gift, before=gift), Fraction)
assert_type(points(1, before=2), Fraction)
assert_type(change(gift, before=gift, kind=ChangeKind.POINTS), Quantity)
assert_type(dvk.calc.mean_yearly_difference(2.5, before=1, years=3), Fraction)
assert_type(dvk.calc.mean_yearly_growth(gift, before=gift, years=3, decimals=4), Fraction)
assert_type(dvk.round_to(Fraction(1, 3), 2, rounding=dvk.Rounding.TRUNCATE), Decimal)
assert_type(dvk.round_to(gift, 2), Quantity)
assert_type(dvk.exact(14.73, decimals=2), Decimal)
assert_type(dvk.calc.average([gift, gift]), Quantity)
assert_type(dvk.calc.average(gift, of=45, decimals=2), Quantity)
assert_type(dvk.calc.average(gift, of=gift), Quantity)
assert_type(dvk.convert(gift, dvk.units.DONG, decimals=0), Quantity)
assert_type(dvk.calc.merge(summarise(movement), summarise([])), Summary)
assert_type(dvk.calc.merge(), Summary)
assert_type(dvk.calc.summary_rows(summarise(movement)), list[dvk.calc.SummaryRow])
assert_type(dvk.calc.overlapping([movement]), Iterator[tuple[Movement, Movement]])
assert_type(
    dvk.calc.rank_indicators(movement.indicators, ties=dvk.calc.Ties.DENSE),
    tuple[RankedItem[dvk.Indicator], ...],
)
assert_type(rank([gift], key=lambda quantity: quantity), tuple[RankedItem[Quantity], ...])
assert_type(dvk.calc.known_figure(movement.indicators[0]), Fraction | Quantity | None)
assert_type(dvk.calc.known_rate(movement.indicators[0]), Fraction | None)
assert_type(dvk.calc.same_period(movement.indicators[0], movement.indicators), dvk.Indicator | None)

assert_type(dvk.counted("hộ"), dvk.Unit)
assert_type(dvk.units.local_area("sào", 500, "Trung Bộ"), dvk.Unit)
assert_type(dvk.units.traditional_area("sào", dvk.units.Region.NORTH), dvk.Unit)

assert_type(dvk.loads(b"{}"), Movement)
assert_type(dvk.loads("{}"), Movement)
assert_type(load(Path("an-khe-2022.json")), Movement)
assert_type(dvk.dumps(movement), str)
dvk.save(movement, Path("an-khe-2022.json"))
assert_type(dvk.documents.published_schema(), dict[str, object])
hooks = make_converter()
dvk.documents.register(hooks)
dvk.documents.register(Converter())
assert_type(hooks.loads("{}", Movement), Movement)
assert_type(dvk.documents.problems(ValueError()), tuple[dvk.errors.Problem, ...])

assert_type(dvk.format_number(Fraction(1, 3), decimals=2, grouping=False), str)
assert_type(dvk.format_percent(share(27, 28), decimals=2), str)
assert_type(dvk.format_quantity(gift, style="symbol"), str)
assert_type(dvk.format_range(dvk.parse_range("5-7%")), str)
assert_type(dvk.format_ratio(27, 28, percent=True), str)
assert_type(dvk.format_ratio(dvk.parse_ratio("27/28")), str)
assert_type(dvk.format_change(gift, scale_word="compound"), str)
assert_type(dvk.format_change(dvk.parse_change("tăng 5%")), str)
assert_type(dvk.format_attainment(share(27, 28), mode="exceed", decimals=2), str)
assert_type(dvk.format_from_to(dvk.parse_from_to("từ 5% lên 7%")), str)
assert_type(dvk.format_date(date(2022, 11, 2), style="official"), str)
assert_type(dvk.date_to_words(date(2022, 11, 2), early="mùng", zero="lẻ"), str)
assert_type(dvk.period_to_words(Period.year(2022), thousand="ngàn"), str)
assert_type(dvk.format_period(Period.year(2022), dash="en"), str)
assert_type(dvk.format_document(dvk.parse_document("16/CT-TTg"), issued=True), str)
assert_type(dvk.format_place(place, within=place), str)
assert_type(dvk.parse_money("5 triệu", shorthand=True), Quantity)
assert_type(dvk.parse_change("tăng gấp 2 lần", times="reached"), dvk.Change)
assert_type(dvk.parse_attainment("đạt 5% kế hoạch", units=[dvk.counted("hộ")]), dvk.Attainment)
assert_type(dvk.money_to_words(gift, even=True, zero="lẻ"), str)
assert_type(dvk.formatting.ordinal_to_words(4), str)
assert_type(dvk.formatting.fraction_to_words(2, 3), str)
assert_type(dvk.percent_to_words(share(27, 28), decimals=2, five="nhăm"), str)
assert_type(dvk.reading.words_to_ordinal("thứ tư"), int)
style: WordStyle = {"zero": "lẻ", "four": "bốn"}
assert_type(dvk.number_to_words(5, **style), str)

assert_type(
    dvk.auditing.check_attainment("105 mô hình", "100 mô hình", "105%", mode="reach"), dvk.auditing.RatioCheck
)
assert_type(dvk.auditing.check_bounds("104,5%", nature=dvk.auditing.Nature.SHARE), dvk.auditing.BoundsCheck)
assert_type(dvk.auditing.check_chain([120, None, 150], ["tăng 10%", "tăng 14%"]), dvk.auditing.ChainCheck)
assert_type(dvk.auditing.check_cumulative(["120 hộ", "135 hộ"]), dvk.auditing.CumulativeCheck)
assert_type(dvk.auditing.check_mentions(["154,4 triệu đồng", gift]), dvk.auditing.MentionsCheck)
assert_type(dvk.auditing.check_part("28 trường", "96,42%"), dvk.auditing.ImpliedCheck)
assert_type(dvk.auditing.check_whole("359 hộ", "2,04%"), dvk.auditing.ImpliedCheck)
assert_type(dvk.auditing.check_shares(["33,3%"], counts=[1]), dvk.auditing.SharesCheck)
assert_type(dvk.auditing.parts_of(28, "96,42%", rounding=dvk.auditing.Family.ANY), dvk.auditing.WholeNumbers)
assert_type(dvk.auditing.smallest_ratio("96,42%"), Fraction | None)
assert_type(dvk.auditing.value_before("91,5%", "tăng 3,05%"), dvk.auditing.ValueBefore)
assert_type(dvk.auditing.least_correction(45, 60, "85%").least, dvk.auditing.Correction | None)
assert_type(dvk.auditing.missing_part(30, [10]), dvk.auditing.Interval | None)
assert_type(dvk.auditing.printed_interval("96,42%"), dvk.auditing.Interval | None)
assert_type(dvk.auditing.quotient(27, 28), dvk.auditing.Interval | None)
assert_type(
    dvk.auditing.to_sarif(dvk.audit(movement), sources=["an-khe.json"], language="en"), dict[str, object]
)

assert_type(dvk.law.history("base_salary"), tuple[dvk.law.AppliedRule | dvk.law.Unknown, ...])
assert_type(
    dvk.award_money(movement.awards[0], law=dvk.law.LawBook.official()).decree,
    dvk.law.AppliedRule | dvk.law.Unknown | None,
)
