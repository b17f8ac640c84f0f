"""Changing the settings of a body: refused whole with every fault, or kept with a line in its journal."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from plone import api

from commune.core.content.journal import Entry, Journal
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.lookup import by_uids
from commune.core.workflow.process import Refused
from commune.meeting.rules import body_changes
from commune.meeting.rules.advisers import against_editing_rows
from commune.meeting.rules.bodies import Body, from_json, to_json
from commune.meeting.rules.outcomes import DECIDED
from commune.meeting.rules.settings_changes import changes
from commune.meeting.workflow.opinions import refresh
from commune.meeting.workflow.place import bodies, body_of
from commune.meeting.workflow.settings import read_settings

TYPES = {"items": "meeting_item", "meetings": "meeting"}
BORNE: dict[str, Callable[[Any], list[str]]] = {
    "categories": lambda item: [item.category or ""],
    "classifiers": lambda item: [item.classifier or ""],
    "list_types": lambda item: [item.list_type or "normal"],
    "privacies": lambda item: [item.privacy or "public"],
}
"""What an item bears, by kind of entry."""


def standing(body: Any, portal_type: str) -> dict[str, tuple[str, ...]]:
    """The dossiers of a body by the state they stand in."""
    found: dict[str, tuple[str, ...]] = {}
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type=portal_type, path="/".join(body.getPhysicalPath())
    )
    for brain in brains:
        found[brain.review_state] = (*found.get(brain.review_state, ()), brain.UID)
    return found


def uses(body: Any, kinds: frozenset[str]) -> dict[str, dict[str, int]]:
    """How many items of the body bear each entry of these kinds; they are woken, when something was taken out only."""
    found: dict[str, dict[str, int]] = {kind: {} for kind in kinds}
    if not kinds:
        return found
    for uids in standing(body, "meeting_item").values():
        for item in by_uids(uids):
            for kind in kinds:
                for name in BORNE[kind](item):
                    found[kind][name] = found[kind].get(name, 0) + 1
    return found


def against_configuring(body: Any, new: Body) -> Refusals:
    """Why a body cannot take these settings: faults, dossiers in states that would go, bodies that send to it."""
    old = read_settings(body).body
    refusals = body_changes.faults(new)
    refusals += body_changes.against_dropping(old, new, uses(body, body_changes.dropped(old, new)))
    refusals += body_changes.against_changing_states(
        old, new, standing(body, "meeting_item"), standing(body, "meeting")
    )
    refusals += against_editing_rows(old.opinions.rows, new.opinions.rows, body.used_rows)
    if old.identity.active and not new.identity.active:
        others = [read_settings(other).body for other in bodies(api.portal.get())]
        refusals += body_changes.against_deactivating(old.identity.id, others)
    return refusals


def configure(body: Any, document: object, actor: str, fingerprint: str = "", comment: str = "") -> None:
    """Replace the settings; raises ``Refused`` with every fault, each with its JSON pointer.

    ``fingerprint``: of the settings that the change was made on; others meanwhile are refused as stale. The journal
    keeps who changed what, from what to what.
    """
    if fingerprint and fingerprint != mark(body):
        raise Refused(Refusal("bodies.stale"))
    new, faults = from_json(document)
    if new is None:
        raise Refused(*faults)
    refusals = against_configuring(body, new)
    if refusals:
        raise Refused(*refusals)
    before = to_json(read_settings(body).body)
    body.settings = json.dumps(to_json(new), ensure_ascii=False, sort_keys=True)
    body.title, body.code, body.active = new.identity.title, new.identity.code, new.identity.active
    found = changes(before, body.document)
    if not found:
        return
    told = [{"place": one.place, "before": one.before, "after": one.after} for one in found]
    sections = sorted({one.place.split("/")[1] for one in found})
    Journal(body).note("configured", actor, comment, sections=sections, changes=told)
    follow(body)
    if "annexes" in sections:
        reindex_files(body)
    body.reindexObject()


def reindex_files(body: Any) -> None:
    """Other types may show flags to others: the catalog learns who finds files by them."""
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(body.getPhysicalPath())
    for brain in catalog.unrestrictedSearchResults(portal_type="annex", path=path):
        brain._unrestrictedGetObject().reindexObject(idxs=["annex_flags"], update_metadata=True)


def follow(body: Any) -> None:
    """The items under way take the new settings: opinions asked by themselves, rights, whoever may read them."""
    settings = read_settings(body)
    for state, uids in standing(body, "meeting_item").items():
        for item in by_uids(uids) if state not in DECIDED else ():
            refresh(item, settings)
    reindex_rights(body)


def mark(body: Any) -> str:
    """A short name of the settings as they are now."""
    return hashlib.sha256(body.settings.encode()).hexdigest()[:16]


def history(body: Any) -> list[Entry]:
    """Every change of the settings, the last first."""
    return [entry for entry in reversed(list(Journal(body))) if entry.kind in ("configured", "mass_move", "installed")]


def reindex_rights(body: Any) -> None:
    """The new settings may give other rights: the catalog learns who may now read the dossiers of the body."""
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(body_of(body).getPhysicalPath())
    for brain in catalog.unrestrictedSearchResults(portal_type=["meeting_item", "meeting"], path=path):
        brain._unrestrictedGetObject().reindexObjectSecurity()
