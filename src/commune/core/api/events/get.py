"""GET @events?after=…: what happened since, in order, as far as the caller may know of it."""

from typing import Any

from AccessControl import getSecurityManager
from plone import api
from plone.restapi.services import Service

from commune.core.api.refused import refused
from commune.core.content.happenings import bounds, happenings
from commune.core.interfaces import IEventFacts
from commune.core.rules.happenings import DELETED, Happening, against_replay, envelope
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.happenings import source
from commune.core.workflow.lookup import by_uid

MOST, USUAL, LOOKED_AT = 500, 100, 5000
NUMBER = {"type": "integer", "minimum": 0, "maximum": 2**53}


class GetEvents(Service):
    """CloudEvents with ``seq``; ``next`` is where to read on, ``last`` the newest number. Deleted dossiers are told to
    those who could read them. 410 when lines that followed are no longer kept: take everything anew."""

    asks = {"after": NUMBER, "limit": {"type": "integer", "minimum": 1, "maximum": MOST}}

    def reply(self) -> dict[str, Any]:
        site, form = api.portal.get(), self.request.form
        numbers = [str(form.get(name) or usual) for name, usual in (("after", 0), ("limit", USUAL))]
        wrong = [name for name, text in zip(("after", "limit"), numbers, strict=True)
                 if not (text.isascii() and text.isdigit() and len(text) < 16)]  # fmt: skip
        if wrong:
            faults = (Refusal("body.invalid", {"field": name, "expected": "0, 1, 2…"}, name) for name in wrong)
            return refused(self, tuple(faults), 400)
        after, size = int(numbers[0]), min(max(1, int(numbers[1])), MOST)
        first, last = bounds(site)
        gone = against_replay(after, first, last)
        if gone:
            return refused(self, gone, 410)
        told, read = self._told(site, after, size)
        url = f"{site.absolute_url()}/@events?after={read}"
        return {"@id": f"{site.absolute_url()}/@events", "items": told, "next": url, "after": read, "last": last}

    def _told(self, site: Any, after: int, size: int) -> tuple[list[dict[str, Any]], int]:
        """The events that may be known, and the number until which was looked."""
        actor, told, read, name = current_actor(), [], after, source(site)
        principals = {f"user:{one}" for one in (actor.userid, *actor.groups)} | actor.roles
        for looked, happening in enumerate(happenings(site, after)):
            if len(told) == size or looked == LOOKED_AT:
                break
            read = happening.seq
            if may_know(happening, actor, principals):
                told.append(envelope(happening, name))
        return told, read


def may_know(happening: Happening, actor: Any, principals: set[str]) -> bool:
    """Whether the caller reads the dossier now, or could when it was deleted."""
    if happening.verb == DELETED:
        return bool(principals & set(happening.readers))
    dossier = by_uid(happening.subject)
    if dossier is None or not getSecurityManager().checkPermission("View", dossier):
        return False
    return bool(IEventFacts(dossier).known(happening, actor))
