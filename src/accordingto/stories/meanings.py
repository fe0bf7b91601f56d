"""Words that stand for one another between articles: two spellings, or words of like meaning."""

from collections.abc import Iterator
from functools import cache

from accordingto.stories.words import word_term
from accordingto.tables import table


@cache
def like_meanings() -> dict[int, int]:
    """Terms that are only spelt otherwise, or mean the same in news ("quit", "resigned"), each with
    the term that stands for both."""
    spelt: dict[str, str] = table("accordingto.stories", "words.toml")["spelt"]
    found = {word_term(american): word_term(british) for american, british in spelt.items()}
    for group in table("accordingto", "alike.toml")["groups"]["same"]:
        stands_for = word_term(group[0])
        for word in group:
            for term in map(word_term, _forms(word)):
                if term >= 0 and term != stands_for:
                    found.setdefault(term, stands_for)
    return found


def _forms(word: str) -> Iterator[str]:
    """A verb or noun with its regular endings; what is no word of English does no harm."""
    yield from (word, f"{word}s", f"{word}es")
    if word.endswith("e"):
        yield from (f"{word}d", f"{word[:-1]}ing")
    elif word.endswith("y"):
        yield from (f"{word[:-1]}ied", f"{word[:-1]}ies", f"{word}ing")
    else:
        yield from (f"{word}ed", f"{word}ing", f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
