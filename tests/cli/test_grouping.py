"""Columns to group by are known by their Vietnamese names too, with and without marks."""

import pytest

from danvankheo import Contribution, Movement, Period, Place, PlaceKind, Quantity, save
from danvankheo.cli.app import run
from danvankheo.cli.grouping import NAMES, column_called
from danvankheo.cli.messages import of_options
from danvankheo.units import MILLION_DONG

AN_KHE = "docs/examples/an-khe-2022.json"


@pytest.mark.parametrize(
    ("called", "column"),
    [
        ("tinh", "province"), ("tỉnh", "province"), ("Tỉnh, thành phố", None), ("huyện", "district"),
        ("xa", "commune"), ("XÃ", "commune"), ("xã phường", "commune"), ("linh-vuc", "field"),
        ("lĩnh vực", "field"), ("Lĩnh_vực", "field"), ("nam", "year"), ("năm", "year"), ("ky", "period"),
        ("kỳ", "period"), ("đơn vị", "organizer"), ("other-field", "other_field"), ("kind", None), ("", None),
    ],
)  # fmt: skip
def test_a_column_by_its_names(called, column):
    assert column_called(called) == column


def test_no_name_means_two_columns():
    names = [name for others in NAMES.values() for name in others]
    assert len({*names, *NAMES}) == len(names) + len(NAMES)
    assert {column_called(name) for name in names} == {*NAMES}


def test_names_in_two_languages_give_the_same(capsys):
    outputs = []
    for by in ("field,year", "lĩnh vực, năm", "LINH-VUC,nam,nam"):
        assert run(["totals", "--by", by, AN_KHE]) == 0
        outputs.append(capsys.readouterr())
    assert outputs[0] == outputs[1] == outputs[2]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (["totals", "--by", "xa,màu"], "--by không nhận “màu”; chọn trong: period (ky), year (nam), "),
        (["totals", "--by", "xa,"], "--by không nhận tên trống; chọn trong: "),
        (["report", "--by", "xa,tinh"], "--by không nhận 2 cột; chỉ chọn được 1."),
        (["report", "--by", "nam"], "--by không nhận “nam”; chọn trong: province (tinh), "),
    ],
)
def test_what_is_no_column_is_named_with_the_choices(capsys, call, says):
    assert run([*call, AN_KHE]) == 2
    assert says in capsys.readouterr().err


def _two_communes(folder):
    for name, amount in (("Vĩnh Sơn", 5), ("Đak Pơ", 7)):
        place = Place(name=name, kind=PlaceKind.COMMUNE)
        gift = Contribution(quantity=Quantity(amount, MILLION_DONG), place=place)
        movement = Movement(name="A", period=Period.year(2026), place=place, contributions=(gift,))
        save(movement, folder / f"{name}.json")
        yield str(folder / f"{name}.json")


def test_sums_of_places_are_in_vietnamese_order_with_their_total_last(tmp_path, capsys):
    files = [*_two_communes(tmp_path)]
    assert run(["totals", "--by", "xa", "--format", "markdown", *files]) == 0
    rows = capsys.readouterr().out.strip().splitlines()[-3:]
    assert rows == ["| Xã Đak Pơ | 7 | 1 |", "| Xã Vĩnh Sơn | 5 | 1 |", "| **Tổng cộng** | **12** | **2** |"]
    assert run(["totals", "--by", "xa,nam", *files]) == 0
    assert "Tổng cộng" not in capsys.readouterr().out  # no two years in one sum without a word


def test_a_report_lists_its_places_in_vietnamese_order(tmp_path, capsys):
    assert run(["report", "--format", "markdown", *_two_communes(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert out.index("| Xã Đak Pơ | 7 |") < out.index("| Xã Vĩnh Sơn | 5 |") < out.index("| **Tổng cộng** |")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('convention="vi" đọc 1.234', "--convention vi đọc 1.234"),
        ("nêu sheet= là một trong: A", "nêu --sheet là một trong: A"),
        ("nêu accept_duplicates=True", "nêu --accept-duplicates"),
        ("hãy nêu ở round_up_to=", "hãy nêu ở --round-up-to"),
        ("1 + 1 = 2, a=b", "1 + 1 = 2, a=b"),
    ],
)
def test_arguments_are_said_as_options(text, shown):
    assert of_options(text) == shown
