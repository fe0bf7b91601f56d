"""Commands: ``python -m training.page dump|fit|evaluate``."""

import argparse
import sys
from pathlib import Path

from benchmarks.corpora import ROOT, MissingCorpusError, corpus, write_rows

from accordingto.page.html.body import Model, Scorer
from training.page.evaluate import predict, score, summary
from training.page.examples import dump, examples
from training.page.fit import Fitter, to_json
from training.page.pages import GROUPS, CorpusPage, read_pages

SHIPPED = ROOT / "src" / "accordingto" / "page" / "html" / "data" / "body.json"


def main() -> int:
    """Reads the command line and runs one command; 2 where the corpus is absent."""
    parser = argparse.ArgumentParser(prog="python -m training.page", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    dumped = commands.add_parser("dump", help="write columns and labels of every block")
    dumped.add_argument("out", type=Path, help="a .jsonl.gz file")
    fitted = commands.add_parser("fit", help="fit the trees that ship, on all pages")
    fitted.add_argument("--out", type=Path, default=SHIPPED)
    judged = commands.add_parser("evaluate", help="fit and score over five folds by publisher")
    judged.add_argument("--shipped", action="store_true", help="no fit: score what ships")
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
        options.out.write_text(to_json(Fitter(list(examples(pages))).model()), encoding="utf-8")
    else:
        _evaluate(folder, pages, options)
    return 0


def _evaluate(folder: Path, pages: list[CorpusPage], options: argparse.Namespace) -> None:
    fitter = None if options.shipped else Fitter(list(examples(pages)))
    predictions = []
    for fold in range(GROUPS):
        mine = [p for p in pages if p.group == fold and p.gold["news"]]
        model: Model | None = fitter.model(frozenset((fold,))) if fitter else None
        scorer = Scorer(model) if model else None
        rows = [predict(page, scorer) for page in mine]
        print(f"fold {fold}:", summary(score(folder, mine, rows)), flush=True)
        predictions += rows
    whole = score(folder, pages, predictions)
    print("all:", summary(whole))
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        write_rows(options.keep / "predictions.jsonl", predictions)
        (options.keep / "pages.jsonl").write_text(whole["per_page"], encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
