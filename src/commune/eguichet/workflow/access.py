"""Who reads and treats a request: its service, and the citizen who sent it."""

from collections.abc import Mapping
from typing import Any

from zope.component import adapter
from zope.interface import implementer

from commune.core.interfaces import IAccessPolicy
from commune.core.rules.functions import group_id
from commune.eguichet.interfaces import IRequestContent

FUNCTIONS = {
    "observer": frozenset({"Dossier Reader", "Confidential Reader"}),
    "creator": frozenset({"Dossier Contributor", "Confidential Reader"}),
    "editor": frozenset({"Dossier Editor"}),
    "director": frozenset({"Dossier Manager"}),
}


@implementer(IAccessPolicy)
@adapter(IRequestContent)
class RequestAccess:
    """The functions of the responsible service; the citizen reads, and never what is confidential."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def grants(self) -> Mapping[str, frozenset[str]]:
        unit = self.context.transfer_target or self.context.responsible_unit
        found = {group_id(unit, name): roles for name, roles in FUNCTIONS.items()} if unit else {}
        if self.context.requester:
            found[self.context.requester] = frozenset({"Dossier Reader"})
        return found
