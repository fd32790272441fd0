"""Models that a text lists without quotes, each with the place that its item names."""

import re
from collections.abc import Iterator
from typing import Final

from danvankheo.domain.model import Model
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.drafting.material import Material
from danvankheo.drafting.names import Named, places_in
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
_LONGEST_ITEM: Final = 400
_WHERE: Final = re.compile(rf"[”\"]? ?(?:{any_of(model_words.AT)}) [^,;.:\n“”\"]{{2,90}}")
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
    end = 0
    for lead in _LEAD.finditer(text.low):
        if lead.start() < end:
            continue  # inside the list before it
        end, items = (_lines if lead["lines"] else _of_sentence)(text, lead.end())
        models = [model for item in items if (model := _model(item, material.place, period))]
        if len(items) >= _FEWEST:
            yield from models


def place_following(material: Material, at: int, period: Period) -> Place | None:
    """Return the place that stands after a model's name, before the next item: "… ở tổ 3 (phường Tây Sơn)".

    None if none stands there, or two do.

    Args:
        material: the text, and what it is about.
        at: where the name ends, with its quotes.
        period: in which the place must have been one.
    """
    text = material.text
    found = _WHERE.match(text.low, at)
    if found is None:
        return None
    places = places_in(RunningText(text.text[at : found.end()]))
    return _place(places[0], material.place, period) if len(places) == 1 else None


def _place(named: Named, own: Place | None, period: Period) -> Place | None:
    """Return the place of an item, inside the document's own; None if it was none in the period."""
    above = own if own and own.kind.level > named.kind.level else None
    place = Place(name=named.name, kind=named.kind, parent=above)
    return place if place.existed_in(period) else None


def _lines(text: RunningText, at: int) -> tuple[int, list[str]]:
    """Return the end of items that each have a line and a sign before them, and the items."""
    found: list[str] = []
    for line in text.text[at : at + _LONGEST_LIST].split("\n"):
        sign = _ITEM.match(line)
        if sign is None:
            break
        found.append(line[sign.end() :])
        at += len(line) + 1
    return at, found


def _of_sentence(text: RunningText, at: int) -> tuple[int, list[str]]:
    """Return the end of a list inside a sentence, and its items."""
    end = text.sentence_end(at, _LONGEST)
    words = text.text[at:end].strip().rstrip(".…")
    if ";" in words:
        return end, [item.strip() for item in words.split(";")]
    items: list[str] = []
    for part in re.split(r", ?| và (?=mô hình )", words):
        if items and (not part or part[0].isupper() or part[0].isdigit()):
            items[-1] += f", {part}"  # "tại xã Vĩnh Khương, Tuấn Đạo"
        else:
            items.append(part.strip())
    told = [item for item in items if _PLACED.search(f" {folded(item)}") or folded(item).startswith(_MODEL)]
    return end, told if len(told) == len(items) else []


def _model(item: str, own: Place | None, period: Period) -> Model | None:
    """Return the model of an item, with its place; None if it says no name."""
    if len(item) > _LONGEST_ITEM:
        return None
    words = item[_end_of(_OPENING, folded(item)) :].strip(_SIGNS)
    end = _END.search(folded(words))
    words = words[: end.start()].strip(_SIGNS) if end else words
    if any(sign in words for sign in _QUOTES):
        return None  # whose name is quoted is found by its quotes
    places = places_in(RunningText(words))
    place = None
    if len(places) == 1 and words[places[0].end :].strip(" .,;)") == "":
        named = places[0]
        place = _place(named, own, period)
        before = _AT.search(folded(words), 0, named.start)
        words = words[: before.start() if before else named.start]
    if not len(words.split()) >= _FEWEST_WORDS or len(words) > _LONGEST_NAME:
        return None
    try:
        return Model(name=words[:1].upper() + words[1:], place=place)
    except InvalidValueError:
        return None


def _end_of(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0
