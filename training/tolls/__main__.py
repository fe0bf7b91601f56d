"""Fits the weights of a text's toll, or measures them on incidents that they were not fitted on."""

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.corpora import MissingCorpusError

from accordingto.facts.toll_features import candidates, features_of, features_of_both
from accordingto.facts.tolls import Settled, TollWeights, settle
from training.tolls.logit import Example, fit
from training.tolls.texts import Text, read_texts

OUT = Path(__file__).resolve().parents[2] / "src/accordingto/facts/data/tolls.toml"
FOLDS = 5
# A register's count is not what an early report says: its rows weigh less.
_WEIGHTS = {"one document": 1.0, "own reports": 3.0, "mass shootings": 0.6, "incidents": 0.5}
# Most rows of the first that say "nobody" have a text that tells of victims.
_DOUBTFUL = 0.3


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training.tolls", description=__doc__)
    parser.add_argument("command", choices=("fit", "evaluate"))
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    try:
        texts = read_texts()
    except MissingCorpusError as missing:
        print(missing, file=sys.stderr)
        return 2
    if given.command == "fit":
        given.out.write_text(_toml(fitted(texts)), encoding="utf-8")
    else:
        _evaluate(texts)
    return 0


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


def _evaluate(texts: list[Text]) -> None:
    right: dict[str, list[tuple[bool, bool, bool]]] = {}
    incidents: dict[tuple[str, str], list[tuple[Settled, tuple[int, int]]]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = fitted([t for t in texts if _fold(t) != fold])
        for text in (t for t in texts if _fold(t) == fold):
            settled = settle(text.told, weights)
            killed, injured = settled.pair
            answer = (killed == text.gold[0], injured == text.gold[1], sum(text.gold) > 1)
            right.setdefault(text.source, []).append(answer)
            incidents[text.source, text.group].append((settled, text.gold))
    for source, answers in right.items():
        both = [a and b for a, b, _ in answers]
        some = [a and b for a, b, several in answers if several]
        killed_right, injured_right = ([a[i] for a in answers] for i in (0, 1))
        stories = [_together(found) for (s, _), found in incidents.items() if s == source]
        print(
            f"{source}: killed {_mean(killed_right):.3f}, injured {_mean(injured_right):.3f}, "
            f"both {_mean(both):.3f}; of more than one victim both {_mean(some):.3f}; "
            f"incidents both {_mean(stories):.3f}"
        )


def _together(found: Sequence[tuple[Settled, tuple[int, int]]]) -> bool:
    """Whether the mean of all reports' probabilities is right for both."""
    sums: tuple[dict[int, float], dict[int, float]] = (defaultdict(float), defaultdict(float))
    for settled, _ in found:
        for side, weighed in zip(sums, (settled.killed, settled.injured), strict=True):
            for value, share in weighed:
                side[value] += share
    best = tuple(min(side, key=lambda k, s=side: (-s[k], k)) for side in sums)  # type: ignore[misc]
    return best == found[0][1]


def _mean(answers: Sequence[bool]) -> float:
    return sum(answers) / max(1, len(answers))


def _fold(text: Text) -> int:
    return int(hashlib.sha256(text.group.encode()).hexdigest(), 16) % FOLDS


def _toml(weights: TollWeights) -> str:
    def lines(table: Mapping[str, float]) -> str:
        return "".join(f"{json.dumps(k)} = {v}\n" for k, v in table.items())

    return (
        "# Made by training/tolls; see tolls.card.md beside this file.\n\n"
        f"[killed]\n{lines(weights.killed)}\n[injured]\n{lines(weights.injured)}"
        f"\n[both]\n{lines(weights.both)}"
    )


if __name__ == "__main__":
    sys.exit(main())
