"""What the trained reader found, as drafts: spans by our conventions, kind and act."""

from collections.abc import Sequence

from accordingto.records.encoding import Encoding
from accordingto.records.reading import Quotation, Token
from accordingto.records.span import Span
from accordingto.statements.contents import snap, tidy
from accordingto.statements.cues import Cue, lexicon
from accordingto.statements.draft import Draft, Page
from accordingto.statements.gaps import names_a_gap, with_what_is_meant
from accordingto.statements.sources import ASKING, are_neither, is_asked, is_nobody
from accordingto.statements.trained.cue_words import (
    at_saying,
    cue_of,
    from_that,
    with_noun,
    with_particle,
    with_preposition,
)
from accordingto.statements.trained.decode import Found
from accordingto.statements.trained.edges import repaired, up_to_source, whole_source
from accordingto.statements.trained.hearers import RECEIVES, behind_hearer, is_told, suffers
from accordingto.statements.trained.runs import glued_runs, not_by, runs_of, set_apart_spans, shared
from accordingto.statements.trained.subjects import (
    is_of_next,
    not_of_aside,
    subject_by_tree,
    subject_out,
)
from accordingto.statements.verbal import is_condition, is_summons, meanings_of

_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
# Somebody has a quotation as a whole where this much of it was found to be his.
_MOSTLY = 0.5
_MOST_UNCLOSED = 800
_COMMA = 2
_POSSESSIVES = frozenset({"'s", "’s"})
_ARTICLES = frozenset({"the", "a", "an"})
_MARKS = '"“”„«»'
# The first words of a clause that somebody says, asks or knows.
CLAUSE_WORDS = frozenset({"that", "whether", "if", "why", "how", "what", "who", "when", "where"})
_VERBS = frozenset({"VERB", "AUX"})
_APPOINTS = frozenset({"name", "appoint", "elect"})
_ONESELF = frozenset({"itself", "himself", "herself", "themselves"})
_RAISING = frozenset({"appear", "seem"})
_CITES = frozenset({"cite", "quote"})
_UNSAID = frozenset({"say", "tell", "explain", "disclose", "confirm", "reveal", "acknowledge"})
_WISHES = frozenset({"want", "hope", "wish", "prefer", "like", "love", "hate", "fear", "plan"})


def draft_of(page: Page, encoding: Encoding, found: Found, score: float) -> Draft | None:
    """A draft for one attribution, ``None`` where nothing is left of its content."""
    cue = cue_of(page, encoding, found)
    head = page.reading.head_of(cue) if cue is not None else None
    if cue is None or head is None:
        return None
    contents = _beside(page, cue, _contents(page, encoding, found, head.index))
    whole = tuple(repaired(page, span, cue) for span in contents)
    contents = _this_side(page, cue, whole, sourced=bool(found.source))
    contents = from_that(page, head, contents)
    cue, contents = with_noun(page, *with_particle(page, cue, contents))
    cue, contents = at_saying(page, with_preposition(page, cue, contents), contents)
    head = page.reading.head_of(cue) or head
    source = _source(page, encoding, found, head)
    if source is not None and is_of_next(page, head, source):
        source = None
    source = not_of_aside(page, head, source)
    if source is None and len(contents) > 1:
        source, contents = subject_out(page, head, contents)
    if source is None and not found.source:
        source = subject_by_tree(page, head, contents)
    if source is not None:
        source = whole_source(page, source, cue, contents)
        contents = up_to_source(page, contents, source, cue)
    if source is not None and is_told(page, head, source):
        source = None
    if source is not None and suffers(page, head, source):
        contents = contents if head.lemma in RECEIVES else set_apart_spans([source, *contents])
        source = None
    if _names_who_is_cited(page, head, contents):
        return None
    contents = with_what_is_meant(page, head, contents, source)
    if (
        not contents
        or names_a_gap(page, head)
        or _says_nothing(page, head, source)
        or _is_deed(page, head, contents[0])
        or _is_own_name(page, head, contents[0])
    ):
        return None
    kind, meaning = _meaning(page, head, cue, contents)
    return Draft(
        at=head.index,
        kind=kind,
        cue=cue,
        source=source,
        contents=contents,
        act=meaning.act if meaning is not None else "assert",
        score=score,
        reasons=(f"trained reader: cue '{cue.of(page.text)}'",),
        mind=meaning.mind if meaning is not None else head.lemma in _WISHES,
        speech=meaning is not None and "quote" in meaning.frames and not meaning.mind,
        found="trained" if meaning is not None or kind == "according" else "rare",
        parts=(found.cue_score, found.source_score, found.content_score),
    )


