"""One instance at least of every public class, with a change that `attrs.evolve` makes to it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import attrs
import pytest

from danvankheo import (
    Approximation,
    Attainment,
    Award,
    AwardForm,
    Change,
    Contribution,
    ContributionKind,
    DanVanKheoError,
    Direction,
    DocumentRef,
    FromTo,
    GrantingLevel,
    Indicator,
    Model,
    ModelCount,
    ModelField,
    ModelStatus,
    Movement,
    Organization,
    OrganizationKind,
    PartialDate,
    PartialPeriod,
    Period,
    PeriodKind,
    Place,
    PlaceKind,
    PlaceLevel,
    Quantity,
    QuantityRange,
    Ratio,
    Result,
    audit,
    award_money,
    check_ratio,
    counted,
    draft_movement,
    law,
    load,
    loads,
    parse_number,
    places,
    roll_up,
    scan,
    share,
    summarise,
    table,
)
from danvankheo.auditing import (
    FactRef,
    FindingRow,
    Findings,
    Interval,
    Nature,
    Reported,
    check_attainment,
    check_bounds,
    check_chain,
    check_change,
    check_cumulative,
    check_mentions,
    check_shares,
    check_sum,
    check_whole,
    finding_rows,
    infer_habit,
    least_correction,
    value_before,
    wholes_of,
)
from danvankheo.awarding import RecipientGroups, check_dissolved
from danvankheo.calc import (
    AwardTotal,
    ModelCountTotal,
    ModelTally,
    Ranked,
    SummaryRow,
    Together,
    Unplaced,
    summary_rows,
    value_in_money,
)
from danvankheo.errors import Problem, Reason, Words
from danvankheo.formatting import WordStyle
from danvankheo.law import Confidence, Entry, LawBook, Table, UnknownReason
from danvankheo.scanning import FactRow, Facts, LocalArea, OrderOfMagnitude
from danvankheo.units import DONG, MILLION_DONG, PERCENT, SQUARE_METRE, WORKDAY, Scale, local_area
from support import AN_KHE


class Case(NamedTuple):
    """A value, and the fields that a caller may change in it."""

    value: Any
    changed: dict[str, Any]


def _refused_by(call: Callable[[], object]) -> DanVanKheoError:
    with pytest.raises(DanVanKheoError) as caught:
        call()
    return caught.value


_DAY = date(2022, 11, 2)
_YEAR = Period.year(2022)
_GIFT = Quantity(Decimal("154.40"), MILLION_DONG, Approximation.OVER)
_LAND = Quantity(260, SQUARE_METRE)
_RATE = Quantity(Decimal("96.42"), PERCENT)
_GIAY_KHEN = Award(
    form=AwardForm.GIAY_KHEN,
    level=GrantingLevel.DISTRICT,
    collectives=10,
    individuals=20,
    decided=_DAY,
    decision=DocumentRef(number=2251, symbol="QĐ-UBND", year=2022),
)
_LAMPS = Model(
    name="Thắp sáng đường quê",
    id="den",
    field=ModelField.OTHER,
    other_field="nông thôn mới",
    results=(Result(text="5 tuyến đường", quantity=Quantity(5, counted("tuyến đường"))),),
)
_SCHOOLS = Indicator(name="Trường đạt chuẩn quốc gia", value=_RATE, part=27, whole=28, unit=counted("trường"))
MOVEMENT = Movement(
    name="Dân vận khéo",
    period=_YEAR,
    place=AN_KHE,
    organizer=Organization(name="Thị ủy An Khê", kind=OrganizationKind.PARTY_COMMITTEE),
    reviewed=PartialDate(day=2, month=11),
    models=(_LAMPS,),
    model_counts=(ModelCount(count=54, status=ModelStatus.RECOGNIZED),),
    contributions=(
        Contribution(quantity=_GIFT, model="den"),
        Contribution(quantity=Quantity(731, WORKDAY), when=_DAY),
        Contribution(unknown_kind=ContributionKind.LAND),
    ),
    indicators=(_SCHOOLS,),
    awards=(_GIAY_KHEN,),
    directives=(DocumentRef(type="Chỉ thị", number=16, symbol="CT-TTg"),),
)
_ANSWERS = {
    "book": LawBook.official(),
    "day": law.at(_DAY),
    "salary": law.at(_DAY).applied("base_salary"),
    "unknown": law.at(date(2024, 5, 1)).applied("award_recipient", "form", "households"),
}
_TABLE = Table(
    name="own_rates",
    title="Mức của tỉnh",
    title_en="Rates of a province",
    unit="đồng",
    keys=("kind",),
    allowed={"kind": {"a": "loại A"}},
    checked=_DAY,
    entries=(
        Entry(since=_DAY, value=Decimal("300.0"), key=("a",), source="NQ 01", confidence=Confidence.HIGH),
    ),
)
_ARTICLE = (
    "UBND huyện Lắk phát động phong trào “Dân vận khéo” năm 2026. Nhân dân góp hơn 154,4 triệu đồng, "
    "hiến 260 m2 đất; 27/28 trường đạt chuẩn, đạt 96,42%; hàng trăm ngày công; có 5 sào ruộng."
)
_DRAFT = draft_movement(_ARTICLE)
_WORTH = award_money(_GIAY_KHEN)
_BY_THE_PARTY = award_money(
    attrs.evolve(
        _GIAY_KHEN, granter=Organization(name="BTV Thị ủy", kind=OrganizationKind.PARTY_STANDING_BOARD)
    )
)
_VALUED = value_in_money(MOVEMENT.contributions, rates={WORKDAY: Quantity(300_000, DONG)})
_TOGETHER = Together(of=AN_KHE, units=(AN_KHE, AN_KHE.parent))
_ON_A_DAY = roll_up([MOVEMENT], by=PlaceLevel.PROVINCE, places_on=date(2026, 10, 1))
_LAST_DAY = places.at(date(2025, 6, 30))
_TOWN = _LAST_DAY.find("thị xã An Khê")
_PROBLEM = Problem("$.indicators[2].part", Reason.NUMBER, '"hai bảy"', {"path": Words("dòng 3", "line 3")})

CASES = [
    # Values and records
    Case(_GIFT, {"amount": Decimal("154.4")}),
    Case(
        Quantity(-1, counted("hộ").scaled(Scale.THOUSAND).per("năm")), {"approximation": Approximation.ABOUT}
    ),
    Case(QuantityRange(_LAND, Quantity(1000, SQUARE_METRE)), {"low": Quantity(1, SQUARE_METRE)}),
    Case(local_area("sào", 500, "Trung Bộ"), {"rate": "hộ"}),
    Case(MILLION_DONG, {"scale": Scale.BILLION}),
    Case(_YEAR, {"start": date(2021, 1, 1), "kind": PeriodKind.STAGE}),
    Case(PartialPeriod(kind=PeriodKind.QUARTER, number=3), {"number": 4}),
    Case(PartialDate(day=2, month=11), {"day": 3}),
    Case(AN_KHE, {"code": ""}),
    Case(Place(name="Tú Thủy 2", kind=PlaceKind.THON, since=_DAY), {"until": date(2025, 6, 30)}),
    Case(MOVEMENT.organizer, {"place": AN_KHE}),
    Case(MOVEMENT.directives[0], {"year": 2018}),
    Case(Ratio(part=27, whole=28, unit=counted("trường"), percent=_RATE), {"part": Decimal("27.0")}),
    Case(Change(direction=Direction.UP, size=_RATE), {"direction": Direction.DOWN}),
    Case(
        FromTo(before=_RATE, after=Quantity(97, PERCENT), direction=Direction.UP),
        {"after": Quantity(98, PERCENT)},
    ),
    Case(Attainment(figure=Quantity(105, PERCENT)), {"mode": "exceed"}),
    Case(_LAMPS, {"name": "Camera an ninh"}),
    Case(_LAMPS.results[0], {"quantity": None}),
    Case(MOVEMENT.model_counts[0], {"count": 55}),
    *(Case(given, {"note": "theo báo cáo"}) for given in MOVEMENT.contributions),
    Case(_SCHOOLS, {"part": 28}),
    Case(_GIAY_KHEN, {"collectives": 11}),
    Case(RecipientGroups(women=8), {"women": 9}),
    Case(MOVEMENT, {"awards": ()}),
    # Totals
    Case(summarise([MOVEMENT, MOVEMENT]), {"movements": 3}),
    Case(summarise(MOVEMENT).contributions[0], {"count": 7}),
    Case(ModelTally(field=None, status=None, count=1), {"count": 2}),
    Case(ModelCountTotal(count=54, reports=1), {"reports": 2}),
    Case(summarise(MOVEMENT).indicators[0], {"known": 2}),
    Case(AwardTotal(form=AwardForm.GIAY_KHEN, mixed=262), {"mixed": 263}),
    Case(Ranked(position=1, item="An Khê", value=Fraction(27, 28)), {"position": 2}),
    Case(_TOGETHER, {"units": ()}),
    Case(Unplaced(place=AN_KHE, candidates=()), {"candidates": (AN_KHE,)}),
    Case(_ON_A_DAY, {"assumed": ()}),
    Case(_ON_A_DAY.of(["52"]), {"beside": (_TOGETHER,)}),
    Case(_VALUED, {"unvalued": ()}),
    Case(_VALUED.valued[0], {"money": _GIFT}),
    # Law
    Case(_ANSWERS["book"], {"tables": (_TABLE,)}),
    Case(_ANSWERS["day"], {"day": date(2023, 7, 1)}),
    Case(_ANSWERS["salary"], {"note": "lương cơ sở"}),
    Case(_ANSWERS["unknown"], {"reason": UnknownReason.NOT_TOLD}),
    Case(_TABLE, {"checked": date(2023, 1, 1)}),
    Case(_TABLE.entries[0], {"until": _DAY}),
    Case(_WORTH, {"caveats": ("chưa kiểm chứng",)}),
    Case(_WORTH.lines[0], {"count": 11}),
    Case(_BY_THE_PARTY, {"assumption": ""}),
    Case(_BY_THE_PARTY.party[0], {"count": 11}),
    Case(check_dissolved(AN_KHE, decided=date(2025, 11, 20)), {"because": "đã giải thể"}),
    # The audit
    Case(Interval(Fraction("96.415"), Fraction("96.425"), low_closed=True), {"high": None}),
    Case(wholes_of("359 hộ", "2,04%"), {"count": None}),
    Case(Reported.of("hơn 154,40 triệu đồng"), {"nature": Nature.SIGNED}),
    Case(check_ratio(27, 28, "96,42%"), {"mode": "exceed"}),
    Case(check_attainment("105 mô hình", "100 mô hình", "105%"), {"mode": None}),
    Case(check_change("91,5%", "tăng 3,05%", before="88,45%"), {"before": None}),
    Case(check_chain([120, None, 150], ["tăng 10%", "tăng 14%"]), {"broken_at": 1}),
    Case(check_whole("359 hộ", "2,04%"), {"asked": "part"}),
    Case(check_sum(30, [10, 20]), {"weights": (1, 2)}),
    Case(check_shares(["33,3%", "33,3%", "33,3%"]), {"counts": ()}),
    Case(check_mentions(["154,4 triệu đồng", "154 triệu đồng"]), {"common": None}),
    Case(check_bounds("29 trường", whole="28 trường"), {"broken": ()}),
    Case(check_cumulative(["5 hộ", "9 hộ"]), {"values": ()}),
    Case(value_before("91,5%", "tăng 3,05%"), {"points": None}),
    Case(least_correction(45, 60, "85%"), {"least": None}),
    Case(check_ratio(45, 60, "85%").correction(), {"edits": 3}),
    Case(infer_habit({"trường": check_ratio(27, 28, "96,42%")}), {"per_fact": {}}),
    *(Case(finding, {"facts": ()}) for finding in audit(MOVEMENT)),
    Case(FactRef(path="$.indicators[1]", name="Hộ nghèo"), {"document": 1}),
    # Running text
    *(Case(fact, {"subject": "nhân dân"}) for fact in scan(_ARTICLE)),
    Case(LocalArea(amount=Decimal("1.50"), unit="sào"), {"unit": "mẫu"}),
    Case(OrderOfMagnitude(words="hàng trăm", unit=WORKDAY, floor=100), {"floor": None}),
    Case(table(MOVEMENT.contributions), {"rows": ()}),
    Case(_DRAFT, {"dropped": ()}),
    Case(_DRAFT.placed[0], {"path": "$"}),
    Case(_PROBLEM, {"got": "null"}),
    # Places
    Case(_LAST_DAY, {"day": date(2025, 7, 1)}),
    Case(_TOWN, {"code": "00001"}),
    Case(places.successors(_TOWN)[0], {"whole": True}),
    Case(places.match(AN_KHE, on=_LAST_DAY.day), {"assumed": True}),
    Case(Words("tiền", "money"), {"english": "funds"}),
]
"""Every frozen class."""

ERRORS = [
    DanVanKheoError("figures"),
    *map(
        _refused_by,
        [
            lambda: Quantity("hai bảy", DONG),
            lambda: _GIFT + _LAND,
            lambda: _LAND.to(local_area("sào", 360, "Bắc Bộ")),
            lambda: share(1, 0),
            lambda: loads('{"version": 1, "name": "", "awards": [{"form": "giay_khen", "x": 1}]}'),
            lambda: parse_number("12.345.67"),
            lambda: parse_number("1,500"),
            lambda: Contribution(kind="money"),
        ],
    ),
]
"""Every error."""

DICTS = {
    WordStyle: WordStyle(zero="lẻ", thousand="ngàn", four="bốn", five="nhăm"),
    SummaryRow: summary_rows(summarise(MOVEMENT))[0],
    FindingRow: finding_rows(audit(MOVEMENT))[0],
    FactRow: scan("Góp 12 triệu đồng.").to_dicts()[0],
}
"""Every `TypedDict`: a plain dict when it runs, and hence not hashable."""

SEQUENCES: dict[type[tuple[Any, ...]], tuple[Any, ...]] = {
    Findings: audit(load("docs/examples/an-khe-2022.json")),
    Facts: scan(_ARTICLE),
}
"""Every kind of sequence of records."""
