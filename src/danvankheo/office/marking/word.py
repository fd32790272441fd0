"""A copy of a Word document with comments on the exact words."""

import copy
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from typing import Final

import attrs
from docx.comments import Comments
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml.etree import _Element

from danvankheo.office.address import Address, Part
from danvankheo.office.kinds.word import Placed, Walk, open_word
from danvankheo.office.kinds.word_text import Reading, Stretch, stretches
from danvankheo.office.marking.remarks import Pen, Remark
from danvankheo.office.source import Source

_T: Final = qn("w:t")


def marked_word(source: Source, remarks: Iterable[Remark], pen: Pen) -> bytes:
    """Return a Word document with a comment for each remark; all else in it stays as it is.

    Word has no comments in text boxes, notes, heads and feet: those stand on the paragraph that the box is
    anchored in, else on the first of the body, and name their place.
    """
    part = open_word(source)
    walk = Walk(source, part)
    placed = {found.block.address.position: found for found in walk.blocks()}
    comments = part.document.comments
    waiting = [*remarks]
    # From the end of the paper to its beginning, so that splitting runs moves no place that is still to come.
    for remark in sorted(waiting, key=lambda remark: remark.address, reverse=True):
        first, last, text = _ends(placed, remark, walk.reading)
        _comment(comments, first, last, text, pen)
    buffer = io.BytesIO()
    assert part.package is not None
    part.package.save(buffer)
    return buffer.getvalue()


def _ends(placed: dict[int, Placed], remark: Remark, reading: Reading) -> tuple[_Element, _Element, str]:
    """Return the first and the last element that a comment is to embrace, and what it is to say."""
    address, text = remark.address, remark.note
    found = placed.get(address.position)
    if found is None or address.part is not Part.BODY or _in_a_box(address):
        text = f"{address.without_file().vietnamese}: {text}"
        anchor = _outermost(address)
        found = next((one for one in placed.values() if anchor and one.block.address == anchor), None)
        found = found or next(one for one in placed.values() if one.block.address.part is Part.BODY)
        address = attrs.evolve(address, span=None, row=0, column=0)
    if found.cells:
        element = found.cells.get((address.row, address.column), next(iter(found.cells.values())))
        paragraphs = [
            paragraph for paragraph in element.iter(qn("w:p")) if not _is_nested(paragraph, element)
        ]
        return *_of_paragraphs(paragraphs, reading), text
    if address.span is not None:
        return *_of_span(found.element, address.span, reading), text
    return *_of_paragraphs([found.element], reading), text


def _in_a_box(address: Address) -> bool:
    return address.inside is not None and (address.part is not Part.BODY or _in_a_box(address.inside))


def _outermost(address: Address) -> Address | None:
    """Return the block of the body that a text box, with all in it, is anchored in."""
    outer = address.inside
    while outer is not None and outer.inside is not None:
        outer = outer.inside
    return None if outer is None else attrs.evolve(outer, row=0, column=0, head="", span=None)


def _is_nested(paragraph: _Element, cell: _Element) -> bool:
    for parent in paragraph.iterancestors():
        if parent is cell:
            return False
        if parent.tag in {qn("w:tbl"), qn("w:txbxContent")}:
            return True
    return True


def _of_paragraphs(paragraphs: Sequence[_Element], reading: Reading) -> tuple[_Element, _Element]:
    """Return the first and the last run of paragraphs; a blank one is given an empty run."""
    runs = [stretch.run for paragraph in paragraphs for stretch in stretches(paragraph, reading)]
    if runs:
        return runs[0], runs[-1]
    held = [run for paragraph in paragraphs for run in paragraph.findall(qn("w:r"))]
    if held:
        return held[0], held[-1]
    run: _Element = OxmlElement("w:r")
    paragraphs[0].append(run)
    return run, run


def _of_span(paragraph: _Element, span: tuple[int, int], reading: Reading) -> tuple[_Element, _Element]:
    """Return the first and the last run of some letters, split off from the runs that they stand in."""
    _split(paragraph, span[1], reading)
    _split(paragraph, span[0], reading)
    runs = [
        stretch.run
        for stretch, start, end in _placed(paragraph, reading)
        if start < span[1] and end > span[0]
    ]
    return (runs[0], runs[-1]) if runs else _of_paragraphs([paragraph], reading)


def _placed(paragraph: _Element, reading: Reading) -> Iterator[tuple[Stretch, int, int]]:
    at = 0
    for stretch in stretches(paragraph, reading):
        yield stretch, at, at + len(stretch.text)
        at += len(stretch.text)


def _split(paragraph: _Element, at: int, reading: Reading) -> None:
    """Make a run begin at a letter; one of a font whose letters are pairs stays whole."""
    before: Stretch | None = None
    for stretch, start, end in _placed(paragraph, reading):
        if start == at:
            if before is not None and before.run is stretch.run:
                _divide(stretch.run, stretch.node)
            return
        if start < at < end:
            node = stretch.node
            if node.tag == _T and len(node.text or "") == len(stretch.text):
                rest = copy.deepcopy(node)
                whole = node.text or ""
                _write(node, whole[: at - start])
                _write(rest, whole[at - start :])
                node.addnext(rest)
                _divide(stretch.run, rest)
            return
        before = stretch


def _write(node: _Element, text: str) -> None:
    node.text = text
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _divide(run: _Element, node: _Element) -> None:
    """Move what stands in a run from an element on into a run of its own, of the same look."""
    other: _Element = copy.deepcopy(run)
    for child in [*other]:
        if child.tag != qn("w:rPr"):
            other.remove(child)
    moved = [node, *node.itersiblings()]
    for child in moved:
        other.append(child)
    run.addnext(other)


def _comment(comments: Comments, first: _Element, last: _Element, text: str, pen: Pen) -> None:
    comment = comments.add_comment(text=text, author=pen.author, initials=pen.initials)
    moment = pen.moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    comment._comment_elm.set(qn("w:date"), moment)
    number = str(comment.comment_id)
    start, end = OxmlElement("w:commentRangeStart"), OxmlElement("w:commentRangeEnd")
    run, reference = OxmlElement("w:r"), OxmlElement("w:commentReference")
    for element in (start, end, reference):
        element.set(qn("w:id"), number)
    run.append(reference)
    first.addprevious(start)
    last.addnext(end)
    end.addnext(run)
