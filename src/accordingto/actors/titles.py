"""Runs of capitals cut where an office ends and a person's name begins."""

from accordingto.actors.runs import INNER, LEADS, POSSESSIVE, Labels
from accordingto.actors.wordlists import office_words, short_titles, words
from accordingto.given_names import gender_of
from accordingto.records.reading import Reading, Token

# First and last token of a name, and the title before it.
# Ranks of two words of which the first is none.
_RANKS = frozenset(
    {
        ("air", "marshal"),
        ("air", "commodore"),
        ("wing", "commander"),
        ("group", "captain"),
        ("flight", "lieutenant"),
        ("squadron", "leader"),
        ("field", "marshal"),
        ("rear", "admiral"),
        ("fleet", "admiral"),
        ("staff", "sergeant"),
    }
)
# "Co-Chairwoman", as the engine cuts it.
_HYPHENS = frozenset({"-", "‑", "–"})
# Titles that stand within names.
_NAMES_TOO = frozenset(
    {"sheikh", "sheik", "shaikh", "haji", "imam", "mullah", "king", "prince", "count"}
)
# Of the titles those that nobody has in a body.
_NO_OFFICES = frozenset({"witness", "doctor", "father", "sister", "brother", "count", "duke"})
_PREFIXES = frozenset({"co", "vice", "ex", "sub", "pro"})
Piece = tuple[Token, Token, str | None]


def cut_at_titles(run: list[Token], labels: Labels) -> list[Piece]:
    """Splits "Coast Guard Press Secretary Ann B. Lee" into the body and the person."""
    piece = _behind_body(run)
    if piece is not None:
        return piece
    at = _last_title(run)
    if at is None:
        return _cut_at_person(run, labels)
    begin = at
    while begin > 0 and (run[begin - 1].lower in office_words() or run[begin - 1].text == "-"):
        begin -= 1
    if begin > 0 and (run[begin - 1].lower, run[begin].lower) in _RANKS:
        begin -= 1
    if begin > 0 and run[begin].text == "-" and run[begin - 1].lower in _PREFIXES:
        begin -= 1
    while at + 2 < len(run) and run[at + 1].lower in words("kinds.toml", "titles", "adjuncts"):
        # "Chief Executive Ann Lee".
        at += 1
    rest = run[at + 1 :]
    while rest and ((rest[0].lower in INNER and rest[0].lower not in LEADS) or rest[0].text == "."):
        rest = rest[1:]
    title = " ".join(t.text for t in run[begin : at + 1]).replace(" - ", "-")
    found: list[Piece] = []
    before = run[:begin]
    while before and before[-1].text in INNER:
        before = before[:-1]
    if before:
        found.append((before[0], before[-1], None))
    if rest:
        found.append((rest[0], rest[-1], title))
    return found


def names_body(reading: Reading, run: list[Token]) -> bool:
    """ "The rights group Witness Line", "aid agency Doctor Direct": no title but a body's name, as
    the word for a body right before it tells. Offices are held in bodies ("party chair Lum")."""
    at = run[0].index - 1
    if len(run) < 2 or at < 0 or reading.tokens[at].end + 1 != run[0].start:
        return False
    noun = reading.tokens[at]
    bodies = words("kinds.toml", "nouns", "firm") | words("kinds.toml", "nouns", "bodies")
    plain = noun.text.islower() or reading.sentence_of(at).first == at
    told = noun.lemma in bodies and noun.pos == "NOUN"
    return run[0].lower in _NO_OFFICES and plain and told


def _behind_body(run: list[Token]) -> list[Piece] | None:
    """ "Chief of Department Ann Lee": office, "of", a body's word, then two words or more."""
    titles = words("kinds.toml", "titles", "words") | {"member"}
    bodies = words("kinds.toml", "words", "government")
    for at in range(len(run) - 4):
        if run[at].lower not in titles or run[at + 1].lower != "of":
            continue
        tail = run[at + 3 :]
        if run[at + 2].lower in bodies and not any(t.lower in bodies | INNER for t in tail):
            title = " ".join(t.text for t in run[at : at + 3])
            before = [(run[0], run[at - 1], None)] if at else []
            return [*before, (tail[0], tail[-1], title)]
    return None


