"""What columns mean can be given, saved beside the files, and is said where it was used."""

import tomllib

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import InvalidValueError, Period, office
from danvankheo.domain.units import UNITS
from danvankheo.testing import units
from danvankheo.units import MILLION_DONG, SQUARE_METRE, WORKDAY

QUARTER = Period.quarter(2026, 2)
HOUSEHOLDS = office.Form(
    name="Sổ hộ nghèo",
    columns={
        "Hộ nghèo": office.part("poverty_rate"),
        "Tổng số hộ": office.whole("poverty_rate"),
        "Đóng góp": office.money(MILLION_DONG),
        "Công": office.labour(),
        "Ghi chú": None,
    },
)


def ledger(path, *rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


ROWS = (
    ("TT", "Thôn", "Tổng số hộ", "Hộ nghèo", "Đóng góp", "Công", "Ghi chú"),
    (1, "Thôn 1", 120, 6, 41.5, 38, 7),
    (2, "Thôn 2", 95, 4, 12, "…", 8),
    (None, "Tổng cộng", 215, 10, 53.5, 38, None),
)


def test_columns_that_heads_do_not_tell(tmp_path):
    path = ledger(tmp_path / "so.xlsx", *ROWS)
    found = office.collect(path, period=QUARTER, form=HOUSEHOLDS)
    (sent,) = found.sent
    assert sent.form == "Sổ hộ nghèo"
    assert [str(gift.quantity) for gift in sent.movement.contributions] == [
        "41,5 triệu đồng", "38 ngày công", "12 triệu đồng",
    ]  # fmt: skip
    assert [(each.kind.value, each.part, each.whole) for each in sent.movement.indicators] == [
        ("poverty_rate", 6, 120),
        ("poverty_rate", 4, 95),
    ]
    assert str(sent.addresses_of("$.indicators[1]")[0]) == "so.xlsx, Sheet!D3"
    assert {each.kind for each in found.problems} <= {
        office.ProblemKind.PERIOD_ASSUMED, office.ProblemKind.NO_PLACE,
    }  # fmt: skip


def test_a_total_of_a_given_column_is_checked_and_not_added(tmp_path):
    rows = [*ROWS[:-1], (None, "Tổng cộng", 215, 10, 63.5, 38, None)]
    found = office.collect(ledger(tmp_path / "so.xlsx", *rows), period=QUARTER, form=HOUSEHOLDS, audit=False)
    (problem,) = [each for each in found.problems if each.kind is office.ProblemKind.AUDIT]
    assert problem.vietnamese == "dòng tổng ghi 63,5, các dòng cộng lại được 53,5"
    assert str(found.total[0].quantity) == "53.500.000 đồng"


def test_columns_of_a_form_that_are_not_there_are_said(tmp_path):
    rows = [[cell for at, cell in enumerate(row) if at != 5] for row in ROWS]
    found = office.collect(ledger(tmp_path / "so.xlsx", *rows), period=QUARTER, form=HOUSEHOLDS)
    (problem,) = [each for each in found.problems if each.kind is office.ProblemKind.FORM_IN_PART]
    assert "“Công”" in problem.vietnamese


def test_the_form_that_fits_best_is_taken(tmp_path):
    other = office.Form(name="Sổ khác", columns={"Thôn": "place", "Số tiền": MILLION_DONG})
    found = office.collect(ledger(tmp_path / "so.xlsx", *ROWS), period=QUARTER, form=[other, HOUSEHOLDS])
    assert found.sent[0].form == "Sổ hộ nghèo"


def test_a_saved_form_is_found_by_its_path(tmp_path):
    office.save_form(HOUSEHOLDS, tmp_path / "bieu.toml")
    assert office.load_form(tmp_path / "bieu.toml") == HOUSEHOLDS
    found = office.collect(ledger(tmp_path / "so.xlsx", *ROWS), period=QUARTER, form=tmp_path / "bieu.toml")
    assert found.sent[0].form == "Sổ hộ nghèo"


heads = st.text(min_size=1, max_size=20).filter(
    lambda text: text.strip(" .,:;-–*+\n\t") and "\x00" not in text
)
meanings = st.one_of(
    st.none(),
    units(),
    st.sampled_from([*office.ColumnKind]),
    st.builds(office.part, st.text(max_size=20)),
    st.builds(office.whole, st.sampled_from(["poverty_rate", "Hộ có nước sạch"])),
    st.builds(office.rate, st.text(max_size=20)),
    st.just(office.money(MILLION_DONG)),
    st.just(office.land(SQUARE_METRE)),
    st.just(office.labour(WORKDAY)),
    st.just(office.goods("suất quà")),
)


@given(
    st.text(max_size=30),
    st.dictionaries(heads, meanings, max_size=6),
    st.lists(st.text(max_size=9), max_size=2),
)
def test_every_form_is_saved_and_loaded_back(tmp_path_factory, name, columns, sheets):
    from danvankheo.office.tables.words import letters_of

    columns = {head: meaning for head, meaning in columns.items() if letters_of(head)}
    form = office.Form(name=name, columns=columns, sheets=sheets)
    tomllib.loads(form.toml)
    path = tmp_path_factory.mktemp("bieu") / "bieu.toml"
    office.save_form(form, path)
    assert office.load_form(path) == form


@pytest.mark.parametrize(
    "text",
    [
        "version = 1",
        'version = 2\nname = "a"\n[columns]',
        "version = 1\nname = 5\n[columns]",
        'version = 1\nsheets = "a"\n[columns]',
        "version = 1\nkhac = 1\n[columns]",
        'version = 1\n[columns]\n"Tiền" = "tien"',
        'version = 1\n[columns]\n"Tiền" = { gift = "trieu" }',
        'version = 1\n[columns]\n"Tiền" = { gift = "dong", part = "a" }',
        'version = 1\n[columns]\n"Tiền" = 5',
        "not toml",
        "\xff",
    ],
)
def test_what_is_no_form_is_refused(tmp_path, text):
    path = tmp_path / "bieu.toml"
    path.write_bytes(text.encode("latin-1") if text == "\xff" else text.encode())
    with pytest.raises(InvalidValueError):
        office.load_form(path)


@pytest.mark.parametrize("columns", [{"Tiền": "tien"}, {"": None}, {5: None}, {"Tiền": 5}])
def test_a_form_of_what_is_no_meaning_is_refused(columns):
    with pytest.raises(InvalidValueError):
        office.Form(name="a", columns=columns)


def test_money_is_in_a_unit_of_money():
    with pytest.raises(InvalidValueError):
        office.money(UNITS["workday"])
