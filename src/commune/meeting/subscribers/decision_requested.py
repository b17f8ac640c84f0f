"""A dossier of another module asks a body to decide: an item is made of its data."""

from typing import Any

from plone import api
from zope.component import adapter
from zope.event import notify

from commune.core.content.journal import Journal
from commune.core.events import DecisionRequestAccepted, DecisionRequested
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.creation import create
from commune.core.workflow.lookup import by_uid
from commune.meeting.workflow.clones import items_folder
from commune.meeting.workflow.place import bodies
from commune.meeting.workflow.sending import copy_files
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.texts import rich


@adapter(DecisionRequested)
def make_item(letter: DecisionRequested) -> None:
    """One item per origin: the same request again updates nothing and answers the same item."""
    body = next((body for body in bodies(api.portal.get()) if body.kind == letter.body_kind and body.active), None)
    if body is None:
        return
    item = existing(letter.origin) or new_item(body, letter)
    notify(DecisionRequestAccepted(letter.origin, item.UID(), body.UID()))


def existing(origin: str) -> Any:
    """The item made for the origin that is still being prepared or on an agenda, if any."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="meeting_item", origin_uid=origin, sort_on="created", sort_order="descending"
    )
    open_ones = (by_uid(brain.UID) for brain in brains)
    return next((item for item in open_ones if item is not None and not item.successors), None)


def new_item(body: Any, letter: DecisionRequested) -> Any:
    """The item of a request, in the first state of the body's chain."""
    settings = settings_of(body)
    item = create(
        items_folder(body),
        "meeting_item",
        title=letter.title,
        description=rich(letter.description),
        motivation=rich(letter.motivation),
        decision=rich(letter.decision),
        category=letter.category if letter.category in settings.ranks.categories else None,
        privacy=settings.body.agenda.default_privacy,
        decide_before=letter.due,
        responsible_unit=letter.unit or None,
        origin=letter.origin,
        external_id=letter.reference,
    )
    copy_files(letter.files, item)
    Journal(item).note("requested", SYSTEM.userid, reference=letter.reference, origin=letter.origin)
    return item
