"""Reading the texts that a command names: files, papers of Office among them, directories, standard input."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from danvankheo.cli.inputs import STANDARD_INPUT, bytes_of, called, why_unread
from danvankheo.cli.papers import (
    UnreadPaperError,
    looks_like_a_paper,
    paper_of,
)
from danvankheo.office.source import SUFFIXES

if TYPE_CHECKING:
    from danvankheo.office.paper import Paper

LARGEST_TEXT: Final = 64 * 2**20
"""Bytes of a file that are read; a longer one is told, not cut."""

_TOO_LARGE: Final = f"dài hơn {LARGEST_TEXT // 2**20} MiB"
_NOT_UTF8: Final = "không phải tệp văn bản mã UTF-8"
_SAVE_AGAIN: Final = "hãy lưu lại theo mã UTF-8"
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_NO_TEXTS: Final = "thư mục không có tệp văn bản nào (.docx, .xlsx, .pdf, .txt …)"
_TEMPORARY: Final = ("~$", ".")  # what Word and LibreOffice put beside a file that is open


class Read(NamedTuple):
    """A text with the name of where it came from and the paper that it is of, or why it could not be read."""

    name: str
    text: str
    problem: str = ""
    paper: "Paper | None" = None


def names_of(names: Sequence[str]) -> list[str]:
    """Return the files that a call names, those of directories in the order of names."""
    found: dict[str, None] = {}
    for name in names:
        if name != STANDARD_INPUT and Path(name).is_dir():
            inside = sorted(path for path in Path(name).rglob("*") if path.suffix.lower() in SUFFIXES)
            texts = [
                path.as_posix() for path in inside if path.is_file() and not path.name.startswith(_TEMPORARY)
            ]
            found |= dict.fromkeys(texts or [name])
        else:
            found[name] = None
    return list(found)


def read_texts(names: Sequence[str]) -> Iterator[Read]:
    """Yield the text of each file, or what is wrong with it."""
    for name in names:
        yield _read(name)


def _read(name: str) -> Read:
    shown = called(name)
    if name != STANDARD_INPUT and Path(name).is_dir():
        return Read(shown, "", _NO_TEXTS)
    try:
        content = bytes_of(name, LARGEST_TEXT)
    except OSError as error:
        return Read(shown, "", why_unread(error))
    if looks_like_a_paper(name, content):
        try:
            paper = paper_of(name, content)
        except UnreadPaperError as error:
            return Read(shown, "", str(error))
        return Read(shown, paper.text, paper=paper)
    if len(content) > LARGEST_TEXT:
        return Read(shown, "", _TOO_LARGE)
    if content.startswith(_UTF16_MARKS):
        return Read(shown, "", f"tệp văn bản mã UTF-16; {_SAVE_AGAIN}")
    try:
        return Read(shown, content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Read(shown, "", f"{_NOT_UTF8} (byte thứ {error.start + 1}); {_SAVE_AGAIN}")
