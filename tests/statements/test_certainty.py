"""How sure a content is as its speaker words it: a sentence in, its certainty and hedges out."""

from typing import Any

import pytest
from tests.test_ledger_cases import cases, read_case


@pytest.mark.parametrize("case", cases("certainty.toml"))
def test_certainty_of_a_content(case: dict[str, Any]) -> None:
    document = read_case(case)
    said = document.statements[0]
    assert said.certainty == case["certainty"]
    assert [span.of(document.text) for span in said.hedge_spans] == case["hedges"]


@pytest.mark.parametrize("case", [c.values[0] for c in cases("certainty.toml")])
def test_hedges_lie_in_cue_or_content(case: dict[str, Any]) -> None:
    for said in read_case(case).statements:
        within = [*said.content_spans, *([said.cue_span] if said.cue_span else [])]
        assert all(any(w.contains(span) for w in within) for span in said.hedge_spans)
        assert (said.certainty == "plain") == (not said.hedge_spans)
