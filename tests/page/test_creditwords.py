"""Short cuts of the words of credits give what the whole patterns would."""

from hypothesis import given
from hypothesis import strategies as st

from accordingto.page.creditwords import agency, has_agency, marker, may_hold_marker

_WORDS = st.sampled_from(
    (
        "Photo", "PHOTO", "image", "endImage", "İmage", "fot.", "Fot.", "cedida", "por", "by", "By",
        "courtesy", "of", "from", "via", "Jane", "www.velm.example", ":", "：", "·", "said", "(AP)",
        "afp", "AFP/Jane", "İnstagram", "dpa", "EPA-EFE", "epa", "Getty", "Images", "zvg.", "map",
        "ÇTK", "čtk", "路透社", "Reuters", "\n", "  ",
    )
)  # fmt: skip
_TEXTS = st.lists(_WORDS, max_size=8).flatmap(
    lambda words: st.sampled_from((" ", "", "\n")).map(lambda between: between.join(words))
)


@given(_TEXTS)
def test_a_marker_is_never_ruled_out_where_one_stands(text: str) -> None:
    assert may_hold_marker(text) or marker().search(text) is None


@given(_TEXTS)
def test_an_agency_is_never_ruled_out_where_one_stands(text: str) -> None:
    found = agency().finditer(text)
    told = any(len(m[0]) > 3 or m[0].isupper() or m[0] == "dpa" for m in found)
    assert has_agency(text) == told


def test_a_word_of_by_may_stand_in_front_of_another() -> None:
    assert may_hold_marker("by courtesy By Photo")
