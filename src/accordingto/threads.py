"""One reader keeps to one core, whoever calls it.

The matrix library would start a thread a core for products that take a thousandth of a second,
and let them spin in wait for the next one: a reader on a machine of two cores used up to ten times
the processor time, and readers side by side stood in each other's way. Several articles at a time
are several workers (``batch``).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from threadpoolctl import ThreadpoolController


@contextmanager
def single_thread() -> Iterator[None]:
    """Within, the matrix library uses the caller's thread only; afterwards all is as it was."""
    with _controller().limit(limits=1, user_api="blas"):
        yield


@cache
def _controller() -> ThreadpoolController:
    # Looks for the libraries that are loaded, so numpy has to be; once, as that takes milliseconds.
    import numpy  # noqa: F401

    return ThreadpoolController()
