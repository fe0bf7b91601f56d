"""The output contract as JSON Schema (draft 2020-12), made from the records themselves.

``python -m accordingto.exports.schema`` prints it; ``docs/document.schema.json`` is its copy for
readers, and a test holds the two together.
"""

import json
import sys
from typing import Any

import msgspec

from accordingto.records.document import CONTRACT, Document


def schema() -> dict[str, Any]:
    """The schema of what ``read --format json`` prints for one input."""
    made = msgspec.json.schema(Document)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"accordingto document, contract {CONTRACT}",
        **made,
    }


def text() -> str:
    """The schema as it is published: indented, keys in the order of the records."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
