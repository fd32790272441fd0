"""Words by which a report speaks of a movement: who holds it, where, what for, and of what kind.

Codes on the right are the stable values of the domain's enumerations.
"""

from types import MappingProxyType
from typing import Final

from danvankheo.locale_vi.lists import listed, words_of

# Party committees by the level that their name states (Party statute, art. 10), with the kind of place.
COMMITTEES: Final = MappingProxyType(
    {
        "tỉnh ủy": "province",
        "thành ủy": "provincial_city",
        "huyện ủy": "rural_district",
        "thị ủy": "town",
        "quận ủy": "urban_district",
        "đảng ủy xã": "commune",
        "đảng ủy phường": "ward",
        "đảng ủy thị trấn": "township",
        "đảng ủy đặc khu": "special_zone",
    }
)
# What of a committee acts, as it stands before its name.
BODIES_OF_COMMITTEES: Final = MappingProxyType(
    {
        "ban thường vụ": "party_standing_board",
        "ban chấp hành": "party_committee",
        "thường trực": "party_committee",
        "ban dân vận": "party_agency",
        "ban tuyên giáo và dân vận": "party_agency",
        "ban tuyên giáo": "party_agency",
        "ban tổ chức": "party_agency",
    }
)
# Bodies that stand before the word or the name of a place, long names and the press's short ones.
BODIES_OF_PLACES: Final = MappingProxyType(
    {
        "ủy ban nhân dân": "peoples_committee",
        "ubnd": "peoples_committee",
        "hội đồng nhân dân": "peoples_council",
        "hđnd": "peoples_council",
        "ủy ban mặt trận tổ quốc việt nam": "fatherland_front",
        "ủy ban mttq việt nam": "fatherland_front",
        "ubmttqvn": "fatherland_front",
        "ubmttq": "fatherland_front",
        "ủy ban mttq": "fatherland_front",
        "mttq": "fatherland_front",
        "mặt trận tổ quốc việt nam": "fatherland_front",
        "hội liên hiệp phụ nữ": "womens_union",
        "hội lhpn": "womens_union",
        "hội phụ nữ": "womens_union",
        "hội nông dân": "farmers_union",
        "hội cựu chiến binh": "veterans_association",
        "hội ccb": "veterans_association",
        "đoàn thanh niên": "youth_union",
        "xã đoàn": "youth_union",
        "tỉnh đoàn": "youth_union",
        "huyện đoàn": "youth_union",
        "thị đoàn": "youth_union",
        "thành đoàn": "youth_union",
        "liên đoàn lao động": "trade_union",
        "công an": "armed_forces",
        "bộ chỉ huy quân sự": "armed_forces",
        "ban chỉ huy quân sự": "armed_forces",
        "bộ đội biên phòng": "armed_forces",
    }
)
# Whoever signs for a committee: "Chủ tịch UBND tỉnh tặng Bằng khen".
CHAIRS: Final = ("chủ tịch", "trưởng ban", "bí thư")

# Places by the word before their name. "Thành phố" is of the province unless it is one of those below.
PLACE_WORDS: Final = MappingProxyType(
    {
        "tỉnh": "province",
        "huyện": "rural_district",
        "quận": "urban_district",
        "thị xã": "town",
        "thành phố": "provincial_city",
        "tp": "provincial_city",
        "tp.": "provincial_city",
        "xã": "commune",
        "phường": "ward",
        "thị trấn": "township",
        "đặc khu": "special_zone",
    }
)
# Places that may have a number for a name: "Quận 8".
NUMBERED_PLACES: Final = ("quận", "phường")
# Before the name of a neighbour: "giáp huyện Tuy Đức".
BESIDE: Final = listed("giáp; giáp với; tiếp giáp; cách; giáp ranh; nối; nối liền; đi; lân cận")
# Cities right under the central government (Huế from 1-1-2025).
MUNICIPALITIES: Final = listed("hà nội; hồ chí minh; hải phòng; đà nẵng; cần thơ; huế")
# The provinces before 1-7-2025 (63 with the cities); Nghị quyết 202/2025/QH15 kept some of the names.
PROVINCES: Final = listed(
    """an giang; bà rịa - vũng tàu; bạc liêu; bắc giang; bắc kạn; bắc ninh; bến tre; bình dương;
    bình định; bình phước; bình thuận; cà mau; cao bằng; đắk lắk; đắk nông; điện biên; đồng nai;
    đồng tháp; gia lai; hà giang; hà nam; hà tĩnh; hải dương; hậu giang; hòa bình; hưng yên; khánh hòa;
    kiên giang; kon tum; lai châu; lạng sơn; lào cai; lâm đồng; long an; nam định; nghệ an; ninh bình;
    ninh thuận; phú thọ; phú yên; quảng bình; quảng nam; quảng ngãi; quảng ninh; quảng trị; sóc trăng;
    sơn la; tây ninh; thái bình; thái nguyên; thanh hóa; thừa thiên huế; tiền giang; trà vinh;
    tuyên quang; vĩnh long; vĩnh phúc; yên bái"""
)

