"""Whatever is done with an opinion on the page of its item."""

from typing import Any

from commune.core.browser.dossier.acting import Acting
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.workflow.opinion_acts import act

DONE = {
    "give": _("The opinion is recorded."),
    "write": _("The opinion is kept, not given."),
    "ask_again": _("The opinion is asked again."),
    "restore": _("The opinion before counts again."),
    "change_delay": _("The delay is changed."),
    "restart": _("The time counts from today."),
    "evaluate": _("The file is looked at."),
}


class OpinionAct(Acting):
    """POST ``@@opinion-act`` with ``do`` (see ``opinion_acts``), ``service`` and what the act needs."""

    anchor = "#opinions"

    def act(self, form: Any) -> None:
        service, name = str(form.get("service") or ""), str(form.get("do") or "")
        self.fields = fields_of(name, service)
        wish = {**form, "confidential": form.get("confidential") == "1"}
        act(self.context, name, wish, current_actor(self.context))
        self.done = DONE.get(name, _("Done."))


def fields_of(name: str, service: str) -> dict[str, str]:
    """The ids of the fields of the form that was sent, by what a reason names."""
    if name in ("give", "write"):
        return {"comment": f"comment-{service}", "sense": f"sense-{service}"}
    if name == "evaluate":
        return {"comment": "file-comment", "completeness": "file-completeness"}
    return {"comment": f"reason-{name}-{service}", "row": f"row-{service}"}
