"""The page stage: a capture to an article."""

import msgspec

from accordingto.page.corrections import find_corrections
from accordingto.page.creditnames import credit_names, is_handout
from accordingto.page.dates import parse_date
from accordingto.page.html.read import read_html
from accordingto.page.plain.read import read_plain
from accordingto.records.article import Article, Image
from accordingto.records.capture import Capture

_DATED = 1000  # characters of a caption in which its day is looked for


def read_article(capture: Capture) -> Article:
    """Structure of one input: its fixed text, each part's role, and the article's particulars.

    HTML and plain text are read by their own code to the same record. Raises nothing.
    """
    article = read_html(capture) if capture.media == "html" else read_plain(capture)
    return msgspec.structs.replace(
        article,
        images=tuple(_completed(image) for image in article.images),
        corrections=find_corrections(article.text, article.segments),
    )


def _completed(image: Image) -> Image:
    """The picture with the names in its credit apart, and the day that its caption names."""
    caption, credit = image.caption or "", image.credit or ""
    if not caption and not credit:
        return image
    date = image.date
    if date is None and 0 < len(caption) <= _DATED:
        date = parse_date(caption, day_first=None)
    start = image.credit_span.start if image.credit_span is not None else None
    names = credit_names(credit, start)
    handout = is_handout(credit, caption)
    return msgspec.structs.replace(image, date=date, credits=names, handout=handout)
