"""Which files a command is called with, and reading them: one bad file never stops the others.

A name is a file, a folder, a pattern such as ``bao-cao/*.docx``, or "-" for standard input. Files of folders
and patterns come in the order of their names, whatever order the file system has. A file that cannot be used
is left out and listed with the cause, and the exit code says so; with ``--strict`` nothing is printed then.
"""

import errno
import glob
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path, PurePath
from typing import Final, TypeVar
from unicodedata import normalize

import attrs
import click

from danvankheo.cli.messages import BadDataError, Outcome, UnreadableError, to_json
from danvankheo.cli.progress import watched
from danvankheo.documents.text import LONGEST_DOCUMENT, loads
from danvankheo.domain.movement import Movement
from danvankheo.errors import DocumentError
from danvankheo.files import replaced
from danvankheo.printing import printable
from danvankheo.reporting.coverage import Coverage, overlaps, repeated
from danvankheo.reporting.place_names import place_text

Command = TypeVar("Command", bound=Callable[..., object])

STANDARD_INPUT = "-"
DOCUMENTS: Final = frozenset({".json"})
"""What the names of documents end in."""

FILES_HELP: Final = "TỆP cũng có thể là thư mục hay mẫu tên như “bao-cao/*.json”"
_MOST_WARNINGS: Final = 20
_TEMPORARY: Final = ("~$", ".")  # what Word and LibreOffice put beside a file that is open
_OF_PATTERNS: Final = frozenset("*?[")


@attrs.frozen
class LeftOutFile:
    """A file that a command does not use.

    Args:
        file: what it is called in a message.
        causes: every cause, with its place in the file.
        unreadable: whether it cannot be read at all.
    """

    file: str
    causes: tuple[str, ...]
    unreadable: bool = False

    @property
    def lines(self) -> list[str]:
        """What is said of it, a line a cause."""
        return [f"{self.file}: {cause}" for cause in self.causes]


@attrs.define
class Inputs:
    """The files of a call, and which of them are left out so far.

    Args:
        names: the files, each once, those of folders and patterns in the order of their names.
        strict: whether a file that is left out stops the command.
        list_file: where the files that are left out are listed as JSON, if that is asked for.
        left_out: those that are.
    """

    names: list[str]
    strict: bool = False
    list_file: str | None = None
    left_out: list[LeftOutFile] = attrs.Factory(list[LeftOutFile])

    @classmethod
    def of(
        cls,
        names: Sequence[str],
        suffixes: Collection[str],
        *,
        strict: bool = False,
        list_file: str | None = None,
    ) -> "Inputs":
        """Return the files that a call names.

        Args:
            names: files, folders, patterns, "-".
            suffixes: what the names of the files of a folder end in that the command reads.
            strict: as in the record.
            list_file: as in the record.
        """
        made = cls([], strict, list_file)
        found: dict[str, None] = {}
        for name, count in Counter(names).items():
            if count > 1:
                made.leave(called(name), [f"ghi {count} lần trong lệnh; chỉ tính một lần"])
        for name in dict.fromkeys(names):
            if name == STANDARD_INPUT or Path(name).is_file():
                found[name] = None
            elif Path(name).is_dir():
                inside = _files_in(Path(name), suffixes)
                found |= dict.fromkeys(inside)
                if not inside:
                    causes = [f"thư mục không có tệp nào ({_listed(suffixes)})"]
                    made.leave(called(name), causes, unreadable=True)
            elif _OF_PATTERNS & {*name} and not Path(name).exists():
                matching = _matching(name, suffixes)
                found |= dict.fromkeys(matching)
                if not matching:
                    made.leave(called(name), ["không có tệp nào khớp với mẫu tên này"], unreadable=True)
            else:
                found[name] = None  # reading it says why it cannot be read
        made.names = [*found]
        return made

    def leave(self, file: str, causes: Sequence[str], *, unreadable: bool = False) -> None:
        """Leave a file out; what of it is used already stays so."""
        self.left_out.append(LeftOutFile(file, tuple(causes), unreadable))

    def watched(self, names: Sequence[str] | None = None) -> Iterator[str]:
        """Yield the files, with a bar on a terminal where they take more than two seconds."""
        return watched(self.names if names is None else names)

    def check(self, *, any_used: bool, nothing: str = "chưa in gì") -> None:
        """Check that the command may go on without the files that are left out so far.

        Args:
            any_used: whether any file is used.
            nothing: what was not done, if it may not.

        Raises:
            UnreadableError: it may not, and some cannot be read.
            BadDataError: it may not.
        """
        if not self.left_out or (any_used and not self.strict):
            return
        self.list_left_out()
        lines = [line for each in self.left_out for line in each.lines]
        text = "\n".join([*lines, f"Có {len(lines)} lỗi; {nothing}."])
        raise (UnreadableError if any(each.unreadable for each in self.left_out) else BadDataError)(text)

    def outcome(self, output: str | Outcome, *, done: str = "các tệp khác đã tính xong") -> str | Outcome:
        """Return what a command prints, and say on the error output which files are left out.

        Raises:
            UnreadableError: the list of them cannot be written.
        """
        self.list_left_out()
        if not self.left_out:
            return output
        lines = [line for each in self.left_out for line in each.lines]
        count = len(self.left_out)
        click.echo("\n".join([*lines, f"Có {count} tệp không dùng được; {done}."]), err=True)
        made = output if isinstance(output, Outcome) else Outcome(output, 0)
        return Outcome(made.text, max(made.code, 1))

    def data(self) -> list[dict[str, object]]:
        """Return the files that are left out as data for programs."""
        return [
            {"file": each.file, "causes": [*each.causes], "unreadable": each.unreadable}
            for each in self.left_out
        ]

    def list_left_out(self) -> None:
        """Write the list of files that are left out, if that is asked for.

        Raises:
            UnreadableError: it cannot be written.
        """
        if self.list_file is None:
            return
        try:
            with replaced(self.list_file) as whole:
                whole.write_text(to_json(self.data()), encoding="utf-8", newline="\n")
        except OSError as error:
            shown = printable(self.list_file)
            raise UnreadableError(f"Không ghi được {shown}: {why_unwritten(error)}") from None


