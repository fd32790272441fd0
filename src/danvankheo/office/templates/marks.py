"""The hidden sheet by which a collection workbook is known, whatever it is called."""

from typing import Final

from danvankheo.office.paper import Paper

MARK_SHEET: Final = "_danvankheo"
MARK: Final = "danvankheo: sổ thu thập số liệu"
EDITION: Final = "1"


def edition_of(paper: Paper) -> str:
    """Return the edition of a collection workbook; empty for any other paper.

    >>> from danvankheo import office
    >>> edition_of(office.read("docs/examples/office/ty-le.xlsx"))
    ''
    """
    grid = next((grid for grid in paper.grids if grid.address.sheet == MARK_SHEET), None)
    if grid is None or grid.text_at(1, 1) != MARK:
        return ""
    return grid.text_at(2, 1)


def is_template(paper: Paper) -> bool:
    """Return whether a paper is a collection workbook, of any edition."""
    return bool(edition_of(paper))
