"""Fits the weights of a text's toll, or measures them on incidents that they were not fitted on."""

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.corpora import MissingCorpusError

from accordingto.facts.toll_features import candidates, features_of, features_of_both
from accordingto.facts.tolls import Settled, TollWeights, settle
from training.tolls.logit import Example, fit
from training.tolls.stories import (
    Incident,
    fitted_stories,
    incidents_of,
    is_right,
)
from training.tolls.texts import Text, read_texts

SOURCE = Path(__file__).resolve().parents[2] / "src/accordingto"
OUT = SOURCE / "facts/data/tolls.toml"
STORIES_OUT = SOURCE / "stories/data/likely_tolls.toml"
FOLDS = 5
# A register's count is not what an early report says: its rows weigh less.
_WEIGHTS = {"one document": 1.0, "own reports": 3.0, "mass shootings": 0.6, "incidents": 0.5}
# Most rows of the first that say "nobody" have a text that tells of victims.
_DOUBTFUL = 0.3


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training.tolls", description=__doc__)
    parser.add_argument("command", choices=("fit", "evaluate"))
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--stories-out", type=Path, default=STORIES_OUT)
    given = parser.parse_args()
    try:
        texts = read_texts()
    except MissingCorpusError as missing:
        print(missing, file=sys.stderr)
        return 2
    unseen = _unseen(texts)
    if given.command == "evaluate":
        _evaluate(texts, unseen)
        return 0
    tables = fitted(texts)
    kinds = ("killed", "injured", "both")
    given.out.write_text(_toml("tolls", {k: getattr(tables, k) for k in kinds}), encoding="utf-8")
    stories = fitted_stories(incidents_of(texts, unseen))
    given.stories_out.write_text(_toml("likely_tolls", stories), encoding="utf-8")
    return 0


def _unseen(texts: Sequence[Text]) -> list[Settled]:
    """What each text comes to by weights that were fitted on the other folds."""
    found: dict[int, Settled] = {}
    for fold in range(FOLDS):
        weights = fitted([t for t in texts if _fold(t.group) != fold])
        mine = (n for n, t in enumerate(texts) if _fold(t.group) == fold)
        found |= {n: settle(texts[n].told, weights) for n in mine}
    return [found[n] for n in range(len(texts))]


def fitted(texts: Sequence[Text]) -> TollWeights:
    """Weights of all three tables."""
    return TollWeights(*fit([_example(text) for text in texts]))


def _example(text: Text) -> Example:
    told = text.told
    killed, injured = candidates(told, "killed"), candidates(told, "injured")
    weight = _WEIGHTS[text.source]
    if text.source == "one document" and text.gold == (0, 0) and told.victims:
        weight *= _DOUBTFUL
    return Example(
        {k: features_of("killed", told, k) for k in killed},
        {i: features_of("injured", told, i) for i in injured},
        {(k, i): features_of_both(told, k, i) for k in killed for i in injured},
        text.gold,
        weight,
    )


def _evaluate(texts: Sequence[Text], unseen: Sequence[Settled]) -> None:
    right: dict[str, list[tuple[bool, bool, bool]]] = {}
    for text, settled in zip(texts, unseen, strict=True):
        killed, injured = settled.pair
        answer = (killed == text.gold[0], injured == text.gold[1], sum(text.gold) > 1)
        right.setdefault(text.source, []).append(answer)
    for source, answers in right.items():
        both = [a and b for a, b, _ in answers]
        some = [a and b for a, b, several in answers if several]
        killed_right, injured_right = ([a[i] for a in answers] for i in (0, 1))
        print(
            f"{source}: killed {_mean(killed_right):.3f}, injured {_mean(injured_right):.3f}, "
            f"both {_mean(both):.3f}; of more than one victim both {_mean(some):.3f}"
        )
    _evaluate_stories(incidents_of(texts, unseen))


def _evaluate_stories(incidents: Sequence[Incident]) -> None:
    right: dict[str, list[tuple[bool, bool]]] = {}
    for fold in range(FOLDS):
        weights = fitted_stories([i for i in incidents if _fold(i.group) != fold])
        for incident in (i for i in incidents if _fold(i.group) == fold):
            answer = (is_right(incident, weights), len(incident.votes) > 1)
            right.setdefault(incident.source, []).append(answer)
    for source, answers in right.items():
        every, several = [a for a, _ in answers], [a for a, more in answers if more]
        print(
            f"{source}, all reports together: both {_mean(every):.3f}, of incidents with several "
            f"reports {_mean(several):.3f}"
        )


def _mean(answers: Sequence[bool]) -> float:
    return sum(answers) / max(1, len(answers))


def _fold(group: str) -> int:
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % FOLDS


def _toml(name: str, tables: Mapping[str, Mapping[str, float]]) -> str:
    parts = [f"# Made by training/tolls; see {name}.card.md beside this file.\n"]
    for key, weights in tables.items():
        lines = "".join(f"{json.dumps(k)} = {v}\n" for k, v in weights.items())
        parts.append(f"[{key}]\n{lines}")
    return "\n".join(parts)


if __name__ == "__main__":
    sys.exit(main())
