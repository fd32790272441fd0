"""``danvankheo totals``: contributions of any number of files, added up exactly by group."""

from typing import Final

import click

from danvankheo.cli.formats import WRITERS, format_option
from danvankheo.cli.inputs import accept_option
from danvankheo.cli.messages import CONVENTION_HELP, HelpInVietnamese, UnreadableError, to_json
from danvankheo.cli.spans import Span, span_option
from danvankheo.extras import missing_vi

_EXTRAS: Final = {"fastexcel": "excel", "xlsxwriter": "excel", "duckdb": "duckdb"}
_BY: Final = (
    "period",
    "year",
    "province",
    "district",
    "commune",
    "community",
    "organizer",
    "field",
    "other_field",
    "model",
    "giver",
    "purpose",
)
_EPILOG: Final = """\b
Ví dụ:
  danvankheo totals --by field,year an-khe-2022.json
  danvankheo totals --by province dong-gop.parquet
  danvankheo totals --by commune,period *.xlsx --output tong-hop.xlsx
  danvankheo totals --by commune --span 2025-Q2/2026-Q2 *.xlsx

\b
Tệp .json là phong trào; .parquet, .csv, .xlsx là bảng đóng góp, tên cột tiếng Việt hay tiếng Anh.
Mã thoát: 0 xong; 1 tệp có lỗi (in hết lỗi, không in tổng); 2 gọi sai lệnh.
"""


class _Columns(click.ParamType[tuple[str, ...]]):
    """Names of columns with commas between them."""

    name = "columns"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        names = tuple(name.strip() for name in str(value).split(","))
        for name in names:
            if name not in _BY:
                self.fail(f"{name or 'tên trống'}; chọn trong: {', '.join(_BY)}", param, ctx)
        return tuple(dict.fromkeys(names))


@click.command(cls=HelpInVietnamese, epilog=_EPILOG, short_help="Cộng đóng góp của nhiều tệp theo nhóm.")
@click.argument("files", nargs=-1, required=True, metavar="TỆP…")
@click.option("--by", type=_Columns(), metavar="CỘT,…", help=f"Nhóm theo các cột: {', '.join(_BY)}.")
@click.option(
    "--engine",
    type=click.Choice(["auto", "polars", "duckdb"]),
    default="auto",
    metavar="MÁY",
    help="Tính bằng polars hay duckdb; auto (mặc định) chọn polars nếu đã cài.",
)
@format_option("json")
@click.option(
    "--output", metavar="TỆP", help="Ghi bảng tổng vào tệp .csv, .parquet hay .xlsx, trọn vẹn, thay vì in ra."
)
@click.option("--convention", type=click.Choice(["vi", "en"]), metavar="KIỂU", help=CONVENTION_HELP)
@click.option("--sheet", metavar="TÊN", help="Trang tính, khi sổ Excel có nhiều trang.")
@span_option
@accept_option
@click.option("--no-progress", is_flag=True, help="Không hiện tiến độ ghi tệp.")
def totals(
    files: tuple[str, ...],
    *,
    by: tuple[str, ...] | None,
    engine: str,
    form: str,
    output: str | None,
    convention: str | None,
    sheet: str | None,
    span: Span | None,
    accept_duplicates: bool,
    no_progress: bool,
) -> str:
    """Cộng mọi đóng góp trong TỆP, theo loại và đơn vị, trong từng nhóm.

    Tiền, ngày công, đất, hiện vật không cộng lẫn nhau. Khoản chưa rõ số lượng thì đếm riêng, không
    coi là 0. Tổng chính xác đến đơn vị nhỏ nhất. TỆP là “-” thì đọc JSON từ đầu vào chuẩn.

    Các kỳ khác nhau không cộng chung, trừ khi nhóm theo kỳ hay có --span. Nhiều tệp cùng nơi, cùng kỳ
    thì không cộng, trừ khi có --accept-duplicates. Dòng tổng trong bảng được đối chiếu, không cộng.
    """
    try:
        from danvankheo.cli.tables import Order, added_up, data_of, report_of, write  # noqa: PLC0415

        order = Order(files, by or (), engine, convention, sheet, span, accept_duplicates)
        told = added_up(order)
        if output is not None:
            write(told, output, progress=not no_progress)
            return ""
    except ModuleNotFoundError as error:
        extra = _EXTRAS.get(error.name or "", "polars")
        raise UnreadableError(missing_vi(error.name, extra)) from None
    return to_json(data_of(told)) if form == "json" else WRITERS[form](report_of(told))
