"""How two statements of different articles stand to each other, with reasons in words.

Likeness of words alone does not tell agreement: a claim and its denial share more words than
two reports of one claim. So likeness only says that both are about the same thing; what each does
with it (says, denies, gives a figure) says the rest.
"""

from dataclasses import dataclass

from accordingto.records.story import LinkKind
from accordingto.stories.counts import COUNTED, HARMS, agreed, compare_figures
from accordingto.stories.denied import all_denied
from accordingto.stories.meanings import CONTRARY, excluding, winning
from accordingto.stories.negation import head_terms
from accordingto.stories.said import UNNAMED, Said
from accordingto.stories.shingles import run_numbers

# About the same thing from here on; less is enough where both have it from one speaker.
ALIKE = 0.42
_ALIKE_ONE_SOURCE = 0.3
# One speaker on one thing in other words: less, where so many telling words are common.
_ALIKE_RETOLD, _SHARED_RETOLD = 0.2, 5
# "An accident", "deliberate": where each says the contrary of the other.
_ALIKE_CONTRARY = 0.38
# Two figures for one thing need less: the numbers themselves are what is compared.
_ALIKE_FIGURES, _ALIKE_TOLLS = 0.2, 0.16
# A denial repeats what it denies in fewer words than two reports of one thing share.
_ALIKE_DENIED = 0.33
_SHARED_DENIED = 4
_SAME_WORDS = 0.6
_RUN = 5
# In so many words nothing is said in passing.
_SHORT = 25
# Terms besides names that a claim and its denial have in common.
_DEED = 2
# How alike a short denial and a claim are that has all of its words.
_ALL_DENIED = 0.6
# Words of content that a statement must have for likeness to mean anything.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """``alike``: 0 to 1, how much both are about the same; ``words``: share of the shorter one that
    stands in the other word for word; ``shared``: telling words in common."""

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
    """Cosine of rarity-weighted words, raised towards containment where one is much shorter. A
    short denial is about what has all of its words, however long that is."""
    like = _likeness(a, b)
    if like.alike >= _ALL_DENIED or not all_denied(a, b):
        return like
    return Likeness(_ALL_DENIED, _verbatim(a, b), like.shared)


def _likeness(a: Said, b: Said) -> Likeness:
    less, more = (a, b) if len(a.terms) <= len(b.terms) else (b, a)
    shared = [term for term in less.terms if term in more.terms]
    dot = sum(less.terms[term] * more.terms[term] for term in shared)
    if not dot or (len(less.terms) < _FEWEST and not _few_and_plain(less, more)):
        return Likeness(0.0, 0.0, len(shared))
    words = _verbatim(a, b)
    deeds = 1 if a.holds == b.holds else _DEED
    if words < _SAME_WORDS and (_besides_names(a, b, shared) < deeds or _in_passing(a, b, shared)):
        return Likeness(0.0, words, len(shared))
    cosine = dot / (a.size * b.size)
    within = dot / min(a.size, b.size) ** 2
    alike = 0.65 * cosine + 0.35 * within * min(1.0, len(shared) / 4)
    return Likeness(min(1.0, alike), words, len(shared))


def _few_and_plain(less: Said, more: Said) -> bool:
    """ "That any doors had been locked", "he was not the target": two words, both of them in the
    other, where one speaker says it again or the one says that it is not so."""
    if len(less.terms) != _FEWEST - 1 or not less.terms.keys() <= more.terms.keys():
        return False
    if less.holds == more.holds:
        return bool(less.bodies & more.bodies or less.negated & more.negated)
    denier = more if less.holds else less
    return denier.denies or less.terms.keys() <= denier.negated


def _besides_names(a: Said, b: Said, shared: list[int]) -> int:
    """How many shared terms are no names. Who denies arming a group says nothing of a depot that
    the group may run: a claim and its denial have the deed in common too."""
    return sum(term not in a.names and term not in b.names for term in shared)


def _in_passing(a: Said, b: Said, shared: list[int]) -> bool:
    """True where what they share stands beside the claim of one of them: "the mill, where four had
    died, had no licence" is no report of the four."""
    plain = [t for t in shared if t not in a.names and t not in b.names]
    beside = sum(t in a.beside or t in b.beside for t in plain)
    return beside > 1 and len(plain) - beside < beside


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
    same_source = one_source(a, b)
    figures = compare_figures(a, b)
    few = 0 if all_denied(a, b) else min(len(a.terms), len(b.terms), _FEWEST)
    if not same_words and (
        like.alike < _least(a, b, like, same_source) or like.shared < few or a.aim != b.aim
    ):
        return _by_figures(a, b, like, same_source)
    apart = excluding(a.sides, b.sides)
    if apart is not None:
        return _contrary(a, b, like, apart) if not same_source else None
    if not same_source and two_winners(a, b):
        sure = round(0.3 + 0.6 * like.alike, 2)
        return Verdict("conflicts", sure, False, False, ("each names another winner",))
    if _turned_down(a) != _turned_down(b) and not (a.denies or b.denies):
        return None
    reasons = [_how_alike(like, same_words)]
    if all_denied(a, b):
        reasons = ["the other says all that is denied"]
    if same_source:
        reasons.append(f"both from {a.name}")
    sure = min(0.95, 0.3 + 0.7 * like.alike + (0.25 if same_words else 0.0))
    # In the very words of a claim it may be denied, but not otherwise contradicted.
    found = _opposed(a, b) if not same_words or a.denies != b.denies else None
    if found is not None and same_source:
        admits = _admits(a, b)
        if admits is not None:
            found = ("update", f"{admits.name} admits what he had denied")
        elif not (a.retracts or b.retracts):
            # Nobody contradicts himself in two papers: one of the two is misread.
            return None
        else:
            found = ("update", f"{(a if a.retracts else b).name} takes it back")
    if found is None and not (same_source or same_words) and at_odds(a, b):
        return None
    found = found or figures
    kind: LinkKind = "agrees"
    if found is not None:
        kind, why = found
        reasons.append(why)
    if kind == "conflicts" and a.aim != "fact":
        return None
    return Verdict(kind, round(sure, 2), same_source, same_words, tuple(reasons))


