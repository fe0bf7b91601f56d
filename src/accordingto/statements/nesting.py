"""How statements stand inside one another: doubles out, carriers folded in, parents set."""

from msgspec.structs import replace

from accordingto.records.article import Article
from accordingto.records.span import Span
from accordingto.statements.contents import tidy
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page

_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "i", "we", "you", "who", "that", "which", "this", "these", "those"}
)
_FIRST = frozenset({"i", "we", "you"})
_SAME = 0.6
_CARRIED = 0.8
_RELAYING = frozenset({"assert", "confirm", "predict", "accuse", "praise", "condemn"})


def settle(page: Page, article: Article, drafts: list[Draft]) -> list[tuple[Draft, int | None]]:
    """The drafts that stand, in text order, each with the place of its parent among them."""
    kept = [d for d in drafts if not _is_first_person_aside(page, d)]
    kept = _without_doubles(kept)
    kept = _without_inner_states(page, kept)
    kept = _cut(page, kept)
    kept = _told(page, article, kept)
    kept = _folded(page, kept)
    kept.sort(key=lambda d: (d.reach.start, -d.reach.end, d.at))
    parents = [_parent(kept, i) for i in range(len(kept))]
    return [(_carried(page, kept, i, parents[i]), parents[i]) for i in range(len(kept))]


def _length(draft: Draft) -> int:
    return sum(len(span) for span in draft.contents)


def _shared(first: Draft, second: Draft) -> float:
    """Characters of content that two drafts share, against all that they have."""
    common = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in first.contents
        for b in second.contents
    )
    return common / max(1, _length(first) + _length(second) - common)


def _is_first_person_aside(page: Page, draft: Draft) -> bool:
    """"I think", "we believe" in a quotation is the speaker's own voice, no further statement."""
    if draft.at == NO_TOKEN or page.quoted[draft.at] == NO_TOKEN or draft.source is None:
        return False
    return draft.source.of(page.text).lower() in _FIRST


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """One draft for each content of a source; the surest stays."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (-d.score, d.reach, d.at)):
        double = any(
            _shared(draft, other) >= _SAME
            and (draft.source == other.source or draft.source is None)
            for other in kept
            if other.reach.overlaps(draft.reach)
        )
        if not double:
            kept.append(draft)
    return kept


def _without_inner_states(page: Page, drafts: list[Draft]) -> list[Draft]:
    """"said it wants": a wish that a pronoun has within a statement is part of that statement."""
    kept = []
    for draft in drafts:
        inside = draft.cue and any(o is not draft and o.holds(draft.cue) for o in drafts)
        pronoun = draft.source is not None and draft.source.of(page.text).lower() in _PRONOUNS
        if not (inside and draft.mind and (pronoun or draft.score < 0.6)):
            kept.append(draft)
    return kept


def _cut(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Takes out of contents what the same speaker goes on to say (", adding that …") and the
    relative clause at the end that somebody else says (", a charge that Ores denies")."""
    found = []
    for draft in drafts:
        contents = draft.contents
        for other in drafts:
            if other is draft or other.cue is None or not draft.holds(other.cue):
                continue
            start = _goes_on(draft, other)
            if start is None:
                start = _said_by_another(page, draft, other)
            if start is not None:
                contents = _up_to(page, contents, start)
        if contents:
            found.append(replace(draft, contents=contents))
    return found


def _goes_on(draft: Draft, other: Draft) -> int | None:
    if draft.cue is None or other.cue is None or draft.source is None:
        return None
    if other.source == draft.source and other.cue.start > draft.contents[0].start:
        return other.cue.start
    return None


def _said_by_another(page: Page, draft: Draft, other: Draft) -> int | None:
    """Where the relative clause ``other`` begins, if it is a stranger's and ends the content."""
    if not other.relative or other.source is None or other.at == NO_TOKEN:
        return None
    if other.source.of(page.text).lower() in _PRONOUNS:
        return None
    tokens = page.tokens
    clause = page.reading.subtree(other.at)
    start = tokens[clause[0]].start
    head = tokens[other.at].head
    if tokens[head].dep in ("appos", "dobj") and tokens[head].lemma in lexicon().nouns:
        first = page.reading.subtree(head)[0]
        if first > 0 and tokens[first - 1].text in (",", "—", "–"):
            start = tokens[first].start
    ends = draft.reach.end - tokens[clause[-1]].end <= 2
    return start if ends and start > draft.reach.start else None


