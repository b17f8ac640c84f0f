"""The time for an opinion: another delay, a clock started anew, a file that is complete or not."""

from dataclasses import replace
from typing import Any

from zope.event import notify

from commune.core.content.clock import today
from commune.core.content.journal import Journal
from commune.core.interfaces import IProcess
from commune.core.rules.refusals import NONE, Refusal
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.core.workflow.units import unit_uid
from commune.meeting.content.opinions import OpinionFile, keep_opinion_files, opinion_files
from commune.meeting.events import OpinionActed
from commune.meeting.rules import finance
from commune.meeting.rules.advisers import Asked, Rows, against_changing_delay, offered_variants
from commune.meeting.rules.completeness import Hands, against_evaluating, is_complete
from commune.meeting.rules.opinion_clock import after_completeness, restarted
from commune.meeting.rules.opinion_settings import chain_of
from commune.meeting.rules.opinions import is_given
from commune.meeting.rules.waiting import BACK_FROM_WAITING, PREFIX
from commune.meeting.workflow.opinion_writing import file_of, may_ask, told
from commune.meeting.workflow.opinions import ADVISER, facts_for_conditions, keep, note_used_rows, states_for
from commune.meeting.workflow.place import body_actor, oversees
from commune.meeting.workflow.settings import Settings, settings_of


def delays_offered(item: Any, file: OpinionFile, actor: Actor) -> Rows:
    """The delays that the actor may put in place of the present one; none once the opinion is given."""
    if is_given(file.opinion) or file.opinion.inherited_from:
        return ()
    rows, asked = settings_of(item).body.opinions.rows, _asked(file)
    return offered_variants(
        rows, asked, facts_for_conditions(item, changing=True), may_ask(item, actor), body_actor(actor, item)
    )


def _asked(file: OpinionFile) -> Asked:
    return Asked(file.opinion.service, file.row, file.how)


def change_delay(item: Any, service: str, row: str, comment: str, actor: Actor) -> None:
    """Another delay among the variants of the row; kept by later recomputations. Raises ``Refused``."""
    file = file_of(item, service)
    refusals = against_changing_delay(
        settings_of(item).body.opinions.rows, _asked(file), row, comment, facts_for_conditions(item, changing=True),
        may_ask(item, actor), body_actor(actor, item),
    )  # fmt: skip
    if is_given(file.opinion):
        refusals += (Refusal("opinions.given_already", {"service": service}),)
    if refusals:
        raise Refused(*refusals)
    changed = replace(file, row=row, by_hand=True, mailed_left=None)
    keep(item, changed)
    note_used_rows(item, [changed])
    told(item, "opinion_delay_changed", service, actor, comment, old=file.row, new=row)


def may_restart(item: Any, file: OpinionFile, actor: Actor) -> bool:
    """Whether the actor may let the clock of the opinion begin again: who asks, while it runs and none is given."""
    started = file.clock.started is not None and not file.opinion.inherited_from
    return started and not is_given(file.opinion) and may_ask(item, actor)


def restart(item: Any, service: str, comment: str, actor: Actor) -> None:
    """The clock counts from today; raises ``Refused``: given, not begun, not by an editor."""
    file = file_of(item, service)
    refusals = NONE if may_ask(item, actor) else (Refusal("opinions.not_editor"),)
    if is_given(file.opinion):
        refusals += (Refusal("opinions.given_already", {"service": service}),)
    if file.clock.started is None:
        refusals += (Refusal("opinions.clock_not_begun", {"service": service}),)
    if refusals:
        raise Refused(*refusals)
    keep(item, replace(file, clock=restarted(file.clock, today()), mailed_left=None))
    told(item, "opinion_clock_restarted", service, actor, comment, old=str(file.clock.started), new=str(today()))


def evaluating_hands(item: Any, actor: Actor) -> Hands:
    """What the actor is to the completeness of the file."""
    settings = settings_of(item)
    if not uses_completeness(settings):
        return Hands()
    controls = any(_controls(item, file, settings, actor) for file in opinion_files(item).values())
    return Hands(controls, may_ask(item, actor), oversees(actor, item))


def uses_completeness(settings: Settings) -> bool:
    """Whether the body looks at whether files are complete."""
    opinions = settings.body.opinions
    controlled = opinions.from_complete or any(chain.completeness for chain in opinions.chains)
    return controlled or "completeness" in settings.body.fields.item


def _controls(item: Any, file: OpinionFile, settings: Settings, actor: Actor) -> bool:
    """Whether the actor controls files for a service whose opinion is open."""
    service = file.opinion.service
    if is_given(file.opinion) or file.opinion.inherited_from or item.state not in states_for(settings, service).edit:
        return False
    chain = chain_of(settings.body.opinions, service)
    wanted = finance.FUNCTIONS["controller"] if chain is not None and chain.completeness else ADVISER
    return wanted in actor.functions(unit_uid(service))


def evaluate(item: Any, value: str, comment: str, actor: Actor) -> None:
    """Say whether the file is complete: clocks that count from it start or stand still, an incomplete one that
    waits for opinions goes back to its service. Raises ``Refused`` with every reason."""
    old = item.completeness
    refusals = against_evaluating(old, value, evaluating_hands(item, actor), comment)
    if refusals:
        raise Refused(*refusals)
    settings, item.completeness = settings_of(item), value
    files = {name: _evaluated(file, settings, value) for name, file in opinion_files(item).items()}
    keep_opinion_files(item, files)
    Journal(item).note(f"file_{value}", actor.userid, comment, old=old, new=value)
    item.reindexObject(idxs=["modified", "item_advisers"])
    notify(OpinionActed(item.UID(), "", f"file_{value}", actor.userid))
    if value == "incomplete" and item.state.startswith(PREFIX):
        way = f"{BACK_FROM_WAITING}{item.state.removeprefix(PREFIX)}"
        IProcess(item).perform(actor, way, comment)


def _evaluated(file: OpinionFile, settings: Settings, value: str) -> OpinionFile:
    if is_given(file.opinion) or file.opinion.inherited_from:
        return file
    chain = chain_of(settings.body.opinions, file.opinion.service)
    stage = finance.after_evaluation(chain, file.chain, value) if chain is not None else ""
    clock = after_completeness(file.clock, settings.clock_rule, is_complete(value), today())
    return replace(file, clock=clock, chain=stage, mailed_left=None)


def asked_again_on_return(item: Any, settings: Settings, source: str, actor: Actor) -> None:
    """An incomplete file whose item comes back where opinions are given is looked at again."""
    if item.completeness != "incomplete":
        return
    files, option = opinion_files(item), "waiting_opinions_asks_completeness_again" in settings.body.adaptations
    back = [name for name, file in files.items() if option or file.chain == finance.BACK]
    here = [name for name in back if item.state in states_for(settings, name).give]
    if here and source not in states_for(settings, here[0]).give:
        item.completeness = "asked_again"
        keep_opinion_files(item, {name: _evaluated(file, settings, "asked_again") for name, file in files.items()})
        Journal(item).note("file_asked_again", actor.userid, old="incomplete", new="asked_again")
