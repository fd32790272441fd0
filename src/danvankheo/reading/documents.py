"""Documents by their symbols: "Chỉ thị số 16/CT-TTg", "Nghị quyết số 25-NQ/TW"."""

import re
from datetime import date
from typing import Final

from danvankheo.bilingual import Words
from danvankheo.domain.references import DocumentRef, DocumentSystem
from danvankheo.errors import InvalidValueError
from danvankheo.locale_vi import words
from danvankheo.reading.dates import date_between
from danvankheo.reading.source import Source
from danvankheo.reasons import Reason

_DOCUMENT: Final = re.compile(
    rf"(?:(?P<type>[^\d:]*?[^\d:\s]) )??(?:{words.NUMBER_OF_DOCUMENT}:? ?)?"
    r"(?P<number>0?[1-9][0-9]{0,5}[a-zđ]?)(?: ?/ ?(?P<year>[0-9]{4}))?"
    r"(?: ?(?P<join>[-/]) ?| (?=[^\d\W]+ ?[-/]))(?P<symbol>[^\d\W][^\s,]*(?:(?<=[-/]) [^\d\W][^\s,]*)*)"
    rf"(?:,? (?P<issued>{words.DAY} .+))?"
)


def parse_document(text: str) -> DocumentRef:
    """Return a document by its symbol; the inverse of `format_document`.

    The State writes "/" after the number (and after the year of a normative document), the
    Party "-". Read are both, also where a blank stands for that sign ("Chỉ thị 05 CT/TW"), with or
    without "số", with the type or without, and the day of issue after them.

    Raises:
        ReadingError: no symbol of a document.

    >>> directive = parse_document("Chỉ thị số 16/CT-TTg")
    >>> directive.type, directive.number, directive.symbol, directive.system.value
    ('Chỉ thị', '16', 'CT-TTg', 'state')
    >>> parse_document("Nghị quyết số 25-NQ/TW ngày 3/6/2013").issued
    datetime.date(2013, 6, 3)
    """
    source = Source(text, "parse_document")
    return document_between(source, 0, len(source.low))


def document_between(source: Source, start: int, end: int) -> DocumentRef:
    """Return the document between two positions of a text."""
    found = _DOCUMENT.fullmatch(source.low, start, end)
    if found is None:
        raise source.error_at(Reason.DOCUMENT_TEXT, start)
    issued = _issued(source, found.start("issued")) if found["issued"] else None
    try:
        return DocumentRef(
            type=source.text[start : found.end("type")] if found["type"] else "",
            number=found["number"].lstrip("0"),
            symbol=source.text[found.start("symbol") : found.end("symbol")].replace(" ", ""),
            year=int(found["year"]) if found["year"] else None,
            issued=issued,
            system=DocumentSystem.PARTY if _is_of_party(found) else DocumentSystem.STATE,
        )
    except InvalidValueError as error:
        raise source.value_error_at(error, found.start("number")) from None


def _is_of_party(found: re.Match[str]) -> bool:
    """Return whether a symbol is the Party's: "05-CT/TW", and "05 CT/TW" where the first sign was lost.

    The letters of the Party are joined by "/", those of the State by "-": "16/CT-TTg".
    """
    sign = found["join"]
    return sign == "-" if sign else "-" not in found["symbol"].partition("/")[0]


def _issued(source: Source, start: int) -> date:
    day = date_between(source, start, len(source.low))
    if not isinstance(day, date):
        needed = {"needed": Words("ngày, tháng và năm", "day, month and year")}
        raise source.error_at(Reason.WHOLE_DATE, start, **needed)
    return day
