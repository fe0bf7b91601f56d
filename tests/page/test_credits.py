"""Splitting credits from captions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.page.credits import credit_name, is_credit, split_bracket, split_credit


def _split(text: str) -> tuple[str | None, str | None]:
    caption, credit = split_credit(text)
    return (caption and caption.of(text), credit and credit.of(text))


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        (
            "© REUTERS / Orbital ViewsA grain store at Port Velm after the blast",
            "A grain store at Port Velm after the blast",
            "© REUTERS / Orbital Views",
        ),
        (
            "Divers at the pier. Photo: Ana Ruel/Orbit",
            "Divers at the pier.",
            "Photo: Ana Ruel/Orbit",
        ),
        (
            "Divers at the pier. (Photo by Ana Ruel/AFP via Getty Images)",
            "Divers at the pier.",
            "(Photo by Ana Ruel/AFP via Getty Images)",
        ),
        ("Łódź przy nabrzeżu. Fot. Anna Rula", "Łódź przy nabrzeżu.", "Fot. Anna Rula"),
        ("Fot. Orbit Foto", None, "Fot. Orbit Foto"),
        ("Bild: © anaruel/Orbit", None, "Bild: © anaruel/Orbit"),
        (
            "Foto: anaruel via Unsplash (Orbit Licence)",
            None,
            "Foto: anaruel via Unsplash (Orbit Licence)",
        ),
        ("El muelle en 2025.Cedida por Ana Ruel", "El muelle en 2025.", "Cedida por Ana Ruel"),
        ("港の火事（Ｃ）共同通信社", "港の火事", "（Ｃ）共同通信社"),
        (
            "Foto: Orbit / Ana Ruel, © Velm Union, CC0 1.0 und 2021 www.velm.example (CC BY 4.0)",
            None,
            "Foto: Orbit / Ana Ruel, © Velm Union, CC0 1.0 und 2021 www.velm.example (CC BY 4.0)",
        ),
        ("Der Kai, um 2021Bild: Ana Ruel/Orbit", "Der Kai, um 2021", "Bild: Ana Ruel/Orbit"),
        (
            "Ana Ruel and Ben Lohm at the pier on Dec. 7, 2014, in Velm. Jon Harrow/WireImage",
            "Ana Ruel and Ben Lohm at the pier on Dec. 7, 2014, in Velm.",
            "Jon Harrow/WireImage",
        ),
        ("Lead image: Ana Ruel/Orbit", None, "Lead image: Ana Ruel/Orbit"),
        ("Archivo/La Gaceta", None, "Archivo/La Gaceta"),
        ("Ein Boot am Kai. Foto: dpa/Ben Lohm", "Ein Boot am Kai.", "Foto: dpa/Ben Lohm"),
        ("Smoke over Port Velm REUTERS/Ana Ruel", "Smoke over Port Velm", "REUTERS/Ana Ruel"),
        ("The pier at dawn | Ana Ruel | Orbit", "The pier at dawn", "| Ana Ruel | Orbit"),
        ("A guard waits [File: Ana Ruel/Reuters]", "A guard waits", "[File: Ana Ruel/Reuters]"),
        ("Smoke rises. Ana Ruel for The Velm Post", "Smoke rises.", "Ana Ruel for The Velm Post"),
        (
            "A ship off the cape (coast guard handout via Reuters)",
            "A ship off the cape",
            "(coast guard handout via Reuters)",
        ),
        (
            "The harbour mole under water (image from www.orlenz.example)",
            "The harbour mole under water",
            "(image from www.orlenz.example)",
        ),
        ("AFP PHOTO / ANA RUEL", None, "AFP PHOTO / ANA RUEL"),
        ("Getty Images", None, "Getty Images"),
        ("Image credit: Orbital Views", None, "Image credit: Orbital Views"),
        ("Foto: Ben Lohm", None, "Foto: Ben Lohm"),
        ("Protesters in Velm (left) and Marn", "Protesters in Velm (left) and Marn", None),
        ("Image: a house on fire in the old town", "Image: a house on fire in the old town", None),
        ("A picture of the harbour master", "A picture of the harbour master", None),
        ("", None, None),
        ("   ", None, None),
    ],
)
def test_split(text: str, caption: str | None, credit: str | None) -> None:
    assert _split(text) == (caption, credit)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("(Photo by Ana Ruel/AFP via Getty Images)", "Ana Ruel/AFP via Getty Images"),
        ("© REUTERS / Orbital Views", "REUTERS / Orbital Views"),
        ("Foto: Ben Lohm", "Ben Lohm"),
        ("| Ana Ruel | Orbit", "Ana Ruel | Orbit"),
    ],
)
def test_credit_name(text: str, name: str) -> None:
    span = credit_name(text)
    assert span is not None
    assert span.of(text) == name


def test_short_agencies_need_capitals() -> None:
    assert is_credit("Ana Ruel/AP")
    assert not is_credit("He took a nap")


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_parts_are_apart_and_trimmed(text: str) -> None:
    caption, credit = split_credit(text)
    for span in (caption, credit):
        if span is not None:
            assert span.of(text) == span.of(text).strip() != ""
    if caption is not None and credit is not None:
        assert not caption.overlaps(credit)
        between = text[min(caption.end, credit.end) : max(caption.start, credit.start)]
        assert not between.strip()
    if text.strip():
        assert caption is not None or credit is not None


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The wall at noonPicture: Ana Ruel/Orbit", "The wall at noon", "Picture: Ana Ruel/Orbit"),
        (
            "The river below the town, with the old wall Illustration: Post graphics",
            "The river below the town, with the old wall",
            "Illustration: Post graphics",
        ),
    ],
)
def test_glued_and_house_credits(line: str, caption: str, credit: str) -> None:
    found = split_credit(line)
    assert found[0] is not None
    assert found[1] is not None
    assert (found[0].of(line), found[1].of(line)) == (caption, credit)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("The pier in flames. (Velm District Court)", "(Velm District Court)"),
        ("The pier in flames. (from left)", None),
        ("The pier in flames (Velm Harbour)", None),
        ("The pier in flames. (May 2024)", None),
        ("The pier in flames. (Velm)", None),
    ],
)
def test_a_name_in_brackets_behind_a_caption(text: str, credit: str | None) -> None:
    _, found = split_bracket(text)
    assert (found and found.of(text)) == credit
