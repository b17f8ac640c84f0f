"""Checking everything before sending."""

from datetime import timedelta
from functools import cached_property
from typing import Any

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate

from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.core.workflow.wording import sentence
from commune.eguichet.browser.form.draft_view import DraftView
from commune.eguichet.browser.form.posted import fields_by_name
from commune.eguichet.i18n import _
from commune.eguichet.rules.answers import Line, check_form, review
from commune.eguichet.rules.drafts import submission_key
from commune.eguichet.rules.forms import Page
from commune.eguichet.workflow.drafts import context_of, expired
from commune.eguichet.workflow.submission import Incomplete, submit
from commune.eguichet.workflow.tracking import too_many

WORDS = {"yes": _("Yes"), "no": _("No")}
MOST_AN_HOUR = 10


class Review(DraftView):
    """``@@form-review``: all answers with the place to correct them; POST sends."""

    page_pt = ViewPageTemplateFile("review.pt")
    page_title = _("Check and send")

    def __call__(self) -> Any:
        self.keep_private()
        self.refused: Refusals = ()
        if self.stored.request:
            return self.go(self.address("form-done"))
        if expired(self.stored):
            return self.go(self.address())
        if self.request.method == "POST":
            return self.send()
        if not self.checked.ok:
            return self.go(self.address(page=self.first_wrong))
        return self.page_pt()

    def send(self) -> Any:
        said = self.request.form
        try:
            self._count()
            submit(self.stored, str(said.get("key", "")), bool(said.get("statement")), current_actor())
        except Incomplete:
            return self.go(self.address(page=self.first_wrong))
        except Refused as refused:
            self.refused = refused.refusals
            self.request.response.setStatus(409)
            return self.page_pt()
        return self.go(self.address("form-done"))

    def _count(self) -> None:
        """Nobody who is not signed in sends more than ten forms an hour from one address."""
        if not self.stored.user:
            refusals = too_many("submit", self.request.getClientAddr(), MOST_AN_HOUR, timedelta(hours=1))
            if refusals:
                raise Refused(*refusals)

    @cached_property
    def checked(self) -> Any:
        return check_form(self.form, self.answers, context_of(self.stored))

    @property
    def first_wrong(self) -> str:
        """The first page on which something is wrong."""
        wrong = set(self.checked.refusals)
        keys = {page.id: {one.key for group in page.groups for one in group.fields} for page in self.pages}
        found = (page.id for page in self.pages if wrong & keys[page.id] or page.id in wrong)
        return next(found, self.pages[0].id)

    @property
    def step(self) -> int:
        return len(self.pages)

    @property
    def key(self) -> str:
        return submission_key(self.stored.draft)

    @property
    def errors(self) -> list[dict[str, str]]:
        return [
            {"href": "#statement" if one.place == "statement" else "", "text": sentence(one, self.request)}
            for one in self.refused
        ]

    def sections(self) -> list[tuple[Page, list[dict[str, str]]]]:
        """The answers page by page."""
        lines = review(self.form, self.answers, context_of(self.stored), self.language)
        return [(page, [self._line(one) for one in lines if one.page == page.id]) for page in self.pages]

    def _line(self, line: Line) -> dict[str, str]:
        text = str(translate(WORDS[line.text], context=self.request)) if line.text in WORDS else line.text
        _name, field = next(fields_by_name(self.form, [line.name]))
        if field.type == "file":
            text = "\n".join(file.name for _id, file in self.stored.files_of(line.name))
        return {"label": line.label, "text": text, "anchor": f"f-{line.name.replace('.', '-')}-field"}
