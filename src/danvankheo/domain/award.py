"""Awards: forms of commendation and emulation titles, and who receives them."""

from collections.abc import Iterator
from datetime import date
from typing import Self

import attrs

from danvankheo.domain.dates import PartialDate, code_of, first_day
from danvankheo.domain.labels import Labelled
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import DISTRICTS_UNTIL
from danvankheo.domain.references import DocumentRef
from danvankheo.domain.validators import Consistent, a, a_count, a_day_or, a_text, maybe, nfc, refuse
from danvankheo.errors import InvalidValueError
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
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.recipient = label, recipient
        return member

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

    Raises:
        InvalidValueError: no recipient, recipients that a title is not for, or the district
            level after 30-6-2025.

    >>> Award(form=AwardForm.GIAY_KHEN, collectives=10, individuals=20).recipients
    30
    """

    form: AwardForm | EmulationTitle = attrs.field(validator=a(AwardForm, EmulationTitle))
    granter: Organization | None = attrs.field(default=None, validator=maybe(a(Organization)))
    level: GrantingLevel | None = attrs.field(default=None, validator=maybe(a(GrantingLevel)))
    decided: date | PartialDate | None = attrs.field(default=None, validator=maybe(a_day_or(PartialDate)))
    decision: DocumentRef | None = attrs.field(default=None, validator=maybe(a(DocumentRef)))
    collectives: int = attrs.field(default=0, validator=a_count)
    households: int = attrs.field(default=0, validator=a_count)
    individuals: int = attrs.field(default=0, validator=a_count)
    mixed: int = attrs.field(default=0, validator=a_count)
    reason: str = attrs.field(default="", converter=nfc, validator=a_text)
    period: Period | None = attrs.field(default=None, validator=maybe(a(Period)))
    note: str = attrs.field(default="", converter=nfc, validator=a_text)

    def conflicts(self) -> Iterator[InvalidValueError]:
        """Yield what is wrong between fields that are sound on their own.

        >>> from danvankheo import Award, AwardForm
        >>> list(Award(form=AwardForm.BANG_KHEN, individuals=20).conflicts())
        []
        """
        if not self.recipients:
            yield refuse(self, "recipients", Reason.HAS_RECIPIENT, 0)
        if isinstance(self.form, EmulationTitle):
            allowed = self.form.recipient
            if getattr(self, allowed.value) != self.recipients:
                words = {"allowed": allowed.value, "allowed_vi": allowed.label}
                words |= {"award": self.form.value, "award_vi": self.form.label}
                yield refuse(self, "form", Reason.RECIPIENT_KIND, self._counts, **words)
        if (
            self.level is GrantingLevel.DISTRICT
            and self.decided
            and first_day(self.decided) > DISTRICTS_UNTIL
        ):
            words = {
                "kind": "the district level",
                "kind_vi": "cấp huyện",
                "span": f"…/{DISTRICTS_UNTIL}",
                "span_vi": f"đến hết {DISTRICTS_UNTIL:%d/%m/%Y}",
            }
            yield refuse(self, "decided", Reason.KIND_EXISTED, code_of(self.decided), **words)

    @property
    def recipients(self) -> int:
        """How many receive it in all."""
        return self.collectives + self.households + self.individuals + self.mixed

    @property
    def _counts(self) -> str:
        names = ("collectives", "households", "individuals", "mixed")
        return ", ".join(f"{name}={getattr(self, name)}" for name in names if getattr(self, name))
