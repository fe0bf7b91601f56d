"""Who answers in an interview whose turns are labelled "Q:" and "A:"."""

from collections.abc import Iterable

from accordingto.records.facts import Actor
from accordingto.statements.answer import Answer, kind_of

ANSWER_LABEL = "A"
# Whoever is named this many times as often as anybody else is whom the article is about.
_CLEARLY = 2


def interviewee(actors: Iterable[Actor], first_answer: int) -> Answer:
    """The one person named in front of the first answer, at the offset ``first_answer``, or the
    one who is named there again and again; nobody where that does not tell."""
    named: list[tuple[int, Actor]] = []
    for actor in actors:
        times = sum(mention.end <= first_answer for mention in actor.mentions)
        if actor.kind == "person" and times:
            named.append((times, actor))
    named.sort(key=lambda pair: (-pair[0], pair[1].mentions[0]))
    if not named or (len(named) > 1 and named[0][0] < _CLEARLY * named[1][0]):
        return Answer(None, ANSWER_LABEL, None, "role-only", 0.5, "who answers is not told")
    actor = named[0][1]
    reason = f"taken as {actor.name}, of whom the words before the first answer tell"
    return Answer(actor.id, None, None, kind_of(actor), 0.7, reason)
