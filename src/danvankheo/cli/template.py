"""``danvankheo template``: the workbook that places fill in and send back."""

from pathlib import Path
from typing import Final

import click

from danvankheo.cli.inputs import why_unread, why_unwritten
from danvankheo.cli.messages import BadDataError, HelpInVietnamese, UnreadableError, of_options
from danvankheo.cli.words_typed import period_typed, place_typed
from danvankheo.domain.places import Place
from danvankheo.domain.units import DONG, MILLION_DONG, THOUSAND_DONG
from danvankheo.errors import DanVanKheoError
from danvankheo.extras import missing_vi
from danvankheo.formatting.names import format_place
from danvankheo.printing import visible

_UNITS: Final = {"đồng": DONG, "nghìn": THOUSAND_DONG, "triệu": MILLION_DONG}
_EPILOG: Final = """\b
Ví dụ:
  danvankheo template --period "quý II/2026" --output mau-quy-2.xlsx
  danvankheo template --period "quý II/2026" --place "xã Ia Sơn, tỉnh Gia Lai" --output ia-son.xlsx
  danvankheo template --period "quý II/2026" --expected danh-sach-xa.txt --output mau/
"""


@click.command(
    cls=HelpInVietnamese, epilog=_EPILOG, short_help="Tạo sổ thu thập số liệu (Excel) để các nơi điền."
)
@click.option("--output", required=True, metavar="TỆP", help="Tệp .xlsx; hoặc thư mục, khi có --expected.")
@click.option("--period", metavar="THỜI KỲ", help="Kỳ báo cáo, điền sẵn.")
@click.option("--place", metavar="NƠI", help="Nơi báo cáo, điền sẵn.")
@click.option("--expected", metavar="TỆP", help="Danh sách các nơi: mỗi nơi một tệp trong thư mục --output.")
@click.option(
    "--name", metavar="TÊN", default="Dân vận khéo", help="Tên phong trào; mặc định “Dân vận khéo”."
)
@click.option(
    "--money", type=click.Choice([*_UNITS]), default="triệu", metavar="ĐƠN VỊ",
    help="Đơn vị tiền: đồng, nghìn hay triệu (mặc định).",
)  # fmt: skip
def template(
    *, output: str, period: str | None, place: str | None, expected: str | None, name: str, money: str
) -> str:
    """Tạo sổ thu thập số liệu: có danh sách chọn, đơn vị ở đầu cột, ô tổng đã khóa và hướng dẫn điền.

    Sổ gửi về được `danvankheo collect` đọc đúng từng ô, dù đặt tên tệp thế nào.
    """
    if expected is not None and place is not None:
        raise click.UsageError("chỉ dùng một trong hai: --place hoặc --expected")
    when = period_typed(period) if period is not None else None
    files: dict[str, Place | None] = {output: place_typed(place) if place is not None else None}
    try:
        from danvankheo.office.collecting.senders import load_places  # noqa: PLC0415
        from danvankheo.office.templates.writing import template as write  # noqa: PLC0415

        if expected is not None:
            folder = Path(output)
            folder.mkdir(parents=True, exist_ok=True)
            files = {str(folder / f"{_name_of(each)}.xlsx"): each for each in load_places(expected)}
            taken = [file for file in files if Path(file).exists()]
            if taken:
                raise BadDataError(f"{visible(taken[0])}: đã có tệp này; hãy chọn thư mục khác")
        for file, whose in files.items():
            write(file, name=name, period=when, place=whose, money=_UNITS[money])
    except ModuleNotFoundError as error:
        raise UnreadableError(missing_vi(error.name, "office")) from None
    except DanVanKheoError as error:
        raise BadDataError(of_options(error.vietnamese)) from None
    except OSError as error:
        why = why_unread(error) if error.filename == expected else why_unwritten(error)
        raise UnreadableError(f"{visible(str(error.filename))}: {why}") from None
    return "".join(f"{visible(file)}\n" for file in files)


def _name_of(place: Place) -> str:
    return format_place(place).replace("/", "-")
