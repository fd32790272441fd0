"""Organisations: who launches, leads, gives and grants."""

import attrs

from danvankheo.choices import member
from danvankheo.domain.labels import Labelled
from danvankheo.domain.places import Place
from danvankheo.domain.shown import ShownByField
from danvankheo.domain.validators import a, a_name, maybe, nfc


class OrganizationKind(Labelled):
    """What kind of organisation.

    >>> OrganizationKind.PARTY_COMMITTEE.label
    'cấp ủy'
    """

    PARTY_COMMITTEE = "party_committee", "cấp ủy"
    PARTY_STANDING_BOARD = "party_standing_board", "ban thường vụ cấp ủy"
    PARTY_AGENCY = "party_agency", "cơ quan của cấp ủy"
    PARTY_CELL = "party_cell", "chi bộ"
    STEERING_BOARD = "steering_board", "ban chỉ đạo"
    PEOPLES_COUNCIL = "peoples_council", "Hội đồng nhân dân"
    PEOPLES_COMMITTEE = "peoples_committee", "Ủy ban nhân dân"
    STATE_AGENCY = "state_agency", "cơ quan nhà nước"
    FATHERLAND_FRONT = "fatherland_front", "Mặt trận Tổ quốc Việt Nam"
    TRADE_UNION = "trade_union", "Công đoàn"
    FARMERS_UNION = "farmers_union", "Hội Nông dân"
    YOUTH_UNION = "youth_union", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"
    WOMENS_UNION = "womens_union", "Hội Liên hiệp Phụ nữ"
    VETERANS_ASSOCIATION = "veterans_association", "Hội Cựu chiến binh"
    ARMED_FORCES = "armed_forces", "lực lượng vũ trang"
    SCHOOL = "school", "nhà trường"
    ENTERPRISE = "enterprise", "doanh nghiệp"
    COOPERATIVE = "cooperative", "hợp tác xã"
    COMMUNITY_GROUP = "community_group", "câu lạc bộ, tổ, nhóm"
    OTHER = "other", "tổ chức khác"


def _kind(value: OrganizationKind | str | None) -> OrganizationKind | None:
    return value if value is None or isinstance(value, OrganizationKind) else member(OrganizationKind, value)


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Organization(ShownByField):
    """An organisation by its full name; which one acts changes with the years, so it is data.

    Args:
        name: the name as written, such as ``Thị ủy An Khê``.
        kind: what it is, where stated.
        place: where it works, where stated.

    >>> Organization(name="Thị ủy An Khê", kind=OrganizationKind.PARTY_COMMITTEE).kind.label
    'cấp ủy'
    """

    name: str = attrs.field(converter=nfc, validator=a_name)
    kind: OrganizationKind | None = attrs.field(
        default=None, converter=_kind, validator=maybe(a(OrganizationKind))
    )
    place: Place | None = attrs.field(default=None, validator=maybe(a(Place)))