# The commonest family names: after "Chủ tịch UBND huyện" three words with one of these are a person.
FAMILY_NAMES: Final = words_of(
    """nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý tôn đinh đoàn lâm mai
    trịnh tạ đào trương hà cao lương chu thái quách tô vi nông ma lò giàng hầu sùng phùng tống triệu la
    lục điểu ksor siu rơ"""
)
# Periods after these are no period of the figures: terms, stages, what was before or is aimed at.
NOT_OF_FIGURES: Final = listed(
    """nhiệm kỳ; giai đoạn; trước; trước năm; từ; từ năm; đến năm; đến; sinh năm; khóa; sau; kể từ;
    vào năm; tầm nhìn; định hướng; thành lập; ra đời; phương hướng; nhiệm vụ; kế hoạch; trọng tâm"""
)
# Where a report speaks of its own occasion.
REVIEWS: Final = ("tổng kết", "sơ kết", "hội nghị", "biểu dương", "lễ phát động", "phát động")
# The words by which a sentence states who held it.
HOLDING: Final = ("tổng kết", "sơ kết", "hội nghị", "phát động", "báo cáo")
MOVEMENT: Final = "phong trào"
MOVEMENT_WORDS: Final = ("phong trào thi đua", "phong trào", "cuộc vận động", "chương trình")

# Names of models stand in quotes after these; with the second group the word is part of the name.
MODEL_WORDS: Final = ("mô hình", "công trình", "phần việc", "điển hình")
GROUP_WORDS: Final = ("câu lạc bộ", "tổ hợp tác", "nhóm", "tổ", "hợp tác xã", "chi hội")
# What these quote is no model.
NOT_MODELS: Final = listed(
    """phong trào; cuộc vận động; quỹ; danh hiệu; chương trình; chuyên đề; đề án; kế hoạch; chủ đề;
    tiêu chí"""
)

# What a number of models is of, by the verb before it.
MODEL_STATUSES: Final = MappingProxyType(
    {
        "đăng ký": "registered",
        "đang xây dựng": "in_progress",
        "xây dựng": "in_progress",
        "triển khai": "in_progress",
        "duy trì": "maintained",
        "công nhận": "recognized",
        "nhân rộng": "replicated",
        "biểu dương": "exemplary",
    }
)
# Those of them that a text also writes after the number: "12 mô hình được công nhận".
STATUSES_AFTER: Final = ("công nhận", "nhân rộng", "đăng ký", "biểu dương")
MODEL_FIELDS: Final = MappingProxyType(
    {
        "kinh tế": "economy",
        "văn hóa - xã hội": "culture_society",
        "văn hóa, xã hội": "culture_society",
        "quốc phòng - an ninh": "defence_security",
        "quốc phòng, an ninh": "defence_security",
        "hệ thống chính trị": "political_system",
        "xây dựng hệ thống chính trị": "political_system",
    }
)

