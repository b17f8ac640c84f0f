"""Taking an item off the publication, publishing it again."""

from typing import Any

from commune.core.browser.dossier.acting import Acting
from commune.core.content.clock import today
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.meeting.i18n import _
from commune.meeting.workflow.publication import restore_item, settle, withdraw_item

SETTLED = {
    "mask": _("The words are masked."),
    "waive": _("The words may go out; the reason is kept."),
    "unwaive": _("The words stop the publication again."),
}


class PublicationAct(Acting):
    """POST ``@@publication-act``: ``item`` with ``reason``, with ``restore``, or with ``found`` and its fate."""

    def act(self, form: Any) -> None:
        actor, item = current_actor(self.context), by_uid(str(form.get("item", "")))
        what = next((name for name in SETTLED if name in form), "")
        if what:
            words, reason = str(form.get("found", "")), str(form.get("reason", ""))
            settle(self.context, item, what, words, reason, actor.userid)
            self.done = SETTLED[what]
        elif "restore" in form:
            restore_item(self.context, item, actor.userid)
            self.done = _("The item is published again.")
        else:
            withdraw_item(self.context, item, str(form.get("reason", "")), today(), actor.userid)
            self.done = _("The item is taken off. Citizens read the reason in its place.")

    def next(self) -> str:
        return f"{self.context.absolute_url()}/@@publication"

    def page(self) -> Any:
        return self.context.restrictedTraverse("@@publication")()
