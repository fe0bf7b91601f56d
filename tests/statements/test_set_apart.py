"""Contents cut where somebody else's begin."""

from tests.reading import article_of, reading_of

from accordingto.records.span import Span
from accordingto.statements.draft import Draft, Page
from accordingto.statements.trained.between import set_apart

TEXT = "Lum said it was safe and demanded that it be opened."


def _draft(source: str, cue: str, content: str) -> Draft:
    def span(words: str) -> Span:
        start = TEXT.index(words)
        return Span(start, start + len(words))

    at = TEXT[: TEXT.index(cue)].count(" ")
    return Draft(
        at=at,
        kind="verb",
        cue=span(cue),
        source=span(source),
        contents=(span(content),),
        act="assert",
        score=0.9,
    )


def test_a_second_verb_of_the_speaker_ends_a_content() -> None:
    page = Page(TEXT, reading_of(article_of(TEXT)))
    first = _draft("Lum", "said", "it was safe and demanded that it be opened")
    second = _draft("Lum", "demanded", "that it be opened")
    found = set_apart(page, [first, second])
    assert [d.contents[0].of(TEXT) for d in found] == ["it was safe", "that it be opened"]


def test_no_content_is_cut_down_to_nothing() -> None:
    page = Page(TEXT, reading_of(article_of(TEXT)))
    first = _draft("Lum", "said", "demanded that it be opened")
    second = _draft("Lum", "demanded", "that it be opened")
    assert all(d.contents for d in set_apart(page, [first, second]))
