"""How two statements of different articles stand to each other, with reasons in words.

Likeness of words alone does not tell agreement: a claim and its denial share more words than
two reports of one claim. So likeness only says that both are about the same thing; what each does
with it (says, denies, gives a figure) says the rest.
"""

from dataclasses import dataclass

from accordingto.records.story import LinkKind
from accordingto.stories.counts import compare_figures
from accordingto.stories.said import Said
from accordingto.stories.shingles import run_numbers

# About the same thing from here on; a shorter run of shared words helps by up to the second number.
ALIKE = 0.34
_SAME_WORDS = 0.6
_RUN = 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """``alike``: 0 to 1, how much both are about the same; ``words``: share of the shorter one that
    stands in the other word for word."""

    alike: float
    words: float
    shared: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judged pair."""

    kind: LinkKind
    score: float
    same_source: bool
    same_words: bool
    reasons: tuple[str, ...]


def likeness(a: Said, b: Said) -> Likeness:
    """Cosine of rarity-weighted words, raised towards containment where one is much shorter."""
    less, more = (a, b) if len(a.terms) <= len(b.terms) else (b, a)
    shared = [term for term in less.terms if term in more.terms]
    dot = sum(less.terms[term] * more.terms[term] for term in shared)
    if not dot:
        return Likeness(0.0, 0.0, 0)
    cosine = dot / (a.size * b.size)
    within = dot / min(a.size, b.size) ** 2
    alike = 0.65 * cosine + 0.35 * within * min(1.0, len(shared) / 4)
    return Likeness(min(1.0, alike), _verbatim(a, b), len(shared))


def _verbatim(a: Said, b: Said) -> float:
    less, more = (a, b) if len(a.words) <= len(b.words) else (b, a)
    length = min(_RUN, len(less.words))
    if length < 3:
        return 0.0
    there = set(run_numbers(list(more.words), length).tolist())
    runs = run_numbers(list(less.words), length).tolist()
    return sum(run in there for run in runs) / len(runs)


def judge(a: Said, b: Said, like: Likeness) -> Verdict | None:
    """The link between two statements of different articles, or None where there is none."""
    same_words = like.words >= _SAME_WORDS
    if like.alike < ALIKE and not same_words:
        return None
    if like.shared < 2 and not same_words:
        return None
    same_source = bool(a.bodies & b.bodies) or (
        not a.bodies and not b.bodies and a.name.casefold() == b.name.casefold()
    )
    reasons = [_how_alike(like, same_words)]
    if same_source:
        reasons.append(f"both from {a.name}")
    kind: LinkKind = "agrees"
    sure = min(0.95, 0.35 + 0.7 * like.alike + (0.25 if same_words else 0.0))
    against = {a.stand, b.stand}
    if against == {"says", "denies"}:
        kind = "conflicts"
        denier = a if a.stand == "denies" else b
        reasons.append(f"{denier.name} denies it")
    elif against == {"says", "doubts"}:
        return None
    else:
        found = compare_figures(a, b)
        if found is not None:
            kind, why = found
            reasons.append(why)
    return Verdict(kind, round(sure, 2), same_source, same_words, tuple(reasons))


def _how_alike(like: Likeness, same_words: bool) -> str:
    if same_words:
        return "the same words"
    return f"{like.shared} telling words in common (likeness {like.alike:.2f})"
