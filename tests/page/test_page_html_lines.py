"""What is one line of the text: line breaks, elements of a site's own, rows of tables."""

import pytest

from accordingto import read_page

STORY = "".join(
    f"<p>{p}</p>"
    for p in (
        "The harbour office of Port Velm halted all ferries on Wednesday, after a crane fell on "
        "a pier and blocked the only berth that was still in use.",
        "Nobody was hurt, the office said, and the service is to go on at the end of the week, "
        "once divers have looked at the piles.",
        "Ilse Tarn, who has run the kiosk beside the pier for eleven years, said that she had "
        "heard the crane creak for a month.",
    )
)


def _lines(part: str) -> list[str]:
    page = read_page(
        "<html lang='en'><title>Ferries halted at Port Velm</title><article>"
        f"<h1>Ferries halted at Port Velm</h1>{STORY}{part}{STORY}</article>"
    )
    return [line.span.of(page.text) for line in page.lines]


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("<p>Odile Brandt<br>Upper Marn</p>", ["Odile Brandt", "Upper Marn"]),
        (
            "<p>The pier is shut.<br>The kiosk is open.</p>",
            ["The pier is shut.", "The kiosk is open."],
        ),
        ("<p>the pier that was<br>shut on Monday</p>", ["the pier that was shut on Monday"]),
        ("<p>One<br><br><br>Two</p>", ["One", "Two"]),
        (
            "<p>A kiosk of its own, as a kit<br>https://velm.example/kit</p>",
            ["A kiosk of its own, as a kit", "https://velm.example/kit"],
        ),
        ("<h3>Three days<br>of waiting</h3>", ["Three days of waiting"]),
        ("<h3>Three days<br>Of waiting</h3>", ["Three days Of waiting"]),
    ],
)
def test_single_line_breaks(written: str, lines: list[str]) -> None:
    found = _lines(written)
    assert [line for line in found if line in lines] == lines


def test_a_wrapped_sentence_stays_whole() -> None:
    wrapped = (
        "<p>The inspectors of the river commission, among them their President<br>Odo "
        "Brandt, went down to the pier before noon.</p>"
    )
    assert (
        "The inspectors of the river commission, among them their President Odo Brandt, went down "
        "to the pier before noon." in _lines(wrapped)
    )


def test_an_element_of_the_sites_own_does_not_cut_a_sentence() -> None:
    found = _lines(
        "<p>The crane was old (<x-source of='a'><a href=/1>1</a></x-source>), he said.</p>"
    )
    assert "The crane was old (1), he said." in found


def test_an_element_of_the_sites_own_may_hold_a_paragraph() -> None:
    found = _lines("<x-part>The crane was old.</x-part><x-part>The pier is new.</x-part>")
    assert "The crane was old." in found
    assert "The pier is new." in found


def test_a_row_of_a_table_is_one_line() -> None:
    found = _lines("<table><tr><th>Pier<th>Cranes<tr><td>North<td>2<tr><td>South<td>1</table>")
    assert [line for line in found if line in ("Pier Cranes", "North 2", "South 1")] == [
        "Pier Cranes", "North 2", "South 1",
    ]  # fmt: skip


def test_a_table_that_lays_out_the_page_is_no_row() -> None:
    long = "The pier was closed for the whole of the week, which nobody had been told before then."
    found = _lines(
        f"<table><tr><td>{long}</td><td>{long.replace('pier', 'road')}</td></tr></table>"
    )
    assert long in found
