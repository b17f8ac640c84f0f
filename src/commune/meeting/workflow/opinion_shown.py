"""Where an opinion stands for one reader: its state, its text for those who may read it."""

from dataclasses import dataclass
from typing import Any

from commune.core.workflow.actor import Actor
from commune.meeting.content.opinions import OpinionFile
from commune.meeting.rules import finance
from commune.meeting.rules.opinions import Opinion, state_shown
from commune.meeting.workflow.opinion_copies import effective_files
from commune.meeting.workflow.opinions import clock_shown, ever_giveable, speaks, states_for
from commune.meeting.workflow.reading import knows_of, seen
from commune.meeting.workflow.settings import Settings


@dataclass(frozen=True)
class Seen:
    """One opinion as a reader sees it. ``opinion``: its content, ``None`` for who may not read it yet; ``inside``:
    the reader works on it; ``stage``: of the chain, for those inside."""

    file: OpinionFile
    state: str
    clock: str
    standing: Any
    opinion: Opinion | None
    inside: bool
    stage: str


def opinions_seen(item: Any, settings: Settings, actor: Actor) -> list[Seen]:
    """The opinions that the actor may know of, in the order in which they were asked."""
    confidential = seen(item, actor).confidential_opinions
    files = effective_files(item).items()
    return [_seen(item, file, settings, actor) for name, file in files if knows_of(file, actor, confidential)]


def _seen(item: Any, file: OpinionFile, settings: Settings, actor: Actor) -> Seen:
    opinion, service = file.opinion, file.opinion.service
    inside = speaks(actor, service) or actor.administrator
    state = state_shown(opinion, item.state in states_for(settings, service).edit)
    if file.chain and state in ("not_given", "hidden_during_writing"):
        state = finance.public_code(file.chain)
    code, standing = clock_shown(file, settings, ever_giveable(item, settings, service))
    shown = opinion if state == "given" or inside else None
    return Seen(file, state, code, standing, shown, inside, file.chain if inside else "")
