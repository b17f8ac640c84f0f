"""What the catalog knows of meetings and items: enough to list them without waking them."""

from datetime import UTC, datetime
from typing import Any

from plone.indexer import indexer

from commune.meeting.content.item import IMeetingItem
from commune.meeting.content.meeting import IMeeting
from commune.meeting.rules.outcomes import outcome_of


@indexer(IMeeting)
def start(meeting: Any) -> datetime:
    return meeting.date.astimezone(UTC)


@indexer(IMeeting)
def end(meeting: Any) -> datetime:
    return (meeting.end or meeting.date).astimezone(UTC)


@indexer(IMeetingItem)
def item_category(item: Any) -> str:
    return item.category or ""


@indexer(IMeetingItem)
def item_privacy(item: Any) -> str:
    return item.privacy or "public"


@indexer(IMeetingItem)
def item_list_type(item: Any) -> str:
    return item.list_type or "normal"


@indexer(IMeetingItem)
def item_meeting(item: Any) -> str:
    return item.meeting or ""


@indexer(IMeetingItem)
def item_preferred_meeting(item: Any) -> str:
    return item.preferred_meeting or ""


@indexer(IMeetingItem)
def external_id(item: Any) -> str:
    return item.external_id or ""


@indexer(IMeetingItem)
def item_send_to(item: Any) -> tuple[str, ...]:
    return tuple(item.send_to or ())


@indexer(IMeetingItem)
def item_copies(item: Any) -> tuple[str, ...]:
    """Groups in copy, whoever put them; who reads by it follows from the state."""
    return (*(item.copy_groups or ()), *(item.restricted_copy_groups or ()))


@indexer(IMeetingItem)
def item_supervision(item: Any) -> str:
    """``to_send``, ``sent``, ``approved``, ``annulled``, or nothing: what does not depend on the day."""
    track, outcome = item.supervision, outcome_of(item.state)
    if track.sent is not None:
        return track.answer or "sent"
    return "to_send" if item.to_authority and outcome is not None and outcome.positive else ""
