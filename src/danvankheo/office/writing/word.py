"""Documents as papers of an office in Word: by Nghị định 30/2020/NĐ-CP, or as papers of the Party."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from danvankheo.checking import check_one_of, check_type, checked_each
from danvankheo.files import StrPath, path_of, replaced
from danvankheo.office.writing.layouts import COLLECTIVE_BODIES, LAYOUTS, Layout, Lettering, PaperPart
from danvankheo.office.writing.letterhead import Letterhead
from danvankheo.office.writing.word_parts import (
    add_grid,
    add_line,
    add_run,
    begin_appendix,
    describe,
    new_document,
    plain,
    repeat_head,
    width_of,
    widths,
)
from danvankheo.printing import visible
from danvankheo.reporting.blocks import (
    Block,
    ChartBlock,
    Document,
    Items,
    Note,
    Prose,
    Signature,
    Signer,
    Title,
)
from danvankheo.reporting.figure_table import FigureTable, ValueKind, number_column

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

Picture: TypeAlias = Callable[[ChartBlock], bytes]
"""What draws a chart as PNG."""

_POINTS_A_MILLIMETRE: Final = 72 / 25.4
_PAPER_WIDTH, _PAPER_HEIGHT = 210, 297
_HEAD_LEFT: Final = 0.42
"""How much of the width the issuing body has; the nation needs the rest for one line."""

_SMALL_FROM, _WIDE_FROM, _SMALLEST_FROM = 6, 8, 9
"""Columns from which letters are smaller, an appendix lies on its long side, letters are smaller still."""
_SYMBOLS: Final = {"báo cáo": "BC", "thông báo": "TB", "kế hoạch": "KH", "quyết định": "QĐ", "": "CV"}
_NUMBERS: Final = ("TT", "STT", "Hạng")
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def write_word(
    document: Document,
    path: StrPath,
    *,
    layout: Layout | str = "nd30",
    letterhead: Letterhead | None = None,
    appendices: Sequence[Document] = (),
    picture: Picture | None = None,
) -> None:
    """Write a document as an official paper in Word: whoever looks sees the old file or the new, never half.

    A paper of A4 in Times New Roman, with the margins, the head, the signature and the page numbers of its
    layout; appendices begin on a page of their own, each with its own head. Heads of tables stand on
    every page, sums are bold.

    Args:
        document: what it says; its title is the abstract (trích yếu) unless the letterhead has one.
        path: the new file; an old one is replaced.
        layout: ``"nd30"`` (Nghị định 30/2020/NĐ-CP), ``"hd36"`` (Hướng dẫn 36-HD/VPTW), or your own.
        letterhead: who to whom, when, and who signs; what is not given leaves room for a pen.
        appendices: documents that follow the signature.
        picture: what draws charts as PNG; without it a chart is what it says in words.

    Raises:
        InvalidValueError: no document, or no such layout.
        OSError: it cannot be written; the old file stands as it was.

    >>> from danvankheo import load, office, reporting
    >>> write_word(reporting.report_of(load("docs/examples/an-khe-2022.json")), "an-khe.docx")
    >>> [text for each in office.read("an-khe.docx").paragraphs if (text := each.text)][:2]
    ['BÁO CÁO', 'Phong trào thi đua “Dân vận khéo” năm 2022']
    """
    where = path_of(path, "office.write_word")
    check_type(document, Document, "office.write_word")
    every = tuple(checked_each(appendices, Document, "office.write_word.appendices"))
    if isinstance(layout, str):
        check_one_of(layout, LAYOUTS, "office.write_word.layout")
        layout = LAYOUTS[layout]
    check_type(layout, Layout, "office.write_word.layout")
    head = letterhead or Letterhead()
    check_type(head, Letterhead, "office.write_word.letterhead")
    paper = _Paper(layout, head, picture)
    paper.write(document, every)
    with replaced(where) as whole:
        paper.word.save(str(whole))


class _Paper:
    """Writes a document, part by part."""

    def __init__(self, layout: Layout, head: Letterhead, picture: Picture | None) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415

        self.layout = layout
        self.head = head
        self.picture = picture
        self.word: WordDocument = new_document(layout)
        self.align: type[WD_ALIGN_PARAGRAPH] = WD_ALIGN_PARAGRAPH
        self.width = _PAPER_WIDTH - layout.margins.left - layout.margins.right
        self.titles = 0

    def write(self, document: Document, appendices: Sequence[Document]) -> None:
        """Write all of it."""
        self._head()
        self._kind(document)
        if document.subtitle:
            self._centred(document.subtitle, PaperPart.ABOUT, below=6)
        self._blocks(document.blocks)
        self._foot()
        for at, appendix in enumerate(appendices):
            self._appendix(appendix, at, len(appendices))
        about = self.word.core_properties
        about.title, about.author, about.language = visible(document.title)[:255], "", "vi-VN"
        about.comments = ""

    def _lettering(self, part: PaperPart) -> Lettering:
        return self.layout.parts[part]

    def _head(self) -> None:
        """Write who issues it on the left, the nation or the Party on the right."""
        left, right = self.width * _HEAD_LEFT, self.width * (1 - _HEAD_LEFT)
        table = add_grid(self.word, 2, (left, right), lines=False)
        (above, above_right), (below, below_right) = (row.cells for row in table.rows)
        issuer = self.head.issuer or "…"
        lines = [(PaperPart.SUPERIOR, self.head.superior)] if self.head.superior else []
        self._lines(above, [*lines, (PaperPart.ISSUER, issuer)])
        room = left * _POINTS_A_MILLIMETRE
        if self.layout.star:
            plain(above.add_paragraph("*"), self.align.CENTER)
        else:
            # From a third to a half as long as the name of the body.
            length = width_of(issuer, self._lettering(PaperPart.ISSUER)) * 0.4
            add_line(above, min(length, room * 0.4), room)
        self._lines(above_right, self.layout.top_right)
        part, motto = self.layout.top_right[-1]
        room = right * _POINTS_A_MILLIMETRE
        add_line(above_right, min(width_of(motto, self._lettering(part)), room), room)
        self._lines(below, [(PaperPart.NUMBER, f"{self.layout.number_word}{self._number()}")])
        if not self.head.kind and self.head.about:
            self._add(below, PaperPart.ABOUT_OF_LETTER, self._about_of_letter())
        self._lines(below_right, [(PaperPart.PLACE_AND_DAY, self.head.place_and_day)])

    def _number(self) -> str:
        """Return number and symbol; room for them where they are not given, the kind named if it is known."""
        kind = _SYMBOLS.get(self.head.kind.casefold(), "")
        if self.layout.star:
            blank = f"… -{kind or '…'}/…"
        else:
            blank = f"     /{f'{kind}-' if kind and self.head.kind else ''}…"
        return self.head.number or blank

    def _about_of_letter(self) -> str:
        return self.head.about if self.layout.star else f"V/v {self.head.about}"

    def _lines(self, cell: "_Cell", lines: Sequence[tuple[PaperPart, str]]) -> None:
        """Write lines in the middle of a cell, the first into the paragraph that it has."""
        first, *rest = lines
        add_run(plain(cell.paragraphs[0], self.align.CENTER), first[1], self._lettering(first[0]))
        for part, text in rest:
            self._add(cell, part, text)

    def _add(self, cell: "_Cell", part: PaperPart, text: str) -> None:
        add_run(plain(cell.add_paragraph(), self.align.CENTER), text, self._lettering(part))

    def _kind(self, document: Document) -> None:
        """Write what kind of paper it is and what about; of a letter whom it is sent to."""
        plain(self.word.add_paragraph())
        if self.head.kind:
            self._centred(self.head.kind, PaperPart.KIND)
            about = self.head.about or document.title
            self._centred(about, PaperPart.ABOUT)
            lettering = self._lettering(PaperPart.ABOUT)
            room = self.width * _POINTS_A_MILLIMETRE
            add_line(self.word, min(width_of(about, lettering) * 0.4, room * 0.4), room)
            plain(self.word.add_paragraph())
        if self.head.to:
            self._to()

    def _to(self) -> None:
        one = len(self.head.to) == 1
        lettering = self._lettering(PaperPart.TO)
        text = f"Kính gửi: {self.head.to[0]}." if one else "Kính gửi:"
        add_run(plain(self.word.add_paragraph(), self.align.CENTER, below=6), text, lettering)
        for at, name in enumerate(() if one else self.head.to, 1):
            end = "." if at == len(self.head.to) else ";"
            paragraph = plain(self.word.add_paragraph(), self.align.LEFT, below=2)
            self._indent(paragraph, left=60)
            add_run(paragraph, f"- {name}{end}", lettering)
        plain(self.word.add_paragraph())

    def _centred(self, text: str, part: PaperPart, *, below: float = 0) -> None:
        paragraph = plain(self.word.add_paragraph(), self.align.CENTER, below=below)
        add_run(paragraph, text, self._lettering(part))

    def _indent(self, paragraph: "Paragraph", *, left: float = 0, first: float = 0) -> None:
        from docx.shared import Mm  # noqa: PLC0415

        paragraph.paragraph_format.left_indent = Mm(left)
        paragraph.paragraph_format.first_line_indent = Mm(first)

    def _blocks(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            match block:
                case Title(text):
                    self.titles += 1
                    paragraph = self._prose(f"{self.titles}. {text}", PaperPart.HEADING)
                    paragraph.paragraph_format.keep_with_next = True
                case Prose(text):
                    self._prose(text, PaperPart.BODY)
                case Items(items):
                    for item in items:
                        self._prose(f"- {item}", PaperPart.BODY)
                case FigureTable():
                    self._table(block)
                case ChartBlock():
                    self._chart(block)
                case Note():
                    self._note(block.shown)
                case Signature(signers):
                    self._signature(signers)

    def _prose(self, text: str, part: PaperPart) -> "Paragraph":
        paragraph = plain(self.word.add_paragraph(), self.align.JUSTIFY, below=self.layout.spacing)
        self._indent(paragraph, first=self.layout.indent)
        add_run(paragraph, text, self._lettering(part))
        return paragraph

    def _note(self, text: str) -> None:
        from docx.shared import Pt  # noqa: PLC0415

        run = add_run(plain(self.word.add_paragraph(), below=6), text, self._lettering(PaperPart.BODY))
        run.italic, run.font.size = True, Pt(12)

    def _table(self, table: FigureTable) -> None:
        from docx.enum.table import WD_ALIGN_VERTICAL  # noqa: PLC0415
        from docx.shared import Pt  # noqa: PLC0415

        if not table.columns:
            return
        table = numbered(table)
        count = len(table.columns)
        size = 12 if count < _SMALL_FROM else 11 if count < _SMALLEST_FROM else 10
        grid = add_grid(self.word, table.length + 1, widths(table, self.width, size), lines=True)
        repeat_head(grid)
        body = self._lettering(PaperPart.BODY)
        # One pass over the rows: looking up a cell by its place is slow in long tables.
        for at, (row, texts) in enumerate(zip(grid.rows, (table.head, *table.rows), strict=True)):
            strong = at == 0 or table.is_total(at - 1)
            for column, cell, text in zip(table.columns, row.cells, texts, strict=True):
                cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER if at == 0 else WD_ALIGN_VERTICAL.TOP
                figures = column.kind is not ValueKind.TEXT
                align = self.align.CENTER if at == 0 else self.align.RIGHT if figures else self.align.LEFT
                run = add_run(plain(cell.paragraphs[0], align, below=2), text, body)
                run.bold, run.font.size = strong, Pt(size)
        plain(self.word.add_paragraph())

    def _chart(self, chart: ChartBlock) -> None:
        from docx.shared import Mm  # noqa: PLC0415

        if self.picture is None:
            self._prose(chart.alt, PaperPart.BODY)
            return
        paragraph = plain(self.word.add_paragraph(), self.align.CENTER)
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run()
        run.add_picture(BytesIO(self.picture(chart)), width=Mm(self.width))
        describe(run, chart.alt)
        self._centred(chart.title, PaperPart.ABOUT, below=6)

    def _signature(self, signers: Sequence[Signer]) -> None:
        """Write those who sign, side by side."""
        table = add_grid(self.word, 1, [self.width / len(signers)] * len(signers), lines=False)
        for cell, signer in zip(table.rows[0].cells, signers, strict=True):
            self._signer(cell, signer)

    def _signer(self, cell: "_Cell", signer: Signer) -> None:
        lines = [(PaperPart.CAPACITY, text) for text in (signer.capacity, signer.post) if text]
        self._lines(cell, lines or [(PaperPart.CAPACITY, "…")])
        for _ in range(4):  # room for the hand and the seal
            plain(cell.add_paragraph())
        self._add(cell, PaperPart.SIGNER, signer.name)

    def _foot(self) -> None:
        """Write who gets a copy on the left, who signs on the right."""
        plain(self.word.add_paragraph())
        table = add_grid(self.word, 1, (self.width / 2, self.width / 2), lines=False)
        left, right = table.rows[0].cells
        self._received(left)
        signer = self.head.signer
        if not signer.capacity and self.head.issuer.casefold().startswith(COLLECTIVE_BODIES):
            signer = attrs.evolve(signer, capacity=f"{self.layout.for_body}{self.head.issuer}")
        self._signer(right, signer)

    def _received(self, cell: "_Cell") -> None:
        words, name = self._lettering(PaperPart.RECIPIENTS), self._lettering(PaperPart.RECIPIENT)
        add_run(plain(cell.paragraphs[0], self.align.LEFT), "Nơi nhận:", words)
        kept = f"Lưu: {self.head.archive}." if not self.layout.star else "Lưu Văn phòng."
        for recipient in self.head.recipients:
            add_run(plain(cell.add_paragraph(), self.align.LEFT), f"- {recipient};", name)
        add_run(plain(cell.add_paragraph(), self.align.LEFT), f"- {kept}", name)

    def _appendix(self, document: Document, at: int, count: int) -> None:
        """Write an appendix on a page of its own, with its number if there are several."""
        wide = any(len(table.columns) >= _WIDE_FROM for each in document.sections for table in each.tables)
        begin_appendix(self.word, wide=wide)
        edges = self.layout.margins.left + self.layout.margins.right
        self.width = (_PAPER_HEIGHT if wide else _PAPER_WIDTH) - edges
        number = f" {_ROMAN[at] if at < len(_ROMAN) else at + 1}" if count > 1 else ""
        self._centred(f"Phụ lục{number}", PaperPart.APPENDIX)
        self._centred(document.title, PaperPart.APPENDIX_TITLE)
        self._centred(self._kept_with(), PaperPart.APPENDIX_OF)
        length = self.width * _POINTS_A_MILLIMETRE
        add_line(self.word, length * 0.25, length)
        plain(self.word.add_paragraph())
        self.titles = 0
        self._blocks(document.blocks)

    def _kept_with(self) -> str:
        """Return of which paper an appendix is."""
        kind = self.head.kind or "Công văn"
        number = self.head.number or ("…" if self.layout.star else "…/…")
        word = "số" if self.layout.number_word else ""
        day = self.head.place_and_day.rpartition(", ")[2]
        by = f" của {self.head.issuer}" if self.head.issuer else ""
        return f"(Kèm theo {kind} {word} {number} {day}{by})"


def numbered(table: FigureTable) -> FigureTable:
    """Return a table with a first column that numbers its rows, as those of offices have; not its sums.

    >>> numbered(FigureTable.of_texts(("Nơi", "Số"), [("A", "1"), ("Cộng", "1")], totals=1)).rows
    (('1', 'A', '1'), ('', 'Cộng', '1'))
    """
    if table.columns[0].head in _NUMBERS:
        return table
    items = table.length - table.totals
    numbers = number_column(_NUMBERS[0], [*range(1, items + 1), *[""] * table.totals])
    return attrs.evolve(table, columns=(numbers, *table.columns))
