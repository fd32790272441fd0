"""Which movement it is: its name, its period, its place, who holds it, when it was reviewed."""

import re
from collections import Counter
from contextlib import suppress
from datetime import date
from typing import Final

from danvankheo.domain.award import GrantingLevel
from danvankheo.domain.dates import PartialDate
from danvankheo.domain.periods import PartialPeriod, Period, PeriodKind
from danvankheo.domain.places import Place, PlaceKind, PlaceLevel
from danvankheo.drafting.material import Material
from danvankheo.drafting.names import (
    Body,
    Named,
    bare_name,
    bodies_in,
    is_of_directive,
    most_named,
    places_in,
    province_called,
    province_following,
)
from danvankheo.drafting.organizers import decides_from_above, is_of_person, organizer_named
from danvankheo.locale_vi import contexts, movements, words
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.facts import FactKind
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import RunningText, folded

_QUOTED: Final = re.compile(
    rf"(?<!\w)(?P<word>{any_of(movements.MOVEMENT_WORDS)}) (?:[^\W\d_]+ ){{0,3}}"
    r"[“\"‘'«] ?(?P<name>[^”\"’'»\n]{2,80})[”\"’'»]"
)
_REVIEW: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.REVIEWS)})(?!\w)")
_HELD: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.HOLDING)})(?!\w)")
_GRANTING: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.GRANTING)})(?!\w)")
# Whose an award is: "Bằng khen của UBND tỉnh".
_OF_FORM: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.AWARD_FORMS)})(?: của)? \Z")
_SIGNED: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.SIGNING)}) ?\Z")
_NOT_OF_FIGURES: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.NOT_OF_FIGURES)}) (?:của )?\Z")
# The time at which a page was published, on a line of its own: besides these it has no letter.
_WORDS_OF_STAMP: Final = re.compile(rf"(?<!\w)(?:thứ [^\W\d_]+|thứ [2-7]|{any_of(movements.STAMPS)})(?!\w)")
_LETTER: Final = re.compile(r"[^\W\d_]")
_OF_MOVEMENT: Final = re.compile(rf"(?<!\w){movements.MOVEMENT}(?: [^\W\d_]+){{1,8}} \Z")
_FEWEST_WORDS: Final = 3
# A review names its month, and the term of the body that holds it, without being about them.
_SELDOM_REVIEWED: Final = (PeriodKind.MONTH, PeriodKind.TERM)
_LONGEST_TITLE: Final = 150
_FIRST: Final = 600
_NEAR: Final = 60
_HEAD: Final = 200
_AHEAD: Final = 300
_IN_ADDRESS: Final = 3
_LETTERHEAD: Final = 400
_OF_PROVINCE: Final = re.compile(r"(?:sở|ngành|công đoàn ngành|tỉnh|cục|công an tỉnh|hội|liên đoàn)(?!\w)")
_MANY: Final = 1_000
_MONTH: Final = 31


def name_of(material: Material) -> str:
    """Return the name quoted after "phong trào", that of a review first; else what the text is called."""
    named = movement_names(material)
    return named.most_common(1)[0][0] if named else _title(material)


def _title(material: Material) -> str:
    """Return the first line that says something, cut at its end of a sentence; "Phong trào" if none does."""
    for line in material.text.text.split("\n"):
        title = line.strip(' .…-–*"“”')
        if len(title.split()) >= _FEWEST_WORDS and not _is_stamp(title):
            first = re.split(r"(?<=[^\W\d_]{3})[.!?…] ", title)[0]
            return first if len(first) <= _LONGEST_TITLE else first[:_LONGEST_TITLE].rsplit(" ", 1)[0]
    return movements.MOVEMENT.capitalize()


def _is_stamp(line: str) -> bool:
    """Return whether a line says when a page was published, and nothing else: "Thứ Năm, 06/10/2022"."""
    low = folded(line)
    return any(map(str.isdigit, low)) and not _LETTER.search(_WORDS_OF_STAMP.sub("", low))


def movement_names(material: Material) -> Counter[str]:
    """Return the names quoted after "phong trào" with their weight: those of a review weigh most."""
    text = material.text
    named: Counter[str] = Counter()
    for found in _QUOTED.finditer(text.low):
        start, end = text.sentence_start(found.start(), 200), text.sentence_end(found.end(), _AHEAD)
        name = text.text[found.start("name") : found.end("name")].strip()
        weight = _MANY if _REVIEW.search(text.low, start, end) else 1
        named[name] += weight * (2 if found["word"].startswith(movements.MOVEMENT) else 1)
        named[name] += 2 * (found.start() < _FIRST)
    if not named:
        for name in movements.KNOWN_NAMES:
            named[name] += text.low.count(f"{movements.MOVEMENT} {folded(name)}")
            named[name] += text.low.count(f"{movements.MOVEMENT} thi đua {folded(name)}")
    return +named


