"""Reports of the command line as files: Word, Excel and web pages."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

import attrs
import click

from danvankheo.cli.document_files import SUFFIXES, TEXTS, writing
from danvankheo.cli.inputs import why_unread
from danvankheo.cli.messages import BadDataError, UnreadableError
from danvankheo.domain.movement import Movement
from danvankheo.errors import DanVanKheoError, InvalidValueError
from danvankheo.files import replaced
from danvankheo.printing import printable
from danvankheo.reporting.blocks import Document
from danvankheo.reporting.of_workbook import workbook_of

Command = TypeVar("Command", bound=Callable[..., object])

_WORD, _EXCEL = ".docx", ".xlsx"
_LAYOUTS: Final = ("nd30", "hd36")


def file_options(command: Command) -> Command:
    """Add the options of a command whose report can be a file."""
    command = click.option(
        "--layout",
        metavar="MẪU",
        help=(
            "Thể thức của tệp Word: nd30 (Nghị định 30/2020/NĐ-CP, mặc định), hd36 (Hướng dẫn 36-HD/VPTW "
            "của Đảng), hay tệp mẫu .docx của đơn vị."
        ),
    )(command)
    return click.option(
        "--output",
        metavar="TỆP",
        help="Ghi báo cáo ra tệp .docx, .xlsx, .html hay .md thay vì in ra màn hình.",
    )(command)


@attrs.frozen
class Written:
    """What is written to a file.

    Args:
        document: the report.
        movements: what it is of.
        sources: the files that these are from.
        together: whether figures of several periods are added up.
    """

    document: Document
    movements: Sequence[Movement]
    sources: Sequence[str]
    together: bool


def write_report(told: Written, output: str, layout: str | None) -> None:
    """Write a report to a file of the kind that its name promises, whole or not at all.

    Raises:
        UnreadableError: it cannot be written, or a library is missing.
        BadDataError: a template that cannot be filled.
    """
    suffix = Path(output).suffix.lower()
    if suffix not in SUFFIXES:
        raise UnreadableError(f"--output {printable(output)}: tên phải kết thúc bằng {', '.join(SUFFIXES)}.")
    if layout is not None and suffix != _WORD:
        raise UnreadableError("--layout chỉ dùng khi ghi tệp Word (.docx).")
    with writing(output):
        if suffix == _WORD:
            _write_word(told, output, layout or _LAYOUTS[0])
        elif suffix == _EXCEL:
            from danvankheo.office.writing.excel import write_excel  # noqa: PLC0415

            sheets = workbook_of(told.movements, together=told.together, sources=told.sources)
            write_excel(sheets, output)
        else:
            with replaced(output) as whole:
                whole.write_text(TEXTS[suffix](told.document), encoding="utf-8", newline="\n")


def _write_word(told: Written, output: str, layout: str) -> None:
    from danvankheo.office.writing.letterhead import letterhead_of  # noqa: PLC0415
    from danvankheo.office.writing.template import fill_template, template_fields  # noqa: PLC0415
    from danvankheo.office.writing.word import write_word  # noqa: PLC0415

    head = letterhead_of(told.movements)
    if layout in _LAYOUTS:
        write_word(told.document, output, layout=layout, letterhead=head)
        return
    if Path(layout).suffix.lower() != _WORD:
        raise UnreadableError(
            f"--layout {printable(layout)}: phải là {', '.join(_LAYOUTS)} hay một tệp .docx."
        )
    if Path(layout).resolve() == Path(output).resolve():
        raise UnreadableError("--output trùng với tệp mẫu; hãy đặt tên khác để giữ tệp mẫu.")
    try:
        with open(layout, "rb"):
            pass
    except OSError as error:
        raise UnreadableError(f"{printable(layout)}: {why_unread(error)}") from None
    try:
        fill_template(layout, output, template_fields(told.movements, told.document, head))
    except InvalidValueError:
        raise
    except DanVanKheoError as error:
        raise BadDataError(f"{printable(layout)}: {getattr(error, 'vietnamese', error)}") from None
