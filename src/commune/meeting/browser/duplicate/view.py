"""Copying an item of the body: for which service, with which files, linked to it or not."""

from functools import cached_property
from typing import Any

from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.browser.dossier.acting import Acting
from commune.core.browser.dossier.people import Names
from commune.core.browser.dossier.transitions import REFUSALS, sentences
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import children
from commune.meeting.i18n import _
from commune.meeting.workflow.duplicates import duplicate
from commune.meeting.workflow.place import body_of
from commune.meeting.workflow.proposing import units_of


class Duplicate(Acting):
    """``@@duplicate-item``: the form, and its POST (``unit``, ``annexes``, ``link``), for those who create items."""

    page_title = _("Copy the item")
    template = ViewPageTemplateFile("duplicate.pt")
    done = _("The item is copied: this is the copy.")
    fields = {"responsible_unit": "copy-unit"}

    def __call__(self) -> Any:
        if not self.units:
            raise NotFound("duplicate-item")
        return super().__call__() if self.request.method == "POST" else self.template()

    def act(self, form: Any) -> None:
        unit, annexes = str(form.get("unit", "")), form.get("annexes") or []
        chosen = [annexes] if isinstance(annexes, str) else list(annexes)
        actor = current_actor(self.context)
        self.made = duplicate(self.context, actor, unit or "-", chosen, bool(form.get("link")))

    def next(self) -> str:
        return str(self.made.absolute_url())

    def page(self) -> Any:
        return self.template()

    @cached_property
    def units(self) -> list[tuple[str, str]]:
        """The services for which the reader creates items here, as pairs of uid and title."""
        names = Names()
        return [(uid, names.unit(uid)) for uid in units_of(current_actor(self.context), body_of(self.context))]

    @property
    def unit(self) -> str:
        return str(self.request.form.get("unit", self.context.responsible_unit or ""))

    @property
    def annexes(self) -> list[Any]:
        """The files that the reader may read."""
        return [one for one in children(self.context, "annex") if api.user.has_permission("View", obj=one)]

    @property
    def errors(self) -> list[dict[str, str]]:
        return sentences(self.request, REFUSALS)
