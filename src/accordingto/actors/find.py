"""The actors of an article: one for all its names."""

from collections.abc import Sequence

from msgspec.structs import replace

from accordingto.actors.ages import AGED, aged_mentions, join_aged
from accordingto.actors.build import build_actors
from accordingto.actors.countries import country_of_people
from accordingto.actors.described import join_described
from accordingto.actors.fold import key, parts
from accordingto.actors.fronts import with_fronts
from accordingto.actors.glosses import join_brackets, join_known_as
from accordingto.actors.group import Grouping
from accordingto.actors.headlines import without_capitals
from accordingto.actors.introduced import join_introduced
from accordingto.actors.joining import (
    join_acronyms,
    join_heads,
    join_same,
    join_short,
    join_sounds,
    join_spelt_out,
    join_tails,
)
from accordingto.actors.kinds import is_ground
from accordingto.actors.members import find_members, find_owners, is_pronouns
from accordingto.actors.mention import Mention
from accordingto.actors.names import find_names, names_key, single_names
from accordingto.actors.nouns import find_nouns
from accordingto.actors.numbered import with_numbers
from accordingto.actors.offices import with_offices
from accordingto.actors.persons import join_persons
from accordingto.actors.police import join_police
from accordingto.actors.roles import find_roles, join_appositions, join_told_twice
from accordingto.actors.standing import (
    in_dateline,
    is_local_of,
    is_modifier,
    place_names,
    speaks_through,
    stands_for_people,
)
from accordingto.actors.states import (
    country_hints,
    join_armies,
    join_bodies,
    join_rulers,
)
from accordingto.actors.surnames import with_surnames
from accordingto.actors.things import with_things
from accordingto.actors.told import with_told
from accordingto.actors.unlisted import find_states, states_of, with_states
from accordingto.actors.votes import group_kind
from accordingto.actors.wordlists import words
from accordingto.records.article import Article
from accordingto.records.facts import Actor
from accordingto.records.reading import Reading, Token
from accordingto.records.span import Span
from accordingto.records.statement import Statement

_BODIES = frozenset({"organisation", "media", "armed_group"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_AIMED = frozenset({"accuse", "demand", "condemn", "praise"})
_SUBJECT = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "dobj",
        "agent",
        "pobj",
        "conj",
        "appos",
        "attr",
        "ROOT",
        "poss",
        "dative",
    }
)


def find_actors(
    article: Article, reading: Reading, statements: Sequence[Statement]
) -> tuple[Actor, ...]:
    """Everyone who speaks, relays, acts or suffers, in order of first mention.

    Mentions are names without titles and noun phrases, no pronouns and no adjectives of a state;
    a state or its seat of government is one only where it stands for those who govern. Without a
    language engine (``reading.engine is None``) there are none.
    """
    if reading.engine is None:
        return ()
    text = article.text
    spoken = _source_heads(reading, statements)
    names = without_capitals(reading, find_names(text, reading, spoken))
    names = with_numbers(text, reading, names, spoken)
    names = with_surnames(reading, with_told(reading, names), spoken)
    names = with_offices(text, reading, with_things(reading, names))
    names = with_fronts(reading, names)
    states = find_states(reading, names)
    names = with_states(reading, names, states)
    hints = country_hints(names)
    names = [_as_noun(reading, name) for name in names]
    grounds = place_names(reading, names)
    given = single_names(names)
    common = {t.text for t in reading.tokens if t.text.islower()} - {g.lower() for g in given}
    kept = [
        m
        for m in names
        if key(m.words) not in grounds
        and _is_actor_name(reading, m, given, states)
        and not _is_common(reading, m, common)
    ]
    kept += _acting(reading, names, kept)
    nouns = with_states(reading, find_nouns(text, reading, names, spoken), states)
    mentions = _in_order([*kept, *nouns, *aged_mentions(text, reading, spoken)])
    group = Grouping(mentions)
    _join_names(text, reading, group)
    join_rulers(group, hints, _opening(article))
    join_armies(group, hints, _opening(article))
    join_bodies(group)
    join_police(group)
    roles = find_roles(text, reading, group)
    join_appositions(reading, group)
    join_aged(text, group)
    join_described(group, {i: r.lower() for i, r in roles.items()}, _opening(article))
    join_told_twice(reading, group)
    join_introduced(reading, group)
    keep = [root for root in group.roots() if _is_worth(reading, group, root)]
    members = find_members(reading, group, keep) | find_owners(reading, group, keep, hints)
    return build_actors(article, group, roles, members, keep)


