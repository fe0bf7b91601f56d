"""accordingto reads contested news as evidence: who says what, with the exact words.

>>> import accordingto
>>> document = accordingto.read("page.html")            # doctest: +SKIP
>>> for statement in document.statements:               # doctest: +SKIP
...     print(statement.act, [span.of(document.text) for span in statement.content_spans])
"""

from typing import TYPE_CHECKING, Any

from accordingto.version import __version__

if TYPE_CHECKING:
    from accordingto.ledger.ledger import Ledger
    from accordingto.library import (
        read,
        read_all,
        read_html,
        read_page,
        read_text,
        source_map,
    )

__all__ = [
    "Ledger",
    "__version__",
    "read",
    "read_all",
    "read_html",
    "read_page",
    "read_text",
    "source_map",
]

_HOMES = {
    "Ledger": "accordingto.ledger.ledger",
    "read": "accordingto.library",
    "read_all": "accordingto.library",
    "read_html": "accordingto.library",
    "read_page": "accordingto.library",
    "read_text": "accordingto.library",
    "source_map": "accordingto.library",
}


def __getattr__(name: str) -> Any:
    # Loaded at first use, so that `import accordingto` (and the command's --help) stays light.
    if name not in _HOMES:
        raise AttributeError(f"module 'accordingto' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
