"""What one cell says: a figure, nothing, not stated, or text.

A number as text is read by Vietnamese signs, unless its column shows English ones; a text with two readings
keeps both. A stored number settles what its shown text means.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final
from unicodedata import normalize

import attrs

from danvankheo.calc.arithmetic import Rounding, rounded_fraction
from danvankheo.choices import Choice
from danvankheo.domain.numbers import EXACT, decimals_of
from danvankheo.domain.quantities import Approximation
from danvankheo.domain.units import PERCENT, Unit
from danvankheo.locale_vi import spellings, table_heads
from danvankheo.office.grid import Cell
from danvankheo.office.tables.units import unit_of_words
from danvankheo.reading.figures import approximation_of
from danvankheo.reading.numbers import Convention
from danvankheo.reading.patterns import any_of

LONGEST: Final = 60
"""A longer text is no figure."""


class CellKind(Choice, StrEnum):
    """What a cell of the body of a table is."""

    FIGURE = "figure"
    """A number that counts or measures something."""
    NOTHING = "nothing"
    """"-" or "x": there is none."""
    UNSTATED = "unstated"
    """Blank, "…", an error, a formula without a result: not stated, which is not zero."""
    MARK = "mark"
    """The mark of a note, such as "(1)"."""
    TEXT = "text"
    """Anything else."""


@attrs.frozen(kw_only=True)
class Figure:
    """A figure as a cell shows it.

    Args:
        amount: the digits as shown; a percentage is 96.43 for "96,43%".
        stored: the exact number under it, in the same unit; the amount where the file has only the text.
        unit: the unit that the cell itself names.
        approximation: the word before it.
        others: what the digits can mean besides, by the other signs.
        marks: marks of notes after it.
    """

    amount: Decimal
    stored: Decimal
    unit: Unit | None = None
    approximation: Approximation = Approximation.EXACTLY
    others: tuple[Decimal, ...] = ()
    marks: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class CellReading:
    """What a cell says; `figure` is there for a figure, `marks` for its notes."""

    kind: CellKind
    text: str = ""
    figure: Figure | None = None
    marks: tuple[str, ...] = ()


_DIGITS: Final = r"[0-9](?:[0-9., ]*[0-9])?"
_MARKS: Final = r"(?P<marks>(?: ?(?:\([0-9*]{1,2}\)|\*{1,3}|\[[0-9]{1,2}\]))*)"
_FIGURE: Final = re.compile(
    rf"(?:(?P<word>{any_of(word for words in spellings.APPROXIMATIONS.values() for word in words)}) "
    rf"|(?P<sign_of>[~≈]) ?)?"
    rf"(?P<sign>[-−–+])? ?(?P<digits>{_DIGITS})(?: ?(?P<after>%|‰|[^\W\d_][^()*\[\]]*))?{_MARKS}",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(rf"\((?P<digits>{_DIGITS})\) ?(?P<after>%)?")
_MARK: Final = re.compile(r"(?:\([0-9*]{1,2}\)|\*{1,3}|\[[0-9]{1,2}\])(?: ?(?:\([0-9*]{1,2}\)|\*{1,3}))*")
_VIETNAMESE: Final = re.compile(r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")
_ENGLISH: Final = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_SPACED: Final = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:[,.][0-9]{1,2})?")
_NO_GROUP: Final = re.compile(r"0[.,][0-9]+")
_TELEPHONE: Final = re.compile(r"0[0-9]{8,}")
_TIDY: Final = re.compile(r"[\s\u00a0\u2000-\u200b\u202f]+")


def tidy(text: str) -> str:
    r"""Return text on one line: composed letters, single blanks, none around it.

    >>> tidy(" Kết quả\n thực\u00a0 hiện ")
    'Kết quả thực hiện'
    """
    return _TIDY.sub(" ", normalize("NFC", text)).strip()


def readings_of(digits: str) -> dict[Convention, Decimal]:
    """Return what digits mean by each country's signs, if they mean anything.

    >>> readings_of("1.020")
    {Convention.VI: Decimal('1020'), Convention.EN: Decimal('1.020')}
    >>> readings_of("1.245,5"), readings_of("12.5")
    ({Convention.VI: Decimal('1245.5')}, {Convention.EN: Decimal('12.5')})
    """
    if _SPACED.fullmatch(digits):
        digits = digits.replace(" ", "").replace(".", ",")
    found: dict[Convention, Decimal] = {}
    grouped_zero = _NO_GROUP.fullmatch(digits) is not None
    if _VIETNAMESE.fullmatch(digits) and not (grouped_zero and "." in digits):
        found[Convention.VI] = Decimal(digits.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(digits) and not (grouped_zero and "," in digits):
        found[Convention.EN] = Decimal(digits.replace(",", ""))
    return found


def convention_of(texts: Iterable[str]) -> Convention | None:
    """Return whose signs cells of a column use, where some of them leave no doubt and none says otherwise.

    >>> convention_of(["1.245,5", "640"]), convention_of(["0.3%", "5.3%"]), convention_of(["1.020", "640"])
    (Convention.VI, Convention.EN, None)
    """
    seen: set[Convention] = set()
    for text in texts:
        found = _FIGURE.fullmatch(tidy(text)[:LONGEST])
        if found is not None:
            readings = readings_of(found["digits"])
            if len({*readings.values()}) == 1 and len(readings) == 1:
                seen |= {*readings}
    return next(iter(seen)) if len(seen) == 1 else None


def read_cell(cell: Cell | None, convention: Convention | None = None) -> CellReading:
    """Return what a cell of a table's body says.

    Args:
        cell: the cell; None where there is none.
        convention: whose signs its column uses; None reads Vietnamese ones, and keeps a second reading.

    >>> from danvankheo.office.grid import Cell
    >>> read_cell(Cell(row=1, column=1, text="96,43%")).figure.amount
    Decimal('96.43')
    >>> [read_cell(Cell(row=1, column=1, text=text)).kind.value for text in ("-", "…", "(1)", "03/7")]
    ['nothing', 'unstated', 'mark', 'text']
    """
    if cell is None:
        return CellReading(kind=CellKind.UNSTATED)
    text = tidy(cell.text)
    if not cell.cached:
        return CellReading(kind=CellKind.UNSTATED, text=text)
    number = cell.number
    if number is not None:
        return CellReading(kind=CellKind.FIGURE, text=text, figure=_stored_figure(cell, number, text))
    low = text.lower()
    if low in table_heads.UNSTATED:
        return CellReading(kind=CellKind.UNSTATED, text=text)
    if low in table_heads.NOTHING:
        return CellReading(kind=CellKind.NOTHING, text=text)
    if cell.value is not None and not isinstance(cell.value, str):
        return CellReading(kind=CellKind.TEXT, text=text)  # a day, a time, a truth
    if _MARK.fullmatch(text):
        return CellReading(kind=CellKind.MARK, text=text, marks=tuple(_marks(text)))
    figure = _figure(text, convention) if len(text) <= LONGEST else None
    if figure is None:
        return CellReading(kind=CellKind.TEXT, text=text)
    return CellReading(kind=CellKind.FIGURE, text=text, figure=figure, marks=figure.marks)


def _stored_figure(cell: Cell, number: Decimal, text: str) -> Figure:
    """Return the figure of a stored number: the digits that are shown, the number itself beside them."""
    stored = EXACT.scaleb(number, 2) if cell.percent else number
    shown = _figure(text, None)
    if shown is not None:
        candidates = (shown.amount, *shown.others)
        nearest = min(candidates, key=lambda found: abs(found - stored))
        if abs(nearest - stored) <= Decimal(1).scaleb(-decimals_of(nearest)):
            unit = PERCENT if cell.percent else shown.unit
            return attrs.evolve(shown, amount=nearest, stored=stored, others=(), unit=unit)
    amount = stored
    if cell.decimals is not None and decimals_of(stored) > cell.decimals:
        amount = rounded_fraction(Fraction(stored), cell.decimals, Rounding.HALF_UP)
    return Figure(amount=amount, stored=stored, unit=PERCENT if cell.percent else None)


def _figure(text: str, convention: Convention | None) -> Figure | None:
    found = _FIGURE.fullmatch(text)
    negative = False
    if found is None:
        bracketed = _BRACKETED.fullmatch(text)
        if bracketed is None or len(bracketed["digits"]) < 3:
            return None
        digits, after, word, marks, negative = bracketed["digits"], bracketed["after"], None, "", True
    else:
        digits, after, marks = found["digits"], found["after"], found["marks"]
        word = found["word"] or ("khoảng" if found["sign_of"] else None)
        negative = found["sign"] not in (None, "+")
    if _TELEPHONE.fullmatch(digits):
        return None
    readings = readings_of(digits)
    if not readings:
        return None
    likely = Convention.VI if Convention.VI in readings else Convention.EN
    chosen = convention if convention is not None and convention in readings else likely
    unit = None
    if after:
        unit = unit_of_words(after)
        if unit is None:
            return None
        if "." in digits and unit is PERCENT and Convention.EN in readings and len(readings_of(digits)) == 1:
            chosen = Convention.EN
    sign = -1 if negative else 1
    amount = readings[chosen] * sign if readings[chosen] else readings[chosen]
    others = tuple({other * sign for other in readings.values()} - {amount}) if convention is None else ()
    return Figure(
        amount=amount,
        stored=amount,
        unit=unit,
        approximation=approximation_of(word.lower() if word else None),
        others=others,
        marks=tuple(_marks(marks)),
    )


def _marks(text: str) -> list[str]:
    return re.findall(r"\([0-9*]{1,2}\)|\*{1,3}|\[[0-9]{1,2}\]", text or "")
