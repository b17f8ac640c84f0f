"""An opinion is written, given, asked again, restored, inherited no longer, hidden from readers."""

from dataclasses import dataclass, replace
from typing import Any

from zope.event import notify

from commune.core.content.clock import now
from commune.core.content.journal import Journal
from commune.core.rules.opinions import Sense, giving_refusals
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.core.workflow.actor import SYSTEM, Actor
from commune.core.workflow.process import Refused
from commune.core.workflow.readers import index_readers
from commune.core.workflow.units import unit_uid
from commune.meeting.content.opinions import OpinionFile, opinion_files
from commune.meeting.events import OpinionActed
from commune.meeting.rules import finance
from commune.meeting.rules import opinions as rules
from commune.meeting.rules.advisers import Asked
from commune.meeting.rules.opinion_settings import chain_of, senses_of
from commune.meeting.rules.opinions import Opinion, is_given
from commune.meeting.rules.waiting import PREFIX
from commune.meeting.workflow.guard import check_manager, may_edit
from commune.meeting.workflow.opinion_copies import effective_files
from commune.meeting.workflow.opinions import ADVISER, archived, keep, moved, new_file, speaks, states_for
from commune.meeting.workflow.place import body_actor, oversees
from commune.meeting.workflow.settings import Settings, settings_of


@dataclass(frozen=True)
class Text:
    """What an adviser writes; ``observations`` stay in the advising service."""

    sense: Sense
    comment: str = ""
    observations: str = ""
    reference: str = ""
    commitment: str = ""


def file_of(item: Any, service: str) -> OpinionFile:
    """The opinion of that service as it counts; raises ``Refused`` where none is asked."""
    file = effective_files(item).get(service)
    if file is None:
        raise Refused(Refusal("opinions.not_asked", {"service": service}))
    return file


def may_ask(item: Any, actor: Actor) -> bool:
    """Whether the actor speaks for who asks: an editor of the item, its level while it waits for opinions."""
    chain = settings_of(item).body.chain
    at = chain.position(item.state.removeprefix(PREFIX)) if item.state.startswith(PREFIX) else None
    waits_for_it = at is not None and body_actor(actor, item).acts_at(chain.enabled[at])
    return may_edit(item) or waits_for_it


def may_write(item: Any, file: OpinionFile, settings: Settings, actor: Actor) -> bool:
    """Whether the actor holds the pen of the opinion now: an adviser, or the hand whose turn it is in its chain."""
    functions = actor.functions(unit_uid(file.opinion.service))
    if chain_of(settings.body.opinions, file.opinion.service) is None:
        return ADVISER in functions or actor.administrator
    return finance.FUNCTIONS.get(finance.writer_of(file.chain), "") in functions


def against_writing(item: Any, file: OpinionFile, settings: Settings) -> Refusals:
    """Why the opinion cannot be written at this stage of the item: not (or no longer) open, inherited."""
    states, opinion = states_for(settings, file.opinion.service), file.opinion
    begun = is_given(opinion) or opinion.sense is not None
    found = NONE
    if item.state not in (states.edit if begun else states.give):
        found += (Refusal("opinions.not_giveable", {"state": item.state}),)
    if opinion.inherited_from:
        found += (Refusal("opinions.inherited", {"item": opinion.inherited_from}),)
    return found


def give(item: Any, service: str, text: Text, actor: Actor, hidden: bool = False) -> None:
    """Give (or write, while ``hidden``) the opinion of a service; raises ``Refused`` with every reason."""
    settings = settings_of(item)
    file = _to_write(item, service, settings, actor)
    refusals = giving_refusals(text.sense, senses_of(settings.body.opinions, service)[0], comment=text.comment)
    refusals += against_writing(item, file, settings)
    chain = chain_of(settings.body.opinions, service)
    if chain is not None and not hidden:
        refusals += (Refusal("opinions.through_chain", {"service": service}),)
    if hidden and is_given(file.opinion):
        refusals += (Refusal("opinions.given_already", {"service": service}),)
    if refusals:
        raise Refused(*refusals)
    written = replace(file.opinion, sense=text.sense, comment=text.comment, reference=text.reference, hidden=True,
                      hidden_observations=text.observations, commitment=text.commitment)  # fmt: skip
    if hidden:
        keep(item, replace(file, opinion=written))
        told(item, "opinion_written", service, actor)
    else:
        settle(item, replace(file, opinion=written), actor)


def settle(item: Any, file: OpinionFile, actor: Actor) -> None:
    """What is written counts from now on as given, archived with the texts it is given on."""
    draft, service = file.opinion, file.opinion.service
    assert draft.sense is not None
    given = rules.give(draft, draft.sense, draft.comment, now(), actor.userid, archived(item))
    keep(item, replace(file, opinion=given))
    told(item, "opinion_given", service, actor)
    notify(OpinionActed(item.UID(), service, "given", actor.userid))


