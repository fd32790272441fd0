"""Days and times as a section of a format shows them."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from danvankheo.office.shown.codes import Kind, Piece, Section
from danvankheo.office.shown.numbers import ENGLISH, Signs

_FIRST_DAY: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel's days have no zone
_FIRST_DAY_1904: Final = datetime(1904, 1, 1)  # noqa: DTZ001
_LEAP_THAT_WAS_NONE: Final = 60
_LAST_SERIAL: Final = 2_958_466
_MICROSECONDS_A_DAY: Final = 86_400_000_000
_WEEKDAYS_VI: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
_WEEKDAYS_EN: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_EN: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def day_of(serial: Decimal, *, since_1904: bool = False) -> datetime | None:
    """Return the moment that Excel's number of days stands for; None where Excel has none.

    Excel's calendar of 1900 has a 29 February, which no other has: days before it are one off.

    >>> [str(day_of(Decimal(serial))) for serial in ("46204", "46204.5", "1", "-1")]
    ['2026-07-01 00:00:00', '2026-07-01 12:00:00', '1900-01-01 00:00:00', 'None']
    """
    if not 0 <= serial < _LAST_SERIAL:
        return None
    first = _FIRST_DAY_1904 if since_1904 else _FIRST_DAY
    if not since_1904 and serial < _LEAP_THAT_WAS_NONE:
        serial += 1
    whole = int(serial)
    rest = round((serial - whole) * _MICROSECONDS_A_DAY)
    try:
        return first + timedelta(days=whole, microseconds=rest)
    except OverflowError:  # a day after 31-12-9999 in the calendar of 1904
        return None


def serial_of(moment: datetime | date | time | timedelta, *, since_1904: bool = False) -> Decimal:
    """Return Excel's number of days for a moment, a day, a time or a span.

    >>> serial_of(datetime(2026, 7, 1, 12)), serial_of(date(1900, 1, 1)), serial_of(time(6))
    (Decimal('46204.5'), Decimal('1'), Decimal('0.25'))
    """
    if isinstance(moment, time):
        moment = timedelta(
            hours=moment.hour, minutes=moment.minute, seconds=moment.second, microseconds=moment.microsecond
        )
    if isinstance(moment, timedelta):
        since = moment
    else:
        whole = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
        since = whole.replace(tzinfo=None) - (_FIRST_DAY_1904 if since_1904 else _FIRST_DAY)
        if not since_1904 and since <= timedelta(days=_LEAP_THAT_WAS_NONE):
            since -= timedelta(days=1)
    return Decimal(since // timedelta(microseconds=1)) / _MICROSECONDS_A_DAY


def show_date(moment: datetime, since: timedelta, section: Section, signs: Signs) -> str:
    """Return a moment as a section shows it; `since` is the time from Excel's day 0, for hours past a day."""
    halves = section.has(Kind.HALF_DAY)
    said: list[str] = []
    for at, piece in enumerate(section.pieces):
        match piece.kind:
            case Kind.DATE:
                said.append(_field(moment, section.pieces, at, signs, halves=halves))
            case Kind.ELAPSED:
                said.append(_elapsed(since, piece.text))
            case Kind.HALF_DAY:
                half = signs.halves[moment.hour >= 12]
                said.append(half if len(piece.text) > len("A/P") else half[0])
            case _:
                said.append(piece.text)
    return "".join(said)


def _field(moment: datetime, pieces: Sequence[Piece], at: int, signs: Signs, *, halves: bool) -> str:
    text = pieces[at].text
    match text[0]:
        case "y" | "e":
            return f"{moment.year % 100:02d}" if text in {"y", "yy"} else f"{moment.year:04d}"
        case "b":  # the Buddhist calendar
            return f"{(moment.year + 543) % 100:02d}" if len(text) < 3 else f"{moment.year + 543:04d}"
        case "d":
            if len(text) > 2:
                return _weekday(moment, short=len(text) == 3, signs=signs)
            return f"{moment.day:0{len(text)}d}"
        case "h":
            hour = (moment.hour % 12 or 12) if halves else moment.hour
            return f"{hour:0{min(len(text), 2)}d}"
        case "s":
            whole, _, rest = text.partition(".")
            fraction = f"{moment.microsecond:06d}"[: len(rest)]
            second = f"{moment.second:0{min(len(whole), 2)}d}"
            return f"{second}{signs.point}{fraction}" if rest else second
        case _ if len(text) <= 2 and _is_minute(pieces, at):
            return f"{moment.minute:0{len(text)}d}"
        case _ if len(text) <= 2:
            return f"{moment.month:0{len(text)}d}"
        case _:
            return _month(moment, len(text), signs)


def _weekday(moment: datetime, *, short: bool, signs: Signs) -> str:
    names = _WEEKDAYS_EN if signs is ENGLISH else _WEEKDAYS_VI
    name = names[moment.weekday()]
    return name[:3] if short and signs is ENGLISH else name


def _month(moment: datetime, letters: int, signs: Signs) -> str:
    if signs is not ENGLISH:
        return f"Thg{moment.month}" if letters == 3 else f"Tháng {moment.month}"
    name = _MONTHS_EN[moment.month - 1]
    return {3: name[:3], 5: name[:1]}.get(letters, name)


def _is_minute(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether an "m" means minutes: after hours, or before seconds."""
    timed = [(p.kind, p.text[0]) for p in pieces[:at] if p.kind in {Kind.DATE, Kind.ELAPSED}]
    after = [(p.kind, p.text[0]) for p in pieces[at + 1 :] if p.kind in {Kind.DATE, Kind.ELAPSED}]
    return (bool(timed) and timed[-1][1] == "h") or (bool(after) and after[0][1] == "s")


def _elapsed(since: timedelta, text: str) -> str:
    seconds = since // timedelta(seconds=1)
    size = {"h": 3600, "m": 60, "s": 1}[text[0]]
    return f"{seconds // size:0{len(text)}d}"
