"""Reports as pages: the same in every form, and names stay names."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from danvankheo import (
    Movement,
    Period,
)
from danvankheo.reporting.data import data_of
from danvankheo.reporting.of_many import report_of_many
from danvankheo.reporting.of_one import report_of
from danvankheo.reporting.render import to_html, to_markdown
from support import AN_KHE, movements

Y2022 = Period.year(2022)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.lists(movements(), min_size=1, max_size=3))
def test_any_movement_can_be_told_in_every_form(ms):
    for report in (report_of(ms[0]), report_of_many(ms)):
        page = _Page()
        page.feed(to_html(report))
        assert page.tags <= {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "ul", "li", "thead", "tbody",
                             "table", "tr", "th", "td", "div"}  # fmt: skip
        assert report.title in page.text
        assert to_markdown(report).startswith("# Phong trào thi đua “")
        for section in report.sections:
            if section.table:
                assert {len(row) for row in section.table.rows} == {len(section.table.head)}
    assert len(data_of(ms)["movements"]) == len(ms)


def test_a_name_cannot_become_a_list_in_markdown():
    text = to_markdown(report_of(Movement(name="A", period=Y2022, note="1. Một\n- hai & <b>", place=AN_KHE)))
    assert "1\\. Một - hai \\& \\<b\\>" in text
