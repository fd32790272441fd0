"""Nouns that reports count, so that running text says where a figure ends.

A figure of a counted thing ends with its noun: "359 hộ" in "359 hộ nghèo". Vietnamese writes
compounds as separate words, so only a list tells that "hợp tác xã" is one noun. What is not here
is still read; its noun is then taken from the words themselves.
"""

from types import MappingProxyType
from typing import Final

from danvankheo.locale_vi.lists import listed, words_of

# Who is counted: households, people, bodies. The first group holds those that receive awards.
RECIPIENTS: Final = listed(
    """tập thể; cá nhân; hộ gia đình; hộ; gia đình; đồng chí; người; điển hình; gương; đơn vị; cơ quan;
    tổ chức; doanh nghiệp; doanh nhân; cán bộ; chiến sĩ; chiến sỹ; đảng viên; hội viên; đoàn viên;
    giáo viên; học sinh; nông dân; phụ nữ; già làng; trưởng thôn; chi bộ; mô hình; công chức; viên chức;
    thôn; xã; phường; khu dân cư; tổ dân phố; câu lạc bộ; hợp tác xã; nhà hảo tâm; gương điển hình;
    thanh niên; cựu chiến binh; công nhân; người lao động; sinh viên; nhân viên; người có uy tín;
    tấm gương; cặp vợ chồng; ban dân vận; khối dân vận; cụm thi đua; nghệ nhân; nhà giáo; tổ"""
)

PEOPLE: Final = listed(
    """thầy cô giáo; thầy giáo; cô giáo; nhân dân; nhân khẩu; khẩu; lao động; người lao động; người dân;
    người có uy tín; người uy tín; trưởng bản; quần chúng; em; em học sinh; cháu; trẻ; trẻ em; sinh viên;
    thanh niên; thiếu niên; thiếu nhi; nhi đồng; công nhân; công nhân viên chức; cựu chiến binh; đại biểu;
    phạm nhân; đối tượng; chủ hộ; chức sắc; chức việc; tín đồ; tăng ni; phật tử; giáo dân; cử tri; nạn
    nhân; bệnh nhân; bác sĩ; bác sỹ; y sĩ; y bác sĩ; y, bác sĩ; kỹ sư; tình nguyện viên; cộng tác viên;
    tuyên truyền viên; báo cáo viên; hòa giải viên; hướng dẫn viên; dân quân; dân quân tự vệ; quân nhân;
    bộ đội; sĩ quan; thành viên; ủy viên; bí thư; đoàn viên thanh niên; thân nhân; bà mẹ; mẹ; mẹ việt nam
    anh hùng; liệt sĩ; thương binh; bệnh binh; thí sinh; vận động viên; diễn viên; nhạc công; nhà tài trợ;
    mạnh thường quân; khách; du khách; ngư dân; tiểu thương; đồng bào; đoàn; phái đoàn; bà con; thợ; nhân
    viên; cán bộ quản lý; phụ huynh; phụ huynh học sinh; điều dưỡng; điều tra viên; đoàn viên công đoàn;
    công nhân viên; kỹ thuật viên; hộ lý; giáo sư; nhà khoa học; hộ kinh doanh; hoàn cảnh; đối tác; ứng
    viên; ca sĩ; học viên; trường hợp; lực lượng; nhà báo; phóng viên; người con; cặp đôi; chị; anh; bạn
    trẻ; bạn; chiến sĩ thi đua; giảng viên; cụ; cụ già"""
)