def _cut_at_person(run: list[Token], labels: Labels) -> list[Piece]:
    """Where the engine saw a person at the end of a longer run: "Acme Head of Works Ann Lee"."""
    person = _person_start(run, labels)
    if not person or (person == 1 and gender_of(run[0].text) is not None):
        # "Marta Ana Brenk", of which the engine saw the end.
        return [(run[0], run[-1], None)]
    titles = words("kinds.toml", "titles", "words")
    office = next((i for i in range(person) if run[i].lower in titles), None)
    if office is None:
        return [(run[0], run[person - 1], None), (run[person], run[-1], None)]
    title = " ".join(t.text for t in run[office:person])
    before = [(run[0], run[office - 1], None)] if office else []
    return [*before, (run[person], run[-1], title)]


def _person_start(run: list[Token], labels: Labels) -> int | None:
    """Where a person named by the engine ends the run and something else comes before."""
    last = labels.get(run[-1].index)
    if last is None or last[0] != "PERSON":
        return None
    start = next(i for i, t in enumerate(run) if labels.get(t.index) == last)
    if start == 0 or run[start - 1].text in INNER:
        return None
    before = labels.get(run[start - 1].index)
    if before is None and not any(
        t.lower in words("kinds.toml", "titles", "words") for t in run[:start]
    ):
        return None
    return start if before is None or before[0] != "PERSON" else None


def _last_title(run: list[Token]) -> int | None:
    """The index of the title word that a name follows, or the run's last word if it is a title
    and nothing of a name stands before it."""
    titles = words("kinds.toml", "titles", "words")
    bodies = words("kinds.toml", "words", "government") | words(
        "kinds.toml", "words", "organisation"
    )
    for at in range(len(run) - 1, -1, -1):
        low = run[at].lower.rstrip(".")
        if low not in titles:
            continue
        if low in _NAMES_TOO and at and run[at - 1].lower not in office_words():
            # "Hassan Sheikh Mahdi".
            continue
        rest = run[at + 1 :]
        if rest and rest[0].text in _HYPHENS and rest[0].start == run[at].end:
            # "Sergeant-at-Arms".
            continue
        if rest and rest[0].text in POSSESSIVE:
            # "Tarn County Sheriff's Office".
            continue
        names = [t for t in rest if t.lower not in INNER]
        if names and names[0].index != rest[0].index and rest[0].lower == "of":
            # "Secretary of State John Kerry": the name starts after the office.
            continue
        if not rest and _is_surname(run, at):
            continue
        if not rest and low in short_titles() and at:
            # "Lowmoor Police Sgt." and a dot that the engine cut off.
            return at
        if not names and _is_of_body(run[:at]):
            # "Department of Justice", "Office of Legal Counsel".
            continue
        if any(t.lower in bodies for t in names) or (
            not names and at > 0 and len(run) <= 3 and not _office(run)
        ):
            continue
        return at
    return None


def _is_surname(run: list[Token], at: int) -> bool:
    """True for the "King" of "Defence Secretary Tom King": a title, a given name, a surname."""
    titled = any(t.lower in words("kinds.toml", "titles", "words") for t in run[: max(0, at - 1)])
    given = run[at - 1].lower if at else ""
    return titled and given not in office_words() | INNER and not _is_of_body(run[:at])


def _is_of_body(before: list[Token]) -> bool:
    """True for "Department of": what follows is what the body is for."""
    at = next((i for i, t in enumerate(before) if t.lower in {"of", "for"}), None)
    bodies = words("kinds.toml", "words", "government") | words(
        "kinds.toml", "words", "organisation"
    )
    return at is not None and at > 0 and before[at - 1].lower.removesuffix("s") in bodies


def _office(run: list[Token]) -> bool:
    """True for a run made of title words only."""
    titles = words("kinds.toml", "titles", "words")
    return any(t.lower in titles for t in run[:-1])


def title_before(reading: Reading, first: Token) -> str | None:
    """Lower-case title words right before a name: "spokesman", "secretary of state"."""
    titles = words("kinds.toml", "titles", "words")
    at = first.index - 1
    found: list[str] = []
    if at > 0 and reading.tokens[at].text == "." and reading.tokens[at - 1].lower in short_titles():
        # "Col. Ada Lum", where the dot is a token.
        found, at = [f"{reading.tokens[at - 1].text}."], at - 2
    # What ends the headline is no office of who begins the text.
    begin = reading.sentence_of(first.index).first if not found else 0
    while at >= begin and reading.tokens[at].end < first.start and len(found) < 6:
        low = reading.tokens[at].lower.rstrip(".")
        if low in office_words() or (found and low in {"of", "and"}):
            found.append(reading.tokens[at].text)
            at -= 1
            continue
        break
    while found and found[-1].lower() in {"of", "and"}:
        found.pop()
    has_title = any(word.lower().rstrip(".") in titles for word in found)
    return " ".join(reversed(found)) if has_title else None
