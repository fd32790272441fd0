"""``draft_movement``: a movement as far as a text states it, for a person to correct."""

import re
from datetime import date
from typing import Final, Protocol, cast

import attrs

from danvankheo.bilingual import Words
from danvankheo.checking import check_type
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.movement import Movement
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.references import DocumentRef
from danvankheo.drafting.awards import awards_of
from danvankheo.drafting.contributions import contributions_of
from danvankheo.drafting.gift_sums import sums_apart
from danvankheo.drafting.header import (
    launched_at,
    movement_names,
    name_of,
    organizer_of,
    period_of,
    place_of,
    reviewed_on,
)
from danvankheo.drafting.indicators import indicators_of
from danvankheo.drafting.material import Material
from danvankheo.drafting.models import model_counts_of, models_of
from danvankheo.drafting.results import results_of
from danvankheo.drafting.sameness import Gathered
from danvankheo.drafting.scenes import scenes_of
from danvankheo.errors import InvalidValueError, invalid
from danvankheo.locale_vi import contexts, words
from danvankheo.reasons import Reason
from danvankheo.scanning.facts import Fact, FactKind
from danvankheo.scanning.running_text import folded

_PERIOD: Final = "$.period"
_OWN_NUMBER: Final = re.compile(r"(?:^|\n) ?số:? ?\Z")


class Readable(Protocol):
    """What has a running text, such as a `Paper` of `danvankheo.office`."""

    @property
    def text(self) -> str:
        """The text."""
        ...


@attrs.frozen(kw_only=True)
class Placed:
    """A fact and where in the movement it went, as a path such as ``$.contributions[0]``.

    >>> from danvankheo import draft_movement
    >>> draft = draft_movement("Phong trào “Dân vận khéo” năm 2022: 27/28 trường đạt chuẩn quốc gia.")
    >>> [(placed.fact.surface, placed.path) for placed in draft.placed]
    [('năm 2022', '$.period'), ('27/28 trường', '$.indicators[0]')]
    """

    path: str
    fact: Fact


def _told(errors: tuple[InvalidValueError, ...]) -> tuple[str, ...]:
    """Return what errors say: as every exception in Python, each is equal to itself alone."""
    return tuple(str(error) for error in errors)


@attrs.frozen(kw_only=True)
class Draft:
    """A movement drafted from a text, with the place in the text of each of its figures.

    Args:
        movement: the movement, as far as it is stated.
        placed: the facts that went into it, in the order of the text; each has its span.
        unplaced: the facts that did not: a person decides what they are.
        dropped: what the text states and the movement could not hold, by field, with the reason.
        text: the text.
        sentences: where each of its sentences lies in it.

    >>> from danvankheo import draft_movement
    >>> text = "Năm 2022, phong trào “Dân vận khéo”: bà con góp hơn 154,4 triệu đồng, 731 ngày công."
    >>> draft = draft_movement(text)
    >>> [fact.surface for fact in draft.facts_of("$.contributions[1]")], draft.unplaced
    (['731 ngày công'], ())
    """

    movement: Movement
    placed: tuple[Placed, ...]
    unplaced: tuple[Fact, ...]
    dropped: tuple[InvalidValueError, ...] = attrs.field(default=(), eq=_told)
    text: str = attrs.field(default="", eq=False, repr=False)
    sentences: tuple[tuple[int, int], ...] = attrs.field(default=(), eq=False, repr=False)

    def facts_of(self, path: str) -> tuple[Fact, ...]:
        """Return the facts that went to a path: ``draft.facts_of("$.indicators[0]")``."""
        return tuple(placed.fact for placed in self.placed if placed.path == path)

    def sentence_around(self, fact: Fact) -> str:
        """Return the sentence of the text in which a fact stands, on one line.

        >>> from danvankheo import draft_movement
        >>> draft = draft_movement("Năm 2022 xã họp. Bà con góp 5 triệu đồng. Xã cảm ơn.")
        >>> draft.sentence_around(draft.facts_of("$.contributions[0]")[0])
        'Bà con góp 5 triệu đồng.'
        """
        start, end = fact.span
        spans = [span for span in self.sentences if span[0] < end and start < span[1]]
        return " ".join(self.text[spans[0][0] : spans[-1][1]].split()) if spans else ""