def period_of(material: Material, name: str) -> tuple[int | None, Period] | None:
    """Return the period that the movement's figures are about, with the position of the fact.

    It is the one that stands after the movement's name or the word for its review; else the one
    stated most often, comparators aside. Where none is stated it is the year of the first date, and of
    the day on which the page was published, which is no fact of the text: its position is None.
    """
    written = _written_on(material)
    told = [
        (at, piece, period)
        for at, piece in enumerate(material.pieces)
        if piece.kind is FactKind.PERIOD and not material.is_compared_to(piece)
        for period in [_in_full(material, at, written)]
        if period is not None
    ]
    for at, piece, period in told:
        if name and isinstance(piece.value, Period) and _stands_near(material, piece, folded(name)):
            return at, period
    for at, piece, period in told:
        if isinstance(piece.value, Period) and _OF_MOVEMENT.search(material.before(piece, most=_AHEAD)):
            return at, period
    for at, piece, period in told:
        if (
            period.kind not in _SELDOM_REVIEWED
            and _REVIEW.search(material.before(piece, most=120))
            and not _is_not_of_figures(material, piece)
        ):
            return at, period
    years = [(at, period) for at, _, period in told if period.kind is not PeriodKind.DATES]
    years += [
        (at, Period.year(piece.value.start.year))
        for at, piece in enumerate(material.pieces)
        if isinstance(piece.value, PartialPeriod) and isinstance(piece.value.start, date)
    ]
    if not years or (written is None and all(period.kind is PeriodKind.STAGE for _, period in years)):
        titled = _year_of_title(material)
        if titled or not years:
            return _year_of_a_date(material, written) or titled
    weights: Counter[Period] = Counter()
    for at, period in years:
        weights[period] += _weight_of_period(material, material.pieces[at], period, written)
    best = max(weights.values())
    if best == 1 and written is not None:
        return _year_of_a_date(material, written)
    years.sort(key=lambda told: told[0])
    of_weight = [(at, period) for at, period in years if weights[period] == best]
    row = _all_of_a_row(material, of_weight)
    if row is None and written is None and all(period.kind is PeriodKind.YEAR for _, period in of_weight):
        return max(
            of_weight, key=lambda told: (told[1].start, -told[0])
        )  # the earlier ones are looked back on
    return of_weight[0][0], row or of_weight[0][1]


def _in_full(material: Material, at: int, written: date | None) -> Period | None:
    """Return the period of a piece; one without a year is that of its sentence, or of the day of writing.

    "sơ kết 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm 2019" states one year for both.
    """
    value = material.pieces[at].value
    if isinstance(value, Period):
        return value
    if not isinstance(value, PartialPeriod) or value.number is None or value.kind is PeriodKind.MONTH:
        return None
    sentence = material.sentence_of(material.pieces[at])
    following = material.pieces[at + 1] if at + 1 < len(material.pieces) else None
    if (
        following is not None
        and isinstance(following.value, Period)
        and following.value.kind is not PeriodKind.DATES
        and not material.is_compared_to(following)
        and material.sentence_of(following) == sentence
    ):
        return value.in_year(following.value.start.year)
    period = value.in_year(written.year) if written else None
    return period if period and written and period.start <= written else None


def _all_of_a_row(material: Material, years: list[tuple[int, Period]]) -> Period | None:
    """Return the span of years that stand in a row, each with figures: "(năm 2015: 28; năm 2016: 55 …)"."""
    periods = list(dict.fromkeys(period for _, period in years))
    if len(periods) < _FEWEST_IN_ROW or not _in_one_sentence(material, years):
        return None
    if any(period.kind is not PeriodKind.YEAR for period in periods):
        return None
    first, last = periods[0].start.year, periods[-1].start.year
    in_a_row = [period.start.year for period in periods] == list(range(first, last + 1))
    return Period.stage(first, last) if in_a_row else None


def _in_one_sentence(material: Material, years: list[tuple[int, Period]]) -> bool:
    starts = {material.text.sentence_start(material.pieces[at].start, _LONGEST_ROW) for at, _ in years}
    return len(starts) == 1


_FEWEST_IN_ROW: Final = 3
_LONGEST_ROW: Final = 2_000


