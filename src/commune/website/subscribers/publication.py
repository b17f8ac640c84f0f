"""A text that some could not read is not published; its editor is told what to mend."""

from typing import Any

from Products.statusmessages.interfaces import IStatusMessage
from zope.globalrequest import getRequest

from commune.core.content.refused import Refused
from commune.core.workflow.wording import sentence
from commune.website.interfaces import IWebsiteLayer
from commune.website.workflow.editorial import publication_refusals, warnings

GUARDED = "commune_website_workflow"


def guard_publication(content: Any, event: Any) -> None:
    """Refuse the transition ``publish`` with every reason; raises ``Refused``."""
    if event.workflow.getId() != GUARDED or event.transition is None or event.transition.id != "publish":
        return
    refusals = publication_refusals(content)
    if refusals:
        raise Refused(*refusals)


def tell_warnings(content: Any, event: Any) -> None:
    """Tell the editor after a save what should be mended."""
    request = getRequest()
    if not IWebsiteLayer.providedBy(request) or request.get("REQUEST_METHOD") != "POST":
        return
    for told in dict.fromkeys(sentence(warning, request) for warning in warnings(content)):
        IStatusMessage(request).add(told, type="warning")
