"""Files of Office that tests make: whole ones, and ones that no office program would write."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import docx
import openpyxl

PAPERS = Path(__file__).parent / "office" / "papers"
"""Invented papers, and what stands in them: ``expected.json``."""

SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """Return parts as a zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return buffer.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def word(*paragraphs: str) -> bytes:
    """Return a Word document of some paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def word_of(body: str) -> bytes:
    """Return a Word document whose body is given as markup."""
    parts = parts_of(word())
    head = parts["word/document.xml"].partition(b"<w:body>")[0]
    parts["word/document.xml"] = head + b"<w:body>" + body.encode() + b"</w:body></w:document>"
    return zipped(parts)


def excel(
    cells: Mapping[str, object], *, formats: Mapping[str, str] | None = None, name: str = "Bieu"
) -> bytes:
    """Return a workbook of one sheet."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = name
    for place, value in cells.items():
        sheet[place] = value
    for place, code in (formats or {}).items():
        sheet[place].number_format = code
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """Return a workbook as a file."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_sheet(markup: str, **parts: bytes | str) -> bytes:
    """Return a workbook whose one sheet is given as markup, other parts too."""
    held: dict[str, bytes | str] = dict(parts_of(excel({"A1": 1})))
    held["xl/worksheets/sheet1.xml"] = markup
    held.update(parts)
    return zipped(held)


def ole(*streams: str) -> bytes:
    """Return the start of a file of old Office that names some streams."""
    names = b"".join(name.encode("utf-16-le").ljust(64, b"\0") for name in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + names.ljust(1024, b"\0")


def pdf(*streams: bytes, more: bytes = b"", font: bytes = b"/BaseFont/Helvetica") -> bytes:
    """Return a PDF of one page for each stream of drawing, the font Helvetica ready as F1."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    pages = b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(len(streams)))
    objects.append(b"<</Type/Pages/Kids[%s]/Count %d>>" % (pages, len(streams)))
    objects.append(b"<</Type/Font/Subtype/Type1%s>>" % font)
    for at, stream in enumerate(streams):
        packed = zlib.compress(stream)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>%s>>>>" % (5 + 2 * at, more)
        )
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed))
    out = io.BytesIO()
    out.write(b"%PDF-1.5\n")
    places = []
    for number, held in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, held))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def bitmap_page() -> bytes:
    """Return a PDF whose one page is a picture, as a scanner makes it."""
    raw = zlib.compress(bytes(8))
    picture = pdf(b"q 595 0 0 842 0 0 cm /Im1 Do Q", more=b"/XObject<</Im1 6 0 R>>")
    head, _, _ = picture.partition(b"xref\n")
    start = len(head)
    image = (
        b"6 0 obj\n<</Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 1/ColorSpace/DeviceGray"
        b"/Length %d/Filter/FlateDecode>>stream\n%s\nendstream\nendobj\n" % (len(raw), raw)
    )
    table = b"xref\n6 1\n%010d 00000 n \n" % start
    old = picture.rpartition(b"startxref\n")[2].split(b"\n")[0]
    body = head + image
    where = len(body)
    rest = picture[start:]
    first = where
    second = first + len(rest.rpartition(b"startxref")[0])
    out = body + rest.rpartition(b"startxref")[0]
    trailer = b"trailer<</Size 7/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (first, second)
    assert int(old) == start
    return out + table + trailer


def zip_that_grows(size: int) -> bytes:
    """Return a zip file one part of which says that it unpacks to a size."""
    data = bytearray(
        zipped({"[Content_Types].xml": "wordprocessingml.document.main", "word/document.xml": b"x"})
    )
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", size)
    return bytes(data)


def central_directory_cut(data: bytes) -> bytes:
    """Return a zip file without its end."""
    return data[: len(data) - 40]


def encrypted_zip() -> bytes:
    """Return a zip file whose part is marked as encrypted."""
    data = bytearray(zipped({"word/document.xml": b"x"}))
    at = data.find(b"PK\x01\x02")
    data[at + 8 : at + 10] = struct.pack("<H", 1)
    data[6:8] = struct.pack("<H", 1)
    return bytes(data)
