"""Two accounts, one right behind the other, that part on a matter of news (:mod:`matters`)."""

from collections.abc import Iterator, Sequence

from accordingto.records.reading import Token
from accordingto.records.statement import Relation, RelationKind
from accordingto.relations.answered import has_denied
from accordingto.relations.claim import Claim, start_of
from accordingto.relations.culprits import other_culprit
from accordingto.relations.denials import one_role
from accordingto.relations.judgement import judged
from accordingto.relations.matters import Stand, matters, stands
from accordingto.relations.sameness import CHECKS, Pair
from accordingto.relations.scene import Scene
from accordingto.relations.tolls import elsewhere
from accordingto.relations.wishes import is_wish
from accordingto.relations.wordlists import words

_ACTS = frozenset({"assert", "confirm", "accuse"})
_NEXT, _LONGEST, _BACK = 60, 24, 2
_SCORE = 0.45
_UNREAL = frozenset(
    {"will", "would", "could", "may", "might", "can", "should", "must", "'ll", "’ll"}
)
# Clauses that tell of something beside what is said, and who told it.
_BESIDE = frozenset({"relcl", "advcl", "acl", "ccomp", "parataxis", "csubj", "appos"})
# "Let him go": one deed of two verbs.
_LETS = frozenset({"let", "make", "help"})
_TOLD_BESIDE = _BESIDE - {"ccomp"}


def partings(scene: Scene) -> Iterator[Relation]:
    """For each account those right before it from which it parts."""
    told = [c for c in scene.in_order if _is_account(scene, c)]
    for at, other in enumerate(told):
        if has_denied(scene, other):
            # What is told behind a denial is what it comes to.
            continue
        for one in _before(scene, told, at):
            found = _parted(scene, one, other)
            if found is not None:
                kind, reason = found
                yield judged(other.statement, one.statement, kind, _SCORE, reason)
                break


def _before(scene: Scene, told: Sequence[Claim], at: int) -> Iterator[Claim]:
    """The account right before one, and the one before that where two of the three are of one
    side."""
    later = told[at]
    for back in range(1, _BACK + 1):
        if at < back:
            return
        one, after = told[at - back], told[at - back + 1]
        if not 0 <= _start(after) - _end(one) <= _NEXT:
            return
        if not scene.same_side(one.statement, later.statement):
            yield one
        elif back == 1:
            continue
        if at > 1 and not scene.same_side(told[at - 1].statement, told[at - 2].statement):
            return


def _start(claim: Claim) -> int:
    source = claim.statement.source_span
    first = start_of(claim.statement)
    return min(first, source.start) if source is not None else first


def _end(claim: Claim) -> int:
    said = claim.statement
    spans = [*said.content_spans, said.cue_span, said.source_span]
    return max(span.end for span in spans if span is not None)


def _is_account(scene: Scene, claim: Claim) -> bool:
    said = claim.statement
    somebody = said.source is not None or said.source_span is not None
    if said.parent is not None or said.cue_span is None or not somebody:
        return False
    return said.act in _ACTS and not is_wish(scene, claim) and not _is_unreal(scene, claim)


def _is_unreal(scene: Scene, claim: Claim) -> bool:
    """ "Would repair it by June": nothing that was so."""
    head = scene.reading.head_of(claim.statement.content_spans[0])
    if head is None:
        return False
    below = [scene.reading.tokens[c] for c in scene.reading.children[head.index]]
    return any(t.lower in _UNREAL and t.dep == "aux" for t in below)


def _plain(scene: Scene, claim: Claim) -> list[Token]:
    """The words of what is said itself, without the clauses that hang on it; none where a claim is
    too long to say one thing."""
    spans = claim.statement.content_spans
    tokens = [t for s in spans for t in scene.reading.tokens_in(s)]
    if len(tokens) > _LONGEST:
        return []
    inside = {t.index for t in tokens}
    todo = [t.index for t in tokens if t.head not in inside or t.head == t.index]
    found: set[int] = set()
    while todo:
        at = todo.pop()
        found.add(at)
        beside = _BESIDE if scene.reading.tokens[at].lemma.lower() not in _LETS else _TOLD_BESIDE
        below = scene.reading.children[at]
        todo += [c for c in below if c in inside and scene.reading.tokens[c].dep not in beside]
    return [t for t in tokens if t.index in found]


def _parted(scene: Scene, one: Claim, other: Claim) -> tuple[RelationKind, str] | None:
    said, said_too = one.statement, other.statement
    if one_role(scene, said, said_too) or scene.same_state(said, said_too):
        return None
    if elsewhere(scene, one, other):
        return None
    tokens = _plain(scene, one), _plain(scene, other)
    if any(t.lower in words("apart", "words") for t in tokens[1]):
        return None
    mine, theirs = (stands(scene.reading, row) for row in tokens)
    for matter in sorted({s.matter for s in mine} & {s.matter for s in theirs}):
        first = _only(mine, matter)
        second = _only(theirs, matter)
        if first is None or second is None or first.yes == second.yes:
            continue
        pair = Pair(scene, (one, other), tokens, (first, second))
        known = matters()[matter]
        if known.parties and not pair.has_body():
            continue
        if CHECKS[known.same](pair):
            negated = second.negated and not first.negated
            reason = f"parts on {known.name}: '{second.words}' against '{first.words}'"
            return "denies" if negated else "disputes", reason
    other_door = other_culprit(scene, (one, other), tokens)
    return ("disputes", other_door) if other_door is not None else None


def _only(found: Sequence[Stand], matter: int) -> Stand | None:
    """What is said of a matter, if that is one thing."""
    ours = [s for s in found if s.matter == matter]
    return ours[0] if len({s.yes for s in ours}) == 1 else None
