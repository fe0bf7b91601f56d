"""Ids made from content, so that the same input gives the same ids."""

import hashlib

from accordingto.records.span import Span

# 48 bits: within one document (at most a few thousand records a kind) a clash has a
# chance below one in ten million; across documents the document's id is part of the key.
_DIGITS = 12

Part = str | int | float | Span | None


def content_id(prefix: str, *parts: Part) -> str:
    """An id such as ``s-3f2a…``: the prefix and 48 bits of SHA-256 over the parts, in order."""
    digest = hashlib.sha256()
    for part in parts:
        value = f"{part.start}:{part.end}" if isinstance(part, Span) else str(part)
        digest.update(value.encode("utf-8", "surrogatepass"))
        digest.update(b"\x1f")
    return f"{prefix}-{digest.hexdigest()[:_DIGITS]}"
