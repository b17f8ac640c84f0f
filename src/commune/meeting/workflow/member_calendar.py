"""The meetings of the bodies in which somebody sits, for his or her calendar."""

from datetime import UTC, timedelta
from typing import Any

from AccessControl import getSecurityManager
from plone import api

from commune.core.content import tokens
from commune.core.content.clock import now, today
from commune.core.workflow.calendar_file import Appointment, calendar_file
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.mandates import seats
from commune.meeting.i18n import _
from commune.meeting.rules.meetings import at_least
from commune.meeting.workflow.place import aware, bodies, meeting_brains

PURPOSE = "meeting.calendar"


def make_address(user_id: str) -> str:
    """A new private address for the calendar of the account; the one before no longer works."""
    site = api.portal.get()
    return f"{site.absolute_url()}/@@member-calendar/{tokens.make(site, user_id, PURPOSE, now())}"


def revoke_address(user_id: str) -> bool:
    """Make the private address worthless; says whether there was one."""
    return tokens.revoke(api.portal.get(), user_id, PURPOSE)


def made_on(user_id: str) -> Any:
    """Since when the account has a private address; ``None``: it has none."""
    found = tokens.token_of(api.portal.get(), user_id, PURPOSE)
    return found.made if found is not None else None


def calendar_of(secret: str) -> bytes | None:
    """The calendar that the secret opens, with the rights of its account; ``None`` when it opens nothing."""
    user_id = tokens.owner_of(api.portal.get(), secret, PURPOSE)
    if not user_id or api.user.get(userid=user_id) is None:
        return None
    with api.env.adopt_user(username=user_id):
        found = [_appointment(meeting) for meeting in _meetings(user_id)]
    return calendar_file(found, str(api.portal.translate(_("My meetings"))))


def _meetings(user_id: str) -> list[Any]:
    """Called meetings that the account may see, of the bodies where it holds a seat today."""
    sits = {seat.body for seat in seats(today()) if seat.user_id == user_id}
    brains = [brain for body in bodies(api.portal.get()) if body.getId() in sits for brain in meeting_brains(body)]
    check = getSecurityManager().checkPermission
    called = (by_uid(brain.UID) for brain in brains if at_least(brain.review_state, "frozen"))
    return [meeting for meeting in called if check("View", meeting)]


def _appointment(meeting: Any) -> Appointment:
    starts = aware(meeting.date).astimezone(UTC)
    return Appointment(
        uid=f"{meeting.UID()}@meeting",
        title=f"{meeting.aq_parent.aq_parent.title} – {meeting.title}",
        starts=starts,
        ends=meeting.end.astimezone(UTC) if meeting.end else starts + timedelta(hours=2),
        changed=meeting.modified().asdatetime().astimezone(UTC),
        serial=meeting.version or 0,
        place=meeting.place or "",
        url=meeting.absolute_url(),
    )
