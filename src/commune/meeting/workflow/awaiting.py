"""Who is waited for: the groups that move an item on now, and those whose opinion is open. Indexed."""

from typing import Any

from plone.indexer import indexer

from commune.core.rules.functions import group_id
from commune.core.workflow.units import unit_uid
from commune.meeting.content.item import IMeetingItem
from commune.meeting.content.opinions import opinion_files
from commune.meeting.rules.opinions import is_given
from commune.meeting.workflow.settings import settings_of


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
    """Groups of advisers who may give their opinion now."""
    if item.state not in settings_of(item).body.opinions.give:
        return ()
    asked = [name for name, file in opinion_files(item).items() if not is_given(file.opinion)]
    return tuple(group_id(uid, "adviser") for name in asked if (uid := unit_uid(name)))
