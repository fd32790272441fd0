"""The text of a paper by itself and against its tables.

Only what one sentence says is checked: a ratio beside its percentage, a change beside the earlier figure, parts
that exceed their whole, so many things at such a price. A figure of the text contradicts a table only where the
words name the column or the row, other figures of the sentence agree with the same row, and nothing else in the
tables is the figure meant.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

import attrs

from danvankheo.auditing.changes import check_change
from danvankheo.auditing.corrections import edits_between
from danvankheo.auditing.findings import Finding
from danvankheo.auditing.procedures import Verdict
from danvankheo.auditing.ratios import check_ratio
from danvankheo.auditing.codes import Severity
from danvankheo.calc.arithmetic import Rounding, rounded_fraction
from danvankheo.domain.indicator import ChangeKind
from danvankheo.domain.numbers import decimals_of
from danvankheo.domain.quantities import Approximation, Quantity
from danvankheo.domain.statements import Change
from danvankheo.domain.units import PERCENT, PERCENTAGE_POINT, Dimension
from danvankheo.errors import DanVanKheoError
from danvankheo.formatting.numbers import digits
from danvankheo.locale_vi import table_heads
from danvankheo.office.address import Address
from danvankheo.office.checking.figures import quantum_of, value_of
from danvankheo.office.checking.findings import PaperCode, PaperFinding
from danvankheo.office.checking.sentences import in_english, in_vietnamese
from danvankheo.office.paper import Paper, Paragraph
from danvankheo.office.tables.reading import TableFigure, TableReading
from danvankheo.office.tables.rows import RowKind
from danvankheo.office.tables.words import letters_of
from danvankheo.scanning.facts import Fact, FactKind, Mark
from danvankheo.scanning.scan import scan

_NEAR: Final = 60
_BEFORE: Final = 70
_SENTENCE: Final = re.compile(r"[.;!?](?=\s|$)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LEAST_LETTERS: Final = 2
_WORTH: Final = re.compile(r"(?:trị giá|tổng trị giá|tổng giá trị|thành tiền|tương đương|tổng số tiền|tổng tiền|là)\s*(?:là|khoảng)?\s*$")
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
        yield from _changes(said)
        yield from _parts(said)
        yield from _products(said)


def _of_finding(code: PaperCode, finding: Finding, places: Sequence[Address], correction: str = "") -> PaperFinding:
    return PaperFinding(
        code=code, addresses=tuple(places), vietnamese=finding.vietnamese, english=finding.english, correction=correction
    )


def _ratios(said: Sequence[Said]) -> Iterator[PaperFinding]:
    """Yield ratios that are not the percentage beside them."""
    for at, each in enumerate(said):
        ratio = each.fact.ratio
        if ratio is None:
            continue
        near = [other for other in said[at + 1 : at + 2] if _restates(other)]
        if not near and at and _restates(said[at - 1]) and not (at > 1 and said[at - 2].fact.ratio is not None):
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
            yield _of_finding(PaperCode.RATIO, found, places, f"{digits(to.to)}%" if to and to.field == "percent" else "")
        elif check.verdict is Verdict.TRUNCATED:
            yield _of_finding(PaperCode.RATIO_TRUNCATED, found, places)


def _restates(said: Said) -> bool:
    return Mark.RESTATES_RATIO in said.fact.marks and said.fact.quantity is not None


def _changes(said: Sequence[Said]) -> Iterator[PaperFinding]:
    """Yield changes that do not lead from the earlier figure beside them, or that are points and say percent."""
    for now, moved, before in zip(said, said[1:], said[2:], strict=False):
        change = moved.fact.value
        current, previous = now.fact.quantity, before.fact.quantity
        if not isinstance(change, Change) or current is None or previous is None or isinstance(now.fact.value, Change):
            continue
        if not current.unit.fits(previous.unit) or isinstance(before.fact.value, Change):
            continue
        text = now.paragraph.text
        between = text[moved.fact.span[1] : before.fact.span[0]].lower()
        if "so với" not in between or len(between) > _NEAR or not between.rstrip().endswith(("(", "là", "đạt", "chỉ")):
            continue
        if text[now.fact.span[1] : moved.fact.span[0]].strip(" ,(") or change.size.unit is None:
            continue
        kind = ChangeKind.POINTS if change.size.unit.fits(PERCENTAGE_POINT) else None
        try:
            check = check_change(current, change, previous, kind=kind)
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
        if total is None or whole.fact.kind in (FactKind.PERCENT, FactKind.CHANGE) or not _is_exact(whole.fact):
            continue
        text = whole.paragraph.text
        parts = []
        for each in said[at + 1 :]:
            part = each.fact.quantity
            if each.sentence != whole.sentence or part is None or part.unit != total.unit or isinstance(each.fact.value, Change):
                break
            if not _is_exact(each.fact):
                break
            parts.append(each)
        if not parts or not _IN_WHICH.search(text[whole.fact.span[1] : parts[0].fact.span[0]].lower()):
            continue
        if len(text[whole.fact.span[1] : parts[0].fact.span[0]]) > _NEAR * 2:
            continue
        for each in parts:
            if Fraction(_quantity(each.fact).value) > Fraction(total.value):
                yield _too_much(PaperCode.SUBSET, each, whole)
                return
        if len(parts) == 2 and _are_opposites(parts):
            added = sum((Fraction(_quantity(each.fact).value) for each in parts), Fraction(0))
            if added > Fraction(total.value):
                yield _too_many(whole, parts, added)


def _are_opposites(parts: Sequence[Said]) -> bool:
    after = []
    for each in parts:
        start = each.fact.span[1]
        after.append(each.paragraph.text[start : start + 25].lower())
    return any(one in after[0] and other in after[1] or other in after[0] and one in after[1] for one, other in _OPPOSITES)


def _too_much(code: PaperCode, part: Said, whole: Said) -> PaperFinding:
    one, other = part.fact.surface, whole.fact.surface
    return PaperFinding(
        code=code,
        addresses=(part.address, whole.address),
        vietnamese=f"{one} nhiều hơn {other} mà số này là một phần.",
        english=f"{one} is more than {other}, of which it is a part.",
    )


def _too_many(whole: Said, parts: Sequence[Said], added: Fraction) -> PaperFinding:
    said = " + ".join(each.fact.surface for each in parts)
    return PaperFinding(
        code=PaperCode.SUM,
        addresses=(whole.address, *(each.address for each in parts)),
        vietnamese=f"{said} là {digits(rounded_fraction(added, 0, Rounding.HALF_UP))}, nhiều hơn tổng số {whole.fact.surface}.",
        english=f"{said} make {rounded_fraction(added, 0, Rounding.HALF_UP)}, more than the whole, {whole.fact.surface}.",
    )


def _products(said: Sequence[Said]) -> Iterator[PaperFinding]:
    """Yield so many things at a price each whose stated worth is another."""
    for many, price, worth in zip(said, said[1:], said[2:], strict=False):
        count, each, total = many.fact.quantity, price.fact.quantity, worth.fact.quantity
        if count is None or each is None or total is None or not each.unit.rate or total.unit.rate:
            continue
        if count.unit.dimension is not Dimension.COUNT or each.unit.dimension is not Dimension.MONEY:
            continue
        if total.unit.dimension is not Dimension.MONEY or not count.unit.name.startswith(each.unit.rate.split("/")[0]):
            continue
        exact = all(fact.approximation is Approximation.EXACTLY for fact in (count, each, total))
        if not exact or not _WORTH.search(worth.before(30).lower()):
            continue
        made = Fraction(count.value) * Fraction(each.value)
        quantum = Fraction(total.unit.size) / 10 ** decimals_of(total.amount)
        if abs(made - Fraction(total.value)) >= quantum:
            right = rounded_fraction(made / Fraction(total.unit.size), decimals_of(total.amount), Rounding.HALF_UP)
            yield PaperFinding(
                code=PaperCode.SUM,
                addresses=(worth.address, many.address, price.address),
                vietnamese=f"{many.fact.surface} × {price.fact.surface} là {digits(right)} {total.unit.label}, phần lời ghi {worth.fact.surface}.",
                english=f"{many.fact.surface} × {price.fact.surface} is {digits(right)} {total.unit.label}; the text says {worth.fact.surface}.",
                correction=digits(right),
            )


def _quantity(fact: Fact) -> Quantity:
    found = fact.quantity
    assert found is not None
    return found


def _is_exact(fact: Fact) -> bool:
    return fact.approximation in (Approximation.EXACTLY, None)


@attrs.frozen(kw_only=True, eq=False)
class _Match:
    """A figure of the text beside one of a table's total row."""

    said: Said
    figure: TableFigure
    agrees: bool
    words: int


