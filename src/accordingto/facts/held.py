"""Those who are taken hostage ("about 40 taken hostage", "took 30 people captive") or held."""

from accordingto.records.facts import What
from accordingto.records.reading import Reading, Token

_HELD = frozenset({"hostage", "captive", "prisoner"})
# What may follow "three men held" in a headline.
_AFTER = frozenset({"after", "over", "in", "by", "on", "without", "pending", "following", "amid"})
# Words between "took" and its number: "took about 30 hostage".
_ABOUT = 2


def detained(reading: Reading, anchor: Token) -> tuple[What, str] | None:
    """ "200 supporters held", "40 had been held": people with nothing that they hold."""
    at, tokens = anchor.index + 1, reading.tokens
    while at < len(tokens) and tokens[at].pos == "AUX":
        at += 1
    if at >= len(tokens) or tokens[at].lower != "held":
        return None
    passive = tokens[at - 1].lemma == "be"
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    bare = at == anchor.index + 1 and (
        behind is None or behind.pos == "PUNCT" or behind.lower in _AFTER
    )
    return ("arrested", "held") if passive or bare else None


def taken(reading: Reading, anchor: Token, number: Token) -> tuple[What, str] | None:
    """ "About 40 taken hostage", "were taken captive", "took 30 people hostage"."""
    tokens = reading.tokens
    behind = anchor.index + 1
    held = anchor if anchor.lower in _HELD else None
    if held is None and behind < len(tokens) and tokens[behind].lower in _HELD:
        held = tokens[behind]
    if held is not None:
        before = tokens[max(0, number.index - 1 - _ABOUT) : held.index]
        verb = next((t for t in reversed(before) if t.lemma == "take"), None)
    else:
        while behind < len(tokens) and tokens[behind].pos == "AUX":
            behind += 1
        verb = tokens[behind] if behind < len(tokens) else None
        held = tokens[behind + 1] if behind + 1 < len(tokens) else None
    if verb is None or held is None or verb.lemma != "take" or held.lower not in _HELD:
        return None
    return "abducted", f"{verb.text} {held.text}"
