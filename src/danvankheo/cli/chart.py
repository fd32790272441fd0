"""``danvankheo chart``: a figure of reports as a picture."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from danvankheo.cli.comparing import read_all
from danvankheo.cli.grouping import by_option
from danvankheo.cli.inputs import (
    DOCUMENTS,
    Inputs,
    accept_option,
    check_coverage,
    files_options,
    read_named,
    why_unwritten,
)
from danvankheo.cli.messages import BadDataError, HelpInVietnamese, Outcome, UnreadableError, of_options
from danvankheo.domain.movement import Movement
from danvankheo.domain.quantities import Quantity
from danvankheo.domain.units import PERCENT
from danvankheo.errors import InvalidValueError, ReadingError
from danvankheo.extras import missing_vi
from danvankheo.printing import printable
from danvankheo.reading.quantities import parse_quantity
from danvankheo.reporting.blocks import ChartForm
from danvankheo.reporting.coverage import coverage_of

if TYPE_CHECKING:
    from danvankheo.charts.chart import Chart

_FORMS: Final[Mapping[str, ChartForm]] = {
    "xep-hang": ChartForm.RANKED,
    "chong": ChartForm.STACKED,
    "hai-ky": ChartForm.PAIRED,
    "theo-ky": ChartForm.SERIES,
    "nhieu-noi": ChartForm.SMALL_MULTIPLES,
    **{form.value.replace("_", "-"): form for form in ChartForm},
}
_WHAT: Final[Mapping[str, str]] = {
    "tien": "money",
    "ngay-cong": "labour",
    "dat": "land",
    "mo-hinh": "models",
    "giay-khen": "giay_khen",
    "bang-khen": "bang_khen",
    "ho-ngheo": "poverty_rate",
    "can-ngheo": "near_poverty_rate",
    "bhyt": "health_insurance_rate",
    "truong-chuan": "standard_school_rate",
    "nong-thon-moi": "new_rural_rate",
    "gia-dinh-van-hoa": "cultural_family_rate",
}
_ENDINGS: Final = (".svg", ".png")
_EPILOG: Final = """\b
Ví dụ:
  danvankheo chart --kind xep-hang --of tien 2026-q2/*.json --output tien.png
  danvankheo chart --kind chong --of mo-hinh 2026/*.json --output mo-hinh.svg
  danvankheo chart --kind hai-ky 2026-q2/*.json --compare 2025-q2 --output tien.png
  danvankheo chart --kind theo-ky --of ho-ngheo --target 3% an-khe-*.json --output ho-ngheo.svg
"""


@click.command(cls=HelpInVietnamese, epilog=_EPILOG, short_help="Vẽ biểu đồ từ các tệp JSON.")
@files_options
@click.option(
    "--kind",
    type=click.Choice([*_FORMS]),
    required=True,
    metavar="LOẠI",
    help="Loại biểu đồ: xep-hang, chong (theo lĩnh vực), hai-ky, theo-ky, nhieu-noi.",
)
@click.option(
    "--of",
    "what",
    default="tien",
    metavar="SỐ LIỆU",
    help="Vẽ gì: tien (mặc định), ngay-cong, dat, mo-hinh, giay-khen, ho-ngheo, bhyt … hoặc tên chỉ tiêu.",
)
@by_option(["province", "district", "commune"], most=1, note=" Mặc định mỗi tệp một thanh.")
@click.option(
    "--compare", "compared", multiple=True, metavar="TỆP", help="Với hai-ky: tệp hay thư mục của kỳ trước."
)
@click.option("--target", metavar="SỐ", help="Chỉ tiêu, như 3% hay “5 tỷ đồng”, với theo-ky và nhieu-noi.")
@click.option("--title", default="", metavar="TÊN", help="Tên biểu đồ.")
@click.option(
    "--width", type=int, default=720, metavar="ĐIỂM", help="Bề rộng, từ 240 đến 4000; mặc định 720."
)
@click.option("--most", type=int, metavar="SỐ", help="Với xep-hang: vẽ nhiều nhất bấy nhiêu thanh.")
@click.option("--output", "-o", metavar="TỆP", help="Tệp .svg hay .png; không nêu thì in lời mô tả biểu đồ.")
@accept_option
def chart(
    files: tuple[str, ...],
    *,
    strict: bool,
    problems_file: str | None,
    kind: str,
    what: str,
    by: tuple[str, ...] | None,
    compared: tuple[str, ...],
    target: str | None,
    title: str,
    width: int,
    most: int | None,
    output: str | None,
    accept_duplicates: bool,
) -> str | Outcome:
    """Vẽ biểu đồ một số liệu của các báo cáo trong TỆP; một trục chỉ có một đơn vị.

    Số chưa rõ vẫn có tên trên hình và ghi “…”, không vẽ như số 0. Lời mô tả ghi đúng từng số.
    """
    if output is not None and Path(output).suffix.lower() not in _ENDINGS:
        raise click.UsageError(f"--output cần tệp .svg hay .png, lệnh ghi “{printable(output)}”")
    form = _FORMS[kind]
    if (form is ChartForm.PAIRED) is not bool(compared):
        raise click.UsageError("--compare đi với --kind hai-ky, và chỉ với loại ấy")
    inputs = Inputs.of(files, DOCUMENTS, strict=strict, list_file=problems_file)
    named = read_named(inputs)
    inputs.check(any_used=bool(named), nothing="chưa vẽ gì")
    now = _covering(named, accept=accept_duplicates)
    before = _covering(read_all(compared), accept=accept_duplicates) if compared else []
    try:
        made = _made(
            now, before, form=form, what=_WHAT.get(what, what), by=by[0] if by else None,
            target=_figure(target), title=title, most=most,
        )  # fmt: skip
        if output is None:
            return inputs.outcome(f"{made.alt}\n")
        made.save(output, width=width)
    except ModuleNotFoundError as error:
        raise UnreadableError(missing_vi(error.name, "plot")) from None
    except InvalidValueError as error:
        raise BadDataError(of_options(error.vietnamese)) from None
    except OSError as error:
        raise UnreadableError(f"{printable(output or '')}: {why_unwritten(error)}") from None
    return inputs.outcome("")


def _covering(named: Mapping[str, Movement], *, accept: bool) -> list[Movement]:
    """Return movements of which no two cover the same place and time."""
    check_coverage([coverage_of(source, each) for source, each in named.items()], accept=accept)
    return [*named.values()]


def _made(
    now: list[Movement],
    before: list[Movement],
    *,
    form: ChartForm,
    what: str,
    by: str | None,
    target: Fraction | Quantity | None,
    title: str,
    most: int | None,
) -> "Chart":
    from danvankheo.charts.of_reports import chart_of_movements  # noqa: PLC0415  # Matplotlib

    return chart_of_movements(
        now, form=form, of=what, by=by, before=before, target=target, title=title, most=most
    )


def _figure(text: str | None) -> Fraction | Quantity | None:
    """Return a target as charts take it: of a percentage the rate."""
    if text is None:
        return None
    try:
        figure = parse_quantity(text)
    except ReadingError as error:
        raise BadDataError(f"--target: {error.vietnamese}") from None
    return Fraction(figure.value) / 100 if figure.unit.fits(PERCENT) else figure
