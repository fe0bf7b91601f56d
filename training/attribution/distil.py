"""What a larger network says of texts, as soft targets for a smaller one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from accordingto.encoder.words import CASES
from accordingto.records.encoding import Encoding
from accordingto.records.span import Span
from accordingto.statements.trained.decode import find_attributions
from accordingto.statements.trained.heads import Heads
from training.attribution.examples import (
    INNER,
    Asked,
    Example,
    hard_roles,
    hard_tags,
    paragraph_in,
)
from training.attribution.gold import Attribution
from training.attribution.model import BEGINS, INSIDE
from training.attribution.texts import Text, Windows, text_of

# The teacher's cues that a smaller network is asked about, by the teacher's own score.
LEAST_CUE = 0.3

_OWN_VOICE = frozenset({"i", "we", "you", "my", "our"})


_AskedAbout = tuple[int, int, tuple[int, int], np.ndarray]


def teach(
    text: Text,
    cut: Windows,
    encoding: Encoding,
    heads: Heads,
    gold: Sequence[Attribution] | None = None,
    *,
    inner: bool = False,
) -> list[Example]:
    """Windows of a text with a reader's probabilities of tags, and of roles towards the cues that
    it finds. Where a person labelled the text (``gold``) those labels stand. ``inner``: the
    reader knows inner cues and is believed there; else nothing is known of them."""
    tags = heads.tags(encoding.vectors)
    targets = _softmax(tags)
    if not inner:
        targets[:, INNER] = 0
    asked = _asked_by(encoding, heads, tags, outer=gold is None, inner=inner)
    if gold is not None:
        labels = hard_tags(len(text.words), gold)
        labels[:, INNER] = targets[:, INNER]
        targets = labels
        asked += [_asked(text, one) for one in gold]
    return _examples(text, cut, targets, asked)


def _asked_by(
    encoding: Encoding, heads: Heads, tags: np.ndarray, *, outer: bool, inner: bool
) -> list[_AskedAbout]:
    """A reader's roles towards the cues that it finds."""
    projected = heads.project(encoding.vectors)
    found = find_attributions(encoding, heads)
    asked: list[_AskedAbout] = []
    for paragraph in encoding.paragraphs:
        start, end = paragraph
        cues = [
            f.cue
            for f in found
            if start <= f.cue[0] < end
            and f.cue_score >= LEAST_CUE
            and (inner if f.inner else outer)
        ]
        if cues:
            logits = heads.roles(encoding.vectors, projected, tags, paragraph, cues)
            asked += [
                (first, last, paragraph, _softmax(row))
                for (first, last), row in zip(cues, logits, strict=True)
            ]
    return asked


def contents_of(text: Text, attributions: Sequence[Attribution], least: int = 6) -> Text:
    """The contents of attributions as paragraphs of their own, for the teacher to read again."""
    blocks: list[Span] = []
    for one in sorted(attributions, key=lambda a: a.content):
        first, last = one.content[0], one.content[-1]
        whole = last - first + 1 == len(one.content)
        if whole and len(one.content) >= least:
            span = Span(text.words[first].start, text.words[last].end)
            if not blocks or span.start >= blocks[-1].end:
                blocks.append(span)
    return text_of(text.text, blocks)


def inner_of(text: Text, encoding: Encoding, heads: Heads, least: float = 0.5) -> list[Attribution]:
    """What the teacher finds in contents, in the words of the whole text. The speaker's own voice
    ("I think") is no further attribution."""
    place = {span.start: i for i, span in enumerate(text.words)}
    found = []
    for one in find_attributions(encoding, heads):
        words = {
            text.text[s.start : s.end].lower() for s in (encoding.words[i] for i in one.source)
        }
        if one.cue_score < least or not one.content or words & _OWN_VOICE:
            continue
        roles = (range(one.cue[0], one.cue[1] + 1), one.source, one.content)
        cue, source, content = (
            tuple(place[encoding.words[i].start] for i in role) for role in roles
        )
        found.append(Attribution(cue, source, content))
    return found


def with_inner(
    text: Text, cut: Windows, gold: Sequence[Attribution], inner: Sequence[Attribution]
) -> list[Example]:
    """Windows of a labelled text: a person's attributions, and the teacher's inside them."""
    tags = hard_tags(len(text.words), gold)
    tags[:, INNER, 0] = 1
    for one in inner:
        for word in one.cue:
            tags[word, INNER] = 0
            tags[word, INNER, BEGINS if word == one.cue[0] else INSIDE] = 1
    return _examples(text, cut, tags, [_asked(text, one) for one in (*gold, *inner)])


def _asked(text: Text, one: Attribution) -> _AskedAbout:
    paragraph = next(p for p in text.paragraphs if p[0] <= one.cue[0] < p[1])
    return one.cue[0], one.cue[-1], paragraph, hard_roles(one, paragraph)


def _examples(
    text: Text, cut: Windows, tags: np.ndarray, asked: Sequence[_AskedAbout]
) -> list[Example]:
    examples = []
    for window in cut.of(text):
        example = Example(window, tags[window.first : window.last].astype(np.float32))
        for first, last, (start, _), roles in asked:
            bounds = paragraph_in(text, window, first)
            if bounds is None:
                continue
            low, high = bounds
            example.asked.append(
                Asked(
                    first - window.first,
                    min(last, high - 1) - window.first,
                    low - window.first,
                    roles[low - start : high - start].astype(np.float32),
                )
            )
        examples.append(example)
    return examples


def varied(examples: Sequence[Example], seed: int) -> Iterator[Example]:
    """The examples, some of them without capitals, all in capitals, or without what is known of
    quotation marks, as scrapers and headlines have them."""
    random = np.random.default_rng(seed)
    for example in examples:
        draw = random.random()
        if draw > 0.15:
            yield example
            continue
        window = example.window
        features = np.array(window.features)
        if draw < 0.05:
            features = features // CASES * CASES
        elif draw < 0.08:
            features = features // CASES * CASES + (CASES - 1)
        else:
            features = features % CASES
        changed = type(window)(
            window.first, window.last, window.ids, features.tolist(), window.first_pieces
        )
        yield replace(example, window=changed)


def _softmax(logits: np.ndarray) -> np.ndarray:
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    found: np.ndarray = (shifted / shifted.sum(axis=-1, keepdims=True)).astype(np.float16)
    return found
