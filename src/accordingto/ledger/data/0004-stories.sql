-- Stories: which articles tell of one event. All of it can be made again from the documents, but
-- for the two tables of rulings, which people make and which win over every judgement.

CREATE TABLE story_reports (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL UNIQUE REFERENCES documents (id) ON DELETE CASCADE,
    story INTEGER NOT NULL,
    profile BLOB NOT NULL
) STRICT;

CREATE INDEX story_reports_by_story ON story_reports (story);

CREATE TABLE story_keys (
    term INTEGER NOT NULL,
    report INTEGER NOT NULL REFERENCES story_reports (number) ON DELETE CASCADE,
    PRIMARY KEY (term, report)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_keys_by_report ON story_keys (report);

CREATE TABLE story_likeness (
    later INTEGER NOT NULL REFERENCES story_reports (number) ON DELETE CASCADE,
    earlier INTEGER NOT NULL REFERENCES story_reports (number) ON DELETE CASCADE,
    score REAL NOT NULL,
    PRIMARY KEY (later, earlier)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_likeness_by_earlier ON story_likeness (earlier);

CREATE TABLE story_terms (
    term INTEGER PRIMARY KEY,
    reports INTEGER NOT NULL
) STRICT;

-- A person says that a document belongs with another (`same` 1) or does not (0).
CREATE TABLE story_rulings (
    document TEXT NOT NULL,
    other TEXT NOT NULL,
    same INTEGER NOT NULL,
    made_on TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (document, other)
) STRICT, WITHOUT ROWID;

-- A person says that two actors are one (`same` 1) or are not (0).
CREATE TABLE party_rulings (
    document TEXT NOT NULL,
    actor TEXT NOT NULL,
    other_document TEXT NOT NULL,
    other_actor TEXT NOT NULL,
    same INTEGER NOT NULL,
    made_on TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (document, actor, other_document, other_actor)
) STRICT, WITHOUT ROWID;
