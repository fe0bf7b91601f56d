"""Names with a hyphen and a small letter behind it: "Shin Won-sik"."""

from collections.abc import Sequence

from accordingto.actors.countries import country_named
from accordingto.actors.wordlists import words
from accordingto.records.reading import Reading, Token

_GLUE = frozenset({"-", "–", "‑"})
# Such names have a family name in front, and parts no longer than this.
_FEWEST, _LONGEST_PART = 2, 6


def is_hyphened(reading: Reading, run: Sequence[Token], token: Token) -> bool:
    """The hyphen of "Shin Won-sik" and what stands behind it; not those of "South Lira-led"."""
    at = token.index + (token.text in _GLUE)
    if at >= len(reading.tokens) or len(run) < _FEWEST:
        return False
    hyphen, last = reading.tokens[at - 1], reading.tokens[at]
    if hyphen.text not in _GLUE or hyphen.end != last.start or not last.text.islower():
        return False
    lead = reading.tokens[at - 2]
    short = last.text.isalpha() and len(last.text) <= _LONGEST_PART
    never = words("uses.toml", "states", "sides") | words("uses.toml", "states", "tails")
    names = lead.end == hyphen.start and lead.text[:1].isupper() and len(lead.text) <= _LONGEST_PART
    state = country_named(" ".join(t.text for t in run if t.text not in _GLUE)) is not None
    return short and names and last.text not in never and not state
