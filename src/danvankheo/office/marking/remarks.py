"""What is remarked where in a paper."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from typing import Final

import attrs

from danvankheo.auditing.findings.codes import Severity
from danvankheo.office.address import Address
from danvankheo.printing import visible

AUTHOR: Final = "Soát số liệu"
"""Whose name stands on comments where the caller gives none."""

_MOST_OTHERS: Final = 6


@attrs.frozen(kw_only=True)
class Remark:
    """A sentence about one place of a paper.

    Args:
        address: the cell, the words or the paragraph that it is about.
        text: the sentence in Vietnamese, without the place.
        severity: how bad it is.
        others: further places that have to do with it.

    >>> remark = Remark(address=Address(sheet="Bieu", row=11, column=3), text="cộng các dòng được 375,3")
    >>> print(remark)
    Bieu!C11: cộng các dòng được 375,3
    """

    address: Address
    text: str
    severity: Severity = Severity.ERROR
    others: tuple[Address, ...] = ()

    @property
    def note(self) -> str:
        """What a comment says: how bad it is, the sentence, and the other places."""
        said = f"{self.severity.label.capitalize()}: {self.text}"
        if self.others:
            places = "; ".join(self._shown(other) for other in self.others[:_MOST_OTHERS])
            places += (
                f"; và {len(self.others) - _MOST_OTHERS} chỗ khác" if len(self.others) > _MOST_OTHERS else ""
            )
            said = f"{said.rstrip('. ')}. Liên quan: {places}."
        return visible(said)

    def _shown(self, other: Address) -> str:
        """Return another place; one of this very file without its name."""
        return (other.without_file() if other.file == self.address.file else other).vietnamese

    def __str__(self) -> str:
        """Return the place and the sentence."""
        return f"{self.address.vietnamese}: {self.text}"


@attrs.frozen(kw_only=True)
class Pen:
    """Who remarks, and when.

    Args:
        author: the name on the comments.
        moment: the time on the comments.
    """

    author: str = AUTHOR
    moment: datetime = attrs.field(factory=lambda: datetime.now(UTC).replace(microsecond=0))

    @property
    def initials(self) -> str:
        """The first letters of the author's names."""
        return "".join(word[0] for word in self.author.split())[:4].upper()


def by_block(remarks: Iterable[Remark]) -> Iterator[tuple[int, list[Remark]]]:
    """Yield the remarks of each block, in the order of the paper; the worst of one place first."""

    def position(remark: Remark) -> int:
        return remark.address.position

    inside = sorted(remarks, key=lambda remark: (position(remark), remark.address, remark.severity.rank))
    for at, group in groupby(inside, key=position):
        yield at, [*group]
