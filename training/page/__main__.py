"""Commands: ``python -m training.page dump|fit|evaluate|fit-plain|evaluate-plain``."""

import argparse
import sys
from pathlib import Path

from benchmarks.corpora import ROOT, MissingCorpusError, Row, corpus, write_rows

from accordingto.page.html.body import Model, Scorer
from accordingto.page.html.read import visible_lines
from accordingto.page.plain.score import Scorer as PlainScorer
from training.page.evaluate import predict, predict_plain, score, summary
from training.page.examples import dump, examples
from training.page.fit import Fitter, to_json
from training.page.fit_plain import PlainFitter
from training.page.fit_plain import to_json as plain_json
from training.page.pages import GROUPS, CorpusPage, read_pages
from training.page.scraped import scraped

SHIPPED = ROOT / "src" / "accordingto" / "page" / "html" / "data" / "body.json"
SHIPPED_PLAIN = ROOT / "src" / "accordingto" / "page" / "plain" / "data" / "body.json"


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
    plain = commands.add_parser("fit-plain", help="the same for plain text")
    plain.add_argument("--out", type=Path, default=SHIPPED_PLAIN)
    plain_judged = commands.add_parser("evaluate-plain", help="the same for plain text")
    plain_judged.add_argument("--keep", type=Path, help="a folder for predictions and scores")
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
    elif options.command == "fit-plain":
        model = PlainFitter(list(scraped(pages))).model()
        options.out.write_text(plain_json(model), encoding="utf-8")
    elif options.command == "evaluate-plain":
        _evaluate_plain(folder, pages, options)
    else:
        _evaluate(folder, pages, options)
    return 0


def _evaluate_plain(folder: Path, pages: list[CorpusPage], options: argparse.Namespace) -> None:
    """All that is visible on the news pages, read as plain text."""
    fitter = PlainFitter(list(scraped(pages)))
    predictions = []
    for fold in range(GROUPS):
        scorer = PlainScorer(fitter.model(frozenset((fold,))))
        for page in pages:
            if page.group == fold and page.gold["news"]:
                text = "\n".join(visible_lines(page.capture))
                predictions.append(predict_plain(page, text or " ", scorer))
    _tell(folder, pages, predictions, options)


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
    _tell(folder, pages, predictions, options)


def _tell(
    folder: Path, pages: list[CorpusPage], predictions: list[Row], options: argparse.Namespace
) -> None:
    whole = score(folder, pages, predictions)
    print("all:", summary(whole))
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        write_rows(options.keep / "predictions.jsonl", predictions)
        (options.keep / "pages.jsonl").write_text(whole["per_page"], encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
