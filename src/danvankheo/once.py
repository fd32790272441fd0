"""Values that are made with the first call: one for all threads, where `functools.cache` may make several."""

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import TypeVar

T = TypeVar("T")


def once(make: Callable[[], T]) -> Callable[[], T]:
    """Return a function that makes its value with the first call and gives the same one ever after.

    Threads that call meanwhile wait. If making fails, the next call tries again.

    >>> @once
    ... def answers() -> list[int]:
    ...     return []
    >>> answers() is answers()
    True
    """
    lock = RLock()
    made: list[T] = []

    @wraps(make)
    def get() -> T:
        if not made:
            with lock:
                if not made:
                    made.append(make())
        return made[0]

    return get
