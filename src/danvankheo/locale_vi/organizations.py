"""Organisations by the words that their names begin with, and what a text says of one that acts."""

from types import MappingProxyType
from typing import Final

from danvankheo.locale_vi.lists import listed, words_of

# The longer first where one begins another. Codes are those of `OrganizationKind`.
HEADS: Final = MappingProxyType(
    {
        "sở giáo dục": "state_agency",
        "sở gd": "state_agency",
        "sở": "state_agency",
        "ngành giáo dục": "state_agency",
        "ngành gd": "state_agency",
        "phòng giao dịch": "state_agency",
        "phòng giáo dục": "state_agency",
        "phòng gd": "state_agency",
        "chi cục": "state_agency",
        "cục": "state_agency",
        "bộ phận một cửa": "state_agency",
        "bộ giáo dục": "state_agency",
        "bộ y tế": "state_agency",
        "bộ nội vụ": "state_agency",
        "thanh tra": "state_agency",
        "trung tâm": "state_agency",
        "văn phòng": "state_agency",
        "ban quản lý": "state_agency",
        "bảo hiểm xã hội": "state_agency",
        "bhxh": "state_agency",
        "kho bạc": "state_agency",
        "ban chỉ đạo": "steering_board",
        "ban tổ chức": "steering_board",
        "ban vận động": "steering_board",
        "cơ quan quân sự": "armed_forces",
        "cqqs": "armed_forces",
        "ban chqs": "armed_forces",
        "ban chỉ huy": "armed_forces",
        "lực lượng quân sự": "armed_forces",
        "đồn biên phòng": "armed_forces",
        "trường": "school",
        "công đoàn": "trade_union",
        "cđ trường": "trade_union",
        "lđlđ": "trade_union",
        "đoàn trường": "youth_union",
        "đoàn xã": "youth_union",
        "tỉnh hội": "other",
        "thành hội": "other",
        "huyện hội": "other",
        "thị hội": "other",
        "hội": "other",
        "câu lạc bộ": "community_group",
        "nhóm": "community_group",
        "đoàn từ thiện": "community_group",
        "ngân hàng": "enterprise",
        "nhcsxh": "enterprise",
        "công ty": "enterprise",
        "tập đoàn": "enterprise",
        "tổng công ty": "enterprise",
        "bảo việt": "enterprise",
        "quỹ": "other",
        "báo": "other",
        "ban dân tộc": "state_agency",
        "ban dân vận": "party_agency",
        "ban tuyên giáo trung ương": "party_agency",
    }
)
# Heads that are everyday words, too: they name a body only with a capital letter, or a name after them.
NEED_A_NAME: Final = frozenset(
    (
        *(head for head in HEADS if " " not in head),
        "trung tâm",
        "văn phòng",
        "ngân hàng",
        "công ty",
        "tập đoàn",
    )
)
# Words that end like a head and are none.
COMPOUNDS: Final = listed(
    """dự báo; khai báo; thông báo; cảnh báo; nhà báo; bài báo; cơ sở; trụ sở; xã hội; đại hội; quốc hội;
    ngày hội; lễ hội; cơ hội; môi trường; thị trường; hiện trường; công trường; nông trường; lâm trường;
    hội trường; quảng trường; nghĩa trường; phó trưởng"""
)
# What begins with a head and is no organisation: "hội nghị", "trường hợp", "sở thích".
NOT_AFTER_HEADS: Final = words_of(
    """nghị thi thảo hợp đồng hành viên trường họp chợ thích hữu quyền đoạn tượng chí học khi rồi bí tiền
    giảng cáo tin đài hiểm chiếu diễn tổ này đó kia mới cũ cấp trưởng"""
)
# A name ends before one of these.
NAME_ENDS: Final = words_of(
    """đã sẽ vừa đang tổ chức phối trao tặng ủng cho về tại để được có là với trong trên từ khi do đến
    ra ban công tiến triển khai thực phát đẩy nghiệm bàn long trọng nhận cùng sơ tổng kết nhằm theo
    đồng đề xin chủ kêu vận hỗ mở xây còn cũng đều luôn không chưa phải nên như hay hoặc gồm giao đạt
    dự thăm chúc gửi lần năm ngày sáng chiều khóa nhiệm quý tháng"""
)
# So it does before these, each more than one word.
VERBS_AFTER_NAMES: Final = listed(
    """tiếp tục; thường xuyên; tích cực; quyết tâm; xúc động; vinh dự; bày tỏ; chụp ảnh; đánh trống;
    từng bước; bố trí; làm chủ; xác định; ghi nhận; chú trọng; tăng cường; duy trì; đẩy mạnh; chỉ đạo;
    quán triệt; đoàn kết; phấn đấu; thành lập; lồng ghép; tập trung; khen thưởng; biểu dương"""
)
# Verbs that say what an organisation did: it is the one that the text is about.
ACTING: Final = listed(
    """tổ chức; phối hợp; công bố; ban hành; trao; tặng; trao tặng; ủng hộ; hỗ trợ; tiến hành;
    triển khai; khai mạc; tổng kết; sơ kết; phát động; bàn giao; nghiệm thu; khởi công; tiếp nhận;
    nhận được; cấp; báo cáo; thông báo; có; đạt; long trọng; thực hiện; vận động; đến thăm; thăm;
    huy động; phê duyệt; xây dựng; đẩy mạnh; ghi nhận; đề nghị; tăng cường; chỉ đạo; duy trì; thành lập;
    tập trung; quản lý; giải quyết; về thăm; chú trọng; thường xuyên; tích cực; tiếp tục"""
)
AUXILIARIES: Final = words_of("đã sẽ vừa đang cũng luôn long trọng cùng")
# After these another body is named, or whom it consists of: "Tổng Liên đoàn", "đại biểu HĐND".
BEFORE_OTHERS: Final = ("tổng ", "đại biểu ")
# Before the name of a body these say that a person of it is meant.
PERSONS: Final = listed(
    """chủ tịch; phó chủ tịch; bí thư; phó bí thư; giám đốc; phó giám đốc; trưởng; phó trưởng; phó;
    lãnh đạo; hiệu trưởng; cán bộ; chủ nhiệm; chuyên viên; đại diện; ủy viên; hội trường; đồng chí"""
)
# Before the name of the body whose figures follow.
SOURCES: Final = (
    "theo",
    "thông tin từ",
    "theo báo cáo của",
    "theo thông tin từ",
    "theo thống kê của",
    "theo đánh giá của",
)
# An event is that of the school where it is held.
EVENTS: Final = ("lễ khai giảng", "lễ bế giảng", "khai giảng", "lễ tổng kết năm học", "hội nghị viên chức")
# After these stands who decides from above, before one of the verbs: "do Tổng Liên đoàn phát động".
BEFORE_DECIDERS: Final = ("do", "được", "chờ", "xin", "đề nghị", "trình")
DECIDING: Final = listed(
    """phát động; phê duyệt; ban hành; giao; công nhận; tặng; trao; khen; chấp thuận; quyết định; cho phép;
    xếp loại; cấp"""
)
# After these an organisation is where something happens, or who gets it.
AT: Final = ("tại", "ở", "cho")
