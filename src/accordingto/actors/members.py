"""To which body a person belongs, as far as the words around the name say."""

from collections.abc import Mapping, Sequence

from accordingto.actors.countries import country_named, country_of_people
from accordingto.actors.group import Grouping
from accordingto.actors.mention import Mention
from accordingto.actors.names import names_key
from accordingto.actors.votes import group_kind
from accordingto.actors.wordlists import office_words, words
from accordingto.records.facts import ActorKind
from accordingto.records.reading import Reading
from accordingto.records.span import Span

_BODIES: frozenset[ActorKind] = frozenset({"government", "organisation", "armed_group", "media"})
_LINKS = frozenset({"of", "for", "from", "at", "with", "in"})
_LOOSE_LINKS = frozenset({"with", "in", "at"})
_REACH = 12
# "Acme's chief executive"; what else heads a body that "of" and "its" tell.
_MORE = frozenset({"executive", "owner", "co-owner"})
_HEADS = _MORE | {"head", "chair", "chairman", "chairwoman", "chairperson", "boss", "manager",
                  "founder", "co-founder", "editor", "principal", "lawyer", "member"}  # fmt: skip
# Behind the comma of "Lum, and President Brenk of Acme" stands somebody else.
_ANOTHER = frozenset({"and", "or", "but", "while", "whereas"})


def find_members(reading: Reading, group: Grouping, keep: Sequence[int]) -> dict[int, int]:
    """For roots of persons the root of their body: "Acme spokesman Lee", "Lee, head of Acme, …",
    "Lee of Acme". Both are in ``keep``; the first such wording in the text counts."""
    kept = set(keep)
    starts = _by_token(reading, group)
    found: dict[int, int] = {}
    for index, mention in enumerate(group.mentions):
        root = group.root(index)
        if root in found or root not in kept or group_kind(group, root) != "person":
            continue
        body = _owner(reading, group, starts, index)
        if body is None:
            body = _before(reading, group, starts, mention.span)
        if body is None:
            body = _after(reading, group, starts, mention.span)
        if body is not None and group.root(body) in kept and group.root(body) != root:
            found[root] = group.root(body)
    return found


def _owner(reading: Reading, group: Grouping, at: dict[int, int], index: int) -> int | None:
    """ "Kesh's foreign minister, Ada Lum", "the head of the miners' union", "its chairwoman": the
    body that a description says she serves."""
    mention = group.mentions[index]
    tokens = reading.tokens_in(mention.span)
    if mention.form != "noun" or mention.plural or mention.lemma not in _offices():
        return None
    leads = mention.lemma in words("kinds.toml", "titles", "offices") | _HEADS
    if tokens[0].lower == "its" and not leads:
        return None
    if tokens[0].lower == "its":
        return _spoken_of(reading, group, index)
    body = None
    for i, token in enumerate(tokens[1:-1], start=1):
        if token.dep == "case":
            body = at.get(tokens[i - 1].index)
            break
        if token.lower == "of" and tokens[i - 1].lemma == mention.lemma and leads:
            body = at.get(tokens[-1].index)
            break
    return body if body != index and _is_body(group, body) else None


def _spoken_of(reading: Reading, group: Grouping, index: int) -> int | None:
    """The body that "its" stands for: the first of this sentence so far, or of the one before."""
    here = group.mentions[index].sentence
    before = reading.sentence_of(here - 1).first if here > 0 else here
    near: dict[int, int] = {}
    for i in range(index - 1, -1, -1):
        if group.mentions[i].sentence < before:
            break
        if _is_body(group, i):
            near[group.mentions[i].sentence] = i
    return near.get(here, near.get(before))


def _offices() -> frozenset[str]:
    return words("kinds.toml", "titles", "offices") | words("kinds.toml", "titles", "words") | _MORE


def find_owners(
    reading: Reading, group: Grouping, keep: Sequence[int], hints: Sequence[tuple[int, str]]
) -> dict[int, int]:
    """For roots of bodies the root of the state that owns them: the one in their name ("Kesh's
    defence ministry"), or where that has but a pronoun ("their defence ministry") the state that
    alone was named just before."""
    states = {
        names_key(group.mentions[i])[1:]: group.root(i)
        for i in reversed(range(len(group.mentions)))
        if group.mentions[i].form == "name" and names_key(group.mentions[i]).startswith("@")
    }
    kept = set(keep)
    found: dict[int, int] = {}
    by_name = {
        m.words: group.root(i)
        for i, m in reversed(list(enumerate(group.mentions)))
        if m.form == "name" and group_kind(group, i) == "government"
    }
    for root in keep:
        mention = group.mentions[group.members(root)[0]]
        named = _named_owner(reading, mention, by_name)
        if named in kept and named is not None and named != root:
            found[root] = named
            continue
        if not is_pronouns(mention) or group_kind(group, root) != "government":
            continue
        sentence = reading.sentence_of(mention.head)
        start = reading.sentence_of(max(0, sentence.first - 1)).span.start
        near = {code for at, code in hints if start <= at < mention.span.start}
        owner = states.get(next(iter(near))) if len(near) == 1 else None
        if owner in kept and owner is not None and owner != root:
            found[root] = owner
    return found


