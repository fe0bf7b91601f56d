"""Noun phrases that point at people and bodies: "the official", "Iraqi MPs", "the army"."""

from bisect import bisect_left
from collections.abc import Sequence

from accordingto.actors.edges import (
    HYPHENS,
    country_before,
    country_behind,
    is_narrowed,
    left_edge,
    right_edge,
    with_prefix,
)
from accordingto.actors.fold import head_word
from accordingto.actors.mention import Mention
from accordingto.actors.names import is_subject, leads
from accordingto.actors.posts import is_post
from accordingto.actors.telling import is_head_of, is_telling
from accordingto.actors.wordlists import words
from accordingto.records.facts import ActorKind
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span

_KINDS: tuple[ActorKind, ...] = (
    "government",
    "armed_group",
    "group",
    "organisation",
    "media",
    "person",
)
_WITHIN = frozenset({"amod", "compound", "nmod"})
# Within a noun phrase stands no verb with a subject of its own.
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NUMBER = frozenset({"NNS", "NNPS"})
# "The coast guard" is a body, "the guard" a man; so is "the air force", and no blow's force.
_FORCES = {
    "guard": frozenset(
        {"coast", "border", "national", "home", "republican", "presidential", "civil"}
    ),
    "force": frozenset({"air", "police", "defence", "defense", "security", "frontier"}),
}
_NAMED_BODIES: frozenset[ActorKind] = frozenset(
    {"government", "organisation", "armed_group", "media"}
)
# "The front", of the one front that the text has named; "a front" is weather.
_POINTING = frozenset({"the", "this"})
_SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson"})
# Ends of words for who does what.
_TRADES = ("er", "ist", "man", "woman", "ian")
# "No officer", "any witnesses": there may be none.
_NONE = frozenset({"no", "any", "neither", "every", "each"})


def find_nouns(
    text: str, reading: Reading, names: Sequence[Mention], spoken: frozenset[int]
) -> list[Mention]:
    """Noun-phrase mentions in text order. Titles of names and indefinite sources are left out."""
    name_tokens = {t.index for n in names for t in reading.tokens_in(n.span)}
    heads = _heads(names)
    starts = [name.span.start for name in names]
    found: list[Mention] = []
    for token in reading.tokens:
        if token.pos not in {"NOUN", "PROPN", "ADJ"} or token.index in name_tokens:
            continue
        kind = _kind(token)
        ahead = reading.tokens[token.index - 1].lower if token.index else ""
        if ahead in _FORCES.get(token.lower, ()):
            kind = "government"
        if _is_portfolio(reading, token):
            continue
        before = reading.tokens[token.index - 1]
        if kind == "government" and token.lemma == "agency":
            kind = _kind_of_agency(before.lower)
        if before.text in HYPHENS and before.end == token.start and token.lower == "general":
            # "The secretary-general": told of by its first word.
            continue
        if before.text == "-" and reading.tokens[token.index - 2].lower == "and":
            # "A husband-and-wife team".
            continue
        if token.pos == "ADJ" and token.dep == "conj" and reading.tokens[token.head].dep in _WITHIN:
            # "Political or military experience".
            continue
        if kind is None and reading.tokens[token.index - 1].lower in _POINTING:
            kind = heads.get(token.text)
        if kind is None and token.index in spoken:
            kind = _kind_speaking(token)
        if kind is None:
            continue
        if token.index not in spoken and _is_title(reading, token, name_tokens, kind):
            continue
        mention = _mention(text, reading, token, kind, spoken)
        if mention is None:
            continue
        inside = names[
            bisect_left(starts, mention.span.start) : bisect_left(starts, mention.span.end)
        ]
        if not _speaks_for_name(mention, inside):
            found.append(mention)
    return found


def _kind_of_agency(before: str) -> ActorKind:
    """ "A news agency", "aid agencies": what stands before tells that it is no state's."""
    if before == "news":
        return "media"
    return "organisation" if before in words("kinds.toml", "bodies", "agencies") else "government"


def _is_portfolio(reading: Reading, token: Token) -> bool:
    """ "Minister of territorial administration": what is administered, and nobody."""
    of = reading.tokens[token.head]
    if token.dep != "pobj" or of.lower != "of":
        return False
    bare = not any(reading.tokens[c].dep in {"det", "poss"} for c in reading.children[token.index])
    return bare and reading.tokens[of.head].lemma in {"minister", "secretary", "ministry"}


def _speaks_for_name(mention: Mention, names: Sequence[Mention]) -> bool:
    """ "A Home Office spokesman": it is the Home Office that speaks."""
    if mention.lemma not in _SPOKES:
        return False
    return any(mention.span.contains(n.span) and n.kind in _NAMED_BODIES for n in names)


def _heads(names: Sequence[Mention]) -> dict[str, ActorKind]:
    """Words that the text may go on with for a body of a longer name ("the fund"), and its kind."""
    found: dict[str, ActorKind] = {}
    for name in names:
        head = head_word(name.words)
        if name.kind is None or name.kind not in _NAMED_BODIES:
            continue
        if head in words("kinds.toml", "heads", "words"):
            found.setdefault(head, name.kind)
    return found


