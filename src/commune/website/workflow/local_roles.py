"""Rights on public contents: the editors and the head of the responsible service, and of the services above it."""

from collections.abc import Iterable
from typing import Any

from Acquisition import aq_chain
from borg.localrole.interfaces import ILocalRoleProvider
from zope.component import adapter
from zope.interface import implementer

from commune.core.content.unit import IOrganisationUnit
from commune.core.rules.functions import group_id
from commune.core.workflow.lookup import by_uid
from commune.website.content.public import IPublicContent

EDITING = ("Contributor", "Editor")
BY_FUNCTION = {"creator": EDITING, "editor": EDITING, "director": ("Contributor", "Editor", "Reviewer")}


@implementer(ILocalRoleProvider)
@adapter(IPublicContent)
class ServiceRoles:
    """Roles by group of the service named on the content (W-16: own services, along the tree of services)."""

    def __init__(self, context: Any) -> None:
        service = getattr(context, "responsible_service", None)
        unit = by_uid(service) if service else None
        units = [one.UID() for one in aq_chain(unit) if IOrganisationUnit.providedBy(one)]
        self.grants = {group_id(uid, name): roles for uid in units for name, roles in BY_FUNCTION.items()}

    def getRoles(self, principal_id: str) -> Iterable[str]:
        return self.grants.get(principal_id, ())

    def getAllRoles(self) -> Iterable[tuple[str, Iterable[str]]]:
        return tuple(self.grants.items())
