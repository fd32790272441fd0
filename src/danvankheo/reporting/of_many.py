"""The report of many movements: added up, grouped, ranked."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Final, TypeVar

from danvankheo.bilingual import Words
from danvankheo.calc.indicators import known_rate
from danvankheo.calc.ranking import rank
from danvankheo.calc.totals import summarise
from danvankheo.checking import check_type, checked_iterable
from danvankheo.domain.contribution import ContributionKind
from danvankheo.domain.indicator import Better
from danvankheo.domain.labels import Labelled
from danvankheo.domain.model import ModelField
from danvankheo.domain.movement import Movement
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.summary import IndicatorTotal, Summary
from danvankheo.errors import invalid
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.names import format_place
from danvankheo.formatting.numbers import format_number
from danvankheo.formatting.phrases import (
    UNKNOWN,
    calm,
    counted_models,
    noted,
    place_name,
    places_named,
    recipients,
    sentence,
    title,
)
from danvankheo.locale_vi.collation import SortKey, sort_key
from danvankheo.reasons import Reason
from danvankheo.reporting.blocks import Block, Document, section
from danvankheo.reporting.columns import counts_of, side_by_side, sums_of
from danvankheo.reporting.data import by_period
from danvankheo.reporting.figure_table import (
    FigureTable,
    TableColumn,
    ValueKind,
    number_column,
    percent_column,
    text_column,
)

Key = TypeVar("Key")


def report_of_many(
    movements: Sequence[Movement],
    groups: Sequence[tuple[str, Summary]] | None = None,
    *,
    together: bool = False,
    first: str = "Nơi",
) -> Document:
    """Return the Vietnamese report of several movements added up.

    Args:
        movements: the movements; their places must not contain each other.
        groups: the rows of the table, such as those of `roll_up`; one row a movement if None.
        together: whether figures of several periods are added up; else each period has its own sum.
        first: what the rows are, as the head of their column.

    >>> from danvankheo import load
    >>> files = ("an-khe", "chu-pah", "cho-don")
    >>> report = report_of_many([load(f"docs/examples/{name}-2022.json") for name in files])
    >>> report.title
    'Phong trào thi đua “Dân vận khéo”: tổng hợp 3 báo cáo, năm 2022'
    """
    movements = _checked(movements)
    sums = _sums(movements, together=together)
    names = row_names(movements, periods=len(sums) > 1)
    each = sorted(zip(names, movements, strict=True), key=_place_in_a_list)
    rows = groups or [(name, summarise(movement)) for name, movement in each]
    of_rows = [summary for _, summary in rows]
    last = [(name, summary) for name, summary in sums if len(sums) == 1 or summary not in of_rows]
    if len(sums) == 1:
        added = [[*range(len(rows))]]
    else:
        dated = {
            name: [] if groups else _rows_of(period, each)
            for (name, _), period in zip(sums, by_period(movements), strict=True)
        }
        added = [dated[name] for name, _ in last]
    titles = sorted({title(movement) for movement in movements}, key=sort_key)
    periods = sorted({movement.period for movement in movements})
    sections = (
        section(_TOGETHER, text=_known(rows), table=_by_group(rows, last, added, first)),
        _awards_by_group(rows, last, first),
        _stated_counts(sums),
        _rates(summarise(movements)),
        *_rankings(movements),
    )
    when = ", ".join(format_period(period) for period in periods)
    return Document(
        title=f"{'; '.join(titles)}: tổng hợp {format_number(len(movements))} báo cáo, {when}",
        blocks=[block for blocks in sections for block in blocks],
    )


def _checked(movements: Sequence[Movement]) -> list[Movement]:
    wanted = Words("ít nhất một phong trào", "at least one movement")
    found = list(checked_iterable(movements, "report_of_many", wanted))
    for movement in found:
        check_type(movement, Movement, "report_of_many")
    if not found:
        raise invalid("report_of_many", Reason.TYPE, found, type=wanted)
    return found


def _rows_of(period: Period, rows: Sequence[tuple[str, Movement]]) -> list[int]:
    """Return which rows are movements of a period, which its total adds up."""
    return [at for at, (_, movement) in enumerate(rows) if movement.period == period]


def _sums(movements: Sequence[Movement], *, together: bool) -> list[tuple[str, Summary]]:
    """Return the last rows of tables: the sum of all or, of several periods, a sum of each."""
    periods = by_period(movements)
    if together or len(periods) <= 1:
        return [("Tổng cộng", summarise(movements))]
    return [(f"Tổng cộng {format_period(period)}", summarise(these)) for period, these in periods.items()]


def _place_in_a_list(named: tuple[str, Movement]) -> tuple[SortKey, Period]:
    name, movement = named
    return sort_key(movement.place.name if movement.place else name), movement.period


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
        lambda movement: noted(
            forms[2](movement), movement.source or (title(movement) if movement.place else "")
        ),
    ]
    names = [forms[0](movement) for movement in movements]
    for form in forms[1:]:
        repeated = Counter(names)
        names = [form(m) if repeated[name] > 1 else name for name, m in zip(names, movements, strict=True)]
    repeated = Counter(names)
    names = [f"{name}, báo cáo {at}" if repeated[name] > 1 else name for at, name in enumerate(names, 1)]
    if periods:
        dated = ((name, format_period(m.period)) for name, m in zip(names, movements, strict=True))
        names = [name if f", {period}" in name else f"{name}, {period}" for name, period in dated]
    return names


def _stated_counts(sums: Sequence[tuple[str, Summary]]) -> tuple[Block, ...]:
    items = tuple(
        (f"{name}: " if len(sums) > 1 else "")
        + f"{counted_models(stated)} ({stated.reports}/{summary.movements} báo cáo)"
        for name, summary in sums
        for stated in summary.model_counts
    )
    return section("Số mô hình nêu trong báo cáo", items=items)


def _by_group(
    groups: Sequence[tuple[str, Summary]],
    sums: Sequence[tuple[str, Summary]],
    added: Sequence[Sequence[int]],
    first: str,
) -> FigureTable:
    """Return one row a group, and the sums; where no group has any figure, its name all the same."""
    names, summaries = zip(*groups, *sums, strict=True)
    models = [sum(tally.count for tally in summary.models) for summary in summaries]
    columns = [
        *counts_of([{_MODELS: count} if count else {} for count in models]),
        *sums_of(summaries),
    ]
    if all(column.is_empty for column in columns):
        nothing = (None,) * len(names)
        columns = [number_column(head, nothing) for head in (_MODELS, _MONEY)]
        return FigureTable(columns=[text_column(first, names), *columns], sums=added)
    return side_by_side(first, names, columns, sums=added)


_TOGETHER: Final = "Mô hình và đóng góp"
_MODELS: Final = "Số mô hình nêu tên"
_MONEY: Final = sentence(ContributionKind.MONEY.label)


def _known(groups: Sequence[tuple[str, Summary]]) -> str:
    """Return how many of the groups have each figure, where some have it and some have not."""
    counts = [
        (name, sum(has(summary) for _, summary in groups))
        for name, has in (("mô hình nêu tên", _has_models), *_KINDS)
    ]
    partly = [
        f"{name} {format_number(count)}/{format_number(len(groups))}"
        for name, count in counts
        if 0 < count < len(groups)
    ]
    return f"Số dòng có số liệu: {', '.join(partly)}; dòng chưa có số liệu ghi “{UNKNOWN}”." if partly else ""


def _has(kind: ContributionKind) -> Callable[[Summary], bool]:
    return lambda summary: any(line.kind is kind and line.quantity for line in summary.contributions)


def _has_models(summary: Summary) -> bool:
    return bool(summary.models)


# A contribution of unknown quantity is no figure.
_KINDS: Final = tuple((kind.label, _has(kind)) for kind in ContributionKind)


def _awards_by_group(
    groups: Sequence[tuple[str, Summary]], sums: Sequence[tuple[str, Summary]], first: str
) -> tuple[Block, ...]:
    rows = tuple(
        (name, sentence(award.form.label), recipients(award))
        for name, summary in (*groups, *sums)
        for award in summary.awards
    )
    last = sum(len(summary.awards) for _, summary in sums)
    head = (first, "Hình thức, danh hiệu", "Đối tượng")
    table = FigureTable.of_texts(head, rows, totals=last) if rows else None
    return section("Khen thưởng", table=table)


def _rates(summary: Summary) -> tuple[Block, ...]:
    lines = summary.indicators
    columns = (
        text_column("Chỉ tiêu", (sentence(line.label) for line in lines)),
        text_column("Kỳ", (format_period(line.period) if line.period else UNKNOWN for line in lines)),
        number_column(_PART, (line.part if line.known else None for line in lines)),
        number_column(_WHOLE, (line.whole if line.known else None for line in lines)),
        text_column("Đơn vị tính", (line.unit.label if line.known and line.unit else "" for line in lines)),
        percent_column("Tỷ lệ chung", (line.rate for line in lines), share=(_PART, _WHOLE)),
        TableColumn(head="Nơi đủ số liệu", cells=map(_coverage, lines), kind=ValueKind.NUMBER),
    )
    table = FigureTable(columns=columns).filled() if lines else None
    return section("Chỉ tiêu chung của các nơi báo cáo", table=table)


_PART: Final = "Số đạt"
_WHOLE: Final = "Tổng số"


def _coverage(line: IndicatorTotal) -> str:
    return f"{format_number(line.known)}/{format_number(line.known + line.unknown)}"


def _rankings(movements: Sequence[Movement]) -> Iterable[tuple[Block, ...]]:
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
        lines = rank(places, key=_second, better=direction)
        columns = (
            number_column("Hạng", (line.position for line in lines)),
            text_column("Nơi", (line.item[0] for line in lines)),
            percent_column("Tỷ lệ", (line.value for line in lines)),
        )
        yield section(f"Xếp hạng: {label}, {format_period(period)}", table=FigureTable(columns=columns))


def _second(pair: tuple[str, Fraction | None]) -> Fraction | None:
    return pair[1]


def group_name(key: object) -> str:
    """Return how a group of `roll_up` is called in a report.

    >>> from danvankheo import ModelField
    >>> group_name(ModelField.ECONOMY), group_name(Period.year(2022)), group_name(2022), group_name(None)
    ('Kinh tế', 'Năm 2022', '2022', 'Không ghi')
    """
    match key:
        case Place():
            return sentence(format_place(key))
        case Period():
            return sentence(format_period(key))
        case Organization():
            return calm(key.name)
        case Labelled():
            return sentence(key.label)
        case None | "":
            return "Không ghi"
        case _:
            return sentence(str(key))


def in_order(groups: Iterable[tuple[Key, Summary]]) -> list[tuple[Key, Summary]]:
    """Return the groups of `roll_up` as a reader looks for them: what is not stated last.

    Periods go by time, the four fields as they are always listed, all else by its Vietnamese name.
    """
    return sorted(groups, key=lambda group: _place_of_group(group[0]))


def _place_of_group(key: object) -> tuple[int, tuple[object, ...]]:
    match key:
        case None:
            return 3, ()
        case Period():
            return 0, (key.start, key.end, key.kind.value)
        case ModelField():
            return 1, (list(ModelField).index(key),)
        case Place():
            return 2, (sort_key(key.name), sort_key(format_place(key)))
        case _:
            return 2, (sort_key(group_name(key)), ())


def group_names(groups: Iterable[tuple[object, Summary]], *, full: bool = False) -> list[tuple[str, Summary]]:
    """Return the groups of `roll_up` by their names and in order, places alike in name with their codes.

    Args:
        groups: the groups.
        full: whether places are called with all that they lie in, even where all lie in it.
    """
    found = in_order(groups)
    keys = [key for key, _ in found]
    called = places_named([key if isinstance(key, Place) and not full else None for key in keys])
    names = [place or group_name(key) for place, key in zip(called, keys, strict=True)]
    repeated = Counter(names)
    return [
        (f"{name} (mã {key.code or '…'})" if repeated[name] > 1 and isinstance(key, Place) else name, summary)
        for name, (key, summary) in zip(names, found, strict=True)
    ]