# Bodies, places, and what a movement builds, holds and counts.
THINGS: Final = listed(
    """chi hội; chi đoàn; tổ hội; phân hội; hội; hội quán; hội đồng; ban; ban chỉ đạo; đảng bộ; đảng ủy;
    chi ủy; tổ chức cơ sở đảng; chậu cây; chậu hoa; đề xuất; cuốn; quyển;
    tổ đảng; tiểu ban; nhóm; nhóm hộ; đội; tổ hợp tác; chốt; trạm; trạm y tế; bệnh viện; phòng khám;
    nhà máy; công ty; cơ sở; trang trại; gia trại; làng nghề; chợ; siêu thị; cửa hàng; quầy hàng;
    gian hàng; trường; trường học; trường mầm non; lớp học; phòng học; phòng; điểm trường; thư viện;
    tủ sách; đầu sách; thôn bản; huyện; thị xã; thành phố; thị trấn; tỉnh; quận; ấp; buôn; bản; làng; xóm;
    khóm; khu phố; khối phố; khu; cụm; cụm dân cư; thôn, làng; đồn; đồn biên phòng; địa phương;
    chuyên khoa; tiến sĩ; thạc sĩ; cử nhân; chủ thể; kho; hố rác; công dân; đội hình; mũ bảo hiểm; chị em;
    con cháu; gờ giảm tốc; biển quảng cáo; lồng bè; ca phẫu thuật; gương cầu lồi; pa nô, áp phích;
    tổ chức đảng; thẻ bhyt; cán sự; lượt phương tiện; máy bay; chăn màn; sân bóng chuyền; ví tiền;
    cơ sở hội; tổ hợp; chậu; chậu hoa; bộ hồ sơ; dân tộc; tôn giáo; dòng họ; chùa; nhà thờ; phum sóc; sóc;
    plei; bon; khối; liên gia; vùng; điển hình tiên tiến; công trình; phần việc; công trình, phần việc;
    hạng mục; dự án; đề án; chương trình; kế hoạch; phong trào; cuộc vận động; ý tưởng; sáng kiến;
    sáng kiến, giải pháp; giải pháp; đề tài; sản phẩm; mặt hàng; nội dung; nhiệm vụ; chỉ tiêu; tiêu chí;
    mục tiêu; chỉ số; danh hiệu; hạng; văn bản; nghị quyết; chỉ thị; quyết định; hướng dẫn; thông báo;
    tờ trình; báo cáo; hồ sơ; thủ tục; thủ tục hành chính; lá đơn; đơn; đơn thư; đơn, thư; ý kiến;
    kiến nghị; ý kiến, kiến nghị; vụ việc; vụ; vụ án; vụ tai nạn; vụ cháy; vụ mâu thuẫn; vụ tranh chấp;
    mâu thuẫn; lỗi; tai nạn; tố giác; tin báo; tin; tin, bài; bài; bài viết; bài báo; phóng sự;
    chuyên mục; chuyên đề; chuyên trang; cuộc; cuộc họp; cuộc đối thoại; cuộc giám sát; cuộc tiếp xúc;
    buổi; đợt; hội nghị; hội thi; hội thảo; hội diễn; tọa đàm; diễn đàn; kỳ họp; phiên họp; phiên chợ;
    phiên; lần; lượt; chuyến; chuyến xe; chuyến hàng; ca; ca trực; lớp; khóa; khóa học; khóa đào tạo;
    hoạt động; giải; giải thưởng; huy chương; giải pháp, sáng kiến; cuộc thi; tiết mục; trận; môn;
    chức danh; việc làm; việc; phần quà; suất quà; quà; món quà; túi quà; xuất quà; suất; suất học bổng;
    học bổng; phần; sổ tiết kiệm; sổ; thẻ; giỏ quà; vé; vé xe; suất ăn; suất cơm; bữa; bữa ăn; bữa cơm;
    cặp bánh chưng; bánh chưng; cặp bánh; đơn vị máu; áo ấm; áo phao; áo; cặp sách; cặp; ba lô; cuốn vở;
    quyển vở; vở; cuốn sách; sách; quyển sách; bộ sách; bộ quần áo; bộ; xe đạp; xe lăn; xe máy; xe; ô tô;
    xe ô tô; xe cứu thương; máy tính; máy vi tính; điện thoại; ti vi; tivi; giường; giường bệnh; bàn; ghế;
    bộ bàn ghế; ghế đá; chăn; màn; tủ; tủ thuốc; bể; bể nước; bồn nước; bồn; bồn hoa; bình chữa cháy;
    thùng rác; lò đốt rác; lò; thùng; thùng hàng; bao; gói; chai; can; hộp; viên gạch; viên; bó; tấm;
    tấm lợp; tấm pa nô; pa nô; áp phích; băng rôn; khẩu hiệu; biển báo; biển; bảng; cờ; lá cờ; cờ tổ quốc;
    tờ; tờ rơi; tờ gấp; đĩa; loa; cụm loa; camera; mắt camera; máy; máy bơm; máy lọc nước; máy cày; cây;
    gốc; gốc cây; giống cây; con giống; cây, con giống; con; con bò; bò; con trâu; trâu; con dê; dê;
    con lợn; lợn; heo; con heo; gà; con gà; vịt; trâu, bò; con gia súc; gia súc; gia cầm; con gia cầm;
    đàn; đàn ong; tổ ong; ao; ao cá; lồng; lồng cá; chuồng; chuồng trại; hầm; hầm biogas; vườn; vườn mẫu;
    thửa; thửa đất; thửa ruộng; mảnh vườn; căn nhà; ngôi nhà; nhà; căn hộ; căn; ngôi; nhà ở; nhà văn hóa;
    nhà sinh hoạt cộng đồng; nhà vệ sinh; công trình vệ sinh; nhà tiêu; nhà rông; nhà cộng đồng; nhà họp;
    nhà trẻ; mái ấm; mái nhà; sân; sân thể thao; sân chơi; sân khấu; tuyến; tuyến đường; con đường; đường;
    tuyến phố; phố; ngõ; hẻm; tuyến hẻm; con hẻm; đoạn đường; đoạn; cầu; cây cầu; chiếc cầu; cầu dân sinh;
    cầu nông thôn; cống; kênh; tuyến kênh; kênh mương; con kênh; con mương; mương; đập; hồ; hồ chứa;
    giếng; bóng đèn; bóng điện; bóng; đèn; ngọn đèn; trụ đèn; cột đèn; trụ điện; cột điện; trụ; cột;
    cột cờ; trạm biến áp; cổng; cổng chào; cổng làng; hàng rào; tường rào; cổng ngõ; hàng cây; ngôi mộ;
    mộ; bia; nhà bia; nghĩa trang; di tích; đình; miếu; lễ hội; giấy khen; bằng khen; cờ thi đua;
    kỷ niệm chương; huân chương; huy hiệu; huy hiệu đảng; giấy chứng nhận; bằng; chứng chỉ; giấy phép;
    giấy tờ; khẩu súng; súng; viên đạn; đạn; vũ khí; phương tiện; tàu; tàu cá; thuyền; ghe; chiếc xuồng;
    chiếc; cái; bè; quả; trứng; quả trứng; khay trứng; tài khoản; nhóm zalo; trang; điểm; nguồn;
    nguồn vốn; loại; loại hình; giống; mẫu; mẫu nước; phiếu; phiếu khảo sát; khoản; khoản vay; món vay;
    hũ gạo; sinh kế; quy ước; hương ước; cam kết; hợp đồng; xã viên; chợ phiên; lĩnh vực; ngành;
    ngành nghề; nghề; nguyên tắc; nhóm giải pháp; nhóm tiêu chí; câu hỏi; câu chuyện; bức; bức tranh;
    tranh; bức tường; ảnh; cuộn; mũi; liều; liều vắc xin; mẫu xét nghiệm; xét nghiệm; khẩu trang; ca bệnh;
    ca mắc; ổ dịch; ổ nhóm; tụ điểm; đường dây; trung tâm; tiêu chuẩn; cây xanh; khu vực; khu công nghiệp;
    cụm công nghiệp; đầu mối; đầu việc; đầu gia súc; giá sách; bình gas; bình oxy; bình nước; tổng công ty;
    tiểu đội; trung đội; đại đội; tiểu đoàn; trung đoàn; tổ liên gia; tầng; chương; điều; điều khoản;
    điều kiện; điều ước; quy chế; quy trình; khẩu phần; rãnh; vật kiến trúc; ban ngành; đoàn thể;
    sở; hội đoàn thể; khu di tích; khu phong tỏa; hộ kinh doanh; chi nhánh; điểm bán; kỳ thi;
    vị trí; tiết dạy; môn học; ảnh; bức ảnh; xuồng; bộ phận; trường hợp; gói thầu; hố ga; chuyến bay;
    khối lớp; nhóm lớp"""
)

