"""Words around figures in running text: what makes a number a name, an award, a gift, a day.

`spellings` has the words of a figure itself; these stand before or after it. Figures in brackets
count the 177 articles that a list was drawn from.
"""

from types import MappingProxyType
from typing import Final

from danvankheo.locale_vi.lists import listed, words_of

# A number after one of these is part of a name or an ordinal: places (13 articles and more),
# roads, military units, school classes, articles of a law, ordinals, programmes, grades.
NAME_HEADS: Final = listed(
    """tổ; thôn; ấp; làng; bản; buôn; bon; khóm; khu; khu phố; khối; khối phố; xóm; tiểu khu; phường; quận;
    tổ dân phố; cụm; đội; vùng; khu vực; ngõ; ngách; hẻm; kiệt; đường; đường số; quốc lộ; tỉnh lộ; hương
    lộ; huyện lộ; đường tỉnh; đường huyện; ql; đt; km; cầu; cống; lô; tầng; phòng; nhà số; số nhà; lớp;
    khối lớp; tiểu đội; trung đội; đại đội; tiểu đoàn; trung đoàn; lữ đoàn; sư đoàn; binh đoàn; quân đoàn;
    quân khu; đoàn kinh tế - quốc phòng; đoàn; đồn; hải đoàn; điều; khoản; mục; chương; phần; bài; câu;
    tập; quyển; phụ lục; mẫu; biểu; thứ; lần thứ; lần; khóa; kỳ; kỳ họp; kỳ họp thứ; phiên họp thứ; hội
    nghị lần; hội nghị trung ương; trung ương; hạng; loại; nhà cấp; trường cấp; học sinh cấp; gió cấp; bão
    cấp; đô thị cấp; bậc; mức; mức độ; nhóm; đợt; giai đoạn; bước; tuần; ca; chương trình; đề án; dự án;
    nghị quyết; chỉ thị; kết luận; kế hoạch; quy định; thông tri; nghị định; quyết định; thông tư; hướng
    dẫn; công văn; luật; pháp lệnh; chỉ tiêu số; tiêu chí; tiêu chí số; mục tiêu; số; bão số; quỹ; mô
    hình; phong trào; tài khoản; điện thoại; số điện thoại; liên hệ; hotline; đường dây nóng; đt:; sđt;
    fax; tổng đài; sinh; sn; tỷ số; tỉ số; xuân; tết; tây nguyên; vị trí; đường cấp; kênh cấp; công trình
    cấp; thiên tai cấp; báo động; cháy rừng cấp; vitamin; nhiệt độ; tốc độ; trình độ; trang; phân đội; hải
    đội; chốt; trạm; vòng; chi bộ; chi hội; chi đoàn; liên gia; nút; cửa; ô; bộ đội"""
)
# Words whose last part only looks like such a head.
NOT_HEADS: Final = listed(
    """dự phòng; đề phòng; tiêm phòng; văn phòng; biên phòng; quốc phòng; hạ tầng; tầng tầng; yêu cầu; nhu
    cầu; toàn cầu; lên đường; dọc đường; mở đường; bên đường; cơ bản; kịch bản; kiểu mẫu; gương mẫu; thiểu
    số; đa số; dân số; doanh số; sĩ số; sỹ số; con số; phân loại; chủng loại; danh mục; hạng mục; góp
    phần; thành phần; cổ phần; học tập; luyện tập; tập tập; định kỳ; giải tập; sưu tập; thu tập; tuyên bố;
    đi tuần; làm bài; sao bản; in bản; ghi điểm; lên lớp; mở lớp; dự lớp; đầu kỳ; giữa kỳ; cuối kỳ; trong
    kỳ; cùng kỳ; chu kỳ; tiền kỳ; hậu kỳ"""
)
# After these words such a head names nothing: "mỗi thôn 2 mô hình", "chỉnh trang 3 ngõ".
DISTRIBUTING: Final = words_of("mỗi từng một toàn các những cả quân tổng trong con chỉnh nghĩa khang vũ")

# A number after these counts no head that follows it: "quý 3 khối 2".
TIMES_AND_NUMBERS: Final = words_of("ngày tháng năm quý tuần số")

