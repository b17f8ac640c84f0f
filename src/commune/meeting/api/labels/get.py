"""GET @labels: the labels of an item that the caller sees."""

from typing import Any

from plone.restapi.services import Service

from commune.meeting.api.labels.labels_json import labels_json


class GetLabels(Service):
    """One's own and the shared ones."""

    def reply(self) -> dict[str, Any]:
        return labels_json(self.context, self.request)
