"""One way to say that an input cannot be read."""

from accordingto.errors import InputError
from accordingto.records.capture import Failure


def refusal(source: str, problem: str, advice: str) -> InputError:
    """The exception for an input: which one, what is wrong with it, what to do."""
    return InputError(Failure(source=source, problem=problem, advice=advice))


def printable(name: str) -> str:
    """``name`` as text that any encoder takes: bytes of a file name that are not UTF-8 are
    written ``\\xNN``."""
    try:
        data = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = name.encode("utf-8", "backslashreplace")
    return data.decode("utf-8", "backslashreplace")


def too_large(source: str, limit: int) -> InputError:
    """The refusal of a page of more than ``limit`` bytes."""
    return refusal(
        source,
        f"is larger than the limit of {limit:,} bytes a page",
        "If it really is one page, raise the limit with --max-size.",
    )
