"""Where it was: the place of the title, of whoever holds it, or the one that a text names most."""

import re
from collections import Counter
from typing import Final

from danvankheo.domain.places import Place, PlaceKind, PlaceLevel
from danvankheo.drafting.material import Material
from danvankheo.drafting.names import (
    Body,
    Named,
    bare_name,
    is_of_directive,
    most_named,
    places_in,
    province_called,
    province_following,
)
from danvankheo.drafting.titles import LONGEST_TITLE, is_stamp
from danvankheo.locale_vi import movements
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.running_text import RunningText, folded

_FIRST: Final = 600
_NEAR: Final = 60
_HEAD: Final = 200
_IN_ADDRESS: Final = 3
_OF_PROVINCE: Final = re.compile(r"(?:sở|ngành|công đoàn ngành|tỉnh|cục|công an tỉnh|hội|liên đoàn)(?!\w)")


def place_of(material: Material, organizer: Body | None) -> Place | None:
    """Return the place of the movement: that of the title, of who holds it, or the one named most.

    Whoever issued a plan from above is not where it was carried out, and a neighbour is not either. Where
    the one who holds it is of a level that the text has no name for, a place below is a part, not the whole.
    """
    text = material.text
    named = places_in(text)
    here = [
        place
        for place in named
        if not is_of_directive(text, place.start)
        and not _BESIDE.search(text.low, max(0, place.start - _NEAR), place.start)
    ]
    place = (
        _province_of_body(organizer)
        or _place_of_title(text, here)
        or _place_of_organizer(organizer, here)
        or _place_beside(organizer, here)
    )
    if place is None and (organizer is None or organizer.kind is None):
        place = _defined_place(text) or _most_named(here, _end_of_head(text))
    if place is None:
        return None
    province = _province(material, place, named)
    parent = _district(place, named, province) or province
    if parent and parent.kind.level > place.kind.level:
        return Place(name=place.name, kind=place.kind, parent=parent)
    return Place(name=place.name, kind=place.kind)


# Before the name of a place: another one lies there, and the text is about its neighbour.
_BESIDE: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.BESIDE)}) (?:với )?\Z")
_DEFINED: Final = re.compile(
    rf" là (?:một )?(?:trong (?:những|các) )?(?P<word>{any_of(movements.PLACE_WORDS)})(?!\w)"
)


def _end_of_head(text: RunningText) -> int:
    """Return where the head of a text ends: its title and its first sentence."""
    line = text.low.find("\n")
    return text.sentence_end(line + 1 if 0 <= line < LONGEST_TITLE else 0, _FIRST)


def _place_of_title(text: RunningText, named: list[Named]) -> Named | None:
    """Return the lowest place in the title of a text, unless it has two of that level.

    "Hiệp Hòa: 20 học sinh nhận học bổng" opens with the name of one that the text names in full.
    """
    start, end = 0, text.low.find("\n")
    if not 0 < end < LONGEST_TITLE:
        return None
    if is_stamp(text.text[:end]):
        start, end = end + 1, text.low.find("\n", end + 1)
    opening = bare_name(text.low[start:end].partition(":")[0])
    opened = next((place for place in named if bare_name(place.name) == opening), None)
    if opened is not None:
        return opened
    words = text.text[start:end].split(":")[0].split()
    for length in (4, 3, 2):  # "Yên Bái: …", "Hà Nội có 109 xã …"
        province = province_called(" ".join(words[:length])) if len(words) >= length else None
        if province is not None:
            return Named(province.kind, province.name, start, start + len(province.name))
    places = [place for place in named if place.end <= end and place.kind.level is not PlaceLevel.PROVINCE]
    if not places:
        return None
    lowest = min(place.kind.level for place in places)
    names = {folded(place.name): place for place in places if place.kind.level is lowest}
    return next(iter(names.values())) if len(names) == 1 else None


def _place_beside(organizer: Body | None, named: list[Named]) -> Named | None:
    """Return the place in brackets after a body, or the one that its own name ends with.

    "Trường Tiểu học Đức Thắng (huyện Hiệp Hòa)", "Trường THCS Hoàng Thanh" of "xã Hoàng Thanh".
    """
    if organizer is None or organizer.kind is not None:
        return None
    for place in named:
        if 0 <= place.start - organizer.end <= _IN_ADDRESS:
            return place
    run = organizer.organization.name.split()
    while run and not run[0][0].isupper():
        run = run[1:]
    ends = {folded(" ".join(run[-length:])) for length in range(1, len(run) + 1)}
    own = [place for place in named if folded(place.name) in ends and len(place.name.split()) > 1]
    return own[0] if own else None


