"""The life of a meeting: its states, who moves it, what each state fixes, when it may be deleted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from commune.core.rules.machine import Machine, State, Transition
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.meeting.rules.chain import Actor

STATES = ("draft", "frozen", "published", "in_session", "decided", "decisions_published", "closed")
OPTIONAL = STATES[1:-1]
FORWARD = {
    "frozen": "freeze",
    "published": "publish",
    "in_session": "open_session",
    "decided": "decide",
    "decisions_published": "publish_decisions",
    "closed": "close",
}
NUMBERING_STATES = frozenset({"frozen", "published", "decided", "closed"})


def states_in_use(optional: frozenset[str]) -> tuple[str, ...]:
    """The states of the body's meetings in order: draft, its optional ones, closed."""
    return tuple(state for state in STATES if state in optional or state not in OPTIONAL)


def meeting_machine(optional: frozenset[str]) -> Machine:
    """States and transitions of the body's meetings; each state leads to the next one and back."""
    used = states_in_use(optional)
    forward = [Transition(FORWARD[b], FORWARD[b], (a,), b) for a, b in zip(used, used[1:], strict=False)]
    back = [
        Transition(f"back_to_{a}", f"back_to_{a}", (b,), a, comment=b == "closed")
        for a, b in zip(used, used[1:], strict=False)
    ]
    return Machine(tuple(State(s, s, final=s == "closed") for s in used), (*forward, *back))


def at_least(state: str, reached: str) -> bool:
    """Whether a meeting in ``state`` stands at ``reached`` or further."""
    return STATES.index(state) >= STATES.index(reached)


@dataclass(frozen=True)
class AgendaItem:
    """An item of the meeting as the meeting's guards see it."""

    uid: str
    state: str
    votes_complete: bool = True
    signatories_complete: bool = True


@dataclass(frozen=True)
class MeetingFacts:
    """The meeting's state and its items in order."""

    state: str
    items: tuple[AgendaItem, ...] = ()


@dataclass(frozen=True)
class MeetingOffer:
    """A transition of the meeting. ``warnings`` are confirmed one by one, refusals stop it."""

    transition: str
    target: str
    comment: bool = False
    refusals: Refusals = NONE
    warnings: Refusals = NONE


UNDECIDED = frozenset({"presented", "frozen", "published", "decidable"})


def meeting_offers(
    optional: frozenset[str], adaptations: frozenset[str], facts: MeetingFacts, actor: Actor
) -> tuple[MeetingOffer, ...]:
    """Transitions offered: to managers and administrators; from closed, to administrators unless managers may."""
    if not actor.over_body:
        return ()
    if facts.state == "closed" and not (actor.admin or "managers_reopen" in adaptations):
        return ()
    leaving = meeting_machine(optional).leaving(facts.state)
    return tuple(_offer(transition, adaptations, facts) for transition in leaving)


def _offer(transition: Transition, adaptations: frozenset[str], facts: MeetingFacts) -> MeetingOffer:
    checked = ("close", "publish_decisions") if "check_before_publishing_decisions" in adaptations else ("close",)
    refusals = returned_items(facts) if transition.id in checked else NONE
    warnings = closing_checklist(facts) if transition.id == "close" else NONE
    return MeetingOffer(transition.id, transition.target, transition.comment, refusals, warnings)


def returned_items(facts: MeetingFacts) -> Refusals:
    """Items still with their service: the meeting cannot be closed."""
    back = [item for item in facts.items if item.state.startswith("returned")]
    return tuple(Refusal("meetings.item_returned", {"item": item.uid}, item.uid) for item in back)


def closing_checklist(facts: MeetingFacts) -> Refusals:
    """What the secretary confirms before closing: undecided items, missing votes, missing signatories."""
    return tuple(line for item in facts.items for line in _lacks(item))


def _lacks(item: AgendaItem) -> Iterator[Refusal]:
    if item.state in UNDECIDED:
        yield Refusal("meetings.item_undecided", {"item": item.uid}, item.uid)
    if not item.votes_complete:
        yield Refusal("meetings.votes_missing", {"item": item.uid}, item.uid)
    if not item.signatories_complete:
        yield Refusal("meetings.signatories_missing", {"item": item.uid}, item.uid)


@dataclass(frozen=True)
class Effects:
    """What entering a state does to the meeting, besides the moves of its items.

    ``first_item``: ``"fix"`` when unset, ``"refix"`` recomputed and fixed, ``"unset"``, or nothing.
    ``references``: ``"compute"`` for the whole agenda, ``"clear"``, or nothing. ``snapshot``: an
    immutable copy of the texts is sealed. ``reveal``: hidden decisions become readable.
    """

    assign_number: bool = False
    first_item: str = ""
    references: str = ""
    snapshot: bool = False
    reveal: bool = False
    read_only: bool = False


def effects(source: str, target: str, numbered: bool, first_fixed: bool) -> Effects:
    """The effects of a move from ``source`` to ``target``; a number, once given, is never given again."""
    ahead = at_least(target, source)
    return Effects(
        assign_number=ahead and target in NUMBERING_STATES and not numbered,
        first_item=_first_item(source, target, first_fixed),
        references=_references(source, target),
        snapshot=ahead and target in ("frozen", "published", "closed"),
        reveal=ahead and target in ("decisions_published", "closed"),
        read_only=target == "closed",
    )


def _first_item(source: str, target: str, fixed: bool) -> str:
    if source == "closed":
        return "unset"
    if target == "closed":
        return "refix"
    return "fix" if target == "decided" and not fixed else ""


def _references(source: str, target: str) -> str:
    before, after = at_least(source, "frozen"), at_least(target, "frozen")
    if before == after:
        return ""
    return "compute" if after else "clear"


def against_deleting_meeting(facts: MeetingFacts, day: date, typed: date | None, actor: Actor) -> Refusals:
    """Why a meeting may not be deleted. Managers: an empty draft only. An administrator: with its items, once
    the date is typed. Nobody: when an item is decided."""
    undecided = UNDECIDED | {"returned"}
    decided = [item.uid for item in facts.items if item.state.split("_")[0] not in undecided]
    if decided:
        return (Refusal("meetings.item_decided", {"items": tuple(decided)}),)
    if facts.state == "draft" and not facts.items and actor.over_body:
        return NONE
    if not actor.admin:
        return (Refusal("meetings.not_an_empty_draft"),)
    return NONE if typed == day else (Refusal("meetings.date_not_confirmed", place="date"),)