def _join_names(text: str, reading: Reading, group: Grouping) -> None:
    """The steps that join names, surest first."""
    join_same(group)
    join_brackets(text, reading, group)
    join_known_as(text, group)
    join_acronyms(group)
    join_persons(text, group)
    join_tails(group)
    join_short(reading, group)
    join_heads(group)
    join_sounds(group)
    join_spelt_out(group)


def _source_heads(reading: Reading, statements: Sequence[Statement]) -> frozenset[int]:
    """The head tokens of the words that name sources and carriers."""
    spans = [s.source_span for s in statements if s.source_span is not None]
    spans.extend(span for s in statements for span in s.via_spans)
    # Whom somebody accuses or asks for something is as much of an actor.
    spans.extend(s.content_spans[0] for s in statements if s.act in _AIMED and s.content_spans)
    heads = [head.index for span in spans if (head := reading.head_of(span)) is not None]
    # "Lum's predecessor, Ada Ores": who stands beside the description speaks too.
    beside = (c for h in heads for c in reading.children[h] if reading.tokens[c].dep == "appos")
    told = _told_by_relatives(reading, heads)
    return frozenset((*heads, *beside, *told, *_joined_heads(reading, statements)))


def _told_by_relatives(reading: Reading, heads: Sequence[int]) -> list[int]:
    """ "A reference to the Republic of Ores, [which denies it]": whom the pronoun stands for."""
    pronouns = (reading.tokens[h] for h in heads if reading.tokens[h].tag == "WDT")
    verbs = [reading.tokens[pronoun.head] for pronoun in pronouns]
    nouns = [reading.tokens[verb.head] for verb in verbs if verb.dep == "relcl"]
    return [
        part
        for noun in nouns
        for part in (noun.index, *_of(reading, noun))
        if reading.tokens[part].pos == "PROPN"
    ]


def _of(reading: Reading, noun: Token) -> list[int]:
    links = [c for c in reading.children[noun.index] if reading.tokens[c].lower == "of"]
    return [c for link in links for c in reading.children[link]]


def _joined_heads(reading: Reading, statements: Sequence[Statement]) -> list[int]:
    """ "Neither the company nor [the regulator]": who is named in a source beside its head."""
    found = []
    for span in (s.source_span for s in statements):
        head = reading.head_of(span) if span is not None else None
        below = reading.children[head.index] if head is not None else ()
        found += [
            c
            for c in below
            if span is not None
            and reading.tokens[c].dep == "conj"
            and span.contains(reading.tokens[c].span)
        ]
    return found


def _deeds() -> frozenset[str]:
    return words("kinds.toml", "deeds", "words")


def _is_adjective(mention: Mention, states: frozenset[str]) -> bool:
    """ "Albanian" guerrillas, "Veldran" officials."""
    return bool(states_of(mention.words, states)) or country_of_people(mention.words) is not None


def _is_actor_name(
    reading: Reading, mention: Mention, given: frozenset[str], states: frozenset[str]
) -> bool:
    """Leaves out places meant as places, adjectives and names that only qualify a noun. ``given``
    has single names of people whom the text names in full: those count whatever the label."""
    if mention.words in words("kinds.toml", "nobody", "words") or _is_noun(reading, mention):
        return False
    last = parts(mention.words)[-1:]
    if len(mention.words.split()) > 1 and not mention.sure and last[0:1] and last[0] in _deeds():
        return False
    if is_modifier(reading, mention) and _is_adjective(mention, states):
        return False
    if _is_made_person(reading, mention) and mention.words not in given:
        return False
    if speaks_through(reading, mention):
        return True
    if not mention.sure and in_dateline(reading, mention):
        return False
    if mention.kind == "place_as_actor" or (not mention.sure and mention.words in given):
        return True
    if is_local_of(reading, mention):
        return False
    if names_key(mention).startswith("@"):
        return not is_modifier(reading, mention) and stands_for_people(reading, mention)
    body = mention.sure and mention.kind in _BODIES
    if mention.label == "NORP" and mention.kind != "armed_group" and not body:
        return not is_modifier(reading, mention) and mention.plural
    if is_ground(mention.words, mention.label) and mention.title is None:
        return mention.spoken
    if _is_owned_office(mention):
        return True
    if mention.label in _PLACES and mention.kind in {None, "government"}:
        return mention.spoken and not mention.kind
    return True


