"""Those who passed a statement on: "…, Radio Ores reported", "told the Gazette", "as cited by"."""

import re

from msgspec.structs import replace

from accordingto.records.article import Article
from accordingto.records.span import Span
from accordingto.statements.contents import tidy
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.handed import handed
from accordingto.statements.near import neighbours
from accordingto.statements.noun_phrases import noun_phrase
from accordingto.statements.outlets import PAPERS, Outlets, name_of, named_beside, outlets_of
from accordingto.statements.sources import agent_of
from accordingto.statements.wordlists import word_list

# A carrier's content is the carried statement with its cue; this much of it must be that statement.
_CARRIED = 0.5
# How far a carrier's content may begin in front of the carried statement ("On Monday, …").
_LEAD_CHARS = 12
# Those who write or speak in a paper or station, and verbs by which it lets others speak.
_WRITERS = frozenset(
    {"columnist", "commentator", "writer", "analyst", "correspondent", "editorial", "article",
     "reporter", "commentary", "column", "editor", "cartoonist"}
)  # fmt: skip
# Those who are cited though they seldom speak.
_STAFF = frozenset({"staff", "source", "medic", "relative", "worker", "people", "insider"})
_QUOTING = frozenset({"quote", "cite", "report"})
_OFFICES = frozenset(
    {"office", "department", "authority", "bureau", "committee", "council", "commission", "board",
     "service", "centre", "center", "institute", "force", "administration"}
)  # fmt: skip
# "Seismologists", "physicians".
_LEARNED = ("ist", "ician")
_NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_AS_SAID = re.compile(
    r"(?P<who>[^,;:.\n]{2,60}?) as (?P<said>saying|having said|telling \w+)(?: that)? (?=\S)"
)
_CITING = frozenset({"citing", "quoting"})
# Characters behind a source in which its "citing" begins.
_BESIDE = 12
_PERSONAL = frozenset({"it", "he", "she", "they", "i", "we", "you"})
_RELAYING = frozenset({"assert", "confirm", "predict", "accuse", "praise", "condemn"})


