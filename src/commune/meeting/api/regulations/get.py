"""GET @regulations: the register, or one text of it by its number; GET @regulation: a text for its keepers."""

from typing import Any

from plone.restapi.services import Service
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.core.workflow.actor import current_actor
from commune.meeting.api.regulations.regulation_json import public_json, regulation_json, row_json
from commune.meeting.workflow.choosing import Choice, chosen
from commune.meeting.workflow.proofs import acts, faults
from commune.meeting.workflow.register import rows
from commune.meeting.workflow.regulations import keeps


@implementer(IPublishTraverse)
class GetRegulations(Service):
    """Everybody reads the public texts; keepers, with ``all=1``, the others too."""

    number = ""

    def publishTraverse(self, request: Any, name: str) -> Any:
        if self.number:
            raise NotFound(name)
        self.number = name
        return self

    def reply(self) -> dict[str, Any]:
        address, form = self.context.absolute_url(), self.request.form
        if self.number:
            return self._one()
        whole = bool(form.get("all")) and keeps(current_actor(self.context))
        found = chosen(rows(everything=whole), Choice.read(form))
        return {
            "@id": f"{address}/@regulations",
            "items_total": len(found.rows),
            "facets": {name: dict(counts) for name, counts in found.facets.items()},
            "items": [row_json(row, address) for row in found.batch],
        }

    def _one(self) -> dict[str, Any]:
        text = self.context._getOb(self.number, None)
        if text is None or text.published is None:
            raise NotFound(self.number)
        return public_json(text)


class GetRegulation(Service):
    """For those who read the dossier."""

    def reply(self) -> dict[str, Any]:
        return regulation_json(self.context)


class GetPublications(Service):
    """GET @publications: the chain of publications, and whether everything still is as it was published."""

    def reply(self) -> dict[str, Any]:
        found = faults(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@publications",
            "verified": not found,
            "faults": [{"code": one.code, "data": dict(one.data)} for one in found],
            "entries": [vars(one) for one in acts(self.context)],
        }
