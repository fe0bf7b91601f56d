"""Runs of capitalised words and the engine's entities, as raw material for names."""

from collections.abc import Sequence

from accordingto.actors.fold import is_acronym
from accordingto.actors.hyphens import is_hyphened
from accordingto.actors.kinds import known
from accordingto.actors.wordlists import words
from accordingto.records.reading import Reading, Token

# For each token inside an entity: its label and the number of the entity.
Labels = dict[int, tuple[str, int]]

LEADS = frozenset({"al", "el", "as", "ash", "ad", "an", "at", "az", "ul"})
# Small words and marks that stand inside names; kept as a string to stay readable.
_SMALL = """of the for and al el bin ibn bint de du da dos del der den van von la le di y e ul
as ad ash an ed per pour por para et und & - – ‑ ' ’"""
_GLUED_LEADS = frozenset({"as", "at", "an", "ad", "ash"})
INNER = frozenset(_SMALL.split())
POSSESSIVE = frozenset({"'s", "’s", "'", "’", "s’", "s'"})
_LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT"}
)
_OPENING, _CLOSING = frozenset({'"', "“"}), frozenset({'"', "”"})
_OFFICES = frozenset({"Office", "Department", "Bureau"})
_LEGAL = frozenset({"inc", "ltd", "llc", "corp", "plc"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_DASHES = frozenset({"-", "–", "—", "―", "‑", "--"})
_GLUE = frozenset({"-", "–", "‑"})
# "Doctors Without Borders", "Mothers Against Hunger".
_CAPITAL_LINKS = frozenset({"Without", "Against"})
# "Lira Now", "Radio Ores Live": adverbs with a capital in the middle of a sentence.
_NAMED_SO = frozenset(
    {"Now", "Today", "Tonight", "Live", "Online", "Forward", "Together", "Direct"}
)
_PARTICLES = frozenset(
    {"van", "von", "de", "den", "der", "del", "la", "las", "los", "dos", "da", "y", "e", "zu",
     "und"}
)  # fmt: skip

# A run of capitalised words longer than this is a headline or a list, no name.
_MAX_RUN = 12
_TITLE_CASE = 0.7
# Bodies whose names list what they are for, how long such a name is before its first comma, and how
# far its last member is looked for.
_LISTING = frozenset({"ministry", "department", "secretariat", "bureau", "office"})
_LEAST_LISTING, _LIST_REACH = 3, 6


def entity_labels(reading: Reading) -> Labels:
    """For each token inside an entity its label and the number of the entity."""
    found: Labels = {}
    for number, entity in enumerate(reading.entities):
        if entity.label in _LABELS:
            for token in reading.tokens_in(entity.span):
                found[token.index] = (entity.label, number)
    return found


def title_cased(reading: Reading, first: int, last: int) -> bool:
    """True for a sentence set in headline capitals, where a capital tells nothing."""
    long = [t for t in reading.tokens[first:last] if t.text.isalpha() and len(t.text) > 3]
    if len(long) < 4 or any(
        t.tag in _FINITE and t.text.islower() for t in reading.tokens[first:last]
    ):
        # "Crown Prince Salman met President Xi": no headline has small verbs.
        return False
    return sum(t.text[0].isupper() for t in long) / len(long) >= _TITLE_CASE


def name_runs(reading: Reading, labels: Labels) -> list[list[Token]]:
    runs: list[list[Token]] = []
    for sentence in reading.sentences:
        headline = title_cased(reading, sentence.first, sentence.last)
        run: list[Token] = []
        for token in reading.tokens[sentence.first : sentence.last]:
            if _carries_on(reading, run, token, labels, headline):
                run.append(token)
                continue
            if run:
                _close(runs, run)
            if _ends_office(reading, token):
                run = []
                continue
            starts = (
                _is_name_word(token, sentence.first, labels, headline)
                or _is_lead(reading, token)
                or (not headline and _is_linked(reading, token))
            )
            run = [token] if starts else []
        _close(runs, run)
    return runs


def _is_linked(reading: Reading, token: Token) -> bool:
    """The "Doctors" of "Doctors Without Borders" at the head of a sentence."""
    if not token.text[0].isupper():
        return False
    after = reading.tokens[token.index + 1 : token.index + 3]
    linked = len(after) == 2 and after[0].text in _CAPITAL_LINKS
    return linked and after[1].text[0].isupper()


def _ends_office(reading: Reading, token: Token) -> bool:
    """The words behind the first of "Sergeant-at-Arms", "Editor-in-Chief"."""
    if token.text not in _GLUE and reading.tokens[token.index - 1].text not in _GLUE:
        return False
    before = reading.tokens[max(0, token.index - 3) : token.index + 1]
    at = next((i for i, t in enumerate(before) if t.lower in {"at", "in"}), None)
    if at is None or at == 0 or before[at - 1].text not in _GLUE:
        return False
    return before[at - 1].end == before[at].start and before[-1].start - before[at].end <= 1


def _close(runs: list[list[Token]], run: list[Token]) -> None:
    """Keeps a run without the small words at its ends."""
    while run and (run[-1].lower in INNER and not run[-1].text[0].isupper()):
        run = run[:-1]
    while run and run[-1].text in INNER:
        run = run[:-1]
    while len(run) > 1 and run[-1].pos == "VERB" and run[-1].tag in _FINITE:
        # "Lum Says": a headline's verb has a capital, too.
        run = run[:-1]
    if run and len(run) <= _MAX_RUN and any(t.text[0].isupper() for t in run):
        runs.append(run)


def _carries_on(
    reading: Reading,
    run: list[Token],
    token: Token,
    labels: Labels,
    headline: bool,
) -> bool:
    if not run:
        return False
    previous = run[-1]
    glued = previous.end == token.start
    if token.text in _DASHES and not glued:
        # "LOWMOOR - Authorities say": a dateline ends here.
        return False
    same = (
        previous.index in labels
        and token.index in labels
        and labels[previous.index][1] == labels[token.index][1]
        and token.text not in POSSESSIVE
        and (token.text[0].isalnum() or token.text in INNER or glued)
    )
    if token.text == "," and _is_legal_form(reading, token):
        return True
    if previous.text == "," and token.lower.rstrip(".") in _LEGAL:
        return True
    if _lists_on(reading, run, token) or _nicknames(reading, run, token):
        return True
    if previous.text in _CAPITAL_LINKS:
        return token.text[0].isupper() and token.start - previous.end <= 1
    if token.text in _CAPITAL_LINKS and not headline:
        after = reading.tokens[token.index + 1 : token.index + 2]
        return previous.text[:1].isupper() and bool(after) and after[0].text[:1].isupper()
    if previous.text in _CLOSING:
        return token.text[0].isupper() and token.start - previous.end <= 1
    if token.text in POSSESSIVE and _owns_office(reading, previous, token):
        return True
    if same and token.text[:1] not in {"(", ")", "[", "]", ",", '"', "“", "”", ";", ":"}:
        return True
    if is_hyphened(reading, run, token):
        return True
    if token.lower in INNER and token.text not in {"'", "’"}:
        return _bridges(reading, previous, token, labels)
    if token.text in {"'", "’"}:
        return glued and _next_glued(reading, token)
    if previous.text in _GLUE and previous.index > 0:
        return glued and token.text[0].isupper()
    if headline and not (token.index in labels and previous.index in labels):
        return False
    if token.text in _NAMED_SO and previous.text[0].isupper() and token.start == previous.end + 1:
        return True
    return _is_name_word(token, -1, labels, headline) and token.start - previous.end <= 1


def _lists_on(reading: Reading, run: list[Token], token: Token) -> bool:
    """The comma and the "and" of "Ministry of Trade, Industry and Energy"."""
    if run[0].lower not in _LISTING or len(run) < _LEAST_LISTING or run[1].lower != "of":
        return False
    after = [t.text for t in reading.tokens[token.index + 1 : token.index + 1 + _LIST_REACH]]
    if token.text == ",":
        # Up to three names more, the last one behind "and", and no verb between them.
        stop = next((i for i, text in enumerate(after) if text == "and"), 0)
        listed = after[:stop]
        return (
            bool(listed)
            and all(t[:1].isupper() or t == "," for t in listed)
            and (after[stop + 1 : stop + 2] != [] and after[stop + 1][:1].isupper())
        )
    return (
        token.lower == "and"
        and any(t.text == "," for t in run)
        and bool(after)
        and after[0][:1].isupper()
    )


def _is_legal_form(reading: Reading, comma: Token) -> bool:
    """The comma of "Korvo Motors, Inc."."""
    after = reading.tokens[comma.index + 1 : comma.index + 2]
    return bool(after) and after[0].lower.rstrip(".") in _LEGAL and after[0].text[:1].isupper()


def _nicknames(reading: Reading, run: list[Token], token: Token) -> bool:
    """The quotation marks of 'Ada "Owl" Lum': a word or two between, a surname behind."""
    at = token.index
    if token.text in _CLOSING and any(t.text in _OPENING for t in run[1:]):
        return at + 1 < len(reading.tokens) and reading.tokens[at + 1].text[:1].isupper()
    if token.text not in _OPENING or not run[-1].text[:1].isupper() or run[0].text in _OPENING:
        return False
    after = reading.tokens[at + 1 : at + 5]
    end = next((i for i, t in enumerate(after[:3]) if t.text in _CLOSING), 0)
    return (
        0 < end < len(after) - 1
        and all(t.text[:1].isupper() for t in (*after[:end], after[end + 1]))
        and after[end].start == after[end - 1].end
        and after[0].start == token.end
        and after[end + 1].start - after[end].end == 1
        and not reading.sentence_of(at).last <= after[end + 1].index
    )


def _owns_office(reading: Reading, owner: Token, token: Token) -> bool:
    """The "'s" of "Tarn County Sheriff's Office"."""
    after = reading.tokens[token.index + 1 : token.index + 2]
    if after and owner.lower in words("kinds.toml", "owners", "words"):
        # "People's Council", "Workers' Party".
        return owner.text[:1].isupper() and after[0].text[:1].isupper()
    bodies = words("kinds.toml", "heads", "words")
    many = owner.tag in {"NNS", "NNPS"} and owner.text[:1].isupper() and token.text in {"'", "’"}
    if many and after and after[0].text[:1].isupper() and after[0].lower in bodies:
        # "Herders' Association".
        return True
    return (
        bool(after)
        and after[0].text in _OFFICES
        and owner.text[:1].isupper()
        and owner.lower in words("kinds.toml", "titles", "words")
    )


def _next_glued(reading: Reading, token: Token) -> bool:
    at = token.index + 1
    return (
        at < len(reading.tokens)
        and reading.tokens[at].start == token.end
        and reading.tokens[at].text[0].isupper()
    )


def _bridges(reading: Reading, previous: Token, token: Token, labels: Labels) -> bool:
    """A small word inside a name ("of", "al-"): only where a capital follows it."""
    after = reading.tokens[token.index + 1 : token.index + 3]
    if token.text in _GLUE:
        return (
            previous.end == token.start
            and bool(after)
            and after[0].start == token.end
            and after[0].text[0].isalnum()
            and (after[0].text[0].isupper() or previous.lower in LEADS)
        )
    if token.lower in {"and", "the", "for", "&"}:
        inside = token.index in labels and previous.index in labels
        if inside and labels[token.index][1] == labels[previous.index][1]:
            return True
        return _goes_on_for(previous, token, after)
    if token.lower == "of":
        nxt = after[0] if after else None
        if nxt is not None and nxt.lower == "the" and len(after) > 1:
            nxt = after[1]
        if nxt is None or not nxt.text[0].isupper():
            return False
        inside = token.index in labels and previous.index in labels
        if inside and labels[token.index][1] == labels[previous.index][1]:
            return True
        office = any(
            previous.lower in words("kinds.toml", "words", k)
            for k in ("government", "armed_group", "organisation")
        )
        return office or previous.lower in {"chief", "bank", "speaker", "bureau", "house", "court"}
    if token.lower in _GLUED_LEADS and token.text.islower():
        # "Unrest in Arvelon as Tal rebels advance": no article of "As-Suwayda".
        return bool(after) and after[0].text in _GLUE and after[0].start == token.end
    if not after:
        return False
    # "Van den Broek": two small words in a row.
    twice = len(after) > 1 and {token.lower, after[0].lower} <= _PARTICLES
    return (
        after[0].text[0].isupper()
        or after[0].text in _GLUE
        or (twice and after[1].text[0].isupper())
    )


def _goes_on_for(previous: Token, token: Token, after: Sequence[Token]) -> bool:
    """ "Popular Front for the Liberation of Lira", "Council for Trade"."""
    if token.lower == "the":
        return previous.lower in {"for", "of"} and bool(after) and after[0].text[0].isupper()
    if token.lower != "for" or previous.lower not in words("kinds.toml", "heads", "words"):
        return False
    following = after[1:2] if after and after[0].lower == "the" else after[:1]
    return bool(following) and following[0].text[0].isupper()


def _is_lead(reading: Reading, token: Token) -> bool:
    """The "al" of "al-Fajr" at the start of a name."""
    if token.lower not in LEADS:
        return False
    nxt = reading.tokens[token.index + 1 : token.index + 3]
    if len(nxt) < 2 or nxt[0].start != token.end:
        return (
            token.lower in {"al", "el"}
            and bool(nxt)
            and nxt[0].text[0].isupper()
            and nxt[0].tag.startswith("NNP")
        )
    return nxt[0].text in _GLUE and nxt[1].text[0].isupper()


def _is_name_word(token: Token, first: int, labels: Labels, headline: bool) -> bool:
    if not token.text[0].isupper() and not (token.index in labels and token.text[0].isalpha()):
        # "al-Qaeda" may come as one token.
        return (
            "-" in token.text
            and token.lower.split("-")[0] in LEADS
            and token.text.split("-")[1][:1].isupper()
        )
    if token.index in labels:
        return token.text[0].isupper()
    # "On Friday BRHW said".
    if headline or token.ent in {"DATE", "TIME"}:
        return False
    if is_acronym(token.text) and (token.tag in {"NNP", "NNPS", "NN"} or known(token.text)):
        return True
    if token.index == first:
        return (token.tag in {"NNP", "NNPS"} and token.pos == "PROPN") or known(
            token.text
        ) is not None
    return token.pos in {"PROPN", "NOUN", "ADJ"} and not token.tag.startswith("PRP")
