"""Items sent from one body to another: when, with what, to which meeting, and what comes back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.meeting.rules.bodies import Sending, Target
from commune.meeting.rules.choice import Candidate, receiving_meeting
from commune.meeting.rules.outcomes import outcome_of

OWN_TEXTS = ("title", "description", "detailed_description", "motivation", "decision")
"""Texts that an item may have in other words for the bodies that receive it, in fields named ``send_…``."""
TRANSFERRED = "transferred"


@dataclass(frozen=True)
class SendFlags:
    """What the item says for one target body."""

    body: str
    urgent: bool = False
    closed: bool = False


def to_send(sending: Sending, flags: Iterable[SendFlags], state: str, sent: frozenset[str]) -> tuple[SendFlags, ...]:
    """The targets that get a copy on entering ``state``: once each; ``sent``: bodies where a copy still exists.

    An item that is transferred is sent in any case: that is what transferring means.
    """
    known = {target.body for target in sending.targets}
    if state not in sending.automatic and not state.startswith(TRANSFERRED):
        return ()
    return tuple(flag for flag in flags if flag.body in known and flag.body not in sent)


def against_sending_by_hand(sending: Sending, state: str, body: str, sent: frozenset[str], editor: bool) -> Refusals:
    """Why an item cannot be sent to a body by hand."""
    found = NONE if editor else (Refusal("sending.not_editor"),)
    if body not in {target.body for target in sending.targets}:
        found += (Refusal("sending.not_a_target", {"body": body}),)
    if state not in sending.automatic | sending.manual:
        found += (Refusal("sending.state", {"state": state}),)
    if body in sent:
        found += (Refusal("sending.already_sent", {"body": body}),)
    return found


def own_texts(words: Mapping[str, str]) -> tuple[str, ...]:
    """The texts that the copy takes from what was written for the other bodies: those that are filled.

    ``words``: what stands in each field of the item, without markup.
    """
    return tuple(name for name in OWN_TEXTS if words.get(f"send_{name}", "").strip())


@dataclass(frozen=True)
class Journey:
    """Where a copy goes: its preferred meeting, the transitions to run with system rights, and warnings."""

    meeting: str | None
    transitions: tuple[str, ...]
    late: bool = False
    warnings: Refusals = NONE


def journey(
    target: Target, flag: SendFlags, meetings: Iterable[Candidate], accepting: frozenset[str], now: datetime
) -> Journey:
    """The way of a copy in its body: to the transition configured, as far as it can go.

    Without a meeting it stays validated and the user is told.
    """
    steps = {"none": (), "validate": ("validate",), "present": ("validate", "present")}[target.until]
    meeting = receiving_meeting(meetings, flag.urgent, accepting, now)
    if meeting is None:
        warned = (Refusal("sending.no_meeting", {"body": target.body}),)
        return Journey(None, tuple(s for s in steps if s != "present"), False, warned)
    return Journey(meeting.uid, steps, meeting.frozen)


@dataclass(frozen=True)
class Returned:
    """What the receiving body decided, as shown on the origin."""

    body: str
    outcome: str
    day: date
    number: str
    deliberation: str
    extract: str = ""


@dataclass(frozen=True)
class SentItem:
    """An item sent, with what came back if anything did."""

    uid: str
    body: str
    returned: Returned | None = None

    @property
    def known(self) -> bool:
        """Whether the outcome is known; an interim decision is not one."""
        outcome = outcome_of(self.returned.outcome) if self.returned else None
        return outcome is not None and outcome.positive is not None


def pending_and_known(items: Iterable[SentItem]) -> tuple[tuple[SentItem, ...], tuple[SentItem, ...]]:
    """The list "sent to another body": outcomes still awaited, outcomes known."""
    listed = tuple(items)
    return tuple(i for i in listed if not i.known), tuple(i for i in listed if i.known)
