"""How many independent voices stand behind a story's articles, and in words, why."""

from collections.abc import Mapping, Sequence

from accordingto.records.document import Document
from accordingto.records.ids import content_id
from accordingto.records.story import Copy, Origin
from accordingto.stories.credits import credited
from accordingto.stories.texts import ordered, outlet_of
from accordingto.stories.unions import Unions


def find_origins(documents: Sequence[Document], copies: Sequence[Copy]) -> list[Origin]:
    """Articles joined into voices: copies of one another, and texts credited to one agency."""
    by_time = ordered(list(documents))
    by_id = {document.id: document for document in by_time}
    lines = {document.id: credited(document) for document in by_time}
    unions = Unions([document.id for document in by_time])
    for copy in copies:
        if copy.kind == "copy":
            unions.join(copy.original, copy.document)
    first: dict[str, str] = {}
    for document in by_time:
        for name, _ in lines[document.id][:1]:
            unions.join(first.setdefault(name, document.id), document.id)
    _one_newsroom(by_time, unions, lines, copies)
    order = {document.id: at for at, document in enumerate(by_time)}
    origins = []
    for group in unions.groups():
        ids = sorted(group, key=order.__getitem__)
        origins.append(_origin(ids, by_id, lines, copies))
    return origins


def _one_newsroom(
    documents: Sequence[Document],
    unions: Unions[str],
    lines: Mapping[str, tuple[tuple[str, str], ...]],
    copies: Sequence[Copy],
) -> None:
    """What an outlet tells itself in several articles is one voice."""
    shared = {end for copy in copies for end in (copy.document, copy.original)}
    first: dict[str, str] = {}
    for document in documents:
        if document.outlet and not lines[document.id] and document.id not in shared:
            unions.join(first.setdefault(document.outlet, document.id), document.id)


def _origin(
    ids: list[str],
    by_id: dict[str, Document],
    lines: dict[str, tuple[tuple[str, str], ...]],
    copies: Sequence[Copy],
) -> Origin:
    named = [(document, *lines[document][0]) for document in ids if lines[document]]
    shares = [copy.own for copy in copies if copy.document in ids and copy.kind == "copy"]
    reasons = [
        f"{outlet_of(by_id[document])} credits {agency}: “{words}”"
        for document, agency, words in named
    ]
    reasons += [
        f"{outlet_of(by_id[c.document])} shares {round(100 * c.own)} % of its prose with "
        f"{outlet_of(by_id[c.original])}"
        for c in copies
        if c.document in ids and c.kind == "copy"
    ]
    name = named[0][1] if named else outlet_of(by_id[ids[0]])
    if not reasons and not shares and len(ids) > 1:
        reasons = [f"{len(ids)} articles of one outlet, which credit no agency"]
    elif not reasons and not shares:
        reasons = ["shares no passage with an earlier article and credits no agency"]
    return Origin(
        id=content_id("o", *ids),
        name=name,
        kind="agency" if named else "outlet",
        documents=tuple(ids),
        reasons=tuple(reasons),
    )


def told_in_words(
    documents: Sequence[Document], origins: Sequence[Origin], copies: Sequence[Copy]
) -> str:
    """One sentence: ``9 outlets, 3 origins: 6 print AP (credit line, 94 % shared); …``."""
    outlets = {outlet_of(document) for document in documents}
    by_id = {document.id: document for document in documents}
    share = {copy.document: copy.own for copy in copies if copy.kind == "copy"}
    parts = []
    alone = []
    for origin in sorted(origins, key=lambda o: (-len(o.documents), o.documents)):
        names = list(dict.fromkeys(outlet_of(by_id[d]) for d in origin.documents))
        shared = [share[d] for d in origin.documents if d in share]
        if origin.kind == "outlet" and len(names) == 1 and not shared:
            alone.append(outlet_of(by_id[origin.documents[0]]))
            continue
        how = []
        if origin.kind == "agency":
            how.append("credit line")
        if shared:
            least, most = round(100 * min(shared)), round(100 * max(shared))
            how.append(f"{least} % shared" if least == most else f"{least}–{most} % shared")
        told = ", ".join(how)
        if origin.kind == "agency":
            verb = "prints" if len(names) == 1 else "print"
            parts.append(f"{_listed(names)} {verb} {origin.name} ({told})")
        else:
            parts.append(f"{_listed(names)} are one text ({told})")
    if alone and not parts and len(alone) > 1:
        parts.append("each tells it itself")
    elif alone:
        itself = "tells it itself" if len(alone) == 1 else "tell it themselves"
        parts.append(f"{_listed(alone)} {itself}")
    head = f"{_number(len(outlets), 'outlet')}, {_number(len(origins), 'origin')}"
    return f"{head}: {'; '.join(parts)}."


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _listed(names: Sequence[str]) -> str:
    if len(names) > 4:
        few = list(dict.fromkeys(names))[:3]
        return f"{len(names)} ({', '.join(few)}, …)"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
