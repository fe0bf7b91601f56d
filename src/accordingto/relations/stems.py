"""Stems: what "collaborated" and "collaboration", "Iraqi" and "Iraq" have in common."""

from functools import cache

# Longest first. What is left must keep this many letters to say anything.
_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "ation", "ements", "ement", "ments",
    "itions", "ition", "ings", "ing", "ions", "ion", "ment", "ence", "ance", "ated", "ates", "ate",
    "ers", "er", "ors", "or", "ies", "ied", "ed", "es", "al", "ly", "s", "e", "y",
)  # fmt: skip
_PEOPLES = ("ians", "ian", "eans", "ean", "ans", "an", "is", "i")
_LEAST = 4


@cache
def stem(lemma: str) -> str:
    """A word in lower case without its ending; short words stay as they are."""
    for ending in _ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= _LEAST:
            lemma = lemma[: -len(ending)]
            break
    # "planned", "planning" beside "plan".
    if len(lemma) > _LEAST and lemma[-1] == lemma[-2] and lemma[-1] not in "sl":
        return lemma[:-1]
    return lemma


@cache
def name_stem(name: str) -> str:
    """A name in lower case so that a country and its people have one stem: "syr"."""
    for ending in _PEOPLES:
        if name.endswith(ending) and len(name) - len(ending) >= _LEAST - 1:
            name = name[: -len(ending)]
            break
    return name.rstrip("aeiou") if len(name) > _LEAST - 1 else name
