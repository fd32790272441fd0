"""``danvankheo totals``: contributions of any number of files, added up exactly by group."""

from typing import Final

import click

from danvankheo.cli.formats import WRITERS, format_option
from danvankheo.cli.grouping import NAMES, by_option
from danvankheo.cli.inputs import Inputs, accept_option, files_options
from danvankheo.cli.messages import (
    CONVENTION_HELP,
    HelpInVietnamese,
    Outcome,
    UnreadableError,
    to_json,
)
from danvankheo.cli.spans import Span, span_option
from danvankheo.extras import missing_vi

_EXTRAS: Final = {
    "fastexcel": "excel",
    "xlsxwriter": "excel",
    "duckdb": "duckdb",
    **dict.fromkeys(("docx", "openpyxl", "pdfplumber", "lxml", "xlrd"), "office"),
}
_DONE: Final = "các tệp khác đã cộng xong"
_EPILOG: Final = """\b
Ví dụ:
  danvankheo totals --by linh-vuc,nam an-khe-2022.json
  danvankheo totals --by tinh dong-gop.parquet
  danvankheo totals --by xa,ky thu-muc-quy-2/ --output tong-hop.xlsx
  danvankheo totals --by xa --span 2025-Q2/2026-Q2 *.xlsx

\b
Tệp .json là số liệu phong trào; các tệp khác là bảng đóng góp, tên cột, chữ trong ô tiếng Việt hay tiếng Anh.
"""


@click.command(
    cls=HelpInVietnamese, epilog=_EPILOG, short_help="Cộng các khoản đóng góp của nhiều tệp theo nhóm."
)
@files_options
@by_option([*NAMES])
@click.option(
    "--engine",
    type=click.Choice(["auto", "polars", "duckdb"]),
    default="auto",
    metavar="CÔNG CỤ",
    help="Công cụ tính: polars hay duckdb; auto (mặc định) dùng polars nếu đã cài.",
)
@format_option("json")
@click.option(
    "--output", metavar="TỆP", help="Ghi bảng tổng ra tệp .csv, .parquet hay .xlsx thay vì in ra màn hình."
)
@click.option("--convention", type=click.Choice(["vi", "en"]), metavar="KIỂU", help=CONVENTION_HELP)
@click.option("--sheet", metavar="TÊN", help="Tên trang tính, nếu tệp Excel có nhiều trang tính.")
@span_option
@accept_option
@click.option("--no-progress", is_flag=True, help="Không hiển thị tiến độ ghi tệp.")
def totals(
    files: tuple[str, ...],
    *,
    strict: bool,
    problems_file: str | None,
    by: tuple[str, ...] | None,
    engine: str,
    form: str,
    output: str | None,
    convention: str | None,
    sheet: str | None,
    span: Span | None,
    accept_duplicates: bool,
    no_progress: bool,
) -> str | Outcome:
    """Cộng các khoản đóng góp trong TỆP theo loại và đơn vị tính, trong từng nhóm.

    Tiền, ngày công, đất, hiện vật được cộng riêng. Khoản chưa rõ số lượng được đếm riêng, không tính là 0.
    Tổng chính xác đến đơn vị nhỏ nhất. TỆP là “-” thì đọc JSON từ đầu vào chuẩn.

    Các kỳ khác nhau không cộng chung, trừ khi nhóm theo kỳ hoặc có --span. Nhiều tệp cùng nơi, cùng kỳ
    thì không cộng, trừ khi có --accept-duplicates. Dòng tổng trong bảng chỉ để đối chiếu, không cộng thêm.

    TỆP là tệp JSON, Parquet, CSV, Excel, Word, PDF …, thư mục có các tệp ấy, hay mẫu tên như “quy-2/*.xlsx”.
    Bảng để nguyên như đơn vị gửi lên: dòng tiêu đề, ô gộp, đơn vị ở đầu cột, nhiều trang tính đều được. Tệp
    không dùng được thì bỏ qua và liệt kê cùng lý do.
    """
    try:
        from danvankheo.cli.tables import Order, added_up, data_of, report_of, suffixes, write  # noqa: PLC0415

        inputs = Inputs.of(files, suffixes(), strict=strict, list_file=problems_file)
        order = Order(inputs, by or (), engine, convention, sheet, span, accept_duplicates)
        told = added_up(order)
        if output is not None:
            write(told, output, progress=not no_progress)
            return inputs.outcome("", done=_DONE)
    except ModuleNotFoundError as error:
        extra = _EXTRAS.get(error.name or "", "polars")
        raise UnreadableError(missing_vi(error.name, extra)) from None
    if form == "json":
        return inputs.outcome(to_json(data_of(told) | {"problems": inputs.data()}), done=_DONE)
    return inputs.outcome(WRITERS[form](report_of(told)), done=_DONE)
