"""A file becomes a paper."""

import attrs

from danvankheo.bilingual import Words
from danvankheo.checking import check_one_of, check_type
from danvankheo.extras import missing
from danvankheo.files import StrPath
from danvankheo.office.address import Address
from danvankheo.office.failures import Unreadable
from danvankheo.office.notices import Notice, NoticeKind
from danvankheo.office.paper import Paper, PaperKind
from danvankheo.office.shown.show import SignsOf
from danvankheo.office.source import Source, checked, kind_of, source_of


def read(path: StrPath, *, signs: SignsOf = "vi") -> Paper:
    """Return the paper that a file holds: its text and its tables as people see them.

    What the file is, its content decides, not its name. Formulas are never run and macros never looked at.

    Args:
        path: a file of Word (.docx), Excel (.xlsx, .xls), OpenDocument (.ods), CSV, HTML, PDF with digital
            text, plain text or Markdown.
        signs: with whose signs Excel's numbers are shown: "1.234,5" (``vi``) or "1,234.5" (``en``).

    Raises:
        UnreadableFileError: the file is of another kind, protected, damaged or beyond any report's size; the
            error says so in the user's words.
        InvalidValueError: no path, or other signs.
        ModuleNotFoundError: a library that is not installed; the message names the extra.
        OSError: the file cannot be read.

    >>> paper = read("docs/examples/office/so-dong-gop.csv")
    >>> paper.grids[0].text_at(2, 2), [notice.kind.value for notice in paper.notices]
    ('Ấp Giồng Chanh', ['encoding', 'separator', 'decimal-sign'])
    """
    return paper_of(source_of(path, "office.read"), signs=signs)


def read_bytes(data: bytes, name: str, *, signs: SignsOf = "vi") -> Paper:
    """Return the paper that bytes hold, such as those of a file that was sent to a web page.

    Args:
        data: the whole file.
        name: what it is called; its suffix tells CSV and Markdown from plain text.
        signs: as in `read`.

    Raises:
        UnreadableFileError: as in `read`.

    >>> read_bytes("Có 14 mô hình.".encode(), "bai.txt").paragraphs[0].text
    'Có 14 mô hình.'
    """
    check_type(data, bytes, "office.read_bytes")
    check_type(name, str, "office.read_bytes.name")
    return paper_of(checked(Source(name, data)), signs=signs)


def paper_of(source: Source, *, signs: SignsOf) -> Paper:
    """Return a file in hand as a paper."""
    check_one_of(signs, ("vi", "en"), "office.read.signs")
    kind = kind_of(source)
    try:
        paper = _read_as(kind, source, signs)
    except ModuleNotFoundError as error:
        raise missing("danvankheo.office", str(error.name).partition(".")[0], "office") from None
    if not paper.blocks:
        raise source.unreadable(Unreadable.NO_TABLE_OF_TEXT)
    promised = source.promised
    if promised not in {None, kind} and not {promised, kind} <= {PaperKind.TEXT, PaperKind.MARKDOWN}:
        details: dict[str, str | Words] = {
            "suffix": source.suffix,
            "kind": Words(kind.vietnamese, f"a file of {kind.value}"),
        }
        notice = Notice(NoticeKind.NAMED_OTHERWISE, Address(source.name), details)
        paper = attrs.evolve(paper, notices=(notice, *paper.notices))
    return paper


def _read_as(kind: PaperKind, source: Source, signs: SignsOf) -> Paper:
    """Return a file read as one of a kind; the libraries are loaded where they are needed."""
    match kind:
        case PaperKind.WORD:
            from danvankheo.office.kinds.word import read_word  # noqa: PLC0415

            return read_word(source)
        case PaperKind.EXCEL:
            from danvankheo.office.kinds.excel import read_excel  # noqa: PLC0415

            return read_excel(source, signs)
        case PaperKind.OLD_EXCEL:
            from danvankheo.office.kinds.old_excel import read_old_excel  # noqa: PLC0415

            return read_old_excel(source, signs)
        case PaperKind.OPEN_SHEET:
            from danvankheo.office.kinds.open_sheet import read_open_sheet  # noqa: PLC0415

            return read_open_sheet(source, signs)
        case PaperKind.CSV:
            from danvankheo.office.kinds.csv_file import read_csv  # noqa: PLC0415

            return read_csv(source)
        case PaperKind.HTML:
            from danvankheo.office.kinds.web_page import read_web_page  # noqa: PLC0415

            return read_web_page(source)
        case PaperKind.PDF:
            from danvankheo.office.kinds.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(source)
        case PaperKind.TEXT | PaperKind.MARKDOWN:
            from danvankheo.office.kinds.plain_text import read_plain_text  # noqa: PLC0415

            return read_plain_text(source, kind)
