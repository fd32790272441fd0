"""Which place a figure is of, where a text is about several places of one level."""

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from danvankheo.domain.places import Place, PlaceLevel
from danvankheo.drafting.names import Named, is_of_directive, places_in, same_name
from danvankheo.locale_vi import contexts, movements, nouns
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.running_text import RunningText, folded

_LEVELS: Final = (PlaceLevel.COMMUNE, PlaceLevel.DISTRICT)
_PLACING: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.PLACING)}) \Z")
_LOOK_BACK: Final = 30
_LONGEST_OPENING: Final = 60
# After one of these, verbs and prepositions, a place is named in passing: "đã thăm mô hình của xã".
_NOT_OPENING: Final = contexts.PHRASE_ENDS | nouns.NOT_NOUNS


class Scene(NamedTuple):
    """From where on a text is about a place."""

    start: int
    place: str
    is_own: bool


def scenes_of(text: RunningText, own: Place | None) -> list[Scene]:
    """Return where a text turns to a place of the level of its own, in its order.

    A place opens a scene at the head of a sentence or clause, or after a word that says where or
    who: "Còn tại xã Ia Piar". One that is named in passing opens none.

    >>> from danvankheo import Place, PlaceKind
    >>> text = RunningText("Xã Ia Sơn góp 5 triệu đồng. Còn tại xã Ia Piar, bà con góp 3 triệu đồng.")
    >>> own = Place(name="Ia Sơn", kind=PlaceKind.COMMUNE)
    >>> [(scene.place, scene.is_own) for scene in scenes_of(text, own)]
    [('xã Ia Sơn', True), ('xã Ia Piar', False)]
    """
    if own is None or own.kind.level not in _LEVELS:
        return []
    return [
        Scene(place.start, f"{place.kind.label} {place.name}", _is_own(text, place, own))
        for place in places_in(text)
        if place.kind.level is own.kind.level
        and _opens(text, place.start)
        and not is_of_directive(text, place.start)
    ]


def _is_own(text: RunningText, place: Named, own: Place) -> bool:
    """Return whether a name is that of the text's own place, with small letters after its first, too."""
    if same_name(place.name, own.name):
        return True
    return text.low.startswith(folded(own.name), place.end - len(place.name))


def _opens(text: RunningText, at: int) -> bool:
    if _PLACING.search(text.low, max(0, at - _LOOK_BACK), at):
        return True
    sentence = text.sentence_start(at, _LONGEST_OPENING + 1)
    clause = max(sentence, *(text.low.rfind(sign, sentence, at) + 1 for sign in ",;:"))
    words = text.low[clause:at].split()
    return at - clause <= _LONGEST_OPENING and all(
        word.isalpha() and word not in _NOT_OPENING for word in words
    )


def scene_at(scenes: list[Scene], at: int) -> Scene | None:
    """Return the scene in which a position lies, or None before the first."""
    found = bisect_left(scenes, at, key=lambda scene: scene.start)
    return scenes[found - 1] if found else None