def _named_owner(reading: Reading, mention: Mention, states: Mapping[str, int]) -> int | None:
    """The one of ``states``, by name, that the words of a body begin with."""
    if mention.kind not in {"government", "organisation", "armed_group"}:
        return None
    tokens = reading.tokens_in(mention.span)
    mark = next((i for i, token in enumerate(tokens[1:-1], start=1) if token.dep == "case"), None)
    if mark is None:
        return None
    return states.get(" ".join(token.text for token in tokens[:mark]))


def is_pronouns(mention: Mention) -> bool:
    """ "Its forces", "their ministry": a pronoun's body, and the words do not say whose."""
    return (
        mention.form == "noun"
        and mention.kind in {"government", "organisation", "armed_group"}
        and mention.country is None
        and mention.words.split(" ", 1)[0].lower() in words("kinds.toml", "definite", "possessive")
    )


def _by_token(reading: Reading, group: Grouping) -> dict[int, int]:
    """The mention that a token belongs to; the shortest where several overlap."""
    found: dict[int, int] = {}
    order = sorted(range(len(group.mentions)), key=lambda i: -len(group.mentions[i].span))
    for index in order:
        for token in reading.tokens_in(group.mentions[index].span):
            found[token.index] = index
    return found


def _is_body(group: Grouping, index: int | None) -> bool:
    return index is not None and group_kind(group, index) in _BODIES


def _before(reading: Reading, group: Grouping, at: dict[int, int], span: Span) -> int | None:
    """A body, or a state's adjective, with nothing but office words between it and the name."""
    titles = office_words() | words("kinds.toml", "nouns", "person")
    token = reading.tokens_in(span)[0].index - 1
    seen, office = False, False
    while token >= 0 and token not in at:
        word = reading.tokens[token]
        if word.lower not in titles and word.lower not in {"of", "and", "-", ")", "'s", "’s"}:
            return _state_of(group, word.text) if office else None
        seen = seen or word.lower in titles
        # "US citizen Lum" is no man of the state's.
        office = office or word.lower in words("kinds.toml", "titles", "offices")
        token -= 1
    body = at.get(token)
    return body if seen and _is_body(group, body) else None


def _state_of(group: Grouping, word: str) -> int | None:
    """The state's actor behind "US President Lee", where the text has it."""
    code = country_of_people(word) or country_named(word)
    if code is None:
        return None
    return next(
        (
            i
            for i, m in enumerate(group.mentions)
            if m.form == "name" and names_key(m) == f"@{code}"
        ),
        None,
    )


def _owned_by(group: Grouping, index: int) -> int:
    """ "Norway's defence ministry" rather than "Norway", which only owns it."""
    start = group.mentions[index].span.start
    wider = [
        i
        for i in range(max(0, index - 3), min(index + 4, len(group.mentions)))
        if group.mentions[i].span.start == start and _is_body(group, i)
    ]
    return max(wider, key=lambda i: len(group.mentions[i].span))


def _after(reading: Reading, group: Grouping, at: dict[int, int], span: Span) -> int | None:
    """A body in the apposition behind the name, or right behind "of", "for"."""
    last = reading.tokens_in(span)[-1].index
    end = min(reading.sentence_of(last).last, last + _REACH)
    if last + 1 >= end:
        return None
    following = reading.tokens[last + 1]
    if following.lower not in _LINKS and following.text != ",":
        return None
    if following.lower in _LOOSE_LINKS:
        # "Spoke with Lum in Parliament"; "an analyst with Acme" stands behind a comma.
        return None
    if last + 2 < end and reading.tokens[last + 2].lower in _ANOTHER:
        return None
    titles = words("kinds.toml", "titles", "words") | words("kinds.toml", "nouns", "person")
    office = following.lower in _LINKS
    for token in reading.tokens[last + 2 : end]:
        body = at.get(token.index)
        if office and body is not None and _is_body(group, body):
            paper = following.lower == "from" and group_kind(group, body) == "media"
            return None if paper else _owned_by(group, body)
        if token.text in {",", ";", "(", "—", "–", ".", '"', "“", "”"} or token.pos in {
            "VERB",
            "AUX",
        }:
            return None
        office = office or token.lower in titles
    return None
