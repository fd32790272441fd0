"""The report of many movements: added up, grouped, ranked."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Final

from danvankheo.calc.indicators import known_rate
from danvankheo.calc.ranking import rank
from danvankheo.calc.totals import summarise
from danvankheo.domain.contribution import ContributionKind
from danvankheo.domain.indicator import Better
from danvankheo.domain.labels import Labelled
from danvankheo.domain.movement import Movement
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.summary import IndicatorTotal, Summary
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.names import format_place
from danvankheo.formatting.numbers import format_number
from danvankheo.formatting.phrases import (
    UNKNOWN,
    cell,
    counted_models,
    percentage,
    place_name,
    recipients,
    sentence,
    title,
)
from danvankheo.reporting.data import by_period
from danvankheo.reporting.report import Report, Section, TextTable


def report_of_many(
    movements: Sequence[Movement],
    groups: Sequence[tuple[str, Summary]] | None = None,
    *,
    together: bool = False,
) -> Report:
    """Return the Vietnamese report of several movements added up.

    Args:
        movements: the movements; their places must not contain each other.
        groups: the rows of the table, such as those of `roll_up`; one row a movement if None.
        together: whether figures of several periods are added up; else each period has its own sum.

    >>> from danvankheo import load
    >>> files = ("an-khe", "chu-pah", "cho-don")
    >>> report = report_of_many([load(f"docs/examples/{name}-2022.json") for name in files])
    >>> report.title
    'Phong trào thi đua “Dân vận khéo”: tổng hợp 3 báo cáo, năm 2022'
    """
    sums = _sums(movements, together=together)
    names = row_names(movements, periods=len(sums) > 1)
    rows = groups or [(name, summarise(movement)) for name, movement in zip(names, movements, strict=True)]
    of_rows = [summary for _, summary in rows]
    last = [(name, summary) for name, summary in sums if len(sums) == 1 or summary not in of_rows]
    head = "Nơi" if groups is None else "Nhóm"
    titles = sorted({title(movement) for movement in movements})
    periods = sorted({movement.period for movement in movements})
    sections = (
        Section(title="Mô hình và đóng góp", table=_by_group(rows, last, head)),
        _awards_by_group(rows, last, head),
        _stated_counts(sums),
        _rates(summarise(movements)),
        *_rankings(movements),
    )
    when = ", ".join(format_period(period) for period in periods)
    return Report(
        title=f"{'; '.join(titles)}: tổng hợp {format_number(len(movements))} báo cáo, {when}",
        sections=tuple(section for section in sections if section.items or section.table),
    )


def _sums(movements: Sequence[Movement], *, together: bool) -> list[tuple[str, Summary]]:
    """Return the last rows of tables: the sum of all or, of several periods, a sum of each."""
    periods = by_period(movements)
    if together or len(periods) <= 1:
        return [("Cộng", summarise(movements))]
    return [(f"Cộng {format_period(period)}", summarise(these)) for period, these in periods.items()]


def row_names(movements: Sequence[Movement], *, periods: bool = False) -> list[str]:
    """Return what to call each movement in a table: as short as tells it from the others.

    Args:
        movements: the movements.
        periods: whether each is called with its period.
    """
    forms: list[Callable[[Movement], str]] = [
        lambda movement: place_name(movement.place) if movement.place else title(movement),
        lambda movement: sentence(format_place(movement.place)) if movement.place else title(movement),
        lambda movement: f"{forms[1](movement)}, {format_period(movement.period)}",
        lambda movement: f"{forms[2](movement)} ({movement.source or title(movement)})",
    ]
    names = [forms[0](movement) for movement in movements]
    for form in forms[1:]:
        repeated = Counter(names)
        names = [form(m) if repeated[name] > 1 else name for name, m in zip(names, movements, strict=True)]
    if periods:
        dated = ((name, format_period(m.period)) for name, m in zip(names, movements, strict=True))
        names = [name if f", {period}" in name else f"{name}, {period}" for name, period in dated]
    return names


def _stated_counts(sums: Sequence[tuple[str, Summary]]) -> Section:
    items = tuple(
        (f"{name}: " if len(sums) > 1 else "")
        + f"{counted_models(stated)} ({stated.reports}/{summary.movements} báo cáo)"
        for name, summary in sums
        for stated in summary.model_counts
    )
    return Section(title="Số mô hình các báo cáo nêu", items=items)


def _by_group(
    groups: Sequence[tuple[str, Summary]], sums: Sequence[tuple[str, Summary]], first: str
) -> TextTable:
    """Return one row a group, the sums, and how many of the groups told each figure."""
    known = [sum(tells(summary) for _, summary in groups) for tells in _TELLS]
    sources = tuple(f"{format_number(count)}/{format_number(len(groups))}" for count in known)
    head = (first, "Mô hình kể tên", "Tiền", "Ngày công", "Đất", "Hiện vật")
    rows = tuple((name, *_group_cells(summary)) for name, summary in groups)
    last = tuple((name, *_group_cells(summary)) for name, summary in sums)
    known_of = ("Số dòng có số liệu", *sources)
    return TextTable(head=head, rows=(*rows, *last, known_of), numeric=frozenset({1, 2, 3, 4}))


def _tells(kind: ContributionKind) -> Callable[[Summary], bool]:
    return lambda summary: any(line.kind is kind and line.quantity for line in summary.contributions)


# Whether a group tells a figure of each column; a contribution of unknown quantity is none.
_TELLS: Final[tuple[Callable[[Summary], bool], ...]] = (
    lambda summary: bool(summary.models),
    *(_tells(kind) for kind in ContributionKind),
)


def _group_cells(summary: Summary) -> tuple[str, ...]:
    models = sum(tally.count for tally in summary.models)
    sums = (_sum_of(summary, kind) for kind in ContributionKind)
    return (format_number(models) if models else UNKNOWN, *sums)


def _awards_by_group(
    groups: Sequence[tuple[str, Summary]], sums: Sequence[tuple[str, Summary]], first: str
) -> Section:
    rows = tuple(
        (name, award.form.label, recipients(award))
        for name, summary in (*groups, *sums)
        for award in summary.awards
    )
    table = TextTable(head=(first, "Hình thức, danh hiệu", "Đối tượng"), rows=rows) if rows else None
    return Section(title="Khen thưởng", table=table)


def _sum_of(summary: Summary, kind: ContributionKind) -> str:
    lines = [line for line in summary.contributions if line.kind is kind]
    return "; ".join(cell(line) for line in lines) or UNKNOWN


def _rates(summary: Summary) -> Section:
    rows = tuple(
        (
            sentence(rate.label),
            format_period(rate.period) if rate.period else UNKNOWN,
            _fraction(rate),
            percentage(rate.rate) if rate.rate is not None else UNKNOWN,
            f"{format_number(rate.known)}/{format_number(rate.known + rate.unknown)}",
        )
        for rate in summary.indicators
    )
    head = ("Chỉ tiêu", "Kỳ", "Cộng tử số/mẫu số", "Tỷ lệ chung", "Nơi đủ số liệu")
    table = TextTable(head=head, rows=rows, numeric=frozenset({2, 3, 4})) if rows else None
    return Section(title="Chỉ tiêu cộng chung", table=table)


def _fraction(rate: IndicatorTotal) -> str:
    if not rate.known:
        return UNKNOWN
    unit = f" {rate.unit.label}" if rate.unit else ""
    return f"{format_number(rate.part)}/{format_number(rate.whole)}{unit}"


def _rankings(movements: Sequence[Movement]) -> Iterable[Section]:
    """Yield a ranking of each indicator that several places tell and that has a direction."""
    told: dict[tuple[str, Better | None, Period], list[tuple[str, Fraction | None]]] = {}
    for row, movement in zip(row_names(movements), movements, strict=True):
        for indicator in movement.indicators:
            name = place_name(indicator.place) if indicator.place else row
            key = (indicator.label, indicator.direction, indicator.period or movement.period)
            told.setdefault(key, []).append((name, known_rate(indicator)))
    for (label, direction, period), places in told.items():
        if direction is None or sum(rate is not None for _, rate in places) < 2:
            continue
        rows = tuple(
            (
                str(line.position) if line.position else UNKNOWN,
                line.item[0],
                percentage(line.value) if line.value is not None else UNKNOWN,
            )
            for line in rank(places, key=_second, better=direction)
        )
        table = TextTable(head=("Hạng", "Nơi", "Tỷ lệ"), rows=rows, numeric=frozenset({0, 2}))
        yield Section(title=f"Xếp hạng: {label}, {format_period(period)}", table=table)


def _second(pair: tuple[str, Fraction | None]) -> Fraction | None:
    return pair[1]


def group_name(key: object) -> str:
    """Return how a group of `roll_up` is called in a report.

    >>> from danvankheo import ModelField
    >>> group_name(ModelField.ECONOMY), group_name(Period.year(2022)), group_name(None)
    ('Kinh tế', 'Năm 2022', 'Không nêu')
    """
    match key:
        case Place():
            return sentence(format_place(key))
        case Period():
            return sentence(format_period(key))
        case Organization():
            return key.name
        case Labelled():
            return sentence(key.label)
        case str():
            return sentence(key)
        case _:
            return "Không nêu"


def group_names(groups: Iterable[tuple[object, Summary]]) -> list[tuple[str, Summary]]:
    """Return the groups of `roll_up` by their names, places that are called alike with their codes."""
    found = [(group_name(key), key, summary) for key, summary in groups]
    repeated = Counter(name for name, _, _ in found)
    return [
        (f"{name} (mã {key.code or '…'})" if repeated[name] > 1 and isinstance(key, Place) else name, summary)
        for name, key, summary in found
    ]
