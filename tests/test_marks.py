from accordingto.intake.capture import capture_html
from accordingto.marks import Marks, keep_marks, marks_of


def test_marks_are_kept_for_the_next_reader_of_the_same_page_only() -> None:
    page, other = "<p>One <b>two</b></p>", "<p>Three</p>"
    marks = Marks(page.encode())
    keep_marks(page, marks)
    assert marks_of(page) is marks
    assert marks_of(page) is not marks  # they are kept once
    keep_marks(page, marks)
    assert marks_of(other).data == other.encode()
    assert marks_of(page) is not marks


def test_kept_or_not_the_marks_are_those_of_what_is_read() -> None:
    for written in ("<p>Straße 北</p>", "<p>\x00 half \ud83d pair</p>"):
        content = capture_html(written, "page.html").content
        assert marks_of(content).data == content.encode()
