"""Models that a text lists without quotes, each with the place that its item names."""

import re
from collections.abc import Iterator
from typing import Final

from danvankheo.domain.model import Model
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.drafting.material import Material
from danvankheo.drafting.names import places_in
from danvankheo.errors import InvalidValueError
from danvankheo.locale_vi import model_words, movements
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.running_text import RunningText, folded

_MODEL: Final = movements.MODEL_WORDS[0]
# "Tiêu biểu như các mô hình: …", "một số mô hình hiệu quả như …"; a line that ends with a colon opens a list.
_LEAD: Final = re.compile(
    rf"(?<!\w)(?:{any_of(model_words.SEVERAL)}) {_MODEL}(?![\w])(?P<words>[^.;:\n0-9“\"]{{0,90}}?)"
    rf"(?:(?<= )(?:{any_of(model_words.SUCH_AS)}) ?:?|:)(?P<lines> ?\n)? ?"
)
_ITEM: Final = re.compile(r"(?:[-–+•*]|[a-zđ][).]|[0-9]{1,2}[).]) ?")
_OPENING: Final = re.compile(rf"(?:(?:và|cùng|hay|hoặc|có|là) )*(?:(?:các )?{_MODEL}(?!\w)(?: về)?:? ?)?")
_AT: Final = re.compile(rf"[ ,(]*(?:(?:{any_of(model_words.AT)}) ?)*\Z")
_END: Final = re.compile(
    rf"(?: ?[,(–-])?(?<!\w)(?: ?)(?:{any_of(model_words.ENDS)})(?!\w)|…|\.\.\.|[:.](?= |\Z)"
)
_PLACED: Final = re.compile(rf" (?:{any_of(model_words.AT)}) (?:\w+ )?(?=\w)")
_LONGEST_LIST: Final = 6_000
_LONGEST: Final = 1_500
_LONGEST_NAME: Final = 160
_SIGNS: Final = " .,;–-("
_QUOTES: Final = '“”"'
_FEWEST: Final = 2
_FEWEST_WORDS: Final = 2


def listed_models(material: Material, period: Period) -> Iterator[Model]:
    """Yield the models that stand in a list after a lead that says that they are: "các mô hình như: …".

    A list parted by semicolons or lines has its items whole; of one parted by commas an item counts only if
    it says where it is, or that it is a model, for a comma may stand inside a name.
    """
    text = material.text
    for lead in _LEAD.finditer(text.low):
        items = _lines(text, lead.end()) if lead["lines"] else _of_sentence(text, lead.end())
        models = [model for item in items if (model := _model(item, material.place, period))]
        if len(models) >= _FEWEST:
            yield from models


def _lines(text: RunningText, at: int) -> list[str]:
    """Return the items that each have a line and a dash, or a number, before them."""
    found: list[str] = []
    for line in text.text[at : at + _LONGEST_LIST].split("\n"):
        sign = _ITEM.match(line)
        if sign is None:
            break
        found.append(line[sign.end() :])
    return found


def _of_sentence(text: RunningText, at: int) -> list[str]:
    """Return the items of a list inside a sentence."""
    end = text.sentence_end(at, _LONGEST)
    words = text.text[at:end].strip().rstrip(".…")
    if ";" in words:
        return [item.strip() for item in words.split(";")]
    items: list[str] = []
    for part in re.split(r", ?| và (?=mô hình )", words):
        if items and (not part or part[0].isupper() or part[0].isdigit()):
            items[-1] += f", {part}"  # "tại xã Vĩnh Khương, Tuấn Đạo"
        else:
            items.append(part.strip())
    told = [item for item in items if _PLACED.search(f" {folded(item)}") or folded(item).startswith(_MODEL)]
    return told if len(told) == len(items) else []


def _model(item: str, own: Place | None, period: Period) -> Model | None:
    """Return the model of an item, with its place; None if it says no name."""
    words = item[_end_of(_OPENING, folded(item)) :].strip(_SIGNS)
    end = _END.search(folded(words))
    words = words[: end.start()].strip(_SIGNS) if end else words
    if any(sign in words for sign in _QUOTES):
        return None  # whose name is quoted is found by its quotes
    places = places_in(RunningText(words))
    place = None
    if len(places) == 1 and words[places[0].end :].strip(" .,;)") == "":
        named = places[0]
        above = own if own and own.kind.level > named.kind.level else None
        place = Place(name=named.name, kind=named.kind, parent=above)
        before = _AT.search(folded(words), 0, named.start)
        words = words[: before.start() if before else named.start]
        if not place.existed_in(period):
            place = None
    if not len(words.split()) >= _FEWEST_WORDS or len(words) > _LONGEST_NAME:
        return None
    try:
        return Model(name=words[:1].upper() + words[1:], place=place)
    except InvalidValueError:
        return None


def _end_of(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0
