"""Keeping columns and searches of a dashboard, from its page."""

from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView

from commune.core.browser.dashboards.batch import list_behind
from commune.core.content.refused import Refused
from commune.core.i18n import _
from commune.core.rules.typed import whole
from commune.core.workflow.dashboards.filters import chosen, first
from commune.core.workflow.dashboards.listing import Listing
from commune.core.workflow.dashboards.own import drop_search, keep_columns, keep_search
from commune.core.workflow.wording import sentence


class Keeping(BrowserView):
    """A POST that leads back to the list; what was refused is said there."""

    done: Any = ""

    def __call__(self) -> Any:
        back = self.context.absolute_url()
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            back, form = list_behind(self.context, self.request.form)
            try:
                self.act(form)
                api.portal.show_message(self.done, self.request)
            except Refused as refused:
                for one in refused.refusals:
                    api.portal.show_message(sentence(one, self.request), self.request, type="error")
        return self.request.response.redirect(back)

    def act(self, form: dict[str, Any]) -> None:
        """Keep it; ``form``: the parameters of the list from which one comes."""
        raise NotImplementedError


class KeepColumns(Keeping):
    """``columns`` that are ticked, in the order of ``place-<id>``; none: the usual ones again."""

    done = _("The columns are kept.")

    def act(self, form: dict[str, Any]) -> None:
        sent = self.request.form
        places = {one: whole(sent.get(f"place-{one}", ""), 999) for one in chosen(sent, "columns")}
        keep_columns(self.context, sorted(places, key=lambda one: places[one]))


class KeepSearch(Keeping):
    """``title`` and ``unit``, for the list from which one comes."""

    done = _("The search is kept.")

    def act(self, form: dict[str, Any]) -> None:
        known = Listing(self.context, form, self.request).form
        keep_search(self.context, first(self.request.form, "title"), known, first(self.request.form, "unit"))


class DropSearch(Keeping):
    """``drop``: the id of a search that one kept."""

    done = _("The search is forgotten.")

    def act(self, form: dict[str, Any]) -> None:
        drop_search(self.context, first(self.request.form, "drop"))
