"""How far a command is, on a terminal's error output, where it takes more than two seconds."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from rich.console import Console
from rich.progress import Progress

_T = TypeVar("_T")

SECONDS: Final = 2.0
"""After how long a bar is shown."""


def watched(items: Sequence[_T], *, clock: Callable[[], float] = time.monotonic) -> Iterator[_T]:
    """Yield items, with a bar once they have taken two seconds; nothing where no terminal looks.

    Args:
        items: what is worked on, one after the other.
        clock: what tells the time.
    """
    if len(items) < 2 or sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    start = clock()
    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task("Đang đọc", total=len(items))
    shown = False
    try:
        for done, item in enumerate(items):
            if not shown and clock() - start > SECONDS:
                bar.start()
                shown = True
            bar.update(task, completed=done)
            yield item
    finally:
        if shown:
            bar.stop()
