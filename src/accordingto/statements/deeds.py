"""Deeds that somebody says are his: "claimed the bombing", "said it had carried out the bombing",
"said it was behind the attack"."""

from accordingto.statements.draft import Draft, Page
from accordingto.statements.wordlists import word_list

# Who says it of himself. "They" may be others, and a man who killed confesses.
_SELF = frozenset({"it", "we"})
_DOING = frozenset({"carry", "perpetrate", "stage", "mount"})
_BEING = frozenset({"behind", "responsible"})
_UNREAL = frozenset({"would", "could", "might", "may", "will", "should", "can"})
# What armies do and announce day by day is no claim of a deed that others puzzle over.
_ROUTINE = frozenset({"strike", "raid", "assault"})


def claims_deed(page: Page, draft: Draft) -> bool:
    """ "The brigade claimed the bombing", "the attack was claimed by it"."""
    head = page.reading.head_of(draft.contents[0])
    if page.tokens[draft.at].lemma != "claim" or head is None:
        return False
    deed = head.pos == "NOUN" and head.lemma in word_list("cues.toml", "claimed", "deeds")
    return deed and head.head == draft.at


def says_own_deed(page: Page, draft: Draft) -> bool:
    """True where the content of a draft says that its speaker did a deed which somebody claims."""
    head = page.reading.head_of(draft.contents[0])
    if head is None or draft.source is None:
        return False
    subject = page.child(head.index, "nsubj")
    if subject is None or page.tokens[subject].lower not in _SELF:
        return False
    helpers = {page.tokens[c].lower for c in page.all_children(head.index, "aux", "neg", "mark")}
    if not helpers.isdisjoint(_UNREAL) or page.child(head.index, "neg") is not None:
        return False
    if head.lemma == "be":
        return _names_deed(page, _below(page, head.index, _BEING))
    return head.lemma in _DOING and _names_deed(page, [head.index])


def _below(page: Page, verb: int, words: frozenset[str]) -> list[int]:
    """The words of ``words`` that hang on a verb."""
    return [c for c in page.reading.children[verb] if page.tokens[c].lower in words]


def _names_deed(page: Page, places: list[int]) -> bool:
    """True where a word for such a deed is the object of one of the words, or of what links it."""
    deeds = set(word_list("cues.toml", "claimed", "deeds")) - _ROUTINE
    links = [c for place in places for c in page.all_children(place, "prep")]
    things = [c for place in (*places, *links) for c in page.all_children(place, "dobj", "pobj")]
    return any(page.tokens[thing].lemma in deeds for thing in things)
