"""Moving a dossier of the meetings with a page in between, when something is to be confirmed first."""

from typing import Any

from commune.core.browser.dossier.perform import Perform
from commune.meeting.i18n import _
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.titles import transition_title


class Asking(Perform):
    """What the pages in between show: which transition is about to be made."""

    page_title = _("Before going on")

    @property
    def transition(self) -> str:
        return str(self.request.form.get("transition", ""))

    @property
    def title(self) -> Any:
        return transition_title(self.transition, settings_of(self.context))
