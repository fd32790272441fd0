"""The running text of a paper in one piece, and where each stretch of it stands."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, Protocol

import attrs

from danvankheo.office.address import Address, Part
from danvankheo.office.grid import Grid

MOTTO: Final = re.compile("CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM", re.IGNORECASE)
"""What an official head has beside the name of the sender."""


@attrs.frozen
class PaperText:
    """The running text of a paper: paragraphs, text boxes, notes, the official head; each ends a line.

    Args:
        text: the text, for `scan` and `draft_movement`.
        starts: where each stretch begins in it.
        addresses: where each stretch stands in the paper.
    """

    text: str
    starts: tuple[int, ...] = attrs.field(repr=False)
    addresses: tuple[Address, ...] = attrs.field(repr=False)

    def address_of(self, span: tuple[int, int]) -> Address:
        r"""Return where letters of the text stand in the paper: paragraph and characters, or the cell.

        >>> from danvankheo.office.reader import read_bytes
        >>> held = read_bytes("Báo cáo\nCó 14 mô hình.".encode(), "bai.txt").running_text
        >>> print(held.address_of((11, 13)))
        bai.txt, đoạn 2, ký tự 4–5
        """
        at = max(bisect_right(self.starts, span[0]) - 1, 0)
        address, start = self.addresses[at], self.starts[at]
        if address.row:
            return address
        return attrs.evolve(address, span=(span[0] - start, span[1] - start))


class Passage(Protocol):
    """A paragraph: what of it is needed here."""

    @property
    def address(self) -> Address:
        """Where it stands."""
        ...

    @property
    def part(self) -> Part:
        """The layer that it stands in."""
        ...

    @property
    def text(self) -> str:
        """Its text."""
        ...


def running_text_of(file: str, blocks: Iterable[Passage | Grid]) -> PaperText:
    """Return the running text of a paper; tables of figures are not in it, nor heads and feet of pages."""
    said: list[str] = []
    starts: list[int] = []
    addresses: list[Address] = []
    at = 0
    for address, text in _stretches(blocks):
        starts.append(at)
        addresses.append(address)
        said.append(text)
        at += len(text) + 1
    return PaperText("\n".join(said), tuple(starts), tuple(addresses) or (Address(file),))


def _stretches(blocks: Iterable[Passage | Grid]) -> Iterator[tuple[Address, str]]:
    for block in blocks:
        if not isinstance(block, Grid):
            if block.part not in {Part.HEADER, Part.FOOTER}:
                yield block.address, block.text
        elif any(MOTTO.search(cell.text) for cell in block.cells):
            # Side by side stand who sends it and the motto: each from top to bottom.
            for cell in sorted(block.cells, key=lambda cell: (cell.column, cell.row)):
                yield block.address_of(cell.row, cell.column), cell.text
