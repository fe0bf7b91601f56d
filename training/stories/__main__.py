"""Commands: ``python -m training.stories background|fit|stance|evaluate``."""

import argparse
import sys
from pathlib import Path

import numpy as np
from benchmarks.corpora import ROOT, MissingCorpusError, corpus, scorer, write_rows

from accordingto.stories.linkage import Bar
from training.stories.background import texts, write_background
from training.stories.evaluate import evaluate
from training.stories.pairs import fit, met_pairs, to_toml
from training.stories.stance import guessed, read, shipped
from training.stories.streams import SETS, stream

SHIPPED = ROOT / "src" / "accordingto" / "stories" / "data" / "pairs.toml"
# Chosen on halves of topics, cut in three ways; the same for all sets.
_BAR = Bar(two=0.3, joins=0.25, groups=0.4, share=0.6, odds=20.0)


def main() -> int:
    """Reads the command line and runs one command; 2 where the corpus is absent."""
    parser = argparse.ArgumentParser(prog="python -m training.stories", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    fitted = commands.add_parser("fit", help="fit the model of pairs that ships, on all sets")
    fitted.add_argument("--out", type=Path, default=SHIPPED)
    commands.add_parser("background", help="count how common terms are")
    commands.add_parser("evaluate", help="fit on one half of topics, group the other")
    commands.add_parser("stance", help="fit the sides that articles take, after scoring them")
    options = parser.parse_args()
    try:
        folder = corpus("stories")
    except MissingCorpusError as missing:
        print(missing, file=sys.stderr)
        return 2
    if options.command == "background":
        print(write_background(texts(folder), SHIPPED.with_name("background.npz")), "texts")
        return 0
    if options.command == "stance":
        pairs = read(folder)
        guess = Path("build/stance.jsonl")
        write_rows(guess, guessed(pairs))
        for task in ("stance", "conflict"):
            print(task, scorer(folder, task, folder / "stance.jsonl.gz", guess))
        np.savez_compressed(SHIPPED.with_name("stance.npz"), **shipped(pairs))  # type: ignore[arg-type]
        return 0
    if options.command == "evaluate":
        for name, scores in evaluate(folder, _BAR):
            print(name, scores)
        return 0
    model = fit([met_pairs(stream(folder, name)) for name in SETS], _BAR)
    options.out.write_text(to_toml(model), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
