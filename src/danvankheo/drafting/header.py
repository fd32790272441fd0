"""Which movement it is: its name, its period, its place, who holds it, when it was reviewed."""

import re
from collections import Counter
from datetime import date
from typing import Final

from danvankheo.domain.dates import PartialDate
from danvankheo.domain.periods import Period, PeriodKind
from danvankheo.domain.places import Place, PlaceKind, PlaceLevel
from danvankheo.drafting.material import Material
from danvankheo.drafting.names import (
    Body,
    Named,
    bodies_in,
    most_named,
    places_in,
    province_behind,
    province_called,
)
from danvankheo.locale_vi import movements as words
from danvankheo.locale_vi import spellings
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.facts import FactKind
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import with_new_marks

_QUOTED: Final = re.compile(
    rf"(?<!\w)(?:{any_of(words.MOVEMENT_WORDS)}) (?:[^\W\d_]+ ){{0,3}}[“\"](?P<name>[^”\"\n]{{2,80}})[”\"]"
)
_REVIEW: Final = re.compile(rf"(?<!\w)(?:{any_of(words.REVIEWS)})(?!\w)")
_COMPARED: Final = re.compile(rf"(?:{any_of(spellings.COMPARED_TO)}) (?:cùng kỳ |cuối |đầu |hết )?\Z")
_NEAR: Final = 60
_MANY: Final = 1_000


def name_of(material: Material) -> str:
    """Return the name quoted behind "phong trào", that of a review first; empty if there is none."""
    named = movement_names(material)
    return named.most_common(1)[0][0] if named else ""


def movement_names(material: Material) -> Counter[str]:
    """Return the names quoted behind "phong trào" with their weight: those of a review weigh most."""
    text = material.text
    named: Counter[str] = Counter()
    for found in _QUOTED.finditer(text.low):
        start, end = text.sentence_start(found.start(), 200), text.sentence_end(found.end())
        name = text.text[found.start("name") : found.end("name")].strip()
        named[name] += _MANY if _REVIEW.search(text.low, start, end) else 1
    return named


def period_of(material: Material, name: str) -> tuple[int, Period] | None:
    """Return the period that the movement's figures are about, with the position of the fact.

    It is the one that stands behind the movement's name or the word for its review; else the one
    told most often, comparators aside.
    """
    told = [
        (at, piece, piece.value)
        for at, piece in enumerate(material.pieces)
        if piece.kind is FactKind.PERIOD
        and isinstance(piece.value, Period)
        and not _is_compared(material, piece)
    ]
    for at, piece, period in told:
        if name and _stands_near(material, piece, name.lower()):
            return at, period
    for at, piece, period in told:
        if period.kind is not PeriodKind.MONTH and _REVIEW.search(material.before(piece, most=120)):
            return at, period
    years = Counter(period for _, _, period in told if period.kind is not PeriodKind.DATES)
    if not years:
        return _year_of_a_date(material)
    most = years.most_common(1)[0][0]
    return next((at, period) for at, _, period in told if period == most)


def _stands_near(material: Material, piece: Piece, name: str) -> bool:
    """Tell whether the movement's name stands near a period, in its sentence."""
    low = material.text.low
    start = max(material.sentence_of(piece), piece.start - len(name) - _NEAR)
    end = min(material.text.sentence_end(piece.end), piece.end + len(name) + _NEAR)
    return name in low[start : piece.start] or name in low[piece.end : end]


def _is_compared(material: Material, piece: Piece) -> bool:
    return _COMPARED.search(material.text.low, max(0, piece.start - 20), piece.start) is not None


def _year_of_a_date(material: Material) -> tuple[int, Period] | None:
    """Return the year of the first date that is no document's."""
    for at, piece in enumerate(material.pieces):
        after_document = at and material.pieces[at - 1].kind is FactKind.DOCUMENT
        if isinstance(piece.value, date) and not after_document:
            return at, Period.year(piece.value.year)
    return None


def reviewed_on(material: Material) -> tuple[int, date | PartialDate] | None:
    """Return the day of the review, told in the sentence that tells of it."""
    for at, piece in enumerate(material.pieces):
        if not isinstance(piece.value, date | PartialDate):
            continue
        start, end = material.sentence_of(piece), material.text.sentence_end(piece.end)
        if _REVIEW.search(material.text.low, start, end) and piece.kind is FactKind.DATE:
            return at, piece.value
    return None


def organizer_of(material: Material) -> Body | None:
    """Return who holds the movement: who holds the review, else the first that is named."""
    text = material.text
    named = list(bodies_in(text, 0, len(text.low)))
    named = [body for body in named if not body.organization.name.isupper()] or named  # headings shout
    for body in named:
        start, end = text.sentence_start(body.start, 200), text.sentence_end(body.end)
        if _REVIEW.search(text.low, start, end) and body.kind is not None:
            return body
    return next((body for body in named if body.kind is not None), None)


def place_of(material: Material, organizer: Body | None) -> Place | None:
    """Return the place of the movement: that of who holds it, else the highest below a province."""
    named = places_in(material.text)
    place = _place_of_organizer(organizer, named) or _most_named(named)
    if place is None:
        return None
    parent = _province(material, place, named)
    if parent and parent.kind.level > place.kind.level:
        return Place(name=place.name, kind=place.kind, parent=parent)
    return Place(name=place.name, kind=place.kind)


def _place_of_organizer(organizer: Body | None, named: list[Named]) -> Named | None:
    if organizer is None or organizer.kind is None:
        return None
    if organizer.place:
        shorter = [
            place
            for place in named
            if place.kind is organizer.kind and organizer.place.lower().startswith(place.name.lower())
        ]
        name = min((place.name for place in shorter), key=len, default=organizer.place)
        name = name.title() if name.isupper() else name
        return Named(
            organizer.kind, name, organizer.start, organizer.start + 1 + len(organizer.organization.name)
        )
    return most_named([place for place in named if place.kind is organizer.kind], organizer.kind.level)


def _most_named(named: list[Named]) -> Named | None:
    for level in (PlaceLevel.DISTRICT, PlaceLevel.PROVINCE, PlaceLevel.COMMUNE):
        found = most_named(named, level)
        if found:
            return found
    return None


def _province(material: Material, place: Named, named: list[Named]) -> Place | None:
    """Return the province of a place: told right behind its name, else the one that the text names."""
    if place.kind.level is PlaceLevel.PROVINCE:
        return None
    start = 0
    low, name = material.text.low, with_new_marks(place.name.lower())
    while (at := low.find(name, start)) >= 0:
        start = at + len(place.name)
        behind = province_behind(material.text, start)
        if behind:
            return behind
    most = most_named(named, PlaceLevel.PROVINCE)
    if most is None:
        return None
    return province_called(most.name) or (
        Place(name=most.name, kind=most.kind) if most.kind is PlaceKind.PROVINCE else None
    )
