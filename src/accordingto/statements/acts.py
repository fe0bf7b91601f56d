"""What is done by saying it: the cue's act, changed by negation and by the content."""

import re
from itertools import pairwise

from accordingto.records.span import Span
from accordingto.records.statement import Act
from accordingto.statements.cues import lexicon
from accordingto.statements.deeds import claims_deed, says_own_deed
from accordingto.statements.draft import NO_TOKEN, Draft, Page
from accordingto.statements.falsehood import is_of_claim, told_false
from accordingto.statements.sources import are_neither
from accordingto.statements.wordlists import word_list

_FIRST = frozenset({"i", "we"})
# What becomes of an act that is not done: "did not confirm" is silence, not denial.
_NEGATED: dict[Act, Act] = {
    "assert": "decline",
    "deny": "decline",
    "confirm": "decline",
    "condemn": "decline",
    "praise": "decline",
    "accuse": "decline",
    "promise": "decline",
    "claim_responsibility": "decline",
    "predict": "other",
    "question": "other",
    "demand": "other",
    "threaten": "other",
}
_CALLING = frozenset(
    {"call", "describe", "dismiss", "brand", "label", "term", "decry", "denounce", "dub", "deem"}
)
_REFUSING = frozenset({"reject", "dismiss", "refuse", "rebuff", "decline", "rule"})
_NAMES: tuple[Act, ...] = ("accuse", "condemn", "praise")
_NEVER = frozenset({"never", "rarely", "seldom"})
_BLAME = frozenset({"finger", "blame"})
# It is no words of blame, though others regret what somebody did.
_SORRY = "regret"
_NO_COMMENT = re.compile(r"\W*no (?:further )?comments?\W*", re.IGNORECASE)
_NO_SUCH = re.compile(r"\W*(?:nothing of the (?:kind|sort)|no such thing)\W*", re.IGNORECASE)
_UNTRUE = re.compile(
    r"\W*(?:(?:that|it|this)(?: is|’s|'s) )?(?:simply |just |totally |completely |absolutely )?"
    r"(?:not true|untrue|false|nonsense|rubbish|a lie|lies|all lies|fake news)\W*",
    re.IGNORECASE,
)
_OTHERWISE = frozenset({"otherwise", "the opposite", "the contrary", "the reverse", "differently"})
_WORD_BEFORE = 24
_SCORN = frozenset({"hit", "scoff", "sneer"})
_BACKING = frozenset({"stand", "back", "support", "endorse"})
_THEM = frozenset({"him", "her", "them", "it", "that", "this"})
_AGAIN = frozenset({"repeat", "reiterate", "renew", "restate"})
_TRUSTING = frozenset({"believe", "accept", "trust", "buy"})
_DROPPING = frozenset({"drop", "withdraw", "dismiss", "quash", "throw"})
_SETTLING = frozenset({"confirm", "verify", "deny"})
# "Maintains", "protests".
_PLEADING: frozenset[Act] = frozenset({"assert", "condemn"})
_NEITHER_REACH, _FEW_WORDS = 2, 12
_OWNED = 8
_OPENED: frozenset[Act] = frozenset({"assert", "predict"})


def act_of(page: Page, draft: Draft) -> Act:
    """The act of a draft."""
    verbal = draft.at != NO_TOKEN and draft.kind in ("verb", "headline")
    if verbal and _is_withheld(page, draft.at):
        return "decline"
    if _NO_SUCH.fullmatch(draft.contents[0].of(page.text)):
        # "She promised nothing of the kind".
        return "deny"
    if draft.act == "accuse" and verbal and page.tokens[draft.at].lemma in _DROPPING:
        # "Dropped charges against the colonel".
        return "other"
    plea = _plea(page, draft) if verbal else None
    if plea is not None:
        return plea
    if verbal and _is_negated(page, draft):
        return _negated(page, draft)
    if verbal and _belittles(page, draft):
        return "condemn"
    told = (_of_claims(page, draft) or _said_again(page, draft)) if verbal else None
    if told is not None:
        return told
    if verbal and _is_called_false(page, draft):
        return "deny"
    if verbal and ((draft.act in _OPENED and _is_order(page, draft.at)) or _asks_that(page, draft)):
        return "demand"
    if verbal and (_turns_down(page, draft) or _will_not_do(page, draft)):
        return "other"
    if draft.act in _OPENED:
        if verbal and _lays_blame(page, draft):
            return "accuse"
        if verbal and (claims_deed(page, draft) or says_own_deed(page, draft)):
            return "claim_responsibility"
        return _by_content(page, draft) or (verbal and _called(page, draft)) or draft.act
    return draft.act


