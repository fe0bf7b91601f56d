"""The files that an input names: itself, what is in it, or what its pattern fits."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from accordingto.errors import InputError
from accordingto.intake.refusal import printable, refusal
from accordingto.records.capture import Failure

_MAGIC = frozenset("*?[")


def files_of(name: str) -> Iterator[str | Failure]:
    """The paths that ``name`` stands for, sorted; a Failure for what cannot be looked at.

    A folder stands for all files in and below it, hidden ones (``.name``) aside; links to
    folders are followed, and each folder is visited once. A pattern (``*``, ``?``, ``[…]``,
    ``**``) is expanded where no file is called so.
    """
    try:
        if _is_folder(name):
            yield from _files_of_folder(name)
        elif _MAGIC.intersection(name) and not os.path.lexists(name):
            yield from _files_of_pattern(name)
        else:
            yield name
    except InputError as error:
        yield error.failure


def failure_of(path: str, error: OSError | ValueError) -> Failure:
    """What the operating system says about ``path``, with advice."""
    source = printable(path) or "''"
    if isinstance(error, FileNotFoundError):
        if Path(path).is_symlink():
            return _failure(source, "is a link to a file that is not there", "Mend the link.")
        if "://" in path:
            return _failure(source, "is not a file", "Save the page first and read the file.")
        return _failure(source, "is not there", "Check the spelling and the folder you are in.")
    if isinstance(error, PermissionError):
        return _failure(source, "may not be read by you", "Change its permissions or your user.")
    reason = getattr(error, "strerror", None) or str(error)
    return _failure(source, f"cannot be read ({reason})", "Check the name and the disk.")


def _failure(source: str, problem: str, advice: str) -> Failure:
    return Failure(source=source, problem=problem, advice=advice)


def _is_folder(name: str) -> bool:
    try:
        return stat.S_ISDIR(os.stat(name).st_mode)  # noqa: PTH116
    except (OSError, ValueError):
        return False


def _files_of_folder(name: str) -> Iterator[str | Failure]:
    """Walks with a list of what is still to visit: folders may be deeper than calls may be."""
    found = False
    seen: set[tuple[int, int]] = set()
    todo = [name]
    while todo:
        path = todo.pop()
        try:
            status = os.stat(path)  # noqa: PTH116
            if not stat.S_ISDIR(status.st_mode):
                found = True
                yield path
                continue
            here = (status.st_dev, status.st_ino)
            if here in seen:
                continue
            seen.add(here)
            names = sorted(entry for entry in os.listdir(path) if not entry.startswith("."))  # noqa: PTH208
        except OSError as error:
            found = True
            yield failure_of(path, error)
            continue
        todo.extend(os.path.join(path, entry) for entry in reversed(names))  # noqa: PTH118
    if not found:
        problem = "is a folder with no files in it (hidden ones aside)"
        raise refusal(printable(name), problem, "Name another folder.")


def _files_of_pattern(pattern: str) -> Iterator[str | Failure]:
    whole = Path(pattern)
    recursive = "**" in whole.parts
    relative = whole.relative_to(whole.anchor)
    if whole.name == "**":
        relative = relative / "*"
    try:
        matches = sorted(Path(whole.anchor).glob(str(relative)))
    except (ValueError, NotImplementedError, OSError) as error:
        raise refusal(
            printable(pattern),
            f"is not a pattern that can be read ({error})",
            "Use ** alone between slashes, as in pages/**/*.html.",
        ) from error
    shown_hidden = {part for part in whole.parts if part.startswith(".")}
    found = False
    for match in matches:
        if any(part.startswith(".") and part not in shown_hidden for part in match.parts):
            continue
        folder = match.is_dir()
        if folder and recursive:
            continue  # `**` names the files in it as well.
        found = True
        yield from _files_of_folder(str(match)) if folder else [str(match)]
    if not found:
        advice = "Check the pattern and the folder you are in."
        raise refusal(printable(pattern), "fits no file", advice)
