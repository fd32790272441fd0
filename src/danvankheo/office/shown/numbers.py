"""Numbers as a section of a format shows them: placeholders, groups, percent, exponents, fractions."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import Final

import attrs

from danvankheo.office.shown.codes import Kind, Piece, Section

# Digits enough for the largest double with all its places; half away from zero, as Excel rounds.
WIDE: Final = Context(prec=700, rounding=ROUND_HALF_UP)
_GENERAL_WIDTH: Final = 11
_SMALLEST_PLAIN: Final = Decimal("0.0001")
_MOST_DENOMINATOR_DIGITS: Final = 7


@attrs.frozen
class Signs:
    """The signs that a locale divides decimals and groups with, and its halves of the day."""

    point: str
    group: str
    halves: tuple[str, str]


VIETNAMESE: Final = Signs(",", ".", ("SA", "CH"))
ENGLISH: Final = Signs(".", ",", ("AM", "PM"))


def general(number: Decimal, signs: Signs) -> str:
    """Return a number as the format General shows it, in a column that is wide enough for whole numbers.

    A number with decimals takes eleven characters at most, as in Excel; whole numbers keep all their digits.

    >>> general(Decimal("154.4"), VIETNAMESE), general(Decimal(1) / 3, ENGLISH)
    ('154,4', '0.333333333')
    >>> general(Decimal(10) ** 12, ENGLISH)
    '1000000000000'
    >>> general(Decimal("0.00001234"), VIETNAMESE), general(Decimal("0.0000123456"), VIETNAMESE)
    ('0,00001234', '1,23456E-05')
    """
    if not number:
        return "0"
    minus, size = ("-" if number < 0 else ""), abs(number)
    if size == size.to_integral_value(context=WIDE):
        return f"{minus}{size:f}".partition(".")[0]
    if size < _SMALLEST_PLAIN and len(_without_zeros(size)) > _GENERAL_WIDTH:
        power = size.adjusted()
        lead = WIDE.quantize(size.scaleb(-power, context=WIDE), Decimal("1.00000"))
        if lead >= 10:  # 9.999999 became 10
            lead, power = lead.scaleb(-1), power + 1
        return f"{minus}{_without_zeros(lead)}E{power:+03d}".replace(".", signs.point)
    room = max(_GENERAL_WIDTH - 1 - max(size.adjusted() + 1, 1), 0)
    return (minus + _without_zeros(WIDE.quantize(size, Decimal(1).scaleb(-room)))).replace(".", signs.point)


def _without_zeros(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimals_of_section(section: Section) -> int | None:
    """Return how many decimals a section shows at most; None where it shows the number as it is."""
    if section.has(Kind.GENERAL, Kind.TEXT, Kind.EXPONENT) or _is_fraction(section.pieces):
        return None
    if not section.has(Kind.DIGIT):
        return None
    return len(_split(section.pieces)[1])


def scale_of_section(section: Section) -> int:
    """Return by which power of ten a section moves the number before it shows it: 2 for percent."""
    percents = sum(piece.kind is Kind.PERCENT for piece in section.pieces)
    return 2 * percents - 3 * _thousands(section.pieces)


def show_number(number: Decimal, section: Section, signs: Signs) -> str:
    """Return a number that is not negative as a section shows it."""
    if section.has(Kind.GENERAL):
        return "".join(
            general(number, signs) if piece.kind is Kind.GENERAL else piece.text for piece in section.pieces
        )
    if not section.has(Kind.DIGIT):
        return "".join(piece.text for piece in section.pieces)
    if section.has(Kind.EXPONENT):
        return _with_exponent(number, section.pieces, signs)
    if _is_fraction(section.pieces):
        return _as_fraction(number, section.pieces, signs)
    return _plain(number.scaleb(scale_of_section(section), context=WIDE), section.pieces, signs)


def _plain(number: Decimal, pieces: Sequence[Piece], signs: Signs) -> str:
    before, after = _split(pieces)
    rounded = WIDE.quantize(number, Decimal(1).scaleb(-len(after)))
    whole, _, rest = f"{rounded:f}".partition(".")
    groups = any(piece.kind is Kind.COMMA and _between_digits(pieces, at) for at, piece in enumerate(pieces))
    texts = _whole(whole.lstrip("0"), [pieces[at].text for at in before], signs.group if groups else "")
    shown = dict(zip(before, texts, strict=True))
    shown |= dict(zip(after, _rest(rest, [pieces[at].text for at in after]), strict=True))
    point = next((at for at, piece in enumerate(pieces) if piece.kind is Kind.POINT), None)
    said: list[str] = []
    for at, piece in enumerate(pieces):
        if at in shown:
            said.append(shown[at])
        elif at == point:
            said.append(signs.point)
        elif piece.kind is not Kind.COMMA:
            said.append(piece.text)
    if not before and point is not None and whole.strip("0"):  # ".00" shows 12.5 as 12.50
        said.insert(said.index(signs.point), whole.lstrip("0"))
    return "".join(said)


def _split(pieces: Sequence[Piece]) -> tuple[list[int], list[int]]:
    """Return where the placeholders before the point stand, and where those after it."""
    point = next((at for at, piece in enumerate(pieces) if piece.kind is Kind.POINT), len(pieces))
    digits = [at for at, piece in enumerate(pieces) if piece.kind is Kind.DIGIT]
    return [at for at in digits if at < point], [at for at in digits if at > point]


def _thousands(pieces: Sequence[Piece]) -> int:
    """Return how many commas stand right after the last placeholder before the point, or at the end."""
    count = 0
    for last in (group[-1] for group in _split(pieces) if group):
        at = last + 1
        while at < len(pieces) and pieces[at].kind is Kind.COMMA:
            count, at = count + 1, at + 1
    return count


def _between_digits(pieces: Sequence[Piece], at: int) -> bool:
    before = _split(pieces)[0]
    return bool(before) and before[0] < at < before[-1]


def _whole(digits: str, places: Sequence[str], group: str) -> list[str]:
    """Return what each placeholder before the point shows; the first takes all digits that are too many."""
    texts: list[str] = []
    count = 0
    for at in range(len(places) - 1, -1, -1):
        take = digits[-1:] if at else digits[::-1][::-1]
        digits = digits[:-1] if at else ""
        if not take:
            take = {"0": "0", "?": " "}.get(places[at], "")
        text = ""
        for digit in reversed(take):
            if group and count and count % 3 == 0 and digit != " ":
                text = group + text
            text = digit + text
            count += 1
        texts.append(text)
    return texts[::-1]


def _rest(digits: str, places: Sequence[str]) -> list[str]:
    """Return what each placeholder after the point shows; zeros at the end only where the format asks."""
    needed = len(digits.rstrip("0"))
    texts: list[str] = []
    for at, place in enumerate(places):
        kept = at < needed or any(later == "0" for later in places[at:])
        texts.append(digits[at] if kept else {"?": " "}.get(place, ""))
    return texts


def _with_exponent(number: Decimal, pieces: Sequence[Piece], signs: Signs) -> str:
    at = next(at for at, piece in enumerate(pieces) if piece.kind is Kind.EXPONENT)
    lead, tail = pieces[:at], pieces[at + 1 :]
    before, after = _split(lead)
    step = max(len(before), 1)
    power = 0
    if number:
        power = number.adjusted() - (number.adjusted() % step if step > 1 else 0)
        rounded = WIDE.quantize(number.scaleb(-power, context=WIDE), Decimal(1).scaleb(-len(after)))
        if rounded >= Decimal(10) ** step:
            power += step
    mantissa = _plain(number.scaleb(-power, context=WIDE), lead, signs)
    sign = "-" if power < 0 else ("+" if pieces[at].text.endswith("+") else "")
    return f"{mantissa}E{sign}{_plain(Decimal(abs(power)), tail, signs)}"


def _is_fraction(pieces: Sequence[Piece]) -> bool:
    slash = next((at for at, piece in enumerate(pieces) if piece.kind is Kind.SLASH), 0)
    return slash > 0 and any(piece.kind is Kind.DIGIT for piece in pieces[:slash])


def _as_fraction(number: Decimal, pieces: Sequence[Piece], signs: Signs) -> str:
    slash = next(at for at, piece in enumerate(pieces) if piece.kind is Kind.SLASH)
    below = "".join(piece.text for piece in pieces[slash + 1 :]).strip()
    start = slash
    while start and pieces[start - 1].kind is Kind.DIGIT:
        start -= 1
    mixed = any(piece.kind is Kind.DIGIT for piece in pieces[:start])
    exact = Fraction(number)
    whole = int(exact) if mixed else 0
    if below.isdigit() and int(below):
        bottom = int(below)
        top = (2 * (exact - whole) * bottom + 1) // 2
    else:
        most = 10 ** min(max(len(below), 1), _MOST_DENOMINATOR_DIGITS) - 1
        nearest = (exact - whole).limit_denominator(most)
        top, bottom = nearest.numerator, nearest.denominator
    if mixed and top == bottom:
        whole, top = whole + 1, 0
    lead = _plain(Decimal(whole), pieces[:start], signs) if mixed else ""
    if mixed and not top:
        return lead.strip() or "0"
    return f"{lead if whole else ''}{top}/{bottom}".strip()
