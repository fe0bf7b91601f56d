"""What the openings and fixed phrases of a block say it is."""

import re
import tomllib
from functools import cache
from importlib.resources import files

_SHORT = 60  # words; a longer block may use these words about the world


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    path = files("accordingto.page.html") / "data" / "phrases.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _choice(words: list[str]) -> str:
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "|".join(
        re.escape(w) + (r"(?!\w)" if w[-1].isalnum() and len(w) < 9 else "") for w in ordered
    )


@cache
def _starts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = _data()["starts"]
    return tuple((kind, re.compile(rf"\W{{0,3}}(?:{_choice(w)})")) for kind, w in table.items())


@cache
def _holds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = _data()["holds"]
    return tuple((kind, re.compile(_choice(words))) for kind, words in table.items())


def openings(text: str) -> list[str]:
    """Kinds of furniture whose opening words ``text`` has."""
    low = text[:60].lower()
    return [kind for kind, pattern in _starts() if pattern.match(low)]


def mentions(text: str, words: int) -> list[str]:
    """Kinds of furniture of which a short ``text`` holds a fixed phrase."""
    if words > _SHORT:
        return []
    low = text[:600].lower()
    return [kind for kind, pattern in _holds() if pattern.search(low)]
