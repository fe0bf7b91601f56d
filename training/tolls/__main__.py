"""Fits the weights of a text's toll, or measures them on incidents that they were not fitted on."""

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpora import MissingCorpusError, corpus, rows

from accordingto.facts.figures import find_figures
from accordingto.facts.harmed import find_victims
from accordingto.facts.times import find_times
from accordingto.facts.toll_features import Evidence, Features, evidence, features
from accordingto.facts.tolls import TollWeights, settle
from accordingto.intake.capture import capture_text
from accordingto.language.engines import engine_for
from accordingto.language.read import read_language
from accordingto.page.read import read_article
from accordingto.records.capture import Given
from training.tolls.logit import fit

OUT = Path(__file__).resolve().parents[2] / "src/accordingto/facts/data/tolls.toml"
FOLDS = 5
# A register's count is not what an early report says: its rows weigh less.
_REGISTER = 0.6


class Text(NamedTuple):
    """What a text tells, and the gold. ``group`` is the incident."""

    source: str
    group: str
    told: Evidence
    killed: int
    injured: int


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training.tolls", description=__doc__)
    parser.add_argument("command", choices=("fit", "evaluate"))
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    try:
        texts = [*_single(), *_register()]
    except MissingCorpusError as missing:
        print(missing, file=sys.stderr)
        return 2
    if given.command == "fit":
        given.out.write_text(_toml(fitted(texts)), encoding="utf-8")
    else:
        _evaluate(texts)
    return 0


def _single() -> list[Text]:
    path = corpus("stories") / "doc_figures.jsonl.gz"
    return [
        Text("one document", row["id"], _told(row["text"]), row["killed"], row["injured"])
        for row in rows(path)
    ]


def _register() -> list[Text]:
    path = corpus("facts") / "incidents.jsonl"
    return [
        Text(
            "register",
            row["id"],
            _told(f"{doc['title']}\n\n{doc['text']}"),
            row["killed"],
            row["injured"],
        )
        for row in rows(path)
        for doc in row["docs"]
    ]


def _told(text: str) -> Evidence:
    article = read_article(capture_text(text, "text", Given(language="en")))
    reading = read_language(article, engine_for("en"))
    times = find_times(article, reading)
    figures = find_figures(article, reading, (), (*times.times, *times.durations))
    return evidence(article.text, reading, figures, find_victims(article.text, reading))


def fitted(texts: Sequence[Text]) -> TollWeights:
    """First the killed, then the injured given what the first score settles on."""
    killed = fit([_example(features("killed", t.told, None), t.killed, t) for t in texts])
    hurt = []
    for text in texts:
        settled, _ = settle(features("killed", text.told, None), killed)
        hurt.append(_example(features("injured", text.told, settled), text.injured, text))
    return TollWeights(killed, fit(hurt))


def _example(
    told: Mapping[int, Features], gold: int, text: Text
) -> tuple[Mapping[int, Features], int, float]:
    return told, gold, _REGISTER if text.source == "register" else 1.0


def _evaluate(texts: list[Text]) -> None:
    right: dict[str, list[tuple[bool, bool, bool]]] = {}
    for fold in range(FOLDS):
        weights = fitted([t for t in texts if _fold(t) != fold])
        for text in (t for t in texts if _fold(t) == fold):
            killed, _ = settle(features("killed", text.told, None), weights.killed)
            injured, _ = settle(features("injured", text.told, killed), weights.injured)
            several = text.killed + text.injured > 1
            answer = (killed == text.killed, injured == text.injured, several)
            right.setdefault(text.source, []).append(answer)
    for source, answers in right.items():
        both = [a and b for a, b, _ in answers]
        some = [a and b for a, b, several in answers if several]
        killed, injured = ([a[i] for a in answers] for i in (0, 1))
        print(
            f"{source}: killed {_mean(killed):.3f}, injured {_mean(injured):.3f}, "
            f"both {_mean(both):.3f}; of more than one victim both {_mean(some):.3f}"
        )


def _mean(answers: Sequence[bool]) -> float:
    return sum(answers) / len(answers)


def _fold(text: Text) -> int:
    return int(hashlib.sha256(text.group.encode()).hexdigest(), 16) % FOLDS


def _toml(weights: TollWeights) -> str:
    def lines(table: Mapping[str, float]) -> str:
        return "".join(f"{json.dumps(k)} = {v}\n" for k, v in table.items())

    return (
        "# Made by training/tolls; see tolls.card.md beside this file.\n\n"
        f"[killed]\n{lines(weights.killed)}\n[injured]\n{lines(weights.injured)}"
    )


if __name__ == "__main__":
    sys.exit(main())
