"""Reading the files that a command names."""

import sys
from collections.abc import Sequence

from danvankheo.cli.messages import BadDataError, UnreadableError
from danvankheo.documents.text import LONGEST_DOCUMENT, loads
from danvankheo.domain.movement import Movement
from danvankheo.errors import DocumentError, printable

STANDARD_INPUT = "-"


def read_movements(names: Sequence[str]) -> list[Movement]:
    """Return the movements of all files, or raise with every problem of every file.

    Raises:
        UnreadableError: a file cannot be read at all.
        BadDataError: a file is not a document, or two hold the very same figures.
    """
    read: dict[Movement, str] = {}
    problems: list[str] = []
    unreadable = False
    for name in names:
        source = "(đầu vào chuẩn)" if name == STANDARD_INPUT else printable(name)
        try:
            movement = loads(_bytes_of(name))
        except DocumentError as error:
            problems += [f"{source}: {problem.vietnamese}" for problem in error.problems]
        except OSError as error:
            unreadable = True
            problems.append(f"{source}: {_OS_ERRORS.get(type(error), 'không đọc được')} ({error.strerror})")
        else:
            if movement in read:
                problems.append(f"{source}: trùng hoàn toàn với {read[movement]}; cộng lại sẽ tính hai lần")
            read[movement] = source
    if problems:
        text = "\n".join([*problems, f"Có {len(problems)} lỗi; chưa in gì."])
        raise (UnreadableError if unreadable else BadDataError)(text)
    return list(read)


_OS_ERRORS = {
    FileNotFoundError: "không có tệp này",
    IsADirectoryError: "là thư mục, không phải tệp",
    PermissionError: "không có quyền đọc",
}


def _bytes_of(name: str) -> bytes:
    if name != STANDARD_INPUT:
        with open(name, "rb") as file:
            return file.read(LONGEST_DOCUMENT + 1)
    if sys.stdin is None:
        raise OSError(0, "đầu vào chuẩn đã đóng")
    return sys.stdin.buffer.read(LONGEST_DOCUMENT + 1)
