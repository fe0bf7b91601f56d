"""The timeline of a story: what happened when, and when each claim was first told."""

from collections.abc import Sequence

from accordingto.records.document import Document
from accordingto.records.story import Claim, Moment, Ref
from accordingto.stories.texts import ordered, outlet_of

_CLAIMS = 30


def find_moments(documents: Sequence[Document], claims: Sequence[Claim]) -> list[Moment]:
    """Events with a day, articles by publication, and the first telling of the widest claims."""
    found = [*_events(documents), *_reports(documents), *_claims(claims)]
    return sorted(found, key=lambda m: (m.when, _ORDER[m.kind], m.ref))


_ORDER = {"event": 0, "report": 1, "claim": 2}


def _events(documents: Sequence[Document]) -> list[Moment]:
    """Each kind of event once a day, in the words of the first article that has it."""
    seen: dict[tuple[str, str], Moment] = {}
    for document in ordered(list(documents)):
        for event in document.events:
            if event.when and event.anchor_spans:
                span = event.anchor_spans[0]
                ref = Ref(document=document.id, span=span, words=span.of(document.text))
                moment = Moment(when=event.when, kind="event", ref=ref, what=event.type)
                seen.setdefault((event.when[:10], event.type), moment)
    return list(seen.values())


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


def _claims(claims: Sequence[Claim]) -> list[Moment]:
    found = []
    for claim in claims[:_CLAIMS]:
        dated = [v for v in claim.voicings if v.published]
        if len(claim.voicings) < 2 or not dated:
            continue
        for stand in ("says", "denies"):
            first = min(
                (v for v in dated if v.stand == stand),
                key=lambda v: (v.published or "", v.ref),
                default=None,
            )
            if first is not None and first.published:
                what = f"{first.name} {stand}"
                found.append(Moment(when=first.published, kind="claim", ref=first.ref, what=what))
    return found
