"""Papers, and people, that came by way of an outlet: "a memo seen by the Gazette says", "said in a
statement carried by Landpress", "Ores, quoted by Radio Tarn, said"."""

from msgspec.structs import replace

from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.noun_phrases import noun_phrase
from accordingto.statements.outlets import Outlets, name_of
from accordingto.statements.sources import agent_of
from accordingto.statements.wordlists import word_list

_HANDING = frozenset(
    {"see", "carry", "obtain", "review", "view", "verify", "cite", "quote", "distribute", "air",
     "broadcast", "publish", "release", "interview", "read", "post", "show", "print"}
)  # fmt: skip
_AIRED = frozenset({"air", "broadcast", "publish", "read", "post", "show", "print", "carry"})
# Whatever is carried so is carried by an outlet, whoever that is.
_PRINTING = frozenset({"carry", "air", "broadcast", "distribute"})
_GETTING = frozenset({"see", "obtain"})
_REPORTS = frozenset({"report", "story", "article", "claim", "allegation"})
_WHERE = frozenset({"in", "to", "through"})


def handed(page: Page, outlets: Outlets, draft: Draft) -> Draft:
    """The draft with the outlet that its source or its paper came through. Where the outlet was
    taken for the source, the source is what the participle hangs on."""
    if draft.source is None:
        return _in_paper(page, outlets, draft)
    if draft.via:
        return draft
    head = page.reading.head_of(draft.source)
    if head is None:
        return draft
    for noun in [head.index, *_papers(page, draft)]:
        for participle in page.all_children(noun, "acl"):
            agent = agent_of(page, participle) or _aired_on(page, participle)
            if page.tokens[participle].lemma not in _HANDING or agent is None:
                continue
            carrier = noun_phrase(page, agent)
            said = any(carrier.overlaps(span) for span in draft.contents)
            if _carries(page, outlets, participle, agent) and not said:
                return replace(draft, via=(carrier,), via_cue=page.tokens[participle].span)
    return _of_quoted(page, outlets, draft, head.index)


def _aired_on(page: Page, participle: int) -> int | None:
    """ "A message read out on Radio Renewal"."""
    if page.tokens[participle].lemma not in _AIRED:
        return None
    for link in page.all_children(participle, "prep"):
        where = page.child(link, "pobj")
        # A body's own website is no other outlet.
        if page.tokens[link].lower in ("on", "in", "by") and where is not None:
            return where if page.tokens[where].pos == "PROPN" else None
    return None


def _carries(page: Page, outlets: Outlets, participle: int, agent: int) -> bool:
    """True where the agent is an outlet, and not the one that we read it in."""
    carrier = noun_phrase(page, agent)
    if name_of(page, carrier) in outlets.own:
        return False
    named = page.tokens[agent].pos == "PROPN"
    printed = page.tokens[participle].lemma in _PRINTING and named
    return printed or outlets.has(page, carrier) or (named and _shown(page, participle))


def _shown(page: Page, participle: int) -> bool:
    """ "An internal paper obtained by the Sentinel": whoever was shown a paper passes it on."""
    verb = page.tokens[participle]
    papers = word_list("sources.toml", "nouns", "document")
    return verb.lemma in _GETTING and page.tokens[verb.head].lemma in papers


def _in_paper(page: Page, outlets: Outlets, draft: Draft) -> Draft:
    """ "A report in the Gazette that …": the paper says it."""
    if draft.at == NO_TOKEN or page.tokens[draft.at].lemma not in _REPORTS:
        return draft
    for link in page.all_children(draft.at, "prep"):
        paper = page.child(link, "pobj")
        if paper is None or page.tokens[link].lower not in ("in", "by"):
            continue
        source = noun_phrase(page, paper)
        if outlets.has(page, source) and not source.overlaps(draft.reach):
            return replace(draft, source=source)
    return draft


def _papers(page: Page, draft: Draft) -> list[int]:
    """The statement, the video that something was said in."""
    if draft.at == NO_TOKEN:
        return []
    links = [c for c in page.all_children(draft.at, "prep") if page.tokens[c].lower in _WHERE]
    found = [page.child(link, "pobj") for link in links]
    return [noun for noun in found if noun is not None]


def _of_quoted(page: Page, outlets: Outlets, draft: Draft, agent: int) -> Draft:
    """ "Ores, quoted by Radio Tarn, said": it is not the station that speaks."""
    by = page.tokens[agent].head
    participle = page.tokens[by].head
    token = page.tokens[participle]
    if page.tokens[by].lower != "by" or token.dep != "acl" or token.lemma not in _HANDING:
        return draft
    source = noun_phrase(page, token.head)
    if draft.source is None or not outlets.has(page, draft.source) or source.end > token.start:
        return draft
    if any(source.overlaps(content) for content in draft.contents):
        return draft
    return replace(draft, source=source, via=(draft.source,), via_cue=token.span)
