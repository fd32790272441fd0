"""What a figure is called: the words of its clause, without the figure."""

import re
from typing import Final

from danvankheo.drafting.material import Material
from danvankheo.locale_vi import movements, results
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.facts import FactKind
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import RunningText, folded

_CLAUSE_ENDS: Final = ",;:.(…!?\n"
_MOST_WORDS: Final = 14
_LONGEST: Final = 140
_MOST_LEADING: Final = 8
_WORD: Final = re.compile(r"\w")
_OPENING: Final = re.compile(rf"(?:{any_of(results.OPENINGS)})(?!\w)[ ,]*")
_TIME: Final = re.compile(
    r"(?:(?:từ|đến|trong|vào|tính|cả|hết|cuối|đầu|riêng|của|kể|sau|nửa) ){0,3}"
    r"(?:[0-9]{1,2} tháng|tháng|quý|năm học|năm|giai đoạn|ngày|thời điểm)"
    r" (?:(?:đầu|cuối) )?(?:năm )?[0-9ivx][\w/.–-]*(?: (?:đến nay|nay))?[ ,]*",
    re.IGNORECASE,
)
_TIME_AT_END: Final = re.compile(rf"(?:^|(?<= )){_TIME.pattern}\Z", re.IGNORECASE)
_TIMES: Final = (FactKind.PERIOD, FactKind.DATE)
_MOST_TIMES: Final = 6
# What stands between the words of a clause and its figure and says nothing of what it counts.
_LINK_OF_NOUN: Final = re.compile(rf"(?:^|(?<= ))(?:{any_of(results.LINKS_OF_NOUNS)}) ?\Z")
_LINK: Final = re.compile(rf"(?:^|(?<= ))(?:{any_of((*results.LINKS_OF_NOUNS, *results.LINKS))}) ?\Z")
# What says no more of a figure: a comparison, a part of it, another sentence.
_FOLLOWING_END: Final = re.compile(
    rf" (?:(?:{any_of(word for word in results.NAME_ENDS if word != results.REACHES)})(?!\w)"
    rf"|{results.REACHES} (?:{any_of(results.MEASURES)})(?!\w)|{results.REACHES}(?! ?[^\W\d_]))|[0-9]"
)
_TRAILING: Final = re.compile(rf"(?: (?:{any_of(results.TRAILING)}))+\Z")
_DASHES: Final = " -–—•*+\"“”'"


def clause_name(material: Material, at: int, noun: str) -> str:
    """Return what a figure counts or measures, in the words that stand around it.

    The words before the figure say who did what, those after it which: "công an xã phát hiện vụ
    trộm cắp tài sản" of "công an xã phát hiện 10 vụ trộm cắp tài sản".

    Args:
        material: the text and its facts.
        at: the position of the fact.
        noun: what its unit is called, where the unit is counted.
    """
    before = _before(material, at, counted=bool(noun))
    following = _following(material, at)
    if noun and _names_its_noun(before, noun):
        before, noun = _without_links(before, counted=False), ""
    elif noun and _is_named(before, noun) and _comes_after_colon(material, at):
        noun = ""  # "Hộ nghèo: 359 hộ"
    name = " ".join(part for part in (before, noun, following) if part)
    return _shortened(name)


def _comes_after_colon(material: Material, at: int) -> bool:
    start = material.pieces[at].start
    return material.text.text[max(0, start - 2) : start].rstrip().endswith(":")


def _is_named(words: str, noun: str) -> bool:
    """Return whether words have a noun among them already."""
    return f" {folded(noun)} " in f" {folded(words)} "


def _names_its_noun(before: str, noun: str) -> bool:
    """Return whether the words before a figure say what it counts: "Số vụ vi phạm"."""
    low = folded(before)
    number = _NUMBER_OF.search(low)
    return number is not None and (
        len(low[number.end() :].split()) >= _FEWEST_OF_NUMBER or folded(noun) in low[number.end() :]
    )


