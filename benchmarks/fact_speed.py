"""How fast times, figures, quantities and places are found together, the parser's time left out."""

import time

from accordingto.actors.find import find_actors
from accordingto.facts.figures import find_figures
from accordingto.facts.places import find_places
from accordingto.facts.quantities import find_quantities
from accordingto.facts.times import find_times
from accordingto.intake.capture import capture_text
from accordingto.language.engines import engine_for
from accordingto.language.read import read_language
from accordingto.page.read import read_article
from accordingto.records.capture import Given
from benchmarks.corpora import corpus, rows

_TEXTS = 60


def characters_a_second() -> float:
    """Characters of text a second of one processor, over some texts of the geoparsing corpora."""
    spent, characters = 0.0, 0
    for at, row in enumerate(rows(corpus("facts") / "geo.jsonl")):
        if at % 10:
            continue
        if at // 10 >= _TEXTS:
            break
        given = Given(published=row.get("date") or "2015-01-01", language="en")
        article = read_article(capture_text(row["text"], row["id"], given))
        reading = read_language(article, engine_for("en"))
        actors = find_actors(article, reading, ())
        start = time.process_time()
        times = find_times(article, reading)
        timed = (*times.times, *times.durations)
        figures = find_figures(article, reading, (), timed)
        find_quantities(article, reading, (), figures, times.times)
        find_places(article, reading, actors)
        spent += time.process_time() - start
        characters += len(article.text)
    return characters / spent
