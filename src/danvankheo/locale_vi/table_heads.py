"""Words by which tables of Vietnamese offices say what their columns, rows and cells mean.

Lower case, composed letters, the newer tone marks; blanks, case and line ends do not matter where they are
read. Frequencies are of 189 real tables: unit in a caption 63 %, in a head 17 %; outline 1, 2, 3 88 %,
I, II 48 %, "-" 17 %, a, b 5 %; "Trong đó" 34 %; a row of column numbers 7 %.
"""

from types import MappingProxyType
from typing import Final

# The head of the column that numbers the rows.
NUMBERING: Final = (
    "tt", "stt", "số tt", "sốtt", "số thứ tự", "thứ tự", "no", "no.", "#", "sst", "số thứtự", "ordinal",
)  # fmt: skip
# The head of remarks, whose numbers belong to no relation.
REMARKS: Final = ("ghi chú", "chú thích", "note", "notes", "remark", "remarks", "diễn giải", "thuyết minh")
# The head of the column that gives each row its unit. "Đơn vị" alone is as often the commune.
UNIT_COLUMNS: Final = (
    "đvt", "đ.v.t", "đơn vị tính", "đv tính", "đvị tính", "đơn vị đo", "đơn vị tính toán", "unit",
    "đ vị tính", "đơn vị tinh",
)  # fmt: skip
UNIT_OR_OFFICE: Final = ("đơn vị", "đv")
# Heads under which communes stand as often as other offices.
OFFICES: Final = (
    "đơn vị",
    "tên đơn vị",
    "đơn vị báo cáo",
    "các đơn vị",
    "đơn vị hành chính",
    "đơn vị thực hiện",
)
# Words before the unit of a whole table: "ĐVT: triệu đồng", "Đơn vị tính: 1.000 đồng".
CAPTION_UNITS: Final = ("đơn vị tính", "đơn vị", "đvt", "đ.v.t", "đv tính", "đvị tính", "đv", "unit")
# What a caption says where each head has its own.
NO_ONE_UNIT: Final = ("như đầu cột", "theo cột", "xem cột", "ghi ở đầu cột")
SAME_AS_ABOVE: Final = ('"', "”", "''", "“", "nt", "-nt-", "như trên", "〃", "″", "´´", "``")

# Heads of texts.
GIVERS: Final = (
    "người góp", "người ủng hộ", "đơn vị ủng hộ", "người đóng góp", "đơn vị đóng góp", "nhà tài trợ",
    "tên tổ chức, cá nhân", "tổ chức, cá nhân", "hộ/đơn vị", "hộ gia đình", "họ và tên", "họ tên", "họ, tên",
    "người hiến", "hộ hiến", "nhà hảo tâm", "mạnh thường quân", "đơn vị, cá nhân", "cá nhân, đơn vị",
    "chủ hộ",
    "tên đơn vị ủng hộ", "giver", "donor", "đơn vị tài trợ", "người nộp", "tổ chức/cá nhân",
)  # fmt: skip
PURPOSES: Final = ("mục đích", "nội dung", "công trình", "hạng mục", "purpose", "nội dung ủng hộ", "việc")
DAYS: Final = (
    "ngày", "ngày tháng", "ngày, tháng", "ngày góp", "ngày ủng hộ", "ngày nhận", "ngày nộp", "thời gian",
    "date", "day", "ngày tháng năm", "ngày, tháng, năm",
)  # fmt: skip
FIELDS: Final = ("lĩnh vực", "mặt công tác", "field", "lĩnh vực mô hình")
PLACES: Final = (
    "xã", "phường", "xã, phường", "xã/phường", "xã, phường, thị trấn", "địa phương", "địa bàn", "ấp", "thôn",
    "thôn, bản", "bản", "làng", "tổ dân phố", "khu phố", "khóm", "khu dân cư", "huyện", "tỉnh",
    "tỉnh, thành phố",
    "tên xã", "đơn vị xã", "thôn/ấp", "thôn, làng", "place", "commune", "village", "buôn", "ấp/khu phố",
    "tên tỉnh, thành phố", "nơi", "khu vực", "huyện, thị xã, thành phố", "xã, phường, đặc khu", "province",
    "district", "thôn, tổ dân phố", "nơi thực hiện",
)  # fmt: skip
PERIODS: Final = ("kỳ", "thời kỳ", "quý", "tháng", "năm", "period", "year", "kỳ báo cáo")

