"""State machines as data: what a dossier may become, and from where."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class State:
    """A stage of a dossier. ``final`` states end its life until it is reopened."""

    id: str
    title: str
    final: bool = False
    public_title: str = ""


@dataclass(frozen=True)
class Transition:
    """A move between states.

    ``sources`` are the states it leaves from; ``functions`` the functions of the
    responsible service that may trigger it (empty: only the roles of the guard);
    ``comment`` asks for a written reason; ``guard`` names the rule that is asked.
    """

    id: str
    title: str
    sources: tuple[str, ...]
    target: str
    functions: tuple[str, ...] = ()
    comment: bool = False
    guard: str = ""


@dataclass(frozen=True)
class Machine:
    """States and transitions of one kind of dossier; the first state is the initial one."""

    states: tuple[State, ...]
    transitions: tuple[Transition, ...]

    @property
    def initial(self) -> str:
        return self.states[0].id

    def state(self, state_id: str) -> State:
        """The state of that id; raises ``KeyError`` when there is none."""
        return {state.id: state for state in self.states}[state_id]

    def leaving(self, state_id: str) -> tuple[Transition, ...]:
        """Transitions that leave ``state_id``, in their declared order."""
        return tuple(t for t in self.transitions if state_id in t.sources)

    def transition(self, transition_id: str) -> Transition | None:
        return next((t for t in self.transitions if t.id == transition_id), None)


def unreachable(machine: Machine) -> tuple[str, ...]:
    """States that no path from the initial state reaches (a fault of the machine)."""
    seen = _closure(machine, [machine.initial])
    return tuple(state.id for state in machine.states if state.id not in seen)


def _closure(machine: Machine, start: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    todo = list(start)
    while todo:
        state_id = todo.pop()
        if state_id not in seen:
            seen.add(state_id)
            todo.extend(t.target for t in machine.leaving(state_id))
    return seen
