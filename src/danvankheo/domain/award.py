"""Awards: forms of commendation and emulation titles, and who receives them."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import ClassVar, Final, Self

import attrs

from danvankheo.bilingual import Words
from danvankheo.choices import member, new_member
from danvankheo.domain.converters import a_whole, a_whole_or_none
from danvankheo.domain.dates import PartialDate, code_of, first_day, last_day
from danvankheo.domain.labels import Labelled
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import DISTRICTS_UNTIL, districts_ended
from danvankheo.domain.references import DocumentRef
from danvankheo.domain.rules import Broken, Consistent, Rule, rules
from danvankheo.domain.validators import a, a_count, a_day_or, a_text, maybe, nfc
from danvankheo.errors import invalid
from danvankheo.reasons import Reason


class AwardForm(Labelled):
    """Forms of commendation: Law on emulation and commendation 06/2022/QH15, art. 9.

    Bằng khen and giấy khen keep their Vietnamese names: English calls both certificates.
    """

    ORDER = "order", "huân chương"
    MEDAL = "medal", "huy chương"
    STATE_HONOUR = "state_honour", "danh hiệu vinh dự nhà nước"
    PRIZE = "prize", "giải thưởng Hồ Chí Minh hoặc giải thưởng Nhà nước"
    COMMEMORATIVE_MEDAL = "commemorative_medal", "kỷ niệm chương"
    BANG_KHEN = "bang_khen", "bằng khen"
    GIAY_KHEN = "giay_khen", "giấy khen"


class AwardKind(Labelled):
    """What an award is given for (loại hình khen thưởng), as statistics of awards split them.

    The law's own names are in the table ``award_kind``. Before 1-10-2026 an award for a movement
    and one for a theme were of one kind in the law (Luật 06/2026/QH16 split it), so that numbers of
    the two compare across that day only added together.

    >>> AwardKind.THEMATIC_MOVEMENT.label, AwardKind.AD_HOC.label
    ('thi đua theo chuyên đề', 'đột xuất')
    """

    REGULAR = "regular", "thường xuyên"
    THEMATIC_MOVEMENT = "thematic_movement", "thi đua theo chuyên đề"
    THEMATIC = "thematic", "chuyên đề"
    AD_HOC = "ad_hoc", "đột xuất"
    LONG_SERVICE = "long_service", "quá trình cống hiến"
    EXTERNAL = "external", "đối ngoại"
    TENURE = "tenure", "niên hạn"


class Recipient(Labelled):
    """Who an award goes to.

    >>> [recipient.label for recipient in Recipient]
    ['tập thể', 'hộ gia đình', 'cá nhân']
    """

    COLLECTIVE = "collectives", "tập thể"
    HOUSEHOLD = "households", "hộ gia đình"
    INDIVIDUAL = "individuals", "cá nhân"


class EmulationTitle(Labelled):
    """Emulation titles, each for one kind of recipient: Law 06/2022/QH15 and its decrees.

    >>> EmulationTitle.CULTURAL_FAMILY.label, EmulationTitle.CULTURAL_FAMILY.recipient.label
    ('Gia đình văn hóa', 'hộ gia đình')
    """

    recipient: Recipient

    def __new__(cls, value: str, label: str = "", recipient: Recipient = Recipient.COLLECTIVE) -> Self:
        """Make a member from its stable value, label and recipient."""
        return new_member(cls, value, label=label, recipient=recipient)

    NATIONAL_EMULATION_FIGHTER = (
        "national_emulation_fighter",
        "Chiến sĩ thi đua toàn quốc",
        Recipient.INDIVIDUAL,
    )
    PROVINCIAL_EMULATION_FIGHTER = (
        "provincial_emulation_fighter",
        "Chiến sĩ thi đua bộ, ban, ngành, tỉnh",
        Recipient.INDIVIDUAL,
    )
    GRASSROOTS_EMULATION_FIGHTER = (
        "grassroots_emulation_fighter",
        "Chiến sĩ thi đua cơ sở",
        Recipient.INDIVIDUAL,
    )
    ADVANCED_WORKER = "advanced_worker", "Lao động tiên tiến", Recipient.INDIVIDUAL
    GOVERNMENT_FLAG = "government_flag", "Cờ thi đua của Chính phủ", Recipient.COLLECTIVE
    PROVINCIAL_FLAG = "provincial_flag", "Cờ thi đua của bộ, ban, ngành, tỉnh", Recipient.COLLECTIVE
    CORPS_FLAG = "corps_flag", "Cờ thi đua của quân khu, đại học quốc gia", Recipient.COLLECTIVE
    EXCELLENT_COLLECTIVE = "excellent_collective", "Tập thể lao động xuất sắc", Recipient.COLLECTIVE
    ADVANCED_COLLECTIVE = "advanced_collective", "Tập thể lao động tiên tiến", Recipient.COLLECTIVE
    EXEMPLARY_COMMUNE = "exemplary_commune", "Xã, phường, thị trấn, đặc khu tiêu biểu", Recipient.COLLECTIVE
    CULTURAL_VILLAGE = "cultural_village", "Thôn, tổ dân phố văn hóa", Recipient.COLLECTIVE
    CULTURAL_FAMILY = "cultural_family", "Gia đình văn hóa", Recipient.HOUSEHOLD


class GrantingLevel(Labelled):
    """At which level an award is granted."""

    CENTRAL = "central", "trung ương"
    MINISTRY = "ministry", "bộ, ban, ngành"
    PROVINCE = "province", "cấp tỉnh"
    DISTRICT = "district", "cấp huyện"
    COMMUNE = "commune", "cấp xã"
    UNIT = "unit", "cơ quan, đơn vị"


def as_form(value: AwardForm | EmulationTitle | str) -> AwardForm | EmulationTitle:
    """Return a form as the choice that it is, or that its text means."""
    if isinstance(value, AwardForm | EmulationTitle):
        return value
    form = member(AwardForm, value)
    return form if form is not value else member(EmulationTitle, value)


def _kind(value: AwardKind | str | None) -> AwardKind | None:
    return value if value is None or isinstance(value, AwardKind) else member(AwardKind, value)


def _level(value: GrantingLevel | str | None) -> GrantingLevel | None:
    return value if value is None or isinstance(value, GrantingLevel) else member(GrantingLevel, value)


BY_POSITION: Final = (
    "provincial_leaders",
    "department_heads",
    "business_people",
    "other_leaders",
    "direct_workers",
)
"""The groups of individuals of which each is in one at most."""
GROUPS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "enterprises": "doanh nghiệp",
        "provincial_leaders": "lãnh đạo cấp tỉnh, bộ",
        "department_heads": "lãnh đạo sở, ngành",
        "business_people": "doanh nhân",
        "other_leaders": "lãnh đạo khác từ phó phòng trở lên",
        "direct_workers": "người trực tiếp công tác, lao động",
        "women": "nữ",
    }
)
"""The fields of `RecipientGroups`, with what each counts."""


def _a_group_is_named(*counts: int | None) -> Broken:
    if all(count is None for count in counts):
        yield invalid("RecipientGroups.women", Reason.HAS_GROUP, None)


@attrs.frozen(kw_only=True, repr=False)
class RecipientGroups(Consistent):
    """How many recipients of an award are of which group, as far as the source says (form 0603.N/BNV-TĐKT).

    None is a group that the source does not name, which is not zero. Everyone is in one of the five
    groups of individuals at most; women are counted across them.

    Args:
        enterprises: of the collectives, how many are enterprises (doanh nghiệp).
        provincial_leaders: of the individuals, leaders of a province, a ministry or the like.
        department_heads: heads of departments (lãnh đạo sở, ban, ngành và tương đương).
        business_people: business people (doanh nhân).
        other_leaders: other leaders, from deputy heads of divisions up.
        direct_workers: people working directly (người trực tiếp công tác, lao động).
        women: of the individuals, how many are women.

    Raises:
        InvalidValueError: no group, or a number that is negative or not whole.

    >>> RecipientGroups(direct_workers=12, women=8).women
    8
    """

    enterprises: int | None = attrs.field(default=None, converter=a_whole_or_none, validator=maybe(a_count))
    provincial_leaders: int | None = attrs.field(
        default=None, converter=a_whole_or_none, validator=maybe(a_count)
    )
    department_heads: int | None = attrs.field(
        default=None, converter=a_whole_or_none, validator=maybe(a_count)
    )
    business_people: int | None = attrs.field(
        default=None, converter=a_whole_or_none, validator=maybe(a_count)
    )
    other_leaders: int | None = attrs.field(default=None, converter=a_whole_or_none, validator=maybe(a_count))
    direct_workers: int | None = attrs.field(
        default=None, converter=a_whole_or_none, validator=maybe(a_count)
    )
    women: int | None = attrs.field(default=None, converter=a_whole_or_none, validator=maybe(a_count))

    RULES: ClassVar[tuple[Rule, ...]] = (Rule(tuple(GROUPS), _a_group_is_named),)

    @property
    def of_positions(self) -> int:
        """How many individuals are in the five groups by position, as far as they are named.

        >>> RecipientGroups(business_people=2, direct_workers=12, women=8).of_positions
        14
        """
        return sum(getattr(self, name) or 0 for name in BY_POSITION)


def _has_recipients(collectives: int, households: int, individuals: int, mixed: int) -> Broken:
    if collectives or households or individuals or mixed:
        return ()
    return (invalid("Award.recipients", Reason.HAS_RECIPIENT, 0),)


def _title_is_for_them(
    form: AwardForm | EmulationTitle, collectives: int, households: int, individuals: int, mixed: int
) -> Broken:
    if not isinstance(form, EmulationTitle):
        return
    counts = {
        "collectives": collectives,
        "households": households,
        "individuals": individuals,
        "mixed": mixed,
    }
    allowed = form.recipient
    if counts[allowed.value] != sum(counts.values()):
        got = ", ".join(f"{name}={count}" for name, count in counts.items() if count)
        gaps = {"allowed": Words(allowed.label, allowed.value), "award": Words(form.label, form.value)}
        yield invalid("Award.form", Reason.RECIPIENT_KIND, got, **gaps)


def _level_existed(level: GrantingLevel | None, decided: date | PartialDate | None) -> Broken:
    if level is GrantingLevel.DISTRICT and decided and first_day(decided) > DISTRICTS_UNTIL:
        yield districts_ended("Award.decided", code_of(decided))


def _groups_are_within(
    groups: RecipientGroups | None, collectives: int, individuals: int, mixed: int
) -> Broken:
    """Recipients not told apart may be of any group."""
    if groups is None:
        return
    for field, count, most in (
        ("groups.enterprises", groups.enterprises or 0, collectives + mixed),
        ("groups.women", groups.women or 0, individuals + mixed),
        ("groups", groups.of_positions, individuals + mixed),
    ):
        if count > most:
            yield invalid(f"Award.{field}", Reason.WITHIN_RECIPIENTS, count, most=most)


@attrs.frozen(kw_only=True, repr=False)
class Award(Consistent):
    """One award to its recipients (khen thưởng).

    Args:
        form: the form of commendation or the emulation title.
        granter: who grants it.
        level: at which level.
        decided: the day of the decision, on which the law in force depends.
        decision: the decision's symbol.
        collectives: how many collectives receive it.
        households: how many households.
        individuals: how many individuals.
        mixed: how many recipients whose kind the source does not tell apart, as in
            "262 tập thể, cá nhân".
        reason: what for.
        period: the time of the achievement, if not the movement's.
        kind: what it is given for, where the source says: regular, for a movement, ad hoc …
        groups: how many of the recipients are of which group, where the source says.

    Raises:
        InvalidValueError: no recipient, recipients that a title is not for, a group of more than
            there are, or the district level after 30-6-2025.

    >>> Award(form=AwardForm.GIAY_KHEN, collectives=10, individuals=20).recipients
    30
    """

    form: AwardForm | EmulationTitle = attrs.field(converter=as_form, validator=a(AwardForm, EmulationTitle))
    granter: Organization | None = attrs.field(default=None, validator=maybe(a(Organization)))
    level: GrantingLevel | None = attrs.field(
        default=None, converter=_level, validator=maybe(a(GrantingLevel))
    )
    decided: date | PartialDate | None = attrs.field(default=None, validator=maybe(a_day_or(PartialDate)))
    decision: DocumentRef | None = attrs.field(default=None, validator=maybe(a(DocumentRef)))
    collectives: int = attrs.field(default=0, converter=a_whole, validator=a_count)
    households: int = attrs.field(default=0, converter=a_whole, validator=a_count)
    individuals: int = attrs.field(default=0, converter=a_whole, validator=a_count)
    mixed: int = attrs.field(default=0, converter=a_whole, validator=a_count)
    reason: str = attrs.field(default="", converter=nfc, validator=a_text)
    period: Period | None = attrs.field(default=None, validator=maybe(a(Period)))
    kind: AwardKind | None = attrs.field(default=None, converter=_kind, validator=maybe(a(AwardKind)))
    groups: RecipientGroups | None = attrs.field(default=None, validator=maybe(a(RecipientGroups)))
    note: str = attrs.field(default="", converter=nfc, validator=a_text)

    RULES: ClassVar = rules(_has_recipients, _title_is_for_them, _level_existed, _groups_are_within)

    @property
    def award_year(self) -> Period | None:
        """The award year, from 1-12 to 30-11, that the decision falls in; None where that is not known.

        >>> award = Award(form=AwardForm.BANG_KHEN, individuals=1, decided=date(2025, 12, 20))
        >>> award.award_year.code
        'award:2025/2026'
        """
        if self.decided is None or (isinstance(self.decided, PartialDate) and self.decided.year is None):
            return None
        first = Period.award_year_of(first_day(self.decided))
        return first if last_day(self.decided) in first else None

    @property
    def recipients(self) -> int:
        """How many receive it in all."""
        return self.collectives + self.households + self.individuals + self.mixed

    @property
    def _counts(self) -> str:
        names = ("collectives", "households", "individuals", "mixed")
        return ", ".join(f"{name}={getattr(self, name)}" for name in names if getattr(self, name))