# "Tổng sản phẩm (GRDP) tăng …": a short name in brackets is no clause.
_IN_BRACKETS: Final = re.compile(r" ?\([^()0-9]{1,20}\)(?= )")
_NUMBER_OF: Final = re.compile(rf"(?<!\w){movements.NUMBER_OF} (?![0-9])")
_FEWEST_OF_NUMBER: Final = 2


def _before(material: Material, at: int, *, counted: bool) -> str:
    """Return the words of the clause that stand before a figure, without how they begin and end."""
    text, piece = material.text, material.pieces[at]
    start = material.sentence_of(piece)
    for other in reversed(material.pieces[max(0, at - _MOST_TIMES) : at]):
        if other.kind not in _TIMES and other.end <= piece.start:
            start = max(start, _after_piece(other, text))
            break
    window = _IN_BRACKETS.sub("", text.text[start : piece.start])
    parts = _SIGN.split(window)  # clauses, and the signs between them
    later = ""
    for part in range(len(parts) - 1, -1, -2):
        clause, sign = parts[part].strip(_DASHES), parts[part - 1] if part else ""
        if part == len(parts) - 1 and not clause and sign == ";":
            return ""  # the figure opens a clause: its own words stand after it
        words = without_openings(_without_links(clause, counted=counted))
        words = _TIME_AT_END.sub("", words).strip(_DASHES)
        if len(words) > 1 and _WORD.search(words):
            words += later
            if sign != "," or len(words.split()) > 1:
                return words
            later = f", {words}"  # "số gia đình giàu, khá"
        elif later:
            break
    return later.removeprefix(", ")


_SIGN: Final = re.compile(rf"([{re.escape(_CLAUSE_ENDS)}])")


def _after_piece(other: Piece, text: RunningText) -> int:
    """Return where the words of a fact end: its bracket is closed, too."""
    return other.end + (text.text[other.end : other.end + 1] == ")")


def without_openings(words: str) -> str:
    """Return a clause without the words that open it: "Đến nay, trong 6 tháng đầu năm 2019 …"."""
    while words:
        low = folded(words)
        opening = _OPENING.match(low) or _TIME.match(low)
        if opening is None or not opening.end():
            break
        words = words[opening.end() :].lstrip(_DASHES)
    return words


def _without_links(words: str, *, counted: bool) -> str:
    """Return a clause without the small words right before its figure, and the verb if no noun follows."""
    words, links = words.strip(_DASHES), _LINK_OF_NOUN if counted else _LINK
    while words and (link := links.search(folded(words))):
        words = words[: link.start()].strip(_DASHES)
    return words


def _following(material: Material, at: int) -> str:
    """Return the words after a figure that say more of what it counts."""
    text, piece = material.text, material.pieces[at]
    end = text.sentence_end(piece.end, _LONGEST)
    if at + 1 < len(material.pieces):
        end = min(end, max(piece.end, material.pieces[at + 1].start))
    window = text.text[piece.end : end]
    if not window.startswith(" "):
        return ""
    for sign in _CLAUSE_ENDS:
        window = window.partition(sign)[0]
    stop = _FOLLOWING_END.search(folded(window))
    words = window[: stop.start()] if stop else window
    return _TRAILING.sub("", f" {' '.join(words.split())}").strip(_DASHES)


def _shortened(name: str) -> str:
    words = name.split()
    if len(words) > _MOST_WORDS:
        words = words[-_MOST_WORDS:] if len(name) < _LONGEST else words[:_MOST_WORDS]
    return " ".join(words)


def lead_of(material: Material, at: int) -> str:
    """Return how the sentence of a figure begins: what tells it from another one of the same name."""
    start = material.sentence_of(material.pieces[at])
    opening = re.split(rf"[{re.escape(_CLAUSE_ENDS)}0-9]", material.text.text[start:].lstrip(_DASHES))[0]
    words = without_openings(opening.strip(_DASHES)).split()
    return " ".join(words[:_MOST_LEADING])
