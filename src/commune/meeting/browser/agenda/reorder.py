"""Applying the body's rules to the whole agenda: first what would change, then the change."""

from dataclasses import dataclass
from typing import Any

from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.browser.dossier.acting import Acting
from commune.core.workflow.actor import current_actor
from commune.meeting.browser.agenda.move import version
from commune.meeting.i18n import _
from commune.meeting.workflow.agenda import reorder, sorted_anew


@dataclass(frozen=True)
class Renumbered:
    """One item whose number would change."""

    title: str
    old: str
    new: str


class Reorder(Acting):
    """GET ``@@agenda-reorder`` shows the preview; POST applies it, on the agenda that was shown."""

    page_title = _("Apply the rules again")
    done = _("The agenda follows the rules again.")
    preview = ViewPageTemplateFile("reorder.pt")

    def __call__(self) -> Any:
        return self.preview() if self.request.method != "POST" else super().__call__()

    def act(self, form: Any) -> None:
        reorder(self.context, version(form), current_actor(self.context).userid)

    @property
    def version(self) -> int:
        return int(self.context.agenda.version)

    @property
    def changes(self) -> list[Renumbered]:
        change = sorted_anew(self.context, self.context.agenda)
        brains = api.portal.get_tool("portal_catalog")(UID=[uid for uid, _old, _new in change.renumbered])
        titles = {brain.UID: brain.Title for brain in brains}
        return [Renumbered(titles.get(uid, ""), str(old or ""), str(new or "")) for uid, old, new in change.renumbered]