def _meaning(
    page: Page, head: Token, cue: Span, contents: Sequence[Span]
) -> tuple[str, Cue | None]:
    """How a cue was made, and what the lexicon knows of it: of its head, else of its words."""
    if any(t.lower == "according" for t in page.reading.tokens_in(cue)):
        return "according", None
    kind = "verb" if head.pos in _VERBS else "noun"
    last = page.reading.tokens_in(cue)[-1]
    denied = page.child(head.index, "neg", "preconj") is not None
    pairs = lexicon().verbs.get((lexicon().lemma(head.lemma), last.lower), ())
    paired = [meaning for meaning in pairs if denied or not meaning.negated]
    if kind == "verb" and last.pos in ("ADP", "SCONJ") and paired:
        # "Called for the navy to be let loose": the tree may hang "for" on what follows.
        return kind, paired[0]
    words = [head, *(t for t in page.reading.tokens_in(cue) if t.index != head.index)]
    for token in words:
        # "Responded to the charges" is no silence, as "did not respond" is.
        known = [meaning for meaning in _known(page, token) if denied or not meaning.negated]
        if known:
            fitting = (m for m in known if m.frames & {"quote", "clause"})
            clause = _is_clause(page, contents)
            return kind, (next(fitting, known[0]) if clause else known[0])
    return kind, None


def _known(page: Page, token: Token) -> list[Cue]:
    """What the lexicon has for a word: as a verb where it is one, or looks like one in capitals."""
    if token.pos in _VERBS:
        return [meaning.cue for meaning in meanings_of(page, token.index)]
    nouns = lexicon().nouns.get(token.lemma, ())
    verbs = lexicon().verbs
    # "The union disputes that", read as a noun.
    return [*nouns] or [*(verbs.get((token.lower, "")) or verbs.get((token.lemma, ""), ()))]


def _is_clause(page: Page, contents: Sequence[Span]) -> bool:
    """True for words in quotation marks, a question, and what begins as a clause does."""
    said = contents[0].of(page.text)
    return (
        said.endswith("?")
        or said.split(" ", 1)[0].lower() in CLAUSE_WORDS
        or any(len(page.quotations_in(span)) for span in contents)
    )


def _says_nothing(page: Page, head: Token, source: Span | None) -> bool:
    """ "Nobody has said", "the photo shows", "if he says so", "Asked about …, she", "it appears to
    be", "also known as": no one's statement, or none yet."""
    if head.pos in _VERBS and is_condition(page, head.index):
        return True
    if source is None:
        behind = page.tokens[min(head.index + 1, len(page.tokens) - 1)].lower
        alias = head.lemma == "know" and behind == "as"
        return head.lemma in _RAISING or alias or (head.lemma in ASKING and head.tag == "VBN")
    named = page.reading.head_of(source)
    if named is None or is_asked(page, head, source):
        return is_asked(page, head, source)
    neither = head.lemma in _UNSAID and are_neither(page, named.index)
    nobody = is_nobody(page, named.index) and not neither
    return named.lemma in lexicon().photos or nobody


def _names_who_is_cited(page: Page, head: Token, contents: Sequence[Span]) -> bool:
    """ "Police, who cited two witnesses": who else said it, and nothing that was said."""
    if head.lemma not in _CITES or len(contents) != 1:
        return False
    named = page.reading.head_of(contents[0])
    return named is not None and named.head == head.index and named.lemma in lexicon().speakers


