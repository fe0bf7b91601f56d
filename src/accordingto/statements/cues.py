"""The lexicon of cues: which words make a passage somebody's statement, and how.

The words stand in ``data/cues.toml``; its head says what each key means.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from accordingto.records.statement import Act
from accordingto.tables import table


class Cue(msgspec.Struct, frozen=True, gc=False):
    """What a word does: the act, how surely it is a cue (0-1), where its content stands."""

    act: Act
    strength: float
    frames: frozenset[str]
    mind: bool = False
    negated: bool = False
    papers: bool = False


class Lexicon(msgspec.Struct, frozen=True):
    """All cue words.

    ``verbs`` has the meanings of a lemma, or of a lemma and a particle or preposition
    (``("call", "for")``); a word may have several meanings with different frames.
    """

    verbs: Mapping[tuple[str, str], tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    idioms: Mapping[tuple[str, str], Cue]
    light: Mapping[tuple[str, str], Cue]
    adverbs: Mapping[str, float]
    adjectives: Mapping[str, Act]
    support: frozenset[str]
    raising: frozenset[str]
    passive: frozenset[str]
    passive_strength: float
    tellings: dict[str, frozenset[str]]
    carriers: frozenset[str]
    media_names: frozenset[str]
    media_words: frozenset[str]
    settings: frozenset[str]
    false_words: frozenset[str]
    claim_words: frozenset[str]
    photos: frozenset[str]
    counted: frozenset[str]
    nobody: frozenset[str]
    no_determiners: frozenset[str]
    silence: frozenset[str]
    mute: frozenset[str]
    speakers: frozenset[str]
    not_said: frozenset[tuple[str, str]]
    said_only: Mapping[str, frozenset[str]]
    aliases: Mapping[str, str]

    def lemma(self, lemma: str) -> str:
        """The lemma, put right where the lemmatiser is known to err."""
        return self.aliases.get(lemma, lemma)


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    return parse_lexicon(table("accordingto.statements", "cues.toml"))


def parse_lexicon(data: Mapping[str, Any]) -> Lexicon:
    """A lexicon from the tables of ``cues.toml``. Raises ``KeyError`` where one is missing."""
    return Lexicon(
        verbs=_grouped(data["verbs"], _verb_key),
        nouns=_grouped(data["nouns"], str),
        idioms={(row["verb"], row["word"]): _cue(row) for row in data["idioms"]},
        light={(verb, row["noun"]): _cue(row) for row in data["light"] for verb in row["verbs"]},
        adverbs=dict.fromkeys(data["adverbs"]["words"], float(data["adverbs"]["strength"])),
        adjectives={word: act for act, words in data["adjectives"].items() for word in words},
        support=frozenset(data["support"]["words"]),
        raising=frozenset(data["raising"]["words"]),
        passive=frozenset(data["passive"]["words"]),
        passive_strength=float(data["passive"]["strength"]),
        tellings={word: frozenset(nouns) for word, nouns in data["tellings"].items()},
        carriers=frozenset(data["carriers"]["words"]),
        media_names=frozenset(data["media"]["names"]),
        media_words=frozenset(data["media"]["words"]),
        settings=frozenset(data["settings"]["words"]),
        false_words=frozenset(data["denials"]["words"]),
        claim_words=frozenset(data["denials"]["claims"]),
        photos=frozenset(data["photos"]["words"]),
        counted=frozenset(data["counted"]["words"]),
        nobody=frozenset(data["nobody"]["words"]),
        no_determiners=frozenset(data["nobody"]["determiners"]),
        silence=frozenset(data["silence"]["words"]),
        mute=frozenset(data["mute"]["words"]),
        speakers=frozenset(data["speakers"]["words"]),
        said_only={verb: frozenset(objects) for verb, objects in data["said_only"].items()},
        not_said=frozenset((v, o) for v, objects in data["not_said"].items() for o in objects),
        aliases=dict(data["aliases"]),
    )


def _cue(row: Mapping[str, Any]) -> Cue:
    return Cue(
        act=row["act"],
        strength=float(row["strength"]),
        frames=frozenset(row.get("frames", ("clause",))),
        mind=bool(row.get("mind", False)),
        negated=bool(row.get("negated", False)),
        papers=bool(row.get("papers", False)),
    )


def _verb_key(words: str) -> tuple[str, str]:
    first, _, rest = words.partition(" ")
    return first, rest


def _grouped(rows: Sequence[Mapping[str, Any]], key: Any) -> dict[Any, tuple[Cue, ...]]:
    found: dict[Any, list[Cue]] = {}
    for row in rows:
        for words in row["words"]:
            cues = found.setdefault(key(words), [])
            cue = _cue(row)
            if cue not in cues:
                cues.append(cue)
    return {words: tuple(cues) for words, cues in found.items()}