# After a number these make no counted thing: ages, times of the clock, grades, slogans
# ("5 không, 3 sạch", "4 tại chỗ").
NOT_COUNTED: Final = words_of(
    """tuổi giờ phút giây h g sao cấp không có sạch cùng bám rõ dám tự tại nhất tốt trước sẵn dễ biết nên
    tránh chỉ mặt là"""
)
# Words of a date that name its parts and no day: "thiếu ngày tháng năm sinh".
PARTS_OF_DATES: Final = "ngày tháng năm"
# What opens a period besides its unit.
PERIOD_WORDS: Final = ("giai đoạn", "nhiệm kỳ", "nhiệm kì", "nửa", "thg")

# Units of time, in which durations are stated ("sau 5 năm" 19 articles), and what after them makes
# no duration: years of age and of membership.
TIME_UNITS: Final = ("năm", "tháng", "tuần", "ngày")
NOT_DURATIONS: Final = ("tuổi", "tuổi đảng", "công", "sinh", "đêm", "tháng", "giêng", "chạp", "âm lịch")

# "mẫu" is a sample as well as an area.
NOT_AREAS: Final = ("nước", "xét nghiệm", "đơn", "số", "mã", "vật", "giáo", "nhà", "mực")

# "đồng" as it is mistyped (1 article); after a scale word it can mean nothing else.
MISTYPED_DONG: Final = ("đổng", "đồg", "đòng", "dồng", "đông")

# "cả tỷ" alone may be of anything; "hàng tỷ" is money.
ALL: Final = "cả"

# Foreign money by its bare word, which is read as no unit (yên is a saddle, kíp a shift): after a scale
# word it is certain that no dong are meant.
OTHER_MONEY: Final = words_of("yên yen kip kíp rúp tệ bạt bath bảng phrăng franc rupee ringgit")

# Words that stand for a number and tell none.
VAGUE: Final = ("vài", "mấy", "dăm", "dăm ba", "dăm bảy", "vài ba")

# Places that are often named with a number after the name: "thôn An Xuân 2".
NAMED_PLACES: Final = listed(
    """thôn; ấp; làng; bản; buôn; bon; khóm; khu phố; khối phố; xóm; tiểu khu; tổ dân phố; khu dân cư; khu;
    sóc; phum; khối; tổ; nông trường; trường; đội; cầu; kênh; chốt"""
)

# The parts of a whole follow these, and their noun may be left out: "trong đó kinh tế 52, văn hóa 49".
PARTS_FOLLOW: Final = ("trong đó", "gồm", "cụ thể", "lĩnh vực", "cấp học", "bậc học", "%)")

# Decimals of these are a score in a contest.
POINTS: Final = "điểm"

# What is called by a day: "đường 30 Tháng 4".
NAMED_BY_DAY: Final = listed(
    """đường; phố; phường; trường; cầu; công viên; bệnh viện; xí nghiệp; công ty; quảng trường; nhà máy;
    chợ; hợp tác xã; htx; nông trường; lâm trường; đoàn"""
)

# After these "năm" is a year; after those a number word is part of a vague one or of none.
BEFORE_YEAR: Final = words_of(
    "đầu cuối hằng hàng mỗi nhiều giữa cả các những từng suốt trong qua sang là vào bước"
)
BEFORE_NO_NUMBER: Final = words_of("đôi dăm mươi thứ")

# With "năm" before them these are of a year and nothing that five of are counted: "năm bản lề".
AFTER_YEAR: Final = listed("bản lề; khu vực; kế hoạch; ngân sách; tài chính; công tác")
# After these "mấy" and "vài" count nothing: "chưa mấy mặn mà".
BEFORE_NO_FEW: Final = words_of("chưa không chẳng chả bao cũng")

# After these such a word is no "about": tiến độ, mức độ, hương ước, coi chừng.
NOT_ABOUT: Final = MappingProxyType(
    {
        "độ": words_of("tiến mật nhiệt tốc cường trình chế mức thái hạn góc mực định nồng vĩ kinh cao"),
        "ước": words_of("hương quy khế giao điều hiệp mơ thề đính"),
        "chừng": words_of("coi dường"),
    }
)

