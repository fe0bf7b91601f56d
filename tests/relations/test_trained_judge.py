"""The trained judge: its trees as arrays, and what it may and may not add to the rules."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.test_ledger_cases import document_of

HEADLINE = (
    "Company denies dumping dye in river\n"
    "Fishermen at Port Ores said on Monday that the Halden works had let red dye into the river.\n"
    "Halden said that nothing had left its basins. “Not a drop of ours has reached the water,” "
    "its director, Jana Orlik, said."
)


def test_one_claim_in_other_words() -> None:
    document = document_of(HEADLINE, True)
    kinds = {r.kind for r in document.relations}
    assert kinds & {"denies", "disputes"}


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Jana Orlik said the dam had burst.",
                "The ministry denied that the dam had burst.",
                "“Nothing was let out,” Petr Varga said.",
                "Villagers accused the ministry of opening the gates.",
                "The ministry declined to comment.",
                "Varga said Orlik had told him that the gates were shut.",
            ]
        ),
        min_size=2,
        max_size=7,
    )
)
def test_what_holds_of_all_relations(sentences: list[str]) -> None:
    document = document_of(" ".join(sentences), False)
    by_id = {s.id: s for s in document.statements}
    pairs = [frozenset((r.origin, r.target)) for r in document.relations]
    assert len(pairs) == len(set(pairs))
    for relation in document.relations:
        assert 0 < relation.score <= 1
        assert relation.reasons
        origin, target = by_id[relation.origin], by_id[relation.target]
        if any(reason.startswith("trained judge") for reason in relation.reasons):
            assert origin.parent != target.id
            assert target.parent != origin.id
            assert "decline" not in (origin.act, target.act)
            if relation.kind in ("denies", "disputes"):
                assert origin.source is None or origin.source != target.source