def files_options(command: Command) -> Command:
    """Add what all commands of files share: the files, and what becomes of those that cannot be used."""
    return _with_files(command, required=True)


def optional_files_options(command: Command) -> Command:
    """Add the same to a command that may do without files."""
    return _with_files(command, required=False)


def _with_files(command: Command, *, required: bool) -> Command:
    for option in (
        click.option(
            "--problems",
            "problems_file",
            metavar="TỆP",
            help="Ghi danh sách tệp không dùng được, kèm lý do, ra TỆP dạng JSON.",
        ),
        click.option(
            "--strict",
            is_flag=True,
            help="Có tệp không dùng được thì dừng, không in gì; mặc định là bỏ qua tệp ấy và liệt kê.",
        ),
        click.argument("files", nargs=-1, required=required, metavar="TỆP…" if required else "[TỆP…]"),
    ):
        command = option(command)
    return command


def read_named(inputs: Inputs, names: Sequence[str] | None = None) -> dict[str, Movement]:
    """Return the movements of the files by what they are called; what is no document is left out.

    So is a document that holds the very same figures as another.

    Args:
        inputs: the files.
        names: those of them that are documents; None for all.
    """
    read: dict[Movement, str] = {}
    for name in inputs.watched(names):
        source = called(name)
        try:
            movement = loads(bytes_of(name, LONGEST_DOCUMENT))
        except DocumentError as error:
            inputs.leave(source, [problem.vietnamese for problem in error.problems])
        except OSError as error:
            inputs.leave(source, [why_unread(error)], unreadable=True)
        else:
            if movement in read:
                inputs.leave(source, [f"giống hệt {read[movement]}; cộng lại sẽ tính hai lần"])
            else:
                read[movement] = source
    return {source: movement for movement, source in read.items()}


def _files_in(folder: Path, suffixes: Collection[str]) -> list[str]:
    """Return the files of a folder and the folders in it, in the order of their names."""
    found = [
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in suffixes
        and not any(part.startswith(_TEMPORARY) for part in path.relative_to(folder).parts)
        and path.is_file()
    ]
    return sorted((path.as_posix() for path in found), key=_order)


def _matching(pattern: str, suffixes: Collection[str]) -> list[str]:
    """Return the files that a pattern matches, those of folders too, in the order of their names."""
    found: list[str] = []
    for name in glob.glob(pattern, recursive=True):
        path = Path(name)
        if path.is_dir():
            found += _files_in(path, suffixes) if not pattern.endswith("**") else []
        elif path.is_file() and not path.name.startswith(_TEMPORARY):
            found.append(path.as_posix())
    return sorted({*found}, key=_order)


def _order(name: str) -> tuple[tuple[str, ...], str]:
    """Return where a file stands among others: by the folders and its name, however letters are composed."""
    return tuple(normalize("NFC", part).casefold() for part in PurePath(name).parts), name


def _listed(suffixes: Collection[str]) -> str:
    first = sorted(suffixes)
    return ", ".join(first[:6]) + (" …" if len(first) > 6 else "")


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
