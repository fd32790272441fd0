"""What stands after a number in running text: its unit, its noun, what it is for each of."""

import re
from typing import Final, NamedTuple

from danvankheo.domain.units import DONG, WORKDAY, Dimension, Scale, Unit
from danvankheo.locale_vi import contexts, nouns, numerals, spellings, words
from danvankheo.reading.figures import APPROXIMATIONS, Figure
from danvankheo.reading.patterns import any_of
from danvankheo.reading.units import NAMES, known_unit
from danvankheo.scanning.facts import Mark
from danvankheo.scanning.names import MEASURED, follows_head, is_listed_name
from danvankheo.scanning.nouns import NOUNS, Noun, abbreviated, expanded, noun_at
from danvankheo.scanning.running_text import RunningText, folded

_MEASURE: Final = re.compile(rf" ?({MEASURED})(?!(?<=đ)/c(?!\w))")  # đ/c is đồng chí
# "26.500m 2 đất": a raised figure that came down.
_RAISED: Final = re.compile(r" ([23])(?![\w²³%]|[.,/][0-9])(?: ([^\W\d_]+(?: [^\W\d_]+)?))?")
_AREA: Final = re.compile(
    rf" ?({spellings.LABOUR_OR_LAND} (?:{any_of(spellings.GROUNDS)})|sào|mẫu)(?!\w)"
    rf"(?! (?:{any_of(contexts.NOT_AREAS)})(?!\w))"
)
# A bare "công" is labour where no word after it makes another noun of it.
_BARE_LABOUR: Final = re.compile(
    rf" ?{spellings.LABOUR_OR_LAND}(?!\w)(?: (?=(?:{any_of(nouns.NOT_NOUNS)})(?!\w))|(?! [^\W\d_]))"
)
_DURATION: Final = re.compile(
    rf" ({any_of(contexts.TIME_UNITS)})(?!\w)(?! (?:{any_of(contexts.NOT_DURATIONS)})(?!\w))"
    rf"(?!(?<={words.MONTH}) [0-9])"
)
# How they open: a quick look before the patterns.
_OPENING_AREA: Final = frozenset(
    f" {word}"[at : at + 2] for word in spellings.REGIONAL_AREAS for at in (0, 1)
)
_OPENING_TIME: Final = frozenset(f" {word[0]}" for word in contexts.TIME_UNITS)
_OPENING_LABOUR: Final = (f" {spellings.LABOUR_OR_LAND[0]}", spellings.LABOUR_OR_LAND[:2])
_RATE: Final = re.compile(
    rf" ?/ ?(?:(?:[0-9][0-9.]{{0,5}} ?)?(?:{any_of(NAMES)})(?!\w)|(?P<noun>(?=[^\W\d_])))"
)
_MOST_RATES: Final = 3
_HOURS: Final = "g"
_SHORTEST_IN_GRAMS: Final = 3
_ONE_WORD: Final = re.compile(r"[^\W\d_]+")

_MISTYPED_DONG: Final = re.compile(rf" (?:{any_of(contexts.MISTYPED_DONG)})(?!\w)")

# Dollars without their country, and words of money that is no dong.
_DOLLARS: Final = frozenset(word for word in spellings.UNITS["us_dollar"] if "mỹ" not in word and "đ" in word)
_OTHER_MONEY: Final = re.compile(rf" (?:{any_of(contexts.OTHER_MONEY)})(?!\w)")

_FOUR_OR_FIVE: Final = f"{numerals.DIGITS[4]} {words.YEAR}"
_ONE: Final = numerals.DIGITS[1]
_MILLION: Final = Scale.MILLION.zeros
# What makes a count of a number whose noun no list knows: how it is written, and what stands before.
_WRITTEN_AS_COUNT: Final = re.compile(r"0[1-9]|[0-9]{1,3}(?:\.[0-9]{3})+")
_YEAR_ALONE: Final = re.compile(r"(?:19|20)[0-9]{2}")
_COUNTING: Final = frozenset(
    {
        *contexts.PHRASE_ENDS, *nouns.NOT_NOUNS, *contexts.COUNTING_VERBS, *contexts.MORE_COUNTING,
        *(phrase.split(" ")[-1] for phrase in (*contexts.GIVING, *contexts.SUBJECT_VERBS, *APPROXIMATIONS)),
    }
)  # fmt: skip
_SIDE_BY_SIDE: Final = re.compile(r"(?<![\w.,/-])([0-9][0-9.]*)(?: [^\W\d_]+){1,3} \Z")
_LOOK_BACK: Final = 40

