"""``danvankheo parse``: what a phrase says."""

from decimal import Decimal
from typing import Final

import click

from danvankheo.cli.messages import CONVENTION_HELP, BadDataError, HelpInVietnamese, Outcome, to_json
from danvankheo.documents.converter import unstructured
from danvankheo.documents.values import write_unit
from danvankheo.domain.numbers import shortest
from danvankheo.domain.periods import Period
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.stated import Stated
from danvankheo.domain.statements import Attainment, Ratio
from danvankheo.domain.units import PERCENT
from danvankheo.errors import AmbiguousTextError, ReadingError
from danvankheo.formatting.changes import format_attainment
from danvankheo.formatting.dates import format_date
from danvankheo.formatting.numbers import approximated, format_percent
from danvankheo.formatting.quantities import format_quantity
from danvankheo.formatting.texts import text_of
from danvankheo.reading.numbers import ConventionLike
from danvankheo.reading.phrases import read_phrase
from danvankheo.reading.statements import TimesReadingLike

_KINDS: Final = {
    "number": "số",
    "words": "số viết bằng chữ",
    "quantity": "số lượng",
    "money": "số tiền",
    "range": "khoảng giá trị",
    "date": "ngày",
    "period": "thời kỳ",
    "ratio": "tỷ số",
    "change": "mức tăng giảm",
    "from_to": "thay đổi từ … đến …",
    "attainment": "mức hoàn thành",
    "document": "văn bản",
}
_EPILOG: Final = """\b
Ví dụ:
  danvankheo parse "hơn 154,4 triệu đồng"
  danvankheo parse --json "giảm 1,2 điểm phần trăm so với cùng kỳ năm 2021"
  danvankheo parse --convention vi 1,500
"""


@click.command(cls=HelpInVietnamese, epilog=_EPILOG, short_help="Đọc một số liệu viết bằng tiếng Việt.")
@click.argument("text", nargs=-1, required=True, metavar="CỤM TỪ…")
@click.option(
    "--convention",
    type=click.Choice(["vi", "en"]),
    metavar="KIỂU",
    help=CONVENTION_HELP,
)
@click.option(
    "--times",
    type=click.Choice(["reached", "added"]),
    metavar="CÁCH HIỂU",
    help="Cách hiểu “tăng 2 lần”: reached là gấp 2 lần, added là tăng thêm 2 lần.",
)
@click.option("--shorthand", is_flag=True, help="Đọc cả cách viết tắt như 1tr5, 500k.")
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON.")
def parse(
    text: tuple[str, ...],
    *,
    convention: ConventionLike | None,
    times: TimesReadingLike | None,
    shorthand: bool,
    as_json: bool,
) -> str | Outcome:
    """Đọc CỤM TỪ: số, số tiền, số lượng, tỷ lệ, mức tăng giảm, ngày, thời kỳ hay văn bản.

    Nếu có nhiều cách hiểu thì nêu đủ các cách, không đoán.
    """
    phrase = " ".join(text)
    try:
        found = read_phrase(phrase, convention=convention, times=times, shorthand=shorthand)
    except ReadingError as error:
        if not as_json:
            raise BadDataError(error.vietnamese) from None
        return Outcome(to_json({"text": phrase, "readings": [], "error": _error_data(error)}), code=1)
    if as_json:
        readings = [{"kind": kind, **_data(value)} for kind, value in found.items()]
        return to_json({"text": phrase, "readings": readings})
    return "\n".join(line for kind, value in found.items() for line in _lines(kind, value)) + "\n"


def _lines(kind: str, value: Decimal | Stated) -> list[str]:
    comes_to = _exact(value)
    return [f"{_KINDS[kind]}: {text_of(value)}", *([f"  = {comes_to}"] if comes_to else [])]


def _exact(value: Decimal | Stated) -> str:
    """Return what a phrase comes to, where that is more than its own words."""
    match value:
        case Quantity() if value.unit.to_base() != value.unit:
            return format_quantity(value.to(value.unit.to_base()))
        case Ratio() if value.whole:
            return approximated(format_percent(value.fraction, decimals=2), value.approximation)
        case Attainment() if value.mode != "reach" and value.figure.unit.fits(PERCENT):
            return format_attainment(Attainment(figure=value.attained, target=value.target))
        case Period():
            return f"{format_date(value.start)} – {format_date(value.end)}"
    return ""


def _data(value: Decimal | Stated) -> dict[str, object]:
    """Return a value as JSON holds it, with what it comes to."""
    raw = unstructured(value)
    told: dict[str, object] = {"written": text_of(value), "value": raw}
    if isinstance(value, Quantity):
        told |= {"base_amount": f"{shortest(value.value):f}", "base_unit": write_unit(value.unit.to_base())}
    return told


def _error_data(error: ReadingError) -> dict[str, object]:
    told: dict[str, object] = {
        "code": error.reason.value,
        "position": error.position,
        "message": error.vietnamese,
    }
    if isinstance(error, AmbiguousTextError):
        told["readings"] = unstructured(error.readings)
        told["labels"] = {name: label.vietnamese for name, label in error.labels.items()}
    return told
