"""A file in hand: its bytes, its name, and the kind that its content shows, whatever its name ends in."""

import io
import os
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final, NoReturn

import attrs

from danvankheo.bilingual import Words
from danvankheo.errors import detailed
from danvankheo.files import StrPath, path_of
from danvankheo.office.failures import Unreadable, UnreadableFileError
from danvankheo.office.limits import LARGEST_FILE, LARGEST_UNPACKED, MOST_PARTS
from danvankheo.office.paper import PaperKind

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_ARCHIVES: Final = (b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd")
_PROGRAMS: Final = (b"MZ", b"\x7fELF", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe")
_CHUNK: Final = 2**20
_ENTITIES: Final = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_HTML_STARTS: Final = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<div", b"<meta")
_PARTS: Final = {
    "wordprocessingml.document.main": PaperKind.WORD,
    "wordprocessingml.template.main": PaperKind.WORD,
    "ms-word.document.macroEnabled": PaperKind.WORD,
    "ms-word.template.macroEnabled": PaperKind.WORD,
    "spreadsheetml.sheet.main": PaperKind.EXCEL,
    "spreadsheetml.template.main": PaperKind.EXCEL,
    "ms-excel.sheet.macroEnabled": PaperKind.EXCEL,
    "ms-excel.template.macroEnabled": PaperKind.EXCEL,
}
_OTHERS: Final = {
    "ms-excel.sheet.binary": ("a binary Excel workbook (.xlsb)", "tệp Excel nhị phân (.xlsb)", ".xlsx"),
    "presentationml": ("a PowerPoint presentation", "bài trình chiếu PowerPoint", ".docx, .pdf"),
    "opendocument.text": ("an OpenDocument text (.odt)", "văn bản OpenDocument (.odt)", ".docx"),
    "opendocument.presentation": ("an OpenDocument presentation", "bài trình chiếu OpenDocument", ".pdf"),
}
_SUFFIXES: Final = {
    ".docx": PaperKind.WORD,
    ".docm": PaperKind.WORD,
    ".dotx": PaperKind.WORD,
    ".xlsx": PaperKind.EXCEL,
    ".xlsm": PaperKind.EXCEL,
    ".xltx": PaperKind.EXCEL,
    ".xls": PaperKind.OLD_EXCEL,
    ".ods": PaperKind.OPEN_SHEET,
    ".csv": PaperKind.CSV,
    ".tsv": PaperKind.CSV,
    ".html": PaperKind.HTML,
    ".htm": PaperKind.HTML,
    ".pdf": PaperKind.PDF,
    ".txt": PaperKind.TEXT,
    ".text": PaperKind.TEXT,
    ".md": PaperKind.MARKDOWN,
}
_PLAIN: Final = frozenset({PaperKind.CSV, PaperKind.TEXT, PaperKind.MARKDOWN})
SUFFIXES: Final = frozenset({*_SUFFIXES, ".doc"})
"""What the names of files that may be papers end in; ``.doc`` to say that it must be saved anew."""

PLAIN_SUFFIXES: Final = frozenset(
    suffix for suffix, kind in _SUFFIXES.items() if kind in {PaperKind.TEXT, PaperKind.MARKDOWN}
)
"""What the names of plain texts end in."""


@attrs.frozen
class Source:
    """A file in hand.

    Args:
        name: what the file is called.
        data: its bytes.
    """

    name: str
    data: bytes = attrs.field(repr=False)

    @property
    def suffix(self) -> str:
        """What its name ends in, in small letters."""
        return PurePath(self.name).suffix.lower()

    @property
    def promised(self) -> PaperKind | None:
        """The kind that the name promises."""
        return _SUFFIXES.get(self.suffix)

    def unreadable(self, reason: Unreadable, **details: object) -> UnreadableFileError:
        """Return the error that says why the file cannot be read."""
        return UnreadableFileError(self.name, reason, detailed(details))

    def damaged(self, cause: str, cause_vi: str) -> UnreadableFileError:
        """Return the error of a damaged file."""
        return self.unreadable(Unreadable.DAMAGED, cause=Words(cause_vi, cause))


def source_of(path: StrPath, where: str) -> Source:
    """Return a file with its bytes.

    Raises:
        UnreadableFileError: it is empty or too large.
        InvalidValueError: no path.
        OSError: it cannot be read.
    """
    name = path_of(path, where)
    with open(name, "rb") as file:
        data = file.read(LARGEST_FILE + 1)
    return checked(Source(Path(name).name, data))


def checked(source: Source) -> Source:
    """Return a file that is neither empty nor too large.

    Raises:
        UnreadableFileError: it is one of these.
    """
    if not source.data:
        raise source.unreadable(Unreadable.EMPTY)
    if len(source.data) > LARGEST_FILE:
        raise source.unreadable(Unreadable.TOO_LARGE, most=megabytes(LARGEST_FILE))
    return source


def megabytes(size: int) -> str:
    """Return a size as messages name it."""
    return f"{size // 2**20} MB"


def kind_of(source: Source) -> PaperKind:
    """Return the kind of a file by what it holds; plain text by what its name promises.

    Raises:
        UnreadableFileError: it is of a kind that is not read, named in the user's words.
    """
    data = source.data
    if data.startswith(b"PK"):
        return _kind_of_package(source)
    if data.startswith(_OLE):
        return _kind_of_ole(source)
    if b"%PDF-" in data[:1024]:
        return PaperKind.PDF
    if data.startswith(b"{\\rtf"):
        _other(source, "a rich text file (.rtf)", "tệp .rtf", ".docx")
    if data.startswith(_PICTURES):
        raise source.unreadable(Unreadable.PICTURE)
    if data.startswith(_ARCHIVES):
        raise source.unreadable(Unreadable.ARCHIVE)
    if data.startswith(_PROGRAMS):
        raise source.unreadable(Unreadable.PROGRAM)
    return _kind_of_text(source)


def parts_of(source: Source) -> zipfile.ZipFile:
    """Return the parts of a Word, Excel or OpenDocument file, checked to be bounded and without entities.

    Raises:
        UnreadableFileError: they are not, or the file is damaged or protected by a password.
    """
    try:
        parts = zipfile.ZipFile(io.BytesIO(source.data))
        infos = parts.infolist()
        if any(info.flag_bits & 1 for info in infos):
            raise source.unreadable(Unreadable.ENCRYPTED)
        if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_UNPACKED:
            raise source.unreadable(Unreadable.EXPANDS, most=megabytes(LARGEST_UNPACKED))
        for info in infos:
            _check_part(source, parts, info)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        if isinstance(error, UnreadableFileError):
            raise
        raise source.damaged(
            "its parts cannot be unpacked", "không giải nén được các phần bên trong"
        ) from None
    return parts


def _check_part(source: Source, parts: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """Read a part once: so a wrong checksum shows, and a definition of entities."""
    markup = info.filename.lower().endswith((".xml", ".rels", ".vml"))
    last = b""
    for chunk in _chunks(parts, info):
        if markup and any(mark in last + chunk for mark in _ENTITIES):
            raise source.unreadable(Unreadable.ENTITIES)
        last = chunk[-32:]


def _chunks(parts: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with parts.open(info) as part:
        while chunk := part.read(_CHUNK):
            yield chunk


def _kind_of_package(source: Source) -> PaperKind:
    parts = parts_of(source)
    names = {*parts.namelist()}
    for part in ("[Content_Types].xml", "mimetype"):
        if part in names and parts.getinfo(part).file_size < _CHUNK:
            said = parts.read(part).decode("utf-8", "replace")
            if "opendocument.spreadsheet" in said:
                return PaperKind.OPEN_SHEET
            for mark, kind in _PARTS.items():
                if mark in said:
                    return kind
            for mark, (kind_en, kind_vi, instead) in _OTHERS.items():
                if mark in said:
                    _other(source, kind_en, kind_vi, instead)
    if "[Content_Types].xml" in names or {"word/document.xml", "xl/workbook.xml"} & names:
        raise source.damaged("its list of parts is missing", "thiếu danh mục các phần bên trong")
    raise source.unreadable(Unreadable.ARCHIVE)


def _kind_of_ole(source: Source) -> PaperKind:
    """Return the kind of a file in the container of old Office; Excel's reader looks again."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in source.data

    if holds("EncryptedPackage"):
        raise source.unreadable(Unreadable.ENCRYPTED)
    if holds("Workbook") or holds("Book"):
        return PaperKind.OLD_EXCEL
    if holds("WordDocument"):
        raise source.unreadable(Unreadable.OLD_WORD)
    if holds("PowerPoint Document"):
        _other(source, "a PowerPoint presentation", "bài trình chiếu PowerPoint", ".docx, .pdf")
    raise source.unreadable(Unreadable.UNKNOWN)


def _kind_of_text(source: Source) -> PaperKind:
    promised = source.promised
    if b"\x00" in source.data[:4096] and not source.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        if promised is not None and promised in _PLAIN:
            return promised  # UTF-16 without a mark is looked into by the reader of text
        raise source.unreadable(Unreadable.UNKNOWN)
    start = source.data[:2048].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(_HTML_STARTS) or (start.startswith(b"<?xml") and b"<html" in start):
        return PaperKind.HTML
    if promised is None:
        return PaperKind.TEXT
    if promised in _PLAIN or promised is PaperKind.HTML:
        return promised
    raise source.damaged(
        f"it is not what {os.path.splitext(source.name)[1]} promises",
        f"nội dung không phải của tệp {source.suffix}",
    )


def _other(source: Source, kind: str, kind_vi: str, instead: str) -> NoReturn:
    first, _, second = instead.partition(", ")
    or_en, or_vi = (f"{first} or {second}", f"{first} hoặc {second}") if second else (first, first)
    raise source.unreadable(Unreadable.OTHER_OFFICE, kind=Words(kind_vi, kind), instead=Words(or_vi, or_en))
