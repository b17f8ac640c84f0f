"""What the items do when their meeting moves: rows of the body, with a default."""

from dataclasses import dataclass

from commune.meeting.rules.items import AGENDA_STATES, AGENDA_TRANSITIONS
from commune.meeting.rules.meetings import FORWARD, at_least, states_in_use


@dataclass(frozen=True)
class MappingRow:
    """On a transition of the meeting: transitions tried on each item, in order, or an action run on it."""

    meeting: str
    items: tuple[str, ...] = ()
    action: str = ""


Mapping = tuple[MappingRow, ...]


def default_mapping(optional: frozenset[str]) -> Mapping:
    """Items follow their meeting; publishing decisions and closing accept what is still undecided.

    The ways back are symmetric; decisions taken are not undone by them.
    """
    steps: tuple[str, ...] = ("freeze",)
    rows: list[MappingRow] = []
    for state in states_in_use(optional)[1:]:
        own = {"published": "publish", "in_session": "open"}.get(state)
        steps = (*steps, own) if own else steps
        decides = ("accept",) if state in ("decisions_published", "closed") else ()
        rows.append(MappingRow(FORWARD[state], (*steps, *decides)))
    back = {"draft": "back_to_presented", "frozen": "back_to_frozen", "published": "back_to_published"}
    rows += [MappingRow(f"back_to_{s}", (back[s],)) for s in states_in_use(optional) if s in back]
    return tuple(rows)


def item_moves(mapping: Mapping, meeting_transition: str, item_state: str) -> tuple[tuple[str, str], ...]:
    """The moves of one item, each a transition and the state it leads to; those that do not apply are left out.

    The caller runs them item by item: one that fails does not stop the others and is reported.
    """
    moves: list[tuple[str, str]] = []
    for transition in _tried(mapping, meeting_transition):
        target = _target(item_state, transition)
        if target:
            moves.append((transition, target))
            item_state = target
    return tuple(moves)


def actions(mapping: Mapping, meeting_transition: str) -> tuple[str, ...]:
    """The actions to run on each item at that transition of the meeting."""
    return tuple(row.action for row in mapping if row.meeting == meeting_transition and row.action)


def _tried(mapping: Mapping, meeting_transition: str) -> tuple[str, ...]:
    return tuple(step for row in mapping if row.meeting == meeting_transition for step in row.items)


def _target(state: str, transition: str) -> str:
    if transition == "accept":
        return "accepted" if state in (*AGENDA_STATES, "pre_accepted") else ""
    if state not in AGENDA_STATES:
        return ""
    target = AGENDA_TRANSITIONS.get(transition) or transition.removeprefix("back_to_")
    ahead = AGENDA_STATES.index(target) > AGENDA_STATES.index(state)
    back = AGENDA_STATES.index(target) < AGENDA_STATES.index(state)
    return target if (back if transition.startswith("back_to_") else ahead) else ""


def arrival(mapping: Mapping, optional: frozenset[str], meeting_state: str) -> str:
    """The state an item takes when it joins (or comes back to) a meeting in that state; never a decided one."""
    state = "presented"
    for passed in states_in_use(optional)[1:]:
        if at_least(meeting_state, passed):
            moves = item_moves(mapping, FORWARD[passed], state)
            state = next((target for _, target in reversed(moves) if target in AGENDA_STATES), state)
    return state
