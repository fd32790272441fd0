"""Columns to group by are known by their Vietnamese names too, with and without marks."""

import pytest

from danvankheo.cli.app import run
from danvankheo.cli.grouping import NAMES, column_called
from danvankheo.cli.messages import of_options

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


def test_sums_of_places_have_a_total_and_those_of_years_none(capsys):
    assert run(["totals", "--by", "lĩnh vực khác,thôn", "--format", "markdown", AN_KHE]) == 0
    assert "Tổng cộng" not in capsys.readouterr().out  # one row is its own total


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
