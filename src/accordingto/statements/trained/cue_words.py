"""The words of a cue as the trained reader finds them, set right by the text and its tree."""

from collections.abc import Sequence

from accordingto.records.encoding import Encoding
from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import Page
from accordingto.statements.trained.decode import Found

# Words between an auxiliary and its verb.
_NEAR_VERB = 5
_OUTSETS = frozenset({"start", "beginning", "outset", "first"})
_BEFORE_VERBS = frozenset({"AUX", "ADV", "PART"})


def cue_of(page: Page, encoding: Encoding, found: Found) -> Span | None:
    """The cue's words without marks around them ("said:")."""
    words = [
        word
        for word in encoding.words[found.cue[0] : found.cue[1] + 1]
        if word.of(page.text)[0].isalnum()
    ]
    if not words:
        return None
    cue = _whole_cue(page, Span(words[0].start, words[-1].end))
    said = page.reading.tokens_in(cue)
    return None if all(token.pos == "PRON" for token in said) else cue


def _whole_cue(page: Page, cue: Span) -> Span:
    """A cue without the "it" of "it is thought", and with the verb where only words before it were
    found ("had" of "had told", "also" of "also warned")."""
    tokens = page.reading.tokens_in(cue)
    if len(tokens) > 1 and tokens[0].lower == "it":
        tokens = tokens[1:]
    start, end = tokens[0].start, cue.end
    # "Reportedly" is a cue by itself.
    if all(t.pos in _BEFORE_VERBS and not t.lower.endswith("ly") for t in tokens):
        head = page.tokens[tokens[-1].head]
        if head.pos == "VERB" and 0 < head.index - tokens[-1].index <= _NEAR_VERB:
            end = head.end
    last = next(t for t in reversed(tokens))
    if len(tokens) > 1 and last.pos == "CCONJ" and end == last.end:
        # "Laughed and [said]": the cue is the verb that says it, else the one before "and".
        joined = page.tokens[min(last.index + 1, len(page.tokens) - 1)]
        says = joined.pos == "VERB" and joined.dep == "conj"
        end = joined.end if says else page.tokens[last.index - 1].end
    return Span(start, end)


def with_particle(
    page: Page, cue: Span, contents: tuple[Span, ...]
) -> tuple[Span, tuple[Span, ...]]:
    """A cue with its particle, where a content has it ("ruled [out resigning]")."""
    last = page.reading.tokens_in(cue)[-1]
    for place, content in enumerate(contents):
        words = page.reading.tokens_in(content)[:2]
        if len(words) < 2 or words[0].dep != "prt" or words[0].head != last.index:
            continue
        if words[0].index == last.index + 1:
            rest = Span(words[1].start, content.end)
            contents = (*contents[:place], rest, *contents[place + 1 :])
            return Span(cue.start, words[0].end), contents
    return cue, contents


def with_noun(page: Page, cue: Span, contents: tuple[Span, ...]) -> tuple[Span, tuple[Span, ...]]:
    """A cue with the noun that says what is done, where a content begins with it ("voiced [fears]
    that the convoy …")."""
    verb = page.reading.tokens_in(cue)[-1]
    first = contents[0] if contents else cue
    words = page.reading.tokens_in(first)[:2]
    if verb.lemma not in lexicon().support or first.start < cue.end or len(words) < 2:
        return cue, contents
    noun, link = words
    if noun.lemma not in lexicon().nouns or noun.head != verb.index or link.lower != "that":
        return cue, contents
    return Span(cue.start, noun.end), (Span(link.start, first.end), *contents[1:])


def from_that(page: Page, head: Token, contents: tuple[Span, ...]) -> tuple[Span, ...]:
    """Contents without what stands between a verb and its clause: "has said from [the start] that
    he was pushed"."""
    words = page.reading.tokens_in(contents[0])[:_NEAR_VERB] if contents else []
    for token in words[1:]:
        clause = page.tokens[token.head]
        if token.lower == "that" and token.dep == "mark":
            over = page.tokens[clause.head]
            when = clause.dep in ("acl", "relcl") and over.lemma in _OUTSETS
            if token.start > head.end and (when or (clause.dep, over) == ("ccomp", head)):
                return (Span(token.start, contents[0].end), *contents[1:])
            return contents
        if token.pos in ("VERB", "AUX", "SCONJ"):
            break
    return contents


def at_saying(page: Page, cue: Span, contents: tuple[Span, ...]) -> tuple[Span, tuple[Span, ...]]:
    """The verb that says it for a cue, of "put out a statement [insisting that …]"."""
    words = page.reading.tokens_in(contents[0]) if contents else []
    if len(words) < 2 or words[0].tag != "VBG" or words[0].start < cue.end:
        return cue, contents
    papers = any(
        t.dep == "dobj" and t.lemma in lexicon().nouns for t in page.reading.tokens_in(cue)
    )
    if not papers or (words[0].lemma, "") not in lexicon().verbs:
        return cue, contents
    return words[0].span, (Span(words[1].start, contents[0].end), *contents[1:])


def with_preposition(page: Page, cue: Span, contents: Sequence[Span]) -> Span:
    """A cue with the preposition between it and its content ("called on"), and without one that
    leads elsewhere ("said in an email")."""
    tokens = page.reading.tokens_in(cue)
    while len(tokens) > 1 and tokens[-1].pos == "DET":
        # "Said in a [statement]".
        tokens = tokens[:-1]
        cue = Span(cue.start, tokens[-1].end)
    verbs = [t for t in tokens if t.pos == "VERB"]
    if verbs and tokens[-1].lower == "as" and tokens[-1].head != verbs[-1].index:
        # "Had insisted [as late as] Tuesday that".
        tokens = [t for t in tokens if t.index <= verbs[-1].index]
        cue = Span(cue.start, tokens[-1].end)
    last = tokens[-1]
    after = page.tokens[last.index + 1] if last.index + 1 < len(page.tokens) else None
    starts = {content.start for content in contents}
    leads_off = after is not None and after.start not in starts
    if leads_off and len(tokens) > 1 and last.pos == "ADP" and tokens[-2].pos == "VERB":
        return cue if tokens[-2].lower == "according" else Span(cue.start, tokens[-2].end)
    if after is None or after.pos != "ADP" or after.head != last.index:
        return cue
    behind = page.tokens[after.index + 1].start if after.index + 1 < len(page.tokens) else -1
    return Span(cue.start, after.end) if behind in starts else cue
