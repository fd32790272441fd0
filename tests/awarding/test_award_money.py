"""What awards are worth: the vectors of the decrees, what is unknown, which are paid together."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    Award,
    AwardForm,
    EmulationTitle,
    GrantingLevel,
    InvalidValueError,
    Organization,
    OrganizationKind,
    PartialDate,
    Period,
    Quantity,
    Recipient,
    award_money,
    law,
)
from danvankheo.awarding import Payment, Scheme, paid_together
from danvankheo.law import Confidence, LawBook, Unknown, UnknownReason
from danvankheo.reasons import Reason
from danvankheo.units import DONG

BASES = {
    date(2022, 11, 2): 1_490_000,
    date(2024, 1, 2): 1_800_000,
    date(2026, 1, 2): 2_340_000,
    date(2026, 8, 1): 2_530_000,
}
FACTORS = ("0.15", "0.3", "0.45", "0.6", "1.0", "1.5", "3.0", "3.5")
# Exact and payable for each base salary and each multiple of it.
VECTORS = {
    1_490_000: [(223_500, 230_000), (447_000, 450_000), (670_500, 680_000), (894_000, 900_000), (1_490_000, 1_490_000), (2_235_000, 2_240_000), (4_470_000, 4_470_000), (5_215_000, 5_220_000)],
    1_800_000: [(270_000, 270_000), (540_000, 540_000), (810_000, 810_000), (1_080_000, 1_080_000), (1_800_000, 1_800_000), (2_700_000, 2_700_000), (5_400_000, 5_400_000), (6_300_000, 6_300_000)],
    2_340_000: [(351_000, 360_000), (702_000, 710_000), (1_053_000, 1_060_000), (1_404_000, 1_410_000), (2_340_000, 2_340_000), (3_510_000, 3_510_000), (7_020_000, 7_020_000), (8_190_000, 8_190_000)],
    2_530_000: [(379_500, 380_000), (759_000, 760_000), (1_138_500, 1_140_000), (1_518_000, 1_520_000), (2_530_000, 2_530_000), (3_795_000, 3_800_000), (7_590_000, 7_590_000), (8_855_000, 8_860_000)],
}  # fmt: skip


def giay_khen(level=GrantingLevel.COMMUNE, **more):
    return Award(form=AwardForm.GIAY_KHEN, level=level, **(more or {"individuals": 1}))


@pytest.mark.parametrize(
    ("day", "factor", "exact", "payable"),
    [
        (day, factor, exact, payable)
        for day, base in BASES.items()
        for factor, (exact, payable) in zip(FACTORS, VECTORS[base], strict=True)
    ],
)
def test_the_vectors_of_the_rule(day, factor, exact, payable):
    """Multiplied first, then rounded up once to the next 10 000 đồng."""
    money = award_money(giay_khen(), on=day, coefficients={Recipient.INDIVIDUAL: Decimal(factor)})
    assert money.exact == Quantity(exact, DONG)
    assert money.payable == Quantity(payable, DONG)


@pytest.mark.parametrize(
    ("level", "day", "individual", "collective"),
    [
        (GrantingLevel.UNIT, date(2022, 11, 2), 450_000, 900_000),
        (GrantingLevel.DISTRICT, date(2022, 11, 2), 450_000, 900_000),
        (GrantingLevel.COMMUNE, date(2022, 11, 2), 230_000, 450_000),
        (GrantingLevel.COMMUNE, date(2025, 6, 30), 360_000, 710_000),
        (GrantingLevel.COMMUNE, date(2025, 7, 1), 710_000, 1_410_000),  # the coefficient doubled
        (GrantingLevel.COMMUNE, date(2026, 6, 30), 710_000, 1_410_000),
        (GrantingLevel.COMMUNE, date(2026, 7, 1), 760_000, 1_520_000),  # the salary rose
    ],
)
def test_giay_khen_by_who_grants_it_and_when(level, day, individual, collective):
    money = award_money(giay_khen(level, individuals=1, collectives=1), on=day)
    assert [line.payable_each.amount for line in money.lines] == [collective, individual]


@pytest.mark.parametrize(
    ("level", "day", "payable"),
    [
        (GrantingLevel.CENTRAL, date(2022, 11, 2), 5_220_000),
        (GrantingLevel.PROVINCE, date(2022, 11, 2), 1_490_000),
        (GrantingLevel.PROVINCE, date(2026, 1, 2), 3_510_000),
        (GrantingLevel.MINISTRY, date(2026, 1, 2), 3_510_000),
        (GrantingLevel.UNIT, date(2026, 1, 2), 2_340_000),
    ],
)
def test_bang_khen_by_who_grants_it_and_when(level, day, payable):
    award = Award(form=AwardForm.BANG_KHEN, level=level, individuals=1)
    assert award_money(award, on=day).payable == Quantity(payable, DONG)


def test_the_awards_of_an_khe():
    """10 collectives and 20 individuals of 2022, if the State's scale applies; the answer says that it is a Party body."""
    granter = Organization(name="Ban Thường vụ Thị ủy An Khê", kind=OrganizationKind.PARTY_STANDING_BOARD)
    award = Award(
        form=AwardForm.GIAY_KHEN, level=GrantingLevel.DISTRICT, granter=granter, collectives=10, individuals=20,
        decided=date(2022, 11, 2),
    )  # fmt: skip
    money = award_money(award)
    assert money.payable == Quantity(18_000_000, DONG)
    assert "Đảng" in money.caveats[0]
    assert [rule.table for rule in money.lines[0].rules] == [
        "award_coefficient", "award_recipient", "base_salary", "award_rounding",
    ]  # fmt: skip
    assert money.decree.value == "Nghị định 91/2017/NĐ-CP"
    assert not award_money(giay_khen(), on=date(2022, 11, 2)).caveats


