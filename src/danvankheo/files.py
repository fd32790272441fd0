"""Paths, and files that are written whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from danvankheo.errors import invalid
from danvankheo.reasons import Reason

StrPath: TypeAlias = str | os.PathLike[str]


@contextmanager
def replaced(path: StrPath) -> Iterator[Path]:
    """Give a new file beside a path to write to; it takes the path's place when the block ends well.

    Whoever looks, also after a crash, sees the old file or the new one, never half. The new one has the
    permissions and, where the system allows, the owner of the old one. A pipe or a device can only be
    written to, and is given itself.

    What a process was writing when it was killed, or the power failed, stays beside the file under a
    name that begins with ".danvankheo-"; no one needs it any more.

    Raises:
        OSError: the file cannot be made or put in place; the old one stands as it was.
    """
    target = Path(os.path.realpath(path))  # a link keeps pointing; its target changes
    if target.exists() and not target.is_file():
        yield target
        return
    old = target.stat() if target.exists() else None
    whole = target.parent / f".danvankheo-{secrets.token_hex(16)}{target.suffix}"
    try:
        # The kernel takes the mask of the process off the permissions of a new file. What takes the
        # place of an old one is for nobody else until it has that one's.
        os.close(os.open(whole, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666 if old is None else 0o600))
        yield whole
        with whole.open("rb+") as file:
            os.fsync(file.fileno())
        if old is not None:
            _take_over(whole, old)
        os.replace(whole, target)
    except BaseException:
        with suppress(OSError):
            whole.unlink()
        raise


def path_of(path: object, where: str) -> str:
    """Return a path as text.

    Raises:
        InvalidValueError: neither text nor a path, or one with a null character, which no file has.
    """
    if not isinstance(path, str | os.PathLike):
        raise invalid(f"{where}.path", Reason.TYPE, path, type="str or os.PathLike")
    text = os.fspath(path)
    if not isinstance(text, str):
        raise invalid(f"{where}.path", Reason.TYPE, text, type="str or os.PathLike[str]")
    if "\0" in text:
        raise invalid(f"{where}.path", Reason.PRINTABLE, text)
    return text


def _take_over(whole: Path, old: os.stat_result) -> None:
    """Give a new file the owner and the permissions of the old one."""
    new = whole.stat()
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with suppress(OSError):  # only an administrator can give files away; others keep what they write
            os.chown(whole, old.st_uid, old.st_gid)
    whole.chmod(old.st_mode & 0o777)