def _this_side(
    page: Page, cue: Span, contents: tuple[Span, ...], *, sourced: bool
) -> tuple[Span, ...]:
    """Contents in front of a cue without what stands behind a semicolon behind it: "2,400 have
    joined, according to the union; the company speaks of a few hundred"."""
    if len(contents) < 2 or contents[0].start > cue.start:
        return contents
    if not sourced and page.text[cue.end : cue.end + 1] == ":":
        # "The number is disputed: the operator speaks of 75".
        return tuple(span for span in contents if span.start < cue.end)
    return tuple(
        span
        for span in contents
        if span.start < cue.end or ";" not in page.text[cue.end : span.start]
    )


def _is_own_name(page: Page, head: Token, content: Span) -> bool:
    """ "Calls itself the Dawn Brigade": a name, and nothing said."""
    words = page.reading.tokens_in(content)
    own = head.lemma == "call" and words[0].lower in _ONESELF
    return own and any(word.pos == "PROPN" for word in words[1:])


def _is_deed(page: Page, head: Token, content: Span) -> bool:
    """ "Claimed three lives", "referred questions to": a deed to a thing. Whoever is named chief is
    given an office, where "named him as the thief" says who it was."""
    if is_summons(page, head):
        return True
    if head.lemma in _APPOINTS and " as " not in f" {content.of(page.text)} ":
        return True
    if head.lemma == "claim" and head.pos == "NOUN":
        # "The claim to the islands", where "the claim to have won" says something.
        link, *rest = page.reading.tokens_in(content)
        return link.lower == "to" and bool(rest) and rest[0].tag not in ("VB", "VBN")
    thing = page.reading.head_of(content)
    return thing is not None and page.is_deed(head.lemma, thing)


def _source(page: Page, encoding: Encoding, found: Found, head: Token) -> Span | None:
    """The source's run that is the verb's subject, else the one nearest to the cue."""
    runs = [r for r in runs_of(encoding, found.source) if any(c.isalnum() for c in r.of(page.text))]
    if not runs:
        return None
    cue = encoding.words[found.cue[0]].start
    # "…, according to the mayor. According to [the army], they were": in its own sentence first.
    sentence = page.reading.sentence_of(head.index).span
    runs = [r for r in runs if sentence.overlaps(r)] or runs
    nearest = min(runs, key=lambda r: (min(abs(r.start - cue), abs(r.end - cue)), r.start))
    nearest = not_by(page, head, runs, _of_subject(page, head, runs, nearest))
    words = Span(nearest.start, _ragged_from(page, nearest))
    kept = tidy(page, _without_stray_marks(page, words))
    if kept is not None and kept.of(page.text)[-2:] in _POSSESSIVES and len(kept) > 2:
        return Span(kept.start, kept.end - 2)
    return None if kept is None or kept.of(page.text).lower() in _ARTICLES else kept


def _of_subject(page: Page, head: Token, runs: Sequence[Span], nearest: Span) -> Span:
    """The run that has the verb's subject, where the nearest one stands in what is told of it:
    "[The document], which the ministry says is forged, lists"."""
    subject = page.child(head.index, "nsubj")
    if subject is None or nearest.contains(page.tokens[subject].span):
        return nearest
    told = page.reading.subtree_span(subject).contains(nearest)
    named = next((r for r in runs if r.contains(page.tokens[subject].span)), None)
    if named is None or not told or nearest.start - named.end <= _COMMA:
        return nearest
    return named


def _without_stray_marks(page: Page, span: Span) -> Span:
    """A span without a quotation mark at its edge whose other half lies outside."""
    start, end = span.start, span.end
    while start < end and page.text[end - 1] in _MARKS + " " and _is_odd(page, start, end):
        end -= 1
    while start < end and page.text[start] in _MARKS + " " and _is_odd(page, start, end):
        start += 1
    if end - start > 1 and page.text[start] in "'‘" and page.text[start + 1].isalpha():
        start += 1
    return Span(start, end)


