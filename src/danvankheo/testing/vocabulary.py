"""Words that drawn examples are made of: real places and offices, common models, plain purposes.

The first of each list is what an example shrinks to. Names that break careless programs (quotes,
brackets, signs of HTML and of spreadsheets) stand last.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from danvankheo.domain.award import GrantingLevel
from danvankheo.domain.indicator import Better, IndicatorKind
from danvankheo.domain.organizations import OrganizationKind
from danvankheo.domain.places import PlaceLevel

MOVEMENTS: Final = (
    "Dân vận khéo",
    "Xây dựng nông thôn mới, đô thị văn minh",
    "Toàn dân đoàn kết xây dựng đời sống văn hóa",
    "Thi đua “Dân vận khéo” & giảm nghèo",
)

PLACES: Final = MappingProxyType(
    {
        PlaceLevel.NATION: ("Việt Nam",),
        PlaceLevel.PROVINCE: ("Gia Lai", "Đắk Lắk", "Nghệ An", "Thừa Thiên Huế"),
        PlaceLevel.DISTRICT: ("An Khê", "Chư Păh", "Ea H'leo", "M'Đrắk"),
        PlaceLevel.COMMUNE: ("Tú An", "Song An", "Cửu An", "Ia Ly", "Krông Búk"),
        PlaceLevel.COMMUNITY: ("3", "An Xuân 2", "Tú Thủy 2", "Pốt", "Kênh Mới"),
    }
)
"""Names by level; a community is often a bare number."""

ORGANIZATIONS: Final = (
    ("Hội Nông dân", OrganizationKind.FARMERS_UNION),
    ("Hội Liên hiệp Phụ nữ", OrganizationKind.WOMENS_UNION),
    ("Đoàn Thanh niên", OrganizationKind.YOUTH_UNION),
    ("Ủy ban nhân dân", OrganizationKind.PEOPLES_COMMITTEE),
    ("Ban Dân vận", OrganizationKind.PARTY_AGENCY),
    ("Ban Chỉ đạo phong trào “Dân vận khéo”", OrganizationKind.STEERING_BOARD),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam", OrganizationKind.FATHERLAND_FRONT),
    ("Công ty TNHH <Sữa & Mật>", OrganizationKind.ENTERPRISE),
)

GRANTERS: Final = MappingProxyType(
    {
        GrantingLevel.COMMUNE: "Ủy ban nhân dân xã",
        GrantingLevel.UNIT: "Ban Dân vận",
        GrantingLevel.DISTRICT: "Ủy ban nhân dân thị xã",
        GrantingLevel.PROVINCE: "Ủy ban nhân dân tỉnh",
        GrantingLevel.MINISTRY: "Ban Dân vận Trung ương",
        GrantingLevel.CENTRAL: "Thủ tướng Chính phủ",
    }
)
"""Who grants an award of a level."""

MODELS: Final = (
    "Tổ hợp tác chăn nuôi",
    "Câu lạc bộ tiết kiệm của phụ nữ",
    "Vận động người dân mua bảo hiểm y tế",
    "Tiếng loa an ninh",
    "Câu lạc bộ “Kết nối yêu thương”",
    "=Mô hình; <b>5 không</b>, 3 sạch",
)

OTHER_FIELDS: Final = ("xây dựng nông thôn mới", "cải cách hành chính")

RESULTS: Final = ("vay vốn phát triển kinh tế", "làm đường liên thôn", "giúp hội viên thoát nghèo")

PURPOSES: Final = (
    "làm đường giao thông",
    "xây nhà văn hóa",
    "thắp sáng đường quê",
    "sửa nhà cho hộ nghèo",
    "mua “quà Tết” & sách vở",
)

REASONS: Final = ("có thành tích trong phong trào “Dân vận khéo”", "xây dựng nông thôn mới")

GOODS: Final = ("suất quà", "cây xanh", "bao gạo", "bóng đèn")
"""Nouns of things that are given."""

COUNTED: Final = ("hộ", "trường", "mô hình", "người", "xã")
"""Nouns of what parts and wholes count."""

RATES: Final[Mapping[str, tuple[IndicatorKind | None, str, Better]]] = MappingProxyType(
    {
        "Trường đạt chuẩn quốc gia": (IndicatorKind.STANDARD_SCHOOL_RATE, "trường", Better.HIGHER),
        "Hộ nghèo": (IndicatorKind.POVERTY_RATE, "hộ", Better.LOWER),
        "Tham gia bảo hiểm y tế": (IndicatorKind.HEALTH_INSURANCE_RATE, "người", Better.HIGHER),
        "Xã đạt chuẩn nông thôn mới": (IndicatorKind.NEW_RURAL_RATE, "xã", Better.HIGHER),
        "Gia đình văn hóa": (IndicatorKind.CULTURAL_FAMILY_RATE, "hộ", Better.HIGHER),
        "Hộ được dùng nước hợp vệ sinh": (None, "hộ", Better.HIGHER),
        "Đường thôn được cứng hóa": (None, "tuyến đường", Better.HIGHER),
    }
)
"""Rates by name: the shared kind if it is one, what part and whole count, which way is better."""

LEVELS: Final = MappingProxyType({"Thu nhập bình quân đầu người": "người/năm", "Giá trị sản xuất": "ha"})
"""Levels in triệu đồng for each of something."""

STATE_DOCUMENTS: Final = MappingProxyType(
    {
        "Chỉ thị": ("CT-TTg", "CT-UBND"),
        "Quyết định": ("QĐ-UBND", "QĐ-TTg"),
        "Kế hoạch": ("KH-UBND",),
        "Nghị quyết": ("NQ-HĐND", "NQ-CP"),
    }
)
NORMATIVE_DOCUMENTS: Final = MappingProxyType({"Nghị định": ("NĐ-CP",), "Thông tư": ("TT-BNV", "TT-BTC")})
"""Types whose symbol holds the year (152/2025/NĐ-CP)."""

PARTY_DOCUMENTS: Final = MappingProxyType(
    {"Hướng dẫn": ("HD/BDVTU", "HD/VPTW"), "Kết luận": ("KL/TW",), "Nghị quyết": ("NQ/TW", "NQ/TU")}
)

TARGETS: Final = ("kế hoạch", "chỉ tiêu", "dự toán", "nghị quyết")
"""What an attainment is measured against."""

COMPARED_TO: Final = ("", "năm 2021", "cùng kỳ năm 2021", "đầu nhiệm kỳ")
"""What a change is compared to; empty if the text does not tell."""
