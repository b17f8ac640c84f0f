"""The page of who follows a request with its code, for half an hour after proving it."""

from functools import cached_property
from typing import Any

from plone import api
from plone.namedfile.utils import set_headers, stream_data
from Products.Five import BrowserView
from zExceptions import NotFound

from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import by_uid
from commune.eguichet.browser.follow.citizen_page import CitizenPage
from commune.eguichet.browser.tracking.ticket import followed_by, take_ticket


class Followed(CitizenPage):
    """``@@followed``; without a ticket the code is asked again."""

    def __call__(self) -> Any:
        home = api.portal.get().absolute_url()
        if "leave" in self.request.form:
            take_ticket(self.request)
            return self.request.response.redirect(home)
        if self.followed is None:
            return self.request.response.redirect(f"{home}/@@tracking")
        return self.show()

    @cached_property
    def followed(self) -> Any:
        return followed_by(self.request)

    @property
    def actor(self) -> Actor:
        return Actor("", roles=frozenset({"Anonymous"}))

    def own_address(self) -> str:
        return f"{self.home}/@@followed"

    def file_address(self, annex: Any) -> str:
        return f"{self.home}/@@followed-file?file={annex.UID()}"


class FollowedFile(BrowserView):
    """``@@followed-file?file=<uid>``: a file of the followed request, always saved, never shown by the browser."""

    def __call__(self) -> Any:
        followed = followed_by(self.request)
        annex = by_uid(str(self.request.form.get("file", "")))
        if followed is None or annex is None or annex.aq_parent.UID() != followed.UID() or annex.confidential:
            raise NotFound()
        response = self.request.response
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Cache-Control", "private, no-store")
        set_headers(annex.file, response, filename=annex.file.filename)
        return stream_data(annex.file)