# Number words before these count nothing: sides, parents, seasons of life, time that goes on.
NOT_SPELLED: Final = listed(
    """bên; má; mẹ; vợ chồng; mẹ con; bố con; cha con; nay; qua; sau; tới; này; kia; tháng qua; mặt; chân;
    tay; mắt; miền; đầu; chiều; phía; cấp; người đó; lá; nơi; vai; đứa; ông bà; bà; ông; cửa; mình; số;
    trong; vài; gia"""
)

# Forms of commendation (13 articles), as printed; those with more words come first in a text. To praise
# and to honour in public is to commend (Luật 06/2022/QH15, Điều 3 khoản 3: "ghi nhận, biểu dương, tôn vinh").
AWARD_FORMS: Final = listed(
    """giấy khen; bằng khen; cờ thi đua; cờ; kỷ niệm chương; huân chương; huy chương; huy hiệu; khen thưởng;
    biểu dương; tuyên dương; tôn vinh; vinh danh; biểu dương, khen thưởng; tuyên dương, khen thưởng;
    thư khen; giấy chứng nhận"""
)
# A flag that is no award.
NOT_AWARDS: Final = ("cờ tổ quốc", "cờ đảng", "cờ nước", "cờ đỏ")
TO: Final = "cho"
# Between a form and a number these tell of something else than who receives.
OTHER_THAN_RECEIVING: Final = ("đã", "hỗ trợ", "giúp", "ủng hộ", "xây", "sửa", "trị giá")
# Awards that are themselves counted: "7.424 giấy khen", "8 Huân chương Lao động hạng Ba".
COUNTED_AWARDS: Final = listed(
    """giấy khen; bằng khen; cờ thi đua; kỷ niệm chương; huân chương; huy chương; huy hiệu; thư khen"""
)

# Orders by name, which go on the form: "Huân chương Lao động".
ORDER_NAMES: Final = listed(
    """lao động; độc lập; hồ chí minh; bảo vệ tổ quốc; chiến công; đại đoàn kết dân tộc; sao vàng;
    vì sự nghiệp dân vận"""
)

# What receivers are said to have besides, between two of them: "2 tập thể xuất sắc 8 cá nhân".
MERITS: Final = listed(
    """có thành tích; có nhiều thành tích; đã có thành tích; đã có nhiều thành tích; có thành tích xuất sắc;
    xuất sắc; tiêu biểu; tiêu biểu xuất sắc; điển hình; tiên tiến; điển hình tiên tiến; gương mẫu; dạy giỏi;
    hoàn thành xuất sắc nhiệm vụ"""
)
# A receiver that does one of these is named for another reason: "khen thưởng 5 tập thể; 12 hộ thoát nghèo".
NOT_RECEIVING: Final = listed(
    """đạt; thoát; được công nhận; được hỗ trợ; được vay; đăng ký; tham gia; hiến; góp; đóng góp; hoàn thành;
    ký cam kết; bị; chưa; không; còn; vay; xây; xây dựng; nhận hỗ trợ"""
)

# Whoever gives land gives it away; the verbs of 28 articles on land.
DONATING: Final = listed("hiến; góp; đóng góp; nhường; tặng; hiến tặng; cho mượn")
GIVEN_AWAY: Final = "hiến"
# What is given to a movement.
GIVING: Final = listed(
    """đóng góp; góp; hiến; ủng hộ; huy động; vận động; quyên góp; hỗ trợ; tài trợ; trao; tặng; trao tặng;
    nhường; xã hội hóa; đối ứng; giúp; ủng hộ được; vận động được; huy động được; quyên góp được;
    góp được; gây quỹ; tiết kiệm"""
)