# Shared indicators by what the name of one holds, the narrower first.
INDICATORS: Final = MappingProxyType(
    {
        "hộ cận nghèo": "near_poverty_rate",
        "cận nghèo": "near_poverty_rate",
        "hộ nghèo dân tộc thiểu số": "minority_poverty_rate",
        "hộ nghèo người dân tộc thiểu số": "minority_poverty_rate",
        "hộ nghèo": "poverty_rate",
        "bảo hiểm y tế": "health_insurance_rate",
        "bhyt": "health_insurance_rate",
        "trường đạt chuẩn quốc gia": "standard_school_rate",
        "xã đạt chuẩn nông thôn mới": "new_rural_rate",
        "xã đạt chuẩn ntm": "new_rural_rate",
        "gia đình văn hóa": "cultural_family_rate",
    }
)

# Forms of commendation as printed, to the law's.
AWARD_FORMS: Final = MappingProxyType(
    {
        "giấy khen": "giay_khen",
        "bằng khen": "bang_khen",
        "kỷ niệm chương": "commemorative_medal",
        "huân chương": "order",
        "huy chương": "medal",
    }
)
# A flag is an emulation title, of whoever grants it.
FLAG: Final = "cờ thi đua"
# Receivers stand before these: "45 cá nhân được tặng Bằng khen".
GETTING: Final = ("được", "nhận", "vinh dự")
# What an award is given for, as it stands after "khen thưởng" or after its form.
AWARD_KINDS: Final = MappingProxyType(
    {
        "thường xuyên": "regular",
        "thi đua theo chuyên đề": "thematic_movement",
        "chuyên đề": "thematic",
        "đột xuất": "ad_hoc",
        "quá trình cống hiến": "long_service",
        "đối ngoại": "external",
        "niên hạn": "tenure",
    }
)
# Groups of receivers after "trong đó" (form 0603.N/BNV-TĐKT).
RECIPIENT_GROUPS: Final = MappingProxyType(
    {
        "doanh nghiệp": "enterprises",
        "lãnh đạo cấp tỉnh": "provincial_leaders",
        "lãnh đạo tỉnh": "provincial_leaders",
        "lãnh đạo sở": "department_heads",
        "lãnh đạo các sở": "department_heads",
        "doanh nhân": "business_people",
        "người trực tiếp": "direct_workers",
        "người lao động trực tiếp": "direct_workers",
        "lao động trực tiếp": "direct_workers",
        "nữ": "women",
        "phụ nữ": "women",
        "cá nhân nữ": "women",
    }
)
# Verbs by which an award is granted; "quyết định" opens the same sentence.
GRANTING: Final = ("trao tặng", "tặng", "trao", "khen thưởng")
DECIDING: Final = "quyết định"
# Receivers by kind; whoever is in neither list is a person.
COLLECTIVES: Final = listed(
    """tập thể; đơn vị; cơ quan; tổ chức; doanh nghiệp; chi bộ; mô hình; thôn; xã; phường; khu dân cư;
    tổ dân phố; câu lạc bộ; hợp tác xã; cụm thi đua; tổ; ban dân vận; khối dân vận; địa phương;
    điển hình tập thể"""
)
HOUSEHOLDS: Final = listed("hộ; hộ gia đình; gia đình")
# Receivers whose kind the text leaves open.
OF_EITHER_KIND: Final = listed("điển hình; gương; gương điển hình; điển hình tiên tiến")

