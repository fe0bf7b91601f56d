"""Parses the package's TOML tables once and keeps them as JSON, which is read many times faster.

``hatch_build.py`` calls this when the package is built or installed. Each table stands under its
package and file name with the SHA-256 of its source: ``accordingto/tables.py`` takes no other.
"""

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).resolve().parent.parent / "src"


def kept() -> dict[str, dict[str, Any]]:
    """Every table that is the same after JSON as before (a date, say, would not be)."""
    found = {}
    for path in sorted(SOURCE.glob("accordingto/**/data/*.toml")):
        source = path.read_bytes()
        table = tomllib.loads(source.decode("utf-8"))
        if json.loads(json.dumps(table, default=str)) == table:
            package = ".".join(path.parent.parent.relative_to(SOURCE).parts)
            digest = hashlib.sha256(source).hexdigest()
            found[f"{package}/{path.name}"] = {"digest": digest, "table": table}
    return found


def make(target: Path) -> None:
    """Writes all tables to ``target``."""
    target.write_text(json.dumps(kept(), ensure_ascii=False, separators=(",", ":")), "utf-8")
