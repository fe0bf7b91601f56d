"""Set phrases of a verb, its object and a preposition: "pointed the finger at the army", "laid the
blame on it", "cast doubt on that"."""

from collections.abc import Mapping, Sequence
from functools import cache

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.records.statement import Act
from accordingto.statements.draft import Draft, Page
from accordingto.statements.noun_phrases import noun_phrase
from accordingto.statements.sources import is_nobody, is_passive, speaks, subject_of
from accordingto.statements.verbal import is_condition, is_real
from accordingto.statements.wordlists import word_list
from accordingto.tables import table

_SCORE = 0.85
# What things do as well: an accident raises questions and casts doubt.
_OF_THINGS: frozenset[Act] = frozenset({"question", "assert"})
_THINGS = frozenset({"it", "this", "that", "which", "these", "those"})
# So many words may stand between the object and the preposition: "the blame for the fire on".
_REACH = 8
_RELATIVE = frozenset({"WDT", "WP", "WP$"})


def phrase_drafts(page: Page) -> list[Draft]:
    """One draft for each set phrase that somebody says something by."""
    found = (_draft(page, token) for token in page.tokens if token.lemma in _phrases())
    return [draft for draft in found if draft is not None]


@cache
def _phrases() -> Mapping[str, Mapping[tuple[str, str], Act]]:
    """By the verb: object and preposition, and what is done by the phrase."""
    made: dict[str, dict[tuple[str, str], Act]] = {}
    for row in table("accordingto.statements", "cues.toml")["phrases"]:
        for words in row["words"]:
            verb, thing, link = words.split()
            made.setdefault(verb, {})[thing, link] = row["act"]
    return made


def _draft(page: Page, verb: Token) -> Draft | None:
    thing = page.child(verb.index, "dobj")
    if thing is None or thing < verb.index or is_passive(page, verb.index):
        return None
    link, act = _link(page, verb, page.tokens[thing])
    if link is None or not is_real(page, verb.index) or is_condition(page, verb.index):
        return None
    subject = subject_of(page, verb.index)
    if subject is None or is_nobody(page, subject):
        return None
    if act in _OF_THINGS and not _may_speak(page.tokens[subject]):
        # "The accident raised questions about the dam".
        return None
    below = page.reading.subtree(link.index)
    if below[-1] <= link.index:
        return None
    source = noun_phrase(page, subject)
    content = page.between(link.index + 1, _last(page, below))
    if source.overlaps(content):
        return None
    return Draft(
        at=verb.index,
        kind="phrase",
        cue=_cue(page, verb.index, link),
        source=source,
        contents=(content,),
        act=act,
        score=_SCORE,
        reasons=(f"'{verb.lower} {page.tokens[thing].lower} {link.lower}'",),
        subject=subject,
    )


def _may_speak(token: Token) -> bool:
    return token.lower not in _THINGS and (token.lemma in _roles() or speaks(token))


@cache
def _roles() -> frozenset[str]:
    """Nouns for people and bodies."""
    lists = (("nouns", "person"), ("nouns", "unnamed"), ("bodies", "nouns"))
    return frozenset(word for at in lists for word in word_list("sources.toml", *at))


def _link(page: Page, verb: Token, thing: Token) -> tuple[Token | None, Act]:
    """The preposition behind the phrase's object, and the phrase's act."""
    known = _phrases()[verb.lemma]
    for at in range(thing.index + 1, min(thing.index + _REACH, len(page.tokens))):
        token = page.tokens[at]
        act = known.get((thing.lemma, token.lower))
        if act is not None and token.head in (verb.index, thing.index, at - 1):
            return token, act
    return None, "assert"


def _last(page: Page, below: Sequence[int]) -> int:
    """The last word of what hangs on a preposition, short of ", which rejects the charge"."""
    for at in below[2:]:
        if page.tokens[at].tag in _RELATIVE and page.tokens[at - 1].text == ",":
            return at - 2
    return below[-1]


def _cue(page: Page, verb: int, link: Token) -> Span:
    """From the verb's helpers to the preposition."""
    helpers = [
        c
        for c in page.all_children(verb, "aux", "neg")
        if c < verb and all(page.tokens[i].head == verb for i in range(c, verb))
    ]
    return page.between(min(helpers, default=verb), link.index)
