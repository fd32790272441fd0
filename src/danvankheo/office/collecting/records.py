"""What a collection is made of: movements with their cells, problems, senders that are missing or double."""

from enum import StrEnum
from typing import Self

import attrs

from danvankheo.auditing.findings.codes import Severity
from danvankheo.choices import Choice, new_member
from danvankheo.domain.labels import Labelled
from danvankheo.domain.model import ModelField
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.names import format_place
from danvankheo.office.address import Address


class ProblemKind(Choice, StrEnum):
    """What is wrong or worth a look in a file that was collected; its value is the stable code.

    >>> from danvankheo import office
    >>> office.ProblemKind.OTHER_PERIOD.value, office.ProblemKind.OTHER_PERIOD.vietnamese
    ('other-period', 'khác kỳ')
    >>> office.ProblemKind.COPIED.severity.label
    'lưu ý'
    """

    severity: Severity
    vietnamese: str

    def __new__(cls, code: str, severity: Severity = Severity.ERROR, vietnamese: str = "") -> Self:
        """Make a member whose value is the code alone."""
        return new_member(cls, code, severity=severity, vietnamese=vietnamese)

    UNREADABLE = "unreadable", Severity.ERROR, "không đọc được tệp"
    NO_PERIOD = "no-period", Severity.ERROR, "chưa rõ thời kỳ"
    OTHER_PERIOD = "other-period", Severity.ERROR, "khác kỳ"
    NO_FIGURES = "no-figures", Severity.WARNING, "không có số liệu"
    NO_PLACE = "no-place", Severity.WARNING, "chưa rõ của nơi nào"
    NOT_EXPECTED = "not-expected", Severity.WARNING, "ngoài danh sách"
    TEXT_AGAINST_TABLE = "text-against-table", Severity.WARNING, "phần lời và bảng khác nhau"
    DIVIDED_TWICE = "divided-twice", Severity.WARNING, "một khoản chia hai cách"
    KIND_OPEN = "kind-open", Severity.WARNING, "chưa rõ là xã hay phường"
    REFUSED = "refused", Severity.ERROR, "không ghi nhận được"
    NOT_IN_FORM = "not-in-form", Severity.ERROR, "không đúng biểu mẫu"
    AUDIT = "audit", Severity.ERROR, "số liệu không khớp"
    PERIOD_ASSUMED = "period-assumed", Severity.INFO, "lấy theo kỳ đang tổng hợp"
    PLACE_FROM_NAME = "place-from-name", Severity.INFO, "lấy nơi theo tên tệp"
    FORM_IN_PART = "form-in-part", Severity.WARNING, "biểu thiếu cột"
    TIMES_THOUSAND = "times-thousand", Severity.INFO, "có thể nhầm đơn vị nghìn lần"
    CHANGED_MUCH = "changed-much", Severity.INFO, "khác xa kỳ so sánh"
    COPIED = "copied", Severity.INFO, "giống số liệu nơi khác"
    OUT_OF_RANK = "out-of-rank", Severity.INFO, "tỷ lệ khác hẳn các nơi"


@attrs.frozen(kw_only=True)
class CollectingProblem:
    """Something wrong, or worth a look, with its place. `str` is the Vietnamese sentence after it.

    Args:
        kind: what it is; its value is the stable code.
        address: the file, sheet and cell, or stretch of text.
        vietnamese: the sentence in Vietnamese, without the place.
        english: the sentence in English.
        severity: how bad it is; as its kind has it if not given.

    >>> from danvankheo import office
    >>> here = office.Address("ia-son.xlsx")
    >>> words = {"vietnamese": "tệp trống", "english": "the file is empty"}
    >>> problem = office.CollectingProblem(kind=office.ProblemKind.UNREADABLE, address=here, **words)
    >>> print(problem, problem.severity.label)
    ia-son.xlsx: tệp trống lỗi
    """

    kind: ProblemKind
    address: Address
    vietnamese: str
    english: str
    severity: Severity = attrs.Factory(lambda own: own.kind.severity, takes_self=True)

    @property
    def file(self) -> str:
        """The file that it is about."""
        inside = self.address
        while inside.inside is not None:
            inside = inside.inside
        return inside.file

    def __str__(self) -> str:
        """Return the Vietnamese sentence after its place."""
        return f"{self.address}: {self.vietnamese}"


