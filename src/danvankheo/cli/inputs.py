"""Reading the files that a command names."""

import errno
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Final, TypeVar

import click

from danvankheo.cli.messages import BadDataError, UnreadableError
from danvankheo.documents.text import LONGEST_DOCUMENT, loads
from danvankheo.domain.movement import Movement
from danvankheo.errors import DocumentError
from danvankheo.printing import printable
from danvankheo.reporting.coverage import Coverage, overlaps, repeated
from danvankheo.reporting.place_names import place_text

Command = TypeVar("Command", bound=Callable[..., object])

STANDARD_INPUT = "-"
_MOST_WARNINGS: Final = 20


def read_movements(names: Sequence[str]) -> list[Movement]:
    """Return the movements of all files, or raise with every problem of every file.

    Raises:
        UnreadableError: a file cannot be read at all.
        BadDataError: a file is not a document, or two hold the very same figures.
    """
    return [*read_named(names).values()]


def read_named(names: Sequence[str]) -> dict[str, Movement]:
    """Return the movements of all files by what the files are called, or raise with every problem.

    Raises:
        UnreadableError: a file cannot be read at all.
        BadDataError: a file is not a document, or two hold the very same figures.
    """
    read: dict[Movement, str] = {}
    problems: list[str] = []
    unreadable = False
    for name, count in Counter(names).items():
        if count > 1:
            problems.append(f"{printable(name)}: ghi {count} lần trong lệnh")
    for name in dict.fromkeys(names):
        source = called(name)
        try:
            movement = loads(bytes_of(name, LONGEST_DOCUMENT))
        except DocumentError as error:
            problems += [f"{source}: {problem.vietnamese}" for problem in error.problems]
        except OSError as error:
            unreadable = True
            problems.append(f"{source}: {why_unread(error)}")
        else:
            if movement in read:
                problems.append(f"{source}: giống hệt {read[movement]}; cộng lại sẽ tính hai lần")
            read[movement] = source
    if problems:
        text = "\n".join([*problems, f"Có {len(problems)} lỗi; chưa in gì."])
        raise (UnreadableError if unreadable else BadDataError)(text)
    return {source: movement for movement, source in read.items()}


def accept_option(command: Command) -> Command:
    """Add the option that takes several reports of one place and time."""
    return click.option(
        "--accept-duplicates", is_flag=True, help="Vẫn cộng khi có nhiều tệp của cùng một nơi, cùng một kỳ."
    )(command)


def check_coverage(covered: Sequence[Coverage], *, accept: bool) -> None:
    """Check that no place and time is covered by two files, and warn of what may be.

    Raises:
        BadDataError: files that cover the same place and time, unless they are accepted.
    """
    twice = [
        f"Có {len(found.sources)} báo cáo cùng nơi, cùng kỳ: {found.first.text} ({', '.join(found.sources)})."
        for found in repeated(covered)
    ]
    if twice and not accept:
        advice = "Hãy bỏ bớt tệp trùng; nếu đúng là các phần khác nhau thì thêm --accept-duplicates."
        raise BadDataError("\n".join([*twice, advice]))
    several = overlaps(covered)
    for one, other in islice(several, _MOST_WARNINGS):
        when = one.when if one.when == other.when else f"{one.when} và {other.when}"
        first, second = place_text(one.names), place_text(other.names)
        places = f"{first} và {second}" if first != second else f"các báo cáo của {first}"
        click.echo(f"Chú ý: {places} có thể trùng số liệu ({when}); cộng lại có thể tính hai lần.", err=True)
    more = sum(1 for _ in several)
    if more:
        click.echo(f"Chú ý: còn {more} cặp khác có thể trùng số liệu.", err=True)


OS_ERRORS: Final[Mapping[type[OSError], str]] = {
    FileNotFoundError: "không có tệp này",
    IsADirectoryError: "là thư mục, không phải tệp",
    PermissionError: "không có quyền đọc",
}

_OF_WRITING: Final[Mapping[int, str]] = {
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã hết dung lượng được cấp",
    errno.EFBIG: "tệp lớn hơn mức hệ thống cho phép",
    errno.EROFS: "ổ đĩa chỉ cho phép đọc",
    errno.EACCES: "không có quyền ghi",
    errno.EPERM: "không có quyền ghi",
    errno.ENOENT: "không có thư mục này",
}


def why_unread(error: OSError) -> str:
    """Return why a file could not be read."""
    return OS_ERRORS.get(type(error)) or error.strerror or str(error)


def why_unwritten(error: OSError) -> str:
    """Return why a file could not be written."""
    return _OF_WRITING.get(error.errno or 0) or error.strerror or str(error)


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
