"""The data of public meetings: read once, mapped by the rules, written in the form that is asked."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from plone import api
from rdflib import Graph

from commune.core.content.authority import authority
from commune.core.events import PublicItem
from commune.core.workflow.mandates import seats
from commune.website.rules.identifiers import Identifiers
from commune.website.rules.linked_data import Holder, Sitting, item_graph, meeting_graph
from commune.website.rules.negotiation import TURTLE
from commune.website.workflow.meeting_words import body_kind, outcome_words

SAFE = "text/x-html-safe"


def identifiers() -> Identifiers:
    """The permanent identifiers of this site."""
    return Identifiers(api.portal.get().absolute_url())


def meeting_data(meeting: Any) -> dict[str, Any]:
    """A public meeting as JSON-LD."""
    sitting = sitting_of(meeting)
    return meeting_graph(sitting, identifiers(), holders(meeting), outcome_words(sitting.language))


def item_data(meeting: Any, uid: str) -> dict[str, Any]:
    """One item of a public meeting as JSON-LD; raises ``KeyError`` when it never was public there."""
    sitting = sitting_of(meeting)
    return item_graph(sitting, uid, identifiers(), outcome_words(sitting.language))


def written(data: Mapping[str, Any], form: str) -> str:
    """The data in Turtle or in JSON-LD."""
    if form == TURTLE:
        return str(Graph().parse(data=json.dumps(data), format="json-ld").serialize(format="turtle"))
    return json.dumps(data, ensure_ascii=False, indent=1)


def clean(html: str) -> str:
    """A text that came from elsewhere, as it may stand on a page."""
    if not html:
        return ""
    transforms = api.portal.get_tool("portal_transforms")
    return str(transforms.convertTo(SAFE, html, mimetype="text/html").getData())


def cleaned(item: PublicItem) -> PublicItem:
    """The item with its text cleaned."""
    return replace(item, decision=clean(item.decision))


def holders(meeting: Any) -> dict[str, Holder]:
    """Who held a mandate in the body on the day of the meeting, by uid of the mandate."""
    if meeting.day is None:
        return {}
    return {
        seat.uid: Holder(seat.uid, seat.person, seat.first_name, seat.last_name, seat.role, seat.label, seat.start,
                         seat.end, seat.rank)
        for seat in seats(meeting.day, meeting.body)
    }  # fmt: skip


def sitting_of(meeting: Any) -> Sitting:
    """The public meeting as the rules read it."""
    settings = authority()
    language = meeting.language or str(api.portal.get_default_language())
    same = ("body", "body_title", "title", "stage", "day", "opened", "closed", "chair", "secretary", "present",
            "traces", "published", "changed")  # fmt: skip
    return Sitting(
        uid=meeting.meeting,
        kind=(meeting.body_kind or "", body_kind(meeting.body_kind or "", language)),
        authority=settings.name or "",
        enterprise_number=settings.bce or "",
        start=meeting.planned,
        page=meeting.absolute_url(),
        language=language,
        items=tuple(cleaned(item) for item in meeting.items),
        place=meeting.place or "",
        reason=meeting.reason or "",
        **{name: getattr(meeting, name) for name in same},
    )
