"""How well facts that were read agree with facts that a person marked.

Facts are plain data in the shape of `danvankheo.scanning.data.fact_data`, so that any reader can be
scored. A text with its marked facts is a `MarkedText`; `score` reads every text and counts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final, TypeAlias, cast

import attrs

from danvankheo.scanning.nouns import expanded

__all__ = ["FactData", "MarkedText", "Score", "agree", "score"]

FactData: TypeAlias = Mapping[str, object]
"""One fact as `fact_data` writes it."""

_MEASURES: Final = frozenset({"m", "kg", "m3"})
_THINGS: Final = frozenset({"goods", "count"})
_CLASSIFIERS: Final = frozenset(
    {"căn", "ngôi", "cái", "chiếc", "con", "cây", "suất", "phần", "lượt", "tuyến"}
)
_COMPARED: Final = ("low", "high", "from", "to", "number", "symbol")
_QUALITIES: Final = ("span", "unit", "approx", "direction")


@attrs.frozen(kw_only=True)
class MarkedText:
    """A text in which a person marked every figure.

    Args:
        text: the text as it came.
        facts: the marked facts.
        traps: strings that hold a number or something like one and are no fact, wherever they stand.
        optional: spans where a fact may be reported or not.
        name: how the text is called.
    """

    text: str
    facts: tuple[FactData, ...]
    traps: tuple[str, ...] = ()
    optional: tuple[tuple[int, int], ...] = ()
    name: str = ""

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "MarkedText":
        """Return the text of one line of a file of cases.

        >>> MarkedText.from_data({"id": "a", "text": "12 hộ", "facts": [], "traps": ["12"]}).traps
        ('12',)
        """
        optional = cast("Sequence[Sequence[int]]", data.get("optional", ()))
        return cls(
            text=str(data["text"]),
            facts=tuple(cast("Sequence[FactData]", data["facts"])),
            traps=tuple(cast("Sequence[str]", data.get("traps", ()))),
            optional=tuple((start, end) for start, end in optional),
            name=str(data.get("id", "")),
        )


@attrs.frozen(kw_only=True)
class Score:
    """How many facts were found, missed and made up, by kind; and how exact the found ones are.

    >>> nine = Score(found=Counter(money=9), missed=Counter(money=1), invented=Counter())
    >>> nine.precision, nine.recall, round(nine.f1, 3)
    (1.0, 0.9, 0.947)
    """

    found: Counter[str]
    missed: Counter[str]
    invented: Counter[str]
    exact: Counter[str] = attrs.field(factory=Counter)
    """Of the found facts, how many have the marked span, unit, approximation and direction."""
    traps: tuple[str, ...] = ()
    """Traps that a fact touched, with the name of their text."""
    errors: tuple[str, ...] = ()
    """What was missed or made up, one line each."""

    @property
    def precision(self) -> float:
        """Of the facts that were read, the part that is marked."""
        return _part(self.found.total(), self.invented.total())

    @property
    def recall(self) -> float:
        """Of the facts that are marked, the part that was read."""
        return _part(self.found.total(), self.missed.total())

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _f1(self.found.total(), self.missed.total(), self.invented.total())

    def table(self) -> str:
        """Return the score as text, a line a kind."""
        lines = [f"{'kind':<12}{'marked':>8}{'found':>8}{'precision':>11}{'recall':>8}{'F1':>8}"]
        kinds = sorted({*self.found, *self.missed, *self.invented})
        lines += (_line(kind, self.found[kind], self.missed[kind], self.invented[kind]) for kind in kinds)
        totals = (self.found.total(), self.missed.total(), self.invented.total())
        lines.append(_line("all", *totals))
        found = max(1, self.found.total())
        told = ", ".join(f"{quality} {self.exact[quality] / found:.3f}" for quality in _QUALITIES)
        return "\n".join([*lines, f"of the found: {told}; traps touched: {len(self.traps)}"])


def _part(right: int, wrong: int) -> float:
    return right / (right + wrong) if right + wrong else 1.0


def _f1(found: int, missed: int, invented: int) -> float:
    return 2 * found / (2 * found + missed + invented) if found + missed + invented else 1.0


def _line(kind: str, found: int, missed: int, invented: int) -> str:
    precision, recall = _part(found, invented), _part(found, missed)
    f1 = _f1(found, missed, invented)
    return f"{kind:<12}{found + missed:>8}{found:>8}{precision:>11.3f}{recall:>8.3f}{f1:>8.3f}"


def score(texts: Iterable[MarkedText], read: Callable[[str], Sequence[FactData]]) -> Score:
    """Return how well a reader does on marked texts.

    A fact that was read agrees with a marked one when the kind is the same, the spans overlap and
    the value is equal as a number (both figures of a ratio, both ends of a range or of a change;
    number and symbol of a document). Each agrees with one at most, the leftmost first. What only
    touches an optional span is dropped. Goods and counts are the same where the unit is a noun.

    Args:
        texts: the marked texts.
        read: the reader: text to facts, as `fact_data` writes them.

    >>> from danvankheo import scan
    >>> from danvankheo.scanning import fact_data
    >>> marked = MarkedText.from_data({"text": "Có 12 hộ.", "facts": [
    ...     {"kind": "count", "span": [3, 8], "value": "12", "unit": "hộ", "approx": "exactly"}]})
    >>> score([marked], lambda text: [fact_data(fact) for fact in scan(text)]).f1
    1.0
    """
    found, missed, invented, exact = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    traps: list[str] = []
    errors: list[str] = []
    for marked in texts:
        facts = list(read(marked.text))
        unmatched = list(facts)
        for wanted in sorted(marked.facts, key=_span):
            got = next((fact for fact in unmatched if agree(fact, wanted)), None)
            kind = str(wanted["kind"])
            if got is None:
                missed[kind] += 1
                errors.append(f"{marked.name} missed {_told(wanted, marked.text)}")
                continue
            unmatched.remove(got)
            found[kind] += 1
            exact.update(quality for quality in _QUALITIES if _same(got, wanted, quality))
        for fact in unmatched:
            if not any(_overlap(_span(fact), span) for span in marked.optional):
                invented[str(fact["kind"])] += 1
                errors.append(f"{marked.name} made up {_told(fact, marked.text)}")
        traps += (f"{marked.name} {trap}" for trap in _touched(marked, facts))
    return Score(
        found=found, missed=missed, invented=invented, exact=exact, traps=tuple(traps), errors=tuple(errors)
    )


def agree(fact: FactData, wanted: FactData) -> bool:
    """Return whether a fact that was read is the marked one: kind, value, and some of its span.

    >>> marked = {"kind": "count", "span": [3, 8], "value": "12", "unit": "hộ"}
    >>> agree({**marked, "value": "12.0"}, marked), agree({**marked, "value": "13"}, marked)
    (True, False)
    """
    if not _overlap(_span(fact), _span(wanted)) or not _same_kind(fact, wanted):
        return False
    pairs = [(fact.get(key), wanted.get(key)) for key in ("value", "numerator", "denominator")]
    told, meant = _extra(fact), _extra(wanted)
    pairs += [(told.get(key), meant.get(key)) for key in _COMPARED]
    return all(_equal(one, other) for one, other in pairs)


def _same_kind(fact: FactData, wanted: FactData) -> bool:
    if fact["kind"] == wanted["kind"]:
        return True
    kinds = {fact["kind"], wanted["kind"]}
    return kinds == _THINGS and not _MEASURES & {fact.get("unit"), wanted.get("unit")}


def _same(fact: FactData, wanted: FactData, quality: str) -> bool:
    if quality == "span":
        return _span(fact) == _span(wanted)
    if quality == "unit":
        return _plain_noun(fact.get("unit")) == _plain_noun(wanted.get("unit"))
    return fact.get(quality) == wanted.get(quality)


def _plain_noun(unit: object) -> str:
    """Return a noun without case, quotes and classifiers, abbreviations written out."""
    words = expanded(str(unit or "")).lower().replace("“", "").replace("”", "").replace('"', "").split()
    while len(words) > 1 and words[0] in _CLASSIFIERS:
        words = words[1:]
    return " ".join(words)


def _equal(one: object, other: object) -> bool:
    if one == other:
        return True
    try:
        return Decimal(str(one)) == Decimal(str(other))
    except InvalidOperation:
        return False


def _extra(fact: FactData) -> Mapping[str, object]:
    return cast("Mapping[str, object]", fact.get("extra") or {})


def _span(fact: FactData) -> tuple[int, int]:
    start, end = cast("Sequence[int]", fact["span"])
    return start, end


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _touched(marked: MarkedText, facts: Sequence[FactData]) -> Iterable[str]:
    """Yield the traps that a fact touches."""
    for trap in marked.traps:
        at = marked.text.find(trap)
        while at >= 0:
            span = (at, at + len(trap))
            if any(_overlap(_span(fact), span) for fact in facts):
                yield trap
            at = marked.text.find(trap, at + 1)


def _told(fact: FactData, text: str) -> str:
    start, end = _span(fact)
    return f"{fact['kind']} “{text[start:end]}”"
