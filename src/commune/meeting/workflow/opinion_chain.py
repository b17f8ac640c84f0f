"""The chain inside an advising service: its hands take the opinion one to the other until it is given."""

from dataclasses import replace
from typing import Any

from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.core.workflow.units import unit_uid
from commune.meeting.content.opinions import OpinionFile
from commune.meeting.rules import finance
from commune.meeting.rules.finance import Paper
from commune.meeting.rules.opinion_settings import chain_of
from commune.meeting.workflow.opinion_delays import evaluate
from commune.meeting.workflow.opinion_writing import file_of, settle, told
from commune.meeting.workflow.opinions import keep, states_for
from commune.meeting.workflow.settings import Settings, settings_of

CONTROLS = {"mark_complete": "complete", "mark_incomplete": "incomplete"}


def steps_offered(item: Any, file: OpinionFile, settings: Settings, actor: Actor) -> tuple[tuple[Any, Refusals], ...]:
    """The steps of the chain that the actor may take now, each with what stands against it."""
    service = file.opinion.service
    chain = chain_of(settings.body.opinions, service)
    if chain is None or file.opinion.inherited_from or not file.chain:
        return ()
    if item.state not in states_for(settings, service).edit:
        return ()
    paper = Paper(file.chain, file.opinion.sense, file.opinion.asked_again)
    return finance.steps(chain, paper, finance.hands_of(actor.functions(unit_uid(service))))


def step(item: Any, service: str, name: str, comment: str, actor: Actor) -> None:
    """Take a step of the chain; raises ``Refused`` with every reason."""
    file, settings = file_of(item, service), settings_of(item)
    offered = {way.id: (way, against) for way, against in steps_offered(item, file, settings, actor)}
    if name not in offered:
        raise Refused(Refusal("opinions.step_not_offered", {"step": name}, "step"))
    way, refusals = offered[name]
    if name in CONTROLS:
        evaluate(item, CONTROLS[name], comment, actor)
        return
    refusals += (Refusal("items.comment_required", place="comment"),) if way.comment and not comment.strip() else NONE
    if refusals:
        raise Refused(*refusals)
    moved = replace(file, chain=way.target)
    keep(item, moved)
    told(item, "opinion_step", service, actor, comment, step=name)
    if way.target == finance.GIVEN:
        settle(item, moved, actor)
