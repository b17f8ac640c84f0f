"""The life of an item after its preparation: presented, returned, decided, reopened."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.meeting.rules.adaptations import return_variant
from commune.meeting.rules.chain import VALIDATED, Actor, Chain, Offer
from commune.meeting.rules.outcomes import DECIDED, Outcome, in_use, outside_in_use
from commune.meeting.rules.returns import RETURNED

AGENDA_STATES = ("presented", "frozen", "published", "decidable")
AGENDA_TRANSITIONS = {"freeze": "frozen", "publish": "published", "open": "decidable"}
DECIDING_MEETINGS = frozenset({"in_session", "decided", "decisions_published"})


@dataclass(frozen=True)
class ItemFacts:
    """What the guards look at. ``arrival``: the item state that matches the meeting's state.

    ``meeting_past``: the meeting's date is before today; ``accepting``: a meeting accepts the item;
    ``opinions``: what the opinions have against presentation; ``urgency``: what stands against deciding
    an urgent item; ``recurring``: stored in the body as a model, exempt from opinions.
    """

    state: str
    meeting_state: str = ""
    meeting_past: bool = False
    arrival: str = "presented"
    decision_written: bool = True
    out_of_meeting: bool = False
    emergency: str = "none"
    sends: bool = False
    accepting: bool = False
    recurring: bool = False
    opinions: Refusals = NONE
    urgency: Refusals = NONE


@dataclass(frozen=True)
class ItemRules:
    """The body's part: its chain and its adaptations."""

    chain: Chain = field(default_factory=Chain)
    adaptations: frozenset[str] = frozenset()


def item_offers(rules: ItemRules, facts: ItemFacts, actor: Actor) -> tuple[Offer, ...]:
    """Transitions from *validated* on, for managers and administrators; nobody else has any.

    The preparation chain, waiting and returned items have their own offers.
    """
    if not actor.over_body:
        return ()
    if facts.state == VALIDATED:
        return tuple(_from_validated(rules, facts))
    if facts.state in AGENDA_STATES:
        return tuple(_from_agenda(rules, facts))
    if facts.state == "pre_accepted":
        kept = [o for o in in_use(rules.adaptations) if o.state in ("accepted", "accepted_but_modified")]
        return (*(_decide(rules, facts, outcome) for outcome in kept), _reopen(facts))
    if facts.state in DECIDED and facts.meeting_state:
        return (_reopen(facts),)
    return ()


def _from_validated(rules: ItemRules, facts: ItemFacts) -> Iterator[Offer]:
    refusals = NONE if facts.accepting else (Refusal("items.no_meeting_accepts"),)
    if facts.out_of_meeting:
        refusals += (Refusal("items.out_of_meeting"),)
    if not facts.recurring:
        refusals += facts.opinions
    yield Offer("present", "agenda", "presented", False, refusals)
    for outcome in outside_in_use(rules.adaptations):
        yield Offer(outcome.transition, "outside", outcome.state, False, _against_outside(facts, outcome))


def _against_outside(facts: ItemFacts, outcome: Outcome) -> Refusals:
    if outcome.state.startswith("transferred"):
        return NONE if facts.sends else (Refusal("items.no_target_body"),)
    refusals = NONE if facts.out_of_meeting else (Refusal("items.not_out_of_meeting"),)
    if "emergency" in outcome.state and facts.emergency != "accepted":
        refusals += (Refusal("items.emergency_not_accepted", {"emergency": facts.emergency}),)
    return refusals


def _from_agenda(rules: ItemRules, facts: ItemFacts) -> Iterator[Offer]:
    closed = _closed(facts)
    for transition, target in AGENDA_TRANSITIONS.items():
        if _rank(facts.state) < _rank(target) <= _rank(facts.arrival):
            yield Offer(transition, "agenda", target, False, closed)
    for outcome in in_use(rules.adaptations):
        yield _decide(rules, facts, outcome)
    if return_variant(rules.adaptations) != "none":
        yield Offer("return_to_service", "return", RETURNED, True, closed)
    yield Offer("back_to_validated", "agenda", VALIDATED, False, closed)
    if facts.state == "presented":
        for level in rules.chain.enabled:
            if level.after_presentation:
                yield Offer(level.backward, "backward", level.state, True, closed)


def _rank(state: str) -> int:
    return AGENDA_STATES.index(state)


def _closed(facts: ItemFacts) -> Refusals:
    return (Refusal("meetings.closed"),) if facts.meeting_state == "closed" else NONE


def _reopen(facts: ItemFacts) -> Offer:
    return Offer("back_to_decidable", "reopen", facts.arrival, False, _closed(facts))


def _decide(rules: ItemRules, facts: ItemFacts, outcome: Outcome) -> Offer:
    return Offer(outcome.transition, "decide", outcome.state, False, against_deciding(rules.adaptations, facts))


def against_deciding(adaptations: frozenset[str], facts: ItemFacts) -> Refusals:
    """Why the item cannot be decided now.

    The meeting stands in a state where decisions are taken; where the body is strict, its date
    is past too and a text is written.
    """
    refusals = facts.urgency
    if facts.meeting_state not in DECIDING_MEETINGS:
        refusals += (Refusal("items.meeting_not_deciding", {"state": facts.meeting_state}),)
    strict = "strict_decision" in adaptations
    if strict and not facts.meeting_past:
        refusals += (Refusal("items.meeting_not_past"),)
    if (strict or "decision_text_required" in adaptations) and not facts.decision_written:
        refusals += (Refusal("items.decision_empty", place="decision"),)
    return refusals


@dataclass(frozen=True)
class DeletionFacts:
    """``level``: rank of the item's level in the chain, ``None`` outside preparation."""

    level: int | None
    editor: bool
    opinion_given: bool = False
    on_agenda: bool = False
    sent: bool = False


def against_deleting(adaptations: frozenset[str], facts: DeletionFacts, actor: Actor) -> Refusals:
    """Why an item may not be deleted: an opinion given, a place on an agenda, a copy in another body, no right.

    With the option *first level only*, beyond the first level only an administrator deletes.
    """
    refusals = NONE
    if facts.opinion_given and "given_opinions_may_be_deleted" not in adaptations:
        refusals += (Refusal("items.opinion_given"),)
    if facts.on_agenda:
        refusals += (Refusal("items.on_agenda"),)
    if facts.sent:
        refusals += (Refusal("items.sent"),)
    beyond = "first_level_deletes" in adaptations and facts.level != 0
    if not actor.admin and (beyond or not facts.editor):
        refusals += (Refusal("items.first_level_only" if beyond else "items.not_editor"),)
    return refusals


@dataclass(frozen=True)
class TextRule:
    """On a transition, a field takes a new text; ``{}`` placeholders name fields of the item."""

    transition: str
    field: str
    text: str


@dataclass(frozen=True)
class Confirmation:
    """What the dialog shows before a transition: whether it asks a comment, and each field's text to come."""

    asked: bool
    texts: tuple[tuple[str, str], ...] = ()


def confirmation(
    transition: str, confirmed: frozenset[str], rules: tuple[TextRule, ...], fields: dict[str, str]
) -> Confirmation:
    """The preview of a transition; nothing is changed. An unknown placeholder is left as it is written."""
    texts = tuple((rule.field, _filled(rule.text, fields)) for rule in rules if rule.transition == transition)
    return Confirmation(transition in confirmed, texts)


def _filled(text: str, fields: dict[str, str]) -> str:
    for name, value in fields.items():
        text = text.replace("{" + name + "}", value)
    return text
