"""The text of a paper by itself.

Only what one sentence says is checked: a ratio beside its percentage, a change beside the earlier figure,
parts that exceed their whole, so many things at such a price.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

import attrs

from danvankheo.auditing.checks.base import Verdict
from danvankheo.auditing.checks.changes import check_change
from danvankheo.auditing.checks.ratios import check_attainment, check_ratio
from danvankheo.auditing.findings.codes import Severity
from danvankheo.auditing.findings.finding import Finding
from danvankheo.calc.arithmetic import Rounding, rounded_fraction
from danvankheo.domain.indicator import ChangeKind
from danvankheo.domain.numbers import decimal_from, decimals_of
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.statements import Attainment, Change
from danvankheo.domain.units import PERCENT, PERCENTAGE_POINT, Dimension
from danvankheo.errors import DanVanKheoError
from danvankheo.formatting.numbers import digits
from danvankheo.office.address import Address
from danvankheo.office.checking.findings import PaperCode, PaperFinding
from danvankheo.office.paper import Paper, Paragraph
from danvankheo.scanning.facts import Fact, FactKind, Mark
from danvankheo.scanning.scanner import scan

_NEAR: Final = 60
_BEFORE: Final = 70
_SENTENCE: Final = re.compile(r"[.;!?](?=\s|$)")
_WORTH: Final = re.compile(
    r"(?:trị giá|tổng trị giá|tổng giá trị|thành tiền|tương đương|tổng số tiền|tổng "
    r"tiền|là)\s*(?:là|khoảng)?\s*$"
)
_IN_WHICH: Final = re.compile(r"trong (?:số )?đó")
_OPPOSITES: Final = (("tập thể", "cá nhân"), ("nam", "nữ"), ("tập thể", "hộ gia đình"))


@attrs.frozen(kw_only=True, eq=False)
class Said:
    """A figure of the text: the fact, its paragraph, and its sentence as a stretch of the text."""

    fact: Fact
    paragraph: Paragraph
    sentence: tuple[int, int]

    @property
    def address(self) -> Address:
        """Where it stands."""
        return self.paragraph.at(*self.fact.span)

    def before(self, length: int = _BEFORE) -> str:
        """Return the words before it in its sentence."""
        start = max(self.sentence[0], self.fact.span[0] - length)
        return self.paragraph.text[start : self.fact.span[0]]


def facts_of(paper: Paper) -> list[list[Said]]:
    """Return the figures of the text of a paper, by paragraph."""
    found = []
    for paragraph in paper.texts():
        ends = [0, *(end.end() for end in _SENTENCE.finditer(paragraph.text)), len(paragraph.text)]
        said = []
        for fact in scan(paragraph.text):
            start = max(end for end in ends if end <= fact.span[0])
            stop = min((end for end in ends if end >= fact.span[1]), default=len(paragraph.text))
            said.append(Said(fact=fact, paragraph=paragraph, sentence=(start, stop)))
        if said:
            found.append(said)
    return found


def audit_text(paragraphs: Iterable[Sequence[Said]]) -> Iterator[PaperFinding]:
    """Yield what sentences say against themselves."""
    for said in paragraphs:
        yield from _ratios(said)
        yield from _shares(said)
        yield from _attainments(said)
        yield from _changes(said)
        yield from _parts(said)
        yield from _products(said)


def _of_finding(
    code: PaperCode, finding: Finding, places: Sequence[Address], correction: str = ""
) -> PaperFinding:
    return PaperFinding(
        code=code,
        addresses=tuple(places),
        vietnamese=finding.vietnamese,
        english=finding.english,
        correction=correction,
    )


def _ratios(said: Sequence[Said]) -> Iterator[PaperFinding]:
    """Yield ratios that are not the percentage beside them."""
    for at, each in enumerate(said):
        ratio = each.fact.ratio
        if ratio is None:
            continue
        near = [other for other in said[at + 1 : at + 2] if _restates(other)]
        if (
            not near
            and at
            and _restates(said[at - 1])
            and not (at > 1 and said[at - 2].fact.ratio is not None)
        ):
            near = [said[at - 1]]
        percent = ratio.percent if ratio.percent is not None else near[0].fact.quantity if near else None
        if percent is None:
            continue
        try:
            check = check_ratio(attrs.evolve(ratio, percent=percent))
        except DanVanKheoError:
            continue
        found = check.finding()
        places = [near[0].address if near else each.address, each.address]
        if found.severity is Severity.ERROR:
            to = found.correction
            yield _of_finding(
                PaperCode.RATIO, found, places, f"{digits(to.to)}%" if to and to.field == "percent" else ""
            )
        elif check.verdict is Verdict.TRUNCATED:
            yield _of_finding(PaperCode.RATIO_TRUNCATED, found, places)


def _shares(said: Sequence[Said]) -> Iterator[PaperFinding]:
    """Yield shares after a part and its whole that are one slip away from theirs.

    "1.874 hộ, trong đó 1.807 hộ đạt …, tỷ lệ 94,4%": the percentage may be of something else, so that
    only one digit, or two that changed places, proves a slip.
    """
    for whole, part, share in zip(said, said[1:], said[2:], strict=False):
        total, some, percent = (each.fact.quantity for each in (whole, part, share))
        if total is None or some is None or percent is None or share.fact.kind is not FactKind.PERCENT:
            continue
        text = whole.paragraph.text
        first = text[whole.fact.span[1] : part.fact.span[0]].lower()
        second = text[part.fact.span[1] : share.fact.span[0]].lower()
        joined = _IN_WHICH.search(first) and len(first) < _NEAR and len(second) < _NEAR
        if not joined or whole.sentence != share.sentence or total.unit != some.unit:
            continue
        if not _SHARE.search(second) or _OF_ANOTHER.match(text[share.fact.span[1] :].lower()):
            continue
        try:
            check = check_ratio(some, total, percent)
        except DanVanKheoError:
            continue
        found = check.finding()
        to = found.correction
        if found.severity is Severity.ERROR and to is not None and to.field == "percent" and to.edits == 1:
            places = [share.address, part.address, whole.address]
            yield _of_finding(PaperCode.RATIO, found, places, f"{digits(to.to)}%")


_SHARE: Final = re.compile(r"(?:tỷ lệ|tỉ lệ|chiếm|\()\s*(?:là)?\s*$")
_OF_ANOTHER: Final = re.compile(r"\s*(?:tổng|dân số|của|so với|trong)")


def _attainments(said: Sequence[Said]) -> Iterator[PaperFinding]:
    """Yield plans whose attainment is not what actual and plan make: "16/15 mô hình, đạt 116,7% kế hoạch"."""
    for made, reached in itertools.pairwise(said):
        ratio, attainment = made.fact.ratio, reached.fact.value
        if ratio is None or not isinstance(attainment, Attainment):
            continue
        between = made.paragraph.text[made.fact.span[1] : reached.fact.span[0]]
        if len(between.strip()) > _LEAST_WORDS or made.sentence != reached.sentence:
            continue
        try:
            found = check_attainment(ratio.part, ratio.whole, attainment).finding()
        except DanVanKheoError:
            continue
        if found.severity is Severity.ERROR:
            yield _of_finding(PaperCode.ATTAINMENT, found, [reached.address, made.address])


_LEAST_WORDS: Final = 12


def _restates(said: Said) -> bool:
    return Mark.RESTATES_RATIO in said.fact.marks and said.fact.quantity is not None


def _changes(said: Sequence[Said]) -> Iterator[PaperFinding]:
    """Yield changes that do not lead from the earlier figure, or that are points and say percent."""
    for now, moved, before in zip(said, said[1:], said[2:], strict=False):
        change = moved.fact.value
        current, previous = now.fact.quantity, before.fact.quantity
        if not isinstance(change, Change) or isinstance(now.fact.value, Change):
            continue
        if current is None or previous is None or change.size is None:
            continue
        if not current.unit.fits(previous.unit) or isinstance(before.fact.value, Change):
            continue
        text = now.paragraph.text
        between = text[moved.fact.span[1] : before.fact.span[0]].lower()
        if (
            "so với" not in between
            or len(between) > _NEAR
            or not between.rstrip().endswith(("(", "là", "đạt", "chỉ"))
        ):
            continue
        if text[now.fact.span[1] : moved.fact.span[0]].strip(" ,(") or change.size.unit is None:
            continue
        kind = ChangeKind.POINTS if change.size.unit.fits(PERCENTAGE_POINT) else None
        try:
            check = check_change(current, change, before=previous, kind=kind)
        except DanVanKheoError:
            continue
        found, places = check.finding(), [moved.address, now.address, before.address]
        if check.verdict is Verdict.NEITHER and found.severity is Severity.ERROR:
            yield _of_finding(PaperCode.CHANGE, found, places)
        elif kind is None and check.verdict is Verdict.POINTS and current.unit.fits(PERCENT):
            yield _of_finding(PaperCode.POINTS_OR_RELATIVE, found, places)


def _parts(said: Sequence[Said]) -> Iterator[PaperFinding]:
    """Yield parts after "trong đó" that are more than their whole, one of them or two that make it up."""
    for at, whole in enumerate(said):
        total = whole.fact.quantity
        if (
            total is None
            or whole.fact.kind in (FactKind.PERCENT, FactKind.CHANGE)
            or not _is_exact(whole.fact)
        ):
            continue
        text = whole.paragraph.text
        parts = []
        for each in said[at + 1 :]:
            part = each.fact.quantity
            if (
                each.sentence != whole.sentence
                or part is None
                or part.unit != total.unit
                or isinstance(each.fact.value, Change)
            ):
                break
            if not _is_exact(each.fact):
                break
            parts.append(each)
        if not parts or not _IN_WHICH.search(text[whole.fact.span[1] : parts[0].fact.span[0]].lower()):
            continue
        if len(text[whole.fact.span[1] : parts[0].fact.span[0]]) > _NEAR * 2:
            continue
        for each in parts:
            if Fraction(quantity_of(each.fact).value) > Fraction(total.value):
                yield _too_much(PaperCode.SUBSET, each, whole)
                return
        if len(parts) == 2 and _are_opposites(parts):
            added = sum((Fraction(quantity_of(each.fact).value) for each in parts), Fraction(0))
            if added > Fraction(total.value):
                yield _too_many(whole, parts, added)


def _are_opposites(parts: Sequence[Said]) -> bool:
    after = []
    for each in parts:
        start = each.fact.span[1]
        after.append(each.paragraph.text[start : start + 25].lower())
    return any(
        (one in after[0] and other in after[1]) or (other in after[0] and one in after[1])
        for one, other in _OPPOSITES
    )


def _too_much(code: PaperCode, part: Said, whole: Said) -> PaperFinding:
    one, other = part.fact.surface, whole.fact.surface
    return PaperFinding(
        code=code,
        addresses=(part.address, whole.address),
        vietnamese=f"{one} là một phần của {other} mà lại nhiều hơn.",
        english=f"{one} is more than {other}, of which it is a part.",
    )


def _too_many(whole: Said, parts: Sequence[Said], added: Fraction) -> PaperFinding:
    said = " + ".join(each.fact.surface for each in parts)
    return PaperFinding(
        code=PaperCode.SUM,
        addresses=(whole.address, *(each.address for each in parts)),
        vietnamese=(
            f"{said} là {digits(rounded_fraction(added, 0, Rounding.HALF_UP))}, nhiều hơn tổng "
            f"số {whole.fact.surface}."
        ),
        english=(
            f"{said} make {rounded_fraction(added, 0, Rounding.HALF_UP)}, more than the whole, "
            f"{whole.fact.surface}."
        ),
    )


def _products(said: Sequence[Said]) -> Iterator[PaperFinding]:
    """Yield so many things at a price each whose stated worth is another."""
    for many, price, worth in zip(said, said[1:], said[2:], strict=False):
        count, each, total = many.fact.quantity, price.fact.quantity, worth.fact.quantity
        if count is None or each is None or total is None or not each.unit.rate or total.unit.rate:
            continue
        if count.unit.dimension is not Dimension.COUNT or each.unit.dimension is not Dimension.MONEY:
            continue
        if total.unit.dimension is not Dimension.MONEY or not count.unit.name.startswith(
            each.unit.rate.split("/")[0]
        ):
            continue
        exact = all(fact.approximation is Approximation.EXACTLY for fact in (count, each, total))
        if not exact or not _WORTH.search(worth.before(30).lower()):
            continue
        made = Fraction(count.value) * Fraction(each.value)
        quantum = Fraction(total.unit.size) / 10 ** decimals_of(total.amount)
        if abs(made - Fraction(total.value)) >= quantum:
            try:
                right = decimal_from(made / Fraction(total.unit.size))  # of decimals: exact
            except DanVanKheoError:  # longer than anything we write
                continue
            yield PaperFinding(
                code=PaperCode.SUM,
                addresses=(worth.address, many.address, price.address),
                vietnamese=(
                    f"{many.fact.surface} × {price.fact.surface} là {digits(right)} "
                    f"{total.unit.label}, phần lời ghi {worth.fact.surface}."
                ),
                english=(
                    f"{many.fact.surface} × {price.fact.surface} is {digits(right)} "
                    f"{total.unit.label}; the text says {worth.fact.surface}."
                ),
                correction=digits(right),
            )


def quantity_of(fact: Fact) -> Quantity:
    """Return the one quantity of a fact that has one."""
    found = fact.quantity
    assert found is not None
    return found


def _is_exact(fact: Fact) -> bool:
    return fact.approximation in (Approximation.EXACTLY, None)
