"""The words in which views name acts, kinds of figures, amounts and dates, in plain English."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import get_args

from accordingto.exports.views import NOT_QUITE_SURE, UNSURE, Called, Entry, Outline, Voice
from accordingto.records.facts import Figure, Toll
from accordingto.records.statement import Act, Certainty, RelationKind, Statement

ACT_WORDS: dict[Act, str] = {
    "assert": "says",
    "deny": "denies",
    "accuse": "accuses",
    "condemn": "condemns",
    "praise": "praises",
    "demand": "demands",
    "promise": "promises",
    "threaten": "threatens",
    "predict": "predicts",
    "question": "questions",
    "confirm": "confirms",
    "claim_responsibility": "claims responsibility",
    "decline": "will not say",
    "other": "states",
}

# From the side of the statement that has the relation, and from the side of its target.
RELATION_WORDS: dict[RelationKind, tuple[str, str]] = {
    "denies": ("denies", "denied by"),
    "disputes": ("disputes", "disputed by"),
    "supports": ("supports", "supported by"),
    "repeats": ("repeats", "repeated by"),
    "responds": ("responds to", "answered by"),
}

QUOTE_WORDS = {
    "direct": "word for word",
    "mixed": "partly quoted",
    "indirect": "indirect",
}

# What a content leaves open by its own words; nothing is said of a plain one.
CERTAINTY_WORDS: dict[Certainty, str] = {
    "plain": "",
    "probable": "said to be likely",
    "possible": "said to be possible",
    "alleged": "not vouched for",
    "open": "left open",
}


def hedged(certainty: Certainty, hedges: Iterable[str]) -> str:
    """How sure a content is as it is worded: "said to be possible (“may”)"; "" for a plain one."""
    if certainty == "plain":
        return ""
    return f"{CERTAINTY_WORDS[certainty]} ({', '.join(f'“{hedge}”' for hedge in hedges)})"


# So much of a state's name is in its adjective ("Ukrainian president", of Ukraine).
_STEM = 6


def beside(voice: Voice) -> tuple[str, ...]:
    """What a view puts behind a speaker's name: role and body, nothing that was said already."""
    known, extras = voice.name.casefold(), []
    for extra in (voice.role, voice.body):
        told = extra is not None and extra is voice.body and extra.casefold()[:_STEM] in known
        if extra and extra.casefold() not in known and not told:
            extras.append(extra)
            known += f" {extra.casefold()}"
    return tuple(extras)


def called_more(called: Called) -> str:
    """What is to be said beside a wording: that it is a label, and how often it is used."""
    times = f" ×{called.count}" if called.count > 1 else ""
    return f" (label){times}" if called.label else times


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

# From which probability on the toll of a whole text is shown to people.
_LIKELY = 0.5
# So many wordings of one event are shown.
_WORDINGS = 8
# Plural without an "s". "Police" are many in British news and in most American.
_PRONOUNS = frozenset({"i", "we", "you", "they", "these", "those"})
_MANY = frozenset({"people", "police", "men", "women", "children", "troops", "forces"})

# Roles of many that news names without an article.
_ROLES = frozenset(
    {
        "prosecutors", "officials", "authorities", "investigators", "residents", "witnesses",
        "rebels", "protesters", "doctors", "lawyers", "survivors", "relatives", "villagers",
        "activists", "troops", "rescuers", "firefighters", "police", "lawmakers", "opponents",
        "supporters", "critics", "experts", "neighbours", "neighbors", "workers", "farmers",
        "students", "parents", "teachers", "detectives", "deputies", "soldiers", "militants",
        "separatists", "analysts", "scientists", "researchers", "observers", "diplomats",
        "medics", "journalists", "democrats", "republicans", "organisers", "organizers",
        "campaigners", "locals", "others", "many", "some", "sources", "reports",
    }
)  # fmt: skip

assert set(ACT_WORDS) == set(get_args(Act)), "every act needs a word"


def worded(wordings: Sequence[tuple[str, int]]) -> str:
    """Wordings in quotation marks, each with its count where there are several; of very many
    those that are used most, in their order."""
    kept = sorted(range(len(wordings)), key=lambda at: (-wordings[at][1], at))[:_WORDINGS]
    told = ", ".join(
        f"“{words}”" + (f" ×{n}" if n > 1 else "")
        for words, n in map(wordings.__getitem__, sorted(kept))
    )
    more = len(wordings) - len(kept)
    return f"{told} and {plural(more, 'more wording')}" if more else told


def spaced(name: str) -> str:
    """A stable short name (``killed_and_injured``, ``role-only``) as words."""
    return name.replace("_", " ").replace("-", " ")


def number(value: float | int) -> str:
    """A number with its thousands set off: ``4,000``, ``4.5``."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    return f"{value:,}" if isinstance(value, int) else f"{value:,.6g}"


def amount(figure: Figure) -> str:
    """A figure's bounds as worded: ``30``, ``≥ 90``, ``≤ 200``, ``20–30``; "" where unknown."""
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)}–{number(high)}"
    if low is not None:
        return f"≥ {number(low)}"
    if high is not None:
        return f"≤ {number(high)}"
    return number(figure.value) if figure.value is not None else ""


