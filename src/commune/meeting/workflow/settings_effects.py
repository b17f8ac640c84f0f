"""What other settings would change in the items of a body, before they are kept."""

from dataclasses import dataclass
from typing import Any

from plone import api

from commune.core.rules.refusals import Refusals
from commune.meeting.content.opinions import opinion_files
from commune.meeting.rules.bodies import from_json, to_json
from commune.meeting.rules.outcomes import DECIDED
from commune.meeting.rules.settings_changes import Change, changes
from commune.meeting.rules.settings_effects import Effect, Standing, effects
from commune.meeting.workflow.configuration import against_configuring
from commune.meeting.workflow.opinions import facts_for_conditions
from commune.meeting.workflow.settings import read_settings

MOST = 2000
"""Items looked at, the last changed first: enough for what is under way in a large body."""


@dataclass(frozen=True)
class Preview:
    """What would change in the document, what that does to items, and what stands against keeping it.

    ``seen``: how many items were looked at; ``all_seen``: whether there are no others.
    """

    changes: tuple[Change, ...] = ()
    effects: tuple[Effect, ...] = ()
    refusals: Refusals = ()
    seen: int = 0
    all_seen: bool = True


def preview(body: Any, document: object) -> Preview:
    """What keeping that document would do; nothing is changed."""
    new, faults = from_json(document)
    if new is None:
        return Preview(refusals=faults)
    old = read_settings(body).body
    items, whole = standings(body)
    return Preview(
        changes(to_json(old), to_json(new)),
        effects(old, new, items),
        against_configuring(body, new),
        len(items),
        whole,
    )


def standings(body: Any) -> tuple[list[Standing], bool]:
    """The items of the body that are not decided yet, and whether they are all there."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="meeting_item", path="/".join(body.getPhysicalPath()), sort_on="modified", sort_order="descending"
    )
    open_ones = [brain for brain in brains if brain.review_state not in DECIDED]
    return [standing(brain._unrestrictedGetObject()) for brain in open_ones[:MOST]], len(open_ones) <= MOST


def standing(item: Any) -> Standing:
    """An item as the rule on effects sees it."""
    files = opinion_files(item)
    values = {value.value for poll in item.polls for value in (*poll.values.values(), *poll.counts)}
    return Standing(
        item.UID(),
        item.state,
        item.created().asdatetime().date(),
        facts_for_conditions(item),
        tuple(item.optional_advisers or ()),
        {name: file.row for name, file in files.items() if file.by_hand},
        frozenset(values),
    )
