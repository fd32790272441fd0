"""The page on which a person corrects a draft: what is left, each record beside its sentence, the text."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final

from danvankheo.domain.movement import Movement
from danvankheo.drafting.draft import Draft, Placed
from danvankheo.formatting.texts import text_of
from danvankheo.reporting.of_facts import stretches
from danvankheo.reporting.render import STYLE, html_text, page
from danvankheo.scanning.facts import Fact

_STYLE: Final = (
    f"{STYLE}mark{{padding:0 .15em;border-radius:.2em;background:#cfe8cf}}mark.left{{background:#ffd9b3}}"
    "mark:target{outline:3px solid #06c}pre{white-space:pre-wrap;font:inherit}td.s{color:#444}"
)
# What each list of a movement is called on the page, in its order there.
_LISTS: Final = {
    "models": "Mô hình",
    "model_counts": "Số mô hình",
    "contributions": "Đóng góp",
    "stated_totals": "Tổng số nêu trong văn bản",
    "indicators": "Chỉ tiêu",
    "awards": "Khen thưởng",
    "directives": "Văn bản thực hiện",
}


def draft_page(draft: Draft, *, name: str = "") -> str:
    """Return one HTML page, without scripts or outside parts, for correcting a draft.

    Figures that no record took come first, each with its sentence; then the records, each with the
    sentence it was made from; then the whole text with its figures in colour. Every figure links to its
    place in the text.

    Args:
        draft: what `draft_movement` returned.
        name: what the text is called, such as its file.

    >>> from danvankheo import draft_movement
    >>> page = draft_page(draft_movement("Năm 2022, phong trào “Dân vận khéo”: bà con góp 5 triệu đồng."))
    >>> "Đóng góp" in page, '<a href="#s48">' in page
    (True, True)
    """
    movement = draft.movement
    title = f"Bản nháp: {text_of(movement)}"
    body = [f"<h1>{html_text(title)}</h1>", f"<p>{html_text(name)}</p>" if name else ""]
    body += [f"<h2>Chưa xếp được vào mục nào ({len(draft.unplaced)})</h2>"]
    body += _table((_link(fact), fact.kind.label, draft.sentence_around(fact)) for fact in draft.unplaced)
    if draft.dropped:
        items = (f"<li>{html_text(error.vietnamese)}</li>" for error in draft.dropped)
        body += ["<h2>Không ghi được</h2>", "<ul>", *items, "</ul>"]
    for field, heading in _LISTS.items():
        body += _records(draft, field, heading)
    body += ["<h2>Văn bản</h2>", f"<pre>{''.join(_marked(draft))}</pre>"]
    return page(title, [line for line in body if line], style=_STYLE)


def _records(draft: Draft, field: str, heading: str) -> Iterator[str]:
    """Yield the table of one list of the movement, with the figures and the sentence of each record."""
    records = _entries(draft.movement, field)
    if not records:
        return
    yield f"<h2>{heading} ({len(records)})</h2>"
    of_path = attrgetter("path")
    by_path = {path: [*placed] for path, placed in groupby(sorted(draft.placed, key=of_path), of_path)}
    rows = []
    for at, record in enumerate(records):
        placed: list[Placed] = by_path.get(f"$.{field}[{at}]", [])
        sentence = draft.sentence_around(placed[0].fact) if placed else ""
        rows.append((", ".join(_link(each.fact) for each in placed), text_of(record), sentence))
    yield from _table(rows)


def _entries(movement: Movement, field: str) -> tuple[object, ...]:
    entries: tuple[object, ...] = getattr(movement, field)
    return entries


def _table(rows: "Iterator[tuple[str, str, str]] | list[tuple[str, str, str]]") -> list[str]:
    """Return a table of links that are HTML already, texts, and sentences."""
    lines = [
        f'<tr><td>{link}</td><td>{html_text(what)}</td><td class="s">{html_text(sentence)}</td></tr>'
        for link, what, sentence in rows
    ]
    return ["<table>", *lines, "</table>"] if lines else ["<p>Không có.</p>"]


def _link(fact: Fact) -> str:
    return f'<a href="#s{fact.span[0]}">{html_text(" ".join(fact.surface.split()))}</a>'


def _marked(draft: Draft) -> Iterator[str]:
    """Yield the text with its figures marked: green where a record took them, orange where none did."""
    facts = sorted((*(each.fact for each in draft.placed), *draft.unplaced), key=attrgetter("span"))
    paths = {each.fact.span: each.path for each in draft.placed}
    for stretch in stretches(draft.text, facts):
        if stretch.fact is None:
            yield html_text(stretch.text)
            continue
        path = paths.get(stretch.fact.span)
        title = text_of(stretch.fact.value) + (f" → {path}" if path else "")
        kind = "" if path else ' class="left"'
        mark = f'<mark id="s{stretch.fact.span[0]}"{kind} title="{html_text(title)}">'
        yield f"{mark}{html_text(stretch.text)}</mark>"
