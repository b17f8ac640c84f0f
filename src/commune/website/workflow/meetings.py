"""Public meetings, made and changed by letters alone; a letter that comes twice or late changes nothing."""

from typing import Any

from plone import api

from commune.core.events import MeetingPublished, MeetingWithdrawn
from commune.core.workflow.creation import create
from commune.core.workflow.lookup import by_uid
from commune.website.content.council import WITHDRAWN
from commune.website.workflow.publishing import publish

RECORD = "commune.website.council"
FOLDER = "council"


def receive(letter: MeetingPublished) -> Any:
    """Make or replace the public meeting; returns it, or ``None`` when the letter is not newer than what is kept."""
    known = find(letter.meeting)
    if known is not None and known.serial >= letter.serial:
        return None
    shown = {
        "title": letter.title,
        "body": letter.body,
        "body_title": letter.body_title,
        "day": letter.day,
        "stage": letter.stage,
        "serial": letter.serial,
        "place": letter.place,
        "reason": "",
        "items": tuple(letter.items),
    }
    return _write(known, letter.meeting, shown)


def withdraw(letter: MeetingWithdrawn) -> Any:
    """Leave only a tombstone of the meeting, with the reason; also when it was never received."""
    known = find(letter.meeting)
    if known is not None and known.serial >= letter.serial:
        return None
    shown = {"stage": WITHDRAWN, "serial": letter.serial, "reason": letter.reason, "items": (), "place": ""}
    return _write(known, letter.meeting, shown if known is not None else {**shown, "title": letter.meeting})


def find(meeting: str) -> Any:
    """The public meeting of that uid, or ``None``."""
    folder = council(make=False)
    return folder._getOb(meeting, None) if folder is not None else None


def council(make: bool = True) -> Any:
    """The page of the bodies; made and published when there is none yet."""
    site = api.portal.get()
    chosen = by_uid(api.portal.get_registry_record(RECORD, default="") or "")
    folder = chosen if chosen is not None else site._getOb(FOLDER, None)
    if folder is None and make:
        folder = create(site, "council", id=FOLDER, title="Council")
        publish(folder)
    return folder


def _write(known: Any, meeting: str, shown: dict[str, Any]) -> Any:
    if known is None:
        known = create(council(), "council_meeting", id=meeting, meeting=meeting, **shown)
    else:
        for name, value in shown.items():
            setattr(known, name, value)
    known.reindexObject()
    return known