# Kinds of columns of figures, by words that their head has; the first kind that has one wins, the words of a
# kind are tried whole ("lũy kế" in "Lũy kế 9 tháng").
PERCENT_SIGNS: Final = ("%", "phần trăm", "percent")
SHARES: Final = (
    "tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "cơ cấu", "tl", "rate", "share", "chiếm", "so với tổng",
)  # fmt: skip
ATTAINMENTS: Final = (
    "th/kh", "% kh", "so với kế hoạch", "so với kh", "so kế hoạch", "so kh", "đạt kế hoạch", "hoàn thành",
    "đạt % kh", "đạt (%)", "% đạt", "đạt %", "% hoàn thành", "mức đạt", "tỷ lệ đạt", "thực hiện/kế hoạch",
    "% thực hiện", "tỷ lệ thực hiện", "% so với kế hoạch", "attainment", "thực hiện so với", "% th",
    "lũy kế/kh",
)  # fmt: skip
COMPARISONS: Final = (
    "so sánh", "so với", "so cùng kỳ", "tăng, giảm", "tăng/giảm", "tăng (+), giảm (-)", "tăng giảm",
    "chênh lệch",
    "tăng(+)", "biến động", "tốc độ tăng", "tăng trưởng", "mức tăng", "% tăng", "growth", "change",
    "tăng (giảm)",
    "tăng+", "+/-", "(+/-)", "tăng, giảm (%)", "tăng", "giảm",
)  # fmt: skip
ABSOLUTE: Final = ("tuyệt đối", "số lượng", "mức", "số tuyệt đối", "+/-", "chênh lệch")
RELATIVE: Final = ("tương đối", "tốc độ", "%", "phần trăm", "số tương đối")
PLANS: Final = (
    "kế hoạch", "kh", "chỉ tiêu giao", "dự toán", "chỉ tiêu", "mục tiêu", "giao", "plan", "target",
    "nghị quyết",
    "đăng ký", "k.h", "chỉ tiêu năm", "dt",
)  # fmt: skip
ACTUALS: Final = (
    "thực hiện", "th", "kết quả", "kết quả thực hiện", "đạt được", "actual", "ước thực hiện", "ước th",
    "ư.th",
    "quyết toán", "số thực hiện", "đã thực hiện",
)  # fmt: skip
REACHED: Final = (
    "đạt", "số đạt", "đạt chuẩn", "số hộ đạt", "đạt danh hiệu", "được công nhận", "số lượng đạt",
)  # fmt: skip
CUMULATIVE: Final = ("lũy kế", "luỹ kế", "cộng dồn", "từ đầu năm", "cumulative", "lk")
RESTS: Final = ("còn lại", "còn thiếu", "chưa thực hiện", "còn phải", "rest", "remaining")
BEFORE: Final = (
    "cùng kỳ", "kỳ trước", "năm trước", "năm ngoái", "quý trước", "tháng trước", "before", "previous",
    "đầu năm trước",
)  # fmt: skip
OPENINGS: Final = ("đầu kỳ", "đầu năm", "đầu tháng", "đầu quý", "tồn đầu", "dư đầu", "số dư đầu", "opening")
CLOSINGS: Final = (
    "cuối kỳ", "cuối năm", "cuối tháng", "cuối quý", "tồn cuối", "dư cuối", "số dư cuối", "closing",
)  # fmt: skip
INCREASES: Final = (
    "phát sinh tăng", "tăng trong kỳ", "thu trong kỳ", "nhập trong kỳ", "vay trong kỳ", "tiếp nhận trong kỳ",
    "phát sinh mới", "thu vào", "tăng", "thu", "nhập", "vay", "tiếp nhận", "huy động",
)  # fmt: skip
DECREASES: Final = (
    "phát sinh giảm", "giảm trong kỳ", "chi trong kỳ", "xuất trong kỳ", "trả trong kỳ", "trả nợ trong kỳ",
    "sử dụng trong kỳ", "chi ra", "giảm", "chi", "xuất", "trả", "sử dụng", "thoát",
)  # fmt: skip
IN_PERIOD: Final = ("trong kỳ", "trong năm", "trong tháng", "trong quý", "phát sinh")
PRINCIPAL: Final = ("gốc",)
PRICES: Final = ("đơn giá", "mức", "định mức", "giá", "mức hỗ trợ", "mức thưởng", "price")
QUANTITIES: Final = ("số lượng", "sl", "số suất", "khối lượng", "quantity")
AMOUNTS_OF_MONEY: Final = ("thành tiền", "số tiền", "giá trị", "trị giá", "tổng tiền", "amount")
RANKS: Final = ("xếp hạng", "hạng", "thứ hạng", "xếp loại", "rank")
# Figures that no sum of rows has: of each, on average, by hundred.
NOT_ADDED: Final = (
    "bình quân", "trung bình", "b/q", "bq", "đơn giá", "giá bán", "năng suất", "mức lương", "định mức",
    "hệ số",
    "chỉ số", "điểm số", "số điểm",
    "tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "cơ cấu", "tốc độ", "xếp hạng", "average", "mật độ",
    "năm sinh", "số điện thoại", "điện thoại", "mã", "mã số", "số quyết định", "cccd", "cmnd", "lãi suất",
)  # fmt: skip
# A whole above its parts, as the head of a column.
TOTAL_COLUMNS: Final = (
    "tổng số", "tổng cộng", "cộng", "tổng", "total", "tổng số tiền", "tổng kinh phí", "tổng giá trị",
    "tổng dư nợ",
    "tổng mức", "tổng vốn", "tổng nguồn", "tổng các nguồn", "tổng trị giá", "tổng toàn bộ", "sum", "tổng chi",
    "tổng thu",
)  # fmt: skip
# Heads over parts: some of them, and all of them.
SOME_OF: Final = ("trong đó", "trong số đó", "tr.đó", "trđ:", "of which")
ALL_OF: Final = ("chia ra", "gồm", "bao gồm", "chia theo", "phân theo", "cụ thể")

