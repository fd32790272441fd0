"""Plain text and Markdown: paragraphs, and Markdown's tables."""

import re
from typing import Final

from danvankheo.office.address import Address
from danvankheo.office.encodings import decoded
from danvankheo.office.failures import Unreadable
from danvankheo.office.grid import Cell
from danvankheo.office.kinds.sheets import grid_of
from danvankheo.office.limits import MOST_BLOCKS
from danvankheo.office.notices import Notice, NoticeKind
from danvankheo.office.paper import Block, Paper, PaperKind, Paragraph
from danvankheo.office.source import Source

_HEADING: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_RULE: Final = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


def read_plain_text(source: Source, kind: PaperKind) -> Paper:
    """Return a text as a paper: each line a paragraph, and in Markdown each table a grid."""
    text, encoding = decoded(source)
    address = Address(source.name)
    lines = text.splitlines()
    if len(lines) > MOST_BLOCKS:
        raise source.unreadable(Unreadable.TOO_LONG, most=f"{MOST_BLOCKS:,}".replace(",", "."))
    blocks: list[Block] = []
    paragraphs = tables = at = 0
    while at < len(lines):
        end = _end_of_table(lines, at) if kind is PaperKind.MARKDOWN else at
        if end > at:
            tables += 1
            rows = [lines[at], *lines[at + 2 : end]]
            cells = [
                Cell(row=row, column=column, text=held)
                for row, line in enumerate(rows, 1)
                for column, held in enumerate(_cells(line), 1)
                if held
            ]
            place = Address(source.name, position=len(blocks), table=tables)
            blocks.append(grid_of(source, place, cells))
            at = end
            continue
        paragraphs += 1
        heading = _HEADING.fullmatch(lines[at]) if kind is PaperKind.MARKDOWN else None
        blocks.append(
            Paragraph(
                address=Address(source.name, position=len(blocks), paragraph=paragraphs),
                text=heading[2] if heading else lines[at],
                level=len(heading[1]) if heading else 0,
            )
        )
        at += 1
    notices = () if encoding == "UTF-8" else (Notice(NoticeKind.ENCODING, address, {"encoding": encoding}),)
    return Paper(file=source.name, kind=kind, blocks=tuple(blocks), notices=notices)


def _end_of_table(lines: list[str], at: int) -> int:
    """Return the line after the table that begins at a line; the same line where none does."""
    if "|" not in lines[at] or at + 1 == len(lines) or "-" not in lines[at + 1] or "|" not in lines[at + 1]:
        return at
    if not _RULE.fullmatch(lines[at + 1]):
        return at
    end = at + 2
    while end < len(lines) and "|" in lines[end] and lines[end].strip():
        end += 1
    return end


def _cells(line: str) -> list[str]:
    bare = line.strip().removeprefix("|")
    if bare.endswith("|") and not bare.endswith("\\|"):
        bare = bare[:-1]
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", bare)]
