"""What counts as a figure in running text, by rule: each line is a sentence and what it says."""

import pytest

from danvankheo import InvalidValueError, Ratio, counted, scan
from danvankheo.locale_vi.nouns import ABBREVIATIONS
from danvankheo.scanning import FactKind, OrderOfMagnitude, Role, fact_data
from danvankheo.scanning.nouns import NOUNS
from danvankheo.units import DONG, Scale

FIGURES = [
    # a figure, the words before it, and what it counts
    ("Bà con góp được hơn 12 triệu đồng.", ["money hơn 12 triệu đồng 12000000 over"]),
    ("Mỗi hộ được 16 triệu để sửa nhà.", ["money 16 triệu 16000000 exactly"]),
    ("Xã có 16 triệu lượt khách.", ["count 16 triệu lượt khách 16000000 exactly"]),
    ("Nhà nước cấp 2.460 thẻ.", ["count 2.460 thẻ 2460 exactly"]),
    ("Nâng cấp 486km đường.", ["goods 486km 486000 exactly"]),
    ("Đổ bê tông dày 18 cm.", ["goods 18 cm 0.18 exactly"]),
    ("Góp hơn một trăm công và 3 công trình.", ["labour hơn một trăm công 100 over", "count 3 công trình 3 exactly"]),
    ("Hiến 3 công đất.", ["land 3 công đất None exactly"]),
    ("Năng suất 62 tạ/ha.", ["goods 62 tạ/ha 6200 exactly"]),
    ("Máy lọc 500 lít/giờ.", ["goods 500 lít/giờ 0.5 exactly"]),
    ("Có 1,250 hộ.", ["count 1,250 hộ 1250 exactly"]),
    ("Kinh phí 31,046 tỷ đồng.", ["money 31,046 tỷ đồng 31046000000 exactly"]),
    ("Vốn 2.6 triệu USD.", ["money 2.6 triệu USD 2600000 exactly"]),
    ("Chi 3 tỷ đổng.", ["money 3 tỷ đổng 3000000000 exactly"]),
    ("Hiến một chấm năm héc ta đất.", ["land một chấm năm héc ta 15000 exactly"]),
    ("Vốn hai nghìn tỷ ba trăm bốn mươi lăm tỷ đồng.", ["money hai nghìn tỷ ba trăm bốn mươi lăm tỷ đồng 2345000000000 exactly"]),
    ("Góp 1.250 trđ, chi 35,5 tr.đồng.", ["money 1.250 trđ 1250000000 exactly", "money 35,5 tr.đồng 35500000 exactly"]),
    ("Có gần chục hộ, gần tỷ đồng.", ["count gần chục hộ 10 nearly", "money gần tỷ đồng 1000000000 nearly"]),
    ("Tặng 200 g muối lúc 7g.", ["goods 200 g 0.2 exactly"]),
    ("Tỉnh có 5 đô thị, 12 tỷ phú, 99 nam.", ["count 5 đô thị 5 exactly", "count 12 tỷ phú 12 exactly", "count 99 nam 99 exactly"]),
    ("Vay 10 đô la.", ["money 10 đô la 10 exactly"]),
    ("Có hàng chục nghìn hộ.", ["count hàng chục nghìn hộ None about"]),
    ("Có vài chục hộ.", ["count vài chục hộ None about"]),
    ("Cây trồng ước thực hiện 12 ha.", ["land ước thực hiện 12 ha 120000 about"]),
    ("Mức chi không quá 2 triệu đồng.", ["money không quá 2 triệu đồng 2000000 under"]),
    ("Lắp camera trên 5 tuyến đường.", ["count 5 tuyến đường 5 exactly"]),
    ("Làm được trên 5 tuyến đường.", ["count trên 5 tuyến đường 5 over"]),
    ("Chi bộ có từ 50% hội viên trở lên tham gia.", ["percent từ 50% hội viên trở lên 50 at_least"]),
    # two figures
    ("Vay từ 200.000 đến 1 triệu đồng.", ["range từ 200.000 đến 1 triệu đồng None exactly"]),
    ("Giá 90 triệu/1000m2.", ["money 90 triệu/1000m2 90000000 exactly"]),
    ("Đạt 1/3 số hộ.", ["ratio 1/3 None exactly"]),
    ("Góp một phần ba tổng vốn.", ["ratio một phần ba None exactly"]),
    ("Có 24/24 xã đạt chuẩn, trực 24/24.", ["ratio 24/24 xã None exactly"]),
    ("Có 17 xã trên tổng số 19 xã.", ["ratio 17 xã trên tổng số 19 xã None exactly"]),
    ("Có 184 tổ/1.126 tàu.", ["count 184 tổ 184 exactly", "count 1.126 tàu 1126 exactly"]),
    # changes
    ("Thu nhập tăng từ 35 triệu lên 52 triệu đồng.", ["change tăng từ 35 triệu lên 52 triệu đồng None exactly"]),
    ("Hộ nghèo từ 9,94% năm 2010 xuống còn 0,19%.", ["change từ 9,94% năm 2010 xuống còn 0,19% None exactly", "period năm 2010 None None"]),
    ("Số hộ giảm một nửa.", ["change giảm một nửa 0.5 exactly"]),
    ("Lượng khách tăng gấp đôi.", ["change tăng gấp đôi 2 exactly"]),
    ("Sản lượng cao gấp 7 lần.", ["change gấp 7 lần 7 exactly"]),
    ("Nâng số hội viên lên 120 người.", ["count 120 người 120 exactly"]),
    ("Hộ khá có mức từ 100 triệu đồng/năm trở lên, hộ nghèo còn 2%.", ["money từ 100 triệu đồng/năm trở lên 100000000 at_least", "percent 2% 2 exactly"]),
    ("Bản nằm ở độ cao hơn 1.200 m.", ["goods hơn 1.200 m 1200 over"]),
    ("Kết nạp vượt kế hoạch 15%.", ["attainment vượt kế hoạch 15% 15 exactly"]),
    ("Thu đạt 127,4% so với chỉ tiêu.", ["attainment đạt 127,4% so với chỉ tiêu 127.4 exactly"]),
    ("Hiến máu vượt trên 300 đơn vị máu so với kế hoạch.", ["attainment vượt trên 300 đơn vị máu so với kế hoạch 300 over"]),
    ("Từ 800 triệu lên 1,2 tỷ đồng.", ["change Từ 800 triệu lên 1,2 tỷ đồng None exactly"]),
    ("Tăng từ 800 triệu đồng lên 1,2 tỷ đồng/năm.", ["change Tăng từ 800 triệu đồng lên 1,2 tỷ đồng/năm None exactly"]),
    ("Giảm sâu 30%.", ["change Giảm sâu 30% 30 exactly"]),
    ("Giải ngân đạt 56,7% dự toán tỉnh, 54,2% dự toán huyện.", ["attainment đạt 56,7% dự toán 56.7 exactly", "attainment 54,2% dự toán 54.2 exactly"]),
    ("Tiến độ 85%, mức độ 80%.", ["percent 85% 85 exactly", "percent 80% 80 exactly"]),
    ("Đầu năm xã đăng ký 18 mô hình; hằng năm huyện giao 3 chỉ tiêu.", ["count 18 mô hình 18 exactly", "count 3 chỉ tiêu 3 exactly"]),
    ("Vốn đầu tư công trình là 3 tỷ đồng.", ["money 3 tỷ đồng 3000000000 exactly"]),
    ("Hiến 2 sào cà phê và 1.100 m² đất vườn.", ["land 2 sào None exactly", "land 1.100 m² 1100 exactly"]),
    ("1. 2 nhà văn hóa gồm:\n2. 15 mô hình\n1/ 5 hộ", ["count 2 nhà văn hóa 2 exactly", "count 15 mô hình 15 exactly", "count 5 hộ 5 exactly"]),
    # a number that is broken or told two ways is left out whole, and one whose parts are unseen is not
    ("Có 1\u00ad200 hộ và 1\u200b2 xã.", ["count 1\u00ad200 hộ 1200 exactly", "count 1\u200b2 xã 12 exactly"]),
    ("Góp 12,000,000 đồng.", ["money 12,000,000 đồng 12000000 exactly"]),
    ("Doanh thu gấp 2 lần rưỡi, chi giảm nửa triệu đồng.", ["change gấp 2 lần rưỡi 2.5 exactly", "change giảm nửa triệu đồng 500000 exactly"]),
    ("Số tổ tự quản: 15\n200 hộ nghèo", ["count 200 hộ 200 exactly"]),
    ("Khu A\t15\t200 hộ", ["count 200 hộ 200 exactly"]),
    ("Ban hành 12 nghị quyết số 25-NQ/TW.", ["count 12 nghị quyết 12 exactly", "document 25-NQ/TW None None"]),
    ("Mô hình “X”: kinh tế 486 mô hình, trong đó lĩnh vực trồng trọt 171, chăn nuôi 115, dịch vụ 126, nghề khác 74.", ["count 486 mô hình 486 exactly", "count 171 171 exactly", "count 115 115 exactly", "count 126 126 exactly", "count 74 74 exactly"]),
    ("Có 9/9 huyện, thị xã.", ["ratio 9/9 huyện, thị xã None exactly"]),
    ("Tặng cờ Tổ quốc cho 20 hộ.", ["count 20 hộ 20 exactly"]),
    # reports as they are typed
    ("Góp tiền chỉnh trang 3 ngõ, sửa nghĩa trang 2 thôn.", ["count 3 ngõ 3 exactly", "count 2 thôn 2 exactly"]),
    ('Mô hình "Hũ gạo" góp 50 kg gạo; mô hình "Ống heo" góp 30 triệu đồng.', ["goods 50 kg 50 exactly", "money 30 triệu đồng 30000000 exactly"]),
    ("Góp 250.000.000 (Hai trăm năm mươi triệu đồng).", ["money Hai trăm năm mươi triệu đồng 250000000 exactly"]),
    ("Góp 1 tỷ 056 triệu đồng.", ["money 1 tỷ 056 triệu đồng 1056000000 exactly"]),
    ("Tặng giấy khen cho 02 (hai) tập thể và 12 (mười hai) cá nhân.", ["award 02 (hai) tập thể 2 exactly", "award 12 (mười hai) cá nhân 12 exactly"]),
    ("Tặng giấy khen cho:\n- 06 tập thể;\n- 12 cá nhân.", ["award 06 tập thể 6 exactly", "award 12 cá nhân 12 exactly"]),
    ("Tặng giấy khen cho 12 tập thể; 26 cá nhân.", ["award 12 tập thể 12 exactly", "award 26 cá nhân 26 exactly"]),
    ("Tặng giấy khen cho 65 tập thể & 110 cá nhân.", ["award 65 tập thể 65 exactly", "award 110 cá nhân 110 exactly"]),
    ("3\tTỷ lệ hộ nghèo\t%\t5,2%", ["percent 5,2% 5.2 exactly"]),
    # counts without a sign between them, glued, abbreviated, with a figure that came down
    ("Huyện có 15 xã 3 phường 1 thị trấn; nhà 2 tầng 5 phòng.", ["count 15 xã 15 exactly", "count 3 phường 3 exactly", "count 1 thị trấn 1 exactly", "count 2 tầng 2 exactly", "count 5 phòng 5 exactly"]),
    ("Giúp 128hộ, tặng 46suất quà, gửi 12đ/c và 15triệu đồng, 2sào, 30công.", ["count 128hộ 128 exactly", "count 46suất quà 46 exactly", "count 12đ/c 12 exactly", "money 15triệu đồng 15000000 exactly", "land 2sào None exactly", "labour 30công 30 exactly"]),
    ("Hiến 320 m 2 để mở đường, đổ 75 m 3 đá, mỗi nhà 90 m 2/hộ.", ["land 320 m 2 320 exactly", "goods 75 m 3 75 exactly", "land 90 m 2/hộ 90 exactly"]),
    ("Làm 400 m 2 cầu, dài 500m 2 bên.", ["goods 400 m 400 exactly", "count 2 cầu 2 exactly", "goods 500m 500 exactly"]),
    ("Có 1.420 cán bộ, GV, nhân viên; 12 phòng, ban, ngành; 45 tổ chức, cá nhân.", ["count 1.420 cán bộ, GV, nhân viên 1420 exactly", "count 12 phòng, ban, ngành 12 exactly", "count 45 tổ chức, cá nhân 45 exactly"]),
    # how near a figure is
    ("Gần chục hộ, hơn trăm triệu đồng, gần vạn người.", ["count Gần chục hộ 10 nearly", "money hơn trăm triệu đồng 100000000 over", "count gần vạn người 10000 nearly"]),
    ("Hơn trăm hai mươi hộ, nghìn hai trăm cây, gần triệu rưỡi đồng.", ["count Hơn trăm hai mươi hộ 120 over", "count nghìn hai trăm cây 1200 exactly", "money gần triệu rưỡi đồng 1500000 nearly"]),
    ("Khoảng hơn 300 hộ; ước đạt gần 480 tấn; khoảng trên, dưới 2 tỷ đồng.", ["count Khoảng hơn 300 hộ 300 over", "goods ước đạt gần 480 tấn 480000 nearly", "money khoảng trên, dưới 2 tỷ đồng 2000000000 about"]),
    ("Phân bố trên 41 xã, hỗ trợ trên 41 xã.", ["count 41 xã 41 exactly", "count trên 41 xã 41 over"]),
    ("Được 50% số phiếu trở lên; 80% học sinh khá trở lên.", ["percent 50% số phiếu trở lên 50 at_least", "percent 80% 80 exactly"]),
    # ranges with the unit on both ends
    ("Từ 5,11% - 7,13%/năm, từ 3.500 đồng đến 6.000 đồng/kg.", ["range Từ 5,11% - 7,13%/năm None exactly", "range từ 3.500 đồng đến 6.000 đồng/kg None exactly"]),
    # words that only look like the head of a name
    ("Sĩ số 32 em, luật gồm 124 điều, trồng 17 cây điều.", ["count 32 em 32 exactly", "count 124 điều 124 exactly", "count 17 cây 17 exactly"]),
    ("Tiêm phòng 300 con bò, danh mục 14 công trình, định kỳ 4 lần.", ["count 300 con bò 300 exactly", "count 14 công trình 14 exactly", "count 4 lần 4 exactly"]),
    # documents whose first sign was lost
    ("Chỉ thị 05 CT/TW, Nghị quyết số 18 NQ/ TU, Quyết định 123 QĐ-TTg.", ["document Chỉ thị 05 CT/TW None None", "document Nghị quyết số 18 NQ/ TU None None", "document Quyết định 123 QĐ-TTg None None"]),
    # times
    ("Tuyển sinh năm 2020, học sinh năm 2021, nợ phát sinh năm 2022.", ["period năm 2020 None None", "period năm 2021 None None", "period năm 2022 None None"]),
    ("Vụ 2024/25; năm học 2024/2025; 31/10 nói về; 15/12 khai mạc.", ["period 2024/25 None None", "period năm học 2024/2025 None None", "date 31/10 None None", "date 15/12 None None"]),
    ("Các ngày 3, 4, 5/6; mồng 10 tháng 3.", ["date 3 None None", "date 4 None None", "date 5/6 None None", "date 10 tháng 3 None None"]),
    ("Sáng 14/11, xã họp.", ["date 14/11 None None"]),
    ("Họp ngày 7 tháng 12 năm 2023.", ["date ngày 7 tháng 12 năm 2023 2023-12-07 None"]),
    ("Từ đầu năm 2021 đến nay.", ["period Từ đầu năm 2021 đến nay None None"]),
    ("Trong 5 năm 2016-2020.", ["period 5 năm 5 exactly", "period 2016-2020 None None"]),
    ("Trong năm năm qua.", ["period năm năm 5 exactly"]),
    ("Sau chưa đầy 2 năm.", ["period chưa đầy 2 năm 2 under"]),
    # awards
    ("Tặng Bằng khen cho 2 tập thể 8 cá nhân.", ["award 2 tập thể 2 exactly", "award 8 cá nhân 8 exactly"]),
    ("Khen thưởng 4 tập thể có thành tích; 13 giáo viên.", ["award 4 tập thể 4 exactly", "award 13 giáo viên 13 exactly"]),
    ("Tặng giấy khen cho 5 tập thể; 12 hộ thoát nghèo.", ["award 5 tập thể 5 exactly", "count 12 hộ 12 exactly"]),
    ("Tặng giấy khen cho 24 chi hội.", ["award 24 chi hội 24 exactly"]),
    ("Có 5 tập thể và 8 cá nhân được tặng Bằng khen.", ["award 5 tập thể 5 exactly", "award 8 cá nhân 8 exactly"]),
    ("Tặng 20 suất quà cho 20 hộ nghèo.", ["count 20 suất quà 20 exactly", "count 20 hộ 20 exactly"]),
    ("Có 7 hộ được công nhận danh hiệu.", ["count 7 hộ 7 exactly"]),
    # a noun that is printed once
    ("Có 12 mô hình, trong đó kinh tế 7 (58,3%), văn hóa 5 (41,7%).", ["count 12 mô hình 12 exactly", "count 7 7 exactly", "percent 58,3% 58.3 exactly", "count 5 5 exactly", "percent 41,7% 41.7 exactly"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), FIGURES)
def test_figures(text, wanted):
    told = [fact_data(fact) for fact in scan(text)]
    assert [f"{fact['kind']} {fact['surface']} {fact['value']} {fact['approx']}" for fact in told] == wanted


NOTHING = [
    "Ông Năm Tấn ở tổ 7, phường 2, thôn Phú Mỹ 1, khu phố 5.",
    "Đoàn xã Quảng Phú 1 đứng thứ 4, đi đường 30 Tháng 4 và đường Ba Tháng Hai.",
    "Cụ 83 tuổi, sinh năm 1940, 60 năm tuổi Đảng; trẻ dưới 6 tuổi.",
    "Điện thoại 0900.000.789, 1900 1234; mở cửa 7 giờ 30 - 17h, trực 24/7, 24/24h.",
    "Nghị quyết Trung ương 4 khóa XII, khoản 4 Điều 23, lần thứ 12, kỳ họp thứ 9.",
    "Chương trình 135, Đề án 06, quốc lộ 19, COVID-19, lớp 7A, xe B21, mạng 5G.",
    "Mô hình “5 không, 3 sạch” và “Mỗi chi bộ 1 mô hình”; gia đình 5 không, 3 sạch; 4 tại chỗ.",
    "Một số hộ ở hai bên đường; một trong những người; ba má; năm nay; thứ Năm.",
    "Thứ Năm, 08/12/2022, 09:15 [GMT+7]",
    "05/07/2020 | 19:13 GMT+7",
    "Ngày Quốc tế Phụ nữ 8/3, ngày Thương binh - Liệt sĩ 27/7.",
    "Sân 130 x 5 m; thắng với tỷ số 3-2; đạt 96,5 điểm.",
    "Xếp thứ 3/12 huyện, đứng thứ 12/63 tỉnh; chợ 19-5 dời; hẻm 1025 Tạ Quang Bửu.",
    "Góp năm bảy triệu đồng; làm đôi ba lần; 5\ufe0f\u20e30 hộ.",
    "Có người trên 80 tuổi và cháu dưới 6 tuổi.",
    "Chừng hai ba hộ gì đó, mang một ba lô.",
    "1'200 đồng, 1’200 hộ, 3/4/5 hộ, 12.5/19 tiêu chí, 5-3 hộ, 1,2 tỷ 300 triệu đồng.",
    "Chừng hai, ba hộ; 2 hoặc 3 xã; 4, 5 người; bốn năm hộ dân; năm sáu em.",
    "Tăng trưởng giảm -5%, tăng −5%, (-3%).",
    "Ngày 30/2/2022, ngày 31/4, tháng 13/2022, quý 5/2022, đến 15/13/2021, năm 2022-2021.",
    "Có 20–30.000 đồng; thôn Đông Sơn 2 hộ; làng Đê 2 mô hình.",
    "Biểu 3 Tỷ lệ hộ nghèo; 5\tHộ nghèo\t2\tm2 đất hiến; trang 3/12; cho 3 (bốn) hộ.",
    "đạt 98,\n5% kế hoạch; 120,\n5 triệu đồng; góp 1.2\n50 triệu đồng",
    "Hiến pháp 1992 trình bày; Điều 138, 139 Bộ luật; khoản 1, 2 Điều 6 quy định; Luật Đất đai 2024 có hiệu lực.",
    "Đường cấp 5 miền núi; iPhone 12 quay; các Dự án 3 triển khai; VTV 5 phát lại; Công ước 1982 khẳng định.",
    "Cao hơn tỉ lệ chung, hơn tỷ trọng cũ, cao hơn tỷ; cả tỷ trọng, cả trăm, chục hộ, trăm năm trồng người.",
    "Pin 5.000 mAh; đại hội 13 đề ra; Zalo 24 cập nhật; lễ hội 5 diễn ra.",
    "Là năm bản lề, năm khu vực gặp khó; chưa mấy mặn mà; chẳng mấy ai.",
    "Xếp 11/24 trường, đứng 5/17 xã, vị trí 19/27 trường; thôn 2 tổ 5 hộ.",
    "© 2027 Bản quyền thuộc về Cổng thông tin. Giấy phép số 58/GP-STTTT cấp ngày 14/3/2023.",
    "Copyright © 2019-2027 Trang tin; bản quyền 2027 Báo; chợ 19/5 dời; HTX 30/4 hoạt động.",
    "Lớp 9b, lớp 5c, điểm 2a; sinh năm 1968; lớp 5 HS giỏi.",
    "Nhập thiếu ngày tháng năm sinh.",
    "Các em vào vòng 2 thi viết, vòng 3 giáo viên chấm.",
    "Không có con số nào ở đây.",
    "",
]  # fmt: skip


@pytest.mark.parametrize("text", NOTHING)
def test_what_counts_nothing_is_no_figure(text):
    assert scan(text) == ()


def test_speech_has_figures_and_a_name_has_none():
    """Quotes are names behind the word for what they name, speech where they open a sentence."""
    assert [
        fact.surface for fact in scan("“Tôi ở đây 45 năm, chưa bao giờ đường sáng thế này”, ông kể.")
    ] == ["45 năm"]
    assert scan("Câu lạc bộ “Tôi ở đây 45 năm” ra mắt.") == ()


@pytest.mark.parametrize(
    ("text", "role", "marks"),
    [
        ("Có 412 hộ nghèo, chiếm 3,18%.", Role.SHARE, set()),
        ("Có 845 hộ (95,3 %).", Role.SHARE, set()),
        ("Có 31/34 trường đạt chuẩn, đạt tỷ lệ 91,18%.", Role.RATE, {"restates"}),
        ("Bao phủ bảo hiểm y tế đạt 93,4%.", Role.RATE, set()),
        ("Tỷ lệ hộ nghèo giảm còn 1,9%.", Role.LEVEL, set()),
        ("Có 80% số hộ tham gia.", Role.SHARE, set()),
    ],
)
def test_roles_of_percentages(text, role, marks):
    percent = next(fact for fact in scan(text) if fact.kind is FactKind.PERCENT)
    assert percent.role is role
    assert {mark.value for mark in percent.marks} == marks


@pytest.mark.parametrize(
    ("text", "surface", "comparator", "subject"),
    [
        ("Tỷ lệ hộ nghèo giảm 1,2% so với cùng kỳ năm 2021.", "giảm 1,2%", "cùng kỳ năm 2021", "Tỷ lệ hộ nghèo"),
        ("So với năm 2020, số mô hình tăng 12 mô hình.", "tăng 12 mô hình", "năm 2020", "số mô hình"),
        ("Thu ngân sách bằng 81,3% dự toán huyện giao; chi tiết kiệm.", "bằng 81,3% dự toán", "dự toán huyện giao", "Thu ngân sách"),
        ("Hội viên tăng 5% so đầu năm và ổn định.", "tăng 5%", "đầu năm", "Hội viên"),
        ("Sản lượng bằng 98,3% so với cùng kỳ năm trước.", "98,3%", "cùng kỳ năm trước", "Sản lượng"),
        ("Hộ nghèo chỉ còn 0,78%, 95% hộ đạt gia đình văn hóa.", "95%", "", "hộ"),
        ("Hộ nghèo chỉ còn 0,78%, 95% hộ đạt gia đình văn hóa.", "0,78%", "", "Hộ nghèo"),
    ],
)  # fmt: skip
def test_what_a_change_is_of_and_against(text, surface, comparator, subject):
    fact = next(fact for fact in scan(text) if fact.surface == surface)
    assert (fact.comparator, fact.subject) == (comparator, subject)


def test_forms_of_awards_go_with_their_receivers():
    told = scan(
        "Tặng Cờ thi đua cho 5 đơn vị, Bằng khen cho 34 tập thể và 41 cá nhân; trao Kỷ niệm chương tặng 17 đồng chí."
    )
    assert [(fact.surface, fact.form) for fact in told] == [
        ("5 đơn vị", "Cờ thi đua"), ("34 tập thể", "Bằng khen"), ("41 cá nhân", "Bằng khen"), ("17 đồng chí", "Kỷ niệm chương"),
    ]  # fmt: skip


def test_what_a_fact_says_is_typed():
    """Each accessor answers for its own kind and is None for the others."""
    facts = {fact.kind: fact for fact in scan(
        "Ngày 2-11, năm 2022, Chỉ thị số 16/CT-TTg: 27/28 trường, từ 5 đến 10 triệu đồng, 12 hộ, tăng 3 hộ, đạt 105% kế hoạch."
    )}  # fmt: skip
    assert facts[FactKind.DATE].date.day == 2
    assert facts[FactKind.PERIOD].period.code == "2022"
    assert facts[FactKind.DOCUMENT].document.symbol == "CT-TTg"
    assert facts[FactKind.RATIO].ratio.fraction.denominator == 28
    assert facts[FactKind.RANGE].range.high.amount == 10
    assert facts[FactKind.COUNT].quantity.amount == 12
    assert facts[FactKind.CHANGE].quantity.amount == 3
    assert facts[FactKind.ATTAINMENT].quantity.amount == 105
    assert facts[FactKind.DATE].quantity is None
    assert facts[FactKind.COUNT].ratio is None
    assert facts[FactKind.DATE].approximation is None


@pytest.mark.parametrize(("short", "meaning"), ABBREVIATIONS.items())
@pytest.mark.parametrize("frame", ["Có {} tham gia.", "Kết quả: {};", "Trao quà cho {}, đúng dịp."])
def test_abbreviated_nouns_count_what_they_mean(short, meaning, frame):
    for number in ("12 ", "12", "1.200 "):
        (fact,) = scan(frame.format(f"{number}{short}"))
        assert (fact.surface, fact.quantity.unit) == (f"{number}{short}", counted(meaning))


@pytest.mark.parametrize("noun", sorted(noun for noun in NOUNS if noun[:2].isalpha()))
def test_a_known_noun_that_is_glued_to_its_number_is_counted(noun):
    """The same as with a blank, whatever that is: some are measures and some containers."""
    apart = [fact.value for fact in scan(f"Giúp được 128 {noun}.")]
    assert [fact.value for fact in scan(f"Giúp được 128{noun}.")] == apart
    assert apart


@pytest.mark.parametrize("value", [None, 12, b"12 h\xe1\xbb\x99"])
def test_only_text_is_scanned(value):
    with pytest.raises(InvalidValueError):
        scan(value)


@pytest.mark.parametrize(
    ("text", "surface", "floor"),
    [
        ("Có cả chục người tham gia.", "cả chục người", 10), ("Cả trăm hộ dân hiến đất.", "Cả trăm hộ", 100),
        ("Thu về cả tỷ đồng mỗi năm.", "cả tỷ đồng", 10**9), ("Vay hàng trăm triệu đồng.", "hàng trăm triệu đồng", 10**8),
    ],
)  # fmt: skip
def test_orders_of_magnitude(text, surface, floor):
    (fact,) = scan(text)
    assert fact.surface == surface
    assert isinstance(fact.value, OrderOfMagnitude)
    assert fact.value.floor == floor


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Đã giải ngân mười lăm trên hai mươi triệu đồng.", "mười lăm trên hai mươi triệu đồng"),
        ("Đã giải ngân 15 trên tổng số 20 triệu đồng.", "15 trên tổng số 20 triệu đồng"),
        ("Đã giải ngân 15/20 triệu đồng.", "15/20 triệu đồng"),
    ],
)
def test_a_scale_word_printed_once_holds_for_both_sides_of_a_ratio(text, surface):
    (fact,) = scan(text)
    assert (fact.surface, fact.ratio) == (surface, Ratio(part=15, whole=20, unit=DONG.scaled(Scale.MILLION)))