def _is_made_person(reading: Reading, mention: Mention) -> bool:
    """ "A Merenian court": a word in front of a noun, of which the engine alone makes somebody."""
    one = " " not in mention.words and mention.title is None and not mention.sure
    if not one or mention.kind != "person" or mention.spoken:
        return False
    people = mention.words.endswith(("ian", "ean", "ese", "ish"))
    return people and is_modifier(reading, mention)


def _as_noun(reading: Reading, mention: Mention) -> Mention:
    """ "Ministry spokesman Lum said": a body's noun with a capital, of one named before."""
    low = mention.words.lower()
    if mention.words == "PM":
        return replace(mention, form="noun", label="", kind="person", lemma="pm", definite=True)
    opens = reading.sentence_of(mention.head).span.start == mention.span.start
    if not opens or low not in words("kinds.toml", "nouns", "countable"):
        return mention
    return replace(mention, form="noun", lemma=low, definite=True)


def _is_owned_office(mention: Mention) -> bool:
    """ "Tarn County Sheriff's Office", that the engine may take for a building."""
    owner, _, body = mention.words.replace("’", "'").rpartition("'s ")
    return bool(owner) and mention.sure and " " not in body and mention.kind == "government"


def _is_noun(reading: Reading, mention: Mention) -> bool:
    """ "Studies show": a common noun with a capital because a sentence begins."""
    head = reading.tokens[mention.head]
    common = head.text == mention.words and head.tag in {"NN", "NNS"} and not head.text.isupper()
    return common and not head.ent and not mention.label


def _acting(reading: Reading, names: Sequence[Mention], kept: Sequence[Mention]) -> list[Mention]:
    """Names left out as places that do something here ("Northern Ridge cut 900 jobs"), where the
    text has the same name as a body's elsewhere."""
    kinds = {m.words: m.kind for m in kept if m.kind in _BODIES and m.country is None}
    taken = {m.span for m in kept}
    return [
        replace(m, kind=kinds[m.words], label="ORG")
        for m in names
        if m.span not in taken
        and m.words in kinds
        and reading.tokens[m.head].dep in {"nsubj", "nsubjpass", "agent"}
        and not in_dateline(reading, m)
    ]


def _is_common(reading: Reading, mention: Mention, common: set[str]) -> bool:
    """ "Riot police": a word at the head of a sentence that the text has in lower case as well."""
    token = reading.tokens[mention.head]
    return (
        token.text == mention.words
        and not mention.sure
        and mention.title is None
        and mention.country is None
        and reading.sentence_of(token.index).first == token.index
        and mention.words.lower() in common
    )


def _in_order(mentions: Sequence[Mention]) -> list[Mention]:
    """By place; of two with the same span the first one stays."""
    found: dict[Span, Mention] = {}
    for mention in mentions:
        found.setdefault(mention.span, mention)
    return sorted(found.values(), key=lambda m: (m.span.start, -m.span.end))


def _opening(article: Article) -> int:
    ends = [s.span.end for s in article.segments if s.role in {"headline", "standfirst"}]
    return max(ends, default=0)


def _is_worth(reading: Reading, group: Grouping, root: int) -> bool:
    """Named ones always; unnamed ones where the text comes back to them or has them act."""
    members = [group.mentions[i] for i in group.members(root)]
    if all(m.vague or m.lemma == AGED for m in members):
        return False
    if group_kind(group, root) is None:
        return any(m.spoken for m in members)
    if len(members) == 1 and is_pronouns(members[0]):
        return members[0].spoken
    if any(m.form == "name" or m.spoken for m in members) or len(members) > 1:
        return True
    token = reading.tokens[members[0].head]
    return token.dep in _SUBJECT and group_kind(group, root) is not None