# Nouns that reports abbreviate, as printed, with what they mean; each has one meaning after a number.
# Left out are those with two: ĐV (đảng viên, đoàn viên, đơn vị), HV, CN, TT.
ABBREVIATIONS: Final = MappingProxyType(
    {
        "đ/c": "đồng chí",
        "Đ/c": "đồng chí",
        "Đ/C": "đồng chí",
        "HS": "học sinh",
        "HSSV": "học sinh, sinh viên",
        "SV": "sinh viên",
        "PHHS": "phụ huynh học sinh",
        "GV": "giáo viên",
        "CBGV": "cán bộ, giáo viên",
        "CBQL": "cán bộ quản lý",
        "CBGVNV": "cán bộ, giáo viên, nhân viên",
        "CB,GV,NV": "cán bộ, giáo viên, nhân viên",
        "NV": "nhân viên",
        "CB": "cán bộ",
        "CBCS": "cán bộ, chiến sĩ",
        "CBCC": "cán bộ, công chức",
        "CCVC": "công chức, viên chức",
        "CBCCVC": "cán bộ, công chức, viên chức",
        "CBCNV": "cán bộ, công nhân viên",
        "CBNV": "cán bộ, nhân viên",
        "CNVC": "công nhân, viên chức",
        "CNVCLĐ": "công nhân, viên chức, lao động",
        "NLĐ": "người lao động",
        "ĐVTN": "đoàn viên, thanh niên",
        "ĐVCĐ": "đoàn viên công đoàn",
        "ND": "nông dân",
        "CCB": "cựu chiến binh",
        "NCT": "người cao tuổi",
        "NKT": "người khuyết tật",
        "VĐV": "vận động viên",
        "DN": "doanh nghiệp",
        "HTX": "hợp tác xã",
        "THT": "tổ hợp tác",
        "CLB": "câu lạc bộ",
        "KCN": "khu công nghiệp",
        "CCN": "cụm công nghiệp",
        "KDC": "khu dân cư",
        "TDP": "tổ dân phố",
        "NVH": "nhà văn hóa",
        "MH": "mô hình",
        "TTHC": "thủ tục hành chính",
        "TCCSĐ": "tổ chức cơ sở đảng",
        "TCĐ": "tổ chức đảng",
    }
)