def _least(a: Said, b: Said, like: Likeness, same_source: bool) -> float:
    if same_source:
        retold = bool(a.bodies) and like.shared >= _SHARED_RETOLD and a.holds == b.holds
        return _ALIKE_RETOLD if retold else _ALIKE_ONE_SOURCE
    denied = a.holds != b.holds and "denies" in (a.stand, b.stand)
    return _ALIKE_DENIED if denied and like.shared >= _SHARED_DENIED else ALIKE


def _admits(a: Said, b: Said) -> Said | None:
    """Who says on a later day that it is so, with a word for it: "admitted that gas was used"."""
    for one, other in ((a, b), (b, a)):
        days = [(s.document.published or "")[:10] for s in (one, other)]
        if one.holds and not other.holds and one.statement.act == "confirm" and days[0] > days[1]:
            return one
    return None


def two_winners(a: Said, b: Said) -> bool:
    """True where each says of somebody else that he has won: of one election both cannot be so."""
    if not (a.subject and b.subject) or a.subject & b.subject or not (a.holds and b.holds):
        return False
    return bool({s for s in a.sides & b.sides if s == winning()})


def _contrary(a: Said, b: Said, like: Likeness, apart: str) -> Verdict | None:
    """ "An accident", "deliberate", of one event: two accounts. That one supports what the other
    opposes, or speaks of another victim, is no contradiction."""
    if not apart.startswith(CONTRARY) or {a.aim, b.aim} != {"fact"}:
        return None
    if like.alike < _ALIKE_CONTRARY:
        return None
    reasons = (_how_alike(like, False), "each says the contrary of the other")
    return Verdict("conflicts", round(0.3 + 0.6 * like.alike, 2), False, False, reasons)


