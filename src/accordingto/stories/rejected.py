"""Denials that name whose claim they deny: "rejected the United Nations' figure of 47 dead"."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from accordingto.records.story import Party, StatementLink
from accordingto.stories.names import name_key
from accordingto.stories.refusals import names_claim
from accordingto.stories.said import Said

# "The ministry's claim that", "their figures of", "the result announced by the commission".
_OWNER = re.compile(
    r"\W*(?:the |a |an )?(?P<owner>[\w .&-]{2,60}?)(?:['’]s?|(?<=s)['’]) (?:[\w-]+ ){0,2}?"
    r"(?P<noun>\w+)\b"
)
_BY = re.compile(
    r"\W*(?:the |a |an )?(?:[\w-]+ ){0,2}?(?P<noun>\w+) (?:[\w-]+ ){0,2}?by (?:the )?"
    r"(?P<owner>[\w .&-]{2,60}?)"
    r"(?= (?:that|as|of|about|and|in|on|was|were|is|are|had)\b|[,.;\"“]|$)"
)
_SURE = 0.7
_TOLLS = frozenset({"toll", "count", "tally"})


def rejected_links(
    said: Sequence[Said], parties: Sequence[Party], known: Sequence[StatementLink]
) -> list[StatementLink]:
    """Conflicts of such denials with the likest claim of the party that they name, article by
    article; none where nothing that it says there has to do with what is denied."""
    there = {frozenset((link.a, link.b)) for link in known}
    by_name = {name_key(name): party.id for party in parties for name in party.names}
    theirs: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        for body in _and_above(one.bodies, parties):
            theirs[body].append(one)
    found = []
    for denial in said:
        denies = denial.statement.act == "deny"
        owner, noun = _owner(denial, by_name) if denies else (None, "")
        if owner is None or owner in denial.bodies:
            continue
        best: dict[str, tuple[tuple[bool, float], Said]] = {}
        for claim in theirs[owner]:
            # What a headline has, the body has in full.
            worth = (not claim.headline, _common(denial, claim, noun))
            known_best = best.get(claim.document.id)
            if worth[1] and (known_best is None or worth > known_best[0]):
                best[claim.document.id] = worth, claim
        told = [c for _, c in best.values() if c.document.id != denial.document.id]
        if noun.removesuffix("s") in _TOLLS:
            told = _latest(told, denial)
        for claim in told:
            pair = frozenset((denial.ref, claim.ref))
            if pair in there:
                continue
            a, b = sorted((denial.ref, claim.ref))
            reasons = (f"denied by {denial.name}, who names {claim.name} for it",)
            found.append(StatementLink(a=a, b=b, kind="conflicts", score=_SURE, reasons=reasons))
    return found


def _latest(claims: Sequence[Said], denial: Said) -> list[Said]:
    """Of tolls that grow from day to day the last one told by the day of the denial."""
    day = (denial.document.published or "")[:10]
    days = [(claim.document.published or "")[:10] for claim in claims]
    until = max((d for d in days if not day or d <= day), default=None)
    return [claim for claim, d in zip(claims, days, strict=True) if d == until]


def _and_above(bodies: Collection[str], parties: Sequence[Party]) -> set[str]:
    """Parties with those whose name theirs begins with: the United Nations, for its office."""
    keys = {party.id: name_key(party.name) for party in parties}
    mine = [keys[body] for body in bodies if body in keys]
    above = {p for p, key in keys.items() if key and any(m.startswith(f"{key} ") for m in mine)}
    return above.union(bodies)


def _owner(denial: Said, by_name: Mapping[str, str]) -> tuple[str | None, str]:
    """The party whose claim a denial says it is, and the word for the claim."""
    for pattern in (_OWNER, _BY):
        match = pattern.match(denial.ref.words)
        if match and names_claim(match["noun"]):
            return by_name.get(name_key(match["owner"])), match["noun"].lower()
    return None, ""


def _common(denial: Said, claim: Said, noun: str) -> float:
    """What the telling words weigh that both have: numbers, or words that are no names. "Their
    toll" is any of their tolls of the dead."""
    if not claim.holds or claim.aim != "fact":
        return 0.0
    dead = any(f.what == "killed" and f.id not in claim.elsewhere for f in claim.figures)
    if noun.removesuffix("s") in _TOLLS and dead:
        return 1.0
    shared = denial.terms.keys() & claim.terms.keys() - denial.names - claim.names
    numbers = {w for w in denial.words if w.isdigit()} & {w for w in claim.words if w.isdigit()}
    if not numbers and len(shared) < 2:
        return 0.0
    return sum(sorted(denial.terms[term] for term in shared)) + len(numbers)
