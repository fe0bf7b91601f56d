"""Fitting the model of pairs: pairs as the grouper meets them, in order, with gold labels."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from sklearn.preprocessing import StandardScaler  # type: ignore[import-untyped]

from accordingto.stories.features import FEATURES, Comparer, Rows
from accordingto.stories.index import MemoryShelf, candidates, keys_of
from accordingto.stories.linkage import Bar
from accordingto.stories.model import PairModel
from accordingto.stories.profile import profile_of
from training.stories.streams import Told

Labels = NDArray[np.int64]


def met_pairs(stream: Iterable[Told]) -> tuple[Rows, Labels]:
    """Every pair that the grouper would compare, as features and whether it is one story."""
    shelf, comparer = MemoryShelf(), Comparer()
    stories: list[str] = []
    found: list[Rows] = []
    labels: list[bool] = []
    for told in stream:
        profile = profile_of(told.report, shelf.background)
        keys = keys_of(profile)
        near = candidates(shelf, keys)
        if near:
            found.append(comparer.features(profile, shelf.profiles(near), shelf.background))
            labels += [stories[number] == told.story for number in near]
        shelf.put(profile, keys)
        shelf.background.see(profile.views[0].terms)
        stories.append(told.story)
    return np.concatenate(found), np.array(labels, dtype=np.int64)


def fit(sets: Sequence[tuple[Rows, Labels]], bar: Bar, strength: float = 10.0) -> PairModel:
    """One model for all sets; a set weighs by the root of its pairs that are one story."""
    rows = np.concatenate([found for found, _ in sets])
    labels = np.concatenate([given for _, given in sets])
    weights = np.concatenate([np.full(len(y), 1 / np.sqrt(max(1, y.sum()))) for _, y in sets])
    scaler = StandardScaler().fit(rows)
    model = LogisticRegression(C=strength, max_iter=1000)
    model.fit(scaler.transform(rows), labels, sample_weight=weights / weights.mean())
    plain = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - (plain * scaler.mean_).sum())
    return PairModel(dict(zip(FEATURES, plain.tolist(), strict=True)), bias, bar)


def to_toml(model: PairModel) -> str:
    """The data file that ships."""
    weights = "\n".join(f"{name} = {value:.4f}" for name, value in model.told().items())
    bar = "\n".join(f"{name} = {value}" for name, value in asdict(model.bar).items())
    return (
        "# Weights of the model of pairs, made by `python -m training.stories fit`; pairs.card.md\n"
        "# says from what.\n"
        f"bias = {model.bias:.4f}\n"
        f"\n# What joins groups of reports; see Bar in linkage.py.\n[bar]\n{bar}\n"
        f"\n[weights]\n{weights}\n"
    )
