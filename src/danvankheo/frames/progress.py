"""How far a long write is, on a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Event, Thread
from typing import Any, Final

_SECONDS: Final = 0.2


@contextmanager
def shown_progress(file: Path, name: str, *, wanted: bool) -> Iterator[None]:
    """Show how much of a file has been written, while the block runs.

    Nothing is shown where standard error is no terminal, or tqdm is not installed.

    Args:
        file: what is being written.
        name: what to call it.
        wanted: False shows nothing at all.
    """
    on_terminal = sys.stderr is not None and sys.stderr.isatty()
    if not (wanted and on_terminal and find_spec("tqdm")):
        yield
        return
    tqdm: Any = import_module("tqdm").tqdm
    done = Event()
    with tqdm(desc=name, unit="B", unit_scale=True, unit_divisor=1024) as bar:

        def watch() -> None:
            ended = False
            while not ended:
                ended = done.wait(_SECONDS)
                bar.update(file.stat().st_size - bar.n if file.exists() else 0)

        watcher = Thread(target=watch, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            done.set()
            watcher.join()
