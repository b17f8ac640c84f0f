"""Public meetings, made and changed by letters alone; a letter that comes twice or late changes nothing."""

from collections.abc import Mapping
from typing import Any

from plone import api
from zope.event import notify

from commune.core.content.clock import now
from commune.core.events import MeetingPublished, MeetingWithdrawn, PublicationAnswered
from commune.core.workflow.creation import create
from commune.core.workflow.lookup import by_uid
from commune.website.content.council import WITHDRAWN
from commune.website.rules.public_meetings import against_receiving, follow
from commune.website.workflow.decisions import keep_decisions
from commune.website.workflow.publishing import publish

RECORD = "commune.website.council"
FOLDER = "council"


def receive(letter: MeetingPublished) -> Any:
    """Make or replace the public meeting; returns it, or ``None`` when the letter is not newer than what is kept.

    A letter with something that may not be public changes nothing. Either way the sender is told.
    """
    known = find(letter.meeting)
    if known is not None and known.serial >= letter.serial:
        return None
    refused = against_receiving(letter.items)
    reasons = tuple((refusal.place, refusal.code) for refusal in refused)
    meeting = None if refused else _write(known, letter.meeting, _shown(letter), _reasons(letter))
    notify(PublicationAnswered(letter.meeting, letter.serial, reasons))
    return meeting


def _shown(letter: MeetingPublished) -> dict[str, Any]:
    same = ("title", "body", "body_title", "body_kind", "day", "stage", "serial", "place")
    more = ("items", "opened", "closed", "chair", "secretary", "present", "disclaimer", "contact")
    return {name: getattr(letter, name) for name in (*same, *more)} | {"planned": letter.start, "reason": ""}


def _reasons(letter: MeetingPublished) -> dict[str, str]:
    return {one.uid: one.reason for one in letter.withdrawn}


def withdraw(letter: MeetingWithdrawn) -> Any:
    """Leave only a tombstone of the meeting, with the reason; also when it was never received."""
    known = find(letter.meeting)
    if known is not None and known.serial >= letter.serial:
        return None
    shown = {"stage": WITHDRAWN, "serial": letter.serial, "reason": letter.reason, "items": (), "place": "",
             "chair": "", "secretary": "", "present": ()}  # fmt: skip
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


def _write(known: Any, meeting: str, shown: dict[str, Any], reasons: Mapping[str, str] | None = None) -> Any:
    moment = now()
    items, traces = (known.items, known.traces) if known is not None else ((), ())
    shown = shown | {"traces": follow(traces, items, shown["items"], moment, reasons), "changed": moment}
    if known is None:
        known = create(council(), "council_meeting", id=meeting, meeting=meeting, published=moment, **shown)
    else:
        for name, value in shown.items():
            setattr(known, name, value)
    known.reindexObject()
    keep_decisions(council(), known)
    return known