# A day in figures without a year is a day only after one of these; else "1/5" is a fifth.
DAY_WORDS: Final = words_of(
    """ngày sáng chiều tối trưa đêm hôm từ đến tới và dịp qua nay mồng mùng vào lễ trước sau"""
)
# After these a day is meant whatever follows.
STRONG_DAY_WORDS: Final = words_of("ngày sáng chiều tối trưa đêm hôm mồng mùng")
# After these a weekday is one: "thứ" counts as well ("lần thứ hai").
BEFORE_WEEKDAYS: Final = STRONG_DAY_WORDS | words_of("vào từ đến tới là nhằm")
# "Ngày Chủ nhật xanh 19/7" is a Sunday, not the name of a day.
NAMES_OF_WEEKDAYS: Final = ("thứ", "chủ nhật", "chúa nhật")
# After these "8/5" is a ratio though it could be a day.
BEFORE_RATIOS: Final = words_of("lệ số đạt bằng thành vượt là được chiếm còn giao trí xếp đứng hạng")
# A year after these is somebody's: "sinh năm 1940".
BIRTH_WORDS: Final = words_of("sinh sn")
# With these before it "sinh" is no birth: "tuyển sinh năm 2020", "học sinh năm 2021".
NOT_BIRTHS: Final = words_of(
    "tuyển học thí vệ phát nữ nam tân cựu an dân sản sát hộ kháng giáo môn phục tái ký sơ bào du hy trường"
)
# After a day and a month without a year these say what happened then: "31/10 nói về".
DAY_VERBS: Final = listed(
    """nói; họp; khai mạc; khai giảng; khai trương; diễn ra; công bố; ký; trình; bắt đầu; khép lại; kết thúc;
    triển khai; ban hành; ra mắt; ra quân; phát động; cho biết; đưa tin"""
)
# After these "19/27" is a rank and no part of a whole.
RANKS: Final = words_of("xếp đứng trí hạng thứ")
# Holidays and anniversaries are names: by day and month, the words that name them.
HOLIDAYS: Final = MappingProxyType(
    {
        (3, 2): "thành lập đảng",
        (27, 2): "thầy thuốc",
        (8, 3): "phụ nữ",
        (26, 3): "thành lập đoàn",
        (30, 4): "giải phóng",
        (1, 5): "lao động",
        (19, 5): "sinh nhật bác",
        (1, 6): "thiếu nhi",
        (27, 7): "thương binh",
        (19, 8): "cách mạng tháng tám",
        (2, 9): "quốc khánh",
        (10, 10): "chuyển đổi số",
        (13, 10): "doanh nhân",
        (15, 10): "công tác dân vận",
        (14, 10): "hội nông dân",
        (17, 10): "người nghèo",
        (20, 10): "phụ nữ",
        (18, 11): "mặt trận",
        (20, 11): "nhà giáo",
        (22, 12): "quân đội",
    }
)

# "trên" before these says where ("lắp camera trên 5 tuyến đường"), unless a verb before it counts them.
ON: Final = "trên"
PLACES_ON: Final = listed(
    """trang; tuyến đường; tuyến; con đường; đoạn đường; tuyến phố; trục đường; cánh đồng; thửa; quả đồi;
    thửa ruộng; tuyến hẻm"""
)
# Units of administration and where people live; "trên" says where after verbs of lying: "phân bố trên
# 41 xã", and how many after all others.
UNITS_OF_PLACES: Final = listed(
    "xã; phường; thị trấn; huyện; quận; thị xã; tỉnh; thành phố; thôn; làng; bản; buôn; ấp; khóm; địa phương"
)
LOCATING: Final = words_of("bố trải rác nằm dài rộng khắp đều ra lan ở khai hiện mặt sống đóng chân trú")
COUNTING_VERBS: Final = words_of(
    """được có chữa cấp dựng xây làm mở hóa tông nhựa sửa tu tạo dưỡng đổ rải trì với gồm đạt thiện giúp
    thành"""
)

# Last words of verbs before a number that counts something even if no list knows it; `PHRASE_ENDS`,
# `GIVING` and others have more.
MORE_COUNTING: Final = words_of(
    """lập chức khai hiện trì nhận đỡ phát mua sắm bán nuôi thả đặt treo dán vẽ in viết tải truyền động gom
    vét chữa tạo cải nâng cấp khám lý quyết tiếp đón hành mưu đề xuất tra sát bắt giữ nộp giao nạp dưỡng
    đào huấn mời cử chọn bầu tuyển đưa dùng dụng chạy mất chết cháy sập hỏng hại đổ chia lời trí công hợp
    thoại kế gia giải giành đoạt ăn uống chứa chở tháo dỡ di dời khoan đào nhổ cắt thay mổ tiêm phun chặt
    đăng thu hồi trả lại bị ghi phá xử phạt soát tố thăm viếng sơn lát kẻ quét gieo cấy bón tưới gặt hái
    đốn vác khiêng kéo nối rào che lợp đúc đan dệt may nấu phơi sấy ủ mang gùi chất xếp dọn hút bơm rút
    điểm gửi sinh sản cứu chuyển phối số các những cả mọi"""
)

