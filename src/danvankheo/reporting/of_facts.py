"""The facts of a running text: the text with its figures marked, and a table of them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from danvankheo.formatting.texts import text_of
from danvankheo.reporting.figure_table import FigureTable
from danvankheo.reporting.render import STYLE, html_table, html_text, page
from danvankheo.scanning.facts import Fact

_HEAD: Final = ("Loại", "Trong văn bản", "Giá trị", "Về", "So với", "Vị trí")
_MARKS: Final = "mark{padding:0 .15em;border-radius:.2em}p{white-space:pre-wrap}"


class Stretch(NamedTuple):
    """A stretch of a text, and the fact that it is, if it is one."""

    text: str
    fact: Fact | None


class ScannedText(NamedTuple):
    """A text with its figures.

    Args:
        name: what it is called.
        text: the text.
        facts: its figures.
        place: what writes where a span of the text stands; None writes the span itself.
        figures: the figures of its tables; None where it has none.
    """

    name: str
    text: str
    facts: Sequence[Fact]
    place: Callable[[tuple[int, int]], str] | None = None
    figures: FigureTable | None = None


def stretches(text: str, facts: Sequence[Fact]) -> Iterator[Stretch]:
    """Yield a text piece by piece; a fact inside another is part of it.

    >>> from danvankheo import scan
    >>> [stretch.text for stretch in stretches("Có 12 hộ.", scan("Có 12 hộ."))]
    ['Có ', '12 hộ', '.']
    """
    at = 0
    for fact in facts:
        start, end = fact.span
        if start < at:
            continue
        if start > at:
            yield Stretch(text[at:start], None)
        yield Stretch(text[start:end], fact)
        at = end
    if at < len(text):
        yield Stretch(text[at:], None)


def table_of_facts(
    facts: Sequence[Fact], place: Callable[[tuple[int, int]], str] | None = None
) -> FigureTable:
    """Return the table of facts: kind, phrase, value, what it is about, comparator, position.

    Args:
        facts: the facts.
        place: what writes where a span stands; None writes the span itself.
    """
    rows = tuple(
        (
            fact.kind.label,
            " ".join(fact.surface.split()),
            text_of(fact.value),
            fact.subject,
            fact.comparator,
            place(fact.span) if place else f"{fact.span[0]}–{fact.span[1]}",
        )
        for fact in facts
    )
    return FigureTable.of_texts(_HEAD, rows, empty=False)


def facts_to_html(texts: Sequence[ScannedText]) -> str:
    """Return texts with their figures marked as one HTML page; markup in a text stays text.

    Args:
        texts: the texts.

    >>> page = facts_to_html([ScannedText("a.txt", "<b>12 hộ</b>", [])])
    >>> "&lt;b&gt;12 hộ" in page
    True
    """
    body: list[str] = []
    for name, text, facts, place, figures in texts:
        marked = "".join(
            f'<mark title="{html_text(text_of(fact.value))}">{html_text(told)}</mark>'
            if fact
            else html_text(told)
            for told, fact in stretches(text, facts)
        )
        body += [f"<h2>{html_text(name)}</h2>", f"<p>{marked}</p>", *html_table(table_of_facts(facts, place))]
        body += html_table(figures) if figures is not None else []
    return page("Số liệu trong văn bản", body, style=f"{STYLE}{_MARKS}")


def _marked(text: str, fact: Fact | None) -> str:
    shown = html_text(text)
    return f'<mark title="{html_text(text_of(fact.value))}">{shown}</mark>' if fact else shown
