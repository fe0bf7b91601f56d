"""Headlines: "Lum: raid failed", "Raid failed: army", and verbs that look like nouns."""

from itertools import pairwise

from msgspec.structs import replace

from accordingto.records.article import Article
from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.contents import snap, tidy
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.heading_forms import said_last, second_verbs, those_quoted
from accordingto.statements.sources import can_speak
from accordingto.statements.wordlists import word_list

_MAX_SOURCE = 6
_MAX_TITLE = 200
_TOPIC = 0.45
_SURELY = 0.4
_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
_STOPS = frozenset(".!?")
_ASKING = frozenset({"WP", "WRB", "WDT"})
_DASHES = frozenset({"-", "–", "—"})


def headline_drafts(page: Page, article: Article, found: list[Draft]) -> list[Draft]:
    """Drafts for headlines and cross-headings in which no cue was found by the parse."""
    made = []
    for block in _headings(page, article):
        tokens = _past_label([t for t in page.reading.tokens_in(block) if t.pos != "SPACE"])
        if len(tokens) < 4:
            continue
        heard = [d for d in found if d.cue is not None and block.contains(d.cue)]
        known, parts = bool(heard), _parts(tokens)
        made += second_verbs(page, tokens, heard)
        quoted = any(d.score >= _SURELY for d in heard)
        drafts = [d for d in (_colon(page, part, quoted) for part in parts) if d is not None]
        if not drafts and not known:
            drafts = [d for d in (_hidden_verb(page, tokens),) if d is not None]
            drafts = drafts or said_last(page, tokens)
        made += [d for d in drafts if len(parts) == 1 or not _is_taken(d, found)]
    return made


def _past_label(tokens: list[Token]) -> list[Token]:
    """What follows "BREAKING:", "EXCLUSIVE:"."""
    colon = next((i for i, t in enumerate(tokens[:_MAX_SOURCE]) if t.text == ":"), 0)
    labelled = colon and is_label(" ".join(t.lower for t in tokens[:colon]))
    return tokens[colon + 1 :] if labelled else tokens


def past_semicolon(page: Page, draft: Draft) -> Draft:
    """ "Store destroyed; [Defence Ministry] refutes rumours": no verb has its subject beyond a
    semicolon behind which another stands."""
    source, cue = draft.source, draft.cue
    if source is None or cue is None or ";" not in page.text[source.end : cue.start]:
        return draft
    between = page.reading.tokens_in(Span(source.end, cue.start))
    last = max(i for i, t in enumerate(between) if t.text == ";")
    named = [t for t in between[last + 1 :] if t.start < cue.start]
    if not 0 < len(named) <= _MAX_SOURCE or not can_speak(named[-1]):
        return draft
    if any(t.pos not in _PHRASE for t in named):
        return draft
    return replace(draft, source=Span(named[0].start, named[-1].end))


def past_as(page: Page, draft: Draft) -> Draft:
    """ "Both sides claim Harrad[ as fighting goes on]": in a heading that is news of its own."""
    last = draft.contents[-1]
    block = page.reading.blocks[page.block_at(last.start)]
    heading = len(block) <= _MAX_TITLE and page.text[block.end - 1] not in _STOPS
    if not heading or draft.cue is None or draft.cue.end > last.start:
        return draft
    for token in page.reading.tokens_in(last)[1:]:
        if token.lower != "as" or token.dep != "mark" or page.quoted[token.index] != NO_TOKEN:
            continue
        said = tidy(page, Span(last.start, token.start))
        subject = page.child(token.head, "nsubj", "nsubjpass")
        if said is not None and subject is not None and subject > token.index:
            return replace(draft, contents=(*draft.contents[:-1], said))
    return draft


def _parts(tokens: list[Token]) -> list[list[Token]]:
    """What stands between the semicolons of a heading, each with a subject of its own; and what
    each says of "Minister: no troops sent. Rebels: we captured three"."""
    parts: list[list[Token]] = [[]]
    for place, token in enumerate(tokens):
        ends = token.text in _STOPS and place > 0
        named = ends and any(t.text == ":" for t in tokens[place + 2 : place + 2 + _MAX_SOURCE])
        if token.text == ";" or named:
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if part]


def _is_taken(draft: Draft, found: list[Draft]) -> bool:
    return any(d.source is not None and d.source == draft.source for d in found)


def _headings(page: Page, article: Article) -> list[Span]:
    spans = [s.span for s in article.segments_of("headline", "subhead")]
    if not spans and page.reading.blocks:
        first = page.reading.blocks[0]
        if len(first) <= _MAX_TITLE and page.text[first.end - 1] not in ".,;":
            spans = [first]
    return spans


