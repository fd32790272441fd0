"""Names of places as they are typed: one place in one form, two places never in one."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo.domain.places import Place, PlaceKind, PlaceLevel
from danvankheo.formatting.names import format_place
from danvankheo.reporting.place_names import (
    LEVELS,
    homonyms,
    lies_in,
    lineage_of,
    one_form,
    place_text,
    read_name,
    same_place,
)
from danvankheo.scanning.running_text import folded

COMMUNE, PROVINCE = PlaceLevel.COMMUNE, PlaceLevel.PROVINCE


def row(province="", district="", commune="", community=""):
    """Names as the columns of a table hold them."""
    cells = (province, district, commune, community)
    return tuple(read_name(cell, level) for cell, level in zip(cells, LEVELS, strict=True))


@pytest.mark.parametrize(
    ("cell", "level", "kind", "key"),
    [
        ("Ia Sơn", COMMUNE, None, "ia sơn"),
        (" XÃ\u00a0IA  SƠN ", COMMUNE, PlaceKind.COMMUNE, "ia sơn"),
        ("P.An Phú", COMMUNE, PlaceKind.WARD, "an phú"),
        ("p. An Phú", COMMUNE, PlaceKind.WARD, "an phú"),
        ("TT Phú Túc", COMMUNE, PlaceKind.TOWNSHIP, "phú túc"),
        ("Đặc khu Lý Sơn", COMMUNE, PlaceKind.SPECIAL_ZONE, "lý sơn"),
        ("Phường 8", COMMUNE, PlaceKind.WARD, "8"),
        ("xã", COMMUNE, None, "xã"),
        ("Xã Đàn", COMMUNE, PlaceKind.COMMUNE, "đàn"),
        ("Bản Phùng", COMMUNE, None, "bản phùng"),
        ("Bản Phùng", PlaceLevel.COMMUNITY, PlaceKind.BAN, "phùng"),
        ("Thị xã An Khê", PlaceLevel.DISTRICT, PlaceKind.TOWN, "an khê"),
        ("TX. An Khê", PlaceLevel.DISTRICT, PlaceKind.TOWN, "an khê"),
        ("Thành phố Huế", PROVINCE, PlaceKind.MUNICIPALITY, "huế"),
        ("TP.Pleiku", PlaceLevel.DISTRICT, PlaceKind.PROVINCIAL_CITY, "pleiku"),
        ("Hoà Bình", PROVINCE, None, "hòa bình"),
        ("T. Gia Lai", PROVINCE, PlaceKind.PROVINCE, "gia lai"),
    ],
)
def test_a_cell_is_a_kind_and_a_name(cell, level, kind, key):
    for form in ("NFC", "NFD"):
        found = read_name(normalize(form, cell), level)
        assert (found.kind, found.key) == (kind, key)
    assert read_name("  ", level) is None


@st.composite
def spellings(draw, name, words):
    """One of the ways to type a name, with a word for its kind or without."""
    text = draw(st.sampled_from(["", *words])) + name
    text = draw(st.sampled_from([str, str.upper, str.lower]))(text)
    text = draw(st.sampled_from([str, lambda t: t.replace("òa", "oà").replace("ÒA", "OÀ")]))(text)
    blanks = draw(st.sampled_from([" ", "  ", "\u00a0", "\t"]))
    return draw(st.sampled_from(["", " "])) + normalize(draw(st.sampled_from(["NFC", "NFD"])), text).replace(
        " ", blanks
    )


@given(st.data())
def test_however_it_is_typed_a_place_is_one(data):
    """Wards and communes by names that are no other's kind: as many forms as places."""
    words = {"Ia Sơn": ("Xã ", "x. "), "Hòa Phú": ("Phường ", "P.", "p. "), "Chư Răng": ("xã ",)}
    cells = {
        data.draw(spellings(name, words[name])): folded(name)
        for name in data.draw(st.lists(st.sampled_from(sorted(words)), min_size=1, max_size=8))
    }
    forms, unclear = one_form([row("Gia Lai", "", cell) for cell in cells])
    assert unclear == []
    found = {names: names[2].key for names in forms.values()}
    assert len({names[2] for names in found}) == len({*cells.values()})
    for cell, key in cells.items():
        assert forms[row("Gia Lai", "", cell)][2].key == key