def _is_withheld(page: Page, verb: int) -> bool:
    """ "Could neither confirm nor deny", "would not confirm or deny"."""
    tokens = page.tokens
    near = [t.lemma for t in tokens[max(0, verb - 3) : verb + 3]]
    if not {("no", "mention"), ("yet", "to")}.isdisjoint(pairwise(near)):
        # "Made no mention of the dead", "has yet to acknowledge it".
        return True
    ahead = [t.lemma for t in tokens[max(0, verb - 2) : verb]]
    if tokens[verb].lemma in _SETTLING and ahead == ["try", "to"]:
        # "We are trying to confirm this".
        return True
    if tokens[verb].tag == "VBG" and tokens[max(0, verb - 1)].lower == "without":
        # "Recorded 61 violations, without saying who was responsible".
        return True
    if "stop" in near and ("short", "of") in pairwise(near):
        # "Stopped short of blaming them".
        return True
    both = {"confirm", "deny"}
    if tokens[verb].lemma not in both:
        return False
    joined = [tokens[verb].head, *page.all_children(verb, "conj")]
    for other in joined:
        if other == verb or {tokens[verb].lemma, tokens[other].lemma} != both:
            continue
        first = min(verb, other)
        before = {tokens[i].lower for i in range(max(0, first - _NEITHER_REACH), first)}
        return page.child(first, "neg") is not None or "neither" in before
    return False


def _plea(page: Page, draft: Draft) -> Act | None:
    """ "Pleaded not guilty", "maintains his innocence" deny, "pleaded guilty" admits."""
    head = page.reading.head_of(draft.contents[0])
    if head is not None and head.lemma == "innocence" and draft.act in _PLEADING:
        return "deny"
    if page.tokens[draft.at].lemma != "plead":
        return None
    behind = [t.lower for t in page.tokens[draft.at + 1 : draft.at + 3]]
    if "innocent" in behind or behind[:2] == ["not", "guilty"]:
        return "deny"
    denied = page.child(draft.at, "neg") is not None
    return "confirm" if behind[:1] == ["guilty"] and not denied else None


def _belittles(page: Page, draft: Draft) -> bool:
    """ "Dismissed the march as a stunt": no claim is denied."""
    if page.tokens[draft.at].lemma != "dismiss" or draft.act != "deny":
        return False
    words = page.reading.tokens_in(draft.contents[0])
    at = next((i for i, t in enumerate(words) if t.lower == "as"), 0)
    head = page.reading.head_of(Span(words[0].start, words[at - 1].end)) if at else None
    told = head is None or head.lemma in lexicon().claim_words or head.pos == "PRON"
    return not told


def _of_claims(page: Page, draft: Draft) -> Act | None:
    """ "Stood by his account" says it again, "scoffed at the figure" says that it is not so; who
    stands by a friend praises him, who scoffs at one condemns him."""
    verb = page.tokens[draft.at].lemma
    if verb not in _SCORN | _BACKING:
        return None
    said = [t for t in page.reading.tokens_in(draft.contents[0]) if t.pos != "ADP"]
    head = page.reading.head_of(Span(said[0].start, said[-1].end)) if said else None
    if head is None or head.lemma not in lexicon().claim_words:
        return None
    return "confirm" if verb in _BACKING else "deny"


