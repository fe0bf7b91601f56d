"""Attribution: who says what, by a trained reader and by rules over a parse and quotation marks.

The trained reader (``trained/``) finds cues in the vectors of the shared encoder, and for each cue
its source and content. The rules follow the frames in which English reports speech: a cue (verb,
noun, phrase), its subject, and the clause, object or quotation that it governs. A cue lexicon says
which words are cues, in which frames, and what one does with them (``data/cues.toml``). Where
there is no encoding the rules stand alone.
"""

import re

from msgspec.structs import replace

from accordingto.records.article import Article
from accordingto.records.encoding import Encoding
from accordingto.records.ids import content_id
from accordingto.records.reading import Quote, Reading, Token
from accordingto.records.span import Span
from accordingto.records.statement import Statement
from accordingto.statements.acts import act_of
from accordingto.statements.alternatives import with_alternatives
from accordingto.statements.appositions import ACCEPTING, CALLING, answers_in_apposition
from accordingto.statements.bare import bare_drafts, disagreeing, pointing_drafts
from accordingto.statements.carriers import with_carriers
from accordingto.statements.contents import balanced, inner, past_dateline, quote_kind
from accordingto.statements.coordinated import with_coordinated
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.gapped import with_gapped
from accordingto.statements.gapped_clauses import with_gapped_clauses
from accordingto.statements.headlines import headline_drafts, past_as, past_semicolon
from accordingto.statements.led_in import words_alone
from accordingto.statements.nesting import settle
from accordingto.statements.nobodies import nobody_drafts
from accordingto.statements.nominal import nominal_drafts
from accordingto.statements.phrases import phrase_drafts
from accordingto.statements.quoted import is_speech, with_quotations
from accordingto.statements.scores import part_scores, probability
from accordingto.statements.shared import unshared
from accordingto.statements.signed import signed_drafts
from accordingto.statements.silence import silence_drafts
from accordingto.statements.trained.decode import find_attributions
from accordingto.statements.trained.drafts import CLAUSE_WORDS
from accordingto.statements.trained.heads import heads
from accordingto.statements.trained.merge import merged
from accordingto.statements.unreached import unreached_drafts
from accordingto.statements.verbal import verbal_drafts
from accordingto.statements.was_how import with_was_how

# Drafts that are less likely right than this are left out; a view shows the next ones as unsure.
_LEAST = 0.42
# What the rules find inside another statement has no score that is known to mean what it says.
_LEAST_NESTED = 0.35
# A cue that the lexicon does not know ("negotiated", "sentenced") may be a deed and no statement.
# Where its content is neither a clause nor in quotation marks it must be likelier.
_LEAST_DEED = 0.5
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl"})
_UNREAD_SCORE = 0.3

_HEARING = frozenset({"court", "inquiry", "enquiry", "inquest", "tribunal", "jury", "hearing"})
_FRAGMENT_WORDS, _SHORT_CONTENT = 2, 12
_NOTHING_SAID = frozenset(
    {"what", "which", "who", "whom", "he", "she", "they", "we", "i", "you", "how",
     "where", "when"}
)  # fmt: skip
_IN_WHICH = re.compile(r"(?:(?:in|at|during|after) )?which ")
_TOLD_WHAT = frozenset({"predict", "demand", "promise", "threaten"})
_LOOSE_ENDS = frozenset({"ADP", "PART", "AUX", "DET", "CCONJ", "SCONJ"})


def attribute(
    article: Article, reading: Reading, encoding: Encoding | None = None
) -> tuple[Statement, ...]:
    """All statements of an article, in text order; by the rules alone without ``encoding``.

    ``source`` and ``addressee`` stay ``None``: naming actors is a later stage's work. Without a
    language engine only direct quotations are found, and nobody is named for them.
    """
    page = Page(article.text, reading)
    if reading.engine is None:
        return _unread(article, page)
    settled = _settled(page, article, encoding, all_of_them=False)
    ids = [_id(article, page, draft) for draft, _ in settled]
    alone = encoding is None
    return tuple(
        _statement(
            page,
            replace(draft, score=probability(draft, alone=alone)),
            ids[i],
            ids[parent] if parent is not None else None,
        )
        for i, (draft, parent) in enumerate(settled)
    )


