"""Documents and places by their names."""

from danvankheo.checking import check_type
from danvankheo.domain.places import Place
from danvankheo.domain.references import DocumentRef, DocumentSystem
from danvankheo.formatting.dates import format_date
from danvankheo.locale_vi import words


def format_document(document: DocumentRef, *, issued: bool = False) -> str:
    """Return a document as it is cited; the inverse of `parse_document`.

    Numbers under 10 get a zero before them, as both the State and the Party write them; the year
    has four digits. The
    State puts "/" after the number (and after the year of a normative document), the Party
    "-". Without a type only the symbol is written.

    Args:
        document: the reference.
        issued: whether the day of issue follows, where it is known.

    >>> format_document(DocumentRef(type="Chỉ thị", number=16, symbol="CT-TTg"))
    'Chỉ thị số 16/CT-TTg'
    >>> format_document(DocumentRef(type="Luật", number=6, year=2022, symbol="QH15"))
    'Luật số 06/2022/QH15'
    >>> format_document(
    ...     DocumentRef(type="Nghị quyết", number=25, symbol="NQ/TW", system=DocumentSystem.PARTY)
    ... )
    'Nghị quyết số 25-NQ/TW'
    """
    check_type(document, DocumentRef, "format_document")
    join = "-" if document.system is DocumentSystem.PARTY else "/"
    number = document.number
    if not number[1:2].isdigit():  # 5, 5a
        number = f"0{number}"
    year = f"/{document.year:04}" if document.year is not None else ""
    text = f"{number}{year}{join}{document.symbol}"
    if document.type:
        text = f"{document.type} {words.NUMBER_OF_DOCUMENT} {text}"
    if issued and document.issued is not None:
        text = f"{text} {words.DAY} {format_date(document.issued, style='slash_short')}"
    return text


def format_place(place: Place, *, within: Place | None = None) -> str:
    """Return a place with the places that it lies in.

    Args:
        place: any place.
        within: leave out this place and those above it, since the reader knows them.

    >>> from danvankheo import PlaceKind
    >>> an_khe = Place(name="An Khê", kind=PlaceKind.TOWN)
    >>> song_an = Place(name="Song An", kind=PlaceKind.COMMUNE, parent=an_khe)
    >>> pot = Place(name="Pốt", kind=PlaceKind.LANG, parent=song_an)
    >>> format_place(pot), format_place(pot, within=an_khe)
    ('làng Pốt, xã Song An, thị xã An Khê', 'làng Pốt, xã Song An')
    """
    check_type(place, Place, "format_place")
    known = set(within.lineage()) if within is not None else set()
    lineage = [step for step in place.lineage() if step not in known] or [place]
    return ", ".join(f"{step.kind.label} {step.name}" for step in lineage)