_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+) \Z")


class Counted(NamedTuple):
    """What stands after a number: the unit, and where it ends."""

    end: int
    unit: Unit | None
    area: str = ""  # sào, mẫu, công đất: the region decides how large
    marks: frozenset[Mark] = frozenset()


def word_before(low: str, at: int) -> str:
    """Return the word right before a position, or an empty text."""
    found = _WORD_BEFORE.search(low, max(0, at - 20), at)
    return found[1] if found else ""


def counted_at(text: RunningText, figure: Figure) -> Counted | None:
    """Return the unit or noun after a number, or None if nothing there can be counted."""
    low, at = text.low, figure.stop
    in_digits = figure.spelled is None
    measure = _MEASURE.match(low, at)
    a_name = not in_digits and " " not in low[figure.start : at]  # "Ba Lành": one word alone proves nothing
    noun = _noun(text, at, known_only=a_name)
    longest = noun.end if noun and noun.known else 0
    if measure and _begins_name(text.text[slice(*measure.span(1))]):
        return None  # hẻm 1025 Tạ Quang Bửu
    if measure and longest <= measure.end():
        if measure[1] == _HOURS and figure.stop - figure.start < _SHORTEST_IN_GRAMS:
            return None  # "7g" is seven o'clock
        if measure[1] in _DOLLARS and text.text[measure.end() + 1 : measure.end() + 2].isupper():
            return None  # 20 đô la Fiji: another dollar
        return _raised(text, figure, measure) or _named(text, figure, measure.end())
    opening = low[at : at + 2]
    area = _AREA.match(low, at) if opening in _OPENING_AREA else None
    if area and longest <= area.end():
        return Counted(area.end(), None, area=text.text[area.start(1) : area.end(1)])
    duration = _DURATION.match(low, at) if opening in _OPENING_TIME else None
    if duration and longest <= duration.end():
        if low[figure.start : duration.end()] == _FOUR_OR_FIVE and noun_at(
            text, duration.end() + 1, known_only=True
        ):
            return None  # bốn năm hộ dân
        return Counted(duration.end(), known_unit(duration[1], figure.scale))
    labour = _BARE_LABOUR.match(low, at) if opening in _OPENING_LABOUR else None
    if labour and longest <= labour.end():
        return Counted(labour.start() + len(labour[0].rstrip()), _scaled(WORKDAY, figure.scale))
    mistyped = None if figure.scale is Scale.ONE else _MISTYPED_DONG.match(low, at)
    if mistyped:
        return Counted(mistyped.end(), _scaled(DONG, figure.scale), marks=frozenset({Mark.TYPO}))
    if noun and (noun.known or figure.scale.zeros < _MILLION):
        if not noun.known and in_digits and not _is_said_to_count(text, figure):
            return None  # iPhone 6 dùng, Hiến pháp 1992 trình
        if noun.head in contexts.TIME_UNITS or not (in_digits or _is_a_count(text, figure, noun)):
            return None
        return _named(text, figure, noun.end)
    return _bare_money(text, figure)


def _noun(text: RunningText, at: int, *, known_only: bool) -> Noun | None:
    """Return the noun after a number; one that is glued to it must be known: "164hộ"."""
    if text.low[at : at + 1] == " ":
        return noun_at(text, at + 1, known_only=known_only)
    glued = text.low[at : at + 2].isalpha() or abbreviated(text, at)
    return noun_at(text, at, known_only=True) if glued else None


def _raised(text: RunningText, figure: Figure, measure: re.Match[str]) -> Counted | None:
    """Return the area or volume whose raised figure was lost: "26.500m 2 đất" is 26 500 m².

    Where something that is counted follows, the figure counts that: "300 m 2 cầu".
    """
    unit = NAMES.get(f"{measure[1]}2")
    found = _RAISED.match(text.low, measure.end()) if unit else None
    if found is None:
        return None
    of = contexts.AREAS if found[1] == "2" else contexts.VOLUMES
    following = found[2] or ""
    is_of = following in of or following.partition(" ")[0] in of
    if following and not is_of and noun_at(text, found.start(2)) is not None:
        return None
    end = _rate_end(text, found.end(1))
    raised = known_unit(f"{measure[1]}{found[1]}{text.text[found.end(1) : end]}", figure.scale)
    return Counted(end, raised, marks=frozenset({Mark.TYPO})) if raised else None


