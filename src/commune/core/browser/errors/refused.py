"""A refused act on a screen of Plone's own: back to the object, with every reason."""

from typing import Any

from plone.rest.interfaces import IAPIRequest
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage

from commune.core.browser.errors.view import ErrorPage
from commune.core.content.refused import Refused
from commune.core.workflow.wording import sentence


class RefusedPage(BrowserView):
    """Nothing was changed; the reasons are told above the page."""

    def __call__(self) -> Any:
        refused: Refused = self.context
        if IAPIRequest.providedBy(self.request):
            return ErrorPage(refused, self.request)()
        for refusal in refused.refusals:
            IStatusMessage(self.request).add(sentence(refusal, self.request), type="error")
        self.request.response.redirect(self.request["URL1"], status=302)
        return ""
