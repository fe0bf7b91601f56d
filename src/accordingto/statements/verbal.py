"""Statements made by a verb: "said that", "denied the claim", "called on them to"."""

from collections.abc import Iterator

from accordingto.records.reading import Token
from accordingto.records.span import Span
from accordingto.statements.clauses import Content, Meaning
from accordingto.statements.contents import snap
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.frames import content_of
from accordingto.statements.gaps import names_a_gap, with_what_is_meant
from accordingto.statements.noun_phrases import noun_phrase
from accordingto.statements.passive import passive_draft, quoted_as
from accordingto.statements.sources import (
    are_neither,
    beside_source,
    is_asked,
    is_nobody,
    is_passive,
    speaks,
    subject_of,
)

_TO_COME = 0.6
_CALLING = frozenset({"call", "brand", "label", "dub", "term"})
_CONDITIONS = frozenset({"if", "unless", "lest"})
_ASKING = frozenset({"WP", "WRB", "WDT"})
_UNREAL = frozenset({"would", "could", "should", "might", "may", "can", "must", "ca"})


def verbal_drafts(page: Page) -> list[Draft]:
    """A draft for each verb of the lexicon that has somebody to say it and something said."""
    found: dict[int, Draft] = {}
    for token in page.tokens:
        verb = token.pos in ("VERB", "AUX") or token.tag.startswith("VB")
        if verb and not page.is_endless(token.index):
            draft = _draft(page, token)
            if draft is not None:
                # The cue of "quoted as saying" has been found from "quoted".
                found.setdefault(draft.at, draft)
    return list(found.values())


def _draft(page: Page, token: Token) -> Draft | None:
    meanings = list(meanings_of(page, token.index))
    verb = token.index
    if not meanings or is_condition(page, verb) or _is_name_part(page, token):
        return None
    if names_a_gap(page, token) or _is_called(page, token) or is_summons(page, token):
        return None
    if is_passive(page, verb):
        words = cue_span(page, verb)
        made = quoted_as(page, token, words)
        if made is not None:
            return made
        for meaning in reversed(meanings):
            made = passive_draft(page, token, meaning.cue, words)
            if made is not None:
                return made
        return None
    if not is_real(page, verb):
        return None
    subject = subject_of(page, verb)
    for meaning in meanings:
        content = content_of(page, verb, meaning) if _fits(page, verb, meaning, subject) else None
        if content is not None and not _is_deed(page, token, content):
            return _made(page, token, meaning, subject, content)
    return None


def _is_called(page: Page, token: Token) -> bool:
    """The "claim" of "Lira calls claim 'fiction'", read as a verb."""
    before = page.tokens[max(0, token.index - 1)]
    called = before.lemma in _CALLING and before.pos == "VERB" and token.tag in ("VBP", "VB")
    return called and token.lemma in lexicon().nouns and page.child(token.index, "nsubj") is None


def _fits(page: Page, verb: int, meaning: Meaning, subject: int | None) -> bool:
    """False where a subject or a missing negation rules a meaning out."""
    if meaning.cue.negated and page.child(verb, "neg") is None:
        return False
    if subject is None:
        return "quote" in meaning.cue.frames
    nobody = is_nobody(page, subject) and not are_neither(page, subject)
    if nobody or _is_asked(page, subject):
        return False
    if meaning.cue.papers and not speaks(page.tokens[subject]):
        return False
    return page.tokens[subject].lemma not in lexicon().photos


def _is_asked(page: Page, subject: int) -> bool:
    """ "They disagree over who asked for it": a question, and nobody who is told of."""
    ahead = page.tokens[max(0, subject - 1)]
    return page.tokens[subject].tag == "WP" and ahead.pos in ("VERB", "ADP") and subject > 0


def _is_deed(page: Page, token: Token, content: Content) -> bool:
    """ "The storm claimed lives": a verb of saying with an object that makes it a deed."""
    thing = page.child(token.index, "dobj")
    if thing is None or not content.how.startswith("with an object"):
        return False
    things = (page.tokens[i] for i in (thing, *_under_of(page, thing)))
    return any(page.is_deed(token.lemma, one) for one in things)


def _under_of(page: Page, noun: int) -> list[int]:
    """What is counted in "dozens of lives"."""
    return [
        child
        for of in page.all_children(noun, "prep")
        if page.tokens[of].lower == "of"
        for child in page.all_children(of, "pobj")
    ]


def meanings_of(page: Page, verb: int) -> Iterator[Meaning]:
    """What a verb may mean as a cue, the most specific reading first."""
    words = lexicon()
    lemma = words.lemma(page.tokens[verb].lemma)
    for child in page.reading.children[verb]:
        token = page.tokens[child]
        if child > verb and token.dep in ("prt", "prep", "advmod", "dative", "agent"):
            behind = page.tokens[min(child + 1, len(page.tokens) - 1)]
            if behind.head == verb and behind.dep == "prep":
                # "Lashed out at", "pushed back against".
                for cue in words.verbs.get((lemma, f"{token.lower} {behind.lower}"), ()):
                    yield Meaning(cue, behind.index)
            for cue in words.verbs.get((lemma, token.lower), ()):
                yield Meaning(cue, child)
        elif token.dep in ("dobj", "acomp", "oprd", "ccomp", "attr"):
            for word in dict.fromkeys((token.lower, token.lemma)):
                idiom = words.idioms.get((lemma, word)) or words.light.get((lemma, word))
                if idiom is not None:
                    yield Meaning(idiom, child)
    for cue in words.verbs.get((lemma, ""), ()):
        yield Meaning(cue)


