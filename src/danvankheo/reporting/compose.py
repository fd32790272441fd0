"""Reports from movements: one movement told in full, or many added up."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final

from danvankheo.calc.indicators import known_rate
from danvankheo.calc.ranking import rank
from danvankheo.calc.totals import summarise, total
from danvankheo.domain.contribution import Contribution, ContributionKind
from danvankheo.domain.indicator import Better
from danvankheo.domain.labels import Labelled
from danvankheo.domain.model import Model, ModelCount, ModelField
from danvankheo.domain.movement import Movement
from danvankheo.domain.organizations import Organization
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place
from danvankheo.domain.summary import IndicatorTotal, ModelCountTotal, Summary
from danvankheo.formatting.dates import format_date, format_period
from danvankheo.formatting.names import format_document, format_place
from danvankheo.formatting.numbers import format_number
from danvankheo.reporting.phrases import (
    UNKNOWN,
    award_line,
    cell,
    enumeration,
    figure,
    given,
    indicator_line,
    noted,
    percentage,
    recipients,
    sentence,
    total_line,
)
from danvankheo.reporting.report import Report, Section, Table


def report_of(movement: Movement) -> Report:
    """Return the Vietnamese report of one movement: what it tells, and what follows from it.

    >>> from danvankheo import load
    >>> report = report_of(load("docs/examples/an-khe-2022.json"))
    >>> report.title
    'Phong trào thi đua “Dân vận khéo” năm 2022'
    >>> [section.title for section in report.sections]
    ['Mô hình', 'Đóng góp của Nhân dân', 'Chỉ tiêu', 'Khen thưởng']
    """
    sections = (
        _models(movement),
        _contributions(movement),
        _indicators(movement),
        Section(title="Khen thưởng", items=tuple(f"{award_line(award)}." for award in movement.awards)),
    )
    return Report(
        title=f"{_title(movement)} {format_period(movement.period)}",
        subtitle=sentence(format_place(movement.place)) if movement.place else "",
        text=_circumstances(movement),
        sections=tuple(section for section in sections if section.text or section.items or section.table),
    )


def report_of_many(
    movements: Sequence[Movement], groups: Sequence[tuple[str, Summary]] | None = None
) -> Report:
    """Return the Vietnamese report of several movements added up.

    Args:
        movements: the movements; their places must not contain each other.
        groups: the rows of the table, such as those of `roll_up`; one row a movement if None.

    >>> from danvankheo import load
    >>> files = ("an-khe", "chu-pah", "cho-don")
    >>> report = report_of_many([load(f"docs/examples/{name}-2022.json") for name in files])
    >>> report.title
    'Phong trào thi đua “Dân vận khéo”: tổng hợp 3 báo cáo, năm 2022'
    """
    everything = summarise(movements)
    rows = groups or [
        (name, summarise(movement)) for name, movement in zip(row_names(movements), movements, strict=True)
    ]
    head = "Nơi" if groups is None else "Nhóm"
    titles = sorted({_title(movement) for movement in movements})
    periods = sorted({movement.period for movement in movements})
    sections = (
        Section(title="Mô hình và đóng góp", table=_by_group(rows, everything, head)),
        _awards_by_group(rows, everything, head),
        _stated_counts(everything, len(movements)),
        _rates(everything),
        *_rankings(movements),
    )
    when = ", ".join(format_period(period) for period in periods)
    return Report(
        title=f"{'; '.join(titles)}: tổng hợp {format_number(len(movements))} báo cáo, {when}",
        sections=tuple(section for section in sections if section.items or section.table),
    )


def _title(movement: Movement) -> str:
    return f"Phong trào thi đua “{movement.name}”"


def row_names(movements: Sequence[Movement]) -> list[str]:
    """Return what to call each movement in a table: as short as tells it from the others."""
    forms: list[Callable[[Movement], str]] = [
        lambda movement: _place_name(movement.place) if movement.place else _title(movement),
        lambda movement: sentence(format_place(movement.place)) if movement.place else _title(movement),
        lambda movement: f"{forms[1](movement)}, {format_period(movement.period)}",
        lambda movement: f"{forms[2](movement)} ({movement.source or _title(movement)})",
    ]
    names = [forms[0](movement) for movement in movements]
    for form in forms[1:]:
        repeated = Counter(names)
        names = [form(m) if repeated[name] > 1 else name for name, m in zip(names, movements, strict=True)]
    return names


def _place_name(place: Place) -> str:
    return sentence(format_place(place, within=place.parent))


def _circumstances(movement: Movement) -> str:
    told = []
    if movement.organizer:
        told.append(f"Đơn vị tổ chức: {movement.organizer.name}.")
    if movement.reviewed:
        told.append(f"Hội nghị sơ kết, tổng kết: {format_date(movement.reviewed, style='official')}.")
    if movement.directives:
        documents = "; ".join(format_document(document, issued=True) for document in movement.directives)
        told.append(f"Văn bản thực hiện: {documents}.")
    if movement.note:
        told.append(movement.note)
    if movement.source:
        told.append(f"Nguồn: {movement.source}.")
    return " ".join(told)


def _models(movement: Movement) -> Section:
    models = movement.models
    fields = Counter(_field(model) for model in sorted(models, key=_standard_fields_first))
    told = [f"{format_number(count)} về {field}" for field, count in fields.items() if field]
    text = f"Báo cáo nêu {format_number(len(models))} mô hình" if models else ""
    if len(fields) == 1 and told:
        text += f" về {next(iter(fields))}"
    elif told:
        text += f", {'trong đó' if '' in fields else 'gồm'} {enumeration(told)}"
    text += "." if text else ""
    head = ("Mô hình", "Lĩnh vực", "Nơi thực hiện", "Thực hiện", "Trạng thái", "Kết quả")
    rows = tuple(_model_row(model, movement) for model in models)
    items = tuple(f"{_counted_models(stated)}." for stated in movement.model_counts)
    return Section(title="Mô hình", text=text, items=items, table=_filled(head, rows))


def _model_row(model: Model, movement: Movement) -> tuple[str, ...]:
    who = [organization.name for organization in (model.lead, *model.partners) if organization]
    state = [part.label for part in (model.level, model.status) if part]
    state += [format_period(model.period)] if model.period else []
    results = [
        f"{result.text}: {figure(result.quantity)}" if result.quantity else result.text
        for result in model.results
    ]
    return (
        model.name,
        _field(model),
        format_place(model.place, within=movement.place) if model.place else "",
        "; ".join(who) or (model.subject.label if model.subject else ""),
        ", ".join(state),
        "; ".join([*results, model.note] if model.note else results),
    )


def _standard_fields_first(model: Model) -> int:
    return list(ModelField).index(model.field) if model.field else len(ModelField)


def _field(model: Model) -> str:
    return model.other_field or (model.field.label if model.field else "")


def _counted_models(stated: ModelCount | ModelCountTotal) -> str:
    """Return "69 mô hình tập thể được công nhận"."""
    words = [format_number(stated.count), "mô hình"]
    words += [part.label for part in (stated.subject, stated.level, stated.status) if part]
    field = stated.other_field or (stated.field.label if stated.field else "")
    return " ".join([*words, f"về {field}"] if field else words)


def _stated_counts(summary: Summary, reports: int) -> Section:
    items = tuple(
        f"{_counted_models(stated)} ({stated.reports}/{reports} báo cáo)" for stated in summary.model_counts
    )
    return Section(title="Số mô hình các báo cáo nêu", items=items)


def _contributions(movement: Movement) -> Section:
    lines = total(movement.contributions)
    text = f"Nhân dân đã đóng góp {enumeration(map(total_line, lines))}." if lines else ""
    models = {model.id: model.name for model in movement.models if model.id}
    rows = tuple(_contribution_row(given_, movement, models) for given_ in movement.contributions)
    stated = tuple(f"Nguồn ghi tổng cộng {figure(quantity)}." for quantity in movement.stated_totals)
    head = ("Đóng góp", "Nội dung", "Gồm", "Người đóng góp", "Cho mô hình", "Nơi, thời gian")
    return Section(title="Đóng góp của Nhân dân", text=text, items=stated, table=_filled(head, rows))


def _contribution_row(
    contribution: Contribution, movement: Movement, models: Mapping[str, str]
) -> tuple[str, ...]:
    where = [format_place(contribution.place, within=movement.place)] if contribution.place else []
    when = contribution.when
    if when is not None:
        where.append(format_period(when) if isinstance(when, Period) else format_date(when))
    return (
        given(contribution),
        noted(contribution.purpose, contribution.note),
        ", ".join(figure(item) for item in contribution.items),
        contribution.giver.name if contribution.giver else "",
        models.get(contribution.model, ""),
        ", ".join(where),
    )


def _indicators(movement: Movement) -> Section:
    lines = (
        indicator_line(indicator, movement.period)
        + (
            f" ({format_place(indicator.place, within=movement.place)})"
            if indicator.place and indicator.place != movement.place
            else ""
        )
        + (f", {format_period(indicator.period)}" if indicator.period else "")
        for indicator in movement.indicators
    )
    return Section(title="Chỉ tiêu", items=tuple(f"{line}." for line in lines))


def _by_group(groups: Sequence[tuple[str, Summary]], everything: Summary, first: str) -> Table:
    """Return one row a group, the sum, and how many of the groups told each figure."""
    known = [sum(tells(summary) for _, summary in groups) for tells in _TELLS]
    sources = tuple(f"{format_number(count)}/{format_number(len(groups))}" for count in known)
    head = (first, "Mô hình kể tên", "Tiền", "Ngày công", "Đất", "Hiện vật")
    rows = tuple((name, *_group_cells(summary)) for name, summary in groups)
    last = (("Cộng", *_group_cells(everything)), ("Số dòng có số liệu", *sources))
    return Table(head=head, rows=(*rows, *last), numeric=frozenset({1, 2, 3, 4}))


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


def _awards_by_group(groups: Sequence[tuple[str, Summary]], everything: Summary, first: str) -> Section:
    rows = tuple(
        (name, award.form.label, recipients(award))
        for name, summary in (*groups, ("Cộng", everything))
        for award in summary.awards
    )
    table = Table(head=(first, "Hình thức, danh hiệu", "Đối tượng"), rows=rows) if rows else None
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
    table = Table(head=head, rows=rows, numeric=frozenset({2, 3, 4})) if rows else None
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
            name = _place_name(indicator.place) if indicator.place else row
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
            for line in rank(places, by=_second, better=direction)
        )
        table = Table(head=("Hạng", "Nơi", "Tỷ lệ"), rows=rows, numeric=frozenset({0, 2}))
        yield Section(title=f"Xếp hạng: {label}, {format_period(period)}", table=table)


def _second(pair: tuple[str, Fraction | None]) -> Fraction | None:
    return pair[1]


def _filled(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Table | None:
    """Return a table without the columns that nobody filled."""
    kept = [column for column in range(len(head)) if any(row[column] for row in rows)]
    if not kept:
        return None
    return Table(
        head=tuple(head[column] for column in kept),
        rows=tuple(tuple(row[column] for column in kept) for row in rows),
    )


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