def drafts_of(
    article: Article, reading: Reading, encoding: Encoding | None, *, all_of_them: bool = False
) -> list[tuple[Draft, int | None]]:
    """The drafts of the statements in text order, each with the place of its parent among them;
    their scores are raw. ``all_of_them`` keeps also those that are too unlikely to be shown."""
    return _settled(Page(article.text, reading), article, encoding, all_of_them=all_of_them)


def _settled(
    page: Page, article: Article, encoding: Encoding | None, *, all_of_them: bool
) -> list[tuple[Draft, int | None]]:
    drafts = _by_rules(page)
    if encoding is not None:
        drafts = merged(page, encoding, find_attributions(encoding, heads()), drafts)
    alone = encoding is None
    kept = (
        draft
        for draft in (_trimmed(page, d) for d in _completed(page, article, drafts))
        if (all_of_them or _is_likely(page, draft, alone=alone))
        and not _is_fragment(page, draft)
        and not _is_the_reader(page, draft)
    )
    cut = (
        replace(d, contents=_past_datelines(page, _past_which(page, d)), source=_speaker(page, d))
        for d in kept
    )
    return settle(page, _with_bare(page, [replace(d, quote=_quote(page, d)) for d in cut]))


def _trimmed(page: Page, draft: Draft) -> Draft:
    """A draft without what a heading goes on with, nor what leads up to a quotation."""
    cut = past_as(page, past_semicolon(page, draft))
    return replace(cut, contents=words_alone(page, cut))


def _by_rules(page: Page) -> list[Draft]:
    """What the rules find: verbs, nouns, silence, answers that parsers miss."""
    drafts = [*verbal_drafts(page), *nominal_drafts(page)]
    silent = silence_drafts(page)
    drafts = _without_misread_silence(drafts, silent)
    heard = {draft.at for draft in drafts}
    silent += [*unreached_drafts(page, silent), *nobody_drafts(page)]
    drafts += [draft for draft in silent if draft.at not in heard]
    phrases = {draft.at: draft for draft in phrase_drafts(page)}
    drafts = [*(draft for draft in drafts if draft.at not in phrases), *phrases.values()]
    calling = {
        at for at in heard if at != NO_TOKEN and page.tokens[at].lower in CALLING | ACCEPTING
    }
    answers = answers_in_apposition(page, frozenset(heard - calling))
    # "A claim the army called laughable" is an answer, and no more than that.
    drafts = [d for d in drafts if d.at not in {answer.at for answer in answers}]
    answered = {answer.contents[0].end for answer in answers}
    drafts = [d for d in drafts if d.kind != "noun" or d.cue is None or d.cue.end not in answered]
    return [
        *drafts,
        *answers,
        *pointing_drafts(page, frozenset(d.at for d in (*drafts, *answers))),
    ]


def _without_misread_silence(drafts: list[Draft], silent: list[Draft]) -> list[Draft]:
    """ "Asked which of them, and when, it did not reply": no reply of what stands in front."""
    places = {draft.at for draft in silent}
    return [
        d
        for d in drafts
        if d.at not in places or d.cue is None or d.contents[0].start > d.cue.start
    ]