def counted(figure: Figure) -> str:
    """What a figure counts: ``killed and injured``, or its unit where that says more; with what
    else is known of it: ``killed (officers), with the attacker, as of 2024-10-18``."""
    return ", ".join((_counted(figure), *_besides(figure)))


def _counted(figure: Figure) -> str:
    what = spaced(figure.what)
    if figure.unit is None or figure.unit in ("people", what):
        who = " and ".join(spaced(kind) for kind in figure.population)
        return f"{what} ({who})" if who else what
    return figure.unit if figure.what in ("count", "quantity") else f"{what} ({figure.unit})"


def _besides(figure: Figure) -> Iterable[str]:
    if figure.attacker_counted is not None:
        yield "with the attacker" if figure.attacker_counted else "without the attacker"
    if figure.as_of is not None:
        yield f"as of {figure.as_of}"
    if figure.same_as is not None:
        yield "as in the body"


def tolls_words(tolls: Iterable[Toll]) -> str | None:
    """How many a text as a whole says were harmed, where that is likely: "The text as a whole: 9
    killed (score 0.81), 20 injured (score 0.70)"."""
    told = [f"{t.value:,} {t.what} (score {t.score:.2f})" for t in tolls if t.score >= _LIKELY]
    return f"The text as a whole: {', '.join(told)}" if told else None


def told_by(entry: Entry) -> str:
    """What a view without the cue says a speaker does: ``denies``, ``rejects``, ``say``."""
    return agreeing(entry.voice.name, act_in_words(entry.statement.act, entry.cue))


def numbered(numbers: Iterable[int]) -> str:
    """Numbers of statements, neighbours drawn together: ``1–4, 7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{r[0]}–{r[-1]}" if len(r) > 2 else ", ".join(map(str, r)) for r in runs)


def score_words(statement: Statement) -> str | None:
    """A statement's score where it is worth a look: "score 0.71", "unsure, score 0.50"."""
    if statement.sure >= NOT_QUITE_SURE:
        return None
    score = f"score {statement.sure:.2f}"
    return f"unsure, {score}" if statement.sure < UNSURE else score


def no_statement(outline: Outline) -> str:
    """What stands in the place of the statements where there are none."""
    if any(note.code == "language-unserved" for note in outline.document.notes):
        return "No quotation was found; in this language nothing else is read for statements."
    return "No statement was found."


def plural(count: int, one: str, many: str | None = None) -> str:
    """``1 statement``, ``2 statements``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


_DENIALS = (
    ("reject", "rejects"), ("rebuff", "rejects"), ("dismiss", "dismisses"), ("disput", "disputes"),
    ("contest", "contests"), ("downplay", "plays down"), ("play", "plays down"),
    ("rule", "rules out"), ("ruling", "rules out"),
    # "Said the story was false": it denies the story, and not that it was false.
    ("said", "says"), ("says", "says"), ("say", "says"), ("told", "says"), ("wrote", "says"),
)  # fmt: skip


def act_in_words(act: Act, cue: str | None) -> str:
    """An act by its word, a denial as the text's own cue has it: who rejects an offer does not deny
    it, and views that do not show the cue must not say so."""
    if act == "deny" and cue is not None:
        said = cue.lower().split()
        for stem, verb in _DENIALS:
            if any(word.startswith(stem) for word in said):
                return verb
    if act == "decline" and cue is not None:
        # "Declined to comment": its content begins with "to".
        low = cue.lower()
        return "declines" if "declin" in low else "refuses" if "refus" in low else ACT_WORDS[act]
    return ACT_WORDS[act]


def agreeing(name: str, verb: str) -> str:
    """A verb of the tables above as the name before it wants it: "rescuers say", "Reuters says"."""
    if not is_many(name):
        return verb
    first, *rest = verb.split(" ")
    if first.endswith("ies"):
        first = first[:-3] + "y"
    elif first.endswith("s"):
        first = first[:-1]
    return " ".join((first, *rest))


def is_many(name: str) -> bool:
    """True for what has its verb without an "s": "rescuers", "Opposition MPs", "two people",
    "I". A single capitalised word may be a name and is not."""
    if name.casefold() in _PRONOUNS:
        return True
    if re.match(r"(?:two|three|four|five|six|seven|eight|nine|ten|both|several)\b", name, re.I):
        return True
    head = re.split(r",|\s(?:of|in|at|from|on|for|with|near|who|to|by)\s", name, maxsplit=1)[0]
    last = head.rsplit(" ", 1)[-1].strip("“”\"'’")
    if last.lower() in _MANY | _ROLES:
        # "Prosecutors", at the head of a sentence: a role of many, and nobody's name.
        return True
    return bool(re.search(r"(?:[a-z][^su\W]|[A-Z]{2})s$", last)) and not last.istitle()


def roles(counts: Iterable[tuple[str, int]]) -> str:
    """Counts of segments by role: ``2 teasers, 7 boilerplate``."""
    return ", ".join(
        f"{count} {role}" if role == "boilerplate" else plural(count, role)
        for role, count in counts
    )


def day(value: str | None) -> str | None:
    """An ISO date as ``27 February 2021``, with the time where there is one; else as it is."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    date = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    if "T" not in value and " " not in value.strip():
        return date
    zone = moment.strftime("%z")
    offset = f" (UTC{zone[:3]}:{zone[3:5]})" if zone else ""
    return f"{date}, {moment:%H:%M}{offset}"
