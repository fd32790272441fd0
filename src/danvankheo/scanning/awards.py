"""Which counts are awards: receivers with the form before or after them, and awards counted."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from danvankheo.locale_vi import contexts, nouns
from danvankheo.reading.patterns import any_of, last_match
from danvankheo.scanning.facts import FactKind
from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import RunningText, folded

_FORMS: Final = any_of(contexts.AWARD_FORMS)
_OTHERS: Final = any_of(contexts.NOT_AWARDS)
_FORM: Final = re.compile(
    rf"(?<!\w)(?!{_OTHERS})(?:{_FORMS})(?!\w)(?: (?:{any_of(contexts.ORDER_NAMES)})(?!\w))?"
)
# Who receives stands after the form, with at most a few words between.
_FAR_FROM_FORM: Final = re.compile(rf"[;\n]|\.(?= )|(?<!\w)(?:{any_of(contexts.OTHER_THAN_RECEIVING)})(?!\w)")
_LISTED: Final = re.compile(r"[^.;:\n]{0,60}?(?:,|;| &| và| cùng| cho)(?: cho)?(?: và)? ?\Z")
# Receivers side by side, with or without a sign between them: "2 tập thể 8 cá nhân", "4 tập thể có
# thành tích; 13 giáo viên". What the first is praised for may stand between.
_BESIDE: Final = re.compile(
    rf"(?: (?:{any_of(contexts.MERITS)})(?: (?:trong|về|năm)(?: [^\W\d_]+){{1,8}})?)?"
    r"(?:[,;] | [-–+&] | )(?:và |cùng )?"
)
_SOMETHING_ELSE: Final = re.compile(rf"(?: [^\W\d_]+){{0,4}}? (?:{any_of(contexts.NOT_RECEIVING)})(?!\w)")
# Items of a list: "cho:\n- 6 tập thể;\n- 12 cá nhân".
_ITEM: Final = re.compile(r"(?:[,;:] ?)?\n[-–+•*] ?\Z")
_PASSIVE: Final = re.compile(
    rf"[^.;:\n]{{0,60}}?(?<!\w)(?:được|nhận|vinh dự) [^.;:\n0-9]{{0,50}}?(?P<form>{_FORMS})(?!\w)"
)
_LOOK_AHEAD: Final = 130
_NEAR: Final = 60
_SHORT: Final = 6


def as_award(
    text: RunningText, piece: Piece, before: Piece | None, following: Sequence[Piece], sentence: int
) -> Piece:
    """Return a count as the award that it is, with the form as printed; any other count as it is.

    Args:
        text: the text.
        piece: the count.
        before: what stands before it, with its context.
        following: what stands after it.
        sentence: where its sentence begins.
    """
    form = _form_of(text, piece, before, following, sentence)
    return attrs.evolve(piece, kind=FactKind.AWARD, form=form) if form else piece


def _form_of(
    text: RunningText, piece: Piece, before: Piece | None, following: Sequence[Piece], sentence: int
) -> str:
    """Return the form of award that is counted, or that those who are counted receive; empty if none."""
    noun = piece.unit.name if piece.unit else ""
    low = folded(noun)
    if low in contexts.COUNTED_AWARDS:
        named = _FORM.match(text.low, piece.end - len(noun))
        return text.text[named.start() : named.end()] if named else noun
    item = _ITEM.search(text.low, max(0, piece.start - _SHORT), piece.start)
    if item:  # its form stands in the line before
        sentence = text.sentence_start(item.start(), _LOOK_AHEAD)
    receives = _is_recipient(low)
    following_it = _form_following(text, piece, following) if receives else ""
    if following_it:
        return following_it
    if receives and before and before.kind is FactKind.AWARD and before.end >= sentence:
        between = text.low[before.end : piece.start]
        goes_on = _ITEM.fullmatch(between) is not None
        if _BESIDE.fullmatch(between):
            goes_on = _SOMETHING_ELSE.match(text.low, piece.end) is None
        if not goes_on and _LISTED.fullmatch(between):
            goes_on = _FAR_FROM_FORM.search(between) is None
        if goes_on:
            named = _FORM.search(text.low, before.end, piece.start)
            return text.text[named.start() : named.end()] if named else before.form
    return _form_before(text, piece, before, sentence, receives=receives)


def _is_recipient(noun: str) -> bool:
    """Return whether a noun, or the noun that it begins with, is of those that receive awards."""
    words = noun.replace(",", " ").split()
    return any(" ".join(words[:count]) in nouns.RECIPIENTS for count in range(1, len(words) + 1))


def _form_before(
    text: RunningText, piece: Piece, before: Piece | None, sentence: int, *, receives: bool
) -> str:
    """Return the form of award that stands before its receivers: "tặng giấy khen cho 14 tập thể".

    Right after "cho" whatever is counted receives.
    """
    start = max(sentence, before.end if before and before.kind is not FactKind.PERIOD else 0)
    found = last_match(_FORM, text.low, start, piece.start)
    if found is None:
        return ""
    between = _ITEM.sub(" ", text.low[found.end() : piece.start])
    if len(between) > _NEAR or _FAR_FROM_FORM.search(between):
        return ""
    if not receives and between.strip() != contexts.TO:
        return ""
    return text.text[found.start() : found.end()]


def _form_following(text: RunningText, piece: Piece, others: Sequence[Piece]) -> str:
    """Return the form of award that stands after its receivers: "5 cá nhân được tặng Bằng khen"."""
    end = piece.end
    for following in others:
        between = text.low[end : following.start]
        if following.kind is FactKind.COUNT and _LISTED.fullmatch(between) and "được" not in between:
            end = following.end
        else:
            break
    found = _PASSIVE.match(text.low, end, end + _LOOK_AHEAD)
    return text.text[found.start("form") : found.end("form")] if found else ""
