"""Pages shown instead of the one that could not be."""

import logging
import secrets
from functools import cached_property
from urllib.parse import quote

from plone import api
from plone.rest.interfaces import IAPIRequest
from Products.CMFPlone.browser.exceptions import ExceptionView

from commune.core.browser.errors.program import ProgramAnswer
from commune.core.content.problem import Problem
from commune.core.i18n import _

log = logging.getLogger("commune.core.errors")


class ErrorPage(ExceptionView):
    """Not found, or our fault: what happened, and where to go from here; a call of the API keeps its own answer.

    What moved is found at its new address, for good.
    """

    def __call__(self) -> str | None:
        if IAPIRequest.providedBy(self.request) or isinstance(self.context, Problem):
            return ProgramAnswer(self.context, self.request)()
        page = super().__call__()
        response = self.request.response
        if page is None and response.getStatus() == 302:
            response.status, response.errmsg = 301, "Moved Permanently"
        return page

    @property
    def missing(self) -> bool:
        return self.request.response.getStatus() == 404

    @property
    def page_title(self) -> str:
        return _("Page not found") if self.missing else _("Something went wrong")

    @cached_property
    def reference(self) -> str:
        """A number for the visitor to quote; the log carries it with the traceback."""
        number = secrets.token_hex(4)
        log.error("Error %s at %s", number, self.request.get("ACTUAL_URL", ""), exc_info=True)
        return number

    @property
    def login_url(self) -> str:
        address = quote(self.request.get("ACTUAL_URL", ""), safe="")
        return f"{api.portal.get().absolute_url()}/login?came_from={address}"