@pytest.mark.parametrize(
    ("title", "payable"),
    [
        (EmulationTitle.GOVERNMENT_FLAG, 28_080_000),
        (EmulationTitle.NATIONAL_EMULATION_FIGHTER, 10_530_000),
        (EmulationTitle.ADVANCED_WORKER, 710_000),
        (EmulationTitle.ADVANCED_COLLECTIVE, 1_880_000),
    ],
)
def test_titles_are_for_one_kind_of_recipient_and_have_no_factor(title, payable):
    award = Award(form=title, **{title.recipient.value: 1})
    money = award_money(award, on=date(2026, 1, 2))
    assert money.payable == Quantity(payable, DONG)
    assert len(money.lines[0].rules) == 3


def test_orders_by_name_and_class():
    award = Award(form=AwardForm.ORDER, individuals=1, collectives=1, decided=date(2026, 1, 2))
    assert award_money(award).unknown[0].reason.value == "not_told"
    money = award_money(award, order="labour_3")
    assert [line.exact_each.amount for line in money.lines] == [21_060_000, 10_530_000]
    with pytest.raises(InvalidValueError, match="order_labour_3"):
        award_money(award, order="labour_4")


UNKNOWN = [
    (giay_khen(households=2), date(2024, 5, 1), "unconfirmed"),  # no factor of households before 2025
    (giay_khen(households=2), date(2022, 5, 1), "unconfirmed"),
    (giay_khen(GrantingLevel.DISTRICT), date(2025, 7, 1), "ended"),
    (giay_khen(GrantingLevel.PROVINCE), date(2022, 5, 1), "unconfirmed"),
    (giay_khen(level=None), date(2022, 5, 1), "not_told"),
    (giay_khen(mixed=262), date(2022, 5, 1), "not_told"),
    (giay_khen(), None, "not_told"),
    (giay_khen(), date(2017, 9, 30), "not_covered"),
    (giay_khen(), date(2028, 1, 1), "not_covered"),
    (
        Award(form=AwardForm.BANG_KHEN, level=GrantingLevel.UNIT, individuals=1),
        date(2024, 5, 1),
        "unconfirmed",
    ),
    (Award(form=AwardForm.STATE_HONOUR, individuals=1), date(2026, 1, 2), "not_told"),
    (
        Award(form=AwardForm.BANG_KHEN, level=GrantingLevel.COMMUNE, individuals=1),
        date(2024, 5, 1),
        "unconfirmed",
    ),
    (
        Award(form=AwardForm.COMMEMORATIVE_MEDAL, level=GrantingLevel.PROVINCE, individuals=1),
        date(2026, 1, 2),
        "ceiling",
    ),
    (
        Award(form=AwardForm.MEDAL, level=GrantingLevel.CENTRAL, individuals=1),
        date(2026, 1, 2),
        "unconfirmed",
    ),
    (Award(form=EmulationTitle.CULTURAL_FAMILY, households=1), date(2026, 1, 2), "not_laid_down"),
    (Award(form=EmulationTitle.CULTURAL_FAMILY, households=1), date(2022, 1, 2), "unconfirmed"),
    (Award(form=EmulationTitle.CORPS_FLAG, collectives=1), date(2022, 1, 2), "not_covered"),
]


