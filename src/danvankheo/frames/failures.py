"""What writers raise where a disk is full or fails, as the errors of the system that they are.

Polars, XlsxWriter and DuckDB have errors of their own for it, each with the system's number somewhere
inside. Whoever writes a file has one thing to catch.
"""

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from danvankheo.files import StrPath

# "(os error 28)" of Rust, "[Errno 28]" of Python, "errno":"28" of DuckDB.
_NUMBER: Final = re.compile(r'(?:\(os error |\[Errno |"errno": ?")([0-9]{1,5})')
_OF_WRITING: Final = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO, errno.EROFS})
_KINDS: Final = frozenset({"FileCreateError", "FileSizeError", "IOException"})


@contextmanager
def os_errors(path: StrPath) -> Iterator[None]:
    """Run a block in which a writer's own errors about the system become `OSError` with a text.

    Args:
        path: the file that is written, for the error.

    Raises:
        OSError: the system could not write; every other error passes as it is.
    """
    try:
        yield
    except Exception as error:
        failure = _failure(error, path)
        if failure is None:
            raise
        raise failure from error


def _failure(error: Exception, path: StrPath) -> OSError | None:
    """Return the error of the system that a writer's error stands for, if it does."""
    if isinstance(error, OSError) and error.strerror:
        return None
    text = str(error)
    found = _NUMBER.search(text)
    if found is not None:
        number = int(found[1])
    elif isinstance(error, OSError) or type(error).__name__ in _KINDS:
        number = next((one for one in _OF_WRITING if os.strerror(one) in text), errno.EIO)
    else:
        return None
    if number in _OF_WRITING and (found is not None or os.strerror(number) in text):
        return OSError(number, os.strerror(number), os.fspath(path))
    return OSError(number, text.partition("\n")[0] or os.strerror(number))
