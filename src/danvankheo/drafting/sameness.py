"""Indicators of one draft: a figure that is stated again is one, and another figure has another name."""

import attrs

from danvankheo.domain.indicator import Indicator
from danvankheo.drafting.material import Material
from danvankheo.drafting.naming import lead_of
from danvankheo.scanning.running_text import folded


class Gathered:
    """The indicators of a draft as they are found.

    Two figures of one short name are seldom about one thing: an audit would call them a contradiction.
    So the later one is named more fully, and left to a person where that does not help.
    """

    def __init__(self, material: Material) -> None:
        """Begin with none."""
        self._material = material
        self.indicators: list[Indicator] = []
        self._by_key: dict[tuple[object, ...], int] = {}

    def add(self, indicator: Indicator, used: list[int]) -> None:
        """Add an indicator with its facts, or the facts to the same one that is there."""
        lead = lead_of(self._material, used[0])
        fuller = f"{lead}: {indicator.name}" if folded(lead) not in folded(indicator.name) else ""
        for name in (indicator.name, fuller):
            if not name:
                continue
            named = attrs.evolve(indicator, name=name)
            position = self._by_key.setdefault(_key(named), len(self.indicators))
            if position == len(self.indicators):
                self.indicators.append(named)
            if self.indicators[position] == named or _says_less(named, self.indicators[position]):
                for at in used:
                    self._material.paths[at] = f"$.indicators[{position}]"
                return


def _key(indicator: Indicator) -> tuple[object, ...]:
    unit = indicator.value.unit.to_base() if indicator.value else indicator.unit
    kind = unit.dimension if unit is not None else None
    return " ".join(folded(indicator.label).split()), kind, indicator.period, indicator.place


def _says_less(one: Indicator, other: Indicator) -> bool:
    """Return whether an indicator has no figure that another one has otherwise."""
    pairs = ((one.value, other.value), (one.part, other.part), (one.change, other.change))
    return all(mine is None or mine == theirs for mine, theirs in pairs)
