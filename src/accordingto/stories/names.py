"""Names of parties: brought to a common form, and spelt out where they lean on a pronoun."""

import re
import unicodedata

from accordingto.given_names import gender_of
from accordingto.records.document import Document
from accordingto.records.facts import Actor, ActorKind
from accordingto.stories.quoted import surname
from accordingto.tables import table

_EMPTY = frozenset(table("accordingto.stories", "words.toml")["name_empty"])
_SPELT: dict[str, str] = table("accordingto.stories", "words.toml")["spelt"]
_WORD = re.compile(r"\w+")
_BODIES: frozenset[ActorKind] = frozenset({"organisation", "government", "armed_group", "media"})
# Whose it may be by its pronoun.
_OWNERS: dict[str, frozenset[ActorKind]] = {
    "his": frozenset({"person"}),
    "her": frozenset({"person"}),
    "its": _BODIES,
    "their": _BODIES | {"group"},
}
_GENDERS = {"his": "he", "her": "she"}
# So many characters back.
_REACH = 400


def name_key(name: str) -> str:
    """A name without case, accents, articles and the order of its small words."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = plain.replace("’s", "").replace("'s", "").replace("’", "").replace("'", "")
    words = [_SPELT.get(word, word) for word in _WORD.findall(plain) if word not in _EMPTY]
    return " ".join(words)


def spelt_out(document: Document, words: str, at: int) -> str:
    """ "Its monitors" with whose they are, by the last one named before the offset ``at`` whom the
    pronoun can stand for: "the rights office’s monitors". Other words stay as they are."""
    pronoun, _, rest = words.partition(" ")
    kinds = _OWNERS.get(pronoun.lower())
    if not rest or kinds is None:
        return words
    best: tuple[int, Actor] | None = None
    # "His" may be of a paragraph before; "its" is of what the sentence has.
    line = document.text.rfind("\n", 0, at) if pronoun.lower() in ("its", "their") else 0
    for actor in document.actors:
        if actor.kind not in kinds or not _may_own(actor, pronoun.lower()):
            continue
        for span in actor.mentions:
            near = max(at - _REACH, line) <= span.start and span.end <= at
            if near and (best is None or span.end > best[0]):
                best = span.end, actor
    if best is None:
        return words
    mark = "’" if best[1].name.endswith("s") and best[1].kind != "person" else "’s"
    return f"{best[1].name}{mark} {rest}"


def _may_own(actor: Actor, pronoun: str) -> bool:
    first = actor.name.split(" ", 1)[0]
    if first.lower() in _OWNERS or first[:1].isdigit():
        return False
    if actor.kind == "person" and surname(actor) is None:
        return False
    known = gender_of(first) if actor.kind == "person" else None
    return known is None or known == _GENDERS.get(pronoun, known)