def audit_text_against_tables(
    paragraphs: Iterable[Sequence[Said]], readings: Sequence[TableReading], mended: dict[int, Fraction]
) -> Iterator[PaperFinding]:
    """Yield figures of the text that contradict a table.

    Args:
        paragraphs: the figures of the text.
        readings: the tables.
        mended: what figures that are wrong by themselves would have to be, by identity: a text that says this
            agrees.
    """
    every = [figure for reading in readings for figure in reading.figures if not figure.hidden]
    for said in paragraphs:
        quantities = [each for each in said if _can_be_compared(each.fact)]
        for reading in readings:
            matches = _matches(quantities, reading, mended)
            agreeing = [match for match in matches if match.agrees and _is_telling(match.said.fact)]
            for match in matches:
                if match.agrees or not agreeing or any(_agree(match.said.fact, figure, mended) for figure in every):
                    continue
                others = [each for each in quantities if each is not match.said]
                if any(_quantity(each.fact).unit.fits(_quantity(match.said.fact).unit) for each in others):
                    continue
                if match.words >= 2 or _is_slip(match.said.fact, match.figure):
                    yield _against(match.said, match.figure)
        yield from _against_rows(quantities, readings, every, mended)


def _can_be_compared(fact: Fact) -> bool:
    quantity = fact.quantity
    return (
        quantity is not None
        and quantity.approximation is Approximation.EXACTLY
        and not quantity.unit.rate
        and fact.kind in (FactKind.MONEY, FactKind.LABOUR, FactKind.LAND, FactKind.COUNT, FactKind.GOODS)
        and not isinstance(fact.value, Change)
    )


