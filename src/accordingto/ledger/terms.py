"""A person's search words as a full-text query that cannot be malformed."""

import re
import unicodedata

# A phrase in double quotes, or a run without blanks. A quote that is never closed is a blank.
_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')


def terms_of(query: str) -> list[str]:
    """The query's terms, each quoted for FTS5; a trailing ``*`` on a bare word asks for a prefix.

    Terms without a letter or digit are left out: the index has nothing for them.

    >>> terms_of('raid AND "air strike" kill* -')
    ['"raid"', '"AND"', '"air strike"', '"kill"*']
    """
    found = []
    for phrase, bare in _TERM.findall(query):
        prefix = bare.endswith("*")
        words = _searchable(phrase or bare)
        if words:
            found.append(f'"{words}"' + ("*" if prefix else ""))
    return found


def _searchable(words: str) -> str:
    """The words with a blank for all that the index's tokenizer cuts at (and for NUL, lone
    surrogates and the like, which SQLite cannot take)."""
    return "".join(c if _is_token(c) else " " for c in words).strip()


def _is_token(character: str) -> bool:
    # Letters, numbers, private use: as FTS5's unicode61. Marks are kept with their letters.
    category = unicodedata.category(character)
    return category[0] in "LNM" or category == "Co"
