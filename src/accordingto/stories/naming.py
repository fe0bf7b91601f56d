"""What each outlet calls each party: in its own voice, and in whose quotation."""

from collections.abc import Mapping, Sequence

from accordingto.records.article import SPOKEN_ROLES
from accordingto.records.document import Document
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.records.story import Called, Party, Ref
from accordingto.stories.texts import outlet_of

# Parties of at least so many articles are listed, and so many of them.
_ARTICLES = 2
_PARTIES = 40
_WORDINGS = 12
# A wording has fewer blanks.
_LONG = 6
# Pairs of marks that tell opening from closing, and how far back the opening one may stand.
_MARKS = (("“", "”"), ("«", "»"), ("„", "“"))
_QUOTED = 300
_SMALL = frozenset({"the", "a", "an", "its", "his", "her", "their", "one", "at", "more"})


def find_naming(documents: Sequence[Document], parties: Sequence[Party]) -> list[Called]:
    """For each party of several articles, what each article calls it."""
    by_id = {document.id: document for document in documents}
    wide = [p for p in parties if len({d for d, _ in p.actors}) >= _ARTICLES and _has_name(p)]
    found = []
    for party in wide[:_PARTIES]:
        outlets: dict[str, list[tuple[Document, str]]] = {}
        for document_id, actor in party.actors:
            document = by_id[document_id]
            outlets.setdefault(outlet_of(document), []).append((document, actor))
        for outlet, places in outlets.items():
            found.append(_called(party.id, outlet, places))
    return [called for called in found if called.own or called.quoted]


def _has_name(party: Party) -> bool:
    """False for those who are only described ("at least nine people", "the men"): that two articles
    describe them alike says nothing of how they name anybody."""
    words = [word for name in party.names for word in name.split()]
    return any(word[0].isupper() and word.lower() not in _SMALL for word in words)


def _called(party: str, outlet: str, places: Sequence[tuple[Document, str]]) -> Called:
    own: dict[str, Ref] = {}
    quoted: dict[tuple[str, str], Ref] = {}
    for document, actor in places:
        actors = {a.id: a for a in document.actors}
        labels = {label.label_span for label in document.labels if label.actor == actor}
        for span in sorted({*actors[actor].mentions, *labels}):
            if not _spoken(document, span):
                continue
            words = " ".join(span.of(document.text).split())
            if words.count(" ") >= _LONG:
                # What tells so much describes, and is no name.
                continue
            speaker = _speaker(document, span, actors)
            ref = Ref(document=document.id, span=span, words=span.of(document.text))
            if speaker is None:
                own.setdefault(words.casefold(), ref)
            else:
                quoted.setdefault((speaker, words.casefold()), ref)
    return Called(
        party=party,
        outlet=outlet,
        own=tuple(own.values())[:_WORDINGS],
        quoted=tuple((who, ref) for (who, _), ref in quoted.items())[:_WORDINGS],
    )


def _spoken(document: Document, span: Span) -> bool:
    return any(line.span.contains(span) for line in document.lines if line.role in SPOKEN_ROLES)


def _in_marks(text: str, span: Span) -> bool:
    """True between an opening and a closing mark: a few words quoted in indirect speech."""
    before = text[max(0, span.start - _QUOTED) : span.start]
    return any(before.rfind(opened) > before.rfind(closed) for opened, closed in _MARKS)


def _speaker(document: Document, span: Span, actors: Mapping[str, object]) -> str | None:
    """Who quotes these words, where they stand in a quotation; None for the outlet."""
    inner: Statement | None = None
    marked = _in_marks(document.text, span)
    for statement in document.statements:
        if statement.quote != "direct" and not marked:
            continue
        if any(content.contains(span) for content in statement.content_spans):
            inner = statement
    if inner is None:
        return None
    actor = actors.get(inner.source or "")
    name = getattr(actor, "name", None) or inner.holder_text
    if name:
        return str(name)
    return inner.source_span.of(document.text) if inner.source_span else "a quotation"