def _is_telling(fact: Fact) -> bool:
    return len(f"{abs(_quantity(fact).amount):f}".strip("0").replace(".", "")) >= _LEAST_LETTERS


def _agree(fact: Fact, figure: TableFigure, mended: dict[int, Fraction]) -> bool:
    """Return whether a figure of the text can be one of a table, each rounded as it is written."""
    quantity = _quantity(fact)
    unit = figure.unit
    if unit is not None and not unit.fits(quantity.unit):
        return False
    if unit is None and quantity.unit.dimension is not Dimension.COUNT:
        return False
    value = Fraction(quantity.value)
    quantum = Fraction(quantity.unit.size) / 10 ** decimals_of(quantity.amount)
    values = {value_of(figure)} | ({mended[id(figure)]} if id(figure) in mended else set())
    return any(abs(value - each) * 2 <= quantum + quantum_of(figure) and abs(value - each) < max(quantum, 1) for each in values)


def _matches(said: Sequence[Said], reading: TableReading, mended: dict[int, Fraction]) -> list[_Match]:
    totals = [row for row in reading.rows if row.kind is RowKind.TOTAL and not row.token and not row.hidden]
    if len(totals) != 1:
        return []
    found = []
    for each in said:
        unit = _quantity(each.fact).unit
        figures = [
            figure
            for column in reading.figure_columns
            if (figure := reading.figure_at(totals[0].at, column.column)) is not None
            and figure.unit is not None
            and figure.unit.fits(unit)
        ]
        agreeing = [figure for figure in figures if _agree(each.fact, figure, mended)]
        if agreeing:
            found.append(_Match(said=each, figure=agreeing[0], agrees=True, words=0))
        elif len(figures) == 1:
            column = reading.column(figures[0].column)
            shared = _content(" ".join(column.path)) & _content(each.before())
            found.append(_Match(said=each, figure=figures[0], agrees=False, words=len(shared)))
    return found


