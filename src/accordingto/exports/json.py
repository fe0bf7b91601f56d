"""The output contract: a document as one JSON object, its keys in the order of the record."""

import msgspec

from accordingto.records.document import Document

_ENCODER = msgspec.json.Encoder()


def encode(document: Document, pretty: bool) -> bytes:
    """``document`` as UTF-8 JSON: one line, or indented by 2 where ``pretty``. No line end.

    The same document gives the same bytes.
    """
    encoded = _ENCODER.encode(document)
    return msgspec.json.format(encoded, indent=2) if pretty else encoded
