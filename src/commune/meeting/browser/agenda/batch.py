"""Putting several items on the agenda at once."""

from typing import Any

from plone import api

from commune.core.browser.dossier.acting import Acting
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.meeting.browser.agenda.view import LEFT
from commune.meeting.i18n import _
from commune.meeting.workflow.presenting import present


class Present(Acting):
    """POST ``@@agenda-present`` with ``items``: each on its own; those that cannot are named with their reasons."""

    def act(self, form: Any) -> None:
        uids = form.get("items") or []
        uids = [uids] if isinstance(uids, str) else list(uids)
        if not uids:
            raise Refused(Refusal("agenda.nothing_chosen"))
        outcomes = present(self.context, uids, current_actor(self.context))
        left = [one for one in outcomes if one.refusals]
        count = len(outcomes) - len(left)
        if count:
            text = _("presented_count", default="Put on the agenda: ${count}.", mapping={"count": count})
            api.portal.show_message(text, self.request)
        self.request.set(LEFT, left)

    def after(self) -> Any:
        return self.page() if self.request.get(LEFT) else super().after()