# Parts of a row above that are all of it, or some.
ROW_SOME_OF: Final = ("trong đó", "trong số đó", "trong do", "tr.đó", "riêng", "of which")
ROW_ALL_OF: Final = ("chia ra", "bao gồm", "gồm", "gồm có", "cụ thể")

# Below a table: no rows of it.
NOTES_BELOW: Final = ("ghi chú", "nguồn", "chú thích", "lưu ý", "note", "source", "(*)", "*")
SIGNERS: Final = (
    "người lập biểu", "người lập", "lập biểu", "thủ trưởng", "chủ tịch", "kế toán", "t/m", "tm.", "kt.",
    "thủ trưởng đơn vị", "phụ trách", "nơi nhận", "xác nhận", "người tổng hợp", "bí thư", "ngày",
    "trưởng ban",
    "phó chủ tịch", "giám đốc", "phó giám đốc", "trưởng phòng", "cán bộ tổng hợp", "kế toán trưởng",
)  # fmt: skip
# More rows than are shown.
AND_SO_ON: Final = ("…", "...", "v.v", "v.v.", "vv", "……", "....", ".....")

# Cells that say nothing, and cells that say "none".
UNSTATED: Final = (
    "", "…", "...", "..", "....", ".....", "……", "?", "chưa có", "chưa có số liệu", "n/a", "không có số liệu",
    "#n/a", "#div/0!", "#ref!", "#value!", "#name?", "#num!", "#null!", "chưa rõ", "đang cập nhật",
)  # fmt: skip
NOTHING: Final = ("-", "–", "—", "−", "x", "X", "×", "không", "--", "_", "ø")

# How cells shorten units after their number; what is measured settles "tr" and "ng".
SHORT_SCALES: Final = MappingProxyType(
    {
        "tr": "triệu", "trđ": "triệu đồng", "tr.đ": "triệu đồng", "tr đ": "triệu đồng",
        "trđồng": "triệu đồng",
        "tr.đồng": "triệu đồng", "tr đồng": "triệu đồng", "tr. đồng": "triệu đồng", "tr. đ": "triệu đồng",
        "trđ.": "triệu đồng", "triệu đ": "triệu đồng", "triệu": "triệu", "tr.": "triệu",
        "ng": "nghìn", "ngđ": "nghìn đồng", "ng.đ": "nghìn đồng", "nghìn": "nghìn", "ngàn": "nghìn",
        "k": "nghìn",
        "ng đ": "nghìn đồng", "ngàn đ": "nghìn đồng", "nghìn đ": "nghìn đồng", "ng.đồng": "nghìn đồng",
        "ngh.đ": "nghìn đồng", "1000đ": "nghìn đồng", "1.000đ": "nghìn đồng", "1.000 đ": "nghìn đồng",
        "1000 đ": "nghìn đồng", "1.000 đồng": "nghìn đồng", "1000 đồng": "nghìn đồng",
        "1,000 đồng": "nghìn đồng",
        "ngàn đồng": "nghìn đồng", "1.000đồng": "nghìn đồng", "1000đồng": "nghìn đồng",
        "1.000.000 đồng": "triệu đồng", "1.000.000đ": "triệu đồng", "1000000 đồng": "triệu đồng",
        "tỷ": "tỷ", "tỉ": "tỷ", "tỷđ": "tỷ đồng", "tỷ đ": "tỷ đồng", "tỉ đồng": "tỷ đồng", "tỉ đ": "tỷ đồng",
        "ngh. tỷ đồng": "nghìn tỷ đồng", "ngh.tỷ đồng": "nghìn tỷ đồng", "ng. tỷ đồng": "nghìn tỷ đồng",
        "ngàn tỷ đồng": "nghìn tỷ đồng",
        "tr. usd": "triệu USD", "tr.usd": "triệu USD", "triệu usd": "triệu USD", "tỷ usd": "tỷ USD",
        "tỉ usd": "tỷ USD", "ng. tấn": "nghìn tấn", "ng.tấn": "nghìn tấn", "ngh. tấn": "nghìn tấn",
        "ngàn tấn": "nghìn tấn", "tr. tấn": "triệu tấn", "mh": "mô hình", "nc": "ngày công",
        "ngày công": "ngày công", "công": "ngày công", "ng.công": "ngày công", "ng. công": "ngày công",
        "ngày": "ngày công", "ncông": "ngày công", "vnđ": "đồng", "vnd": "đồng", "đ": "đồng", "đồng": "đồng",
        "1000 ha": "nghìn ha", "1.000 ha": "nghìn ha", "1000 tấn": "nghìn tấn", "1.000 tấn": "nghìn tấn",
        "1000 người": "nghìn người", "1.000 người": "nghìn người", "1000 usd": "nghìn USD",
        "1.000 usd": "nghìn USD", "ng.ha": "nghìn ha", "ngàn ha": "nghìn ha", "ngàn người": "nghìn người",
    }
)  # fmt: skip

