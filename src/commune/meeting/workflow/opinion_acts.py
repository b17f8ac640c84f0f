"""What may be done with an opinion, by name: for the page of the item and for calls alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from commune.core.rules.machine import Transition
from commune.core.rules.opinions import Sense
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.meeting.content.opinions import OpinionFile
from commune.meeting.rules.advisers import AdviserRow
from commune.meeting.rules.opinion_settings import chain_of, senses_of
from commune.meeting.rules.opinions import is_given
from commune.meeting.workflow import opinion_chain, opinion_delays, opinion_writing
from commune.meeting.workflow.opinion_writing import Text
from commune.meeting.workflow.place import oversees
from commune.meeting.workflow.settings import Settings

Wish = Mapping[str, Any]


@dataclass(frozen=True)
class Offered:
    """What one actor may do with one opinion now. ``acts``: keys of :data:`ACTS`."""

    acts: tuple[str, ...]
    delays: tuple[AdviserRow, ...]
    steps: tuple[tuple[Transition, Refusals], ...]
    senses: tuple[Sense, ...]
    proposed: Sense | None


def offered(item: Any, file: OpinionFile, settings: Settings, actor: Actor) -> Offered:
    """The acts open to the actor; whoever asks for another is told why not."""
    opinion, service = file.opinion, file.opinion.service
    delays = opinion_delays.delays_offered(item, file, actor)
    steps = opinion_chain.steps_offered(item, file, settings, actor)
    asks, given = opinion_writing.may_ask(item, actor), is_given(opinion)
    writes = opinion_writing.may_write(item, file, settings, actor)
    writes = writes and not opinion_writing.against_writing(item, file, settings)
    direct = chain_of(settings.body.opinions, service) is None
    found = {
        "give": writes and direct,
        "write": writes and not given,
        "ask_again": asks and given and not opinion.inherited_from and not opinion.initiative,
        "restore": asks and opinion.asked_again and bool(opinion.versions),
        "change_delay": bool(delays),
        "restart": opinion_delays.may_restart(item, file, actor),
        "drop_inherited": bool(opinion.inherited_from) and opinion_writing.may_drop(item, service, actor),
        "confidential": oversees(actor, item),
        "step": bool(steps),
    }
    senses, proposed = senses_of(settings.body.opinions, service)
    return Offered(tuple(name for name, may in found.items() if may), delays, steps, senses, proposed)


def _text(wish: Wish) -> Text:
    try:
        sense = Sense(str(wish.get("sense", "")))
    except ValueError:
        raise Refused(Refusal("opinion.sense", place="sense")) from None
    return Text(sense, *(str(wish.get(name) or "") for name in ("comment", "observations", "reference", "commitment")))


def _comment(wish: Wish) -> str:
    return str(wish.get("comment") or "")


ACTS: Mapping[str, Callable[[Any, str, Wish, Actor], None]] = {
    "give": lambda item, service, wish, actor: opinion_writing.give(item, service, _text(wish), actor),
    "write": lambda item, service, wish, actor: opinion_writing.give(item, service, _text(wish), actor, True),
    "ask_again": lambda item, service, wish, actor: opinion_writing.ask_again(item, service, actor),
    "restore": lambda item, service, wish, actor: opinion_writing.back_to_previous(item, service, actor),
    "confidential": lambda item, service, wish, actor: opinion_writing.set_confidential(
        item, service, bool(wish.get("confidential", True)), actor
    ),
    "drop_inherited": lambda item, service, wish, actor: opinion_writing.drop_inherited(item, service, actor),
    "change_delay": lambda item, service, wish, actor: opinion_delays.change_delay(
        item, service, str(wish.get("row") or ""), _comment(wish), actor
    ),
    "restart": lambda item, service, wish, actor: opinion_delays.restart(item, service, _comment(wish), actor),
    "step": lambda item, service, wish, actor: opinion_chain.step(
        item, service, str(wish.get("step") or ""), _comment(wish), actor
    ),
    "evaluate": lambda item, service, wish, actor: opinion_delays.evaluate(
        item, str(wish.get("completeness") or ""), _comment(wish), actor
    ),
}


def act(item: Any, name: str, wish: Wish, actor: Actor) -> None:
    """Do the act of that name; raises ``Refused`` with every reason."""
    if name not in ACTS:
        raise Refused(Refusal("opinions.unknown_act", {"act": name}, "do"))
    ACTS[name](item, str(wish.get("service") or ""), wish, actor)
