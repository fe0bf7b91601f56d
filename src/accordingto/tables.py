"""Knowledge kept as data: the TOML tables in the ``data/`` folder beside each module.

To parse them takes longer than to read a page. So ``building/tables.py`` parses them once, when the
package is built or installed, and keeps what comes out as JSON, each with the digest of its source.
A table that was changed since, or that was not kept, is parsed as ever.
"""

import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

KEPT = "tables.json"


class _Kept(msgspec.Struct, frozen=True):
    """A parsed table; ``digest`` is the SHA-256 of the file that it was parsed from."""

    digest: str
    table: msgspec.Raw


@cache
def table(package: str, name: str) -> dict[str, Any]:
    """The table ``data/NAME`` of a package of ours, parsed once; it must not be changed."""
    source = (files(package) / "data" / name).read_bytes()
    kept = _kept().get(f"{package}/{name}")
    if kept is not None and kept.digest == hashlib.sha256(source).hexdigest():
        parsed: dict[str, Any] = msgspec.json.decode(kept.table)
        return parsed
    return tomllib.loads(source.decode("utf-8"))


@cache
def _kept() -> dict[str, _Kept]:
    try:
        held = (files("accordingto") / "data" / KEPT).read_bytes()
        return msgspec.json.decode(held, type=dict[str, _Kept])
    except (OSError, msgspec.DecodeError):
        return {}
