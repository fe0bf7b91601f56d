"""Two accounts set side by side: "The bank says the money was a loan; prosecutors say it was a
bribe". They need not share a word: that one stands against the other is told by how they are set,
and by what they are about."""

from collections.abc import Iterator
from itertools import pairwise

from accordingto.records.reading import Token
from accordingto.records.statement import Relation, RelationKind
from accordingto.relations.claim import Claim, start_of
from accordingto.relations.denials import one_role
from accordingto.relations.elliptic import answers_question, bare_answer, other_count, turns_round
from accordingto.relations.judgement import judged
from accordingto.relations.likeness import rival
from accordingto.relations.near import Near
from accordingto.relations.scene import CLAIMS, Scene, holds, same_content
from accordingto.relations.things import is_of_speaker, is_person, says_again, thing_of
from accordingto.relations.tolls import elsewhere
from accordingto.relations.verb import verb_of
from accordingto.relations.wishes import is_wish
from accordingto.relations.wordlists import words

_ACTS = frozenset({"assert", "confirm", "deny", "accuse", "condemn", "praise"})
_LINKS = frozenset({"while", "and", ";"})
# So many words a side, where nothing but a semicolon or "while" sets two accounts apart.
_SHORT = 14
_NEXT, _RIGHT_BEHIND = 240, 48
_VERDICTS = frozenset({"condemn", "praise"})
_THEY = frozenset({"it", "they", "he", "she"})
_LESS = frozenset({"only", "merely", "never", "solely", "just"})
_FIRST = frozenset({"i", "we", "one"})
_ADDING = frozenset({"even", "also", "too", "likewise", "additionally"})
_WHAT, _OF_ONE = 8, (["what"], ["which"])
_SCORE, _LOW, _TAKEN_UP = 0.5, 0.45, 0.7


def beside(scene: Scene, near: Near) -> Iterator[Relation]:
    """For each claim the one right before it that it is set against, or agrees with."""
    yield from _taken_up(scene, near)
    told = [c for c in scene.in_order if _is_account(scene, c)]
    for one, other in pairwise(told):
        if not _are_of_two(scene, one, other):
            continue
        answer = bare_answer(scene.article.text, other.statement)
        if answer is not None and other.statement.act in ("assert", "confirm", "deny"):
            if answers_question(scene, other):
                continue
            yield judged(other.statement, one.statement, "denies", _SCORE, answer)
            continue
        found = _set_apart(scene, one, other)
        if found is not None:
            score, reason = found
            yield judged(other.statement, one.statement, "disputes", score, reason)


def _taken_up(scene: Scene, near: Near) -> Iterator[Relation]:
    """ "Residents agree", "doctors are sceptical": of the very words of another's claim."""
    for claim in scene.claims:
        said = claim.statement
        if said.act not in ("confirm", "question"):
            continue
        for other in near.of(claim.place):
            if not same_content(other, said) or scene.same_side(other, said):
                continue
            if other.act in CLAIMS and scene.is_claimed(other) and not holds(other, said):
                kind: RelationKind = "supports" if said.act == "confirm" else "disputes"
                yield judged(said, other, kind, _TAKEN_UP, "takes a stand on this very claim")


def _is_account(scene: Scene, claim: Claim) -> bool:
    said = claim.statement
    somebody = said.source is not None or said.source_span is not None
    top = said.parent is None and said.cue_span is not None
    return top and somebody and said.act in _ACTS and not is_wish(scene, claim)


def _are_of_two(scene: Scene, one: Claim, other: Claim) -> bool:
    if scene.same_side(one.statement, other.statement):
        return False
    if one_role(scene, one.statement, other.statement) or _end(one) > _start(other):
        return False
    return _start(other) - _end(one) <= _NEXT


def _start(claim: Claim) -> int:
    source = claim.statement.source_span
    start = start_of(claim.statement)
    return min(start, source.start) if source is not None else start


def _end(claim: Claim) -> int:
    said = claim.statement
    spans = [*said.content_spans, said.cue_span, said.source_span]
    return max(span.end for span in spans if span is not None)


def _set_apart(scene: Scene, one: Claim, other: Claim) -> tuple[float, str] | None:
    """How sure it is that two accounts, one right behind the other, are set against each other,
    and why."""
    gap = scene.article.text[_end(one) : _start(other)]
    said = [word.strip("\"'“”’.,—–-:()") for word in gap.replace(";", " ; ").lower().split()]
    marks = set(said)
    one_sentence = not any(mark in gap for mark in ".\n")
    adversative = marks & words("contrast", "adversative")
    if adversative and one_sentence and _is_linked(scene, one, other):
        return _SCORE, f"set against each other by '{min(adversative)}'"
    if (count := other_count(scene, one, other)) is not None:
        return _SCORE, count
    if _both_did(one, other):
        return _SCORE, "each says that it was he, and only one can be"
    if one_sentence and _call_it(scene, one, other):
        return _SCORE, "two words for the same thing"
    about = scene.is_about(one, scene.keys_of_side(other.statement))
    if about and turns_round(scene.article.text, other.statement):
        return _SCORE, "says that others did what it is said to have done"
    if about and _does_otherwise(scene, one, other):
        return _LOW, "tells otherwise what it is said to have done"
    if _blames_another(scene, one, other):
        return _LOW, "the side that is accused puts the blame elsewhere"
    near = not one_sentence or bool(marks & _LINKS) or not marks
    return _of_the_same(scene, one, other) if near and len(gap) <= _RIGHT_BEHIND else None


