"""PDF files with digital text: words as paragraphs, ruled tables as grids; scans are refused."""

import io
import logging
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone
from typing import Final

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.table import Table

from danvankheo.bilingual import Words
from danvankheo.domain.marks import composed
from danvankheo.office.address import Address
from danvankheo.office.failures import Unreadable, UnreadableFileError
from danvankheo.office.grid import Cell, Grid
from danvankheo.office.kinds.pdf_lines import Line, Word, lines_of, paragraphs_of
from danvankheo.office.kinds.pdf_streams import check_streams
from danvankheo.office.legacy_letters import Letters, in_unicode, letters_of_font
from danvankheo.office.limits import MOST_BLOCKS, MOST_PAGES
from danvankheo.office.notices import Notice, NoticeKind
from danvankheo.office.paper import Block, Paper, PaperKind, Paragraph
from danvankheo.office.source import Source

_FEWEST_LETTERS: Final = 20
_WHOLE_PAGE: Final = 0.7
_SNAP: Final = 1.5
_OTHER_NAMES: Final = str.maketrans("\u2212\u2219\u03bc", "\xad\xb7\xb5")
_TAIL: Final = 4_096
_DATE: Final = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?)?")


def read_pdf(source: Source) -> Paper:
    """Return a PDF file as a paper: of each page paragraphs and tables from top to bottom."""
    if b"%%EOF" not in source.data.rstrip(b"\0\r\n ")[-_TAIL:]:
        raise source.damaged("its end is missing", "thiếu phần cuối")
    check_streams(source)
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(source.data)) as pdf:
            return _paper(source, pdf)
    except UnreadableFileError:
        raise
    except Exception as error:  # pdfminer raises whatever a broken object leads to
        chain = [error, error.__cause__, *error.args]
        if any(isinstance(one, PDFPasswordIncorrect | PDFTextExtractionNotAllowed) for one in chain):
            raise source.unreadable(Unreadable.ENCRYPTED) from error
        cause = type(error).__name__
        raise source.damaged(
            f"its objects do not fit together: {cause}", f"các phần bên trong không khớp nhau: {cause}"
        ) from error


def _paper(source: Source, pdf: PDF) -> Paper:
    if len(pdf.pages) > MOST_PAGES:
        raise source.unreadable(Unreadable.TOO_LONG, most=MOST_PAGES)
    blocks: list[Block] = []
    pictures: list[int] = []
    recognised: list[int] = []
    fonts: dict[tuple[str, Letters], int] = {}
    for number, page in enumerate(pdf.pages, 1):
        covered = _is_picture(page)
        if len(page.chars) < _FEWEST_LETTERS and covered:
            pictures.append(number)
        elif page.chars:
            recognised += [number] if covered else []
            for font, count in _in_unicode(page).items():
                fonts[font] = fonts.get(font, 0) + count
            blocks += _blocks_of(source, page, number, len(blocks))
            if len(blocks) > MOST_BLOCKS:
                raise source.unreadable(Unreadable.TOO_LONG, most=f"{MOST_BLOCKS:,}".replace(",", "."))
        page.close()
    if pictures and not blocks:
        raise source.unreadable(Unreadable.SCANNED)
    about = pdf.metadata or {}
    return Paper(
        file=source.name,
        kind=PaperKind.PDF,
        blocks=tuple(blocks),
        author=_said(about.get("Author")),
        created=_moment(_said(about.get("CreationDate"))),
        modified=_moment(_said(about.get("ModDate"))),
        notices=tuple(_notices(source, pictures, recognised, fonts)),
    )


def _notices(
    source: Source, pictures: Sequence[int], recognised: Sequence[int], fonts: dict[tuple[str, Letters], int]
) -> Iterator[Notice]:
    address = Address(source.name)
    for (font, letters), count in fonts.items():
        details = {"font": font, "encoding": letters.value, "count": str(count)}
        yield Notice(NoticeKind.LEGACY_FONT, address, details)
    if pictures:
        pages = ", ".join(map(str, pictures))
        what = {
            "what": Words(f"trang {pages} là ảnh quét", f"pages {pages}, which are pictures (scanned)"),
        }
        yield Notice(NoticeKind.LEFT_OUT, address, what)
    if recognised:
        pages = ", ".join(map(str, recognised))
        yield Notice(NoticeKind.RECOGNISED, address, {"pages": pages})