_IDLE: Final = frozenset({"số", "tổng", "các", "và", "của", "cho", "trong", "đồng", "triệu", "tỷ", "nghìn", "công", "ngày"})


def _content(text: str) -> set[str]:
    """Return the words of a text that tell what it is about."""
    return {word for word in _WORD.findall(text.lower()) if len(word) >= _LEAST_LETTERS and word not in _IDLE}


def _is_slip(fact: Fact, figure: TableFigure) -> bool:
    """Return whether a figure of the text and one of a table differ by one digit, or two that changed places."""
    quantity = _quantity(fact)
    places = decimals_of(quantity.amount)
    there = rounded_fraction(value_of(figure) / Fraction(quantity.unit.size), places, Rounding.HALF_UP)
    one, other = f"{quantity.amount:f}", f"{there:f}"
    return len(one.replace(".", "")) >= 3 and edits_between(one, other) == 1


def _against_rows(
    said: Sequence[Said],
    readings: Sequence[TableReading],
    every: Sequence[TableFigure],
    mended: dict[int, Fraction],
) -> Iterator[PaperFinding]:
    """Yield figures of the text after the very name of a row that are one slip away from what the row has."""
    for each in said:
        before = letters_of(each.before())
        if any(word in before for word in table_heads.BEFORE) or any(_agree(each.fact, figure, mended) for figure in every):
            continue
        unit = _quantity(each.fact).unit
        for reading in readings:
            for row in reading.rows:
                name = letters_of(row.label)
                if len(name) < 8 or " " not in name or name not in before or row.hidden:
                    continue
                figures = [
                    figure
                    for column in reading.figure_columns
                    if (figure := reading.figure_at(row.at, column.column)) is not None
                    and figure.unit is not None
                    and figure.unit.fits(unit)
                ]
                near = [figure for figure in figures if _is_swap(each.fact, figure)]
                if len(near) == 1:
                    yield _against(each, near[0])


def _is_swap(fact: Fact, figure: TableFigure) -> bool:
    quantity = _quantity(fact)
    there = rounded_fraction(
        value_of(figure) / Fraction(quantity.unit.size), decimals_of(quantity.amount), Rounding.HALF_UP
    )
    one, other = f"{quantity.amount:f}".replace(".", ""), f"{there:f}".replace(".", "")
    return len(one) >= 3 and one != other and sorted(one) == sorted(other) and edits_between(one, other) == 1


def _against(said: Said, figure: TableFigure) -> PaperFinding:
    surface = said.fact.surface
    there, there_en = figure.address.without_file(), figure.address.without_file()
    quantity = _quantity(said.fact)
    right = rounded_fraction(
        value_of(figure) / Fraction(quantity.unit.size), decimals_of(quantity.amount), Rounding.HALF_UP
    )
    return PaperFinding(
        code=PaperCode.CONTRADICTION,
        addresses=(said.address, figure.address),
        vietnamese=f"phần lời ghi {surface}, {there.vietnamese} ghi {in_vietnamese(figure)}: cùng một số liệu mà ghi khác nhau.",
        english=f"the text says {surface}, {there_en.english} has {in_english(figure)}: the same figure in two places.",
        correction=digits(right),
    )