def _written_on(material: Material) -> date | None:
    """Return the day that stands at the head of a text, or the first full date in it."""
    lines = material.text.low[:_HEAD].split("\n")
    for line in lines:
        stamp = _DAY_OF_STAMP.search(line) if _is_stamp(line) else None
        if stamp is not None:
            with suppress(ValueError):
                return date(int(stamp["year"]), int(stamp["month"]), int(stamp["day"]))
    days = (
        piece.value
        for at, piece in enumerate(material.pieces)
        if isinstance(piece.value, date) and not _is_of_document(material, at)
    )
    return next(days, None)


def _is_of_document(material: Material, at: int) -> bool:
    """Return whether a date is the day of a document: "Nghị quyết số 39 ngày 17/4/2015"."""
    if at and material.pieces[at - 1].kind is FactKind.DOCUMENT:
        return True
    start = material.pieces[at].start
    return _DOCUMENT.search(material.text.low, max(0, start - _NEAR), start) is not None


_DOCUMENT: Final = re.compile(
    rf"(?<!\w)(?:{any_of(contexts.DOCUMENT_TYPES)})(?: số)?:? ?[0-9][\w/.-]*,?(?: {words.DAY})? ?\Z"
)


_DAY_OF_STAMP: Final = re.compile(
    r"(?<!\w)(?P<day>[0-9]{1,2})[ /.-](?P<month>[0-9]{1,2})[ /.-](?P<year>(?:19|20)[0-9]{2})(?!\w)"
)


def _is_not_of_figures(material: Material, piece: Piece) -> bool:
    """Return whether a word before a period says that the figures are of another: "nhiệm vụ năm 2023"."""
    return _NOT_OF_FIGURES.search(material.text.low, max(0, piece.start - _NEAR), piece.start) is not None


def _weight_of_period(material: Material, piece: Piece, period: Period, written: date | None) -> int:
    """Return how much a mention says that the figures are of a period.

    Terms and stages, what was before or is aimed at, and times far from the day of the text weigh little.
    """
    if _is_not_of_figures(material, piece):
        return 1
    if period.start.year < period.end.year - 1:
        return 1
    weight = 8 if piece.start < _HEAD else 4
    if written is not None:
        if period.start > written or period.end.year < written.year - 1:
            return 1
        if period.end.year < written.year:
            weight -= 1
        if period.kind is PeriodKind.MONTH and (written - period.end).days > _MONTH:
            return 1  # a month that a story tells of
    return weight // 2 if period.kind is PeriodKind.MONTH else weight


def _stands_near(material: Material, piece: Piece, name: str) -> bool:
    """Return whether the movement's name stands near a period, in its sentence."""
    low = material.text.low
    start = max(material.sentence_of(piece), piece.start - len(name) - _NEAR)
    end = material.text.sentence_end(piece.end, len(name) + _NEAR)
    return name in low[start : piece.start] or name in low[piece.end : end]


def _year_of_a_date(material: Material, written: date | None) -> tuple[int | None, Period] | None:
    """Return the year of the first date that is no document's, else that of the day of writing."""
    for at, piece in enumerate(material.pieces):
        if isinstance(piece.value, date) and not _is_of_document(material, at):
            return at, Period.year(piece.value.year)
    return (None, Period.year(written.year)) if written else None


def _year_of_title(material: Material) -> tuple[None, Period] | None:
    """Return the bare year that a title ends with: "… mừng Tết Giáp Thìn 2024"."""
    found = _BARE_YEAR.search(material.text.low[:_LONGEST_TITLE].partition("\n")[0])
    return (None, Period.year(int(found[0]))) if found else None


_BARE_YEAR: Final = re.compile(r"(?<=[^\W\d_] )(?:19|20)[0-9]{2}(?=[ .]*\Z)")


def reviewed_on(material: Material) -> tuple[int, date | PartialDate] | None:
    """Return the day of the review, stated in the sentence that speaks of it."""
    for at, piece in enumerate(material.pieces):
        if not isinstance(piece.value, date | PartialDate):
            continue
        if (
            at
            and material.pieces[at - 1].kind is FactKind.DOCUMENT
            and piece.start - material.pieces[at - 1].end < _NEAR
        ):
            continue  # the day of a directive
        start, end = material.sentence_of(piece), material.text.sentence_end(piece.end, _AHEAD)
        if _REVIEW.search(material.text.low, start, end) and piece.kind is FactKind.DATE:
            return at, piece.value
    return None


