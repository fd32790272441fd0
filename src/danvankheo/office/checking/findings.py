"""What the audit of a paper finds: where, how bad, and a sentence in the words of an office."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Self, overload

import attrs

from danvankheo.auditing.findings.codes import Severity
from danvankheo.choices import Choice, new_member
from danvankheo.domain.shown import Shown
from danvankheo.office.address import Address


class PaperCode(Choice, StrEnum):
    """What was found in a paper: a stable code with its severity.

    >>> PaperCode.UNIT_SLIP.value, PaperCode.UNIT_SLIP.severity.label, PaperCode.UNIT_SLIP.vietnamese
    ('unit-slip', 'lỗi', 'nhầm đơn vị')
    """

    severity: Severity
    vietnamese: str

    def __new__(cls, code: str, severity: Severity = Severity.ERROR, vietnamese: str = "") -> Self:
        """Make a member whose value is the code alone."""
        return new_member(cls, code, severity=severity, vietnamese=vietnamese)

    SUM = "sum-inconsistent", Severity.ERROR, "cộng không khớp"
    RATIO = "ratio-inconsistent", Severity.ERROR, "tỷ lệ không khớp"
    ATTAINMENT = "attainment-inconsistent", Severity.ERROR, "mức hoàn thành không khớp"
    CHANGE = "change-inconsistent", Severity.ERROR, "mức tăng, giảm không khớp"
    CONTRADICTION = "contradiction", Severity.ERROR, "hai nơi ghi khác nhau"
    SUBSET = "subset-exceeds-whole", Severity.ERROR, "phần lớn hơn tổng"
    UNIT_SLIP = "unit-slip", Severity.ERROR, "nhầm đơn vị"
    POINTS_OR_RELATIVE = "points-or-relative", Severity.WARNING, "điểm phần trăm hay %"
    REPEATED = "repeated", Severity.WARNING, "ghi trùng"
    RATIO_TRUNCATED = "ratio-truncated", Severity.INFO, "cắt bỏ phần lẻ, không làm tròn"
    EXPLAINED = "explained-by-note", Severity.INFO, "chênh lệch có ghi chú"


@attrs.frozen(kw_only=True, order=False)
class PaperFinding(Shown):
    """One thing that an audit found in a paper. `str` is the Vietnamese sentence with its place.

    Args:
        code: what was found.
        addresses: the places that it is about: the one to correct first, then those that it was compared
        with.
        vietnamese: the sentence in Vietnamese, without the place.
        english: the sentence in English.
        correction: what should stand at the first place, as it would be written; empty where that is open.
        follows: places that are wrong for the same reason and need no finding of their own.
    """

    code: PaperCode
    addresses: tuple[Address, ...]
    vietnamese: str
    english: str
    correction: str = ""
    follows: tuple[Address, ...] = ()

    @property
    def address(self) -> Address:
        """The place to correct, or to look at first."""
        return self.addresses[0]

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.code.severity

    def __str__(self) -> str:
        """Return the Vietnamese sentence after its place."""
        return f"{self.address}: {self.vietnamese}"

    def __lt__(self, other: object) -> bool:
        """Return whether this comes first: by file and place."""
        if not isinstance(other, PaperFinding):
            return NotImplemented
        return (self.address, self.severity.rank, self.code.value) < (
            other.address,
            other.severity.rank,
            other.code.value,
        )


@attrs.frozen(kw_only=True, order=False)
class NotChecked:
    """What an audit did not check, and why.

    Args:
        address: where.
        vietnamese: why, in Vietnamese.
        english: why, in English.
    """

    address: Address
    vietnamese: str
    english: str

    def __str__(self) -> str:
        """Return where and why, in Vietnamese."""
        return f"{self.address}: {self.vietnamese}"


@attrs.frozen(kw_only=True)
class PaperFindings(Sequence[PaperFinding], Shown):
    """What an audit found in papers, in the order of files and places, and what it did not check.

    Args:
        findings: what was found.
        not_checked: what was not checked.
        checked: how many relations were.
    """

    findings: tuple[PaperFinding, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()
    checked: int = 0

    @overload
    def __getitem__(self, place: int) -> PaperFinding: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[PaperFinding, ...]: ...
    def __getitem__(self, place: int | slice) -> PaperFinding | tuple[PaperFinding, ...]:
        """Return one of the findings, or some of them."""
        return self.findings[place]

    def __len__(self) -> int:
        """Return how many findings there are."""
        return len(self.findings)

    def __iter__(self) -> Iterator[PaperFinding]:
        """Yield the findings."""
        return iter(self.findings)

    def of(self, severity: Severity) -> tuple[PaperFinding, ...]:
        """Return the findings of one severity.

        >>> PaperFindings().of(Severity.ERROR)
        ()
        """
        return tuple(each for each in self.findings if each.severity is severity)

    def __str__(self) -> str:
        """Return all findings, one a line."""
        return "\n".join(map(str, self.findings))
