"""The report of one movement: everything that it says, and what follows from it."""

from collections import Counter

from danvankheo.calc.totals import total
from danvankheo.checking import check_type
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
    indicator_of,
    noted,
    sentence,
    title,
    total_line,
)
from danvankheo.formatting.texts import text_of
from danvankheo.reporting.blocks import Block, Document, paragraphs, section
from danvankheo.reporting.columns import quantities_of
from danvankheo.reporting.figure_table import FigureTable, text_column


def report_of(movement: Movement) -> Document:
    """Return the Vietnamese report of one movement: what it says, and what follows from it.

    >>> from danvankheo import load
    >>> report = report_of(load("docs/examples/an-khe-2022.json"))
    >>> report.title
    'Phong trào thi đua “Dân vận khéo” năm 2022'
    >>> [section.title for section in report.sections]
    ['Mô hình', 'Đóng góp của Nhân dân', 'Chỉ tiêu', 'Khen thưởng']
    """
    check_type(movement, Movement, "report_of")
    sections = (
        _models(movement),
        _contributions(movement),
        _indicators(movement),
        section("Khen thưởng", items=[f"{award_line(award)}." for award in movement.awards]),
    )
    return Document(
        title=f"{title(movement)} {format_period(movement.period)}",
        subtitle=sentence(format_place(movement.place)) if movement.place else "",
        blocks=(*paragraphs(_circumstances(movement)), *(block for blocks in sections for block in blocks)),
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


def _models(movement: Movement) -> tuple[Block, ...]:
    models = movement.models
    fields = Counter(_field(model) for model in sorted(models, key=_standard_fields_first))
    told = [f"{format_number(count)} về {field}" for field, count in fields.items() if field]
    text = f"Số mô hình nêu tên: {format_number(len(models))}" if models else ""
    if len(fields) == 1 and told:
        text += f", đều về {next(iter(fields))}"
    elif told:
        text += f", {'trong đó' if '' in fields else 'gồm'} {enumeration(told)}"
    text += "." if text else ""
    head = ("Mô hình", "Lĩnh vực", "Nơi thực hiện", "Đơn vị thực hiện", "Trạng thái", "Kết quả")
    rows = tuple(_model_row(model, movement) for model in models)
    items = tuple(f"{counted_models(stated)}." for stated in movement.model_counts)
    return section("Mô hình", text=text, items=items, table=_table(head, rows))


def _table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> FigureTable | None:
    return FigureTable.of_texts(head, rows, empty=False) if any(map(any, rows)) else None


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


def _contributions(movement: Movement) -> tuple[Block, ...]:
    lines = [line for line in total(movement.contributions) if line.quantity is None or line.quantity.amount]
    text = f"Nhân dân đã đóng góp {enumeration(map(total_line, lines))}." if lines else ""
    stated = tuple(f"Nguồn ghi tổng số {quantity}." for quantity in movement.stated_totals)
    table = _table_of_contributions(movement)
    return section("Đóng góp của Nhân dân", text=text, items=stated, table=table)


def _table_of_contributions(movement: Movement) -> FigureTable | None:
    """Return each contribution, a row each, its figure in the column of its unit."""
    given = movement.contributions
    if not given:
        return None
    models = {model.id: model.name for model in movement.models if model.id}
    columns = (
        text_column("Nội dung", (noted(each.purpose, each.note) for each in given)),
        text_column("Người đóng góp", (calm(each.giver.name) if each.giver else "" for each in given)),
        text_column("Cho mô hình", (models.get(each.model, "") for each in given)),
        text_column("Nơi", (_where(each, movement) for each in given)),
        text_column("Thời gian", (_when(each) for each in given)),
        *quantities_of(given),
        text_column("Gồm", (", ".join(map(str, each.items)) for each in given)),
    )
    made = FigureTable(columns=columns)
    return made.filled() if any(not each.is_empty for each in columns) else None


def _where(contribution: Contribution, movement: Movement) -> str:
    return format_place(contribution.place, within=movement.place) if contribution.place else ""


def _when(contribution: Contribution) -> str:
    when = contribution.when
    if when is None:
        return ""
    return format_period(when) if isinstance(when, Period) else format_date(when)


def _indicators(movement: Movement) -> tuple[Block, ...]:
    lines = (indicator_of(indicator, within=movement) for indicator in movement.indicators)
    return section("Chỉ tiêu", items=[f"{line}." for line in lines])
