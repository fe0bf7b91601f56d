"""Which claim a denial means by "the charges", "Varga's claim", "their account"."""

from collections.abc import Iterator, Sequence
from functools import cache

from accordingto.records.reading import Token
from accordingto.records.statement import Relation, RelationKind, Statement
from accordingto.relations.answered import is_charge
from accordingto.relations.claim import Claim, blames
from accordingto.relations.judgement import judged
from accordingto.relations.scene import CLAIMS, Scene, holds, outermost
from accordingto.relations.stems import stem
from accordingto.relations.wishes import is_wish
from accordingto.relations.wordlists import alike, stems, words

_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_SOME = ("a ", "an ", "any ")
# Claims about the one who denies are taken up to this many characters back.
_BACK, _NEXT = 1500, 400
# Where a name says whose claim it is: what he said further on is looked at this far.
_AHEAD = 12
# They point at what stands in front; "such" and "both" parsers take for adjectives.
_DETERMINERS = frozenset({"this", "that", "these", "those", "such", "both", "all", "any"})
# A closing mark, a comma and a blank.
_COMMA = 3
_THEIRS = frozenset({"his", "her", "their", "its"})
_LIES = frozenset(alike().get(stem(word), stem(word)) for word in ("lie", "mislead", "deceive"))
# What is made of several claims.
_ACCOUNTS = frozenset({"account", "version", "story"})
_OF = frozenset({"of", "about"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_ATTACKS = ("fire", "shell", "shoot", "launch", "strike", "bomb", "attack", "kill", "poison")


def pointed_at(
    scene: Scene, denial: Claim, before: Sequence[Claim], phrase: str
) -> Iterator[Relation]:
    """The last claim of another side; a claim about the one who denies goes before the others."""
    said = denial.statement
    if phrase.lower() in words("pointing", "pronouns") and _is_blamed(scene, denial):
        return
    others = [c for c in before if not _is_own(scene, c.statement, said) and not is_wish(scene, c)]
    pronoun = phrase.lower() in words("pointing", "pronouns")
    last_said = others[-1] if others else None
    # What says itself that something is not so is seldom what is denied; that he lied is a charge.
    charged = scene.keys_of_side(said) if _is_of_guilt(phrase) else frozenset()
    plain = [
        c for c in others if not _is_denial(c) or (charged and _says_he_lied(scene, c, charged))
    ]
    others = plain or others
    verdict = _is_of(phrase, "verdicts")
    if verdict:
        others = [c for c in others if _judges(scene, c)]
    if _is_of(phrase, "figures"):
        others = [c for c in others if scene.counted.get(c.statement.id)]
    named = _named_by(scene, denial, others)
    noun = _noun(scene, denial)
    told = len(named) < len(others) or (noun is not None and bool(_of_what(scene, noun)))
    if phrase.lower().startswith(_SOME):
        # "…, a charge that the mill denies": it is made in this sentence.
        sentence = scene.sentence_at(denial.start)
        named = [c for c in named if any(sentence.overlaps(s) for s in c.statement.content_spans)]
        beside = [c for c in named if _ends_at(c.statement, denial.start)]
        if beside:
            reason = f"'{phrase}' stands right behind this claim"
            yield judged(said, outermost(scene, beside[-1]).statement, "denies", 0.7, reason)
            return
    others = [c for c in named if not _is_aside(scene, c.statement)] or named
    if not others:
        return
    side = scene.keys_of_side(said)
    about = [c for c in others if scene.is_about(c, side) and denial.start - c.start <= _BACK]
    if _is_of_guilt(phrase) and not told:
        others = _charges(scene, denial, others, about)
        about = [c for c in about if c in others]
    elif not verdict:
        others = [c for c in others if c.clausal]
    if not others:
        return
    if pronoun and last_said is not None and denial.start - last_said.start <= _NEXT:
        # "Dismissed that as theatre": what was said last, whoever it is about.
        others = [last_said] if last_said.clausal else others[-1:]
        about = [c for c in about if c is others[0]]
    meant = about or others
    pointed = not _DETERMINERS.isdisjoint(phrase.lower().split())
    if noun_of(phrase) in _ACCOUNTS and len(meant) > 1 and not pointed:
        meant = _contradicted(scene, denial, meant)
    last = outermost(scene, meant[-1])
    reason = f"'{phrase}' points back at this claim"
    if about:
        reason += " about the one who denies"
    kind: RelationKind = "disputes" if verdict else "denies"
    yield judged(said, last.statement, kind, 0.75 if about else 0.65, reason)
    if phrase.lower().startswith(("both ", "such ", "these ", "those ")):
        others = [c for c in meant[:-1] if not scene.same_side(c.statement, last.statement)]
        yield from (judged(said, c.statement, kind, 0.6, reason) for c in others[-1:])


def _charges(
    scene: Scene, denial: Claim, others: Sequence[Claim], about: Sequence[Claim]
) -> list[Claim]:
    """Those of ``others`` that "the charge" can mean; ``about`` are those about the one who denies.
    Charges are made against somebody: what is no charge and not about him is not meant."""
    charges = [
        c for c in about or others if blames(c) or is_charge(c) or _is_deed_right_before(denial, c)
    ]
    of_somebody = [c for c in others if _tells_of_somebody(scene, c)]
    if denial.statement.act != "deny" and denial.start - others[-1].start <= _NEXT:
        # "Called the accusation shabby", right behind it.
        of_somebody = of_somebody or list(others[-1:])
    return charges or list(about) or of_somebody


def _ends_at(said: Statement, start: int) -> bool:
    """ "They had been kept out[, an accusation the commission denied]"."""
    return any(0 <= start - span.end <= _COMMA for span in said.content_spans)


def noun_of(phrase: str) -> str:
    """The noun that a pointing phrase ends with: "account"."""
    return phrase.lower().rsplit(" ", 1)[-1]


def _contradicted(scene: Scene, denial: Claim, told: list[Claim]) -> list[Claim]:
    """ "Disputed the police account. “He had no gun,” she said": of all that the police say what
    this is about; all where it is about none."""
    at = scene.order_of[denial.place]
    after = [c for c in scene.in_order[at + 1 : at + 3] if c.start - denial.start <= _NEXT]
    after = [c for c in after if not any(scene.same_side(c.statement, t.statement) for t in told)]
    keys = {key for c in after for key in c.keys - c.names}
    best = max(len(keys & c.keys - c.names) for c in told)
    return [c for c in told if best and len(keys & c.keys - c.names) == best] or told


def _is_of(phrase: str, key: str) -> bool:
    """ "A figure the union dismissed", "the criticism": what it points back at has a number, or
    calls something bad."""
    return phrase.lower().rsplit(" ", 1)[-1].removesuffix("s") in words("pointing", key)


def _judges(scene: Scene, claim: Claim) -> bool:
    cue = claim.statement.cue_span
    head = scene.reading.head_of(cue) if cue is not None else None
    called = head is not None and head.lemma.lower() in words("pointing", "calling")
    return called or claim.statement.act in ("condemn", "accuse")


def _named_by(scene: Scene, denial: Claim, others: Sequence[Claim]) -> list[Claim]:
    """Those that "the beating allegation" or "the police account" can mean, by what is said in
    front of its noun: what it is about, or whose it is."""
    noun = _noun(scene, denial)
    if noun is None:
        return list(others)
    told = [scene.reading.tokens[c] for c in scene.reading.children[noun.index]]
    # "Called the higher figure speculation", read as one phrase.
    plain = (
        words("pointing", "nouns")
        | words("pointing", "between")
        | words("false", "words")
        | words("false", "open")
        | _DETERMINERS
    )
    told = [
        t for t in told
        if t.dep in _MODIFIERS and t.index < noun.index and t.lower not in plain and t.pos in _NOUNS
        and not t.lower.endswith(("ed", "ous", "less"))
    ]  # fmt: skip
    told += [t for t in _of_what(scene, noun) if t.lower not in plain and t.pos in _NOUNS]
    if not told:
        return list(others)
    actors = {actor for token in told for actor in scene.mentions.at(token)}
    keys = {alike().get(stem(t.lemma.lower()), stem(t.lemma.lower())) for t in told}
    return [
        c for c in others
        if keys & c.keys or actors & _sides(scene, c) or {f"@{a}" for a in actors} & c.keys
        or {t.lower for t in told} & _source_words(scene, c)
    ]  # fmt: skip


def named_ahead(scene: Scene, denial: Claim, ahead: Sequence[Claim]) -> list[Claim]:
    """ "Family disputes police account", a headline: what police say below, the last first."""
    noun = _noun(scene, denial)
    others = [c for c in ahead if not scene.same_side(c.statement, denial.statement)]
    named = _named_by(scene, denial, others) if noun is not None else []
    return named[::-1] if len(named) < len(others) else []


def noun_said(scene: Scene, denial: Claim) -> str | None:
    """The noun for a claim that a headline's denial has without its article: "police account"."""
    noun = _noun(scene, denial) if scene.in_summary(denial.statement) else None
    return noun.text if noun is not None else None


def _of_what(scene: Scene, noun: Token) -> list[Token]:
    """What "the allegation of [beatings]", "the claim about [snipers]" is of."""
    reading = scene.reading
    links = [c for c in reading.children[noun.index] if reading.tokens[c].lower in _OF]
    return [reading.tokens[c] for link in links for c in reading.children[link]]


def owned_claim(scene: Scene, denial: Claim, before: Sequence[Claim]) -> Iterator[Relation]:
    """ "Dismissed Varga's claim", "disputed their account": the last claim of those whose it is."""
    noun = _noun(scene, denial)
    if noun is None or noun.lemma.lower() in words("pointing", "opinions"):
        return
    owner = _owner(scene, noun)
    said = denial.statement
    if owner is None or _begins_with_theirs(scene, said):
        return
    others = [c for c in before if not _is_own(scene, c.statement, said) and not is_wish(scene, c)]
    others = [c for c in others if c.clausal or c.statement.act == "accuse"]
    if owner.lower in _THEIRS:
        theirs = [c for c in others if c.statement.source is not None][-1:]
    else:
        actors = set(scene.mentions.at(owner))
        theirs = [c for c in others if actors & _sides(scene, c)]
        if not theirs and actors:
            at = scene.order_of[denial.place]
            theirs = [
                c
                for c in reversed(scene.in_order[at + 1 : at + 1 + _AHEAD])
                if c.statement.act in CLAIMS
                and c.clausal
                and actors & _sides(scene, c)
                and not _is_own(scene, c.statement, said)
            ]
    if not theirs:
        return
    places = set(scene.reading.subtree(noun.index)) - {noun.index, owner.index}
    rest = [scene.reading.tokens[i] for i in sorted(places) if i > owner.index]
    told = {alike().get(stem(t.lemma.lower()), stem(t.lemma.lower())) for t in rest} & denial.keys
    likely = [c for c in theirs if told & c.keys]
    if told and not likely:
        # "Varga's charges about the dam": of the dam he says nothing here.
        return
    side = scene.keys_of_side(said)
    likely = likely or [c for c in theirs if scene.is_about(c, side)] or theirs
    mark = "" if owner.lower in _THEIRS or owner.index > noun.index else "’s"
    both = (noun.text, "by", owner.text) if owner.index > noun.index else (owner.text, noun.text)
    phrase = f"{both[0]}{mark} {' '.join(both[1:])}"
    reason = f"'{phrase}': the claim of this side"
    yield judged(said, outermost(scene, likely[-1]).statement, "denies", 0.65, reason)


def _owner(scene: Scene, noun: Token) -> Token | None:
    """Whose claim it is: "Varga's", or "given by the ministry"."""
    tokens, children = scene.reading.tokens, scene.reading.children
    for child in children[noun.index]:
        if tokens[child].dep == "poss":
            return tokens[child]
    told = [c for c in children[noun.index] if tokens[c].dep == "acl" and tokens[c].tag == "VBN"]
    by = [c for verb in told for c in children[verb] if tokens[c].lower == "by"]
    return next((tokens[c] for b in by for c in children[b] if tokens[c].dep == "pobj"), None)


def _is_denial(claim: Claim) -> bool:
    """True for what says itself that something is not so: "found no evidence"."""
    signs = {alike().get(stem(word), stem(word)) for word in words("negation", "signs")}
    return claim.negative or bool(claim.raw & stems("false", "words") or claim.denied & signs)


def _says_he_lied(scene: Scene, claim: Claim, side: frozenset[str]) -> bool:
    """ "The company had lied to regulators", answered by the company: no denial, but a charge."""
    return not claim.negative and scene.is_about(claim, side) and bool(claim.predicates & _LIES)


def _begins_with_theirs(scene: Scene, said: Statement) -> bool:
    """ "His words contradict his statements": both are the same man's."""
    span = said.source_span
    return span is not None and span.of(scene.article.text).split()[0].lower() in _THEIRS


def _noun(scene: Scene, denial: Claim) -> Token | None:
    """The noun for a claim that a denial's content is headed by, or says something of."""
    spans = denial.statement.content_spans
    head = scene.reading.head_of(spans[0]) if spans else None
    if head is None:
        return None
    known = words("pointing", "nouns")
    below = [scene.reading.tokens[c] for c in scene.reading.children[head.index]]
    # "(Called) the movement's claim absurd": the tree may make one phrase of it.
    beside = ("nsubj", "dobj", "nsubjpass", *(("compound",) if head.pos == "ADJ" else ()))
    for token in (head, *(t for t in below if t.dep in beside)):
        if token.lemma.lower() in known and token.pos == "NOUN":
            return token
    return None


def _sides(scene: Scene, claim: Claim) -> set[str]:
    source = claim.statement.source or claim.statement.affiliation
    return set(scene.chain(source)) if source is not None else set()


def _source_words(scene: Scene, claim: Claim) -> set[str]:
    span = claim.statement.source_span
    return set(span.of(scene.article.text).lower().split()) if span is not None else set()


def _is_blamed(scene: Scene, claim: Claim) -> bool:
    """ "Called it wrong and shameful", "a bogus charity": a deed may be wrong and a thing no good,
    and no claim be meant."""
    tokens = [t for s in claim.statement.content_spans for t in scene.reading.tokens_in(s)]
    things = words("pointing", "things")
    if any({token.lower, token.lemma.lower()} & things for token in tokens):
        return True
    if len(tokens) < 2 or tokens[1].lower == "as":
        return False
    false = words("false", "words") - {"wrong"}
    return not any(
        {token.lower, token.lemma.lower()} & false and (after is None or after.pos not in _NOUNS)
        for token, after in zip(tokens, [*tokens[1:], None], strict=True)
    )


def _tells_of_somebody(scene: Scene, claim: Claim) -> bool:
    """True for a plain claim of what a person other than its speaker did."""
    doers = {actor for actor in claim.doers if actor != claim.statement.source}
    persons = any(scene.mentions.kinds.get(actor) == "person" for actor in doers)
    return persons and claim.statement.certainty == "plain"


def _is_deed_right_before(denial: Claim, claim: Claim) -> bool:
    """ "He said the shells had been fired from Tel. The rebels rejected the accusation": a claim
    that tells of an attack, whoever did it, right in front of a denial."""
    return denial.start - claim.start <= _NEXT and bool(claim.predicates & _attacks())


@cache
def _attacks() -> frozenset[str]:
    return frozenset(alike().get(stem(word), stem(word)) for word in _ATTACKS)


def _is_of_guilt(phrase: str) -> bool:
    """True for "the charges", "both allegations"."""
    noun = phrase.lower().split()[-1]
    return noun in words("pointing", "guilt") or noun.removesuffix("s") in words(
        "pointing", "guilt"
    )


def _is_aside(scene: Scene, said: Statement) -> bool:
    """ "The Front, which he blames for an earlier raid": said in passing, not what is answered."""
    cue = scene.reading.head_of(said.cue_span) if said.cue_span is not None else None
    while cue is not None and cue.dep == "conj" and cue.head < cue.index:
        cue = scene.reading.tokens[cue.head]
    return cue is not None and cue.dep == "relcl"


def _is_own(scene: Scene, claim: Statement, denial: Statement) -> bool:
    return scene.same_side(claim, denial) or holds(claim, denial)