# Heads that measure by what they name: "Ngày công", "Số mô hình", "Đất hiến (m2)".
LABOUR_HEADS: Final = (
    "ngày công", "công lao động", "ngày lao động", "nhân công", "labour", "workdays", "labor",
)  # fmt: skip
MONEY_HEADS: Final = (
    "tiền", "kinh phí", "vốn", "số tiền", "giá trị", "thành tiền", "tiền mặt", "quỹ", "ngân sách", "trị giá",
    "money", "cash", "amount", "đồng", "thu", "chi", "doanh thu", "lợi nhuận",
)  # fmt: skip
LAND_HEADS: Final = ("đất", "diện tích", "đất hiến", "hiến đất", "land")
# Things that heads count; the noun is the unit. Longest first where one begins like another.
COUNTED_HEADS: Final = (
    "mô hình", "hộ dân", "hộ", "người", "trường", "thôn", "bản", "ấp", "xã", "nhà", "tập thể", "cá nhân",
    "suất",
    "lượt người", "lượt", "cuộc", "buổi", "hội nghị", "tuyến", "công trình", "dự án", "đảng viên", "hội viên",
    "đoàn viên", "học sinh", "em", "con", "cây", "giếng", "bóng đèn", "điểm", "tổ", "nhóm", "câu lạc bộ",
    "lớp",
    "phần quà", "suất quà", "căn", "cầu", "đơn vị", "phường", "khu phố", "tin", "bài", "tin, bài", "văn bản",
    "hồ sơ", "vụ", "vụ việc", "đơn", "chi bộ", "cán bộ", "lao động", "phiếu", "ngôi nhà", "nhân khẩu", "khẩu",
)  # fmt: skip
# What is written before the thing that is counted.
COUNT_LEADS: Final = ("số lượng", "tổng số", "số", "sl", "tổng")
# What follows it: "Hộ tham gia", "Mô hình mới".
# What stands above a table and is no head of it.
LETTERHEADS: Final = (
    "cộng hòa xã hội", "cộng hoà xã hội", "đảng cộng sản", "độc lập - tự do", "ủy ban nhân dân",
    "uỷ ban nhân dân",
    "ubnd ", "số:", "phụ lục", "biểu số", "mẫu số", "bộ ", "sở ", "kèm theo", "tỉnh ủy", "đảng ủy",
    "huyện ủy",
    "hội đồng nhân dân", "ban dân vận", "biểu mẫu", "(kèm theo",
)  # fmt: skip
# As bare heads these say to whom, not what is counted: awards to collectives.
RECIPIENTS: Final = ("tập thể", "cá nhân", "hộ gia đình", "tập thể và cá nhân")

