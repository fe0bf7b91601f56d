"""How an article stands to a claim, such as another article's headline: does it agree, disagree,
only discuss it, or tell of something else?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from accordingto.forest import PARTS, Forest
from accordingto.stories.background import shipped_background
from accordingto.stories.posture import Posture, Scorer, grams
from accordingto.stories.said import weighted
from accordingto.stories.wording import claim_wording, text_wording
from accordingto.tables import table

Side = Literal["agree", "disagree", "discuss", "unrelated"]
SIDES: tuple[Side, ...] = ("agree", "disagree", "discuss", "unrelated")
POSTURES = ("against", "passing", "debunks", "affirms")
KINDS = ("doubt", "denial", "hedge", "unsure", "confirm")

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[\"”’]?")
_SHORTEST, _MOST = 20, 60
_LEAD, _BEST, _CLOSE = 3, 4, 3
_ABOUT = 0.15
# So many of a claim's signs are counted by ``KINDS``; how it is worded follows.
_COUNTED = len(KINDS) + 3
_ASKS = re.compile(r"^(?:is|are|did|was|has|can|will)\b|\?\s*\Z", re.IGNORECASE)
Vector = dict[int, float]


@dataclass(frozen=True, slots=True)
class Measured:
    """An article's terms, of the whole and of each sentence, in each sentence how many words of
    each of ``KINDS`` it has, and how it is worded as a whole."""

    terms: Vector
    sentences: tuple[Vector, ...]
    counts: NDArray[np.float64]
    wording: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Body:
    """An article's text prepared for any number of claims."""

    measured: Measured
    posture: Posture


@dataclass(frozen=True, slots=True)
class Stance:
    """A side with its probability."""

    side: Side
    score: float


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    kept = table("accordingto.stories", "stance_words.toml")
    return tuple(re.compile(rf"\b(?:{'|'.join(kept[kind])})\b", re.IGNORECASE) for kind in KINDS)


def body_of(text: str) -> Body:
    """Prepares an article's text; do it once for many claims."""
    found = measured(text)
    return Body(found, _posture("text", grams(text), text_signs(found)))


def measured(text: str) -> Measured:
    """What is counted in an article, whatever it is held against."""
    background = shipped_background()
    found = [m[0].strip() for m in _SENTENCE.finditer(text) if len(m[0].strip()) > _SHORTEST]
    sentences = found[:_MOST]
    found_in = [[len(p.findall(sentence)) for p in _patterns()] for sentence in sentences]
    counts = np.array(found_in, dtype=np.float64).reshape(len(sentences), len(KINDS))
    return Measured(
        terms=weighted(text, background),
        sentences=tuple(weighted(sentence, background) for sentence in sentences),
        counts=counts,
        wording=text_wording(sentences),
    )


def claim_posture(claim: str) -> Posture:
    """How a claim's wording stands to its story."""
    return _posture("claim", grams(claim), claim_signs(claim))


def claim_signs(claim: str) -> NDArray[np.float64]:
    """What of a claim is counted beside its words."""
    counted = np.array(
        [min(2, len(p.findall(claim))) for p in _patterns()]
        + [claim.strip().endswith("?"), any(m in claim for m in "'\"‘“"), len(claim.split()) / 10],
        dtype=np.float64,
    )
    return np.concatenate((counted, claim_wording(claim)))


def text_signs(body: Measured) -> NDArray[np.float64]:
    """Words of each kind in an article: all, a sentence, and at both ends."""
    counts, number = body.counts, len(body.counts)
    columns = []
    for column in counts.T:
        total = float(column.sum())
        columns += [np.log1p(total), total / max(1, number), min(2.0, float(column[:1].sum()))]
        columns += [np.log1p(column[:_LEAD].sum()), np.log1p(column[-_CLOSE:].sum())]
    return np.concatenate((columns, [np.log1p(number)], body.wording))


def _posture(whose: str, found: list[int], signs: NDArray[np.float64]) -> Posture:
    return Posture(*(_scorer(whose, what).logit(found, signs) for what in POSTURES))


def features(claim: str, body: Body) -> NDArray[np.float64]:
    """All that tells a side, in the order that the trees know."""
    signs = claim_signs(claim)
    posture = _posture("claim", grams(claim), signs)
    return together(likeness(claim, body.measured), posture, body.posture, signs)


