"""A request of another module becomes a permit: once, with everything it carried."""

from datetime import date
from typing import Any

from plone import api
from zope.component import adapter
from zope.event import notify

from commune.core.content.clock import today
from commune.core.content.journal import Journal
from commune.core.events import HandoverAccepted, HandoverRequested
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.annexes import attach
from commune.core.workflow.lookup import by_uid
from commune.urbanism.content.decision import Source
from commune.urbanism.workflow.opening import installed, open_permit, register
from commune.urbanism.workflow.reception import read

KIND = "urbanism_permit"


@adapter(HandoverRequested)
def open_requested_permit(letter: HandoverRequested) -> None:
    """Answer with the permit of that origin, opened now or before."""
    if letter.kind != KIND or not installed():
        return
    permit = existing(letter.origin) or _open(letter)
    notify(HandoverAccepted(letter.origin, permit.UID(), permit.reference or ""))


def existing(origin: str) -> Any:
    """The permit that was opened for the origin, or ``None``."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="permit", origin_uid=origin)
    return by_uid(brains[0].UID) if brains else None


def _open(letter: HandoverRequested) -> Any:
    received = read(letter.payload)
    permit = open_permit(received, SYSTEM, channel="portal", origin=letter.origin)
    permit.source = Source(letter.origin, letter.reference, dict(letter.payload), _day(received.deposited_on))
    for uid in letter.files:
        _copy(by_uid(uid), permit)
    Journal(permit).note(
        "handover", SYSTEM.userid, reference=letter.reference, origin=letter.origin, files=len(letter.files)
    )
    register(permit, SYSTEM)
    permit.reindexObject()
    return permit


def _day(deposited: date | None) -> date:
    return deposited or today()


def _copy(annex: Any, permit: Any) -> None:
    if annex is None or annex.file is None:
        return
    attach(
        permit,
        annex.file.filename or annex.getId(),
        annex.file.data,
        category=annex.category or "",
        origin="citizen",
        confidential=bool(annex.confidential),
        title=annex.title or "",
        actor=SYSTEM,
    )
