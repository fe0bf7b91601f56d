"""Makes two files while the package is built or installed, editable or not.

The gazetteer is derived from packages of the registry, so it is not in the repository. A file that
this very builder made from the same sources is left as it is. The other is all TOML tables, parsed.
"""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TARGET = "src/accordingto/facts/data/places.bin.gz"
TABLES = "src/accordingto/data/tables.json"


class MadeFilesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's hook: runs before the files of a wheel are gathered."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        target = Path(self.root) / TARGET
        builder = _load(Path(self.root) / "building" / "gazetteer.py")
        tables = _load(Path(self.root) / "building" / "tables.py")
        if not builder.is_current(target):
            self.app.display_info(f"Making {TARGET}")
            builder.make(target)
        tables.make(Path(self.root) / TABLES)
        build_data["artifacts"] += [f"/{TARGET}", f"/{TABLES}"]


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"accordingto_building_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
