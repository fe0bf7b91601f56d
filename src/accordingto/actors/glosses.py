"""Names that the text itself says are one: brackets, dashes, "also known as"."""

import re
from bisect import bisect_left
from itertools import pairwise

from accordingto.actors.fold import initials, is_acronym, plain
from accordingto.actors.group import Grouping
from accordingto.actors.votes import group_kind
from accordingto.records.reading import Reading
from accordingto.records.span import Span

_KNOWN_AS = re.compile(
    r"\b(?:also|better|previously|formerly|widely|commonly|otherwise|now)"
    r"\s+(?:known|called|referred to)\s+as\b"
    r"|\baka\b|\ba\.k\.a\.|\bknown as\b|\bwhose real name (?:is|was)\b|\bwho goes by\b"
    r"|\bnicknamed\b|\bor\b|\bformerly\b|\bnow called\b"
    r"|\b(?:which |that )?(?:has |was |is )?(?:been |since |later |now |recently ){0,2}"
    r"(?:renamed|rebranded)(?: itself)?(?: as| to)?\b"
)
_BETWEEN = re.compile(r"^[\s,/|;–—\-\"“”'‘’]*(?:(?:or|and|the|simply|just)\b[\s\"“”'‘’]*)*$")
_BEFORE = re.compile(r"^[\s,\-–—(]*(?:(?:is|are|was|were|a|an|the)\b\s*)*[\s(]*$")
_GAP = re.compile(r"^[\s\"“”'’,]*(?:group|party|movement|in (?:the )?\w+)?\s*$")
_GIVEN = re.compile(
    r",?(?: and)? (?:who )?(?:gave|gives|giving) (?:only )?(?:his|her|their) (?:\w+ )?name"
    r" (?:only )?as \Z"
    r"|,? who gave (?:only )?(?:his|her|their) (?:\w+ )?name, \Z"
    r"|,? (?:who )?(?:identified|identifying) (?:himself|herself) (?:only )?as \Z"
    r"|,? (?:who )?(?:asked to be|is|was) (?:named|identified|called)(?: only)?(?: as)? \Z"
    r"|,? known (?:only )?as \Z|,? alias \Z"
    r"|,? calling (?:itself|themselves|himself|herself) (?:the )?\Z"
)
# "Lum had been identified as the man known as the Owl": somebody says so.
_HELD = re.compile(r"\b(?:had|has|have|was|were) been\b|\bas\b")
_AND_WHO = re.compile(r",? and ")
_MAX_GAP, _FAR_GAP = 60, 80


def join_brackets(text: str, reading: Reading, group: Grouping) -> None:
    """ "X (Y)" and "X [Y — Z]": a bracket that holds nothing but names, right behind a name."""
    starts = [m.span.start for m in group.mentions]
    called: dict[str, list[int]] = {}
    for index, mention in enumerate(group.mentions):
        called.setdefault(mention.words, []).append(index)
        _join_inserted(text, group, index)
    for bracket in reading.brackets:
        if _is_dateline(text, bracket):
            continue
        inside = _names_in(group, starts, bracket)
        if not inside:
            _join_short_form(text, group, starts, called, bracket)
        if (
            not inside
            or _are_several(text, group, inside)
            or not _only_names(text, group, inside, Span(bracket.start + 1, bracket.end - 1))
        ):
            continue
        before = _name_ending_at(text, group, bracket.start, inside[0])
        if before is None:
            continue
        for index in inside:
            if _may_gloss(group, before, index, square=text[bracket.start] == "["):
                words = group.mentions[before].words
                kind = (
                    "acronym of" if is_acronym(group.mentions[index].words) else "in brackets after"
                )
                group.join(before, index, 0.9, f"{kind} {words}")


def _join_inserted(text: str, group: Grouping, index: int) -> None:
    """ "[President Ada] Lum", "Ada [Lum]": an editor has completed the name."""
    if index == 0:
        return
    one, other = group.mentions[index - 1], group.mentions[index]
    people = {one.kind, other.kind} <= {"person", None} and "person" in {one.kind, other.kind}
    if people and text[one.span.end : other.span.start] in {"] ", " ["}:
        group.join(index - 1, index, 0.85, f"{one.words} {other.words}, with a bracket in it")


def _join_short_form(
    text: str, group: Grouping, starts: list[int], called: dict[str, list[int]], bracket: Span
) -> None:
    """ "The Ministry of Trade and Energy (MTE)": what is called MTE elsewhere, though nobody took
    the bracket itself for a name."""
    short = text[bracket.start + 1 : bracket.end - 1]
    if not is_acronym(short) or short not in called:
        return
    before = _name_ending_at(text, group, bracket.start, bisect_left(starts, bracket.start))
    if before is None:
        return
    name = group.mentions[before].words
    # "Norway's Ministry …" is abbreviated without the country.
    forms = (*initials(name), *initials(name.split(" ", 1)[-1]))
    if any(_resembles(plain(short), letters) for letters in forms):
        for index in called.pop(short):
            group.join(before, index, 0.9, f"acronym of {name}")


def _is_dateline(text: str, bracket: Span) -> bool:
    """ "AVERIL, Lira (LNA) — …": the bracket has the agency, and no other name of the place."""
    line = text.rfind("\n", 0, bracket.start) + 1
    behind = text[bracket.end : bracket.end + 3].lstrip()
    return bracket.start - line <= _MAX_GAP and behind[:1] in ("—", "–", "-")