@pytest.mark.parametrize(("award", "day", "reason"), UNKNOWN)
def test_what_is_not_known_is_an_answer_and_no_number(award, day, reason):
    money = award_money(award, on=day)
    assert isinstance(money.exact, Unknown)
    assert isinstance(money.payable, Unknown)
    assert money.unknown[0].reason.value == reason
    assert str(money.unknown[0])


@pytest.mark.parametrize(
    ("asked", "options", "sentence"),
    [
        (giay_khen(), {"scheme": Scheme.PARTY},
         "Hệ số tiền thưởng: chưa kiểm chứng được (chưa có mức của Đảng cho đối tượng này; hãy nêu ở coefficients=)"),
        (Award(form=AwardForm.ORDER, individuals=1), {},
         "Hệ số huân chương: thiếu thông tin (chưa nêu huân chương nào, hạng nào (order= hay --order))"),
        (giay_khen(None), {}, "Hệ số giấy khen: thiếu thông tin (chưa nêu cấp nào tặng)"),
        (Award(form=AwardForm.BANG_KHEN, level=GrantingLevel.COMMUNE, individuals=1), {},
         "Hệ số bằng khen: chưa kiểm chứng được (chưa có hệ số cho bằng khen do cấp xã tặng)"),
        (giay_khen(), {"on": None},
         "Ngày ký quyết định: thiếu thông tin "
         "(tiền thưởng tính theo ngày ký quyết định; hãy nêu ngày ấy (on= hay --on))"),
        (attrs.evolve(giay_khen(), decided=PartialDate(year=2024)), {"on": None},
         "Mức lương cơ sở: thiếu thông tin (thay đổi từ ngày 01/07/2024; phải có ngày ký quyết định)"),
    ],
    ids=range(6),
)  # fmt: skip
def test_what_is_not_known_says_what_would_tell(asked, options, sentence):
    money = award_money(asked, **({"on": date(2026, 1, 2)} | options))
    assert str(money.exact) == str(money.payable) == str(money.unknown[0]) == sentence


def test_how_the_party_rounds_is_asked_for():
    money = award_money(
        giay_khen(), on=date(2022, 11, 2), scheme=Scheme.PARTY, coefficients={Recipient.INDIVIDUAL: 1}
    )
    assert str(money.payable) == (
        "Cách làm tròn: chưa kiểm chứng được (chưa rõ cách làm tròn tiền thưởng của Đảng; hãy nêu ở round_up_to=)"
    )


def test_what_is_known_is_told_beside_what_is_not():
    money = award_money(giay_khen(individuals=3, households=2), on=date(2024, 5, 1))
    assert [line.recipient for line in money.lines] == [Recipient.INDIVIDUAL]
    assert money.lines[0].payable_total == Quantity(810_000, DONG)
    assert isinstance(money.payable, Unknown)


