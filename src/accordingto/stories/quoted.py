"""One quotation, printed under two names: the names are of one speaker.

One paper quotes "Richard Durham", another "Dick Durham", a third "the senator". Nobody else says
the same eight words, so a quotation in several articles tells who a described speaker is.
"""

from collections.abc import Iterator, Mapping, Sequence

from accordingto.records.document import Document
from accordingto.records.facts import Actor
from accordingto.records.statement import Statement
from accordingto.stories.shingles import folded_words, run_numbers

Key = tuple[str, str]  # document, actor

_RUN = 8
# So much of the shorter quotation must stand in the other.
_SHARE = 0.6
# Quotations of one run of words that are looked at: more print it than can be of use.
_MOST = 12
_ARTICLES = frozenset({"The", "A", "An", "One", "Another", "His", "Her", "Their", "Its"})


def same_quotation(
    documents: Sequence[Document], actors: Mapping[Key, Actor]
) -> Iterator[tuple[Key, Key, str]]:
    """Pairs of actors of different articles who say the same words, with some of these words.

    Two who are named otherwise are left apart: one of the two papers errs, and it is not said
    which. A name and a description ("the senator"), or two first names, are one.
    """
    holders: dict[int, list[tuple[Key, frozenset[int], str]]] = {}
    for document in documents:
        inner = {s.parent for s in document.statements if s.parent}
        for statement in document.statements:
            key = (document.id, statement.source or "")
            if statement.quote != "direct" or statement.id in inner or key not in actors:
                continue
            words = _words(document, statement)
            runs = frozenset(run_numbers(words, _RUN).tolist()) if len(words) >= _RUN else None
            if not runs:
                continue
            one = (key, runs, " ".join(words[:_RUN]))
            yield from _matches(one, holders, actors)
            for run in sorted(runs):
                found = holders.setdefault(run, [])
                if len(found) < _MOST:
                    found.append(one)


def _words(document: Document, statement: Statement) -> list[str]:
    return folded_words(" ".join(s.of(document.text) for s in statement.content_spans))


def _matches(
    one: tuple[Key, frozenset[int], str],
    holders: Mapping[int, list[tuple[Key, frozenset[int], str]]],
    actors: Mapping[Key, Actor],
) -> Iterator[tuple[Key, Key, str]]:
    key, runs, words = one
    seen: set[Key] = set()
    for run in sorted(runs):
        for there, others, _ in holders.get(run, ()):
            if there[0] == key[0] or there in seen:
                continue
            seen.add(there)
            enough = len(runs & others) >= _SHARE * min(len(runs), len(others))
            if enough and _may_be_one(actors[key], actors[there]):
                yield there, key, words


def _may_be_one(one: Actor, other: Actor) -> bool:
    """True for two persons of one surname, and for a person and a description of one."""
    if "person" not in (one.kind, other.kind):
        return False
    names = [surname(one), surname(other)]
    if all(names):
        return names[0] == names[1]
    return one.kind == other.kind == "person" and any(names)


def surname(actor: Actor) -> str | None:
    """The last word of a person's name, in lower case; None for a description."""
    words = actor.name.split()
    if actor.kind != "person" or not words or not words[0][0].isupper() or words[0] in _ARTICLES:
        return None
    return words[-1].casefold() if words[-1][0].isupper() else None