def _join_given(text: str, group: Grouping) -> None:
    """ "A doctor who gave his name as Ada Lum"."""
    ends = {m.span.end: i for i, m in enumerate(group.mentions) if m.form == "noun"}
    for index, mention in enumerate(group.mentions):
        if mention.form != "name":
            continue
        start = max(0, mention.span.start - _MAX_GAP)
        given = _GIVEN.search(text, start, mention.span.start)
        noun = ends.get(given.start()) if given is not None else None
        if noun is None and given is not None and _AND_WHO.match(given.group()):
            noun = _who_before(text, group, ends, given.start())
        people = {"person", "group", None}
        alike = noun is not None and (
            (group.mentions[noun].kind in people) == (mention.kind in people)
        )
        several = noun is not None and group.mentions[noun].plural
        if noun is not None and not several and (alike or not mention.sure):
            words = group.mentions[noun].words
            group.join(noun, index, 0.85, f"the name that '{words}' goes by")


def _who_before(text: str, group: Grouping, ends: dict[int, int], at: int) -> int | None:
    """The "woman" of "a woman who said she spoke for him, and who gave her name as Ada"."""
    for end in sorted((e for e in ends if at - _FAR_GAP <= e < at), reverse=True):
        noun = group.mentions[ends[end]]
        one = noun.kind == "person" and noun.words.lower().startswith(("a ", "an "))
        if one and text[end:].startswith(" who ") and "." not in text[end:at]:
            return ends[end]
    return None


def join_known_as(text: str, group: Grouping) -> None:
    """ "X, also known as Y or Z": the names behind go to the nearest name before."""
    _join_given(text, group)
    starts = [m.span.start for m in group.mentions]
    for match in _KNOWN_AS.finditer(text):
        before = _last_before(text, group, starts, match.start(), weak=match.group() == "or")
        if before is None:
            continue
        at, end = bisect_left(starts, match.end()), match.end()
        while at < len(starts):
            mention = group.mentions[at]
            if mention.form != "name" or not _BETWEEN.match(text[end : mention.span.start]):
                break
            if match.group() != "or" or _alike(group, before, at):
                group.join(
                    before, at, 0.9, f"'{match.group()}' after {group.mentions[before].words}"
                )
            end = mention.span.end
            at += 1
            if match.group() == "or":
                break


def _are_several(text: str, group: Grouping, inside: list[int]) -> bool:
    """ "(Lum and Brenk)": two of a sentence, not two names of what stands before."""
    ends = [group.mentions[i].span for i in inside]
    return any(
        re.search(r"\b(?:and|with|vs?)\b", text[one.end : other.start]) is not None
        for one, other in pairwise(ends)
    )


def _names_in(group: Grouping, starts: list[int], span: Span) -> list[int]:
    found = []
    for index in range(bisect_left(starts, span.start), len(starts)):
        mention = group.mentions[index]
        if mention.span.start >= span.end:
            break
        if mention.form == "name" and span.contains(mention.span):
            found.append(index)
    return found


def _only_names(text: str, group: Grouping, inside: list[int], span: Span) -> bool:
    end = span.start
    for index in inside:
        if not _BETWEEN.match(text[end : group.mentions[index].span.start]):
            return False
        end = group.mentions[index].span.end
    return _BETWEEN.match(text[end : span.end]) is not None


def _name_ending_at(text: str, group: Grouping, at: int, before: int) -> int | None:
    for index in range(before - 1, max(-1, before - 6), -1):
        mention = group.mentions[index]
        if mention.span.end <= at and _GAP.match(text[mention.span.end : at]):
            return index
    return None


def _may_gloss(group: Grouping, before: int, index: int, *, square: bool) -> bool:
    """A bracket often holds a place, a party or a date of something else: it must fit."""
    name, gloss = group.mentions[before], group.mentions[index]
    if is_acronym(gloss.words):
        letters = plain(gloss.words)
        if any(_resembles(letters, i) for i in initials(name.words)):
            return True
        return group_kind(group, before) != "person" and gloss.kind in {
            None,
            name.kind,
            "organisation",
        }
    if is_acronym(name.words):
        return True
    if gloss.country is not None and gloss.country != name.country:
        return False
    kinds = {group_kind(group, before), group_kind(group, index)}
    return square or len(kinds - {None}) <= 1


def _resembles(letters: str, other: str) -> bool:
    """Equal but for a few letters left out or taken from inside words."""
    if letters[:1] != other[:1] or abs(len(letters) - len(other)) > 2 or len(letters) < 2:
        return False
    at = 0
    for letter in other:
        if at < len(letters) and letter == letters[at]:
            at += 1
    return at >= len(letters) - 1


def _last_before(
    text: str, group: Grouping, starts: list[int], at: int, *, weak: bool
) -> int | None:
    index = bisect_left(starts, at) - 1
    while index >= 0 and at - group.mentions[index].span.end <= _MAX_GAP:
        mention = group.mentions[index]
        gap = text[mention.span.end : at]
        if "." in gap.strip() or "\n" in gap or _HELD.search(gap):
            return None
        if mention.form == "name" and (gap.strip() == "," if weak else _opens_gloss(gap)):
            return index
        named = mention.form == "name" and text[mention.span.end : mention.span.end + 1] != ")"
        if named and not gap.lstrip()[:1].islower():
            return None
        if named and mention.kind == "person":
            # "The FBI, Lum said of what is known as …": it is Lum's clause.
            return None
        index -= 1
    return None


def _opens_gloss(gap: str) -> bool:
    """Right behind the name, or after its comma or bracket: not behind "a Tal offshoot"."""
    return not gap.strip() or gap.lstrip()[:1] in {",", "(", "[", "—", "–", "-", '"', "”"}


def _alike(group: Grouping, before: int, index: int) -> bool:
    kinds = {group_kind(group, before), group_kind(group, index)}
    return len(kinds) == 1 and None not in kinds and "person" not in kinds
