"""Every record of papers is a value: it pickles, copies and hashes, wherever it was met in a real job."""

import copy
import pickle
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path

import attrs
import pytest

from danvankheo import office

_EXAMPLES = Path(__file__).parents[2] / "docs" / "examples" / "office"


def _within(value: object, seen: set[int]) -> Iterator[object]:
    """Yield a value and all that it holds."""
    if id(value) in seen or isinstance(value, str | bytes | int | float | Enum | None):
        return
    seen.add(id(value))
    yield value
    if attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _within(getattr(value, field.name), seen)
    elif isinstance(value, Mapping):
        for each in (*value.keys(), *value.values()):
            yield from _within(each, seen)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _within(each, seen)


def _met() -> dict[str, object]:
    """Return one instance of each public class that reading, auditing and drafting the examples meets."""
    papers = [
        office.read(path)
        for path in sorted(_EXAMPLES.iterdir())
        if path.is_file() and path.suffix not in {".md", ".txt"}
    ]
    results: list[object] = [*papers, *map(office.audit_paper, papers)]
    results += [reading for paper in papers for reading in office.read_tables(paper)]
    results += [office.remarks_of(office.audit_paper(paper), paper) for paper in papers]
    seen: set[int] = set()
    kinds = {getattr(office, name) for name in office.__all__ if isinstance(getattr(office, name), type)}
    return {
        type(each).__name__: each
        for result in results
        for each in _within(result, seen)
        if type(each) in kinds
    }


@pytest.mark.parametrize(("name", "value"), sorted(_met().items(), key=lambda item: item[0]))
def test_a_record_pickles_copies_and_hashes(name, value):
    if type(value).__eq__ is object.__eq__:  # what a table means is compared by identity
        assert repr(pickle.loads(pickle.dumps(value))) == repr(value)
        return
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.deepcopy(value) == value
    assert hash(copy.copy(value)) == hash(value)


def test_most_records_are_met():
    assert {"Paper", "Paragraph", "Grid", "Cell", "Address", "TableReading", "PaperFinding", "Remark"} <= set(
        _met()
    )
