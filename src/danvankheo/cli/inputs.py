"""Reading the files that a command names."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from danvankheo.calc.rollup import overlapping
from danvankheo.cli.messages import BadDataError, UnreadableError
from danvankheo.documents.text import LONGEST_DOCUMENT, loads
from danvankheo.domain.movement import Movement
from danvankheo.errors import DocumentError, printable
from danvankheo.formatting.dates import format_period
from danvankheo.formatting.names import format_place

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
    for name, count in Counter(names).items():
        if count > 1:
            problems.append(f"{printable(name)}: nêu {count} lần trong lệnh")
    for name in dict.fromkeys(names):
        source = called(name)
        try:
            movement = loads(bytes_of(name, LONGEST_DOCUMENT))
        except DocumentError as error:
            problems += [f"{source}: {problem.vietnamese}" for problem in error.problems]
        except OSError as error:
            unreadable = True
            problems.append(f"{source}: {OS_ERRORS.get(type(error)) or error.strerror}")
        else:
            if movement in read:
                problems.append(f"{source}: trùng hoàn toàn với {read[movement]}; cộng lại sẽ tính hai lần")
            read[movement] = source
    if problems:
        text = "\n".join([*problems, f"Có {len(problems)} lỗi; chưa in gì."])
        raise (UnreadableError if unreadable else BadDataError)(text)
    return list(read)


def overlap_warnings(movements: Sequence[Movement]) -> list[str]:
    """Return a line for each two files that may tell the same figures."""
    return [
        f"Chú ý: {format_place(one.place)} và {format_place(other.place)} có thể trùng số liệu "
        f"({format_period(one.period)}, {format_period(other.period)}); cộng lại có thể tính hai lần."
        for one, other in overlapping(movements)
        if one.place and other.place
    ]


OS_ERRORS: Final[Mapping[type[OSError], str]] = {
    FileNotFoundError: "không có tệp này",
    IsADirectoryError: "là thư mục, không phải tệp",
    PermissionError: "không có quyền đọc",
}


def bytes_of(name: str, most: int) -> bytes:
    """Return what a file or standard input holds, and no more than one byte beyond what is allowed.

    Raises:
        OSError: it cannot be read.
    """
    if name != STANDARD_INPUT:
        with open(name, "rb") as file:
            return file.read(most + 1)
    if sys.stdin is None:
        raise OSError(0, "đầu vào chuẩn đã đóng")
    return sys.stdin.buffer.read(most + 1)


def called(name: str) -> str:
    """Return what an input is called in a message."""
    return "(đầu vào chuẩn)" if name == STANDARD_INPUT else printable(name)
