"""A copy of a paper with remarks, beside whatever else is in a folder."""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from danvankheo.checking import check_type, checked_each
from danvankheo.files import StrPath, path_of, replaced
from danvankheo.office.marking.page import marked_page
from danvankheo.office.marking.remarks import Pen, Remark
from danvankheo.office.paper import PaperKind
from danvankheo.office.reader import paper_of
from danvankheo.office.source import Source, kind_of, source_of

_MARK: Final = "-nhan-xet"
_MOST_NAMES: Final = 1_000
_LONGEST_NAME: Final = 80
_UNFIT: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]')  # in the names of files, on Windows


def mark(
    path: StrPath,
    remarks: Sequence[Remark],
    directory: StrPath,
    *,
    pen: Pen | None = None,
    page: bool = False,
) -> Path:
    """Write a copy of a paper with remarks into a folder, and return its path.

    Word documents get comments on the exact words, Excel workbooks notes and colour on the cells; every
    other kind becomes a web page that shows the paper. The file itself is never written to, nor is any other
    that is
    there: a name that is taken is given a number.

    Args:
        path: the file that was read.
        remarks: what is remarked where, by the addresses of the paper.
        directory: the folder of the copy; it is made where there is none.
        pen: who remarks, and when; by default “Soát số liệu”, now.
        page: make the web page of Word and Excel files too.

    Raises:
        UnreadableFileError: the file cannot be read.
        InvalidValueError: no path.
        OSError: the copy cannot be written; nothing of it stands then.

    >>> from danvankheo.office.reader import read
    >>> paper = read("docs/examples/office/so-dong-gop.csv")
    >>> remark = Remark(address=paper.grids[0].address_of(5, 3), text="cộng các dòng được 1.158,9")
    >>> mark("docs/examples/office/so-dong-gop.csv", [remark], "soat").name
    'so-dong-gop-nhan-xet.html'
    """
    source = source_of(path, "office.mark")
    held = tuple(checked_each(remarks, Remark, "office.mark.remarks"))
    by = pen or Pen()
    check_type(by, Pen, "office.mark.pen")
    kind = kind_of(source)
    folder = Path(path_of(directory, "office.mark"))
    folder.mkdir(parents=True, exist_ok=True)
    content, suffix = _marked(source, kind, held, by, page=page)
    target = _free(folder, Path(source.name).stem, suffix)
    with replaced(target) as whole:
        whole.write_bytes(content)
    return target


def write_letter(letter: str, sender: str, directory: StrPath) -> Path:
    """Write a letter to a sender into a folder, and return its path; a name that is taken is given a number.

    Raises:
        OSError: it cannot be written.

    >>> write_letter("Kính gửi: UBND xã A/B", "UBND xã A/B", "soat").name
    'gui-UBND xã A-B.txt'
    """
    folder = Path(path_of(directory, "office.write_letter"))
    folder.mkdir(parents=True, exist_ok=True)
    name = " ".join(_UNFIT.sub("-", sender).split()).strip(" .-")[:_LONGEST_NAME]
    target = _free(folder, f"gui-{name}", ".txt", "")
    with replaced(target) as whole:
        whole.write_text(f"{letter}\n", encoding="utf-8-sig", newline="\r\n")  # as Notepad reads it best
    return target


def _marked(
    source: Source, kind: PaperKind, remarks: Sequence[Remark], pen: Pen, *, page: bool
) -> tuple[bytes, str]:
    """Return the content of a marked copy, and what its name ends in."""
    if kind is PaperKind.WORD and not page:
        from danvankheo.office.marking.word import marked_word  # noqa: PLC0415

        return marked_word(source, remarks, pen), source.suffix or ".docx"
    if kind is PaperKind.EXCEL and not page:
        from danvankheo.office.marking.excel import marked_excel  # noqa: PLC0415

        return marked_excel(source, remarks, pen), source.suffix or ".xlsx"
    return marked_page(paper_of(source, signs="vi"), remarks, pen).encode(), ".html"


def _free(folder: Path, stem: str, suffix: str, mark: str = _MARK) -> Path:
    """Return a path that no file has: with a number where the plain name is taken."""
    for number in range(1, _MOST_NAMES):
        path = folder / f"{stem}{mark}{'' if number == 1 else f'-{number}'}{suffix}"
        if not path.exists():
            return path
    raise FileExistsError(17, os.strerror(17), str(folder / f"{stem}{mark}{suffix}"))
