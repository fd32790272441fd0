"""Hypothesis strategies for the library's records and values; they need Hypothesis (the extra ``testing``).

Examples look like what reports print, and shrink to the smallest of them. With Hypothesis
installed, ``st.from_type(Movement)`` and ``@given(movement=...)`` use these strategies by
themselves; nothing needs to be imported.

>>> from danvankheo import Dimension, Quantity, format_quantity, parse_quantity
>>> from hypothesis import given
>>> @given(quantities(dimension=Dimension.MONEY))
... def test_what_is_written_is_read_back(gift: Quantity) -> None:
...     assert parse_quantity(format_quantity(gift)) == gift
>>> test_what_is_written_is_read_back()
"""

from danvankheo.extras import missing as _missing

try:
    import hypothesis as _hypothesis  # noqa: F401
except ModuleNotFoundError as _error:
    if _error.name != "hypothesis":
        raise
    raise _missing("danvankheo.testing.strategies", "hypothesis", "testing") from None

from danvankheo.testing.strategies.indicators import indicators
from danvankheo.testing.strategies.movements import movements, summaries
from danvankheo.testing.strategies.quantities import (
    attainments,
    changes,
    from_tos,
    gifts,
    quantities,
    quantity_ranges,
    ratios,
    units,
)
from danvankheo.testing.strategies.records import awards, contributions, model_counts, models, results
from danvankheo.testing.strategies.settings import (
    document_refs,
    organizations,
    partial_dates,
    partial_periods,
    periods,
    places,
)
from danvankheo.testing.strategies.texts import report_texts, vietnamese_numerals

__all__ = [
    "attainments",
    "awards",
    "changes",
    "contributions",
    "document_refs",
    "from_tos",
    "gifts",
    "indicators",
    "model_counts",
    "models",
    "movements",
    "organizations",
    "partial_dates",
    "partial_periods",
    "periods",
    "places",
    "quantities",
    "quantity_ranges",
    "ratios",
    "report_texts",
    "results",
    "summaries",
    "units",
    "vietnamese_numerals",
]
