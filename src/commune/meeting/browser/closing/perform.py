"""Moving a meeting: what the secretary must confirm first is listed before anything happens."""

from functools import cached_property
from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.interfaces import IProcess
from commune.core.workflow.actor import current_actor
from commune.core.workflow.wording import sentence
from commune.meeting.browser.confirming.asking import Asking


class PerformMeeting(Asking):
    """POST ``@@perform``; with warnings, a checklist comes back, and each of its lines is to be ticked."""

    checklist = ViewPageTemplateFile("checklist.pt")

    def __call__(self) -> Any:
        if self.request.method != "POST" or self.ticked >= set(self.kinds):
            return super().__call__()
        CheckAuthenticator(self.request)
        if self.ticked:
            self.request.response.setStatus(409)
        return self.checklist()

    @property
    def ticked(self) -> set[str]:
        chosen = self.request.form.get("confirmed") or []
        return {chosen} if isinstance(chosen, str) else set(chosen)

    @cached_property
    def kinds(self) -> dict[str, dict[str, Any]]:
        """What is to be confirmed, by kind: a sentence and the items that it is about."""
        warnings = IProcess(self.context).warnings(current_actor(self.context), self.transition)
        titles = self._titles([str(one.place) for one in warnings])
        found: dict[str, dict[str, Any]] = {}
        for one in warnings:
            kind = found.setdefault(one.code, {"text": sentence(one, self.request), "items": []})
            kind["items"].append(titles.get(str(one.place), ""))
        return found

    def _titles(self, uids: list[str]) -> dict[str, str]:
        brains = api.portal.get_tool("portal_catalog")(UID=uids) if uids else ()
        return {brain.UID: brain.Title for brain in brains}
