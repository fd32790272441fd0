"""Reading the texts that a command names: files, papers of Office among them, directories, standard input."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from danvankheo.cli.inputs import Inputs, bytes_of, called, why_unread
from danvankheo.cli.papers import UnreadPaperError, looks_like_a_paper, paper_of

if TYPE_CHECKING:
    from danvankheo.office.paper import Paper

LARGEST_TEXT: Final = 64 * 2**20
"""Bytes of a file that are read; a longer one is told, not cut."""

_TOO_LARGE: Final = f"dài hơn {LARGEST_TEXT // 2**20} MiB"
_NOT_UTF8: Final = "không phải tệp văn bản mã UTF-8"
_SAVE_AGAIN: Final = "hãy lưu lại theo mã UTF-8"
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


class Read(NamedTuple):
    """A text with the name of where it came from and the paper that it is of, or why it could not be read."""

    name: str
    text: str
    problem: str = ""
    paper: "Paper | None" = None


def read_texts(inputs: Inputs) -> Iterator[Read]:
    """Yield the text of each file; what cannot be read is left out."""
    for name in inputs.watched():
        read = _read(name)
        if read.problem:
            inputs.leave(read.name, [read.problem], unreadable=True)
        else:
            yield read


def _read(name: str) -> Read:
    shown = called(name)
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
