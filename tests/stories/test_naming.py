"""What outlets call parties: in whose voice, and of whom it tells anything."""

from accordingto.library import read_text
from accordingto.records.capture import Given
from accordingto.records.story import Called
from accordingto.stories.naming import find_naming
from accordingto.stories.parties import find_parties

FIRST = (
    "Raid on the Reed Front\n\n"
    "Soldiers raided a camp of the Reed Front in Belm on Monday. President Oren Haskel said the "
    "Reed Front, which he called “a gang of thieves”, had fled. At least nine people were hurt.\n"
)
SECOND = (
    "Reed Front flees\n\n"
    "The Reed Front left its camp in Belm on Monday. At least nine people were hurt.\n"
)


def called() -> list[tuple[str, Called]]:
    given = Given(published="2031-06-02", language="en")
    documents = [
        read_text(text, source=str(at), given=given) for at, text in enumerate((FIRST, SECOND))
    ]
    parties = find_parties(documents)
    names = {party.id: party.name for party in parties}
    return [(names[found.party], found) for found in find_naming(documents, parties)]


def test_words_in_marks_are_his_whom_they_are_quoted_from() -> None:
    front = [found for name, found in called() if "Reed Front" in name]
    assert front
    own = {ref.words for found in front for ref in found.own}
    assert not any("gang of thieves" in words for words in own)


def test_who_is_only_described_is_not_listed() -> None:
    assert not any("nine people" in name for name, _ in called())
