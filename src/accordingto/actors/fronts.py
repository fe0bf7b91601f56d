"""Fronts and guards that carry no arms: parties with such a word in their name."""

from collections.abc import Sequence

from msgspec.structs import replace

from accordingto.actors.fold import head_word
from accordingto.actors.mention import Mention
from accordingto.actors.wordlists import words
from accordingto.records.reading import Reading

# So many words of elections in a text, and more than of arms, make parties of its fronts.
_FEWEST = 2


def with_fronts(reading: Reading, names: Sequence[Mention]) -> list[Mention]:
    """The names, with those that only a word such as "Front" makes an armed group's as parties
    where the text tells of votes and seats rather than of fighters."""
    either = words("kinds.toml", "fronts", "words")
    asked = [m for m in names if m.kind == "armed_group" and m.identity is None]
    if not any(head_word(m.words) in either for m in asked):
        return list(names)
    low = [t.lower for t in reading.tokens]
    polls = sum(word in words("kinds.toml", "fronts", "polls") for word in low)
    arms = sum(word in words("kinds.toml", "fronts", "arms") for word in low)
    if polls < _FEWEST or polls <= arms:
        return list(names)
    return [
        replace(m, kind="organisation")
        if m.kind == "armed_group" and m.identity is None and head_word(m.words) in either
        else m
        for m in names
    ]