# Things that hold goods: kept as nouns, but goods.
CONTAINERS: Final = words_of("bao thùng gói chai can hộp bình")

# Words that stand between a direction and its figure besides those of `spellings`.
MORE_FILLERS: Final = listed(
    """thêm được; bình quân; trung bình; thêm; đều; sâu; dần; đáng kể; rõ rệt; liên tục; vọt; trưởng"""
)

# Attainment is stated in more ways inside a text than a figure alone would be.
MORE_ATTAINED: Final = MappingProxyType(
    {
        "reach": ("ước đạt", "đạt trên mức", "đạt tỷ lệ"),
        "exceed": ("hoàn thành vượt", "vượt mức", "hoàn thành vượt mức", "đạt và vượt"),
    }
)
MORE_TARGETS: Final = ("kh", "chỉ tiêu kế hoạch")

# How a level follows a move: "giảm còn 1,9%", "nâng lên 19 chi hội".
REACHING: Final = listed(
    """xuống chỉ còn; xuống còn; xuống dưới; xuống; lên đến; lên tới; lên thành; lên trên; lên mức; lên;
    chỉ còn; còn lại; còn; xuống mức; đạt; tăng lên; giảm xuống còn; giảm xuống; giảm còn; nâng lên;
    tăng lên đến; tăng đến"""
)

# Verbs after which a percentage is a share, and those after which it is a level.
SHARE_VERBS: Final = ("chiếm tỷ lệ", "chiếm tỉ lệ", "chiếm trên", "chiếm", "tương đương")
LEVEL_VERBS: Final = ("còn", "xuống", "lên", "lên đến", "lên tới", "xuống còn", "còn lại")

# A quoted phrase this short is a name, whatever figures are in it: “5 không, 3 sạch”.
LONGEST_NAME: Final = 60

# Kinds of documents that stand before a symbol (10 articles): Nghị định 30/2020/NĐ-CP art. 7 and
# the Party's own kinds (Hướng dẫn 36-HD/VPTW).
DOCUMENT_TYPES: Final = listed(
    """nghị quyết; nghị quyết liên tịch; quyết định; chỉ thị; quy chế; quy định; thông cáo; thông báo;
    hướng dẫn; chương trình; chương trình hành động; chương trình phối hợp; kế hoạch; kế hoạch liên tịch;
    phương án; đề án; dự án; báo cáo; biên bản; tờ trình; hợp đồng; công văn; công điện; nghị định;
    thông tư; thông tư liên tịch; luật; pháp lệnh; kết luận; thông tri; lời kêu gọi; văn bản; bộ luật;
    hiến pháp; đề cương"""
)

# Where what a change is compared to ends.
COMPARATOR_ENDS: Final = listed(
    """và; nhưng; trong đó; thì; do; nhờ; còn; để; vì; với; góp phần; là; chiếm; đạt; tăng; giảm; cao hơn;
    thấp hơn; vượt; bằng; mà; khi; nên"""
)

# Where a noun phrase after a figure ends: verbs, prepositions, conjunctions.
PHRASE_ENDS: Final = words_of(
    """và hoặc hay cùng với của cho để do bởi vì nên thì mà là có không chưa đã đang sẽ được bị phải cần còn
    vẫn cũng đều chỉ tại ở trong trên dưới từ đến tới vào ra lên xuống qua về theo bằng như so này đó kia
    sau trước khi lúc nếu tham đăng ký hiến góp tự tiết nhận làm xây tổ thực hoàn duy đạt chiếm
    tăng giảm gồm trị giúp hỗ trao tặng ủng vận huy quyên đóng mỗi bình tổng thuộc nhằm nhất lần ngay
    thoát vượt đồng tình đi ngồi chung nắn sửa lắp trồng treo mua bán"""
)