def _said_again(page: Page, draft: Draft) -> Act | None:
    """ "Repeated his denial that …" denies, "renewed its demand" demands."""
    if page.tokens[draft.at].lemma not in _AGAIN:
        return None
    head = page.reading.head_of(draft.contents[0])
    cues = lexicon().nouns.get(head.lemma, ()) if head is not None else ()
    return next((cue.act for cue in cues if cue.act != "assert"), None)


def _is_called_false(page: Page, draft: Draft) -> bool:
    """ "Called it a lie", "dismissed the report as false"."""
    if page.tokens[draft.at].lemma not in _CALLING:
        return False
    words = lexicon()
    tokens = [t for span in draft.contents for t in page.reading.tokens_in(span)][:_FEW_WORDS]
    # "The company's explanation".
    named = tokens[:_OWNED] if any(t.tag == "POS" for t in tokens[:_OWNED]) else tokens[:3]
    about = [t for t in named if t.lemma in words.claim_words or t.lower in words.claim_words]
    if not about and draft.source is not None:
        # "An assertion that the palace called false".
        ahead = [t for t in page.reading.tokens_in(_ahead_of(draft.source)) if t.lower != "that"]
        about = [t for t in ahead[-1:] if t.lemma in words.claim_words]
    false = any(t.lower in words.false_words or t.lemma in words.false_words for t in tokens)
    hidden = any("cover-up" in span.of(page.text).lower() for span in draft.contents)
    return bool(about) and (false or hidden)


def _lays_blame(page: Page, draft: Draft) -> bool:
    """ "Pointed the finger at the army", "laid the blame on it"."""
    head = page.reading.head_of(draft.contents[0])
    if head is None or head.lemma not in _BLAME or head.pos == "VERB" or draft.cue is None:
        return False
    return draft.cue.contains(page.tokens[head.head].span)


def _ahead_of(source: Span) -> Span:
    """The few characters in front of a source."""
    return Span(max(0, source.start - _WORD_BEFORE), max(0, source.start - 1))


def _turns_down(page: Page, draft: Draft) -> bool:
    """ "Rejected the offer": what somebody will not have, and no claim."""
    verb = page.tokens[draft.at].lemma
    head = page.reading.head_of(draft.contents[0])
    if head is None or draft.act not in ("deny", "decline"):
        return False
    if (
        verb in ("deny", "refuse")
        and head.lemma in word_list("cues.toml", "refused", "requests")
        and head.head == draft.at
    ):
        # "The judge denied a request to delay the hearing".
        return True
    if draft.act != "deny" or verb not in _REFUSING:
        return False
    return head.lemma in word_list("cues.toml", "refused", "words")


def _will_not_do(page: Page, draft: Draft) -> bool:
    """ "Refused to lay down arms": a deed that somebody will not do is no silence."""
    if draft.act != "decline" or page.tokens[draft.at].lemma != "refuse":
        return False
    head = page.reading.head_of(draft.contents[0])
    return head is not None and head.pos == "VERB" and head.lemma not in lexicon().silence


def _called(page: Page, draft: Draft) -> Act | None:
    """What somebody or something was called: "a liar" accuses, "an insult" condemns, "a hero"
    praises. Nothing where the words are held off ("no liar")."""
    if page.tokens[draft.at].lemma not in _CALLING:
        return None
    tokens = [t for span in draft.contents for t in page.reading.tokens_in(span)][:_FEW_WORDS]
    if any(t.lower in ("no", "not", "never") for t in tokens):
        return None
    # A natural disaster is nobody's fault.
    tokens = [t for t in tokens if page.tokens[max(0, t.index - 1)].lower != "natural"]
    said = {word for t in tokens for word in (t.lower, t.lemma)}
    for act in _NAMES:
        if said & set(word_list("cues.toml", "calling", act)):
            return act
    return None


def _asks_that(page: Page, draft: Draft) -> bool:
    """ "Asked that he be left alone": a wish; what one asks for to know begins with "whether"."""
    asks = page.tokens[draft.at].lemma == "ask" and draft.act == "question"
    return asks and draft.contents[0].of(page.text).lower().startswith("that ")


