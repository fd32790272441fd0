"""The report of many movements."""

from danvankheo import (
    Contribution,
    ContributionKind,
    Movement,
    Period,
)
from danvankheo.reporting.of_many import report_of_many
from danvankheo.reporting.render import to_markdown
from support import FULL_MOVEMENT

Y2022 = Period.year(2022)


def test_the_row_of_sources_counts_known_figures_only():
    unknown = Movement(
        name="A", period=Y2022, contributions=(Contribution(unknown_kind=ContributionKind.LABOUR),)
    )
    text = to_markdown(report_of_many([unknown, FULL_MOVEMENT]))
    assert "| … | … | 1 khoản ngày công |" in text
    assert "Số dòng có số liệu: mô hình nêu tên 1/2, hiện vật 1/2; dòng chưa có số liệu ghi “…”." in text
