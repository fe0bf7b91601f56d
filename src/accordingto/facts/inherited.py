"""Numbers that leave their noun out, and so speak of what the figure before them counts."""

from collections.abc import Sequence

from accordingto.facts.counted import Counted
from accordingto.facts.figurewords import listed
from accordingto.facts.numbers import Amount
from accordingto.facts.refused import is_no_figure
from accordingto.records.facts import Figure
from accordingto.records.reading import Reading, Token

# Only these are what two sides dispute by number alone.
_DISPUTED = frozenset(
    {
        "killed", "injured", "killed_and_injured", "missing", "abducted", "freed", "arrested",
        "displaced", "affected", "participants", "troops", "attackers", "aircraft", "weapons",
        "vehicles", "ships",
    }
)  # fmt: skip
_SCORE = 0.4
_PRONOUNS = frozenset({"them", "whom"})


def inherited(reading: Reading, amount: Amount, earlier: Sequence[Figure]) -> Counted | None:
    """What a bare number counts by the last figure of its own sentence: "police spoke of 300",
    "14 men died, two of them teachers". The score is low: the text leaves it open."""
    tokens = reading.tokens_in(amount.core)
    if not tokens or amount.unit is not None or is_no_figure(reading, amount, tokens):
        return None
    if not (_is_given(reading, tokens[-1]) or _is_part(reading, tokens[-1])):
        return None
    sentence = reading.sentence_of(tokens[0].index)
    for figure in reversed(earlier):
        if figure.span.start < sentence.span.start:
            return None
        if figure.what in _DISPUTED:
            reason = f"taken from the figure under discussion ({figure.what})"
            return Counted(figure.what, figure.unit, _SCORE, reason)
    return None


def _is_given(reading: Reading, number: Token) -> bool:
    """ "Spoke of 300", "sticks to four", "admits only three": a verb of giving numbers."""
    at = reading.tokens[number.head]
    if number.dep == "pobj":
        at = reading.tokens[at.head]
    elif number.dep not in {"dobj", "attr", "nummod", "npadvmod"}:
        return False
    return at.index != number.index and at.lemma in listed("gives", "verbs")


def _is_part(reading: Reading, number: Token) -> bool:
    """ "Two of them", "three of whom"."""
    following = [t.lower for t in reading.tokens[number.index + 1 : number.index + 3]]
    return len(following) == 2 and following[0] == "of" and following[1] in _PRONOUNS