def _blocks_of(source: Source, page: Page, number: int, first: int) -> list[Block]:
    """Return the paragraphs and tables of a page from top to bottom."""
    found: list[tuple[float, Table | list[Line], int]] = []
    frames: list[tuple[float, float, float, float]] = []
    for index, table in enumerate(page.find_tables(), 1):
        if len(table.rows) > 1 and max(len(row.cells) for row in table.rows) > 1:
            found.append((table.bbox[1], table, index))
            frames.append(table.bbox)
    words = [
        Word(composed(word["text"]), word["x0"], word["x1"], word["top"], word["bottom"])
        for word in page.extract_words(keep_blank_chars=False, use_text_flow=False)
    ]
    right = max([word.right for word in words] + [frame[2] for frame in frames], default=0.0)
    outside = [word for word in words if not any(_is_in(word, frame) for frame in frames)]
    # A table divides the text above it from the text below it.
    cuts = sorted(frame[1] for frame in frames)
    for low, high in zip([float("-inf"), *cuts], [*cuts, float("inf")], strict=True):
        between = [word for word in outside if low <= (word.top + word.bottom) / 2 < high]
        found += [(group[0].top, group, 0) for group in paragraphs_of(lines_of(between), right)]
    blocks: list[Block] = []
    paragraphs = 0
    for _, held, index in sorted(found, key=lambda item: item[0]):
        position = first + len(blocks)
        if isinstance(held, Table):
            address = Address(source.name, position=position, page=number, table=index)
            blocks.append(_grid(address, held))
        else:
            paragraphs += 1
            address = Address(source.name, position=position, page=number, paragraph=paragraphs)
            text = " ".join(line.text for line in held)
            blocks.append(Paragraph(address=address, text=_readable(text)))
    return blocks


def _grid(address: Address, table: Table) -> Grid:
    """Return a ruled table: the lines between its cells give rows, columns and what is merged."""
    texts = table.extract() or []
    boxes = [box for row in table.rows for box in row.cells if box is not None]
    tops, lefts = _edges([box[1] for box in boxes]), _edges([box[0] for box in boxes])
    cells: list[Cell] = []
    for row, (line, said) in enumerate(zip(table.rows, texts, strict=True), 1):
        for column, (box, text) in enumerate(zip(line.cells, said, strict=True), 1):
            if box is None:
                continue
            height = sum(box[1] - _SNAP <= top < box[3] - _SNAP for top in tops)
            width = sum(box[0] - _SNAP <= left < box[2] - _SNAP for left in lefts)
            shown = composed(text or "")
            if shown.strip() or height * width > 1:
                cells.append(
                    Cell(
                        row=row,
                        column=column,
                        text=_readable(shown),
                        height=max(height, 1),
                        width=max(width, 1),
                    )
                )
    rows = max((cell.row + cell.height - 1 for cell in cells), default=0)
    columns = max((cell.column + cell.width - 1 for cell in cells), default=0)
    return Grid(address=address, rows=rows, columns=columns, cells=tuple(cells))


def _edges(values: Sequence[float]) -> list[float]:
    """Return values in order, those that are nearly one as one."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _SNAP:
            kept.append(value)
    return kept


def _is_in(word: Word, frame: tuple[float, float, float, float]) -> bool:
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return frame[0] <= across <= frame[2] and frame[1] <= down <= frame[3]


def _is_picture(page: Page) -> bool:
    """Return whether pictures cover a page, as those of a scanner do."""
    area = float(page.width * page.height) or 1.0
    covered = sum(
        max(image["x1"] - image["x0"], 0) * max(image["bottom"] - image["top"], 0) for image in page.images
    )
    return bool(covered > _WHOLE_PAGE * area)


def _in_unicode(page: Page) -> dict[tuple[str, Letters], int]:
    """Turn the letters of TCVN3 fonts into Unicode in place; return how many of each font.

    Makers of PDFs call some of them by other signs: "ư", in the place of the soft hyphen, a minus.
    """
    counts: dict[tuple[str, Letters], int] = {}
    for char in page.chars:
        font = str(char.get("fontname", ""))
        letters = letters_of_font(font)
        font = font.rpartition("+")[2]
        if letters is Letters.TCVN3 or letters is Letters.TCVN3_CAPITALS:
            shown = in_unicode(char["text"].translate(_OTHER_NAMES), letters)
            if shown != char["text"]:
                char["text"] = shown
                counts[font, letters] = counts.get((font, letters), 0) + 1
    return counts


def _readable(text: str) -> str:
    """Return text without what a PDF has in place of letters that its font does not name."""
    return re.sub(r"\(cid:\d+\)", "\ufffd", text).replace("\0", "")


def _said(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _moment(text: str) -> datetime | None:
    found = _DATE.match(text)
    if found is None:
        return None
    fields = [int(found[at] or 0) for at in range(1, 7)]
    offset = timedelta(hours=int(found[8] or 0), minutes=int(found[9] or 0))
    try:
        zone = timezone(-offset if found[7] == "-" else offset)
        return datetime(*fields, tzinfo=zone)  # type: ignore[arg-type, misc]
    except ValueError:
        return None
