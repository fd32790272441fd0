"""True nouns that look like a number word, a scale word or a unit, so that they are read as nouns.

Readers take no counted noun that begins with such a word, or with one that only its marks or one
letter keep apart from it: "12 triệu đông" was meant as đồng. These words are what people do count.
"""

from typing import Final

from danvankheo.locale_vi.lists import listed, words_of

# Begin with a unit or a scale word and are nouns for all that.
NOUNS_LIKE_UNITS: Final = listed(
    """đồng hồ; đồng chí; đồng bào; đồng nghiệp; đồng đội; đồng phục; đồng xu; đồng hương; đồng minh;
    đồng đảng; đồng phạm; đô thị; đô vật; lần khám; lần kiểm tra; lần họp; lần đi; lần tập huấn; lần
    hiến máu; ngày công tác; tạ tay; yến tiệc; tỷ phú; tỉ phú; triệu phú"""
)
# So do these, or with a number word, where a figure stands before them; in running text they are mostly
# none ("năm học" is a period).
NOUNS_LIKE_WORDS: Final = NOUNS_LIKE_UNITS | listed(
    """ba lô; ba toong; ba ba; năm; năm học; năm tù; năm tuổi; năm tuổi đảng; năm công tác; năm kinh nghiệm;
    năm liền; năm liên tục; năm tài chính; tư liệu; tư liệu sản xuất; tư thương; tư thế; tư vấn viên; tư
    duy; tư tưởng; tư nhân; tư lệnh; âm thanh; âm tiết; âm mưu; chấm công; lần; ô; ổ; nam giới; nam
    sinh; nam sinh viên; nam giáo viên; nam thanh niên; nam công nhân; nam học sinh;
    nam cán bộ; nam đoàn viên; tu sĩ; tu viện; lan rừng; hội đồng; hợp đồng;
    cánh đồng; cộng đồng; trống đồng; tượng đồng; chuông đồng; nồi đồng; mâm đồng; ruộng đồng; tán cây;
    tán rừng; tấn công; linh mục; linh vật; linh kiện; không gian; không ảnh; vạn chài; cây số"""
)


# Abbreviations with a slash: đồng chí, and no đồng for each of something.
NOUNS_WITH_SLASH: Final = ("đ/c",)

# As they stand they are counted, although a mark or a letter makes another word of them.
TRUE_NOUNS: Final = words_of(
    """ga lóng ngày ngài trăn trắm tăm nạng tạng tá độ lán làn ván cục lân đồn mạng dạng trám đò lăng tử
    tủ tù sấu bầy bẫy muỗi lính ấm trụ ngăn tấm bồn nấm văn trạm làng lồng hạng chức mẹt ngành lễ bà
    cồng"""
)

# Counted only as they stand alone: "99,1 nam/100 nữ", where "nam hộ" would be năm without its mark.
WHOLE_NOUNS: Final = ("nam", "bảng ảnh")

# True words that begin a noun of several words: "vận động viên", "ngân hàng", "tân binh". Alone, or
# before what is weighed and measured, they are taken for mistyped: "5 tân gạo".
TRUE_HEADS: Final = words_of(
    """động đống dòng đóng tân tán tà yên láng hà văn vận vân vấn trâm tràm trầm chúc ngân triều độ đồ
    đỗ hồng rồng dạng mạng đảng phục từ tự tú tứ hải hài sâu sầu tâm tạm tằm nắm bón bày lê lề lĩnh làm
    lâm nứa trú trữ châm chàm chậm hàm hãm bá bã bám mọt chí đăng đặng thăm ấn"""
)

# Words of numbers with which longer syllables begin: ngành, tỉnh, vạng, chính.
LONGER_WORDS_BEGIN_WITH: Final = words_of("ngàn tỉ vạn chín")

# What is weighed and measured, after its unit: "5 tạ thóc", "200 m2 đất", "3 km đường bê tông".
MATERIALS: Final = listed(
    """đất; ruộng; vườn; rừng; lúa; thóc; gạo; ngô; khoai; sắn; mía; lạc; đậu; đỗ; vừng; mè; chè; cà
    phê; tiêu; hồ tiêu; điều; cao su; keo; cây; cây trồng; cây ăn quả; rau; rau màu; rau xanh; rau củ;
    củ; quả; hoa; hoa màu; thịt; cá; tôm; trứng; sữa; mật ong; muối; đường; đường bê tông; đường giao
    thông; đường nội đồng; bột; bún; mì; nếp; giống; lúa giống; phân; phân bón; phân chuồng; phân lân;
    đạm; vôi; cát; đá; sỏi; xi măng; sắt; thép; bê tông; gạch; gỗ; củi; than; xăng; dầu; nước; nước mắm;
    rượu; thuốc; thức ăn; hàng; hàng hóa; hàng cứu trợ; nhu yếu phẩm; lương thực; thực phẩm; rác; rác
    thải; phế liệu; giấy vụn; nông sản; kênh; kênh mương; mương; ống; ống nước; dây; dây điện; điện;
    vải; lưới; hàng rào; tường rào; tường; mặt đường; mặt nước; mặt bằng; sàn; nhà; nhà ở; sân; ao; ao
    hồ; đồi; nương; rẫy; nương rẫy; cỏ; vật liệu; vật tư; nguyên liệu; sầu riêng; bưởi; cam; chuối; dừa;
    nấm; ong; tằm; kén; bông; đay; dong riềng; gừng; nghệ; ớt; tỏi; hành"""
)