def _is_order(page: Page, verb: int) -> bool:
    """ "Told residents to leave"."""
    if page.tokens[verb].lemma != "tell":
        return False
    for below in page.all_children(verb, "xcomp", "ccomp"):
        particles = [page.tokens[i].lower for i in page.all_children(below, "aux")]
        if page.tokens[below].tag == "VB" and "to" in particles:
            return True
    return False


def _is_negated(page: Page, draft: Draft) -> bool:
    """True for "did not say"; "'Not now,' he said" negates no saying."""
    if page.tokens[draft.at].lemma in _TRUSTING and _is_few(page, draft):
        return True
    if page.tokens[draft.at].dep == "conj" and page.tokens[max(0, draft.at - 1)].lower == "nor":
        # "Neither comments on nor confirms it".
        return True
    if any(page.tokens[c].lower == "neither" for c in page.all_children(draft.at, "preconj")):
        return True
    subject = page.child(draft.at, "nsubj")
    if subject is not None and are_neither(page, subject):
        return True
    for child in page.all_children(draft.at, "advmod", "neg"):
        token = page.tokens[child]
        if (token.dep == "neg" or token.lower in _NEVER) and not draft.holds(token.span):
            return True
    return False


def _is_few(page: Page, draft: Draft) -> bool:
    """ "Few here believe it"; "a few" do."""
    first = next(iter(page.reading.tokens_in(draft.source)), None) if draft.source else None
    return first is not None and first.lower == "few"


def _negated(page: Page, draft: Draft) -> Act:
    if draft.mind:
        head = page.reading.head_of(draft.contents[0])
        told = head is not None and (
            head.lemma in lexicon().claim_words or draft.contents[0].of(page.text).lower() in _THEM
        )
        # "Does not believe the official account", "do not believe him".
        return "deny" if told and page.tokens[draft.at].lemma in _TRUSTING else draft.act
    open_still = draft.contents[0].of(page.text).lower().startswith(("whether ", "on "))
    if open_still and page.tokens[draft.at].lemma == "agree":
        # "Could not agree on whether they had met".
        return "other"
    if page.tokens[draft.at].lemma in ("agree", "accept", "recognize", "recognise"):
        return "deny" if is_of_claim(page, draft) else "other"
    if page.tokens[draft.at].lemma == "discuss":
        return "decline"
    return _NEGATED.get(draft.act, draft.act)


def _by_content(page: Page, draft: Draft) -> Act | None:
    """The act that the content itself performs: "We condemn …", "the report is false", "Why …?"."""
    first = draft.contents[0]
    if _NO_COMMENT.fullmatch(first.of(page.text)):
        return "decline"
    if _UNTRUE.fullmatch(first.of(page.text)) or first.of(page.text).lower() in _OTHERWISE:
        return "deny"
    head = page.reading.head_of(first)
    if draft.quote != "indirect" and head is not None:
        performed = _performed(page, head.index)
        if performed is not None:
            return performed
    if first.of(page.text).rstrip().endswith("?"):
        return "question"
    if any(told_false(page, span) for span in draft.contents):
        return "deny"
    return None


def _performed(page: Page, head: int) -> Act | None:
    """ "We condemn the raid": a first person doing it with a verb of the lexicon."""
    subjects = page.all_children(head, "nsubj")
    if not subjects or page.tokens[subjects[0]].lower not in _FIRST:
        return None
    if page.tokens[head].tag == "VBD":
        # "I begged them to stop": told of, and not done by saying it.
        return None
    cues = lexicon().verbs.get((lexicon().lemma(page.tokens[head].lemma), ""), ())
    for child in page.reading.children[head]:
        particle = page.tokens[child].lower
        cues = (
            *lexicon().verbs.get((lexicon().lemma(page.tokens[head].lemma), particle), ()),
            *cues,
        )
    for cue in cues:
        if cue.act not in ("assert", "other", "predict", "question", "decline") and not cue.mind:
            if page.tokens[head].lemma == _SORRY:
                return None
            return None if page.child(head, "neg") is not None else cue.act
    return None
