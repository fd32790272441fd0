"""Phrases of a Vietnamese report: one figure, one indicator, one award."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from danvankheo.calc.arithmetic import round_to
from danvankheo.domain.award import GROUPS, Award, AwardForm, RecipientGroups
from danvankheo.domain.contribution import Contribution, ContributionKind
from danvankheo.domain.indicator import Indicator
from danvankheo.domain.model import ModelCount
from danvankheo.domain.movement import Movement
from danvankheo.domain.numbers import decimals_of
from danvankheo.domain.periods import Period, PeriodKind
from danvankheo.domain.places import Place
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.summary import AwardTotal, IndicatorTotal, ModelCountTotal, ModelTally, Total
from danvankheo.domain.units import PERCENT, Dimension, Scale
from danvankheo.formatting.changes import format_attainment, format_change, format_ratio
from danvankheo.formatting.dates import format_date, format_period
from danvankheo.formatting.money import format_money
from danvankheo.formatting.names import format_document, format_place
from danvankheo.formatting.numbers import format_number, format_percent
from danvankheo.formatting.quantities import format_quantity, unit_suffix
from danvankheo.locale_vi import bodies, words

UNKNOWN = "…"
"""What yearbooks print for "there is such a thing, but no figure of it"."""

_COMPUTED_DECIMALS = 2
_READABLE_DECIMALS = 3


def sentence(text: str) -> str:
    """Return text with a capital letter first.

    >>> sentence("tỷ lệ hộ nghèo")
    'Tỷ lệ hộ nghèo'
    """
    return text[:1].upper() + text[1:]


def title(movement: Movement) -> str:
    """Return what a movement is called, its name in quotes."""
    return f"Phong trào thi đua “{movement.name}”"


def place_name(place: Place) -> str:
    """Return a place alone, without those it lies in."""
    return sentence(format_place(place, within=place.parent))


def places_named(places: Sequence[Place | None]) -> list[str]:
    """Return what to call places in a column: without the higher places that all of them lie in.

    >>> from danvankheo import PlaceKind
    >>> gia_lai = Place(name="Gia Lai", kind=PlaceKind.PROVINCE)
    >>> communes = [Place(name=name, kind=PlaceKind.COMMUNE, parent=gia_lai) for name in ("Ia Sơn", "Đak Pơ")]
    >>> places_named(communes), places_named([None])
    (['Xã Ia Sơn', 'Xã Đak Pơ'], [''])
    """
    above = [{*place.lineage()} - {place} for place in places if place is not None]
    shared = set.intersection(*above) if above else set()
    within = max(shared, key=lambda place: len([*place.lineage()]), default=None)
    return [sentence(format_place(place, within=within)) if place else "" for place in places]


def calm(name: str) -> str:
    """Return the name of a body in sentence case where it is printed in capitals, as letterheads do.

    >>> calm("ỦY BAN NHÂN DÂN XÃ IA SƠN"), calm("UBND xã Ia Sơn"), calm("ĐOÀN TNCS HỒ CHÍ MINH")
    ('Ủy ban nhân dân xã Ia Sơn', 'UBND xã Ia Sơn', 'Đoàn TNCS Hồ Chí Minh')
    """
    if not name.isupper() or " " not in name:
        return name
    return bodies.in_sentence_case(name)


def counted_models(stated: ModelCount | ModelCountTotal | ModelTally) -> str:
    """Return "69 mô hình tập thể được công nhận"."""
    of = (stated.status,) if isinstance(stated, ModelTally) else (stated.subject, stated.level, stated.status)
    words = [format_number(stated.count), "mô hình"]
    words += [part.label for part in of if part]
    field = stated.other_field or (stated.field.label if stated.field else "")
    return " ".join([*words, f"về {field}"] if field else words)


def enumeration(parts: Iterable[str]) -> str:
    """Return parts as a list in a sentence.

    >>> enumeration(["154,4 triệu đồng", "731 ngày công", "260 m2 đất"])
    '154,4 triệu đồng, 731 ngày công và 260 m2 đất'
    """
    *first, last = parts
    return f"{', '.join(first)} và {last}" if first else last


def amount(quantity: Quantity) -> str:
    """Return a total as a report prints it: exactly, with a scale word where that stays short.

    >>> from danvankheo.units import DONG
    >>> amount(Quantity(214_400_000, DONG)), amount(Quantity(214_400_001, DONG))
    ('214,4 triệu đồng', '214.400.001 đồng')
    """
    if quantity.unit.dimension is not Dimension.MONEY:
        return format_quantity(quantity)
    for scale in (Scale.BILLION, Scale.MILLION):
        scaled = quantity.to(quantity.unit.unscaled().scaled(scale))
        if scaled.amount >= 1:
            short = decimals_of(scaled.amount) <= _READABLE_DECIMALS
            return format_quantity(scaled) if short else format_money(quantity, scale_word="full")
    return format_money(quantity, scale_word="full")


def given(contribution: Contribution) -> str:
    """Return what was given: as written, or that the source does not say how much."""
    if contribution.quantity is None:
        return f"{contribution.kind.label} (chưa rõ số lượng)"
    text = format_quantity(contribution.quantity)
    return f"{text} đất" if contribution.kind is ContributionKind.LAND else text


def total_line(line: Total) -> str:
    """Return one sum of contributions, or how many of unknown quantity there are."""
    if line.quantity is None:
        return f"{format_number(line.count)} khoản {line.kind.label} chưa rõ số lượng"
    text = amount(line.quantity)
    return f"{text} đất" if line.kind is ContributionKind.LAND else text


def indicator_of(indicator: Indicator, within: Movement | None = None) -> str:
    """Return an indicator with all that is known of it, and where and when unless its movement says so.

    >>> from danvankheo import PlaceKind
    >>> ward = Place(name="An Bình", kind=PlaceKind.WARD)
    >>> indicator_of(Indicator(name="Hộ nghèo", part=46, place=ward, period=Period.year(2022)))
    'Hộ nghèo: 46 (phường An Bình), năm 2022'
    """
    line = indicator_line(indicator, within.period if within else indicator.period)
    place = within.place if within else None
    if indicator.place and indicator.place != place:
        line += f" ({format_place(indicator.place, within=place)})"
    return f"{line}, {format_period(indicator.period)}" if indicator.period else line


def indicator_total(line: IndicatorTotal) -> str:
    """Return "Tỷ lệ hộ nghèo, năm 2022: 359/17.597 hộ (2,04%)"."""
    name = sentence(line.label) + (f", {format_period(line.period)}" if line.period else "")
    if not line.known:
        return f"{name}: chưa rõ"
    text = format_ratio(line.part, line.whole, unit=line.unit)
    return f"{name}: {text} ({percentage(line.rate)})" if line.rate is not None else f"{name}: {text}"


def indicator_line(indicator: Indicator, period: Period | None) -> str:
    """Return an indicator with all that is known of it.

    The percentage is the one that part and whole make; where the source prints another, both
    stand there.

    >>> from decimal import Decimal
    >>> from danvankheo import counted
    >>> indicator_line(
    ...     Indicator(
    ...         name="Trường đạt chuẩn quốc gia", part=27, whole=28, unit=counted("trường"),
    ...         value=Quantity(Decimal("96.42"), PERCENT),
    ...     ),
    ...     Period.year(2022),
    ... )
    'Trường đạt chuẩn quốc gia: 27/28 trường (96,43%; nguồn ghi 96,42%)'
    """
    parts = [_counted(indicator), _level(indicator)]
    text = f"{parts[0]} ({parts[1]})" if all(parts) else "".join(parts)
    before = _when(indicator, period)
    if indicator.change is not None:
        text += f", {format_change(indicator.change, relative_to=before)}"
    if indicator.earlier is not None:
        earlier = format_quantity(indicator.earlier)
        text += f" ({earlier})" if indicator.change and before else f" ({before or 'kỳ trước'}: {earlier})"
    if indicator.target is not None:
        text += f"; chỉ tiêu {format_quantity(indicator.target)}"
    return noted(f"{sentence(indicator.name)}: {text}", indicator.note)


def noted(text: str, *notes: str) -> str:
    """Return text with its notes in brackets, if there are any; after a dash where they have brackets.

    >>> noted("giấy khen", "thành tích", ""), noted("giấy khen", "đợt 1 (quý II)")
    ('giấy khen (thành tích)', 'giấy khen – đợt 1 (quý II)')
    """
    note = "; ".join(filter(None, notes))
    if not note:
        return text
    return f"{text} – {note}" if "(" in note or text.endswith(")") else f"{text} ({note})"


_ACHIEVEMENT = ("thành tích", "có thành tích")


def award_line(award: Award) -> str:
    """Return who grants what to whom."""
    form = award.form.label if isinstance(award.form, AwardForm) else f"danh hiệu {award.form.label}"
    granter = f"{calm(award.granter.name)} tặng" if award.granter else "Tặng"
    text = f"{granter} {form} cho {recipients(award)}{_groups(award)}"
    reason = award.reason
    if reason.startswith(_ACHIEVEMENT):
        text, reason = f"{text} có {reason.removeprefix('có ')}", ""
    if award.decision:
        text += f" theo {format_document(award.decision)}"
    if award.decided:
        text += f", {format_date(award.decided, style='long')}"
    if award.kind:
        text += f", khen thưởng {award.kind.label}"
    return noted(text, reason, award.note)


def recipients(award: Award | AwardTotal) -> str:
    """Return "10 tập thể và 20 cá nhân"."""
    counts = (
        (award.collectives, "tập thể"),
        (award.households, "hộ gia đình"),
        (award.individuals, "cá nhân"),
        (award.mixed, "tập thể, cá nhân (chưa tách riêng)"),
    )
    return enumeration(f"{format_number(count)} {noun}" for count, noun in counts if count)


def _groups(award: Award) -> str:
    """Return " (trong đó 2 doanh nghiệp; 8 nữ)": the groups of recipients that the source names."""
    return f" (trong đó {recipient_groups(award.groups)})" if award.groups else ""


def recipient_groups(groups: RecipientGroups) -> str:
    """Return the groups of recipients that the source names: "2 doanh nghiệp; 8 nữ"."""
    counts = ((getattr(groups, name), noun) for name, noun in GROUPS.items())
    return "; ".join(f"{format_number(count)} {noun}" for count, noun in counts if count is not None)


def percentage(rate: Fraction) -> str:
    """Return a computed rate as a percentage of two decimals."""
    return format_percent(rate, decimals=_COMPUTED_DECIMALS)


def _counted(indicator: Indicator) -> str:
    if indicator.part is None:
        return ""
    if indicator.whole is None:
        return format_number(indicator.part) + (unit_suffix(indicator.unit) if indicator.unit else "")
    return format_ratio(indicator.part, indicator.whole, unit=indicator.unit)


def _level(indicator: Indicator) -> str:
    rate, value = indicator.rate, indicator.value
    if value is None and rate is not None and indicator.whole_is_plan:
        return format_attainment(rate, decimals=_COMPUTED_DECIMALS)
    if value is None:
        return percentage(rate) if rate is not None else ""
    printed = format_quantity(value)
    if rate is None or not value.unit.fits(PERCENT):
        return printed
    computed = Quantity(
        round_to(rate * 100 / Fraction(value.unit.size), decimals_of(value.amount)), value.unit
    )
    if value.approximation is not Approximation.EXACTLY:  # "hơn 95%" may well be true
        return f"{printed}; tính ra {percentage(rate)}"
    return printed if computed == value else f"{format_quantity(computed)}; nguồn ghi {printed}"


def _when(indicator: Indicator, period: Period | None) -> str:
    """Return the earlier period; "cùng kỳ" if it is the same one a year before."""
    before, now = indicator.compared_to, indicator.period or period
    if before is None:
        return ""
    if now is None:
        return format_period(before)
    called_by_its_year = now.kind not in (
        PeriodKind.STAGE,
        PeriodKind.TERM,
        PeriodKind.SCHOOL_YEAR,
        PeriodKind.AWARD_YEAR,
    )
    a_year_before = before.start.year == now.start.year - 1
    if called_by_its_year and now.days <= 366 and a_year_before and before == now.same_period_last_year():
        return f"{words.SAME_PERIOD} {words.YEAR} {before.start.year}"
    return format_period(before)
