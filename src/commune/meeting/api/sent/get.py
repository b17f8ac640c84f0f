"""GET @sent: the items of a body sent to others, outcome pending or known."""

from typing import Any

from AccessControl import getSecurityManager
from plone.restapi.services import Service

from commune.core.workflow.lookup import by_uid
from commune.meeting.api.items.item_json import sent_json
from commune.meeting.rules.sending import pending_and_known
from commune.meeting.workflow.sending import sent_items


class GetSent(Service):
    """Two lists, of the items that the caller may read."""

    def reply(self) -> dict[str, Any]:
        check = getSecurityManager().checkPermission
        readable = [sent for sent in sent_items(self.context) if check("View", by_uid(sent.uid))]
        pending, known = pending_and_known(readable)
        return {
            "@id": f"{self.context.absolute_url()}/@sent",
            "pending": [{"item": sent.uid, **sent_json(sent)} for sent in pending],
            "known": [{"item": sent.uid, **sent_json(sent)} for sent in known],
        }
