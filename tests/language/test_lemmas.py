"""Dictionary forms by class and tag."""

import pytest

from accordingto.language.lemmas import lemma_of


@pytest.mark.parametrize(
    ("word", "kind", "tag", "lemma"),
    [
        ("denied", "VERB", "VBD", "deny"),
        ("said", "VERB", "VBD", "say"),
        ("accusing", "VERB", "VBG", "accuse"),
        ("claims", "NOUN", "NNS", "claim"),
        ("militias", "NOUN", "NNS", "militia"),
        ("women", "NOUN", "NNS", "woman"),
        ("worse", "ADJ", "JJR", "bad"),
        ("was", "AUX", "VBD", "be"),
        ("n’t", "PART", "RB", "not"),
        ("’s", "AUX", "VBZ", "be"),
        ("’s", "PART", "POS", "’s"),
        ("her", "PRON", "PRP", "she"),
        ("her", "PRON", "PRP$", "her"),
        ("wo", "AUX", "MD", "will"),
        ("varlesk", "PROPN", "NNP", "varlesk"),
        ("9", "NUM", "CD", "9"),
    ],
)
def test_dictionary_forms(word: str, kind: str, tag: str, lemma: str) -> None:
    assert lemma_of(word, kind, tag) == lemma
