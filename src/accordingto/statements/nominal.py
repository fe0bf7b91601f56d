"""Statements without a verb of saying: "X's claim that", "according to X", "reportedly"."""

from msgspec.structs import replace

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.clauses import (
    from_semicolon,
    is_infinitive,
    is_weighty,
    to_semicolon,
)
from accordingto.statements.contents import is_setting, snap
from accordingto.statements.cues import Cue, lexicon
from accordingto.statements.draft import Draft, Page
from accordingto.statements.gaps import names_a_gap
from accordingto.statements.noun_phrases import noun_phrase, possessor
from accordingto.statements.relatives import relative_object
from accordingto.statements.sources import speaks, subject_of

_NO_SOURCE = 0.55
_TO_BE = frozenset({"be", "seem", "appear", "feel", "sound", "remain", "become", "get"})


_OBJECTS = frozenset({"dobj", "pobj"})
_OWN = frozenset({"my", "our", "your", "this"})
# Tags of verbs that a noun in the plural is taken for.
_IN_THE = frozenset({"words", "opinion", "view", "estimation", "judgment", "judgement", "eyes"})
_PHRASES = _IN_THE | {"according", "per"}
_BODIES = frozenset({"PERSON", "ORG", "NORP"})
_TAKEN = frozenset({"VBZ", "VBP"})


def nominal_drafts(page: Page) -> list[Draft]:
    """Drafts for cues that are nouns, adjectives, adverbs and the phrase "according to"."""
    found: list[Draft] = []
    for token in page.tokens:
        draft = _draft(page, token)
        if draft is not None:
            found.append(draft)
    return found


def _draft(page: Page, token: Token) -> Draft | None:
    words = lexicon()
    # The tagger takes "claims" for a verb where the tree has it as an object.
    is_noun = token.pos in ("NOUN", "PROPN") or (token.tag in _TAKEN and token.dep in _OBJECTS)
    noun = is_noun and token.lemma in words.nouns
    adjective = token.pos == "ADJ" and token.lower in words.adjectives
    phrase = token.lower in _PHRASES or token.lower in words.adverbs
    told = _telling(page, token)
    if told is not None:
        return told
    if not (noun or adjective or phrase) or page.is_endless(token.index):
        return None
    if token.lower in _IN_THE and page.tokens[token.head].lower == "in":
        made = _in_the_words_of(page, token)
        if made is not None:
            return made
    if token.lower == "per":
        return _per(page, token)
    if token.lower == "according":
        return _according(page, token)
    if token.lower in words.adverbs:
        return _adverb(page, token, words.adverbs[token.lower])
    if adjective:
        return _adjective(page, token)
    return _noun(page, token, words.nouns[token.lemma]) if noun else None


def _noun(page: Page, token: Token, cues: tuple[Cue, ...]) -> Draft | None:
    for cue in cues:
        content, factor = _noun_content(page, token.index, cue)
        if content is None:
            continue
        source = possessor(page, token.index) or _lent(page, token.index)
        if source is None and factor < 1.0:
            return None
        if source is not None and source.overlaps(content):
            continue
        span = snap(page, content, token.index)
        if span is None:
            return None
        return Draft(
            at=token.index,
            kind="noun",
            cue=token.span,
            source=source,
            contents=(span,),
            act=cue.act,
            score=cue.strength * factor * (1.0 if source else _NO_SOURCE),
            reasons=(f"noun '{token.lower}' with its content",),
        )
    return None


def _noun_content(page: Page, noun: int, cue: Cue) -> tuple[Span | None, float]:
    for child in page.reading.children[noun]:
        token = page.tokens[child]
        if child < noun:
            continue
        if token.dep in ("acl", "ccomp", "relcl") and "clause" in cue.frames:
            marks = page.all_children(child, "mark")
            relative = _is_relative(page, child) or names_a_gap(page, page.tokens[noun])
            if marks and not relative and page.tokens[marks[0]].lower in ("that", "whether"):
                return page.reading.subtree_span(child), 1.0
        hangs = token.dep in ("acl", "xcomp", "relcl") and "to" in cue.frames
        if hangs and is_infinitive(page, child):
            return page.reading.subtree_span(child), 0.95
        # "A claim to the islands", where "a claim to have won" says something.
        links = token.dep == "prep" and token.lower in cue.frames - {"to"}
        if links and not is_setting(page, child):
            return page.reading.subtree_span(child), 0.75
    return None, 0.0


