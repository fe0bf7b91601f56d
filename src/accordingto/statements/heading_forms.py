"""Less common forms of headlines: "'We ran': survivors speak out", "I gave no order, general tells
inquiry", "Opposition slams vote, demands rerun"."""

from collections.abc import Sequence

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.contents import snap
from accordingto.statements.cues import Cue, lexicon
from accordingto.statements.draft import Draft, Page
from accordingto.statements.wordlists import word_list

_MARKS = frozenset("\"“”'‘’«»")
_MOST_NAMED = 5
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PART", "PRON"})
_SCORE = 0.6


def those_quoted(quoted: Sequence[Token], told: Sequence[Token]) -> list[Token]:
    """The speakers of "'They left us to drown': [survivors of the ferry] speak out"; nobody where
    what stands in front of the colon is no quotation."""
    if quoted[0].text not in _MARKS or quoted[-1].text not in _MARKS or len(quoted) < 4:
        return []
    named: list[Token] = []
    for token in told:
        if token.pos not in _NAMING:
            break
        named.append(token)
    first = next((t for t in named if t.pos in ("NOUN", "PROPN")), None)
    return named if first is not None and _is_person(first, named) else []


def _is_person(first: Token, named: Sequence[Token]) -> bool:
    people = {
        *word_list("cues.toml", "heading", "speakers"),
        *word_list("sources.toml", "nouns", "person"),
    }
    return first.lemma in people or named[-1].lemma in people or first.ent == "PERSON"


def said_last(page: Page, tokens: Sequence[Token]) -> list[Draft]:
    """ "I gave no order, [general tells] inquiry": who says it stands behind the last comma."""
    comma = max((i for i, t in enumerate(tokens) if t.text == ","), default=0)
    behind = tokens[comma + 1 :]
    for place, token in enumerate(behind[: _MOST_NAMED + 1]):
        cue = _verb(token, "quote") if place else None
        named = behind[:place]
        if cue is None or not all(t.pos in _NAMING for t in named):
            continue
        span = snap(page, page.between(tokens[0].index, tokens[comma - 1].index), token.index)
        if comma < 3 or span is None or not _is_person(named[-1], named):
            return []
        source = page.between(named[0].index, named[-1].index)
        return [_draft(token, source, (span,), cue)]
    return []


def second_verbs(page: Page, tokens: Sequence[Token], heard: Sequence[Draft]) -> list[Draft]:
    """ "Opposition slams vote, [demands rerun]": whoever was heard in front says that too."""
    found = []
    for place, token in enumerate(tokens[1:-1], start=1):
        cue = _verb(token, "object") or _verb(token, "clause")
        if cue is None or cue.mind or tokens[place - 1].text != ",":
            continue
        before = [d for d in heard if d.cue is not None and d.cue.end <= token.start and d.source]
        if not before or any(d.holds(token.span) for d in heard):
            continue
        if any(d.cue is not None and d.cue.overlaps(token.span) for d in heard):
            continue
        span = snap(page, page.between(tokens[place + 1].index, tokens[-1].index), token.index)
        if span is not None and before[-1].source is not None:
            found.append(_draft(token, before[-1].source, (span,), cue))
    return found


def _draft(token: Token, source: Span, contents: tuple[Span, ...], cue: Cue) -> Draft:
    return Draft(
        at=token.index,
        kind="headline",
        cue=token.span,
        source=source,
        contents=contents,
        act=cue.act,
        score=_SCORE,
        reasons=(f"verb '{token.lower}' in a heading",),
    )


def _verb(token: Token, frame: str) -> Cue | None:
    """What the lexicon has for the third person of a verb, in a heading that may make it look like
    a noun."""
    if not token.lower.endswith("s"):
        return None
    lemma = token.lower if token.lemma == token.lower else token.lemma
    for form in (lemma, token.lower.removesuffix("s"), token.lower.removesuffix("es")):
        for cue in lexicon().verbs.get((form, ""), ()):
            if frame in cue.frames:
                return cue
    return None
