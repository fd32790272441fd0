"""Reading the files that a command names."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from danvankheo.cli.messages import BadDataError
from danvankheo.documents.text import loads
from danvankheo.domain.movement import Movement
from danvankheo.errors import DocumentError

STANDARD_INPUT = "-"


def read_movements(names: Iterable[str]) -> list[Movement]:
    """Return the movements of all files, or raise with every problem of every file.

    Raises:
        click.UsageError: a file cannot be read at all.
        BadDataError: a file is not a document.
    """
    movements, problems = [], []
    for name in names:
        data = _bytes_of(name)
        source = "(đầu vào chuẩn)" if name == STANDARD_INPUT else name
        try:
            movements.append(loads(data))
        except DocumentError as error:
            problems += [f"{source}: {problem.vietnamese}" for problem in error.problems]
    if problems:
        raise BadDataError("\n".join([*problems, f"Có {len(problems)} lỗi; chưa in gì."]))
    return movements


def _bytes_of(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except FileNotFoundError:
        raise click.UsageError(f"không có tệp {name}") from None
    except IsADirectoryError:
        raise click.UsageError(f"{name} là thư mục, không phải tệp") from None
    except OSError as error:
        raise click.UsageError(f"không đọc được {name}: {error.strerror}") from None