def _defined_place(text: RunningText) -> Named | None:
    """Return the place that a sentence says what it is: "Mai Trung là xã an toàn khu"."""
    for found in _DEFINED.finditer(text.low):
        start = text.sentence_start(found.start(), _NEAR)
        words = text.text[start : found.start()].split()
        if words and folded(words[0]) in movements.PLACE_WORDS:
            words = words[1:]
        if text.text[found.end() + 1 : found.end() + 2].isupper():
            continue  # "nơi đến là xã Ia Sơn"
        if 0 < len(words) <= _MOST_WORDS and all(word[0].isupper() for word in words):
            kind = PlaceKind(movements.PLACE_WORDS[found["word"]])
            return Named(kind, " ".join(words), start, found.start())
    return None


_MOST_WORDS: Final = 4


def _place_of_organizer(organizer: Body | None, named: list[Named]) -> Named | None:
    if organizer is None or organizer.kind is None:
        return None
    if organizer.place:
        shorter = [
            place
            for place in named
            if place.kind is organizer.kind and folded(organizer.place).startswith(folded(place.name))
        ]
        name = min((place.name for place in shorter), key=len, default=organizer.place)
        name = name.title() if name.isupper() else name
        return Named(organizer.kind, name, organizer.start, organizer.end)
    return most_named([place for place in named if place.kind is organizer.kind], organizer.kind.level)


def _province_of_body(organizer: Body | None) -> Named | None:
    """Return the province that the name of a body ends with: "Sở Giáo dục và Đào tạo Bắc Giang"."""
    if (
        organizer is None
        or organizer.kind is not None
        or not _OF_PROVINCE.match(folded(organizer.organization.name))
    ):
        return None
    words = organizer.organization.name.split()
    for length in (4, 3, 2):
        name = " ".join(words[-length:])
        province = province_called(name)
        if province is not None:
            return Named(province.kind, name, organizer.start, organizer.end)
    return None


def _most_named(named: list[Named], head: int) -> Named | None:
    """Return the district or commune that is named most, thrice the weight at the head; or a province.

    Spellings of one name count together. A province that stands at the head of a text alone is its place,
    and those below are parts of it.

    Args:
        named: the places of the text.
        head: where its title and its first sentence end.
    """
    weights: Counter[tuple[PlaceKind, str]] = Counter()
    provinces = {folded(place.name) for place in named if place.kind is PlaceKind.PROVINCE}
    named = [
        place
        for place in named
        if not (place.kind is PlaceKind.PROVINCIAL_CITY and folded(place.name) in provinces)
        and not (place.kind is PlaceKind.PROVINCE and province_called(place.name) is None)
    ]
    first = {place.kind.level for place in named if place.start < head}
    if first == {PlaceLevel.PROVINCE}:
        return most_named(named, PlaceLevel.PROVINCE)
    for before, place in zip([None, *named], named, strict=False):
        if before and before.kind.level < place.kind.level and place.start - before.end <= _IN_ADDRESS:
            continue  # xã Chư Răng, huyện Ia Pa
        if place.kind.level in (PlaceLevel.DISTRICT, PlaceLevel.COMMUNE):
            weights[place.kind, bare_name(place.name)] += 3 if place.start < _HEAD else 1
    if not weights:
        return most_named(named, PlaceLevel.PROVINCE)
    (kind, name), _ = max(weights.items(), key=lambda told: (told[1], told[0][0].level))
    return next(place for place in named if (place.kind, bare_name(place.name)) == (kind, name))


def _district(place: Named, named: list[Named], province: Place | None) -> Place | None:
    """Return the district stated right after a commune: "xã Bình Yên, huyện Sơn Hòa"."""
    if place.kind.level is not PlaceLevel.COMMUNE:
        return None
    ends = [other.end for other in named if (other.kind, other.name) == (place.kind, place.name)]
    for above in named:
        if above.kind.level is PlaceLevel.DISTRICT and any(0 < above.start - end <= 3 for end in ends):
            return Place(name=above.name, kind=above.kind, parent=province)
    return None


def _province(material: Material, place: Named, named: list[Named]) -> Place | None:
    """Return the province of a place: stated right after its name, else the one that the text names."""
    if place.kind.level is PlaceLevel.PROVINCE:
        return None
    start = 0
    low, name = material.text.low, folded(place.name)
    while (at := low.find(name, start)) >= 0:
        start = at + len(place.name)
        following = province_following(material.text, start)
        if following:
            return following
    most = most_named(named, PlaceLevel.PROVINCE)
    if most is None:
        return None
    return province_called(most.name) or (
        Place(name=most.name, kind=most.kind) if most.kind is PlaceKind.PROVINCE else None
    )