def may_begin(item: Any, settings: Settings, actor: Actor) -> tuple[str, ...]:
    """The services for which the actor may give an opinion that nobody asked."""
    files = opinion_files(item)
    return tuple(
        code for code in settings.body.opinions.initiative
        if code not in files and item.state in states_for(settings, code).give
        and ADVISER in actor.functions(unit_uid(code))
    )  # fmt: skip


def _to_write(item: Any, service: str, settings: Settings, actor: Actor) -> OpinionFile:
    """The opinion that the actor may write; one on own initiative is begun."""
    file = effective_files(item).get(service)
    if file is None and service in settings.body.opinions.initiative:
        asked = Asked(service, how="initiative")
        file = moved(item, new_file(item, Opinion(service, initiative=True), settings, asked), settings)
    if file is None or not may_write(item, file, settings, actor):
        raise Refused(Refusal("opinions.not_adviser", {"service": service}))
    return file


def ask_again(item: Any, service: str, actor: Actor) -> None:
    """Ask a given opinion again; what was given stays as a version, its service's chain begins anew."""
    file, chain = file_of(item, service), chain_of(settings_of(item).body.opinions, service)
    asked = rules.ask_again(file.opinion, may_ask(item, actor))
    if asked.refusals:
        raise Refused(*asked.refusals)
    stage = finance.first_state(chain, True) if chain is not None else ""
    keep(item, replace(file, opinion=asked.opinion, chain=stage))
    told(item, "opinion_asked_again", service, actor)
    notify(OpinionActed(item.UID(), service, "asked_again", actor.userid))


def back_to_previous(item: Any, service: str, actor: Actor) -> None:
    """Undo the asking again: the last version counts."""
    file, chain = file_of(item, service), chain_of(settings_of(item).body.opinions, service)
    undone = rules.back_to_previous(file.opinion)
    refusals = undone.refusals + (NONE if may_ask(item, actor) else (Refusal("opinions.not_editor"),))
    if refusals:
        raise Refused(*refusals)
    keep(item, replace(file, opinion=undone.opinion, chain=finance.GIVEN if chain is not None else ""))
    told(item, "opinion_restored", service, actor)


def set_confidential(item: Any, service: str, confidential: bool, actor: Actor) -> None:
    """Hide the opinion from the readers who are not told of confidential ones, or show it to all (ADV-13)."""
    check_manager(actor, item)
    file_of(item, service)
    own = opinion_files(item)[service]
    keep(item, replace(own, opinion=replace(own.opinion, confidential=confidential)))
    told(item, "opinion_confidential", service, actor, confidential=confidential)


def may_drop(item: Any, service: str, actor: Actor) -> bool:
    """Whether the actor may put an end to an inheritance: managers, its advisers where the body lets them."""
    own = settings_of(item).body.opinions.adviser_drops_inherited and speaks(actor, service)
    return oversees(actor, item) or own


def drop_inherited(item: Any, service: str, actor: Actor) -> None:
    """The opinion of the origin counts here no more: it is to be given anew."""
    file, settings = file_of(item, service), settings_of(item)
    refusals = NONE if may_drop(item, service, actor) else (Refusal("opinions.not_dropped_by_you"),)
    if not file.opinion.inherited_from:
        refusals += (Refusal("opinions.not_inherited", {"service": service}),)
    if refusals:
        raise Refused(*refusals)
    origin = file.opinion.inherited_from
    fresh = new_file(item, rules.dropped(file.opinion), settings, Asked(service, file.row, file.how, file.person))
    keep(item, moved(item, fresh, settings))
    told(item, "opinion_dropped", service, actor, origin=origin)


def stop_inheriting(item: Any, origin: str) -> None:
    """The item that held the opinions shown here is gone: they are to be given here."""
    settings = settings_of(item)
    for service, file in opinion_files(item).items():
        if file.opinion.inherited_from == origin:
            asked = Asked(service, file.row, file.how, file.person)
            keep(item, moved(item, new_file(item, rules.dropped(file.opinion), settings, asked), settings))
            told(item, "opinion_dropped", service, SYSTEM, origin=origin)


def invalidate(item: Any, settings: Settings, actor: Actor) -> tuple[str, ...]:
    """Ask again the opinions that an edit of the item takes away, where the body says so; the services concerned."""
    states, texts, files = settings.body.opinions.invalidating, archived(item), opinion_files(item)
    gone = []
    for service, file in files.items():
        after = rules.invalidated(file.opinion, item.state, states, texts)
        if after != file.opinion:
            chain = chain_of(settings.body.opinions, service)
            keep(item, replace(file, opinion=after, chain=finance.first_state(chain, True) if chain else ""))
            told(item, "opinion_invalidated", service, actor)
            gone.append(service)
    return tuple(gone)


def told(item: Any, kind: str, service: str, actor: Actor, comment: str = "", **data: Any) -> None:
    """A line in the journal; the lists learn who now has something to write, and who may read."""
    Journal(item).note(kind, actor.userid, comment, service=service, **data)
    index_readers(item, "modified", "item_advisers")