def _is_odd(page: Page, start: int, end: int) -> bool:
    return sum(page.text[start:end].count(mark) for mark in _MARKS) % 2 == 1


def _ragged_from(page: Page, source: Span) -> int:
    """Where a relative clause begins that a source has only the first words of ("the official,
    who was"), else the source's end."""
    for token in page.reading.tokens_in(source):
        if token.tag in _RELATIVE and token.start > source.start:
            clause = page.reading.subtree(token.head)
            if page.tokens[clause[-1]].end > source.end:
                return token.start
    return source.end


def _contents(page: Page, encoding: Encoding, found: Found, head: int) -> tuple[Span, ...]:
    cue = Span(encoding.words[found.cue[0]].start, encoding.words[found.cue[1]].end)
    sentence = page.reading.sentence_of(head).span
    spans = []
    for run in glued_runs(page, runs_of(encoding, found.content), cue):
        for part in _within_reach(page, run, sentence):
            span = _snapped(page, part, head)
            if span is not None and _has_words(page, span):
                spans.append(span)
    return set_apart_spans(spans)


def _beside(page: Page, cue: Span, contents: Sequence[Span]) -> tuple[Span, ...]:
    """Contents without the words of their cue at an edge, nor the "him" of "told him that"."""
    kept = []
    for span in contents:
        start = cue.end + 1 if cue.start <= span.start < cue.end else span.start
        words = page.reading.tokens_in(Span(start, span.end))[:2]
        if len(words) == 2 and words[0].tag == "PRP" and words[1].lower in CLAUSE_WORDS:
            start = words[1].start
        start = behind_hearer(page, cue, Span(start, span.end)) or start
        end = cue.start - 1 if cue.start < span.end <= cue.end else span.end
        if start < end:
            kept.append(Span(start, end))
    return tuple(kept)


def _has_words(page: Page, span: Span) -> bool:
    """False for marks alone, and for the "it" of "it was announced that …"."""
    said = span.of(page.text)
    return any(c.isalnum() for c in said) and said.lower() != "it"


def _within_reach(page: Page, run: Span, sentence: Span) -> list[Span]:
    """The parts of a run that stand in the cue's sentence or in a quotation: nobody says what
    stands in another sentence without quotation marks."""
    parts = []
    start, end = max(run.start, sentence.start), min(run.end, sentence.end)
    if start < end:
        parts.append(Span(start, end))
    for place in page.quotations_in(run):
        quotation = page.quotations[place].span
        if not _is_whole(page.quotations[place]):
            continue
        start, end = max(run.start, quotation.start), min(run.end, quotation.end)
        # A word or two of a quotation in another sentence are there by mistake.
        if quotation.overlaps(sentence) or end - start >= _MOSTLY * len(quotation):
            parts.append(Span(start, end))
    return list(set_apart_spans(parts))


def _snapped(page: Page, run: Span, head: int) -> Span | None:
    """A run drawn out to the quotations that it mostly covers, otherwise as it is."""
    touched = [page.quotations[i] for i in page.quotations_in(run)]
    whole = all(_is_whole(q) for q in touched)
    if whole and all(_is_taken(page, q, run, head) for q in touched):
        snapped = snap(page, run, head)
        return _without_stray_marks(page, snapped) if snapped else None
    return tidy(page, _without_stray_marks(page, run))


def _is_taken(page: Page, quotation: Quotation, run: Span, head: int) -> bool:
    """True where most of a quotation was found, or how it begins, by a cue outside it: nobody is
    quoted with half of what stands in the marks."""
    if shared(quotation.inner, run) >= _MOSTLY * len(quotation.inner):
        return True
    opens = quotation.span.start <= run.start <= quotation.inner.start
    return opens and not quotation.span.contains(page.tokens[head].span)


def _is_whole(quotation: Quotation) -> bool:
    """False where a mark was lost and a quotation holds what follows it to the paragraph's end."""
    return quotation.closed or len(quotation.span) <= _MOST_UNCLOSED
