-- The indexes keep no copy of the words: they read them from the tables by key.

CREATE VIRTUAL TABLE statement_search USING fts5 (
    words, source_names,
    content = 'statements', content_rowid = 'key',
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE line_search USING fts5 (
    words,
    content = 'lines', content_rowid = 'key',
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE headline_search USING fts5 (
    headline,
    content = 'documents', content_rowid = 'key',
    tokenize = 'unicode61 remove_diacritics 2'
);

-- A word in what is said weighs more than the same word in the speaker's name.
INSERT INTO statement_search (statement_search, rank) VALUES ('rank', 'bm25(1.0, 0.5)');

INSERT INTO statement_search (statement_search) VALUES ('rebuild');
INSERT INTO line_search (line_search) VALUES ('rebuild');
INSERT INTO headline_search (headline_search) VALUES ('rebuild');