def with_carriers(page: Page, article: Article, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those who passed them on, and without the reports that only did so."""
    outlets = outlets_of(page, article)
    told = [
        _printed(page, outlets, handed(page, outlets, _told(page, outlets, _quoted(page, draft))))
        for draft in drafts
    ]
    return _folded(page, outlets, _citing(page, outlets, _in_one_breath(page, told)))


def _quoted(page: Page, draft: Draft) -> Draft:
    return _cited(page, _quoted_as(page, _as_having_said(page, draft)))


def _told(page: Page, outlets: Outlets, draft: Draft) -> Draft:
    """ "told the Gazette": the outlet that heard it passed it on, unless it is our own."""
    if draft.via or draft.at == NO_TOKEN or page.tokens[draft.at].lemma != "tell":
        return draft
    hearer = page.child(draft.at, "dobj", "dative")
    if hearer is None:
        return draft
    last = hearer
    if page.tokens[hearer].pos != "PROPN":
        # "Told the newspaper Landpress": the name stands beside the noun. "Told the paper" is
        # one that was named before.
        last = named_beside(page, hearer)
        if last == hearer and page.tokens[hearer].lower not in PAPERS:
            return draft
    span = tidy(page, page.between(page.reading.subtree(hearer)[0], last))
    if span is None or not outlets.has(page, span) or span.overlaps(draft.reach):
        return draft
    others = [page.tokens[c].span for c in page.all_children(hearer, "conj")]
    via = tuple(
        heard
        for heard in (span, *others)
        if heard == span or (outlets.has(page, heard) and not heard.overlaps(draft.reach))
    )
    if any(name_of(page, heard) in outlets.own for heard in via):
        return draft
    return replace(draft, via=via, via_cue=draft.cue)


def _in_one_breath(page: Page, drafts: list[Draft]) -> list[Draft]:
    """ "Told the Gazette that he knew him, describing him as quiet": told to it as well."""
    telling = {d.at: d for d in drafts if d.via and d.via_cue == d.cue and d.at != NO_TOKEN}
    found = []
    for draft in drafts:
        main = None
        if draft.at != NO_TOKEN and not draft.via and page.tokens[draft.at].dep == "advcl":
            # The parser may hang it on the verb of what was told.
            up = page.tokens[draft.at].head
            main = telling.get(up) or telling.get(page.tokens[up].head)
        if main is not None and main.source == draft.source and not _holds(main, draft):
            draft = replace(draft, via=main.via, via_cue=main.via_cue)
        found.append(draft)
    return found


def _holds(outer: Draft, draft: Draft) -> bool:
    return draft.cue is not None and outer.holds(draft.cue)


def _printed(page: Page, outlets: Outlets, draft: Draft) -> Draft:
    """ "A columnist in the daily Landpress said": the paper passed it on."""
    if draft.via or draft.source is None or draft.kind != "verb":
        return draft
    head = page.reading.head_of(draft.source)
    if head is None or head.lemma not in _WRITERS:
        return draft
    for child in page.all_children(head.index, "prep"):
        paper = page.child(child, "pobj")
        if paper is None or page.tokens[child].lower not in ("in", "on", "with"):
            continue
        span = page.between(page.reading.subtree(paper)[0], named_beside(page, paper))
        if outlets.has(page, span) and draft.source.contains(span):
            return replace(draft, via=(span,), via_cue=page.tokens[child].span)
    return draft


def _quoted_as(page: Page, draft: Draft) -> Draft:
    """ "The Gazette quoted a porter as saying that …": the porter said it, the paper passed it on;
    "was quoted by the Gazette as saying" too."""
    if draft.at == NO_TOKEN or draft.via:
        return draft
    tokens = page.tokens
    link = tokens[draft.at].head
    verb = tokens[link].head if tokens[link].lower == "as" else NO_TOKEN
    if verb == NO_TOKEN or tokens[verb].lemma not in _QUOTING:
        return draft
    agent = agent_of(page, verb)
    speaker, carrier = page.child(verb, "dobj"), page.child(verb, "nsubj")
    if page.child(verb, "nsubjpass") is not None:
        speaker, carrier = page.child(verb, "nsubjpass"), agent
    if speaker is None:
        return draft
    source = noun_phrase(page, speaker)
    if any(source.overlaps(content) for content in draft.contents):
        return draft
    via = (noun_phrase(page, carrier),) if carrier is not None else ()
    return replace(draft, source=source, via=via, via_cue=tokens[verb].span if via else None)


def _as_having_said(page: Page, draft: Draft) -> Draft:
    """ "The network quoted [him as having said nine]", taken for the network's own words."""
    first = draft.contents[0]
    opens = _AS_SAID.match(page.text, first.start, first.end)
    verb = page.tokens[draft.at].lemma if draft.at != NO_TOKEN else ""
    if opens is None or verb not in _QUOTING or draft.via or draft.source is None:
        return draft
    return replace(
        draft,
        source=Span(*opens.span("who")),
        contents=(Span(opens.end(), first.end), *draft.contents[1:]),
        via=(draft.source,),
        via_cue=draft.cue,
        cue=Span(*opens.span("said")),
    )


def _cited(page: Page, draft: Draft) -> Draft:
    """ "warned Lum, as cited by Radio Ores"."""
    if draft.via or draft.at == NO_TOKEN or draft.kind != "verb":
        return draft
    for child in page.all_children(draft.at, "advcl", "prep", "acl"):
        token = page.tokens[child]
        agent = agent_of(page, child)
        if token.lemma in lexicon().carriers and token.tag == "VBN" and agent is not None:
            source = noun_phrase(page, agent)
            return replace(draft, via=(source,), via_cue=page.tokens[child].span)
    return draft


def _citing(page: Page, outlets: Outlets, drafts: list[Draft]) -> list[Draft]:
    """ "the Gazette reported, citing an officer": the officer said it, the paper passed it on. A
    governor who cites somebody says it himself; whom he cites is no part of what he says."""
    swapped: dict[int, Draft] = {}
    gone: set[int] = set()
    near = neighbours(drafts)
    for i, host in enumerate(drafts):
        if host.source is None or host.at == NO_TOKEN or host.act not in _RELAYING or host.mind:
            continue
        citing = _citing_of(page, host)
        cited = page.child(citing, "dobj") if citing is not None else None
        if citing is None or cited is None or not _may_speak(page, cited):
            continue
        source = noun_phrase(page, cited)
        contents = _behind(page, host.contents, page.tokens[citing].start, source)
        if not contents or any(span.overlaps(source) for span in contents):
            continue
        gone |= {j for j in near[i] if drafts[j].at == citing}
        if not outlets.has(page, host.source):
            swapped[i] = replace(host, contents=contents)
            continue
        swapped[i] = replace(
            host,
            source=source,
            contents=contents,
            cue=page.tokens[citing].span,
            via=(host.source, *host.via),
            via_cue=host.cue,
            reasons=(*host.reasons, "'citing' names who said it"),
        )
    return [swapped.get(i, d) for i, d in enumerate(drafts) if i not in gone]


def _citing_of(page: Page, host: Draft) -> int | None:
    """The "citing" or "quoting" of whoever says something. It hangs on the verb that says it, or on
    the verb of what is told; behind a source it stands right beside it."""
    told = page.all_children(host.at, "ccomp")
    below = [c for up in (host.at, *told) for c in page.reading.children[up]]
    if host.source is not None:
        behind = page.reading.tokens_in(Span(host.source.end, host.source.end + _BESIDE))
        below += [t.index for t in behind[:2]]
    return next((c for c in below if page.tokens[c].lower in _CITING), None)


def _behind(page: Page, contents: tuple[Span, ...], citing: int, source: Span) -> tuple[Span, ...]:
    """Contents without the words that name who is cited."""
    kept = []
    for span in contents:
        if span.start < source.end and citing < span.end:
            start = source.end if span.start >= citing else span.start
            end = citing if span.start < citing else span.end
            cut = tidy(page, Span(start, end)) if start < end else None
        else:
            cut = span
        if cut is not None:
            kept.append(cut)
    return tuple(kept)


def _may_speak(page: Page, noun: int) -> bool:
    token = page.tokens[noun]
    people = word_list("sources.toml", "nouns", "person")
    known = token.lemma in lexicon().speakers or token.lemma in _STAFF or token.lemma in people
    body = token.lemma in _OFFICES or token.lemma.endswith(_LEARNED)
    return known or body or token.ent in _NAMES


def _folded(page: Page, outlets: Outlets, drafts: list[Draft]) -> list[Draft]:
    """A report whose whole content is somebody's statement passes that statement on:
    "Lum said the raid failed, Radio Ores reported" is Lum's, by way of Radio Ores."""
    gone: set[int] = set()
    swapped: dict[int, Draft] = {}
    near = neighbours(drafts)
    for i, outer in enumerate(drafts):
        if outer.source is None or outer.cue is None or outer.act not in ("assert", "confirm"):
            continue
        if outer.kind != "according" and not outlets.has(page, outer.source):
            continue
        for j in near[i]:
            other = drafts[j]
            if j not in swapped and j not in gone and _passes_on(page, outer, other):
                carried = () if outer.source in other.via else (outer.source,)
                swapped[j] = replace(
                    other,
                    via=(*other.via, *carried),
                    via_cue=other.via_cue or outer.cue,
                    reasons=(*other.reasons, "passed on by a report"),
                )
                gone.add(i)
                break
    return [swapped.get(i, d) for i, d in enumerate(drafts) if i not in gone]


def _passes_on(page: Page, outer: Draft, other: Draft) -> bool:
    if other.cue is None or other.source is None or other.source == outer.source:
        return False
    if other.kind not in ("verb", "according") or other.mind or not outer.holds(other.cue):
        return False
    if len(outer.contents) > 1 and outer.contents[-1].start >= max(
        other.reach.end, other.cue.end, other.source.end
    ):
        # "What the army called a raid was, in the words of one man, [a slaughter]".
        return False
    start = min(other.source.start, other.contents[0].start)
    size = sum(len(s) for s in other.contents)
    # What the report holds besides: the speaker, however long his title is, and the cue.
    named = sum(len(s) for s in (other.source, other.cue) if outer.holds(s))
    told = page.text[other.source.end : other.cue.start]
    named += len(told) if told.startswith(",") else 0
    whole = sum(len(s) for s in outer.contents) - named
    return outer.contents[0].start >= start - _LEAD_CHARS and size >= _CARRIED * whole


def carried_by(page: Page, draft: Draft, outer: Draft | None) -> Draft:
    """A statement inside somebody's report was passed on by that speaker."""
    if outer is None or draft.via or draft.source is None or outer.source is None:
        return draft
    if outer.act not in _RELAYING or outer.mind:
        return draft
    own = draft.source.of(page.text).lower()
    if own in _PERSONAL or own == outer.source.of(page.text).lower():
        return draft
    return replace(draft, via=(outer.source, *outer.via), via_cue=outer.cue)
