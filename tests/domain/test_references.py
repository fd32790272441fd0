"""References to documents, with or without number and year."""

import pickle

import pytest
from hypothesis import given

from danvankheo import (
    DocumentRef,
    InvalidValueError,
)
from support import document_refs


def refused(match: str):
    """What refuses a value, in these words."""
    return pytest.raises(InvalidValueError, match=match)


class TestDocumentRef:
    """References to documents."""

    @given(document_refs)
    def test_they_survive_pickle(self, document):
        assert pickle.loads(pickle.dumps(document)) == document

    @pytest.mark.parametrize("number", [0, -1, "016", "", "a", "1234567", True, 1.5, None, "16\n"], ids=repr)
    def test_numbers(self, number):
        with refused(r"DocumentRef\.number: expected (a number such as 16 or 30a|a whole number)"):
            DocumentRef(type="Chỉ thị", number=number, symbol="CT-TTg")

    @pytest.mark.parametrize("symbol", ["ct-TTg", "CT--TTg", "CT TTg", "-CT", "CT/", "CT\n", "CT-TTg\n"])
    def test_symbols(self, symbol):
        with refused(r"DocumentRef\.symbol"):
            DocumentRef(type="Chỉ thị", number=16, symbol=symbol)

    @pytest.mark.parametrize("year", ["2022", 0, 10_000, True])
    def test_years(self, year):
        with refused(r"DocumentRef\.year"):
            DocumentRef(type="Chỉ thị", number=16, symbol="CT-TTg", year=year)
