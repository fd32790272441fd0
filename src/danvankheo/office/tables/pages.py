"""Tables of a PDF that go on over the page, made one."""

from collections.abc import Sequence

import attrs

from danvankheo.office.tables.regions import Region
from danvankheo.office.tables.words import is_total_of_all


def joined(regions: Sequence[Region]) -> list[Region]:
    """Return tables with those that go on over the page made one.

    A table goes on where the next page begins with a table of as many columns whose head is the same, or that
    has none.
    """
    done: list[Region] = []
    for region in regions:
        before = done[-1] if done else None
        if before is not None and _goes_on(before, region):
            done[-1] = attrs.evolve(
                before,
                body=before.body + region.body,
                below=region.below,
                repeated=before.repeated + region.head + ((region.numbers,) if region.numbers else ()),
            )
        else:
            done.append(region)
    return done


def _goes_on(before: Region, region: Region) -> bool:
    one, other = (
        before.body[-1].grid.address if before.body else None,
        (region.head or region.body)[0].grid.address,
    )
    if one is None or not one.page or other.page != one.page + 1 or other.table != 1:
        return False
    if len(before.columns) != len(region.columns):
        return False
    if not region.head:
        return True
    return region.heads == before.heads and not _has_total_of_all(before)


def _has_total_of_all(region: Region) -> bool:
    last = region.body[-1]
    return any(is_total_of_all(last.text(column)) for column in region.columns[:3])