# People give these; persons and meetings are counted and not given.
GIFTS: Final = words_of(
    """suất phần quà túi giỏ cây bao thùng gói xe sổ áo chăn máy bóng cặp bộ cuốn quyển thẻ học căn
    ngôi nhà con chiếc cái tấm hộp chai bình bồn bể giếng viên gạo camera loa đèn trụ cột ghế bàn
    giường tủ vé mũ"""
)
GIFT_NAMES: Final = (
    "khẩu trang",
    "đơn vị máu",
    "mái ấm",
    "máy thở",
    "nhu yếu phẩm",
)  # gifts by more than one word
# Houses that are built or mended for somebody are given.
HOUSE: Final = "nhà"
HOUSES: Final = (
    "căn nhà", "ngôi nhà", "mái ấm", "căn hộ", "nhà tình", "nhà đại đoàn kết", "nhà nhân ái", "nhà đồng đội",
    "nhà ở", "căn",
)  # fmt: skip
BUILDING: Final = listed("xây; xây dựng; sửa chữa; sữa chữa; sửa; làm; dựng; hoàn thành; cất; xóa; bàn giao")
AFTER_BUILDING: Final = listed("mới; được; thêm; và; làm mới; sửa chữa; xây; xong")
CHARITABLE: Final = listed(
    "đại đoàn kết; tình nghĩa; tình thương; nghĩa tình; đồng đội; nhân ái; khăn quàng đỏ; tạm"
)
# "… cho hội viên nghèo với số tiền 930 triệu đồng": what the things cost.
WITH_A_SUM: Final = listed("với số tiền; với tổng số tiền; với kinh phí; với tổng kinh phí")
# Whoever does this was given something.
RECEIVING: Final = ("tiếp nhận", "nhận được", "thu được", "tiếp nhận được", "nhận sự ủng hộ", "thu về")
# After a figure these say what it is for: "301 chiếc mũ để tặng".
TO_GIVE: Final = (
    "trao cho",
    "trao tặng",
    "trao tặng cho",
    "tặng cho",
    "để tặng",
    "để trao tặng",
    "để ủng hộ",
    "được trao tặng",
    "được ủng hộ",
    "được tặng",
)
# Words between who gives and the verb of giving.
BEFORE_GIVING: Final = listed(
    """đã; cũng; sẽ; vừa; tích cực; tự nguyện; dành; đứng ra; và; cùng; trong xã; phối hợp; đến thăm;
    về thăm"""
)
# Givers whose names have no capitals.
GIVERS: Final = listed(
    """nhân dân; bà con; người dân; cán bộ; hội viên; đoàn viên; gia đình; cựu học sinh; phụ huynh;
    nhóm; các nhà hảo tâm; nhà hảo tâm; doanh nghiệp; công đoàn; chi bộ; nhà trường; mạnh thường quân;
    các hộ; ông; bà; cô giáo; thầy giáo"""
)
# Sums that are given, however far the verb stands.
SUMS: Final = listed(
    """tổng số tiền; số tiền; tổng trị giá; tổng giá trị quà; tổng số tiền quyên góp; tổng số tiền ủng hộ;
    tổng số tiền và hiện vật"""
)
# Words beside a verb of giving.
WILLINGLY: Final = ("tự nguyện", "tình nguyện", "đồng thuận", "còn", "đã", "thêm")
# Whatever stands after these is what something cost or was worth: the gift is stated elsewhere.
WORTH: Final = listed(
    """trị giá; tổng giá trị; tương đương; tổng kinh phí; kinh phí; tổng vốn; mức; mỗi; tổng mức;
    ước tính; chi phí"""
)
# What is given is given for something: the words that open the purpose.
PURPOSES: Final = listed(
    """để; làm; xây dựng; xây; mở rộng; lắp đặt; lắp; sửa chữa; nâng cấp; bê tông hóa; giúp; nhằm"""
)

# A ratio of these is an indicator by itself: "17/19 tiêu chí".
CRITERIA: Final = ("tiêu chí", "chỉ tiêu")
# What opens the name of a count.
NUMBER_OF: Final = "số"
# Levels that reports follow over the years besides rates.
LEVELS: Final = listed(
    """thu nhập; năng suất; số; tỷ lệ; tỉ lệ; giá trị sản xuất; bình quân thu nhập;
    lương thực bình quân"""
)

