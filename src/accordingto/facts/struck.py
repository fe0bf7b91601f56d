"""Those whom a headline's own participle tells of: "Woman killed, four others shot"."""

from accordingto.records.reading import Reading, Token

_STRUCK = frozenset({"shot", "stabbed", "struck", "beaten"})
# How far before those who were shot the first half of a headline begins, in words.
_HALF = 10


def is_struck(reading: Reading, noun: Token) -> bool:
    """A headline's "Woman killed, four others shot": their own participle tells of the others,
    and leaves open what came of it; the verb before the comma tells of somebody else."""
    behind = reading.tokens[min(noun.index + 1, len(reading.tokens) - 1)]
    if behind.lower not in _STRUCK or behind.tag not in {"VBN", "VBD"}:
        return False
    over = reading.tokens[noun.head]
    if behind.head == noun.index:
        apart = any(t.text == "," for t in reading.tokens[over.index : noun.index])
        return apart and over.pos == "VERB"
    if over.index != behind.index or any(
        reading.tokens[i].dep == "dobj" for i in reading.children[behind.index]
    ):
        return False
    # The parser may make the first half a part of the second.
    before = reading.tokens[max(0, noun.index - _HALF) : noun.index]
    commas = [i for i, t in enumerate(before) if t.text == ","]
    return bool(commas) and any(t.pos == "VERB" for t in before[: commas[-1]])
