"""Roles on a dossier, computed at each request from its state and the functions of its service.

Groups, not users, are given roles: entering or leaving a group takes effect at
the next request, without reindexing anything.
"""

from collections.abc import Iterable
from typing import Any

from borg.localrole.interfaces import ILocalRoleProvider
from zope.component import adapter, queryAdapter
from zope.interface import implementer

from commune.core.interfaces import IAccessPolicy, IConfidentialPart, IDossier


@implementer(ILocalRoleProvider)
@adapter(IDossier)
class DossierRoles:
    """Answers Plone's question "which roles here?" from the access policy of the dossier."""

    def __init__(self, context: Any) -> None:
        policy = queryAdapter(context, IAccessPolicy)
        self.grants = policy.grants() if policy is not None else {}

    def getRoles(self, principal_id: str) -> Iterable[str]:
        return self.grants.get(principal_id, ())

    def getAllRoles(self) -> Iterable[tuple[str, Iterable[str]]]:
        return tuple(self.grants.items())


@implementer(ILocalRoleProvider)
@adapter(IConfidentialPart)
class PartAuthorRoles:
    """Who brought a confidential part goes on reading it (DOC-6)."""

    def __init__(self, context: Any) -> None:
        self.author = getattr(context, "author", "")

    def getRoles(self, principal_id: str) -> Iterable[str]:
        return ("Confidential Reader",) if self.author and principal_id == self.author else ()

    def getAllRoles(self) -> Iterable[tuple[str, Iterable[str]]]:
        return ((self.author, ("Confidential Reader",)),) if self.author else ()
