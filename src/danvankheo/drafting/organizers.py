"""Who the text is about: the organisation that acts in it, or whose figures it gives."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from danvankheo.domain.award import GrantingLevel
from danvankheo.domain.organizations import Organization, OrganizationKind
from danvankheo.domain.places import PlaceKind
from danvankheo.drafting.material import Material
from danvankheo.drafting.names import Body, bodies_in, is_of_directive, place_word_in
from danvankheo.locale_vi import movements, organizations
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.running_text import RunningText, folded

_HELD: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.HOLDING)})(?!\w)")
_GRANTING: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.GRANTING)})(?!\w)")
# Whose an award is: "Bằng khen của UBND tỉnh".
_OF_FORM: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.AWARD_FORMS)})(?: của)? \Z")
_SIGNED: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.SIGNING)}) ?\Z")
_NEAR: Final = 60
_AHEAD: Final = 300
_LETTERHEAD: Final = 400
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
# "dự báo", "cơ sở": a head that ends another word.
_IN_OTHER_WORD: Final = re.compile(rf"(?<!\w)(?:{any_of(organizations.COMPOUNDS)})\Z")
_LONGEST_COMPOUND: Final = max(map(len, organizations.COMPOUNDS))
_VERB: Final = re.compile(rf" (?:{any_of(organizations.VERBS_AFTER_NAMES)})(?!\w)")
# "Ban CHQS huyện xác định": a level without a name ends the name of its body.
_LEVEL: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.PLACE_WORDS)})\Z")
_ABBREVIATION: Final = 3
# Who is asked for something, or decides on it, from above: "được UBND tỉnh phê duyệt".
_ASKED: Final = re.compile(rf"(?<!\w)(?:{any_of(organizations.BEFORE_DECIDERS)}) (?:tổng )?\Z")
_DECIDES: Final = re.compile(rf"[^.;:,\n]{{0,40}}?(?:{any_of(organizations.DECIDING)})(?!\w)")
_PLACED: Final = re.compile(rf"(?<!\w)(?:{any_of(organizations.AT)}) \Z")
# "93 năm Ngày thành lập Hội …": named for a day.
_FOUNDED: Final = re.compile(r"(?<!\w)(?:ngày (?:truyền thống|thành lập)|năm thành lập) \Z")
_NATIONAL: Final = " việt nam"
_MOST_WORDS: Final = 9
_LOOK_BACK: Final = 90
_TITLE: Final = 160
_FIRST: Final = 700


def organizer_of(material: Material) -> Body | None:
    """Return who holds the movement: who holds the review, else the first that is named."""
    text = material.text
    every = list(bodies_in(text, 0, len(text.low)))
    named = [body for body in every if body.kind not in (None, PlaceKind.NATION) and not _is_headed(body)]
    shouted = [body for body in named if body.organization.name.isupper() and body.end < _LETTERHEAD]
    if shouted:
        return shouted[-1]  # below the bodies above it
    signed = next((body for body in named if _signs(text, body)), None)
    if signed:
        return signed
    acting = _acting(text, every)
    if acting:
        return acting
    named = [
        body for body in named if not is_of_directive(text, body.start) and not is_of_person(text, body.start)
    ]
    for body in named:
        start, end = text.sentence_start(body.start, 200), text.sentence_end(body.end, _AHEAD)
        if _HELD.search(text.low, start, end) and not _GRANTING.search(text.low, start, end):
            return body
    first = next((body for body in named if not _grants(text, body)), None)
    return first or next((body for body in named if body.place and not _asked(text, body)), None)


def launched_at(material: Material, name: str) -> GrantingLevel | None:
    """Return the level of the body that launched the movement; None if the text names none, or several.

    "UBND xã phát động phong trào thi đua “Dân vận khéo”", "… “Dân vận khéo” do UBND tỉnh phát động"; a
    sentence without the movement's name may be about another one.
    """
    text = material.text
    levels = {
        body.level
        for body in bodies_in(text, 0, len(text.low))
        if _LAUNCHED.match(text.low, body.end)
        and folded(name) in text.low[text.sentence_start(body.start, 200) : text.sentence_end(body.end, 200)]
    }
    return levels.pop() if len(levels) == 1 else None


_LAUNCHED: Final = re.compile(r"(?: đã)?(?: tổ chức)? phát động(?!\w)")


def _signs(text: RunningText, body: Body) -> bool:
    """Return whether a body signs: "TM. UBND xã"."""
    return _SIGNED.search(text.low, max(0, body.start - 12), body.start) is not None


def _asked(text: RunningText, body: Body) -> bool:
    """Return whether a body is asked to grant, or whose an award is, and not who holds the review."""
    return _OF_FORM.search(text.low, max(0, body.start - _NEAR), body.start) is not None or (
        decides_from_above(text, body)
    )


def _is_headed(body: Body) -> bool:
    """Return whether a person is meant and not a body: "Bí thư Huyện ủy"."""
    return folded(body.organization.name).startswith(tuple(movements.CHAIRS))


def _grants(text: RunningText, body: Body) -> bool:
    if _OF_FORM.search(text.low, max(0, body.start - _NEAR), body.start):
        return True
    return _GRANTING.search(text.low, body.end, text.sentence_end(body.end, _AHEAD)) is not None


def _acting(text: RunningText, bodies: Sequence[Body]) -> Body | None:
    """Return the organisation that the text says most of as the one that acts; None if none does."""
    weights: dict[str, int] = {}
    first: dict[str, Body] = {}
    for body in sorted((*_organizations(text), *bodies), key=lambda body: body.start):
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
        if _IN_OTHER_WORD.search(text.low, max(0, head.start() - _LONGEST_COMPOUND), head.end()):
            continue
        end = _end_of_name(text, head.end())
        name = _without_stop(text.text[head.start() : end].strip(" -–,"))
        if head["head"] in organizations.NEED_A_NAME and (end == head.end() or name.islower()):
            continue  # "trường", "hội" alone; "trung tâm các xã"
        kind, place = place_word_in(text, head.start(), end)
        end_of_last = end
        organization = Organization(name=name, kind=OrganizationKind(organizations.HEADS[head["head"]]))
        yield Body(organization, kind, place, head.start(), head.start() + len(name))


def _without_stop(name: str) -> str:
    """Return a name without the full stop of its sentence; "TP." keeps its own."""
    last = name.rsplit(maxsplit=1)[-1]
    return name.rstrip(".") if len(last) > _ABBREVIATION + 1 else name


def _end_of_name(text: RunningText, at: int) -> int:
    """Return where a name ends that begins before a position: at a verb, a sign, or a small word."""
    end = at
    for position in range(_MOST_WORDS):
        if number := _NUMBER.match(text.low, end):
            return number.end()
        word = _WORD.match(text.text, end)
        if word is None:
            break
        low = folded(word[1]).strip(".")
        capital = (word[1][0].isupper() and not word[1].isupper()) or (word[1].isupper() and len(word[1]) < 8)
        if not capital and (low in organizations.NAME_ENDS or _VERB.match(text.low, end)):
            break
        if position == 0 and not capital and low in organizations.NOT_AFTER_HEADS:
            return at
        if position == 0 and low == "và" and not text.text[word.end() + 1 : word.end() + 2].isupper():
            return at
        if not capital and position and _ends_with_level(text, at, end):
            break
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


def _ends_with_level(text: RunningText, start: int, end: int) -> bool:
    """Return whether a name ends with the word for a level: "huyện"; that of "xã hội" is none."""
    return _LEVEL.search(text.low, start, end) is not None and not text.low.startswith(" hội", end)


def _before(text: RunningText, at: int) -> str:
    """Return what stands before a position in its sentence and line."""
    before = text.low[max(0, at - _LOOK_BACK) : at]
    return before[max(before.rfind("\n"), before.rfind(".")) + 1 :]


def is_of_person(text: RunningText, at: int) -> bool:
    """Return whether somebody of the body that is named at a position is meant: "lãnh đạo Sở Y tế"."""
    return _PERSON.search(_before(text, at)) is not None


def decides_from_above(text: RunningText, body: Body) -> bool:
    """Return whether something is asked of a body, or done by it for another: "được UBND tỉnh phê duyệt"."""
    asked = _ASKED.search(_before(text, body.start)) is not None
    return asked and _DECIDES.match(text.low, body.end) is not None


def _weight(text: RunningText, body: Body) -> int:
    """Return how much a mention says that the text is about a body; 0 if it is named for another reason."""
    before = _before(text, body.start)
    if _PERSON.search(before) or body.kind is PlaceKind.NATION or is_of_directive(text, body.start):
        return 0
    name = body.organization.name
    if folded(name).startswith(tuple(movements.CHAIRS)) or (name.islower() and body.kind is None):
        return 0
    if folded(name).endswith(_NATIONAL) or _FOUNDED.search(before):
        return 0
    if before.endswith(organizations.BEFORE_OTHERS):
        return 0
    if decides_from_above(text, body):
        return 0
    weight = 0
    if _COMMENDS.match(text.low, body.end):
        return 0
    if _ACTS.match(text.low, body.end) and not _PLACED.search(before):
        weight += 5 if body.start < _FIRST else 3
    if _SOURCE.search(before):
        weight += 5 if body.start < _FIRST else 2
    if _EVENT.search(before):
        weight += 6
    if body.start < text.low.find("\n") < _TITLE:
        weight += 3
    return weight
