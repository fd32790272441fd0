"""Facts as rows: the same keys and types in each, so that a data frame takes them as they are."""

from decimal import Decimal

import polars as pl
from hypothesis import given

from danvankheo import audit, load, scan, testing
from danvankheo.scanning import FactRow, Facts, fact_rows


@given(testing.report_texts())
def test_every_fact_is_one_row_with_the_same_keys(marked):
    facts = scan(marked.text)
    rows = facts.to_dicts()
    assert [marked.text[row["start"] : row["end"]] for row in rows] == [fact.surface for fact in facts]
    for fact, row in zip(facts, rows, strict=True):
        assert [*row] == [*FactRow.__annotations__]
        assert row["kind"] == fact.kind.value
        if fact.quantity is not None and fact.form != "một nửa":
            assert row["value"] == fact.quantity.value
        if fact.ratio is not None and fact.ratio.unit is None:
            assert (row["part"], row["whole"]) == (fact.ratio.part, fact.ratio.whole)


def test_a_data_frame_takes_them():
    text = (
        "Góp hơn 154,4 triệu đồng, hiến 260 m2 đất; có 27/28 trường đạt chuẩn (96,43%). Hộ nghèo giảm từ "
        "11,42% xuống còn 4,05%, so với năm 2021. Mỗi lượt vay từ 5 đến 10 triệu đồng. Chỉ thị số 16/CT-TTg "
        "ngày 02/11/2022, quý III/2022."
    )
    frame = pl.DataFrame(scan(text).to_dicts(), infer_schema_length=None)
    assert frame["value"].dtype == pl.Decimal
    assert frame.filter(kind="money")["value"].to_list() == [Decimal(154400000)]
    assert frame.filter(kind="range").select("low", "high", "unit").rows() == [
        (Decimal(5_000_000), Decimal(10_000_000), "VND")
    ]
    assert frame.filter(kind="change").select("low", "high", "unit").rows() == [
        (Decimal("11.42"), Decimal("4.05"), "percent")
    ]
    assert frame["time"].drop_nulls().to_list() == ["2021", "2022-11-02", "2022-Q3"]


def test_findings_and_facts_have_the_same_name_for_it():
    found = audit(load("docs/examples/an-khe-2022.json"))
    assert pl.DataFrame(found.to_dicts(), infer_schema_length=None).height == len(found)
    assert Facts().to_dicts() == found[:0].to_dicts() == fact_rows([]) == []
