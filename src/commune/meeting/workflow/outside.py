"""Programs elsewhere that a body tells of its publications and of its decisions."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from commune.core.content.clock import now
from commune.core.content.journal import Journal
from commune.core.events import MeetingPublished, MeetingWithdrawn
from commune.core.rules.confidentiality import Level
from commune.core.workflow import happenings, webcalls
from commune.meeting.rules.agenda import numbering
from commune.meeting.workflow.place import aware
from commune.meeting.workflow.settings import Settings
from commune.meeting.workflow.texts import text_of

PUBLISHED, DECIDED = "published", "decided"


def tell_published(meeting: Any, settings: Settings, letter: MeetingPublished | MeetingWithdrawn) -> None:
    """Queue the public part, or that it was taken back, for each program that wants it; told in order."""
    verb = "published" if isinstance(letter, MeetingPublished) else "withdrawn"
    happenings.tell(meeting, verb, {"serial": letter.serial}, _plain(asdict(letter)), int(Level.PUBLIC))
    kind = f"meeting.{verb}.v1"
    for one in settings.body.calls:
        if PUBLISHED in one.events:
            event = _event(f"{letter.meeting}-{letter.serial}", kind, letter.meeting, asdict(letter))
            webcalls.call(one.url, event, letter.meeting)
            meeting.outside = {**meeting.outside, one.url: (letter.serial, "queued", "")}


def tell_decided(item: Any, meeting: Any, positive: bool, settings: Settings) -> None:
    """Queue the decision for the program that sent the item; of a closed one neither its title nor its text."""
    closed = (item.privacy or "").startswith("secret")
    outcome = {
        "outcome": item.state,
        "positive": positive,
        "day": aware(meeting.date).date().isoformat(),
        "number": item.deliberation_number or str(numbering(meeting.agenda).get(item.UID(), "")),
        "closed": closed,
    }
    texts = {} if closed else {"title": item.title, "decision": text_of(item)}
    happenings.tell(item, "decided", {"positive": positive}, {**outcome, **texts})
    for one in settings.body.calls:
        if DECIDED in one.events and one.prefix and (item.external_id or "").startswith(one.prefix):
            data = {"reference": item.external_id, "item": item.UID(), **outcome, **texts}
            webcalls.call(
                one.url, _event(f"{item.UID()}-{item.version}", "item.decided.v1", item.UID(), data), item.UID()
            )


def keep_told(meeting: Any, url: str, event: str, outcome: str, error: str) -> None:
    """Remember what became of the last call about a meeting; of older ones nothing."""
    serial = int(event.rpartition("-")[2])
    if meeting.outside.get(url, (0,))[0] == serial:
        meeting.outside = {**meeting.outside, url: (serial, outcome, error)}


def note_told(item: Any, url: str, outcome: str) -> None:
    """Keep in the journal of an item what became of the call about its decision."""
    Journal(item).note("call_told", "system", url=url, outcome=outcome)


def _event(uid: str, kind: str, subject: str, data: dict[str, Any]) -> dict[str, Any]:
    return {"specversion": "1.0", "id": uid, "source": "commune.meeting", "type": kind, "subject": subject,
            "time": now().isoformat(), "datacontenttype": "application/json", "data": _plain(data)}  # fmt: skip


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, (date, datetime)) else value
