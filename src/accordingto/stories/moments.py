"""The timeline of a story: what happened when, and when each claim was first told."""

from collections.abc import Mapping, Sequence

from accordingto.records.document import Document
from accordingto.records.instant import instant
from accordingto.records.statement import Act
from accordingto.records.story import Claim, Moment, Ref
from accordingto.stories.texts import ordered, outlet_of, sentence_of

# A timeline is read in a minute: the events that most articles tell, and the widest claims.
_EVENTS = 10
_CLAIMS = 12
# In a story of so many articles an event that one alone dates is left to its article.
_SEVERAL = 3
# What is only feared, planned or denied did not happen then.
# "Haldane accuses: the Delta Front of the attack".
_VERBS: dict[Act, str] = {
    "accuse": "accuses",
    "condemn": "condemns",
    "praise": "praises",
    "demand": "demands",
    "threaten": "threatens",
    "promise": "promises",
}
_UNREAL = frozenset({"future", "hypothetical", "denied"})


def find_moments(documents: Sequence[Document], claims: Sequence[Claim]) -> list[Moment]:
    """The main events with a day, articles by publication, and the first telling of the widest
    claims, with the first denial of each."""
    found = [*_events(documents), *_reports(documents), *_claims(claims, _acts(documents))]
    return sorted(found, key=lambda m: (instant(m.when), _ORDER[m.kind], m.ref))


_ORDER = {"event": 0, "report": 1, "claim": 2}


def _events(documents: Sequence[Document]) -> list[Moment]:
    """Each kind of event once a day, in the words of the first article that has it."""
    seen: dict[tuple[str, str], list[tuple[Document, Moment]]] = {}
    for document in ordered(list(documents)):
        for event in document.events:
            if event.realis in _UNREAL:
                continue
            if event.when and event.anchor_spans and event.type != "OTHER":
                span = sentence_of(document, event.anchor_spans[0])
                ref = Ref(document=document.id, span=span, words=span.of(document.text))
                moment = Moment(when=event.when, kind="event", ref=ref, what=event.type)
                seen.setdefault((event.when[:10], event.type), []).append((document, moment))
    least = 2 if len(documents) >= _SEVERAL else 1
    told = [(len({d.id for d, _ in every}), every[0][1]) for every in seen.values()]
    wide = sorted((t for t in told if t[0] >= least), key=lambda t: (-t[0], t[1].when, t[1].ref))
    # One sentence stands once, at its most exact time.
    exact: dict[Ref, Moment] = {}
    for _, moment in wide:
        there = exact.get(moment.ref)
        if there is None or len(moment.when) > len(there.when):
            exact[moment.ref] = moment
    return list(exact.values())[:_EVENTS]


def _reports(documents: Sequence[Document]) -> list[Moment]:
    found = []
    for document in documents:
        head = next((line for line in document.lines if line.role in ("headline", "body")), None)
        if document.published and head:
            ref = Ref(document=document.id, span=head.span, words=head.span.of(document.text))
            found.append(
                Moment(when=document.published, kind="report", ref=ref, what=outlet_of(document))
            )
    return found


def _acts(documents: Sequence[Document]) -> dict[tuple[str, int], Act]:
    """The act of each statement by its document and where it begins."""
    return {
        (document.id, statement.content_spans[0].start): statement.act
        for document in documents
        for statement in document.statements
        if statement.content_spans
    }


def _claims(claims: Sequence[Claim], acts: Mapping[tuple[str, int], Act]) -> list[Moment]:
    found = []
    several = [c for c in claims if len({v.ref.document for v in c.voicings}) > 1]
    for claim in several[:_CLAIMS]:
        for stand in ("says", "denies"):
            first = min(
                (v for v in claim.voicings if v.published and v.stand == stand),
                key=lambda v: (instant(v.published), v.ref),
                default=None,
            )
            if first is not None and first.published:
                act = acts.get((first.ref.document, first.ref.span.start))
                verb = _VERBS.get(act, stand) if act and stand == "says" else stand
                what = f"{first.name} {verb}"
                found.append(Moment(when=first.published, kind="claim", ref=first.ref, what=what))
    # A denial that stands beside two claims is told once.
    return list({(moment.ref, moment.what): moment for moment in found}.values())
