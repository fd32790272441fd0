"""Lists of those who are commended, as offices write them."""

import pytest

from danvankheo import AwardForm, InvalidValueError, office

ROWS = """\
,DANH SÁCH KHEN THƯỞNG,,,
,,,,
TT,Họ và tên,Địa chỉ,Danh hiệu hình thức,Thành tích
"""


def read(text: str, form: str | None = None) -> office.AwardNames:
    return office.award_names(office.read_bytes(text.encode(), "ds.csv"), form=form)


def told(found: office.AwardNames) -> list[tuple[str, str, str]]:
    return [(one.name, one.recipient.label, one.form.label) for one in found.honorees]


def test_rows_under_their_groups():
    text = (
        "TT,Họ và tên,Địa chỉ,Hình thức khen thưởng\n"
        ",I. TẬP THỂ (2),,\n1,Thôn 3,xã Tú An,Giấy khen\n2,Chi bộ thôn 5,xã Tú An,giấy khen\n"
        ",II- Hộ gia đình:,,\n1,Đinh Văn Hơn,thôn 3,Giấy khen của Chủ tịch UBND xã\n"
        ",C. Cá nhân,,\n1,Rơ Châm Hyưt,thôn 3,Bằng khen\n,Tổng cộng,,4\n"
    )
    found = read(text)
    assert found.unclear == ()
    assert told(found) == [
        ("Thôn 3", "tập thể", "giấy khen"),
        ("Chi bộ thôn 5", "tập thể", "giấy khen"),
        ("Đinh Văn Hơn", "hộ gia đình", "giấy khen"),
        ("Rơ Châm Hyưt", "cá nhân", "bằng khen"),
    ]
    assert [one.unit for one in found.honorees] == ["xã Tú An", "xã Tú An", "thôn 3", "thôn 3"]
    assert [address.row for address in found.addresses] == [3, 4, 6, 8]


def test_a_column_says_whose_a_name_is_and_a_row_of_numbers_is_none():
    text = "STT,Tên,Đối tượng,Hình thức\n1,2,3,4\n1,Thôn 3,Tập thể,Giấy khen\n2,A,cá nhân,Giấy khen\n3,B,hộ,Giấy khen\n"
    assert [kind for _, kind, _ in told(read(text))] == ["tập thể", "cá nhân", "hộ gia đình"]


def test_the_name_or_the_title_may_say_it():
    text = (
        "STT,Họ và tên,Hình thức\n1,Hộ ông Nam,Giấy khen\n2,Bà Hoa,Giấy khen\n3,Lê Văn A,Lao động tiên tiến\n"
        "4,Bà Tư,Gia đình văn hóa\n"
    )
    found = read(text)
    assert told(found)[:3] == [
        ("Hộ ông Nam", "hộ gia đình", "giấy khen"),
        ("Bà Hoa", "cá nhân", "giấy khen"),
        ("Lê Văn A", "cá nhân", "Lao động tiên tiến"),
    ]
    assert str(found.unclear[0]) == (
        "ds.csv, dòng 5, cột “Họ và tên”: Gia đình văn hóa chỉ dành cho hộ gia đình, danh sách ghi cá nhân"
    )


def test_the_head_may_say_it_and_the_form_may_be_given():
    found = read("TT,Cá nhân,Đơn vị\n1,Nguyễn A,thôn 1\n", form="giay_khen")
    assert told(found) == [("Nguyễn A", "cá nhân", "giấy khen")]


def test_what_nothing_says_is_unclear_and_never_guessed():
    found = read("TT,Họ và tên,Hình thức\n1,Thôn 3,Giấy khen\n2,Bà Hoa,Giấy phép\n3,Ông Nam,\n")
    assert found.honorees == ()
    assert [str(each) for each in found.unclear] == [
        "ds.csv, dòng 2, cột “Họ và tên”: “Thôn 3” là tập thể, hộ gia đình hay cá nhân?",
        'ds.csv, dòng 3, cột “Họ và tên”: "Giấy phép" không phải hình thức, danh hiệu nào đã biết',
        "ds.csv, dòng 4, cột “Họ và tên”: “Ông Nam” chưa ghi hình thức khen thưởng",
    ]


def test_no_list_is_refused():
    for text in ("a,b\n1,2\n", ROWS.replace("Họ và tên", "Ngày"), "Họ và tên,Ngày sinh\nA,1\n"):
        with pytest.raises(InvalidValueError):
            read(text)
    with pytest.raises(InvalidValueError):
        read("Tên,Đơn vị\nA,b\n", form="giấy")
    assert read("Tên,Đơn vị\nBà A,b\n", form=AwardForm.BANG_KHEN).honorees[0].form is AwardForm.BANG_KHEN


@pytest.mark.parametrize("cell", ["=1+1", "<b>", "A\x1b[31m", "x" * 5000])
def test_names_are_text_whatever_they_hold(cell):
    found = read(f'Tên,Đối tượng,Hình thức\n"{cell}",cá nhân,Giấy khen\n')
    assert len(found.honorees) + len(found.unclear) == 1