def _is_relative(page: Page, verb: int) -> bool:
    """ "the claim that Ores denies" is no claim that Ores does something."""
    cues = lexicon().verbs.get((page.tokens[verb].lemma, ""), ())
    return relative_object(page, verb) and any(
        "object" in cue.frames and cue.act != "assert" for cue in cues
    )


def _lent(page: Page, noun: int) -> Span | None:
    """The subject of "made the claim that" is whose claim it is."""
    token = page.tokens[noun]
    if token.dep != "dobj":
        return None
    verb = page.tokens[token.head]
    if verb.lemma not in lexicon().support:
        return None
    subject = subject_of(page, verb.index)
    if subject is None or not speaks(page.tokens[subject]):
        # "That timing raises concerns".
        return None
    return noun_phrase(page, subject)


def _according(page: Page, token: Token) -> Draft | None:
    """The clause around "according to X"."""
    at = token.index
    to = next((i for i in page.all_children(at, "prep") if i > at), None)
    if to is None and at + 1 < len(page.tokens) and page.tokens[at + 1].lower == "to":
        to = at + 1
    if to is None:
        return None
    pobj = page.child(to, "pobj")
    if pobj is None:
        pobj = page.child(at, "pobj")
    if pobj is None:
        return None
    source = noun_phrase(page, pobj)
    phrase = page.reading.subtree(at)
    spans = _around(page, at, phrase[0], phrase[-1])
    contents = tuple(s for s in (snap(page, span, at) for span in spans) if s)
    if not contents:
        return None
    return Draft(
        at=at,
        kind="according",
        cue=page.between(at, to),
        source=source,
        contents=contents,
        act="assert",
        score=0.93,
        reasons=("'according to'",),
        speech=True,
        subject=pobj,
    )


def _per(page: Page, token: Token) -> Draft | None:
    """ "Per the ministry, 40,000 doses arrived": somebody, and a comma around it; no rate."""
    speaker = page.child(token.index, "pobj")
    phrase = page.reading.subtree(token.index)
    if speaker is None or token.dep != "prep" or not _is_set_off(page, phrase):
        return None
    noun = page.tokens[speaker]
    if not (noun.ent in _BODIES or noun.lemma in lexicon().speakers):
        return None
    return _phrase_draft(page, noun, speaker, token.span, "'per' somebody")


def _in_the_words_of(page: Page, token: Token) -> Draft | None:
    """The clause around "in the words of X", "in the view of X"."""
    preposition = page.tokens[token.head]
    of = next(
        (c for c in page.all_children(token.index, "prep") if page.tokens[c].lower == "of"), None
    )
    speaker = page.child(of, "pobj") if of is not None else None
    if preposition.lower != "in" or token.dep != "pobj" or speaker is None:
        return None
    cue = page.between(preposition.index, of or token.index)
    draft = _phrase_draft(page, token, speaker, cue, f"'in the {token.lower} of'")
    return draft and replace(draft, score=0.85, speech=True)


def _telling(page: Page, token: Token) -> Draft | None:
    """The clause around "in the army's telling", "by his own account"."""
    preposition = page.tokens[token.head]
    if token.dep != "pobj" or token.lower not in lexicon().tellings.get(preposition.lower, ()):
        return None
    owner = page.child(token.index, "poss")
    phrase = page.reading.subtree(preposition.index)
    if owner is None or not _is_set_off(page, phrase) or page.is_endless(token.index):
        return None
    if page.tokens[owner].lower in _OWN:
        return None
    why = f"'{preposition.lower}' somebody's '{token.lower}'"
    return _phrase_draft(page, token, owner, token.span, why)


