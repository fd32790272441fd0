"""A user's own Word document with fields, filled: `{{ tien | trieu }}`, loops and the like."""

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from typing import Any, Final

from danvankheo.calc.totals import summarise
from danvankheo.checking import check_type
from danvankheo.domain.contribution import ContributionKind
from danvankheo.domain.movement import Movement
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.summary import Summary
from danvankheo.domain.units import DONG, PERCENT
from danvankheo.errors import DanVanKheoError, invalid
from danvankheo.files import StrPath, path_of, replaced
from danvankheo.formatting.dates import format_date, format_period
from danvankheo.formatting.money import MoneyScaleLike, format_money
from danvankheo.formatting.numbers import format_number, format_percent
from danvankheo.formatting.phrases import UNKNOWN, award_line
from danvankheo.formatting.quantities import format_quantity
from danvankheo.formatting.words import money_to_words, number_to_words
from danvankheo.office.paper import PaperKind
from danvankheo.office.source import kind_of, parts_of, source_of
from danvankheo.office.writing.letterhead import Letterhead
from danvankheo.printing import visible
from danvankheo.reasons import Reason
from danvankheo.reporting.blocks import Document, Section

_DECIMALS: Final = 2


def fill_template(template: StrPath, path: StrPath, fields: Mapping[str, object]) -> None:
    """Write a user's own Word document with its fields filled: whole, or not at all.

    Fields stand in double braces, with filters after a bar: ``{{ tien | trieu }}``,
    ``{{ tien | bang_chu }}``, ``{{ ngay_ky | ngay }}``; loops as docxtpl has them,
    ``{%tr for dong in phan[0].bang[0].dong %}``. The filters are ``dong``, ``trieu``, ``ty``,
    ``phan_tram``, ``bang_chu``, ``ngay`` and ``so``.
    What is not known is "…". A template cannot run code or open files.

    Args:
        template: a .docx file; it is only read.
        path: the new file; an old one is replaced.
        fields: what the fields are, as `template_fields` makes them.

    Raises:
        UnreadableFileError: the template is no Word document, or damaged.
        InvalidValueError: a field that is not there, or braces that do not match.
        OSError: it cannot be read or written; the old file stands as it was.

    >>> import docx
    >>> form = docx.Document()
    >>> _ = form.add_paragraph("Tiền: {{ tien | trieu }}, bằng chữ: {{ tien | bang_chu }}.")
    >>> form.save("mau.docx")
    >>> from danvankheo import load, office, reporting
    >>> movement = load("docs/examples/an-khe-2022.json")
    >>> fields = template_fields([movement], reporting.report_of(movement))
    >>> fill_template("mau.docx", "day.docx", fields)
    >>> office.read("day.docx").text
    'Tiền: khoảng 214,4 triệu đồng, bằng chữ: Khoảng hai trăm mười bốn triệu bốn trăm nghìn đồng.'
    """
    where = path_of(path, "office.fill_template")
    check_type(fields, Mapping, "office.fill_template.fields")
    source = source_of(template, "office.fill_template")
    if kind_of(source) is not PaperKind.WORD:
        raise invalid("office.fill_template", Reason.TEMPLATE, source.name, fix="Word (.docx)")
    parts_of(source).close()
    jinja: Any = import_module("jinja2")
    sandbox: Any = import_module("jinja2.sandbox")
    docxtpl: Any = import_module("docxtpl")
    engine = sandbox.ImmutableSandboxedEnvironment(autoescape=True, undefined=jinja.StrictUndefined)
    engine.filters.update(FILTERS)
    filled = docxtpl.DocxTemplate(io.BytesIO(source.data))
    try:
        filled.render(_safe(fields), jinja_env=engine)
    except DanVanKheoError:
        raise
    except jinja.TemplateError as error:
        raise invalid("office.fill_template", Reason.TEMPLATE, str(error), fix=", ".join(fields)) from None
    with replaced(where) as whole:
        filled.save(str(whole))