def _completed(page: Page, article: Article, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those that share their verbs, and with headings, signed words, carriers and
    the quotations that go with them."""
    drafts = with_gapped_clauses(page, with_gapped(page, with_alternatives(page, drafts)))
    drafts = with_was_how(page, with_coordinated(page, drafts))
    drafts.extend(headline_drafts(page, article, drafts))
    begun = {draft.contents[0].start for draft in drafts if draft.cue is not None}
    # "A: 'We told them,' said Lum": whoever is named beside the words has them.
    signed = signed_drafts(page)
    drafts.extend(draft for draft in signed if draft.contents[0].start not in begun)
    drafts = with_carriers(page, article, unshared(page, drafts))
    # "A video verified by Channel 9 shows": whoever verified it passed it on.
    passed_on = {
        draft.via_cue
        for draft in drafts
        if draft.via_cue is not None
        and draft.source is not None
        and draft.source.contains(draft.via_cue)
    }
    told = [d for d in drafts if d.cue is None or d.cue not in passed_on]
    # Whoever asks for no name to be used says nothing by that, and no quotation belongs to it.
    told = [replace(d, speech=d.speech and not _asks_for_no_name(page, d)) for d in told]
    return [d for d in with_quotations(page, told) if not _asks_for_no_name(page, d)]


def _with_bare(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts with bare answers to them: "begs to differ" begs for nothing."""
    drafts = disagreeing(page, drafts)
    bare = bare_drafts(page, drafts)
    taken = {draft.at for draft in bare}
    return [*(d for d in drafts if not taken & {t.index for t in _words_of(page, d)}), *bare]


def _words_of(page: Page, draft: Draft) -> list[Token]:
    """The words of a short content."""
    first = draft.contents[0]
    return page.reading.tokens_in(first) if len(first) <= _SHORT_CONTENT else []


def _quote(page: Page, draft: Draft) -> Quote:
    """Whose words they are is another's, where an answer has the content of what it answers."""
    return "indirect" if draft.kind == "answer" else quote_kind(page, draft.contents)


def _speaker(page: Page, draft: Draft) -> Span | None:
    """A draft's source; nobody for "the court heard that": whoever told it is not named."""
    source = _bare(page, draft.source)
    named = page.reading.head_of(source) if source is not None else None
    hears = draft.at != NO_TOKEN and _hears(page, draft.at)
    return None if hears and named is not None and named.lemma in _HEARING else source


def _hears(page: Page, verb: int) -> bool:
    """ "The court heard that", "Court told of terror"."""
    behind = page.tokens[min(verb + 1, len(page.tokens) - 1)].lower
    told = page.tokens[verb].lower == "told" and behind in ("of", "that", "how")
    return told or page.tokens[verb].lemma == "hear"


def _bare(page: Page, source: Span | None) -> Span | None:
    """A source without the mark of a quotation that begins with it ("'[CNN] cannot")."""
    if source is None or len(source) < 2 or page.text[source.start] not in "'‘":
        return source
    closes = any(mark in page.text[source.start + 1 : source.end] for mark in "'’")
    return source if closes else Span(source.start + 1, source.end)


def _past_which(page: Page, draft: Draft) -> tuple[Span, ...]:
    """ "The last one, in which [31 drowned], according to the port"."""
    first = draft.contents[0] if draft.kind == "according" else None
    opens = _IN_WHICH.match(page.text, first.start, first.end) if first is not None else None
    if first is None or opens is None:
        return draft.contents
    return (Span(opens.end(), first.end), *draft.contents[1:])


def _past_datelines(page: Page, contents: tuple[Span, ...]) -> tuple[Span, ...]:
    return (past_dateline(page, contents[0]), *contents[1:]) if contents else contents


def _is_likely(page: Page, draft: Draft, *, alone: bool) -> bool:
    least = _LEAST_NESTED if draft.found == "nested" else _LEAST
    least = _LEAST_DEED if _may_be_deed(page, draft) else least
    return probability(draft, alone=alone) >= least


def _may_be_deed(page: Page, draft: Draft) -> bool:
    if draft.found != "rare" or quote_kind(page, draft.contents) != "indirect":
        return False
    head = page.reading.head_of(draft.contents[0])
    first = draft.contents[0].of(page.text).split(" ", 1)[0].lower()
    return first not in CLAUSE_WORDS and (head is None or head.dep not in _CLAUSES)


def _is_fragment(page: Page, draft: Draft) -> bool:
    """ "Which front their sons belonged to": a content of a word or two that says nothing, left
    where the parser lost the thread."""
    tokens = [t for span in draft.contents for t in page.reading.tokens_in(span)]
    if len(tokens) == 1 and tokens[0].lower == "that":
        # "Denied that" answers; "told that" has lost what was told.
        return draft.act == "assert"
    if len(tokens) == 1 and tokens[0].lower in _NOTHING_SAID:
        # "What he said", "where he says he".
        return True
    if draft.act in _TOLD_WHAT and all(token.pos == "PRON" for token in tokens):
        # "He had warned him": of what, is not said.
        return True
    return 0 < len(tokens) <= _FRAGMENT_WORDS and tokens[-1].pos in _LOOSE_ENDS


# "Who asked not to be named" tells of the source; nobody is told anything by it.
# "Declined to be named".
_UNNAMED = re.compile(r"(?:to )?be (?:further |publicly )?(?:named|identified|quoted)\b", re.I)
_NO_NAME_REACH = 16
_NO_NAME = re.compile(
    r"(?:not to be|to not be|that \w+ not be) (?:further |publicly )?(?:named|identified|quoted)\b"
    r"|to be (?:called|known|identified|referred to)\b"
    r"|(?:that )?(?:his|her|their|its) (?:\w+ )?(?:(?:sur)?names?|identit(?:y|ies)) not be\b"
    r"|that only (?:his|her|their) (?:\w+ )?names? be (?:used|published)\b"
    r"|(?:that )?(?:his|her|their) (?:\w+ )?(?:sur)?names? be (?:withheld|changed)\b"
    r"|to remain anonymous\b|(?:for )?anonymity\b",
    re.IGNORECASE,
)


def _asks_for_no_name(page: Page, draft: Draft) -> bool:
    first = draft.contents[0]
    if draft.act in {"decline", "other"} and _UNNAMED.match(page.text, first.start, first.end):
        return True
    return _NO_NAME.match(page.text, first.start, first.end + _NO_NAME_REACH) is not None


def _is_the_reader(page: Page, draft: Draft) -> bool:
    """ "You think it will rain?": whoever reads it has said nothing."""
    if draft.source is None or draft.source.of(page.text).lower() != "you":
        return False
    token = next(iter(page.reading.tokens_in(draft.source)), None)
    return token is not None and page.quoted[token.index] == NO_TOKEN


def _id(article: Article, page: Page, draft: Draft) -> str:
    return content_id("s", article.sha256, draft.cue, *_contents(page, draft), draft.source)


def _contents(page: Page, draft: Draft) -> tuple[Span, ...]:
    return tuple(balanced(page, span) for span in draft.contents)


def _statement(page: Page, draft: Draft, id: str, parent: str | None) -> Statement:
    finished = replace(draft, quote=_quote(page, draft))
    return Statement(
        id=id,
        source_span=draft.source,
        cue_span=draft.cue,
        content_spans=_contents(page, draft),
        quote=finished.quote,
        act=act_of(page, finished),
        via_spans=draft.via,
        via_cue_span=draft.via_cue,
        parent=parent,
        score=round(draft.score, 3),
        part_scores=part_scores(*draft.parts) if draft.parts else None,
        reasons=draft.reasons,
    )


def _unread(article: Article, page: Page) -> tuple[Statement, ...]:
    """Direct quotations of a text in a language that no engine serves."""
    body = [s.span for s in article.segments_of("body")]
    found = []
    for quotation in page.quotations:
        content = inner(page, quotation)
        if content is None or not is_speech(page.text, quotation):
            continue
        if not any(span.overlaps(quotation.span) for span in body):
            continue
        found.append(
            Statement(
                id=content_id("s", article.sha256, None, content, None),
                content_spans=(content,),
                quote="direct",
                score=_UNREAD_SCORE,
                reasons=("quotation in a language that no engine serves; nobody is named",),
            )
        )
    return tuple(found)