class TestOneForm:
    """What a name without its kind is."""

    def test_the_only_kind_that_the_name_has_elsewhere(self):
        forms, _ = one_form([row(commune="Ia Sơn"), row(commune="IA SƠN"), row("Gia Lai", "", "Xã ia sơn")])
        assert {names[2].full for names in forms.values()} == {"xã Ia Sơn"}

    def test_two_kinds_are_two_places_and_a_name_without_one_is_neither(self):
        rows = [row(commune=cell) for cell in ("Phường An Khê", "Xã An Khê")]
        forms, unclear = one_form(rows)
        assert ({names[2].full for names in forms.values()}, unclear) == ({"phường An Khê", "xã An Khê"}, [])
        _, (found,) = one_form([*rows, row(commune="An Khê")])
        assert (found.level, found.meanings) == (COMMUNE, "xã An Khê hay phường An Khê")
        town = [row(commune=cell) for cell in ("Thị xã An Khê", "Phường An Khê", "An Khê")]
        assert one_form(town)[1][0].meanings == "thị xã An Khê hay phường An Khê"

    def test_only_within_places_that_agree(self):
        rows = [
            row("Gia Lai", "", "Phường Tân Lập"),
            row("Đắk Lắk", "", "Xã Tân Lập"),
            row("Đắk Lắk", "", "Tân Lập"),
        ]
        forms, unclear = one_form(rows)
        assert (forms[rows[2]][2].full, unclear) == ("xã Tân Lập", [])
        rows.append(row("Kon Tum", "", "Tân Lập"))
        assert one_form(rows)[0][rows[3]][2].kind is None

    def test_whichever_order_the_rows_come_in(self):
        rows = [row(commune=cell) for cell in ("IA SƠN", "ia sơn", "Ia Sơn", "Hoà Phú", "Hòa Phú")]
        assert one_form(rows)[0] == one_form(rows[::-1])[0]
        assert one_form(rows)[0][rows[0]][2].shown == "Ia Sơn"


def test_places_and_rows_agree():
    gia_lai = Place(name="Gia Lai", kind=PlaceKind.PROVINCE)
    ward = Place(name="An Bình", kind=PlaceKind.WARD, parent=gia_lai)
    hamlet = Place(name="Pốt", kind=PlaceKind.LANG, parent=ward)
    for place in (gia_lai, ward, hamlet):
        assert place_text(lineage_of(place)) == format_place(place)
    assert same_place(lineage_of(ward), row("tỉnh Gia Lai", "", "AN BÌNH"))
    assert same_place(lineage_of(ward), row("", "", "An Bình"))
    assert not same_place(lineage_of(ward), row("Kon Tum", "", "An Bình"))
    assert not same_place(lineage_of(ward), row("Gia Lai", "", "Xã An Bình"))
    assert not same_place(lineage_of(ward), lineage_of(hamlet))
    assert lies_in(lineage_of(hamlet), row("", "", "P. An Bình"))
    assert lies_in(lineage_of(ward), lineage_of(gia_lai))
    assert not lies_in(lineage_of(ward), lineage_of(hamlet))
    assert not lies_in(lineage_of(hamlet), row("Kon Tum", "", "An Bình"))
    assert not lies_in(row("", "", "An Bình"), lineage_of(gia_lai))


def test_names_of_several_places_have_what_keeps_them_apart():
    rows = [
        row("Gia Lai", "", "Xã Tân Lập"),
        row("Đắk Lắk", "", "Xã Tân Lập"),
        row("Đắk Lắk", "", "Xã Ia Lâu"),
    ]
    assert homonyms(rows, [COMMUNE]) == {"xã Tân Lập": PROVINCE}
    assert homonyms(rows, [PROVINCE, COMMUNE]) == {}
    assert homonyms(rows, [PROVINCE]) == {}
    assert homonyms([rows[0], row("", "", "Xã Tân Lập")], [COMMUNE]) == {}
