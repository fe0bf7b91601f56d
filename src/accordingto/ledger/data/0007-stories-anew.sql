-- Articles are grouped by the beginnings of their words: what is kept of them is made again from
-- the documents when the stories are next asked for. Rulings are kept.

DELETE FROM story_reports;

DELETE FROM story_terms;

DELETE FROM sqlite_sequence WHERE name = 'story_reports';