def _begins_name(printed: str) -> bool:
    """Return whether a unit is printed as names are, with one capital."""
    return len(printed) > 1 and printed[0].isupper() and printed[1:].islower()


def _named(text: RunningText, figure: Figure, end: int) -> Counted | None:
    """Return the unit that the words up to a position name, with the rates after it."""
    end = _rate_end(text, end)
    unit = known_unit(expanded(text.text[figure.stop : end].strip()), figure.scale)
    return Counted(end, unit) if unit else None


def _bare_money(text: RunningText, figure: Figure) -> Counted | None:
    """Return money that a scale word alone names: "16 triệu", "ba tỷ rưỡi"."""
    following = text.low[figure.stop : figure.stop + 1]
    if figure.scale.zeros not in (3, 6, 9, 12) or following.isalnum():
        return None
    if _OTHER_MONEY.match(text.low, figure.stop):
        return None  # 2 triệu yên
    if text.low[figure.start : figure.stop] in spellings.ORDERS:
        return None  # hơn tỷ: of what is left out
    end = _rate_end(text, figure.stop)
    unit = known_unit(f"{DONG.name}{text.text[figure.stop : end]}", figure.scale)
    return Counted(end, unit, marks=frozenset({Mark.BARE_SCALE})) if unit else None


def _rate_end(text: RunningText, at: int) -> int:
    """Return where the rates after a unit end: "/người/năm"."""
    for _ in range(_MOST_RATES):
        rate = _RATE.match(text.low, at)
        if rate is None:
            break
        end = rate.end()
        if rate["noun"] is not None:
            noun = noun_at(text, end, known_only=True) or _ONE_WORD.match(text.low, end)
            assert noun is not None
            end = noun.end if isinstance(noun, Noun) else noun.end()
        at = end
    return at


def _is_said_to_count(text: RunningText, figure: Figure) -> bool:
    """Return whether a number counts, whose noun no list knows.

    It does where a verb, an article or an approximation stands before it, where it is part of a list,
    and where it is written as counts are ("03", "1.200"). After a noun it may be part of a name:
    "Điều 242 Bộ luật", "đường cấp 4 miền núi".
    """
    low, start = text.low, figure.start
    if figure.scale is not Scale.ONE or _WRITTEN_AS_COUNT.fullmatch(low, start, figure.stop):
        return True
    before = word_before(low, start)
    if _YEAR_ALONE.fullmatch(low, start, figure.stop):
        return before in APPROXIMATIONS and before not in contexts.NOT_ABOUT
    if is_listed_name(text, start):
        return False  # Điều 240, 242 Bộ luật
    if not before or before in _COUNTING or text.begins_sentence(start):
        return not _follows_name(text, start)
    beside = _SIDE_BY_SIDE.search(low, max(0, start - _LOOK_BACK), start)
    return beside is not None and not follows_head(text, beside.start(1))


def _follows_name(text: RunningText, at: int) -> bool:
    """Return whether a number stands after a word with a capital that opens no sentence: "iPhone 6"."""
    found = _WORD_WITH_CAPITAL.search(text.text, max(0, at - 20), at)
    if found is None or found[1].islower():
        return False
    return not found[1][:1].isupper() or not text.begins_sentence(found.start(1))


_WORD_WITH_CAPITAL: Final = re.compile(r"(?<!\w)([^\W\d_]+) \Z")


def _is_a_count(text: RunningText, figure: Figure, noun: Noun) -> bool:
    """Return whether number words count: "một" before a noun is an article, "hai bên" are sides."""
    return text.low[figure.start : figure.stop] != _ONE and noun.head not in contexts.NOT_SPELLED


def _scaled(unit: Unit, scale: Scale) -> Unit:
    return unit if scale is Scale.ONE else unit.scaled(scale)


def is_known_noun(unit: Unit | None) -> bool:
    """Return whether a unit is a measure or a noun of the lists, others beside it or not."""
    if unit is None or unit.dimension is not Dimension.COUNT:
        return True
    return folded(unit.name).partition(",")[0].partition(" và ")[0] in NOUNS


def is_duration(unit: Unit) -> bool:
    """Return whether a unit counts years, months, weeks or days."""
    return unit.dimension is Dimension.COUNT and unit.name in contexts.TIME_UNITS
