"""The names in a picture's credit, apart; whether it was handed out. All persons are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.page.creditnames import credit_names, is_handout


@pytest.mark.parametrize(
    ("credit", "wanted"),
    [
        ("REUTERS / Ostrel Technologies", ["REUTERS agency", "Ostrel Technologies provider"]),
        (
            "Ana Ruel/AFP via Getty Images",
            ["Ana Ruel photographer", "AFP agency", "Getty Images agency"],
        ),
        ("Ana Ruel for The Marn Courier", ["Ana Ruel photographer", "The Marn Courier provider"]),
        (
            "picture alliance/dpa | Jon Harrow",
            ["picture alliance agency", "dpa agency", "Jon Harrow photographer"],
        ),
        ("courtesy of Velm Fire Brigade", ["Velm Fire Brigade provider"]),
        (
            "Marn Ministry of Defence/Handout via REUTERS",
            ["Marn Ministry of Defence provider", "REUTERS agency"],
        ),
        ("File photo", []),
        ("Ana Ruel, CC BY-SA 4.0", ["Ana Ruel photographer"]),
        ("Velm Electric", ["Velm Electric provider"]),
        ("Archivo/La Gaceta", ["La Gaceta photographer"]),
        ("", []),
    ],
)
def test_names(credit: str, wanted: list[str]) -> None:
    assert [f"{n.name} {n.kind}" for n in credit_names(credit, None)] == wanted


def test_spans_are_the_names() -> None:
    text = "The pier. Photo: Ana Ruel/Orbit Press Agency"
    names = credit_names("Ana Ruel/Orbit Press Agency", text.index("Ana"))
    assert [n.span.of(text) for n in names if n.span] == ["Ana Ruel", "Orbit Press Agency"]


@pytest.mark.parametrize(
    ("credit", "caption", "wanted"),
    [
        ("Marn Navy/Handout", "A ship.", True),
        ("Ana Ruel/Orbit", "A ship, in this handout picture.", True),
        ("zvg", "", True),
        ("Supplied", "", True),
        ("Ana Ruel/Orbit", "A ship that supplied the islands.", False),
    ],
)
def test_handouts(credit: str, caption: str, wanted: bool) -> None:
    assert is_handout(credit, caption) is wanted


@given(st.text(max_size=120))
def test_any_credit(credit: str) -> None:
    for name in credit_names(credit, 0):
        assert name.span is not None
        assert name.span.of(credit) == name.name
