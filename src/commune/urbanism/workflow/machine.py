"""The life of a permit, with the names that people use and the functions that may move it."""

from dataclasses import replace
from typing import Any

from commune.core.rules.machine import Machine
from commune.urbanism.rules.permits import MACHINE, PREVIOUS
from commune.urbanism.workflow.titles import MOVES, STATES

FUNCTIONS = {"edit": ("editor", "director"), "manage": ("director",)}
_STATES = tuple(replace(state, title=STATES[state.id]) for state in MACHINE.states)
_MOVES = tuple(
    replace(
        move,
        title=MOVES[move.id],
        functions=tuple(dict.fromkeys(held for needed in move.functions for held in FUNCTIONS[needed])),
    )
    for move in MACHINE.transitions
)
NAMED = Machine(_STATES, _MOVES)
FINAL = frozenset(state.id for state in NAMED.states if state.final)


def machine_of(permit: Any) -> Machine:
    """The machine, moves that go back going back to the state that this permit left."""
    moves = (replace(m, target=permit.previous_state or m.target) if m.target == PREVIOUS else m for m in _MOVES)
    return Machine(_STATES, tuple(moves))
