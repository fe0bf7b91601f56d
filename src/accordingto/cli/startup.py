"""How a command that reads starts: without looking for garbage among what it has just loaded.

Modules, tables and models are all kept to the end. To look them through again and again while they
are loaded takes a fifteenth of the time of a first page.
"""

import gc
from collections.abc import Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")


def begin() -> None:
    """No garbage is looked for from here on; call it before anything heavy is loaded."""
    gc.disable()


def settled(results: Iterable[_T]) -> Iterator[_T]:
    """The results. When the first is there, all is loaded: it is put aside for good, and garbage is
    looked for as ever."""
    first = True
    try:
        for result in results:
            if first:
                gc.freeze()
                gc.enable()
                first = False
            yield result
    finally:
        gc.enable()