def test_households_from_2025_have_one_and_a_half():
    money = award_money(giay_khen(households=1), on=date(2025, 7, 1))
    assert money.exact == Quantity(1_053_000, DONG)
    assert money.payable == Quantity(1_060_000, DONG)


def test_a_month_or_a_year_is_enough_where_nothing_changed_in_it():
    of_2022 = Award(
        form=AwardForm.GIAY_KHEN, level=GrantingLevel.COMMUNE, individuals=1, decided=PartialDate(year=2022)
    )
    assert award_money(of_2022).payable == Quantity(230_000, DONG)
    of_2023 = Award(
        form=AwardForm.GIAY_KHEN, level=GrantingLevel.COMMUNE, individuals=1, decided=PartialDate(year=2023)
    )
    unknown = award_money(of_2023).unknown[0]
    assert (unknown.reason.value, unknown.note) == (
        "not_told",
        "thay đổi từ ngày 01/07/2023; phải có ngày ký quyết định",
    )
    of_june = Award(
        form=AwardForm.GIAY_KHEN,
        level=GrantingLevel.COMMUNE,
        individuals=1,
        decided=PartialDate(year=2023, month=6),
    )
    assert award_money(of_june).payable == Quantity(230_000, DONG)
    assert award_money(of_june).decided == PartialDate(year=2023, month=6)
    of_a_day = Award(form=AwardForm.GIAY_KHEN, individuals=1, decided=PartialDate(month=6, day=1))
    assert award_money(of_a_day).unknown[0].what == "Ngày ký quyết định"


def test_the_day_asked_for_agrees_with_what_the_award_tells():
    told = attrs.evolve(giay_khen(), decided=PartialDate(year=2023))
    assert award_money(told, on=date(2023, 8, 1)).decided == date(2023, 8, 1)
    for decided, on in (
        (PartialDate(year=2023), date(2022, 8, 1)),
        (PartialDate(month=6, day=1), date(2022, 6, 2)),
        (date(2023, 8, 1), date(2023, 8, 2)),
    ):
        with pytest.raises(InvalidValueError) as error:
            award_money(attrs.evolve(giay_khen(), decided=decided), on=on)
        assert error.value.reason is Reason.AS_TOLD
    for no_day in (datetime(2023, 8, 1), "2023-08-01"):  # noqa: DTZ001
        with pytest.raises(InvalidValueError):
            award_money(giay_khen(), on=no_day)


def test_the_scale_of_the_party_is_the_callers():
    award = giay_khen(individuals=2, collectives=1)
    told = award_money(award, on=date(2022, 11, 2), scheme=Scheme.PARTY)
    assert {unknown.reason.value for unknown in told.unknown} == {"unconfirmed"}
    own = {Recipient.INDIVIDUAL: Decimal("0.3"), Recipient.COLLECTIVE: Decimal("0.6")}
    known = award_money(award, on=date(2022, 11, 2), scheme=Scheme.PARTY, coefficients=own)
    assert known.exact == Quantity(1_788_000, DONG)
    assert known.payable.reason.value == "unconfirmed"  # how the Party rounds is not known
    rounded = award_money(
        award, on=date(2022, 11, 2), scheme=Scheme.PARTY, coefficients=own, round_up_to=100_000
    )
    assert rounded.payable == Quantity(1_900_000, DONG)
    assert law.at(date(2022, 1, 1)).applied(
        "party_award_coefficient", "base_committee", "member"
    ).number == Decimal("0.3")


def test_a_ceiling_is_kept_to():
    award = Award(form=AwardForm.COMMEMORATIVE_MEDAL, individuals=10, decided=date(2026, 1, 2))
    known = award_money(award, coefficients={Recipient.INDIVIDUAL: Decimal("0.6")})
    assert known.caveats == ("Hệ số của cá nhân: do người tính nêu.",)
    assert known.payable == Quantity(14_100_000, DONG)
    with pytest.raises(InvalidValueError, match=r"from 0 to 0\.6"):
        award_money(award, coefficients={Recipient.INDIVIDUAL: Decimal("0.7")})


