"""The report of one movement: everything that it says, and what follows from it."""

from collections import Counter
from collections.abc import Mapping

from danvankheo.calc.totals import total
from danvankheo.domain.contribution import Contribution
from danvankheo.domain.model import Model, ModelField
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.formatting.dates import format_date, format_period
from danvankheo.formatting.names import format_document, format_place
from danvankheo.formatting.numbers import format_number
from danvankheo.formatting.phrases import (
    award_line,
    calm,
    counted_models,
    enumeration,
    given,
    indicator_of,
    noted,
    sentence,
    title,
    total_line,
)
from danvankheo.formatting.texts import text_of
from danvankheo.reporting.report import Report, Section, filled


def report_of(movement: Movement) -> Report:
    """Return the Vietnamese report of one movement: what it says, and what follows from it.

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
        title=f"{title(movement)} {format_period(movement.period)}",
        subtitle=sentence(format_place(movement.place)) if movement.place else "",
        text=_circumstances(movement),
        sections=tuple(section for section in sections if section.text or section.items or section.table),
    )


def _circumstances(movement: Movement) -> str:
    told = []
    if movement.organizer:
        told.append(f"Đơn vị tổ chức: {calm(movement.organizer.name)}.")
    if movement.launch_level:
        told.append(f"Cấp phát động: {movement.launch_level.label}.")
    if movement.duration:
        told.append(f"Thời gian thực hiện: {movement.duration.label}.")
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
    head = ("Mô hình", "Lĩnh vực", "Nơi thực hiện", "Đơn vị thực hiện", "Trạng thái", "Kết quả")
    rows = tuple(_model_row(model, movement) for model in models)
    items = tuple(f"{counted_models(stated)}." for stated in movement.model_counts)
    return Section(
        title="Mô hình", text=text, items=items, table=filled(head, rows) if any(map(any, rows)) else None
    )


def _model_row(model: Model, movement: Movement) -> tuple[str, ...]:
    who = [calm(organization.name) for organization in (model.lead, *model.partners) if organization]
    state = [part.label for part in (model.level, model.status) if part]
    state += [format_period(model.period)] if model.period else []
    results = [text_of(result) for result in model.results]
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


def _contributions(movement: Movement) -> Section:
    lines = [line for line in total(movement.contributions) if line.quantity is None or line.quantity.amount]
    text = f"Nhân dân đã đóng góp {enumeration(map(total_line, lines))}." if lines else ""
    models = {model.id: model.name for model in movement.models if model.id}
    rows = tuple(_contribution_row(given_, movement, models) for given_ in movement.contributions)
    stated = tuple(f"Nguồn ghi tổng số {quantity}." for quantity in movement.stated_totals)
    head = ("Đóng góp", "Nội dung", "Gồm", "Người đóng góp", "Cho mô hình", "Nơi, thời gian")
    return Section(
        title="Đóng góp của Nhân dân",
        text=text,
        items=stated,
        table=filled(head, rows) if any(map(any, rows)) else None,
    )


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
        ", ".join(map(str, contribution.items)),
        calm(contribution.giver.name) if contribution.giver else "",
        models.get(contribution.model, ""),
        ", ".join(where),
    )


def _indicators(movement: Movement) -> Section:
    lines = (indicator_of(indicator, within=movement) for indicator in movement.indicators)
    return Section(title="Chỉ tiêu", items=tuple(f"{line}." for line in lines))
