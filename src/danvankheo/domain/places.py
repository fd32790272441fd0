"""Places: administrative units and the communities below them, each with its time."""

from collections.abc import Iterator
from datetime import date
from enum import IntEnum
from typing import ClassVar, Final, Self

import attrs

from danvankheo.bilingual import Words
from danvankheo.choices import Choice, member, new_member
from danvankheo.domain.labels import Labelled
from danvankheo.domain.periods import Period
from danvankheo.domain.rules import Broken, Consistent, rules
from danvankheo.domain.validators import a, a_day, a_label, a_name, invalid_field, maybe, nfc
from danvankheo.errors import InvalidValueError, invalid
from danvankheo.reasons import Reason

# Constitution art. 110 as amended by Nghị quyết 203/2025/QH15: two levels from this day on; the
# district level and the township ended, the special zone began.
TWO_LEVELS_FROM: Final = date(2025, 7, 1)
DISTRICTS_UNTIL: Final = date(2025, 6, 30)


class PlaceLevel(Choice, IntEnum):
    """How high a place stands; a parent stands higher than its child."""

    COMMUNITY = 1
    COMMUNE = 2
    DISTRICT = 3
    PROVINCE = 4
    NATION = 5


class PlaceKind(Labelled):
    """What kind of place: its label, its level, and when such places existed.

    Communities below the commune (Law on grassroots democracy 2022, art. 2; xóm: Nghị định
    185/2026/NĐ-CP, art. 2) keep their Vietnamese names: English has "village" for all of them.

    >>> PlaceKind.TOWN.label, PlaceKind.TOWN.level.name, PlaceKind.TOWN.until
    ('thị xã', 'DISTRICT', datetime.date(2025, 6, 30))
    """

    level: PlaceLevel
    since: date | None
    until: date | None

    def __new__(
        cls,
        value: str,
        label: str = "",
        level: PlaceLevel = PlaceLevel.NATION,
        since: date | None = None,
        until: date | None = None,
    ) -> Self:
        """Make a member from its stable value, label, level and time."""
        return new_member(cls, value, label=label, level=level, since=since, until=until)

    NATION = "nation", "nước", PlaceLevel.NATION
    PROVINCE = "province", "tỉnh", PlaceLevel.PROVINCE
    MUNICIPALITY = "municipality", "thành phố", PlaceLevel.PROVINCE
    RURAL_DISTRICT = "rural_district", "huyện", PlaceLevel.DISTRICT, None, DISTRICTS_UNTIL
    URBAN_DISTRICT = "urban_district", "quận", PlaceLevel.DISTRICT, None, DISTRICTS_UNTIL
    TOWN = "town", "thị xã", PlaceLevel.DISTRICT, None, DISTRICTS_UNTIL
    PROVINCIAL_CITY = "provincial_city", "thành phố", PlaceLevel.DISTRICT, None, DISTRICTS_UNTIL
    COMMUNE = "commune", "xã", PlaceLevel.COMMUNE
    WARD = "ward", "phường", PlaceLevel.COMMUNE
    TOWNSHIP = "township", "thị trấn", PlaceLevel.COMMUNE, None, DISTRICTS_UNTIL
    SPECIAL_ZONE = "special_zone", "đặc khu", PlaceLevel.COMMUNE, TWO_LEVELS_FROM
    THON = "thon", "thôn", PlaceLevel.COMMUNITY
    XOM = "xom", "xóm", PlaceLevel.COMMUNITY
    LANG = "lang", "làng", PlaceLevel.COMMUNITY
    AP = "ap", "ấp", PlaceLevel.COMMUNITY
    BAN = "ban", "bản", PlaceLevel.COMMUNITY
    BUON = "buon", "buôn", PlaceLevel.COMMUNITY
    BON = "bon", "bon", PlaceLevel.COMMUNITY
    PHUM = "phum", "phum", PlaceLevel.COMMUNITY
    SOC = "soc", "sóc", PlaceLevel.COMMUNITY
    TO_DAN_PHO = "to_dan_pho", "tổ dân phố", PlaceLevel.COMMUNITY
    KHU_PHO = "khu_pho", "khu phố", PlaceLevel.COMMUNITY
    KHOI_PHO = "khoi_pho", "khối phố", PlaceLevel.COMMUNITY
    KHOM = "khom", "khóm", PlaceLevel.COMMUNITY
    TIEU_KHU = "tieu_khu", "tiểu khu", PlaceLevel.COMMUNITY


def _kind(value: PlaceKind | str) -> PlaceKind:
    return value if isinstance(value, PlaceKind) else member(PlaceKind, value)


def _parent_is_higher(kind: PlaceKind, parent: "Place | None") -> Broken:
    if parent is not None and parent.kind.level <= kind.level:
        words = {"kind": Words(kind.label, kind.value)}
        yield invalid("Place.parent", Reason.HIGHER_PARENT, parent.kind.label, **words)


def _starts_before_it_ends(since: date | None, until: date | None) -> Broken:
    if since is not None and until is not None and since > until:
        yield invalid("Place.since", Reason.STARTS_FIRST, since.isoformat())


