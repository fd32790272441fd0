"""What figures are for: the made papers, and heads that speak for themselves."""

import json

import pytest

from danvankheo.domain.model import ModelField
from danvankheo.office.reader import read
from danvankheo.office.tables.meaning import FigureRole, Measure, field_named, meaning_of
from danvankheo.office.tables.reading import read_tables
from office_files import PAPERS
from office_tables import table_of

EXPECTED = json.loads((PAPERS / "expected.json").read_text(encoding="utf-8"))["files"]


@pytest.mark.parametrize("name", EXPECTED)
def test_roles_of_the_made_figures(name):
    found = {
        (figure.address.block, figure.address.row, figure.address.column): meaning_of(table, figure)
        for table in read_tables(read(PAPERS / name))
        for figure in table.figures
    }
    for figure in EXPECTED[name]["figures"]:
        means = figure["means"]
        key = figure["at"]["block"], figure["at"].get("row"), figure["at"].get("column")
        if key not in found or means.get("hidden") or not means.get("role"):
            continue
        assert found[key].role is FigureRole(means["role"]), figure
        assert found[key].total or not means.get("total"), figure
        if means.get("field"):
            assert found[key].field.label == means["field"]
        if means.get("donor"):
            assert found[key].giver == means["donor"]


def roles(text, captions=()):
    table = table_of(text, captions=captions)
    return [meaning_of(table, figure).role for figure in table.figures]


def test_money_of_a_budget_is_no_gift():
    text = "Nội dung | Số tiền (triệu đồng)\nChi đầu tư | 4.300\nChi khác | 1.880"
    assert roles(text, ("DỰ TOÁN CHI NĂM 2026",)) == [FigureRole.PLAN] * 2
    assert roles(text, ("Nhân dân đóng góp năm 2026",)) == [FigureRole.CONTRIBUTION] * 2


def test_changes_rests_and_shares():
    assert roles("Chỉ tiêu | Kế hoạch | Thực hiện (hộ) | Còn lại | Tỷ lệ (%)\nA | 20 | 12 | 8 | 60") == [
        FigureRole.PLAN,
        FigureRole.INDICATOR,
        FigureRole.REST,
        FigureRole.INDICATOR,
    ]


def test_measures_and_fields():
    table = table_of("Lĩnh vực | Tiền (triệu đồng) | Ngày công | Đất (m2) | Hộ\nKinh tế | 1,5 | 2 | 30 | 4")
    meanings = [meaning_of(table, figure) for figure in table.figures]
    assert [each.measure for each in meanings] == [Measure.MONEY, Measure.LABOUR, Measure.LAND, Measure.COUNT]
    assert {each.field for each in meanings} == {ModelField.ECONOMY}
    assert field_named("VH-XH") is ModelField.CULTURE_SOCIETY
