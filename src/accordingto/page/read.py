"""The page stage: a capture to an article."""

import msgspec

from accordingto.page.corrections import find_corrections
from accordingto.page.html.read import read_html
from accordingto.page.plain.read import read_plain
from accordingto.records.article import Article
from accordingto.records.capture import Capture


def read_article(capture: Capture) -> Article:
    """Structure of one input: its fixed text, each part's role, and the article's particulars.

    HTML and plain text are read by their own code to the same record. Raises nothing.
    """
    article = read_html(capture) if capture.media == "html" else read_plain(capture)
    corrections = find_corrections(article.text, article.segments)
    return msgspec.structs.replace(article, corrections=corrections)
