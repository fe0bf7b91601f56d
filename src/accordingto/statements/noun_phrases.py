"""The words of a source: from the head of a noun phrase to its span."""

from accordingto.records.span import Span, trim
from accordingto.statements.cues import lexicon
from accordingto.statements.draft import Page
from accordingto.statements.sources import can_speak

_LEFT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "case", "preconj"}
)
_PREPOSITIONS = frozenset(
    {"of", "from", "for", "in", "at", "on", "with", "to", "against", "near", "by"}
)
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})


def noun_phrase(page: Page, head: int, *, complements: bool = True) -> Span:
    """The words of a noun phrase: titles, names, determiners and complements in front of the first
    comma, dash or relative clause; a possessive is left without its 's. For "which" and "that" it
    is what they stand for."""
    head = _what_it_stands_for(page, head)
    first, last = _left_edge(page, head), head
    if complements and page.tokens[head].pos != "PRON":
        last = _right_edge(page, head)
    return trim(page.text, page.between(first, last)) or page.tokens[head].span


def _what_it_stands_for(page: Page, head: int) -> int:
    token = page.tokens[head]
    if token.tag != "WDT" and not (token.lower == "which" and token.tag == "WP"):
        return head
    verb = page.tokens[token.head]
    noun = verb.head
    if verb.dep == "relcl" and noun < head and page.tokens[noun].pos in ("NOUN", "PROPN"):
        return noun
    return head


def _left_edge(page: Page, head: int) -> int:
    """The first token of the run left of ``head`` that belongs to it."""
    first = head
    for child in sorted((c for c in page.reading.children[head] if c < head), reverse=True):
        below = page.reading.subtree(child)
        if below[-1] + 1 != first or below[0] > child:
            break
        token = page.tokens[child]
        joins = token.dep == "punct" and token.text in "-–"
        counts = token.dep == "advmod" and token.lower in ("many", "several", "most", "about")
        if not (token.dep in _LEFT or joins or counts):
            break
        first = below[0]
    if _is_anothers(page, first, head):
        return head
    return _glued(page, head, first)


def _is_anothers(page: Page, first: int, head: int) -> bool:
    """ "A demand managers reject": no article of one thing belongs to several people."""
    if page.tokens[first].lower not in ("a", "an") or page.tokens[head].tag != "NNS":
        return False
    noun = page.tokens[first + 1]
    return noun.dep == "compound" and noun.pos == "NOUN" and first + 2 <= head


def _glued(page: Page, head: int, first: int) -> int:
    """``first``, or further left where a hyphen or a second subject binds a name that the parse has
    broken: "al-Amiri", "the agency Tass"."""
    tokens = page.tokens
    while (
        first > 0
        and tokens[first - 1].end == tokens[first].start
        and (tokens[first - 1].text[0].isalnum() or tokens[first - 1].text in "-–'’")
    ):
        first -= 1
    beside = first - 1
    same = (
        beside >= 0
        and tokens[beside].dep == "nsubj"
        and tokens[head].dep == "nsubj"
        and tokens[beside].head == tokens[head].head
        and tokens[beside].pos in ("NOUN", "PROPN")
    )
    return _left_edge(page, beside) if same and beside < head else first


def _right_edge(page: Page, head: int) -> int:
    """The last token of the run right of ``head`` that belongs to its name."""
    last = head
    person = page.tokens[head].ent == "PERSON"
    for child in (c for c in page.reading.children[head] if c > head):
        below = page.reading.subtree(child)
        if below[0] != last + 1:
            break
        token = page.tokens[child]
        if token.dep == "prep" and (person or token.lower not in _PREPOSITIONS):
            break
        if token.dep == "prep" and page.child(child, "pcomp") is not None:
            # "Accused by prosecutors of plotting": not prosecutors of that kind.
            break
        if token.dep in ("cc", "prep", "conj", "appos", "nummod", "amod", "compound", "nmod"):
            last = until_break(page, below)
            if last != below[-1]:
                break
        elif token.dep == "punct" and token.text == "-":
            last = below[-1]
        else:
            break
    while last > head and page.tokens[last].dep in ("cc", "punct", "prep"):
        last -= 1
    return _with_name(page, head, last)


def until_break(page: Page, below: list[int]) -> int:
    """The last token of a subtree in front of its first comma, bracket, dash or clause."""
    last = below[0]
    for index in below:
        token = page.tokens[index]
        if index > last + 1 or token.dep in ("relcl", "acl", "advcl") or token.tag in _WH:
            break
        if token.dep == "punct" and token.text not in "-–'’.\"“”":
            break
        last = index
    return last


def _with_name(page: Page, head: int, last: int) -> int:
    """``last``, or the end of a name set behind a role and a comma: "her lawyer, Ada Lum"."""
    if page.tokens[head].pos != "NOUN":
        return last
    appos = page.child(head, "appos")
    if appos is None or page.tokens[appos].pos != "PROPN":
        return last
    below = page.reading.subtree(appos)
    comma = last + 1
    if comma < len(page.tokens) and page.tokens[comma].text == "," and below[0] == comma + 1:
        return until_break(page, [i for i in below if i <= appos])
    return last


def possessor(page: Page, noun: int) -> Span | None:
    """Whose claim it is: "Lira's claims", "Pentagon claims", "claims by Lira"; without the 's."""
    owner = page.child(noun, "poss")
    if owner is not None:
        return noun_phrase(page, owner)
    for preposition in page.all_children(noun, "prep", "agent"):
        pobj = page.child(preposition, "pobj")
        by = page.tokens[preposition].lower in ("by", "from")
        if by and pobj is not None and can_speak(page.tokens[pobj]):
            return noun_phrase(page, pobj)
    for child in page.all_children(noun, "compound", "nmod", "amod", "nsubj"):
        token = page.tokens[child]
        named = token.pos == "PROPN" or token.ent in ("NORP", "GPE", "ORG")
        if token.ent in ("DATE", "TIME"):
            # "A Monday report".
            continue
        # "The first official confirmation" is no official's.
        speaks = token.lemma in lexicon().speakers and token.pos != "ADJ"
        if child < noun and (named or speaks):
            below = [i for i in page.reading.subtree(child) if i <= child]
            return trim(page.text, page.between(below[0], child))
    return None
