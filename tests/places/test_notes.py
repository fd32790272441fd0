"""What the maker of the table reads out of an official note; the notes here are made up."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

_FILE = Path(__file__).parents[2] / "tools" / "places" / "notes.py"
_SPEC = spec_from_file_location("places_notes", _FILE)
notes = module_from_spec(_SPEC)
sys.modules[_SPEC.name] = notes
_SPEC.loader.exec_module(notes)

END = ". Bỏ cấp huyện. Số: 1/NQ-UBTVQH15; Ngày: 16/06/2025"


def said(note, *names, code="9"):
    old = [(str(at), (name,)) for at, name in enumerate(names)]
    found = notes.said_of(note + END, code, old)
    return [(found[each].how, found[each].part) if each in found else None for each, _ in old]


NAMED, PART = ("named", False), ("named", True)


@pytest.mark.parametrize(
    ("note", "names", "expected"),
    [
        ("Hợp nhất xã Một, Hai và xã Ba", ("Một", "Hai", "Ba", "Bốn"), [NAMED, NAMED, NAMED, None]),
        ("Hợp nhất xã Hoà Một và 1 phần xã Hai", ("Hòa Một", "Hai"), [NAMED, PART]),
        ("Hợp nhất 1 phần xã Một, 1 phần xã Hai và xã Ba", ("Một", "Hai", "Ba"), [PART, PART, NAMED]),
        ("Hợp nhất xã Một và phần còn lại của xã Hai", ("Một", "Hai"), [NAMED, PART]),
        ("Đổi tên từ xã Một thành xã Năm, hợp nhất xã Hai", ("Một", "Hai"), [("renamed", False), NAMED]),
        ("Hợp nhất xã Hai, xã Ba thành xã Một", ("Một", "Hai"), [None, NAMED]),
        ("Hợp nhất phường 1, Phường 10", ("phường 1", "phường 10", "phường 0"), [NAMED, NAMED, None]),
        ("Hợp nhất xã Tân, xã Tân An", ("Tân", "Tân An"), [NAMED, NAMED]),
        ("Hợp nhất xã Tân An", ("Tân", "Tân An"), [None, NAMED]),
        ("Hợp nhất xã Một", ("Một", "Một"), [NAMED, None]),
        ("Nhập toàn bộ 02 xã thuộc huyện Một", ("Một", "Hai"), [("district", False), ("district", False)]),
        ("trên cơ sở nhập toàn bộ 10 xã và 02 thị trấn thuộc huyện X", ("Một",), [("district", False)]),
        ("Đổi loại hình", ("Một",), [None]),
    ],
)
def test_what_a_note_says(note, names, expected):
    assert said(note, *names) == expected


def test_what_was_kept_is_the_unit_of_the_same_code():
    assert said("Giữ nguyên, không sắp xếp", "Một", "Hai", code="1") == [None, ("kept", False)]