def _call_it(scene: Scene, one: Claim, other: Claim) -> bool:
    """ "What the union called a lock-out and the owners described as repairs"."""
    text, source = scene.article.text, one.statement.source_span
    ahead = text[max(0, source.start - _WHAT) : source.start].lower().split() if source else []
    gap = text[_end(one) : _start(other)].strip(" ,")
    shared = (one.keys & other.keys) - one.names
    calling = words("pointing", "calling")
    called = {verb_of(scene, c.statement) for c in (one, other)} <= calling
    return called and ahead[-1:] in _OF_ONE and gap in _LINKS | {"but"} and not shared


def _of_the_same(scene: Scene, one: Claim, other: Claim) -> tuple[float, str] | None:
    """The same for two short claims about one thing: "the vote was rigged", "it was fair"."""
    size = min(len(_tokens(scene, one)), len(_tokens(scene, other)))
    if size > _SHORT or not says_again(scene, one.statement, other.statement):
        return None
    if "deny" in (one.statement.act, other.statement.act) or one.negative != other.negative:
        # "He is not dead", "he is alive": they agree.
        return None
    rivals = rival(one, other)
    if rivals is not None and not elsewhere(scene, one, other):
        return _SCORE, f"'{other.wordings[rivals[1]]}' against '{one.wordings[rivals[0]]}'"
    if is_of_speaker(scene, other.statement) or is_person(scene, other.statement):
        # What two tell of somebody may all be so.
        return None
    if _adds(scene, other):
        # "They even burned the school", beside "soldiers burned 30 houses".
        return None
    if _are_alike(scene, one, other):
        return _SCORE, "each says something else of the same thing"
    if verb_of(scene, other.statement) in words("contrast", "insisting"):
        return _LOW, "insists on something else of the same thing"
    return None


def _is_linked(scene: Scene, one: Claim, other: Claim) -> bool:
    """True for two clauses of which the second takes something up, by a word or by "it", "this" or
    "they"; not for opinions beside one another."""
    said = (one.statement, other.statement)
    if not (one.clausal and other.clausal) or any(s.act in _VERDICTS for s in said):
        return False
    text = scene.article.text
    sources = [s.source_span.of(text).lower() for s in said if s.source_span is not None]
    thing = thing_of(scene, other.statement)
    if thing is None or _FIRST & {*sources}:
        return False
    pronoun = thing.token.lower
    taken_up = thing.token.pos == "PRON" and pronoun not in _FIRST | {"he", "she", "you"}
    return taken_up or bool(one.keys & other.keys)


def _tokens(scene: Scene, claim: Claim) -> list[Token]:
    return [t for s in claim.statement.content_spans for t in scene.reading.tokens_in(s)]


def _adds(scene: Scene, claim: Claim) -> bool:
    """True where a claim says of itself that it comes on top: "even", "also"."""
    return any(t.lower in _ADDING for t in _tokens(scene, claim))


def _are_alike(scene: Scene, one: Claim, other: Claim) -> bool:
    """True where both say what something is, or that the same happened in two ways; not where they
    agree on it: "a hoax", "a fake"."""
    verdicts = {one.statement.act, other.statement.act} & {"condemn", "accuse", "praise"}
    false = words("false", "words") | words("pointing", "things")
    if (len(verdicts) == 1 and one.statement.act == other.statement.act) or (
        one.raw & false and other.raw & false
    ):
        return False
    told = thing_of(scene, one.statement), thing_of(scene, other.statement)
    if all(t is not None and t.is_something for t in told):
        return not (one.keys - one.subjects) & (other.keys - other.subjects)
    return bool(one.predicates & other.predicates) and not one.negative and not other.negative


def _both_did(one: Claim, other: Claim) -> bool:
    """ "Lum said he had won. Ores said she had won by six points."."""
    only = one.predicates & other.predicates & words("contrast", "exclusive")
    return bool(only) and one.of_self and other.of_self and one.negative == other.negative


def _does_otherwise(scene: Scene, one: Claim, other: Claim) -> bool:
    """ "Police used live rounds, they say. Police say they used [only] rubber bullets": the same
    deed of those who answer, less of it or none."""
    source = other.statement.source
    tokens = [token for token in _tokens(scene, other) if token.lower != "that"]
    own = source in other.doers or (bool(tokens) and tokens[0].lower in _THEY)
    if source is None or not own or not one.predicates & other.predicates:
        return False
    told = {token.lower for token in tokens}
    return one.negative != other.negative or not told.isdisjoint(_LESS)


def _blames_another(scene: Scene, one: Claim, other: Claim) -> bool:
    """ "They accused the government of cutting the line. The ministry blamed a damaged cable."."""
    if one.statement.act != "accuse" or other.statement.act != "accuse":
        return False
    side = scene.keys_of_side(other.statement)
    kinds = scene.mentions.kinds
    accused = {name[1:] for name in one.names if name[0] == "@"}
    ours = scene.is_about(one, side) or (
        kinds.get(other.statement.source or "") == "government"
        and any(kinds.get(actor) == "government" for actor in accused)
    )
    accuser = scene.keys_of_side(one.statement)
    return ours and not scene.is_about(other, accuser)