def _phrase_draft(page: Page, token: Token, speaker: int, cue: Span, why: str) -> Draft | None:
    """The clause around the phrase whose noun is ``token``, as what ``speaker`` says."""
    phrase = page.reading.subtree(token.head)
    spans = _around(page, token.head, phrase[0], phrase[-1])
    contents = tuple(s for s in (snap(page, span, token.index) for span in spans) if s)
    source = noun_phrase(page, speaker)
    if not contents or any(c.overlaps(source) for c in contents):
        return None
    return Draft(
        at=token.index,
        kind="according",
        cue=cue,
        source=source,
        contents=contents,
        act="assert",
        score=0.8,
        reasons=(why,),
        subject=speaker,
    )


def _is_set_off(page: Page, phrase: list[int]) -> bool:
    """True for a phrase with commas, or a sentence's edge and a comma, around it."""
    sentence = page.reading.sentence_of(phrase[0])
    ahead = phrase[0] == sentence.first or page.tokens[phrase[0] - 1].text in ",;"
    behind = page.tokens[min(phrase[-1] + 1, sentence.last - 1)].text in ",."
    return ahead and behind


def _around(page: Page, at: int, first: int, last: int) -> list[Span]:
    """The clause that the phrase ``[first, last]`` is set into, in front of it and behind."""
    sentence = page.reading.sentence_of(at)
    verb = at
    while page.tokens[verb].head != verb:
        verb = page.tokens[verb].head
        if page.tokens[verb].pos in ("VERB", "AUX") and page.tokens[verb].dep not in (
            "acl",
            "amod",
        ):
            break
    if page.tokens[verb].dep in ("relcl", "conj", "ccomp"):
        below = [i for i in page.reading.subtree(verb) if sentence.first <= i < sentence.last]
    else:
        below = list(range(sentence.first, sentence.last))
    before = from_semicolon(page, [i for i in below if i < first], first)
    after = to_semicolon(page, [i for i in below if i > last])
    spans = []
    for part in (before, after):
        subject = any(page.tokens[i].dep in ("nsubj", "nsubjpass") for i in part)
        quoted = bool(part) and len(page.quotations_in(page.between(part[0], part[-1]))) > 0
        if part and (subject or quoted or is_weighty(page, part)):
            spans.append(page.between(part[0], part[-1]))
    return spans


def _adverb(page: Page, token: Token, strength: float) -> Draft | None:
    """The clause of "reportedly", without the word itself."""
    verb = token.head
    if page.tokens[verb].pos not in ("VERB", "AUX") or token.dep != "advmod":
        return None
    below = page.reading.subtree(verb)
    before = [i for i in below if i < token.index]
    after = [i for i in below if i > token.index]
    if before and page.tokens[before[0]].tag in ("WDT", "WP"):
        before = before[1:]
    spans = [page.between(part[0], part[-1]) for part in (before, after) if part]
    contents = tuple(s for s in (snap(page, span, token.index) for span in spans) if s)
    if not contents:
        return None
    return Draft(
        at=token.index,
        kind="adverb",
        cue=token.span,
        source=None,
        contents=contents,
        act="assert",
        score=strength,
        reasons=(f"adverb '{token.lower}': nobody is named",),
    )


def _adjective(page: Page, token: Token) -> Draft | None:
    """ "is confident that …": an attitude with a clause."""
    verb = token.head
    if page.tokens[verb].lemma not in _TO_BE or token.dep not in ("acomp", "attr"):
        return None
    clauses = page.all_children(token.index, "ccomp") + page.all_children(verb, "ccomp")
    clause = next((c for c in clauses if c > token.index), None)
    subject = subject_of(page, verb)
    if clause is None or subject is None or page.tokens[subject].lower == "it":
        return None
    span = snap(page, page.reading.subtree_span(clause), token.index)
    if span is None:
        return None
    return Draft(
        at=token.index,
        kind="adjective",
        cue=page.between(verb, token.index) if verb < token.index else token.span,
        source=noun_phrase(page, subject),
        contents=(span,),
        act=lexicon().adjectives[token.lower],
        score=0.7,
        reasons=(f"attitude '{token.lower}' with a clause",),
        mind=True,
        subject=subject,
    )
