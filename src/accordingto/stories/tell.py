"""A story from its documents: everything that the articles together say, worked out anew.

Only which articles belong together is kept in a ledger; the rest is a function of the documents
and of people's rulings, so that it is never out of date.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from accordingto.records.document import Document
from accordingto.records.instant import instant
from accordingto.records.story import Member, Story
from accordingto.stories.candidates import candidate_pairs, compared
from accordingto.stories.claims import find_claims
from accordingto.stories.copies import find_copies
from accordingto.stories.links import find_links
from accordingto.stories.moments import find_moments
from accordingto.stories.naming import find_naming
from accordingto.stories.origins import find_origins, told_in_words
from accordingto.stories.own_voice import own_voice_links
from accordingto.stories.parties import Ruling, find_parties
from accordingto.stories.rejected import rejected_links
from accordingto.stories.texts import ordered
from accordingto.stories.tolls import casualties_of, find_tolls
from accordingto.stories.words import folded, words


def tell(
    id: str,
    documents: Sequence[Document],
    members: Mapping[str, tuple[float, tuple[str, ...], bool]] | None = None,
    rulings: Sequence[Ruling] = (),
) -> Story:
    """The story of ``documents``. ``members`` gives for a document how sure it is that it belongs,
    why, and whether a person has said so; ``rulings`` are people's on who is who."""
    by_time = ordered(list(documents))
    parties = find_parties(by_time, rulings)
    copies = find_copies(by_time)
    origins = find_origins(by_time, copies)
    said = compared(by_time, parties)
    pairs = candidate_pairs(said)
    links = find_links(said, pairs)
    links += rejected_links(said, parties, links)
    claims = find_claims(by_time, said, pairs, origins, links)
    tolls = find_tolls(by_time, parties, origins)
    days = sorted((d.published for d in by_time if d.published), key=instant)
    return Story(
        id=id,
        title=title_of(by_time),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        members=tuple(_member(d, (members or {}).get(d.id)) for d in by_time),
        origins=tuple(origins),
        copies=tuple(copies),
        parties=tuple(p for p in parties if len({d for d, _ in p.actors}) > 1 or p.fixed),
        claims=tuple(claims),
        links=(*links, *own_voice_links(by_time)),
        tolls=tuple(tolls),
        casualties=casualties_of(tolls),
        naming=tuple(find_naming(by_time, parties)),
        moments=tuple(find_moments(by_time, claims)),
        sentences=(told_in_words(by_time, origins, copies),),
    )


def _member(document: Document, known: tuple[float, tuple[str, ...], bool] | None) -> Member:
    score, reasons, fixed = known or (1.0, (), False)
    return Member(
        document=document.id,
        outlet=document.outlet,
        headline=document.headline,
        published=document.published,
        url=document.url,
        score=score,
        reasons=reasons,
        fixed=fixed,
    )


def title_of(documents: Sequence[Document]) -> str:
    """The headline that says most of what the headlines of all have in common; where none has one,
    the beginning of the first article."""
    heads = [_PREFIX.sub("", d.headline) for d in documents if d.headline]
    if not heads:
        return _beginning(documents[0]) if documents else "(no article)"
    counts = Counter(word for head in heads for word in set(_telling(head)))
    return max(heads, key=lambda head: (_title_worth(head, counts), -heads.index(head)))


def _title_worth(head: str, counts: Mapping[str, int]) -> float:
    """How much a headline says of what all are about. A question names no event, and neither does
    the name of a column ("Fact check: …")."""
    told = _telling(head)
    worth = sum(counts[word] - 1 for word in set(told)) / (4 + len(told))
    return worth / 2 if head.rstrip().endswith("?") or _COLUMN.match(head) else worth


def _beginning(document: Document) -> str:
    """The first words of an article's text, as many as a headline has."""
    line = next((line for line in document.lines if line.role in ("standfirst", "body")), None)
    told = " ".join(line.span.of(document.text).split()) if line is not None else ""
    if len(told) <= _TITLE:
        return told or document.source
    return told[:_TITLE].rsplit(" ", 1)[0].rstrip(",;:–-") + " …"


# Characters of a title that is taken from a text.
_TITLE = 90
_COLUMN = re.compile(
    r"(?:fact[- ]?check\w*|explain(?:er|ed)|analysis|opinion|comment|column|editorial|letters?"
    r"|factbox|timeline|profile|[\w ]{0,20}\bbrief(?:ing)?|roundup|round-up|what we know)\b"
    r"\s*[:|–-]",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"^(?:live|watch|video|update[ds]?|breaking)\s*[:|–-]\s*", re.IGNORECASE)


def _telling(head: str) -> list[str]:
    return [low for word in words(head) if (low := folded(word))]
