-- Who says a statement together with its source ("the union and the mayor said"). Documents that were
-- read before have nobody here.

CREATE TABLE joint_sources (
    document TEXT NOT NULL,
    statement TEXT NOT NULL,
    position INTEGER NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (document, statement, position),
    FOREIGN KEY (document, statement) REFERENCES statements (document, id) ON DELETE CASCADE,
    FOREIGN KEY (document, actor) REFERENCES actors (document, id)
    ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