def organizer_of(material: Material) -> Body | None:
    """Return who holds the movement: who holds the review, else the first that is named."""
    text = material.text
    named = list(bodies_in(text, 0, len(text.low)))
    named = [body for body in named if body.kind not in (None, PlaceKind.NATION) and not _is_headed(body)]
    shouted = [body for body in named if body.organization.name.isupper() and body.end < _LETTERHEAD]
    if shouted:
        return shouted[-1]  # below the bodies above it
    signed = next((body for body in named if _signs(text, body)), None)
    if signed:
        return signed
    acting = organizer_named(text)
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


def place_of(material: Material, organizer: Body | None) -> Place | None:
    """Return the place of the movement: that of the title, of who holds it, or the one named most.

    Whoever issued a plan from above is not where it was carried out, and a neighbour is not either. Where
    the one who holds it is of a level that the text has no name for, a place below is a part, not the whole.
    """
    text = material.text
    named = places_in(text)
    here = [
        place
        for place in named
        if not is_of_directive(text, place.start)
        and not _BESIDE.search(text.low, max(0, place.start - _NEAR), place.start)
    ]
    place = (
        _province_of_body(organizer)
        or _place_of_title(text, here)
        or _place_of_organizer(organizer, here)
        or _place_beside(organizer, here)
    )
    if place is None and (organizer is None or organizer.kind is None):
        place = _defined_place(text) or _most_named(here, _end_of_head(text))
    if place is None:
        return None
    province = _province(material, place, named)
    parent = _district(place, named, province) or province
    if parent and parent.kind.level > place.kind.level:
        return Place(name=place.name, kind=place.kind, parent=parent)
    return Place(name=place.name, kind=place.kind)


# Before the name of a place: another one lies there, and the text is about its neighbour.
_BESIDE: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.BESIDE)}) (?:với )?\Z")
_DEFINED: Final = re.compile(
    rf" là (?:một )?(?:trong (?:những|các) )?(?P<word>{any_of(movements.PLACE_WORDS)})(?!\w)"
)


def _end_of_head(text: RunningText) -> int:
    """Return where the head of a text ends: its title and its first sentence."""
    line = text.low.find("\n")
    return text.sentence_end(line + 1 if 0 <= line < _LONGEST_TITLE else 0, _FIRST)


def _place_of_title(text: RunningText, named: list[Named]) -> Named | None:
    """Return the lowest place in the title of a text, unless it has two of that level.

    "Hiệp Hòa: 20 học sinh nhận học bổng" opens with the name of one that the text names in full.
    """
    start, end = 0, text.low.find("\n")
    if not 0 < end < _LONGEST_TITLE:
        return None
    if _is_stamp(text.text[:end]):
        start, end = end + 1, text.low.find("\n", end + 1)
    opening = bare_name(text.low[start:end].partition(":")[0])
    opened = next((place for place in named if bare_name(place.name) == opening), None)
    if opened is not None:
        return opened
    words = text.text[start:end].split(":")[0].split()
    for length in (4, 3, 2):  # "Yên Bái: …", "Hà Nội có 109 xã …"
        province = province_called(" ".join(words[:length])) if len(words) >= length else None
        if province is not None:
            return Named(province.kind, province.name, start, start + len(province.name))
    places = [place for place in named if place.end <= end and place.kind.level is not PlaceLevel.PROVINCE]
    if not places:
        return None
    lowest = min(place.kind.level for place in places)
    names = {folded(place.name): place for place in places if place.kind.level is lowest}
    return next(iter(names.values())) if len(names) == 1 else None


def _place_beside(organizer: Body | None, named: list[Named]) -> Named | None:
    """Return the place in brackets after a body, or the one that its own name ends with.

    "Trường Tiểu học Đức Thắng (huyện Hiệp Hòa)", "Trường THCS Hoàng Thanh" of "xã Hoàng Thanh".
    """
    if organizer is None or organizer.kind is not None:
        return None
    for place in named:
        if 0 <= place.start - organizer.end <= _IN_ADDRESS:
            return place
    run = organizer.organization.name.split()
    while run and not run[0][0].isupper():
        run = run[1:]
    ends = {folded(" ".join(run[-length:])) for length in range(1, len(run) + 1)}
    own = [place for place in named if folded(place.name) in ends and len(place.name.split()) > 1]
    return own[0] if own else None


