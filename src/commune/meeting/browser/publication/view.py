"""What citizens see of a meeting: each item with what became of it, and taking one off with a reason."""

from typing import Any

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.browser.dossier.transitions import Transitions
from commune.core.rules.refusals import Refusal
from commune.core.workflow.wording import sentence
from commune.meeting.i18n import _
from commune.meeting.workflow.publication import Finding, Line, lines, personal_data

STAGES = {
    "private": _("Nothing of this meeting is public yet."),
    "project": _("The agenda and the drafts are public."),
    "decisions": _("The decisions are public."),
}
STATUS = {
    "closed": _("Closed: never published"),
    "private": _("Not published yet"),
    "withdrawn": _("Taken off"),
    "held": _("Held back: personal data"),
    "queued": _("Sent, without an answer yet"),
    "confirmed": _("Published"),
    "refused": _("Refused by the website"),
}

KINDS = {
    "national_register_number": _("National register number"),
    "iban": _("Bank account"),
    "email": _("E-mail address"),
    "phone": _("Telephone"),
    "birth_date": _("Date of birth"),
    "postal_address": _("Postal address"),
    "person_name": _("Name of a person"),
    "file_author": _("Author of the file"),
    "file_comments": _("Comments in the file"),
    "file_changes": _("Tracked changes in the file"),
}
OUTSIDE = {
    "queued": _("Waiting to be sent"),
    "failed": _("Not reached yet, tried again by itself"),
    "sent": _("Received"),
    "dead": _("Given up"),
}


class Publication(BrowserView):
    """``@@publication``."""

    page_title = _("Publication")
    page = ViewPageTemplateFile("publication.pt")

    def __call__(self) -> Any:
        return self.page()

    @property
    def lines(self) -> tuple[Line, ...]:
        return lines(self.context)

    @property
    def stage(self) -> Any:
        return STAGES.get(self.context.publication, "")

    def status(self, line: Line) -> Any:
        return STATUS[line.status]

    @property
    def refusals(self) -> list[Any]:
        """Why the website refused the last sending."""
        found = [Refusal(code, {"number": ""}) for _place, code in self.context.publication_answer[1]]
        return list(dict.fromkeys(sentence(refusal, self.request) for refusal in found))

    @property
    def findings(self) -> list[Finding]:
        """Personal data found in what is public or would be."""
        return personal_data(self.context)

    def kind(self, finding: Finding) -> Any:
        return KINDS.get(finding.kind, finding.kind)

    def title(self, uid: str) -> str:
        return next((line.title for line in self.lines if line.uid == uid), "")

    @property
    def outside(self) -> list[tuple[str, Any, str]]:
        """Address, what became of the last call, and the fault."""
        return [(url, OUTSIDE[outcome], error) for url, (_serial, outcome, error) in self.context.outside.items()]

    @property
    def errors(self) -> list[Any]:
        """Reasons of the refusal just met."""
        return list(Transitions(self.context, self.request).refusals)
