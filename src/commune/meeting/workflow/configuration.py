"""Changing the settings of a body: refused whole with every fault, or kept with a line in its journal."""

import json
from typing import Any

from plone import api

from commune.core.content.journal import Journal
from commune.core.rules.refusals import Refusals
from commune.core.workflow.process import Refused
from commune.meeting.rules import body_changes
from commune.meeting.rules.advisers import against_editing_rows
from commune.meeting.rules.bodies import Body, from_json, to_json
from commune.meeting.workflow.place import bodies, body_of
from commune.meeting.workflow.settings import read_settings


def standing(body: Any, portal_type: str) -> dict[str, tuple[str, ...]]:
    """The dossiers of a body by the state they stand in."""
    found: dict[str, tuple[str, ...]] = {}
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type=portal_type, path="/".join(body.getPhysicalPath())
    )
    for brain in brains:
        found[brain.review_state] = (*found.get(brain.review_state, ()), brain.UID)
    return found


def against_configuring(body: Any, new: Body) -> Refusals:
    """Why a body cannot take these settings: faults, dossiers in states that would go, bodies that send to it."""
    old = read_settings(body).body
    refusals = body_changes.faults(new)
    refusals += body_changes.against_changing_states(
        old, new, standing(body, "meeting_item"), standing(body, "meeting")
    )
    refusals += against_editing_rows(old.opinions.rows, new.opinions.rows, body.used_rows)
    if old.identity.active and not new.identity.active:
        others = [read_settings(other).body for other in bodies(api.portal.get())]
        refusals += body_changes.against_deactivating(old.identity.id, others)
    return refusals


def configure(body: Any, document: object, actor: str) -> None:
    """Replace the settings; raises ``Refused`` with every fault, each with its JSON pointer."""
    new, faults = from_json(document)
    if new is None:
        raise Refused(*faults)
    refusals = against_configuring(body, new)
    if refusals:
        raise Refused(*refusals)
    before = body.document
    body.settings = json.dumps(to_json(new), ensure_ascii=False, sort_keys=True)
    body.title, body.code, body.active = new.identity.title, new.identity.code, new.identity.active
    changed = sorted(key for key in body.document if body.document[key] != before.get(key))
    Journal(body).note("configured", actor, sections=changed)
    reindex_rights(body)
    if "annexes" in changed:
        reindex_files(body)
    body.reindexObject()


def reindex_files(body: Any) -> None:
    """Other types may show flags to others: the catalog learns who finds files by them."""
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(body.getPhysicalPath())
    for brain in catalog.unrestrictedSearchResults(portal_type="annex", path=path):
        brain._unrestrictedGetObject().reindexObject(idxs=["annex_flags"], update_metadata=True)


def reindex_rights(body: Any) -> None:
    """The new settings may give other rights: the catalog learns who may now read the dossiers of the body."""
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(body_of(body).getPhysicalPath())
    for brain in catalog.unrestrictedSearchResults(portal_type=["meeting_item", "meeting"], path=path):
        brain._unrestrictedGetObject().reindexObjectSecurity()
