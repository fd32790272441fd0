"""For other people's tests: strategies for every record and value, and how well a reader of texts does.

The strategies need Hypothesis (the extra ``testing``); `score` and what belongs to it do not.

Examples look like what reports print, and shrink to the smallest of them. With Hypothesis
installed, ``st.from_type(Movement)`` and ``@given(movement=...)`` use these strategies by
themselves; nothing needs to be imported.

>>> from danvankheo import Quantity, format_quantity, parse_quantity
>>> from danvankheo.units import Dimension
>>> from hypothesis import given
>>> from danvankheo.testing import quantities
>>> @given(quantities(dimension=Dimension.MONEY))
... def test_what_is_written_is_read_back(gift: Quantity) -> None:
...     assert parse_quantity(format_quantity(gift)) == gift
>>> test_what_is_written_is_read_back()
"""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(__name__, needs={"hypothesis": "testing"})
