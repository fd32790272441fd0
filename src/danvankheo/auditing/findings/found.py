"""The findings of an audit together, as `audit` returns them."""

from typing import Final, Self

from danvankheo.auditing.findings.codes import Severity
from danvankheo.auditing.findings.data import FindingRow, finding_rows
from danvankheo.auditing.findings.finding import Finding
from danvankheo.domain.several import Several


class Findings(Several[Finding]):
    """What an audit found, the worst first: a tuple of `Finding`.

    >>> from danvankheo import audit, load
    >>> found = audit(load("docs/examples/an-khe-2022.json"))
    >>> type(found[:2]).__name__, len(found.errors), found[0].code.value
    ('Findings', 0, 'ratio-truncated')
    >>> print(found[:1])
    Cảnh báo: Trường đạt chuẩn quốc gia: 27/28 trường = 96,428571…%, làm tròn đến hai chữ số thập phân là \
96,43%; báo cáo ghi 96,42% (cắt bỏ phần lẻ, không làm tròn).
    """

    __slots__ = ()

    def __str__(self) -> str:
        """Return a line a finding, in Vietnamese: how bad it is, and its sentence."""
        lines = (f"{finding.severity.label}: {finding.told()}" for finding in self)
        return "\n".join(line[:1].upper() + line[1:] for line in lines) or _NONE

    @property
    def errors(self) -> Self:
        """Those that no procedure explains, so that a test can say ``assert not audit(movement).errors``."""
        return type(self)(finding for finding in self if finding.severity is Severity.ERROR)

    def to_dicts(self) -> list[FindingRow]:
        """Return a flat dict for each, with the same keys, as data frames take them.

        >>> from danvankheo import audit, load
        >>> audit(load("docs/examples/an-khe-2022.json")).to_dicts()[0]["right"]
        '96,43%'
        """
        return finding_rows(self)


_NONE: Final = "Không thấy số liệu mâu thuẫn."
