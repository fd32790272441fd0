"""Documents as files, written whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from danvankheo.documents.text import LONGEST_DOCUMENT, dumps, loads
from danvankheo.domain.movement import Movement
from danvankheo.errors import DocumentError

StrPath: TypeAlias = str | os.PathLike[str]


def load(path: StrPath) -> Movement:
    """Return the movement that a JSON file holds; inverse of `save`.

    Raises:
        DocumentError: the file is no such document; it carries every problem and the path.
        OSError: the file cannot be read.

    >>> load("docs/examples/an-khe-2022.json").place.name
    'An Khê'
    """
    with open(path, "rb") as file:
        data = file.read(LONGEST_DOCUMENT + 1)
    try:
        return loads(data)
    except DocumentError as error:
        raise DocumentError(error.problems, os.fspath(path)) from None


def save(movement: Movement, path: StrPath) -> None:
    """Write a movement to a JSON file: whoever looks sees the old file or the new, never half.

    Raises:
        OSError: the file cannot be written; the old one stands as it was.

    >>> from danvankheo import Period
    >>> save(Movement(name="Dân vận khéo", period=Period.year(2022)), "dan-van-kheo.json")
    >>> load("dan-van-kheo.json").name
    'Dân vận khéo'
    """
    with replaced(path) as whole:
        whole.write_text(dumps(movement), encoding="utf-8", newline="\n")


@contextmanager
def replaced(path: StrPath) -> Iterator[Path]:
    """Give a new file beside a path to write to; it takes the path's place when the block ends well.

    Whoever looks, also after a crash, sees the old file or the new one, never half. A pipe or a device
    can only be written to, and is given itself.

    Raises:
        OSError: the file cannot be made or put in place; the old one stands as it was.
    """
    target = Path(os.path.realpath(path))  # a link keeps pointing; its target changes
    if target.exists() and not target.is_file():
        yield target
        return
    handle, name = tempfile.mkstemp(prefix=".danvankheo-", suffix=target.suffix, dir=target.parent)
    os.close(handle)
    whole = Path(name)
    try:
        yield whole
        with whole.open("rb+") as file:
            os.fsync(file.fileno())
        whole.chmod(_mode(target))
        os.replace(whole, target)
    except BaseException:
        with suppress(OSError):
            whole.unlink()
        raise


def _mode(target: Path) -> int:
    """Return the permissions of the file that is replaced, else what a new file would get."""
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
