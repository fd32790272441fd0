"""``danvankheo collect``: folders of what many places sent, as one exact total with its problems."""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

import click

from danvankheo.cli.formats import WRITERS, format_option
from danvankheo.cli.inputs import why_unread, why_unwritten
from danvankheo.cli.messages import (
    BadDataError,
    HelpInVietnamese,
    Outcome,
    UnreadableError,
    of_options,
    to_json,
)
from danvankheo.cli.words_typed import period_typed
from danvankheo.documents.files import load
from danvankheo.domain.movement import Movement
from danvankheo.errors import DanVanKheoError, DocumentError
from danvankheo.extras import missing_vi
from danvankheo.printing import printable, visible

if TYPE_CHECKING:
    from danvankheo.office.collecting.collection import Collection

_MOST_PROCESSES: Final = 4
_SECONDS: Final = 2
_EPILOG: Final = """\b
Ví dụ:
  danvankheo collect --period "quý II/2026" nop/
  danvankheo collect --period "quý II/2026" --expected danh-sach-xa.txt nop/ --output tong-hop.xlsx
  danvankheo collect --period "quý II/2026" nop/ --accept ia-nhon-gui-lai.docx --letters thu-gui-xa
  danvankheo collect --form so-cua-xa.toml nop/*.xlsx --format json

\b
Danh sách nơi phải gửi: tệp văn bản, mỗi dòng một nơi như “xã Ia Sơn, tỉnh Gia Lai”; hoặc một cột trong Excel.
Kết thúc với mã 0 khi đủ nơi, không trùng, không lỗi; mã 1 khi còn việc phải làm.
"""


@click.command(
    cls=HelpInVietnamese, epilog=_EPILOG, short_help="Gom tệp các nơi gửi thành một tổng, kèm danh sách lỗi."
)
@click.argument("paths", nargs=-1, required=True, metavar="ĐƯỜNG DẪN…")
@click.option("--period", metavar="THỜI KỲ", help="Kỳ đang tổng hợp, như “quý II/2026”.")
@click.option(
    "--name", metavar="TÊN", default="Dân vận khéo", help="Tên phong trào; mặc định “Dân vận khéo”."
)
@click.option("--expected", metavar="TỆP", help="Danh sách các nơi phải gửi, để biết nơi nào còn thiếu.")
@click.option("--form", "forms", metavar="TỆP", multiple=True, help="Biểu .toml nêu ý nghĩa các cột.")
@click.option("--accept", metavar="TÊN TỆP", multiple=True, help="Tệp được cộng, khi một nơi gửi nhiều tệp.")
@click.option("--leave-out", metavar="TÊN TỆP", multiple=True, help="Tệp không cộng, như bản tổng hợp.")
@click.option(
    "--place", "places", metavar="TỆP=NƠI", multiple=True, help="Nơi của một tệp không ghi nơi báo cáo."
)
@click.option(
    "--earlier",
    metavar="TỆP.json",
    multiple=True,
    help="Số liệu kỳ trước hoặc năm trước, để soát số khác xa.",
)
@click.option("--no-audit", is_flag=True, help="Không kiểm tra số liệu trong từng tệp.")
@click.option("--output", metavar="TỆP", help="Ghi kết quả và danh sách lỗi ra tệp .xlsx hoặc .json.")
@click.option("--letters", metavar="THƯ MỤC", help="Ghi cho mỗi nơi một thư nêu việc cần sửa, cần gửi.")
@click.option("--signed", metavar="TÊN", default="", help="Tên đơn vị ở cuối thư.")
@click.option("--processes", type=click.IntRange(1, 64), metavar="SỐ", help="Số tiến trình đọc tệp cùng lúc.")
@format_option("json")
def collect(
    paths: tuple[str, ...],
    *,
    period: str | None,
    name: str,
    expected: str | None,
    forms: tuple[str, ...],
    accept: tuple[str, ...],
    leave_out: tuple[str, ...],
    places: tuple[str, ...],
    earlier: tuple[str, ...],
    no_audit: bool,
    output: str | None,
    letters: str | None,
    signed: str,
    processes: int | None,
    form: str,
) -> Outcome:
    """Gom các tệp và thư mục các nơi gửi về thành một tổng chính xác.

    Mỗi tệp được đọc riêng: tệp hỏng chỉ nằm trong danh sách lỗi, không làm dừng các tệp khác. Dòng tổng
    không bị cộng thêm; một nơi gửi hai tệp thì chưa cộng cho đến khi chọn bằng --accept.
    """
    try:
        from danvankheo.office.collecting.collect import collect as collect_files  # noqa: PLC0415
        from danvankheo.office.collecting.senders import load_places  # noqa: PLC0415

        with _Progress() as watch:
            found = collect_files(
                paths,
                name=name,
                period=period_typed(period) if period is not None else None,
                expected=load_places(expected) if expected is not None else (),
                places=dict(map(_pair, places)),
                form=forms,
                accept=accept,
                leave_out=leave_out,
                earlier=[_loaded(each) for each in earlier],
                audit=not no_audit,
                processes=processes or min(os.cpu_count() or 1, _MOST_PROCESSES),
                watch=watch,
            )
        _write(found, output, letters, signed)
    except ModuleNotFoundError as error:
        raise UnreadableError(missing_vi(error.name, "office")) from None
    except DanVanKheoError as error:
        raise BadDataError(of_options(error.vietnamese)) from None
    except OSError as error:
        raise UnreadableError(f"{printable(str(error.filename))}: {why_unread(error)}") from None
    text = to_json(found.as_data()) if form == "json" else WRITERS[form](found.report())
    return Outcome(text, 0 if found.complete else 1)


def _pair(text: str) -> tuple[str, str]:
    file, sign, place = text.partition("=")
    if not sign:
        raise click.UsageError(f"--place {text}: cần dạng TỆP=NƠI, như “so.xlsx=xã Ia Sơn”")
    return file.strip(), place.strip()


def _loaded(name: str) -> Movement:
    try:
        return load(name)
    except DocumentError as error:
        raise BadDataError(error.vietnamese) from None


def _write(found: "Collection", output: str | None, letters: str | None, signed: str) -> None:
    """Write the files that are asked for, and say where they are."""
    from danvankheo.office.marking.mark import write_letter  # noqa: PLC0415

    try:
        if output is not None:
            found.save(output)
            click.echo(f"Đã ghi {visible(output)}", err=True)
        if letters is not None:
            held = found.letters(signed=signed)
            for sender, letter in held.items():
                write_letter(letter, sender, letters)
            click.echo(f"Đã ghi {len(held)} thư vào {visible(letters)}", err=True)
    except OSError as error:
        raise UnreadableError(f"Không ghi được kết quả: {why_unwritten(error)}") from None


class _Progress:
    """Shows on a terminal how many files are read, once it has taken two seconds and if tqdm is installed."""

    def __enter__(self) -> Callable[[int, int, str], None] | None:
        """Return what to call after each file."""
        self.bar: Any = None
        on_terminal = sys.stderr is not None and sys.stderr.isatty()
        return self._show if on_terminal and find_spec("tqdm") else None

    def _show(self, done: int, count: int, file: str) -> None:
        if self.bar is None:
            make: Any = import_module("tqdm").tqdm
            self.bar = make(total=count, desc="Đọc tệp", unit="tệp", delay=_SECONDS, file=sys.stderr)
        self.bar.set_postfix_str(file[:40], refresh=False)
        self.bar.update(done - self.bar.n)

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        if self.bar is not None:
            self.bar.close()