def _began_in_the_time_of_its_kind(kind: PlaceKind, since: date | None) -> Broken:
    return _a_day_of_its_kind("since", since, kind)


def _ended_in_the_time_of_its_kind(kind: PlaceKind, until: date | None) -> Broken:
    return _a_day_of_its_kind("until", until, kind)


def _began_under_its_parents(parent: "Place | None", since: date | None) -> Broken:
    """A parent may end before its child does, but must not have ended before it began."""
    if parent is not None:
        for place in parent.lineage():
            yield from _a_day_of_its_kind("since", since, place.kind)


def _a_day_of_its_kind(field: str, day: date | None, kind: PlaceKind) -> Broken:
    first, last = kind.since, kind.until
    if day is not None and ((first and day < first) or (last and day > last)):
        span = f"{first or '…'}/{last or '…'}"
        words = Words(kind.label, kind.value)
        yield invalid(f"Place.{field}", Reason.KIND_EXISTED, day.isoformat(), kind=words, span=span)


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Place(Consistent):
    """A place as it was called in its time.

    Names repeat, even inside one province, and units merge: two places are the same only if
    their code, kind, name, parent and time are. Give the official code where there is one.

    Args:
        name: the proper name without its kind: ``An Khê``, ``Tú Thủy 2``, ``3``.
        kind: province, town, ward, thôn …
        code: the official code, or empty.
        parent: the place that it belongs to.
        since: first day on which it existed, where known.
        until: last day on which it existed, where known.

    Raises:
        InvalidValueError: the parent is not of a higher level, or the dates lie outside the
            time in which such places existed (no district after 30-6-2025).

    >>> gia_lai = Place(name="Gia Lai", kind=PlaceKind.PROVINCE, code="64")
    >>> an_khe = Place(name="An Khê", kind=PlaceKind.TOWN, code="623", parent=gia_lai)
    >>> an_khe.at(PlaceLevel.PROVINCE).name, an_khe.existed_on(date(2026, 1, 1))
    ('Gia Lai', False)
    """

    name: str = attrs.field(converter=nfc, validator=a_name)
    kind: PlaceKind = attrs.field(converter=_kind, validator=a(PlaceKind))
    code: str = attrs.field(default="", converter=nfc, validator=a_label)
    parent: "Place | None" = None
    since: date | None = attrs.field(default=None, validator=maybe(a_day))
    until: date | None = attrs.field(default=None, validator=maybe(a_day))

    RULES: ClassVar = rules(
        _parent_is_higher,
        _starts_before_it_ends,
        _began_in_the_time_of_its_kind,
        _ended_in_the_time_of_its_kind,
        _began_under_its_parents,
    )

    def __attrs_post_init__(self) -> None:
        """Check the parent, and the rules between the fields."""
        if self.parent is not None and not isinstance(self.parent, Place):
            raise invalid_field(self, "parent", Reason.TYPE, self.parent, type="Place")
        super().__attrs_post_init__()

    @property
    def level(self) -> PlaceLevel:
        """How high it stands."""
        return self.kind.level

    def lineage(self) -> Iterator["Place"]:
        """Yield the place, its parent, and so on upwards.

        >>> from danvankheo import Place, PlaceKind
        >>> gia_lai = Place(name="Gia Lai", kind=PlaceKind.PROVINCE)
        >>> [place.name for place in Place(name="An Khê", kind=PlaceKind.TOWN, parent=gia_lai).lineage()]
        ['An Khê', 'Gia Lai']
        """
        place: Place | None = self
        while place is not None:
            yield place
            place = place.parent

    def at(self, level: PlaceLevel) -> "Place | None":
        """Return itself or the one above it that stands at a level; None if there is none."""
        return next((place for place in self.lineage() if place.level == level), None)

    def existed_on(self, day: date) -> bool:
        """Return whether it existed on a day, under all the parents that it names."""
        return self._existed(day, day)

    def existed_in(self, period: Period) -> bool:
        """Return whether it existed on some day of a period, under all the parents that it names.

        >>> from danvankheo import Period, Place, PlaceKind
        >>> town = Place(name="An Khê", kind=PlaceKind.TOWN)  # there are no districts since July 2025
        >>> town.existed_in(Period.year(2022)), town.existed_in(Period.year(2026))
        (True, False)
        """
        return self._existed(period.start, period.end)

    def _existed(self, first: date, last: date) -> bool:
        starts = [day for place in self.lineage() for day in (place.since, place.kind.since) if day]
        ends = [day for place in self.lineage() for day in (place.until, place.kind.until) if day]
        return max([first, *starts]) <= min([last, *ends])


def districts_ended(where: str, time: str) -> InvalidValueError:
    """Return the error that something is of the district level in a time when there was none."""
    kind = Words("cấp huyện", "the district level")
    span = Words(f"đến hết {DISTRICTS_UNTIL:%d/%m/%Y}", f"…/{DISTRICTS_UNTIL}")
    return invalid(where, Reason.KIND_EXISTED, time, kind=kind, span=span)