@pytest.mark.parametrize("verb", ["vinh danh", "tôn vinh", "tuyên dương", "biểu dương"])
def test_who_is_publicly_honoured_is_commended(verb):
    """Commending is to recognise, to praise and to honour (Luật 06/2022/QH15, Điều 3)."""
    (fact,) = scan(f"Huyện đã {verb} 40 giáo viên.")
    assert (fact.kind, fact.form) == (FactKind.AWARD, verb)


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        ("Nhận 3 triệu nhân dân tệ từ bạn.", "3 triệu nhân dân tệ", "CNY"), ("Vay 500 nghìn yên Nhật.", "500 nghìn yên Nhật", "JPY"),
        ("Tặng 20 đô la Úc.", "20 đô la Úc", "AUD"), ("Thu 2 triệu kip Lào.", "2 triệu kip Lào", "LAK"), ("Tặng 10 triệu baht.", "10 triệu baht", "THB"),
        ("Tặng 20 đô la.", "20 đô la", "USD"), ("Tặng 20 euro.", "20 euro", "EUR"),
    ],
)  # fmt: skip
def test_foreign_money(text, surface, unit):
    (fact,) = [fact_data(fact) for fact in scan(text)]
    assert (fact["kind"], fact["surface"], fact["unit"]) == ("money", surface, unit)


@pytest.mark.parametrize(
    "text", ["Trụ sở tại số 19 đường Lê Lợi.", "Nhà 12A, phố Hàng Bài.", "Số nhà 7/4 ngõ Huyện."]
)
def test_the_number_of_a_house_counts_no_streets(text):
    assert not scan(text)


def test_streets_are_counted_where_no_house_is_meant():
    assert [fact.surface for fact in scan("Xã làm mới 19 tuyến đường.")] == ["19 tuyến đường"]


@pytest.mark.parametrize(
    "text",
    ["Tặng 20 đô la Fiji.", "Vay 2 triệu yên.", "Thu 5 tỷ rúp.", "Vay 2 triệu kíp.", "Vay 2 triệu kip."],
)
def test_money_of_which_the_country_is_not_known_is_no_dong(text):
    assert scan(text) == ()
