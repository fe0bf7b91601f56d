"""Whom a statement speaks for: its party, and those that it belongs to in whichever article."""

import re
from collections.abc import Sequence

from accordingto.records.document import Document
from accordingto.records.statement import Statement
from accordingto.records.story import Party
from accordingto.stories.names import name_key

# "The water board's director, Judith Amory".
_SPEAKS_FOR = re.compile(
    r"(?P<owner>[^,]{2,60}?)(?:['’]s|(?<=s)['’]) (?:[\w-]+ ){0,3}(?:director|spokes\w+|chief|head"
    r"|chair\w*|president|secretary|manager|minister|commissioner|commander|lawyer|leader"
    r"|representative)\b",
    re.IGNORECASE,
)


class Bodies:
    """Who belongs to whom in a story: who is the agency's director in one article is so in all."""

    def __init__(self, documents: Sequence[Document], parties: Sequence[Party]) -> None:
        self._whose = {key: party.id for party in parties for key in party.actors}
        self._names = {name_key(name): party.id for party in parties for name in party.names}
        self._actors = {(d.id, actor.id): actor for d in documents for actor in d.actors}
        self._above: dict[str, set[str]] = {}
        for (document, actor), held in self._actors.items():
            mine = self._whose.get((document, actor))
            theirs = self._whose.get((document, held.member_of or ""))
            if mine is not None and theirs is not None and mine != theirs:
                self._above.setdefault(mine, set()).add(theirs)

    def of(self, document: Document, statement: Statement) -> frozenset[str]:
        """The party that speaks and those it speaks for."""
        ids = [statement.source, statement.affiliation]
        actor = self._actors.get((document.id, statement.source or ""))
        ids.append(actor.member_of if actor else None)
        found = {self._whose[document.id, i] for i in ids if i and (document.id, i) in self._whose}
        if statement.source_span is not None:
            speaks = _SPEAKS_FOR.match(statement.source_span.of(document.text))
            owner = self._names.get(name_key(speaks["owner"])) if speaks else None
            found |= {owner} if owner is not None else set()
        return frozenset(found.union(*(self._above.get(party, ()) for party in found)))
