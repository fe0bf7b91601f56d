"""The ledger's tables and views as SQLAlchemy sees them.

The tables are made by the migrations in ``data/``; this is their newest form, for writing
queries. A test holds the two against each other.
"""

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    Table,
    TableClause,
    Text,
    UniqueConstraint,
    column,
    table,
)

metadata = MetaData()


def _text(name: str, *, needed: bool = True) -> Column[str]:
    return Column(name, Text, nullable=not needed)


def _number(name: str, *, needed: bool = True) -> Column[int]:
    return Column(name, Integer, nullable=not needed)


def _real(name: str, *, needed: bool = False) -> Column[float]:
    return Column(name, Float, nullable=not needed)


def _key() -> Column[int]:
    return Column("key", Integer, primary_key=True)


def _document(*, primary: bool = True) -> Column[str]:
    owner = ForeignKey("documents.id", ondelete="CASCADE")
    return Column("document", Text, owner, primary_key=primary, nullable=False)


def _part(name: str = "id") -> Column[str]:
    return Column(name, Text, primary_key=True)


def _position() -> Column[int]:
    return Column("position", Integer, primary_key=True)


def _within(name: str, home: str, *, late: bool = False) -> ForeignKeyConstraint:
    """A reference to another record of the same document. ``late``: checked at commit."""
    return ForeignKeyConstraint(
        ["document", name],
        [f"{home}.document", f"{home}.id"],
        ondelete="CASCADE",
        deferrable=late or None,
        initially="DEFERRED" if late else None,
    )


def _words(*, needed: bool = True) -> list[Column[int] | Column[str]]:
    return [
        _number("start_at", needed=needed),
        _number("end_at", needed=needed),
        _text("words", needed=needed),
    ]


def _judged() -> list[Column[float] | Column[str]]:
    return [_real("score", needed=True), _text("reasons")]


def _pointers(name: str, owner: str, home: str) -> Table:
    """A table of the places in the text at which a record of ``home`` is seen."""
    return Table(
        name,
        metadata,
        Column("document", Text, primary_key=True),
        _part(owner),
        _position(),
        *_words(),
        _within(owner, home),
    )


documents = Table(
    "documents",
    metadata,
    _key(),
    Column("id", Text, unique=True, nullable=False),
    *(_text(name) for name in ("source", "sha256", "version", "contract")),
    *(_text(name, needed=False) for name in ("headline", "standfirst")),
    _text("authors"),
    *(_text(name, needed=False) for name in ("published", "modified", "outlet", "url")),
    *(_text(name, needed=False) for name in ("language", "genre")),
    _text("text"),
    _text("json"),
)

lines = Table(
    "lines",
    metadata,
    _key(),
    _document(primary=False),
    _number("position"),
    _number("line"),
    _text("role"),
    *_words(),
    *_judged(),
    UniqueConstraint("document", "position"),
)

actors = Table(
    "actors",
    metadata,
    _document(),
    _part(),
    _number("position"),
    *(_text(name) for name in ("kind", "name", "aliases")),
    *(_text(name, needed=False) for name in ("role", "member_of")),
    *_judged(),
    _within("member_of", "actors", late=True),
)

mentions = _pointers("mentions", "actor", "actors")

statements = Table(
    "statements",
    metadata,
    _key(),
    _document(primary=False),
    _text("id"),
    _number("position"),
    *(_text(name, needed=False) for name in ("source", "source_kind", "source_name")),
    _text("source_names"),
    *(_text(name, needed=False) for name in ("source_words", "cue_words")),
    *(_text(name) for name in ("act", "quote", "words")),
    *(_text(name, needed=False) for name in ("holder_text", "affiliation", "addressee")),
    *(_text(name, needed=False) for name in ("said_on", "parent")),
    *_judged(),
    _text("certainty"),
    UniqueConstraint("document", "id"),
    UniqueConstraint("document", "position"),
    _within("source", "actors", late=True),
    _within("affiliation", "actors", late=True),
    _within("parent", "statements", late=True),
)

contents = _pointers("contents", "statement", "statements")

carriers = Table(
    "carriers",
    metadata,
    Column("document", Text, primary_key=True),
    _part("statement"),
    _position(),
    _text("actor", needed=False),
    *_words(needed=False),
    _within("statement", "statements"),
    _within("actor", "actors", late=True),
)

joint_sources = Table(
    "joint_sources",
    metadata,
    Column("document", Text, primary_key=True),
    _part("statement"),
    _position(),
    _text("actor"),
    _within("statement", "statements"),
    _within("actor", "actors", late=True),
)

relations = Table(
    "relations",
    metadata,
    _document(),
    _position(),
    *(_text(name) for name in ("origin", "target", "kind")),
    *_judged(),
    _within("origin", "statements"),
    _within("target", "statements"),
)

places = Table(
    "places",
    metadata,
    _document(),
    _part(),
    _number("position"),
    *(_text(name) for name in ("name", "kind")),
    _text("country", needed=False),
    *(_real(name) for name in ("lat", "lon")),
    _number("gid", needed=False),
    *_judged(),
)

place_mentions = _pointers("place_mentions", "place", "places")

events = Table(
    "events",
    metadata,
    _document(),
    _part(),
    _number("position"),
    _text("type"),
    *(_text(name, needed=False) for name in ("happened", "place")),
    *_judged(),
    _text("mode", needed=False),
    _text("realis"),
    _number("main"),
    _within("place", "places"),
)

anchors = _pointers("anchors", "event", "events")

figures = Table(
    "figures",
    metadata,
    _document(),
    _part(),
    _number("position"),
    *_words(),
    _text("what"),
    *(_real(name) for name in ("value", "low", "high")),
    *(_text(name, needed=False) for name in ("unit", "statement", "about_event")),
    *_judged(),
    _within("statement", "statements"),
    _within("about_event", "events"),
)

times = Table(
    "times",
    metadata,
    _document(),
    _position(),
    *_words(),
    *(_text(name) for name in ("value", "type")),
    *_judged(),
)

codes = Table(
    "codes",
    metadata,
    _document(),
    _position(),
    *_words(),
    *(_text(name) for name in ("scheme", "code")),
    *_judged(),
)

labels = Table(
    "labels",
    metadata,
    _document(),
    _position(),
    _text("actor"),
    *_words(),
    _text("given_by"),
    *_judged(),
    _within("actor", "actors"),
)

notes = Table(
    "notes",
    metadata,
    _document(),
    _position(),
    *(_text(name) for name in ("code", "message")),
    *_words(needed=False),
)

schema_version = Table(
    "schema_version", metadata, Column("number", Integer, primary_key=True), _text("title")
)

# Views; see data/*-views.sql.
claims = table(
    "claims",
    *(column(name, Integer) for name in ("key", "position")),
    column("score", Float),
    *(column(name, Text) for name in ("document", "statement", "actor", "source", "source_kind")),
    *(column(name, Text) for name in ("act", "quote", "words", "source_words", "cue_words")),
    *(column(name, Text) for name in ("via", "said_on", "parent", "certainty")),
    *(column(name, Text) for name in ("published", "outlet", "headline", "url", "language")),
)


def _index(name: str) -> TableClause:
    """A full-text index: matched by the column of its own name, best at the lowest ``rank``."""
    return table(name, column("rowid", Integer), column(name, Text), column("rank", Float))


statement_search = _index("statement_search")
line_search = _index("line_search")
headline_search = _index("headline_search")
