"""The encoding of a plain file is found out by its form and by its words; nothing is guessed."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo.office.encodings import decoded, is_syllable
from danvankheo.office.failures import Unreadable, UnreadableFileError
from danvankheo.office.legacy_letters import Letters, in_unicode, letters_of_font
from danvankheo.office.source import Source

SENTENCE = (
    "Nhân dân xã Ia Sơn đóng góp 154,4 triệu đồng, hiến đất; tỷ lệ hộ nghèo giảm, kết quả được ghi nhận"
)

# What each letter of Vietnamese is in the old encodings, from the other side: the fonts' own charts.
TCVN3 = dict(
    zip(
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦",
        strict=True,
    )
)
LETTERS = re.compile(r"\S+")
VNI = dict(
    zip(
        LETTERS.findall(
            "à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ đ è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ "
            "ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ Đ Ư Ơ"
        ),
        LETTERS.findall(
            "aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò oø où oû "
            "oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î Ñ Ö Ô"
        ),
        strict=True,
    )
)


def written(text: str, letters: dict[str, str]) -> bytes:
    return "".join(letters.get(letter, letter) for letter in text).encode("cp1252")


WRITTEN = [
    (SENTENCE.encode(), "UTF-8"),
    (b"\xef\xbb\xbf" + SENTENCE.encode(), "UTF-8"),
    (unicodedata.normalize("NFD", SENTENCE).encode(), "UTF-8"),
    (SENTENCE.encode("utf-16"), "UTF-16"),
    (SENTENCE.encode("utf-16-le"), "UTF-16"),
    (SENTENCE.encode("utf-16-be"), "UTF-16"),
    (written(SENTENCE, TCVN3), "TCVN3"),
    (written(SENTENCE, VNI), "VNI"),
    (b"14 mo hinh", "UTF-8"),
]


@pytest.mark.parametrize(("data", "name"), WRITTEN)
def test_each_encoding_is_found(data, name):
    text, encoding = decoded(Source("a.csv", data))
    assert (encoding, text) == (name, "14 mo hinh" if data.startswith(b"14") else SENTENCE)


def test_windows_1258_holds_marks_apart():
    marks = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    said = ""
    for letter in SENTENCE:
        plain = list(unicodedata.normalize("NFD", letter))
        tone = [part for part in plain if part in marks]
        said += unicodedata.normalize("NFC", "".join(part for part in plain if part not in marks)) + "".join(
            tone
        )
    assert decoded(Source("a.csv", said.encode("cp1258"))) == (SENTENCE, "Windows-1258")


@given(st.text(st.sampled_from([*TCVN3, *"abc 123,."]), max_size=60))
def test_tcvn3_comes_back_letter_for_letter(text):
    assert in_unicode("".join(TCVN3.get(letter, letter) for letter in text), Letters.TCVN3) == text


@given(st.lists(st.sampled_from([*VNI, *"bc 123,."]), max_size=60).map("".join))
def test_vni_comes_back_letter_for_letter(text):
    assert in_unicode("".join(VNI.get(letter, letter) for letter in text), Letters.VNI) == text


def test_fonts_say_which_letters_are_meant():
    assert letters_of_font(".VnTimeh") is Letters.TCVN3_CAPITALS
    assert letters_of_font(".VNARIAL") is Letters.TCVN3
    assert letters_of_font(" vni-helve") is Letters.VNI
    assert letters_of_font("ABCDEF+VnTimeBold") is Letters.TCVN3
    assert letters_of_font("AARIQC+.VnTimeH,BoldItalic") is Letters.TCVN3_CAPITALS
    assert letters_of_font("Vnative Sans") is None
    assert letters_of_font("Arial") is None
    assert in_unicode("µ", None) == "µ"


@pytest.mark.parametrize(
    "data",
    [
        "Tiến bộ".encode("utf-16-le") + b"\xd8",
        bytes(range(0x80, 0x100)) * 3,
        "Größe der Fläche, Häuser".encode("cp1252"),
        b"a\0b\0\0",
    ],
)
def test_what_is_in_no_known_encoding_is_refused(data):
    with pytest.raises(UnreadableFileError) as refused:
        decoded(Source("a.csv", data))
    assert refused.value.reason is Unreadable.ENCODING


@pytest.mark.parametrize("data", [SENTENCE.encode()[:-1] + "ậ".encode()[:2], b"\xff\xfe" + b"\x00\xd8"])
def test_what_ends_within_a_letter_was_cut_off(data):
    with pytest.raises(UnreadableFileError) as refused:
        decoded(Source("a.txt", data))
    assert refused.value.reason is Unreadable.DAMAGED


def test_syllables():
    for word in LETTERS.findall(
        "Nghiêng quyết giếng khuya ngoèo thuở Ước yếu đằng uỷ hoá nghĩa đồng khóm Ấp"
    ):
        assert is_syllable(word), word
    for word in LETTERS.findall("xãa ngđ größe àá"):
        assert not is_syllable(word), word