@pytest.mark.parametrize(
    "asked",
    [
        {"coefficients": {Recipient.INDIVIDUAL: 0}},
        {"coefficients": {Recipient.INDIVIDUAL: -1}},
        {"round_up_to": 0},
    ],
)
def test_impossible_arguments_are_refused(asked):
    with pytest.raises(InvalidValueError):
        award_money(giay_khen(), on=date(2026, 1, 2), **asked)
    with pytest.raises(InvalidValueError):
        award_money("giấy khen")


def test_a_province_has_its_own_table(tmp_path):
    path = tmp_path / "coefficients.toml"
    path.write_text(
        'name = "award_recipient"\ntitle = "Hệ số của tỉnh"\ntitle_en = "own"\nunit = "lần hệ số của cá nhân"\nkeys = ["of", "recipient"]\n'
        'checked = 2024-01-01\nentry = [ { of = "form", recipient = "households", since = 2024-01-01, value = "1.5", source = "Nghị quyết", '
        'confidence = "high" } ]\n[allowed.of]\nform = "giấy khen"\n[allowed.recipient]\nhouseholds = "hộ gia đình"\n',
        encoding="utf-8",
    )
    money = award_money(giay_khen(households=1), on=date(2024, 5, 1), law=law.load(path))
    assert money.exact == Quantity(405_000, DONG)


def test_the_title_that_a_recipient_gets_more_for_is_paid_whatever_the_numbers():
    at = {"decided": date(2026, 1, 2), "period": Period.year(2025)}
    lower = award_money(Award(form=EmulationTitle.ADVANCED_WORKER, individuals=20, **at))
    higher = award_money(Award(form=EmulationTitle.GRASSROOTS_EMULATION_FIGHTER, individuals=1, **at))
    assert paid_together([lower, higher]) == (Payment.NOT_PAID, Payment.PAID)
    others = award_money(Award(form=EmulationTitle.ADVANCED_COLLECTIVE, collectives=1, **at))
    assert paid_together([lower, others]) == (Payment.PAID, Payment.PAID)


def test_who_grants_is_not_guessed():
    at = {"decided": date(2026, 1, 2), "individuals": 1, "form": AwardForm.BANG_KHEN}
    central = Award(level=GrantingLevel.CENTRAL, **at)
    assert award_money(central).caveats == (
        "Bằng khen cấp trung ương: tính theo mức của Thủ tướng Chính phủ.",
    )
    front = Organization(name="Ủy ban Trung ương MTTQ Việt Nam", kind=OrganizationKind.FATHERLAND_FRONT)
    assert isinstance(award_money(attrs.evolve(central, granter=front)).payable, Unknown)
    chief = Organization(name="Thủ tướng Chính phủ", kind=OrganizationKind.STATE_AGENCY)
    money = award_money(attrs.evolve(central, granter=chief))
    assert (money.payable, money.caveats) == (Quantity(8_190_000, DONG), ())
    assert award_money(Award(level=GrantingLevel.UNIT, **at)).caveats


def test_an_order_of_a_household_is_not_laid_down():
    order = Award(form=AwardForm.ORDER, households=1, collectives=1, decided=date(2026, 1, 2))
    money = award_money(order, order="labour_1")
    assert [line.recipient for line in money.lines] == [Recipient.COLLECTIVE]
    assert money.lines[0].rules[1].article == "Điều 51"
    assert isinstance(money.payable, Unknown)