def _up_to(page: Page, contents: tuple[Span, ...], end: int) -> tuple[Span, ...]:
    found = []
    for span in contents:
        if span.end <= end:
            found.append(span)
        elif span.start < end:
            tidied = tidy(page, Span(span.start, end))
            if tidied is not None:
                found.append(tidied)
    return tuple(found)


def _is_media(page: Page, span: Span) -> bool:
    """True where the words name an outlet or agency."""
    words = lexicon()
    for token in page.reading.tokens_in(span):
        if token.lower in words.media_names and token.text[0].isupper():
            return True
        if token.lower in words.media_words and token.pos in ("NOUN", "PROPN"):
            return True
    return False


def _told(page: Page, article: Article, drafts: list[Draft]) -> list[Draft]:
    """"told Reuters": the outlet that heard it passed it on, unless it is this article's own."""
    found = []
    for draft in drafts:
        hearer = page.child(draft.at, "dobj", "dative") if draft.at != NO_TOKEN else None
        if draft.kind == "verb" and not draft.via and hearer is not None:
            span = page.reading.subtree_span(hearer)
            name = span.of(page.text)
            lemma = page.tokens[draft.at].lemma
            own = bool(article.outlet) and name.lower() in str(article.outlet).lower()
            capital = page.tokens[hearer].pos == "PROPN"
            if lemma == "tell" and capital and not own and _is_media(page, span):
                short = tidy(page, page.between(page.reading.subtree(hearer)[0], hearer))
                draft = replace(draft, via=(short,) if short else (), via_cue=draft.cue)
        found.append(draft)
    return found


def _folded(page: Page, drafts: list[Draft]) -> list[Draft]:
    """A report whose whole content is somebody's statement passes that statement on:
    "Lum said the raid failed, Radio Ores reported" is Lum's, by way of Radio Ores."""
    gone: list[Draft] = []
    swapped: dict[int, Draft] = {}
    for i, outer in enumerate(drafts):
        if outer.source is None or outer.cue is None:
            continue
        relays = outer.kind == "according" or _is_media(page, outer.source)
        if not relays or outer.act not in ("assert", "confirm"):
            continue
        for j, other in enumerate(drafts):
            if i == j or other.cue is None or other.kind == "adverb" or j in swapped:
                continue
            if not (outer.holds(other.cue) or _shared(outer, other) >= _CARRIED):
                continue
            if other.source is None or other.source == outer.source:
                continue
            if outer.contents[0].start < min(other.source.start, other.contents[0].start) - 12:
                continue
            if _length(other) < 0.5 * _length(outer):
                continue
            swapped[j] = replace(
                other,
                via=(*other.via, outer.source),
                via_cue=other.via_cue or outer.cue,
                reasons=(*other.reasons, "passed on by a report"),
            )
            gone.append(outer)
            break
    return [swapped.get(i, d) for i, d in enumerate(drafts) if not any(d is g for g in gone)]


def _parent(drafts: list[Draft], child: int) -> int | None:
    """The place of the innermost statement whose content holds this one's cue. A parent is always
    longer than its child, so that no circle can arise."""
    draft = drafts[child]
    place = draft.cue or draft.contents[0]
    holders = [
        i
        for i, other in enumerate(drafts)
        if i != child and other.holds(place) and _length(other) > _length(draft)
    ]
    return min(holders, key=lambda i: (_length(drafts[i]), i)) if holders else None


def _carried(page: Page, drafts: list[Draft], child: int, parent: int | None) -> Draft:
    """A statement inside another's report was passed on by that speaker."""
    draft = drafts[child]
    if parent is None or draft.via or draft.source is None:
        return draft
    outer = drafts[parent]
    if outer.source is None or outer.act not in _RELAYING or outer.mind:
        return draft
    same = outer.source.of(page.text).lower() == draft.source.of(page.text).lower()
    if same or draft.source.of(page.text).lower() in ("it", "he", "she", "they", "i", "we"):
        return draft
    return replace(draft, via=(outer.source, *outer.via), via_cue=outer.cue)