# Words that count what follows them; a classifier and its noun are one unit ("18 căn nhà").
CLASSIFIERS: Final = words_of(
    """lượt bản căn ngôi suất xuất phần con cây chiếc cái bộ cuốn quyển tấm bóng cặp đàn tuyến cuộc buổi đợt
    vụ ca điểm hệ khu cụm bình tờ bức lá lớp khóa nhóm tổ đội gốc quả trụ cột ngọn mái mảnh thửa đoạn bó
    viên khẩu đơn trang câu món chuyến hạng loại giỏ hũ vườn chi hạt mũi liều phiên kỳ"""
)

# Of these nouns a classifier counts none: "17 cây điều" are trees.
NEVER_CLASSIFIED: Final = ("điều",)

# Of these even a word that no list knows is the noun: "34 con bê", "9 bản quy ước".
ATTACHING: Final = words_of("con bộ quả chiếc bức tấm cuốn quyển lượt cái")
ATTACHING_TWO: Final = words_of("lượt cái")

# Nouns that stand side by side under one number: "126 tập thể, cá nhân", "17 xã, phường, thị trấn".
SIDE_BY_SIDE: Final[tuple[frozenset[str], ...]] = tuple(
    listed(group)
    for group in (
        "tập thể; cá nhân; hộ gia đình; gia đình; hộ; nhà hảo tâm; mạnh thường quân",
        "cá nhân; tổ chức; cơ quan; đơn vị; doanh nghiệp; nhà hảo tâm; mạnh thường quân",
        "cán bộ; chiến sĩ; chiến sỹ; đảng viên; công chức; viên chức; hội viên; đoàn viên; thanh niên; "
        "nông dân; người lao động; lao động; công nhân; công nhân viên; đoàn viên thanh niên; quần chúng; "
        "giáo viên; thầy cô giáo; nhân dân; nhân viên; học sinh; sinh viên; phụ huynh; phụ nữ; "
        "cựu chiến binh; người dân; bộ đội; "
        "dân quân; bác sĩ; bác sỹ; y sĩ; y tá; điều dưỡng; giảng viên; học viên; chuyên gia; nghệ nhân; "
        "diễn viên; tình nguyện viên; cán bộ quản lý; thiếu nhi; trẻ em",
        "công ty; doanh nghiệp; hợp tác xã; tổ hợp tác; nhóm hộ; hộ kinh doanh; cơ sở; trang trại; cơ quan; "
        "đơn vị; tổ chức; câu lạc bộ; hộ",
        "cầu; cống; kênh; mương; đập; rãnh; kênh mương; hồ",
        "phòng; ban; ngành; đoàn thể; sở; hội; cơ quan; đơn vị; ban ngành",
        "tin; bài; ảnh; phóng sự; chuyên mục; chuyên trang",
        "bàn; ghế; tủ; giường",
        "sách; vở; cặp",
        "chương; điều; khoản",
        "cây; hoa",
        "nhà; công trình; vật kiến trúc",
        "đường; cầu; ngõ; hẻm; tuyến đường; tuyến; đoạn",
        "huyện; thị xã; thành phố; quận",
        "xã; phường; thị trấn",
        "thôn; làng; buôn; bản; ấp; khóm; khu phố; tổ dân phố; xóm; bon; khu dân cư; khối phố; sóc",
        "cơ quan; đơn vị; doanh nghiệp; trường học; tổ chức; địa phương; trường",
        "mô hình; điển hình; điển hình tiên tiến; công trình; phần việc",
        "hồ sơ; thủ tục",
        "nghị quyết; chỉ thị; kế hoạch; chương trình; quyết định",
        "ý kiến; kiến nghị; đề xuất",
        "già làng; trưởng bản; trưởng thôn; người có uy tín; người uy tín; chức sắc",
        "sáng kiến; giải pháp",
        "trâu; bò; lợn; heo; gà; vịt; dê; gia súc; gia cầm",
    )
)

# Words that cannot begin or go on a noun: what stands after a figure ends before them.
NOT_NOUNS: Final = words_of(
    """và hoặc hay cùng với của cho để do bởi vì nên thì mà là có không chưa đã đang sẽ được bị phải cần còn
    vẫn cũng đều chỉ mới cũ tại ở trong trên dưới từ đến tới vào ra lên xuống qua về theo bằng như so hơn
    này đó kia ấy nay nào sau trước khi lúc nếu tuy nhưng rồi nữa thêm đạt chiếm tăng giảm trị gồm bao
    khác cả mỗi từng mọi tất toàn các những nghèo thoát tham đăng tiêu xuất đầu cuối ký nhằm hỗ giúp tổng
    trở lại xong hết liền riêng nhất tự giữa giáp thuộc đối trực góp hiến tặng trao nhận xây làm đi mắc
    vượt kể ngay luôn rất quá hoàn thành lần tổ chức duy trì đảm bảo thực hiện trái phép cao thấp lớn nhỏ
    tốt dân x trđ số bình diện mức phí lượng giá trung"""
)