def _colon(page: Page, tokens: list[Token], heard: bool) -> Draft | None:
    """ "Source: what they say", "What they say: source" and "What they say - source"; ``heard`` is
    true where a cue of the heading is sure to have its content."""
    at = next((i for i, t in enumerate(tokens) if t.text == ":"), None)
    colon = at is not None
    if at is None:
        dashes = [i for i, t in enumerate(tokens) if t.text in _DASHES and _is_apart(page, t)]
        at = dashes[-1] if dashes else None
    if at is None or at == 0 or at == len(tokens) - 1:
        return None
    left, right = tokens[:at], tokens[at + 1 :]
    if colon and _is_name(left) and _says_something(right):
        source, content = left, right
    elif _is_name(right) and _says_something(left) and (colon or _is_speaker(right[-1])):
        source, content = right, left
    elif colon and not heard and (speakers := those_quoted(left, right)):
        source, content = speakers, left
    else:
        return None
    if colon and content[0].tag in _ASKING and content[-1].text == "?":
        # "Budget office: What is it and what does it do?": a title, and nobody's question.
        return None
    span = snap(page, page.between(content[0].index, content[-1].index), source[0].index)
    if span is None:
        return None
    return Draft(
        at=NO_TOKEN,
        kind="headline",
        cue=None,
        source=page.between(source[0].index, source[-1].index),
        contents=(span,),
        act="assert",
        score=_TOPIC if _may_be_topic(source, content) else 0.7,
        reasons=(f"name and {'colon' if colon else 'dash'} in a heading",),
    )


def _may_be_topic(source: list[Token], content: list[Token]) -> bool:
    """ "Julian Holt: Sweden drops inquiry" may be about him: a full name, and a sentence with a
    subject of its own and no quotation marks."""
    person = len(source) > 1 and all(t.ent == "PERSON" for t in source)
    own = any(t.dep in ("nsubj", "nsubjpass") and t.pos != "PRON" for t in content)
    return person and own and not any(t.text in "\"“‘'" for t in content)


def _is_apart(page: Page, token: Token) -> bool:
    """True for a dash between words; a hyphen within one has no blanks."""
    return page.text[token.start - 1 : token.start] == " " == page.text[token.end : token.end + 1]


def _is_speaker(token: Token) -> bool:
    """True for a word that says who speaks; a name behind a dash may be the outlet's."""
    return token.lower in word_list("cues.toml", "heading", "speakers")


def _is_name(tokens: list[Token]) -> bool:
    if len(tokens) > _MAX_SOURCE or any(t.pos in ("VERB", "AUX", "PUNCT") for t in tokens):
        return False
    words = lexicon()
    last = tokens[-1]
    if is_label(" ".join(t.lower for t in tokens)):
        return False
    speaks = last.ent in ("PERSON", "ORG", "NORP", "GPE") or last.lemma in word_list(
        "cues.toml", "heading", "speakers"
    )
    return (
        last.pos in ("PROPN", "NOUN") and speaks and last.lemma not in words.settings - {"report"}
    )


def is_label(words: str) -> bool:
    """True for "updated", "exclusive": what kind of text follows, and nobody."""
    last = words.rsplit(" ", 1)[-1]
    known = word_list("cues.toml", "heading", "labels")
    return words in known or last in word_list("cues.toml", "heading", "label_ends")


def _says_something(tokens: list[Token]) -> bool:
    told = any(t.pos in ("VERB", "AUX") or t.text in "\"“‘'" for t in tokens)
    # "No hospital there".
    none = tokens[0].lower == "no"
    return len(tokens) >= 3 and (told or none or _is_verbless(tokens))


def _is_verbless(tokens: list[Token]) -> bool:
    """ "Both sides guilty of war crimes": what is said of something, without "are"."""
    return any(t.pos == "ADJ" and after.pos == "ADP" for t, after in pairwise(tokens[1:]))


def _hidden_verb(page: Page, tokens: list[Token]) -> Draft | None:
    """A verb of the lexicon that capitals make look like a noun: "Deputies Demand Probe"."""
    words = lexicon()
    if tokens[0].tag.startswith("W"):
        # "What did the prosecutors say?"
        return None
    for position, token in enumerate(tokens[1:-1], start=1):
        before = tokens[position - 1]
        lemma = token.lower if (token.lower, "") in words.verbs else token.lower.removesuffix("s")
        cues = words.verbs.get((lemma, ""), ())
        plain = [c for c in cues if c.frames & {"object", "clause"} and not c.mind]
        if not plain or before.pos not in ("PROPN", "NOUN") or token.pos == "ADJ":
            continue
        if token.lower == lemma and not before.lower.endswith("s"):
            continue
        span = snap(page, page.between(tokens[position + 1].index, tokens[-1].index), token.index)
        if span is None:
            continue
        return Draft(
            at=token.index,
            kind="headline",
            cue=token.span,
            source=page.between(tokens[0].index, before.index),
            contents=(span,),
            act=plain[0].act,
            score=0.6,
            reasons=(f"verb '{token.lower}' in a heading",),
        )
    return None
