"""What a PDF holds compressed, measured before it is laid out."""

import re
import zlib
from typing import Final

from danvankheo.office.failures import Unreadable
from danvankheo.office.source import Source, megabytes

MOST_UNPACKED: Final = 96 * 2**20
"""Bytes of all streams that are not pictures, unpacked."""

_STREAM: Final = re.compile(rb"stream\r?\n")
_LOOK_BACK: Final = 600
_TWICE: Final = 2


def check_streams(source: Source) -> None:
    """Check that a PDF does not grow beyond bounds when it is read.

    Raises:
        UnreadableFileError: it does.
    """
    data = memoryview(source.data)
    left = MOST_UNPACKED
    for found in _STREAM.finditer(source.data):
        head = bytes(data[max(found.start() - _LOOK_BACK, 0) : found.start()]).rpartition(b"obj")[2]
        if b"/Image" in head or (b"Flate" not in head and b"/Fl" not in head):
            continue
        held: bytes | memoryview = data[found.end() :]
        for _ in range(_TWICE if head.count(b"Flate") > 1 else 1):
            held = _unpacked(held, left)
        left -= len(held)
        if left <= 0:
            raise source.unreadable(Unreadable.EXPANDS, most=megabytes(MOST_UNPACKED))


def _unpacked(held: bytes | memoryview, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(held, most + 1)
    except zlib.error:  # what follows is no such stream; the reader of the file says so if it matters
        return b""
