"""How much of a file is read: far more than any report has, little enough for any machine.

Each limit ends in an `UnreadableFileError` that names it; nothing is cut without a word.
"""

from typing import Final

LARGEST_FILE: Final = 64 * 2**20
"""Bytes of a file."""

LARGEST_UNPACKED: Final = 512 * 2**20
"""Bytes of all parts of a Word or Excel file together when they are unpacked."""

MOST_PARTS: Final = 10_000
"""Parts (files) that a Word or Excel file consists of."""

MOST_CELLS: Final = 1_000_000
"""Cells of a paper that hold something, merged places included."""

MOST_PLACES: Final = 5_000_000
"""Rows times columns of a table."""

MOST_BLOCKS: Final = 200_000
"""Paragraphs and tables of a paper."""

MOST_PAGES: Final = 2_000
"""Pages of a PDF."""

DEEPEST_TABLE: Final = 8
"""Tables that stand in cells of tables."""
