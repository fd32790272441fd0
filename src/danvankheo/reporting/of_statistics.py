"""Forms of official statistics as documents: the table, what is left out, the sums that do not come out."""

from danvankheo.awarding.statistics_form import StatisticsForm
from danvankheo.checking import check_type
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.numbers import format_number
from danvankheo.locale_vi import statistics_forms as forms
from danvankheo.reporting.blocks import Block, Document, Items, Note, Title
from danvankheo.reporting.figure_table import FigureTable, number_column, text_column

_UNIT = {forms.MOVEMENTS[0]: "phong trào"}


def report_of_statistics(form: StatisticsForm) -> Document:
    """Return a form as a document.

    >>> from danvankheo import Period
    >>> from danvankheo.awarding import provincial_awards
    >>> document = report_of_statistics(provincial_awards([], Period.award_year(2026)))
    >>> document.title, document.blocks[0].head[:4]
    ('Biểu 0603.N/BNV-TĐKT: Số lượng khen thưởng cấp bộ, ngành, tỉnh', ('Nội dung', 'Mã số', '(1) Tổng số', \
'(2) Bằng khen'))
    """
    check_type(form, StatisticsForm, "report_of_statistics")
    columns = [text_column("Nội dung", [row.label for row in form.rows])]
    if any(row.code for row in form.rows):
        columns.append(text_column("Mã số", [row.code for row in form.rows]))
    for at, (number, head) in enumerate(form.columns):
        columns.append(number_column(f"({number}) {head}", [row.counts[at] for row in form.rows]))
    blocks: list[Block] = [FigureTable(columns=tuple(columns))]
    wrong = [
        f"Cột {each.column}: {each.rule} không khớp "
        f"({format_number(each.parts)} và {format_number(each.whole)})."
        for each in form.sums
        if not each.holds
    ]
    if wrong:
        blocks += (Title("Chưa khớp"), Items(tuple(wrong)))
    blocks += (Note(note) for note in form.notes)
    blocks.append(Note(_source(form)))
    when = format_period(form.year)
    unit = f"Đơn vị tính: {_UNIT.get(form.code, 'tập thể, hộ, cá nhân')}."
    return Document(
        title=f"Biểu {form.code}: {form.title}",
        subtitle=f"{when[:1].upper()}{when[1:]}. {unit}",
        blocks=blocks,
    )


def _source(form: StatisticsForm) -> str:
    """Return what the form is of, and whether another holds in the year."""
    if form.year.end < forms.IN_FORCE:
        return forms.EARLIER
    later = f" {forms.REPLACED}" if form.year.end >= forms.REPLACED_ON else ""
    return f"Biểu theo {forms.CIRCULAR}.{later}"
