"""Forms of the Ministry of Home Affairs on emulation and commendation: rows and columns as they are printed.

Source: Thông tư 02/2023/TT-BNV (23-3-2023, in force 10-5-2023), forms 0601.N, 0602.N and 0603.N/BNV-TĐKT, in
the rendering of a public program that fills them in; medium confidence. What was not seen there is not here:
the codes of the rows of 0602. Thông tư 13/2025/TT-BNV (4-7-2025) and 18/2025/TT-BNV (8-10-2025) replace it;
their forms were not seen. Before 10-5-2023 forms 0701 to 0703 of Thông tư 03/2018/TT-BNV were the same.
"""

from datetime import date
from typing import Final

CIRCULAR: Final = "Thông tư 02/2023/TT-BNV"
IN_FORCE: Final = date(2023, 5, 10)
REPLACED_ON: Final = date(2025, 10, 8)
EARLIER: Final = (
    "Trước ngày 10/5/2023, biểu cùng nội dung có số hiệu 0701 đến 0703 (Thông tư 03/2018/TT-BNV)."
)
REPLACED: Final = (
    "Thông tư 13/2025/TT-BNV và 18/2025/TT-BNV đã thay Thông tư 02/2023/TT-BNV; số hiệu biểu và cột của "
    "các thông tư mới chưa kiểm chứng được, cần đối chiếu trước khi nộp."
)

MOVEMENTS: Final = ("0601.N/BNV-TĐKT", "Số phong trào thi đua")
STATE_AWARDS: Final = ("0602.N/BNV-TĐKT", "Số lượng khen thưởng cấp Nhà nước")
PROVINCIAL_AWARDS: Final = ("0603.N/BNV-TĐKT", "Số lượng khen thưởng cấp bộ, ngành, tỉnh")

# Numbers of columns with their heads.
MOVEMENT_COLUMNS: Final = (
    ("1 = 2+3+4", "Tổng số"),
    ("2", "Trung ương"),
    ("3", "Bộ, ngành, tỉnh"),
    ("4", "Cơ quan, đơn vị"),
)
STATE_COLUMNS: Final = (
    ("1", "Tổng số"),
    ("2", "Huân chương, huy chương"),
    ("3", "Giải thưởng Hồ Chí Minh"),
    ("4", "Giải thưởng Nhà nước"),
    ("5", "Danh hiệu vinh dự nhà nước"),
    ("6", "Cờ thi đua của Chính phủ"),
    ("7", "Bằng khen của Thủ tướng"),
    ("8", "Chiến sĩ thi đua toàn quốc"),
    ("9", "Hình thức khác"),
)
PROVINCIAL_COLUMNS: Final = (
    ("1", "Tổng số"),
    ("2", "Bằng khen"),
    ("3", "Chiến sĩ thi đua"),
    ("4", "Cờ thi đua"),
    ("5", "Kỷ niệm chương"),
)

# Codes of rows with their labels; "-" begins what is part of the row above it.
MOVEMENT_ROWS: Final = {
    "01": "Tổng số",
    "02": "- Phạm vi toàn quốc",
    "03": "- Phạm vi bộ, ngành, địa phương",
    "04": "- Phạm vi cụm, khối",
    "05": "- Phạm vi cơ quan, đơn vị",
    "06": "- Thời gian dưới 1 năm",
    "07": "- Thời gian 1 năm",
    "08": "- Thời gian từ 1 đến 3 năm",
    "09": "- Thời gian từ 3 đến 5 năm",
    "10": "- Thời gian từ 5 năm trở lên",
    "11": "- Thi đua theo chuyên đề",
    "12": "- Thi đua thường xuyên hằng năm",
}
STATE_ROWS: Final = ("Tổng số", "- Tập thể", "- Hộ gia đình", "- Cá nhân")
PROVINCIAL_ROWS: Final = {
    "01": "Tổng số",
    "02": "- Tập thể",
    "03": "-- Trong đó: doanh nghiệp",
    "04": "- Hộ gia đình",
    "05": "- Cá nhân",
    "06": "-- Lãnh đạo tỉnh và tương đương",
    "07": "-- Lãnh đạo sở, ngành và tương đương",
    "08": "-- Doanh nhân",
    "09": "-- Lãnh đạo khác, từ phó trưởng phòng trở lên",
    "10": "-- Người trực tiếp công tác, lao động",
    "11": "- Khen thưởng thường xuyên",
    "12": "- Khen thưởng chuyên đề",
    "13": "- Khen thưởng đột xuất",
    "14": "- Khen thưởng đối ngoại",
    "15": "- Khen thưởng cống hiến",
    "16": "- Khen thưởng niên hạn",
    "17": "- Khen thưởng kháng chiến",
}
