"""Documents in running text: "Chỉ thị số 16/CT-TTg", "Nghị quyết số 25-NQ/TW"."""

import re
from contextlib import suppress
from typing import Final

from danvankheo.errors import DanVanKheoError
from danvankheo.locale_vi import contexts, words
from danvankheo.reading.documents import document_between
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.facts import FactKind
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import RunningText

# Two capitals begin the letters of every symbol; "15/Đội" has one.
_UPPER: Final = "A-ZĐƯÂÊÔĂƠ"
_SYMBOL: Final = re.compile(
    rf"0?[1-9][0-9]{{0,5}}[a-zđ]?(?: ?/ ?[0-9]{{4}})?(?P<sign> ?[-/] ?| )[{_UPPER}]{{2}}[\w&]{{0,12}}"
    rf"(?P<more>(?: ?[-/] ?[{_UPPER}][\w&]{{0,12}}){{0,4}})"
)
_TYPE_BEFORE: Final = re.compile(
    rf"(?:(?<!\w)(?P<type>{any_of(contexts.DOCUMENT_TYPES)}) )?(?:{words.NUMBER_OF_DOCUMENT}:? ?)?\Z"
)
_LOOK_BACK: Final = 45
# The licence of a website or a paper at the foot of a page, with who gave it and when.
_LICENCE: Final = re.compile(
    rf"(?P<number>[0-9]+) ?[/-] ?{contexts.LICENCE}[-/](?:{any_of(contexts.PAGE_LICENCES)})(?!\w)"
    rf"(?:[^.;\n]{{0,80}}?(?<!\w){words.DAY} (?:cấp:? ?)?[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-][0-9]{{4}})?"
)


def licence_end(text: RunningText, number: int) -> int | None:
    """Return where the licence of a web page ends whose number stands at a position, or None."""
    found = _LICENCE.match(text.low, number)
    return found.end() if found else None


def document_at(text: RunningText, number: int, after: int) -> Piece | None:
    """Return the document whose number stands at a position.

    Its type stands before the number, not before a position that was read up to.
    """
    found = _SYMBOL.match(text.text, number)
    if found is None:
        return None
    # Where the sign was lost, a type or "số" before it and a sign among its letters say what it is.
    lost = found["sign"] == " "
    if lost and not found["more"]:
        return None
    low = text.low
    for back in range(max(after, number - _LOOK_BACK), number + 1):
        before = _TYPE_BEFORE.match(low, back, number)
        if before and before.end() == number:
            if lost and not before[0]:
                return None
            start = back if before["type"] else number
            with suppress(DanVanKheoError):
                value = document_between(text, start, found.end())
                return Piece(FactKind.DOCUMENT, start, found.end(), value)
            break
    return None