def _made(
    page: Page, token: Token, meaning: Meaning, subject: int | None, content: Content
) -> Draft | None:
    contents = tuple(s for s in (snap(page, span, token.index) for span in content.spans) if s)
    if not contents:
        return None
    factor, how = content.factor, content.how
    if subject is not None:
        source: Span | None = noun_phrase(page, subject)
    else:
        source = _beside(page, token.index, contents)
        factor, how = factor * 0.85, how + ", source beside it"
    if source is None or any(c.overlaps(source) for c in contents):
        return None
    if is_asked(page, token, source):
        return None
    contents = with_what_is_meant(page, token, contents, source)
    kind = "count" if meaning.cue.frames & {"number", "cause", "tally"} else "verb"
    return Draft(
        at=token.index,
        kind="phrase" if is_summons(page, page.tokens[token.head]) else kind,
        cue=cue_span(page, token.index, meaning.particle),
        source=source,
        contents=contents,
        act=meaning.cue.act,
        score=meaning.cue.strength * factor * _weight(page, token, meaning),
        reasons=(f"cue '{token.lower}' {how}",),
        relative=content.relative,
        mind=meaning.cue.mind,
        speech="quote" in meaning.cue.frames and not meaning.cue.mind,
        subject=subject if subject is not None else NO_TOKEN,
    )


def _weight(page: Page, token: Token, meaning: Meaning) -> float:
    """Silence counts for more where it is about speaking ("refused to comment"), and what is still
    to be said for less ("will announce")."""
    if any(
        page.tokens[c].lower in ("will", "'ll", "’ll")
        for c in page.all_children(token.index, "aux")
    ):
        return _TO_COME
    if meaning.cue.act != "decline":
        return 1.0
    done = page.child(token.index, "xcomp")
    silent = done is not None and page.tokens[done].lemma in lexicon().silence
    return 1.6 if silent and meaning.cue.strength < 0.6 else 1.0


def _beside(page: Page, verb: int, contents: tuple[Span, ...]) -> Span | None:
    """Behind a content and a verb without a subject: "…, warned the mayor"."""
    if (
        page.tokens[verb].tag not in ("VBD", "VBZ", "VBP")
        or contents[-1].end > page.tokens[verb].start
    ):
        return None
    sentence = page.reading.sentence_of(verb)
    floor = verb
    while floor > sentence.first and page.tokens[floor - 1].start >= contents[-1].end:
        floor -= 1
    # "told" is followed by its hearer, never by its speaker.
    ceiling = verb + 1 if page.tokens[verb].lemma == "tell" else sentence.last
    return beside_source(page, verb, floor, ceiling)


def cue_span(page: Page, verb: int, particle: int = NO_TOKEN) -> Span:
    """The verb with its auxiliaries and negation in front and its particle behind."""
    helpers = [c for c in page.all_children(verb, "aux", "auxpass", "neg") if c < verb]
    allowed = {*helpers, *(c for c in page.all_children(verb, "advmod") if c < verb)}
    first = verb
    for helper in sorted(helpers):
        if page.tokens[helper].lower != "to" and all(i in allowed for i in range(helper, verb)):
            first = helper
            break
    last = verb
    if page.tokens[particle].dep != "dobj" and verb < particle <= verb + 2:
        last = particle
    return page.between(first, last)


def _is_name_part(page: Page, token: Token) -> bool:
    """True for the first name in "General Said Adan told", read as a verb."""
    if not token.text[0].isupper() or token.text.isupper():
        return False
    near = [token.index - 1, token.index + 1]
    names = [i for i in near if 0 <= i < len(page.tokens) and page.tokens[i].pos == "PROPN"]
    starts = page.reading.sentence_of(token.index).first == token.index
    following = token.index + 1 in names and page.tokens[token.index + 1].text[0].isupper()
    return following and not starts and not _is_title_case(page, token.index)


def _is_title_case(page: Page, verb: int) -> bool:
    """True in a heading where most words have capitals."""
    sentence = page.reading.sentence_of(verb)
    words = [t for t in page.tokens[sentence.first : sentence.last] if t.text[0].isalpha()]
    return sum(t.text[0].isupper() for t in words) > 0.6 * len(words)


def is_condition(page: Page, verb: int) -> bool:
    """ "if he says so", "What did he say?": nobody has said it yet."""
    if any(page.tokens[c].lower in _CONDITIONS for c in page.all_children(verb, "mark")):
        return True
    sentence = page.reading.sentence_of(verb)
    asked = (
        page.tokens[sentence.first].tag in _ASKING and page.tokens[sentence.last - 1].text == "?"
    )
    return asked and page.tokens[verb].dep == "ROOT" and page.quoted[verb] == NO_TOKEN


def is_summons(page: Page, verb: Token) -> bool:
    """ "Summoned the envoy", "called in the envoy"."""
    behind = page.tokens[min(verb.index + 1, len(page.tokens) - 1)].lower
    return verb.lemma == "summon" or (verb.lemma == "call" and behind == "in")


def is_real(page: Page, verb: int) -> bool:
    """False for what is only possible, or meant to be said: "could say", "plans to say"."""
    token = page.tokens[verb]
    helpers = page.all_children(verb, "aux")
    subject = page.child(verb, "nsubj")
    neither = subject is not None and are_neither(page, subject)
    negated = neither or page.child(verb, "neg") is not None
    if not negated and any(page.tokens[h].lower in _UNREAL for h in helpers):
        return False
    if any(page.tokens[h].lower == "to" for h in helpers):
        head = page.tokens[token.head]
        if is_summons(page, head) and token.dep in ("xcomp", "advcl"):
            # "Summoned the ambassador to protest": so it did.
            return True
        return token.dep == "xcomp" and lexicon().lemma(head.lemma) in lexicon().raising
    return True
