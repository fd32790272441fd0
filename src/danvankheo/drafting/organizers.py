"""Who the text is about: the organisation that acts in it, or whose figures it gives."""

import re
from collections.abc import Iterator
from typing import Final

from danvankheo.domain.organizations import Organization, OrganizationKind
from danvankheo.domain.places import PlaceKind
from danvankheo.drafting.names import Body, bodies_in, is_of_directive, place_word_in
from danvankheo.locale_vi import movements, organizations
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.running_text import RunningText, folded

_HEAD: Final = re.compile(rf"(?<!\w)(?P<head>{any_of(organizations.HEADS)})(?!\w)(?!-\w)")
_WORD: Final = re.compile(r" ?(?:[-–&] ?)?([^\W_][\w’'.&-]*)")
_NUMBER: Final = re.compile(r" số [0-9]{1,3}(?![\w.,/])")
_ACTS: Final = re.compile(
    rf"[^.;:\n]{{0,40}}?(?:,[^.;:,\n]{{1,60}},)? ?(?:(?:{any_of(organizations.AUXILIARIES)}) ){{0,3}}"
    rf"(?P<verb>{any_of(organizations.ACTING)})(?!\w)"
)
_COMMENDS: Final = re.compile(
    rf"[^.;\n]{{0,40}}(?:{any_of((*movements.GRANTING, movements.DECIDING))})[^.;\n]{{0,60}}?"
    rf"(?:{any_of(movements.AWARD_FORMS)}|khen thưởng)"
)
_SOURCE: Final = re.compile(rf"(?<!\w)(?:{any_of(organizations.SOURCES)}) \Z")
_EVENT: Final = re.compile(rf"(?<!\w)(?:{any_of(organizations.EVENTS)})[^.;\n]{{0,60}} tại \Z")
_PERSON: Final = re.compile(
    rf"(?<!\w)(?:{any_of(organizations.PERSONS)})(?: (?:thường trực|thứ nhất|ban))?[ –-]*\Z"
)
_MOST_WORDS: Final = 9
_LOOK_BACK: Final = 90
_TITLE: Final = 160
_FIRST: Final = 700


def organizer_named(text: RunningText) -> Body | None:
    """Return the organisation that the text says most of as the one that acts; None if none does."""
    weights: dict[str, int] = {}
    first: dict[str, Body] = {}
    for body in sorted(
        (*_organizations(text), *bodies_in(text, 0, len(text.low))), key=lambda body: body.start
    ):
        weight = _weight(text, body)
        if weight <= 0:
            continue
        key = folded(body.organization.name)
        known = next((name for name in first if key.startswith(name) or name.startswith(key)), key)
        weights[known] = weights.get(known, 0) + weight
        if known not in first or (
            known == key and len(body.organization.name) > len(first[known].organization.name)
        ):
            first.setdefault(known, body)
    if not weights:
        return None
    best = max(weights, key=lambda name: (weights[name], -first[name].start))
    return first[best]


def _organizations(text: RunningText) -> Iterator[Body]:
    """Yield every organisation whose name begins with one of the known words."""
    end_of_last = 0
    for head in _HEAD.finditer(text.low):
        if head.start() < end_of_last:
            continue
        end = _end_of_name(text, head.end())
        name = text.text[head.start() : end].strip(" -–,")
        if end == head.end() and " " not in head["head"]:
            continue  # "trường", "hội" alone
        kind, place = place_word_in(text, head.start(), end)
        end_of_last = end
        organization = Organization(name=name, kind=OrganizationKind(organizations.HEADS[head["head"]]))
        yield Body(organization, kind, place, head.start(), head.start() + len(name))


def _end_of_name(text: RunningText, at: int) -> int:
    """Return where a name ends that begins before a position: at a verb, a sign, or a small word."""
    end = at
    for position in range(_MOST_WORDS):
        if number := _NUMBER.match(text.text, end):
            return number.end()
        word = _WORD.match(text.text, end)
        if word is None:
            break
        low = folded(word[1]).strip(".")
        capital = (word[1][0].isupper() and not word[1].isupper()) or (word[1].isupper() and len(word[1]) < 8)
        if not capital and low in organizations.NAME_ENDS:
            break
        if position == 0 and not capital and low in organizations.NOT_AFTER_HEADS:
            return at
        if low == "và" and _HEAD.match(text.low, word.end() + 1):
            break
        if low.isdecimal():
            break
        end = word.end()
        if word[1].endswith("."):
            break
    while text.low[at:end].endswith((" và", " –", " -")):
        end = text.low.rfind(" ", at, end)
    return end


def _weight(text: RunningText, body: Body) -> int:
    """Return how much a mention says that the text is about a body; 0 if it is named for another reason."""
    before = text.low[max(0, body.start - _LOOK_BACK) : body.start]
    before = before[max(before.rfind("\n"), before.rfind(".")) + 1 :]
    if _PERSON.search(before) or body.kind is PlaceKind.NATION or is_of_directive(text, body.start):
        return 0
    if folded(body.organization.name).startswith(tuple(movements.CHAIRS)):
        return 0
    weight = 0
    if _COMMENDS.match(text.low, body.end):
        return 0
    if _ACTS.match(text.low, body.end):
        weight += 5 if body.start < _FIRST else 3
    if _SOURCE.search(before):
        weight += 5 if body.start < _FIRST else 2
    if _EVENT.search(before):
        weight += 6
    if body.start < text.low.find("\n") < _TITLE:
        weight += 3
    return weight
