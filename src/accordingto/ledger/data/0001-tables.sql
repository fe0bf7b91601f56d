-- A statement ends at a semicolon at the end of a line; there are no others.
-- Spans are [start_at, end_at) in documents.text, in code points; `words` is what stands there.

PRAGMA application_id = 1094931556;

CREATE TABLE schema_version (
    number INTEGER PRIMARY KEY,
    title TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    version TEXT NOT NULL,
    contract TEXT NOT NULL,
    headline TEXT,
    standfirst TEXT,
    authors TEXT NOT NULL,
    published TEXT,
    modified TEXT,
    outlet TEXT,
    url TEXT,
    language TEXT,
    genre TEXT,
    text TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;

CREATE INDEX documents_by_day ON documents (published DESC, id);
CREATE INDEX documents_by_source ON documents (source);

CREATE TABLE lines (
    key INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    line INTEGER NOT NULL,
    role TEXT NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    UNIQUE (document, position)
) STRICT;

CREATE TABLE actors (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    role TEXT,
    member_of TEXT,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (document, id),
    FOREIGN KEY (document, member_of) REFERENCES actors (document, id)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX actors_by_name ON actors (name);

CREATE TABLE mentions (
    document TEXT NOT NULL,
    actor TEXT NOT NULL,
    position INTEGER NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (document, actor, position),
    FOREIGN KEY (document, actor) REFERENCES actors (document, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
    key INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    source TEXT,
    source_kind TEXT,
    source_name TEXT,
    source_names TEXT NOT NULL,
    source_words TEXT,
    cue_words TEXT,
    act TEXT NOT NULL,
    quote TEXT NOT NULL,
    words TEXT NOT NULL,
    holder_text TEXT,
    affiliation TEXT,
    addressee TEXT,
    said_on TEXT,
    parent TEXT,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    UNIQUE (document, id),
    UNIQUE (document, position),
    FOREIGN KEY (document, source) REFERENCES actors (document, id)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, affiliation) REFERENCES actors (document, id)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, parent) REFERENCES statements (document, id)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX statements_by_act ON statements (act);

CREATE TABLE contents (
    document TEXT NOT NULL,
    statement TEXT NOT NULL,
    position INTEGER NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (document, statement, position),
    FOREIGN KEY (document, statement) REFERENCES statements (document, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE carriers (
    document TEXT NOT NULL,
    statement TEXT NOT NULL,
    position INTEGER NOT NULL,
    actor TEXT,
    start_at INTEGER,
    end_at INTEGER,
    words TEXT,
    PRIMARY KEY (document, statement, position),
    FOREIGN KEY (document, statement) REFERENCES statements (document, id) ON DELETE CASCADE,
    FOREIGN KEY (document, actor) REFERENCES actors (document, id)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE relations (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    origin TEXT NOT NULL,
    target TEXT NOT NULL,
    kind TEXT NOT NULL,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (document, position),
    FOREIGN KEY (document, origin) REFERENCES statements (document, id) ON DELETE CASCADE,
    FOREIGN KEY (document, target) REFERENCES statements (document, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX relations_by_kind ON relations (kind);

CREATE TABLE places (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    lat REAL,
    lon REAL,
    gid INTEGER,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX places_by_name ON places (name);

CREATE TABLE place_mentions (
    document TEXT NOT NULL,
    place TEXT NOT NULL,
    position INTEGER NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (document, place, position),
    FOREIGN KEY (document, place) REFERENCES places (document, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    happened TEXT,
    place TEXT,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (document, id),
    FOREIGN KEY (document, place) REFERENCES places (document, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE anchors (
    document TEXT NOT NULL,
    event TEXT NOT NULL,
    position INTEGER NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (document, event, position),
    FOREIGN KEY (document, event) REFERENCES events (document, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE figures (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    what TEXT NOT NULL,
    value REAL,
    low REAL,
    high REAL,
    unit TEXT,
    statement TEXT,
    about_event TEXT,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (document, id),
    FOREIGN KEY (document, statement) REFERENCES statements (document, id) ON DELETE CASCADE,
    FOREIGN KEY (document, about_event) REFERENCES events (document, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX figures_by_what ON figures (what);

CREATE TABLE times (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    value TEXT NOT NULL,
    type TEXT NOT NULL,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE labels (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    actor TEXT NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    given_by TEXT NOT NULL,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (document, position),
    FOREIGN KEY (document, actor) REFERENCES actors (document, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    start_at INTEGER,
    end_at INTEGER,
    words TEXT,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