def draft_movement(
    text: str | Readable,
    *,
    name: str | None = None,
    period: Period | None = None,
    place: Place | None = None,
    organizer: Organization | None = None,
    reviewed: date | PartialDate | None = None,
    source: str = "",
    note: str = "",
) -> Draft:
    """Return a movement as a text states it, with what could not be placed.

    Read are the name in quotes after "phong trào", the period, the place and who holds it, the day
    of the review; contributions after verbs of giving, with the parts of a printed sum in its place;
    indicators (a ratio and the percentage beside it are one, a change in brackets or after a comma
    belongs to it, and one that stands alone is one); awards with their granter; models whose names are
    quoted, or that a list names, and how many there are; documents. Nothing is guessed:
    what is not stated is left out, and every fact is in `placed` or in `unplaced`. Of a text about
    two communes the figures of the other are left aside; `dropped` names it.

    Args:
        text: a report or an article; or a paper, whose running text is read and whose tables are not.
        name: the movement's name, if you know it better than the text; so with what follows.
        period: the period that the figures are about.
        place: where.
        organizer: who holds it.
        reviewed: the day of the review.
        source: where the figures are from.
        note: whatever else is to be kept with it.

    Raises:
        InvalidValueError: no text, neither the text nor you tell the name or the period, or the name
            has letters that no name has.

    >>> draft = draft_movement(
    ...     "Thị ủy An Khê (Gia Lai) tổng kết phong trào thi đua “Dân vận khéo” năm 2022. "
    ...     "Nhân dân đóng góp hơn 154,4 triệu đồng, 731 ngày công; 27/28 trường đạt chuẩn "
    ...     "quốc gia, đạt tỷ lệ 96,42%."
    ... )
    >>> draft.movement.name, draft.movement.period.code, draft.movement.place.name
    ('Dân vận khéo', '2022', 'An Khê')
    >>> [placed.path for placed in draft.placed]
    ['$.period', '$.contributions[0]', '$.contributions[1]', '$.indicators[0]', '$.indicators[0]']
    """
    material = Material.of(_text_of(text))
    if name is None:
        name = name_of(material)
    check_type(name, str, "draft_movement.name")
    period = period or _period(material, name)
    body = organizer_of(material)
    where = place or place_of(material, body)
    material.place, material.scenes = where, scenes_of(material.text, where)
    directives, awards, model_counts = (
        _directives(material),
        awards_of(material, period),
        model_counts_of(material),
    )
    gathered = Gathered(material)
    for indicator, used in indicators_of(material, period):
        gathered.add(indicator, used)
    gifts, totals = sums_apart(material, contributions_of(material, period))
    for indicator, used in results_of(material, period):
        gathered.add(indicator, used)
    movement = Movement(
        name=name,
        period=period,
        place=place,
        organizer=organizer or (body.organization if body else None),
        launch_level=launched_at(material, name),
        reviewed=reviewed or _reviewed(material),
        source=source,
        note=note,
        directives=directives,
        awards=tuple(awards),
        model_counts=tuple(model_counts),
        indicators=tuple(gathered.indicators),
        contributions=tuple(gifts),
        stated_totals=tuple(totals),
        models=tuple(models_of(material, name, period)),
    )
    if place is None:
        try:
            movement = attrs.evolve(movement, place=where)
        except InvalidValueError as error:  # a district after districts ended
            material.dropped.append(error)
    if where:
        own = f"{where.kind.label} {where.name}"
        material.dropped += (
            invalid("$.place", Reason.OF_ONE_PLACE, other, place=own) for other in material.elsewhere
        )
    return _draft(material, movement)


def _text_of(text: str | Readable) -> str:
    """Return the text itself; what is neither text nor has one is for the caller to refuse."""
    return cast("str", text if isinstance(text, str) else getattr(text, "text", text))


def _draft(material: Material, movement: Movement) -> Draft:
    placed = [Placed(path=path, fact=material.facts[at]) for at, path in sorted(material.paths.items())]
    unplaced = [fact for at, fact in enumerate(material.facts) if at not in material.paths]
    dropped = [error.with_traceback(None) for error in material.dropped]  # which holds all our variables
    return Draft(
        movement=movement,
        placed=tuple(placed),
        unplaced=tuple(unplaced),
        dropped=tuple(dropped),
        text=material.text.raw,
        sentences=material.text.sentences(),
    )


def _period(material: Material, name: str) -> Period:
    found = period_of(material, name if name in movement_names(material) else "")
    if found is None:
        raise _untold("period", "a year or another period", "năm hay thời kỳ")
    told, period = found
    if told is not None:
        material.paths[told] = _PERIOD
    for at, piece in material.free(FactKind.PERIOD):
        if piece.value == period:  # stated again
            material.paths[at] = _PERIOD
    return period


def _reviewed(material: Material) -> date | PartialDate | None:
    found = reviewed_on(material)
    if found is None:
        return None
    at, day = found
    material.paths.setdefault(at, "$.reviewed")
    return day


def _directives(material: Material) -> tuple[DocumentRef, ...]:
    """Return the documents that are named, each once, with the day of issue after it."""
    found: dict[DocumentRef, int] = {}
    for at, piece in material.free(FactKind.DOCUMENT):
        document = piece.value
        assert isinstance(document, DocumentRef)
        if not document.type and _OWN_NUMBER.search(material.text.low, max(0, piece.start - 8), piece.start):
            continue  # the number of the report itself, at its head
        if folded(document.symbol).startswith(contexts.LICENCE):
            continue  # a licence is held and not carried out
        places = [at]
        issued = _issued(material, at)
        if issued is not None:
            document = attrs.evolve(document, issued=issued)
            places.append(at + 1)
        position = found.setdefault(document, len(found))
        for place in places:
            material.paths[place] = f"$.directives[{position}]"
    return tuple(found)


def _issued(material: Material, at: int) -> date | None:
    """Return the day of issue that stands right after a document."""
    following = material.pieces[at + 1].value if at + 1 < len(material.pieces) else None
    if isinstance(following, date) and material.between(at, at + 1).strip(" ,") in ("", words.DAY):
        return following
    return None


def _untold(field: str, what: str, what_vi: str) -> InvalidValueError:
    gaps = {"what": Words(what_vi, what), "argument": field}
    return invalid(f"draft_movement.{field}", Reason.TOLD, None, **gaps)
