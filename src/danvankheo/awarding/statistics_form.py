"""A form of official statistics, filled in: rows, columns, what is left out, and the sums it should keep."""

from collections.abc import Iterable

import attrs

from danvankheo.bilingual import Words
from danvankheo.checking import check_type
from danvankheo.domain.periods import Period, PeriodKind
from danvankheo.domain.shown import ShownByField
from danvankheo.errors import invalid
from danvankheo.reasons import Reason

Counts = tuple[int | None, ...]


@attrs.frozen(kw_only=True, repr=False)
class StatisticsRow(ShownByField):
    """A row of a form.

    Args:
        label: what it counts; "-" begins a part of the row above it.
        code: its code; empty where that was not seen.
        counts: a number a column, None for what the records do not say.

    >>> from danvankheo.awarding import provincial_awards
    >>> provincial_awards([], Period.award_year(2026)).rows[0].counts
    (0, 0, 0, 0, 0)
    """

    label: str
    code: str
    counts: Counts


@attrs.frozen(kw_only=True, repr=False)
class InnerSum(ShownByField):
    """A sum that a form should keep.

    Args:
        rule: such as ``02 + 04 + 05 = 01``.
        column: the number of the column.
        parts: what the parts come to.
        whole: what the whole is.

    >>> from danvankheo.awarding import provincial_awards
    >>> all(each.holds for each in provincial_awards([], Period.award_year(2026)).sums)
    True
    """

    rule: str
    column: str
    parts: int
    whole: int

    @property
    def holds(self) -> bool:
        """Whether the parts make the whole."""
        return self.parts == self.whole


@attrs.frozen(kw_only=True, repr=False)
class StatisticsForm(ShownByField):
    """A form, filled in.

    Args:
        code: its code: ``0603.N/BNV-TĐKT``.
        title: what it counts.
        year: the award year.
        columns: their numbers and heads.
        rows: the rows.
        notes: what is not in it or not split, and why, in Vietnamese.
        sums: the sums within it, each checked.

    >>> from danvankheo.awarding import provincial_awards
    >>> provincial_awards([], Period.award_year(2026)).title
    'Số lượng khen thưởng cấp bộ, ngành, tỉnh'
    """

    code: str
    title: str
    year: Period
    columns: tuple[tuple[str, str], ...]
    rows: tuple[StatisticsRow, ...]
    notes: tuple[str, ...]
    sums: tuple[InnerSum, ...]

    def row(self, code: str) -> StatisticsRow:
        """Return the row of a code."""
        found = next((row for row in self.rows if row.code == code), None)
        if found is None:
            codes = ", ".join(row.code for row in self.rows)
            raise invalid("StatisticsForm.row", Reason.ONE_OF, code, allowed=codes)
        return found


def known(counts: Iterable[int | None]) -> list[int]:
    """Return the counts that are known."""
    return [count for count in counts if count is not None]


def check_year(year: Period, where: str) -> None:
    """Check that a period is an award year."""
    check_type(year, Period, f"{where}.year")
    if year.kind is not PeriodKind.AWARD_YEAR:
        wanted = Words(
            "năm thống kê khen thưởng, Period.award_year(…)", "an award year, Period.award_year(…)"
        )
        raise invalid(f"{where}.year", Reason.TYPE, year.code, type=wanted)
