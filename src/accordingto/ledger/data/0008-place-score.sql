-- How sure it is that the place of a happening lies where it is put: a place that no gazetteer has is
-- put near another one, and a map must be able to leave it out.

DROP VIEW happenings;

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
    p.score AS place_score,
    e.score,
    d.url,
    e.document,
    e.id AS event
FROM events AS e
JOIN documents AS d ON d.id = e.document
LEFT JOIN anchors AS a ON a.document = e.document AND a.event = e.id AND a.position = 0
LEFT JOIN places AS p ON p.document = e.document AND p.id = e.place;
