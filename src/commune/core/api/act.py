"""A service that changes something: it reads JSON, acts, and answers 409 with every reason when refused."""

from typing import Any

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from zope.interface import alsoProvides

from commune.core.api.refused import refused
from commune.core.workflow.process import Refused


class Act(Service):
    """What the services that write have in common; one says what it does with the wish."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            return self.act(json_body(self.request))
        except Refused as refusal:
            return refused(self, refusal.refusals)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        """Do what the body of the request asks; raises ``Refused`` with every reason against it."""
        raise NotImplementedError