# What people give, in heads and titles.
GIFTS: Final = (
    "đóng góp", "ủng hộ", "hiến", "nhân dân", "vận động", "huy động", "xã hội hóa", "tài trợ", "quyên góp",
    "góp",
    "ngày công", "công lao động", "hỗ trợ của nhân dân", "contribution", "contributions", "donation",
    "donations",
)  # fmt: skip
# Money that is no gift.
BUDGETS: Final = (
    "dự toán", "quyết toán", "ngân sách", "doanh thu", "lợi nhuận", "giải ngân", "vay", "dư nợ", "thu nsnn",
    "chi nsnn",
    "gdp", "xuất khẩu", "nhập khẩu", "đầu tư nước ngoài", "lương", "học phí", "budget", "revenue",
)  # fmt: skip
AWARDS: Final = (
    "khen thưởng", "bằng khen", "giấy khen", "huân chương", "huy chương", "kỷ niệm chương", "cờ thi đua",
    "chiến sĩ thi đua", "lao động tiên tiến", "tập thể lao động xuất sắc", "danh hiệu", "hình thức khen",
    "award",
)  # fmt: skip
MODEL_NAMES: Final = (
    "tên mô hình", "mô hình", "mô hình, điển hình", "tên mô hình, điển hình", "model",
    "tên mô hình dân vận khéo",
)  # fmt: skip
SUBJECT_HEADS: Final = ("đối tượng", "chủ thể", "loại mô hình", "tập thể/cá nhân", "subject")
KIND_HEADS: Final = ("loại đóng góp", "loại", "hình thức đóng góp", "hình thức", "kind")
FIELD_CODES: Final = MappingProxyType(
    {
        "economy": "economy", "kt": "economy", "phát triển kinh tế": "economy",
        "culture_society": "culture_society", "vh-xh": "culture_society",
        "văn hoá - xã hội": "culture_society",
        "văn hóa xã hội": "culture_society", "văn hoá xã hội": "culture_society",
        "defence_security": "defence_security", "qp-an": "defence_security",
        "quốc phòng an ninh": "defence_security",
        "an ninh - quốc phòng": "defence_security", "an ninh, quốc phòng": "defence_security",
        "political_system": "political_system", "xây dựng đảng": "political_system",
        "htct": "political_system",
        "xây dựng đảng, hệ thống chính trị": "political_system",
    }
)  # fmt: skip
# What a subtotal is of, besides places and times: "Cộng cụm 1", "Cộng mục II".
PARTS_OF_TABLES: Final = (
    "cụm", "khối", "khu vực", "vùng", "nhóm", "mục", "phần", "chương", "trang", "đợt", "loại",
)  # fmt: skip
# Lists of those who are commended: how offices head the columns of decisions and of proposals.
HONOREES: Final = (
    "họ và tên", "họ tên", "họ, tên", "tên", "họ và tên, đơn vị", "tập thể, cá nhân",
    "tập thể, hộ gia đình, cá nhân", "tên tập thể, cá nhân", "tên tập thể, hộ gia đình, cá nhân",
    "tên tập thể",
    "tập thể", "cá nhân", "hộ gia đình", "tên đơn vị, cá nhân", "đơn vị, cá nhân", "đơn vị/cá nhân",
    "tập thể/cá nhân", "họ và tên chủ hộ", "chủ hộ", "name",
)  # fmt: skip
HONOREE_UNITS: Final = (
    "đơn vị", "địa chỉ", "đơn vị, địa chỉ", "đơn vị công tác", "đơn vị/địa chỉ", "chức vụ, đơn vị", "nơi ở",
    "chức vụ, đơn vị công tác", "chức danh, đơn vị", "chức vụ", "thôn", "thôn, tổ dân phố", "unit",
)  # fmt: skip
HONOREE_FORMS: Final = (
    "hình thức", "hình thức khen thưởng", "hình thức đề nghị", "danh hiệu",
    "danh hiệu, hình thức khen thưởng", "hình thức khen", "hình thức, danh hiệu", "danh hiệu thi đua",
    "hình thức đề nghị khen thưởng", "form",
)  # fmt: skip
HONOREE_KINDS: Final = ("đối tượng", "loại", "tập thể/hộ/cá nhân", "đối tượng khen thưởng", "kind")
HONOREE_REASONS: Final = (
    "thành tích", "lý do", "nội dung thành tích", "thành tích khen thưởng", "tóm tắt thành tích", "reason",
)  # fmt: skip
# How a name itself says whose it is.
HOUSEHOLD_NAMES: Final = (
    "hộ ", "hộ gia đình ", "gia đình ông ", "gia đình bà ", "gia đình anh ", "gia đình chị ",
)  # fmt: skip
PERSON_NAMES: Final = ("ông ", "bà ", "anh ", "chị ", "đồng chí ", "đ/c ", "em ")
