"""A document made by hand, for tests of what shows documents. Incident and names are invented."""

from accordingto.records.article import Note, Role, Segment
from accordingto.records.document import CONTRACT, Document
from accordingto.records.facts import Actor, Figure, Label
from accordingto.records.span import Span
from accordingto.records.statement import Relation, Statement

LINES: tuple[tuple[Role, str], ...] = (
    ("boilerplate", "Sign in | Weather | <b>Jobs</b>"),
    ("headline", "Navy denies sinking the ferry Marl"),
    ("byline", "By Oda Renn"),
    (
        "body",
        "Harbour master Ilse Tavrin said at least 12 people had died when the Marl went down. "
        "“A grey ship fired at us,” Tavrin quoted a survivor as saying.",
    ),
    (
        "body",
        "The Veltian navy denied that its ships had fired, Radio Sund reported. Officials spoke "
        "of “a tragic accident” and put the dead at 9.",
    ),
    ("teaser", "Read more: [red]Five recipes[/red] for autumn"),
)
TEXT = "\n\n".join(words for _, words in LINES)


def at(words: str, nth: int = 0, text: str = TEXT) -> Span:
    """The span of the ``nth`` place where ``words`` stand in ``text``."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def document(text: str, lines: tuple[Segment, ...] = (), **fields: object) -> Document:
    """A document with ``text`` and nothing else but ``fields``."""
    empty: dict[str, object] = dict.fromkeys(Document.__struct_fields__, ())
    optional = "headline standfirst published modified outlet url language genre section"
    empty.update(dict.fromkeys(optional.split()))
    empty.update(id="d-1", source="page.html", sha256="0" * 64, version="0", contract=CONTRACT)
    return Document(**{**empty, "text": text, "lines": lines, **fields})  # type: ignore[arg-type]


def ferry() -> Document:
    """Six statements: one quoted inside another, a denial passed on, unnamed officials."""
    return document(
        TEXT,
        tuple(
            Segment(line=2 * number + 1, span=at(words), role=role)
            for number, (role, words) in enumerate(LINES)
        ),
        headline="Navy denies sinking the ferry Marl",
        published="2031-10-04T18:30:00+02:00",
        outlet="Harbour Post",
        language="en",
        actors=_ACTORS,
        statements=_STATEMENTS,
        relations=_RELATIONS,
        figures=_FIGURES,
        labels=(Label(actor="a-navy", label_span=at("grey ship"), by="a-tavrin"),),
        notes=(Note(code="date-guessed", message="The date stands only in the address."),),
    )


_ACTORS = (
    Actor(
        id="a-tavrin",
        kind="person",
        name="Ilse Tavrin",
        mentions=(at("Ilse Tavrin"), at("Tavrin", 1)),
        aliases=("Tavrin",),
        role="Harbour master",
    ),
    Actor(
        id="a-navy",
        kind="government",
        name="Veltian navy",
        mentions=(at("Navy"), at("Veltian navy")),
        aliases=("Navy",),
    ),
    Actor(id="a-radio", kind="media", name="Radio Sund", mentions=(at("Radio Sund"),)),
)

_STATEMENTS = (
    Statement(
        id="s-head",
        source="a-navy",
        source_span=at("Navy"),
        cue_span=at("denies"),
        content_spans=(at("sinking the ferry Marl"),),
        act="deny",
    ),
    Statement(
        id="s-toll",
        source="a-tavrin",
        source_span=at("Harbour master Ilse Tavrin"),
        cue_span=at("said"),
        content_spans=(at("at least 12 people had died when the Marl went down"),),
    ),
    Statement(
        id="s-quote",
        source="a-tavrin",
        source_span=at("Tavrin", 1),
        cue_span=at("quoted"),
        content_spans=(at("“A grey ship fired at us,” Tavrin quoted a survivor as saying"),),
    ),
    Statement(
        id="s-survivor",
        source_span=at("a survivor"),
        holder_text="a survivor",
        cue_span=at("saying"),
        content_spans=(at("A grey ship fired at us"),),
        quote="direct",
        act="accuse",
        via=("a-tavrin",),
        parent="s-quote",
    ),
    Statement(
        id="s-denial",
        source="a-navy",
        source_span=at("The Veltian navy"),
        cue_span=at("denied"),
        content_spans=(at("that its ships had fired"),),
        act="deny",
        via=("a-radio",),
        via_cue_span=at("reported"),
    ),
    Statement(
        id="s-officials",
        source_span=at("Officials"),
        holder_text="Officials",
        cue_span=at("spoke"),
        content_spans=(at("“a tragic accident” and put the dead at 9"),),
        quote="mixed",
        score=0.4,
        reasons=("which officials is not said",),
    ),
)

_RELATIONS = (
    Relation(origin="s-denial", target="s-survivor", kind="denies", score=0.9),
    Relation(origin="s-head", target="s-denial", kind="repeats", score=0.8),
)

_FIGURES = (
    Figure(
        id="f-12",
        span=at("at least 12"),
        what="killed",
        value=12,
        low=12,
        statement="s-toll",
    ),
    Figure(id="f-9", span=at("9"), what="killed", value=9, low=9, high=9, statement="s-officials"),
)
