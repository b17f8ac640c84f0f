"""Files of a dossier whose roles alone say who handles them."""

from typing import Any

from AccessControl import getSecurityManager
from zope.component import adapter
from zope.interface import implementer

from commune.core.interfaces import IAccessPolicy, IAnnexPolicy, IDossier
from commune.core.rules.file_policy import FilePolicy
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.core.workflow.actor import Actor

POLICY = FilePolicy(frozenset({"pdf", "image", "office", "text", "plan"}), largest=100 * 1024 * 1024)


@implementer(IAnnexPolicy)
@adapter(IDossier)
class RolesOnly:
    """Who may add, adds any file; who edits the dossier changes and takes out any."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def against_adding(self, category: str, actor: Actor) -> Refusals:
        return NONE

    def against_removing(self, annex: Any, actor: Actor) -> Refusals:
        return NONE if self._edits() else (Refusal("annex.not_yours"),)

    def against_changing(self, annex: Any, actor: Actor) -> Refusals:
        return NONE if self._edits() else (Refusal("annex.not_changeable"),)

    def managers(self) -> frozenset[str]:
        policy = IAccessPolicy(self.context, None)
        granted = policy.grants() if policy is not None else {}
        return frozenset(principal for principal, roles in granted.items() if "Dossier Manager" in roles)

    def file_policy(self) -> FilePolicy:
        return POLICY

    def _edits(self) -> bool:
        return bool(getSecurityManager().checkPermission("Modify portal content", self.context))
