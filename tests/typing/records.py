"""What type checkers infer for the fields, properties and methods of every public class."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import assert_type

import attrs

import danvankheo as dvk

DAY = date(2022, 11, 2)
gift = dvk.Quantity(Decimal("154.4"), dvk.units.MILLION_DONG)
movement = dvk.load("an-khe-2022.json")

# Records keep their type through attrs.evolve, and are tuples inside
assert_type(attrs.evolve(movement, name="khác"), dvk.Movement)
assert_type(movement.contributions, tuple[dvk.Contribution, ...])
assert_type(movement.indicators, tuple[dvk.Indicator, ...])
assert_type(movement.models, tuple[dvk.Model, ...])
assert_type(movement.awards, tuple[dvk.Award, ...])
assert_type(movement.directives, tuple[dvk.DocumentRef, ...])
assert_type(movement.organizer, dvk.Organization | None)
assert_type(movement.contributions[0].quantity, dvk.Quantity | None)
assert_type(movement.contributions[0].kind, dvk.ContributionKind)
assert_type(movement.contributions[0].when, dvk.Period | date | dvk.PartialDate | None)
assert_type(movement.models[0].results[0].quantity, dvk.Quantity | dvk.QuantityRange | None)
assert_type(
    movement.model_counts[0].what,
    tuple[dvk.ModelStatus | None, dvk.ModelSubject | None, dvk.ModelField | None, str, dvk.ModelLevel | None],
)
assert_type(movement.awards[0].form, dvk.AwardForm | dvk.EmulationTitle)
assert_type(movement.awards[0].recipients, int)
indicator = movement.indicators[0]
assert_type(indicator.part, Decimal | None)
assert_type(indicator.rate, Fraction | None)
assert_type(indicator.direction, dvk.Better | None)
assert_type(indicator.label, str)
assert_type(indicator.counts, dvk.Unit | None)

# Values
assert_type(gift.amount, Decimal)
assert_type(gift.value, Decimal)
assert_type(gift.to(dvk.units.DONG), dvk.Quantity)
assert_type(-gift - gift, dvk.Quantity)
assert_type(gift < -gift, bool)
assert_type(gift.approximation.plus(dvk.Approximation.OVER), dvk.Approximation)
assert_type(gift.approximation.negated, dvk.Approximation)
assert_type(gift.unit.size, Decimal)
assert_type(gift.unit.label, str)
assert_type(gift.unit.code, str)
assert_type(gift.unit.scaled(dvk.units.Scale.BILLION).per("hộ").unscaled().to_base(), dvk.Unit)
assert_type(gift.unit.fits(dvk.units.DONG), bool)
gift.unit.check_fits(dvk.units.DONG, "here")
assert_type(dvk.units.UNITS["dong"], dvk.Unit)
assert_type(dvk.QuantityRange(gift, gift).low, dvk.Quantity)
period = dvk.Period.year(2022)
assert_type(period, dvk.Period)
assert_type(dvk.Period.half(2022, 1), dvk.Period)
assert_type(dvk.Period.quarter(2022, 3), dvk.Period)
assert_type(dvk.Period.month(2022, 11), dvk.Period)
assert_type(dvk.Period.first_months(2022, 9), dvk.Period)
assert_type(dvk.Period.last_months(2022, 3), dvk.Period)
assert_type(dvk.Period.stage(2021, 2025), dvk.Period)
assert_type(dvk.Period.term(2020, 2025), dvk.Period)
assert_type(dvk.Period.school_year(2021), dvk.Period)
assert_type(dvk.Period.between(DAY, DAY), dvk.Period)
assert_type(dvk.Period.from_code("2022-Q3"), dvk.Period)
assert_type(period.same_period_last_year(), dvk.Period)
assert_type(period.code, str)
assert_type(period.days, int)
assert_type(period.overlaps(period), bool)
assert_type(DAY in period, bool)
assert_type(dvk.PartialPeriod(kind=dvk.PeriodKind.QUARTER, number=3).in_year(2022), dvk.Period)
assert_type(dvk.PartialDate.from_code("--11-02").code, str)
assert_type(dvk.PartialDate(day=2, month=11).in_year(2022), date)
assert_type(dvk.PartialDate(day=2, month=11).could_be(DAY), bool)
place = dvk.Place(name="An Khê", kind=dvk.PlaceKind.TOWN)
assert_type(place.level, dvk.PlaceLevel)
assert_type(place.lineage(), Iterator[dvk.Place])
assert_type(place.at(dvk.PlaceLevel.PROVINCE), dvk.Place | None)
assert_type(place.existed_on(DAY), bool)
assert_type(place.existed_in(period), bool)
assert_type(dvk.parse_ratio("27/28").fraction, Fraction)
assert_type(dvk.Change.of(gift).signed, dvk.Quantity)
assert_type(dvk.parse_attainment("đạt 5% kế hoạch").attained, dvk.Quantity)
assert_type(dvk.EmulationTitle.CULTURAL_FAMILY.recipient, dvk.Recipient)
assert_type(dvk.auditing.Severity.ERROR.rank, int)

# Totals
summary = dvk.summarise(movement)
assert_type(summary.contributions[0].quantity, dvk.Quantity | None)
assert_type(summary.indicators[0].rate, Fraction | None)
assert_type(summary.awards[0].recipients, int)
assert_type(summary.models, tuple[dvk.calc.ModelTally, ...])
assert_type(summary.model_counts, tuple[dvk.calc.ModelCountTotal, ...])
assert_type(dvk.calc.value_in_money((), rates={}).valued, tuple[dvk.calc.Valued, ...])

# Law
book = dvk.law.LawBook.official()
assert_type(book, dvk.law.LawBook)
assert_type(book.load(Path("a.toml")), dvk.law.LawBook)
assert_type(book.at(DAY), dvk.law.LawOfTheDay)
assert_type(book.history("base_salary"), tuple[dvk.law.Applied | dvk.law.Unknown, ...])
assert_type(book.tables, dict[str, dvk.law.Table])
table = book.table("base_salary")
assert_type(table.applied(DAY), dvk.law.Applied | dvk.law.Unknown)
assert_type(table.over(table), dvk.law.Table)
assert_type(table.called(()), str)
assert_type(table.of(()), Iterator[dvk.law.Entry])
assert_type(table.changes(), Iterator[date])
table.check_key(())
assert_type(table.entries[0].covers(DAY), bool)
salary = book.at(DAY).applied("base_salary")
if isinstance(salary, dvk.law.Unknown):
    assert_type(salary.reason, dvk.law.UnknownReason)
else:
    assert_type(salary.number, Decimal)
    assert_type(salary.value, Decimal | str)
    assert_type(salary.rule, str)
    assert_type(salary.is_assumed, bool)
worth = dvk.award_money(movement.awards[0], scheme=dvk.awarding.Scheme.PARTY)
assert_type(worth.exact, dvk.Quantity | dvk.law.Unknown)
assert_type(worth.payable, dvk.Quantity | dvk.law.Unknown)
assert_type(worth.lines[0].exact_total, dvk.Quantity)
assert_type(worth.lines[0].payable_total, dvk.Quantity | dvk.law.Unknown)

# The audit
interval = dvk.auditing.Interval(0, None, low_closed=True)
assert_type(dvk.auditing.Interval.exactly(5), dvk.auditing.Interval)
assert_type(interval.width, Fraction | None)
assert_type(interval.meet(interval), dvk.auditing.Interval | None)
assert_type(interval.times(2), dvk.auditing.Interval)
assert_type(interval.over(interval), dvk.auditing.Interval | None)
assert_type(interval.inverse(), dvk.auditing.Interval)
assert_type(interval.wholes(), dvk.auditing.Interval | None)
assert_type(5 in interval, bool)
figure = dvk.auditing.Reported.of("96,42%", dvk.auditing.Nature.SHARE)
assert_type(figure, dvk.auditing.Reported)
assert_type(figure.value, Fraction)
assert_type(figure.quantum, Fraction)
assert_type(figure.is_exact, bool)
assert_type(
    figure.interval(dvk.Rounding.TRUNCATE, reading=dvk.auditing.Reading.LITERAL), dvk.auditing.Interval | None
)
assert_type(figure.clip(interval), dvk.auditing.Interval | None)
assert_type(figure.possible(dvk.auditing.Family.ANY), dvk.auditing.Interval | None)
assert_type(figure.ways_of_printing(Fraction(27, 28)), tuple[dvk.Rounding, ...])
ratio = dvk.check_ratio(27, 28, "96,42%")
assert_type(ratio.procedures, tuple[dvk.Rounding, ...])
assert_type(ratio.verdict, dvk.auditing.Verdict)
assert_type(ratio.severity, dvk.auditing.Severity)
assert_type(ratio.exact, Fraction | None)
assert_type(ratio.published, dict[dvk.Rounding, Decimal] | None)
assert_type(ratio.fitting_modes, tuple[dvk.AttainmentMode, ...])
assert_type(ratio.correction(), dvk.auditing.Correction | None)
assert_type(dvk.auditing.check_whole("359 hộ", "2,04%").power, Fraction)
sums = dvk.auditing.check_sum(30, [10, 20])
assert_type(sums.sum, Fraction)
assert_type(sums.difference, Fraction)
assert_type(sums.leaves_room, bool)
assert_type(sums.finding_of_listed(accept=[dvk.Rounding.UP]), dvk.auditing.Finding)
assert_type(dvk.auditing.check_shares(["33,3%"]).is_largest_remainder, bool | None)
assert_type(dvk.auditing.check_change("91,5%", "tăng 3,05%").points, tuple[dvk.Rounding, ...])
assert_type(dvk.auditing.check_chain([1, 2], ["tăng 100%"]).broken_at, int | None)
habit = dvk.auditing.infer_habit({"trường": ratio, "tổng": sums})
assert_type(habit.explaining, tuple[dvk.Rounding, ...])
assert_type(habit.best, tuple[dvk.Rounding, ...])
assert_type(habit.outliers, dict[dvk.Rounding, tuple[str, ...]])
assert_type(habit.outliers_of(dvk.Rounding.UP), tuple[str, ...])
assert_type(habit.discriminating, tuple[str, ...])
assert_type(habit.impossible, tuple[str, ...])
assert_type(habit.deciding, tuple[str, ...])
assert_type(habit.chance, Fraction)

assert_type(habit.finding(), dvk.auditing.Finding | None)
finding = dvk.audit(movement)[0]
assert_type(finding.code, dvk.auditing.FindingCode)
assert_type(finding.severity, dvk.auditing.Severity)
assert_type(finding.vietnamese, str)
assert_type(finding.english, str)
assert_type(finding.told(language="en"), str)
assert_type(finding.order, tuple[object, ...])
assert_type(finding.facts[0].order, tuple[object, ...])
Single = Fraction | dvk.auditing.Interval | dvk.auditing.WholeNumbers | dvk.auditing.Reported
assert_type(finding.values["exact"], Single | tuple[Single, ...])

# Running text
fact = dvk.scan("Có 12 hộ.")[0]
assert_type(fact.range, dvk.QuantityRange | None)
assert_type(fact.document, dvk.DocumentRef | None)
assert_type(fact.approximation, dvk.Approximation | None)
assert_type(fact.extra, dict[str, object])
assert_type(fact.marks, frozenset[dvk.scanning.Mark])
assert_type(dvk.draft_movement("…").placed[0].fact, dvk.scanning.Fact)
assert_type(dvk.draft_movement("…").dropped, tuple[dvk.InvalidValueError, ...])

# Errors
try:
    dvk.loads("{}")
except dvk.DocumentError as refused:
    assert_type(refused.problems, tuple[dvk.errors.Problem, ...])
    assert_type(refused.problems[0].vietnamese, str)
    assert_type(refused.problems[0].sentences, tuple[str, str])
    assert_type(refused.problems[0].loc, tuple[str | int, ...])
    assert_type(refused.problems[0].reason, dvk.errors.Reason)
try:
    dvk.parse_number("1,500")
except dvk.AmbiguousTextError as ambiguous:
    assert_type(ambiguous.readings["decimal-comma"], object)
    assert_type(ambiguous.labels["decimal-comma"], dvk.errors.Words)
    assert_type(ambiguous.english, str)
except dvk.ReadingError as unread:
    assert_type(unread.position, int)
    assert_type(unread.span, tuple[int, int])
    assert_type(unread.expected, str)
    assert_type(unread.hint, str)
    assert_type(unread.vietnamese, str)
try:
    dvk.share(1, 0)
except ZeroDivisionError as undefined:
    assert_type(undefined, ZeroDivisionError)
except dvk.InvalidValueError as invalid:
    assert_type(invalid.expected, str)
    assert_type(invalid.vietnamese, str)
