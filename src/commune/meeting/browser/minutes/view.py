"""The minutes part by part: what the data says, what the secretary wrote over it."""

from functools import cached_property
from typing import Any

from plone import api
from plone.app.textfield.value import RichTextValue
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.browser.dossier.transitions import Transitions
from commune.meeting.content.minutes import minutes_of
from commune.meeting.i18n import _
from commune.meeting.rules.agenda import numbering
from commune.meeting.rules.minutes import Minutes, Part
from commune.meeting.workflow.minutes import CLOSING, OPENING

ENDS = {OPENING: _("Opening"), CLOSING: _("Closing")}


class MinutesView(BrowserView):
    """``@@minutes``."""

    page_title = _("Minutes")
    page = ViewPageTemplateFile("minutes.pt")

    def __call__(self) -> Any:
        return self.page()

    @cached_property
    def minutes(self) -> Minutes:
        return minutes_of(self.context)

    @cached_property
    def _titles(self) -> dict[str, str]:
        numbers = numbering(self.context.agenda)
        keys = [part.key for part in self.minutes.parts]
        brains = api.portal.get_tool("portal_catalog")(UID=keys) if keys else ()
        return {brain.UID: f"{numbers.get(brain.UID, '–')}. {brain.Title}" for brain in brains}

    def title(self, part: Part) -> Any:
        """The heading of a part."""
        return ENDS.get(part.key) or self._titles.get(part.key, part.key)

    def shown(self, text: str) -> str:
        """HTML without what a browser must not run."""
        return (
            str(RichTextValue(text, "text/html", "text/x-html-safe").output_relative_to(self.context)) if text else ""
        )

    @property
    def errors(self) -> list[Any]:
        """Reasons of the refusal just met."""
        return list(Transitions(self.context, self.request).refusals)
