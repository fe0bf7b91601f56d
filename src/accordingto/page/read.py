"""The page stage: a capture to an article."""

from accordingto.page.html.read import read_html
from accordingto.page.plain.read import read_plain
from accordingto.records.article import Article
from accordingto.records.capture import Capture


def read_article(capture: Capture) -> Article:
    """Structure of one input: its fixed text, each part's role, and the article's particulars.

    HTML and plain text are read by their own code to the same record. Raises nothing.
    """
    if capture.media == "html":
        return read_html(capture)
    return read_plain(capture)