def _turned_down(said: Said) -> bool:
    """True for an offer or request that was refused: who made it does not say the same."""
    return said.statement.act == "deny" and said.aim == "wish"


def _by_figures(
    a: Said,
    b: Said,
    like: Likeness,
    same_source: bool,
) -> Verdict | None:
    """Statements that share little but a thing that both count, differently."""
    if {a.aim, b.aim} != {"fact"}:
        return None
    if a.bodies & b.bodies and (told := _one_claimant(a, b, like)):
        return told
    figures = compare_figures(a, b, COUNTED if like.alike >= _ALIKE_FIGURES else HARMS)
    if figures is None or like.alike < _ALIKE_TOLLS:
        return None
    kind, why = figures
    # So loosely tied, the two may count different things: no contradiction is claimed.
    mild: LinkKind = "differs" if kind == "conflicts" else kind
    return Verdict(mild, round(0.3 + 0.7 * like.alike, 2), same_source, False, (why,))


def _one_claimant(a: Said, b: Said, like: Likeness) -> Verdict | None:
    """A party's number for a harm, given again or later replaced, in however other words."""
    figures = compare_figures(a, b, HARMS)
    sure = round(0.5 + 0.4 * like.alike, 2)
    if figures is not None and figures[0] == "update":
        return Verdict("update", sure, True, False, (figures[1],))
    number = agreed(a, b)
    if figures is None and number is not None:
        return Verdict("agrees", sure, True, False, (f"both from {a.name}", f"both give {number}"))
    return None


def one_source(a: Said, b: Said) -> bool:
    """True where both have it from one party, or from one that speaks for the other."""
    if a.bodies or b.bodies:
        return bool(a.bodies & b.bodies)
    return a.name.casefold() == b.name.casefold() and a.name != UNNAMED


def _opposed(a: Said, b: Said) -> tuple[LinkKind, str] | None:
    denier = opposing(a, b)
    if denier is None:
        return None
    how = "denied by" if denier.stand == "denies" else "not so, according to"
    return "conflicts", f"{how} {denier.name}"


def at_odds(a: Said, b: Said) -> bool:
    """True where one says that something is not so and the other has it without a negation: they
    may both be right, but they do not say the same. Of a long one only the beginning counts."""
    return any(
        (one.negated if len(one.words) <= _SHORT else one.denied).intersection(other.terms)
        - other.negated
        for one, other in ((a, b), (b, a))
    )


def opposing(a: Said, b: Said) -> Said | None:
    """The one of two alike statements that says that the other's proposition is not so.

    Who denies a claim does; who has a negation does where he negates what the other says and the
    other does not negate it too. What is left open (a question, "whether") nobody contradicts.
    """
    if a.holds == b.holds:
        return None
    denier, sayer = (b, a) if a.holds else (a, b)
    if sayer.denies and not denier.denies:
        # "Denied that nothing had been found": who says that nothing was, denies nothing.
        denier, sayer = sayer, denier
    if sayer.stand == "doubts" or sayer.statement.certainty == "open":
        return None
    if len(sayer.negated.intersection(denier.terms)) >= _DEED and not denier.retracts:
        # "It struck a depot, and no clinic was hit": he says so himself, further on.
        return None
    plainly = denier.statement.act == "deny" or not denier.denied
    if (denier.denies and plainly) or (denier.false and not sayer.false):
        return denier
    both = denier.denied & sayer.negated
    # "You cannot end it by decree" does not contradict a bill that somebody brings in to end it.
    said = head_terms(sayer.ref.words)
    return denier if denier.denied.intersection(said) and not both else None


def _how_alike(like: Likeness, same_words: bool) -> str:
    if same_words:
        return "the same words"
    return f"{like.shared} telling words in common (likeness {like.alike:.2f})"
