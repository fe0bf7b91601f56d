"""What body the words beside a name say that it is: "the party Tawas", "Korvo, a drug maker"."""

from accordingto.actors.mention import Mention
from accordingto.actors.wordlists import words
from accordingto.given_names import gender_of
from accordingto.records.facts import ActorKind
from accordingto.records.reading import Reading, Token

_KINDS: tuple[ActorKind, ...] = ("armed_group", "government", "media")
# So many names are joined by "and" in front of one ("the carmakers Vandor, Telkin and Orbo").
_MOST_JOINED = 4


def noun_beside(reading: Reading, mention: Mention) -> str:
    """The noun for a body in apposition to a name, or right before it, in its dictionary form; ""
    where none is, or where the name begins like a person's."""
    at = reading.tokens_in(mention.span)[0].index
    lead = [t.lower for t in reading.tokens[max(0, at - 3) : at] if t.lower != "the"][-2:]
    if lead in (["calling", "itself"], ["calling", "themselves"], ["called", "itself"]):
        return "group"
    if _is_owner(reading, mention):
        return "company"
    first = mention.words.split(" ", 1)[0]
    if mention.country is not None or (" " in mention.words and gender_of(first) is not None):
        return ""
    people = words("kinds.toml", "nouns", "person") - words("kinds.toml", "nouns", "either")
    if any(t.lemma in people for t in beside(reading, mention)):
        # "Ada Lum, an officer of Korvo, a drug maker".
        return ""
    found = [t for t in (*beside(reading, mention), *_before(reading, mention)) if _is_body(t)]
    told = [t for t in found if t.dep != "poss" and _is_whole(reading, t)]
    return told[0].lemma if told else ""


def _is_owner(reading: Reading, mention: Mention) -> bool:
    """ "Fosen Wind, which owns the farm", "a stake in Korvo": no person is told of so."""
    token = reading.tokens[mention.head]
    clauses = (c for c in reading.children[token.index] if reading.tokens[c].dep == "relcl")
    which = any(
        reading.tokens[below].lower == "which" and reading.tokens[below].dep == "nsubj"
        for clause in clauses
        for below in reading.children[clause]
    )
    if which and mention.kind == "person" and gender_of(mention.words.split(" ", 1)[0]) is None:
        return True
    above = reading.tokens[token.head]
    stake = reading.tokens[above.head].lemma in {"stake", "share", "shareholding"}
    return (
        token.dep == "pobj" and above.lower in {"in", "of"} and stake and mention.kind == "person"
    )


def kind_called(noun: str) -> ActorKind:
    """The kind of actor that such a noun is for."""
    return next((k for k in _KINDS if noun in words("kinds.toml", "nouns", k)), "organisation")


def beside(reading: Reading, mention: Mention) -> list[Token]:
    """The nouns in apposition to a name, also where it is one of several."""
    head = reading.tokens[mention.head]
    near = [t for c in reading.children[head.index] if (t := reading.tokens[c]).dep == "appos"]
    steps = 0
    while head.dep == "conj" and steps < _MOST_JOINED:
        head = reading.tokens[head.head]
        steps += 1
    if steps and head.tag == "NNS" and reading.tokens[head.index + 1].text == ",":
        # "Two carmakers, Vandor and Telkin,".
        return [*near, head]
    return [*near, reading.tokens[head.head]] if head.dep == "appos" else near


def _before(reading: Reading, mention: Mention) -> list[Token]:
    """The noun that touches the name: "the Lirian party Tawas"."""
    inside = reading.tokens_in(mention.span)
    at = inside[0].index - 1
    token = reading.tokens[at] if at >= 0 else None
    if token is not None and token.text == "," and at > 0:
        # "A fuel supplier, Petrojet.", whatever the tree makes of it.
        after = reading.tokens[inside[-1].index + 1 : inside[-1].index + 2]
        closed = not after or after[0].text in {",", ".", ";"}
        noun = reading.tokens[at - 1]
        near = (reading.tokens[c].lower for c in reading.children[noun.index])
        fits = closed and noun.tag == "NN" and noun.end == token.start
        return [noun] if fits and not {"a", "an"}.isdisjoint(near) else []
    if token is None or token.end + 1 != mention.span.start or token.pos not in {"NOUN", "PROPN"}:
        return []
    opens = reading.sentence_of(at).first == at
    return [token] if token.text.islower() or opens else []


def _is_body(token: Token) -> bool:
    return token.lemma in words("kinds.toml", "nouns", "firm") | words(
        "kinds.toml", "nouns", "bodies"
    )


def _is_whole(reading: Reading, token: Token) -> bool:
    """Of tanks think tanks only, and of sites news sites."""
    needed = {"tank": "think", "site": "news"}.get(token.lemma)
    return needed is None or reading.tokens[token.index - 1].lower == needed
