"""An item that waits for opinions before it goes on: into waiting, and out of it."""

from dataclasses import dataclass

from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.meeting.rules.chain import VALIDATED, Actor, Chain, Offer

WAIT = "wait_for_opinions"
PREFIX = "waiting_opinions_"
BACK_FROM_WAITING = "back_from_waiting_to_"


@dataclass(frozen=True)
class WaitingFacts:
    """``giveable``: opinions still to give (or asked again) in the waiting state of this level.

    ``gave``: the actor's own service gave its opinion, or declared the file incomplete, during the wait.
    ``blocking``: reasons of the opinions against validation.
    """

    state: str
    giveable: int = 0
    gave: bool = False
    blocking: Refusals = NONE


def waiting_state(level_state: str) -> str:
    """The state in which an item of that level waits."""
    return f"{PREFIX}{level_state}"


def offer_wait(chain: Chain, facts: WaitingFacts, actor: Actor) -> Offer | None:
    """Waiting for opinions, offered at the levels so configured; refused when there is none to wait for."""
    at = chain.position(facts.state)
    if at is None or not chain.enabled[at].waits or not actor.acts_at(chain.enabled[at]):
        return None
    refusals = NONE if facts.giveable else (Refusal("opinions.none_to_wait_for"),)
    return Offer(WAIT, "forward", waiting_state(facts.state), False, refusals)


def offers_out(chain: Chain, facts: WaitingFacts, actor: Actor) -> tuple[Offer, ...]:
    """Ways out of waiting: back to the level it came from, and to validated where the body has it so."""
    at = chain.position(facts.state.removeprefix(PREFIX)) if facts.state.startswith(PREFIX) else None
    if at is None:
        return ()
    level = chain.enabled[at]
    if not (facts.gave or actor.acts_at(level)):
        return ()
    back = Offer(f"{BACK_FROM_WAITING}{level.state}", "backward", level.state)
    if not chain.options.waiting_to_validated:
        return (back,)
    onward = Offer(f"{BACK_FROM_WAITING}{VALIDATED}", "validate", VALIDATED, False, facts.blocking)
    return (back, onward)
