"""What the text says that a person is: titles before the name, appositions after it."""

from accordingto.actors.bodies import body_nouns
from accordingto.actors.fold import is_acronym, parts
from accordingto.actors.group import Grouping
from accordingto.actors.mention import Mention
from accordingto.actors.offices import office_of_state
from accordingto.actors.posts import subject_of
from accordingto.actors.votes import is_office
from accordingto.actors.wordlists import words
from accordingto.records.reading import Reading
from accordingto.records.span import Span

_MAX_ROLE = 120
_FROM = frozenset({"of", "at", "in", "from", "for"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"WP", "WDT", "WP$", "WRB"})
# A body that the small model took for another kind of body is still beside its description.
_FITTING = frozenset(
    {
        ("government", "organisation"),
        ("organisation", "armed_group"),
        ("organisation", "government"),
        ("media", "organisation"),
        ("armed_group", "organisation"),
        ("organisation", "media"),
    }
)


def find_roles(text: str, reading: Reading, group: Grouping) -> dict[int, str]:
    """For name mentions (by index) the words of their role, as they stand in the text."""
    found: dict[int, str] = {}
    for index, mention in enumerate(group.mentions):
        if mention.form != "name":
            continue
        role = (_after(text, reading, mention.span) if _may_hold(mention) else None) or (
            office_of_state(text, mention) or mention.title
        )
        if role and role.lower().rstrip(".") not in words("kinds.toml", "titles", "courtesy"):
            found[index] = role
    return found


def _may_hold(mention: Mention) -> bool:
    """False for "NTV, the mayor said": no office is held by a body."""
    return mention.kind == "person" or (mention.kind is None and not is_acronym(mention.words))


def _after(text: str, reading: Reading, span: Span) -> str | None:
    """ "…, leader of the alliance, …": a noun of office behind a comma, up to the next comma."""
    inside = reading.tokens_in(span)
    at = inside[-1].index + 1
    if at + 1 >= len(reading.tokens) or reading.tokens[at].text != ",":
        return None
    end = reading.sentence_of(inside[-1].index).last
    titles = words("kinds.toml", "titles", "words") | words("kinds.toml", "nouns", "person")
    start, stop = at + 1, at + 1
    while stop < end and reading.tokens[stop].text not in {
        ",",
        ";",
        "(",
        "—",
        "–",
        ".",
        '"',
        "“",
        "”",
    }:
        stop += 1
    run = reading.tokens[start:stop]
    if run and (run[0].pos == "ADP" or run[0].tag in _RELATIVE):
        # "In a letter from Lum, to Minister Brenk": no office of hers.
        return None
    told = next((i for i, t in enumerate(run) if t.tag in _FINITE), len(run))
    if not any(t.tag in _RELATIVE for t in run[:told]) and told < len(run):
        # "In a note to Lum, the mayor said": a clause of its own.
        return None
    # The office must come at once: a determiner and modifiers may stand before it, no verb.
    for at, token in enumerate(run[:6], start=1):
        if token.lower in titles and token.pos in {"NOUN", "PROPN"}:
            if at < len(run) and run[at].ent == "PERSON" and token.lower not in {"of", "'s"}:
                # "…, former mayor Ada Lum, …": the next one of a list.
                return None
            last = next((i for i, t in enumerate(run) if t.tag in _RELATIVE and i >= at), len(run))
            whole = Span(run[0].start, run[last - 1].end).of(text)
            return whole if len(whole) <= _MAX_ROLE else None
        if token.pos not in {"DET", "ADJ", "NOUN", "PROPN", "PART", "ADP", "PRON", "PUNCT"}:
            return None
    return None


def join_appositions(reading: Reading, group: Grouping) -> None:
    """ "Her husband, Ali Omar, …", "Omar, the minister, …", "identified the man as Ali Omar"."""
    heads = {m.head: i for i, m in reversed(list(enumerate(group.mentions)))}
    for index, mention in enumerate(group.mentions):
        person = mention.form == "name" and mention.kind == "person"
        other = _beside(reading, mention.head, heads, person=person)
        if other is None and _stands_beside(reading, group, index):
            # Whatever the tree makes of "Downstream, in Halva, the chief, Ada Lum, said".
            other = index + 1
        if other is None and _leads_up_to(group, index):
            # "US secretary of state Ada Lum".
            other = index + 1
        if other is None or other == index:
            continue
        pair = (mention, group.mentions[other])
        if {m.form for m in pair} != {"name", "noun"}:
            continue
        noun, name = (mention, pair[1]) if mention.form == "noun" else (pair[1], mention)
        # "The dockers' union, Portmarineros": a body's name may look like a plural.
        if noun.plural or (name.plural and noun.lemma not in body_nouns()):
            continue
        either = noun.lemma in words("kinds.toml", "nouns", "speaking_person") | words(
            "kinds.toml", "nouns", "either"
        )
        fits = either or noun.kind == name.kind or (noun.kind, name.kind) in _FITTING
        fits = fits or _may_be_persons(noun, name)
        if _is_between(group, index if noun is mention else other, name):
            continue
        if fits or (name.kind is None and not is_acronym(name.words)):
            group.join(other, index, 0.85, f"'{noun.words}' stands beside {name.words}")