# What is stated with these is to come: "phấn đấu năm 2023 vận động 10 tỷ đồng".
PLANNED: Final = listed(
    """phấn đấu; dự kiến; mục tiêu; đề ra; đặt ra; sẽ; định hướng; kế hoạch đến; đề nghị; yêu cầu;
    phải đạt; năm tới; năm sau; giao chỉ tiêu; đăng ký thực hiện; trong thời gian tới; thời gian tới"""
)
# After these an aim is one that was met.
MEETING: Final = ("đúng", "theo", "đạt", "vượt", "hoàn thành")
# Of these, what is merely expected.
EXPECTED: Final = ("dự kiến", "sẽ")
PLANS_HEADINGS: Final = listed("giải pháp; phương hướng; nhiệm vụ; mục tiêu; kế hoạch năm; chỉ tiêu phấn đấu")
AFTER_PLANS: Final = (
    "khen thưởng",
    "kết quả",
    "kiến nghị",
    "tồn tại",
    "nơi nhận",
    "dịp này",
    "tại hội nghị",
)
# What is stated with these is of more years than the movement's.
CUMULATIVE: Final = listed("lũy kế; tính chung; cộng dồn; từ trước đến nay; tổng cộng từ")
# After these stand parts of a figure that was stated before them.
PARTS: Final = ("trong đó", "gồm", "bao gồm", "cụ thể", "riêng")
# Sentences that open with these tell of one case out of many.
EXAMPLES: Final = ("tiêu biểu", "điển hình", "nổi bật", "như hộ", "như gia đình", "đơn cử", "chẳng hạn")
# What these give or get is no gift of the people.
STATE_GIVERS: Final = listed(
    """nhà nước; ngân sách; ngân sách nhà nước; trung ương; chương trình; ubnd; ủy ban nhân dân; được;
    đề án; dự án; vay; giải ngân"""
)
# What is not given yet, or by each.
NOT_GIVEN: Final = ("chưa", "không", "mỗi", "bình quân", "mức", "thiếu", "nợ", "từng")
# Between a verb of giving and a figure these begin something else.
OTHER_VERBS: Final = listed(
    """xây; xây dựng; làm; sửa; sửa chữa; trồng; mở; nâng cấp; lắp; lắp đặt; bê tông hóa; mua; thành lập;
    nuôi; vay; cho vay; gửi"""
)
# A figure after these is of one place inside, or of all places together.
ELSEWHERE: Final = listed("bình quân chung; riêng; trong khi; mức chung")
# A figure after these is of a wider place, unless the text is about that one.
WIDER: Final = MappingProxyType(
    {
        "cả nước": "NATION",
        "toàn quốc": "NATION",
        "cả tỉnh": "PROVINCE",
        "toàn tỉnh": "PROVINCE",
        "cả huyện": "DISTRICT",
        "toàn huyện": "DISTRICT",
    }
)
# A figure in brackets after these is the plan.
PLAN_IN_BRACKETS: Final = ("kế hoạch", "chỉ tiêu", "kh", "mục tiêu", "nghị quyết")
# Names of movements that need no quotes.
KNOWN_NAMES: Final = ("Dân vận khéo",)
# Papers that a body sends in its own name; the others come from above, and whose they are stands
# after "của": "Kế hoạch số 12/KH-UBND của UBND tỉnh".
OWN_PAPERS: Final = ("báo cáo", "biên bản", "tờ trình", "hợp đồng", "thông báo", "văn bản")
# Between "của" and a place these begin something else.
NOT_OF_BODIES: Final = ("về", "tại", "ở", "trên", "trong", "cho", "do", "đã", "để", "nhằm", "với")
# Beside a day and a clock these stand in the line that says when a page was published.
STAMPS: Final = listed(
    "chủ nhật; cập nhật; ngày cập nhật; ngày đăng; đăng ngày; đăng lúc; lúc; gmt; am; pm; ngày; lượt xem"
)
# Who signs: "TM. ỦY BAN NHÂN DÂN XÃ".
SIGNING: Final = ("tm", "tm.", "t/m", "t/m.", "thay mặt")
# Before the name of a place these say where what follows happened, or who did it.
PLACING: Final = listed(
    """tại; ở; riêng; còn; đối với; nhân dân; người dân; bà con; đồng bào; hội viên; phụ nữ; nông dân;
    cán bộ; địa bàn; ubnd; đảng ủy; mttq; đoàn thanh niên"""
)
# Figures of the same span of another year: "cùng kỳ năm 2025".
SAME_PERIOD: Final = ("cùng kỳ", "cùng kì")
LAST_YEAR: Final = ("năm trước", "năm ngoái")

# Who grants at the highest level.
CENTRAL_BODIES: Final = listed(
    """chủ tịch nước; thủ tướng chính phủ; thủ tướng; chính phủ; ban dân vận trung ương"""
)
# Words that a heading in capitals puts beside a name.
NOT_OF_NAMES: Final = words_of("đảng cộng ủy ban huyện tỉnh chi hội mặt số bộ phường xã thị")
