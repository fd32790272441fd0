"""What the head and the foot of an official paper say: who to whom, when, what about, and who signs."""

from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from danvankheo.domain.movement import Movement
from danvankheo.domain.organizations import Organization
from danvankheo.domain.places import Place
from danvankheo.formatting.dates import format_date
from danvankheo.reporting.blocks import Signer

_BLANK = "…"


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(texts)


@attrs.frozen(kw_only=True)
class Letterhead:
    """What the head and the foot of an official paper say; what is not given leaves room for a pen.

    Args:
        issuer: the body that issues it.
        superior: the body directly above it.
        number: number and symbol: "15/BC-UBND", of the Party "24-BC/ĐU".
        place: where it is issued, without the kind: "Ia Sơn".
        day: when.
        kind: what it is: "Báo cáo"; empty for a letter, which has no such title.
        about: what it is about.
        to: whom it is sent to, for a letter.
        signer: who signs.
        recipients: who gets a copy.
        archive: where copies are kept: "VT".

    >>> head = Letterhead(issuer="Ủy ban nhân dân xã Ia Sơn", place="Ia Sơn", day=date(2026, 7, 2))
    >>> head.place_and_day
    'Ia Sơn, ngày 02 tháng 7 năm 2026'
    """

    issuer: str = ""
    superior: str = ""
    number: str = ""
    place: str = ""
    day: date | None = None
    kind: str = "Báo cáo"
    about: str = ""
    to: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    signer: Signer = attrs.field(factory=Signer)
    recipients: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    archive: str = "VT"

    @property
    def place_and_day(self) -> str:
        """Where and when, as Nghị định 30/2020/NĐ-CP writes it; dots where that is not given."""
        day = format_date(self.day, style="official") if self.day else "ngày … tháng … năm …"
        return f"{self.place or _BLANK}, {day}"


def letterhead_of(movements: Sequence[Movement], *, about: str = "", kind: str = "Báo cáo") -> Letterhead:
    """Return a letterhead as far as movements say: who organised them, and where.

    What they do not agree on is left open; nothing is guessed.

    Args:
        movements: what is reported.
        about: what the paper is about.
        kind: what it is.

    >>> from danvankheo import load
    >>> head = letterhead_of([load("docs/examples/an-khe-2022.json")])
    >>> head.issuer, head.place
    ('Thị ủy An Khê', 'An Khê')
    """
    issuer = _one([each.organizer for each in movements])
    place = _one([each.place for each in movements])
    return Letterhead(
        issuer=issuer.name if isinstance(issuer, Organization) else "",
        place=place.name if isinstance(place, Place) else "",
        about=about,
        kind=kind,
    )


def _one(values: Sequence[Organization | Place | None]) -> Organization | Place | None:
    """Return the value that all share, if they do."""
    return values[0] if values and all(value == values[0] for value in values) else None