def _may_be_persons(noun: Mention, name: Mention) -> bool:
    """ "Al-Haddad, head of the mission": one word that only the engine's label makes a body."""
    plain_name = " " not in name.words and not is_acronym(name.words)
    bodies = {"organisation", "government", "media"}
    label = name.kind in bodies and not name.sure and name.country is None
    return noun.kind == "person" and is_office(noun.lemma) and plain_name and label


def join_told_twice(reading: Reading, group: Grouping) -> None:
    """ "The passenger, a man from Busan, …": two nouns for one person."""
    heads = {m.head: i for i, m in reversed(list(enumerate(group.mentions)))}
    for index, mention in enumerate(group.mentions):
        other = _beside(reading, mention.head, heads)
        if other is None or other == index or mention.form != "noun":
            continue
        beside = group.mentions[other]
        if beside.form == "noun" and _says_what(reading, mention, beside):
            group.join(other, index, 0.8, f"'{mention.words}' stands beside '{beside.words}'")


def _says_what(reading: Reading, noun: Mention, other: Mention) -> bool:
    """ "The passenger, a man from Busan": one person told of twice."""
    behind = noun.span.start > other.span.end and reading.tokens[noun.head].dep == "appos"
    a = noun.words.split(" ", 1)[0].lower() in {"a", "an", "the"}
    return (
        behind and a and noun.kind == other.kind == "person" and not (noun.plural or other.plural)
    )


def _leads_up_to(group: Grouping, index: int) -> bool:
    """True for words for one person right in front of a person's name."""
    pair = group.mentions[index : index + 2]
    return (
        len(pair) == 2
        and (pair[0].form, pair[1].form) == ("noun", "name")
        and pair[0].kind == pair[1].kind == "person"
        and pair[0].span.end + 1 == pair[1].span.start
    )


def _stands_beside(reading: Reading, group: Grouping, index: int) -> bool:
    """ "The district chief, Ada Lum, said": "the" and an office, and between commas one name."""
    pair = group.mentions[index : index + 2]
    if len(pair) < 2 or (pair[0].form, pair[1].form) != ("noun", "name"):
        return False
    noun, name = pair
    the = noun.words.lower().startswith("the ") and not noun.plural and is_office(noun.lemma)
    if not the or noun.kind != "person" or name.kind != "person" or " " not in name.words:
        return False
    between = [t.text for t in reading.tokens_in(Span(noun.span.end, name.span.start))]
    last = reading.tokens_in(name.span)[-1].index
    after = reading.tokens[last + 1 : last + 3]
    closed = len(after) == 2 and after[0].text == "," and after[1].pos in {"VERB", "AUX"}
    return between == [","] and closed


def _is_between(group: Grouping, noun: int, name: Mention) -> bool:
    """ "Andrew, brother of the heir, Charles": a description that is one person's already is no
    other's who stands behind it."""
    if name.span.start < group.mentions[noun].span.start:
        return False
    others = (group.mentions[i] for i in group.members(noun))
    return any(
        m.form == "name" and not set(parts(m.words)) & set(parts(name.words)) for m in others
    )


def _beside(
    reading: Reading, head: int, heads: dict[int, int], *, person: bool = False
) -> int | None:
    token = reading.tokens[head]
    if token.dep == "appos":
        of = reading.tokens[reading.tokens[token.head].head]
        place = reading.tokens[token.head]
        somebody = place.ent == "PERSON" or place.lemma in words("kinds.toml", "nouns", "person")
        if person and place.dep == "pobj" and of.lower in _FROM and not somebody:
            # "The head of Nordbank, Ada Lum, …", "a dissident in London, Ada Lum".
            noun = reading.tokens[of.head]
            if noun.lemma in words("kinds.toml", "nouns", "person"):
                return heads.get(noun.index, heads.get(token.head))
        return heads.get(token.head)
    if token.dep == "attr":
        subject = subject_of(reading, token)
        return heads.get(subject.index) if subject is not None else None
    if token.dep != "pobj" or reading.tokens[token.head].lower != "as":
        return None
    verb = reading.tokens[reading.tokens[token.head].head]
    if verb.lemma not in {"identify", "name"}:
        return None
    if verb.dep == "acl":
        # "The suspect, named as Ada Lum".
        return heads.get(verb.head)
    named = [
        c for c in reading.children[verb.index] if reading.tokens[c].dep in {"dobj", "nsubjpass"}
    ]
    return heads.get(named[0]) if named else None
