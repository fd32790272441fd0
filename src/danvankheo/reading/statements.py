"""Ratios, changes and attainment: "27/28 trường", "giảm 1,2 điểm phần trăm", "đạt 105% kế hoạch"."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

import attrs

from danvankheo.bilingual import Words
from danvankheo.checking import chosen
from danvankheo.domain.labels import Labelled
from danvankheo.domain.numbers import EXACT
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.statements import Attainment, AttainmentMode, Change, Direction, FromTo, Ratio
from danvankheo.domain.units import PERCENT, TIMES, Scale, Unit
from danvankheo.errors import InvalidValueError
from danvankheo.locale_vi import numerals, spellings, words
from danvankheo.reading.figures import APPROXIMATIONS, Options, approximation_of
from danvankheo.reading.numbers import NUMERAL, ConventionLike, Following, chosen_convention, read_numeral
from danvankheo.reading.patterns import any_of
from danvankheo.reading.quantities import quantity_between, sharing_unit, unit_of
from danvankheo.reading.source import Source
from danvankheo.reading.units import MEASURED, SCALES
from danvankheo.reading.word_grammar import Spelled
from danvankheo.reading.words import leading_words, spelled_whole
from danvankheo.reasons import Reason


class TimesReading(Labelled):
    """What "tăng 2 lần" means: twice the old figure is reached, or added to it.

    >>> from danvankheo import parse_change
    >>> from danvankheo.reading import TimesReading
    >>> [parse_change("tăng 2 lần", times=times).signed.amount for times in TimesReading]
    [Decimal('2'), Decimal('3')]
    """

    REACHED = "reached", "thành gấp"
    ADDED = "added", "tăng thêm"


TimesReadingLike: TypeAlias = TimesReading | Literal["reached", "added"]

_APPROXIMATION: Final = rf"(?:(?P<approximation>{any_of(APPROXIMATIONS)}) )?"
_OUT_OF: Final = any_of((*spellings.OUT_OF, spellings.DIVIDED))
_RATIO: Final = re.compile(
    rf"{_APPROXIMATION}(?P<part>{NUMERAL}) ?(?:/| (?:{_OUT_OF}) ) ?(?P<whole>{NUMERAL})"
    rf"(?: ?(?!(?:{any_of(spellings.NOT_SCALES)})(?!\w))(?P<scale>{any_of(SCALES)})(?!\w))?"
    rf"(?P<words>[^()]*?)(?: ?\((?P<percent>[^()]*)\))?"
)
# "15/20 trđ", "500k/1tr5 đồng": the second figure's scale holds for a first that has none.
_SHORT: Final = any_of({*spellings.SHORTHAND_SCALES, *spellings.SCALES_BEFORE_DONG})
_DONG: Final = rf"(?=\.? ?(?:{any_of(spellings.DONG_AFTER_SCALE)})(?!\w))"
_SHORT_FIGURE: Final = rf"[0-9][0-9.,]* ?(?:{_SHORT})(?:{_DONG}| ?[0-9]{{0,3}}(?!\w))"
_SHORT_RATIO: Final = re.compile(
    rf"{_APPROXIMATION}(?:(?P<own>{_SHORT_FIGURE})|(?P<part>{NUMERAL})) ?(?:/| (?:{_OUT_OF}) ) ?"
    rf"(?P<whole>(?:{_SHORT_FIGURE}|(?(own)[0-9][0-9.,]* (?:{any_of(SCALES)})(?!\w)|(?!)))[^()]*?)"
    r"(?: ?\((?P<percent>[^()]*)\))?"
)
_SHORT_WORD: Final = re.compile(rf" ?(?:{_SHORT})(?:{_DONG}|(?![^\W\d_]))")
_BEFORE_WORDS: Final = re.compile(_APPROXIMATION)
_SPOKEN_OUT_OF: Final = re.compile(rf" ({any_of(spellings.SPOKEN_OUT_OF)}) ")
_SHARE: Final = re.compile(rf"(?:(?:{any_of(spellings.SHARES)}) )?")

DIRECTIONS: Final[Mapping[str, Direction]] = MappingProxyType(
    {word: Direction(value) for value, told in spellings.DIRECTIONS.items() for word in told}
)
_CHANGE: Final = re.compile(
    rf"(?P<word>{any_of(DIRECTIONS)})(?: (?:{any_of(spellings.DIRECTION_FILLERS)})(?!\w))*(?: |\Z)"
)
_COMPARED_TO: Final = any_of(spellings.COMPARED_TO)
_COMPARED: Final = rf"(?:{_COMPARED_TO}) (?!với\Z)"
_RELATIVE: Final = re.compile(f" {_COMPARED}")
_MULTIPLIED: Final = f"{spellings.MULTIPLIED} "

# Between the two ends of a change: "xuống còn", "lên", "nâng lên thành".
_LINKED: Final = any_of(spellings.REACHED_BY)
LINK: Final = (
    rf"(?:(?:{any_of((*DIRECTIONS, *spellings.MOVED))}) )?"
    rf"(?P<link>{any_of(spellings.LINKS)})(?: (?:{_LINKED}))*"
)
_FROM_TO: Final = re.compile(
    rf"(?:(?P<word>{any_of(DIRECTIONS)})(?: (?:{any_of(spellings.DIRECTION_FILLERS)})(?!\w))* )?"
    rf"{words.FROM} (?P<before>.+?),? {LINK} (?P<after>.+)"
)

VERBS: Final[Mapping[str, AttainmentMode]] = {
    word: AttainmentMode(mode) for mode, verbs in spellings.ATTAINED.items() for word in verbs
}
_VERB: Final = re.compile(rf"({any_of(VERBS)}) ")
_TARGET: Final = re.compile(
    rf" (?:{_COMPARED_TO})? ?(?=(?:(?:{_COMPARED_TO}) )*(?:{any_of(spellings.TARGETS)})(?!\w))"
)
_PERCENT_END: Final = re.compile(r"(?:%|phần trăm)(?= |\Z)")


def parse_ratio(
    text: str,
    *,
    convention: ConventionLike | None = None,
    units: Sequence[Unit] = (),
    shorthand: bool = False,
) -> Ratio:
    """Return a ratio with both figures; the inverse of `format_ratio` and `fraction_to_words`.

    Read are "27/28 trường", "27 trong tổng số 28 trường", "27 trên 28", with the percentage in
    brackets after them, and the same in words: "ba phần tư", "hai trên mười lăm hộ", "một chia
    tám".

    Args:
        text: the ratio and nothing else.
        convention: as in `parse_number`.
        units: as in `parse_quantity`.
        shorthand: as in `parse_quantity`: "15/20 tr đồng", "500k/1tr5 đồng".

    Raises:
        ReadingError: no ratio.
        AmbiguousTextError: words in which a scale word may hold for both figures ("hai trên năm
            triệu").

    >>> schools = parse_ratio("27/28 trường (96,42%)")
    >>> schools.part, schools.whole, schools.unit, schools.percent
    (Decimal('27'), Decimal('28'), counted('trường'), Quantity(Decimal('96.42'), PERCENT))
    >>> parse_ratio("17 trong tổng số 19 chỉ tiêu").fraction, parse_ratio("ba phần tư").fraction
    (Fraction(17, 19), Fraction(3, 4))
    >>> parse_ratio("hai trên mười lăm").fraction
    Fraction(2, 15)
    """
    convention = chosen_convention(convention, "parse_ratio")
    source = Source(text, "parse_ratio")
    options = Options(convention, tuple(units), shorthand)
    found = _RATIO.fullmatch(source.low)
    in_short = found is None or _SHORT_WORD.match(source.low, found.start("words"))
    if in_short and (short := _SHORT_RATIO.fullmatch(source.low)):
        return _ratio_in_shorthand(source, short, options)
    if found is None:
        return _ratio_in_words(source, options)
    unit = None
    printed = source.text[found.start("words") : found.end("words")].strip()
    scale = SCALES[found["scale"]] if found["scale"] else Scale.ONE
    if printed or found["scale"]:
        unit = unit_of(printed, scale, options)
        if unit is None:
            raise source.error_at(Reason.RATIO_TEXT, found.start("words"))
    following: Following = "scale" if found["scale"] else "whole"
    if unit is not None and unit.dimension in MEASURED:
        following = "measure"
    return Ratio(
        part=read_numeral(source, *found.span("part"), following, convention),
        whole=read_numeral(source, *found.span("whole"), following, convention),
        unit=unit,
        percent=_percent_of(source, found, options),
        approximation=approximation_of(found["approximation"]),
    )


def _percent_of(source: Source, found: re.Match[str], options: Options) -> Quantity | None:
    """Return the percentage in brackets after a ratio, if there is one."""
    if found["percent"] is None:
        return None
    start = found.start("percent")
    start += len(_SHARE.match(found["percent"])[0])  # type: ignore[index]  # it matches anything
    percent = quantity_between(source, start, found.end("percent"), options)
    if not percent.unit.fits(PERCENT):
        raise source.error_at(Reason.DIMENSION, start, allowed=Words("phần trăm", "percent"))
    return percent


def _ratio_in_shorthand(source: Source, found: re.Match[str], options: Options) -> Ratio:
    """Return a ratio with a scale in shorthand or as in tables, both figures in the unit of the second."""
    whole = quantity_between(source, *found.span("whole"), options)
    if found["own"]:
        part = sharing_unit(source, *found.span("own"), whole.unit.unscaled(), options)
        amount = EXACT.divide(part.value, whole.unit.size)
    else:
        amount = read_numeral(source, *found.span("part"), "scale", options.convention)
    return Ratio(
        part=amount,
        whole=whole.amount,
        unit=whole.unit,
        percent=_percent_of(source, found, options),
        approximation=approximation_of(found["approximation"]),
    )


def parse_change(
    text: str,
    *,
    convention: ConventionLike | None = None,
    units: Sequence[Unit] = (),
    times: TimesReadingLike | None = None,
    shorthand: bool = False,
) -> Change:
    """Return a change with its direction, size and comparator; the inverse of `format_change`.

    Read are tăng, giảm, cao hơn, thấp hơn … before a quantity, "gấp 2 lần", "gấp đôi", "giảm một
    nửa", "không đổi", and "so với …" after them.

    Args:
        text: the change and nothing else.
        convention: as in `parse_number`.
        units: as in `parse_quantity`.
        times: what "tăng 2 lần" and "tăng gấp 2 lần" mean: that twice the old figure is
            ``reached``, or ``added``. None refuses them; "gấp 2 lần" needs no choice.
        shorthand: as in `parse_quantity`.

    Raises:
        ReadingError: no change.
        AmbiguousTextError: "tăng 2 lần" without a choice.

    >>> change = parse_change("giảm 1,2 điểm phần trăm so với cùng kỳ năm 2021")
    >>> change.direction.value, change.size, change.relative_to
    ('down', Quantity(Decimal('1.2'), PERCENTAGE_POINT), 'cùng kỳ năm 2021')
    >>> parse_change("gấp đôi").signed, parse_change("tăng 2 lần", times="added").signed
    (Quantity(Decimal('2'), TIMES), Quantity(Decimal('3'), TIMES))
    """
    convention = chosen_convention(convention, "parse_change")
    meant = None if times is None else chosen(times, TimesReading, "parse_change.times")
    source = Source(text, "parse_change")
    options = Options(convention, tuple(units), shorthand)
    low, end = source.low, len(source.low)
    relative = _RELATIVE.search(low)
    if relative:
        end = relative.start()
    relative_to = source.text[relative.end() :] if relative else ""
    found = _CHANGE.match(low, 0, end)
    direction = DIRECTIONS[found["word"]] if found else Direction.UP
    start = found.end() if found else 0
    if direction is Direction.NONE:
        size = None
        if start < end:
            bracketed = low[start] == "(" and low[end - 1] == ")"
            if not bracketed:
                raise source.error_at(Reason.END, start)
            size = quantity_between(source, start + 1, end - 1, options)
    elif direction is Direction.UP and low.startswith(_MULTIPLIED, start, end):
        size = _multiple(source, start + len(_MULTIPLIED), end, options)
        if found and low[start + len(_MULTIPLIED) : end] not in FOLDS:
            size = _of_two_readings(source, start, size, meant)
    elif found is None:
        raise source.error_at(Reason.CHANGE_TEXT, 0)
    elif low[start:end] in spellings.ONE_HALF:
        size = Quantity(50, PERCENT)
    else:
        size = quantity_between(source, start, end, options)
        if direction is Direction.UP and size.unit.fits(TIMES):
            size = _of_two_readings(source, start, size, meant)
    try:
        return Change(direction=direction, size=size, relative_to=relative_to)
    except InvalidValueError as error:
        raise source.value_error_at(error, start) from None


def parse_from_to(
    text: str,
    *,
    convention: ConventionLike | None = None,
    units: Sequence[Unit] = (),
    shorthand: bool = False,
) -> FromTo:
    """Return a change stated by its two ends; the inverse of `format_from_to`.

    Read are "giảm từ 11,42% xuống còn 4,05%", "từ 35 lên 52 triệu đồng": a unit printed once holds
    for both ends, and without a word before "từ" it is lên or xuống that tells the direction.

    Args:
        text: the change and nothing else.
        convention: as in `parse_number`.
        units: as in `parse_quantity`.
        shorthand: as in `parse_quantity`.

    Raises:
        ReadingError: no such change, or ends that measure different things.

    >>> fall = parse_from_to("giảm từ 11,42% xuống còn 4,05%")
    >>> fall.before, fall.after, fall.direction.value
    (Quantity(Decimal('11.42'), PERCENT), Quantity(Decimal('4.05'), PERCENT), 'down')
    """
    convention = chosen_convention(convention, "parse_from_to")
    source = Source(text, "parse_from_to")
    found = _FROM_TO.fullmatch(source.low)
    if found is None:
        raise source.error_at(Reason.FROM_TO_TEXT, 0)
    direction = direction_of(found["word"], found["link"])
    if direction is not direction_of(None, found["link"]):  # giảm từ 5% lên 7%
        raise source.error_at(Reason.FROM_TO_TEXT, found.start("link"))
    options = Options(convention, tuple(units), shorthand)
    after = quantity_between(source, *found.span("after"), options)
    try:
        before = sharing_unit(source, *found.span("before"), after.unit, options)
        return FromTo(before=before, after=after, direction=direction)
    except InvalidValueError as error:
        raise source.value_error_at(error, found.start("after")) from None


def direction_of(word: str | None, link: str) -> Direction:
    """Return which way a change goes: as the word before it says, else as the word between its ends."""
    if word:
        return DIRECTIONS[word]
    return Direction.UP if link == spellings.UPWARDS else Direction.DOWN


def parse_attainment(
    text: str,
    *,
    convention: ConventionLike | None = None,
    units: Sequence[Unit] = (),
    shorthand: bool = False,
) -> Attainment:
    """Return how far a plan is met; the inverse of `format_attainment`.

    Read are đạt, bằng, hoàn thành, vượt and còn thiếu before a percentage or an amount, and what
    it is measured against after it.

    Args:
        text: the statement and nothing else.
        convention: as in `parse_number`.
        units: as in `parse_quantity`.
        shorthand: as in `parse_quantity`.

    Raises:
        ReadingError: no such statement.

    >>> done = parse_attainment("vượt 12,5% chỉ tiêu")
    >>> done.mode, done.figure, done.target, done.attained
    (AttainmentMode.EXCEED, Quantity(Decimal('12.5'), PERCENT), 'chỉ tiêu', \
Quantity(Decimal('112.5'), PERCENT))
    >>> parse_attainment("vượt trên 300 đơn vị máu so với kế hoạch").figure
    Quantity(Decimal('300'), counted('đơn vị máu'), Approximation.OVER)
    """
    convention = chosen_convention(convention, "parse_attainment")
    source = Source(text, "parse_attainment")
    low = source.low
    found = _VERB.match(low)
    if found is None:
        raise source.error_at(Reason.ATTAINMENT_TEXT, 0)
    target = _TARGET.search(low, found.end())
    percent = _PERCENT_END.search(low, found.end())
    if percent and (target is None or percent.end() <= target.start()):
        end = percent.end()
        compared = _RELATIVE.match(low, end)
        after = compared.end() if compared else min(end + 1, len(low))
    elif target:
        end, after = target.start(), target.end()
    else:
        raise source.error_at(Reason.ATTAINMENT_TEXT, len(low))
    figure = quantity_between(source, found.end(), end, Options(convention, tuple(units), shorthand))
    try:
        return Attainment(figure=figure, mode=VERBS[found[1]], target=source.text[after:])
    except InvalidValueError as error:
        raise source.value_error_at(error, found.end()) from None


def _ratio_in_words(source: Source, options: Options) -> Ratio:
    """Return "ba phần tư", "hai mươi bảy trên hai mươi tám trường", "một chia tám"."""
    before = _BEFORE_WORDS.match(source.low)
    assert before is not None  # it matches anything
    found = _SPOKEN_OUT_OF.search(source.low, before.end())
    if found is None:
        raise source.error_at(Reason.RATIO_TEXT, 0)
    part = spelled_whole(source, before.end(), found.start())
    start = found.end()
    spoken = source.low[start:].split(" ")
    count = 1 if spoken[0] == numerals.FOURTH else leading_words(spoken)
    stop = start + len(" ".join(spoken[:count]))
    fourth = spoken[:count] == [numerals.FOURTH]
    whole = (
        Spelled(Decimal(4), 0) if fourth else spelled_whole(source, start, stop if count else len(source.low))
    )
    unit = None
    if count < len(spoken):
        unit = unit_of(source.text[stop + 1 :], Scale.ONE, options)
        if unit is None:
            raise source.error_at(Reason.RATIO_TEXT, stop + 1)
    approximation = approximation_of(before["approximation"])
    ratio = Ratio(part=part.value, whole=whole.value, unit=unit, approximation=approximation)
    if whole.zeros > part.zeros and found[1] != numerals.FRACTION:  # hai trên năm triệu
        shared = attrs.evolve(ratio, part=EXACT.scaleb(part.value, whole.zeros))
        raise source.ambiguous(
            Reason.TWO_WAY,
            start,
            {"of-whole": ratio, "of-both": shared},
            Words(
                "đọc đủ bậc ở cả hai số, hoặc viết bằng chữ số",
                "say the scale word in both figures, or write digits",
            ),
            meanings=[Words.same(f"{each.part:f}/{each.whole:f}") for each in (ratio, shared)],
        )
    return ratio


# gấp đôi, gấp rưỡi: two words that need no lần, and no choice after tăng.
FOLDS: Final[Mapping[str, Decimal]] = MappingProxyType(
    {spellings.TWICE: Decimal(2), **dict.fromkeys(numerals.AND_A_HALF, Decimal("1.5"))}
)


def _multiple(source: Source, start: int, end: int, options: Options) -> Quantity:
    """Return what stands after gấp: "2 lần", "hơn 2 lần", "đôi", "ba"."""
    fold = FOLDS.get(source.low[start:end])
    if fold is not None:
        return Quantity(fold, TIMES)
    if source.low.endswith(f" {TIMES.name}", start, end):
        size = quantity_between(source, start, end, options)
        if size.unit.fits(TIMES):
            return size
        raise source.error_at(Reason.CHANGE_TEXT, start)
    return Quantity(spelled_whole(source, start, end).value, TIMES)


def _of_two_readings(source: Source, start: int, size: Quantity, times: TimesReading | None) -> Quantity:
    """Return the ratio reached, by the reading that the caller chose."""
    added = size + Quantity(1, TIMES)
    if times is not None:
        return size if times is TimesReading.REACHED else added
    raise source.ambiguous(
        Reason.TWO_WAY,
        start,
        {"reached": size, "added": added},
        Words("chọn reached (gấp) hoặc added (tăng thêm)", 'pass times="reached" or times="added"'),
        meanings=[
            Words.same(f"{words.MULTIPLIED} {each.amount:f} {TIMES.name}".replace(".", ","))
            for each in (size, added)
        ],
    )
