-- Joined tables for people who open the file in another tool.

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
    s.parent
FROM statements AS s
JOIN documents AS d ON d.id = s.document;

CREATE VIEW conflicts AS
SELECT
    d.published,
    d.outlet,
    d.headline,
    a.source_name AS source,
    r.kind,
    a.words,
    b.source_name AS against,
    b.words AS against_words,
    r.score,
    r.reasons,
    d.url,
    r.document,
    r.origin AS statement,
    r.target AS against_statement
FROM relations AS r
JOIN documents AS d ON d.id = r.document
JOIN statements AS a ON a.document = r.document AND a.id = r.origin
JOIN statements AS b ON b.document = r.document AND b.id = r.target
WHERE r.kind IN ('denies', 'disputes');

CREATE VIEW tolls AS
SELECT
    d.published,
    d.outlet,
    d.headline,
    f.what,
    f.words AS figure,
    f.value,
    f.low,
    f.high,
    f.unit,
    s.source_name AS source,
    s.act,
    s.words,
    f.score,
    d.url,
    f.document,
    f.statement,
    f.start_at,
    f.end_at
FROM figures AS f
JOIN documents AS d ON d.id = f.document
LEFT JOIN statements AS s ON s.document = f.document AND s.id = f.statement;
