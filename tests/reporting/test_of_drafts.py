"""The page on which a draft is corrected."""

import re
from html import unescape
from pathlib import Path

from danvankheo import draft_movement
from danvankheo.reporting.of_drafts import draft_page

AN_KHE = (Path(__file__).parents[2] / "docs" / "examples" / "an-khe-2022.txt").read_text("utf-8")


def test_every_figure_is_marked_once_and_every_link_leads_to_one():
    draft = draft_movement(AN_KHE)
    page = draft_page(draft, name="an-khe-2022.txt")
    marks = re.findall(r'<mark id="(s\d+)"', page)
    assert (
        len(marks)
        == len(set(marks))
        == len({fact.span for fact in draft.unplaced} | {p.fact.span for p in draft.placed})
    )
    assert set(re.findall(r'<a href="#(s\d+)"', page)) <= set(marks)
    assert page.count('class="left"') == len(draft.unplaced)


def test_the_text_stands_on_the_page_as_it_came():
    page = draft_page(draft_movement(AN_KHE))
    text = re.search(r"<pre>(.*)</pre>", page, re.DOTALL)[1]
    assert unescape(re.sub(r"</?mark[^>]*>", "", text)).split() == AN_KHE.split()


def test_markup_in_a_text_stays_text():
    page = draft_page(draft_movement("<script>x</script> Năm 2022 bà con góp 5 triệu đồng <b>đẹp</b>."))
    assert "<script>" not in page
    assert "&lt;b&gt;đẹp" in page
