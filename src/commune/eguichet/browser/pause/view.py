"""Going on later: in one's account, or with a link by mail."""

from typing import Any

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.rules.identifiers import parse_email
from commune.core.rules.refusals import Refusal
from commune.core.workflow.mail import send
from commune.core.workflow.wording import sentence
from commune.eguichet.browser.form.draft_view import DraftView
from commune.eguichet.i18n import _
from commune.eguichet.workflow.citizen_mails import in_words
from commune.eguichet.workflow.drafts import let_resume

SUBJECT = _("mail_resume_subject", default="Go on with your form: ${procedure}")
TEXT = _(
    "mail_resume",
    default=(
        "Hello,\n\nYou began “${procedure}”. Go on until ${day} with this link:\n${url}\n\n"
        "You will be asked for this mail address. If you did not begin this form, do nothing."
    ),
)


class Pause(DraftView):
    """``@@form-pause``: what was typed is kept; POST ``mail`` sends the link."""

    page_pt = ViewPageTemplateFile("pause.pt")
    page_title = _("Your answers are saved")
    error = ""
    sent_to = ""

    def __call__(self) -> Any:
        self.keep_private()
        if self.request.method == "POST" and not self.stored.user:
            self._send()
        return self.page_pt()

    @property
    def typed(self) -> str:
        """The address typed here, else the one of the form."""
        known = self.answers.get("email", "")
        return str(self.request.form.get("mail") or (known if isinstance(known, str) else ""))

    def _send(self) -> None:
        read = parse_email(self.typed)
        if read.value is None:
            self.error = sentence((*read.refusals, Refusal("bad_format"))[0], self.request)
            self.request.response.setStatus(400)
            return
        key = let_resume(self.stored, read.value)
        known = {
            "procedure": self.context.title,
            "day": self.kept_until,
            "url": f"{self.context.absolute_url()}/@@form-resume?key={key}",
        }
        send(read.value, in_words(SUBJECT, self.language, **known), in_words(TEXT, self.language, **known))
        self.sent_to = read.value
