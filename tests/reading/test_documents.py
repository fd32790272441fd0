"""Documents by their symbols, both ways."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvankheo import DocumentRef, DocumentSystem, ReadingError, format_document, parse_document
from support import document_refs

PARTY = DocumentSystem.PARTY
DOCUMENTS = {
    "Chỉ thị số 16/CT-TTg": DocumentRef(type="Chỉ thị", number=16, symbol="CT-TTg"),
    "Nghị quyết Số: 09/2022/NQ-HĐND": DocumentRef(type="Nghị quyết", number=9, symbol="NQ-HĐND", year=2022),
    "Thông tư 02/2022/TT-BLĐTBXH": DocumentRef(type="Thông tư", number=2, symbol="TT-BLĐTBXH", year=2022),
    "10/2022/QH15": DocumentRef(number=10, symbol="QH15", year=2022),
    "số 249/MTTQ-BTT": DocumentRef(number=249, symbol="MTTQ-BTT"),
    "9086/BNV-CTTN&BĐG": DocumentRef(number=9086, symbol="BNV-CTTN&BĐG"),
    "1664/NQ-UBTVQH15": DocumentRef(number=1664, symbol="NQ-UBTVQH15"),
    "Nghị quyết số 25-NQ/TW": DocumentRef(type="Nghị quyết", number=25, symbol="NQ/TW", system=PARTY),
    "Nghị quyết số 25-\nNQ/TW": DocumentRef(type="Nghị quyết", number=25, symbol="NQ/TW", system=PARTY),
    "36-HD/VPTW": DocumentRef(number=36, symbol="HD/VPTW", system=PARTY),
    "19780-CV/VPTW": DocumentRef(number=19780, symbol="CV/VPTW", system=PARTY),
    "Thông tri số 06-TTr/QU": DocumentRef(type="Thông tri", number=6, symbol="TTr/QU", system=PARTY),
    "Chỉ thị 05 CT/TW": DocumentRef(type="Chỉ thị", number=5, symbol="CT/TW", system=PARTY),
    "Nghị quyết số 18 NQ/ TU": DocumentRef(type="Nghị quyết", number=18, symbol="NQ/TU", system=PARTY),
    "Quyết định 123 QĐ-TTg": DocumentRef(type="Quyết định", number=123, symbol="QĐ-TTg"),
    "Nghị định 30/2020 NĐ-CP": DocumentRef(type="Nghị định", number=30, symbol="NĐ-CP", year=2020),
    "Chỉ thị số 16/CT-TTg, ngày 23/5/2021": DocumentRef(
        type="Chỉ thị", number=16, symbol="CT-TTg", issued=date(2021, 5, 23)
    ),
    "Nghị quyết số 30a/2008/NQ-CP ngày 27 tháng 12 năm 2008": DocumentRef(
        type="Nghị quyết", number="30a", symbol="NQ-CP", year=2008, issued=date(2008, 12, 27)
    ),
}


@pytest.mark.parametrize(("text", "document"), DOCUMENTS.items())
def test_documents_that_are_read(text, document):
    assert parse_document(text) == document
    assert parse_document(format_document(document, issued=True)) == document


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "document-text"), ("Nghị quyết số 25", "document-text"), ("Nghị quyết 30a", "document-text"),
        ("số 16", "document-text"), ("16/", "document-text"), ("16/2022", "document-text"), ("0/CT-TTg", "document-text"),
        ("Nghị quyết 18 NQ", "document-text"), ("12 HTX", "document-text"), ("16/ct-ttg!", "pattern"), ("05-QĐ/TU ngày 2/11", "whole-date"), ("05-QĐ/TU ngày 31/2/2022", "calendar-day"),
        ("27/28 trường", "document-text"), ("1234567/CT-TTg", "document-text"),
    ],
)  # fmt: skip
def test_documents_that_are_refused(text, reason):
    with pytest.raises(ReadingError) as refused:
        parse_document(text)
    assert refused.value.reason.value == reason


@given(st.integers(1, 9999))
def test_every_year_of_a_symbol_comes_back(year):
    document = DocumentRef(number=5, year=year, symbol="QĐ-UBND")
    assert parse_document(format_document(document)) == document


@given(document_refs, st.booleans())
def test_documents_come_back(document, typed):
    if not typed:
        from attrs import evolve

        document = evolve(document, type="")
    assert parse_document(format_document(document, issued=True)) == document
