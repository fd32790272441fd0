"""References to documents of the State and of the Party, by their symbols."""

import re
from datetime import date
from typing import ClassVar, Final, SupportsIndex

import attrs

from danvankheo.bilingual import Words
from danvankheo.choices import member
from danvankheo.domain.converters import a_whole_or_none
from danvankheo.domain.dates import FIRST_YEAR, LAST_YEAR, whole_between
from danvankheo.domain.labels import Labelled
from danvankheo.domain.numbers import whole_from
from danvankheo.domain.rules import Broken, Consistent, rules
from danvankheo.domain.validators import a, a_day, a_label, a_name, maybe, nfc
from danvankheo.errors import InvalidValueError, invalid
from danvankheo.reasons import Reason


class DocumentSystem(Labelled):
    """Whose rules a symbol follows: the State joins with "/", the Party with "-".

    >>> from danvankheo import DocumentSystem, parse_document
    >>> parse_document("Nghị quyết số 25-NQ/TW").system is DocumentSystem.PARTY
    True
    """

    STATE = "state", "Nhà nước"
    PARTY = "party", "Đảng"


NUMBER: Final = r"^[1-9][0-9]{0,5}[a-zđ]?$"
# Latin letters with all the marks of Vietnamese: a symbol may hold Đ, Ư or &.
_LETTERS: Final = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1ef9"
_PART: Final = rf"(?![a-z])[{_LETTERS}][{_LETTERS}0-9&]*"
SYMBOL: Final = rf"^{_PART}(?:[-/]{_PART})*$"
_NUMBER: Final = re.compile(NUMBER)
_SYMBOL: Final = re.compile(SYMBOL)


def _system(value: DocumentSystem | str) -> DocumentSystem:
    return value if isinstance(value, DocumentSystem) else member(DocumentSystem, value)


def _number(value: SupportsIndex | str) -> str:
    text = str(whole_from(value, "DocumentRef.number")) if isinstance(value, SupportsIndex) else value
    if not isinstance(text, str) or not _NUMBER.fullmatch(text):
        words = {"pattern": Words("số như 16 hay 30a", "a number such as 16 or 30a")}
        raise invalid("DocumentRef.number", Reason.PATTERN, value, **words)
    return text


def _symbol_is_letters(symbol: str) -> Broken:
    if not _SYMBOL.fullmatch(symbol):
        words = {"pattern": Words("chữ như CT-TTg", "letters such as CT-TTg")}
        yield invalid("DocumentRef.symbol", Reason.PATTERN, symbol, **words)


def _year_is_in_range(year: int | None) -> Broken:
    if year is None:
        return
    try:
        whole_between("DocumentRef.year", year, FIRST_YEAR, LAST_YEAR, "parse_number")
    except InvalidValueError as error:
        yield error


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class DocumentRef(Consistent):
    """A document named by type and symbol, such as "Chỉ thị số 16/CT-TTg".

    State numbers are unique within a year, Party numbers within a committee's term: two
    documents with the same symbol may differ, so keep `issued` where it is known.

    Args:
        type: what it is: ``Chỉ thị``, ``Nghị quyết``, ``Quyết định`` …; empty if not stated.
        number: the number without zeros before it; a letter may follow (30a).
        symbol: the letters after the number: ``CT-TTg``, ``QĐ-UBND``, ``QH15``, ``NQ/TW``.
        year: the year inside the symbol of a normative document (152/2025/NĐ-CP).
        issued: the day of issue, where known.
        system: the State's or the Party's way of writing.

    >>> DocumentRef(type="Chỉ thị", number=16, symbol="CT-TTg").number
    '16'
    """

    type: str = attrs.field(default="", converter=nfc, validator=a_label)
    number: str = attrs.field(converter=_number)
    symbol: str = attrs.field(converter=nfc, validator=a_name)
    year: int | None = attrs.field(default=None, converter=a_whole_or_none)
    issued: date | None = attrs.field(default=None, validator=maybe(a_day))
    system: DocumentSystem = attrs.field(
        default=DocumentSystem.STATE, converter=_system, validator=a(DocumentSystem)
    )

    RULES: ClassVar = rules(_symbol_is_letters, _year_is_in_range)