def test_a_rounding_to_nothing_is_refused(tmp_path):
    path = tmp_path / "rounding.toml"
    path.write_text(
        'name = "award_rounding"\ntitle = "Làm tròn"\ntitle_en = "own"\nunit = "đồng"\nchecked = 2024-01-01\n'
        'entry = [ { since = 2024-01-01, value = "0", source = "Quyết định", confidence = "high" } ]\n',
        encoding="utf-8",
    )
    with pytest.raises(InvalidValueError, match="award_rounding"):
        award_money(giay_khen(), on=date(2026, 1, 2), law=law.load(path))


@pytest.mark.parametrize(
    "asked",
    [{"scheme": "x"}, {"law": {}}, {"coefficients": {"individual": 9}}],
    ids=lambda asked: next(iter(asked)),
)
def test_arguments_of_other_types_are_refused(asked):
    with pytest.raises(InvalidValueError):
        award_money(giay_khen(), on=date(2026, 1, 2), **asked)


@given(
    st.sampled_from(list(BASES)),
    st.decimals(Decimal("0.01"), 100, places=3),
    st.integers(1, 10**6),
    st.sampled_from(list(Recipient)),
)
def test_the_rounding_of_the_law(day, coefficient, count, recipient):
    """Payable is not below exact, by less than 10 000 above it, and a multiple of 10 000."""
    money = award_money(giay_khen(**{recipient.value: count}), on=day, coefficients={recipient: coefficient})
    (line,) = money.lines
    exact, payable = Fraction(line.exact_each.value), Fraction(line.payable_each.value)
    assert exact == Fraction(coefficient) * BASES[day]
    assert exact <= payable < exact + 10_000
    assert payable % 10_000 == 0
    assert money.payable.value == line.payable_each.value * count
    assert money.exact.value == line.exact_each.value * count


@given(
    st.dates(date(2017, 10, 1), date(2027, 2, 28)),
    st.sampled_from([AwardForm.GIAY_KHEN, AwardForm.BANG_KHEN]),
    st.sampled_from(list(GrantingLevel)),
)
def test_a_collective_has_twice_what_an_individual_has(day, form, level):
    if level is GrantingLevel.DISTRICT and day > date(2025, 6, 30):
        return
    money = award_money(Award(form=form, level=level, individuals=1, collectives=1), on=day)
    if not money.unknown:
        collective, individual = money.lines
        assert collective.exact_each.value == 2 * individual.exact_each.value


def worth(form, period=None, reason="", day=date(2026, 1, 2)):
    recipient = form.recipient.value if isinstance(form, EmulationTitle) else "individuals"
    level = GrantingLevel.COMMUNE if form is AwardForm.GIAY_KHEN else None
    return award_money(
        Award(form=form, level=level, period=period, reason=reason, decided=day, **{recipient: 1})
    )


PAID, NOT_PAID, UNCLEAR = Payment.PAID, Payment.NOT_PAID, Payment.UNCLEAR
Y2024, Y2025 = Period.year(2024), Period.year(2025)
LOW, HIGH = EmulationTitle.ADVANCED_WORKER, EmulationTitle.GRASSROOTS_EMULATION_FIGHTER


@pytest.mark.parametrize(
    ("money", "payments"),
    [
        ([], ()),
        ([worth(LOW, Y2025)], (PAID,)),
        ([worth(LOW, Y2025), worth(HIGH, Y2025)], (NOT_PAID, PAID)),
        ([worth(LOW, Y2024), worth(HIGH, Y2025)], (PAID, PAID)),
        ([worth(LOW, Y2025), worth(LOW, Y2025)], (PAID, NOT_PAID)),
        ([worth(LOW, None), worth(HIGH, Y2025)], (UNCLEAR, UNCLEAR)),
        ([worth(LOW, Y2025, day=date(2028, 1, 1)), worth(HIGH, Y2025)], (UNCLEAR, UNCLEAR)),
        ([worth(LOW, Y2025), worth(AwardForm.GIAY_KHEN, Y2025)], (PAID, PAID)),
        (
            [worth(AwardForm.GIAY_KHEN, Y2024, "hiến đất"), worth(AwardForm.GIAY_KHEN, Y2025, "làm đường")],
            (PAID, PAID),
        ),
        (
            [worth(AwardForm.GIAY_KHEN, Y2025, "hiến đất"), worth(AwardForm.GIAY_KHEN, Y2025, "làm đường")],
            (UNCLEAR, UNCLEAR),
        ),
        ([worth(AwardForm.GIAY_KHEN, Y2024), worth(AwardForm.GIAY_KHEN, Y2025)], (UNCLEAR, UNCLEAR)),
        ([worth(LOW, Y2025), worth(HIGH, Y2025), worth(AwardForm.GIAY_KHEN, Y2025)], (NOT_PAID, PAID, PAID)),
    ],
)
def test_which_awards_are_paid_together(money, payments):
    assert paid_together(money) == payments


