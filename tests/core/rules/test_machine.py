"""State machines as data."""

import pytest

from commune.core.rules.machine import Machine, State, Transition, unreachable

LETTER = Machine(
    (State("created", "Created"), State("treated", "In treatment"), State("closed", "Closed", final=True)),
    (
        Transition("treat", "Treat", ("created",), "treated"),
        Transition("close", "Close", ("created", "treated"), "closed"),
        Transition("reopen", "Reopen", ("closed",), "treated"),
    ),
)


def test_a_machine_tells_its_states_and_moves():
    assert LETTER.initial == "created"
    assert LETTER.state("closed").final
    assert [t.id for t in LETTER.leaving("created")] == ["treat", "close"]
    assert LETTER.transition("reopen").target == "treated"
    assert LETTER.transition("burn") is None
    with pytest.raises(KeyError):
        LETTER.state("burnt")


def test_a_state_that_no_path_reaches_is_found():
    assert unreachable(LETTER) == ()
    island = Machine((*LETTER.states, State("lost", "Lost")), LETTER.transitions)
    assert unreachable(island) == ("lost",)