def _defined_place(text: RunningText) -> Named | None:
    """Return the place that a sentence says what it is: "Mai Trung là xã an toàn khu"."""
    for found in _DEFINED.finditer(text.low):
        start = text.sentence_start(found.start(), _NEAR)
        words = text.text[start : found.start()].split()
        if words and folded(words[0]) in movements.PLACE_WORDS:
            words = words[1:]
        if text.text[found.end() + 1 : found.end() + 2].isupper():
            continue  # "nơi đến là xã Ia Sơn"
        if 0 < len(words) <= _MOST_WORDS and all(word[0].isupper() for word in words):
            kind = PlaceKind(movements.PLACE_WORDS[found["word"]])
            return Named(kind, " ".join(words), start, found.start())
    return None


_MOST_WORDS: Final = 4


def _place_of_organizer(organizer: Body | None, named: list[Named]) -> Named | None:
    if organizer is None or organizer.kind is None:
        return None
    if organizer.place:
        shorter = [
            place
            for place in named
            if place.kind is organizer.kind and folded(organizer.place).startswith(folded(place.name))
        ]
        name = min((place.name for place in shorter), key=len, default=organizer.place)
        name = name.title() if name.isupper() else name
        return Named(organizer.kind, name, organizer.start, organizer.end)
    return most_named([place for place in named if place.kind is organizer.kind], organizer.kind.level)


def _province_of_body(organizer: Body | None) -> Named | None:
    """Return the province that the name of a body ends with: "Sở Giáo dục và Đào tạo Bắc Giang"."""
    if (
        organizer is None
        or organizer.kind is not None
        or not _OF_PROVINCE.match(folded(organizer.organization.name))
    ):
        return None
    words = organizer.organization.name.split()
    for length in (4, 3, 2):
        name = " ".join(words[-length:])
        province = province_called(name)
        if province is not None:
            return Named(province.kind, name, organizer.start, organizer.end)
    return None


def _most_named(named: list[Named], head: int) -> Named | None:
    """Return the district or commune that is named most, thrice the weight at the head; or a province.

    Spellings of one name count together. A province that stands at the head of a text alone is its place,
    and those below are parts of it.

    Args:
        named: the places of the text.
        head: where its title and its first sentence end.
    """
    weights: Counter[tuple[PlaceKind, str]] = Counter()
    provinces = {folded(place.name) for place in named if place.kind is PlaceKind.PROVINCE}
    named = [
        place
        for place in named
        if not (place.kind is PlaceKind.PROVINCIAL_CITY and folded(place.name) in provinces)
        and not (place.kind is PlaceKind.PROVINCE and province_called(place.name) is None)
    ]
    first = {place.kind.level for place in named if place.start < head}
    if first == {PlaceLevel.PROVINCE}:
        return most_named(named, PlaceLevel.PROVINCE)
    for before, place in zip([None, *named], named, strict=False):
        if before and before.kind.level < place.kind.level and place.start - before.end <= _IN_ADDRESS:
            continue  # xã Chư Răng, huyện Ia Pa
        if place.kind.level in (PlaceLevel.DISTRICT, PlaceLevel.COMMUNE):
            weights[place.kind, bare_name(place.name)] += 3 if place.start < _HEAD else 1
    if not weights:
        return most_named(named, PlaceLevel.PROVINCE)
    (kind, name), _ = max(weights.items(), key=lambda told: (told[1], told[0][0].level))
    return next(place for place in named if (place.kind, bare_name(place.name)) == (kind, name))


def _district(place: Named, named: list[Named], province: Place | None) -> Place | None:
    """Return the district stated right after a commune: "xã Bình Yên, huyện Sơn Hòa"."""
    if place.kind.level is not PlaceLevel.COMMUNE:
        return None
    ends = [other.end for other in named if (other.kind, other.name) == (place.kind, place.name)]
    for above in named:
        if above.kind.level is PlaceLevel.DISTRICT and any(0 < above.start - end <= 3 for end in ends):
            return Place(name=above.name, kind=above.kind, parent=province)
    return None


def _province(material: Material, place: Named, named: list[Named]) -> Place | None:
    """Return the province of a place: stated right after its name, else the one that the text names."""
    if place.kind.level is PlaceLevel.PROVINCE:
        return None
    start = 0
    low, name = material.text.low, folded(place.name)
    while (at := low.find(name, start)) >= 0:
        start = at + len(place.name)
        following = province_following(material.text, start)
        if following:
            return following
    most = most_named(named, PlaceLevel.PROVINCE)
    if most is None:
        return None
    return province_called(most.name) or (
        Place(name=most.name, kind=most.kind) if most.kind is PlaceKind.PROVINCE else None
    )
