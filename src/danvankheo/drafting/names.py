"""Places and organisations that a text names."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple
from unicodedata import normalize

from danvankheo.domain.award import GrantingLevel
from danvankheo.domain.organizations import Organization, OrganizationKind
from danvankheo.domain.places import Place, PlaceKind, PlaceLevel
from danvankheo.locale_vi import contexts, movements
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.running_text import RunningText, folded

_PLACE: Final = re.compile(rf"(?<!\w)(?P<word>{any_of(movements.PLACE_WORDS)}) ?(?=\w)(?!ủy|đoàn)")
_PLACE_ALONE: Final = re.compile(rf"(?<!\w)(?P<word>{any_of(movements.PLACE_WORDS)})(?!\w)")
_CHAIRED: Final = re.compile(
    rf"(?<!\w)(?:{any_of(movements.CHAIRS)}|giám đốc|lãnh đạo|ủy viên)(?!\w)[^.;,\n]{{0,50}}\Z"
)
_NEAR_CHAIR: Final = 70
_WORDS_OF_A_PERSON: Final = 3
_NUMBERED: Final = re.compile(r"[0-9]{1,2}(?![\w/.,-])")
_NAME_WORD: Final = re.compile(r" ?([^\W\d_]+(?:[’'][^\W\d_]+)?)")
# In headings a time follows a name without a sign between: "XÃ IA SƠN QUÝ II NĂM 2026".
_TIME: Final = re.compile(r" ?(?:QUÝ (?:[IV]{1,3}|[1-4])|(?:NĂM|THÁNG) [0-9])(?![^\W\d_])")
_MOST_WORDS: Final = 4
_ABBREVIATION: Final = 2
_COMMITTEE: Final = re.compile(
    rf"(?<!\w)(?:(?P<body>{any_of(movements.BODIES_OF_COMMITTEES)}) )?"
    rf"(?P<committee>{any_of(movements.COMMITTEES)})(?!\w)"
)
_BODY: Final = re.compile(
    rf"(?<!\w)(?P<body>{any_of(movements.BODIES_OF_PLACES)})"
    rf"(?: (?P<word>{any_of(movements.PLACE_WORDS)}))?(?!\w)"
)
_CENTRAL: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.CENTRAL_BODIES)})(?!\w)")
_CHAIR: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.CHAIRS)}) \Z")
_PARENT: Final = re.compile(r" ?[,(] ?(?:tỉnh |thành phố |tp\.? ?)?")
_LONGEST_NAME: Final = 120

_LEVELS: Final = {
    PlaceLevel.NATION: GrantingLevel.CENTRAL,
    PlaceLevel.PROVINCE: GrantingLevel.PROVINCE,
    PlaceLevel.DISTRICT: GrantingLevel.DISTRICT,
    PlaceLevel.COMMUNE: GrantingLevel.COMMUNE,
}


class Named(NamedTuple):
    """A place that a text names: its kind, its name, and where."""

    kind: PlaceKind
    name: str
    start: int
    end: int


class Body(NamedTuple):
    """An organisation that a text names, with the kind and name of its place as far as stated."""

    organization: Organization
    kind: PlaceKind | None
    place: str
    start: int
    end: int

    @property
    def level(self) -> GrantingLevel | None:
        """At which level it grants."""
        return _LEVELS.get(self.kind.level) if self.kind else None


def proper_name(text: RunningText, at: int) -> tuple[str, int]:
    """Return the words with capitals that stand at a position, and where they end.

    >>> proper_name(RunningText("huyện Ea Súp tổng kết"), 6)
    ('Ea Súp', 12)
    """
    start = end = at
    for _ in range(_MOST_WORDS):
        found = _NAME_WORD.match(text.text, end)
        if found is None or not found[1][0].isupper():
            break
        if found[1].isupper() and (
            folded(found[1]) in movements.NOT_OF_NAMES or _TIME.match(text.text, found.start())
        ):
            break  # a heading in capitals
        end = found.end()
    return text.text[start:end].strip(), end


def places_in(text: RunningText) -> list[Named]:
    """Return every place that a text names with the word for its kind, in the order of the text."""
    found: list[Named] = []
    for word in _PLACE.finditer(text.low):
        name, end = proper_name(text, word.end())
        if not name and word["word"] in movements.NUMBERED_PLACES:
            number = _NUMBERED.match(text.low, word.end())
            name, end = (number[0], number.end()) if number else ("", end)
        if name:
            if name.isupper() and len(name) <= _ABBREVIATION:
                continue  # tỉnh BR-VT
            if name.isupper():  # a heading
                name = name.title()
            if _is_person(text, word.start(), name):
                continue
            found.append(Named(_kind(word["word"], name), name, word.start(), end))
    return found


def place_in_words(text: str) -> Place | None:
    """Return the place that words name, with what it lies in: "xã Tú An, thị xã An Khê, tỉnh Gia Lai".

    None if they name none, or not from the smaller to the wider.

    >>> [place.name for place in place_in_words("phường An Bình, tỉnh Gia Lai").lineage()]
    ['An Bình', 'Gia Lai']
    """
    found: Place | None = None
    for named in reversed(places_in(RunningText(text))):
        if found is not None and found.kind.level <= named.kind.level:
            return None
        found = Place(name=named.name, kind=named.kind, parent=found)
    return found


def _kind(word: str, name: str) -> PlaceKind:
    kind = PlaceKind(movements.PLACE_WORDS[word])
    if kind is PlaceKind.PROVINCIAL_CITY and folded(name) in movements.MUNICIPALITIES:
        return PlaceKind.MUNICIPALITY
    return kind


def _is_person(text: RunningText, at: int, name: str) -> bool:
    """Return whether a name after the word for a place is of a person: "Chủ tịch UBND tỉnh Lê Ánh Dương"."""
    words = folded(name).split()
    if len(words) < _WORDS_OF_A_PERSON or words[0] not in movements.FAMILY_NAMES:
        return False
    return _CHAIRED.search(text.low, max(0, at - _NEAR_CHAIR), at) is not None


def place_word_in(text: RunningText, start: int, end: int) -> tuple[PlaceKind | None, str]:
    """Return the kind and the name of the place that the name of a body ends with, as far as it says them."""
    found = None
    for found in _PLACE_ALONE.finditer(text.low, start, end):  # noqa: B007  # the last one counts
        pass
    if found is None:
        return None, ""
    name, _ = proper_name(text, found.end())
    return _kind(found["word"], name), name


def same_name(one: str, other: str) -> bool:
    """Return whether two spellings are one name: Đăk R'lấp, Đắk R’Lấp and ĐắkR'lấp are."""
    return bare_name(one) == bare_name(other)


def bare_name(name: str) -> str:
    """Return a name without marks, blanks and apostrophes, to compare spellings."""
    letters = normalize("NFD", folded(name).replace("đ", "d"))
    return "".join(letter for letter in letters if letter.isalnum())


def province_following(text: RunningText, at: int) -> Place | None:
    """Return the province that stands after the name of a place: "An Khê (Gia Lai)"."""
    opening = _PARENT.match(text.low, at)
    if opening is None:
        return None
    name, _ = proper_name(text, opening.end())
    return province_called(name.title() if name.isupper() else name)


def province_called(name: str) -> Place | None:
    """Return the province, or the city of its rank, of a name; None if there is none."""
    low = folded(name)
    if low in movements.MUNICIPALITIES:
        return Place(name=name, kind=PlaceKind.MUNICIPALITY)
    return Place(name=name, kind=PlaceKind.PROVINCE) if low in movements.PROVINCES else None


def bodies_in(text: RunningText, start: int, end: int) -> Iterator[Body]:
    """Yield the organisations named between two positions, in the order of the text."""
    found = sorted(
        (
            *_COMMITTEE.finditer(text.low, start, end),
            *_BODY.finditer(text.low, start, end),
            *_CENTRAL.finditer(text.low, start, end),
        ),
        key=lambda match: match.start(),
    )
    for match in found:
        if match.re is _CENTRAL:
            kind, place = OrganizationKind.STATE_AGENCY, PlaceKind.NATION
            body = _told(text, match.span(), kind, place, "")
        else:
            body = _committee(text, match) if match.re is _COMMITTEE else _body(text, match)
        if body:
            yield body


def _committee(text: RunningText, found: re.Match[str]) -> Body | None:
    name, end = proper_name(text, found.end())
    body = found["body"]
    kind = (
        OrganizationKind(movements.BODIES_OF_COMMITTEES[body]) if body else OrganizationKind.PARTY_COMMITTEE
    )
    place = _kind_of_committee(found["committee"], name)
    if place is PlaceKind.PROVINCIAL_CITY and not name:
        return _told(text, (found.start(), end), kind, None, name)  # of a province or below one
    return _told(text, (found.start(), end), kind, place, name)


def _kind_of_committee(committee: str, name: str) -> PlaceKind:
    kind = PlaceKind(movements.COMMITTEES[committee])
    if kind is PlaceKind.PROVINCIAL_CITY and folded(name) in movements.MUNICIPALITIES:
        return PlaceKind.MUNICIPALITY
    return kind


def _body(text: RunningText, found: re.Match[str]) -> Body | None:
    word = found["word"]
    name, end = proper_name(text, found.end()) if word else ("", found.end())
    kind = OrganizationKind(movements.BODIES_OF_PLACES[found["body"]])
    return _told(text, (found.start(), end), kind, _kind(word, name) if word else None, name)


def _told(
    text: RunningText, span: tuple[int, int], kind: OrganizationKind, place: PlaceKind | None, name: str
) -> Body | None:
    """Return a body with whoever signs for it, unless its name is too long for one."""
    start, end = span
    chair = _CHAIR.search(text.low, max(0, start - 20), start)
    begin = chair.start() if chair else start
    printed = text.text[begin:end]
    if len(printed) > _LONGEST_NAME:
        return None
    return Body(Organization(name=printed, kind=kind), place, name, begin, end)


def is_of_directive(text: RunningText, at: int) -> bool:
    """Return whether whoever is named at a position issued a paper from above: "Kế hoạch … của UBND tỉnh"."""
    start = text.sentence_start(at, _LONGEST_DIRECTIVE)
    return _DIRECTIVE.search(text.low, start, at) is not None


_LONGEST_DIRECTIVE: Final = 200
_DIRECTIVE: Final = re.compile(
    rf"(?<!\w)(?:{any_of(contexts.DOCUMENT_TYPES - frozenset(movements.OWN_PAPERS))})(?!\w)[^;:\n]{{0,120}}?"
    rf" của (?:(?!(?:{any_of(movements.NOT_OF_BODIES)}) )[^\W\d_]+ ){{0,6}}\Z"
)


def most_named(named: list[Named], level: PlaceLevel) -> Named | None:
    """Return the place of a level that is named most often, the first of those that tie."""
    times = Counter((place.kind, place.name) for place in named if place.kind.level is level)
    if not times:
        return None
    (kind, name), _ = times.most_common(1)[0]
    return next(place for place in named if (place.kind, place.name) == (kind, name))
