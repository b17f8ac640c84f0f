"""The dump of all public meetings, written each night when something changed: CSV and JSON-LD."""

import json
from datetime import datetime
from typing import Any

from persistent.mapping import PersistentMapping
from plone import api
from plone.namedfile.file import NamedBlobFile
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer

from commune.core.interfaces import IRound
from commune.core.rules.rounds import NIGHTLY
from commune.website.content.council import WITHDRAWN
from commune.website.rules.datasets import as_csv
from commune.website.rules.linked_data import CONTEXT
from commune.website.workflow.decisions import decisions
from commune.website.workflow.linked_data import meeting_data
from commune.website.workflow.meetings import council

KEY = "commune.website.dump"
TYPES = {"csv": "text/csv", "jsonld": "application/ld+json"}


def dumped(place: Any) -> dict[str, Any]:
    """The files of the last dump, by their form; none before the first night."""
    return dict(IAnnotations(place).get(KEY) or {})


@implementer(IRound)
class Dump:
    """Writes only what is not the same as the night before."""

    rhythm = NIGHTLY

    def do(self, site: Any, moment: datetime) -> int:
        place = council(make=False)
        if place is None:
            return 0
        made = {"csv": as_csv(decisions(place), place.absolute_url()), "jsonld": _graph(place)}
        return sum(_keep(place, form, data) for form, data in made.items())


def _graph(place: Any) -> bytes:
    rows = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="council_meeting", path="/".join(place.getPhysicalPath()), sort_on="path"
    )
    shown = [row._unrestrictedGetObject() for row in rows if row.meeting_stage != WITHDRAWN]
    nodes = [node for meeting in shown for node in meeting_data(meeting)["@graph"]]
    return json.dumps({"@context": CONTEXT, "@graph": nodes}, ensure_ascii=False).encode()


def _keep(place: Any, form: str, data: bytes) -> int:
    notes = IAnnotations(place)
    if KEY not in notes:
        notes[KEY] = PersistentMapping()
    kept = notes[KEY].get(form)
    if kept is not None and kept.data == data:
        return 0
    notes[KEY][form] = NamedBlobFile(data, TYPES[form], f"meetings.{form}")
    return 1


DUMP = Dump()