def together(
    alike: NDArray[np.float64], claim: Posture, body: Posture, signs: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The likeness of a pair, both postures, and how the claim of those ``signs`` is worded."""
    return np.concatenate((alike, crossed(claim, body), signs[_COUNTED:]))


def crossed(claim: Posture, body: Posture) -> NDArray[np.float64]:
    """Two postures together: of one camp, or of two?"""
    p, q = _share(claim.against), _share(body.against)
    claim_no, claim_yes = _share(claim.debunks), _share(claim.affirms)
    body_no, body_yes = _share(body.debunks), _share(body.affirms)
    return np.array(
        [
            claim.against, body.against,
            p * q, p * (1 - q), q * (1 - p), (1 - p) * (1 - q), claim.against * body.against,
            claim.passing, body.passing, claim.passing * body.passing,
            claim.debunks, claim.affirms, body.debunks, body.affirms,
            claim_yes * body_no, claim_no * body_yes, claim_yes * body_yes, claim_no * body_no,
            claim_yes * body_no + claim_no * body_yes, claim_yes * body_yes + claim_no * body_no,
        ]
    )  # fmt: skip


def _share(logit: float) -> float:
    return float(1 / (1 + np.exp(-logit)))


def likeness(claim: str, body: Measured) -> NDArray[np.float64]:
    """How much of the claim is there, where, and beside which words."""
    terms = weighted(claim, shipped_background())
    alike = np.array([_cosine(terms, s) for s in body.sentences] or [0.0])
    there = np.array([_covered(terms, s) for s in body.sentences] or [0.0])
    order = np.argsort(-alike, kind="stable")
    number = len(body.sentences)
    lead, best = range(min(_LEAD, number)), [i for i in order[:_BEST] if i < number]
    values = [
        _cosine(terms, body.terms),
        _covered(terms, body.terms),
        float(alike.max()),
        float(there.max()),
        float(alike[list(lead)].max()) if number else 0.0,
        float(order[0]) / max(1, number),
        float(np.sort(alike)[-_CLOSE:].mean()),
        float((there > 2 * _ABOUT).sum()),
    ]
    for kind in range(len(KINDS)):
        column = body.counts[:, kind]
        total = float(column.sum())
        values += [np.log1p(total), total / max(1, number)]
        values += [np.log1p(column[best[:1]].sum()), np.log1p(column[best].sum())]
        values += [np.log1p(column[list(lead)].sum()), np.log1p(column[-_CLOSE:].sum())]
    denial = body.counts[:, KINDS.index("denial")]
    values.append(np.log1p(denial[alike[:number] > _ABOUT].sum()))
    return np.array(
        values + _of_claim(claim, denial[list(lead)].sum() + denial[best].sum(), number)
    )


def _of_claim(claim: str, denied: float, number: int) -> list[float]:
    """The claim's own words, alone and against those of the body: a claim that debunks is
    borne out by a body that does."""
    doubt, denial, hedge, _, confirm = (len(p.findall(claim)) for p in _patterns())
    against, both = np.log1p(denied), float(min(1, denial))
    return [
        float(min(doubt, 2)), float(min(denial, 2)), float(min(hedge, 2)),
        float(bool(_ASKS.search(claim.strip()))), float(any(m in claim for m in "'\"‘“")),
        len(claim.split()) / 10, float(min(confirm, 2)),
        both * against, (1 - both) * against, min(1, doubt) * against,
        both * float(denied == 0), np.log1p(number),
    ]  # fmt: skip


def _cosine(one: Vector, other: Vector) -> float:
    less, more = (one, other) if len(one) <= len(other) else (other, one)
    dot = sum(value * more[term] for term, value in less.items() if term in more)
    return dot / (_length(one) * _length(other)) if dot else 0.0


def _length(vector: Vector) -> float:
    return float(sum(value * value for value in vector.values()) ** 0.5)


def _covered(claim: Vector, words: Vector) -> float:
    """The share of a claim's weight that stands in some words."""
    total = sum(value * value for value in claim.values())
    return sum(v * v for term, v in claim.items() if term in words) / total if total else 0.0


def runs_of(what: str) -> str:
    """The posture by whose runs of words another is told: all but one are learnt from the same
    texts, whose runs are kept once."""
    return what if what == "against" else "passing"


@cache
def _kept() -> dict[str, NDArray[Any]]:
    data = files("accordingto.stories") / "data" / "stance.npz"
    with np.load(BytesIO(data.read_bytes())) as kept:
        return {name: kept[name] for name in kept.files}


@cache
def _scorer(whose: str, what: str) -> Scorer:
    kept, name = _kept(), f"{whose}_{what}"
    signs = kept[f"{name}_signs"]
    keys, weights = kept[f"{whose}_{runs_of(what)}_keys"], kept[f"{name}_weights"]
    return Scorer(keys, weights, signs[:-1], float(signs[-1]), long=whose == "text")


@cache
def _trees() -> Forest:
    return Forest({name: _kept()[name] for name in PARTS}, classes=len(SIDES))


def sides(claim: str, body: Body) -> NDArray[np.float64]:
    """The probability of each of ``SIDES``."""
    logits = _trees().scores(features(claim, body)[None, :])[0]
    shares = np.exp(logits - logits.max())
    found: NDArray[np.float64] = shares / shares.sum()
    return found


def stance(claim: str, body: Body) -> Stance:
    """The likeliest side of a body to a claim."""
    found = sides(claim, body)
    at = int(found.argmax())
    return Stance(SIDES[at], round(float(found[at]), 3))


def stances(claim: str, bodies: Sequence[str]) -> list[Stance]:
    """The sides of several texts to one claim."""
    return [stance(claim, body_of(text)) for text in bodies]
