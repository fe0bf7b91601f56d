"""Which engine serves which language."""

from collections.abc import Callable

from accordingto.language.engine import Engine
from accordingto.language.spacy_engine import load_english

_ENGINES: dict[str, Callable[[], Engine]] = {"en": load_english}

SERVED: tuple[str, ...] = tuple(_ENGINES)


def engine_for(language: str | None) -> Engine | None:
    """The engine for an ISO 639-1 code, or ``None`` where none serves it.

    An unknown language (``None``) is read as English: the text was too short or too mixed to
    tell, and the reading says so in a note.
    """
    load = _ENGINES.get(language or "en")
    return load() if load else None
