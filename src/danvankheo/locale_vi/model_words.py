"""Words around lists of models, from pages of district and provincial papers on "Dân vận khéo"."""

from typing import Final

from danvankheo.locale_vi.lists import listed

# Before "mô hình" these say that several follow.
SEVERAL: Final = listed("các; một số; những; nhiều; như các; như một số; với các; có các; có một số")
# They open the list itself.
SUCH_AS: Final = listed(
    """như; gồm; bao gồm; là; cụ thể; cụ thể là; cụ thể như; tiêu biểu như; điển hình như; có thể kể đến;
    phải kể đến"""
)
# Before a place these say where a model runs, or whose it is.
AT: Final = listed("ở; tại; của; trên địa bàn")
# The name of a model ends before these.
ENDS: Final = listed(
    """đã; được; mang lại; đem lại; góp phần; bước đầu; giúp; nhằm; để; phát huy; cho thu nhập; cho hiệu quả;
    đạt hiệu quả; thu hút; hiện; từ đó; qua đó; trị giá; với tổng"""
)
