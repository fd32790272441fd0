"""The sentences of a paper's findings, in Vietnamese and English."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from danvankheo.auditing.figures.reported import Nature, Reported
from danvankheo.auditing.findings.wording import ENGLISH, VIETNAMESE, Listing, Measured, Value
from danvankheo.bilingual import Words
from danvankheo.calc.arithmetic import Rounding, rounded_fraction
from danvankheo.domain.numbers import decimals_of, shortest
from danvankheo.domain.units import PERCENT, Unit
from danvankheo.formatting.numbers import digits
from danvankheo.office.checking.causes import Cause, is_column_number
from danvankheo.office.checking.deciding import Judged
from danvankheo.office.checking.figures import Weighed, in_unit
from danvankheo.office.checking.findings import PaperCode, PaperFinding
from danvankheo.office.checking.patterns import Instance, Pattern, PatternKind
from danvankheo.office.checking.slips import key_of
from danvankheo.office.tables.columns import ColumnKind
from danvankheo.office.tables.figures import TableFigure

_MOST_NAMED: Final = 6


def finding_of(cause: Cause) -> PaperFinding:
    """Return the finding of a cause."""
    main = cause.main
    figure, instance = cause.figure, main.instance
    code = _code(cause)
    words = _sentence(cause, code)
    follows = tuple(
        dict.fromkeys(
            each.address
            for each in (*cause.followers, *(judged.instance.target for judged in cause.judged))
            if key_of(each) != key_of(figure)
        )
    )
    others = tuple(each.address for each in instance.figures if key_of(each) != key_of(figure))
    correction = "" if cause.slip is None else _corrected(figure, cause.slip.to)
    return PaperFinding(
        code=code,
        addresses=(figure.address, *others),
        vietnamese=words.vietnamese,
        english=words.english,
        correction=correction,
        follows=follows,
    )


def explained_finding(judged: Judged) -> PaperFinding:
    """Return that a gap is stated in a note: nothing is wrong."""
    instance = judged.instance
    total, sum_ = _figure(instance.target), _sum(instance)
    return PaperFinding(
        code=PaperCode.EXPLAINED,
        addresses=tuple(each.address for each in instance.figures),
        vietnamese=(
            f"ghi {_vi(total)}, {_terms(judged.pattern, instance).vietnamese} cộng lại được "
            f"{_vi(sum_)}; bảng có ghi chú về phần chênh lệch."
        ),
        english=(
            f"{_en(total)}, {_terms(judged.pattern, instance).english} add up to {_en(sum_)}; a "
            f"note of the table tells of the gap."
        ),
    )


def truncated_finding(instance: Instance) -> PaperFinding:
    """Return that a percentage was cut off and not rounded."""
    ratio = _ratio(instance)
    exact = Measured(_exact(instance), PERCENT)
    right = rounded_fraction(_exact(instance), decimals_of(instance.target.amount), Rounding.HALF_UP)
    printed, rounded = _percent(instance.target.amount), _percent(right)
    return PaperFinding(
        code=PaperCode.RATIO_TRUNCATED,
        addresses=tuple(each.address for each in instance.figures),
        vietnamese=(
            f"{_vi(ratio)} = {_vi(exact)}, làm tròn là {_vi(rounded)}; bảng ghi {_vi(printed)} "
            f"(cắt bỏ phần lẻ, không làm tròn)."
        ),
        english=(
            f"{_en(ratio)} = {_en(exact)}, which rounds to {_en(rounded)}; the table prints "
            f"{_en(printed)} (cut off, not rounded)."
        ),
        correction=_corrected(instance.target, right),
    )


def _code(cause: Cause) -> PaperCode:
    main = cause.main
    kind = main.pattern.kind
    if kind is PatternKind.SUBSET:
        return PaperCode.SUBSET
    if kind is PatternKind.SUM:
        by_unit = cause.slip is not None and cause.slip.factor is not None
        return PaperCode.UNIT_SLIP if by_unit else PaperCode.SUM
    if kind in (PatternKind.GROWTH, PatternKind.INDEX):
        return PaperCode.CHANGE
    if kind is PatternKind.PRODUCT:
        return PaperCode.SUM
    column = main.pattern.table.column(main.instance.target.column)
    return PaperCode.ATTAINMENT if column.kind is ColumnKind.ATTAINMENT else PaperCode.RATIO


def _sentence(cause: Cause, code: PaperCode) -> Words:
    main = cause.main
    instance = main.instance
    match main.pattern.kind:
        case PatternKind.SUBSET:
            part, whole = _figure(instance.target), _figure(instance.terms[0].figure)
            return Words(
                f"{_vi(part)} là một phần của {_vi(whole)} mà lại nhiều hơn.",
                f"{_en(part)} is more than {_en(whole)}, of which it is a part.",
            )
        case PatternKind.SUM:
            return _sum_sentence(cause, code)
        case PatternKind.PRODUCT:
            one, other = (_figure(term.figure) for term in instance.terms)
            made, printed = _sum(instance), _figure(instance.target)
            return Words(
                f"{_vi(one)} × {_vi(other)} là {_vi(made)}, bảng ghi {_vi(printed)}.",
                f"{_en(one)} × {_en(other)} is {_en(made)}, the table prints {_en(printed)}.",
            )
        case _:
            return _percent_sentence(cause)


def _sum_sentence(cause: Cause, code: PaperCode) -> Words:
    main = cause.main
    instance, slip = main.instance, cause.slip
    total, sum_, terms = _figure(instance.target), _sum(instance), _terms(main.pattern, instance)
    unit = in_unit(instance.target)
    size = Fraction(unit.size) if unit is not None else Fraction(1)
    gap = _like(instance.target, abs(instance.gap) / size)
    at_target = key_of(cause.figure) == key_of(instance.target)
    where = "" if at_target else f" ở {_place(instance.target)}"
    where_en = "" if at_target else f" at {_place_en(instance.target)}"
    vi = f"tổng{where} ghi {_vi(total)}, {terms.vietnamese} cộng lại được {_vi(sum_)} (lệch {_vi(gap)})"
    en = f"the total{where_en} is {_en(total)}, {terms.english} add up to {_en(sum_)} ({_en(gap)} apart)"
    if slip is None:
        return Words(f"{vi}.", f"{en}.")
    to = _reported(cause.figure, slip.to)
    if code is PaperCode.UNIT_SLIP and slip.factor is not None:
        printed = _figure(cause.figure)
        times, times_en = _factor(slip.factor)
        return Words(
            f"{vi}; nếu {_vi(printed)} là {_vi(to)} ({times}) thì khớp: nhiều khả năng ghi nhầm đơn vị.",
            f"{en}; with {_en(to)} for {_en(printed)} ({times_en}) it holds: probably another unit was "
            f"meant.",
        )
    if is_column_number(cause):
        number = main.pattern.table.column(instance.target.column).label
        return Words(
            f"{vi}, đúng bằng số thứ tự của cột ({number}): có lẽ đã cộng cả dòng đánh số cột; phải là "
            f"{_vi(to)}.",
            f"{en}, the number of the column ({number}): probably the row of numbers was added in; "
            f"{_en(to)} is right.",
        )
    return Words(f"{vi}; có thể phải là {_vi(to)}.", f"{en}; probably {_en(to)} is meant.")


def _percent_sentence(cause: Cause) -> Words:
    main = cause.main
    instance = main.instance
    exact = _exact(instance)
    places = decimals_of(instance.target.amount)
    right = _percent(rounded_fraction(exact, places, Rounding.HALF_UP))
    printed = _percent(instance.target.amount)
    if main.pattern.kind is PatternKind.RATIO:
        what = _ratio(instance)
        vi, en = (
            f"{_vi(what)} = {_vi(Measured(exact, PERCENT))}",
            f"{_en(what)} = {_en(Measured(exact, PERCENT))}",
        )
    else:
        now, before = _figure(instance.terms[0].figure), _figure(instance.wholes[0].figure)
        if main.pattern.kind is PatternKind.INDEX:
            vi, en = (
                f"{_vi(now)} so với {_vi(before)} bằng {_vi(right)}",
                f"{_en(now)} against {_en(before)} is {_en(right)}",
            )
        else:
            way = "tăng" if exact >= 0 else "giảm"
            way_en = "up" if exact >= 0 else "down"
            size = _percent(rounded_fraction(abs(exact), places, Rounding.HALF_UP))
            vi, en = (
                f"{_vi(now)} so với {_vi(before)} là {way} {_vi(size)}",
                f"{_en(now)} against {_en(before)} is {way_en} {_en(size)}",
            )
    if key_of(cause.figure) != key_of(instance.target) and cause.slip is not None:
        to = _reported(cause.figure, cause.slip.to)
        return Words(
            f"{vi}, bảng ghi {_vi(printed)}; nếu số ở đây là {_vi(to)} thì khớp.",
            f"{en}, the table prints {_en(printed)}; with {_en(to)} here it holds.",
        )
    if cause.slip is not None and cause.slip.factor is not None:
        return Words(
            f"{vi}, bảng ghi {_vi(printed)} (thiếu nhân 100); có thể phải là {_vi(right)}.",
            f"{en}, the table prints {_en(printed)} (a fraction given a % sign); probably {_en(right)} is "
            f"meant.",
        )
    return Words(
        f"{vi}, bảng ghi {_vi(printed)}; có thể phải là {_vi(right)}.",
        f"{en}, the table prints {_en(printed)}; probably {_en(right)} is meant.",
    )


def _exact(instance: Instance) -> Fraction:
    return Fraction(instance.target.amount) - instance.gap


def _ratio(instance: Instance) -> Value:
    def side(terms: Sequence[Weighed]) -> Value:
        if len(terms) == 1:
            return _reported(terms[0].figure, terms[0].figure.amount, unit=None)
        inner = Listing(tuple(_reported(each.figure, each.figure.amount, unit=None) for each in terms), " + ")
        return Listing(("(", inner, ")"), "")

    return Listing((side(instance.terms), side(instance.wholes)), "/")


def _terms(pattern: Pattern, instance: Instance) -> Words:
    """Return how the terms of a sum are called: "các dòng 3–6", "“Quý I” + “Quý II”"."""
    if pattern.down:
        rows = sorted({term.figure.address.row for term in instance.terms})
        name = _rows(rows)
        if any(term.weight < 0 for term in instance.terms):
            signed = " ".join(
                f"{'−' if term.weight < 0 else '+'} dòng {term.figure.address.row}" for term in instance.terms
            ).removeprefix("+ ")
            return Words(signed, signed.replace("dòng", "row"))
        if len(rows) == 1:
            return Words(f"dòng {name}", f"row {name}")
        return Words(f"các dòng {name}", f"rows {name}")
    terms = sorted(instance.terms, key=lambda term: (term.weight < 0, term.figure.column))
    heads = [(term.figure.address.head or str(term.figure.address.column), term.weight) for term in terms]
    if len(heads) > _MOST_NAMED:
        return Words(f"{len(heads)} cột thành phần", f"its {len(heads)} columns")
    said = " ".join(f"{'−' if weight < 0 else '+'} “{' '.join(head.split())}”" for head, weight in heads)
    said = said.removeprefix("+ ")
    return Words(said, said)


def _rows(rows: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    if len(runs) > _MOST_NAMED:
        return f"{rows[0]}–{rows[-1]} ({len(rows)} dòng)"
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _place(figure: TableFigure) -> str:
    return figure.address.without_file().vietnamese


def _place_en(figure: TableFigure) -> str:
    return figure.address.without_file().english


def _factor(factor: Fraction) -> tuple[str, str]:
    times = factor if factor > 1 else 1 / factor
    said = digits(Decimal(int(times)))
    return (f"gấp {said} lần", f"{said} times") if factor > 1 else (f"chia {said}", f"divided by {said}")


def _sum(instance: Instance) -> Value:
    """Return what the terms add up to, with the decimals of the total where they are enough."""
    figure = instance.target
    unit = in_unit(figure)
    size = Fraction(unit.size) if unit is not None else Fraction(1)
    return _like(figure, Fraction(figure.amount) - instance.gap / size)


def _like(figure: TableFigure, amount: Fraction) -> Value:
    """Return a number as it would be printed beside a figure."""
    places = decimals_of(figure.amount)
    rounded = rounded_fraction(amount, places, Rounding.HALF_UP)
    unit = figure.unit
    if Fraction(rounded) == amount:
        return Reported(rounded, Nature.SIGNED, unit)
    return Measured(amount * Fraction(unit.size) if unit is not None else amount, unit)


def _figure(figure: TableFigure) -> Value:
    """Return a figure as it stands; a dash as the dash."""
    if not figure.amount and not any(letter.isdigit() for letter in figure.text):
        return f"“{figure.text}”"
    return _reported(figure, figure.amount)


def _reported(figure: TableFigure, amount: Decimal, *, unit: Unit | str | None = "own") -> Value:
    own = figure.unit if unit == "own" else None
    return Reported(amount, Nature.SIGNED, own)


def _percent(amount: Decimal) -> Value:
    return Reported(amount, Nature.SIGNED, PERCENT)


def _corrected(figure: TableFigure, to: Decimal) -> str:
    """Return a figure as it would be written in its place: with a % sign if it had one."""
    sign = "%" if "%" in figure.text else ""
    return (
        digits(
            to if decimals_of(to) <= max(decimals_of(figure.amount), 0) or not figure.amount else shortest(to)
        )
        + sign
    )


def _vi(value: Value) -> str:
    return VIETNAMESE.write(value)


def _en(value: Value) -> str:
    return ENGLISH.write(value)


def in_vietnamese(figure: TableFigure) -> str:
    """Return a figure of a table with its unit, in Vietnamese."""
    return _vi(_figure(figure))


def in_english(figure: TableFigure) -> str:
    """Return a figure of a table with its unit, in English."""
    return _en(_figure(figure))
