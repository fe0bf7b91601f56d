"""Who holds the office that a noun names: "the minister", a headline's "Mayor"."""

from accordingto.actors.bodies import Found, content
from accordingto.actors.fold import parts
from accordingto.actors.group import Grouping
from accordingto.actors.mention import Mention
from accordingto.actors.wordlists import short_titles, words

# What else the holder of an office is called.
_ALSO = {
    "representative": ("congressman", "congresswoman", "lawmaker", "legislator"),
    "senator": ("lawmaker", "legislator"),
    "mp": ("lawmaker", "legislator"),
    "pope": ("pontiff",),
    "father": ("priest", "cleric"),
    "reverend": ("priest", "pastor", "cleric"),
    "imam": ("cleric", "preacher"),
    "ayatollah": ("cleric",),
    "bishop": ("cleric", "prelate"),
    "archbishop": ("cleric", "prelate"),
    "cardinal": ("cleric", "prelate"),
    "king": ("monarch",),
    "queen": ("monarch",),
    "emir": ("ruler",),
    "sultan": ("ruler",),
    "prime": ("premier", "pm"),
    "premier": ("minister",),
}
# "The rebel general", of whom the text has said that he leads rebels.
_SIDES = frozenset({"rebel", "opposition"})
_BELOW = frozenset({"vice", "deputy", "assistant", "associate"})


def with_role(group: Grouping, index: int, roles: dict[int, str], opening: int) -> Found:
    """ "The minister", a headline's "Minister": the one person whose title or role says so."""
    mention = group.mentions[index]
    headline = mention.span.start < opening and content(mention) == parts(mention.words)
    if (
        not (mention.definite or headline)
        or mention.plural
        or mention.kind != "person"
        or mention.lemma in words("kinds.toml", "nouns", "kin")
    ):
        return None
    fitting: dict[int, int] = {}
    for other, role in roles.items():
        if _fits_role(mention, role):
            fitting.setdefault(group.root(other), other)
    if len(fitting) != 1:
        return None
    other = next(iter(fitting.values()))
    return other, 0.75, f"the only {mention.lemma} named: {group.mentions[other].words}"


def _fits_role(mention: Mention, role: str) -> bool:
    low = [*role.split(), *(full for w in role.split() if (full := _spelled_out(w)))]
    low += [word for full in low for word in _ALSO.get(full, ())]
    said = [w for w in parts(mention.words) if w not in {"the", "this", "that", "former", "late"}]
    bare = said[: said.index("of")] if "of" in said else said
    of_what = mention.words.partition(" of ")[2].replace("’", "'").removesuffix("'s").split()
    if any(w[0].isupper() and w.lower() not in role for w in of_what):
        # "The president of Velia" is no "President Lum", of whichever state.
        return False
    if mention.lemma not in low or not all(w in low or w in _SIDES for w in bare):
        return False
    # "The president" is no vice president.
    at = low.index(mention.lemma)
    return at == 0 or low[at - 1] not in _BELOW or low[at - 1] in bare


def _spelled_out(word: str) -> str | None:
    """ "colonel" for "Col."."""
    return short_titles().get(word.rstrip("."))
