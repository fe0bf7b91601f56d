"""Who says it beside the first who is named: "the union and the mayor said"."""

from accordingto.records.reading import Reading
from accordingto.records.span import Span
from accordingto.statements.answer import Answer
from accordingto.statements.antecedents import Antecedents

# More heads than this are a list, and no sentence's subject.
_MOST = 16
# How far in front of the last of a list its first is looked for, in characters.
_LIST_REACH = 160
_LINKS = frozenset({",", "and", "&", "the"})


def _listed_before(reading: Reading, named: Antecedents, span: Span) -> list[str]:
    """ "Ukraine, Bosnia and Herzegovina, and Georgia said": who is named in front of a source that
    is the last of a list."""
    start, found, joined = span.start, [], False
    before = named.around(Span(max(0, span.start - _LIST_REACH), span.start))
    for mention, actor in reversed([(m, a) for m, a in before if m.end <= span.start]):
        if mention.end > start:
            continue
        between = [t.lower for t in reading.tokens_in(Span(mention.end, start))]
        if not between or not _LINKS.issuperset(between):
            break
        if not joined and "and" not in between:
            # "In Lira, Ores said": no list.
            break
        joined, start = True, mention.start
        found.append(actor.id)
    lead = reading.tokens_in(Span(start, start + 1))[:1]
    opens = lead and reading.sentence_of(lead[0].index).first == lead[0].index
    return found[::-1] if opens and len(found) > 1 else []


def joint_sources(
    reading: Reading, named: Antecedents, span: Span | None, answer: Answer
) -> tuple[str, ...]:
    """The ids of the actors that ``span`` names beside ``answer.source``, in text order. "The
    ministers of Egypt and Jordan" names none: what is joined must be heads."""
    if answer.also:
        return answer.also
    head = reading.head_of(span) if span is not None and answer.source is not None else None
    if span is None or head is None or answer.kind == "document":
        return ()
    found: dict[str, None] = {}
    mentions = named.around(span)
    # "The mayor, Ada Lum, and [her predecessor]": the tree may hang them on her name.
    beside = [c for c in reading.children[head.index] if reading.tokens[c].dep == "appos"]
    ahead = [head.index, *(c for c in beside if span.contains(reading.tokens[c].span))]
    for at in ahead:
        linked = [c for c in reading.children[at] if c > at and reading.tokens[c].dep == "conj"]
        for token in (reading.tokens[c] for c in linked):
            if span.contains(token.span) and token.index not in ahead and len(ahead) < _MOST:
                ahead.append(token.index)
                # "The mayor and her predecessor, [Lor Tamm]".
                below = [reading.tokens[c] for c in reading.children[token.index]]
                words = [token, *(t for t in below if t.dep == "appos" and span.contains(t.span))]
                actors = [a for word in words for m, a in mentions if m.contains(word.span)]
                found.update(dict.fromkeys(a.id for a in actors[-1:]))
    found = {**dict.fromkeys(_listed_before(reading, named, span)), **found}
    return tuple(actor for actor in found if actor != answer.source)
