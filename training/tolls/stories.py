"""From what each report comes to, to what all reports of an incident come to together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from accordingto.facts.tolls import Settled
from accordingto.stories.toll_votes import (
    INJURED,
    KILLED,
    Side,
    Vote,
    candidates,
    features_of,
    features_of_both,
)
from accordingto.stories.tolls_likely import Weights, weighed
from training.tolls.logit import Example, fit
from training.tolls.texts import Text

# There are fewer weights here than those of single reports, and each tells more.
_PENALTY = 4.0
# The sources whose incidents have several reports.
SEVERAL = ("mass shootings", "incidents")


class Incident(NamedTuple):
    """The votes of its reports in the order of publication, and the register's numbers."""

    source: str
    group: str
    votes: tuple[Vote, ...]
    gold: tuple[int, int]


def incidents_of(texts: Sequence[Text], settled: Sequence[Settled]) -> list[Incident]:
    """All incidents. What a text comes to has to be told by weights that have not seen it: what
    the stories' weights learn is how sure a report is that nobody told them of."""
    found: dict[tuple[str, str], list[tuple[str, Vote, Text]]] = defaultdict(list)
    for text, one in zip(texts, settled, strict=True):
        if text.source in SEVERAL:
            found[text.source, text.group].append((text.day, vote_of(one), text))
    return [
        Incident(source, group, tuple(vote for _, vote, _ in told), told[0][2].gold)
        for (source, group), reports in found.items()
        if (told := sorted(reports, key=lambda report: report[0]))
    ]


def vote_of(settled: Settled) -> Vote:
    """As the tolls of a document have it: none where it tells of nobody."""
    return Vote(settled.pairs if any(settled.pair) else ())


def fitted_stories(incidents: Sequence[Incident]) -> Mapping[str, Mapping[str, float]]:
    """Weights of all three tables."""
    tables = fit([_example(incident) for incident in incidents], _PENALTY)
    return dict(zip(("killed", "injured", "both"), tables, strict=True))


def is_right(incident: Incident, weights: Weights) -> bool:
    """Whether both numbers are the register's."""
    return weighed(incident.votes, weights)[0] == incident.gold


def _example(incident: Incident) -> Example:
    def rows(side: Side) -> dict[int, dict[str, float]]:
        values = candidates(incident.votes, side)
        return {value: features_of(incident.votes, side, value) for value in values}

    killed, injured = rows(KILLED), rows(INJURED)
    both = {(k, i): features_of_both(incident.votes, k, i) for k in killed for i in injured}
    return Example(killed, injured, both, incident.gold, 1.0)
