"""A collection as a page in Vietnamese: totals, who sent what, what is missing, double, wrong, unlikely."""

from collections.abc import Iterator, Sequence
from typing import Final

from danvankheo.calc.totals import summarise
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.names import format_place
from danvankheo.formatting.quantities import format_quantity
from danvankheo.office.collecting.collection import Collection
from danvankheo.office.collecting.records import CollectingProblem, RepeatedSender, Sent
from danvankheo.office.tables.figures import NotUnderstood
from danvankheo.reporting.blocks import Block, Document, paragraphs, section
from danvankheo.reporting.columns import sums_of
from danvankheo.reporting.figure_table import FigureTable, text_column

_MOST: Final = 200


def page_of(collection: Collection) -> Document:
    """Return the page of a collection."""
    return Document(
        title="Tổng hợp số liệu các nơi gửi",
        subtitle=_subtitle(collection),
        blocks=[*paragraphs(_totals(collection)), *_sections(collection)],
    )


def _subtitle(collection: Collection) -> str:
    when = f"{format_period(collection.period)}; " if collection.period is not None else ""
    counted = sum(1 for each in collection.sent if each.counts)
    said = f"{when}{len(collection.files)} tệp, {counted} báo cáo được cộng"
    if collection.expected:
        there = len(collection.expected) - len(collection.missing)
        said += f"; đã có {there}/{len(collection.expected)} nơi"
    return said


def _totals(collection: Collection) -> str:
    why = why_not_added(collection)
    if why:
        return f"Chưa cộng: {why}."
    said = [format_quantity(each.quantity) for each in collection.total if each.quantity is not None]
    return f"Tổng cộng: {'; '.join(said)}." if said else "Chưa có khoản đóng góp nào."


def why_not_added(collection: Collection) -> str:
    """Return why no total can be said, in Vietnamese; empty where it can."""
    if collection.undecided:
        return f"{len(collection.undecided)} nơi có nhiều tệp cho một kỳ, cần chọn tệp được cộng"
    periods = sorted({movement.period for movement in collection.movements})
    if collection.period is None and len(periods) > 1:
        named = ", ".join(map(format_period, periods[:6]))
        return f"số liệu thuộc {len(periods)} kỳ ({named}), cần nêu kỳ tổng hợp"
    return ""


def _sections(collection: Collection) -> Iterator[Block]:
    missing = tuple(format_place(place) for place in collection.missing)
    yield from section(f"Chưa gửi ({len(missing)})", items=missing)
    repeated = tuple(repeated_words(each) for each in collection.repeated)
    yield from section(f"Gửi trùng ({len(repeated)})", items=repeated)
    yield from _list("Vấn đề", collection.problems)
    yield from _list("Nên xem lại", collection.likely)
    if collection.sent:
        yield from section("Đã nhận", table=senders_table(collection.sent))
    yield from _left_out(collection.not_understood)


def repeated_words(each: RepeatedSender) -> str:
    """Return a sentence on files of one place: which, and what was done."""
    if each.identical:
        return f"{each}; chỉ cộng một"
    return f"{each}; đã chọn tệp được cộng" if each.decided else f"{each}; chưa cộng, cần chọn tệp đúng"


def _list(title: str, problems: Sequence[CollectingProblem]) -> tuple[Block, ...]:
    rows = [(each.severity.label, each.address.vietnamese, each.vietnamese) for each in problems]
    return _first_of(f"{title} ({len(problems)})", ("Mức", "Vị trí", "Nội dung"), rows)


def _left_out(left: Sequence[NotUnderstood]) -> tuple[Block, ...]:
    rows = [(each.address.vietnamese, each.vietnamese) for each in left]
    return _first_of(f"Không dùng đến, chưa hiểu ({len(left)})", ("Vị trí", "Lý do"), rows)


def _first_of(title: str, head: Sequence[str], rows: Sequence[tuple[str, ...]]) -> tuple[Block, ...]:
    """Return the section of a table of its first rows, and how many more there are."""
    if not rows:
        return ()
    more = f"Còn {len(rows) - _MOST} mục nữa." if len(rows) > _MOST else ""
    return section(title, text=more, table=FigureTable.of_texts(head, rows[:_MOST]))


def senders_table(sent: Sequence[Sent]) -> FigureTable:
    """Return who sent what: a row a movement, its sums in a column a unit."""
    names = sender_names(sent)
    columns = [
        text_column("Nơi", (names[each.sender] for each in sent)),
        text_column("Kỳ", (format_period(each.movement.period) for each in sent)),
        *sums_of([summarise(each.movement) for each in sent]),
        text_column("Tệp", (each.file for each in sent)),
        text_column("Biểu", (each.form for each in sent)),
        text_column("Cộng", ("" if each.counts else each.standing.label for each in sent)),
    ]
    return FigureTable(columns=columns).filled()


def sender_names(sent: Sequence[Sent]) -> dict[str, str]:
    """Return how senders are called in a list: without what they all lie in, where that keeps them apart."""
    full = {each.sender: each.movement.place for each in sent}
    own = {name: f"{place.kind.label} {place.name}" if place else name for name, place in full.items()}
    return own if len(set(own.values())) == len(own) else {name: name for name in full}
