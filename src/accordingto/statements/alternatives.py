"""What each of several has for true, in one question: "Whether the order came from the palace, as
the opposition maintains, or from an officer, as the government says, may never be known"."""

from collections.abc import Sequence

from accordingto.records.reading import Sentence, Token
from accordingto.records.span import Span, trim
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.noun_phrases import noun_phrase
from accordingto.statements.sources import can_speak, is_nobody

_SCORE = 0.85
_BEHIND = frozenset({",", ";", ".", "—", "–"})


def with_alternatives(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of the asides of such questions with their own alternative as content."""
    made = {draft.at: draft for draft in _alternatives(page)}
    if not made:
        return list(drafts)
    return [draft for draft in drafts if draft.at not in made] + list(made.values())


def _alternatives(page: Page) -> list[Draft]:
    found = []
    for token in page.tokens:
        if token.lower not in ("whether", "if") or page.quoted[token.index] != NO_TOKEN:
            continue
        if page.is_endless(token.index):
            continue
        sentence = page.reading.sentence_of(token.index)
        if token.lower == "whether":
            found += _asides(page, token.index, sentence)
        else:
            found += _condition(page, token.index, sentence)
    return found


def _condition(page: Page, mark: int, sentence: Sentence) -> list[Draft]:
    """ "If, as [prosecutors] [allege], [he paid the gunmen], he did so in cash"."""
    tokens = page.tokens
    if mark + 2 >= sentence.last or tokens[mark + 1].text != "," or tokens[mark + 2].lower != "as":
        return []
    commas = [i for i in range(mark + 3, sentence.last) if tokens[i].text == ","]
    if not commas:
        return []
    first = commas[0] + 1
    last = commas[1] if len(commas) > 1 else sentence.last - 1
    draft = _aside(page, first - 1, mark + 2, sentence, last)
    return [draft] if draft is not None else []


def _asides(page: Page, whether: int, sentence: Sentence) -> list[Draft]:
    tokens, begins, found = page.tokens, whether, []
    ors = 0
    for at in range(whether + 1, sentence.last):
        if tokens[at].lower == "or":
            begins, ors = at, ors + 1
        elif tokens[at].lower == "as" and tokens[at - 1].text == ",":
            draft = _aside(page, begins, at, sentence)
            if draft is not None:
                found.append(draft)
    return found if ors else []


def _aside(
    page: Page, begins: int, at: int, sentence: Sentence, ends: int | None = None
) -> Draft | None:
    """ "or [from a junior officer], as [the government] [says],": by the words ``begins`` and
    ``at``; the content stands in front of ``ends``, or of the comma at the aside."""
    ends = at - 1 if ends is None else ends
    verb = next((t for t in page.tokens[at + 1 : sentence.last] if _says(page, at, t)), None)
    behind = page.tokens[verb.index + 1].text if verb and verb.index + 1 < sentence.last else ""
    if verb is None or behind not in _BEHIND:
        return None
    subject = page.child(verb.index, "nsubj")
    if subject is None or not at < subject < verb.index or is_nobody(page, subject):
        return None
    content = trim(page.text, page.between(begins + 1, ends - 1)) if begins + 1 < ends else None
    if content is None or not can_speak(page.tokens[subject]):
        return None
    return _draft(verb, noun_phrase(page, subject), content, subject)


def _says(page: Page, mark: int, token: Token) -> bool:
    cues = lexicon().verbs.get((token.lemma, ""), ())
    hangs = mark in page.all_children(token.index, "mark")
    return hangs and any("clause" in cue.frames for cue in cues)


def _draft(verb: Token, source: Span, content: Span, subject: int) -> Draft:
    return Draft(
        at=verb.index,
        kind="verb",
        cue=verb.span,
        source=source,
        contents=(content,),
        act="assert",
        score=_SCORE,
        reasons=("one of two that a question leaves open",),
        subject=subject,
    )
