"""What a text is called: the name quoted after "phong trào", else its first line that says something."""

import re
from collections import Counter
from typing import Final

from danvankheo.drafting.material import Material
from danvankheo.locale_vi import movements
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.running_text import folded

_QUOTED: Final = re.compile(
    rf"(?<!\w)(?P<word>{any_of(movements.MOVEMENT_WORDS)}) (?:[^\W\d_]+ ){{0,3}}"
    r"[“\"‘'«] ?(?P<name>[^”\"’'»\n]{2,120})[”\"’'»]"
)
REVIEW: Final = re.compile(rf"(?<!\w)(?:{any_of(movements.REVIEWS)})(?!\w)")
"""Where a report speaks of its own occasion."""
# The time at which a page was published, on a line of its own: besides these it has no letter.
_WORDS_OF_STAMP: Final = re.compile(rf"(?<!\w)(?:thứ [^\W\d_]+|thứ [2-7]|{any_of(movements.STAMPS)})(?!\w)")
_LETTER: Final = re.compile(r"[^\W\d_]")
_FEWEST_WORDS: Final = 3
LONGEST_TITLE: Final = 150
"""How long the first line may be to be a title."""
_FIRST: Final = 600
_AHEAD: Final = 300
_MANY: Final = 1_000


def name_of(material: Material) -> str:
    """Return the name quoted after "phong trào", that of a review first; else what the text is called."""
    named = movement_names(material)
    return named.most_common(1)[0][0] if named else _title(material)


def _title(material: Material) -> str:
    """Return the first line that says something, cut at its end of a sentence; "Phong trào" if none does."""
    for line in material.text.text.split("\n"):
        title = line.strip(' .…-–*"“”')
        if len(title.split()) >= _FEWEST_WORDS and not is_stamp(title):
            first = re.split(r"(?<=[^\W\d_]{3})[.!?…] ", title)[0]
            return first if len(first) <= LONGEST_TITLE else first[:LONGEST_TITLE].rsplit(" ", 1)[0]
    return movements.MOVEMENT.capitalize()


def is_stamp(line: str) -> bool:
    """Return whether a line says when a page was published, and nothing else: "Thứ Năm, 06/10/2022"."""
    low = folded(line)
    return any(map(str.isdigit, low)) and not _LETTER.search(_WORDS_OF_STAMP.sub("", low))


def movement_names(material: Material) -> Counter[str]:
    """Return the names quoted after "phong trào" with their weight: those of a review weigh most."""
    text = material.text
    named: Counter[str] = Counter()
    for found in _QUOTED.finditer(text.low):
        start, end = text.sentence_start(found.start(), 200), text.sentence_end(found.end(), _AHEAD)
        name = text.text[found.start("name") : found.end("name")].strip()
        weight = _MANY if REVIEW.search(text.low, start, end) else 1
        named[name] += weight * (2 if found["word"].startswith(movements.MOVEMENT) else 1)
        named[name] += 2 * (found.start() < _FIRST)
    if not named:
        for name in movements.KNOWN_NAMES:
            named[name] += text.low.count(f"{movements.MOVEMENT} {folded(name)}")
            named[name] += text.low.count(f"{movements.MOVEMENT} thi đua {folded(name)}")
    return +named
