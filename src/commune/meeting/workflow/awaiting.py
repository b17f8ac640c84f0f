"""Who is waited for: the groups that move an item on now, and those whose opinion is open. Indexed."""

from typing import Any

from plone.indexer import indexer

from commune.core.rules.functions import group_id
from commune.core.workflow.sealing import sealed
from commune.core.workflow.units import unit_uid
from commune.meeting.content.item import IMeetingItem
from commune.meeting.content.opinions import OpinionFile
from commune.meeting.rules.opinions import is_given
from commune.meeting.workflow.opinion_copies import effective_files
from commune.meeting.workflow.opinions import acting_functions, states_for
from commune.meeting.workflow.settings import Settings, settings_of


@indexer(IMeetingItem)
def item_awaits(item: Any) -> tuple[str, ...]:
    """Groups of the level at which the item stands, of the first level when it was returned."""
    chain, service = settings_of(item).body.chain, item.responsible_unit
    state = chain.initial if item.state == "returned" else (item.state or "").removeprefix("returned_")
    level = next((one for one in chain.enabled if one.state == state), None)
    if level is None or not service:
        return ()
    return tuple(sorted(group_id(service, function) for function in level.functions))


@indexer(IMeetingItem)
def item_advisers(item: Any) -> tuple[str, ...]:
    """Groups that may work on an opinion now: advisers, or the hand whose turn it is in the chain of a service.

    Sealed: that an opinion was asked may be confidential.
    """
    settings, found = settings_of(item), set()
    for name, file in effective_files(item).items():
        uid = None if is_given(file.opinion) or not _open(item, settings, name, file) else unit_uid(name)
        if uid:
            found |= {sealed(group_id(uid, function)) for function in acting_functions(file, settings)}
    return tuple(sorted(found))


def _open(item: Any, settings: Settings, name: str, file: OpinionFile) -> bool:
    states = states_for(settings, name)
    return item.state in (states.give if file.opinion.sense is None else states.edit)
