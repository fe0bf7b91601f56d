"""Claims as a reader wants them: each with all its wordings, who bears it out and who denies it."""

from accordingto.exports.views import ClaimGroup, Entry
from accordingto.records.document import Document

_AGAINST = frozenset({"denies", "disputes"})


def claim_groups(document: Document, by_id: dict[str, Entry]) -> tuple[ClaimGroup, ...]:
    """The claims that are worded more than once, borne out or contested, in text order."""
    classes = _classes(document, by_id)
    groups: dict[str, list[Entry]] = {}
    for said, entry in sorted(by_id.items(), key=lambda item: item[1].number):
        groups.setdefault(classes[said], []).append(entry)
    against: dict[str, dict[int, Entry]] = {}
    support: dict[str, dict[int, Entry]] = {}
    for relation in document.relations:
        if relation.origin not in by_id or relation.target not in by_id:
            continue
        kind = relation.kind
        table = against if kind in _AGAINST else support if kind == "supports" else None
        if table is not None:
            entry = by_id[relation.origin]
            table.setdefault(classes[relation.target], {})[entry.number] = entry
    found = [
        ClaimGroup(
            wordings=tuple(entries),
            against=_sorted(against.get(top, {})),
            support=_sorted(support.get(top, {})),
        )
        for top, entries in groups.items()
        if len(entries) > 1 or top in against or top in support
    ]
    return tuple(sorted(found, key=lambda group: group.wordings[0].number))


def _sorted(entries: dict[int, Entry]) -> tuple[Entry, ...]:
    return tuple(entries[number] for number in sorted(entries))


def _classes(document: Document, by_id: dict[str, Entry]) -> dict[str, str]:
    """For each statement the id that stands for its claim: those joined by ``repeats`` are one."""
    up = {said: said for said in by_id}

    def top(said: str) -> str:
        while up[said] != said:
            up[said] = up[up[said]]
            said = up[said]
        return said

    for relation in document.relations:
        if relation.kind == "repeats" and relation.origin in up and relation.target in up:
            up[top(relation.origin)] = top(relation.target)
    return {said: top(said) for said in by_id}
