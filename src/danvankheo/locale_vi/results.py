"""Words around a figure that say nothing of what it counts, or that it is no result.

Made from the reports and press pages that the drafts were measured on; each list says what its words do.
"""

from typing import Final

from danvankheo.locale_vi.lists import listed

# They open a sentence or a clause: what is counted is named after them.
OPENINGS: Final = listed(
    """đến nay; hiện nay; hiện; nhờ vậy; nhờ đó; qua đó; từ đó; theo đó; trong đó; đặc biệt; bên cạnh đó;
    ngoài ra; tính đến nay; tính đến; và; với; nay; còn; kết quả; cụ thể; như vậy; tuy nhiên; đồng thời;
    theo thống kê; theo báo cáo; được biết; tính chung; riêng; cả; tới nay; trước đó; song song đó;
    trong năm; trong năm qua; năm qua; năm nay; thời gian qua; trong thời gian qua; trong tháng;
    trong kỳ; sau đó; trong số này; trong số đó; ước tính; nhưng; thì; mà; đây là; thực hiện; tổng cộng"""
)
# They stand between the words and the figure, whatever it counts.
LINKS_OF_NOUNS: Final = listed(
    """là; ước; khoảng; hơn; trên; gần; chừng; thì; số lượng; trong đó; gồm;
    bao gồm; cả; những; các; hàng; nhất; tương đương"""
)
# Verbs and prepositions between what is measured and its measure; before a noun they are part of the name.
LINKS: Final = listed(
    """đạt; ước đạt; được; đã; có; với; bằng; còn; lên; xuống; tới; đến; chiếm; thêm; chỉ; mới; cho;
    của; và; từ; tăng; giảm; tăng lên; giảm xuống; cũng; đều; thuộc; ở mức; vào; tại; ở; trong;
    trong số; như; gồm có; thu được; đạt được"""
)
# A name goes on over this verb, "6 hộ đạt chuẩn", unless a measure of it follows, "… đạt tỷ lệ 90%".
REACHES: Final = "đạt"
MEASURES: Final = listed(
    """tỷ lệ; tỉ lệ; mức; khoảng; gần; hơn; trên; bình quân; trung bình; tổng; kế hoạch; chỉ tiêu; hiệu quả;
    năng suất"""
)
# A figure after these is not what the sentence is about.
OF_ANOTHER: Final = listed("của; trong; trong số; với; cho; tại; ở; từ; trên")
# Nouns that stand for one that was named before: "2.070 học sinh, giảm 225 em".
FOR_ANY: Final = listed("em; cháu; người; chị; bạn; đồng chí; đ/c; con; chiếc; cái; trường hợp; đơn vị; lượt")
# With these begins what is no longer the name.
NAME_ENDS: Final = listed(
    """so với; tăng; giảm; trong đó; đạt; chiếm; và; với; tương đương; bằng; gồm; bao gồm; nhưng; để;
    nhằm; do; vì; nên; thì; theo; trị giá; tổng trị giá; cùng; trong khi; còn; mỗi; cụ thể; như;
    trước khi; sau khi"""
)
# They end a name and say nothing.
TRAILING: Final = listed(
    "được; đã; là; có; cho; của; tại; ở; trong; từ; các; những; trên; về; này; đó; trở; mà; khác"
)

# Before a figure these say that it is a price, a place in a row, or what each one gets: no result.
PRICES: Final = listed(
    """giá; trị giá; tổng trị giá; giá trị; mỗi; từng; một suất; mức; mức phí; học phí; phí; lệ phí;
    tiền phạt; phạt; mức phạt; mức hỗ trợ; mức chi; với giá; vé; mệnh giá; định mức; tối đa; tối thiểu;
    dưới mức"""
)
# What stands after these is by how much another figure differs.
DIFFERING: Final = listed("cao hơn; thấp hơn; nhiều hơn; ít hơn; kém hơn; lớn hơn; nhỏ hơn")
RANKS: Final = listed(
    """xếp thứ; xếp; xếp hạng; hạng; vị trí; vị trí thứ; đứng; đứng thứ; thứ; thứ hạng; top; lần thứ;
    lớp; khóa; khối lớp; điều; khoản; điểm; chương; mục; bước; cấp; đợt; số; tuổi; vòng; phần; chặng;
    bài; trang"""
)
# Before a figure these say that another paper prints it, beside the figure that is meant.
QUOTED: Final = listed("nguồn ghi; nguồn ghi là")
# Nouns that count what is no result: parts of papers and programmes, times, shares of work.
NO_RESULTS: Final = listed(
    """tuổi; khoản; điều; chương; mục; môn; bước; phần; nội dung; nhiệm vụ; giải pháp; nhóm; tiêu chí;
    vòng; đợt; lần; buổi; tiếng; phút; giờ; giây; bản; trang; bài; loại; mặt; khâu; nghị quyết;
    quyết định; chỉ thị; thông tư; nghị định; cấp; bậc; tầng; chữ; ý; lý do; nguyên nhân; mùa; đời;
    thế hệ"""
)