OF_A_DISTRICT = Award(
    form=AwardForm.GIAY_KHEN, level=GrantingLevel.DISTRICT, individuals=3, decided=date(2022, 11, 2)
)


@pytest.fixture
def weak(tmp_path):
    """Tables in which the giấy khen of a district rests on a weak source; the library has none such."""
    path = tmp_path / "weak.toml"
    path.write_text(
        'name = "award_coefficient"\ntitle = "Hệ số tiền thưởng"\ntitle_en = "own"\nunit = "lần mức lương cơ sở"\n'
        'keys = ["award"]\nchecked = 2026-11-30\nentry = [ { award = "giay_khen_district", since = 2017-10-01, '
        'value = "0.3", source = "Một bài báo", confidence = "low" } ]\n'
        '[allowed.award]\ngiay_khen_district = "Giấy khen cấp huyện"\n',
        encoding="utf-8",
    )
    return law.load(path)


def test_what_rests_on_a_weak_source_is_named_once(weak):
    money = award_money(attrs.evolve(OF_A_DISTRICT, collectives=2), law=weak)
    assert isinstance(money.payable, Quantity)
    assert money.caveats == (
        "Hệ số tiền thưởng (Giấy khen cấp huyện): nguồn chưa có văn bản gốc; cần đối chiếu Một bài báo.",
    )


@pytest.mark.parametrize("least", [Confidence.HIGH, Confidence.MEDIUM, "medium"], ids=repr)
def test_what_is_less_sure_than_asked_for_is_unknown(least, weak):
    money = award_money(OF_A_DISTRICT, min_confidence=least, law=weak)
    assert isinstance(money.payable, Unknown)
    assert {each.reason for each in money.unknown} <= {UnknownReason.UNCONFIRMED}
    assert "Giấy khen cấp huyện" in " ".join(map(str, money.unknown))
    assert not money.lines


def test_what_is_sure_enough_counts_as_before(weak):
    assert award_money(OF_A_DISTRICT, min_confidence=Confidence.LOW, law=weak) == award_money(
        OF_A_DISTRICT, law=weak
    )
    assert award_money(OF_A_DISTRICT, min_confidence=Confidence.MEDIUM) == award_money(OF_A_DISTRICT)
    award = attrs.evolve(OF_A_DISTRICT, level=GrantingLevel.UNIT)
    assert award_money(award, min_confidence=Confidence.MEDIUM).payable == award_money(award).payable
    with pytest.raises(InvalidValueError, match="min_confidence"):
        award_money(award, min_confidence="sure")


@pytest.mark.parametrize("least", Confidence)
def test_every_answer_of_the_tables_reaches_the_confidence_that_was_asked_for(least):
    book = LawBook.official()
    for table in book.tables.values():
        for entry in table.entries:
            day = book.at(entry.since)
            answer = day.applied(table.name, *entry.key, min_confidence=least)
            plain = day.applied(table.name, *entry.key)
            order = [*Confidence]
            if isinstance(plain, Unknown) or order.index(plain.confidence) <= order.index(least):
                assert answer == plain
            else:
                assert isinstance(answer, Unknown)
