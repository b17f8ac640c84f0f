"""Items sent from one body to another: when, with what, to which meeting, and what comes back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.meeting.rules.bodies import Sending, Target
from commune.meeting.rules.choice import Candidate, receiving_meeting
from commune.meeting.rules.outcomes import outcome_of

OWN_TEXTS = ("title", "description", "detailed_description", "motivation", "decision")


@dataclass(frozen=True)
class SendFlags:
    """What the item says for one target body; ``texts``: its own title and texts there, empty ones ignored."""

    body: str
    urgent: bool = False
    closed: bool = False
    texts: Mapping[str, str] | None = None


def to_send(sending: Sending, flags: Iterable[SendFlags], state: str, sent: frozenset[str]) -> tuple[SendFlags, ...]:
    """The targets that get a copy on entering ``state``: once each; ``sent``: bodies where a copy still exists."""
    known = {target.body for target in sending.targets}
    if state not in sending.automatic:
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


def sent_fields(values: Mapping[str, object], flag: SendFlags, categories: Mapping[str, str]) -> dict[str, object]:
    """The values of the copy: the body's own texts where filled, closed if flagged, category mapped or empty.

    The external identifier, numbers, votes and lists of the origin's body stay behind.
    """
    copied = {name: values[name] for name in (*OWN_TEXTS, "amount_excl_vat", "amount_incl_vat", "budget_article",
                                              "services_in_charge", "proposing_service") if name in values}  # fmt: skip
    copied |= {name: text for name, text in (flag.texts or {}).items() if name in OWN_TEXTS and text.strip()}
    copied["category"] = categories.get(str(values.get("category", "")), "")
    if flag.closed:
        copied["privacy"] = "secret"
    return copied


def sent_annexes(types: Mapping[str, str], annexes: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The annexes that follow, with their type in the target body; ``types`` without a type means not kept."""
    return tuple((uid, types[kind]) for uid, kind in annexes if types.get(kind))


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
