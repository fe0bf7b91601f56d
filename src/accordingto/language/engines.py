"""Which engine serves which language."""

from collections.abc import Callable

from accordingto.language.engine import Engine
from accordingto.language.spacy_engine import load_english
from accordingto.language.trained.engine import load_trained

# The parser, and the reader of the encoder's vectors.
_PARSERS: dict[str, Callable[[], Engine]] = {"en": load_english}
_TRAINED: dict[str, Callable[[], Engine]] = {"en": load_trained}

SERVED: tuple[str, ...] = tuple(_PARSERS)


def engine_for(language: str | None, *, encoded: bool = False) -> Engine | None:
    """The engine for an ISO 639-1 code, or ``None`` where none serves it; ``encoded``: the one
    that reads an encoder's vectors, where there is such a one.

    An unknown language (``None``) is read as English: the text was too short or too mixed to
    tell, and the reading says so in a note.
    """
    code = language or "en"
    load = (encoded and _TRAINED.get(code)) or _PARSERS.get(code)
    return load() if load else None
