-- How sure a content is as it is worded, how an event is told and what kind it is, codes of
-- sentences: the documents have had them, the tables now have them too.

ALTER TABLE statements ADD COLUMN certainty TEXT NOT NULL DEFAULT 'plain';

UPDATE statements SET certainty = found.certainty
FROM (
    SELECT
        d.id AS document,
        s.value ->> '$.id' AS id,
        s.value ->> '$.certainty' AS certainty
    FROM documents AS d, json_each(d.json, '$.statements') AS s
) AS found
WHERE statements.document = found.document
    AND statements.id = found.id
    AND found.certainty IS NOT NULL;

ALTER TABLE events ADD COLUMN mode TEXT;

ALTER TABLE events ADD COLUMN realis TEXT NOT NULL DEFAULT 'past';

-- 1 for the one event that the article is about.
ALTER TABLE events ADD COLUMN main INTEGER NOT NULL DEFAULT 0;

UPDATE events SET
    mode = found.mode,
    realis = coalesce(found.realis, 'past'),
    main = coalesce(found.main, 0)
FROM (
    SELECT
        d.id AS document,
        e.value ->> '$.id' AS id,
        e.value ->> '$.mode' AS mode,
        e.value ->> '$.realis' AS realis,
        e.value ->> '$.main' AS main
    FROM documents AS d, json_each(d.json, '$.events') AS e
) AS found
WHERE events.document = found.document AND events.id = found.id;

CREATE TABLE codes (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    scheme TEXT NOT NULL,
    code TEXT NOT NULL,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX codes_by_code ON codes (code);

INSERT INTO codes (document, position, start_at, end_at, words, scheme, code, score, reasons)
SELECT
    d.id,
    c.key,
    c.value ->> '$.span[0]',
    c.value ->> '$.span[1]',
    substr(
        d.text,
        (c.value ->> '$.span[0]') + 1,
        (c.value ->> '$.span[1]') - (c.value ->> '$.span[0]')
    ),
    c.value ->> '$.scheme',
    c.value ->> '$.code',
    c.value ->> '$.score',
    coalesce(
        (SELECT group_concat(r.value, '; ') FROM json_each(c.value, '$.reasons') AS r),
        ''
    )
FROM documents AS d, json_each(d.json, '$.codes') AS c;

DROP VIEW claims;

CREATE VIEW claims AS
SELECT
    s.key,
    d.published,
    d.outlet,
    d.headline,
    s.source_name AS source,
    s.act,
    s.quote,
    s.words,
    (
        SELECT group_concat(carrier, ', ')
        FROM (
            SELECT coalesce(a.name, c.words) AS carrier
            FROM carriers AS c
            LEFT JOIN actors AS a ON a.document = c.document AND a.id = c.actor
            WHERE c.document = s.document AND c.statement = s.id
            ORDER BY c.position
        )
    ) AS via,
    s.said_on,
    s.source_kind,
    s.source_words,
    s.cue_words,
    s.score,
    d.url,
    d.language,
    s.document,
    s.id AS statement,
    s.position,
    s.source AS actor,
    s.parent,
    s.certainty
FROM statements AS s
JOIN documents AS d ON d.id = s.document;

CREATE VIEW happenings AS
SELECT
    d.published,
    d.outlet,
    d.headline,
    e.type,
    e.mode,
    e.realis,
    e.main,
    a.words,
    e.happened,
    p.name AS place,
    p.lat,
    p.lon,
    e.score,
    d.url,
    e.document,
    e.id AS event
FROM events AS e
JOIN documents AS d ON d.id = e.document
LEFT JOIN anchors AS a ON a.document = e.document AND a.event = e.id AND a.position = 0
LEFT JOIN places AS p ON p.document = e.document AND p.id = e.place;

-- Reports are compared by more than before: stories are made again from the documents when they are
-- next asked for. People's rulings stay.
DELETE FROM story_reports;

DELETE FROM story_terms;

DELETE FROM sqlite_sequence WHERE name = 'story_reports';