def _kind(token: Token) -> ActorKind | None:
    for kind in _KINDS:
        if token.lower in words("kinds.toml", "nouns", kind):
            return kind
    if token.tag not in _NUMBER:
        # At the head of a sentence the engine may miss the plural of "Attorneys".
        one = token.lower.removesuffix("s")
        capital = token.text[:1].isupper() and one != token.lower
        return "group" if capital and one in words("kinds.toml", "nouns", "person") else None
    for kind in ("government", "organisation"):
        if token.lemma in words("kinds.toml", "nouns", kind):
            return kind
    return "group" if token.lemma in words("kinds.toml", "nouns", "person") else None


def _kind_speaking(token: Token) -> ActorKind | None:
    """Nouns that are somebody where they are the source of what is said."""
    if token.lemma in words("kinds.toml", "nouns", "speaking_person"):
        return "group" if token.tag in _NUMBER else "person"
    if token.lemma in words("kinds.toml", "nouns", "speaking_government"):
        return "government"
    if token.lemma in words("kinds.toml", "nouns", "speaking_organisation"):
        return "organisation"
    if _is_trade(token.lemma):
        # "The herders said".
        return "group" if token.tag in _NUMBER else "person"
    return None


def _is_trade(lemma: str) -> bool:
    """ "Herder": a word for who does what, and for nothing that is read or measured."""
    papers = words("kinds.toml", "nouns", "no_trades")
    return lemma.endswith(_TRADES) and not any(lemma.endswith(paper) for paper in papers)


def _is_title(reading: Reading, token: Token, names: set[int], kind: ActorKind) -> bool:
    """True where the noun only introduces a name or another noun ("police car")."""
    at = token.index + 1
    if kind == "person" and _of_office(reading, token):
        # "The sheriff's office": the office is somebody.
        return True
    if token.dep == "compound" and reading.tokens[token.head].tag in _FINITE:
        # "Prosecutors allege": the tree takes the two for one word.
        return False
    if token.dep in {"compound", "amod", "nmod"}:
        # "Tal rescue services spokesman": the body is named on the way.
        body = kind in {"government", "organisation"}
        return not (
            body and any(reading.tokens[c].dep == "compound" for c in reading.children[token.index])
        )
    return (
        at < len(reading.tokens)
        and at in names
        and token.end + 1 == reading.tokens[at].start
        and (token.tag not in _NUMBER)
    )


def _of_office(reading: Reading, token: Token) -> bool:
    after = reading.tokens[token.index + 1 : token.index + 3]
    return len(after) == 2 and after[0].tag == "POS" and after[1].lower in {"office", "department"}


def _mention(
    text: str, reading: Reading, token: Token, kind: ActorKind, spoken: frozenset[int]
) -> Mention | None:
    first = left_edge(reading, token)
    if reading.tokens[first].lower == "all" and token.tag not in _NUMBER:
        # "That was all the minister would say".
        first += 1
    first = with_prefix(reading, first)
    if first == token.index and token.dep == "compound" and token.index in spoken:
        # "A number the opposition disputes", where the tree takes the verb for a noun.
        lead = reading.tokens[first - 1]
        first -= lead.tag in {"DT", "PRP$"} and lead.head == token.head
    if token.dep == "poss" and token.tag in _NUMBER and reading.tokens[first].lower in {"a", "an"}:
        # "A farmers' leader": one leader, many farmers.
        first += 1
    left = reading.tokens[first : token.index]
    determiner = (
        left[0].lower if left and (left[0].dep in {"det", "poss"} or left[0].pos == "DET") else ""
    )
    if left and left[0].lower in words("kinds.toml", "indefinite", "determiners"):
        determiner = left[0].lower
    # "A fans' group" is anybody's.
    anyones = (
        bool(left) and left[0].lower in {"a", "an"} and not any(t.pos == "PROPN" for t in left)
    )
    possessed = not anyones and any(t.dep == "poss" or t.tag in {"POS", "PRP$"} for t in left)
    if determiner in _NONE and token.index not in spoken:
        return None
    definite = determiner in words("kinds.toml", "definite", "determiners") or possessed
    span = Span(reading.tokens[first].start, right_edge(reading, token, kind))
    country = country_before(left) or country_behind(text[token.end : span.end])
    if token.lemma == "head" and not is_head_of(reading, token, left):
        return None
    speaks = token.index in spoken and (not left or kind == "media")
    if not (is_telling(token, left, country) or speaks):
        return None
    if kind in {"person", "group"} and token.index not in spoken and is_post(reading, token, left):
        return None
    loose = token.lemma in words("kinds.toml", "indefinite", "sources") and country is None
    # "Media reported" names nobody, "state media" some.
    of_state = token.lemma == "medium" and bool(left)
    if loose and not (definite or of_state) and token.tag in _NUMBER and len(left) <= 1:
        return None
    return Mention(
        span=span,
        words=span.of(text),
        head=token.index,
        form="noun",
        kind=kind,
        country=country,
        lemma=token.lemma,
        definite=definite,
        plural=token.tag in _NUMBER,
        vague=loose and not of_state and not definite and len(left) <= 2,
        spoken=token.index in spoken,
        subject=is_subject(reading, token),
        leads=leads(reading, token),
        sentence=reading.sentence_of(token.index).first,
        narrowed=is_narrowed(reading, token),
    )
