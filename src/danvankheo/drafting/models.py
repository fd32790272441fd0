"""Models: those whose names are quoted, and the numbers of models that are stated."""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from danvankheo.domain.model import Model, ModelCount, ModelField, ModelStatus, ModelSubject
from danvankheo.domain.periods import Period
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.drafting.header import movement_names
from danvankheo.drafting.material import Material
from danvankheo.drafting.model_lists import listed_models
from danvankheo.errors import InvalidValueError
from danvankheo.locale_vi import movements
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.facts import FactKind
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import folded

_QUOTED: Final = re.compile(
    rf"(?<!\w)(?P<word>{any_of((*movements.MODEL_WORDS, *movements.GROUP_WORDS))})(?! chức)"
    r"(?: [^\W\d_]+){0,3}? [“\"](?P<name>[^”\"\n]{2,90})[”\"]"
)
# In a list of quoted names only the first has the word before it; one that has its own is found by it.
_OTHERS: Final = any_of((*movements.MODEL_WORDS, *movements.GROUP_WORDS, *movements.NOT_MODELS))
_NEXT_QUOTED: Final = re.compile(
    rf"(?:,|;| và|,? cùng) (?!(?:{_OTHERS})(?!\w))"
    r"(?:[^\W\d_]+ ){0,2}[“\"](?P<name>[^”\"\n]{2,90})[”\"]"
)
_NOT_MODELS: Final = re.compile(rf"(?:{any_of(movements.NOT_MODELS)}) (?:[^\W\d_]+ ){{0,3}}\Z")
_STATUS: Final = re.compile(
    rf".*(?<!\w)(?P<word>{any_of(movements.MODEL_STATUSES)})(?!\w)(?: [^\W\d_]+){{0,3}} \Z", re.DOTALL
)
_STATUS_AFTER: Final = re.compile(
    rf"[^,;.\n]{{0,40}}?(?:được|đã) (?P<word>{any_of(movements.STATUSES_AFTER)})(?!\w)"
)
_FIELD: Final = re.compile(
    rf"(?:lĩnh vực )?(?P<field>{any_of(movements.MODEL_FIELDS)})(?: có| là| với|:)? \Z"
)
_MODEL: Final = "mô hình"


def models_of(material: Material, movement: str, period: Period) -> list[Model]:
    """Return the models whose names are quoted or that a list names, each once.

    The movement's own name is none.
    """
    names: list[str] = []
    for quoted in _QUOTED.finditer(material.text.low):
        before = material.text.low[max(0, quoted.start() - 40) : quoted.start()]
        if _NOT_MODELS.search(before):
            continue
        name = _name(material, quoted)
        names.append(name)
        following = _NEXT_QUOTED.match(material.text.low, quoted.end())
        while following:
            names.append(material.text.text[following.start("name") : following.end("name")].strip())
            following = _NEXT_QUOTED.match(material.text.low, following.end())
    of_movements = {folded(name) for name in (movement, *movement_names(material))}
    own = dict.fromkeys(name for name in names if folded(name) not in of_movements)
    quoted_ones = [Model(name=name) for name in own if _is_name(name)]
    known = {folded(name) for name in own} | of_movements
    return quoted_ones + [
        model for model in listed_models(material, period) if folded(model.name) not in known
    ]


def _name(material: Material, quoted: re.Match[str]) -> str:
    """Return the name in quotes, with the word for a group before it."""
    text = material.text.text
    name = text[quoted.start("name") : quoted.end("name")].strip()
    word = text[quoted.start("word") : quoted.end("word")]
    return name if folded(word) in movements.MODEL_WORDS else f"{word[:1].upper()}{word[1:]} “{name}”"


def _is_name(name: str) -> bool:
    try:
        Model(name=name)
    except InvalidValueError:
        return False
    return True


def model_counts_of(material: Material) -> list[ModelCount]:
    """Return the numbers of models that a text states, each kind of number once."""
    found: dict[object, ModelCount] = {}
    for at, piece in material.free(FactKind.COUNT):
        if material.is_planned(piece):
            continue
        count = _count(material, piece)
        if count is None or count.what in found or material.is_of_other_place(piece):
            continue
        material.paths[at] = f"$.model_counts[{len(found)}]"
        found[count.what] = count
        for part_at, part in _parts_by_subject(material, at, count):
            if part.what not in found:
                material.paths[part_at] = f"$.model_counts[{len(found)}]"
                found[part.what] = part
    return list(found.values())


def _parts_by_subject(material: Material, at: int, whole: ModelCount) -> Iterator[tuple[int, ModelCount]]:
    """Yield how many of a number of models are of collectives, and how many of individuals.

    "123 mô hình, trong đó có 54 mô hình cá nhân và 69 mô hình tập thể"; "55 mô hình (29 tập thể, 26 cá
    nhân)".
    """
    if whole.subject is not None:
        return
    for place in range(at + 1, min(len(material.pieces), at + 1 + len(ModelSubject))):
        before, piece = material.pieces[place - 1], material.pieces[place]
        link = (_PARTS if place == at + 1 else _NEXT_PART).fullmatch(
            material.text.low, before.end, piece.start
        )
        subject = _OF_SUBJECT.match(material.text.low, piece.start)
        if link is None or subject is None or place in material.paths:
            return
        if not isinstance(piece.value, Quantity) or piece.value.approximation is not Approximation.EXACTLY:
            return
        of = next(one for one in ModelSubject if one.label == subject["subject"])
        yield place, attrs.evolve(whole, count=int(piece.value.value), subject=of)


_PARTS: Final = re.compile(
    rf"[^.;\n0-9(]{{0,60}}?[.,;:(]? ?(?:{any_of((*movements.PARTS, 'với'))})?(?: có)?:? ?"
)
_NEXT_PART: Final = re.compile(r"[^.;\n0-9(]{0,30}?(?:[,;]|,? và)(?: có)? ?")
_SUBJECTS: Final = any_of(one.label for one in ModelSubject)
_OF_SUBJECT: Final = re.compile(
    rf"[0-9.]+ (?:(?:mô hình|điển hình) )?(?:của )?(?P<subject>{_SUBJECTS})(?!\w)"
)


def _count(material: Material, piece: Piece) -> ModelCount | None:
    """Return a stated number of models, if the text says of which status or field it is."""
    value = piece.value
    if not isinstance(value, Quantity) or folded(value.unit.name) != _MODEL or value.unit.rate:
        return None
    if value.approximation is not Approximation.EXACTLY or value.value != value.value.to_integral_value():
        return None
    before = material.before(piece, most=60)
    field = _FIELD.search(before)
    status = _STATUS.match(before) or _STATUS_AFTER.match(material.text.low, piece.end)
    if field is None and status is None:
        return None
    try:
        return ModelCount(
            count=int(value.value),
            status=ModelStatus(movements.MODEL_STATUSES[status["word"]]) if status else None,
            field=ModelField(movements.MODEL_FIELDS[field["field"]]) if field else None,
            subject=_subject(piece),
        )
    except InvalidValueError:
        return None


def _subject(piece: Piece) -> ModelSubject | None:
    low = folded(piece.subject)
    for subject in ModelSubject:
        if low == f"{_MODEL} {subject.label}":
            return subject
    return None
