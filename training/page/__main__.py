"""Commands: ``python -m training.page dump|fit|evaluate``."""

import argparse
import sys
from pathlib import Path

from benchmarks.corpora import ROOT, MissingCorpusError, corpus, write_rows

from accordingto.page.html.body import Weights
from training.page.evaluate import predict, score, summary
from training.page.examples import Example, dump, examples
from training.page.fit import Strengths, block_f1, choose_strengths, fit, to_toml
from training.page.pages import GROUPS, CorpusPage, read_pages

_STRENGTHS = "inverse L2 strengths of both scores; else cross-validated"
SHIPPED = ROOT / "src" / "accordingto" / "page" / "html" / "data" / "body.toml"


def main() -> int:
    """Reads the command line and runs one command; 2 where the corpus is absent."""
    parser = argparse.ArgumentParser(prog="python -m training.page", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    dumped = commands.add_parser("dump", help="write features and labels of every block")
    dumped.add_argument("out", type=Path, help="a .jsonl.gz file")
    fitted = commands.add_parser("fit", help="fit the weights that ship, on all pages")
    fitted.add_argument("--out", type=Path, default=SHIPPED)
    fitted.add_argument("--strengths", type=float, nargs=2, help=_STRENGTHS)
    judged = commands.add_parser("evaluate", help="fit on one half of publishers, score the other")
    judged.add_argument("--strengths", type=float, nargs=2, help=_STRENGTHS)
    judged.add_argument("--groups", action="store_true", help="five folds in place of two halves")
    judged.add_argument("--shipped", action="store_true", help="no fit: score the shipped weights")
    judged.add_argument("--keep", type=Path, help="folder for predictions and scores by page")
    options = parser.parse_args()
    try:
        folder = corpus("page")
    except MissingCorpusError as missing:
        print(missing, file=sys.stderr)
        return 2
    pages = list(read_pages(folder))
    if options.command == "dump":
        print(f"{dump(examples(pages), options.out)} blocks")
    elif options.command == "fit":
        weights = _fitted(list(examples(pages)), options.strengths)
        options.out.write_text(to_toml(weights), encoding="utf-8")
    else:
        _evaluate(folder, pages, options)
    return 0


def _fitted(found: list[Example], given: list[float] | None) -> Weights:
    strengths = Strengths(*given) if given else choose_strengths(found)
    weights = fit(found, strengths)
    one, two = block_f1(weights, found)
    print(f"{strengths}; blocks, same pages: first {one:.4f} both {two:.4f}", end="; ")
    print(f"{len(weights['first'])} and {len(weights['second'])} weights")
    return weights


def _evaluate(folder: Path, pages: list[CorpusPage], options: argparse.Namespace) -> None:
    found = [] if options.shipped else list(examples(pages))
    predictions = []
    for fold in range(GROUPS if options.groups else 2):
        mine = [p for p in pages if _fold(p, options.groups) == fold and p.gold["news"]]
        weights = None
        if not options.shipped:
            others = [e for e in found if _fold(e, options.groups) != fold]
            weights = _fitted(others, options.strengths)
        rows = [predict(page, weights) for page in mine]
        print(f"fold {fold}:", summary(score(folder, mine, rows)), flush=True)
        predictions += rows
    whole = score(folder, pages, predictions)
    print("both:", summary(whole))
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        write_rows(options.keep / "predictions.jsonl", predictions)
        (options.keep / "pages.jsonl").write_text(whole["per_page"], encoding="utf-8")


def _fold(page: CorpusPage | Example, groups: bool) -> int:
    return page.group if groups else page.half


if __name__ == "__main__":
    sys.exit(main())