@attrs.frozen(kw_only=True)
class CollectedFigure:
    """Where a record of a movement comes from.

    Args:
        path: the record in the movement, such as ``$.contributions[0]``.
        addresses: the cells, or stretches of text, that it was made of.
        field: the field that its row names, which no contribution holds by itself.

    >>> from danvankheo import office
    >>> where = office.Address("so.csv", row=2, column=3)
    >>> figure = office.CollectedFigure(path="$.contributions[0]", addresses=(where,))
    >>> figure.place_in_list
    ('contributions', 0)
    """

    path: str
    addresses: tuple[Address, ...]
    field: ModelField | None = None

    @property
    def place_in_list(self) -> tuple[str, int]:
        """The list of the movement that it is in, and its place there, from 0."""
        name, _, at = self.path.removeprefix("$.").partition("[")
        return name, int(at.removesuffix("]") or 0)


class Standing(Labelled):
    """Whether what was sent counts in the sum.

    >>> from danvankheo import office
    >>> office.Standing.UNDECIDED.label
    'gửi trùng, chưa chọn'
    """

    COUNTED = "counted", "được cộng"
    UNDECIDED = "undecided", "gửi trùng, chưa chọn"
    SET_ASIDE = "set_aside", "không cộng: đã chọn tệp khác"
    COPY = "copy", "không cộng: bản sao y hệt"
    OTHER_PERIOD = "other_period", "không cộng: khác kỳ"


@attrs.frozen(kw_only=True)
class Sent:
    """A movement that a file holds; a file of several places or periods holds several.

    Args:
        file: the file.
        movement: the movement.
        figures: where its records come from.
        form: what columns were read by: the name of a form, the template, or empty for recognition alone.
        standing: whether it counts in the sum.

    >>> from danvankheo import office
    >>> office.Sent.__attrs_attrs__[-1].name
    'standing'
    """

    file: str
    movement: Movement
    figures: tuple[CollectedFigure, ...] = attrs.field(default=(), repr=False)
    form: str = ""
    standing: Standing = Standing.COUNTED

    @property
    def counts(self) -> bool:
        """Whether it counts in the sum."""
        return self.standing is Standing.COUNTED

    @property
    def sender(self) -> str:
        """Whose it is: the place in words, else the file."""
        place = self.movement.place
        return format_place(place) if place is not None else self.file

    def addresses_of(self, path: str) -> tuple[Address, ...]:
        """Return where a record of the movement comes from: ``sent.addresses_of("$.contributions[0]")``."""
        return next((each.addresses for each in self.figures if each.path == path), (Address(self.file),))


@attrs.frozen(kw_only=True)
class RepeatedSender:
    """Figures that more than one file has of the same place and time, or of places that lie in each other.

    Args:
        place: the place; the widest of several.
        period: the time.
        files: the files.
        identical: whether the files are copies of each other, byte for byte.
        decided: whether it is settled which of them count.

    >>> from danvankheo import Period, Place, PlaceKind, office
    >>> place = Place(name="Ia Sơn", kind=PlaceKind.COMMUNE)
    >>> twice = office.RepeatedSender(place=place, period=Period.quarter(2026, 2), files=("a.xlsx", "b.xlsx"))
    >>> print(twice)
    xã Ia Sơn, quý II/2026: a.xlsx, b.xlsx
    """

    place: Place | None
    period: Period
    files: tuple[str, ...]
    identical: bool = False
    decided: bool = False

    def __str__(self) -> str:
        """Return the place, the time and the files, in Vietnamese."""
        where = format_place(self.place) if self.place is not None else "chưa rõ nơi"
        same = " (giống hệt nhau)" if self.identical else ""
        return f"{where}, {format_period(self.period)}: {', '.join(self.files)}{same}"
