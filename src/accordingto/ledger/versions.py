"""Which of two versions of the software is newer."""

from packaging.version import InvalidVersion, Version


def supersedes(new: str, old: str) -> bool:
    """True where what ``new`` reads should replace what ``old`` has read.

    Versions are compared by the rules for Python packages. Where one of them is no such version,
    any other replaces it.
    """
    if new == old:
        return False
    try:
        return Version(new) > Version(old)
    except InvalidVersion:
        return True
