"""What an input is when it is neither a page nor a plain text: named from its first bytes."""

import re
from functools import cache

import msgspec

from accordingto.tables import table

# Text has tabs, line ends, form feeds and now and then an escape; other control bytes are
# what pictures and programs are full of.
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 64 * 1024
_BINARY_SHARE = 0.05


class Kind(msgspec.Struct, frozen=True):
    """``what`` completes the words "it is …"; ``advice`` says what to do."""

    what: str
    advice: str


class _Magic(msgspec.Struct, frozen=True):
    at: int
    signature: bytes
    kind: Kind


@cache
def _table() -> tuple[dict[str, str], tuple[_Magic, ...]]:
    raw = table("accordingto.intake", "kinds.toml")
    advice: dict[str, str] = raw["advice"]
    magics = tuple(
        _Magic(
            row.get("at", 0),
            bytes.fromhex(row["hex"]),
            Kind(row["what"], advice[row["advice"]]),
        )
        for row in raw["magic"]
    )
    return advice, magics


def kind(what: str, advice: str) -> Kind:
    """A kind with one of the pieces of advice of ``data/kinds.toml``, by its key."""
    return Kind(what, _table()[0][advice])


def kind_of_bytes(data: bytes) -> Kind | None:
    """The kind of file whose signature ``data`` carries; ``None`` where it carries none."""
    for magic in _table()[1]:
        if data.startswith(magic.signature, magic.at):
            return magic.kind
    return None


def is_binary(data: bytes) -> bool:
    """True where control bytes make up so much of ``data`` that it cannot be text.

    Not for UTF-16 or UTF-32, in which every other byte may be zero.
    """
    sample = data[:_SAMPLE]
    return len(_CONTROLS.findall(sample)) > _BINARY_SHARE * len(sample)
