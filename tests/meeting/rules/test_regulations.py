"""The register of regulations: chains of texts, what is sealed, what no longer holds."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.deadlines import BRUSSELS
from commune.meeting.rules.regulations import (
    Published,
    against_planning,
    against_proofs,
    against_superseding,
    digest,
    last_of,
    sealed,
)

CHAIN = {"r1": "r2", "r2": "r3"}


@pytest.mark.requirement("meeting:AC-85")
@pytest.mark.parametrize(
    ("target", "text", "wanted"),
    [
        pytest.param("r1", "r4", ["regulations.already_superseded"], id="replaced already"),
        pytest.param("r3", "r4", [], id="the last of the chain"),
        pytest.param("r1", "r2", [], id="its own, said again"),
        pytest.param("r3", "r1", ["regulations.circle"], id="what comes after it"),
        pytest.param("r4", "r4", ["regulations.circle"], id="itself"),
        pytest.param("r9", "", [], id="a new text"),
    ],
)
def test_only_the_last_of_a_chain_is_replaced(target: str, text: str, wanted: list[str]) -> None:
    found = against_superseding(target, CHAIN, text)
    assert [one.code for one in found] == wanted
    assert last_of("r1", CHAIN) == "r3"


@given(st.integers(1, 30))
def test_a_chain_has_one_end_that_can_be_replaced(length: int) -> None:
    chain = {f"r{n}": f"r{n + 1}" for n in range(length)}
    free = [f"r{n}" for n in range(length + 1) if not against_superseding(f"r{n}", chain, "new")]
    assert free == [last_of("r0", chain)]


def test_a_plan_needs_a_moment() -> None:
    (refusal,) = against_planning(None, datetime(2026, 7, 1, tzinfo=BRUSSELS))
    assert refusal.code == "regulations.no_moment"


@pytest.mark.requirement("meeting:PUB-10")
def test_any_change_of_what_was_published_is_seen() -> None:
    good = digest(sealed({"title": "Déchets", "text": "a"}))
    assert (
        good == digest(sealed({"text": "a", "title": "Déchets"})) != digest(sealed({"title": "Déchets", "text": "b"}))
    )
    assert against_proofs([Published("1", good, good, good), Published("2", good, good, "")], None) == ()
    found = against_proofs([Published("1", good, "", "x"), Published("2", good, "x", "")], 3)
    assert [one.code for one in found] == [
        "regulations.chain_broken", "regulations.proof_lost", "regulations.text_altered", "regulations.proof_changed"
    ]  # fmt: skip
