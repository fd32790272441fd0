"""What a figure is about: the noun phrase around it, where the unit does not say it all."""

import re
from typing import Final

from danvankheo.domain.statements import Ratio
from danvankheo.domain.units import Dimension
from danvankheo.locale_vi import contexts, spellings
from danvankheo.reading.patterns import any_of
from danvankheo.scanning.facts import FactKind, Mark, Role
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import RunningText, folded

# A noun phrase goes on after the noun until a word that begins something else.
_MODIFIER: Final = re.compile(r" (?:“[^”\n]{1,60}”|[^\W\d_]+)")
_MOST_MODIFIERS: Final = 5
_PREDICATE: Final = re.compile(
    rf"[^,;:.(\n]{{0,60}}?(?P<predicate> (?:{any_of(contexts.PREDICATES)}) [^,;:.(\n0-9]{{2,60}})"
)
_VERB: Final = any_of(contexts.SUBJECT_VERBS)
# From the first word of a clause to its verb; what stands between verb and figure holds no comma.
_SUBJECT: Final = re.compile(rf"(?P<subject>[^,;:()\n]*?) (?:{_VERB})(?!\w)[^,;:()\n]*\Z")
_CLAUSES: Final = re.compile(r"[,;:(] ?")
_VERB_BEFORE: Final = re.compile(rf"(?<!\w)(?:{_VERB}) \Z")
_LINK: Final = re.compile(rf"[^,;.:]{{0,30}}, ?(?:và )?(?:(?:{_VERB}) ?)*")
_OPENING: Final = re.compile(rf"(?:{any_of(contexts.OPENINGS)})(?!\w),? ?")
_OWNER: Final = re.compile(rf" (?:{any_of(contexts.OWNERS)})(?!\w).*")
_TIME_AFTER: Final = re.compile(r" (?:(?:đầu|cuối|hết|trong) )?(?:năm|tháng|quý) ?[0-9IV][0-9IV/]*\Z")
_ENDING: Final = re.compile(rf"(?: (?:{any_of(contexts.SUBJECT_TAILS)}))+\Z")
_RATE_WORD: Final = re.compile(r"(?:tỷ lệ|tỉ lệ) ")
_MONEY_SUBJECT: Final = re.compile(rf"(?:{any_of(contexts.MONEY_SUBJECTS)})(?!\w)")
_NO_SUBJECT: Final = re.compile(rf"(?:{any_of(contexts.NO_SUBJECTS)})(?!\w)|.*[0-9]")
_OF_BOUND: Final = f" {spellings.AT_LEAST_AFTER.partition(' ')[0]}"  # "học sinh khá trở lên"
_LONGEST: Final = 90
_NEAR: Final = 40


def subject_of(text: RunningText, piece: Piece, before: Piece | None, sentence: int) -> str:
    """Return what a figure is about, or an empty text where nothing nearer than its unit says."""
    match piece.kind:
        case FactKind.COUNT | FactKind.AWARD:
            return _phrase(text, piece, _noun(piece))
        case FactKind.GOODS:
            return _phrase(text, piece, "")
        case FactKind.RATIO:
            return _of_ratio(text, piece) or ("" if _noun(piece) else _clause_subject(text, piece, sentence))
        case FactKind.PERCENT | FactKind.CHANGE | FactKind.ATTAINMENT | FactKind.RANGE:
            if piece.kind is FactKind.PERCENT and piece.role is Role.SHARE:
                whole = _phrase(text, piece, "")
                if whole:
                    return whole
            if before and before.end >= sentence and _goes_on(text, piece, before):
                told = before.subject or _noun(before)
                if told:
                    return told
            return _clause_subject(text, piece, sentence)
        case FactKind.MONEY:
            return _clause_subject(text, piece, sentence)
    return ""


def _noun(piece: Piece) -> str:
    unit = piece.value.unit if isinstance(piece.value, Ratio) else piece.unit
    return unit.name if unit and unit.dimension is Dimension.COUNT else ""


def _goes_on(text: RunningText, piece: Piece, before: Piece) -> bool:
    """Return whether a figure says more of what the one before it is about."""
    if Mark.RESTATES_RATIO in piece.marks:
        return True
    between = text.low[before.end : piece.start]
    if piece.kind is FactKind.PERCENT and not (between.endswith("(") or _VERB_BEFORE.search(between)):
        return False
    if len(between) > _NEAR or before.kind in (FactKind.PERIOD, FactKind.DATE, FactKind.DOCUMENT):
        return False
    return between.endswith("(") or _LINK.fullmatch(between) is not None


def _phrase(text: RunningText, piece: Piece, noun: str) -> str:
    """Return a noun with the words after a figure that belong to it; empty if there are none."""
    end = piece.end
    for _ in range(_MOST_MODIFIERS):
        found = _MODIFIER.match(text.text, end)
        if found is None or text.low[found.start() + 1 : found.end()] in contexts.PHRASE_ENDS:
            break
        end = found.end()
    following = text.text[piece.end : end].removesuffix(_OF_BOUND)
    return f"{noun}{following}".strip() if following else ""


def _of_ratio(text: RunningText, piece: Piece) -> str:
    """Return what the part of a ratio is: "trường đạt chuẩn quốc gia"."""
    noun = _noun(piece)
    if not noun:
        return ""
    found = _PREDICATE.match(text.text, piece.end)
    if found:
        return f"{noun}{found['predicate']}".strip()
    return _phrase(text, piece, noun)


def _clause_subject(text: RunningText, piece: Piece, sentence: int) -> str:
    """Return what stands before the verb of the figure's clause, or of one before it."""
    start = max(sentence, piece.start - _LONGEST)
    if start > sentence:  # not in the middle of a word
        start = text.low.find(" ", start, piece.start) + 1 or piece.start
    window = text.text[start : piece.start].strip(" (")
    # The verb of these is part of them, or may be left out: "thu nhập bình quân 56,2 triệu đồng".
    moved = piece.kind in (FactKind.CHANGE, FactKind.ATTAINMENT, FactKind.MONEY, FactKind.PERCENT)
    for at, clause in enumerate(reversed(_CLAUSES.split(window))):
        found = _SUBJECT.match(f" {clause} ") if clause else None
        subject = found["subject"].strip() if found else clause if moved and at == 0 else ""
        told = _trimmed(subject, piece) if subject else ""
        if told:
            return told
    return ""


def _trimmed(subject: str, piece: Piece) -> str:
    """Return a subject without the words that open a sentence and without its owner."""
    subject = _ENDING.sub("", _TIME_AFTER.sub("", _OWNER.sub("", subject)))
    while opening := _OPENING.match(folded(subject)):
        subject = subject[opening.end() :]
    low = folded(subject)
    if _NO_SUBJECT.match(low) or len(subject) > _LONGEST:
        return ""
    if piece.kind is FactKind.MONEY and not _MONEY_SUBJECT.match(low):
        return ""
    if piece.kind is FactKind.PERCENT and (rate := _RATE_WORD.match(low)):
        subject = subject[rate.end() :]
    return subject.strip(' -–•"')
