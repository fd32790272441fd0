"""Steps: what became of a unit of administration on a day."""

from datetime import date, timedelta
from typing import Final

import attrs

from danvankheo.domain.shown import ShownByField
from danvankheo.places.lookup import PlacesOfTheDay
from danvankheo.places.units import AdminUnit, Confirmation

_DAY: Final = timedelta(days=1)


@attrs.frozen(kw_only=True, repr=False)
class Step(ShownByField):
    """What became of a unit on a day: one pair of an old and a new unit.

    Args:
        old: the unit before.
        new: the unit after.
        day: the first day of the new unit.
        whole: whether the old unit lies wholly in the new one; False if it was divided.
        confirmation: how the official note of the new unit speaks of the old one.
        sources: what the pair is taken from.

    >>> from datetime import date
    >>> from danvankheo import places
    >>> step = places.successors(places.at(date(2025, 6, 30)).unit("23617"))[0]
    >>> step.old.label, step.new.label, step.whole, step.confirmation.label
    ('phường Tây Sơn', 'phường An Khê', True, 'ghi chú nêu tên')
    >>> print(step)
    phường Tây Sơn, thị xã An Khê, tỉnh Gia Lai → phường An Khê, tỉnh Gia Lai (toàn bộ, từ ngày 01/07/2025)
    """

    old: AdminUnit
    new: AdminUnit
    day: date
    whole: bool
    confirmation: Confirmation
    sources: tuple[str, ...]

    def __str__(self) -> str:
        """Return it in Vietnamese, each unit with what it lies in."""
        old = PlacesOfTheDay(self.day - _DAY).text(self.old)
        new = PlacesOfTheDay(self.day).text(self.new)
        how = "toàn bộ" if self.whole else "một phần"
        return f"{old} → {new} ({how}, từ ngày {self.day:%d/%m/%Y})"

    @property
    def resolution(self) -> str:
        """The number of the resolution; that of the new unit."""
        return self.new.resolution
