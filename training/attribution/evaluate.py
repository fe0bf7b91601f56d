"""A network's attributions in the corpus's form, and the corpus's scores for them."""

import json
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from benchmarks.corpora import corpus, scorer, write_rows

from accordingto.records.encoding import Encoding
from accordingto.statements.trained.decode import Found, find_attributions
from accordingto.statements.trained.heads import Heads
from training.attribution.examples import Example, batches, collate
from training.attribution.gold import Labelled
from training.attribution.model import PairHead, Reader, TagHead
from training.attribution.texts import Text, Windows


def heads_of(tag: TagHead, pair: PairHead) -> Heads:
    """A network's heads as the package computes them."""
    named = {
        "tag": tag.plain.weight,
        "tag_bias": tag.plain.bias,
        "tag_word": tag.word.weight,
        "tag_word_bias": tag.word.bias,
        "tag_mix": tag.mix.weight,
        "tag_mix_bias": tag.mix.bias,
        "tag_out": tag.out.weight,
        "word": pair.word.weight,
        "word_bias": pair.word.bias,
        "cue": pair.cue.weight,
        "cue_bias": pair.cue.bias,
        "place": pair.place.weight,
        "tags": pair.tags.weight,
        "mix": pair.mix.weight,
        "mix_bias": pair.mix.bias,
        "mix_wide": pair.mix_wide.weight,
        "mix_wide_bias": pair.mix_wide.bias,
        "out": pair.out.weight,
        "out_bias": pair.out.bias,
    }
    return Heads({name: w.detach().float().cpu().numpy() for name, w in named.items()})


@torch.inference_mode()
def encode(
    reader: Reader,
    windows: Windows,
    texts: Sequence[Text],
    pad: int,
) -> list[Encoding]:
    """Vectors of the words of each text."""
    device = next(reader.parameters()).device
    vectors = [np.zeros((len(t.words), reader.tag.plain.in_features), np.float32) for t in texts]
    examples, owner = [], {}
    for i, text in enumerate(texts):
        for window in windows.of(text):
            example = Example(window, np.zeros((window.last - window.first, 4, 3), np.float32))
            examples.append(example)
            owner[id(example)] = i
    for group in batches(examples, 4096):
        batch = collate(group, pad).to(device)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            found = reader.vectors(batch.ids, batch.mask, batch.features, batch.firsts).float()
        found = found.cpu()
        for row, example in enumerate(group):
            window = example.window
            size = window.last - window.first
            vectors[owner[id(example)]][window.first : window.last] = found[row, :size].numpy()
    return [
        Encoding(tuple(t.words), tuple(t.paragraphs), v)
        for t, v in zip(texts, vectors, strict=True)
    ]


def prediction(one: Labelled, found: Iterable[Found]) -> dict[str, Any]:
    """Attributions in the corpus's form."""
    words = one.text.words

    def pieces(indices: Sequence[int]) -> list[list[int]]:
        runs: list[list[int]] = []
        before = -2
        for index in indices:
            if index == before + 1:
                runs[-1][1] = words[index].end
            else:
                runs.append([words[index].start, words[index].end])
            before = index
        return runs

    return {
        "id": one.id,
        "attributions": [
            {
                "source": pieces(f.source),
                "cue": pieces(range(f.cue[0], f.cue[1] + 1)),
                "content": pieces(f.content),
            }
            for f in found
            if f.content and not f.inner
        ],
    }


def scores(predictions: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The scorer's figures on the development part."""
    folder = corpus("attribution")
    with tempfile.TemporaryDirectory() as temporary:
        path, out = Path(temporary) / "predictions.jsonl", Path(temporary) / "scores.json"
        write_rows(path, predictions)
        scorer(folder, folder / "dev.jsonl.gz", path, "--json", out)
        found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def evaluate(
    reader: Reader,
    windows: Windows,
    dev: Sequence[Labelled],
    pad: int,
) -> dict[str, Any]:
    """Encodes, reads and scores the development part."""
    reader.eval()
    heads = heads_of(reader.tag, reader.pair)
    encodings = encode(reader, windows, [one.text for one in dev], pad)
    found = [find_attributions(e, heads) for e in encodings]
    return scores(prediction(one, f) for one, f in zip(dev, found, strict=True))


def summary(found: dict[str, Any]) -> str:
    """The figures that one looks at, on a line."""
    shown = [
        f"{part} {name} {found[part][name]['f1']:.3f} "
        f"({found[part][name]['precision']:.3f}/{found[part][name]['recall']:.3f})"
        for part, name in (
            ("all", "linked"),
            ("all", "linked-tight"),
            ("direct", "linked"),
            ("indirect", "linked"),
            ("source", "exact-run"),
            ("cue", "exact-run"),
            ("content", "exact-run"),
            ("all", "content-found"),
        )
    ]
    return "; ".join(shown)
