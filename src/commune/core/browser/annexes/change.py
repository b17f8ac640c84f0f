"""Title, type, settings and content of one file."""

from typing import Any

import transaction
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.content.annex import IAnnex
from commune.core.content.refused import Refused
from commune.core.i18n import _
from commune.core.rules.annexes import FLAGS
from commune.core.workflow.annex_types import AnnexTypes
from commune.core.workflow.annexes import against_changing, change, replace
from commune.core.workflow.wording import sentence


class ChangeAnnex(BrowserView):
    """``@@change``: shown to whoever may change the file; of nobody else's business, it is not found."""

    page = ViewPageTemplateFile("change.pt")
    refusals: tuple[dict[str, str], ...] = ()

    def __call__(self) -> Any:
        self.types = AnnexTypes(self.context.aq_parent)
        if against_changing(self.context, self.types.actor):
            raise NotFound()
        if self.request.method != "POST":
            return self.page()
        CheckAuthenticator(self.request)
        try:
            self._save(self.request.form)
        except Refused as refused:
            self.refusals = tuple(
                {"text": sentence(one, self.request), "field": one.place or "title"} for one in refused.refusals
            )
            self.request.response.setStatus(409)
            return self.page()
        api.portal.show_message(_("The file was changed."), self.request)
        return self.request.response.redirect(f"{self.context.aq_parent.absolute_url()}/@@manage-annexes")

    def _save(self, form: Any) -> None:
        flags = {flag: bool(form.get(flag)) for flag in self.settable}
        upload, savepoint = form.get("file"), transaction.savepoint()
        title, category = str(form.get("title", "")), str(form.get("category", ""))
        try:
            change(self.context, self.types.actor, title=title, category=category, **flags)
            if getattr(upload, "filename", ""):
                replace(self.context, upload.filename, upload.read(), actor=self.types.actor)
        except Refused:
            savepoint.rollback()
            raise

    @property
    def settable(self) -> tuple[str, ...]:
        """The flags that the person may switch on this file: those of its type that are not kept to managers."""
        kind, before = self.types.category(self.context.category), frozenset[str]()
        return tuple(
            flag
            for flag in FLAGS
            if FLAGS[flag] in kind.families and not self.types.against_flags(kind.id, before, frozenset({flag}))
        )

    def flags(self) -> list[dict[str, Any]]:
        shown = self.types.flags(self.context)
        return [{"id": one, "title": IAnnex[one].title, "on": one in shown} for one in self.settable]

    def choices(self) -> list[dict[str, Any]]:
        """The types that may be chosen, and the present one."""
        now = self.context.category or ""
        offered = {one.id: one for one in [self.types.category(now), *self.types.choices()] if one.id}
        return [{"id": one.id, "title": one.title, "sub": one.parent, "on": one.id == now} for one in offered.values()]