def template_fields(
    movements: Sequence[Movement], document: Document, letterhead: Letterhead | None = None
) -> dict[str, object]:
    """Return what the fields of a template are.

    ``tieu_de, noi, ky, mo_dau``; sums ``tien, ngay_cong, dat`` and ``dong_gop``; ``chi_tieu`` and
    ``khen_thuong``; the sections of the report as ``phan``, each with ``tieu_de, doan, muc`` and tables
    ``bang`` of ``cot`` and ``dong``; of the letterhead ``co_quan, co_quan_cap_tren, so_ky_hieu, dia_danh,
    ngay_ky, trich_yeu, kinh_gui, chuc_vu, nguoi_ky, noi_nhan``.

    Args:
        movements: what is reported.
        document: the report of them.
        letterhead: who sends it to whom.

    >>> from danvankheo import load, reporting
    >>> movement = load("docs/examples/an-khe-2022.json")
    >>> fields = template_fields([movement], reporting.report_of(movement))
    >>> str(fields["tien"]), fields["ky"], fields["phan"][0]["tieu_de"]
    ('khoảng 214.400.000 đồng', 'năm 2022', 'Mô hình')
    """
    check_type(document, Document, "office.template_fields")
    summary = summarise(movements)
    head = letterhead or Letterhead()
    periods = dict.fromkeys(format_period(movement.period) for movement in movements)
    return {
        "tieu_de": document.title,
        "noi": document.subtitle,
        "ky": ", ".join(periods),
        "mo_dau": document.text,
        "so_bao_cao": summary.movements,
        "tien": _sum_of(summary, ContributionKind.MONEY),
        "ngay_cong": _sum_of(summary, ContributionKind.LABOUR),
        "dat": _sum_of(summary, ContributionKind.LAND),
        "dong_gop": [
            {"loai": line.kind.label, "so_luong": line.quantity, "so_khoan": line.count}
            for line in summary.contributions
        ],
        "chi_tieu": [
            {
                "ten": line.label,
                "ky": format_period(line.period) if line.period else "",
                "so_dat": line.part if line.known else None,
                "tong_so": line.whole if line.known else None,
                "don_vi": line.unit.label if line.unit else "",
                "ty_le": line.rate,
            }
            for line in summary.indicators
        ],
        "khen_thuong": [award_line(award) for movement in movements for award in movement.awards],
        "phan": [_section(each) for each in document.sections],
        "co_quan": head.issuer,
        "co_quan_cap_tren": head.superior,
        "so_ky_hieu": head.number,
        "dia_danh": head.place,
        "ngay_ky": head.day,
        "trich_yeu": head.about or document.title,
        "kinh_gui": list(head.to),
        "chuc_vu": head.signer.post,
        "nguoi_ky": head.signer.name,
        "noi_nhan": list(head.recipients),
    }


def _section(section: Section) -> dict[str, object]:
    return {
        "tieu_de": section.title,
        "doan": section.text,
        "muc": list(section.items),
        "bang": [
            {"cot": list(table.head), "dong": [list(row) for row in table.rows]} for table in section.tables
        ],
    }


def _sum_of(summary: Summary, kind: ContributionKind) -> Quantity | None:
    """Return the one sum of a kind; None where there is none, or where several units have one each."""
    found = [line.quantity for line in summary.contributions if line.kind is kind and line.quantity]
    return found[0] if len(found) == 1 else None


def _safe(value: object) -> object:
    """Return fields whose texts no program obeys."""
    match value:
        case str():
            return visible(value)
        case Mapping():
            return {str(name): _safe(each) for name, each in value.items()}
        case list() | tuple():
            return [_safe(each) for each in value]
        case _:
            return value


def _in(scale: MoneyScaleLike) -> Callable[[object], str]:
    """Return the filter that writes money in a scale."""

    def written(amount: object) -> str:
        if amount is None:
            return UNKNOWN
        money = amount.to(DONG) if isinstance(amount, Quantity) else _number(amount)
        return format_money(money, scale_word=scale)

    return written


def _percent(rate: object, decimals: int = _DECIMALS) -> str:
    if rate is None:
        return UNKNOWN
    if isinstance(rate, Quantity) and rate.unit == PERCENT:
        return format_percent(rate)
    return format_percent(_number(rate), decimals=decimals)


def _words(amount: object) -> str:
    if amount is None:
        return UNKNOWN
    text = money_to_words(amount) if isinstance(amount, Quantity) else number_to_words(_number(amount))
    return text[:1].upper() + text[1:]


def _day(day: object) -> str:
    return format_date(day, style="official") if isinstance(day, date) else "ngày … tháng … năm …"


def _plain(number: object, decimals: int | None = None) -> str:
    if number is None:
        return UNKNOWN
    if isinstance(number, Quantity):
        return format_quantity(number)
    return format_number(_number(number), decimals=decimals)


def _number(value: object) -> int | Decimal | Fraction:
    if isinstance(value, int | Decimal | Fraction) and not isinstance(value, bool):
        return value
    raise invalid("office.fill_template", Reason.NUMBER, value)


FILTERS: Final[Mapping[str, Callable[..., str]]] = {
    "dong": _in("full"),
    "trieu": _in("million"),
    "ty": _in("billion"),
    "phan_tram": _percent,
    "bang_chu": _words,
    "ngay": _day,
    "so": _plain,
}
"""The filters of templates."""
