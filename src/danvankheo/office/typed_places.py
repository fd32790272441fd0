"""A place that somebody typed into a cell or an option: kinds and names, from the smaller to the wider."""

from typing import Final

from danvankheo.domain.places import Place, PlaceLevel
from danvankheo.drafting.names import place_in_words, province_called
from danvankheo.errors import DanVanKheoError
from danvankheo.reporting.place_names import read_name

_LEVELS: Final = (PlaceLevel.COMMUNITY, PlaceLevel.COMMUNE)


def place_typed(text: str) -> Place | None:
    """Return the place that a whole text names: "làng Pốt, xã Tú An, Gia Lai"; None if any part is no place.

    The kind may be missing of a province alone.

    >>> [place.kind.label for place in place_typed("làng Pốt, x. Tú An, Gia Lai").lineage()]
    ['làng', 'xã', 'tỉnh']
    >>> place_typed("Pốt"), place_typed("làng Pốt, hôm qua")
    (None, None)
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    found = place_in_words(text)
    if found is not None and len([*found.lineage()]) == len(parts):
        return found
    place: Place | None = None
    for part in reversed(parts):
        place = _within(part, place)
        if place is None:
            return None
    return place


def _within(part: str, outer: Place | None) -> Place | None:
    for level in _LEVELS:
        name = read_name(part, level)
        if name is not None and name.kind is not None:
            try:
                return Place(name=name.shown, kind=name.kind, parent=outer)
            except DanVanKheoError:
                return None
    return province_called(part) if outer is None else None
