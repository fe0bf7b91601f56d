"""Clauses whose verb is said once: "The president's critics say he is stalling; his allies, that he
is being careful"."""

from collections.abc import Sequence

from msgspec.structs import replace

from accordingto.records.reading import Token
from accordingto.records.span import Span, trim
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.gapped import contents_before

_MARKS, _COMMA = frozenset({";", "while", "and"}), ","
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM", "ADP", "PRON"})
_LONGEST_NAME = 9
_SHARE, _LEAST = 0.85, 0.6


def with_gapped_clauses(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in order, each clause followed by those that share its verb."""
    found: list[Draft] = []
    for draft in drafts:
        parts = _parts(page, draft) if _may_share(page, draft) else []
        if not parts:
            found.append(draft)
            continue
        ends = parts[0][0].start
        found.append(replace(draft, contents=contents_before(page, draft.contents, ends)))
        found += [_made(draft, source, content) for source, content in parts]
    return found


def _may_share(page: Page, draft: Draft) -> bool:
    if draft.at == NO_TOKEN or draft.kind != "verb" or draft.source is None or draft.cue is None:
        return False
    if draft.quote == "direct" or not draft.source.end <= draft.cue.start:
        return False
    cues = lexicon().verbs.get((page.tokens[draft.at].lemma, ""), ())
    return any("clause" in cue.frames for cue in cues)


def _parts(page: Page, draft: Draft) -> list[tuple[Span, Span]]:
    """Source and content of each that follows in the sentence: "; [his allies], [that he is]"."""
    sentence = page.reading.sentence_of(draft.at)
    tokens = page.tokens
    thats = [
        i
        for i in range(draft.at + 1, sentence.last)
        if tokens[i].lower == "that" and tokens[i - 1].text == _COMMA
    ]
    found: list[tuple[int, int, int]] = []
    for that in thats:
        name = _name(page, that - 2, draft.at)
        if name is not None and page.quoted[that] == NO_TOKEN:
            found.append((name, that - 2, that))
    spans = []
    for place, (first, last, that) in enumerate(found):
        stop = found[place + 1][0] if place + 1 < len(found) else sentence.last
        content = trim(page.text, page.between(that, _last(tokens, that, stop)))
        if content is not None:
            spans.append((page.between(first, last), content))
    return spans


def _last(tokens: Sequence[Token], first: int, stop: int) -> int:
    """The last word in front of ``stop`` that is neither mark nor link."""
    at = stop - 1
    while at > first and (tokens[at].pos in ("PUNCT", "SPACE") or tokens[at].lower in _MARKS):
        at -= 1
    return at


def _name(page: Page, last: int, floor: int) -> int | None:
    """The first token of the name that ends at ``last``, right behind a semicolon or link."""
    at = last
    while at > floor and last - at < _LONGEST_NAME and page.tokens[at].lower not in _MARKS:
        if page.tokens[at].pos not in _NAMING:
            return None
        at -= 1
    if page.tokens[at].lower not in _MARKS or at == last or at <= floor + 1:
        return None
    named = page.reading.head_of(page.between(at + 1, last))
    return at + 1 if named is not None and named.pos in ("NOUN", "PROPN") else None


def _made(draft: Draft, source: Span, content: Span) -> Draft:
    return replace(
        draft,
        source=source,
        contents=(content,),
        score=max(draft.score * _SHARE, _LEAST),
        reasons=(*draft.reasons, "shares the verb of the clause before it"),
        subject=NO_TOKEN,
        found="rules",
        parts=None,
    )