# What is told of the part of a ratio begins with one of these.
PREDICATES: Final = ("đạt", "có", "được công nhận", "hoàn thành", "ký", "nhận", "tham gia")

# Verbs between what a figure is about and the figure.
SUBJECT_VERBS: Final = listed(
    """đạt; ước đạt; chiếm; còn; giảm; tăng; là; có; bằng; vượt; lên; xuống; gấp; vận động được;
    huy động được; thu được; được; đã; nâng; hoàn thành; cao hơn; thấp hơn; trị giá; đã bằng"""
)

# Words that end a subject and are no part of it.
SUBJECT_TAILS: Final = words_of("chỉ hiện đã cũng đều nay vẫn mới là")

# Words that open a sentence and belong to no subject.
OPENINGS: Final = listed(
    """đến nay; hiện nay; hiện; nhờ vậy; nhờ đó; qua đó; theo đó; riêng; trong đó; đặc biệt; bên cạnh đó;
    ngoài ra; tính đến nay; đến; trong; cả năm; năm; toàn tỉnh; toàn huyện; toàn xã; toàn thị xã; và; với;
    nay; còn; kết quả; góp phần; đưa; nâng; giảm; tăng"""
)

# Whose a subject is: that goes without saying in the place of the report.
OWNERS: Final = listed(
    """của xã; của huyện; của tỉnh; của thị xã; của thành phố; của thôn; của phường; của toàn; toàn huyện;
    toàn tỉnh; toàn xã; trên địa bàn"""
)

# Of money only these are subjects; other words before the verb are whoever gave or spent it.
MONEY_SUBJECTS: Final = listed(
    """thu nhập; thu ngân sách; quỹ; tổng; kinh phí; giá trị; doanh thu; công trình; vốn; nguồn; dư nợ; lãi;
    lợi nhuận; mức; chi phí; giá; thiệt hại; ngân sách; số tiền"""
)

# What is no subject though it stands before a verb: places, whoever acts, times.
NO_SUBJECTS: Final = listed(
    """xã; huyện; tỉnh; thị xã; phường; thị trấn; thành phố; thôn; ủy ban; ubnd; đảng bộ; ngày; tháng; trừ;
    từ; khi; nếu; mỗi; để; hội liên hiệp; hội nông dân; hội phụ nữ; hội cựu chiến binh; hội lhpn;
    hội đồng; ban dân vận; ban thường vụ; ban chỉ đạo; ban công tác; nhân dân; bà con; người dân đã;
    rà soát; qua"""
)

# The foot of a copied web page: what stands before the years of copyright, and the licences of the
# press and of websites, which the text does not carry out.
COPYRIGHT: Final = ("©", "(c)", "copyright", "bản quyền", "bản quyền thuộc")
PAGE_LICENCES: Final = words_of("ttđt btttt stttt bvhttdl svhttdl bc cbc pttth pth ptth xbbt ttth bttt")
LICENCE: Final = "gp"

# What an area and what a volume is of, where its raised figure was lost: "260 m 2 đất".
AREAS: Final = listed("đất; đất ở; ruộng; rừng; lúa; diện tích; mặt bằng; mặt nước; sàn; tường; gạch; cỏ")
VOLUMES: Final = listed("nước; đất; đá; cát; sỏi; bê tông; gỗ; bùn; rác; khối")

# After an area these say that it is grown or worked, not given.
CROPS: Final = words_of(
    """lúa ngô sắn mía rừng cây cà cao tiêu chè chanh bưởi cam rau hoa mặt lạc keo sầu thanh tự diện nuôi"""
)

# A count in a clause, or of an indicator, with one of these is an average and need not be whole.
AVERAGES: Final = listed("bình quân; trung bình; mỗi; tính trên; mật độ")
# Streets, after the number of a house.
STREETS: Final = listed(
    "đường; phố; ngõ; ngách; hẻm; kiệt; đại lộ; quốc lộ; tỉnh lộ; tổ dân phố; tổ; khu phố"
)
