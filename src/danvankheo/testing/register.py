"""Tells Hypothesis which strategies draw the library's types; Hypothesis calls it by itself.

It is the package's ``hypothesis`` entry point: `register` runs whenever Hypothesis is imported
where danvankheo is installed, so it loads the records and nothing else. The strategies load when
the first of them is asked for.
"""

from functools import partial
from types import MappingProxyType
from typing import Final

from hypothesis import strategies as st

import danvankheo
from danvankheo import awarding, testing

STRATEGIES: Final = MappingProxyType(
    {
        "Attainment": "attainments",
        "Award": "awards",
        "Change": "changes",
        "Contribution": "contributions",
        "DocumentRef": "document_refs",
        "FromTo": "from_tos",
        "Indicator": "indicators",
        "Model": "models",
        "ModelCount": "model_counts",
        "Movement": "movements",
        "Organization": "organizations",
        "PartialDate": "partial_dates",
        "PartialPeriod": "partial_periods",
        "Period": "periods",
        "Place": "places",
        "Quantity": "quantities",
        "QuantityRange": "quantity_ranges",
        "Ratio": "ratios",
        "RecipientGroups": "recipient_groups",
        "Result": "results",
        "Summary": "summaries",
        "Unit": "units",
    }
)
"""Public types of `danvankheo.domain` and the strategies that draw them."""


def register() -> None:
    """Register a strategy for each of the library's records and values.

    >>> from danvankheo import Movement
    >>> from hypothesis import find, strategies as st
    >>> find(st.from_type(Movement), lambda movement: True).name
    'Dân vận khéo'
    >>> st.from_type(Movement)
    movements()
    """
    for type_name, strategy_name in STRATEGIES.items():
        kind = getattr(danvankheo, type_name, None) or getattr(awarding, type_name)
        st.register_type_strategy(kind, partial(_strategy, strategy_name))


def _strategy(name: str, _type: type) -> st.SearchStrategy[object]:
    """Return a strategy that shows as the call that makes it, which tests can then be written with."""
    strategy: st.SearchStrategy[object] = getattr(testing, name)()

    def drawn(draw: st.DrawFn) -> object:
        return draw(strategy)

    drawn.__name__ = name
    return st.composite(drawn)()
